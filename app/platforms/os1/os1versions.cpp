// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/os1versions.h"

#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/newversionform.h"
#include "app/platforms/os1/readapp.h"
#include "app/platforms/os1/versionforms.h"
#include "app/platforms/os1/versionpatch.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

QString segment(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

QString versionPath(const QString &versionId)
{
    return u"/developer/apps/versions/"_s + segment(versionId);
}

// A call that changes something was answered by a success that cannot be read: it took effect all the same.
std::unexpected<Error> unread(Error error)
{
    error.outcomeUnknown = true;
    return failure(std::move(error));
}

} // namespace

FormSpec Os1Versions::editForm(const App &app, const AppVersion &version, const QList<Role> &roles) const
{
    return os1::editForm(app, version, roles);
}

QList<LockedField> Os1Versions::lockedFields(
    const App &app, const AppVersion &version, const QList<Role> &roles) const
{
    return os1::lockedFields(app, version, roles);
}

FormValues Os1Versions::valuesOf(const App &, const AppVersion &version) const
{
    return editValues(version);
}

QList<AttributeChange> Os1Versions::changes(
    const FormSpec &form, const FormValues &before, const FormValues &after) const
{
    return changesOf(form, before, after);
}

Async<AppVersion> Os1Versions::read(QString versionId)
{
    const QString path = versionPath(versionId);
    const auto answer = co_await m_wire.get(path);
    if (!answer)
        co_return failure(answer.error());
    const auto reader = JsonReader::parse(answer->body, u"version"_s);
    if (!reader)
        co_return failure(reader.error());
    co_return readVersion(*reader);
}

Async<AppVersion> Os1Versions::update(QString versionId, FormValues before, FormValues after)
{
    const QString path = versionPath(versionId);
    QJsonObject patch = patchOf(before, after);
    if (changesMenu(before, after)) {
        const auto present = co_await m_wire.get(path);
        if (!present)
            co_return failure(present.error());
        const auto reader = JsonReader::parse(present->body, u"version"_s);
        if (!reader)
            co_return failure(reader.error());
        patch.insert(key::menu, menuOf(after, reader->json().value("applicationMenu"_L1).toArray()));
    }
    if (patch.isEmpty())
        co_return co_await read(versionId);
    const auto answer = co_await m_wire.patch(path, patch);
    if (!answer)
        co_return failure(withFormKeys(answer.error(), after));
    // What the platform answers is not public: if it is not the version, the version is asked for.
    const auto reader = JsonReader::parse(answer->body, u"version"_s);
    if (reader) {
        auto version = readVersion(*reader);
        if (version)
            co_return version;
    }
    auto version = co_await read(versionId);
    if (!version)
        co_return unread(version.error());
    co_return version;
}

FormSpec Os1Versions::addForm(const App &app) const
{
    return newVersionForm(app);
}

QString Os1Versions::suggestedNumber(const App &app, const QString &parentNumber, VersionStep step) const
{
    return nextNumber(app, parentNumber, step);
}

std::optional<QString> Os1Versions::whyNotAdd(const App &app, const QList<Role> &roles) const
{
    return whyNotAddVersion(app, roles);
}

Async<QString> Os1Versions::add(QString appId, FormValues values)
{
    QJsonObject body;
    body.insert(key::version, values.trimmed(key::version));
    if (const QString parent = values.trimmed(key::parentVersion); !parent.isEmpty())
        body.insert(key::parentVersion, parent);
    const QString path = u"/developer/apps/"_s + segment(appId) + u"/versions"_s;
    const auto answer = co_await m_wire.post(path, body);
    if (!answer)
        co_return failure(answer.error());
    auto reader = JsonReader::parse(answer->body, u"new version"_s);
    if (!reader)
        co_return unread(reader.error());
    const QString id = reader->text("id"_L1);
    if (const auto problem = reader->problem())
        co_return unread(*problem);
    co_return id;
}

std::optional<QString> Os1Versions::whyNotRemove(
    const App &app, const AppVersion &version, const QList<Role> &roles) const
{
    return whyNotRemoveVersion(app, version, roles);
}

Async<void> Os1Versions::remove(QString versionId)
{
    const QString path = versionPath(versionId);
    const auto answer = co_await m_wire.del(path);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

std::optional<QString> Os1Versions::whyNotRemoveApp(const App &app, const QList<Role> &roles) const
{
    return os1::whyNotRemoveApp(app, roles);
}

Async<void> Os1Versions::removeApp(QString appId)
{
    const QString path = u"/developer/apps/"_s + segment(appId);
    const auto answer = co_await m_wire.del(path);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

} // namespace gatehouse::os1
