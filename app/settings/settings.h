// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <chrono>

namespace gatehouse {

enum class Appearance { System, Light, Dark };

// What a person chose about the program itself. Each value is checked when read and falls back to its default.
// Owned by Gatehouse.
class Settings : public QObject {
    Q_OBJECT
public:
    explicit Settings(Store &store, QObject *parent = nullptr);

    [[nodiscard]] Appearance appearance() const;
    [[nodiscard]] Result<void> setAppearance(Appearance appearance);

    // How long a secret may stay on the clipboard: 5 to 300 seconds, 30 by default.
    [[nodiscard]] std::chrono::seconds clipboardTime() const;
    [[nodiscard]] Result<void> setClipboardTime(std::chrono::seconds time);

    // Whether the desktop tells what happened while the window was not in front; yes by default.
    [[nodiscard]] bool notifications() const;
    [[nodiscard]] Result<void> setNotifications(bool on);

    // The columns of the app list that a person does not want to see, by their names.
    [[nodiscard]] QStringList hiddenAppColumns() const;
    [[nodiscard]] Result<void> setHiddenAppColumns(const QStringList &names);

    [[nodiscard]] QByteArray windowPlace() const;
    void setWindowPlace(const QByteArray &place);

Q_SIGNALS:
    void appearanceChanged(gatehouse::Appearance appearance);

private:
    Store &m_store;
};

} // namespace gatehouse
