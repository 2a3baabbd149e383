// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/os1/world.h"

namespace sandbox {

// One-time passwords (contract 5.2): six digits, valid 10 minutes, 5 tries, the next send after 60 seconds, 5
// sends an hour, all by the sandbox's clock. A subject is what a password is for: one address, one
// organization. Stored as a keyed hash; in clear only in the letter. A new password replaces the old one.
// Throws Refusal with the codes of 8.3, and DatabaseError.
class OneTimePasswords
{
public:
    struct State
    {
        qint64 expiresAt = 0; // ms
        qint64 resendAvailableAt = 0; // ms
        int attemptsLeft = 0;
        int sendsLeft = 0;
    };

    explicit OneTimePasswords(World world)
        : m_world(world)
    {
    }

    State send(const QString &subject, const QString &email, const QString &purpose);
    void verify(const QString &subject, const QString &code); // uses it up if it is right
    [[nodiscard]] State state(const QString &subject) const;

private:
    [[nodiscard]] QByteArray hash(const QString &salt, const QString &code) const;
    [[nodiscard]] QByteArray key() const;

    World m_world;
};

} // namespace sandbox
