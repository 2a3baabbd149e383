// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/credentialforms.h"

#include "app/platforms/os1/keys.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::os1::CredentialForms)
};

std::optional<QString> isCountryCode(const FormValues &values)
{
    static const QRegularExpression pattern(u"^\\+(\\d{1}-)?(\\d{1,3})$"_s);
    if (pattern.match(values.trimmed(key::countryCode)).hasMatch())
        return std::nullopt;
    return Forms::tr("A plus sign and the digits of the country, like +44.");
}

std::optional<QString> isMobileNumber(const FormValues &values)
{
    static const QRegularExpression pattern(u"^[0-9]{4,14}$"_s);
    if (pattern.match(values.trimmed(key::number)).hasMatch())
        return std::nullopt;
    return Forms::tr("Digits only, without the country's and without spaces.");
}

} // namespace

QString rotationConsequence()
{
    return Forms::tr("The old secret dies at once: whatever still uses it gets no new token until it has the new one. "
                     "Tokens that were got with it may end with it. The new secret is kept before it is shown.");
}

FormSpec endUserForm()
{
    const ShownWhen byText{key::mode, value::bySms};
    return {{{.key = key::mode, .label = Forms::tr("How the code is sent"), .kind = FieldKind::Choice,
                 .choices = {{value::byEmail, Forms::tr("By e-mail")}, {value::bySms, Forms::tr("By text message")}},
                 .initial = value::byEmail},
        {.key = key::emailId, .label = Forms::tr("User's e-mail"), .kind = FieldKind::Email,
            .example = Forms::tr("name@example.com"), .maxLength = 254,
            .shownWhen = ShownWhen{key::mode, value::byEmail}},
        {.key = key::countryCode, .label = Forms::tr("Country code"), .example = u"+44"_s, .minLength = 2,
            .maxLength = 4, .shownWhen = byText, .rule = isCountryCode},
        {.key = key::number, .label = Forms::tr("Mobile number"), .minLength = 4, .maxLength = 10, .shownWhen = byText,
            .rule = isMobileNumber}}};
}

QString endUserExplanation()
{
    return Forms::tr("The tenant tells who the user is and nothing more: a user id, no token. An app that needs a token "
                     "for its user lets the AAA SDK do the sign-in: loginWithRedirect opens the tenant's own page, and "
                     "getAccessTokenSilently then gives the token, which goes into the header X-COREOS-ACCESS.");
}

} // namespace gatehouse::os1
