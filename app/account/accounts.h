// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/account/profile.h"
#include "app/account/profilebook.h"
#include "app/account/session.h"
#include "app/forms/formvalues.h"
#include "app/net/loopbackpage.h"
#include "app/platforms/platform.h"
#include "app/store/store.h"

#include <QObject>

#include <memory>
#include <vector>

namespace gatehouse {

class LoopbackReceiver;

// Profiles: which there are, which one is in use, what its server offers, and whether somebody is signed in. Owned by
// Gatehouse.
class Accounts : public QObject {
    Q_OBJECT
public:
    Accounts(Store &store, Vault &vault, HttpClient &http, LocalSandbox &sandbox, QObject *parent = nullptr);
    ~Accounts() override;

    [[nodiscard]] const QList<Profile> &profiles() const { return m_profiles; }
    [[nodiscard]] const Profile *current() const; // null before the first profile
    [[nodiscard]] const Profile *find(const QString &profileId) const;

    // The platform of the profile in use. Only while there is one.
    [[nodiscard]] Platform &platform();

    // A profile on the local sandbox, in use from now on.
    [[nodiscard]] Result<void> addSandbox(const QString &name);

    // A profile on an OS1 server, in use from now on. The form has the public addresses to begin with.
    [[nodiscard]] FormSpec profileForm() const;
    [[nodiscard]] FormValues valuesOf(const Profile &profile) const;
    [[nodiscard]] Result<void> addOs1(const QString &name, const FormValues &values);

    // Another name or other addresses. With another API it is another server: signs out first, and forgets what the
    // former one said.
    [[nodiscard]] Async<void> change(QString profileId, FormValues values);

    // Signs out, forgets every secret of the profile, then its rows. If a secret cannot be forgotten, all else stays.
    [[nodiscard]] Async<void> remove(QString profileId);

    [[nodiscard]] Result<void> use(const QString &profileId);

    // The page of the profile's web portal where access tokens are shown.
    [[nodiscard]] Async<QUrl> portalAddress();

    // Whether the server of the profile in use was found not to offer something.
    [[nodiscard]] bool isMissing(Offer offer) const;

    // The ways to sign in to the profile in use, with what stands against each.
    [[nodiscard]] QList<SignInOption> signInWays();

    [[nodiscard]] Async<CodeSent> requestCode(FormValues values);

    // Asks the vault first: a one-time password is good once, and so are the tokens that come for it.
    [[nodiscard]] Async<void> signIn(FormValues values, QString code);

    // With an access token in whatever it was pasted in. The server is asked at once whether it takes it.
    [[nodiscard]] Async<void> signInWithToken(Secret pasted);

    // By the browser: opens a door on this computer, and says which address the browser has to open. The words are
    // for the page on which the browser ends. One attempt at a time: an older one is let go.
    [[nodiscard]] Async<QUrl> beginBrowserSignIn(LoopbackWords words);
    // Waits until the browser has come back. TimedOut after five minutes, Cancelled if it was let go.
    [[nodiscard]] Async<void> finishBrowserSignIn();
    // With the address on which the browser ended, when it could not come back by itself. Another attempt's answer is
    // refused; one without a state is taken, because the person vouches for it.
    [[nodiscard]] Async<void> signInWithAddress(Secret pasted);
    void cancelBrowserSignIn();

    // Signs out here in any case, and at the server if it can be reached.
    [[nodiscard]] Async<void> signOut();

Q_SIGNALS:
    void currentChanged();
    void signedInChanged(bool signedIn);
    void profilesChanged(); // one was added, changed or removed
    void offersChanged(); // the server of the profile in use turned out to offer more or less

private:
    struct Place {
        QString profileId;
        std::unique_ptr<Session> session;
        std::unique_ptr<Platform> platform;
        QSet<Offer> missing;
    };

    void load();
    Place &place();
    Place &placeOf(const Profile &profile);
    void noteOffer(const QString &profileId, Offer offer, bool isThere);
    [[nodiscard]] Async<void> adopt(Secret token, QDateTime endsAt);
    [[nodiscard]] Async<void> signOutOf(QString profileId);
    [[nodiscard]] Result<void> add(const Profile &profile);
    [[nodiscard]] Result<void> store(const Profile &profile);
    [[nodiscard]] Result<void> setSignedIn(const QString &profileId, const QString &email, const QString &userId,
        bool signedIn);

    Store &m_store;
    Vault &m_vault;
    HttpClient &m_http;
    LocalSandbox &m_sandbox;
    ProfileBook m_book;
    QList<Profile> m_profiles;
    QString m_currentId;
    // Made on first use and kept: work under way on a profile outlives a switch to another, and its removal.
    std::vector<std::unique_ptr<Place>> m_places;
    std::shared_ptr<LoopbackReceiver> m_receiver; // while the browser is waited for
};

} // namespace gatehouse
