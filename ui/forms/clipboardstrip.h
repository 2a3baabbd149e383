// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/countdown.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace gatehouse::ui {

class EmphasisText;

// Says that something secret lies on the clipboard and when it will be taken off. It knows no value and takes
// nothing off itself: that is the clipboard policy's. Owned by its parent.
class ClipboardStrip : public QFrame {
    Q_OBJECT
public:
    explicit ClipboardStrip(QWidget *parent = nullptr);

    // `what` is a noun for a person, such as the label of the field.
    void start(const QString &what, std::chrono::milliseconds left, std::chrono::milliseconds whole);
    void finish();

Q_SIGNALS:
    void clearRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    Countdown m_countdown;
    QString m_what;
    EmphasisText *m_text;
    QPushButton *m_clear;
};

} // namespace gatehouse::ui
