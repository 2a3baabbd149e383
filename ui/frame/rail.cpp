// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rail.h"

#include "ui/frame/profileswitcher.h"
#include "ui/frame/railitem.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace gatehouse::ui {

Rail::Rail(Accounts &accounts, Navigator &navigator, QWidget *parent)
    : QWidget(parent), m_accounts(accounts), m_navigator(navigator)
{
    setAccessibleName(tr("Rooms"));
    m_switcher = new ProfileSwitcher(accounts, this);
    m_group = new QButtonGroup(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space2(), metrics::space2(), metrics::space2(), metrics::space2());
    layout->setSpacing(0);
    layout->addWidget(m_switcher);
    layout->addSpacing(metrics::space3());
    add(Room::Home, new RailItem(Icon::home, tr("Home"), this), layout);
    add(Room::Organization, new RailItem(Icon::organization, tr("Organization"), this), layout);
    add(Room::Apps, new RailItem(Icon::apps, tr("Apps"), this), layout);
    layout->addStretch();
    add(Room::Sandbox, new RailItem(Icon::sandbox, tr("Sandbox"), this), layout);
    add(Room::Settings, new RailItem(Icon::settings, tr("Settings"), this), layout);
    connect(&m_accounts, &Accounts::currentChanged, this, &Rail::refresh);
    refresh();
    applyWidth();
}

void Rail::add(Room room, RailItem *item, QVBoxLayout *layout)
{
    m_items.insert(room, item);
    m_group->addButton(item);
    layout->addWidget(item);
    connect(item, &QAbstractButton::clicked, this, [this, room] { m_navigator.go(room); });
}

void Rail::refresh()
{
    const Profile *profile = m_accounts.current();
    m_items.value(Room::Sandbox)->setVisible(profile && profile->stage == Stage::Sandbox);
    for (const Room room : {Room::Home, Room::Organization, Room::Apps})
        m_items.value(room)->setVisible(profile != nullptr);
}

void Rail::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    m_switcher->setCompact(compact);
    for (RailItem *item : std::as_const(m_items))
        item->setCompact(compact);
    applyWidth();
}

void Rail::applyWidth()
{
    setFixedWidth(m_compact ? metrics::iconMedium() + 2 * metrics::space3() + 2 * metrics::space2()
                            : metrics::withText(208));
}

void Rail::setCurrent(Room room)
{
    if (RailItem *item = m_items.value(room))
        item->setChecked(true);
}

void Rail::setUnseen(Room room, int count)
{
    if (RailItem *item = m_items.value(room))
        item->setUnseen(count);
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QWidget::keyPressEvent(event);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Rail));
    paintHairline(&painter, rect(), layoutDirection() == Qt::LeftToRight ? Qt::RightEdge : Qt::LeftEdge);
}

} // namespace gatehouse::ui
