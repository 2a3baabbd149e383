// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/wire.h"

#include "app/base/jsonreader.h"
#include "app/platforms/os1/headers.h"
#include "app/platforms/os1/proposed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

constexpr qint64 longListCap = 512 << 20;
constexpr std::chrono::minutes longListDeadline{3};
constexpr int longestWait = 24 * 3600; // seconds; a server that asks for more is not taken at its word

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 400:
    case 402:
    case 405:
    case 406:
    case 413:
    case 415:
    case 421:
    case 422:
        return ErrorKind::Rejected;
    case 408:
        return ErrorKind::TimedOut;
    case 410:
        return ErrorKind::NotFound;
    case 401:
        return ErrorKind::SignedOut;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::Conflict;
    case 429:
        return ErrorKind::Throttled;
    default:
        return status >= 500 ? ErrorKind::ServerFault : ErrorKind::Malformed;
    }
}

// The last four of the twelve digits say what went wrong (contract 8.3).
void refineByCode(Error &error)
{
    bool isNumber = false;
    static_cast<void>(error.code.toULongLong(&isNumber));
    if (error.code.size() != 12 || !isNumber)
        return;
    switch (error.code.last(4).toInt()) {
    case 203:
        error.reason = ErrorReason::TenantNotApproved;
        break;
    case 401:
        error.kind = ErrorKind::Conflict;
        error.reason = ErrorReason::NameTaken;
        break;
    case 402:
    case 403:
    case 404:
        error.kind = ErrorKind::Conflict;
        break;
    case 405:
        error.kind = ErrorKind::Conflict;
        error.reason = ErrorReason::NoApprovedVersion;
        break;
    case 406:
        error.kind = ErrorKind::Conflict;
        error.reason = ErrorReason::RegistrationRunning;
        break;
    case 501:
        error.reason = ErrorReason::WrongCode;
        break;
    case 502:
        error.reason = ErrorReason::ExpiredCode;
        break;
    case 503:
        error.reason = ErrorReason::TriesUsedUp;
        break;
    case 504:
        error.reason = ErrorReason::ResendTooEarly;
        break;
    case 505:
        error.reason = ErrorReason::TooManySends;
        break;
    default:
        break;
    }
}

FieldRule ruleOf(const QString &word)
{
    if (word == "required"_L1)
        return FieldRule::Required;
    if (word == "pattern"_L1 || word == "format"_L1)
        return FieldRule::Pattern;
    if (word == "length"_L1 || word == "minLength"_L1 || word == "maxLength"_L1)
        return FieldRule::Length;
    if (word == "enum"_L1)
        return FieldRule::Choice;
    if (word == "unknown"_L1)
        return FieldRule::Unknown;
    if (word == "unique"_L1 || word == "duplicate"_L1)
        return FieldRule::Taken;
    return FieldRule::Other;
}

void readAdditionalInfo(const JsonReader &info, Error &error)
{
    for (const JsonReader &field : info.objectsIfAny("fields"_L1)) {
        if (field.textOrEmpty("field"_L1).isEmpty())
            continue; // about no field of the form
        error.fields.insert(field.textOrEmpty("field"_L1),
            {ruleOf(field.textOrEmpty("rule"_L1)), field.serverText("message"_L1)});
    }
    const auto number = [&info](QLatin1StringView key) { return info.json().value(key).toInt(-1); };
    if (const int left = number("attemptsLeft"_L1); left >= 0)
        error.attemptsLeft = left;
    if (const int wait = number("retryAfter"_L1); wait >= 0)
        error.retryAfter = std::chrono::seconds(std::min(wait, longestWait));
}

std::chrono::milliseconds serverAhead(const HttpAnswer &answer)
{
    const auto date = QLocale::c().toDateTime(
        QString::fromLatin1(answer.header("Date")), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return {};
    const QDateTime server(date.date(), date.time(), Qt::UTC);
    return std::chrono::milliseconds(QDateTime::currentDateTimeUtc().msecsTo(server));
}

// The sentence about a missing call is ours: what the server says of its paths helps nobody.
Error notOffered(const HttpAnswer &answer, Offer offer, const QString &requestId)
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.reason = ErrorReason::NotOffered;
    error.missing = offer;
    error.requestId = requestId;
    error.detail = u"HTTP status %1 to a call that the contract marks as proposed"_s.arg(answer.status);
    return error;
}

} // namespace

