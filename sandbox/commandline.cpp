// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commandline.h"

#include "sandbox/smtpoptions.h"
#include "sandbox/store/databaseaddress.h"

#include <QCommandLineParser>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int mostSeconds = 24 * 3600;
constexpr int mostMinutes = 20 * 24 * 60; // what a timer can still count in milliseconds

QString home()
{
    return qEnvironmentVariable("GATEHOUSE_HOME");
}

QString usualDatabase()
{
    return home().isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + u"/gatehouse/sandbox.sqlite"_s
                            : home() + u"/data/sandbox.sqlite"_s;
}

QString usualRuntimeFile()
{
    return home().isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u"/gatehouse/sandbox.json"_s
        : home() + u"/run/sandbox.json"_s;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Runs a platform for Gatehouse to be tried out on: it answers on "
                                     u"127.0.0.1 only and keeps its data in one file, "
                                     "or with other servers in a PostgreSQL database."_s);
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Shows this text and ends."_s},
        {{u"v"_s, u"version"_s}, u"Shows the version and ends."_s},
        {u"port"_s,
            u"Listens on this port, 1 to 65535. Without it: the port used last time if it is free, else a free one."_s,
            u"N"_s},
        {u"also-port"_s,
            u"Listens on this port too; may be given several times. For clients of inTandem that hold fixed "
            u"ports."_s,
            u"N"_s},
        {u"seed"_s,
            u"Makes the directories, businesses, staff, tokens and apps of inTandem that this JSON file names, "
            u"where they are not there yet (docs/sandbox.md)."_s,
            u"FILE"_s},
        {u"database"_s,
            u"Keeps its data in this file, with :memory: in none, or in a PostgreSQL database: "
            "postgresql://user@host:port/name?option=value; options: host (also the folder of a socket), "
            "port, user, "
            "schema, sslmode, sslrootcert, sslcert, sslkey, passfile, connect_timeout, application_name. "
            "Give the "
            "password by PGPASSWORD or ~/.pgpass. Without --database: %1"_s.arg(usualDatabase()),
            u"FILE|URL"_s},
        {u"public-url"_s,
            u"The address under which others reach it, http:// or https://, behind a proxy or a load "
            u"balancer for "
            "instance. Without it: its own address on 127.0.0.1."_s,
            u"URL"_s},
        {u"provisioning-seconds"_s,
            u"How long the registration of an app takes, 0 to 86400. Remembered; at first 20."_s, u"N"_s},
        {u"review"_s,
            u"auto approves tenant requests at once, manual waits for the reviewer's desk. Remembered; at "
            u"first "
            "manual."_s,
            u"auto|manual"_s},
        {u"runtime-file"_s,
            u"Writes address and control token into this file. Without it: %1"_s.arg(usualRuntimeFile()),
            u"FILE"_s},
        {u"idle-minutes"_s,
            u"Ends after so many minutes without a request; 0: never, which is also the default."_s, u"N"_s},
    });
    describeSmtpOptions(parser);
}

std::expected<int, QString> number(
    const QCommandLineParser &parser, const QString &option, int lowest, int highest)
{
    bool isNumber = false;
    const int value = parser.value(option).toInt(&isNumber);
    if (isNumber && value >= lowest && value <= highest)
        return value;
    return std::unexpected(
        u"--%1 takes a number from %2 to %3, not \"%4\"."_s.arg(option).arg(lowest).arg(highest).arg(
            parser.value(option)));
}

// The address without a slash at its end, so that paths can be appended.
std::expected<QString, QString> publicUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && url.port() != 0;
    const bool hasMore = !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()
        || !(url.path().isEmpty() || url.path() == "/"_L1);
    if (!isWeb || hasMore)
        return std::unexpected(
            u"--public-url takes an address of the form https://host:port, without a path, not \"%1\"."_s.arg(
                url.isValid() ? url.toString(QUrl::RemoveUserInfo) : u"..."_s));
    return url.toString(QUrl::RemovePath | QUrl::FullyEncoded);
}

std::optional<QString> repeated(const QCommandLineParser &parser)
{
    QStringList names = parser.optionNames();
    names.removeAll(u"also-port"_s);
    names.sort();
    const auto twice = std::adjacent_find(names.cbegin(), names.cend());
    return twice == names.cend() ? std::nullopt : std::optional(*twice);
}

} // namespace

QString CommandLine::help()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

std::expected<CommandLine, QString> CommandLine::read(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return std::unexpected(parser.errorText());
    CommandLine line;
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        line.wish = parser.isSet(u"help"_s) ? Wish::Help : Wish::Version;
        return line;
    }
    if (!parser.positionalArguments().isEmpty())
        return std::unexpected(u"\"%1\" is no option."_s.arg(parser.positionalArguments().first()));

    if (const auto option = repeated(parser))
        return std::unexpected(u"--%1 is given twice."_s.arg(*option));

    Options &options = line.options;
    options.database = parser.isSet(u"database"_s) ? parser.value(u"database"_s) : usualDatabase();
    options.runtimeFile
        = parser.isSet(u"runtime-file"_s) ? parser.value(u"runtime-file"_s) : usualRuntimeFile();
    if (const auto address = DatabaseAddress::read(options.database); !address)
        return std::unexpected(address.error());
    if (options.runtimeFile.isEmpty())
        return std::unexpected(u"--runtime-file takes the path of a file."_s);
    if (parser.isSet(u"public-url"_s)) {
        const auto url = publicUrl(parser.value(u"public-url"_s));
        if (!url)
            return std::unexpected(url.error());
        options.publicUrl = *url;
    }
    auto smtp = readSmtpOptions(parser);
    if (!smtp)
        return std::unexpected(smtp.error());
    options.smtp = *smtp;
    if (parser.isSet(u"port"_s)) {
        const auto port = number(parser, u"port"_s, 1, 65535);
        if (!port)
            return std::unexpected(port.error());
        options.port = quint16(*port);
    }
    const QStringList alsoPorts = parser.values(u"also-port"_s);
    for (const QString &text : alsoPorts) {
        bool isNumber = false;
        const uint port = text.toUInt(&isNumber);
        if (!isNumber || port < 1 || port > 65535)
            return std::unexpected(u"--also-port takes a number from 1 to 65535, not \"%1\"."_s.arg(text));
        options.alsoPorts.append(quint16(port));
    }
    if (parser.isSet(u"seed"_s)) {
        auto seed = IntandemSeed::read(parser.value(u"seed"_s));
        if (!seed)
            return std::unexpected(seed.error());
        options.intandemSeed = *seed;
    }
    if (parser.isSet(u"provisioning-seconds"_s)) {
        const auto seconds = number(parser, u"provisioning-seconds"_s, 0, mostSeconds);
        if (!seconds)
            return std::unexpected(seconds.error());
        options.provisioningSeconds = *seconds;
    }
    if (parser.isSet(u"idle-minutes"_s)) {
        const auto minutes = number(parser, u"idle-minutes"_s, 0, mostMinutes);
        if (!minutes)
            return std::unexpected(minutes.error());
        options.idleMinutes = *minutes;
    }
    if (parser.isSet(u"review"_s)) {
        options.review = reviewModeOf(parser.value(u"review"_s));
        if (!options.review)
            return std::unexpected(
                u"--review takes auto or manual, not \"%1\"."_s.arg(parser.value(u"review"_s)));
    }
    return line;
}

} // namespace sandbox
