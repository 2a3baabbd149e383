// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/vaultcard.h"

#include "app/base/errortext.h"
#include "ui/forms/announce.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/theme/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QTime>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QWidget *besideSign(IconView *sign, QWidget *content)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(metrics::space3());
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(content, 1);
    return row;
}

QWidget *stacked(Label *name, Label *sentence)
{
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins({});
    column->setSpacing(metrics::space1());
    column->addWidget(name);
    column->addWidget(sentence);
    return words;
}

} // namespace

VaultCard::VaultCard(Vault &vault, QWidget *parent) : Card(tr("Secrets"), parent), m_vault(vault)
{
    addRow(makePlace());
    addRow(makeHealth());
    connect(&m_vault, &Vault::healthChanged, this, [this](std::optional<ErrorKind> trouble) {
        if (m_check->isBusy() || m_unlock->isBusy())
            return; // the answer brings it, with its report
        Error error;
        error.kind = trouble.value_or(ErrorKind::Cancelled);
        take(trouble ? Result<void>(failure(error)) : Result<void>());
    });
    connect(&m_vault, &Vault::slow, this, [this] {
        if (m_check->isBusy() || m_unlock->isBusy())
            m_sentence->setText(tr("This takes longer than usual. The keychain may be asking for its password."));
    });
    showHealth(Health::Unknown);
}

QWidget *VaultCard::makePlace()
{
    const bool lasts = m_vault.lasts();
    m_place = strongLabel({});
    m_place->setObjectName(u"vaultPlace"_s);
    auto *sentence = mutedLabel(lasts
            ? tr("Client secrets and sign-ins are kept there before they are shown, and nowhere else.")
            : tr("Client secrets and sign-ins are kept until Gatehouse ends, and are gone then."));
    auto *sign = new IconView(lasts ? Icon::lock : Icon::warning, lasts ? Token::OkLine : Token::WarnLine,
        metrics::iconMedium(), this);
    return besideSign(sign, stacked(m_place, sentence));
}

QWidget *VaultCard::makeHealth()
{
    m_sign = new IconView(Icon::question, Token::Muted, metrics::iconMedium(), this);
    m_word = strongLabel({});
    m_word->setObjectName(u"vaultHealth"_s);
    m_sentence = mutedLabel({});
    auto *acts = new QWidget;
    auto *line = new QHBoxLayout(acts);
    line->setContentsMargins({});
    line->setSpacing(metrics::space2());
    m_copy = linkButton(tr("Copy details"), acts);
    m_copy->setObjectName(u"copyVaultReport"_s);
    m_unlock = new BusyButton(tr("Unlock"), tr("Unlocking"), acts);
    m_unlock->setObjectName(u"unlockVault"_s);
    m_unlock->setSign(Icon::lock);
    m_unlock->setProperty("primary", true);
    m_check = new BusyButton(tr("Check now"), tr("Checking"), acts);
    m_check->setObjectName(u"checkVault"_s);
    m_check->setSign(Icon::rotate);
    m_check->setDefault(false);
    line->addWidget(m_copy);
    line->addWidget(m_check);
    line->addWidget(m_unlock);
    connect(m_copy, &QPushButton::clicked, this, &VaultCard::copyReport);
    connect(m_unlock, &QPushButton::clicked, this, &VaultCard::unlock);
    connect(m_check, &QPushButton::clicked, this, &VaultCard::check);
    auto *both = new SideBySide(stacked(m_word, m_sentence), acts);
    both->setLeadingLeast(metrics::withText(260));
    return besideSign(m_sign, both);
}

void VaultCard::check()
{
    m_check->setBusy(true);
    whenDone(m_vault.ready(), this, [this](const Result<void> &ready) {
        m_check->setBusy(false);
        take(ready);
    });
}

void VaultCard::unlock()
{
    m_unlock->setBusy(true);
    whenDone(m_vault.unlock(), this, [this](const Result<void> &unlocked) {
        m_unlock->setBusy(false);
        if (!unlocked) {
            take(unlocked);
            return;
        }
        m_check->setFocus(); // before the button under the focus goes
        check(); // what is open need not be well
    });
}

void VaultCard::take(const Result<void> &result)
{
    if (result) {
        m_report.clear();
        showHealth(Health::Well);
        return;
    }
    const Error &error = result.error();
    if (error.kind == ErrorKind::Cancelled) {
        showHealth(m_health); // the person let go: nothing is different
        return;
    }
    m_report = ErrorText::report(error);
    showHealth(error.kind == ErrorKind::VaultLocked    ? Health::Locked
            : error.kind == ErrorKind::VaultMissing    ? Health::Missing
            : error.kind == ErrorKind::VaultSlow       ? Health::Slow
                                                       : Health::Unwell);
}

void VaultCard::showHealth(Health health)
{
    const QString place = m_vault.placeName();
    //: where secrets are kept; %1 is the name of a keychain
    m_place->setText(m_vault.lasts() ? tr("In %1").arg(place) : tr("In memory only"));
    m_health = health;
    Icon icon = Icon::warning;
    Token token = Token::WarnLine;
    QString word;
    QString sentence;
    switch (health) {
    case Health::Unknown:
        icon = Icon::question;
        token = Token::Muted;
        word = tr("Not checked yet");
        sentence = tr("Checking keeps, reads and forgets something that is no secret.");
        break;
    case Health::Well:
        icon = Icon::done;
        token = Token::OkLine;
        word = tr("Well");
        sentence = tr("Something was kept, read and forgotten at %1.")
                       .arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
        break;
    case Health::Locked:
        icon = Icon::lock;
        word = tr("Locked");
        sentence = tr("Until it is unlocked, secrets can be neither kept nor read.");
        break;
    case Health::Missing:
        icon = Icon::error;
        token = Token::BadLine;
        word = tr("Missing");
        sentence = tr("There is no keychain on this system. Start a Secret Service such as GNOME Keyring or KWallet, "
                      "then check again.");
        break;
    case Health::Slow:
        word = tr("Not answering");
        sentence = tr("It may be waiting for a window of its own, or hang.");
        break;
    case Health::Unwell:
        icon = Icon::error;
        token = Token::BadLine;
        word = tr("Not well");
        sentence = tr("It did not keep what it was given. The details say what it answered.");
        break;
    }
    m_sign->setIcon(icon);
    m_sign->setToken(token);
    m_word->setText(word);
    m_sentence->setText(sentence);
    setWord(m_copy, tr("Copy details"));
    m_copy->setVisible(!m_report.isEmpty() && health != Health::Locked);
    m_unlock->setVisible(health == Health::Locked);
    if (health != Health::Unknown)
        announce(m_word, word);
}

void VaultCard::copyReport()
{
    QGuiApplication::clipboard()->setText(m_report);
    setWord(m_copy, tr("Copied"));
    announce(m_copy, m_copy->text());
}

} // namespace gatehouse::ui
