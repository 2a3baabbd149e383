// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/world.h"

#include <QJsonObject>
#include <QStringList>

namespace sandbox {

// How far the registration of an app has come (contract 3.2). Nothing runs for it: the state follows from the
// time of registration, so it survives a restart and obeys the sandbox's clock.
class Provisioning
{
public:
    // The row has created_at, provisioning_seconds and failing_step of the table apps.
    Provisioning(const Row &app, const Clock &clock);

    [[nodiscard]] static QStringList steps(); // the platform's spelling, in their order

    [[nodiscard]] QJsonObject state() const; // step: PENDING, SUCCESS, FAILED
    [[nodiscard]] bool isDone() const;
    [[nodiscard]] bool isFailed() const;

private:
    QStringList m_words;
};

} // namespace sandbox
