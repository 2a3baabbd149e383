// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/versionforms.h"

#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/newversionform.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::os1::VersionForms)
};

constexpr int longestUrl = 2048;
constexpr int longestShown = 4000; // of a value, in a comparison

QStringList entriesOf(const QString &text, const QRegularExpression &separator)
{
    QStringList entries;
    for (const QString &entry : text.split(separator, Qt::SkipEmptyParts)) {
        if (const QString trimmed = entry.trimmed(); !trimmed.isEmpty())
            entries.append(trimmed);
    }
    return entries;
}

std::optional<QString> areTags(const FormValues &values)
{
    const QStringList tags = tagsOf(values.text(key::categories));
    const bool fit = std::ranges::all_of(
        tags, [](const QString &tag) { return tag.size() >= 2 && tag.size() <= 30; });
    if (fit && !tags.isEmpty() && tags.size() <= 10)
        return std::nullopt;
    return Forms::tr("One to ten words of 2 to 30 characters, separated by commas.");
}

std::optional<QString> isMenu(const FormValues &values)
{
    const QStringList lines = linesOf(values.text(key::menu));
    if (lines.size() <= 20 && std::ranges::all_of(lines, [](const QString &line) { return line.size() <= 30; }))
        return std::nullopt;
    return Forms::tr("At most twenty lines of at most 30 characters.");
}

FieldSpec::Rule areShortNames(QLatin1StringView fieldKey)
{
    return [fieldKey](const FormValues &values) -> std::optional<QString> {
        static const QRegularExpression pattern(uR"(\A\S{1,64}\z)"_s);
        const QStringList names = tagsOf(values.text(fieldKey));
        const bool fit
            = std::ranges::all_of(names, [](const QString &name) { return pattern.match(name).hasMatch(); });
        if (fit && !names.isEmpty() && names.size() <= 100)
            return std::nullopt;
        return Forms::tr("At most a hundred short names without spaces, one a line.");
    };
}

FieldSpec::Rule hasNoSpaces(QLatin1StringView fieldKey)
{
    return [fieldKey](const FormValues &values) -> std::optional<QString> {
        static const QRegularExpression space(uR"(\s)"_s);
        if (!values.trimmed(fieldKey).contains(space))
            return std::nullopt;
        return Forms::tr("An address or a path has no spaces. Write %20 for a space in a name.");
    };
}

FieldSpec addressField(QLatin1StringView fieldKey, const QString &label, const QString &help, const QString &example)
{
    return {.key = fieldKey, .label = label, .required = false, .help = help, .example = example,
        .maxLength = longestUrl, .rule = hasNoSpaces(fieldKey)};
}

QList<FieldSpec> textFields(const App &app, const AppVersion &version)
{
    // What OS1 wants at registration cannot be taken away again; what is missing all the same blocks nothing else.
    return {
        {.key = key::displayName, .label = Forms::tr("App name"), .minLength = 2, .maxLength = 50},
        {.key = key::shortDescription, .label = Forms::tr("Short description"), .kind = FieldKind::MultiLine,
            .help = Forms::tr("One or two sentences for the marketplace."), .maxLength = 160},
        {.key = key::longDescription, .label = Forms::tr("Long description"), .kind = FieldKind::MultiLine,
            .required = false, .help = Forms::tr("The page of the app in the marketplace."), .maxLength = 4000},
        {.key = key::categories, .label = Forms::tr("Categories"), .required = false,
            .help = Forms::tr("Words under which the app is found, separated by commas."),
            .example = Forms::tr("vehicle, tracking"), .rule = areTags},
        {.key = key::menu, .label = Forms::tr("Menu"), .kind = FieldKind::MultiLine,
            .required = !version.menu.isEmpty(),
            .help = app.type == AppType::Web ? Forms::tr("What the Console shows at its side, one name a line.")
                                             : Forms::tr("Names for the platform's menus, one a line."),
            .rule = isMenu},
    };
}

