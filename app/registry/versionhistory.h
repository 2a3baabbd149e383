// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/versiondesk.h"

// How the journal's rows about versions are written and read, and how they join the platform's history.
namespace gatehouse {

namespace journal {

inline const QString appKind = QStringLiteral("app");
inline const QString versionKind = QStringLiteral("version");

// Beside the words of actions: what is done to a version without moving it.
inline const QString add = QStringLiteral("add");
inline const QString edit = QStringLiteral("edit");
inline const QString remove = QStringLiteral("remove");

} // namespace journal

[[nodiscard]] QString wordOf(VersionAction action);

[[nodiscard]] JournalEntry seenMove(const QString &versionId, VersionState entered);

template<class T>
[[nodiscard]] JournalEntry ended(JournalEntry entry, const Result<T> &result)
{
    entry.outcome = result ? JournalOutcome::Done
        : result.error().outcomeUnknown ? JournalOutcome::Unclear
                                        : JournalOutcome::Refused;
    if (!result) {
        entry.refusal = result.error().kind;
        entry.requestId = result.error().requestId;
    }
    return entry;
}

// What the platform tells of a version, and what this program noted (newest first); newest first. A move that the
// platform tells of itself is not told twice.
[[nodiscard]] QList<HistoryEntry> historyOf(const AppVersion &version, const QList<JournalEntry> &noted);

} // namespace gatehouse
