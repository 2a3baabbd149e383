// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/migrations.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QStringList firstForm()
{
    return {
        u"CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,

        u"CREATE TABLE users (user_id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, first_name TEXT, "
        "last_name TEXT, is_product_admin INTEGER NOT NULL DEFAULT 0, created_at BIGINT NOT NULL)"_s,

        // Tokens are stored as hashes: who reads the file cannot use them.
        u"CREATE TABLE tokens (hash TEXT PRIMARY KEY, kind TEXT NOT NULL, user_id TEXT NOT NULL "
        "REFERENCES users (user_id), family TEXT NOT NULL, expires_at BIGINT NOT NULL, "
        "is_dead INTEGER NOT NULL DEFAULT 0)"_s,
        u"CREATE INDEX tokens_by_family ON tokens (family)"_s,

        u"CREATE TABLE one_time_passwords (subject TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL, "
        "sent_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, attempts_left INTEGER NOT NULL, "
        "is_used INTEGER NOT NULL DEFAULT 0)"_s,
        u"CREATE TABLE one_time_password_sends (subject TEXT NOT NULL, sent_at BIGINT NOT NULL)"_s,
        u"CREATE INDEX sends_by_subject ON one_time_password_sends (subject, sent_at)"_s,

        u"CREATE TABLE organizations (organization_id TEXT PRIMARY KEY, short_name TEXT NOT NULL UNIQUE, "
        "type TEXT NOT NULL, status TEXT NOT NULL, email TEXT NOT NULL, company_name TEXT, "
        "first_name TEXT NOT NULL, last_name TEXT NOT NULL, website TEXT NOT NULL, domain TEXT NOT NULL, "
        "country TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES users (user_id), "
        "created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, tenant_status TEXT NOT NULL, "
        "tenant_id TEXT UNIQUE, tenant_uuid TEXT, requested_at BIGINT, decided_at BIGINT, reason TEXT)"_s,
        u"CREATE INDEX organizations_by_domain ON organizations (domain)"_s,
        u"CREATE TABLE tenant_history (organization_id TEXT NOT NULL REFERENCES organizations "
        u"(organization_id), "
        "position INTEGER NOT NULL, status TEXT NOT NULL, at BIGINT NOT NULL, reason TEXT, decided_by TEXT, "
        "PRIMARY KEY (organization_id, position))"_s,

        u"CREATE TABLE teams (team_id TEXT PRIMARY KEY, organization_id TEXT NOT NULL "
        "REFERENCES organizations (organization_id), name TEXT NOT NULL, is_default INTEGER NOT NULL, "
        "created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)"_s,
        u"CREATE INDEX teams_by_organization ON teams (organization_id)"_s,
        u"CREATE TABLE members (team_id TEXT NOT NULL REFERENCES teams (team_id), user_id TEXT NOT NULL "
        "REFERENCES users (user_id), roles TEXT NOT NULL, status TEXT NOT NULL, joined_at BIGINT, "
        "PRIMARY KEY (team_id, user_id))"_s,
        u"CREATE INDEX members_by_user ON members (user_id)"_s,

        // The time that provisioning takes is fixed at registration, so that a later setting changes no
        // promise.
        u"CREATE TABLE apps (app_id TEXT PRIMARY KEY, organization_id TEXT NOT NULL "
        "REFERENCES organizations (organization_id), team_id TEXT NOT NULL REFERENCES teams (team_id), "
        "listing_id TEXT NOT NULL UNIQUE, app_type TEXT NOT NULL, created_at BIGINT NOT NULL, "
        "created_by TEXT NOT NULL, provisioning_seconds INTEGER NOT NULL, failing_step TEXT)"_s,
        u"CREATE INDEX apps_by_team ON apps (organization_id, team_id)"_s,
        u"CREATE TABLE app_versions (app_version_id TEXT PRIMARY KEY, app_id TEXT NOT NULL "
        "REFERENCES apps (app_id), version TEXT NOT NULL, status TEXT NOT NULL, attributes TEXT NOT NULL, "
        "created_at BIGINT NOT NULL, created_by TEXT NOT NULL, updated_at BIGINT NOT NULL, "
        "updated_by TEXT NOT NULL, UNIQUE (app_id, version))"_s,
        u"CREATE TABLE app_clients (app_id TEXT NOT NULL REFERENCES apps (app_id), environment TEXT NOT "
        u"NULL, "
        "client_key TEXT NOT NULL UNIQUE, service_key TEXT NOT NULL UNIQUE, secret_seed TEXT, "
        "PRIMARY KEY (app_id, environment))"_s,

        u"CREATE TABLE mail (mail_id BIGINT PRIMARY KEY, recipient TEXT NOT NULL, subject TEXT NOT NULL, "
        "text TEXT NOT NULL, code TEXT, purpose TEXT NOT NULL, sent_at BIGINT NOT NULL)"_s,
        u"CREATE INDEX mail_by_recipient ON mail (recipient)"_s,
    };
}

