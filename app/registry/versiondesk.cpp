// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registry/versiondesk.h"

#include "app/registry/versionhistory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

VersionDesk::VersionDesk(Accounts &accounts, TeamRoster &roster, AppRegistry &registry, CredentialShelf &shelf,
    Journal &journal, Store &store, QObject *parent)
    : QObject(parent), m_accounts(accounts), m_roster(roster), m_registry(registry), m_shelf(shelf),
      m_journal(journal), m_store(store)
{
    connect(&m_registry, &AppRegistry::versionMoved, this,
        [this](const QString &, const QString &versionId, VersionState, VersionState to) {
            note(profileId(), seenMove(versionId, to));
        });
    connect(&m_shelf, &CredentialShelf::kept, this, [this] { // the vault works
        if (!dead(profileId()).isEmpty())
            launch(forgetDead(profileId()));
    });
    connect(&m_roster, &TeamRoster::rolesChanged, this, &VersionDesk::rolesChanged);
    connect(&m_journal, &Journal::noted, this, [this](const QString &profile, const JournalSubject &subject) {
        if (profile == profileId() && subject.kind == journal::versionKind)
            Q_EMIT historyChanged(subject.id);
    });
}

Versions *VersionDesk::versions() const
{
    return m_accounts.current() ? m_accounts.platform().versions() : nullptr;
}

Reviews *VersionDesk::reviews() const
{
    return m_accounts.current() ? m_accounts.platform().reviews() : nullptr;
}

bool VersionDesk::keepsVersions() const
{
    return versions() != nullptr;
}

bool VersionDesk::hasReviews() const
{
    return reviews() != nullptr;
}

QString VersionDesk::profileId() const
{
    const Profile *profile = m_accounts.current();
    return profile ? profile->id : QString();
}

QList<Role> VersionDesk::roles(const QString &appId) const
{
    const App *known = app(appId);
    return known && !known->teamId.isEmpty() ? m_roster.rolesIn(known->teamId) : m_roster.roles();
}

const AppVersion *VersionDesk::find(const QString &appId, const QString &versionId) const
{
    const App *known = app(appId);
    if (!known)
        return nullptr;
    const auto found = std::ranges::find(known->versions, versionId, &AppVersion::id);
    return found == known->versions.end() ? nullptr : &*found;
}

FormSpec VersionDesk::editForm(const QString &appId, const QString &versionId) const
{
    const AppVersion *version = find(appId, versionId);
    return version && versions() ? versions()->editForm(*app(appId), *version, roles(appId)) : FormSpec();
}

QList<LockedField> VersionDesk::lockedFields(const QString &appId, const QString &versionId) const
{
    const AppVersion *version = find(appId, versionId);
    return version && versions() ? versions()->lockedFields(*app(appId), *version, roles(appId)) : QList<LockedField>();
}

FormValues VersionDesk::valuesOf(const QString &appId, const QString &versionId) const
{
    const AppVersion *version = find(appId, versionId);
    return version && versions() ? versions()->valuesOf(*app(appId), *version) : FormValues();
}

QList<AttributeChange> VersionDesk::changes(
    const QString &appId, const QString &versionId, const FormValues &before, const FormValues &after) const
{
    const AppVersion *version = find(appId, versionId);
    if (!version || !versions())
        return {};
    return versions()->changes(versions()->editForm(*app(appId), *version, roles(appId)), before, after);
}

FormSpec VersionDesk::addForm(const QString &appId) const
{
    const App *known = app(appId);
    return known && versions() ? versions()->addForm(*known) : FormSpec();
}

QString VersionDesk::suggestedNumber(const QString &appId, const QString &parentNumber, VersionStep step) const
{
    const App *known = app(appId);
    return known && versions() ? versions()->suggestedNumber(*known, parentNumber, step) : QString();
}

std::optional<QString> VersionDesk::whyNotAdd(const QString &appId) const
{
    const App *known = app(appId);
    return known && versions() ? versions()->whyNotAdd(*known, roles(appId)) : std::nullopt;
}

std::optional<QString> VersionDesk::whyNotRemove(const QString &appId, const QString &versionId) const
{
    const AppVersion *version = find(appId, versionId);
    return version && versions() ? versions()->whyNotRemove(*app(appId), *version, roles(appId)) : std::nullopt;
}

std::optional<QString> VersionDesk::whyNotRemoveApp(const QString &appId) const
{
    const App *known = app(appId);
    return known && versions() ? versions()->whyNotRemoveApp(*known, roles(appId)) : std::nullopt;
}

QList<ActionOffer> VersionDesk::offers(const QString &appId, const QString &versionId) const
{
    const AppVersion *version = find(appId, versionId);
    return version && reviews() ? reviews()->offers(*app(appId), *version, roles(appId)) : QList<ActionOffer>();
}

