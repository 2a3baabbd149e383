// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/mail/smtpsettings.h"

#include <atomic>

namespace sandbox {

struct SmtpOutcome
{
    enum class Kind {
        Sent,
        TryAgain, // the server cannot be reached, or says so itself
        Refused, // trying again would change nothing
    };

    Kind kind = Kind::Sent;
    QString sentence = {}; // what went wrong, without the server's own words: they may quote the letter
};

// Hands one letter to the mail server and waits for what it says: for a thread that may wait. Ends early,
// with TryAgain, when isCancelled becomes true.
[[nodiscard]] SmtpOutcome sendBySmtp(const SmtpSettings &settings, const QString &to,
    const QByteArray &letter, const std::atomic_bool &isCancelled);

} // namespace sandbox
