// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse.h"
#include "ui/credentials/secretclipboard.h"
#include "ui/frame/context.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"

#include <QMainWindow>

class QStackedWidget;

namespace gatehouse {
class Notifier;
}

namespace gatehouse::ui {

class Banner;
class News;
class Rail;

// The frame: rail, the page in front, status line. It navigates and nothing else; pages are made when they are first
// gone to. Owned by main().
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    // The notifier outlives the window; without one only the window itself tells what happened.
    explicit MainWindow(Gatehouse &gatehouse, Notifier *notifier = nullptr);
    ~MainWindow() override;

    void go(const Route &route);

Q_SIGNALS:
    // The person closed the window: the program ends when what is under way has been kept.
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *pageFor(const Route &route);
    [[nodiscard]] QWidget *makePage(const Route &route);
    void signOut();
    void makeShortcuts();
    void begin();
    void leaveOrganization();

    Gatehouse &m_gatehouse;
    Navigator m_navigator;
    Remedies m_remedies;
    SecretClipboard m_clipboard;
    Context m_context;
    Rail *m_rail;
    QStackedWidget *m_stack;
    QString m_organizationId; // in use
    Route m_route;
    QHash<QString, QWidget *> m_pages;
    Banner *m_news;
    News *m_happened;
};

} // namespace gatehouse::ui
