// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/artifacts.h"

#include "sandbox/os1/fieldcheck.h"
#include "sandbox/os1/multipart.h"
#include "sandbox/random.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr qsizetype largestFile = 10 << 20; // bytes
constexpr qsizetype longestName = 200;
constexpr qsizetype longestDescription = 256;

QStringList types()
{
    return {u"ICON"_s, u"IMAGE"_s, u"DOCS"_s, u"PERMFILE"_s, u"PERMFILE_WEB_CLIENT"_s};
}

struct Asked
{
    QString versionId;
    QString type;
};

// The query as fields, so that one answer names all that is wrong with it.
Asked askedBy(const Call &call, const QStringList &possible)
{
    QJsonObject fields;
    for (const QString &name : {u"appVersionId"_s, u"artifactType"_s}) {
        if (call.request.query.hasQueryItem(name))
            fields.insert(name, call.request.parameter(name));
    }
    FieldCheck check(fields);
    Asked asked;
    asked.versionId = check.text(u"appVersionId"_s, {.shortest = 1, .longest = 64});
    asked.type = check.text(u"artifactType"_s, {.oneOf = possible});
    check.finish();
    return asked;
}

// The last piece of a path, without what no file name has.
QString plainName(const QString &given)
{
    QString name = given.section(u'/', -1).section(u'\\', -1).trimmed();
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return name.left(longestName);
}

} // namespace

void Artifacts::addRoutes(RouteTable &routes)
{
    routes.add({.method = "POST",
        .pattern = u"/developer/artifacts"_s,
        .access = Access::Developer,
        .service = 9001,
        .operation = 1010,
        .title = u"upload an artifact"_s,
        .handler = [this](Call &call) { return upload(call); },
        .takesFile = true});
    routes.add({"GET", u"/developer/artifacts"_s, Access::Developer, 9001, 1011, u"get artifacts"_s,
        [this](Call &call) { return list(call); }});
    routes.add({"GET", u"/cdn/artifacts/{artifactId}/{fileName}"_s, Access::Open, 9001, 1013,
        u"download an artifact"_s, [this](Call &call) { return download(call); }});
}

QString Artifacts::url(const Settings &settings, const Row &artifact)
{
    return settings.baseUrl() + "/cdn/artifacts/"_L1 + artifact.text("artifact_id"_L1) + u'/'
        + QString::fromLatin1(QUrl::toPercentEncoding(artifact.text("file_name"_L1)));
}

void Artifacts::copy(Database &database, const QString &fromVersionId, const QString &toVersionId)
{
    const auto rows
        = database.rows(u"SELECT artifact_id FROM artifacts WHERE app_version_id = ?"_s, {fromVersionId});
    for (const Row &row : rows)
        database.change(
            u"INSERT INTO artifacts (artifact_id, app_version_id, artifact_type, file_name, "
            "file_description, content_type, size, content, created_at, created_by) "
            "SELECT ?, ?, artifact_type, file_name, file_description, content_type, size, content, "
            "created_at, created_by FROM artifacts WHERE artifact_id = ?"_s,
            {randomUuid(), toVersionId, row.text("artifact_id"_L1)});
}

QJsonObject Artifacts::shown(const Row &artifact) const
{
    const QString description = artifact.text("file_description"_L1);
    return {{u"artifactId"_s, artifact.text("artifact_id"_L1)},
        {u"appVersionId"_s, artifact.text("app_version_id"_L1)},
        {u"artifactType"_s, artifact.text("artifact_type"_L1)},
        {u"fileName"_s, artifact.text("file_name"_L1)},
        {u"fileDescription"_s, description.isEmpty() ? QJsonValue() : QJsonValue(description)},
        {u"fileUrl"_s, url(m_world.settings, artifact)}, {u"contentType"_s, artifact.text("content_type"_L1)},
        {u"size"_s, artifact.number("size"_L1)},
        {u"createdAt"_s, Clock::iso(artifact.number("created_at"_L1))},
        {u"createdBy"_s, artifact.text("created_by"_L1)}};
}

