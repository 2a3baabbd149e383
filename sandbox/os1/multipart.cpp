// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/multipart.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qsizetype longestHead = 8 * 1024; // bytes

// The parameter of a header's value, with or without quotation marks; null if it is not there.
QString parameter(const QByteArray &value, const QByteArray &name)
{
    qsizetype at = 0;
    while ((at = value.indexOf(';', at)) >= 0) {
        ++at;
        const QByteArray rest = value.mid(at).trimmed();
        if (!rest.toLower().startsWith(name + '='))
            continue;
        const QByteArray found = rest.mid(name.size() + 1);
        if (!found.startsWith('"'))
            return QString::fromUtf8(found.first(
                std::min(found.size(), found.indexOf(';') < 0 ? found.size() : found.indexOf(';'))));
        const qsizetype end = found.indexOf('"', 1);
        return end < 0 ? QString() : QString::fromUtf8(found.mid(1, end - 1));
    }
    return {};
}

FormPart partOf(const QByteArray &head, const QByteArray &content)
{
    FormPart part;
    part.content = content;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArray name = line.first(colon).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "content-type") {
            part.contentType = value;
        } else if (name == "content-disposition") {
            part.name = parameter(value, "name");
            part.fileName = parameter(value, "filename");
        }
    }
    return part;
}

// Where the next boundary begins; -1 if there is none. What merely begins like one is content.
qsizetype nextBoundary(const QByteArray &body, const QByteArray &line, qsizetype from)
{
    for (qsizetype at = body.indexOf(line, from); at >= 0; at = body.indexOf(line, at + 1)) {
        const qsizetype end = at + line.size();
        const qsizetype lineEnd = body.indexOf("\r\n", end);
        const QByteArray rest = body.mid(end, lineEnd < 0 ? -1 : lineEnd - end).trimmed();
        if (rest.isEmpty() || rest == "--")
            return at;
    }
    return -1;
}

} // namespace

QList<FormPart> formParts(const QByteArray &contentType, const QByteArray &body)
{
    if (!contentType.toLower().startsWith("multipart/form-data"))
        return {};
    const QByteArray boundary = parameter(contentType, "boundary").toUtf8();
    if (boundary.isEmpty())
        return {};
    const QByteArray line = "--" + boundary;
    QList<FormPart> parts;
    qsizetype at = nextBoundary(body, line, 0);
    while (at >= 0) {
        const qsizetype begin = at + line.size();
        if (body.mid(begin, 2) == "--")
            return parts;
        const qsizetype headEnd = body.indexOf("\r\n\r\n", begin);
        const qsizetype next = headEnd < 0 ? -1 : nextBoundary(body, "\r\n" + line, headEnd + 2);
        if (next < 0 || headEnd - begin > longestHead)
            return {}; // cut off, or a head that no program writes
        // A part without content has its end where its head ends.
        const qsizetype start = std::min(headEnd + 4, next);
        parts.append(partOf(body.mid(begin, headEnd - begin), body.mid(start, next - start)));
        at = next + 2;
    }
    return {};
}

} // namespace sandbox
