// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/teamscard.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/frame/remedies.h"
#include "ui/organization/teamrow.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace gatehouse::ui {

TeamsCard::TeamsCard(Context &context, Banner *banner, QWidget *parent)
    : Card(tr("Teams"), parent), m_context(context), m_banner(banner)
{
    m_new = quietButton(Icon::plus, tr("New team"), this);
    connect(m_new, &QPushButton::clicked, this, [this] { begin(true); });
    setTrailing(m_new);
    m_note = captionLabel({}, this);
    m_creator = makeCreator();
    connect(&m_context.gatehouse.teamRoster(), &TeamRoster::teamsChanged, this, &TeamsCard::refresh);
    connect(&m_context.gatehouse.teamRoster(), &TeamRoster::rolesChanged, this, &TeamsCard::refresh);
    refresh();
}

QWidget *TeamsCard::makeCreator()
{
    auto *creator = new QWidget(this);
    auto *column = new QVBoxLayout(creator);
    column->setContentsMargins(metrics::space4(), metrics::space3(), metrics::space4(), metrics::space3());
    column->setSpacing(metrics::space2());
    m_form = new FormView(m_context.gatehouse.teamRoster().teamForm(), creator);
    m_create = new BusyButton(tr("Create team"), tr("Creating"), creator);
    m_create->setProperty("primary", true);
    auto *cancel = quietButton(tr("Cancel"), creator);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_create);
    buttons->addWidget(cancel);
    buttons->addStretch();
    column->addWidget(m_form);
    column->addLayout(buttons);
    connect(m_create, &QPushButton::clicked, this, &TeamsCard::create);
    connect(cancel, &QPushButton::clicked, this, [this] {
        begin(false);
        m_new->setFocus();
    });
    for (auto *field : m_form->findChildren<QLineEdit *>())
        connect(field, &QLineEdit::returnPressed, this, &TeamsCard::create);
    creator->hide();
    addRow(creator, Padding::None);
    addRow(m_note);
    return creator;
}

// Rows stay with their teams, with what is being typed into them.
void TeamsCard::refresh()
{
    const auto &roster = m_context.gatehouse.teamRoster();
    const QList<Team> teams = roster.teams();
    for (const QString &id : m_rows.keys()) {
        if (std::ranges::find(teams, id, &Team::id) == teams.end())
            removeRow(m_rows.take(id));
    }
    for (const Team &team : teams) {
        TeamRow *&row = m_rows[team.id];
        if (!row) {
            row = new TeamRow(m_context, m_banner, TeamRow::Way::Open, this);
            addRow(row);
        }
        row->setTeam(team);
    }
    const auto why = roster.whyNotCreate();
    const bool mayCreate = roster.isOffered() && !why;
    m_new->setVisible(mayCreate && !m_isCreating);
    if (!mayCreate && m_isCreating)
        begin(false);
    m_note->setText(!roster.isOffered() ? tr("The platform does not offer teams to programs.")
            : why                       ? tr("Developer admins and owners make teams and invite people.")
                                        : QString());
    m_note->parentWidget()->setVisible(!m_note->text().isEmpty());
}

void TeamsCard::begin(bool creating)
{
    m_isCreating = creating;
    if (creating) {
        m_form->setValues({});
        m_form->setProblems({});
    }
    m_creator->setVisible(creating);
    m_new->setVisible(!creating && !m_context.gatehouse.teamRoster().whyNotCreate());
    if (creating && !m_form->spec().fields.isEmpty())
        m_form->editor(m_form->spec().fields.first().key)->setFocus();
}

void TeamsCard::create()
{
    if (m_create->isBusy() || !m_form->validate())
        return;
    m_create->setBusy(true);
    whenDone(m_context.gatehouse.teamRoster().create(m_form->values()), this, [this](const Result<Team> &created) {
        m_create->setBusy(false);
        if (created) {
            m_banner->dismiss();
            begin(false);
            m_new->setFocus();
            return;
        }
        m_form->setProblems(ErrorText::fields(created.error()));
        m_context.remedies.show(m_banner, created.error(), [this] { create(); });
    });
}

} // namespace gatehouse::ui
