// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/paths.h"
#include "app/settings/settings.h"
#include "app/store/migrations.h"
#include "app/store/store.h"
#include "tests/support/await.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMutex>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <atomic>
#include <thread>
#include <vector>

#include <unistd.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

// Another program's hand on the file.
bool otherHand(const QString &path, const QStringList &statements)
{
    bool good = true;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other hand"_s);
        database.setDatabaseName(path);
        good = database.open();
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            good = query.exec(statement) && good;
        }
    }
    QSqlDatabase::removeDatabase(u"other hand"_s);
    return good;
}

qint64 version(const Store &store)
{
    const auto rows = store.rows(u"PRAGMA user_version"_s);
    return rows && !rows->isEmpty() ? rows->first().value(u"user_version"_s).toLongLong() : -1;
}

// For as long as it lives this process may write only what everybody may.
class Unprivileged {
public:
    Unprivileged() : m_before(geteuid()), m_good(m_before != 0 || seteuid(nobody) == 0) { }
    ~Unprivileged()
    {
        if (m_before == 0 && seteuid(0) != 0)
            qFatal("the tests cannot go on without their rights");
    }
    [[nodiscard]] bool isGood() const { return m_good; }
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

private:
    static constexpr uid_t nobody = 65534;

    uid_t m_before;
    bool m_good;
};

} // namespace

class AppStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void makesAllAnew();
    void isPrivate();
    void writesAreDurable();
    void opensAgain();
    void notes();
    void nullAndEmptyTextsAreTexts();
    void anyTextComesBack();
    void wrongStatementsAreErrors();
    void lawsOfTheTablesHold();
    void newerFileIsRefusedAndUntouched();
    void refusedFileIsNotWrittenTo();
    void negativeVersionIsRefused();
    void noDatabaseIsRefusedAndUntouched();
    void damagedPagesAreRefusedAndUntouched();
    void cutFileIsRefusedAndUntouched();
    void whatTheDiskSpoiltIsRefusedAtTheNextStart();
    void folderInTheWay();
    void fileInTheWayOfTheFolder();
    void readOnlyFolder();
    void brokenMigrationIsTakenBack();
    void twoAtOnceMakeOne();
    void twoStoresSeeEachOther();
    void unopenedIsAnError();
    void pathsFollowTheHome();
    void settingsFallBack();

private:
    QString m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void AppStore::initTestCase()
{
    QLoggingCategory::setFilterRules(u"gatehouse.*=false"_s); // errors are what is tested here
}

void AppStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"data/gatehouse.sqlite"_s);
}

void AppStore::makesAllAnew()
{
    Store store(m_path);
    VERIFY_DONE(store.open());
    QCOMPARE(version(store), migrations().size());
    for (const QString &table : {u"notes"_s, u"profiles"_s, u"organizations"_s, u"apps"_s, u"credentials"_s, u"intents"_s}) {
        const auto rows = store.rows(u"SELECT * FROM "_s + table);
        VERIFY_DONE(rows);
        QVERIFY(rows->isEmpty());
    }
}

void AppStore::isPrivate()
{
    Store store(m_path);
    VERIFY_DONE(store.open());
    VERIFY_DONE(store.setNote(u"a"_s, u"b"_s));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
        | QFile::ExeOther;
    const QFileInfoList files
        = QFileInfo(m_path).dir().entryInfoList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
    QVERIFY(!(QFileInfo(QFileInfo(m_path).path()).permissions() & others));
}

void AppStore::writesAreDurable()
{
    Store store(m_path);
    VERIFY_DONE(store.open());
    const auto value = [&store](const QString &pragma) {
        const auto rows = store.rows(u"PRAGMA "_s + pragma);
        return rows && !rows->isEmpty() ? rows->first().first().toString() : QString();
    };
    QCOMPARE(value(u"journal_mode"_s), u"wal"_s);
    QCOMPARE(value(u"synchronous"_s), u"2"_s);
    QCOMPARE(value(u"foreign_keys"_s), u"1"_s);
    QCOMPARE(value(u"secure_delete"_s), u"1"_s);
}

void AppStore::opensAgain()
{
    {
        Store store(m_path);
        VERIFY_DONE(store.open());
        VERIFY_DONE(store.setNote(u"draft"_s, u"kept"_s));
    }
    Store store(m_path);
    VERIFY_DONE(store.open());
    QCOMPARE(version(store), migrations().size());
    QCOMPARE(store.note(u"draft"_s), u"kept"_s);
}

