// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/mail/smtpsettings.h"

#include <expected>
#include <optional>

class QCommandLineParser;

namespace sandbox {

// The part of the command line that is about the mail server.
void describeSmtpOptions(QCommandLineParser &parser);

// Nothing if letters stay in the mailbox. Reads the password from where the options say it lies. The error is
// a sentence that says what is wrong with the options, without the password.
[[nodiscard]] std::expected<std::optional<SmtpSettings>, QString> readSmtpOptions(
    const QCommandLineParser &parser);

} // namespace sandbox
