// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/activity/journal.h"
#include "app/organization/teamroster.h"
#include "app/platforms/reviews.h"
#include "app/platforms/versions.h"
#include "app/registry/appregistry.h"

#include <QObject>

#include <optional>

namespace gatehouse {

// What a person has prepared before a version is submitted; kept so that closing or crashing costs nothing.
struct SubmissionDraft {
    QStringList ticked; // keys of the checklist's items that only the person can tell
    QString note; // for the person and their team; noted in the journal when the version is submitted

    [[nodiscard]] bool isEmpty() const { return ticked.isEmpty() && note.isEmpty(); }
    friend bool operator==(const SubmissionDraft &, const SubmissionDraft &) = default;
};

// One line of a version's history.
struct HistoryEntry {
    enum class What {
        Made,
        Moved, // into the state below
        Edited,
        Refused, // was tried from this computer and refused: refusal says how
        Unclear, // was tried from this computer, and the answer was lost
    };
    enum class Source { Platform, ThisComputer };

    What what = What::Moved;
    Source source = Source::Platform;
    QDateTime at;
    VersionState state = VersionState::Unknown; // the one that was entered, of Made and Moved
    std::optional<VersionAction> action = {}; // what was done; nothing for edits, or where it is not known
    ServerText by = {}; // empty where it is not known
    ServerText reason = {}; // what was said with it: a reason, a note, or the names of the attributes
    std::optional<ErrorKind> refusal = {}; // of Refused and Unclear
};

// All that is done with the versions of an app: editing, adding, removing, review, history. Every call that changes
// something is noted in the journal, however it ends, and the app is asked for again afterwards, which
// AppRegistry::appChanged announces. An action that somebody else was faster with is a Conflict, and the new state is
// there when the answer is. Owned by Gatehouse.
//
// Questions about an app or a version that is not known (any more) answer with nothing: empty forms, empty lists.
class VersionDesk : public QObject {
    Q_OBJECT
public:
    VersionDesk(Accounts &accounts, TeamRoster &roster, AppRegistry &registry, CredentialShelf &shelf,
        Journal &journal, Store &store, QObject *parent = nullptr);

    // Whether the platform in use has these powers.
    [[nodiscard]] bool keepsVersions() const;
    [[nodiscard]] bool hasReviews() const;

    // What the person may do with the app, as far as it is known: in its team, and on the platform. Empty: not known,
    // and then nothing that developers do is refused here.
    [[nodiscard]] QList<Role> roles(const QString &appId) const;

    // Null if it is not known (any more).
    [[nodiscard]] const AppVersion *find(const QString &appId, const QString &versionId) const;

    // Editing. The form has only what can be edited now; the locked fields say why the others cannot.
    [[nodiscard]] FormSpec editForm(const QString &appId, const QString &versionId) const;
    [[nodiscard]] QList<LockedField> lockedFields(const QString &appId, const QString &versionId) const;
    [[nodiscard]] FormValues valuesOf(const QString &appId, const QString &versionId) const;
    [[nodiscard]] QList<AttributeChange> changes(const QString &appId, const QString &versionId,
        const FormValues &before, const FormValues &after) const;
    // Sends only what differs between before (as the form was filled) and after; nothing at all if nothing does.
    [[nodiscard]] Async<void> update(QString appId, QString versionId, FormValues before, FormValues after);

    // What a person has changed in the form and not sent yet; empty for nothing. Kept like the draft of a submission.
    [[nodiscard]] FormValues editDraft(const QString &versionId) const;
    [[nodiscard]] Result<void> keepEditDraft(const QString &versionId, const FormValues &values);

    // A new version.
    [[nodiscard]] FormSpec addForm(const QString &appId) const;
    [[nodiscard]] QString suggestedNumber(
        const QString &appId, const QString &parentNumber, VersionStep step) const;
    [[nodiscard]] std::optional<QString> whyNotAdd(const QString &appId) const;
    [[nodiscard]] Async<QString> add(QString appId, FormValues values); // the id of the new version

    [[nodiscard]] std::optional<QString> whyNotRemove(const QString &appId, const QString &versionId) const;
    [[nodiscard]] Async<void> remove(QString appId, QString versionId);

    // The app with all its versions. Its credentials are dead then, so they leave the vault as well.
    [[nodiscard]] std::optional<QString> whyNotRemoveApp(const QString &appId) const;
    [[nodiscard]] Async<void> removeApp(QString appId);

    // Review. All actions the platform has, each possible or with the reason why not.
    [[nodiscard]] QList<ActionOffer> offers(const QString &appId, const QString &versionId) const;
    [[nodiscard]] QList<ChecklistItem> checklist(const QString &appId, const QString &versionId) const;
    [[nodiscard]] SubmissionDraft draft(const QString &versionId) const;
    [[nodiscard]] Result<void> keepDraft(const QString &versionId, const SubmissionDraft &draft);
    // Whether every required item is met or ticked.
    [[nodiscard]] static bool isComplete(const QList<ChecklistItem> &checklist, const SubmissionDraft &draft);
    // The reason goes to the platform where the action takes one; else it is the note that the journal keeps.
    [[nodiscard]] Async<void> act(QString appId, QString versionId, VersionAction action, QString reason);

    // What the platform tells, and what this program did and saw; newest first.
    [[nodiscard]] QList<HistoryEntry> history(const QString &appId, const QString &versionId) const;

Q_SIGNALS:
    // The app is gone at the platform and here.
    void appRemoved(const QString &appId, const QString &name);

    // Something in the history of this version is new.
    void historyChanged(const QString &versionId);

    // The person may do other things than before: forms and offers are to be asked for again.
    void rolesChanged();

private:
    [[nodiscard]] Versions *versions() const;
    [[nodiscard]] Reviews *reviews() const;
    [[nodiscard]] const App *app(const QString &appId) const { return m_registry.find(appId); }
    [[nodiscard]] QString profileId() const;
    [[nodiscard]] static QString draftNote(const QString &profileId, const QString &versionId);
    [[nodiscard]] static QString editDraftNote(const QString &profileId, const QString &versionId);
    void forgetDrafts(const QString &profileId, const QString &versionId);
    [[nodiscard]] QStringList dead(const QString &profileId) const;
    [[nodiscard]] Result<void> keepDead(const QString &profileId, const QStringList &appIds);
    [[nodiscard]] Async<void> forgetDead(QString profileId);
    [[nodiscard]] JournalEntry begun(const JournalSubject &subject, const QString &action, const QString &detail) const;
    void note(const QString &profileId, JournalEntry entry);
    [[nodiscard]] Async<void> lookAgain(QString profileId, QString appId);

    Accounts &m_accounts;
    TeamRoster &m_roster;
    AppRegistry &m_registry;
    CredentialShelf &m_shelf;
    Journal &m_journal;
    Store &m_store;
};

} // namespace gatehouse
