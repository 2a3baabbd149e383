// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/teampage.h"

#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/organization/invitecard.h"
#include "ui/organization/memberrow.h"
#include "ui/organization/teamrow.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::ui {

namespace {

QVBoxLayout *columnOf(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(metrics::space4());
    return column;
}

} // namespace

TeamPage::TeamPage(Context &context, QString teamId, QWidget *parent)
    : Page(tr("Team"), parent), m_context(context), m_teamId(std::move(teamId))
{
    auto *back = linkButton(tr("Organization"), this);
    connect(back, &QPushButton::clicked, this, [this] { m_context.navigator.go(Room::Organization); });
    addAboveTitle(back);
    m_check = new BusyButton(tr("Check now"), tr("Checking"), this);
    m_check->setSign(Icon::rotate);
    m_check->setDefault(false);
    connect(m_check, &QPushButton::clicked, this, &TeamPage::refresh);
    addAction(m_check);

    m_members = new Card(tr("Members"), this);
    m_count = captionLabel({}, m_members);
    m_count->setWordWrap(false);
    m_members->setTrailing(m_count);
    m_note = mutedLabel({}, m_members);
    m_members->addRow(m_note);
    auto *left = new QWidget(this);
    auto *leftColumn = columnOf(left);
    leftColumn->addWidget(m_members);
    leftColumn->addStretch(1);

    auto *teamCard = new Card(tr("Team"), this);
    m_team = new TeamRow(m_context, banner(), TeamRow::Way::None, teamCard);
    teamCard->addRow(m_team);
    auto *right = new QWidget(this);
    auto *rightColumn = columnOf(right);
    rightColumn->addWidget(new InviteCard(m_context, m_teamId, banner(), right));
    rightColumn->addWidget(teamCard);
    rightColumn->addStretch(1);

    auto *columns = new SideBySide(left, right, this);
    columns->setLeadingLeast(metrics::withText(420));
    columns->setTrailingWidth(metrics::withText(376));
    columns->setGap(metrics::space6());
    columns->setTopAligned();
    content()->addWidget(columns);

    const auto &roster = m_context.gatehouse.teamRoster();
    connect(&roster, &TeamRoster::teamsChanged, this, &TeamPage::update);
    connect(&roster, &TeamRoster::rolesChanged, this, &TeamPage::update);
    connect(&roster, &TeamRoster::membersChanged, this, [this](const QString &changed) {
        if (changed == m_teamId)
            update();
    });
    update();
}

void TeamPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

void TeamPage::refresh()
{
    if (m_check->isBusy())
        return;
    m_check->setBusy(true);
    update();
    whenDone(m_context.gatehouse.teamRoster().refreshMembers(m_teamId), this, [this](const Result<void> &asked) {
        m_check->setBusy(false);
        m_failed = !asked;
        if (asked)
            banner()->dismiss();
        else
            m_context.remedies.show(banner(), asked.error(), [this] { refresh(); });
        update();
    });
}

void TeamPage::update()
{
    const auto &roster = m_context.gatehouse.teamRoster();
    const auto team = roster.find(m_teamId);
    if (!team) {
        if (isVisible())
            m_context.navigator.go(Room::Organization);
        return;
    }
    setTitle(team->name.shown(80));
    QStringList facts;
    if (const auto &organization = m_context.gatehouse.onboarding().organization())
        facts.append(tr("A team of %1.").arg(organization->title()));
    if (roster.seenAt(m_teamId).isValid())
        facts.append(asOfText(roster.seenAt(m_teamId)) + QLatin1Char('.'));
    setSubtitle(facts.join(QLatin1Char(' ')));
    m_team->setTeam(*team);
    showMembers();
}

// Rows stay with their people, with what is being chosen in them.
void TeamPage::showMembers()
{
    const auto known = m_context.gatehouse.teamRoster().members(m_teamId);
    const QList<Member> members = known.value_or(QList<Member>());
    for (const QString &id : m_rows.keys()) {
        if (std::ranges::find(members, id, &Member::userId) == members.end())
            m_members->removeRow(m_rows.take(id));
    }
    for (const Member &member : members) {
        MemberRow *&row = m_rows[member.userId];
        if (!row) {
            row = new MemberRow(m_context, m_teamId, banner(), m_members);
            m_members->addRow(row);
        }
        row->setMember(member);
    }
    m_count->setText(known ? tr("%n people", nullptr, int(members.size())) : QString());
    if (!known && m_check->isBusy())
        m_note->setText(tr("Asking for the members."));
    else if (!known)
        m_note->setText(m_failed ? tr("Who is in the team could not be asked.") : QString());
    else
        m_note->setText(members.isEmpty() ? tr("Nobody is in this team yet. Invite somebody.") : QString());
    m_note->parentWidget()->setVisible(!m_note->text().isEmpty());
}

} // namespace gatehouse::ui
