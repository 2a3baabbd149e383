// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/invitationrow.h"

#include "app/gatehouse.h"
#include "ui/forms/askbox.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/emphasistext.h"
#include "ui/forms/sidebyside.h"
#include "ui/frame/remedies.h"
#include "ui/organization/organizationmenu.h"
#include "ui/organization/wording.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>

namespace gatehouse::ui {

InvitationRow::InvitationRow(Context &context, Banner *banner, QWidget *parent)
    : QWidget(parent), m_context(context), m_banner(banner), m_words(new EmphasisText(this)),
      m_roles(captionLabel({}, this)), m_accept(new BusyButton(tr("Accept"), tr("Accepting"), this)),
      m_decline(button(tr("Turn down"), this)), m_ask(new AskBox(this))
{
    m_accept->setProperty("primary", true);
    auto *words = new QWidget;
    auto *lines = new QVBoxLayout(words);
    lines->setContentsMargins({});
    lines->setSpacing(metrics::space1() / 2);
    lines->addWidget(m_words);
    lines->addWidget(m_roles);
    auto *acts = new QWidget;
    auto *actsRow = new QHBoxLayout(acts);
    actsRow->setContentsMargins({});
    actsRow->setSpacing(metrics::space2());
    actsRow->addWidget(m_accept);
    actsRow->addWidget(m_decline);
    auto *head = new SideBySide(words, acts, this);
    head->setLeadingLeast(metrics::withText(220));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::space3());
    column->addWidget(head);
    column->addWidget(m_ask);
    connect(m_accept, &QPushButton::clicked, this, &InvitationRow::accept);
    connect(m_decline, &QPushButton::clicked, this, &InvitationRow::askToDecline);
    connect(m_ask, &AskBox::confirmed, this, &InvitationRow::decline);
}

void InvitationRow::setInvitation(const Membership &invitation)
{
    m_invitation = invitation;
    const QString organization
        = invitation.organizationName.isEmpty() ? tr("An organization") : invitation.organizationName.shown(80);
    const QString team = invitation.teamName.shown(80);
    const QString sentence = team.isEmpty() ? tr("%1 invites you to a team.").arg(organization)
                                            : tr("%1 invites you to the team %2.").arg(organization, team);
    m_words->setRuns({{sentence, true, Token::Text}});
    m_roles->setText(tr("You would be: %1").arg(rolesInWords(invitation.roles)));
    setAccessibleName(sentence);
    m_accept->setAccessibleDescription(sentence);
    m_decline->setAccessibleDescription(sentence);
}

void InvitationRow::accept()
{
    if (m_accept->isBusy())
        return;
    m_accept->setBusy(true);
    m_ask->close();
    // The row is gone when the answer counts; whoever looks at another organization is told where the new one is.
    auto &onboarding = m_context.gatehouse.onboarding();
    const QString before = onboarding.organization() ? onboarding.organization()->id : QString();
    const Membership invitation = m_invitation;
    whenDone(m_context.gatehouse.teamRoster().accept(invitation.organizationId, invitation.teamId), m_banner,
        [self = QPointer(this), &context = m_context, banner = m_banner, invitation, before](const Result<void> &accepted) {
            if (self)
                self->m_accept->setBusy(false);
            if (!accepted) {
                context.remedies.show(banner, accepted.error(), [self] {
                    if (self)
                        self->accept();
                });
                return;
            }
            QObject::disconnect(banner, &Banner::buttonClicked, nullptr, nullptr);
            const bool isElsewhere = !before.isEmpty() && before != invitation.organizationId;
            banner->present({.kind = Banner::Kind::Ok,
                .first = tr("You are in the team %1 now.").arg(invitation.teamName.shown(80)),
                .rest = {},
                .button = isElsewhere ? tr("Switch to %1").arg(invitation.organizationName.shown(60)) : QString(),
                .link = {},
                .details = {}});
            connect(banner, &Banner::buttonClicked, banner, [&context, banner, id = invitation.organizationId] {
                banner->dismiss();
                switchOrganization(context, banner, id);
            });
        });
}

void InvitationRow::askToDecline()
{
    m_ask->ask({.sentence = tr("The invitation is void then. To join later, you have to be invited again."),
                   .reasonHelp = {},
                   .reasonMissing = {},
                   .word = tr("Turn it down"),
                   .busyWord = tr("Turning down")},
        m_decline);
}

void InvitationRow::decline()
{
    m_ask->setBusy(true);
    whenDone(m_context.gatehouse.teamRoster().decline(m_invitation.organizationId, m_invitation.teamId), this,
        [this](const Result<void> &declined) {
            m_ask->setBusy(false);
            m_ask->close();
            if (!declined)
                m_context.remedies.show(m_banner, declined.error(), [this] { decline(); });
        });
}

} // namespace gatehouse::ui
