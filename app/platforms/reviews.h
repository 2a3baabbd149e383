// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/platforms/types.h"

namespace gatehouse {

// An action on a version: possible now, or why not.
struct ActionOffer {
    VersionAction action = VersionAction::SubmitForTechReview;
    QString label; // "Submit for tech review"
    QString explanation; // what happens then, one sentence
    std::optional<QString> whyNot; // a sentence with what would make it possible; nothing if it is possible
    bool takesReason = false;
};

// One thing that reviewers look at.
struct ChecklistItem {
    enum class State { Met, Missing, Ask }; // Ask: only the person can tell

    QString key; // ours, kept in the draft
    QString label;
    QString help; // why it is looked at, and how to mend it
    State state = State::Ask;
    bool isRequired = true; // a missing one forbids the submission
};

// The power to have versions reviewed and published.
class Reviews {
public:
    virtual ~Reviews() = default;

    // All actions that the platform has, in the order of a version's life.
    [[nodiscard]] virtual QList<ActionOffer> offers(const App &app, const AppVersion &version,
        const QList<Role> &roles) const = 0;

    // The platform's review rules, as far as they concern this app.
    [[nodiscard]] virtual QList<ChecklistItem> checklist(const App &app, const AppVersion &version) const = 0;

    // The reason is sent only where the action takes one.
    [[nodiscard]] virtual Async<void> act(QString versionId, VersionAction action, QString reason) = 0;
};

} // namespace gatehouse
