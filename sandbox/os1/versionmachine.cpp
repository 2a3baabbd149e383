// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/versionmachine.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox::machine {

const QList<Transition> &transitions()
{
    static const QList<Transition> table{
        {u"DEVELOPMENT"_s, u"SUBMIT_FOR_TECH_REVIEW"_s, u"IN_TECH_REVIEW"_s, false},
        {u"IN_TECH_REVIEW"_s, u"DECLINE_TECH_REVIEW"_s, u"DEVELOPMENT"_s, true},
        {u"IN_TECH_REVIEW"_s, u"WITHDRAW_FROM_TECH_REVIEW"_s, u"DEVELOPMENT"_s, false},
        {u"IN_TECH_REVIEW"_s, u"APPROVE_TECH_REVIEW"_s, u"READY_TO_PUBLISH"_s, true},
        {u"READY_TO_PUBLISH"_s, u"SUBMIT_FOR_INTERNAL_PUBLISH_REVIEW"_s, u"IN_INTERNAL_PUBLISH_REVIEW"_s,
            false},
        {u"READY_TO_PUBLISH"_s, u"SUBMIT_FOR_MARKETPLACE_PUBLISH_REVIEW"_s,
            u"IN_MARKETPLACE_PUBLISH_REVIEW"_s, false},
        {u"IN_INTERNAL_PUBLISH_REVIEW"_s, u"APPROVE_INTERNAL_PUBLISH"_s, u"LIVE"_s, true},
        {u"IN_MARKETPLACE_PUBLISH_REVIEW"_s, u"APPROVE_MARKETPLACE_PUBLISH"_s, u"LIVE"_s, true},
        {u"LIVE"_s, u"DEPRECIATE"_s, u"DEPRECIATED"_s, true}, // sic
    };
    return table;
}

QStringList actions()
{
    QStringList all;
    for (const Transition &transition : transitions())
        all.append(transition.action);
    all.append(u"APPROVE_MARKETPLACE_PUBLISH_REVIEW"_s);
    return all;
}

QString plain(const QString &action)
{
    // Two published spellings of one action (contract 10).
    return action == "APPROVE_MARKETPLACE_PUBLISH_REVIEW"_L1 ? u"APPROVE_MARKETPLACE_PUBLISH"_s : action;
}

QStringList allowedIn(const QString &status)
{
    QStringList allowed;
    for (const Transition &transition : transitions()) {
        if (transition.from == status)
            allowed.append(transition.action);
    }
    return allowed;
}

QStringList reviewersActionsIn(const QString &status)
{
    QStringList allowed = allowedIn(status);
    allowed.removeIf([](const QString &action) { return !isReviewers(action); });
    return allowed;
}

bool isReviewers(const QString &action)
{
    return std::ranges::any_of(transitions(), [&action](const Transition &transition) {
        return transition.action == action && transition.isReviewers;
    });
}

std::optional<Transition> find(const QString &from, const QString &action)
{
    const auto found = std::ranges::find_if(transitions(),
        [&](const Transition &transition) { return transition.from == from && transition.action == action; });
    return found == transitions().cend() ? std::nullopt : std::optional(*found);
}

bool isApproved(const QString &status)
{
    return status != "DEVELOPMENT"_L1 && status != "IN_TECH_REVIEW"_L1;
}

} // namespace sandbox::machine
