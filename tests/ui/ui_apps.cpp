// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manyapps.h"
#include "tests/ui/window.h"
#include "ui/forms/banner.h"
#include "ui/registry/appfilterbar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

// What a person does with the list of apps.
class UiApps : public QObject {
    Q_OBJECT
public:
    explicit UiApps(StrayWindows &stray) : m_stray(stray) { }

private Q_SLOTS:
    void init();
    void cleanup();
    void searchNarrowsAndSays();
    void nothingFoundOffersTheWayBack();
    void chipsAndTypesFilter();
    void chipsFoldWhereThereIsNoRoom();
    void columnsSort();
    void hiddenColumnsAreRemembered();
    void shownAppsAreExported();
    void keyboardReachesEverything();
    void selectionSurvivesANewList();

private:
    // The rows of the table as the names in them.
    [[nodiscard]] QStringList names() const
    {
        QStringList list;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            list << m_table->model()->index(row, 0).data().toString();
        return list;
    }

    // The chips are one stop for Tab; arrows move between them.
    bool chooseChip(const QString &word)
    {
        if (!tabTo(*m_window, u"All"_s))
            return false;
        for (int presses = 0; presses < 10 && nameOf(QApplication::focusWidget()) != word; ++presses)
            press(Qt::Key_Right);
        auto *chip = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        if (!chip || nameOf(chip) != word)
            return false;
        if (!chip->isChecked())
            press(Qt::Key_Space);
        return chip->isChecked();
    }

    [[nodiscard]] QString countText() const { return m_window->findChild<QLabel *>(u"appCount"_s)->text(); }

    // The menu of this name, opened.
    static QMenu *openMenu(const QString &name)
    {
        QMenu *found = nullptr;
        static_cast<void>(QTest::qWaitFor([&found, &name] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            found = menu && menu->objectName() == name ? menu : nullptr;
            return found != nullptr;
        }));
        return found;
    }

    void openApps()
    {
        m_window = openWindow(*m_world);
        press(Qt::Key_3, Qt::ControlModifier);
        // The sandbox knows none of these apps: from here on it tells nothing, and the list stays as it is.
        m_world->setFault({{u"pathPattern"_s, u"/developer/"_s}, {u"kind"_s, u"status"_s}, {u"times"_s, -1}});
        static_cast<void>(waitFor(m_world->gatehouse().registry().refresh()));
        static_cast<void>(waitFor(m_world->gatehouse().registry().rest()));
        m_world->gatehouse().registry().list().setApps(m_apps);
        m_table = visible<QTableView>(*m_window, u"apps"_s);
        if (!m_table) {
            Q_EMIT m_world->gatehouse().registry().appsChanged();
            QVERIFY(QTest::qWaitFor([this] { return (m_table = visible<QTableView>(*m_window, u"apps"_s)) != nullptr; }));
        }
    }

    StrayWindows &m_stray;
    std::unique_ptr<PlatformWorld> m_world;
    std::unique_ptr<ui::MainWindow> m_window;
    QTableView *m_table = nullptr;
    QList<App> m_apps = manyApps(12);
};

void UiApps::init()
{
    m_world = std::make_unique<PlatformWorld>();
    VERIFY_DONE(m_world->signIn());
    VERIFY_DONE(m_world->found());
    VERIFY_DONE(m_world->approve());
    openApps();
    QVERIFY(m_table);
    QCOMPARE(m_table->model()->rowCount(), 12);
}

void UiApps::cleanup()
{
    m_window.reset();
    m_world.reset();
    QVERIFY2(m_stray.seen.isEmpty(), qPrintable(m_stray.seen.join(u", "_s)));
}

void UiApps::searchNarrowsAndSays()
{
    QVERIFY(tabTo(*m_window, u"searchApps"_s));
    const QString before = countText();
    type(u"NUMBER dock"_s); // any order, any case; one word in the description, one in the name
    QStringList expected;
    for (const App &app : m_apps) {
        if (app.name().contains(u"Dock"_s))
            expected << app.name();
    }
    QVERIFY(!expected.isEmpty() && expected.size() < 12);
    QStringList found = names();
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
    QVERIFY(countText() != before);
    QVERIFY(countText().contains(QString::number(names().size())) && countText().contains(u"12"_s));
    press(Qt::Key_Escape);
    QCOMPARE(names().size(), 12);
    QCOMPARE(countText(), before);
}

void UiApps::nothingFoundOffersTheWayBack()
{
    QVERIFY(tabTo(*m_window, u"searchApps"_s));
    type(u"no such app"_s);
    QVERIFY(!m_table->isVisible());
    QVERIFY(tabTo(*m_window, u"Clear search"_s));
    press(Qt::Key_Space);
    QVERIFY(m_table->isVisible());
    QCOMPARE(names().size(), 12);
    QCOMPARE(nameOf(QApplication::focusWidget()), u"Search apps"_s);
}

void UiApps::chipsAndTypesFilter()
{
    QVERIFY(chooseChip(u"Live"_s));
    QCOMPARE(names().size(), 3);
    auto *type = visible<QComboBox>(*m_window, u"appType"_s);
    QVERIFY(type);
    QVERIFY(tabTo(*m_window, u"appType"_s));
    press(Qt::Key_Down); // the first type: web
    int expected = 0;
    for (const App &app : m_apps)
        expected += app.type == AppType::Web && app.latest().state == VersionState::Live;
    QCOMPARE(names().size(), expected);
    // The counts beside the words are of what the other filters leave.
    QCOMPARE(visible<QAbstractButton>(*m_window, u"All"_s)->accessibleDescription(), u"4"_s);
}

