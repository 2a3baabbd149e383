// SPDX-License-Identifier: GPL-3.0-or-later
//
// inTandem's API tokens: listing, generating and revoking them, and the tokens of services.

#include "intandemworld.h"

class IntandemTokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tokens();
    void revoking();
    void serviceTokens();
};

void IntandemTokens::tokens()
{
    Caller caller;
    IntandemWorld world(caller);
    const QString path = u"/platform/v1/tokens"_s;
    const auto listed = [&](const QString &token, const QString &query = {}) {
        return world.as(token, "GET", path + query).data()["tokens"_L1].toArray();
    };
    QCOMPARE(listed(world.staffToken), (QJsonArray{QJsonObject{{u"token"_s, world.staffToken}}}));
    QCOMPARE(listed(world.directoryToken)[0]["token"_L1].toString(), world.directoryToken);
    const QString appId = world.newApp().value("app_id"_L1).toString();
    const QString token = world.as(world.directoryToken, "POST", path, QJsonObject{{u"app_id"_s, appId}})
                              .data()["token"_L1]
                              .toString();
    QCOMPARE(listed(world.directoryToken, "?app_id="_L1 + appId)[0]["token"_L1].toString(), token);
    // A number is taken as well, as other replies have it.
    QCOMPARE(
        world.as(world.directoryToken, "POST", path, QJsonObject{{u"app_id"_s, appId.toInt()}}).status, 201);
    QCOMPARE(
        world.as(token, "GET", u"/platform/v1/fields"_s, QJsonValue::Undefined, world.forBusiness()).status,
        200);
    QCOMPARE(world.as(token, "GET", u"/platform/v1/fields"_s).status, 401); // for which business?
    const auto forBusiness
        = world.as(world.directoryToken, "POST", path, QJsonObject{{u"business_id"_s, world.businessUid}});
    QCOMPARE(
        world.as(forBusiness.data()["token"_L1].toString(), "GET", u"/platform/v1/payments"_s).status, 201);
    const auto forDirectory = world.as(
        world.directoryToken, "POST", path, QJsonObject{{u"directory_id"_s, world.directoryNumber}});
    QCOMPARE(forDirectory.status, 201);
    QCOMPARE(world.as(world.directoryToken, "POST", path, QJsonObject{{u"app_id"_s, u"99"_s}}).status, 404);
    QCOMPARE(
        world.as(world.directoryToken, "POST", path, QJsonObject{{u"business_id"_s, u"no"_s}}).status, 404);
    QCOMPARE(world.as(world.directoryToken, "POST", path, QJsonObject{{u"directory_id"_s, 7}}).status, 404);
    QCOMPARE(world.as(world.staffToken, "POST", path, QJsonObject{{u"directory_id"_s, world.directoryNumber}})
                 .status,
        401);
    QCOMPARE(world.as(world.staffToken, "POST", path, QJsonObject{{u"business_id"_s, world.otherBusinessUid}})
                 .status,
        401);
}

void IntandemTokens::revoking()
{
    Caller caller;
    IntandemWorld world(caller);
    const auto revoke = [&](const QString &as, const QString &token) {
        return world.as(as, "POST", u"/platform/v1/tokens/revoke"_s, QJsonObject{{u"token"_s, token}});
    };
    const QString token = world.appToken();
    QCOMPARE(world.as(token, "GET", u"/platform/v1/fields"_s).status, 200);
    QCOMPARE(revoke(world.otherStaffToken, token).text(u"error"_s), u"Unauthorized"_s);
    const auto revoked = revoke(world.staffToken, token);
    QCOMPARE(revoked.status, 201);
    QCOMPARE(revoked.data()["revoked_tokens"_L1].toArray(), QJsonArray{token});
    QCOMPARE(world.as(token, "GET", u"/platform/v1/fields"_s).status, 401);
    QCOMPARE(revoke(world.staffToken, token).text(u"error"_s), u"invalid token"_s);
    QCOMPARE(revoke(world.staffToken, world.directoryToken).status, 422);
    QCOMPARE(revoke(world.directoryToken, world.staffToken).status, 201);
    QCOMPARE(caller.send("DELETE", u"/platform/v1/tokens"_s, {}, {}).status, 405);
}

void IntandemTokens::serviceTokens()
{
    Caller caller;
    IntandemWorld world(caller);
    const QJsonObject app = world.newApp();
    const auto ask = [&](const QString &secret) {
        return caller.send("POST", u"/oauth/service/token"_s,
            Caller::json(
                QJsonObject{{u"service_id"_s, app.value("client_id"_L1)}, {u"service_secret"_s, secret}}),
            {{"Content-Type", "application/json"}});
    };
    const QString secret = app.value("client_secret"_L1).toString();
    QCOMPARE(ask(u"wrong"_s).status, 401);
    const auto flat = ask(secret);
    QCOMPARE(flat.object().value("expires_in"_L1).toInt(), 3600);
    QCOMPARE(world.as(flat.text(u"access_token"_s), "GET", u"/v3/apps/widgets"_s).status, 200);
    caller.control("PUT", u"intandem"_s, QJsonObject{{u"serviceToken"_s, u"wrapped"_s}});
    QCOMPARE(ask(secret).data()["expires_in"_L1].toInt(), 604800);
    QCOMPARE(caller.control("PUT", u"intandem"_s, QJsonObject{{u"serviceToken"_s, u"round"_s}}).status, 400);
    caller.advance(3601);
    QCOMPARE(world.as(flat.text(u"access_token"_s), "GET", u"/v3/apps/widgets"_s).status, 401);
}

QTEST_GUILESS_MAIN(IntandemTokens)
#include "intandem_tokens.moc"
