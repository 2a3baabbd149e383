// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

// Where our files lie. GATEHOUSE_HOME puts all of them under one folder; else the system's places are used
// (XDG Base Directory on Linux).
struct Paths {
    QString data; // the database
    QString config;
    QString cache;
    QString runtime; // gone after a restart of the machine

    [[nodiscard]] static Paths fromEnvironment();

    [[nodiscard]] QString database() const { return data + QLatin1String("/gatehouse.sqlite"); }
    [[nodiscard]] QString sandboxAnnouncement() const { return runtime + QLatin1String("/sandbox.json"); }
};

} // namespace gatehouse
