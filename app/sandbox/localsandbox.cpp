// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/localsandbox.h"

#include "app/base/jsonreader.h"
#include "app/base/log.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::chrono::milliseconds startLimit{10'000};
constexpr std::chrono::milliseconds lookAgain{40};

QString programPath()
{
    // For packagers and tests: another place, or none.
    if (qEnvironmentVariableIsSet("GATEHOUSE_SANDBOX_PROGRAM")) {
        const QString chosen = qEnvironmentVariable("GATEHOUSE_SANDBOX_PROGRAM");
        return QFileInfo(chosen).isExecutable() ? chosen : QString();
    }
    const QString beside = QCoreApplication::applicationDirPath() + u"/gatehouse-sandbox"_s;
    if (QFileInfo(beside).isExecutable())
        return beside;
    const QString built = QCoreApplication::applicationDirPath() + u"/../sandbox/gatehouse-sandbox"_s;
    if (QFileInfo(built).isExecutable())
        return QFileInfo(built).canonicalFilePath();
    return QStandardPaths::findExecutable(u"gatehouse-sandbox"_s);
}

Error startError(ErrorReason reason, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Offline;
    error.reason = reason;
    error.detail = detail;
    return error;
}

} // namespace

LocalSandbox::LocalSandbox(HttpClient &http, QString announcement, QObject *parent)
    : QObject(parent), m_http(http), m_announcement(std::move(announcement))
{
}

std::optional<LocalSandbox::Announcement> LocalSandbox::readAnnouncement() const
{
    QFile file(m_announcement);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    auto reader = JsonReader::parse(file.readAll(), u"announcement"_s);
    if (!reader)
        return std::nullopt; // half-written, or not ours
    Announcement found;
    found.address = QUrl(reader->text("baseUrl"_L1), QUrl::StrictMode);
    found.token = Secret::take(reader->text("controlToken"_L1));
    const bool isLocal = found.address.host() == "127.0.0.1"_L1 || found.address.host() == "::1"_L1;
    if (reader->problem() || !found.address.isValid() || !isLocal)
        return std::nullopt;
    return found;
}

// The address of a sandbox that answers now.
Async<QUrl> LocalSandbox::answering()
{
    auto found = readAnnouncement();
    if (!found)
        co_return failure(ErrorKind::NotFound, u"no sandbox has announced itself"_s);
    HttpRequest request;
    request.url = found->address;
    request.url.setPath(u"/sandbox/v1/status"_s);
    request.headers.append({"Authorization", "Bearer " + found->token.bytes().toByteArray()});
    request.deadline = std::chrono::milliseconds(2'000);
    const auto answer = co_await m_http.send(std::move(request));
    if (!answer)
        co_return failure(answer.error());
    if (answer->status != 200)
        co_return failure(ErrorKind::NotFound, u"another server answers at the sandbox's address"_s);
    const QUrl address = found->address;
    co_return address;
}

Async<QUrl> LocalSandbox::ensureRunning()
{
    // Asked each time: a sandbox ends when nobody needs it, and is then started for the call that does.
    const auto running = co_await answering();
    if (running)
        co_return running;
    if (running.error().kind == ErrorKind::Cancelled)
        co_return failure(running.error()); // the program is closing: nothing is started any more
    if (m_starting) {
        const Answer<QUrl> mine;
        m_waiting.append(mine);
        co_return co_await mine.arrival();
    }
    m_starting = true;
    const auto started = co_await start();
    m_starting = false;
    for (const Answer<QUrl> &waiting : std::exchange(m_waiting, {}))
        waiting.give(started);
    co_return started;
}

Async<QUrl> LocalSandbox::start()
{
    const QString program = programPath();
    if (program.isEmpty()) {
        const Error missing = startError(ErrorReason::SandboxProgramMissing, u"gatehouse-sandbox was not found"_s);
        co_return failure(missing);
    }
    QProcess process;
    process.setProgram(program);
    process.setArguments({u"--runtime-file"_s, m_announcement, u"--idle-minutes"_s, u"240"_s});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    qint64 pid = 0;
    if (!process.startDetached(&pid)) {
        const Error refused = startError(ErrorReason::SandboxNotStarted, process.errorString());
        co_return failure(refused);
    }
    qCInfo(logSandbox) << "started" << program << "as process" << pid;
    const QDateTime end = QDateTime::currentDateTimeUtc().addMSecs(startLimit.count());
    while (QDateTime::currentDateTimeUtc() < end) {
        co_await pause(lookAgain);
        auto address = co_await answering();
        if (address || address.error().kind == ErrorKind::Cancelled)
            co_return address;
    }
    const Error silent = startError(ErrorReason::SandboxNotStarted, u"no answer within ten seconds"_s);
    co_return failure(silent);
}

Async<ControlAnswer> LocalSandbox::ask(QString path)
{
    return tell("GET", std::move(path), QByteArray());
}

Async<ControlAnswer> LocalSandbox::tell(QByteArray verb, QString path, QByteArray body)
{
    const auto address = co_await ensureRunning();
    if (!address)
        co_return failure(address.error());
    const auto announcement = readAnnouncement();
    if (!announcement)
        co_return failure(ErrorKind::NotFound, u"the sandbox has ended"_s);
    HttpRequest request;
    request.verb = verb;
    request.url = QUrl(address->toString(QUrl::StripTrailingSlash) + u"/sandbox/v1/"_s + path);
    request.headers.append({"Authorization", "Bearer " + announcement->token.bytes().toByteArray()});
    request.body = body;
    const auto answer = co_await m_http.send(std::move(request));
    if (!answer)
        co_return failure(answer.error());
    if (!answer->isSuccess()) {
        Error refused;
        refused.kind = answer->status >= 500 ? ErrorKind::ServerFault : ErrorKind::Rejected;
        refused.detail = u"control interface: HTTP status %1"_s.arg(answer->status);
        co_return failure(refused);
    }
    co_return ControlAnswer{answer->body};
}

} // namespace gatehouse
