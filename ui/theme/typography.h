// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetrics>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace gatehouse::ui {

// What a text is for. Sizes are factors of QApplication::font(), so whoever enlarges the system font enlarges us.
enum class Type { Title, Heading, Body, Strong, Button, ButtonStrong, Caption, CaptionStrong, Code, CodeStrong, OneTimePassword };

[[nodiscard]] QFont font(Type type);

// The height of one line as the design counts it: never less than the font asks for.
[[nodiscard]] int lineHeight(const QFontMetrics &metrics);
[[nodiscard]] int lineHeight(Type type);

// Takes Inter where it is installed and no desktop chose a font of its own. Called once by main().
void chooseApplicationFont(QApplication &app);

// A string of digits and marks that stands still while it counts: figures of one width where the font has them.
[[nodiscard]] QFont withTabularFigures(QFont font);

} // namespace gatehouse::ui
