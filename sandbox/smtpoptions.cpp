// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/smtpoptions.h"

#include "sandbox/mail/internetletter.h"

#include <QCommandLineParser>
#include <QFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

using Tls = SmtpSettings::Tls;

constexpr int submissionPort = 587;
constexpr int submissionsPort = 465;
constexpr qint64 longestPassword = 4096;

QStringList companions()
{
    return {u"smtp-from"_s, u"smtp-user"_s, u"smtp-password-fd"_s, u"smtp-password-file"_s,
        u"smtp-starttls"_s, u"smtp-ca"_s};
}

std::expected<void, QString> readServer(SmtpSettings &settings, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.isValid() && !url.userInfo().isEmpty())
        return std::unexpected(
            u"--smtp takes no user and no password: there are --smtp-user, --smtp-password-fd and "
            "--smtp-password-file for them."_s);
    const bool isImplicit = url.scheme() == "smtps"_L1;
    const bool hasMore = !url.path().isEmpty() && url.path() != "/"_L1;
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "smtp"_L1 && !isImplicit) || hasMore
        || url.hasQuery() || url.hasFragment() || url.port() == 0)
        return std::unexpected(
            u"--smtp takes an address of the form smtp://host:port or smtps://host:port."_s);
    settings.host = url.host(QUrl::FullyEncoded);
    settings.port = url.port(isImplicit ? submissionsPort : submissionPort);
    settings.tls = isImplicit ? Tls::Implicit : Tls::Required;
    return {};
}

std::expected<void, QString> readStartTls(SmtpSettings &settings, const QString &word)
{
    if (settings.tls == Tls::Implicit)
        return std::unexpected(
            u"--smtp-starttls is for smtp://; smtps:// is encrypted from the first byte on."_s);
    if (word == "required"_L1)
        settings.tls = Tls::Required;
    else if (word == "if-offered"_L1)
        settings.tls = Tls::IfOffered;
    else if (word == "off"_L1)
        settings.tls = Tls::Off;
    else
        return std::unexpected(u"--smtp-starttls takes required, if-offered or off, not \"%1\"."_s.arg(word));
    return {};
}

std::expected<QByteArray, QString> readPassword(const QCommandLineParser &parser)
{
    QFile file;
    if (parser.isSet(u"smtp-password-file"_s)) {
        file.setFileName(parser.value(u"smtp-password-file"_s));
        if (!file.open(QIODevice::ReadOnly))
            return std::unexpected(
                u"--smtp-password-file: the file cannot be read: %1"_s.arg(file.errorString()));
    } else {
        bool isNumber = false;
        const int descriptor = parser.value(u"smtp-password-fd"_s).toInt(&isNumber);
        if (!isNumber || descriptor < 0 || descriptor == 1 || descriptor == 2
            || !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
            return std::unexpected(
                u"--smtp-password-fd takes the number of an open descriptor, 0 or from 3 on."_s);
    }
    QByteArray password;
    while (password.size() <= longestPassword) {
        const QByteArray more = file.read(longestPassword);
        if (more.isEmpty())
            break;
        password += more;
    }
    if (password.endsWith('\n'))
        password.chop(password.endsWith("\r\n") ? 2 : 1);
    if (password.isEmpty() || password.size() > longestPassword || password.contains('\0')
        || password.contains('\n'))
        return std::unexpected(u"The password of the mail server is one line, and not empty."_s);
    return password;
}

std::expected<void, QString> readUser(SmtpSettings &settings, const QCommandLineParser &parser)
{
    const int sources = int(parser.isSet(u"smtp-password-fd"_s)) + int(parser.isSet(u"smtp-password-file"_s));
    if (!parser.isSet(u"smtp-user"_s)) {
        if (sources > 0)
            return std::unexpected(u"A password of the mail server needs --smtp-user too."_s);
        return {};
    }
    settings.user = parser.value(u"smtp-user"_s);
    if (settings.user.isEmpty() || sources != 1)
        return std::unexpected(
            u"--smtp-user takes a name, and one of --smtp-password-fd and --smtp-password-file with it."_s);
    if (settings.tls == Tls::IfOffered || settings.tls == Tls::Off)
        return std::unexpected(u"--smtp-user would send the password in the clear: it needs smtps://, or "
                               "--smtp-starttls required."_s);
    auto password = readPassword(parser);
    if (!password)
        return std::unexpected(password.error());
    settings.password = *password;
    return {};
}

} // namespace

void describeSmtpOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"smtp"_s,
            u"Sends each letter by this mail server too, smtp://host:port or smtps://host:port. Without it "
            u"letters are "
            "only kept in the mailbox."_s,
            u"URL"_s},
        {u"smtp-from"_s, u"The address the letters come from. Needed with --smtp."_s, u"ADDRESS"_s},
        {u"smtp-user"_s, u"Signs in to the mail server under this name."_s, u"NAME"_s},
        {u"smtp-password-fd"_s, u"Reads the password for it from this open descriptor."_s, u"N"_s},
        {u"smtp-password-file"_s, u"Reads the password for it from this file."_s, u"FILE"_s},
        {u"smtp-starttls"_s,
            u"Whether smtp:// is to be encrypted: required, which is the default, if-offered or off."_s,
            u"required|if-offered|off"_s},
        {u"smtp-ca"_s, u"Trusts the certificates in this PEM file instead of the system's."_s, u"FILE"_s},
    });
}

std::expected<std::optional<SmtpSettings>, QString> readSmtpOptions(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"smtp"_s)) {
        const QStringList options = companions();
        for (const QString &option : options) {
            if (parser.isSet(option))
                return std::unexpected(u"--%1 needs --smtp too."_s.arg(option));
        }
        return std::nullopt;
    }
    SmtpSettings settings;
    if (const auto read = readServer(settings, parser.value(u"smtp"_s)); !read)
        return std::unexpected(read.error());
    settings.from = parser.value(u"smtp-from"_s);
    if (!InternetLetter::isPlainAddress(settings.from))
        return std::unexpected(u"--smtp needs --smtp-from with one address, such as sandbox@example.com."_s);
    if (parser.isSet(u"smtp-starttls"_s)) {
        if (const auto read = readStartTls(settings, parser.value(u"smtp-starttls"_s)); !read)
            return std::unexpected(read.error());
    }
    if (parser.isSet(u"smtp-ca"_s)) {
        settings.caFile = parser.value(u"smtp-ca"_s);
        if (settings.tls == Tls::Off)
            return std::unexpected(u"--smtp-ca has no use with --smtp-starttls off."_s);
        if (!QFile(settings.caFile).open(QIODevice::ReadOnly))
            return std::unexpected(u"--smtp-ca: the file %1 cannot be read."_s.arg(settings.caFile));
    }
    if (const auto read = readUser(settings, parser); !read)
        return std::unexpected(read.error());
    return settings;
}

} // namespace sandbox
