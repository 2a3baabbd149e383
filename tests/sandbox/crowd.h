// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "caller.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

// One gatehouse-sandbox in a process of its own.
class ServerProcess
{
public:
    explicit ServerProcess(QStringList arguments)
        : m_arguments(std::move(arguments))
    {
        start();
    }

    ~ServerProcess() { end(); }

    void start() // several may start at once: whether it came up is told by awaitReady()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(SANDBOX_PROGRAM),
            m_arguments + QStringList{u"--runtime-file"_s, m_folder.filePath(u"run/sandbox.json"_s)});
    }

    void awaitReady()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(20'000))
                qFatal("a server did not start");
        }
        m_process.readAllStandardOutput();
        QFile file(m_folder.filePath(u"run/sandbox.json"_s));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a server did not announce itself");
        const auto announced = QJsonDocument::fromJson(file.readAll()).object();
        baseUrl = announced.value("baseUrl"_L1).toString();
        controlToken = announced.value("controlToken"_L1).toString().toLatin1();
    }

    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished();
    }

    void end()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        if (!m_process.waitForFinished(10'000))
            qFatal("a server did not end");
    }

    QString baseUrl;
    QByteArray controlToken;

private:
    QStringList m_arguments;
    QTemporaryDir m_folder;
    QProcess m_process;
};

struct Asked
{
    const ServerProcess *server = nullptr;
    QByteArray method;
    QString path; // from the root
    QJsonValue body = QJsonValue::Undefined;
    QByteArray token = {}; // a developer's
    QByteArray refreshToken = {};
};

// Many clients at once.
class Crowd
{
public:
    // Sends all before the first answer is read; the answers have the order of the questions.
    QList<Answered> together(const QList<Asked> &questions)
    {
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        for (const Asked &question : questions)
            replies.push_back(send(question));
        QList<Answered> answers;
        for (const auto &reply : replies) {
            if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 30'000))
                qFatal("no answer in time");
            answers.append({.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                .body = reply->readAll(),
                .headers = reply->rawHeaderPairs(),
                .error = reply->error()});
        }
        return answers;
    }

    Answered ask(const Asked &question) { return together({question}).first(); }

    std::unique_ptr<QNetworkReply> send(const Asked &question)
    {
        QNetworkRequest request(QUrl(question.server->baseUrl + question.path));
        request.setRawHeader("Content-Type", "application/json");
        request.setRawHeader("Authorization", "Bearer " + question.server->controlToken);
        request.setRawHeader("x-developerplatform-access", question.token);
        if (!question.refreshToken.isEmpty())
            request.setRawHeader("X-COREOS-REFRESH", question.refreshToken);
        // One manager has six connections to a server; the crowd has more.
        QNetworkAccessManager &manager = *m_managers.at(m_next++ % m_managers.size());
        return std::unique_ptr<QNetworkReply>(
            manager.sendCustomRequest(request, question.method, Caller::json(question.body)));
    }

    void forgetConnections()
    {
        for (const auto &manager : m_managers)
            manager->clearConnectionCache();
    }

private:
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers = [] {
        std::vector<std::unique_ptr<QNetworkAccessManager>> managers;
        for (int i = 0; i < 4; ++i)
            managers.push_back(std::make_unique<QNetworkAccessManager>());
        return managers;
    }();
    size_t m_next = 0;
};

[[nodiscard]] inline qsizetype withStatus(const QList<Answered> &answers, int status)
{
    return std::ranges::count(answers, status, &Answered::status);
}
