// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace gatehouse::ui {

// A check whose words and explanation wrap where there is no room; the whole row is the control. Owned by its parent.
class CheckRow : public QCheckBox {
    Q_OBJECT
public:
    CheckRow(const QString &name, const QString &explanation, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override;

private:
    [[nodiscard]] int wordsStart() const;
    [[nodiscard]] int nameHeightAt(int width) const;

    QString m_explanation;
};

} // namespace gatehouse::ui
