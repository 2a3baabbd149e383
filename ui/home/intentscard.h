// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/appregistry.h"
#include "ui/forms/card.h"

namespace gatehouse::ui {

class BusyButton;

// Registrations that were begun and whose outcome nobody knows: the answer was lost, or the program was. Hidden while
// there are none. It looks and dismisses nothing itself. Owned by its parent.
class IntentsCard : public Card {
    Q_OBJECT
public:
    explicit IntentsCard(QWidget *parent = nullptr);

    void setIntents(const QList<OpenIntent> &intents);
    void setLooking(bool looking);

Q_SIGNALS:
    void lookWanted();
    void dismissWanted(const QString &intentId);

private:
    [[nodiscard]] QWidget *makeRow(const OpenIntent &intent);

    QStringList m_shown;
    QList<BusyButton *> m_looks;
};

} // namespace gatehouse::ui
