// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

// Text that a server sent. It is hostile until shown otherwise: it may hold mark-up that a label would
// obey, control characters that a terminal would obey, and marks that turn the reading direction.
// There is no conversion to QString, so that nobody forgets; the two ways out say what they are for.
class ServerText {
public:
    static constexpr int defaultCap = 400; // characters

    ServerText() = default;
    explicit ServerText(QString raw) : m_raw(std::move(raw)) { }

    // For a sink that takes plain text: control characters become visible signs, direction marks are
    // isolated, lines are folded, and what is longer than the cap ends in an ellipsis.
    [[nodiscard]] QString shown(int cap = defaultCap) const;

    // Exactly what the server sent: to be sent back, compared, stored or copied on request; never to be shown.
    [[nodiscard]] const QString &wire() const { return m_raw; }

    [[nodiscard]] bool isEmpty() const { return m_raw.isEmpty(); }
    friend bool operator==(const ServerText &, const ServerText &) = default;

private:
    QString m_raw;
};

} // namespace gatehouse
