// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/otppanel.h"

#include "app/base/errortext.h"
#include "ui/forms/buttons.h"
#include "ui/forms/emphasistext.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/forms/otpfield.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

bool concernsThePassword(const Error &error)
{
    switch (error.reason) {
    case ErrorReason::WrongCode:
    case ErrorReason::ExpiredCode:
    case ErrorReason::TriesUsedUp:
        return true;
    default:
        return false;
    }
}

std::chrono::milliseconds untilThen(const QDateTime &moment)
{
    return std::chrono::milliseconds(std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(moment)));
}

} // namespace

OtpPanel::OtpPanel(QWidget *parent) : QWidget(parent)
{
    m_sentTo = new EmphasisText(this);
    m_change = linkButton(tr("Change address"), this);
    m_field = new OtpField(
        tr("One-time password"), tr("Paste it in any form: with spaces, with dashes, or the whole line of the mail."), this);
    m_field->edit()->setObjectName(QStringLiteral("otp"));
    m_triesSign = new IconView(Icon::warning, Token::WarnLine, metrics::iconSmall(), this);
    m_tries = captionLabel({}, this);
    m_tries->setType(Type::CaptionStrong);
    m_tries->setToken(Token::OnWarn);
    m_tries->setWordWrap(false);
    m_validSign = new IconView(Icon::clock, Token::Muted, metrics::iconSmall(), this);
    m_valid = captionLabel({}, this);
    m_valid->setWordWrap(false);
    m_resend = button(Icon::mail, tr("Send again"), this);
    m_resendWait = captionLabel({}, this);
    m_resendWait->setWordWrap(false);
    m_resendBar = new QProgressBar(this);
    m_resendBar->setTextVisible(false);
    m_resendBar->setRange(0, 1000);
    m_resendBar->setAccessibleName(tr("Time until it can be sent again"));

    auto *facts = new QHBoxLayout;
    facts->setSpacing(metrics::space1());
    facts->addWidget(m_validSign);
    facts->addWidget(m_valid);
    facts->addSpacing(metrics::space2());
    facts->addWidget(m_triesSign);
    facts->addWidget(m_tries);
    facts->addStretch();
    auto *wait = new QVBoxLayout;
    wait->setSpacing(metrics::space1());
    wait->addWidget(m_resendWait);
    wait->addWidget(m_resendBar);
    auto *resend = new QHBoxLayout;
    resend->setSpacing(metrics::space3());
    resend->addWidget(m_resend);
    resend->addLayout(wait);
    resend->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space2());
    layout->addWidget(m_sentTo);
    layout->addWidget(m_change, 0, Qt::AlignLeading);
    layout->addSpacing(metrics::space4());
    layout->addWidget(m_field);
    layout->addLayout(facts);
    layout->addSpacing(metrics::space3());
    layout->addLayout(resend);

    connect(m_field, &OtpField::completed, this, &OtpPanel::completed);
    connect(m_field, &OtpField::changed, this, [this] {
        m_field->setProblem({});
        Q_EMIT changed();
    });
    connect(m_resend, &QPushButton::clicked, this, &OtpPanel::resendWanted);
    connect(m_change, &QPushButton::clicked, this, &OtpPanel::changeAddressWanted);
    for (Countdown *countdown : {&m_validFor, &m_resendIn}) {
        connect(countdown, &Countdown::stepped, this, &OtpPanel::refresh);
        connect(countdown, &Countdown::ended, this, &OtpPanel::refresh);
    }
    m_tries->hide();
    m_triesSign->hide();
}

void OtpPanel::setChallenge(const QString &platform, const CodeSent &sent)
{
    // The sentence is cut at its two facts, so that they can stand out in every language.
    const QString gap = QStringLiteral("\x1f");
    const QString time = QLocale().toString(sent.sentAt.toLocalTime().time(), QLocale::ShortFormat);
    const QString sentence = sent.sentAt.isValid()
        ? tr("%1 sent six digits to %2 at %3.").arg(platform, gap, time)
        : tr("%1 has sent six digits to %2 already; they are still good.").arg(platform, gap);
    const QStringList parts = sentence.split(QLatin1Char('\x1f'));
    m_sentTo->setRuns({{parts.value(0)}, {sent.to.shown(), true}, {parts.value(1)}});
    m_isEndKnown = sent.validUntil.isValid();
    if (m_isEndKnown)
        m_validFor.start(untilThen(sent.validUntil));
    else
        m_validFor.stop();
    m_resendIn.start(untilThen(sent.nextPossibleAt));
    m_tries->hide();
    m_triesSign->hide();
    refresh();
}

void OtpPanel::setCode(const QString &anything)
{
    m_field->setCode(anything);
}

QString OtpPanel::code() const
{
    return m_field->code();
}

void OtpPanel::setChecking(bool checking)
{
    m_field->setChecking(checking);
    m_change->setEnabled(!checking);
}

void OtpPanel::setSending(bool sending)
{
    m_sending = sending;
    refresh();
}

bool OtpPanel::showError(const Error &error)
{
    if (error.reason == ErrorReason::ResendTooEarly && error.retryAfter) {
        m_resendIn.start(*error.retryAfter);
        refresh();
        return true;
    }
    if (!concernsThePassword(error))
        return false;
    const ErrorSentences sentences = ErrorText::of(error);
    m_field->setProblem(sentences.what + QLatin1Char(' ') + sentences.advice);
    m_tries->setVisible(error.attemptsLeft.has_value());
    m_triesSign->setVisible(error.attemptsLeft.has_value());
    if (error.attemptsLeft)
        m_tries->setText(tr("%n tries left", nullptr, *error.attemptsLeft));
    if (error.reason != ErrorReason::WrongCode) {
        m_isEndKnown = true; // it is now
        m_validFor.stop();
        refresh();
    }
    return true;
}

void OtpPanel::clearError()
{
    m_field->setProblem({});
}

void OtpPanel::takeFocus()
{
    m_field->edit()->setFocus();
}

void OtpPanel::refresh()
{
    m_valid->setVisible(m_isEndKnown);
    m_validSign->setVisible(m_isEndKnown);
    const bool isValid = m_validFor.isRunning();
    m_valid->setText(isValid ? tr("Valid for %1").arg(m_validFor.text()) : tr("Run out. Have a new one sent."));
    const bool mustWait = m_resendIn.isRunning();
    m_resend->setEnabled(!mustWait && !m_sending);
    m_resendWait->setVisible(mustWait);
    m_resendBar->setVisible(mustWait);
    if (mustWait) {
        m_resendWait->setText(tr("Possible in %1, by the server's clock").arg(m_resendIn.text()));
        m_resendBar->setValue(int(1000 * (1 - m_resendIn.share())));
    }
}

} // namespace gatehouse::ui
