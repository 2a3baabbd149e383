// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QMap>
#include <QString>

namespace gatehouse {

// What a person is told about an Error: what happened, why, and what to do. The one table for both programs.
struct ErrorSentences {
    QString what; // one short sentence, always there
    QString advice; // what to do, may be empty
    QString remedy; // the word on the button that mends it, may be empty
};

class ErrorText {
public:
    [[nodiscard]] static ErrorSentences of(const Error &error);

    // Both sentences in one line, for the terminal and for screen readers.
    [[nodiscard]] static QString line(const Error &error);

    // What stands beside the fields that the server refused.
    [[nodiscard]] static QMap<QString, QString> fields(const Error &error);

    // For a bug report: English, technical, without secrets.
    [[nodiscard]] static QString report(const Error &error);
};

} // namespace gatehouse
