// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QApplication;
class QFocusFrame;
class QWidget;
QT_END_NAMESPACE

namespace gatehouse::ui {

// Puts the ring, with its air, around whatever holds the focus and has no room for a ring of its own.
// Buttons wear it only while the keyboard moves the focus; a field that is wrong wears it always, because
// its edge already says something else. Owned by the style.
class FocusRing : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject *parent);
    ~FocusRing() override;

    void watch(QApplication *app);

    // Called when the property "error" of a focused field changes.
    void refresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *now);
    static bool wantsRing(const QWidget *widget);

    QPointer<QFocusFrame> m_frame;
};

} // namespace gatehouse::ui
