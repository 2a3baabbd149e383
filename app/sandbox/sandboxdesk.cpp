// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxdesk.h"

#include "app/base/jsonreader.h"
#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/versionwords.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

Result<QList<JsonReader>> listOf(const QByteArray &body, const QString &place)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (!document.isArray())
        return failure(ErrorKind::Malformed, place + u": "_s + error.errorString());
    QList<JsonReader> list;
    for (const QJsonValue &value : document.array())
        list.append(JsonReader(value.toObject(), place));
    return list;
}

SandboxMail mailOf(JsonReader &reader)
{
    SandboxMail mail;
    mail.id = reader.json().value("id"_L1).toVariant().toString();
    mail.to = reader.serverText("to"_L1);
    mail.subject = reader.serverText("subject"_L1);
    mail.text = reader.serverText("text"_L1);
    mail.code = reader.textOrEmpty("code"_L1);
    mail.sentAt = reader.timeIfAny("sentAt"_L1);
    return mail;
}

TenantState stateOf(const QString &word)
{
    if (word == "PENDING_APPROVAL"_L1)
        return TenantState::Pending;
    if (word == "APPROVED"_L1)
        return TenantState::Approved;
    if (word == "ALLOCATED"_L1)
        return TenantState::Allocated;
    if (word == "DECLINED"_L1)
        return TenantState::Declined;
    return TenantState::Unknown;
}

ReviewRequest reviewOf(JsonReader &reader)
{
    ReviewRequest review;
    review.organizationId = reader.text("organizationId"_L1);
    review.name = reader.serverText("companyName"_L1);
    review.contact = reader.serverText("contact"_L1);
    if (review.name.isEmpty())
        review.name = review.contact.isEmpty() ? reader.serverText("shortName"_L1) : review.contact;
    review.email = reader.serverText("email"_L1);
    review.website = reader.serverText("website"_L1);
    review.domain = reader.serverText("domain"_L1);
    review.country = reader.textOrEmpty("country"_L1);
    review.isBusiness = reader.textOrEmpty("type"_L1) == "BUSINESS"_L1;
    review.state = stateOf(reader.text("tenantStatus"_L1));
    review.requestedAt = reader.timeIfAny("requestedAt"_L1);
    review.decidedAt = reader.timeIfAny("decidedAt"_L1);
    review.reason = reader.serverText("reason"_L1);
    return review;
}

// The sandbox speaks OS1's words here too. A word that is not one of ours is nothing we could offer.
VersionReview versionReviewOf(JsonReader &reader)
{
    VersionReview review;
    review.appId = reader.text("appId"_L1);
    review.versionId = reader.text("appVersionId"_L1);
    review.name = reader.serverText("displayName"_L1);
    review.number = reader.text("version"_L1);
    review.listingId = reader.serverText("listingId"_L1);
    review.organization = reader.serverText("organization"_L1);
    const QString type = reader.textOrEmpty("appType"_L1);
    review.type = type == os1::value::web ? AppType::Web
        : type == os1::value::mobile      ? AppType::Mobile
        : type == os1::value::backend     ? AppType::Backend
                                          : AppType::Unknown;
    const QString status = reader.text("status"_L1);
    for (const auto &[word, state] : os1::versionStates) {
        if (status == word)
            review.state = state;
    }
    review.submittedAt = reader.timeIfAny("submittedAt"_L1);
    review.submittedBy = reader.serverText("submittedBy"_L1);
    for (const QJsonValue &allowed : reader.json().value("allowed"_L1).toArray()) {
        for (const auto &[word, action] : os1::versionActions) {
            if (allowed.toString() == word && !review.allowed.contains(action))
                review.allowed.append(action);
        }
    }
    return review;
}

template<class T>
Result<QList<T>> readAll(const QByteArray &body, const QString &place, T (*read)(JsonReader &))
{
    auto readers = listOf(body, place);
    if (!readers)
        return failure(readers.error());
    QList<T> list;
    for (JsonReader &reader : *readers) {
        list.append(read(reader));
        if (const auto problem = reader.problem())
            return failure(*problem);
    }
    return list;
}

QByteArray jsonOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// What a reviewer says, of a tenant or of a version.
QByteArray decisionBody(const QString &action, const QString &reason)
{
    QJsonObject object{{u"action"_s, action}};
    if (!reason.isEmpty())
        object.insert("reason"_L1, reason);
    return jsonOf(object);
}

} // namespace

SandboxDesk::SandboxDesk(LocalSandbox &sandbox, QObject *parent) : QObject(parent), m_sandbox(sandbox) { }

Async<QList<SandboxMail>> SandboxDesk::mail()
{
    const QString path = u"mail?limit=50"_s;
    const auto answer = co_await m_sandbox.ask(path);
    if (!answer)
        co_return failure(answer.error());
    co_return readAll(answer->body, u"mail"_s, mailOf);
}

Async<QList<ReviewRequest>> SandboxDesk::reviews()
{
    const QString path = u"reviews"_s;
    const auto answer = co_await m_sandbox.ask(path);
    if (!answer)
        co_return failure(answer.error());
    co_return readAll(answer->body, u"reviews"_s, reviewOf);
}

Async<void> SandboxDesk::decide(QString organizationId, Decision decision, QString reason)
{
    const QString action = decision == Decision::Approve ? u"APPROVE_TENANT"_s : u"DECLINE_TENANT"_s;
    const QString path = u"reviews/"_s + QString::fromLatin1(QUrl::toPercentEncoding(organizationId));
    const QByteArray body = decisionBody(action, reason);
    const QByteArray verb = "POST";
    const auto done = co_await m_sandbox.tell(verb, path, body);
    if (!done)
        co_return failure(done.error());
    Q_EMIT decided(organizationId);
    co_return Result<void>();
}

Async<QList<VersionReview>> SandboxDesk::versionReviews()
{
    const QString path = u"reviews/versions"_s;
    const auto answer = co_await m_sandbox.ask(path);
    if (!answer)
        co_return failure(answer.error());
    co_return readAll(answer->body, u"version reviews"_s, versionReviewOf);
}

Async<void> SandboxDesk::decideVersion(QString versionId, VersionAction action, QString reason)
{
    const QString path = u"reviews/versions/"_s + QString::fromLatin1(QUrl::toPercentEncoding(versionId));
    const QByteArray body = decisionBody(os1::wordOf(action), reason);
    const QByteArray verb = "POST";
    const auto done = co_await m_sandbox.tell(verb, path, body);
    if (!done)
        co_return failure(done.error());
    Q_EMIT versionDecided(versionId);
    co_return Result<void>();
}

Async<int> SandboxDesk::provisioningTime()
{
    const QString path = u"status"_s;
    const auto answer = co_await m_sandbox.ask(path);
    if (!answer)
        co_return failure(answer.error());
    auto reader = JsonReader::parse(answer->body, u"status"_s);
    if (!reader)
        co_return failure(reader.error());
    const auto seconds = reader->integer("provisioningSeconds"_L1, 0, 24 * 3600);
    if (const auto problem = reader->problem())
        co_return failure(*problem);
    co_return int(seconds);
}

Async<void> SandboxDesk::setProvisioningTime(int seconds)
{
    QJsonObject object;
    object.insert("provisioningSeconds"_L1, seconds);
    const QByteArray body = jsonOf(object);
    const QByteArray verb = "PUT";
    const QString path = u"settings"_s;
    const auto done = co_await m_sandbox.tell(verb, path, body);
    if (!done)
        co_return failure(done.error());
    co_return Result<void>();
}

} // namespace gatehouse
