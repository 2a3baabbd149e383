// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/refusal.h"

#include <QRegularExpression>

namespace sandbox {

// Reads the fields of a body and gathers all that is wrong with them, so that one answer names every wrong
// field (additionalInfo.fields of contract 8.3). Names of nested fields have dots: "visibility.isPrivate".
class FieldCheck
{
public:
    enum class Need { Required, Optional };
    struct TextRule
    {
        Need need = Need::Required;
        qsizetype shortest = 0;
        qsizetype longest = 2048;
        QString pattern = {}; // the whole value has to fit; empty: any
        QStringList oneOf = {}; // empty: any
    };

    explicit FieldCheck(QJsonObject body)
        : m_body(std::move(body))
    {
    }

    [[nodiscard]] bool has(const QString &field) const; // present and not null
    // The value, or a null string if it is absent or wrong.
    QString text(const QString &field, const TextRule &rule);
    bool flag(const QString &field, Need need);
    QStringList texts(
        const QString &field, Need need, qsizetype fewest, qsizetype most, const TextRule &each);
    QList<QJsonObject> objects(const QString &field, Need need, qsizetype fewest, qsizetype most);
    QString webAddress(const QString &field, Need need);

    void onlyKnown(
        const QStringList &fields); // of the whole body; of an object if the names begin with "object."
    void complain(const QString &field, const QString &rule, const QString &message);

    // Throws the Refusal that tells all complaints; its number is that of the gravest kind.
    void finish() const;

private:
    [[nodiscard]] QJsonValue value(const QString &field) const;
    [[nodiscard]] bool isThere(const QString &field, Need need);

    QJsonObject m_body;
    QJsonArray m_complaints;
};

} // namespace sandbox
