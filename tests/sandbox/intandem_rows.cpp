// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every row of inTandem's tables of calls, with every kind of token, good and bad.

#include "intandemrows.h"

#include "sandbox/http/routes.h"

class IntandemRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTableIsComplete();
    void everyRowForEverybody();
    void nobodyPasses();
    void wrongBodies();
    void strangersPassNowhere();
};

namespace {

QString nameOf(const IntandemRow &row)
{
    return QLatin1StringView(row.method) + u' ' + QLatin1StringView(row.path);
}

} // namespace

void IntandemRows::theTableIsComplete()
{
    Caller caller;
    int count = 0;
    for (const sandbox::Route &route : caller.server->routes().all()) {
        if (route.access != sandbox::Access::Intandem || route.takesFile)
            continue;
        ++count;
        static const QRegularExpression braces(u"\\{[A-Za-z]+\\}"_s);
        const QString pattern = QString(route.pattern).replace(braces, u"{}"_s);
        const bool isThere = std::ranges::any_of(intandemRows, [&](const IntandemRow &row) {
            const QString path = QString::fromLatin1(row.path).section(u'?', 0, 0).replace(braces, u"{}"_s);
            return path == pattern && row.method == route.method;
        });
        QVERIFY2(isThere, qPrintable(QString::fromLatin1(route.method) + u' ' + route.pattern));
    }
    QCOMPARE(count, int(std::size(intandemRows)));
}

void IntandemRows::everyRowForEverybody()
{
    Caller caller;
    IntandemWorld world(caller);
    IntandemWalk walk(world);
    int good = 0;
    int refused = 0;
    for (const IntandemRow &row : intandemRows) {
        for (const QChar kind : u"DSA"_s) {
            const QString kinds = QString::fromLatin1(row.kinds);
            const QChar asked = kind == u'D' && kinds.contains(u'O') ? QChar(u'O') : kind;
            const auto answer = walk.call(row, asked, row.body);
            const QString said = nameOf(row) + u' ' + asked + u' ' + QString::fromUtf8(answer.body.left(300));
            if (kinds.contains(asked)) {
                ++good;
                const int wanted
                    = kind == u'D' && row.directoryStatus != 0 ? row.directoryStatus : row.status;
                QVERIFY2(answer.status == wanted, qPrintable(said + QString::number(answer.status)));
                QVERIFY2(!answer.object().isEmpty(), qPrintable(said));
                continue;
            }
            ++refused;
            const QByteArrayView path(row.path);
            const int wanted = path.startsWith("/v3/apps/widgets") ? 403
                : path.endsWith("/revoke")                         ? 422
                                                                   : 401;
            QVERIFY2(answer.status == wanted, qPrintable(said));
        }
    }
    qInfo("%d rows walked, %d good calls, %d of a wrong kind", int(std::size(intandemRows)), good, refused);
}

// Without a token, with one that nobody has, and with what looks like a JWT.
void IntandemRows::nobodyPasses()
{
    Caller caller;
    const auto send = [&caller](const IntandemRow &row, const QByteArray &authorization) {
        return caller.send(row.method, QString::fromLatin1(row.path).replace(u'{', u'x').replace(u'}', u'x'),
            {}, {{"Authorization", authorization}});
    };
    int calls = 0;
    for (const IntandemRow &row : intandemRows) {
        const QByteArrayView path(row.path);
        for (const QByteArray &token :
            QByteArrayList{"", "Bearer nobody", "Bearer a.b.c", "Token token=\"x\""}) {
            const auto answer = send(row, token);
            ++calls;
            QVERIFY2(answer.status == 401, qPrintable(nameOf(row)));
            const QJsonObject body = answer.object();
            if (path.startsWith("/oauth")) {
                QCOMPARE(body.value("error"_L1).toString(), u"invalid_token"_s);
            } else if (path.startsWith("/v1/partners")) {
                QCOMPARE(
                    body, QJsonObject({{u"status"_s, u"failure"_s}, {u"message"_s, u"401 Unauthorized"_s}}));
            } else if (token == "Bearer a.b.c") {
                QCOMPARE(
                    body, QJsonObject({{u"status"_s, u"Failure"_s}, {u"message"_s, u"401 Unauthorized"_s}}));
            } else {
                QCOMPARE(body.value("success"_L1), QJsonValue(false));
                QCOMPARE(body.value("errors"_L1)[0],
                    QJsonValue(
                        QJsonObject{{u"code"_s, u"unauthorized"_s}, {u"message"_s, u"401 Unauthorized"_s}}));
            }
        }
    }
    qInfo("%d calls of nobody refused", calls);
}

