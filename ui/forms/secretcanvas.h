// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QWidget>

namespace gatehouse::ui {

// Bullets, or for a moment the value: painted sign by sign from the bytes, so that no string, label or
// accessible text ever holds it. Wipes it when told and when it goes. Owned by SecretField.
class SecretCanvas : public QWidget {
    Q_OBJECT
public:
    explicit SecretCanvas(QWidget *parent = nullptr);

    void reveal(QByteArrayView value);
    void conceal();
    [[nodiscard]] bool isRevealed() const { return !m_value.isEmpty(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int columnsAt(int width) const;
    void paintValue(QPainter &painter);

    Secret m_value;
    int m_signs = 0;
};

} // namespace gatehouse::ui
