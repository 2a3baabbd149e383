// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace gatehouse {

// Reads a JSON object strictly: a key that is missing or of the wrong type is noted as a problem, never
// turned into an empty string. Ask for everything, then ask once for problem().
class JsonReader {
public:
    // The place is how the object is named in a bug report, such as "app.versions[0]".
    JsonReader(QJsonObject object, QString place);

    // Parses a body that has to be one JSON object.
    [[nodiscard]] static Result<JsonReader> parse(const QByteArray &body, const QString &place);

    [[nodiscard]] QString text(QLatin1StringView key); // there and not empty
    [[nodiscard]] QString textOrEmpty(QLatin1StringView key) const; // may be absent, null or empty
    [[nodiscard]] ServerText serverText(QLatin1StringView key) const { return ServerText(textOrEmpty(key)); }
    [[nodiscard]] qint64 integer(QLatin1StringView key, qint64 least, qint64 most);
    [[nodiscard]] bool flagOr(QLatin1StringView key, bool otherwise) const;
    [[nodiscard]] QDateTime time(QLatin1StringView key); // ISO 8601, there
    [[nodiscard]] QDateTime timeIfAny(QLatin1StringView key) const; // invalid if absent
    [[nodiscard]] JsonReader object(QLatin1StringView key); // there
    [[nodiscard]] std::optional<JsonReader> objectIfAny(QLatin1StringView key) const;
    [[nodiscard]] QList<JsonReader> objects(QLatin1StringView key); // an array of objects, there
    [[nodiscard]] QList<JsonReader> objectsIfAny(QLatin1StringView key) const;

    [[nodiscard]] const QJsonObject &json() const { return m_object; }

    // Takes over what another reader found wrong.
    void adopt(const JsonReader &inner);
    void complain(const QString &what);

    // Malformed, with the place and the key, if anything was wrong.
    [[nodiscard]] std::optional<Error> problem() const;

private:
    QJsonObject m_object;
    QString m_place;
    QString m_problem;
};

} // namespace gatehouse
