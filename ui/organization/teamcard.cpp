// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/teamcard.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/frame/remedies.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

TeamCard::TeamCard(Context &context, Banner *banner, QWidget *parent)
    : Card(tr("Team"), parent), m_context(context), m_banner(banner)
{
    m_members = captionLabel({}, this);
    m_members->setWordWrap(false);
    setTrailing(m_members);

    auto *shown = new QWidget(this);
    auto *shownLayout = new QHBoxLayout(shown);
    shownLayout->setContentsMargins({});
    m_name = strongLabel({}, shown);
    auto *rename = button(Icon::pencil, tr("Rename team"), shown);
    connect(rename, &QPushButton::clicked, this, [this] { edit(true); });
    shownLayout->addWidget(m_name, 1);
    shownLayout->addWidget(rename);

    auto *edited = new QWidget(this);
    auto *editedLayout = new QVBoxLayout(edited);
    editedLayout->setContentsMargins({});
    editedLayout->setSpacing(metrics::space2());
    m_form = new FormView(context.gatehouse.accounts().platform().organizations()->teamForm(), edited);
    m_save = new BusyButton(tr("Save"), tr("Saving"), edited);
    m_save->setProperty("primary", true);
    auto *cancel = quietButton(tr("Cancel"), edited);
    connect(m_save, &QPushButton::clicked, this, &TeamCard::save);
    connect(cancel, &QPushButton::clicked, this, [this] { edit(false); });
    for (auto *editor : m_form->findChildren<QLineEdit *>())
        connect(editor, &QLineEdit::returnPressed, this, &TeamCard::save);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch();
    editedLayout->addWidget(m_form);
    editedLayout->addLayout(buttons);

    m_shown = shown;
    m_edited = edited;
    auto *both = new QWidget(this);
    auto *bothLayout = new QVBoxLayout(both);
    bothLayout->setContentsMargins({});
    bothLayout->addWidget(shown);
    bothLayout->addWidget(edited);
    addRow(both);
    edit(false);
}

void TeamCard::show(const Team &team)
{
    m_team = team;
    m_name->setText(team.name.shown());
    m_members->setText(team.memberCount > 0 ? tr("%n member(s)", nullptr, team.memberCount) : QString());
}

void TeamCard::edit(bool editing)
{
    if (editing) {
        FormValues values;
        values.setText(m_form->spec().fields.first().key, m_team.name.shown());
        m_form->setValues(values);
        m_form->setProblems({});
    }
    m_shown->setVisible(!editing);
    m_edited->setVisible(editing);
    if (editing)
        m_form->editor(m_form->spec().fields.first().key)->setFocus();
}

void TeamCard::save()
{
    if (m_busy || !m_form->validate())
        return;
    m_busy = true;
    m_save->setBusy(true);
    whenDone(m_context.gatehouse.onboarding().renameTeam(m_team.id, m_form->values()), this,
        [this](const Result<Team> &renamed) {
            m_busy = false;
            m_save->setBusy(false);
            if (renamed) {
                edit(false);
                return;
            }
            m_form->setProblems(ErrorText::fields(renamed.error()));
            m_context.remedies.show(m_banner, renamed.error(), [this] { save(); });
        });
}

} // namespace gatehouse::ui
