// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace gatehouse::ui {

// The rooms of the window, in the order of the rail.
enum class Room { Home, Organization, Apps, Sandbox, Settings };

// A place in the window that can be gone to.
struct Route {
    enum class Kind { Welcome, SignIn, Room, NewApp, App, NewVersion, EditVersion, Submission, Team, Profile };
    // The parts of the app page. Default: the one that is most useful now.
    enum class Part { Default, Overview, Credentials, Versions, Calls, EndUsers };

    Kind kind = Kind::Room;
    Room room = Room::Home;
    QString id = {}; // of the app, the team or the profile
    QString versionId = {}; // of Kind::EditVersion and Kind::Submission; of Kind::App the one to show, if any
    Part part = Part::Default; // of Kind::App

    [[nodiscard]] static Route to(Room room) { return {.kind = Kind::Room, .room = room}; }
    [[nodiscard]] static Route to(Kind kind) { return {.kind = kind, .room = Room::Apps}; }
    [[nodiscard]] static Route toApp(const QString &appId, Part part = Part::Default)
    {
        return {.kind = Kind::App, .room = Room::Apps, .id = appId, .part = part};
    }
    // To a version of an app, among the others.
    [[nodiscard]] static Route toAppVersion(const QString &appId, const QString &versionId)
    {
        return {.kind = Kind::App, .room = Room::Apps, .id = appId, .versionId = versionId, .part = Part::Versions};
    }
    // To a wizard or form about a version of an app.
    [[nodiscard]] static Route toVersion(Kind kind, const QString &appId, const QString &versionId = {})
    {
        return {.kind = kind, .room = Room::Apps, .id = appId, .versionId = versionId};
    }
    [[nodiscard]] static Route toTeam(const QString &teamId)
    {
        return {.kind = Kind::Team, .room = Room::Organization, .id = teamId};
    }
    // To the addresses of a profile; without an id, to a new one.
    [[nodiscard]] static Route toProfile(const QString &profileId = {})
    {
        return {.kind = Kind::Profile, .room = Room::Settings, .id = profileId};
    }
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
