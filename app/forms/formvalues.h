// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAnyStringView>
#include <QJsonObject>
#include <QMap>
#include <QString>

namespace gatehouse {

// What a person entered into a form: one value, handed on whole. Keys are the constants of the platform
// whose form it is. A check box is "true" or absent.
class FormValues {
public:
    [[nodiscard]] QString text(QAnyStringView key) const { return m_values.value(key.toString()); }
    [[nodiscard]] QString trimmed(QAnyStringView key) const { return text(key).trimmed(); }
    [[nodiscard]] bool isChecked(QAnyStringView key) const { return text(key) == QLatin1String("true"); }
    [[nodiscard]] bool contains(QAnyStringView key) const { return m_values.contains(key.toString()); }
    [[nodiscard]] QStringList keys() const { return m_values.keys(); }
    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }

    void setText(QAnyStringView key, const QString &value) { m_values.insert(key.toString(), value); }
    void setChecked(QAnyStringView key, bool checked);
    void remove(QAnyStringView key) { m_values.remove(key.toString()); }
    void merge(const FormValues &other);

    // For drafts that survive a restart. Nothing secret is ever a form value that is kept.
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static FormValues fromJson(const QJsonObject &object);

    friend bool operator==(const FormValues &, const FormValues &) = default;

private:
    QMap<QString, QString> m_values;
};

} // namespace gatehouse
