// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault.h"
#include "ui/forms/card.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace gatehouse::ui {

class BusyButton;
class IconView;
class Label;

// Where secrets are kept and whether something could be kept there right now, proven on request and followed live.
// A locked place can be unlocked from here. Owned by its parent.
class VaultCard : public Card {
    Q_OBJECT
public:
    explicit VaultCard(Vault &vault, QWidget *parent = nullptr);

private:
    enum class Health { Unknown, Well, Locked, Missing, Slow, Unwell };

    [[nodiscard]] QWidget *makePlace();
    [[nodiscard]] QWidget *makeHealth();
    void check();
    void unlock();
    void take(const Result<void> &result);
    void showHealth(Health health);
    void copyReport();

    Vault &m_vault;
    Health m_health = Health::Unknown;
    QString m_report; // of the last trouble, for a bug report
    Label *m_place = nullptr;
    IconView *m_sign = nullptr;
    Label *m_word = nullptr;
    Label *m_sentence = nullptr;
    QPushButton *m_copy = nullptr;
    BusyButton *m_unlock = nullptr;
    BusyButton *m_check = nullptr;
};

} // namespace gatehouse::ui
