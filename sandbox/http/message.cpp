// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/message.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

namespace sandbox {

namespace {

constexpr std::array<std::pair<int, const char *>, 20> phrases{{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {302, "Found"},
    {303, "See Other"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {500, "Internal Server Error"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
}};

} // namespace

QByteArray Request::header(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(headers,
        [name](const Header &header) { return header.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.cend() ? QByteArray() : found->value;
}

QString Request::parameter(const QString &name) const
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

Response Response::json(int status, const QJsonObject &object)
{
    return {.status = status,
        .body = QJsonDocument(object).toJson(QJsonDocument::Compact),
        .contentType = "application/json"};
}

Response Response::json(int status, const QJsonArray &array)
{
    return {.status = status,
        .body = QJsonDocument(array).toJson(QJsonDocument::Compact),
        .contentType = "application/json"};
}

QByteArray reasonPhrase(int status)
{
    const auto found = std::ranges::find(phrases, status, &std::pair<int, const char *>::first);
    return found == phrases.cend() ? QByteArray("Status") : QByteArray(found->second);
}

} // namespace sandbox