// Reviews, invitations, artifacts, and what lives on a tenant.
QStringList secondForm()
{
    return {
        u"ALTER TABLE apps ADD COLUMN has_left_development INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE app_versions ADD COLUMN submitted_at BIGINT"_s,
        u"ALTER TABLE app_versions ADD COLUMN submitted_by TEXT"_s,
        // Counts the secrets of a client: a token names the one it was given for, and dies with it.
        u"ALTER TABLE app_clients ADD COLUMN generation INTEGER NOT NULL DEFAULT 1"_s,

        u"CREATE TABLE version_history (app_version_id TEXT NOT NULL REFERENCES app_versions "
        "(app_version_id), position INTEGER NOT NULL, status TEXT NOT NULL, action TEXT, at BIGINT NOT NULL, "
        "done_by TEXT NOT NULL, reason TEXT, PRIMARY KEY (app_version_id, position))"_s,
        u"INSERT INTO version_history (app_version_id, position, status, at, done_by) "
        "SELECT v.app_version_id, 0, v.status, v.created_at, COALESCE(u.email, v.created_by) "
        "FROM app_versions v LEFT JOIN users u ON u.user_id = v.created_by"_s,

        // The content is base64: both kinds of database keep a text in the same way.
        u"CREATE TABLE artifacts (artifact_id TEXT PRIMARY KEY, app_version_id TEXT NOT NULL "
        "REFERENCES app_versions (app_version_id), artifact_type TEXT NOT NULL, file_name TEXT NOT NULL, "
        "file_description TEXT, content_type TEXT NOT NULL, size BIGINT NOT NULL, content TEXT NOT NULL, "
        "created_at BIGINT NOT NULL, created_by TEXT NOT NULL)"_s,
        u"CREATE INDEX artifacts_by_version ON artifacts (app_version_id, artifact_type)"_s,

        u"CREATE TABLE end_users (tenant_id TEXT NOT NULL, address TEXT NOT NULL, user_id TEXT NOT NULL "
        "UNIQUE, email TEXT, country_code TEXT, number TEXT, created_at BIGINT NOT NULL, "
        "PRIMARY KEY (tenant_id, address))"_s,
    };
}

// What the delivery of letters needs to know of each, whoever of several servers is at it.
QStringList thirdForm()
{
    return {
        u"ALTER TABLE mail ADD COLUMN delivery TEXT NOT NULL DEFAULT 'mailbox'"_s,
        u"ALTER TABLE mail ADD COLUMN delivery_note TEXT"_s,
        u"ALTER TABLE mail ADD COLUMN tries INTEGER NOT NULL DEFAULT 0"_s,
        // By the machine's time, not by the sandbox's clock, which jumps.
        u"ALTER TABLE mail ADD COLUMN next_try_at BIGINT"_s,
        u"ALTER TABLE mail ADD COLUMN claim TEXT"_s,
        u"CREATE INDEX mail_by_delivery ON mail (delivery, next_try_at)"_s,
        u"CREATE INDEX sends_by_time ON one_time_password_sends (sent_at)"_s,
    };
}