QList<ChecklistItem> VersionDesk::checklist(const QString &appId, const QString &versionId) const
{
    const AppVersion *version = find(appId, versionId);
    return version && reviews() ? reviews()->checklist(*app(appId), *version) : QList<ChecklistItem>();
}

bool VersionDesk::isComplete(const QList<ChecklistItem> &checklist, const SubmissionDraft &draft)
{
    return std::ranges::none_of(checklist, [&draft](const ChecklistItem &item) {
        const bool isMet = item.state == ChecklistItem::State::Met
            || (item.state == ChecklistItem::State::Ask && draft.ticked.contains(item.key));
        return item.isRequired && !isMet;
    });
}

QString VersionDesk::draftNote(const QString &profileId, const QString &versionId)
{
    return u"submission.draft."_s + profileId + u'.' + versionId;
}

QString VersionDesk::editDraftNote(const QString &profileId, const QString &versionId)
{
    return u"edit.draft."_s + profileId + u'.' + versionId;
}

void VersionDesk::forgetDrafts(const QString &profileId, const QString &versionId)
{
    static_cast<void>(m_store.setNote(draftNote(profileId, versionId), QString()));
    static_cast<void>(m_store.setNote(editDraftNote(profileId, versionId), QString()));
}

SubmissionDraft VersionDesk::draft(const QString &versionId) const
{
    const QJsonObject object = QJsonDocument::fromJson(m_store.note(draftNote(profileId(), versionId)).toUtf8()).object();
    SubmissionDraft draft;
    draft.note = object.value("note"_L1).toString();
    for (const QJsonValue &key : object.value("ticked"_L1).toArray())
        draft.ticked.append(key.toString());
    return draft;
}

