// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/base/log.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

const QString appearanceKey = u"settings.appearance"_s;
const QString clipboardKey = u"settings.clipboardSeconds"_s;
const QString windowKey = u"window.place"_s;
const QString notificationsKey = u"settings.notifications"_s;
const QString hiddenColumnsKey = u"apps.hiddenColumns"_s;
constexpr std::chrono::seconds clipboardDefault{30};
constexpr int clipboardLeast = 5;
constexpr int clipboardMost = 300;

} // namespace

Settings::Settings(Store &store, QObject *parent) : QObject(parent), m_store(store) { }

Appearance Settings::appearance() const
{
    const QString word = m_store.note(appearanceKey);
    if (word == "light"_L1)
        return Appearance::Light;
    if (word == "dark"_L1)
        return Appearance::Dark;
    return Appearance::System;
}

Result<void> Settings::setAppearance(Appearance appearance)
{
    const QString word = appearance == Appearance::Light ? u"light"_s
        : appearance == Appearance::Dark                 ? u"dark"_s
                                                         : QString();
    const auto done = m_store.setNote(appearanceKey, word);
    if (done)
        Q_EMIT appearanceChanged(appearance);
    return done;
}

std::chrono::seconds Settings::clipboardTime() const
{
    bool isNumber = false;
    const int seconds = m_store.note(clipboardKey).toInt(&isNumber);
    return isNumber && seconds >= clipboardLeast && seconds <= clipboardMost ? std::chrono::seconds(seconds)
                                                                             : clipboardDefault;
}

Result<void> Settings::setClipboardTime(std::chrono::seconds time)
{
    return m_store.setNote(clipboardKey, QString::number(time.count()));
}

bool Settings::notifications() const
{
    return m_store.note(notificationsKey) != "off"_L1;
}

Result<void> Settings::setNotifications(bool on)
{
    return m_store.setNote(notificationsKey, on ? QString() : u"off"_s);
}

QStringList Settings::hiddenAppColumns() const
{
    return m_store.note(hiddenColumnsKey).split(u',', Qt::SkipEmptyParts);
}

Result<void> Settings::setHiddenAppColumns(const QStringList &names)
{
    return m_store.setNote(hiddenColumnsKey, names.join(u','));
}

QByteArray Settings::windowPlace() const
{
    return QByteArray::fromBase64(m_store.note(windowKey).toLatin1());
}

void Settings::setWindowPlace(const QByteArray &place)
{
    // A window that opens elsewhere next time is no reason to trouble a person.
    if (!m_store.setNote(windowKey, QString::fromLatin1(place.toBase64())))
        qCWarning(logStore) << "the window's place was not kept";
}

} // namespace gatehouse
