// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/welcomepage.h"

#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/forms/readingcolumn.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

QWidget *promise(Icon icon, const QString &name, const QString &sentence)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space3());
    layout->addWidget(new IconView(icon, Token::Muted, metrics::iconMedium(), row), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::space1());
    words->addWidget(strongLabel(name, row));
    words->addWidget(mutedLabel(sentence, row));
    layout->addLayout(words, 1);
    return row;
}

} // namespace

WelcomePage::WelcomePage(Context &context, QWidget *parent)
    : Page(tr("Welcome to Gatehouse"), parent), m_context(context)
{
    setSubtitle(tr("From an organization to a client id, a secret and a first API call."));
    auto *column = addReadingColumn(content(), metrics::withText(720));

    auto *start = new Card(tr("Try everything on the sandbox"), this);
    auto *body = new QWidget(start);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    layout->addWidget(bodyLabel(tr("The sandbox is a server on this computer that answers as the platforms do: it "
                                   "sends one-time passwords, reviews organizations and registers apps. You need no "
                                   "account and no network."),
        body));
    m_sandbox = new BusyButton(tr("Use the sandbox"), tr("Starting the sandbox"), body);
    m_sandbox->setSign(Icon::sandbox);
    m_sandbox->setDefault(true);
    m_sandbox->setProperty("primary", true);
    connect(m_sandbox, &QPushButton::clicked, this, &WelcomePage::useSandbox);
    layout->addWidget(m_sandbox, 0, Qt::AlignLeading);
    start->addRow(body);
    column->addWidget(start);

    column->addWidget(makePlatform());

    auto *kept = new Card(tr("What to expect"), this);
    kept->addRow(promise(Icon::lock, tr("Secrets are kept before they are shown"),
        tr("Every client secret goes into the keychain of this computer, and nowhere else.")));
    kept->addRow(promise(Icon::shield, tr("Nothing is reported"),
        tr("Gatehouse has no account of its own and sends nothing about you to anyone.")));
    column->addWidget(kept);
    setFocusProxy(m_sandbox);
}

QWidget *WelcomePage::makePlatform()
{
    auto *card = new Card(tr("Work on OS1"), this);
    auto *body = new QWidget(card);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    layout->addWidget(bodyLabel(tr("With your account at the platform. What its server does not offer to programs is "
                                   "said where you look for it; everything else works from here."),
        body));
    auto *begin = button(Icon::layers, tr("Use OS1"), body);
    connect(begin, &QPushButton::clicked, this, [this] { m_context.navigator.go(Route::toProfile()); });
    layout->addWidget(begin, 0, Qt::AlignLeading);
    card->addRow(body);
    return card;
}

void WelcomePage::useSandbox()
{
    m_sandbox->setBusy(true);
    // Any question to the desk starts the server when none is running.
    whenDone(m_context.gatehouse.sandboxDesk().provisioningTime(), this, [this](const Result<int> &running) {
        m_sandbox->setBusy(false);
        if (!running) {
            m_context.remedies.show(banner(), running.error(), [this] { useSandbox(); });
            return;
        }
        const auto added = m_context.gatehouse.accounts().addSandbox(tr("Sandbox"));
        if (!added)
            m_context.remedies.show(banner(), added.error(), [this] { useSandbox(); });
        // Otherwise the window goes on to the sign-in of the new profile by itself.
    });
}

} // namespace gatehouse::ui
