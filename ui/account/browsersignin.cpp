// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/browsersignin.h"

#include "app/gatehouse.h"
#include "ui/account/tokensignin.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/labels.h"
#include "ui/forms/maskedfield.h"
#include "ui/frame/browser.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/theme/metrics.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

// What stands on the page on which the browser ends.
LoopbackWords wordsFor(Qt::LayoutDirection direction)
{
    return {.title = BrowserSignIn::tr("Gatehouse"),
        .working = BrowserSignIn::tr("Handing the answer over to Gatehouse."),
        .done = BrowserSignIn::tr("The answer has arrived in Gatehouse. You may close this page."),
        .refused = BrowserSignIn::tr("Gatehouse did not take this answer. Go back to it and begin again. If you have "
                                     "just signed in, you can copy the address of this page and paste it there."),
        .noScript = BrowserSignIn::tr("This browser runs no scripts. Copy the address of this page and paste it into "
                                      "Gatehouse."),
        .isRightToLeft = direction == Qt::RightToLeft};
}

} // namespace

BrowserSignIn::BrowserSignIn(Context &context, Banner *banner, QWidget *parent)
    : QWidget(parent), m_context(context), m_banner(banner)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space6());
    layout->addWidget(bodyLabel(tr("Your browser opens the platform's sign-in page. When you have signed in there, it "
                                   "comes back to Gatehouse by itself."),
        this));
    m_open = new BusyButton(tr("Open browser"), tr("Waiting for the browser"), this);
    m_open->setSign(Icon::external);
    m_open->setProperty("primary", true);
    m_open->setDefault(true);
    m_again = linkButton(tr("Open the page again"), this);
    m_cancel = quietButton(tr("Cancel"), this);
    auto *acts = new FlowLayout;
    acts->addWidget(m_open);
    acts->addWidget(m_again);
    acts->addWidget(m_cancel);
    layout->addLayout(acts);

    m_byHand = new QWidget(this);
    auto *column = new QVBoxLayout(m_byHand);
    column->setContentsMargins({});
    column->setSpacing(metrics::space4());
    m_address = new MaskedField(tr("Address of the last page"),
        tr("If the browser does not come back by itself: copy the address on which it ended, and paste it here."),
        m_byHand);
    m_address->editor()->setObjectName(u"lastAddress"_s);
    m_use = new BusyButton(tr("Use this address"), tr("Asking the server"), m_byHand);
    m_use->setDefault(false);
    column->addWidget(m_address);
    column->addWidget(m_use, 0, Qt::AlignLeading);
    layout->addWidget(m_byHand);
    layout->addStretch();
    setFocusProxy(m_open);

    connect(m_open, &QPushButton::clicked, this, &BrowserSignIn::begin);
    connect(m_again, &QPushButton::clicked, this, &BrowserSignIn::openPage);
    connect(m_cancel, &QPushButton::clicked, this, &BrowserSignIn::letGo);
    connect(m_use, &QPushButton::clicked, this, &BrowserSignIn::useAddress);
    connect(m_address, &MaskedField::entered, this, &BrowserSignIn::useAddress);
    showWaiting(false);
}

// Whoever leaves the page does not wait any more.
BrowserSignIn::~BrowserSignIn()
{
    if (!m_page.isEmpty())
        m_context.gatehouse.accounts().cancelBrowserSignIn();
}

void BrowserSignIn::showWaiting(bool isWaiting)
{
    m_open->setBusy(isWaiting);
    for (QWidget *part : {static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_cancel), m_byHand})
        part->setVisible(isWaiting);
    if (!isWaiting) {
        m_page.clear();
        m_address->clear();
    }
}

void BrowserSignIn::begin()
{
    if (m_open->isBusy())
        return;
    m_banner->dismiss();
    m_open->setBusy(true);
    whenDone(m_context.gatehouse.accounts().beginBrowserSignIn(wordsFor(layoutDirection())), this,
        [this](const Result<QUrl> &page) {
            if (!page) {
                showFailure(page.error());
                return;
            }
            m_page = *page;
            showWaiting(true);
            wait();
            openPage();
        });
}

void BrowserSignIn::openPage()
{
    if (openInBrowser(m_page))
        return;
    m_banner->present({.kind = Banner::Kind::Warn, .first = tr("No browser could be opened."),
        .rest = tr("Copy the address and open it in a browser on this computer."), .button = {}, .link = {},
        .details = m_page.toString(QUrl::FullyEncoded)});
}

void BrowserSignIn::wait()
{
    whenDone(m_context.gatehouse.accounts().finishBrowserSignIn(), this, [this](const Result<void> &done) {
        if (m_use->isBusy())
            return; // the answer came by hand, and that one tells
        if (done)
            m_context.navigator.go(Room::Home);
        else
            showFailure(done.error());
    });
}

void BrowserSignIn::letGo()
{
    m_context.gatehouse.accounts().cancelBrowserSignIn();
    showWaiting(false);
    m_open->setFocus();
}

void BrowserSignIn::useAddress()
{
    if (m_use->isBusy())
        return;
    m_banner->dismiss();
    if (m_address->isEmpty()) {
        m_address->setProblem(tr("Paste the address."));
        return;
    }
    m_address->setProblem({});
    m_use->setBusy(true);
    whenDone(
        m_context.gatehouse.accounts().signInWithAddress(m_address->value()), this, [this](const Result<void> &done) {
            m_use->setBusy(false);
            if (done) {
                m_context.navigator.go(Room::Home);
                return;
            }
            const QString problem = tokenProblem(done.error());
            if (problem.isEmpty())
                m_context.remedies.show(m_banner, done.error(), [this] { useAddress(); });
            else
                m_address->setProblem(problem);
        });
}

void BrowserSignIn::showFailure(const Error &error)
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    showWaiting(false);
    if (hadFocus)
        m_open->setFocus();
    m_context.remedies.show(m_banner, error, [this] { begin(); });
}

} // namespace gatehouse::ui
