// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/databaseaddress.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int usualPort = 5432;

QStringList knownOptions()
{
    return {u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s, u"passfile"_s, u"connect_timeout"_s,
        u"application_name"_s};
}

std::unexpected<QString> wrong(const QString &sentence)
{
    return std::unexpected(u"--database: %1"_s.arg(sentence));
}

std::expected<void, QString> readOption(DatabaseAddress &address, const QString &name, const QString &value)
{
    static const QRegularExpression plainName(u"^[a-z_][a-z0-9_]{0,62}$"_s);
    static const QRegularExpression unsafe(u"[;'\\\\\\x00-\\x1f]"_s);
    if (value.isEmpty() || value.contains(unsafe))
        return wrong(u"the value of %1 cannot be used."_s.arg(name));
    if (name == "host"_L1) {
        if (!address.host.isEmpty())
            return wrong(u"the host is given twice."_s);
        address.host = value;
    } else if (name == "port"_L1) {
        bool isNumber = false;
        const int port = value.toInt(&isNumber);
        if (address.port != 0 || !isNumber || port < 1 || port > 65535)
            return wrong(u"the port has to be given once, from 1 to 65535."_s);
        address.port = port;
    } else if (name == "user"_L1) {
        if (!address.user.isEmpty())
            return wrong(u"the user is given twice."_s);
        address.user = value;
    } else if (name == "schema"_L1) {
        if (!plainName.match(value).hasMatch())
            return wrong(u"a schema has a name of small letters, digits and underscores."_s);
        address.schema = value;
    } else if (knownOptions().contains(name)) {
        address.options.insert(name, value);
    } else {
        return wrong(u"there is no option %1 in the address. Known are host, port, user, schema, %2."_s.arg(
            name, knownOptions().join(u", "_s)));
    }
    return {};
}

std::expected<DatabaseAddress, QString> readPostgres(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    // QUrl's own message may quote the address, and with it the password.
    if (!url.isValid() || url.hasFragment() || url.path().count(u'/') > 1)
        return wrong(u"the address is not of the form postgresql://user@host:port/name?option=value. Signs "
                     "other than letters and digits are written with percent signs."_s);
    DatabaseAddress address{.kind = DatabaseAddress::Kind::Postgres,
        .host = url.host(QUrl::FullyDecoded),
        .port = url.port(0),
        .name = url.path(QUrl::FullyDecoded).mid(1),
        .user = url.userName(QUrl::FullyDecoded),
        .password = url.password(QUrl::FullyDecoded)};
    if (url.port() == 0)
        return wrong(u"the port has to be from 1 to 65535."_s);
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (const auto read = readOption(address, name, value); !read)
            return std::unexpected(read.error());
    }
    return address;
}

} // namespace

std::expected<DatabaseAddress, QString> DatabaseAddress::read(const QString &text)
{
    static const QRegularExpression scheme(u"^([A-Za-z][A-Za-z0-9+.-]*)://"_s);
    if (text.isEmpty())
        return wrong(
            u"it takes the path of a file, :memory:, or an address that begins with postgresql://."_s);
    if (text == ":memory:"_L1)
        return DatabaseAddress{};
    const auto match = scheme.match(text);
    if (!match.hasMatch())
        return DatabaseAddress{.kind = Kind::File, .file = text};
    const QString word = match.captured(1).toLower();
    if (word != "postgresql"_L1 && word != "postgres"_L1)
        return wrong(u"%1:// is no kind of database that can be used; postgresql:// is."_s.arg(word));
    return readPostgres(text);
}

QString DatabaseAddress::shown() const
{
    if (kind == Kind::Memory)
        return u":memory:"_s;
    if (kind == Kind::File)
        return file;
    const QString place = host.isEmpty() ? u"the usual host"_s : host;
    return u"%1 on %2, port %3"_s.arg(
        name.isEmpty() ? u"PostgreSQL"_s : name, place, QString::number(port == 0 ? usualPort : port));
}

} // namespace sandbox