void IntandemRows::wrongBodies()
{
    Caller caller;
    IntandemWorld world(caller);
    IntandemWalk walk(world);
    int count = 0;
    for (const IntandemRow &row : intandemRows) {
        const QChar kind = QLatin1StringView(row.kinds).front();
        if (row.bad) {
            ++count;
            const auto answer = walk.call(row, kind, row.bad);
            QVERIFY2(
                answer.status == row.badStatus, qPrintable(nameOf(row) + QString::fromUtf8(answer.body)));
        }
        if (!row.body)
            continue;
        ++count;
        const auto broken = caller.send(row.method, walk.expanded(row.path, kind), "{",
            {{"Authorization", "Bearer " + walk.tokenOf(kind).toUtf8()},
                {"Content-Type", "application/json"}});
        QVERIFY2(broken.status == 400, qPrintable(nameOf(row)));
        const bool isV3 = QByteArrayView(row.path).startsWith("/v3");
        QCOMPARE(broken.object().contains("errors"_L1), isV3);
        QCOMPARE(broken.object().value("status"_L1) == "Error"_L1, !isV3);
    }
    qInfo("%d wrong bodies refused", count);
}

// Another directory, and its staff, see and reach nothing of ours.
void IntandemRows::strangersPassNowhere()
{
    Caller caller(IntandemWorld::withStrangers());
    IntandemWorld world(caller);
    IntandemWalk walk(world);
    int count = 0;
    for (const IntandemRow &row : intandemRows) {
        if (!QByteArrayView(row.path).contains('{'))
            continue;
        for (const QChar kind : QString::fromLatin1(row.kinds)) {
            if (kind == u'A')
                continue;
            caller.advance(1);
            const QString token = kind == u'S' ? u"foreign-staff-token"_s : u"foreign-directory-token"_s;
            const auto answer = world.as(token, row.method, walk.expanded(row.path, kind),
                IntandemWalk::bodyOf(row.body ? walk.expanded(row.body, kind) : QString()),
                kind == u'O' ? world.forBusiness() : Headers());
            ++count;
            QVERIFY2(answer.status == 401 || answer.status == 404,
                qPrintable(nameOf(row) + u' ' + kind + QString::fromUtf8(answer.body)));
            if (kind == u'O')
                QCOMPARE(answer.object(), QJsonObject({{u"error"_s, u"Unauthorized"_s}}));
        }
    }
    const auto apps = world.as(u"foreign-directory-token"_s, "GET", u"/platform/v1/apps"_s);
    QCOMPARE(apps.object().value("apps"_L1).toArray().size(), 1);
    const auto revoked = world.as(u"foreign-directory-token"_s, "POST", u"/platform/v1/tokens/revoke"_s,
        QJsonObject{{u"token"_s, world.staffToken}});
    QCOMPARE(revoked.status, 422);
    QCOMPARE(revoked.object(), QJsonObject({{u"status"_s, u"Error"_s}, {u"error"_s, u"Unauthorized"_s}}));
    qInfo("%d rows walked as a stranger", count);
}

QTEST_GUILESS_MAIN(IntandemRows)
#include "intandem_rows.moc"
