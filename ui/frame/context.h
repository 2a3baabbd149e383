// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {
class Gatehouse;
}

namespace gatehouse::ui {

class Navigator;
class Remedies;
class SecretClipboard;

// What every page is given: the model, the way to other pages, the way out of errors, and the clipboard. Made once
// by the main window.
struct Context {
    Gatehouse &gatehouse;
    Navigator &navigator;
    Remedies &remedies;
    SecretClipboard &clipboard;
};

} // namespace gatehouse::ui
