// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/journal.h"
#include "tests/support/await.h"

#include <QSignalSpy>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

JournalEntry someEntry(const QString &id = u"appversion:1"_s)
{
    JournalEntry entry;
    entry.at = QDateTime(QDate(2026, 11, 21), QTime(9, 0, 0, 5), Qt::UTC);
    entry.subject = {u"version"_s, id};
    entry.who = u"mira@harborlane.test"_s;
    entry.action = u"submit-for-tech-review"_s;
    entry.detail = ServerText(u"Größe \u202E <b>"_s);
    entry.requestId = u"request-1"_s;
    return entry;
}

} // namespace

class AppJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void entriesComeBackWhole();
    void everyOutcomeAndKindComesBack();
    void newestFirstAndBySubject();
    void profilesDoNotMix();
    void anEntryWithoutATimeIsOfNow();
    void theOldestLeave();
    void aWordOfTomorrowIsNoSuccess();
    void whatCannotBeWrittenIsAFailure();
    void entriesSurvive();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    int m_database = 0;

    void openStore()
    {
        m_store = std::make_unique<Store>(m_folder.filePath(u"journal-%1.sqlite"_s.arg(m_database)));
        VERIFY_DONE(m_store->open());
    }
};

void AppJournal::init()
{
    ++m_database;
    openStore();
    for (const QString &profile : {u"p1"_s, u"p2"_s}) {
        VERIFY_DONE(m_store->write(
            u"INSERT INTO profiles (id, name, platform, environment, address, email, user_id, signed_in, created_at) "
            "VALUES (?, 'n', 'os1', 'sandbox', '', '', '', 0, '')"_s,
            {profile}));
    }
}

void AppJournal::cleanup()
{
    m_store.reset();
}

void AppJournal::entriesComeBackWhole()
{
    Journal journal(*m_store);
    QSignalSpy noted(&journal, &Journal::noted);
    const JournalEntry entry = someEntry();
    VERIFY_DONE(journal.note(u"p1"_s, entry));
    QCOMPARE(noted.size(), 1);
    QCOMPARE(noted.first().first().toString(), u"p1"_s);
    const auto entries = journal.entries(u"p1"_s, entry.subject);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().at, entry.at);
    QCOMPARE(entries.first().subject, entry.subject);
    QCOMPARE(entries.first().who, entry.who);
    QCOMPARE(entries.first().action, entry.action);
    QCOMPARE(entries.first().outcome, JournalOutcome::Done);
    QVERIFY(!entries.first().refusal);
    QCOMPARE(entries.first().detail, entry.detail);
    QCOMPARE(entries.first().requestId, entry.requestId);
}

void AppJournal::everyOutcomeAndKindComesBack()
{
    Journal journal(*m_store);
    for (int outcome = 0; outcome <= int(JournalOutcome::Seen); ++outcome) {
        JournalEntry entry = someEntry();
        entry.outcome = JournalOutcome(outcome);
        VERIFY_DONE(journal.note(u"p1"_s, entry));
        QCOMPARE(journal.entries(u"p1"_s, 1).first().outcome, entry.outcome);
    }
    for (int kind = 0; kind <= int(ErrorKind::Cancelled); ++kind) {
        JournalEntry entry = someEntry();
        entry.outcome = JournalOutcome::Refused;
        entry.refusal = ErrorKind(kind);
        VERIFY_DONE(journal.note(u"p1"_s, entry));
        QCOMPARE(journal.entries(u"p1"_s, 1).first().refusal, entry.refusal);
    }
}

