// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/memberrow.h"

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
#include "ui/forms/statuschip.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/organization/initialsbadge.h"
#include "ui/organization/wording.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace gatehouse::ui {

namespace {

QVBoxLayout *plainColumn(QWidget *widget, int spacing)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(spacing);
    return column;
}

} // namespace

MemberRow::MemberRow(Context &context, QString teamId, Banner *banner, QWidget *parent)
    : QWidget(parent), m_context(context), m_teamId(std::move(teamId)), m_banner(banner),
      m_badge(new InitialsBadge(this)), m_name(strongLabel({}, this)), m_address(captionLabel({}, this)),
      m_roles(bodyLabel({}, this)), m_chip(new StatusChip(ChipState::Unknown, this)),
      m_joined(captionLabel({}, this)), m_acts(new QWidget(this)), m_editor(new QWidget(this)),
      m_ask(new AskBox(this)), m_reason(captionLabel({}, this))
{
    m_change = quietButton(Icon::pencil, tr("Change roles"), m_acts);
    m_remove = quietButton(Icon::close, tr("Remove"), m_acts);
    auto *acts = new QHBoxLayout(m_acts);
    acts->setContentsMargins({});
    acts->setSpacing(metrics::space4());
    acts->addWidget(m_change);
    acts->addWidget(m_remove);
    acts->addStretch();

    m_editorColumn = plainColumn(m_editor, metrics::space3());
    m_save = new BusyButton(tr("Save roles"), tr("Saving"), m_editor);
    m_save->setProperty("primary", true);
    auto *cancel = quietButton(tr("Cancel"), m_editor);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch();
    m_editorColumn->addLayout(buttons);
    m_editor->hide();
    m_reason->hide();

    // The acts stand below the words, not below the badge.
    auto *column = plainColumn(this, metrics::space2());
    column->addWidget(makeHead());
    auto *below = new QWidget(this);
    auto *belowColumn = plainColumn(below, metrics::space2());
    belowColumn->setContentsMargins(m_badge->sizeHint().width() + metrics::space3(), 0, 0, 0);
    for (QWidget *part : {m_acts, m_editor, static_cast<QWidget *>(m_ask), static_cast<QWidget *>(m_reason)})
        belowColumn->addWidget(part);
    column->addWidget(below);

    connect(m_change, &QPushButton::clicked, this, [this] {
        if (const auto why = m_context.gatehouse.teamRoster().whyNotChangeRoles(m_teamId, m_member))
            say(*why);
        else
            edit(true);
    });
    connect(m_remove, &QPushButton::clicked, this, &MemberRow::askToRemove);
    connect(m_save, &QPushButton::clicked, this, &MemberRow::saveRoles);
    connect(cancel, &QPushButton::clicked, this, [this] {
        edit(false);
        m_change->setFocus();
    });
    connect(m_ask, &AskBox::confirmed, this, &MemberRow::remove);
}

QWidget *MemberRow::makeHead()
{
    m_name->setMinimumWidth(1);
    m_address->setMinimumWidth(1);
    auto *who = new QWidget;
    auto *lines = plainColumn(who, metrics::space1() / 2);
    lines->addWidget(m_name);
    lines->addWidget(m_address);
    lines->addWidget(m_roles);
    lines->addWidget(m_joined);
    auto *words = new SideBySide(who, m_chip);
    words->setLeadingLeast(metrics::withText(200));
    words->setTopAligned();
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(metrics::space3());
    row->addWidget(m_badge, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    return head;
}

void MemberRow::setMember(const Member &member)
{
    m_member = member;
    const bool isSelf = m_context.gatehouse.teamRoster().isSelf(member);
    const QString name = personName(member);
    m_badge->setInitials(initialsOf(member));
    m_name->setText(isSelf ? tr("%1 (you)").arg(name) : name);
    setAccessibleName(name);
    const QString address = member.email.shown(120);
    m_address->setText(address);
    m_address->setVisible(address != name);
    m_roles->setText(rolesInWords(member.roles));
    m_chip->setLook(chipOf(member.state));
    m_joined->setText(member.joinedAt.isValid() ? tr("Joined: %1").arg(momentText(member.joinedAt)) : QString());
    m_joined->setVisible(member.joinedAt.isValid());
    setWord(m_remove, member.state == MembershipState::Invited ? tr("Take invitation back")
            : isSelf                                            ? tr("Leave team")
                                                                : tr("Remove"));
    for (QWidget *act : {m_change, m_remove})
        act->setAccessibleDescription(name);
    refreshActs();
}

void MemberRow::refreshActs()
{
    const auto &roster = m_context.gatehouse.teamRoster();
    const bool mayManage = !roster.whyNotManage(m_teamId);
    m_change->setVisible(mayManage);
    m_acts->setVisible(m_editor->isHidden() && (mayManage || roster.isSelf(m_member)));
}

void MemberRow::say(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    if (!reason.isEmpty())
        announce(m_reason, reason);
}

void MemberRow::edit(bool editing)
{
    const auto &roster = m_context.gatehouse.teamRoster();
    say({});
    m_ask->close();
    delete std::exchange(m_form, nullptr);
    if (editing) {
        m_form = new FormView(roster.rolesForm(m_teamId, m_member), m_editor);
        m_form->setValues(roster.valuesOf(m_member));
        m_editorColumn->insertWidget(0, m_form);
    }
    m_editor->setVisible(editing);
    refreshActs();
    if (editing && !m_form->spec().fields.isEmpty())
        m_form->editor(m_form->spec().fields.first().key)->setFocus();
}

void MemberRow::saveRoles()
{
    if (m_save->isBusy() || !m_form || !m_form->validate())
        return;
    m_save->setBusy(true);
    whenDone(m_context.gatehouse.teamRoster().changeRoles(m_teamId, m_member.userId, m_form->values()), this,
        [this](const Result<Member> &changed) {
            m_save->setBusy(false);
            if (changed) {
                m_banner->dismiss();
                edit(false);
                m_change->setFocus();
                return;
            }
            if (m_form)
                m_form->setProblems(ErrorText::fields(changed.error()));
            m_context.remedies.show(m_banner, changed.error(), [this] { saveRoles(); });
        });
}

void MemberRow::askToRemove()
{
    const auto &roster = m_context.gatehouse.teamRoster();
    if (const auto why = roster.whyNotRemoveMember(m_teamId, m_member)) {
        say(*why);
        return;
    }
    say({});
    const bool isInvited = m_member.state == MembershipState::Invited;
    const bool isSelf = roster.isSelf(m_member);
    m_ask->ask({.sentence = isInvited ? tr("The invitation is void then. Another one can be sent at any time.")
                       : isSelf ? tr("You lose what this team lets you do. To come back, you have to be invited again.")
                                : tr("They lose what this team lets them do. To come back, they have to be invited "
                                     "again."),
                   .reasonHelp = {},
                   .reasonMissing = {},
                   .word = isInvited    ? tr("Take it back now")
                       : isSelf         ? tr("Leave this team")
                                        : tr("Remove from team"),
                   .busyWord = tr("Removing")},
        m_remove);
}

void MemberRow::remove()
{
    m_ask->setBusy(true);
    whenDone(m_context.gatehouse.teamRoster().removeMember(m_teamId, m_member.userId), this,
        [this](const Result<void> &removed) {
            m_ask->setBusy(false);
            m_ask->close();
            if (removed) {
                m_banner->dismiss();
                return; // the row goes with the member
            }
            m_context.remedies.show(m_banner, removed.error(), [this] { remove(); });
            m_remove->setFocus();
        });
}

} // namespace gatehouse::ui
