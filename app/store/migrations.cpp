// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

const QList<QStringList> &migrations()
{
    static const QList<QStringList> list{
        {
            u"CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,

            u"CREATE TABLE profiles ("
            "id TEXT PRIMARY KEY, name TEXT NOT NULL, platform TEXT NOT NULL, environment TEXT NOT NULL, "
            "address TEXT NOT NULL, email TEXT NOT NULL, user_id TEXT NOT NULL, signed_in INTEGER NOT NULL, "
            "created_at TEXT NOT NULL)"_s,

            // What a platform said last, so that there is something to show before it is asked again.
            u"CREATE TABLE organizations ("
            "id TEXT NOT NULL, profile TEXT NOT NULL REFERENCES profiles(id) ON DELETE CASCADE, "
            "answer TEXT NOT NULL, seen_at TEXT NOT NULL, PRIMARY KEY (profile, id))"_s,

            u"CREATE TABLE apps ("
            "id TEXT NOT NULL, profile TEXT NOT NULL REFERENCES profiles(id) ON DELETE CASCADE, "
            "answer TEXT NOT NULL, seen_at TEXT NOT NULL, PRIMARY KEY (profile, id))"_s,

            // Where a credential lies, and how to notice that it was lost or changed; never the credential.
            u"CREATE TABLE credentials ("
            "profile TEXT NOT NULL REFERENCES profiles(id) ON DELETE CASCADE, app TEXT NOT NULL, "
            "environment TEXT NOT NULL, client_id TEXT NOT NULL, frontend_client_id TEXT NOT NULL, "
            "tenant_id TEXT NOT NULL, tenant_url TEXT NOT NULL, vault_key TEXT NOT NULL, place TEXT NOT NULL, "
            "salt TEXT NOT NULL, fingerprint TEXT NOT NULL, kept_at TEXT NOT NULL, "
            "PRIMARY KEY (profile, app, environment))"_s,

            // A call that changes something on a platform, noted before it is made.
            u"CREATE TABLE intents ("
            "id TEXT PRIMARY KEY, profile TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, "
            "state TEXT NOT NULL, app TEXT NOT NULL, begun_at TEXT NOT NULL)"_s,
        },
    };
    return list;
}

} // namespace gatehouse
