// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/organizationform.h"

#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/patterns.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

using Need = FieldCheck::Need;

constexpr QLatin1StringView business{"BUSINESS"};

void readNames(FieldCheck &check, OrganizationForm &form, Need need)
{
    const FieldCheck::TextRule name{.need = need, .shortest = 1, .longest = 36};
    const auto read = [&check](const QString &field, const FieldCheck::TextRule &rule, QString &into) {
        if (const QString text = check.text(field, rule); !text.isEmpty())
            into = text;
    };
    read(u"firstName"_s, name, form.firstName);
    read(u"lastName"_s, name, form.lastName);
    if (const QString website = check.webAddress(u"website"_s, need); !website.isEmpty())
        form.website = website;
    read(u"country"_s, {.need = need}, form.country);
    if (!form.country.isEmpty() && !pattern::isCountry(form.country))
        check.complain(u"country"_s, u"enum"_s, u"country is a code of two capital letters (ISO 3166-1)."_s);
}

void readCompanyName(FieldCheck &check, OrganizationForm &form, Need need)
{
    if (form.type != business) {
        if (check.has(u"companyName"_s))
            check.complain(u"companyName"_s, u"unknown"_s, u"Only a business has a company name."_s);
        return;
    }
    const QString name = check.text(u"companyName"_s, {.need = need, .shortest = 2, .longest = 50});
    if (!name.isEmpty())
        form.companyName = name;
}

} // namespace

OrganizationForm OrganizationForm::forCreation(const QJsonObject &body)
{
    FieldCheck check(body);
    OrganizationForm form;
    const bool isAcknowledged = check.flag(u"acknowledged"_s, Need::Required);
    if (body.value("acknowledged"_L1).isBool() && !isAcknowledged)
        check.complain(u"acknowledged"_s, u"required"_s, u"The requirements have to be acknowledged."_s);
    form.type = check.text(u"type"_s, {.oneOf = {u"INDIVIDUAL"_s, QString(business)}});
    form.email = check.text(u"email"_s, {.shortest = 3, .longest = 254, .pattern = pattern::email()});
    form.domain = check.text(u"domain"_s, {.shortest = 4, .longest = 253, .pattern = pattern::domain()});
    readNames(check, form, Need::Required);
    if (!form.type.isEmpty())
        readCompanyName(check, form, Need::Required);
    if (form.type == business && !form.email.isEmpty() && !form.domain.isEmpty()) {
        const QString host = form.email.section(u'@', 1).toLower();
        if (host != form.domain && !host.endsWith(u'.' + form.domain))
            check.complain(u"email"_s, u"pattern"_s, u"A business has an address at its own domain."_s);
    }
    check.onlyKnown({u"acknowledged"_s, u"type"_s, u"email"_s, u"companyName"_s, u"firstName"_s,
        u"lastName"_s, u"website"_s, u"domain"_s, u"country"_s});
    check.finish();
    return form;
}

OrganizationForm OrganizationForm::corrected(const QJsonObject &body) const
{
    FieldCheck check(body);
    OrganizationForm form = *this;
    const QStringList correctable{
        u"website"_s, u"companyName"_s, u"firstName"_s, u"lastName"_s, u"country"_s};
    for (const QString &field : correctable) {
        const QJsonValue value = body.value(field);
        // Nothing here can be taken away, so neither null nor an empty text stands for "leave it".
        if (value.isNull() || (value.isString() && value.toString().isEmpty()))
            check.complain(field, u"required"_s, u"%1 must not be empty."_s.arg(field));
    }
    readNames(check, form, Need::Optional);
    readCompanyName(check, form, Need::Optional);
    check.onlyKnown(correctable);
    check.finish();
    return form;
}

} // namespace sandbox
