// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/homepage.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/buttons.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/home/intentscard.h"
#include "ui/forms/readingcolumn.h"
#include "ui/home/roadcard.h"
#include "ui/organization/invitationscard.h"
#include "ui/theme/metrics.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

HomePage::HomePage(Context &context, QWidget *parent) : Page(tr("Home"), parent), m_context(context)
{
    m_register = button(Icon::plus, tr("Register app"), this);
    m_register->setObjectName(u"registerApp"_s);
    connect(m_register, &QPushButton::clicked, this,
        [this] { m_context.navigator.go(Route::to(Route::Kind::NewApp)); });
    addAction(m_register);

    m_road = new RoadCard(this);
    m_intents = new IntentsCard(this);
    QVBoxLayout *column = addReadingColumn(content(), metrics::withText(800));
    column->addWidget(new InvitationsCard(m_context, banner(), this));
    column->addWidget(m_road);
    column->addWidget(m_intents);
    connect(m_road, &RoadCard::actWanted, this, [this](const Route &route) { m_context.navigator.go(route); });
    connect(m_intents, &IntentsCard::lookWanted, this, &HomePage::refresh);
    connect(m_intents, &IntentsCard::dismissWanted, this, &HomePage::dismissIntent);

    Gatehouse &gatehouse = m_context.gatehouse;
    connect(&gatehouse.onboarding(), &Onboarding::organizationChanged, this, &HomePage::showRoad);
    connect(&gatehouse.registry(), &AppRegistry::appsChanged, this, &HomePage::showRoad);
    connect(&gatehouse.registry(), &AppRegistry::appChanged, this, &HomePage::showRoad);
    connect(&gatehouse.registry(), &AppRegistry::collectingFailed, this,
        [this](const QString &appId, const Error &error) {
            m_news.notKept.insert(appId, ErrorText::line(error));
            showRoad();
        });
    connect(&gatehouse.credentials(), &CredentialShelf::kept, this, [this](const QString &appId) {
        m_news.notKept.remove(appId);
        showRoad();
    });
    connect(&gatehouse.tokens(), &AppTokens::tokensChanged, this, &HomePage::showRoad);
    connect(&gatehouse.tokens(), &AppTokens::called, this, &HomePage::showRoad);
    connect(&gatehouse.accounts(), &Accounts::signedInChanged, this, &HomePage::changeProfile);
    connect(&gatehouse.accounts(), &Accounts::currentChanged, this, &HomePage::changeProfile);
}

void HomePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showRoad();
    refresh();
}

// Another account, or the same one signed in or out: what was asked before counts no more.
void HomePage::changeProfile()
{
    ++m_round;
    m_news = {};
    m_isStale = false;
    if (m_isTroubled)
        banner()->dismiss();
    m_isTroubled = false;
    m_intents->setLooking(false);
    showRoad();
    if (isVisible())
        refresh();
}

void HomePage::refresh()
{
    if (m_news.isLooking || !m_context.gatehouse.accounts().current())
        return;
    m_news.isLooking = true;
    m_intents->setLooking(true);
    showRoad();
    whenDone(m_context.gatehouse.onboarding().refresh(), this, [this, round = m_round](const Result<void> &asked) {
        if (round != m_round)
            return;
        if (!asked) {
            finish(&asked.error());
            return;
        }
        // Invitations are a courtesy here: the rest of the page does without them.
        launch(m_context.gatehouse.teamRoster().refresh());
        whenDone(m_context.gatehouse.registry().refresh(), this, [this, round](const Result<void> &listed) {
            if (round == m_round)
                finish(listed ? nullptr : &listed.error());
        });
    });
}

void HomePage::finish(const Error *error)
{
    m_news.isLooking = false;
    m_intents->setLooking(false);
    m_isStale = error != nullptr;
    if (error)
        m_context.remedies.show(banner(), *error, [this] { refresh(); });
    else if (m_isTroubled)
        banner()->dismiss();
    m_isTroubled = error != nullptr;
    showRoad();
}

// While the page is hidden nobody sees it, and looking through many apps is not for nothing.
void HomePage::showRoad()
{
    if (!isVisible())
        return;
    Gatehouse &gatehouse = m_context.gatehouse;
    const Profile *profile = gatehouse.accounts().current();
    const QList<RoadStep> steps = roadOf(gatehouse, m_news);
    m_road->setSteps(steps, profile && profile->signedIn);
    // Offered up here once the first app is on its way; until then the road itself says when.
    m_register->setVisible(gatehouse.onboarding().isTenantReady() && !gatehouse.registry().list().apps().isEmpty());
    m_intents->setIntents(gatehouse.registry().openIntents());
    refreshSubtitle();
}

void HomePage::refreshSubtitle()
{
    Gatehouse &gatehouse = m_context.gatehouse;
    const Profile *profile = gatehouse.accounts().current();
    if (!profile) {
        setSubtitle({});
        return;
    }
    const auto &organization = gatehouse.onboarding().organization();
    QStringList sentences;
    if (!organization && m_news.isLooking) {
        setSubtitle(tr("Asking %1 what is there.").arg(gatehouse.accounts().platform().name()));
        return;
    }
    if (!organization)
        sentences.append(tr("No organization yet."));
    else if (organization->teams.isEmpty())
        sentences.append(tr("%1.").arg(organization->title()));
    else if (organization->teams.size() == 1)
        sentences.append(tr("%1, team %2.").arg(organization->title(), organization->teams.first().name.shown(60)));
    else
        sentences.append(tr("%1, %n teams.", nullptr, int(organization->teams.size())).arg(organization->title()));
    const int needed = m_road->needed();
    if (!profile->signedIn)
        sentences.append(tr("You are signed out."));
    else if (m_road->isAllDone())
        sentences.append(tr("Every step is done."));
    else if (needed == 0)
        sentences.append(tr("Nothing needs you now."));
    else if (needed == 1)
        sentences.append(tr("One step needs you."));
    else
        sentences.append(tr("%n steps need you.", nullptr, needed));
    const QDateTime seenAt = gatehouse.onboarding().seenAt();
    if (m_isStale && seenAt.isValid())
        sentences.append(tr("%1.").arg(asOfText(seenAt)));
    setSubtitle(sentences.join(u' '));
}

void HomePage::dismissIntent(const QString &intentId)
{
    const auto dismissed = m_context.gatehouse.registry().dismissIntent(intentId);
    if (!dismissed)
        m_context.remedies.show(banner(), dismissed.error(), [this, intentId] { dismissIntent(intentId); });
    showRoad();
}

} // namespace gatehouse::ui
