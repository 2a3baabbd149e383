// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/news.h"

#include "app/gatehouse.h"
#include "ui/forms/banner.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

// Whether the page shows what the news is about. A list of apps shows the states of all of them.
bool shows(const Route &page, const Route &news)
{
    if (page == news)
        return true;
    if (page.kind == Route::Kind::Room)
        return page.room == news.room;
    return page.kind == Route::Kind::App && news.kind == Route::Kind::App && page.id == news.id;
}

} // namespace

News::News(Gatehouse &gatehouse, Navigator &navigator, Banner &banner, Notifier *notifier, QWidget &window)
    : QObject(&window), m_gatehouse(gatehouse), m_navigator(navigator), m_banner(banner), m_notifier(notifier),
      m_window(window)
{
    m_window.installEventFilter(this);
    if (m_notifier)
        connect(m_notifier, &Notifier::opened, this, &News::openFromDesktop);
    connect(&m_gatehouse.accounts(), &Accounts::currentChanged, this, &News::forgetAll);
    listen();
}

void News::listen()
{
    auto &registry = m_gatehouse.registry();
    connect(&registry, &AppRegistry::appReady, this, [this](const QString &appId) {
        if (const App *app = m_gatehouse.registry().find(appId)) {
            tell(u"app/"_s + appId, tr("%1 is registered, and its credentials are kept.").arg(app->name()),
                Route::toApp(appId));
        }
    });
    connect(&registry, &AppRegistry::appFailed, this, [this](const QString &appId) {
        if (const App *app = m_gatehouse.registry().find(appId)) {
            tell(u"app/"_s + appId, tr("The platform could not finish the registration of %1.").arg(app->name()),
                Route::toApp(appId));
        }
    });
    connect(&registry, &AppRegistry::collectingFailed, this, [this](const QString &appId, const Error &) {
        if (const App *app = m_gatehouse.registry().find(appId)) {
            tell(u"app/"_s + appId,
                tr("%1 is registered, but its credentials could not be kept yet.").arg(app->name()),
                Route::toApp(appId, Route::Part::Credentials));
        }
    });
    connect(&registry, &AppRegistry::versionMoved, this, &News::tellMove);
    connect(&m_gatehouse.onboarding(), &Onboarding::tenantDecided, this, [this](TenantState state) {
        tell(u"tenant"_s,
            state == TenantState::Allocated ? tr("The tenant is approved.") : tr("The tenant was declined."),
            Route::to(Room::Organization));
    });
}

void News::tellMove(const QString &appId, const QString &versionId, VersionState from, VersionState to)
{
    const App *app = m_gatehouse.registry().find(appId);
    if (!app)
        return;
    const auto version = std::ranges::find(app->versions, versionId, &AppVersion::id);
    if (version == app->versions.end())
        return;
    const auto sentence = [from, to] {
        switch (to) {
        case VersionState::Development:
            return from == VersionState::InTechReview ? tr("%1 %2 did not pass the tech review.")
                                                      : tr("%1 %2 is in development again.");
        case VersionState::InTechReview:
            return tr("%1 %2 is in tech review.");
        case VersionState::ReadyToPublish:
            return tr("%1 %2 passed the tech review.");
        case VersionState::InInternalPublishReview:
        case VersionState::InMarketplacePublishReview:
            return tr("%1 %2 is reviewed for publishing.");
        case VersionState::Live:
            return tr("%1 %2 is live.");
        case VersionState::Deprecated:
            return tr("%1 %2 is deprecated.");
        case VersionState::Unknown:
            break;
        }
        //: %1 is the name of an app, %2 a version
        return tr("The state of %1 %2 has changed.");
    }();
    tell(u"version/"_s + versionId, sentence.arg(app->name(), ServerText(version->number).shown()),
        Route::toAppVersion(appId, versionId));
}

void News::tell(const QString &about, const QString &sentence, const Route &route)
{
    const bool isInFront = shows(m_front, route) && m_front.kind != Route::Kind::Room;
    const bool isLookedAt = m_window.isActiveWindow() && m_window.isVisible();
    // A list shows the new state, but nobody may have looked at that row.
    if (!isInFront && m_front != route) {
        m_inBanner = Item{about, route};
        // The banner also serves others, one at a time.
        QObject::disconnect(&m_banner, &Banner::buttonClicked, nullptr, nullptr);
        connect(&m_banner, &Banner::buttonClicked, this, [this, route] { open(route); });
        m_banner.present({.kind = Banner::Kind::Info, .first = sentence, .rest = {}, .button = tr("Open"), .link = {},
            .details = {}});
    }
    if (isLookedAt && shows(m_front, route))
        return;
    m_unseen.removeIf([&about](const Item &item) { return item.about == about; });
    m_unseen.append({about, route});
    if (!isLookedAt) {
        QApplication::alert(&m_window);
        if (m_notifier && m_gatehouse.settings().notifications())
            m_notifier->tell({.about = about, .title = u"Gatehouse"_s, .text = sentence, .act = tr("Open")});
    }
    showCount();
}

void News::see(const Route &route)
{
    m_front = route;
    if (m_inBanner && (m_inBanner->route == route || (route.kind == Route::Kind::App && shows(route, m_inBanner->route)))) {
        m_inBanner.reset();
        m_banner.dismiss();
    }
    forgetSeen();
}

void News::forgetSeen()
{
    const auto before = m_unseen.size();
    m_unseen.removeIf([this](const Item &item) {
        const bool isSeen = shows(m_front, item.route);
        if (isSeen && m_notifier)
            m_notifier->takeBack(item.about);
        return isSeen;
    });
    if (m_unseen.size() != before)
        showCount();
}

// News of another profile lead nowhere.
void News::forgetAll()
{
    if (m_notifier) {
        for (const Item &item : std::as_const(m_unseen))
            m_notifier->takeBack(item.about);
    }
    m_unseen.clear();
    if (std::exchange(m_inBanner, std::nullopt))
        m_banner.dismiss();
    showCount();
}

void News::showCount()
{
    if (m_notifier)
        m_notifier->setBadge(int(m_unseen.size()));
    Q_EMIT unseenChanged();
}

int News::unseen(Room room) const
{
    return int(std::ranges::count(m_unseen, room, [](const Item &item) { return item.route.room; }));
}

void News::open(const Route &route)
{
    m_inBanner.reset();
    m_banner.dismiss();
    m_navigator.go(route);
}

void News::openFromDesktop(const QString &about)
{
    const auto item = std::ranges::find(m_unseen, about, &Item::about);
    const std::optional<Route> route = item == m_unseen.end() ? std::nullopt : std::optional(item->route);
    if (m_window.isMinimized())
        m_window.showNormal();
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    if (route)
        open(*route);
}

// A window that comes to the front shows its page to somebody.
bool News::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        forgetSeen();
    return QObject::eventFilter(watched, event);
}

} // namespace gatehouse::ui
