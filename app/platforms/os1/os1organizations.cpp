// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/os1organizations.h"

#include "app/platforms/os1/forms.h"
#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/read.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

QString pathOf(const QString &organizationId, const QString &rest = {})
{
    return u"/developer/organizations/"_s + QString::fromLatin1(QUrl::toPercentEncoding(organizationId)) + rest;
}

QJsonObject bodyOf(const FormValues &values, const QStringList &keys)
{
    const FormSpec form = organizationForm();
    QJsonObject body;
    for (const QString &fieldKey : keys) {
        const FieldSpec *field = form.field(fieldKey);
        if (!field || !form.isShown(*field, values))
            continue;
        if (field->kind == FieldKind::Check)
            body.insert(fieldKey, values.isChecked(fieldKey));
        else
            body.insert(fieldKey, values.trimmed(fieldKey));
    }
    return body;
}

Result<Organization> organizationOf(const WireAnswer &answer)
{
    const auto reader = JsonReader::parse(answer.body, u"organization"_s);
    if (!reader)
        return failure(reader.error());
    return readOrganization(*reader, answer.serverAhead);
}

Result<Tenant> tenantOf(const WireAnswer &answer)
{
    const auto reader = JsonReader::parse(answer.body, u"tenant"_s);
    if (!reader)
        return failure(reader.error());
    return readTenant(*reader);
}

// A call that changes something was answered by a success that cannot be read: it took effect all the same.
template<class T>
Result<T> afterChange(Result<T> read)
{
    if (!read)
        read.error().outcomeUnknown = true;
    return read;
}

} // namespace

FormSpec Os1Organizations::form() const
{
    return organizationForm();
}

QStringList Os1Organizations::requirementKeys() const
{
    return {key::acknowledged};
}

QStringList Os1Organizations::kindKeys() const
{
    return {key::type};
}

QStringList Os1Organizations::detailKeys() const
{
    return {key::companyName, key::email, key::firstName, key::lastName, key::website, key::domain, key::country};
}

QStringList Os1Organizations::correctableKeys() const
{
    return {key::companyName, key::firstName, key::lastName, key::website, key::country};
}

FormValues Os1Organizations::valuesOf(const Organization &organization) const
{
    FormValues values;
    values.setText(key::type, organization.isBusiness ? value::business : value::individual);
    values.setText(key::companyName, organization.companyName.wire());
    values.setText(key::email, organization.email.wire());
    values.setText(key::firstName, organization.firstName.wire());
    values.setText(key::lastName, organization.lastName.wire());
    values.setText(key::website, organization.website.wire());
    values.setText(key::domain, organization.domain.wire());
    values.setText(key::country, organization.country);
    return values;
}

Async<Organization> Os1Organizations::create(FormValues values)
{
    const QStringList keys = requirementKeys() + kindKeys() + detailKeys();
    const QJsonObject body = bodyOf(values, keys);
    const QString path = u"/developer/organizations"_s;
    const auto answer = co_await m_wire.post(path, body);
    if (!answer)
        co_return failure(answer.error());
    co_return afterChange(organizationOf(*answer));
}

Async<Organization> Os1Organizations::verify(QString organizationId, QString code)
{
    QJsonObject body;
    body.insert("otp"_L1, code);
    const QString path = pathOf(organizationId, u"/verify-otp"_s);
    const auto answer = co_await m_wire.post(path, body);
    if (!answer)
        co_return failure(answer.error());
    co_return afterChange(organizationOf(*answer));
}

Async<CodeSent> Os1Organizations::resend(QString organizationId)
{
    const QJsonObject body;
    const QString path = pathOf(organizationId, u"/resend-otp"_s);
    const auto answer = co_await m_wire.post(path, body);
    if (!answer)
        co_return failure(answer.error());
    const auto reader = JsonReader::parse(answer->body, u"resend"_s);
    if (!reader)
        co_return afterChange(Result<CodeSent>(failure(reader.error())));
    co_return afterChange(readResend(*reader, answer->serverAhead));
}

Async<QList<Organization>> Os1Organizations::mine()
{
    const QString path = u"/developer/organizations"_s;
    const auto answer = co_await m_wire.get(path);
    if (!answer)
        co_return failure(answer.error());
    co_return readOrganizations(answer->body, answer->serverAhead);
}

Async<Organization> Os1Organizations::get(QString organizationId)
{
    const QString path = pathOf(organizationId);
    const auto answer = co_await m_wire.get(path);
    if (!answer)
        co_return failure(answer.error());
    co_return organizationOf(*answer);
}

Async<Tenant> Os1Organizations::tenant(QString organizationId)
{
    const QString path = pathOf(organizationId, u"/tenant"_s);
    const auto answer = co_await m_wire.get(path);
    if (!answer && answer.error().kind == ErrorKind::NotFound)
        co_return Tenant(); // 404 stands for: not requested yet
    if (!answer)
        co_return failure(answer.error());
    co_return tenantOf(*answer);
}

Async<Organization> Os1Organizations::correct(QString organizationId, FormValues values)
{
    const QStringList keys = correctableKeys();
    const QJsonObject body = bodyOf(values, keys);
    const QString path = pathOf(organizationId);
    const auto answer = co_await m_wire.patch(path, body);
    if (!answer)
        co_return failure(answer.error());
    co_return afterChange(organizationOf(*answer));
}

Async<Tenant> Os1Organizations::askAgain(QString organizationId)
{
    QJsonObject body;
    body.insert("action"_L1, "REQUEST_TENANT"_L1);
    const QString path = pathOf(organizationId, u"/tenant/states"_s);
    const auto answer = co_await m_wire.put(path, body);
    if (!answer)
        co_return failure(answer.error());
    co_return afterChange(tenantOf(*answer));
}

} // namespace gatehouse::os1
