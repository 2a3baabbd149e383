// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/activity/notifier.h"
#include "app/base/result.h"
#include "app/platforms/types.h"
#include "ui/navigator.h"

#include <QList>
#include <QObject>

#include <optional>

class QWidget;

namespace gatehouse {
class Gatehouse;
}

namespace gatehouse::ui {

class Banner;

// What ended while the person was elsewhere: told by the banner in the window, by the desktop while the window is not in
// front, and counted until the page that shows it is opened. The one place where the model's signals become news. Owned
// by the main window.
class News : public QObject {
    Q_OBJECT
public:
    // The notifier may be null: then only the window tells.
    News(Gatehouse &gatehouse, Navigator &navigator, Banner &banner, Notifier *notifier, QWidget &window);

    // The page of this route is in front from now on.
    void see(const Route &route);

    [[nodiscard]] int unseen(Room room) const;

Q_SIGNALS:
    void unseenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Item {
        QString about;
        Route route;
    };

    void listen();
    void tellMove(const QString &appId, const QString &versionId, VersionState from, VersionState to);
    void tell(const QString &about, const QString &sentence, const Route &route);
    void open(const Route &route);
    void openFromDesktop(const QString &about);
    void forgetSeen();
    void forgetAll();
    void showCount();

    Gatehouse &m_gatehouse;
    Navigator &m_navigator;
    Banner &m_banner;
    Notifier *m_notifier;
    QWidget &m_window;
    Route m_front;
    QList<Item> m_unseen; // oldest first
    std::optional<Item> m_inBanner;
};

} // namespace gatehouse::ui
