// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/paths.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gatehouse {

Paths Paths::fromEnvironment()
{
    if (const QString home = qEnvironmentVariable("GATEHOUSE_HOME"); !home.isEmpty())
        return {home + u"/data"_s, home + u"/config"_s, home + u"/cache"_s, home + u"/run"_s};
    const auto place = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + u"/gatehouse"_s;
    };
    return {place(QStandardPaths::GenericDataLocation), place(QStandardPaths::GenericConfigLocation),
        place(QStandardPaths::GenericCacheLocation), place(QStandardPaths::RuntimeLocation)};
}

} // namespace gatehouse
