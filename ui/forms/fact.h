// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gatehouse::ui {

enum class FactKind { Words, Code };

// A name and what it is, beside each other, to be read and marked; nothing to press. `nameWidth` is in pixels of the
// 14-pixel design and lets the facts of one card align. Owned by its parent.
[[nodiscard]] QWidget *fact(const QString &name, const QString &value, FactKind kind = FactKind::Words,
    int nameWidth = 152);

} // namespace gatehouse::ui
