// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace gatehouse::ui {

// The rooms of the window, in the order of the rail.
enum class Room { Home, Organization, Apps, Sandbox, Settings };

// A place in the window that can be gone to.
struct Route {
    enum class Kind { Welcome, SignIn, Room, NewApp, App };
    Kind kind = Kind::Room;
    Room room = Room::Home;
    QString appId; // of Kind::App

    [[nodiscard]] static Route to(Room room) { return {Kind::Room, room, {}}; }
    [[nodiscard]] static Route to(Kind kind) { return {kind, Room::Apps, {}}; }
    [[nodiscard]] static Route toApp(const QString &appId) { return {Kind::App, Room::Apps, appId}; }
    friend bool operator==(const Route &, const Route &) = default;
};

// How a page asks for another page without knowing it. Owned by the main window, handed to every page.
class Navigator : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void go(const Route &route) { Q_EMIT requested(route); }
    void go(Room room) { go(Route::to(room)); }

Q_SIGNALS:
    void requested(const gatehouse::ui::Route &route);
};

} // namespace gatehouse::ui
