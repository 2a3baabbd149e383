// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/versiondesk.h"
#include "ui/forms/card.h"

namespace gatehouse::ui {

// Who did what with a version, when, with which answer, and where that is known from; newest first. Of a long history
// the latest, until the rest is wanted. Owned by its parent.
class HistoryCard : public Card {
    Q_OBJECT
public:
    explicit HistoryCard(QWidget *parent = nullptr);

    void setEntries(const QList<HistoryEntry> &entries);

private:
    void fill();
    [[nodiscard]] QWidget *makeRow(const HistoryEntry &entry);

    QList<HistoryEntry> m_entries;
    QStringList m_shown; // what stands in the rows, so that they are built anew only when it changes
    bool m_isWhole = false;
};

} // namespace gatehouse::ui
