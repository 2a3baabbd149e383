// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/servertext.h"

namespace gatehouse {

namespace {

bool turnsDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F
        || c == 0x061C;
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

} // namespace

QString ServerText::shown(int cap) const
{
    constexpr char32_t replacement = 0xFFFD;
    QString text;
    bool turned = false;
    qsizetype opened = 0; // isolates that the text begins
    int length = 0;
    const auto points = m_raw.toUcs4(); // lone surrogates come out as U+FFFD
    for (const char32_t c : points) {
        if (length == cap) {
            text += QChar(0x2026);
            break;
        }
        ++length;
        if (c == U'\n' || c == U'\t' || c == U'\r') {
            text += QLatin1Char(' ');
        } else if (c < 0x20) {
            text += QChar(ushort(0x2400 + c)); // the picture of the control character
        } else if (isControl(c)) {
            text += QChar(ushort(replacement));
        } else {
            turned = turned || turnsDirection(c);
            opened += c >= 0x2066 && c <= 0x2068 ? 1 : 0;
            text += QString::fromUcs4(&c, 1);
        }
    }
    if (turned) {
        // What turned the direction in here must not turn the sentence around it (UAX 9, isolates).
        text.removeIf([](QChar c) { return c.unicode() == 0x2069; });
        text = QChar(0x2068) + text + QString(opened + 1, QChar(0x2069));
    }
    return text;
}

} // namespace gatehouse
