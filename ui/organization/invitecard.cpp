// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/invitecard.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/forms/announce.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/frame/remedies.h"
#include "ui/theme/metrics.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace gatehouse::ui {

InviteCard::InviteCard(Context &context, QString teamId, Banner *banner, QWidget *parent)
    : Card(tr("Invite somebody"), parent), m_context(context), m_teamId(std::move(teamId)), m_banner(banner)
{
    auto *inside = new QWidget(this);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins({});
    m_column->setSpacing(metrics::space4());
    m_send = new BusyButton(tr("Send invitation"), tr("Sending"), inside);
    m_send->setProperty("primary", true);
    m_send->setSign(Icon::mail);
    m_note = mutedLabel({}, inside);
    m_column->addWidget(m_send, 0, Qt::AlignLeading);
    m_column->addWidget(m_note);
    addRow(inside);
    connect(m_send, &QPushButton::clicked, this, &InviteCard::send);
    connect(&m_context.gatehouse.teamRoster(), &TeamRoster::rolesChanged, this, &InviteCard::refresh);
    refresh();
}

void InviteCard::refresh()
{
    const auto &roster = m_context.gatehouse.teamRoster();
    const FormSpec form = roster.inviteForm(m_teamId);
    if (m_fields != form.fields.size()) {
        m_fields = int(form.fields.size());
        const FormValues typed = m_form ? m_form->values() : form.initialValues();
        delete m_form;
        m_form = new FormView(form, this);
        m_form->setValues(typed);
        m_column->insertWidget(0, m_form);
        for (auto *field : m_form->findChildren<QLineEdit *>())
            connect(field, &QLineEdit::returnPressed, this, &InviteCard::send);
    }
    const auto why = roster.whyNotManage(m_teamId);
    m_form->setVisible(!why);
    m_send->setVisible(!why);
    if (why)
        m_note->setText(*why);
    m_note->setVisible(!m_note->text().isEmpty());
}

void InviteCard::send()
{
    if (m_send->isBusy() || !m_form->validate())
        return;
    m_send->setBusy(true);
    m_note->hide();
    whenDone(m_context.gatehouse.teamRoster().invite(m_teamId, m_form->values()), this,
        [this](const Result<Member> &invited) {
            m_send->setBusy(false);
            if (!invited) {
                m_form->setProblems(ErrorText::fields(invited.error()));
                m_context.remedies.show(m_banner, invited.error(), [this] { send(); });
                return;
            }
            m_banner->dismiss();
            m_form->setValues(m_form->spec().initialValues());
            m_form->setProblems({});
            m_note->setText(tr("An invitation is on its way to %1.").arg(invited->email.shown(120)));
            m_note->show();
            announce(m_note, m_note->text());
            if (!m_form->spec().fields.isEmpty())
                m_form->editor(m_form->spec().fields.first().key)->setFocus();
        });
}

} // namespace gatehouse::ui
