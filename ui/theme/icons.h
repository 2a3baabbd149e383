// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QIcon>
#include <QPixmap>

namespace gatehouse::ui {

// One stroke family of our own, resources/icons. The enumerator is the file's name.
enum class Icon {
    home, organization, apps, tokens, tryit, activity, sandbox, settings, search, updown, layers,
    done, current, running, waiting, todo, warning, error, info, clock, check, lock, online, offline, calendar,
    web, service, mobile, development,
    plus, copy, clipboard, eye, rotate, verify, export_, save, submit, send, pencil, close, external, history,
    filter, columns, more,
    mail, user, users, database, shield, list, size, question,
    up, down, left, right, sortdown, sortup,
};
inline constexpr int iconCount = int(Icon::sortup) + 1;

[[nodiscard]] QString iconName(Icon icon);

// An icon whose colour follows the palette: `normal` at rest, Disabled and Accent for those modes.
[[nodiscard]] QIcon icon(Icon name, Token normal = Token::Text);

// Rendered at the ratio and kept until the palette changes; mirrored only if it has a direction in reading.
[[nodiscard]] QPixmap pixmap(Icon name, Token colour, int logicalSize, qreal dpr = 1,
    Qt::LayoutDirection direction = Qt::LeftToRight);

// Paints the icon into the middle of the rectangle, at the painter's own ratio.
void paintIcon(QPainter *painter, const QRect &rect, Icon name, Token colour, int logicalSize,
    Qt::LayoutDirection direction = Qt::LeftToRight);

// The sign of the program itself, for windows and the About box.
[[nodiscard]] QIcon applicationIcon();

} // namespace gatehouse::ui
