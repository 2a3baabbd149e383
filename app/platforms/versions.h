// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/forms/formspec.h"
#include "app/platforms/types.h"

namespace gatehouse {

enum class VersionStep { Patch, Minor, Major };

// One attribute that an edit would change, as a person reads it.
struct AttributeChange {
    QString key; // the form's
    QString label;
    QString before;
    QString after;
};

// An attribute that cannot be edited now.
struct LockedField {
    QString key; // the form's
    QString label;
    QString value; // as a person reads it
    QString why; // a sentence
};

// The power to keep several versions of an app, and to edit what they say about themselves.
class Versions {
public:
    virtual ~Versions() = default;

    // Which of the attributes can be edited depends on the state of the version and on the roles of the person.
    [[nodiscard]] virtual FormSpec editForm(const App &app, const AppVersion &version, const QList<Role> &roles) const = 0;
    // What is left out of the form, and why.
    [[nodiscard]] virtual QList<LockedField> lockedFields(const App &app, const AppVersion &version,
        const QList<Role> &roles) const = 0;
    [[nodiscard]] virtual FormValues valuesOf(const App &app, const AppVersion &version) const = 0;
    [[nodiscard]] virtual QList<AttributeChange> changes(const FormSpec &form, const FormValues &before,
        const FormValues &after) const = 0;

    // Sends what differs, and nothing else.
    [[nodiscard]] virtual Async<AppVersion> update(QString versionId, FormValues before, FormValues after) = 0;

    // Fields: the parent (a choice among the versions that may be one) and the number, higher than its parent's.
    [[nodiscard]] virtual FormSpec addForm(const App &app) const = 0;
    [[nodiscard]] virtual QString suggestedNumber(const App &app, const QString &parentNumber, VersionStep step) const = 0;
    // Why no version can be added now, in a sentence, or nothing.
    [[nodiscard]] virtual std::optional<QString> whyNotAdd(const App &app, const QList<Role> &roles) const = 0;
    [[nodiscard]] virtual Async<QString> add(QString appId, FormValues values) = 0; // the id of the new version

    [[nodiscard]] virtual std::optional<QString> whyNotRemove(const App &app, const AppVersion &version,
        const QList<Role> &roles) const = 0;
    [[nodiscard]] virtual Async<void> remove(QString versionId) = 0;

    // The app as a whole, with all its versions.
    [[nodiscard]] virtual std::optional<QString> whyNotRemoveApp(const App &app, const QList<Role> &roles) const = 0;
    [[nodiscard]] virtual Async<void> removeApp(QString appId) = 0;
};

} // namespace gatehouse
