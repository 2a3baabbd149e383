// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse {

// What the person reads in the browser when it comes back. Translated by whoever opens the receiver.
struct LoopbackWords {
    QString title = {};
    QString working = {}; // while the page hands the answer over
    QString done = {}; // and that the page may be closed
    QString refused = {}; // the server did not sign in, or the answer belongs to another attempt
    QString noScript = {}; // the browser runs no script: what to do instead
    bool isRightToLeft = false;
};

// The page that the receiver answers with, and the policy that goes with it: nothing is loaded, nothing is sent
// anywhere but back, and only our own script runs.
struct LoopbackPage {
    enum class Show { HandingOver, Done, Refused };

    QByteArray html;
    QByteArray policy;

    // The nonce is made anew for each page. HandingOver has the script that posts the fragment to `handover`.
    [[nodiscard]] static LoopbackPage make(
        Show show, const LoopbackWords &words, const QByteArray &nonce, const QByteArray &handover);
};

} // namespace gatehouse
