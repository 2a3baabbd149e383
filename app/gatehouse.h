// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/accounts.h"
#include "app/activity/journal.h"
#include "app/credentials/credentialshelf.h"
#include "app/net/httpclient.h"
#include "app/organization/onboarding.h"
#include "app/organization/teamroster.h"
#include "app/registry/appregistry.h"
#include "app/registry/versiondesk.h"
#include "app/sandbox/localsandbox.h"
#include "app/sandbox/sandboxdesk.h"
#include "app/settings/paths.h"
#include "app/settings/settings.h"
#include "app/store/store.h"
#include "app/tokens/apptokens.h"
#include "app/vault/vault.h"

#include <memory>

namespace gatehouse {

// START HERE: the whole model, composed once, in one visible place, and handed on by reference.
//
// A question to a room is a call that returns Async<T>; a fact about a room is a signal in the past tense. Floors,
// lowest first: base; net, forms, vault, store, settings; platforms; the rooms.
class Gatehouse {
public:
    // Opens the database. The vault is not touched before somebody asks for a secret.
    [[nodiscard]] static Result<std::unique_ptr<Gatehouse>> open(Paths paths, std::unique_ptr<Vault> vault);

    // The vault that the environment asks for (GATEHOUSE_VAULT: keychain, memory), else the system's keychain.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> vaultFromEnvironment();

    // No new work; what reads is cut off; waits, bounded, until the vault has written.
    [[nodiscard]] Async<void> shutDown();

    [[nodiscard]] Vault &vault() { return *m_vault; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] HttpClient &http() { return m_http; }
    [[nodiscard]] SandboxDesk &sandboxDesk() { return m_sandboxDesk; }
    [[nodiscard]] Accounts &accounts() { return m_accounts; }
    [[nodiscard]] CredentialShelf &credentials() { return m_credentials; }
    [[nodiscard]] Onboarding &onboarding() { return m_onboarding; }
    [[nodiscard]] TeamRoster &teamRoster() { return m_teamRoster; }
    [[nodiscard]] AppRegistry &registry() { return m_registry; }
    [[nodiscard]] AppTokens &tokens() { return m_tokens; }
    [[nodiscard]] VersionDesk &versionDesk() { return m_versionDesk; }
    [[nodiscard]] Journal &journal() { return m_journal; }

private:
    Gatehouse(const Paths &paths, std::unique_ptr<Store> store, std::unique_ptr<Vault> vault);

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Vault> m_vault;
    Settings m_settings;
    Journal m_journal;
    HttpClient m_http;
    LocalSandbox m_sandbox;
    SandboxDesk m_sandboxDesk;
    Accounts m_accounts;
    CredentialShelf m_credentials;
    Onboarding m_onboarding;
    TeamRoster m_teamRoster;
    AppRegistry m_registry;
    AppTokens m_tokens;
    VersionDesk m_versionDesk;
};

} // namespace gatehouse
