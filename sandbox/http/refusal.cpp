// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/refusal.h"

using namespace Qt::StringLiterals;

namespace sandbox {

Refusal fieldRefusal(const QString &field, const QString &rule, const QString &message)
{
    const int error = rule == "required"_L1 ? fault::required
        : rule == "unknown"_L1              ? fault::unknownField
        : rule == "type"_L1                 ? fault::wrongType
        : rule == "unique"_L1               ? fault::duplicate
                                            : fault::pattern;
    const QJsonObject entry{{u"field"_s, field}, {u"rule"_s, rule}, {u"message"_s, message}};
    return {.status = 400,
        .error = error,
        .description = message,
        .additionalInfo = QJsonObject{{u"fields"_s, QJsonArray{entry}}}};
}

Refusal notFound(const QString &what)
{
    return {.status = 404, .error = fault::notFound, .description = u"There is no such %1."_s.arg(what)};
}

Refusal notAllowed(const QString &role)
{
    return {
        .status = 403, .error = fault::roleMissing, .description = u"This needs the role %1."_s.arg(role)};
}

Refusal notInTeam()
{
    return {.status = 403,
        .error = fault::notInTeam,
        .description = u"The user does not belong to this org/team."_s};
}

Refusal illegalTransition(const QString &from, const QString &action, const QStringList &allowed)
{
    return {.status = 400,
        .error = fault::illegalTransition,
        .description = u"%1 is not possible in the state %2."_s.arg(action, from),
        .additionalInfo = QJsonObject{
            {u"from"_s, from}, {u"action"_s, action}, {u"allowed"_s, QJsonArray::fromStringList(allowed)}}};
}

Refusal tooMany(int error, qint64 retryAfterSeconds, const QString &description)
{
    return {.status = 429,
        .error = error,
        .description = description,
        .additionalInfo = QJsonObject{{u"retryAfter"_s, retryAfterSeconds}},
        .headers = {{"Retry-After", QByteArray::number(retryAfterSeconds)}}};
}

} // namespace sandbox
