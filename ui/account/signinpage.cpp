// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/signinpage.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/account/browsersignin.h"
#include "ui/account/otppanel.h"
#include "ui/account/tokensignin.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/emptystate.h"
#include "ui/forms/formview.h"
#include "ui/forms/segmentedswitch.h"
#include "ui/forms/sidebyside.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/sandbox/mailboxcard.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::ui {

namespace {

// At the side where reading begins, no wider than reads well.
QWidget *leading(QWidget *part, QWidget *parent)
{
    auto *holder = new QWidget(parent);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins({});
    part->setMaximumWidth(metrics::readingWidth());
    row->addWidget(part, 100);
    row->addStretch(1);
    holder->setFocusProxy(part);
    return holder;
}

} // namespace

SignInPage::SignInPage(Context &context, QWidget *parent) : Page(tr("Sign in"), parent), m_context(context)
{
    auto &accounts = m_context.gatehouse.accounts();
    const bool isSandbox = accounts.current() && accounts.current()->stage == Stage::Sandbox;
    setSubtitle(isSandbox ? tr("To %1 on the sandbox. Any e-mail address will do: nothing leaves this computer.")
                                .arg(accounts.platform().name())
                          : tr("To %1.").arg(accounts.platform().name()));
    m_ways = new QStackedWidget(this);
    m_steps = new QStackedWidget(m_ways);
    m_steps->addWidget(makeWho());
    m_steps->addWidget(makeCode());
    makeSwitch();
    content()->addWidget(m_ways);
    content()->addStretch();
    chooseFirst();
    connect(&accounts, &Accounts::offersChanged, this, &SignInPage::refreshWays);
}

void SignInPage::makeSwitch()
{
    m_switch = new SegmentedSwitch(tr("Way to sign in"), this);
    content()->addWidget(m_switch, 0, Qt::AlignLeading);
    content()->addSpacing(metrics::space6());
    refreshWays();
    for (const SignInOption &option : std::as_const(m_options)) {
        switch (option.way) {
        case SignInWay::OneTimePassword:
            m_ways->addWidget(m_steps);
            break;
        case SignInWay::PastedToken:
            m_ways->addWidget(leading(new TokenSignIn(m_context, banner(), m_ways), m_ways));
            break;
        case SignInWay::Browser:
            m_ways->addWidget(leading(new BrowserSignIn(m_context, banner(), m_ways), m_ways));
            break;
        }
    }
    m_whyNot = new EmptyState(Icon::lock, {}, {}, m_ways);
    connect(m_whyNot, &EmptyState::clicked, this, [this] {
        m_context.navigator.go(Route::toProfile(m_context.gatehouse.accounts().current()->id));
    });
    m_ways->addWidget(m_whyNot);
    connect(m_switch, &SegmentedSwitch::currentChanged, this, &SignInPage::choose);
}

// What the server turned out not to offer gets its lock at once; the page in front stays.
void SignInPage::refreshWays()
{
    m_options = m_context.gatehouse.accounts().signInWays();
    QList<SegmentedSwitch::Part> parts;
    for (const SignInOption &option : std::as_const(m_options)) {
        const Icon sign = option.way == SignInWay::OneTimePassword ? Icon::mail
            : option.way == SignInWay::PastedToken               ? Icon::tokens
                                                                 : Icon::web;
        parts.append({.word = option.title, .icon = sign, .locked = !option.isPossible()});
    }
    m_switch->setParts(parts);
}

// The first that is possible stands in front.
void SignInPage::chooseFirst()
{
    const auto first = std::ranges::find_if(std::as_const(m_options), &SignInOption::isPossible);
    choose(first == m_options.cend() ? 0 : int(first - m_options.cbegin()));
    if (focusProxy())
        focusProxy()->setFocus();
}

void SignInPage::choose(int way)
{
    m_switch->setCurrent(way);
    const SignInOption &option = m_options.at(way);
    if (!option.isPossible()) {
        m_whyNot->setSentence(option.whyNot);
        m_whyNot->setButtonText(option.way == SignInWay::Browser ? tr("Edit addresses") : QString());
        m_ways->setCurrentWidget(m_whyNot);
        setFocusProxy(m_whyNot->button()->isHidden() ? nullptr : m_whyNot->button()); // never one that is not shown
        return;
    }
    banner()->dismiss();
    m_ways->setCurrentIndex(way);
    // The focus stays where it is: whoever goes through the switch by arrow keys is not thrown off it.
    if (option.way != SignInWay::OneTimePassword)
        setFocusProxy(m_ways->currentWidget());
    else if (!m_form->spec().fields.isEmpty())
        setFocusProxy(m_form->editor(m_form->spec().fields.first().key));
}

