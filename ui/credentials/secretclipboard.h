// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QMimeData;

namespace gatehouse::ui {

// Puts credentials on the clipboard and takes them off again after a while, if the clipboard still holds what was put
// there. What somebody else has copied meanwhile is never touched, nor is the selection of the middle mouse button.
// Programs that keep a history of the clipboard are asked not to keep this. Owned by the main window.
class SecretClipboard : public QObject {
    Q_OBJECT
public:
    explicit SecretClipboard(QObject *parent);
    ~SecretClipboard() override;

    // `what` names the value for the person and for those who show the countdown.
    void copy(const Secret &value, const QString &what, std::chrono::milliseconds time);

    // Takes our value off now, if it is still there.
    void clear();

    [[nodiscard]] QString what() const { return m_what; } // empty when nothing of ours is there
    [[nodiscard]] std::chrono::milliseconds left() const;
    [[nodiscard]] std::chrono::milliseconds whole() const { return m_whole; }

Q_SIGNALS:
    void copied(const QString &what);
    void cleared();

private:
    void forget();
    [[nodiscard]] bool isOurs() const;

    QPointer<QMimeData> m_data; // the clipboard's; gone once somebody else has copied something
    QTimer m_timer;
    QString m_what;
    Secret m_digest; // of what lies there: the value itself is not held a second time
    std::chrono::milliseconds m_whole{};
    bool m_putting = false;
};

} // namespace gatehouse::ui
