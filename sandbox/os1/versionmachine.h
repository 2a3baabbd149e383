// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

// The life of an app version as a table (contract 3.1), and nothing but the table.
namespace sandbox::machine {

struct Transition
{
    QString from;
    QString action;
    QString to;
    bool isReviewers; // the platform's product admins do it, else a developer admin of the app's team
};

[[nodiscard]] const QList<Transition> &transitions();
[[nodiscard]] QStringList actions(); // all, also the second spelling of one of them
[[nodiscard]] QString plain(const QString &action); // the one spelling that is worked with
[[nodiscard]] QStringList allowedIn(const QString &status);
[[nodiscard]] QStringList reviewersActionsIn(const QString &status);
[[nodiscard]] bool isReviewers(const QString &action);
[[nodiscard]] std::optional<Transition> find(const QString &from, const QString &action);

// READY_TO_PUBLISH or later: the tech review was passed.
[[nodiscard]] bool isApproved(const QString &status);

} // namespace sandbox::machine
