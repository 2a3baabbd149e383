// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/os1platform.h"

#include "app/base/offload.h"
#include "app/platforms/os1/forms.h"
#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/read.h"
#include "app/platforms/os1/readapp.h"
#include "app/platforms/os1/signinforms.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

// The rules of one-time passwords, for the calls whose answer does not tell (contract 5.2).
constexpr std::chrono::seconds codeLife{600};
constexpr std::chrono::seconds resendPause{60};

QString segment(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

Delivery delivered(WireAnswer &&answer)
{
    return {Secret::take(std::move(answer.body)), answer.requestId};
}

// The bytes of a delivery, for a reader that has to have them as a byte array.
Result<JsonReader> parsed(const Delivery &delivery, const QString &place)
{
    QByteArray body = delivery.body.bytes().toByteArray();
    auto reader = JsonReader::parse(body, place);
    const Secret wiped = Secret::take(std::move(body));
    return reader;
}

QJsonObject registrationBody(const FormValues &values)
{
    const QString name = values.trimmed(key::displayName);
    const QString type = values.text(key::type);
    const QString listingId = values.trimmed(key::listingId);
    QJsonArray categories;
    for (const QString &tag : values.trimmed(key::categories).split(u',', Qt::SkipEmptyParts))
        categories.append(tag.trimmed());
    if (categories.isEmpty())
        categories.append(type.toLower()); // the platform wants at least one (contract 4.2)

    QJsonObject body;
    body.insert(key::displayName, name);
    body.insert(key::type, type);
    body.insert(key::listingId, listingId.isEmpty() ? listingIdFor(name) : listingId);
    body.insert(key::version, values.trimmed(key::version));
    body.insert(key::isConsoleCompatible, type == value::web && values.isChecked(key::isConsoleCompatible));
    body.insert(key::shortDescription, values.trimmed(key::shortDescription));
    body.insert(key::categories, categories);
    body.insert("menu"_L1, QJsonArray{QJsonObject{{u"displayName"_s, name.left(30).trimmed()}}});
    return body;
}

} // namespace

QString Os1Platform::name() const
{
    return u"OS1"_s;
}

FormSpec Os1Platform::signInForm() const
{
    return os1::signInForm();
}

QString Os1Platform::accountName(const FormValues &values) const
{
    return values.trimmed(key::emailId);
}

FormSpec Os1Platform::appForm() const
{
    return os1::appForm();
}

QString Os1Platform::appName(const FormValues &values) const
{
    return values.trimmed(key::displayName);
}

Async<CodeSent> Os1Platform::requestCode(FormValues values)
{
    QJsonObject body;
    body.insert(key::emailId, values.trimmed(key::emailId));
    body.insert("mode"_L1, "email"_L1);
    const QString path = u"/developer/auth/request-otp"_s;
    const auto answer = co_await m_wire.postUnsigned(path, body);
    if (!answer)
        co_return failure(answer.error());
    CodeSent sent;
    sent.to = ServerText(values.trimmed(key::emailId));
    sent.sentAt = QDateTime::currentDateTimeUtc();
    sent.validUntil = sent.sentAt.addSecs(codeLife.count());
    sent.nextPossibleAt = sent.sentAt.addSecs(resendPause.count());
    co_return sent;
}

Async<Delivery> Os1Platform::signIn(FormValues values, QString code)
{
    QJsonObject body;
    body.insert(key::emailId, values.trimmed(key::emailId));
    body.insert("mode"_L1, "email"_L1);
    body.insert("otp"_L1, code);
    const QString path = u"/developer/auth/verify-otp"_s;
    auto answer = co_await m_wire.postUnsigned(path, body);
    if (!answer)
        co_return failure(answer.error());
    co_return delivered(std::move(*answer));
}

Async<Delivery> Os1Platform::renew(Secret refreshToken)
{
    const QString path = u"/developer/auth/refresh"_s;
    Secret noAccessToken;
    auto answer = co_await m_wire.postRefresh(path, std::move(refreshToken), std::move(noAccessToken));
    if (!answer)
        co_return failure(answer.error());
    co_return delivered(std::move(*answer));
}

Async<void> Os1Platform::signOut(Secret accessToken, Secret refreshToken)
{
    const QString path = u"/developer/auth/logout"_s;
    const auto answer = co_await m_wire.postRefresh(path, std::move(refreshToken), std::move(accessToken));
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

Result<SignedIn> Os1Platform::readSignIn(const Delivery &delivery) const
{
    const auto reader = parsed(delivery, u"sign-in"_s);
    if (!reader)
        return failure(reader.error());
    return os1::readSignIn(*reader);
}

QList<SignInOption> Os1Platform::signInWays(SignInMeans means) const
{
    return os1::signInWays(means);
}

Async<void> Os1Platform::checkAccessToken(Secret accessToken)
{
    return m_tokenCheck.check(std::move(accessToken));
}

QUrl Os1Platform::signInAddress(const QUrl &page, const QUrl &redirect, const Secret &state) const
{
    return implicitGrantAddress(page, redirect, state);
}

Async<QList<App>> Os1Platform::apps(QString organizationId)
{
    const QString path = u"/developer/organization/"_s + segment(organizationId) + u"/apps"_s;
    auto answer = co_await m_wire.getLong(path);
    if (!answer)
        co_return failure(answer.error());
    const std::function<Result<QList<App>>()> read = [body = std::move(answer->body)] { return readApps(body); };
    co_return co_await offload(read);
}

Async<App> Os1Platform::app(QString appId)
{
    const QString path = u"/developer/apps/"_s + segment(appId);
    const auto answer = co_await m_wire.get(path);
    if (!answer)
        co_return failure(answer.error());
    const auto reader = JsonReader::parse(answer->body, u"app"_s);
    if (!reader)
        co_return failure(reader.error());
    co_return readApp(*reader);
}

Async<Delivery> Os1Platform::registerApp(AppPlace place, FormValues values)
{
    const QString path = u"/developer/apps?organizationId=%1&teamId=%2"_s.arg(
        segment(place.organizationId), segment(place.teamId));
    const QJsonObject body = registrationBody(values);
    auto answer = co_await m_wire.post(path, body);
    if (!answer)
        co_return failure(answer.error());
    co_return delivered(std::move(*answer));
}

Result<App> Os1Platform::readRegistration(const Delivery &delivery) const
{
    const auto reader = parsed(delivery, u"registration"_s);
    if (!reader)
        return failure(reader.error());
    return readApp(*reader);
}

Async<Delivery> Os1Platform::credentials(QString appId, Environment environment)
{
    const QString path = u"/developer/apps/%1/credentials?environment=%2"_s.arg(
        segment(appId), environment == Environment::Production ? u"PRODUCTION"_s : u"DEVELOPMENT"_s);
    auto answer = co_await m_wire.get(path);
    if (!answer)
        co_return failure(answer.error());
    co_return delivered(std::move(*answer));
}

Result<AppCredentials> Os1Platform::readCredentials(const Delivery &delivery) const
{
    const auto reader = parsed(delivery, u"credentials"_s);
    if (!reader)
        return failure(reader.error());
    return os1::readCredentials(*reader);
}

} // namespace gatehouse::os1