QList<FieldSpec> visibilityFields()
{
    const QString help = Forms::tr("Their short names, one a line.");
    return {
        {.key = key::visibility, .label = Forms::tr("Visibility"), .kind = FieldKind::Choice,
            .choices = {{value::onlyOwn, Forms::tr("Private"), Forms::tr("Only your own organization finds it.")},
                {value::everybody, Forms::tr("Marketplace"), Forms::tr("Every organization finds it.")},
                {value::allowed, Forms::tr("Marketplace, for some"),
                    Forms::tr("Only the organizations that you name find it.")},
                {value::denied, Forms::tr("Marketplace, but not for some"),
                    Forms::tr("All but the organizations that you name find it.")}}},
        {.key = key::allowedOrganizations, .label = Forms::tr("Organizations that find it"),
            .kind = FieldKind::MultiLine, .help = help, .shownWhen = ShownWhen{key::visibility, value::allowed},
            .rule = areShortNames(key::allowedOrganizations)},
        {.key = key::deniedOrganizations, .label = Forms::tr("Organizations that do not find it"),
            .kind = FieldKind::MultiLine, .help = help, .shownWhen = ShownWhen{key::visibility, value::denied},
            .rule = areShortNames(key::deniedOrganizations)},
    };
}

FieldSpec consoleField()
{
    return {.key = key::isConsoleCompatible, .label = Forms::tr("Console Compatible"), .kind = FieldKind::Check,
        .required = false, .help = Forms::tr("The app can be opened from the platform's Console.")};
}

QList<FieldSpec> addressFields()
{
    return {
        addressField(key::relativePath, Forms::tr("Relative path"),
            Forms::tr("Where the app lies below a tenant's address."), u"/route-board"_s),
        addressField(key::stackId, Forms::tr("Stack"),
            Forms::tr("The stack that the addresses belong to; * stands for all. OS1 does not always tell which is "
                      "set: left empty, it stays."),
            u"*"_s),
        addressField(key::serverUrl, Forms::tr("Server"), Forms::tr("The base address for webhooks."),
            u"http://route-board.apps.svc"_s),
        addressField(key::interfaceUrl, Forms::tr("Main page"),
            Forms::tr("Empty: the app has none. / is the same as the relative path."), u"/"_s),
        addressField(key::adminUrl, Forms::tr("Administration page"), {}, u"/admin"_s),
        addressField(key::settingUrl, Forms::tr("Settings page"), {}, u"/settings"_s),
        addressField(key::userguideUrl, Forms::tr("User guide"), {}, u"https://example.com/guide"_s),
        addressField(key::gitinfoUrl, Forms::tr("Source repository"), {}, u"https://example.com/repository"_s),
    };
}

// Every field that the version has, with the reason why it cannot be edited now, if it cannot.
struct Editable {
    FieldSpec field;
    QString whyNot;
};

QList<Editable> allFields(const App &app, const AppVersion &version, const QList<Role> &roles)
{
    QString all;
    QString console;
    QString visibility;
    if (version.state == VersionState::InTechReview)
        all = Forms::tr("The version is in tech review. Withdraw it to change it.");
    else if (!mayBe(roles, {Role::Developer, Role::DeveloperAdmin, Role::Publisher, Role::OrganizationOwner}))
        all = Forms::tr("A member of the app's team does this.");
    else if (isApproved(version)) {
        if (!roles.contains(Role::ProductAdmin))
            console = Forms::tr("After the tech review a product admin of the platform decides on this.");
        if (!mayBe(roles, {Role::Publisher, Role::ProductAdmin}))
            visibility = Forms::tr("After the tech review a publisher of your organization decides on this.");
    } else if (!mayBe(roles, {Role::Developer, Role::DeveloperAdmin})) {
        console = Forms::tr("A developer of the team does this.");
        visibility = console;
    }
    QList<Editable> fields;
    const auto add = [&fields, &all](const QList<FieldSpec> &more, const QString &whyNot) {
        for (const FieldSpec &field : more)
            fields.append({field, all.isEmpty() ? whyNot : all});
    };
    add(textFields(app, version), {});
    add(visibilityFields(), visibility);
    if (app.type == AppType::Web)
        add({consoleField()}, console);
    add(addressFields(), {});
    return fields;
}

QString choiceLabel(const FieldSpec &field, const QString &value)
{
    const auto found = std::ranges::find(field.choices, value, &Choice::value);
    return found == field.choices.end() ? value : found->label;
}

bool isList(QAnyStringView fieldKey)
{
    return fieldKey == key::categories || fieldKey == key::menu || fieldKey == key::allowedOrganizations
        || fieldKey == key::deniedOrganizations;
}