// As with large text in a small window: the chips become one box, and what is chosen stays chosen.
void UiApps::chipsFoldWhereThereIsNoRoom()
{
    auto *bar = m_window->findChild<ui::AppFilterBar *>();
    QVERIFY(bar);
    QVERIFY(chooseChip(u"Live"_s));
    QTRY_COMPARE(m_table->model()->rowCount(), 3);
    bar->setFixedWidth(bar->width() / 4);
    QComboBox *box = nullptr;
    QTRY_VERIFY((box = visible<QComboBox>(*m_window, u"appStage"_s)) != nullptr);
    QVERIFY(std::ranges::none_of(bar->findChildren<QAbstractButton *>(),
        [](const QAbstractButton *each) { return each->isCheckable() && each->isVisible(); }));
    QCOMPARE(bar->filter().stage, AppStage::Live);
    QCOMPARE(box->currentData().toInt(), int(AppStage::Live));
    QCOMPARE(m_table->model()->rowCount(), 3);
    box->setFocus();
    press(Qt::Key_Home); // all of them
    QTRY_COMPARE(m_table->model()->rowCount(), 12);
    bar->setMaximumWidth(QWIDGETSIZE_MAX);
    bar->setMinimumWidth(0);
    QTRY_VERIFY(!box->isVisible());
    QTRY_COMPARE(bar->height(), bar->heightForWidth(bar->width()));
}

void UiApps::columnsSort()
{
    auto *header = m_table->horizontalHeader();
    const auto click = [header](int column) {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
            {header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2});
    };
    click(0);
    QStringList byName = names();
    QVERIFY(std::ranges::is_sorted(byName, [](const QString &a, const QString &b) { return a.localeAwareCompare(b) < 0; })
        || std::ranges::is_sorted(byName, [](const QString &a, const QString &b) { return a.localeAwareCompare(b) > 0; }));
    click(0);
    std::ranges::reverse(byName);
    QCOMPARE(names(), byName);
}

void UiApps::hiddenColumnsAreRemembered()
{
    QVERIFY(!m_table->isColumnHidden(2));
    QVERIFY(tabTo(*m_window, u"Columns"_s));
    press(Qt::Key_Space);
    QMenu *menu = openMenu(u"columns"_s);
    QVERIFY(menu);
    for (QAction *act : menu->actions()) {
        if (act->text() == u"Version"_s)
            menu->setActiveAction(act);
    }
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(m_table->isColumnHidden(2));
    m_window.reset();
    m_world->restartProgram();
    openApps();
    QVERIFY(m_table->isColumnHidden(2));
    QVERIFY(!m_table->isColumnHidden(1));
}

void UiApps::shownAppsAreExported()
{
    QVERIFY(chooseChip(u"Live"_s));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"some.json"_s);
    QVERIFY(tabTo(*m_window, u"Export"_s));
    press(Qt::Key_Space);
    QMenu *menu = openMenu(u"export"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 5); // shown and all, two forms each, and a line between them
    menu->setActiveAction(menu->actions().at(1));
    QTest::keyClick(menu, Qt::Key_Return);
    auto *dialog = m_window->findChild<QFileDialog *>(u"exportApps"_s);
    QVERIFY(dialog);
    m_stray.seen.clear(); // a dialog that was asked for
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).array().size(), 3);
    // It is said how many and where.
    QTRY_VERIFY(!m_window->findChildren<ui::Banner *>().isEmpty()
        && std::ranges::any_of(m_window->findChildren<ui::Banner *>(), [&path](const ui::Banner *banner) {
               return banner->isVisible() && banner->message().first.contains(u"3"_s) && banner->message().rest == path;
           }));
}

void UiApps::keyboardReachesEverything()
{
    QVERIFY(tabTo(*m_window, u"Details"_s));
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(nameOf(QApplication::focusWidget()), u"Search apps"_s);
    press(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), m_table);
    QCOMPARE(m_table->currentIndex().row(), 0);
    press(Qt::Key_Down);
    QCOMPARE(m_table->currentIndex().row(), 1);
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_table->isVisible()); // the page of the app is in front
}

void UiApps::selectionSurvivesANewList()
{
    m_table->setCurrentIndex(m_table->model()->index(5, 0));
    const QString id = m_table->currentIndex().data(AppListModel::AppIdRole).toString();
    QList<App> more = manyApps(40);
    m_world->gatehouse().registry().list().setApps(more);
    QCOMPARE(m_table->model()->rowCount(), 40);
    QCOMPARE(m_table->currentIndex().data(AppListModel::AppIdRole).toString(), id);
    // The same apps, one of them changed: nothing moves at all.
    QSignalSpy reset(m_table->model(), &QAbstractItemModel::modelReset);
    more[3].versions.last().state = VersionState::Live;
    m_world->gatehouse().registry().list().setApps(more);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(m_table->currentIndex().data(AppListModel::AppIdRole).toString(), id);
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    return gatehouse::runInWindow<gatehouse::UiApps>(argc, argv);
}
#include "ui_apps.moc"
