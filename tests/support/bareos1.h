// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/rawserver.h"

#include <QPointer>
#include <QRegularExpression>

namespace gatehouse {

// An OS1 that has only what the vendor has published (contract 4.1): a gateway in front of a real sandbox that lets
// the official calls through as they are, and answers everything else as a gateway does that knows no such path.
class BareOs1 : public RawServer {
public:
    explicit BareOs1(const QString &sandboxUrl) : m_sandbox(sandboxUrl)
    {
        setHandler([this](QTcpSocket *socket, const RawRequest &request) { pass(socket, request); });
    }

    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    // How many requests of this kind came, let through or not.
    [[nodiscard]] int count(const QByteArray &verb, const QString &pathPart) const
    {
        int found = 0;
        for (const RawRequest &request : requests()) {
            const QString line = QString::fromLatin1(request.firstLine());
            found += line.startsWith(QString::fromLatin1(verb) + u' ') && line.contains(pathPart);
        }
        return found;
    }

    [[nodiscard]] static bool isOfficial(const QByteArray &verb, const QString &path)
    {
        static const QRegularExpression official(QStringLiteral(
            "^((GET|POST) /developer/apps|GET /developer/apps/app:[^/]+|GET /developer/(organization|orgs)/[^/]+/apps"
            "|(GET|PATCH|DELETE) /developer/apps/versions/[^/]+|POST /developer/apps/[^/]+/versions"
            "|PUT /developer/apps/versions/[^/]+/states|(GET|POST) /developer/artifacts)$"));
        return official.match(QString::fromLatin1(verb) + u' ' + path).hasMatch();
    }

private:
    void pass(QTcpSocket *socket, const RawRequest &request)
    {
        const QList<QByteArray> first = request.firstLine().split(' ');
        const QString target = QString::fromLatin1(first.value(1));
        const QString path = QUrl::fromPercentEncoding(target.section(u'?', 0, 0).toLatin1());
        if (!isOfficial(first.value(0), path)) {
            socket->write(answer(404, R"({"message":"no Route matched with those values"})",
                "Content-Type: application/json\r\n"));
            return;
        }
        HttpRequest onward;
        onward.verb = first.value(0);
        onward.url = QUrl(m_sandbox + target);
        onward.body = request.body;
        for (const QByteArray name : {"x-developerplatform-access", "X-COREOS-REQUEST-ID", "Content-Type"}) {
            for (const QByteArray &value : request.header(name))
                onward.headers.append({name, value});
        }
        whenDone(m_http.send(std::move(onward)), this, [guard = QPointer(socket)](const Result<HttpAnswer> &came) {
            if (!guard)
                return;
            if (came)
                guard->write(answer(came->status, came->body, "Content-Type: application/json\r\n"));
            else
                guard->abort();
        });
    }

    QString m_sandbox;
    HttpClient m_http;
};

} // namespace gatehouse
