// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/os1/wire.h"
#include "app/platforms/versions.h"

namespace gatehouse::os1 {

// Versions of OS1's apps. Paths and bodies: contract 4.1, 5.4; rules: 3.1, 4.4. Owned by Os1Platform.
class Os1Versions : public Versions {
public:
    explicit Os1Versions(Wire &wire) : m_wire(wire) { }

    [[nodiscard]] FormSpec editForm(const App &app, const AppVersion &version,
        const QList<Role> &roles) const override;
    [[nodiscard]] QList<LockedField> lockedFields(const App &app, const AppVersion &version,
        const QList<Role> &roles) const override;
    [[nodiscard]] FormValues valuesOf(const App &app, const AppVersion &version) const override;
    [[nodiscard]] QList<AttributeChange> changes(const FormSpec &form, const FormValues &before,
        const FormValues &after) const override;
    [[nodiscard]] Async<AppVersion> update(QString versionId, FormValues before, FormValues after) override;

    [[nodiscard]] FormSpec addForm(const App &app) const override;
    [[nodiscard]] QString suggestedNumber(const App &app, const QString &parentNumber,
        VersionStep step) const override;
    [[nodiscard]] std::optional<QString> whyNotAdd(const App &app, const QList<Role> &roles) const override;
    [[nodiscard]] Async<QString> add(QString appId, FormValues values) override;

    [[nodiscard]] std::optional<QString> whyNotRemove(const App &app, const AppVersion &version,
        const QList<Role> &roles) const override;
    [[nodiscard]] Async<void> remove(QString versionId) override;

    [[nodiscard]] std::optional<QString> whyNotRemoveApp(const App &app, const QList<Role> &roles) const override;
    [[nodiscard]] Async<void> removeApp(QString appId) override;

private:
    [[nodiscard]] Async<AppVersion> read(QString versionId);

    Wire &m_wire;
};

} // namespace gatehouse::os1
