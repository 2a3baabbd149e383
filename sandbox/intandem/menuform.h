// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace sandbox::intandem {

// The two nested parts of an app's form: where it stands in the menus, and what it costs. Both throw 422.
void checkMenu(const QString &field, const QJsonValue &value);
void checkPaymentData(const QString &field, const QJsonValue &value);

} // namespace sandbox::intandem
