// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/servertext.h"
#include "app/store/store.h"

#include <QDateTime>
#include <QList>
#include <QObject>

#include <optional>

namespace gatehouse {

// How a thing that was done ended.
enum class JournalOutcome {
    Done,
    Refused, // by the platform or on the way; JournalEntry::refusal says how
    Unclear, // the answer was lost: it may have taken effect
    Seen, // somebody else did it, and this program noticed
};

// What an entry is about. The kinds are words of the rooms that note: "app", "version", "team" ...
struct JournalSubject {
    QString kind;
    QString id;
    friend bool operator==(const JournalSubject &, const JournalSubject &) = default;
};

struct JournalEntry {
    QDateTime at; // now, if it is invalid when noted
    JournalSubject subject;
    QString who; // the address that was signed in; empty for what somebody else did
    QString action; // a word of the room that notes, not for people
    JournalOutcome outcome = JournalOutcome::Done;
    std::optional<ErrorKind> refusal = {}; // of Refused and Unclear
    ServerText detail = {}; // what a person or the server said with it; never a secret
    QString requestId = {};
};

// Who did what from this computer, when, and how it ended: durable, at most 10,000 entries a profile, the oldest
// leave first. Holds no secret. Owned by Gatehouse. Errors: Storage.
class Journal : public QObject {
    Q_OBJECT
public:
    static constexpr int mostEntries = 10'000; // of a profile

    explicit Journal(Store &store, QObject *parent = nullptr) : QObject(parent), m_store(store) { }

    // What was done is done, whether or not it can be noted: callers go on after a failure.
    [[nodiscard]] Result<void> note(const QString &profileId, JournalEntry entry);

    // Newest first.
    [[nodiscard]] QList<JournalEntry> entries(const QString &profileId, const JournalSubject &subject) const;
    [[nodiscard]] QList<JournalEntry> entries(const QString &profileId, int most) const;

Q_SIGNALS:
    void noted(const QString &profileId, const gatehouse::JournalSubject &subject);

private:
    Store &m_store;
};

} // namespace gatehouse
