// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/desktopnotifier.h"

#include "app/base/log.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString openAct = u"default"_s; // what a click on the notice itself means

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(QString desktopFile, QObject *parent)
    : Notifier(parent), m_desktopFile(std::move(desktopFile))
{
}

void DesktopNotifier::tell(const Notice &notice)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    if (!m_service) {
        // Of any sender: naming one would ask the bus for its owner and wait for the answer.
        bus.connect(QString(), path, service, u"ActionInvoked"_s, this, SLOT(noteAction(uint, QString)));
        bus.connect(QString(), path, service, u"NotificationClosed"_s, this, SLOT(noteClosed(uint, uint)));
        m_service = new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForUnregistration, this);
        connect(m_service, &QDBusServiceWatcher::serviceUnregistered, this, &DesktopNotifier::forgetService);
    }
    if (m_capabilities) {
        send(notice);
        return;
    }
    m_waiting.removeIf([&notice](const Notice &other) { return other.about == notice.about; });
    m_waiting.append(notice);
    askCapabilities();
}

// Another service may take its place, with other powers and other numbers.
void DesktopNotifier::forgetService()
{
    m_capabilities.reset();
    m_told.clear();
}

void DesktopNotifier::askCapabilities()
{
    if (std::exchange(m_isAsking, true))
        return;
    auto *asked = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(call(u"GetCapabilities"_s)), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *watcher) {
        watcher->deleteLater();
        m_isAsking = false;
        const QDBusPendingReply<QStringList> reply = *watcher;
        const QList<Notice> waiting = std::exchange(m_waiting, {});
        if (reply.isError()) {
            qCDebug(logActivity) << "no notifications:" << reply.error().name();
            return;
        }
        m_capabilities = reply.value();
        for (const Notice &notice : waiting)
            send(notice);
    });
}

void DesktopNotifier::send(const Notice &notice)
{
    const bool isKnown = m_told.contains(notice.about);
    Told &told = m_told[notice.about];
    told.isTakenBack = false;
    if (isKnown && told.id == 0) {
        told.next = notice; // not before the number of the one it replaces is known
        return;
    }
    const bool hasMarkup = m_capabilities->contains(u"body-markup"_s);
    const QStringList acts
        = m_capabilities->contains(u"actions"_s) ? QStringList{openAct, notice.act} : QStringList();
    QDBusMessage message = call(u"Notify"_s);
    message << u"Gatehouse"_s << told.id << m_desktopFile << notice.title
            << (hasMarkup ? notice.text.toHtmlEscaped() : notice.text) << acts
            << QVariantMap{{u"desktop-entry"_s, m_desktopFile}} << -1;
    told.id = 0;
    auto *sent = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(sent, &QDBusPendingCallWatcher::finished, this, [this, about = notice.about](QDBusPendingCallWatcher *watcher) {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        const auto known = m_told.find(about);
        if (known == m_told.end())
            return;
        const std::optional<Notice> next = std::exchange(known->next, std::nullopt);
        if (reply.isError()) {
            m_told.erase(known);
        } else if (known->isTakenBack) {
            m_told.erase(known);
            close(reply.value());
        } else {
            known->id = reply.value();
        }
        if (next)
            send(*next);
    });
}

void DesktopNotifier::close(uint id) const
{
    QDBusConnection::sessionBus().asyncCall(call(u"CloseNotification"_s) << id);
}

void DesktopNotifier::takeBack(const QString &about)
{
    m_waiting.removeIf([&about](const Notice &notice) { return notice.about == about; });
    const auto known = m_told.find(about);
    if (known == m_told.end())
        return;
    known->next.reset();
    known->isTakenBack = true;
    if (known->id == 0)
        return; // closed when its number is known
    const uint id = known->id;
    m_told.erase(known);
    close(id);
}

void DesktopNotifier::noteAction(uint id, const QString &action)
{
    const auto told = std::ranges::find(m_told, id, &Told::id);
    if (id != 0 && told != m_told.end() && action == openAct)
        Q_EMIT opened(QString(told.key()));
}

void DesktopNotifier::noteClosed(uint id, uint)
{
    m_told.removeIf([id](const auto &entry) { return id != 0 && entry.value().id == id; });
}

void DesktopNotifier::setBadge(int count)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage update = QDBusMessage::createSignal(
        u"/io/github/gatehouse/Gatehouse"_s, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    update << u"application://"_s + m_desktopFile + u".desktop"_s
           << QVariantMap{{u"count"_s, qint64(count)}, {u"count-visible"_s, count > 0}};
    bus.send(update);
}

} // namespace gatehouse
