// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/organizationmenu.h"

#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/buttons.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Menus {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::OrganizationMenu)
};

// A name on a menu: an ampersand in it is no shortcut.
QString plain(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

} // namespace

void switchOrganization(Context &context, Banner *banner, const QString &organizationId)
{
    auto &gatehouse = context.gatehouse;
    if (const auto chosen = gatehouse.onboarding().choose(organizationId); !chosen) {
        context.remedies.show(banner, chosen.error(), {});
        return;
    }
    // What fails here is told by the page that is looked at, when it asks itself.
    launch(gatehouse.onboarding().refresh());
    launch(gatehouse.teamRoster().refresh());
    launch(gatehouse.registry().refresh());
}

void fillOrganizationMenu(QMenu *menu, Context &context, Banner *banner)
{
    auto &onboarding = context.gatehouse.onboarding();
    const auto &inUse = onboarding.organization();
    auto *group = new QActionGroup(menu);
    for (const Organization &organization : onboarding.organizations()) {
        const bool isConfirmed = organization.state == OrganizationState::Active;
        const QString name = plain(organization.title());
        QAction *action = menu->addAction(isConfirmed ? name : Menus::tr("%1 (not confirmed yet)").arg(name));
        action->setCheckable(true);
        action->setChecked(inUse && inUse->id == organization.id && !onboarding.isFounding());
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, banner,
            [&context, banner, id = organization.id] { switchOrganization(context, banner, id); });
    }
    // One that waits for its one-time password is finished or given up first.
    const bool isUnderWay = !inUse || inUse->state != OrganizationState::Active || onboarding.isFounding();
    if (isUnderWay)
        return;
    menu->addAction(icon(Icon::plus), Menus::tr("Found another organization"), banner, [&context, banner] {
        if (const auto begun = context.gatehouse.onboarding().beginFounding(); !begun)
            context.remedies.show(banner, begun.error(), {});
        else
            context.navigator.go(Room::Organization);
    });
}

QPushButton *organizationButton(Context &context, Banner *banner, QWidget *parent)
{
    auto *opener = quietButton(Icon::updown, Menus::tr("Organizations"), parent);
    QObject::connect(opener, &QPushButton::clicked, opener, [opener, &context, banner] {
        auto *menu = new QMenu(opener);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setAccessibleName(opener->accessibleName());
        fillOrganizationMenu(menu, context, banner);
        const bool mirrored = opener->layoutDirection() == Qt::RightToLeft;
        const QPoint corner = mirrored ? opener->rect().bottomRight() : opener->rect().bottomLeft();
        QPoint place = opener->mapToGlobal(corner);
        if (mirrored)
            place.rx() -= menu->sizeHint().width();
        menu->popup(place);
        if (QAction *first = menu->actions().value(0))
            menu->setActiveAction(first);
    });
    return opener;
}

} // namespace gatehouse::ui
