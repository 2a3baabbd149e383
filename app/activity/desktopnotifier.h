// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/activity/notifier.h"

#include <QHash>
#include <QStringList>

#include <optional>

class QDBusServiceWatcher;

namespace gatehouse {

// The notifications of freedesktop.org and the badge that the docks of KDE and Ubuntu read, over the session bus. Every
// call is asynchronous, and the first one is made when there is something to tell. Where nobody answers it stays silent.
class DesktopNotifier : public Notifier {
    Q_OBJECT
public:
    // The name of the desktop file, without its ending: it brings the icon and the program's name.
    explicit DesktopNotifier(QString desktopFile, QObject *parent = nullptr);

    void tell(const Notice &notice) override;
    void takeBack(const QString &about) override;
    void setBadge(int count) override;

private Q_SLOTS:
    void noteAction(uint id, const QString &action);
    void noteClosed(uint id, uint reason);

private:
    // What is on the screen about one thing, or on its way there.
    struct Told {
        uint id = 0; // 0 until the service has answered
        std::optional<Notice> next; // came while the one before was on its way
        bool isTakenBack = false;
    };

    void askCapabilities();
    void send(const Notice &notice);
    void close(uint id) const;
    void forgetService();

    QString m_desktopFile;
    QDBusServiceWatcher *m_service = nullptr; // made with the first notice
    std::optional<QStringList> m_capabilities; // known once the service has answered
    QList<Notice> m_waiting; // for the capabilities
    QHash<QString, Told> m_told;
    bool m_isAsking = false;
};

} // namespace gatehouse
