// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox/mailcard.h"

#include "ui/forms/announce.h"
#include "ui/forms/buttons.h"
#include "ui/forms/emptystate.h"
#include "ui/sandbox/mailrow.h"

#include <QSet>

namespace gatehouse::ui {

namespace {

constexpr qsizetype moreAtOnce = 10;

} // namespace

MailCard::MailCard(QWidget *parent) : LiveCard(tr("Mailbox"), parent) { }

void MailCard::setMails(const QList<SandboxMail> &mails)
{
    QStringList ids;
    for (const SandboxMail &mail : mails)
        ids.append(mail.id);
    if (isKnown() && ids == m_shown)
        return; // a message never changes
    const bool isNews = isKnown() && !ids.isEmpty() && !m_shown.contains(ids.first());
    m_shown = ids;
    m_mails = mails;
    rebuild();
    if (isNews)
        announce(this, tr("A message has come: %1").arg(mails.first().subject.shown(120)));
}

void MailCard::rebuild()
{
    QSet<QString> open;
    QString focusRow;
    QString focusName;
    const QWidget *focus = window()->focusWidget(); // also while another window is in front
    for (const MailRow *row : std::as_const(m_rows)) {
        if (row->isOpen())
            open.insert(row->id());
        if (focus && row->isAncestorOf(focus)) {
            focusRow = row->id();
            focusName = focus->objectName();
        }
    }
    window()->setUpdatesEnabled(false);
    beginRows();
    m_rows.clear();
    for (const SandboxMail &mail : m_mails.mid(0, m_most)) {
        auto *row = new MailRow(mail, this);
        row->setOpen(open.contains(mail.id));
        connect(row, &MailRow::copyWanted, this, &MailCard::copyWanted);
        m_rows.append(row);
        addRow(row);
        if (mail.id == focusRow) {
            if (auto *same = row->findChild<QWidget *>(focusName))
                same->setFocus();
        }
    }
    if (m_mails.isEmpty())
        addRow(new EmptyState(Icon::mail, tr("No messages yet."), {}), Padding::None);
    if (m_mails.size() > m_most) {
        auto *more = linkButton(tr("Show older messages"));
        more->setObjectName(QStringLiteral("olderMails"));
        more->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(more, &QPushButton::clicked, this, [this] {
            const qsizetype first = m_most;
            m_most += moreAtOnce;
            rebuild();
            if (auto *next = m_rows.at(first)->findChild<QWidget *>(QStringLiteral("showText")))
                next->setFocus();
        });
        addRow(more);
    }
    window()->setUpdatesEnabled(true);
}

} // namespace gatehouse::ui
