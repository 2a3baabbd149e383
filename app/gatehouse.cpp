// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse.h"

#include "app/vault/keychainvault.h"
#include "app/vault/memoryvault.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

Result<std::unique_ptr<Gatehouse>> Gatehouse::open(Paths paths, std::unique_ptr<Vault> vault)
{
    auto store = std::make_unique<Store>(paths.database());
    if (const auto opened = store->open(); !opened)
        return failure(opened.error());
    std::unique_ptr<Gatehouse> gatehouse(new Gatehouse(paths, std::move(store), std::move(vault)));
    return gatehouse;
}

Gatehouse::Gatehouse(const Paths &paths, std::unique_ptr<Store> store, std::unique_ptr<Vault> vault)
    : m_store(std::move(store)), m_vault(std::move(vault)), m_settings(*m_store), m_journal(*m_store),
      m_sandbox(m_http, paths.sandboxAnnouncement()), m_sandboxDesk(m_sandbox),
      m_accounts(*m_store, *m_vault, m_http, m_sandbox), m_credentials(m_accounts, *m_vault, *m_store),
      m_onboarding(m_accounts, *m_store), m_teamRoster(m_accounts, m_onboarding, m_journal),
      m_registry(m_accounts, m_onboarding, m_credentials, *m_store),
      m_tokens(m_accounts, m_credentials, *m_store),
      m_versionDesk(m_accounts, m_teamRoster, m_registry, m_credentials, m_journal, *m_store)
{
    launch(m_store->lookLater());
    QObject::connect(&m_http, &HttpClient::reachabilityChanged, &m_onboarding, &Onboarding::setOnline);
    QObject::connect(&m_http, &HttpClient::reachabilityChanged, &m_registry, &AppRegistry::setOnline);
}

Result<std::unique_ptr<Vault>> Gatehouse::vaultFromEnvironment()
{
    const QString wanted = qEnvironmentVariable("GATEHOUSE_VAULT");
    if (wanted.isEmpty() || wanted == "keychain"_L1)
        return std::make_unique<KeychainVault>();
    if (wanted == "memory"_L1)
        return std::make_unique<MemoryVault>();
    // Never another store than the one that was asked for.
    return failure(ErrorKind::Unsupported, u"GATEHOUSE_VAULT names no vault: "_s + wanted);
}

Async<void> Gatehouse::shutDown()
{
    m_http.abortAll();
    co_await m_registry.rest();
    co_return co_await m_vault->close();
}

} // namespace gatehouse
