// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/formvalues.h"

namespace gatehouse {

void FormValues::setChecked(QAnyStringView key, bool checked)
{
    if (checked)
        m_values.insert(key.toString(), QStringLiteral("true"));
    else
        m_values.remove(key.toString());
}

void FormValues::merge(const FormValues &other)
{
    for (const auto &[key, value] : other.m_values.asKeyValueRange())
        m_values.insert(key, value);
}

QJsonObject FormValues::toJson() const
{
    QJsonObject object;
    for (const auto &[key, value] : m_values.asKeyValueRange())
        object.insert(key, value);
    return object;
}

FormValues FormValues::fromJson(const QJsonObject &object)
{
    FormValues values;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it->isString())
            values.setText(it.key(), it->toString());
    }
    return values;
}

} // namespace gatehouse
