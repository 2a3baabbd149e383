// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/openapi/document.h"

#include "sandbox/openapi/descriptions.h"
#include "sandbox/openapi/notation.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

struct Book
{
    QJsonObject shapes;
    QJsonObject operations;
};

Book readBook()
{
    Book book;
    for (const QByteArray &text : {descriptions::organizations(), descriptions::apps(), descriptions::core(),
             descriptions::control(), descriptions::intandem()}) {
        const auto page = QJsonDocument::fromJson(text).object();
        const auto shapes = page.value("shapes"_L1).toObject();
        for (auto shape = shapes.constBegin(); shape != shapes.constEnd(); ++shape)
            book.shapes.insert(shape.key(),
                shape.value().isString() ? notation::schema(shape.value().toString())
                                         : notation::shape(shape.key(), shape.value().toObject()));
        const auto operations = page.value("operations"_L1).toObject();
        for (auto operation = operations.constBegin(); operation != operations.constEnd(); ++operation)
            book.operations.insert(operation.key(), operation.value());
    }
    return book;
}

const Book &book()
{
    static const Book book = readBook();
    return book;
}

QJsonObject content(const QString &type, const QJsonObject &schema)
{
    return {{type, QJsonObject{{u"schema"_s, schema}}}};
}

QJsonObject answer(int status, const QString &type)
{
    QJsonObject answer{{u"description"_s, QString::fromLatin1(reasonPhrase(status))}};
    if (type == "html"_L1)
        answer.insert("content"_L1, content(u"text/html"_s, notation::schema(u"string"_s)));
    else if (type == "binary"_L1)
        answer.insert("content"_L1, content(u"*/*"_s, {}));
    else if (type != "none"_L1)
        answer.insert("content"_L1, content(u"application/json"_s, notation::schema(type)));
    return answer;
}

QJsonObject answers(const Route &route, const QJsonObject &description)
{
    const QString refused = route.dialect == Dialect::Os1 ? u"Refused"_s : u"IntandemRefused"_s;
    QJsonObject all{{u"default"_s,
        QJsonObject{{u"description"_s, u"Refused"_s},
            {u"content"_s, content(u"application/json"_s, notation::schema(refused))}}}};
    for (auto entry = description.constBegin(); entry != description.constEnd(); ++entry) {
        if (const int status = entry.key().toInt(); status > 0)
            all.insert(entry.key(), answer(status, entry.value().toString()));
    }
    return all;
}

QJsonArray parametersOf(const Route &route, const QJsonObject &description)
{
    static const QRegularExpression name(u"\\{([A-Za-z]+)\\}"_s);
    QJsonObject inPath;
    auto found = name.globalMatch(route.pattern);
    while (found.hasNext())
        inPath.insert(found.next().captured(1) + u'*', u"string"_s);
    QJsonObject headers = description.value("headers"_L1).toObject();
    if (route.access == Access::App) {
        headers.insert("X-COREOS-REQUEST-ID*"_L1, u"string"_s);
        headers.insert("X-COREOS-TID"_L1, u"string"_s);
    }
    QJsonArray all = notation::parameters(u"path"_s, inPath);
    for (const QJsonArray &more : {notation::parameters(u"query"_s, description.value("query"_L1).toObject()),
             notation::parameters(u"header"_s, headers)}) {
        for (const QJsonValue &parameter : more)
            all.append(parameter);
    }
    return all;
}

QJsonObject bodyOf(const Route &route, const QJsonObject &description)
{
    if (const QString part = description.value("file"_L1).toString(); route.takesFile && !part.isEmpty()) {
        const QJsonObject form{{u"type"_s, u"object"_s}, {u"required"_s, QJsonArray{part}},
            {u"properties"_s, QJsonObject{{part, QJsonObject()}}}};
        return {{u"required"_s, true}, {u"content"_s, content(u"multipart/form-data"_s, form)}};
    }
    if (route.takesFile) {
        const QJsonObject form{{u"type"_s, u"object"_s}, {u"required"_s, QJsonArray{u"file"_s}},
            {u"properties"_s,
                QJsonObject{{u"file"_s, QJsonObject()},
                    {u"fileDescription"_s, notation::schema(u"string(0,256)"_s)}}}};
        return {{u"required"_s, true}, {u"content"_s, content(u"multipart/form-data"_s, form)}};
    }
    if (route.takesForm)
        return {{u"required"_s, true},
            {u"content"_s, content(u"application/x-www-form-urlencoded"_s, notation::schema(u"object"_s))}};
    const QString body = description.value("body"_L1).toString();
    if (body.isEmpty())
        return {};
    QJsonObject written = content(u"application/json"_s, notation::schema(body));
    if (route.takesAny) // or the same in the query
        written.insert("application/x-www-form-urlencoded"_L1, QJsonObject{{u"schema"_s, notation::schema(body)}});
    return {{u"required"_s, !route.takesAny}, {u"content"_s, written}};
}