void AppStore::notes()
{
    Store store(m_path);
    VERIFY_DONE(store.open());
    QCOMPARE(store.note(u"none"_s), QString());
    VERIFY_DONE(store.setNote(u"a"_s, u"1"_s));
    VERIFY_DONE(store.setNote(u"b"_s, u"2"_s));
    VERIFY_DONE(store.setNote(u"a"_s, u"3"_s));
    QCOMPARE(store.note(u"a"_s), u"3"_s);
    QCOMPARE(store.note(u"b"_s), u"2"_s);
    VERIFY_DONE(store.setNote(u"a"_s, {}));
    QCOMPARE(store.note(u"a"_s), QString());
    VERIFY_DONE(store.setNote(u"a"_s, {}));
    QCOMPARE(store.rows(u"SELECT * FROM notes"_s)->size(), 1);
}

void AppStore::nullAndEmptyTextsAreTexts()
{
    Store store(m_path);
    VERIFY_DONE(store.open());
    VERIFY_DONE(store.write(u"INSERT INTO notes (name, value) VALUES (?, ?)"_s, {u"null"_s, QString()}));
    VERIFY_DONE(store.write(u"INSERT INTO notes (name, value) VALUES (?, ?)"_s, {u"empty"_s, u""_s}));
    const auto rows = store.rows(u"SELECT name, typeof(value) AS kind FROM notes WHERE value = ?"_s, {QString()});
    VERIFY_DONE(rows);
    QCOMPARE(rows->size(), 2);
    for (const auto &row : *rows)
        QCOMPARE(row.value(u"kind"_s).toString(), u"text"_s);
    // Nothing at all is NULL still, and a text may not be that.
    VERIFY_FAILED(store.write(u"INSERT INTO notes (name, value) VALUES (?, ?)"_s, {u"x"_s, QVariant()}), ErrorKind::Storage);
}

void AppStore::anyTextComesBack()
{
    Store store(m_path);
    VERIFY_DONE(store.open());
    for (const QString &text : {u"'; DROP TABLE notes; --"_s, u"a\nb\tc"_s, u"שלום \U0001F680"_s, u"\"quoted\" ? :x @y"_s,
             QString(200'000, u'z')}) {
        VERIFY_DONE(store.setNote(text.left(50), text));
        QCOMPARE(store.note(text.left(50)), text);
    }
}

void AppStore::wrongStatementsAreErrors()
{
    Store store(m_path);
    VERIFY_DONE(store.open());
    VERIFY_FAILED(store.rows(u"SELECT * FROM nowhere"_s), ErrorKind::Storage);
    VERIFY_FAILED(store.write(u"nonsense"_s), ErrorKind::Storage);
    VERIFY_FAILED(store.write(u"INSERT INTO notes (name, value) VALUES (?, ?)"_s, {u"one"_s}), ErrorKind::Storage);
    QVERIFY(!store.rows(u"nonsense"_s).error().detail.isEmpty());
    VERIFY_DONE(store.setNote(u"still"_s, u"works"_s));
}

void AppStore::lawsOfTheTablesHold()
{
    Store store(m_path);
    VERIFY_DONE(store.open());
    const QString profile = u"INSERT INTO profiles (id, name, platform, environment, address, email, user_id, signed_in, "
                            "created_at) VALUES ('p', 'n', 'os1', '', '', '', '', 0, '')"_s;
    VERIFY_FAILED(store.write(u"INSERT INTO apps (id, profile, answer, seen_at) VALUES ('a', 'p', '', '')"_s),
        ErrorKind::Storage);
    VERIFY_DONE(store.write(profile));
    VERIFY_FAILED(store.write(profile), ErrorKind::Storage);
    VERIFY_DONE(store.write(u"INSERT INTO apps (id, profile, answer, seen_at) VALUES ('a', 'p', '', '')"_s));
    VERIFY_DONE(store.write(u"DELETE FROM profiles"_s));
    QVERIFY(store.rows(u"SELECT * FROM apps"_s)->isEmpty());
}

void AppStore::newerFileIsRefusedAndUntouched()
{
    for (const QString &journal : {u"delete"_s, u"wal"_s}) {
        init();
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        QVERIFY(otherHand(m_path, {u"PRAGMA journal_mode="_s + journal, u"CREATE TABLE future (x)"_s,
            u"INSERT INTO future VALUES (1)"_s, u"PRAGMA user_version = %1"_s.arg(migrations().size() + 1)}));
        const QByteArray before = contents(m_path);
        {
            Store store(m_path);
            VERIFY_FAILED(store.open(), ErrorKind::Storage);
        }
        QCOMPARE(contents(m_path), before);
        QVERIFY(otherHand(m_path, {u"SELECT x FROM future"_s}));
    }
}

void AppStore::refusedFileIsNotWrittenTo()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    QVERIFY(otherHand(m_path, {u"CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT)"_s, u"PRAGMA user_version = 99"_s}));
    const QByteArray before = contents(m_path);
    {
        Store store(m_path);
        VERIFY_FAILED(store.open(), ErrorKind::Storage);
        VERIFY_FAILED(store.setNote(u"a"_s, u"b"_s), ErrorKind::Storage);
    }
    QCOMPARE(contents(m_path), before);
}

void AppStore::negativeVersionIsRefused()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    QVERIFY(otherHand(m_path, {u"CREATE TABLE a (x)"_s, u"PRAGMA user_version = -5"_s}));
    Store store(m_path);
    VERIFY_FAILED(store.open(), ErrorKind::Storage);
}

