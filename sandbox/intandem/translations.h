// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <expected>

namespace sandbox::intandem {

// The table of an app's market texts (contract 3.1): columns Key, Context, Character Limit and the languages;
// rows Name, Short description, App features, Long description. { lang: { name, short_description,
// long_description, app_features[] } }, or a sentence that says what is wrong.
[[nodiscard]] std::expected<QJsonObject, QString> readTranslations(const QByteArray &csv);

} // namespace sandbox::intandem
