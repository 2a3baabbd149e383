// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/mail/smtpsettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

// A real mail server in a process of its own (tests/support/smtpserver.py), and what it was given.
class MailServer
{
public:
    enum class Encryption { None, StartTls };
    struct Kind
    {
        Encryption encryption = Encryption::None;
        QString user = {};
        QString password = {};
    };

    MailServer()
        : MailServer(Kind{})
    {
    }

    explicit MailServer(Kind kind)
        : m_kind(std::move(kind))
    {
        if (m_kind.encryption == Encryption::StartTls)
            makeCertificate();
        start();
    }

    ~MailServer() { stop(); }

    void start() // on the same port as before
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SMTP_CERTIFICATE"), certificate());
        environment.insert(QStringLiteral("SMTP_KEY"), m_folder.filePath(QStringLiteral("key.pem")));
        if (!m_kind.user.isEmpty()) {
            environment.insert(QStringLiteral("SMTP_USER"), m_kind.user);
            environment.insert(QStringLiteral("SMTP_PASSWORD"), m_kind.password);
        }
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QStringList arguments{QStringLiteral(SMTP_SERVER), QString::number(m_port)};
        if (m_kind.encryption == Encryption::StartTls)
            arguments.append(QStringLiteral("tls"));
        m_process.start(QStringLiteral("/usr/bin/python3"), arguments);
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(20'000))
                qFatal("the mail server did not start");
        }
        m_port = m_process.readLine().trimmed().split(' ').last().toInt();
    }

    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        static_cast<void>(letters()); // not to be lost
        m_process.kill();
        m_process.waitForFinished();
    }

    // All letters it ever took, oldest first.
    [[nodiscard]] QList<QJsonObject> letters()
    {
        while (m_process.canReadLine())
            m_letters.append(QJsonDocument::fromJson(m_process.readLine()).object());
        return m_letters;
    }

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString certificate() const { return m_folder.filePath(QStringLiteral("certificate.pem")); }

    // What a sandbox is told to send by it.
    [[nodiscard]] sandbox::SmtpSettings settings() const
    {
        const bool isEncrypted = m_kind.encryption == Encryption::StartTls;
        return {.host = QStringLiteral("127.0.0.1"),
            .port = m_port,
            .tls = isEncrypted ? sandbox::SmtpSettings::Tls::Required : sandbox::SmtpSettings::Tls::Off,
            .user = m_kind.user,
            .password = m_kind.password.toUtf8(),
            .from = QStringLiteral("sandbox@harborlane.test"),
            .caFile = isEncrypted ? certificate() : QString()};
    }

private:
    void makeCertificate() const
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
            QStringLiteral(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -batch -days 2 -subj "
                "/CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1")
                    .split(u' ')
                + QStringList{QStringLiteral("-keyout"), m_folder.filePath(QStringLiteral("key.pem")),
                    QStringLiteral("-out"), certificate()});
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("no certificate could be made");
    }

    Kind m_kind;
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
    QList<QJsonObject> m_letters;
};
