// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/credentialspanel.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/credentials/secretclipboard.h"
#include "ui/forms/banner.h"
#include "ui/forms/card.h"
#include "ui/forms/clipboardstrip.h"
#include "ui/forms/emptystate.h"
#include "ui/forms/fieldrow.h"
#include "ui/forms/labels.h"
#include "ui/forms/secretfield.h"
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
    m_missing = new EmptyState(Icon::lock, {}, {}, this);
    layout->addWidget(m_card);
    layout->addWidget(m_missing);

    connect(m_secret, &SecretField::copyRequested, this, &CredentialsPanel::copySecret);
    connect(m_secret, &SecretField::unlockRequested, this, &CredentialsPanel::unlock);
    connect(m_secret, &SecretField::retryRequested, this, [this] { m_secret->setReady(); });
    connect(m_missing, &EmptyState::clicked, this, &CredentialsPanel::collect);
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

void CredentialsPanel::refresh()
{
    const auto kept = m_context.gatehouse.credentials().find(m_appId, Environment::Development);
    const App *app = m_context.gatehouse.registry().find(m_appId);
    m_card->setVisible(kept.has_value());
    m_missing->setVisible(!kept);
    if (!kept) {
        const bool ready = app && app->isReady();
        m_missing->setSentence(ready
                ? tr("The app is ready, but its credentials are not kept here yet.")
                : tr("The credentials come when the registration is finished. They are kept by themselves."));
        m_missing->setButtonText(ready ? tr("Fetch and keep") : QString());
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
    whenDone(m_context.gatehouse.credentials().secret(m_appId, Environment::Development), context,
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
    whenDone(m_context.gatehouse.registry().collect(m_appId), this, [this](const Result<void> &done) {
        if (!done)
            m_context.remedies.show(m_banner, done.error(), [this] { collect(); });
    });
}

} // namespace gatehouse::ui
