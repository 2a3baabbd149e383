// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace gatehouse::ui {

// Something that is on or off at once, with a name and a line that explains it: a row of the settings. The whole
// row is the control. Owned by its parent.
class SwitchRow : public QAbstractButton {
    Q_OBJECT
public:
    SwitchRow(const QString &name, const QString &explanation, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSize switchSize() const;
    [[nodiscard]] QSize wordsAt(int width) const;

    QString m_explanation;
};

} // namespace gatehouse::ui