QJsonArray securityOf(Access access)
{
    switch (access) {
    case Access::Open:
        break;
    case Access::Developer:
        return {QJsonObject{{u"developer"_s, QJsonArray()}}};
    case Access::App:
        return {QJsonObject{{u"app"_s, QJsonArray()}}};
    case Access::Control:
        return {QJsonObject{{u"control"_s, QJsonArray()}}};
    case Access::Intandem:
        return {QJsonObject{{u"intandem"_s, QJsonArray()}}};
    }
    return {};
}

QJsonObject securitySchemes()
{
    const auto header = [](const QString &name) {
        return QJsonObject{{u"type"_s, u"apiKey"_s}, {u"in"_s, u"header"_s}, {u"name"_s, name}};
    };
    return {{u"developer"_s, header(u"x-developerplatform-access"_s)},
        {u"app"_s, header(u"X-COREOS-ACCESS"_s)},
        {u"intandem"_s, QJsonObject{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}}},
        {u"control"_s, QJsonObject{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}}}};
}

QString tagOf(const Route &route)
{
    return route.access == Access::Control        ? u"control"_s
        : route.dialect != Dialect::Os1           ? u"intandem"_s
        : route.pattern.startsWith("/tenants"_L1) ? u"core"_s
                                                  : u"developer"_s;
}

// "listTheAppsOfAnOrganization", and with a number where two share a title.
QString idOf(const Route &route, QSet<QString> &taken)
{
    static const QRegularExpression noLetter(u"[^A-Za-z0-9]+"_s);
    QString id;
    const auto words = route.title.split(noLetter, Qt::SkipEmptyParts);
    for (const QString &word : words)
        id += id.isEmpty() ? word : QString(word.front().toUpper() + word.sliced(1));
    QString free = id;
    for (int i = 2; taken.contains(free); ++i)
        free = id + QString::number(i);
    taken.insert(free);
    return free;
}

} // namespace

void OpenApi::addRoutes(RouteTable &routes)
{
    routes.add({"GET", u"/openapi.json"_s, Access::Open, 9009, 2, u"describe all operations"_s,
        [this](Call &) { return Response::json(200, document(m_baseUrl)); }});
}

QJsonObject OpenApi::document(const QString &baseUrl) const
{
    QJsonObject paths;
    QSet<QString> ids;
    for (const Route &route : m_table.all()) {
        const auto description
            = book().operations.value(QString::fromLatin1(route.method) + u' ' + route.pattern).toObject();
        QJsonObject operation{{u"operationId"_s, idOf(route, ids)}, {u"summary"_s, route.title},
            {u"tags"_s, QJsonArray{tagOf(route)}}, {u"parameters"_s, parametersOf(route, description)},
            {u"responses"_s, answers(route, description)}, {u"security"_s, securityOf(route.access)}};
        if (route.dialect == Dialect::Os1)
            operation.insert("x-error-code-begins"_L1,
                u"%1%2"_s.arg(route.service).arg(route.operation, 4, 10, QChar(u'0')));
        if (const QJsonObject body = bodyOf(route, description); !body.isEmpty())
            operation.insert("requestBody"_L1, body);
        QJsonObject path = paths.value(route.pattern).toObject();
        path.insert(QString::fromLatin1(route.method).toLower(), operation);
        paths.insert(route.pattern, path);
    }
    return {{u"openapi"_s, u"3.1.0"_s},
        {u"info"_s,
            QJsonObject{{u"title"_s, u"Gatehouse sandbox"_s},
                {u"version"_s, QStringLiteral(GATEHOUSE_VERSION)},
                {u"license"_s,
                    QJsonObject{
                        {u"name"_s, u"GPL-3.0-or-later"_s}, {u"identifier"_s, u"GPL-3.0-or-later"_s}}}}},
        {u"servers"_s, QJsonArray{QJsonObject{{u"url"_s, baseUrl}}}}, {u"paths"_s, paths},
        {u"components"_s,
            QJsonObject{{u"schemas"_s, book().shapes}, {u"securitySchemes"_s, securitySchemes()}}}};
}

} // namespace sandbox
