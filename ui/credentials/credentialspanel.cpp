// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/credentialspanel.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/credentials/byhandcard.h"
#include "ui/credentials/credentialacts.h"
#include "ui/credentials/environmentswitch.h"
#include "ui/credentials/secretclipboard.h"
#include "ui/forms/banner.h"
#include "ui/forms/card.h"
#include "ui/forms/clipboardstrip.h"
#include "ui/forms/emptystate.h"
#include "ui/forms/fieldrow.h"
#include "ui/forms/labels.h"
#include "ui/forms/secretfield.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

CredentialsPanel::CredentialsPanel(Context &context, QString appId, Banner *banner, QWidget *parent)
    : AppPart(parent), m_context(context), m_appId(std::move(appId)), m_banner(banner)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    m_environment = new EnvironmentSwitch(this);
    m_doubt = new Banner(this);
    m_doubt->hide();
    m_card = new Card(this);
    m_appIdRow = addRow(tr("App id"), u"appId"_s);
    m_clientId = addRow(tr("Client id"), u"clientId"_s);
    m_secret = new SecretField(
        tr("Client secret"),
        [this](QObject *asker, const std::function<void(QByteArrayView)> &deliver) {
            withSecret(asker, [deliver](const Secret &secret) { deliver(secret.bytes()); });
        },
        m_card);
    m_secret->setObjectName(u"clientSecret"_s);
    m_card->addRow(m_secret, Card::Padding::None);
    m_frontendId = addRow(tr("Front-end client id"), u"frontendClientId"_s);
    m_tenantUrl = addRow(tr("Tenant URL"), u"tenantUrl"_s);
    m_tenantId = addRow(tr("Tenant id"), u"tenantId"_s);
    m_strip = new ClipboardStrip(m_card);
    m_card->addRow(m_strip, Card::Padding::None);
    m_strip->hide();
    m_keptAt = captionLabel({}, this);
    m_acts = new CredentialActs(m_context, m_appId, m_banner, this);
    m_missing = new EmptyState(Icon::lock, {}, {}, this);
    m_byHand = new ByHandCard(m_context, m_appId, banner, this);
    layout->addWidget(m_environment);
    layout->addWidget(m_doubt);
    layout->addWidget(m_card);
    layout->addWidget(m_keptAt);
    layout->addWidget(m_acts);
    layout->addWidget(m_missing);
    layout->addWidget(m_byHand);
    layout->addStretch(1); // cards would share the room that is left otherwise

    connect(m_environment, &SegmentedSwitch::currentChanged, this, [this] {
        m_secret->conceal();
        refresh();
    });
    connect(m_acts, &CredentialActs::busyChanged, this, [this](bool busy) {
        m_environment->setEnabled(!busy);
        if (!busy)
            refresh();
    });
    connect(m_doubt, &Banner::buttonClicked, m_acts, &CredentialActs::recover);

    connect(m_secret, &SecretField::copyRequested, this, &CredentialsPanel::copySecret);
    connect(m_secret, &SecretField::unlockRequested, this, &CredentialsPanel::unlock);
    connect(m_secret, &SecretField::retryRequested, this, [this] { m_secret->setReady(); });
    connect(m_missing, &EmptyState::clicked, this, &CredentialsPanel::collect);
    connect(&m_context.gatehouse.accounts(), &Accounts::offersChanged, this, &CredentialsPanel::refresh);
    auto &clipboard = m_context.clipboard;
    connect(&clipboard, &SecretClipboard::cleared, this, [this] {
        m_strip->finish();
        m_strip->hide();
        m_secret->strip()->finish();
    });
    for (ClipboardStrip *strip : {m_strip, m_secret->strip()})
        connect(strip, &ClipboardStrip::clearRequested, &clipboard, &SecretClipboard::clear);
    connect(&m_context.gatehouse.credentials(), &CredentialShelf::kept, this, [this](const QString &id) {
        if (id == m_appId)
            refresh();
    });
    refresh();
}

FieldRow *CredentialsPanel::addRow(const QString &label, const QString &name)
{
    auto *row = new FieldRow(label, {}, m_card);
    row->setObjectName(name);
    row->setPlace({Icon::database, tr("Local database")});
    connect(row, &FieldRow::copyRequested, this, [this, row](const QString &value) { copyPlain(row, value); });
    m_card->addRow(row, Card::Padding::None);
    return row;
}

Environment CredentialsPanel::environment() const
{
    return m_environment->environment();
}

