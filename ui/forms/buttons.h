// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QPushButton>

#include <optional>

namespace gatehouse::ui {

// The kinds of button, made with an accessible name that equals the word on them. Setting another word goes
// through setWord, so that both stay equal.
[[nodiscard]] QPushButton *button(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] QPushButton *button(Icon icon, const QString &text, QWidget *parent = nullptr);
[[nodiscard]] QPushButton *primaryButton(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] QPushButton *primaryButton(Icon icon, const QString &text, QWidget *parent = nullptr);

// A word in the colour of links, without edge.
[[nodiscard]] QPushButton *linkButton(const QString &text, QWidget *parent = nullptr);
// The same in the second text's colour: for what may be left alone, such as Cancel.
[[nodiscard]] QPushButton *quietButton(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] QPushButton *quietButton(Icon icon, const QString &text, QWidget *parent = nullptr);
// Only a sign; its word is the tool tip and the accessible name.
[[nodiscard]] QPushButton *iconButton(Icon icon, const QString &word, QWidget *parent = nullptr);

void setWord(QAbstractButton *button, const QString &text);

} // namespace gatehouse::ui
