// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/tenantcalls.h"

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace gatehouse::ui {

class Label;

// The calls that can be tried, to choose from by pointer, by arrow keys, or by typing a part of the name or path.
// Owned by its parent.
class CatalogueList : public QWidget {
    Q_OBJECT
public:
    explicit CatalogueList(QWidget *parent = nullptr);

    void setCalls(const QList<CallSpec> &calls);
    [[nodiscard]] QString current() const; // its id; empty if none

    // Below the form in a narrow window it takes a few lines only.
    void setShort(bool isShort);

Q_SIGNALS:
    void chosen(const QString &callId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void filter();
    void fitHeight();

    QList<CallSpec> m_calls;
    QLineEdit *m_search;
    QListWidget *m_list;
    Label *m_none;
    bool m_isShort = false;
};

} // namespace gatehouse::ui