// The value of a field as a person reads it; empty if the field does not count with these values.
QString readable(const FormSpec &form, const FieldSpec &field, const FormValues &values)
{
    if (!form.isShown(field, values))
        return {};
    const QString value = plainValue(field.key, values);
    if (field.kind == FieldKind::Check)
        return values.isChecked(field.key) ? Forms::tr("Yes") : Forms::tr("No");
    if (field.kind == FieldKind::Choice)
        return choiceLabel(field, value);
    if (isList(field.key))
        return ServerText(value.split(u'\n').join(u", "_s)).shown(longestShown);
    return ServerText(value).shown(longestShown);
}

} // namespace

QStringList linesOf(const QString &text)
{
    static const QRegularExpression lineEnd(u"[\r\n]"_s);
    return entriesOf(text, lineEnd);
}

QStringList tagsOf(const QString &text)
{
    static const QRegularExpression separator(u"[,\r\n]"_s);
    QStringList tags = entriesOf(text, separator);
    tags.removeDuplicates();
    return tags;
}

QString plainValue(QAnyStringView fieldKey, const FormValues &values)
{
    if (fieldKey == key::menu)
        return linesOf(values.text(fieldKey)).join(u'\n');
    if (isList(fieldKey))
        return tagsOf(values.text(fieldKey)).join(u'\n');
    return values.trimmed(fieldKey).replace("\r\n"_L1, "\n"_L1);
}

FormSpec editForm(const App &app, const AppVersion &version, const QList<Role> &roles)
{
    FormSpec form;
    for (const Editable &editable : allFields(app, version, roles)) {
        if (editable.whyNot.isEmpty())
            form.fields.append(editable.field);
    }
    return form;
}

QList<LockedField> lockedFields(const App &app, const AppVersion &version, const QList<Role> &roles)
{
    QList<LockedField> locked{
        {key::listingId, Forms::tr("Listing id"), app.listingId.shown(), Forms::tr("It can never be changed.")},
        {key::version, Forms::tr("Version"), version.number,
            Forms::tr("A version keeps its number. Add a new version for a new one.")},
    };
    const QList<Editable> all = allFields(app, version, roles);
    FormSpec whole;
    for (const Editable &editable : all)
        whole.fields.append(editable.field);
    const FormValues values = editValues(version);
    for (const Editable &editable : all) {
        if (!editable.whyNot.isEmpty() && whole.isShown(editable.field, values)) {
            locked.append({editable.field.key, editable.field.label, readable(whole, editable.field, values),
                editable.whyNot});
        }
    }
    return locked;
}

FormValues editValues(const AppVersion &version)
{
    const auto joined = [](const QList<ServerText> &texts, const QString &separator) {
        QStringList list;
        for (const ServerText &text : texts)
            list.append(text.wire());
        return list.join(separator);
    };
    FormValues values;
    const auto set = [&values](QLatin1StringView fieldKey, const QString &text) {
        if (!text.isEmpty())
            values.setText(fieldKey, text);
    };
    set(key::displayName, version.displayName.wire());
    set(key::shortDescription, version.description.wire());
    set(key::longDescription, version.longDescription.wire());
    set(key::categories, joined(version.categories, u", "_s));
    set(key::menu, joined(version.menu, u"\n"_s));
    values.setChecked(key::isConsoleCompatible, version.isConsoleCompatible);
    const VersionVisibility &visibility = version.visibility;
    const QString names = joined(visibility.organizations, u"\n"_s);
    if (visibility.isPrivate) {
        values.setText(key::visibility, value::onlyOwn);
    } else if (names.isEmpty()) {
        values.setText(key::visibility, value::everybody);
    } else {
        values.setText(key::visibility, visibility.isDenyList ? value::denied : value::allowed);
        values.setText(visibility.isDenyList ? key::deniedOrganizations : key::allowedOrganizations, names);
    }
    for (const auto &[name, url] : version.urls.asKeyValueRange()) {
        if (!url.isEmpty())
            values.setText(u"url."_s + name, url.wire());
    }
    return values;
}

QList<AttributeChange> changesOf(const FormSpec &form, const FormValues &before, const FormValues &after)
{
    QList<AttributeChange> changes;
    for (const FieldSpec &field : form.fields) {
        const bool wasShown = form.isShown(field, before);
        const bool isShown = form.isShown(field, after);
        const QString was = wasShown ? plainValue(field.key, before) : QString();
        const QString is = isShown ? plainValue(field.key, after) : QString();
        if (was != is) {
            changes.append(
                {field.key, field.label, readable(form, field, before), readable(form, field, after)});
        }
    }
    return changes;
}

} // namespace gatehouse::os1
