// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace gatehouse::ui {

// An id, an address: in code font, left to right in every language, selectable by pointer and keyboard, and
// broken anywhere rather than cut off. Owned by its parent.
class CodeText : public QTextEdit {
    Q_OBJECT
public:
    explicit CodeText(const QString &name, QWidget *parent = nullptr);

    void setValue(const QString &value);
    [[nodiscard]] QString value() const { return toPlainText(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void align();
};

} // namespace gatehouse::ui
