// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/newversionform.h"

#include "app/forms/validators.h"
#include "app/platforms/os1/keys.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::os1::NewVersionForm)
};

bool isUsed(const App &app, const QString &number)
{
    return std::ranges::find(app.versions, number, &AppVersion::number) != app.versions.end();
}

// Those that a new version may be made from, newest first.
QStringList parentNumbers(const App &app)
{
    QStringList numbers;
    for (const AppVersion &version : app.versions) {
        if (isApproved(version))
            numbers.prepend(version.number);
    }
    return numbers;
}

FieldSpec::Rule fitsTheOthers(const App &app)
{
    QStringList used;
    for (const AppVersion &version : app.versions)
        used.append(version.number);
    return [used](const FormValues &values) -> std::optional<QString> {
        const QString number = values.trimmed(key::version);
        const QString parent = values.text(key::parentVersion);
        if (used.contains(number))
            return Forms::tr("The app has a version %1 already.").arg(number);
        if (validators::isVersion(parent) && !isLowerNumber(parent, number))
            return Forms::tr("The number has to be higher than %1, the version it is made from.").arg(parent);
        return std::nullopt;
    };
}

} // namespace

bool mayBe(const QList<Role> &roles, const QList<Role> &oneOf)
{
    return roles.isEmpty() || std::ranges::any_of(oneOf, [&roles](Role role) { return roles.contains(role); });
}

bool isApproved(const AppVersion &version)
{
    switch (version.state) {
    case VersionState::Development:
    case VersionState::InTechReview:
    case VersionState::Unknown:
        return false;
    case VersionState::ReadyToPublish:
    case VersionState::InInternalPublishReview:
    case VersionState::InMarketplacePublishReview:
    case VersionState::Live:
    case VersionState::Deprecated:
        return true;
    }
    return false;
}

bool isLowerNumber(const QString &left, const QString &right)
{
    const QStringList lower = left.split(u'.');
    const QStringList higher = right.split(u'.');
    for (qsizetype i = 0; i < std::min(lower.size(), higher.size()); ++i) {
        if (lower.at(i).size() != higher.at(i).size())
            return lower.at(i).size() < higher.at(i).size();
        if (lower.at(i) != higher.at(i))
            return lower.at(i) < higher.at(i);
    }
    return lower.size() < higher.size();
}

FormSpec newVersionForm(const App &app)
{
    FieldSpec parent{.key = key::parentVersion, .label = Forms::tr("Made from"), .kind = FieldKind::Choice,
        .help = Forms::tr("The new version begins as a copy of this one.")};
    const QStringList numbers = parentNumbers(app);
    for (const QString &number : numbers)
        parent.choices.append({number, number});
    if (!numbers.isEmpty())
        parent.initial = numbers.first();
    const FieldSpec number{.key = key::version, .label = Forms::tr("Number"), .kind = FieldKind::Version,
        .help = Forms::tr("Three numbers: x.y.z"), .initial = nextNumber(app, parent.initial, VersionStep::Minor),
        .rule = fitsTheOthers(app)};
    return {{parent, number}};
}

QString nextNumber(const App &app, const QString &parentNumber, VersionStep step)
{
    if (!validators::isVersion(parentNumber))
        return {};
    QList<quint64> parts;
    for (const QString &part : parentNumber.split(u'.')) {
        bool isNumber = false;
        parts.append(part.toULongLong(&isNumber));
        if (!isNumber || parts.last() == std::numeric_limits<quint64>::max())
            return {}; // too long to count on; the person writes it
    }
    const qsizetype raised = step == VersionStep::Major ? 0 : step == VersionStep::Minor ? 1 : 2;
    for (qsizetype i = raised + 1; i < parts.size(); ++i)
        parts[i] = 0;
    QString number;
    do {
        ++parts[raised];
        number = u"%1.%2.%3"_s.arg(parts.at(0)).arg(parts.at(1)).arg(parts.at(2));
    } while (isUsed(app, number));
    return number;
}

std::optional<QString> whyNotAddVersion(const App &app, const QList<Role> &roles)
{
    if (!mayBe(roles, {Role::Developer, Role::DeveloperAdmin}))
        return Forms::tr("A developer of the team does this.");
    if (parentNumbers(app).isEmpty())
        return Forms::tr("A new version is made from one that has passed the tech review, and none has yet.");
    // A version in tech review may come back to development, so it holds that place.
    for (const AppVersion &version : app.versions) {
        if (version.state == VersionState::InTechReview)
            return Forms::tr("Version %1 is in tech review. An app has one version in development at a time.")
                .arg(version.number);
        if (!isApproved(version))
            return Forms::tr("Version %1 is still in development. An app has one of those at a time.")
                .arg(version.number);
    }
    return std::nullopt;
}

std::optional<QString> whyNotRemoveVersion(const App &app, const AppVersion &version, const QList<Role> &roles)
{
    if (version.state == VersionState::InTechReview)
        return Forms::tr("The version is in tech review. Withdraw it first.");
    if (version.state != VersionState::Development)
        return Forms::tr("Only a version in development can be deleted. What has passed the tech review stays.");
    if (!mayBe(roles, {Role::DeveloperAdmin}))
        return Forms::tr("A developer admin of the team does this.");
    if (app.versions.size() < 2)
        return Forms::tr("An app keeps one version at least. Delete the app instead.");
    return std::nullopt;
}

std::optional<QString> whyNotRemoveApp(const App &app, const QList<Role> &roles)
{
    for (const AppVersion &version : app.versions) {
        const bool hasLeft = std::ranges::any_of(version.history, [](const VersionEvent &event) {
            return event.state != VersionState::Development;
        });
        if (version.state != VersionState::Development || hasLeft)
            return Forms::tr("Version %1 was in review. An app can be deleted only as long as none was.")
                .arg(version.number);
    }
    if (!mayBe(roles, {Role::DeveloperAdmin}))
        return Forms::tr("A developer admin of the team does this.");
    return std::nullopt;
}

} // namespace gatehouse::os1
