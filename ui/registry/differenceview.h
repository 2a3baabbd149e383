// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/versions.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

// What an edit would change, field by field: before and after, added, removed; told by sign and word as well as by
// colour. Owned by its parent.
class DifferenceView : public QWidget {
    Q_OBJECT
public:
    explicit DifferenceView(QWidget *parent = nullptr);

    void setChanges(const QList<AttributeChange> &changes);

private:
    [[nodiscard]] QWidget *makeChange(const AttributeChange &change);
    [[nodiscard]] QWidget *makeSide(bool isAfter, const QString &word, const QString &value);

    QVBoxLayout *m_column;
};

} // namespace gatehouse::ui
