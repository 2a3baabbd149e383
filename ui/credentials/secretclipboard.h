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

    void copy(const Secret &value, std::chrono::milliseconds time);

    // Takes our value off now, if it is still there.
    void clear();

Q_SIGNALS:
    void cleared();

private:
    void forget();
    [[nodiscard]] bool isOurs() const;

    QPointer<QMimeData> m_data; // the clipboard's; gone once somebody else has copied something
    QTimer m_timer;
    bool m_holds = false; // something of ours lies there
    Secret m_digest; // of what lies there: the value itself is not held a second time
    bool m_putting = false;
};

} // namespace gatehouse::ui
