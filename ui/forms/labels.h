// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"
#include "ui/theme/typography.h"

#include <QLabel>

#include <optional>

namespace gatehouse::ui {

// Every text of the house that is not a control's own. Plain text always, so that no server can send mark-up
// into it; font by role and colour by token, both followed live. Owned by its parent.
class Label : public QLabel {
    Q_OBJECT
public:
    Label(const QString &text, Type type, QWidget *parent = nullptr);

    void setType(Type type);
    void setToken(Token token);

    // Ids, addresses and codes: selectable by pointer and keyboard, left to right in every language.
    void makeSelectable();

    // As wide as its text in one line, up to the width for reading; no narrower than its longest word.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyToken();
    void align();

    Type m_type;
    std::optional<Token> m_token;
};

[[nodiscard]] Label *titleLabel(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] Label *headingLabel(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] Label *bodyLabel(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] Label *strongLabel(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] Label *mutedLabel(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] Label *captionLabel(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] Label *codeLabel(const QString &text, QWidget *parent = nullptr);

// The name of a field in a form; give it its buddy.
[[nodiscard]] Label *fieldLabel(const QString &text, QWidget *buddy, QWidget *parent = nullptr);

} // namespace gatehouse::ui
