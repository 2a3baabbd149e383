// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/platforms/types.h"
#include "ui/frame/context.h"
#include "ui/registry/apppart.h"

#include <functional>

class QVBoxLayout;

namespace gatehouse::ui {

class Banner;
class Card;
class ClipboardStrip;
class ByHandCard;
class CredentialActs;
class EmptyState;
class EnvironmentSwitch;
class FieldRow;
class Label;
class SecretField;

// The credentials of one app in one environment: ids, secret, tenant; each copied by a button, the secret shown only
// while a button is held down; and what can be done with them. Before they are there it says when they come. Owned by
// AppPage.
class CredentialsPanel : public AppPart {
    Q_OBJECT
public:
    CredentialsPanel(Context &context, QString appId, Banner *banner, QWidget *parent);

    void refresh() override;

private:
    FieldRow *addRow(const QString &label, const QString &name);
    void copyPlain(FieldRow *row, const QString &value);
    void copySecret();
    void withSecret(QObject *context, std::function<void(const Secret &)> use);
    void showSecretTrouble(const Error &error);
    void unlock();
    void collect();
    void showMissing();
    void showDoubt();
    [[nodiscard]] Environment environment() const;

    Context &m_context;
    QString m_appId;
    Banner *m_banner; // of the page
    EnvironmentSwitch *m_environment;
    Banner *m_doubt; // a rotation was begun, and its end is not known
    Card *m_card;
    FieldRow *m_appIdRow;
    FieldRow *m_clientId;
    SecretField *m_secret;
    FieldRow *m_frontendId;
    FieldRow *m_tenantUrl;
    FieldRow *m_tenantId;
    ClipboardStrip *m_strip; // for what is no secret
    Label *m_keptAt;
    CredentialActs *m_acts;
    EmptyState *m_missing;
    ByHandCard *m_byHand; // where the server hands credentials to no program
};

} // namespace gatehouse::ui
