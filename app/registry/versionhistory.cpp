// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/versionhistory.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct ActionWord {
    QLatin1StringView word;
    VersionAction action;
    VersionState entered; // where it leads
};

constexpr std::array<ActionWord, 9> actionWords{{
    {"submit-for-tech-review"_L1, VersionAction::SubmitForTechReview, VersionState::InTechReview},
    {"withdraw-from-tech-review"_L1, VersionAction::WithdrawFromTechReview, VersionState::Development},
    {"decline-tech-review"_L1, VersionAction::DeclineTechReview, VersionState::Development},
    {"approve-tech-review"_L1, VersionAction::ApproveTechReview, VersionState::ReadyToPublish},
    {"submit-for-internal-publish"_L1, VersionAction::SubmitForInternalPublish, VersionState::InInternalPublishReview},
    {"submit-for-marketplace-publish"_L1, VersionAction::SubmitForMarketplacePublish,
        VersionState::InMarketplacePublishReview},
    {"approve-internal-publish"_L1, VersionAction::ApproveInternalPublish, VersionState::Live},
    {"approve-marketplace-publish"_L1, VersionAction::ApproveMarketplacePublish, VersionState::Live},
    {"deprecate"_L1, VersionAction::Deprecate, VersionState::Deprecated},
}};

// The states that were seen to be entered by somebody else's hand; what led there is not known.
constexpr std::array<std::pair<QLatin1StringView, VersionState>, 7> seenWords{{
    {"entered-development"_L1, VersionState::Development},
    {"entered-tech-review"_L1, VersionState::InTechReview},
    {"entered-ready-to-publish"_L1, VersionState::ReadyToPublish},
    {"entered-internal-publish-review"_L1, VersionState::InInternalPublishReview},
    {"entered-marketplace-publish-review"_L1, VersionState::InMarketplacePublishReview},
    {"entered-live"_L1, VersionState::Live},
    {"entered-deprecated"_L1, VersionState::Deprecated},
}};

bool isMaking(const VersionEvent &event)
{
    return !event.action && event.state == VersionState::Development;
}

// The first step of a history is the making. Later ones without an action were led to by one that we do not know.
HistoryEntry toldBy(const VersionEvent &event, bool isFirst)
{
    HistoryEntry entry;
    entry.what = isFirst && isMaking(event) ? HistoryEntry::What::Made : HistoryEntry::What::Moved;
    entry.at = event.at;
    entry.state = event.state;
    entry.action = event.action;
    entry.by = event.by;
    entry.reason = event.reason;
    return entry;
}

HistoryEntry notedAs(const JournalEntry &noted)
{
    HistoryEntry entry;
    entry.source = HistoryEntry::Source::ThisComputer;
    entry.at = noted.at;
    entry.by = ServerText(noted.who);
    entry.reason = noted.detail;
    entry.refusal = noted.refusal;
    for (const ActionWord &known : actionWords) {
        if (noted.action == known.word) {
            entry.action = known.action;
            entry.state = known.entered;
        }
    }
    for (const auto &[word, state] : seenWords) {
        if (noted.action == word)
            entry.state = state;
    }
    if (noted.outcome == JournalOutcome::Refused)
        entry.what = HistoryEntry::What::Refused;
    else if (noted.outcome == JournalOutcome::Unclear)
        entry.what = HistoryEntry::What::Unclear;
    else if (noted.action == journal::edit)
        entry.what = HistoryEntry::What::Edited;
    else if (noted.action == journal::add)
        entry.what = HistoryEntry::What::Made;
    if (entry.what == HistoryEntry::What::Made)
        entry.state = VersionState::Development;
    return entry;
}

bool tellsOfAState(const HistoryEntry &entry)
{
    return entry.what == HistoryEntry::What::Made || entry.what == HistoryEntry::What::Moved;
}

} // namespace

QString wordOf(VersionAction action)
{
    const auto found = std::ranges::find(actionWords, action, &ActionWord::action);
    return found == actionWords.end() ? QString() : QString(found->word);
}

JournalEntry seenMove(const QString &versionId, VersionState entered)
{
    QString word = u"entered-unknown"_s;
    for (const auto &[name, state] : seenWords) {
        if (state == entered)
            word = name;
    }
    JournalEntry entry;
    entry.subject = {journal::versionKind, versionId};
    entry.action = word;
    entry.outcome = JournalOutcome::Seen;
    return entry;
}

QList<HistoryEntry> historyOf(const AppVersion &version, const QList<JournalEntry> &noted)
{
    // A platform without a history at least says when the version was made.
    QList<VersionEvent> told = version.history;
    const bool tellsOfItsMaking = !told.isEmpty() && isMaking(told.first());
    if (!tellsOfItsMaking && version.createdAt.isValid())
        told.prepend({VersionState::Development, std::nullopt, version.createdAt, {}, {}});

    QList<HistoryEntry> entries;
    // Of equal times, the later told comes first.
    const auto add = [&entries](const HistoryEntry &entry) {
        const auto place
            = std::ranges::find_if(entries, [&entry](const HistoryEntry &other) { return other.at <= entry.at; });
        entries.insert(place, entry);
    };
    QHash<VersionState, int> toldOften;
    for (const VersionEvent &event : std::as_const(told)) {
        add(toldBy(event, entries.isEmpty()));
        ++toldOften[event.state];
    }
    // The oldest of ours stand for the platform's. What is left over is newer than its history.
    for (auto journalEntry = noted.crbegin(); journalEntry != noted.crend(); ++journalEntry) {
        const HistoryEntry entry = notedAs(*journalEntry);
        if (!tellsOfAState(entry) || --toldOften[entry.state] < 0)
            add(entry);
    }
    return entries;
}

} // namespace gatehouse
