// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace gatehouse {

// One HTTP request to our own loopback receiver, read strictly and within bounds: it comes from a browser at best,
// and from anybody on this computer at worst.
struct LoopbackRequest {
    enum class Progress { Incomplete, Whole, Wrong };

    QByteArray method;
    QByteArray path; // without query
    QByteArray query;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    // Takes one request out of what has arrived so far.
    [[nodiscard]] Progress read(const QByteArray &arrived);

    // The one value of a header; empty if it is absent or comes more than once.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] int count(const QByteArray &name) const;

    static constexpr qsizetype largestHead = 48 * 1024; // an address of 32 KiB and a browser's headers
    static constexpr qsizetype largestBody = 32 * 1024;
};

} // namespace gatehouse
