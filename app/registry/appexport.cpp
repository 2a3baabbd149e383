// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/appexport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString stateWord(const AppRow &row)
{
    switch (row.stage) {
    case AppStage::Registering:
        return u"registering"_s;
    case AppStage::Failed:
        return u"registration failed"_s;
    default:
        break;
    }
    switch (row.app.latest().state) {
    case VersionState::Development:
        return u"development"_s;
    case VersionState::InTechReview:
        return u"in tech review"_s;
    case VersionState::ReadyToPublish:
        return u"ready to publish"_s;
    case VersionState::InInternalPublishReview:
        return u"in internal publish review"_s;
    case VersionState::InMarketplacePublishReview:
        return u"in marketplace publish review"_s;
    case VersionState::Live:
        return u"live"_s;
    case VersionState::Deprecated:
        return u"deprecated"_s;
    case VersionState::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString typeName(AppType type)
{
    switch (type) {
    case AppType::Web:
        return u"web"_s;
    case AppType::Mobile:
        return u"mobile"_s;
    case AppType::Backend:
        return u"service"_s;
    case AppType::Unknown:
        break;
    }
    return u"unknown"_s;
}

// Name and value of each column, in the order of the file.
std::array<std::pair<QString, QString>, 9> cellsOf(const AppRow &row)
{
    const App &app = row.app;
    const AppVersion &version = app.latest();
    return {{
        {u"name"_s, version.displayName.wire()},
        {u"listingId"_s, app.listingId.wire()},
        {u"appId"_s, app.id},
        {u"type"_s, typeName(app.type)},
        {u"version"_s, version.number},
        {u"state"_s, stateWord(row)},
        {u"created"_s, version.createdAt.isValid() ? version.createdAt.toUTC().toString(Qt::ISODateWithMs) : QString()},
        {u"description"_s, version.description.wire()},
        {u"teamId"_s, app.teamId},
    }};
}

QByteArray cell(QString text)
{
    text.remove(QChar(u'\0'));
    constexpr QStringView formula = u"=+-@\t\r";
    if (!text.isEmpty() && formula.contains(text.front()))
        text.prepend(u'\'');
    const bool needsQuotes = text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r');
    if (!needsQuotes)
        return text.toUtf8();
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

} // namespace

QByteArray csvOf(const AppRows &rows)
{
    QByteArray text = "\xEF\xBB\xBF" "name,listingId,appId,type,version,state,created,description,teamId\r\n";
    for (const AppRowPtr &row : rows) {
        const auto cells = cellsOf(*row);
        for (std::size_t i = 0; i < cells.size(); ++i)
            text += (i > 0 ? "," : "") + cell(cells.at(i).second);
        text += "\r\n";
    }
    return text;
}

QByteArray jsonOf(const AppRows &rows)
{
    QJsonArray array;
    for (const AppRowPtr &row : rows) {
        QJsonObject object;
        for (const auto &[name, value] : cellsOf(*row))
            object.insert(name, value);
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

Result<void> saveExport(const AppRows &rows, ExportForm form, const QString &path)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    const auto refused = [&file] { return failure(ErrorKind::Storage, file.errorString()); };
    if (!file.open(QIODevice::WriteOnly))
        return refused();
    const QByteArray text = form == ExportForm::Csv ? csvOf(rows) : jsonOf(rows);
    if (file.write(text) != text.size() || !file.commit())
        return refused();
    return {};
}

} // namespace gatehouse