void AppJournal::newestFirstAndBySubject()
{
    Journal journal(*m_store);
    for (int i = 0; i < 6; ++i) {
        JournalEntry entry = someEntry(u"appversion:%1"_s.arg(i % 2));
        entry.action = QString::number(i);
        VERIFY_DONE(journal.note(u"p1"_s, entry));
    }
    const auto ofOne = journal.entries(u"p1"_s, JournalSubject{u"version"_s, u"appversion:1"_s});
    QCOMPARE(ofOne.size(), 3);
    QCOMPARE(ofOne.first().action, u"5"_s);
    QCOMPARE(ofOne.last().action, u"1"_s);
    QVERIFY(journal.entries(u"p1"_s, JournalSubject{u"app"_s, u"appversion:1"_s}).isEmpty());
    const auto newest = journal.entries(u"p1"_s, 2);
    QCOMPARE(newest.size(), 2);
    QCOMPARE(newest.first().action, u"5"_s);
}

void AppJournal::profilesDoNotMix()
{
    Journal journal(*m_store);
    VERIFY_DONE(journal.note(u"p1"_s, someEntry()));
    QVERIFY(journal.entries(u"p2"_s, someEntry().subject).isEmpty());
    VERIFY_DONE(m_store->write(u"DELETE FROM profiles WHERE id = 'p1'"_s));
    QVERIFY(journal.entries(u"p1"_s, 10).isEmpty());
}

void AppJournal::anEntryWithoutATimeIsOfNow()
{
    Journal journal(*m_store);
    JournalEntry entry = someEntry();
    entry.at = {};
    const QDateTime before = QDateTime::currentDateTimeUtc();
    VERIFY_DONE(journal.note(u"p1"_s, entry));
    const QDateTime at = journal.entries(u"p1"_s, 1).first().at;
    QVERIFY(at >= before && at <= QDateTime::currentDateTimeUtc());
}

void AppJournal::theOldestLeave()
{
    Journal journal(*m_store);
    VERIFY_DONE(journal.note(u"p2"_s, someEntry()));
    // As many rows as fit, at once; one at a time would take a while.
    VERIFY_DONE(m_store->write(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        "INSERT INTO journal (profile, at, subject_kind, subject, who, action, outcome, refusal, detail, request_id) "
        "SELECT 'p1', '', 'version', 'v', '', i, 'done', '', '', '' FROM n"_s,
        {Journal::mostEntries}));
    QCOMPARE(journal.entries(u"p1"_s, 1'000'000).size(), Journal::mostEntries);
    VERIFY_DONE(journal.note(u"p1"_s, someEntry()));
    const auto entries = journal.entries(u"p1"_s, 1'000'000);
    QCOMPARE(entries.size(), Journal::mostEntries);
    QCOMPARE(entries.first().action, someEntry().action);
    QCOMPARE(entries.last().action, u"2"_s);
    QCOMPARE(journal.entries(u"p2"_s, 10).size(), 1);
}

void AppJournal::aWordOfTomorrowIsNoSuccess()
{
    Journal journal(*m_store);
    VERIFY_DONE(journal.note(u"p1"_s, someEntry()));
    VERIFY_DONE(m_store->write(u"UPDATE journal SET outcome = 'half-done', refusal = 'bored'"_s));
    QCOMPARE(journal.entries(u"p1"_s, 1).first().outcome, JournalOutcome::Unclear);
    QVERIFY(!journal.entries(u"p1"_s, 1).first().refusal);
}

void AppJournal::whatCannotBeWrittenIsAFailure()
{
    Journal journal(*m_store);
    QSignalSpy noted(&journal, &Journal::noted);
    VERIFY_FAILED(journal.note(u"nobody"_s, someEntry()), ErrorKind::Storage);
    QVERIFY(noted.isEmpty());
}

void AppJournal::entriesSurvive()
{
    {
        Journal journal(*m_store);
        VERIFY_DONE(journal.note(u"p1"_s, someEntry()));
    }
    m_store.reset();
    openStore();
    Journal journal(*m_store);
    QCOMPARE(journal.entries(u"p1"_s, someEntry().subject).size(), 1);
}

QTEST_GUILESS_MAIN(AppJournal)
#include "app_journal.moc"
