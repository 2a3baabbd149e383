// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/profile.h"
#include "app/account/session.h"
#include "app/forms/formvalues.h"
#include "app/platforms/platform.h"
#include "app/store/store.h"

#include <QObject>

#include <memory>
#include <vector>

namespace gatehouse {

// Profiles: which there are, which one is in use, and whether somebody is signed in. Owned by Gatehouse.
class Accounts : public QObject {
    Q_OBJECT
public:
    Accounts(Store &store, Vault &vault, HttpClient &http, LocalSandbox &sandbox, QObject *parent = nullptr);
    ~Accounts() override;

    [[nodiscard]] const QList<Profile> &profiles() const { return m_profiles; }
    [[nodiscard]] const Profile *current() const; // null before the first profile

    // The platform of the profile in use. Only while there is one.
    [[nodiscard]] Platform &platform();

    // A profile on the local sandbox, in use from now on.
    [[nodiscard]] Result<void> addSandbox(const QString &name);
    [[nodiscard]] Result<void> use(const QString &profileId);

    [[nodiscard]] Async<CodeSent> requestCode(FormValues values);

    // Asks the vault first: a one-time password is good once, and so are the tokens that come for it.
    [[nodiscard]] Async<void> signIn(FormValues values, QString code);

    // Signs out here in any case, and at the server if it can be reached.
    [[nodiscard]] Async<void> signOut();

Q_SIGNALS:
    void currentChanged();
    void signedInChanged(bool signedIn);

private:
    struct Place {
        QString profileId;
        std::unique_ptr<Session> session;
        std::unique_ptr<Platform> platform;
    };

    void load();
    Place &place();
    [[nodiscard]] Result<void> setSignedIn(const QString &profileId, const QString &email, const QString &userId,
        bool signedIn);

    Store &m_store;
    Vault &m_vault;
    HttpClient &m_http;
    LocalSandbox &m_sandbox;
    QList<Profile> m_profiles;
    QString m_currentId;
    // Made on first use and kept: work under way on a profile outlives a switch to another.
    std::vector<std::unique_ptr<Place>> m_places;
};

} // namespace gatehouse