Result<void> VersionDesk::keepDraft(const QString &versionId, const SubmissionDraft &draft)
{
    const QJsonObject object{
        {u"ticked"_s, QJsonArray::fromStringList(draft.ticked)}, {u"note"_s, draft.note}};
    return m_store.setNote(draftNote(profileId(), versionId),
        draft.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

FormValues VersionDesk::editDraft(const QString &versionId) const
{
    return FormValues::fromJson(QJsonDocument::fromJson(m_store.note(editDraftNote(profileId(), versionId)).toUtf8()).object());
}

Result<void> VersionDesk::keepEditDraft(const QString &versionId, const FormValues &values)
{
    return m_store.setNote(editDraftNote(profileId(), versionId),
        values.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(values.toJson()).toJson(QJsonDocument::Compact)));
}

QList<HistoryEntry> VersionDesk::history(const QString &appId, const QString &versionId) const
{
    const AppVersion *version = find(appId, versionId);
    if (!version)
        return {};
    QList<HistoryEntry> entries
        = historyOf(*version, m_journal.entries(profileId(), {journal::versionKind, versionId}));
    // The journal has the keys of what was edited, in every language the same.
    QHash<QString, QString> labels;
    for (const FieldSpec &field : editForm(appId, versionId).fields)
        labels.insert(field.key, field.label);
    for (const LockedField &field : lockedFields(appId, versionId))
        labels.insert(field.key, field.label);
    for (HistoryEntry &entry : entries) {
        if (entry.source == HistoryEntry::Source::Platform || entry.action)
            continue;
        QStringList words = entry.reason.wire().split(u", "_s);
        for (QString &word : words)
            word = labels.value(word, word);
        entry.reason = ServerText(words.join(u", "_s));
    }
    return entries;
}

// An entry that is noted once its outcome is known.
JournalEntry VersionDesk::begun(const JournalSubject &subject, const QString &action, const QString &detail) const
{
    const Profile *profile = m_accounts.current();
    JournalEntry entry;
    entry.subject = subject;
    entry.who = profile ? profile->email : QString();
    entry.action = action;
    entry.detail = ServerText(detail);
    return entry;
}

// A journal that cannot be written stops nobody.
void VersionDesk::note(const QString &profileId, JournalEntry entry)
{
    static_cast<void>(m_journal.note(profileId, std::move(entry)));
}

// How things stand after a change, or after a refusal that says they stand differently. Failing changes nothing
// about what was done: the next look shows it.
Async<void> VersionDesk::lookAgain(QString profileId, QString appId)
{
    if (this->profileId() != profileId)
        co_return Result<void>(); // another profile is in use by now
    const auto looked = co_await m_registry.refreshApp(appId);
    if (!looked && looked.error().kind == ErrorKind::NotFound) {
        const auto listed = co_await m_registry.refresh();
        co_return listed;
    }
    co_return looked;
}

Async<void> VersionDesk::update(QString appId, QString versionId, FormValues before, FormValues after)
{
    Versions *power = versions();
    const auto differences = changes(appId, versionId, before, after);
    if (!power || !find(appId, versionId))
        co_return failure(ErrorKind::NotFound, u"this version is not known"_s);
    if (differences.isEmpty())
        co_return Result<void>();
    QStringList keys;
    for (const AttributeChange &change : differences)
        keys.append(change.key);
    const QString profile = profileId();
    JournalEntry entry = begun({journal::versionKind, versionId}, journal::edit, keys.join(u", "_s));

    const auto updated = co_await power->update(versionId, std::move(before), std::move(after));
    note(profile, ended(std::move(entry), updated));
    co_await lookAgain(profile, appId);
    if (!updated)
        co_return failure(updated.error());
    co_return Result<void>();
}

Async<QString> VersionDesk::add(QString appId, FormValues values)
{
    Versions *power = versions();
    if (!power || !app(appId))
        co_return failure(ErrorKind::NotFound, u"this app is not known"_s);
    const QString profile = profileId();
    JournalEntry entry = begun({journal::appKind, appId}, journal::add, {});
    const auto added = co_await power->add(appId, std::move(values));
    if (added)
        entry.subject = {journal::versionKind, *added};
    note(profile, ended(std::move(entry), added));
    co_await lookAgain(profile, appId);
    co_return added;
}

Async<void> VersionDesk::remove(QString appId, QString versionId)
{
    Versions *power = versions();
    const AppVersion *version = find(appId, versionId);
    if (!power || !version)
        co_return failure(ErrorKind::NotFound, u"this version is not known"_s);
    const QString profile = profileId();
    JournalEntry entry = begun({journal::versionKind, versionId}, journal::remove, version->number);
    const auto removed = co_await power->remove(versionId);
    note(profile, ended(std::move(entry), removed));
    if (removed)
        forgetDrafts(profile, versionId);
    co_await lookAgain(profile, appId);
    co_return removed;
}

Async<void> VersionDesk::removeApp(QString appId)
{
    Versions *power = versions();
    const App *known = app(appId);
    if (!power || !known)
        co_return failure(ErrorKind::NotFound, u"this app is not known"_s);
    const QString name = known->name();
    const QString profile = profileId();
    QStringList versionIds;
    for (const AppVersion &version : known->versions)
        versionIds.append(version.id);
    JournalEntry entry = begun({journal::appKind, appId}, journal::remove, known->latest().displayName.wire());
    const auto removed = co_await power->removeApp(appId);
    note(profile, ended(std::move(entry), removed));
    if (!removed) {
        co_await lookAgain(profile, appId);
        co_return removed;
    }
    for (const QString &versionId : versionIds)
        forgetDrafts(profile, versionId);
    if (profileId() == profile)
        m_registry.forgetApp(appId);
    // Failing to forget a secret that opens nothing does not undo the removal; it is tried again later.
    static_cast<void>(keepDead(profile, dead(profile) << appId));
    co_await forgetDead(profile);
    Q_EMIT appRemoved(appId, name);
    co_return Result<void>();
}

// The apps that are gone, but whose credentials the vault did not let go of.
QStringList VersionDesk::dead(const QString &profileId) const
{
    return m_store.note(u"credentials.dead."_s + profileId).split(u'\n', Qt::SkipEmptyParts);
}

Result<void> VersionDesk::keepDead(const QString &profileId, const QStringList &appIds)
{
    return m_store.setNote(u"credentials.dead."_s + profileId, appIds.join(u'\n'));
}

Async<void> VersionDesk::forgetDead(QString profileId)
{
    const QStringList appIds = dead(profileId);
    for (const QString &appId : appIds) {
        const auto forgotten = co_await m_shelf.forget(profileId, appId);
        if (!forgotten)
            co_return forgotten; // the next would fare no better
        QStringList left = dead(profileId);
        left.removeAll(appId);
        static_cast<void>(keepDead(profileId, left));
    }
    co_return Result<void>();
}

Async<void> VersionDesk::act(QString appId, QString versionId, VersionAction action, QString reason)
{
    Reviews *power = reviews();
    if (!power || !find(appId, versionId))
        co_return failure(ErrorKind::NotFound, u"this version is not known"_s);
    bool takesReason = false;
    for (const ActionOffer &offer : offers(appId, versionId))
        takesReason = takesReason || (offer.action == action && offer.takesReason);
    const QString profile = profileId();
    JournalEntry entry = begun({journal::versionKind, versionId}, wordOf(action), reason);
    const QString sent = takesReason ? reason : QString();

    m_registry.beginMove(appId, versionId);
    const auto acted = co_await power->act(versionId, action, sent);
    note(profile, ended(std::move(entry), acted));
    if (acted && action == VersionAction::SubmitForTechReview)
        static_cast<void>(m_store.setNote(draftNote(profile, versionId), QString()));
    co_await lookAgain(profile, appId);
    m_registry.endMove(appId, versionId, acted ? AppRegistry::MovedBy::Us : AppRegistry::MovedBy::Others);
    co_return acted;
}

} // namespace gatehouse
