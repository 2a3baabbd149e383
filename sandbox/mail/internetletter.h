// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace sandbox {

// A letter in the form in which mail servers take it (RFC 5322, MIME).
struct InternetLetter
{
    QString from;
    QString to;
    QString subject; // any text
    QString text; // any text
    QByteArray id; // left side of the Message-ID: the same whenever the same letter is sent again
    QDateTime date; // UTC

    // Nothing if one of the addresses cannot stand in a header, whatever else it may be good for.
    [[nodiscard]] std::optional<QByteArray> bytes() const;

    // One address of plain letters, without spaces, quotes and angle brackets.
    [[nodiscard]] static bool isPlainAddress(const QString &address);
};

} // namespace sandbox