void CredentialsPanel::refresh()
{
    const CredentialShelf &shelf = m_context.gatehouse.credentials();
    const App *app = m_context.gatehouse.registry().find(m_appId);
    m_environment->setProductionOpen(
        (app && hasApprovedVersion(*app)) || shelf.find(m_appId, Environment::Production).has_value());
    const auto kept = shelf.find(m_appId, environment());
    m_card->setVisible(kept.has_value());
    m_keptAt->setVisible(kept.has_value());
    m_acts->setVisible(kept.has_value());
    m_byHand->refresh(environment());
    m_missing->setVisible(!kept && m_byHand->isHidden());
    m_acts->show(environment());
    showDoubt();
    if (!kept) {
        showMissing();
        return;
    }
    m_appIdRow->setValue(kept->appId);
    m_clientId->setValue(kept->clientId);
    m_tenantUrl->setValue(kept->tenantUrl);
    m_tenantId->setValue(kept->tenantId);
    m_frontendId->setValue(kept->frontendClientId);
    m_frontendId->setVisible(!kept->frontendClientId.isEmpty());
    m_secret->setPlace({Icon::lock, kept->place});
    if (kept->hasSecret)
        m_secret->setReady();
    else
        m_secret->setAbsent(tr("A front-end app has no secret: people sign in with a one-time password."));
    m_keptAt->setText(kept->hasSecret ? tr("Kept: %1.").arg(momentText(kept->keptAt))
                                      : tr("Kept: %1. The front-end client id goes into the app itself; it is no secret.")
                                            .arg(momentText(kept->keptAt)));
}

// Why there is nothing here, and when that changes.
void CredentialsPanel::showMissing()
{
    const App *app = m_context.gatehouse.registry().find(m_appId);
    const bool isReady = app && app->isReady();
    if (!isReady) {
        m_missing->setSentence(
            tr("The credentials come when the registration is finished. They are kept by themselves."));
        m_missing->setButtonText({});
    } else if (environment() == Environment::Development) {
        m_missing->setSentence(tr("The app is ready, but its credentials are not kept here yet."));
        m_missing->setButtonText(tr("Fetch and keep"));
    } else if (hasApprovedVersion(*app)) {
        m_missing->setSentence(tr("A version has passed tech review, so the app has production credentials. They are "
                                  "not kept here yet."));
        m_missing->setButtonText(tr("Fetch and keep"));
    } else {
        m_missing->setSentence(tr("Production credentials come after a version has passed tech review. Until then the "
                                  "app works with those for development."));
        m_missing->setButtonText(tr("Go to the versions"));
    }
}

void CredentialsPanel::showDoubt()
{
    const bool isInDoubt = m_context.gatehouse.credentials().isInDoubt(m_appId, environment());
    if (!isInDoubt) {
        m_doubt->dismiss();
    } else if (m_doubt->isHidden()) {
        m_doubt->present({.kind = Banner::Kind::Warn, .first = tr("The secret here may be dead."),
            .rest = tr("It was rotated, and the end of that is not known. Ask the platform what it is now."),
            .button = tr("Fetch again"), .link = {}, .details = {}, .closable = false});
    }
}

void CredentialsPanel::copyPlain(FieldRow *row, const QString &value)
{
    const auto time = m_context.gatehouse.settings().clipboardTime();
    m_context.clipboard.copy(Secret::copyOf(value.toUtf8()), time);
    row->showCopied();
    m_secret->strip()->finish();
    m_strip->show();
    m_strip->start(row->label(), time, time);
}

void CredentialsPanel::copySecret()
{
    withSecret(this, [this](const Secret &secret) {
        const auto time = m_context.gatehouse.settings().clipboardTime();
        m_context.clipboard.copy(secret, time);
        m_strip->hide();
        m_secret->showCopied();
        m_secret->strip()->start(m_secret->label(), time, time);
    });
}

void CredentialsPanel::withSecret(QObject *context, std::function<void(const Secret &)> use)
{
    whenDone(m_context.gatehouse.credentials().secret(m_appId, environment()), context,
        [this, use = std::move(use)](const Result<Secret> &secret) {
            if (secret)
                use(*secret);
            else
                showSecretTrouble(secret.error());
        });
}

void CredentialsPanel::showSecretTrouble(const Error &error)
{
    if (error.kind == ErrorKind::VaultLocked)
        m_secret->setLocked();
    else
        m_secret->setUnreadable(ErrorText::of(error).what);
}

void CredentialsPanel::unlock()
{
    whenDone(m_context.gatehouse.vault().unlock(), this, [this](const Result<void> &unlocked) {
        if (unlocked)
            m_secret->setReady();
        else if (unlocked.error().kind != ErrorKind::VaultLocked)
            m_secret->setUnreadable(ErrorText::of(unlocked.error()).what);
    });
}

void CredentialsPanel::collect()
{
    const App *app = m_context.gatehouse.registry().find(m_appId);
    if (environment() == Environment::Production) {
        if (!app || !hasApprovedVersion(*app)) {
            m_context.navigator.go(Route::toApp(m_appId, Route::Part::Versions));
            return;
        }
        whenDone(m_context.gatehouse.credentials().collect(m_appId, Environment::Production), this,
            [this](const Result<KeptCredentials> &kept) {
                if (!kept)
                    m_context.remedies.show(m_banner, kept.error(), [this] { collect(); });
            });
        return;
    }
    whenDone(m_context.gatehouse.registry().collect(m_appId), this, [this](const Result<void> &done) {
        if (!done)
            m_context.remedies.show(m_banner, done.error(), [this] { collect(); });
    });
}

} // namespace gatehouse::ui
