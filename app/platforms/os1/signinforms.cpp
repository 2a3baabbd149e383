// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/signinforms.h"

#include "app/forms/validators.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::os1::SignInForms)
};

// A base to which paths are added, or a page to which parameters are: tokens travel there, so only encrypted.
std::optional<QString> addressProblem(const QString &text)
{
    using validators::ServiceAddress;
    switch (validators::serviceAddress(text)) {
    case ServiceAddress::Good:
        return std::nullopt;
    case ServiceAddress::Unencrypted:
        return Forms::tr("Begin with https://. Plain http:// is taken only for this computer itself.");
    case ServiceAddress::HasUserInfo:
        return Forms::tr("Leave out the user name and password.");
    case ServiceAddress::HasQueryOrFragment:
        return Forms::tr("Leave out everything from the question mark or the hash sign on.");
    case ServiceAddress::NoAddress:
        break;
    }
    return Forms::tr("Write a whole address, like %1.").arg(QString(publicApi));
}

FieldSpec::Rule addressRule(QLatin1StringView fieldKey)
{
    return [fieldKey](const FormValues &values) { return addressProblem(values.trimmed(fieldKey)); };
}

// Ids go into paths and queries; what no server gives out as an id is a slip of the hand.
FieldSpec::Rule idRule(QLatin1StringView fieldKey)
{
    return [fieldKey](const FormValues &values) -> std::optional<QString> {
        static const QRegularExpression pattern(uR"(\A[A-Za-z0-9][A-Za-z0-9._:-]{0,127}\z)"_s);
        if (pattern.match(values.trimmed(fieldKey)).hasMatch())
            return std::nullopt;
        return Forms::tr("Letters, digits, dots, colons and hyphens, without spaces.");
    };
}

} // namespace

QList<SignInOption> signInWays(SignInMeans means)
{
    QList<SignInOption> ways{
        {SignInWay::OneTimePassword, Forms::tr("By email"),
            Forms::tr("A password that is good once is sent to your e-mail address.")},
        {SignInWay::PastedToken, Forms::tr("Access token"),
            Forms::tr("Copy an access token from the web portal and paste it here.")},
        {SignInWay::Browser, Forms::tr("Browser"), Forms::tr("Sign in on the platform's own page in your browser.")},
    };
    if (!means.hasOneTimePassword)
        ways[0].whyNot = Forms::tr("This server does not sign programs in with a one-time password.");
    if (!means.hasBrowserPage)
        ways[2].whyNot = Forms::tr("The address of the sign-in page is not known. Enter it in the profile's addresses.");
    return ways;
}

FormSpec profileForm()
{
    FormSpec form;
    form.fields = {
        {.key = key::profileName, .label = Forms::tr("Profile name"),
            .help = Forms::tr("How this account is called in Gatehouse."), .maxLength = 40, .initial = u"OS1"_s},
        {.key = key::apiAddress, .label = Forms::tr("Developer API"), .kind = FieldKind::Url,
            .help = Forms::tr("Where programs talk to the platform."), .example = QString(publicApi),
            .maxLength = 2048, .initial = QString(publicApi), .rule = addressRule(key::apiAddress)},
        {.key = key::portalAddress, .label = Forms::tr("Web portal"), .kind = FieldKind::Url,
            .help = Forms::tr("Where people use the platform in a browser."), .example = QString(publicPortal),
            .maxLength = 2048, .initial = QString(publicPortal), .rule = addressRule(key::portalAddress)},
        {.key = key::signInPage, .label = Forms::tr("Sign-in page"), .kind = FieldKind::Url, .required = false,
            .help = Forms::tr("The authorization address of your organization's login page. With it you can sign in "
                              "in the browser."),
            .maxLength = 2048, .rule = addressRule(key::signInPage)},
    };
    return form;
}

FormSpec placesForm()
{
    FormSpec form;
    form.fields = {
        {.key = key::organizationId, .label = Forms::tr("Organization id"),
            .help = Forms::tr("In the web portal, on the page of the organization."),
            .rule = idRule(key::organizationId)},
        {.key = key::teamId, .label = Forms::tr("Team id"), .help = Forms::tr("Apps are registered in this team."),
            .rule = idRule(key::teamId)},
        {.key = key::tenantUrl, .label = Forms::tr("Tenant URL"), .kind = FieldKind::Url, .required = false,
            .help = Forms::tr("Where the APIs of your tenant are called."), .maxLength = 2048,
            .rule = addressRule(key::tenantUrl)},
        {.key = key::tenantId, .label = Forms::tr("Tenant id"), .required = false, .rule = idRule(key::tenantId)},
    };
    return form;
}

QUrl implicitGrantAddress(const QUrl &page, const QUrl &redirect, const Secret &state)
{
    QUrlQuery query;
    query.addQueryItem(u"response_type"_s, u"token"_s);
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    query.addQueryItem(u"client_id"_s, encoded(u"app::developerplatform"_s));
    query.addQueryItem(u"redirect_uri"_s, encoded(redirect.toString(QUrl::FullyEncoded)));
    query.addQueryItem(u"state"_s, encoded(QString::fromLatin1(state.bytes())));
    QUrl address = page;
    address.setQuery(query);
    return address;
}

} // namespace gatehouse::os1
