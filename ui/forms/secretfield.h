// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/valuerow.h"

#include <QPushButton>
#include <QTimer>

#include <functional>

namespace gatehouse::ui {

class ClipboardStrip;
class CopyButton;
class SecretCanvas;

// One secret: bullets, "Hold to reveal", Copy, where it is kept, and the clipboard's strip beneath. The value is
// fetched only while the button (or Space on it) is held down, painted, and wiped at release, when the focus or
// the window goes, and after 30 seconds. It is in no label, field, tool tip or accessible text. Owned by its
// parent.
class SecretField : public ValueRow {
    Q_OBJECT
public:
    // Fetches the value and hands it to the second function once, if there is one; drops it when the context has
    // gone. The view need only live for that call.
    using Fetch = std::function<void(QObject *context, std::function<void(QByteArrayView)> deliver)>;

    SecretField(const QString &label, Fetch fetch, QWidget *parent = nullptr);
    ~SecretField() override;

    [[nodiscard]] bool isRevealed() const;
    [[nodiscard]] ClipboardStrip *strip() const { return m_strip; }
    void showCopied();

    void setReady(); // bullets and buttons
    void setAbsent(const QString &reason); // nothing was given out yet
    void setLocked(); // "Locked" and "Unlock"
    void setUnreadable(const QString &sentence); // the sentence and "Try again"

    void conceal();

    static constexpr std::chrono::seconds longestReveal{30};

Q_SIGNALS:
    void revealed(); // somebody can read it now: the owner writes that down
    void concealed();
    void copyRequested();
    void unlockRequested();
    void retryRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class State { Ready, Absent, Locked, Unreadable };
    void setState(State state, const QString &sentence);
    void hold();

    Fetch m_fetch;
    SecretCanvas *m_canvas;
    QWidget *m_notice;
    Label *m_noticeText;
    QWidget *m_noticeSign;
    QPushButton *m_reveal;
    CopyButton *m_copy;
    QPushButton *m_mend;
    ClipboardStrip *m_strip;
    State m_state = State::Ready;
    QTimer m_limit;
    bool m_held = false;
    quint64 m_turn = 0; // an answer to an earlier hold is dropped
};

} // namespace gatehouse::ui