void AppStore::noDatabaseIsRefusedAndUntouched()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    const QByteArray garbage = QByteArray("this is no database ").repeated(500);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(garbage) == garbage.size());
    file.close();
    {
        Store store(m_path);
        VERIFY_FAILED(store.open(), ErrorKind::Storage);
    }
    QCOMPARE(contents(m_path), garbage);
}

void AppStore::damagedPagesAreRefusedAndUntouched()
{
    {
        Store store(m_path);
        VERIFY_DONE(store.open());
        for (int i = 0; i < 300; ++i)
            VERIFY_DONE(store.setNote(u"note %1"_s.arg(i), QString(500, u'n')));
    }
    const qsizetype size = contents(m_path).size();
    QVERIFY(size > 100'000);
    for (const qsizetype at : {qsizetype(110), size / 2, size - 8192}) {
        const QByteArray whole = contents(m_path);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
        const QByteArray garbage(3000, '\xA5');
        QCOMPARE(file.write(garbage), garbage.size());
        file.close();
        const QByteArray before = contents(m_path);
        {
            Store store(m_path);
            VERIFY_FAILED(store.open(), ErrorKind::Storage);
        }
        QCOMPARE(contents(m_path), before);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(whole) == whole.size());
        file.close();
    }
    Store store(m_path);
    VERIFY_DONE(store.open());
    QCOMPARE(store.note(u"note 7"_s).size(), 500);
}

void AppStore::cutFileIsRefusedAndUntouched()
{
    {
        Store store(m_path);
        VERIFY_DONE(store.open());
        for (int i = 0; i < 100; ++i)
            VERIFY_DONE(store.setNote(u"note %1"_s.arg(i), QString(500, u'n')));
    }
    const QByteArray whole = contents(m_path);
    for (const qsizetype length : {qsizetype(50), qsizetype(4096), whole.size() / 2, whole.size() - 4096}) {
        QVERIFY(QFile::resize(m_path, 0));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(whole.first(length)) == length);
        file.close();
        {
            Store store(m_path);
            VERIFY_FAILED(store.open(), ErrorKind::Storage);
        }
        QCOMPARE(contents(m_path), whole.first(length));
    }
}

// Spoilt without a trace: the file is as long and as old as it was. Opening takes it on trust, the later look does not.
void AppStore::whatTheDiskSpoiltIsRefusedAtTheNextStart()
{
    {
        Store store(m_path);
        VERIFY_DONE(store.open());
        for (int i = 0; i < 300; ++i)
            VERIFY_DONE(store.setNote(u"note %1"_s.arg(i), QString(500, u'n')));
    }
    QFile file(m_path);
    const QDateTime at = QFileInfo(m_path).lastModified();
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
    QCOMPARE(file.write(QByteArray(3000, '\xA5')), 3000);
    QVERIFY(file.flush() && file.setFileTime(at, QFileDevice::FileModificationTime));
    file.close();
    {
        Store store(m_path);
        VERIFY_DONE(store.open());
        VERIFY_FAILED(waitFor(store.lookLater()), ErrorKind::Storage);
    }
    const QByteArray before = contents(m_path);
    Store store(m_path);
    VERIFY_FAILED(store.open(), ErrorKind::Storage);
    QCOMPARE(contents(m_path), before);
}

void AppStore::folderInTheWay()
{
    QVERIFY(QDir().mkpath(m_path));
    Store store(m_path);
    VERIFY_FAILED(store.open(), ErrorKind::Storage);
    QVERIFY(QFileInfo(m_path).isDir());
}

