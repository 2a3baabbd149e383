// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/intandem/businesses.h"

namespace sandbox::intandem {

// What apps keep on the platform: widgets, and which business has which number with a third party
// (contract 3.2).
class AppRecords
{
public:
    AppRecords(World world, Businesses &businesses)
        : m_world(world)
        , m_businesses(businesses)
    {
    }

    void addRoutes(RouteTable &routes);

private:
    struct Record
    {
        QString uid;
        QJsonObject content;
        qint64 createdAt = 0;
        qint64 updatedAt = 0;

        [[nodiscard]] QJsonObject view() const;
    };

    [[nodiscard]] QList<Record> of(const QString &kind, const TokenHolder &holder) const;
    [[nodiscard]] Record reached(const QString &kind, const Call &call) const; // throws 404
    Record add(const QString &kind, const TokenHolder &holder, const QJsonObject &content);
    void change(const Record &record, const QJsonObject &content);
    [[nodiscard]] QJsonObject mappingOf(const Call &call) const; // checked; throws 400, 422

    World m_world;
    Businesses &m_businesses;
};

} // namespace sandbox::intandem
