// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

namespace gatehouse {

// Where a profile's server stands. A person sees it as a colour, a sign and a word.
enum class Stage { Sandbox, Production };

// One account at one server.
struct Profile {
    QString id; // ours, for good
    QString name;
    PlatformKind platform = PlatformKind::Os1;
    Stage stage = Stage::Sandbox;
    QUrl address; // of the platform's API; empty for the sandbox: it is found anew each time
    QUrl portal; // what a person opens in the browser; empty for the sandbox, which is its own
    QUrl signInPage; // of the browser's way to sign in; empty where it is not known, and for the sandbox
    QString email;
    QString userId;
    bool signedIn = false;
    QDateTime createdAt;
};

} // namespace gatehouse
