// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/organizationpage.h"

#include "app/forms/countries.h"
#include "app/gatehouse.h"
#include "ui/credentials/secretclipboard.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/fact.h"
#include "ui/forms/fieldrow.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/forms/statuschip.h"
#include "ui/forms/timeline.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/organization/correctionform.h"
#include "ui/organization/invitationscard.h"
#include "ui/organization/organizationmenu.h"
#include "ui/organization/teamscard.h"
#include "ui/organization/yourplacecard.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

ChipLook chipOf(TenantState state)
{
    switch (state) {
    case TenantState::Allocated:
    case TenantState::Approved:
        return chipLook(ChipState::Approved, OrganizationPage::tr("Tenant approved"));
    case TenantState::Declined:
        return chipLook(ChipState::Declined, OrganizationPage::tr("Tenant declined"));
    case TenantState::Pending:
    case TenantState::NotRequested:
        return chipLook(ChipState::InReview);
    case TenantState::Unknown:
        break;
    }
    return chipLook(ChipState::Unknown);
}

// The details of an organization stand in the narrow column.
QWidget *detail(const QString &name, const QString &value)
{
    return fact(name, value, FactKind::Words, 96);
}

// The events of the review, where the platform does not tell them: what can be known from the tenant itself.
QList<TenantEvent> eventsOf(const Organization &organization, const Tenant &tenant)
{
    if (!tenant.history.isEmpty())
        return tenant.history;
    QList<TenantEvent> events;
    const QDateTime asked = tenant.requestedAt.isValid() ? tenant.requestedAt : organization.updatedAt;
    events.append({TenantState::Pending, asked, {}});
    if (tenant.state == TenantState::Allocated || tenant.state == TenantState::Declined)
        events.append({tenant.state, tenant.decidedAt, tenant.reason});
    return events;
}

} // namespace

