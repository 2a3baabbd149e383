// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox/mailboxcard.h"

#include "app/base/errortext.h"
#include "ui/forms/announce.h"
#include "ui/forms/buttons.h"
#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::ui {

MailboxCard::MailboxCard(SandboxDesk &desk, QWidget *parent) : Card(tr("Sandbox mailbox"), parent), m_desk(desk)
{
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space2());
    m_text = mutedLabel(tr("Every message of the sandbox stays on this computer."), body);
    m_digits = codeLabel({}, body);
    m_digits->makeSelectable();
    m_use = button(tr("Use it"), body);
    layout->addWidget(m_text);
    layout->addWidget(m_digits);
    layout->addWidget(m_use);
    addRow(body);
    m_digits->hide();
    m_use->hide();
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT codeChosen(m_code); });
    m_timer.setInterval(std::chrono::milliseconds(1000));
    connect(&m_timer, &QTimer::timeout, this, &MailboxCard::look);
}

void MailboxCard::watch(const QString &address)
{
    m_address = address;
    show(std::nullopt);
    if (isVisible())
        look();
}

void MailboxCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    m_timer.start();
    look();
}

void MailboxCard::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    m_timer.stop();
}

void MailboxCard::look()
{
    if (m_looking || m_address.isEmpty())
        return;
    m_looking = true;
    whenDone(m_desk.mail(), this, [this](const Result<QList<SandboxMail>> &mails) {
        m_looking = false;
        if (!mails) {
            m_text->setText(ErrorText::line(mails.error()));
            return;
        }
        const auto newest = std::ranges::find_if(*mails, [this](const SandboxMail &mail) {
            return mail.to.wire().compare(m_address, Qt::CaseInsensitive) == 0 && !mail.code.isEmpty();
        });
        show(newest == mails->end() ? std::nullopt : std::optional(*newest));
    });
}

void MailboxCard::show(const std::optional<SandboxMail> &mail)
{
    m_digits->setVisible(mail.has_value());
    m_use->setVisible(mail.has_value());
    if (!mail) {
        m_code.clear();
        m_text->setText(tr("Waiting for a message to %1.").arg(ServerText(m_address).shown()));
        return;
    }
    if (m_code == mail->code)
        return;
    m_code = mail->code;
    m_text->setText(tr("%1, at %2").arg(mail->subject.shown(60),
        QLocale().toString(mail->sentAt.toLocalTime().time(), QLocale::ShortFormat)));
    m_digits->setText(m_code.left(3) + QLatin1Char(' ') + m_code.mid(3));
    announce(m_digits, tr("A message with a one-time password has come."));
}

} // namespace gatehouse::ui