Response Artifacts::upload(const Call &call)
{
    const Asked asked = askedBy(call, types());
    const auto reached = m_apps.reachVersion(call.user, asked.versionId);
    if (!reached.roles.contains(u"DEVELOPER"_s) && !reached.roles.contains(u"DEVELOPER_ADMIN"_s))
        throw notAllowed(u"DEVELOPER or DEVELOPER_ADMIN"_s);
    const auto parts = formParts(call.request.header("Content-Type"), call.request.body);
    if (parts.isEmpty())
        throw Refusal{.status = 400,
            .error = fault::wrongType,
            .description = u"The body has to be multipart/form-data."_s};
    const auto named = [&parts](const QString &name) {
        return std::ranges::find_if(parts, [&name](const FormPart &part) { return part.name == name; });
    };
    const auto file = named(u"file"_s);
    if (file == parts.cend() || plainName(file->fileName).isEmpty() || file->content.isEmpty())
        throw fieldRefusal(
            u"file"_s, u"required"_s, u"The part file, with a name and content, is required."_s);
    if (file->content.size() > largestFile)
        throw Refusal{.status = 413, .error = fault::tooLarge, .description = u"A file has 10 MB at most."_s};
    const auto described = named(u"fileDescription"_s);
    const QString description
        = described == parts.cend() ? QString() : QString::fromUtf8(described->content).trimmed();
    if (description.size() > longestDescription)
        throw fieldRefusal(
            u"fileDescription"_s, u"length"_s, u"The description has 256 characters at most."_s);
    // What a reviewer judged the app's permissions by stays as it was.
    if (asked.type.startsWith("PERMFILE"_L1) && reached.version.text("status"_L1) != "DEVELOPMENT"_L1)
        throw Refusal{.status = 400,
            .error = fault::notInDevelopment,
            .description = u"A permission file is changed in development only."_s};

    const QString id = randomUuid();
    m_world.database.change(
        u"INSERT INTO artifacts (artifact_id, app_version_id, artifact_type, file_name, file_description, "
        "content_type, size, content, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id, asked.versionId, asked.type, plainName(file->fileName),
            description.isEmpty() ? QString() : description,
            file->contentType.isEmpty() ? u"application/octet-stream"_s
                                        : QString::fromLatin1(file->contentType.left(100)),
            file->content.size(), QString::fromLatin1(file->content.toBase64()), m_world.clock.milliseconds(),
            call.user.id});
    const auto row = m_world.database.row(u"SELECT * FROM artifacts WHERE artifact_id = ?"_s, {id});
    return Response::json(201, shown(*row));
}

Response Artifacts::list(const Call &call) const
{
    const Asked asked = askedBy(call, types() + QStringList{u"ALL"_s});
    static_cast<void>(m_apps.reachVersion(call.user, asked.versionId));
    const auto rows = m_world.database.rows(
        u"SELECT artifact_id, app_version_id, artifact_type, file_name, file_description, content_type, "
        u"size, "
        "created_at, created_by FROM artifacts WHERE app_version_id = ? ORDER BY created_at, artifact_id"_s,
        {asked.versionId});
    QJsonArray artifacts;
    for (const Row &row : rows) {
        if (asked.type == "ALL"_L1 || row.text("artifact_type"_L1) == asked.type)
            artifacts.append(shown(row));
    }
    return Response::json(200, artifacts);
}

Response Artifacts::download(const Call &call) const
{
    const auto row
        = m_world.database.row(u"SELECT * FROM artifacts WHERE artifact_id = ? AND file_name = ?"_s,
            {call.path.value(u"artifactId"_s), call.path.value(u"fileName"_s)});
    if (!row)
        throw notFound(u"artifact"_s);
    // Only pictures keep the type that was claimed for them: nothing from here is a page of this server.
    static const QList<QByteArray> pictures{"image/png", "image/jpeg", "image/gif", "image/webp"};
    const QByteArray claimed = row->text("content_type"_L1).toLatin1().toLower();
    return {.status = 200,
        .body = QByteArray::fromBase64(row->text("content"_L1).toLatin1()),
        .contentType = pictures.contains(claimed) ? claimed : QByteArray("application/octet-stream"),
        .headers = {{"Content-Disposition", "attachment"}}};
}

} // namespace sandbox