OrganizationPage::OrganizationPage(Context &context, QWidget *parent)
    : Page(tr("Organization"), parent), m_context(context)
{
    m_chip = new StatusChip(ChipState::Unknown, this);
    addBesideTitle(m_chip);
    addAboveTitle(organizationButton(m_context, banner(), this));
    m_check = new BusyButton(tr("Check now"), tr("Checking"), this);
    m_check->setSign(Icon::rotate);
    m_check->setDefault(false);
    connect(m_check, &QPushButton::clicked, this, &OrganizationPage::refresh);
    addAction(m_check);
    m_register = primaryButton(Icon::plus, tr("Register app"), this);
    connect(m_register, &QPushButton::clicked, this,
        [this] { m_context.navigator.go(Route::to(Route::Kind::NewApp)); });
    addAction(m_register);

    m_review = new Card(tr("Review"), this);
    m_timeline = new Timeline(m_review);
    m_review->addRow(m_timeline);
    m_details = new Card(tr("Details"), this);
    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins({});
    leftLayout->addWidget(m_review);
    leftLayout->addStretch(1);
    auto *right = new QWidget(this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins({});
    rightLayout->setSpacing(metrics::space4());
    rightLayout->addWidget(new TeamsCard(context, banner(), right));
    rightLayout->addWidget(new YourPlaceCard(context, right));
    rightLayout->addWidget(m_details);
    rightLayout->addStretch(1);
    auto *columns = new SideBySide(left, right, this);
    columns->setLeadingLeast(metrics::withText(420));
    columns->setTrailingWidth(metrics::withText(376));
    columns->setGap(metrics::space6());
    columns->setTopAligned();
    content()->addWidget(new InvitationsCard(m_context, banner(), this));
    content()->addWidget(columns);
    content()->addStretch(1);

    connect(&m_context.gatehouse.onboarding(), &Onboarding::organizationChanged, this, &OrganizationPage::update);
    connect(&m_context.gatehouse.teamRoster(), &TeamRoster::rolesChanged, this, &OrganizationPage::update);
    update();
}

void OrganizationPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

void OrganizationPage::refresh()
{
    if (m_check->isBusy())
        return;
    m_check->setBusy(true);
    whenDone(m_context.gatehouse.onboarding().refresh(), this, [this](const Result<void> &asked) {
        if (!asked) {
            finish(asked);
            return;
        }
        whenDone(m_context.gatehouse.teamRoster().refresh(), this, [this](const Result<void> &known) { finish(known); });
    });
}

void OrganizationPage::finish(const Result<void> &done)
{
    m_check->setBusy(false);
    if (done)
        banner()->dismiss();
    else
        m_context.remedies.show(banner(), done.error(), [this] { refresh(); });
    update();
}

// Who founded it, or was made an owner: only they change its details and ask for its tenant.
bool OrganizationPage::isOwner() const
{
    const auto &organization = m_context.gatehouse.onboarding().organization();
    return organization && organization->roles.contains(Role::OrganizationOwner);
}

void OrganizationPage::update()
{
    const auto &organization = m_context.gatehouse.onboarding().organization();
    if (!organization)
        return;
    const Tenant &tenant = m_context.gatehouse.onboarding().tenant();
    setTitle(organization->title());
    setSubtitle((organization->isBusiness ? tr("Business, %1.") : tr("Individual developer, %1."))
                    .arg(organization->domain.shown())
        + u' ' + asOfText(m_context.gatehouse.onboarding().seenAt()) + u'.');
    m_chip->setLook(chipOf(tenant.state));
    m_register->setVisible(m_context.gatehouse.onboarding().isTenantReady()
        && !m_context.gatehouse.teamRoster().teamForApps().isEmpty());
    showTimeline(*organization, tenant);
    showDetails(*organization);
}

void OrganizationPage::showTimeline(const Organization &organization, const Tenant &tenant)
{
    const QList<TenantEvent> events = eventsOf(organization, tenant);
    const QString shape = u"%1|%2|%3|%4|%5"_s.arg(organization.id)
                              .arg(int(tenant.state)).arg(tenant.url).arg(events.size()).arg(int(isOwner()));
    using State = TimelineEntry::State;
    QList<TimelineEntry> entries;
    const QString who = ServerText(organization.firstName.wire() + u' ' + organization.lastName.wire()).shown();
    entries.append({State::Done, tr("Submitted"), momentText(organization.createdAt),
        organization.isBusiness ? tr("By %1, as a business").arg(who) : tr("By %1, as an individual").arg(who),
        Icon::submit});
    entries.append({State::Done, tr("E-mail confirmed"),
        momentText(events.isEmpty() ? organization.updatedAt : events.first().at), organization.email.shown(),
        Icon::mail});
    for (qsizetype i = 0; i < events.size(); ++i) {
        const TenantEvent &event = events.at(i);
        const bool isLast = i + 1 == events.size();
        if (event.state == TenantState::Pending) {
            entries.append({isLast ? State::Running : State::Done, i == 0 ? tr("In review") : tr("In review again"),
                momentText(event.at),
                isLast ? tr("The administrators look at what you wrote. You are told when they have decided.")
                       : QString(),
                isLast ? std::nullopt : std::optional(Icon::clock)});
        } else if (event.state == TenantState::Declined) {
            entries.append(
                {State::Error, tr("Declined"), momentText(event.at), event.reason.shown(), std::nullopt});
        } else if (event.state == TenantState::Approved) {
            entries.append({State::Done, tr("Approved"), momentText(event.at), event.reason.shown(), std::nullopt});
        } else if (event.state == TenantState::Allocated) {
            entries.append({State::Done, tr("Tenant ready"), momentText(event.at),
                tr("An environment of its own for developing and testing."), std::nullopt});
        }
    }
    if (tenant.state == TenantState::Pending || tenant.state == TenantState::NotRequested)
        entries.append({State::ToDo, tr("Tenant"), {}, tr("Its URL and id appear here."), std::nullopt});
    m_timeline->setEntries(entries);
    if (shape == m_shown)
        return; // widgets within the entries stay as they are, with what is typed into them
    m_shown = shape;
    for (int i = 0; i < m_timeline->count(); ++i)
        m_timeline->setWidget(i, nullptr);
    const int last = m_timeline->count() - 1;
    if (tenant.state == TenantState::Allocated)
        m_timeline->setWidget(last, makeTenantBox(tenant));
    else if (tenant.state == TenantState::Declined)
        m_timeline->setWidget(last, makeCorrection());
    else
        m_timeline->setWidget(last - 1, makeReviewerButton());
}

QWidget *OrganizationPage::makeTenantBox(const Tenant &tenant)
{
    auto *box = new Card(this);
    const auto add = [this, box](const QString &name, const QString &value, const QString &key) {
        auto *row = new FieldRow(name, value, box);
        row->setObjectName(key);
        connect(row, &FieldRow::copyRequested, this, [this, row](const QString &text) {
            m_context.clipboard.copy(
                Secret::copyOf(text.toUtf8()), m_context.gatehouse.settings().clipboardTime());
            row->showCopied();
        });
        box->addRow(row, Card::Padding::None);
    };
    add(tr("Tenant URL"), tenant.url, u"tenantUrl"_s);
    add(tr("Tenant id"), tenant.id, u"tenantId"_s);
    return box;
}

// On the sandbox the person may decide themselves.
QWidget *OrganizationPage::makeReviewerButton()
{
    const Profile *profile = m_context.gatehouse.accounts().current();
    if (!profile || profile->stage != Stage::Sandbox)
        return nullptr;
    auto *holder = new QWidget(this);
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins({});
    auto *play = button(Icon::sandbox, tr("Play the reviewer"), holder);
    connect(play, &QPushButton::clicked, this, [this] { m_context.navigator.go(Room::Sandbox); });
    layout->addWidget(play);
    layout->addStretch();
    return holder;
}

QWidget *OrganizationPage::makeCorrection()
{
    if (!isOwner())
        return mutedLabel(tr("An owner of the organization can correct its details and ask again."), this);
    return new CorrectionForm(m_context, banner(), this);
}

void OrganizationPage::showDetails(const Organization &organization)
{
    m_details->clearRows();
    auto *rows = new QWidget(m_details);
    auto *layout = new QVBoxLayout(rows);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space2());
    layout->addWidget(detail(tr("Kind"), organization.isBusiness ? tr("Business") : tr("Individual")));
    layout->addWidget(detail(
        tr("Contact"), ServerText(organization.firstName.wire() + u' ' + organization.lastName.wire()).shown()));
    layout->addWidget(detail(tr("Email"), organization.email.shown()));
    layout->addWidget(detail(tr("Website"), organization.website.shown()));
    layout->addWidget(detail(tr("Domain"), organization.domain.shown()));
    layout->addWidget(detail(tr("Country"), countryName(organization.country)));
    m_details->addRow(rows);
}

} // namespace gatehouse::ui
