// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/businessform.h"

#include "sandbox/intandem/wire.h"
#include "sandbox/os1/patterns.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

void checkText(const QJsonObject &part, const QString &name, qsizetype least, qsizetype most)
{
    const QJsonValue value = part.value(name);
    if (value.isUndefined() || value.isNull())
        return;
    if (!value.isString() || value.toString().size() < least || value.toString().size() > most)
        throw error(400, u"%1 is a text of %2 to %3 characters."_s.arg(name).arg(least).arg(most));
}

QJsonObject partOf(const QJsonObject &body, const QString &name)
{
    const QJsonValue part = body.value(name);
    if (!part.isUndefined() && !part.isObject())
        throw error(400, u"%1 is an object."_s.arg(name));
    return part.toObject();
}

} // namespace

bool isEmail(const QString &text)
{
    static const QRegularExpression email(QRegularExpression::anchoredPattern(pattern::email()));
    return text.size() <= 254 && email.match(text).hasMatch();
}

BusinessForm BusinessForm::read(const QJsonObject &body, Purpose purpose)
{
    BusinessForm form{.account = partOf(body, u"admin_account"_s),
        .password = {},
        .business = partOf(body, u"business"_s),
        .meta = partOf(body, u"meta"_s)};
    const bool isNew = purpose == Purpose::Create;
    if ((isNew || form.account.contains("email"_L1)) && !isEmail(form.account.value("email"_L1).toString()))
        throw error(400, u"admin_account.email is an e-mail address."_s);
    if ((isNew || form.business.contains("name"_L1))
        && form.business.value("name"_L1).toString().trimmed().isEmpty())
        throw error(400, u"business.name is missing."_s);
    checkText(form.business, u"name"_s, 1, 100);
    for (const char *name : {"first_name", "last_name", "display_name", "country_name", "language"})
        checkText(form.account, QLatin1StringView(name), 0, 100);
    checkText(form.account, u"phone"_s, 0, 20);
    checkText(form.account, u"password"_s, 6, 20);
    for (const char *name : {"tags", "identities", "intents"}) {
        const QJsonValue value = form.meta.value(QLatin1StringView(name));
        if (!value.isUndefined() && !value.isArray())
            throw error(400, u"meta.%1 is an array."_s.arg(QLatin1StringView(name)));
    }
    form.password = form.account.take("password"_L1).toString();
    return form;
}

} // namespace sandbox::intandem
