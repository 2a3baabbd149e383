// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class VersionItem;

// The versions of an app, newest first, of which one is chosen: by pointer, or by the arrow keys. Owned by its parent.
class VersionList : public QWidget {
    Q_OBJECT
public:
    explicit VersionList(QWidget *parent = nullptr);

    // Newest last, as an app has them. What was chosen stays chosen; if it is gone, the newest is.
    void setVersions(const QList<AppVersion> &versions);
    void choose(const QString &versionId);
    [[nodiscard]] QString chosen() const;
    void focusChosen();

Q_SIGNALS:
    void chosenChanged(const QString &versionId); // by the person

private:
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    QList<VersionItem *> m_items; // as shown
};

} // namespace gatehouse::ui
