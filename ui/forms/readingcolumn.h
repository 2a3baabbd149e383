// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

// A column for a page's cards at the leading side of its content: as wide as there is room, up to `most`. Rows wrap and
// take their height by the width that the column really has. The layout belongs to the content.
[[nodiscard]] QVBoxLayout *addReadingColumn(QVBoxLayout *content, int most);

} // namespace gatehouse::ui
