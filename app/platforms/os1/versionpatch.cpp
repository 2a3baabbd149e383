// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/versionpatch.h"

#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/versionforms.h"

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

// The wire's object visibility, as the form has it; null stands for what is not said.
QJsonObject visibilityOf(const FormValues &values)
{
    const QString kind = values.text(key::visibility);
    const bool isList = kind == value::allowed || kind == value::denied;
    QJsonObject visibility;
    visibility.insert("isPrivate"_L1, kind == value::onlyOwn);
    visibility.insert("permissionType"_L1, isList ? QJsonValue(kind) : QJsonValue());
    const QString names = values.text(kind == value::denied ? key::deniedOrganizations : key::allowedOrganizations);
    visibility.insert(
        "orgIdentifiers"_L1, isList ? QJsonValue(QJsonArray::fromStringList(tagsOf(names))) : QJsonValue());
    return visibility;
}

QJsonObject differing(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject differences;
    for (auto entry = after.begin(); entry != after.end(); ++entry) {
        if (before.value(entry.key()) != entry.value())
            differences.insert(entry.key(), entry.value());
    }
    return differences;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QJsonObject patchOf(const FormValues &before, const FormValues &after)
{
    const auto differs = [&before, &after](QLatin1StringView fieldKey) {
        return plainValue(fieldKey, before) != plainValue(fieldKey, after);
    };
    QJsonObject patch;
    for (const auto fieldKey : {key::displayName, key::shortDescription, key::longDescription}) {
        if (differs(fieldKey))
            patch.insert(fieldKey, textOrNull(plainValue(fieldKey, after)));
    }
    if (differs(key::categories)) {
        const QStringList tags = tagsOf(after.text(key::categories));
        patch.insert(key::categories, tags.isEmpty() ? QJsonValue() : QJsonArray::fromStringList(tags));
    }
    if (before.isChecked(key::isConsoleCompatible) != after.isChecked(key::isConsoleCompatible))
        patch.insert(key::isConsoleCompatible, after.isChecked(key::isConsoleCompatible));
    if (const QJsonObject visibility = differing(visibilityOf(before), visibilityOf(after)); !visibility.isEmpty())
        patch.insert(key::visibility, visibility);
    QJsonObject urls;
    for (const auto fieldKey : {key::relativePath, key::stackId, key::serverUrl, key::interfaceUrl, key::adminUrl,
             key::settingUrl, key::userguideUrl, key::gitinfoUrl}) {
        if (differs(fieldKey))
            urls.insert(fieldKey.mid("url."_L1.size()), textOrNull(plainValue(fieldKey, after)));
    }
    if (!urls.isEmpty())
        patch.insert("url"_L1, urls);
    return patch;
}

bool changesMenu(const FormValues &before, const FormValues &after)
{
    return plainValue(key::menu, before) != plainValue(key::menu, after);
}

QJsonArray menuOf(const FormValues &after, const QJsonArray &present)
{
    const QStringList names = linesOf(after.text(key::menu));
    QList<QJsonObject> left;
    bool isNumbered = false;
    for (const QJsonValue &entry : present) {
        left.append(entry.toObject());
        isNumbered = isNumbered || entry[u"displayOrder"].isDouble();
    }
    QJsonArray menu;
    for (const QString &name : names) {
        QJsonObject entry;
        for (qsizetype i = 0; i < left.size(); ++i) {
            if (left.at(i).value("displayName"_L1).toString().trimmed() == name) {
                entry = left.takeAt(i);
                break;
            }
        }
        // A name in the place of another: the entry was given a new one.
        const qsizetype place = menu.size();
        if (entry.isEmpty() && names.size() == present.size()) {
            const QJsonObject there = present.at(place).toObject();
            if (left.contains(there) && !names.contains(there.value("displayName"_L1).toString().trimmed()))
                entry = there;
            left.removeOne(entry);
        }
        entry.insert("displayName"_L1, name);
        if (isNumbered)
            entry.insert("displayOrder"_L1, int(place) + 1);
        menu.append(entry);
    }
    return menu;
}

Error withFormKeys(Error error, const FormValues &values)
{
    QMap<QString, FieldProblem> fields;
    for (const auto &[place, problem] : error.fields.asKeyValueRange()) {
        QString fieldKey = place;
        if (place.startsWith("menu"_L1))
            fieldKey = key::menu;
        else if (place.startsWith("categories"_L1))
            fieldKey = key::categories;
        else if (place.startsWith("visibility.orgIdentifiers"_L1))
            fieldKey = values.text(key::visibility) == value::denied ? key::deniedOrganizations
                                                                     : key::allowedOrganizations;
        else if (place.startsWith("visibility"_L1) || place == "isPrivate"_L1)
            fieldKey = key::visibility;
        fields.insert(fieldKey, problem);
    }
    error.fields = fields;
    return error;
}

} // namespace gatehouse::os1
