// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/vault/vault.h"
#include "ui/navigator.h"

#include <QObject>

#include <functional>

namespace gatehouse::ui {

class Banner;

// Shows an error on a page's banner with the button that mends it: unlock the keychain, sign in, or try again. What
// was cancelled is not shown. Owned by the main window.
class Remedies : public QObject {
    Q_OBJECT
public:
    Remedies(Vault &vault, Navigator &navigator, QObject *parent);

    // `again` is what the person wanted; it is tried once more after the remedy. May be empty.
    void show(Banner *banner, const Error &error, std::function<void()> again);

private:
    void unlock(Banner *banner, std::function<void()> again);

    Vault &m_vault;
    Navigator &m_navigator;
};

} // namespace gatehouse::ui