// inTandem: directories, businesses and staff, tokens, apps, grants, webhooks.
QStringList fourthForm()
{
    return {
        u"CREATE TABLE intandem_directories (directory_uid TEXT PRIMARY KEY, number BIGINT NOT NULL UNIQUE, "
        "name TEXT NOT NULL, host TEXT NOT NULL, created_at BIGINT NOT NULL)"_s,
        // is_furnished: has clients, invoices and the like to read.
        u"CREATE TABLE intandem_businesses (business_uid TEXT PRIMARY KEY, directory_uid TEXT NOT NULL "
        "REFERENCES intandem_directories (directory_uid), name TEXT NOT NULL, attributes TEXT NOT NULL, "
        "is_furnished INTEGER NOT NULL DEFAULT 0, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)"_s,
        u"CREATE INDEX intandem_businesses_by_directory ON intandem_businesses (directory_uid)"_s,
        u"CREATE TABLE intandem_staff (staff_uid TEXT PRIMARY KEY, business_uid TEXT NOT NULL "
        "REFERENCES intandem_businesses (business_uid), email TEXT NOT NULL UNIQUE, first_name TEXT NOT NULL, "
        "last_name TEXT NOT NULL, role TEXT NOT NULL, password_hash TEXT, created_at BIGINT NOT NULL)"_s,
        u"CREATE INDEX intandem_staff_by_business ON intandem_staff (business_uid)"_s,

        // A token is known by its hash. One that may be read again is made anew of its seed; only one that a
        // seed file gave lies here in clear.
        u"CREATE TABLE intandem_tokens (hash TEXT PRIMARY KEY, kind TEXT NOT NULL, directory_uid TEXT NOT NULL, "
        "business_uid TEXT, staff_uid TEXT, app_id TEXT, seed TEXT, given TEXT, position BIGINT NOT NULL, "
        "created_at BIGINT NOT NULL, expires_at BIGINT, is_dead INTEGER NOT NULL DEFAULT 0)"_s,
        u"CREATE INDEX intandem_tokens_by_directory ON intandem_tokens (directory_uid, kind)"_s,

        u"CREATE TABLE intandem_apps (app_id TEXT PRIMARY KEY, number BIGINT NOT NULL UNIQUE, app_uid TEXT NOT "
        "NULL UNIQUE, code_name TEXT NOT NULL UNIQUE, directory_uid TEXT NOT NULL, name TEXT NOT NULL, "
        "client_id TEXT NOT NULL UNIQUE, secret_hash TEXT NOT NULL, attributes TEXT NOT NULL, translations TEXT, "
        "created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)"_s,
        u"CREATE INDEX intandem_apps_by_directory ON intandem_apps (directory_uid)"_s,
        u"CREATE TABLE intandem_assignments (assignment_uid TEXT PRIMARY KEY, number BIGINT NOT NULL UNIQUE, "
        "app_id TEXT NOT NULL REFERENCES intandem_apps (app_id), assignee_type TEXT NOT NULL, assignee_uid TEXT "
        "NOT NULL, directory_uid TEXT NOT NULL, mode TEXT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT "
        "NOT NULL, UNIQUE (app_id, assignee_type, assignee_uid))"_s,
        u"CREATE TABLE intandem_installs (install_uid TEXT PRIMARY KEY, app_id TEXT NOT NULL "
        "REFERENCES intandem_apps (app_id), business_uid TEXT NOT NULL, is_installed INTEGER NOT NULL, "
        "created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, UNIQUE (app_id, business_uid))"_s,
        u"CREATE TABLE intandem_app_records (record_uid TEXT PRIMARY KEY, kind TEXT NOT NULL, app_id TEXT, "
        "directory_uid TEXT NOT NULL, business_uid TEXT, content TEXT NOT NULL, created_at BIGINT NOT NULL, "
        "updated_at BIGINT NOT NULL)"_s,
        u"CREATE INDEX intandem_app_records_by_app ON intandem_app_records (kind, app_id)"_s,

        u"CREATE TABLE intandem_sessions (hash TEXT PRIMARY KEY, staff_uid TEXT NOT NULL, expires_at BIGINT NOT "
        "NULL)"_s,
        u"CREATE TABLE intandem_codes (hash TEXT PRIMARY KEY, app_id TEXT NOT NULL, staff_uid TEXT NOT NULL, "
        "redirect_uri TEXT NOT NULL, scope TEXT NOT NULL, nonce TEXT NOT NULL, challenge TEXT NOT NULL, "
        "challenge_method TEXT NOT NULL, expires_at BIGINT NOT NULL, is_used INTEGER NOT NULL DEFAULT 0, "
        "token_hash TEXT)"_s,

        u"CREATE TABLE intandem_subscriptions (subscription_id BIGINT PRIMARY KEY, directory_uid TEXT NOT NULL, "
        "business_uid TEXT NOT NULL, entity TEXT NOT NULL, event_type TEXT NOT NULL, url TEXT NOT NULL, "
        "created_at BIGINT NOT NULL, UNIQUE (directory_uid, business_uid, entity, event_type, url))"_s,
        // next_try_at is by the machine's time, not by the sandbox's clock, which jumps.
        u"CREATE TABLE intandem_deliveries (delivery_id BIGINT PRIMARY KEY, url TEXT NOT NULL, body TEXT NOT NULL, "
        "state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, next_try_at BIGINT NOT NULL, created_at BIGINT "
        "NOT NULL)"_s,
        u"CREATE INDEX intandem_deliveries_by_state ON intandem_deliveries (state, next_try_at)"_s,
    };
}

} // namespace

QList<QStringList> migrations()
{
    return {firstForm(), secondForm(), thirdForm(), fourthForm()};
}

} // namespace sandbox
