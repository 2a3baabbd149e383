// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QTimer>

namespace gatehouse::ui {

// "Copy", and for three seconds after showCopied() "Copied". Copies nothing itself. Owned by its parent.
class CopyButton : public QPushButton {
    Q_OBJECT
public:
    explicit CopyButton(QWidget *parent = nullptr);

    void showCopied();
    [[nodiscard]] QSize sizeHint() const override;

private:
    void rest();

    QTimer m_back;
};

} // namespace gatehouse::ui