QWidget *SignInPage::makeWho()
{
    auto *step = new QWidget(this);
    auto *layout = new QVBoxLayout(step);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space6());
    auto &accounts = m_context.gatehouse.accounts();
    m_form = new FormView(accounts.platform().signInForm(), step);
    if (accounts.current() && !accounts.current()->email.isEmpty() && !m_form->spec().fields.isEmpty()) {
        FormValues values;
        values.setText(m_form->spec().fields.first().key, accounts.current()->email);
        m_form->setValues(values);
    }
    m_send = new BusyButton(tr("Send one-time password"), tr("Sending"), step);
    m_send->setProperty("primary", true);
    m_send->setDefault(true);
    connect(m_send, &QPushButton::clicked, this, &SignInPage::sendCode);
    for (auto *editor : m_form->findChildren<QLineEdit *>())
        connect(editor, &QLineEdit::returnPressed, this, &SignInPage::sendCode);
    layout->addWidget(m_form);
    layout->addWidget(m_send, 0, Qt::AlignLeading);
    layout->addStretch();
    return leading(step, this);
}

QWidget *SignInPage::makeCode()
{
    auto *column = new QWidget(this);
    column->setMaximumWidth(metrics::readingWidth());
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space6());
    m_otp = new OtpPanel(column);
    m_signIn = new BusyButton(tr("Sign in"), tr("Signing in"), column);
    m_signIn->setProperty("primary", true);
    m_signIn->setDefault(true);
    layout->addWidget(m_otp);
    layout->addWidget(m_signIn, 0, Qt::AlignLeading);
    layout->addStretch();
    connect(m_otp, &OtpPanel::completed, this, &SignInPage::signIn);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_otp, &OtpPanel::resendWanted, this, &SignInPage::sendCode);
    connect(m_otp, &OtpPanel::changeAddressWanted, this, [this] { showStep(0); });

    const Profile *profile = m_context.gatehouse.accounts().current();
    if (!profile || profile->stage != Stage::Sandbox)
        return column;
    m_mailbox = new MailboxCard(m_context.gatehouse.sandboxDesk(), this);
    connect(m_mailbox, &MailboxCard::codeChosen, this, [this](const QString &code) {
        m_otp->setCode(code);
        m_otp->takeFocus();
        signIn();
    });
    m_mailbox->setMinimumWidth(metrics::withText(264));
    auto *both = new SideBySide(column, m_mailbox, this);
    both->setTopAligned();
    both->setLeadingLeast(metrics::withText(400));
    return both;
}

void SignInPage::showStep(int step)
{
    m_steps->setCurrentIndex(step);
    if (step == 0) {
        if (!m_form->spec().fields.isEmpty())
            setFocusProxy(m_form->editor(m_form->spec().fields.first().key));
        if (focusProxy())
            focusProxy()->setFocus();
    } else {
        m_otp->takeFocus();
    }
}

void SignInPage::sendCode()
{
    if (m_busy || !m_form->validate())
        return;
    m_busy = true;
    banner()->dismiss();
    m_send->setBusy(true);
    m_otp->setSending(true);
    auto &accounts = m_context.gatehouse.accounts();
    const QString address = accounts.platform().accountName(m_form->values());
    whenDone(accounts.requestCode(m_form->values()), this, [this, address](const Result<CodeSent> &sent) {
        m_busy = false;
        m_send->setBusy(false);
        m_otp->setSending(false);
        if (sent) {
            showCode(address, *sent);
        } else if (sent.error().reason == ErrorReason::ResendTooEarly) {
            // One that was sent a moment ago is still good; when exactly it went is not known here.
            CodeSent earlier;
            earlier.to = ServerText(address);
            if (sent.error().retryAfter)
                earlier.nextPossibleAt = QDateTime::currentDateTimeUtc().addSecs(sent.error().retryAfter->count());
            showCode(address, earlier);
        } else if (sent.error().missing == Offer::OneTimePassword) {
            // Found out just now: on with another way, and why.
            chooseFirst();
            const ErrorSentences sentences = ErrorText::of(sent.error());
            banner()->present({.kind = Banner::Kind::Info, .first = sentences.what, .rest = sentences.advice,
                .button = {}, .link = {}, .details = {}});
        } else {
            m_form->setProblems(ErrorText::fields(sent.error()));
            m_context.remedies.show(banner(), sent.error(), [this] { sendCode(); });
        }
    });
}

void SignInPage::showCode(const QString &address, const CodeSent &sent)
{
    m_otp->setChallenge(m_context.gatehouse.accounts().platform().name(), sent);
    if (m_mailbox)
        m_mailbox->watch(address);
    showStep(1);
}

void SignInPage::signIn()
{
    const QString code = m_otp->code();
    if (m_busy)
        return;
    if (code.size() != 6) {
        m_otp->takeFocus();
        return;
    }
    m_busy = true;
    banner()->dismiss();
    m_otp->clearError();
    m_otp->setChecking(true);
    m_signIn->setBusy(true);
    whenDone(m_context.gatehouse.accounts().signIn(m_form->values(), code), this, [this](const Result<void> &done) {
        m_busy = false;
        m_otp->setChecking(false);
        m_signIn->setBusy(false);
        if (done) {
            m_context.navigator.go(Room::Home);
            return;
        }
        if (!m_otp->showError(done.error()))
            m_context.remedies.show(banner(), done.error(), [this] { signIn(); });
        m_otp->takeFocus();
    });
}

} // namespace gatehouse::ui
