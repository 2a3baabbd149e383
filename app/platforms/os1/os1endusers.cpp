// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/os1endusers.h"

#include "app/base/jsonreader.h"
#include "app/platforms/os1/credentialforms.h"
#include "app/platforms/os1/keys.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

// Who the code is for; nothing else may stand in the body.
QJsonObject bodyOf(const FormValues &values)
{
    QJsonObject body{{key::mode, values.text(key::mode)}};
    if (values.text(key::mode) == value::bySms) {
        body.insert("mobile"_L1, QJsonObject{{key::countryCode, values.trimmed(key::countryCode)},
                                     {key::number, values.trimmed(key::number)}});
    } else {
        body.insert(key::emailId, values.trimmed(key::emailId));
    }
    return body;
}

TenantRequest requestOf(const QString &tenantUrl, const QString &tenantId, const QString &act, const QJsonObject &body)
{
    TenantRequest request;
    request.verb = "POST";
    request.tenantUrl = tenantUrl;
    request.tenantId = tenantId;
    request.path = u"/core/api/v1/aaa/auth/"_s + act;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace

FormSpec Os1EndUsers::form() const
{
    return endUserForm();
}

QString Os1EndUsers::explanation() const
{
    return endUserExplanation();
}

Async<CallAnswer> Os1EndUsers::requestCode(QString tenantUrl, QString tenantId, FormValues values)
{
    TenantRequest request = requestOf(tenantUrl, tenantId, u"request-otp"_s, bodyOf(values));
    auto answer = co_await m_wire.send(std::move(request));
    if (!answer)
        co_return failure(answer.error());
    co_return callAnswer(std::move(*answer));
}

Async<CallAnswer> Os1EndUsers::verifyCode(QString tenantUrl, QString tenantId, FormValues values, QString code)
{
    QJsonObject body = bodyOf(values);
    body.insert("otp"_L1, code);
    TenantRequest request = requestOf(tenantUrl, tenantId, u"verify-otp"_s, body);
    auto answer = co_await m_wire.send(std::move(request));
    if (!answer)
        co_return failure(answer.error());
    co_return callAnswer(std::move(*answer));
}

Result<ServerText> Os1EndUsers::readUserId(const CallAnswer &answer) const
{
    const auto whole = JsonReader::parse(answer.body.wire().toUtf8(), u"code"_s);
    if (!whole)
        return failure(whole.error());
    JsonReader outer = *whole;
    JsonReader data = outer.object("data"_L1);
    const QString userId = data.text("userId"_L1);
    outer.adopt(data);
    if (const auto problem = outer.problem())
        return failure(*problem);
    return ServerText(userId);
}

} // namespace gatehouse::os1
