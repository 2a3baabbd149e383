// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/world.h"

#include <QJsonArray>

namespace sandbox {

// What became of an app version, step by step. That it is in the answers is our proposal (docs/sandbox.md).
class VersionHistory
{
public:
    struct Step
    {
        QString status;
        QString action = {}; // empty: the version was made
        QString by; // an address, or what stands for one
        QString reason = {};
    };

    explicit VersionHistory(World world)
        : m_world(world)
    {
    }

    void add(const QString &versionId, const Step &step);
    void forget(const QString &versionId);
    [[nodiscard]] QJsonArray list(const QString &versionId) const; // oldest first

private:
    World m_world;
};

} // namespace sandbox
