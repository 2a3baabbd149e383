// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/server.h"

#include <QStringList>

namespace sandbox {

// What the program's arguments ask for.
struct CommandLine
{
    enum class Wish { Run, Help, Version };

    Wish wish = Wish::Run;
    Options options;

    // The error is a sentence that says what is wrong with the arguments. The environment variable
    // GATEHOUSE_HOME moves the default places under one folder.
    [[nodiscard]] static std::expected<CommandLine, QString> read(const QStringList &arguments);
    [[nodiscard]] static QString help();
};

} // namespace sandbox
