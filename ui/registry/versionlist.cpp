// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/versionlist.h"

#include "ui/registry/versionitem.h"

#include <QButtonGroup>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::ui {

VersionList::VersionList(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(1);
    setAccessibleName(tr("Versions"));
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *button, bool on) {
        if (on)
            Q_EMIT chosenChanged(static_cast<VersionItem *>(button)->versionId());
    });
}

void VersionList::setVersions(const QList<AppVersion> &versions)
{
    const QString before = chosen();
    while (m_items.size() > versions.size()) {
        VersionItem *item = m_items.takeLast();
        m_group->removeButton(item);
        delete item;
    }
    while (m_items.size() < versions.size()) {
        auto *item = new VersionItem(this);
        m_group->addButton(item);
        m_column->addWidget(item);
        m_items.append(item);
    }
    for (qsizetype i = 0; i < versions.size(); ++i)
        m_items.at(i)->setVersion(versions.at(versions.size() - 1 - i));
    choose(before);
    if (chosen().isEmpty() && !m_items.isEmpty())
        choose(m_items.first()->versionId());
}

void VersionList::choose(const QString &versionId)
{
    const QSignalBlocker quiet(m_group);
    const auto found = std::ranges::find(m_items, versionId, &VersionItem::versionId);
    if (found != m_items.end())
        (*found)->setChecked(true);
    else if (!m_items.isEmpty())
        m_items.first()->setChecked(true);
    // Tab comes to the chosen one; Qt sees to that only when the choice is made by hand.
    for (VersionItem *item : std::as_const(m_items))
        item->setFocusPolicy(item->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

QString VersionList::chosen() const
{
    const auto *item = static_cast<VersionItem *>(m_group->checkedButton());
    return item ? item->versionId() : QString();
}

void VersionList::focusChosen()
{
    if (QAbstractButton *item = m_group->checkedButton())
        item->setFocus();
}

} // namespace gatehouse::ui
