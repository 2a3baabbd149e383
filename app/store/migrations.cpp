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
        {
            // Who did what, and how it ended. Rows are only added, and leave when there are too many.
            u"CREATE TABLE journal ("
            "id INTEGER PRIMARY KEY AUTOINCREMENT, profile TEXT NOT NULL REFERENCES profiles(id) ON DELETE CASCADE, "
            "at TEXT NOT NULL, subject_kind TEXT NOT NULL, subject TEXT NOT NULL, who TEXT NOT NULL, "
            "action TEXT NOT NULL, outcome TEXT NOT NULL, refusal TEXT NOT NULL, detail TEXT NOT NULL, "
            "request_id TEXT NOT NULL)"_s,

            u"CREATE INDEX journal_by_subject ON journal (profile, subject_kind, subject, id)"_s,
            u"CREATE INDEX journal_by_profile ON journal (profile, id)"_s,
        },
        {
            // Where a profile's server stands: its API is in address, beside it what a person's browser opens.
            u"ALTER TABLE profiles ADD COLUMN portal TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE profiles ADD COLUMN authorization_page TEXT NOT NULL DEFAULT ''"_s,

            // What the profile's server was found not to offer to programs.
            u"CREATE TABLE missing_offers ("
            "profile TEXT NOT NULL REFERENCES profiles(id) ON DELETE CASCADE, offer TEXT NOT NULL, "
            "found_at TEXT NOT NULL, PRIMARY KEY (profile, offer))"_s,
        },
        {
            // Whose app it is. Empty for what was remembered before there were several organizations to a profile.
            u"ALTER TABLE apps ADD COLUMN organization TEXT NOT NULL DEFAULT ''"_s,
        },
    };
    return list;
}

} // namespace gatehouse