void AppStore::fileInTheWayOfTheFolder()
{
    QFile file(QFileInfo(m_path).path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    Store store(m_path);
    VERIFY_FAILED(store.open(), ErrorKind::Storage);
}

void AppStore::readOnlyFolder()
{
    const Unprivileged unprivileged;
    QVERIFY(unprivileged.isGood());
    Store inFolder(u"/usr/gatehouse-test.sqlite"_s);
    VERIFY_FAILED(inFolder.open(), ErrorKind::Storage);
    Store below(u"/usr/gatehouse-test/gatehouse.sqlite"_s);
    VERIFY_FAILED(below.open(), ErrorKind::Storage);
    QVERIFY(!QFileInfo::exists(u"/usr/gatehouse-test.sqlite"_s));
    VERIFY_FAILED(inFolder.setNote(u"a"_s, u"b"_s), ErrorKind::Storage);
    QCOMPARE(inFolder.note(u"a"_s), QString());
}

void AppStore::brokenMigrationIsTakenBack()
{
    // A table of ours is there already although the version says that nothing is.
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    QVERIFY(otherHand(m_path, {u"CREATE TABLE intents (x)"_s, u"INSERT INTO intents VALUES (7)"_s}));
    {
        Store store(m_path);
        VERIFY_FAILED(store.open(), ErrorKind::Storage);
    }
    QVERIFY(!otherHand(m_path, {u"SELECT * FROM notes"_s}));
    QVERIFY(otherHand(m_path, {u"SELECT x FROM intents"_s}));
    QVERIFY(otherHand(m_path, {u"DROP TABLE intents"_s}));
    Store store(m_path);
    VERIFY_DONE(store.open());
}

void AppStore::twoAtOnceMakeOne()
{
    for (int round = 0; round < 10; ++round) {
        init();
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        std::atomic<int> opened{0};
        std::atomic<int> ready{0};
        QMutex mutex;
        QString problem;
        std::vector<std::thread> starters;
        for (int i = 0; i < 4; ++i) {
            starters.emplace_back([&] {
                Store store(m_path);
                ++ready;
                while (ready < 4)
                    std::this_thread::yield();
                const auto done = store.open();
                opened += done.has_value();
                const QMutexLocker lock(&mutex);
                if (!done)
                    problem = done.error().detail;
            });
        }
        for (auto &starter : starters)
            starter.join();
        QVERIFY2(opened == 4, qPrintable(problem));
        Store store(m_path);
        VERIFY_DONE(store.open());
        QCOMPARE(version(store), migrations().size());
    }
}

void AppStore::twoStoresSeeEachOther()
{
    Store first(m_path);
    Store second(m_path);
    VERIFY_DONE(first.open());
    VERIFY_DONE(second.open());
    VERIFY_DONE(first.setNote(u"a"_s, u"1"_s));
    QCOMPARE(second.note(u"a"_s), u"1"_s);
    VERIFY_DONE(second.setNote(u"a"_s, u"2"_s));
    QCOMPARE(first.note(u"a"_s), u"2"_s);
}

void AppStore::unopenedIsAnError()
{
    const Store store(m_path);
    VERIFY_FAILED(store.rows(u"SELECT 1"_s), ErrorKind::Storage);
    QVERIFY(!QFileInfo::exists(m_path));
}

void AppStore::pathsFollowTheHome()
{
    const TemporaryHome home;
    const Paths paths = Paths::fromEnvironment();
    for (const QString &path : {paths.data, paths.config, paths.cache, paths.runtime, paths.database(), paths.sandboxAnnouncement()})
        QVERIFY(path.startsWith(home.path() + u'/'));
}

void AppStore::settingsFallBack()
{
    Store store(m_path);
    VERIFY_DONE(store.open());
    Settings settings(store);
    QSignalSpy changed(&settings, &Settings::appearanceChanged);
    QCOMPARE(settings.appearance(), Appearance::System);
    VERIFY_DONE(settings.setAppearance(Appearance::Dark));
    QCOMPARE(settings.appearance(), Appearance::Dark);
    QCOMPARE(changed.count(), 1);
    VERIFY_DONE(settings.setAppearance(Appearance::System));
    QCOMPARE(settings.appearance(), Appearance::System);

    QVERIFY(settings.clipboardTime() == std::chrono::seconds(30));
    for (const int seconds : {5, 60, 300}) {
        VERIFY_DONE(settings.setClipboardTime(std::chrono::seconds(seconds)));
        QVERIFY(settings.clipboardTime() == std::chrono::seconds(seconds));
    }
    for (const int seconds : {-1, 0, 4, 301, 1'000'000}) {
        VERIFY_DONE(settings.setClipboardTime(std::chrono::seconds(seconds)));
        QVERIFY(settings.clipboardTime() == std::chrono::seconds(30));
    }
    const QByteArray place("\x00\x01place\xff", 8);
    settings.setWindowPlace(place);
    QCOMPARE(settings.windowPlace(), place);
}

QTEST_GUILESS_MAIN(AppStore)
#include "app_store.moc"
