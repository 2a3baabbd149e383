// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/teamrow.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/forms/announce.h"
#include "ui/forms/askbox.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

TeamRow::TeamRow(Context &context, Banner *banner, Way way, QWidget *parent)
    : QWidget(parent), m_context(context), m_banner(banner), m_name(strongLabel({}, this)),
      m_facts(captionLabel({}, this)), m_ask(new AskBox(this)), m_reason(captionLabel({}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::space2());
    column->addWidget(makeHead(way));
    m_acts = new QWidget(this);
    auto *acts = new QHBoxLayout(m_acts);
    acts->setContentsMargins({});
    acts->setSpacing(metrics::space4());
    m_rename = quietButton(Icon::pencil, tr("Rename team"), m_acts);
    m_delete = quietButton(Icon::close, tr("Delete team"), m_acts);
    acts->addWidget(m_rename);
    acts->addWidget(m_delete);
    acts->addStretch();
    column->addWidget(m_acts);
    m_editor = makeEditor();
    column->addWidget(m_editor);
    column->addWidget(m_ask);
    column->addWidget(m_reason);
    m_reason->hide();

    connect(m_rename, &QPushButton::clicked, this, [this] { edit(true); });
    connect(m_delete, &QPushButton::clicked, this, &TeamRow::askToRemove);
    connect(m_ask, &AskBox::confirmed, this, &TeamRow::remove);
}

QWidget *TeamRow::makeHead(Way way)
{
    m_name->setMinimumWidth(1);
    auto *words = new QWidget;
    auto *lines = new QVBoxLayout(words);
    lines->setContentsMargins({});
    lines->setSpacing(metrics::space1() / 2);
    lines->addWidget(m_name);
    lines->addWidget(m_facts);
    if (way == Way::None)
        return words;
    m_open = linkButton(tr("Open"), this);
    connect(m_open, &QPushButton::clicked, this, [this] { m_context.navigator.go(Route::toTeam(m_team.id)); });
    auto *head = new SideBySide(words, m_open, this);
    head->setLeadingLeast(metrics::withText(160));
    return head;
}

QWidget *TeamRow::makeEditor()
{
    auto *editor = new QWidget(this);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins({});
    column->setSpacing(metrics::space2());
    m_form = new FormView(m_context.gatehouse.teamRoster().teamForm(), editor);
    m_save = new BusyButton(tr("Save"), tr("Saving"), editor);
    m_save->setProperty("primary", true);
    auto *cancel = quietButton(tr("Cancel"), editor);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch();
    column->addWidget(m_form);
    column->addLayout(buttons);
    editor->hide();
    connect(m_save, &QPushButton::clicked, this, &TeamRow::save);
    connect(cancel, &QPushButton::clicked, this, [this] {
        edit(false);
        m_rename->setFocus();
    });
    for (auto *field : m_form->findChildren<QLineEdit *>())
        connect(field, &QLineEdit::returnPressed, this, &TeamRow::save);
    return editor;
}

void TeamRow::setTeam(const Team &team)
{
    m_team = team;
    const auto &roster = m_context.gatehouse.teamRoster();
    const QString name = team.name.shown(80);
    m_name->setText(name);
    setAccessibleName(name);
    QStringList facts;
    if (team.isDefault)
        facts.append(tr("Default team"));
    if (team.memberCount > 0)
        facts.append(tr("%n member(s)", nullptr, team.memberCount));
    else
        facts.append(tr("Nobody in it"));
    m_facts->setText(facts.join(u", "_s));
    for (QWidget *act : {static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_rename), static_cast<QWidget *>(m_delete)}) {
        if (act)
            act->setAccessibleDescription(name);
    }
    m_acts->setVisible(m_editor->isHidden() && roster.isOffered() && !roster.whyNotManage(team.id));
}

void TeamRow::edit(bool editing)
{
    if (editing) {
        m_form->setValues(m_context.gatehouse.teamRoster().valuesOf(m_team));
        m_form->setProblems({});
        m_ask->close();
        m_reason->hide();
    }
    m_editor->setVisible(editing);
    m_acts->setVisible(!editing);
    if (editing && !m_form->spec().fields.isEmpty())
        m_form->editor(m_form->spec().fields.first().key)->setFocus();
}

void TeamRow::save()
{
    if (m_save->isBusy() || !m_form->validate())
        return;
    m_save->setBusy(true);
    whenDone(m_context.gatehouse.teamRoster().rename(m_team.id, m_form->values()), this,
        [this](const Result<Team> &renamed) {
            m_save->setBusy(false);
            if (renamed) {
                m_banner->dismiss();
                edit(false);
                m_rename->setFocus();
                return;
            }
            m_form->setProblems(ErrorText::fields(renamed.error()));
            m_context.remedies.show(m_banner, renamed.error(), [this] { save(); });
        });
}

void TeamRow::askToRemove()
{
    const auto &apps = m_context.gatehouse.registry().list().apps();
    const auto owned = std::ranges::count(apps, m_team.id, &App::teamId);
    if (const auto why = m_context.gatehouse.teamRoster().whyNotRemove(m_team, int(owned))) {
        m_reason->setText(*why);
        m_reason->show();
        announce(m_reason, *why);
        return;
    }
    m_reason->hide();
    m_ask->ask({.sentence = m_team.memberCount > 0
                       ? tr("Its %n member(s) lose what the team let them do.", nullptr, m_team.memberCount)
                       : tr("Nobody is in it."),
                   .reasonHelp = {},
                   .reasonMissing = {},
                   .word = tr("Delete this team"),
                   .busyWord = tr("Deleting")},
        m_delete);
}

void TeamRow::remove()
{
    m_ask->setBusy(true);
    whenDone(m_context.gatehouse.teamRoster().remove(m_team.id), this, [this](const Result<void> &removed) {
        m_ask->setBusy(false);
        m_ask->close();
        if (removed) {
            m_banner->dismiss();
            return; // the row goes with the team
        }
        m_context.remedies.show(m_banner, removed.error(), [this] { remove(); });
        m_delete->setFocus();
    });
}

} // namespace gatehouse::ui
