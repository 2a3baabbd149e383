// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QPushButton>
#include <QTimer>

#include <optional>

namespace gatehouse::ui {

// A button that says what it is doing: while busy the word changes, the running arc stands in place of the
// icon, the width stays, and pressing does nothing. It keeps the focus. Owned by its parent.
class BusyButton : public QPushButton {
    Q_OBJECT
public:
    BusyButton(const QString &word, const QString &busyWord, QWidget *parent = nullptr);

    void setWords(const QString &word, const QString &busyWord);
    void setSign(Icon icon);
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool hitButton(const QPoint &position) const override;

private:
    QString m_word;
    QString m_busyWord;
    std::optional<Icon> m_sign;
    bool m_busy = false;
    QTimer m_clock;
};

} // namespace gatehouse::ui
