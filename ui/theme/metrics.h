// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QFontInfo>

// Space, shape and stroke. All in logical pixels for a text of 14; larger text takes paddings along, but only
// by half, so that at 200 % the room goes to the words.
namespace gatehouse::ui::metrics {

// How large the application's text is, against the 14 pixels of the design.
[[nodiscard]] inline double textScale()
{
    static QFont last;
    static double scale = 0;
    const QFont now = QApplication::font();
    if (scale == 0 || now != last) {
        last = now;
        const int pixels = QFontInfo(now).pixelSize();
        scale = (pixels > 0 ? pixels : 14) / 14.0;
    }
    return scale;
}

[[nodiscard]] inline int scaled(double pixels)
{
    return qRound(pixels * std::max(0.85, 1 + (textScale() - 1) / 2));
}

// What must keep step with the words in it: columns of labels, reading widths.
[[nodiscard]] inline int withText(double pixels) { return qRound(pixels * textScale()); }

[[nodiscard]] inline int space1() { return scaled(4); }
[[nodiscard]] inline int space2() { return scaled(8); }
[[nodiscard]] inline int space3() { return scaled(12); }
[[nodiscard]] inline int space4() { return scaled(16); }
[[nodiscard]] inline int space6() { return scaled(24); }
[[nodiscard]] inline int space8() { return scaled(32); }

[[nodiscard]] inline int iconSmall() { return scaled(16); }
[[nodiscard]] inline int iconMedium() { return scaled(20); }
[[nodiscard]] inline int iconLarge() { return scaled(24); }

inline constexpr double radiusSmall = 4;
inline constexpr double radiusMedium = 6;
inline constexpr double radiusLarge = 8;

inline constexpr int hairline = 1;
inline constexpr int strong = 2;
inline constexpr int bar = 3;
inline constexpr int environmentBar = 4;
inline constexpr int progress = 4;
inline constexpr int focusAir = 2;

[[nodiscard]] inline int readingWidth() { return withText(560); }
// The side padding of a field, less the two pixels that QLineEdit adds itself.
[[nodiscard]] inline int fieldPadding() { return scaled(10) - 2; }
[[nodiscard]] inline int controlPadding() { return 12; } // above and below a line together

} // namespace gatehouse::ui::metrics