Error errorOf(const HttpAnswer &answer, const QString &requestId)
{
    Error error;
    error.kind = kindOfStatus(answer.status);
    error.requestId = requestId;
    error.detail = u"HTTP status %1"_s.arg(answer.status);
    bool isNumber = false;
    const int wait = answer.header("Retry-After").toInt(&isNumber);
    if (isNumber && wait >= 0)
        error.retryAfter = std::chrono::seconds(std::min(wait, longestWait));

    const auto body = JsonReader::parse(answer.body, u"error"_s);
    const auto envelope = body ? body->objectIfAny("error"_L1) : std::nullopt;
    if (!envelope)
        return error; // the status is all there is
    error.code = envelope->textOrEmpty("code"_L1);
    error.said = envelope->serverText("description"_L1);
    if (const auto info = envelope->objectIfAny("additionalInfo"_L1))
        readAdditionalInfo(*info, error);
    refineByCode(error);
    return error;
}

Async<WireAnswer> Wire::exchange(HttpRequest request, QString path, Signed isSigned)
{
    const auto base = co_await m_connection.baseUrl();
    if (!base)
        co_return failure(base.error());
    request.url = QUrl(base->toString(QUrl::StripTrailingSlash) + path);
    if (isSigned == Signed::Yes) {
        const auto token = co_await m_connection.accessToken();
        if (!token)
            co_return failure(token.error());
        request.headers.append({developerTokenHeader.toByteArray(), token->bytes().toByteArray()});
    }
    const QString requestId = newRequestId();
    request.headers.append({requestIdHeader.toByteArray(), requestId.toLatin1()});

    const std::optional<Offer> offer = proposedBy(request.verb, path);
    auto answer = co_await m_http.send(std::move(request));
    if (!answer) {
        Error error = answer.error();
        error.requestId = requestId;
        co_return failure(error);
    }
    if (offer && saysNotOffered(*answer)) {
        m_connection.noteOffer(*offer, false);
        co_return failure(notOffered(*answer, *offer, requestId));
    }
    if (!answer->isSuccess())
        co_return failure(errorOf(*answer, requestId));
    if (offer)
        m_connection.noteOffer(*offer, true);
    co_return WireAnswer{std::move(answer->body), requestId, serverAhead(*answer)};
}

Async<HttpAnswer> Wire::peek(QString path, Secret accessToken)
{
    const auto base = co_await m_connection.baseUrl();
    if (!base)
        co_return failure(base.error());
    HttpRequest request;
    request.url = QUrl(base->toString(QUrl::StripTrailingSlash) + path);
    request.headers.append({developerTokenHeader.toByteArray(), accessToken.bytes().toByteArray()});
    request.headers.append(
        {requestIdHeader.toByteArray(), newRequestId().toLatin1()});
    co_return co_await m_http.send(std::move(request));
}

Async<WireAnswer> Wire::get(QString path)
{
    HttpRequest request;
    return exchange(std::move(request), path, Signed::Yes);
}

Async<WireAnswer> Wire::getLong(QString path)
{
    HttpRequest request;
    request.cap = longListCap;
    request.deadline = longListDeadline;
    return exchange(std::move(request), path, Signed::Yes);
}

Async<WireAnswer> Wire::send(QByteArray verb, QString path, QJsonObject body, Signed isSigned)
{
    HttpRequest request;
    request.verb = verb;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return exchange(std::move(request), path, isSigned);
}

Async<WireAnswer> Wire::post(QString path, QJsonObject body)
{
    return send("POST", std::move(path), std::move(body), Signed::Yes);
}

Async<WireAnswer> Wire::put(QString path, QJsonObject body)
{
    return send("PUT", std::move(path), std::move(body), Signed::Yes);
}

Async<WireAnswer> Wire::patch(QString path, QJsonObject body)
{
    return send("PATCH", std::move(path), std::move(body), Signed::Yes);
}

Async<WireAnswer> Wire::del(QString path)
{
    HttpRequest request;
    request.verb = "DELETE";
    return exchange(std::move(request), path, Signed::Yes);
}

Async<WireAnswer> Wire::postUnsigned(QString path, QJsonObject body)
{
    return send("POST", std::move(path), std::move(body), Signed::No);
}

Async<WireAnswer> Wire::postRefresh(QString path, Secret refreshToken, Secret accessToken)
{
    HttpRequest request;
    request.verb = "POST";
    request.headers.append({refreshTokenHeader.toByteArray(), refreshToken.bytes().toByteArray()});
    if (!accessToken.isEmpty())
        request.headers.append({developerTokenHeader.toByteArray(), accessToken.bytes().toByteArray()});
    request.body = "{}";
    return exchange(std::move(request), path, Signed::No);
}

} // namespace gatehouse::os1
