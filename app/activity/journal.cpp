// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/journal.h"

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Words, not numbers: a row outlives the order of an enum.
constexpr std::array<std::pair<QLatin1StringView, JournalOutcome>, 4> outcomes{{
    {"done"_L1, JournalOutcome::Done},
    {"refused"_L1, JournalOutcome::Refused},
    {"unclear"_L1, JournalOutcome::Unclear},
    {"seen"_L1, JournalOutcome::Seen},
}};

constexpr std::array<std::pair<QLatin1StringView, ErrorKind>, 17> kinds{{
    {"offline"_L1, ErrorKind::Offline},
    {"timed-out"_L1, ErrorKind::TimedOut},
    {"signed-out"_L1, ErrorKind::SignedOut},
    {"forbidden"_L1, ErrorKind::Forbidden},
    {"rejected"_L1, ErrorKind::Rejected},
    {"conflict"_L1, ErrorKind::Conflict},
    {"not-found"_L1, ErrorKind::NotFound},
    {"throttled"_L1, ErrorKind::Throttled},
    {"server-fault"_L1, ErrorKind::ServerFault},
    {"malformed"_L1, ErrorKind::Malformed},
    {"vault-locked"_L1, ErrorKind::VaultLocked},
    {"vault-missing"_L1, ErrorKind::VaultMissing},
    {"vault-refused"_L1, ErrorKind::VaultRefused},
    {"vault-slow"_L1, ErrorKind::VaultSlow},
    {"storage"_L1, ErrorKind::Storage},
    {"unsupported"_L1, ErrorKind::Unsupported},
    {"cancelled"_L1, ErrorKind::Cancelled},
}};

template<class E, std::size_t N>
QString wordOf(const std::array<std::pair<QLatin1StringView, E>, N> &table, E meaning)
{
    for (const auto &[word, value] : table) {
        if (value == meaning)
            return word;
    }
    return {};
}

template<class E, std::size_t N>
std::optional<E> meaningOf(const std::array<std::pair<QLatin1StringView, E>, N> &table, const QString &word)
{
    for (const auto &[name, value] : table) {
        if (name == word)
            return value;
    }
    return std::nullopt;
}

JournalEntry entryOf(const Store::Row &row)
{
    JournalEntry entry;
    entry.at = QDateTime::fromString(row.value(u"at"_s).toString(), Qt::ISODateWithMs);
    entry.subject = {row.value(u"subject_kind"_s).toString(), row.value(u"subject"_s).toString()};
    entry.who = row.value(u"who"_s).toString();
    entry.action = row.value(u"action"_s).toString();
    entry.outcome = meaningOf(outcomes, row.value(u"outcome"_s).toString()).value_or(JournalOutcome::Unclear);
    entry.refusal = meaningOf(kinds, row.value(u"refusal"_s).toString());
    entry.detail = ServerText(row.value(u"detail"_s).toString());
    entry.requestId = row.value(u"request_id"_s).toString();
    return entry;
}

QList<JournalEntry> entriesOf(const Result<QList<Store::Row>> &rows)
{
    QList<JournalEntry> entries;
    for (const Store::Row &row : rows.value_or(QList<Store::Row>()))
        entries.append(entryOf(row));
    return entries;
}

} // namespace

Result<void> Journal::note(const QString &profileId, JournalEntry entry)
{
    if (!entry.at.isValid())
        entry.at = QDateTime::currentDateTimeUtc();
    const auto noted = m_store.write(
        u"INSERT INTO journal (profile, at, subject_kind, subject, who, action, outcome, refusal, detail, request_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {profileId, entry.at.toUTC().toString(Qt::ISODateWithMs), entry.subject.kind, entry.subject.id, entry.who,
            entry.action, wordOf(outcomes, entry.outcome),
            entry.refusal ? wordOf(kinds, *entry.refusal) : QString(), entry.detail.wire(), entry.requestId});
    if (!noted)
        return noted;
    const auto thinned = m_store.write(
        u"DELETE FROM journal WHERE profile = ? AND id <= "
        "(SELECT id FROM journal WHERE profile = ? ORDER BY id DESC LIMIT 1 OFFSET ?)"_s,
        {profileId, profileId, mostEntries});
    Q_EMIT this->noted(profileId, entry.subject);
    return thinned;
}

QList<JournalEntry> Journal::entries(const QString &profileId, const JournalSubject &subject) const
{
    return entriesOf(m_store.rows(
        u"SELECT * FROM journal WHERE profile = ? AND subject_kind = ? AND subject = ? ORDER BY id DESC"_s,
        {profileId, subject.kind, subject.id}));
}

QList<JournalEntry> Journal::entries(const QString &profileId, int most) const
{
    return entriesOf(m_store.rows(
        u"SELECT * FROM journal WHERE profile = ? ORDER BY id DESC LIMIT ?"_s, {profileId, most}));
}

} // namespace gatehouse
