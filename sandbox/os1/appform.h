// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sandbox {

// What a registration says (contract 4.2), after it was found good.
struct AppForm
{
    QString type;
    QString listingId;
    QString version;
    QJsonObject attributes; // of the version: texts, categories, menu, visibility, url, isConsoleCompatible

    // Throws the Refusal that names every wrong field.
    [[nodiscard]] static AppForm read(const QJsonObject &body);
    // The attributes of a version after a change (contract 4.1): a field that is absent stays, null removes
    // an optional one, objects are merged. Throws the same Refusal.
    [[nodiscard]] static QJsonObject changed(const QJsonObject &attributes, const QJsonObject &body);
};

} // namespace sandbox
