// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/redirectparameters.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QByteArray decoded(QByteArrayView text)
{
    QByteArray bytes = text.toByteArray();
    bytes.replace('+', ' ');
    return QByteArray::fromPercentEncoding(bytes);
}

} // namespace

Result<RedirectParameters> RedirectParameters::parse(QByteArrayView encoded)
{
    if (encoded.size() > largest)
        return failure(ErrorKind::Malformed, u"larger than any address that a browser is sent to"_s);
    RedirectParameters parameters;
    while (!encoded.isEmpty()) {
        const qsizetype end = encoded.indexOf('&');
        const QByteArrayView pair = end < 0 ? encoded : encoded.first(end);
        encoded = end < 0 ? QByteArrayView() : encoded.sliced(end + 1);
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = decoded(equals < 0 ? pair : pair.first(equals));
        Secret value = equals < 0 ? Secret() : Secret::take(decoded(pair.sliced(equals + 1)));
        if (!parameters.m_values.emplace(name, std::move(value)).second)
            return failure(ErrorKind::Malformed, u"a parameter came twice"_s);
    }
    return parameters;
}

Result<RedirectParameters> RedirectParameters::fromAddress(QByteArrayView address)
{
    QByteArrayView text = address.trimmed();
    if (const qsizetype hash = text.indexOf('#'); hash >= 0 && text.indexOf('=', hash) > hash)
        return parse(text.sliced(hash + 1));
    if (const qsizetype hash = text.indexOf('#'); hash >= 0)
        text = text.first(hash);
    if (const qsizetype query = text.indexOf('?'); query >= 0)
        return parse(text.sliced(query + 1));
    return parse(text);
}

const Secret *RedirectParameters::find(const QByteArray &name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? nullptr : &found->second;
}

} // namespace gatehouse
