// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/servertext.h"

namespace gatehouse {

// What a server answered, laid out to be read in a view for plain text of several lines.
struct PrettyBody {
    QString text;
    bool isJson = false;
    bool isCut = false; // there is more than is shown
};

// JSON is indented; order, numbers and repeated keys stay as they were sent. What would turn the reading direction,
// hide or move the cursor is written out as \uXXXX. `cap` is in characters.
[[nodiscard]] PrettyBody prettyBody(const ServerText &body, qsizetype cap = 100'000);

} // namespace gatehouse
