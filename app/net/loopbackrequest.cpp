// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/loopbackrequest.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

} // namespace

LoopbackRequest::Progress LoopbackRequest::read(const QByteArray &arrived)
{
    const qsizetype end = arrived.indexOf("\r\n\r\n");
    if (end < 0)
        return arrived.size() > largestHead ? Progress::Wrong : Progress::Incomplete;
    if (end > largestHead)
        return Progress::Wrong;
    QList<QByteArray> lines = arrived.first(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    if (first.size() != 3 || !first.at(2).startsWith("HTTP/1.") || !first.at(1).startsWith('/'))
        return Progress::Wrong;
    method = first.at(0);
    const QByteArray target = first.at(1);
    const qsizetype mark = target.indexOf('?');
    path = mark < 0 ? target : target.first(mark);
    query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    headers.clear();
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.first(std::max<qsizetype>(colon, 0));
        if (!isToken(name))
            return Progress::Wrong; // folded lines too: no browser sends them
        headers.append({name.toLower(), line.sliced(colon + 1).trimmed()});
    }
    // A body of a length that is told beforehand, or none.
    if (count("transfer-encoding") > 0 || count("content-length") > 1)
        return Progress::Wrong;
    qsizetype length = 0;
    if (count("content-length") == 1) {
        bool isNumber = false;
        length = qsizetype(header("content-length").toUInt(&isNumber));
        if (!isNumber || length > largestBody)
            return Progress::Wrong;
    }
    const qsizetype start = end + 4;
    if (arrived.size() - start < length)
        return Progress::Incomplete;
    body = arrived.sliced(start, length);
    return Progress::Whole;
}

QByteArray LoopbackRequest::header(const QByteArray &name) const
{
    if (count(name) != 1)
        return {};
    return std::ranges::find(headers, name, &std::pair<QByteArray, QByteArray>::first)->second;
}

int LoopbackRequest::count(const QByteArray &name) const
{
    return int(std::ranges::count(headers, name, &std::pair<QByteArray, QByteArray>::first));
}

} // namespace gatehouse
