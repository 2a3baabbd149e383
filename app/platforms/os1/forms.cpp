// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/forms.h"

#include "app/forms/validators.h"
#include "app/platforms/os1/keys.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::os1::Forms)
};

// A business signs up with the company's own address (contract 5.2).
std::optional<QString> emailFitsDomain(const FormValues &values)
{
    if (values.text(key::type) != value::business)
        return std::nullopt;
    const QString domain = values.trimmed(key::domain).toLower();
    const QString host = values.trimmed(key::email).section(u'@', 1).toLower();
    if (domain.isEmpty() || host == domain || host.endsWith(u'.' + domain))
        return std::nullopt;
    return Forms::tr("For a business this has to be an address of the company, ending in @%1.").arg(domain);
}

std::optional<QString> isDnsName(const FormValues &values)
{
    if (validators::isDomain(values.trimmed(key::domain)))
        return std::nullopt;
    return Forms::tr("Write a domain name in lower case, like example.com, without https:// and without a path.");
}

std::optional<QString> isTeamName(const FormValues &values)
{
    static const QRegularExpression pattern(u"^[A-Za-z][A-Za-z0-9 -]*$"_s);
    if (pattern.match(values.trimmed(key::name)).hasMatch())
        return std::nullopt;
    return Forms::tr("Begin with a letter; then letters, digits, spaces and hyphens.");
}

std::optional<QString> isListingId(const FormValues &values)
{
    static const QRegularExpression pattern(u"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"_s);
    if (pattern.match(values.trimmed(key::listingId)).hasMatch())
        return std::nullopt;
    return Forms::tr("Small letters and digits, joined by single hyphens, beginning with a letter.");
}

// When no listing id is written, one is made from the name; then the name has to be good for that.
std::optional<QString> nameGivesListingId(const FormValues &values)
{
    if (!values.trimmed(key::listingId).isEmpty() || listingIdFor(values.trimmed(key::displayName)).size() >= 3)
        return std::nullopt;
    return Forms::tr("No listing id can be made from this name. Write one in the field Listing id.");
}

std::optional<QString> areCategories(const FormValues &values)
{
    const auto tags = values.trimmed(key::categories).split(u',', Qt::SkipEmptyParts);
    const bool lengths = std::ranges::all_of(tags, [](const QString &tag) {
        return tag.trimmed().size() >= 2 && tag.trimmed().size() <= 30;
    });
    if (lengths && tags.size() <= 10)
        return std::nullopt;
    return Forms::tr("At most ten words of 2 to 30 characters, separated by commas.");
}

FieldSpec emailField(QLatin1StringView fieldKey, const QString &help)
{
    return {.key = fieldKey, .label = Forms::tr("Email"), .kind = FieldKind::Email, .help = help,
        .example = Forms::tr("name@example.com"), .maxLength = 254};
}

} // namespace

FormSpec signInForm()
{
    return {{emailField(key::emailId, Forms::tr("A one-time password is sent to this address."))}};
}

FormSpec organizationForm()
{
    FormSpec form;
    form.fields = {
        {.key = key::acknowledged, .label = Forms::tr("I understand the requirements for registering an organization"),
            .kind = FieldKind::Check},
        {.key = key::type, .label = Forms::tr("Kind of organization"), .kind = FieldKind::Choice,
            .choices = {{value::individual, Forms::tr("Individual"), Forms::tr("You develop on your own account.")},
                {value::business, Forms::tr("Business"),
                    Forms::tr("You develop for a company. The e-mail address has to belong to it.")}}},
        {.key = key::companyName, .label = Forms::tr("Company name"), .minLength = 2, .maxLength = 50,
            .shownWhen = ShownWhen{key::type, value::business}},
        emailField(key::email, Forms::tr("The one-time password that confirms the organization is sent here.")),
        {.key = key::firstName, .label = Forms::tr("First name"), .maxLength = 36},
        {.key = key::lastName, .label = Forms::tr("Last name"), .maxLength = 36},
        {.key = key::website, .label = Forms::tr("Website"), .kind = FieldKind::Url,
            .example = u"https://example.com"_s, .maxLength = 2048},
        {.key = key::domain, .label = Forms::tr("Domain"),
            .help = Forms::tr("The domain name of the organization. No two organizations can share one."),
            .example = u"example.com"_s, .maxLength = 253, .rule = isDnsName},
        {.key = key::country, .label = Forms::tr("Country"), .kind = FieldKind::Country},
    };
    for (FieldSpec &field : form.fields) {
        if (field.key == key::email)
            field.rule = emailFitsDomain;
    }
    return form;
}

FormSpec teamForm()
{
    return {{{.key = key::name, .label = Forms::tr("Team name"), .minLength = 2, .maxLength = 50, .rule = isTeamName}}};
}

FormSpec appForm()
{
    FormSpec form;
    form.fields = {
        {.key = key::displayName, .label = Forms::tr("App name"), .minLength = 2, .maxLength = 50,
            .rule = nameGivesListingId},
        {.key = key::type, .label = Forms::tr("App type"), .kind = FieldKind::Choice,
            .choices = {{value::backend, Forms::tr("Service"),
                            Forms::tr("A back end that calls the platform with a client id and secret of its own.")},
                {value::web, Forms::tr("Web"), Forms::tr("Runs in a browser; people sign in with a one-time password.")},
                {value::mobile, Forms::tr("Mobile"),
                    Forms::tr("Runs on a phone; people sign in with a one-time password.")}}},
        {.key = key::shortDescription, .label = Forms::tr("Description"), .kind = FieldKind::MultiLine,
            .help = Forms::tr("One or two sentences on what the app does."), .maxLength = 160},
        {.key = key::version, .label = Forms::tr("Version"), .kind = FieldKind::Version,
            .help = Forms::tr("Three numbers: x.y.z"), .initial = u"1.0.0"_s},
        {.key = key::isConsoleCompatible, .label = Forms::tr("Console Compatible"), .kind = FieldKind::Check,
            .required = false, .help = Forms::tr("The app can be opened from the platform's Console."),
            .shownWhen = ShownWhen{key::type, value::web}},
        {.key = key::listingId, .label = Forms::tr("Listing id"), .required = false,
            .help = Forms::tr("The app's name in addresses and in the marketplace. It can never be changed. Left "
                              "empty, it is made from the name."),
            .minLength = 3, .maxLength = 64, .rule = isListingId},
        {.key = key::categories, .label = Forms::tr("Categories"), .required = false,
            .help = Forms::tr("Words under which the app is found, separated by commas."), .rule = areCategories},
    };
    return form;
}

QString listingIdFor(const QString &appName)
{
    QString id;
    const QString plain = appName.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            id += c;
        else if (!c.isMark() && !id.isEmpty() && !id.endsWith(u'-'))
            id += u'-';
    }
    while (id.endsWith(u'-'))
        id.chop(1);
    while (!id.isEmpty() && !(id.front() >= u'a' && id.front() <= u'z'))
        id.remove(0, 1);
    id.truncate(64);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id;
}

} // namespace gatehouse::os1
