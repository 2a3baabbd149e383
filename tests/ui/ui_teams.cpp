// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/people.h"
#include "tests/ui/window.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

// Working together, in a real window and by the keyboard alone.
class UiTeams : public QObject {
    Q_OBJECT
public:
    explicit UiTeams(StrayWindows &stray) : m_stray(stray) { }

private Q_SLOTS:
    void cleanup() { QVERIFY2(m_stray.seen.isEmpty(), qPrintable(m_stray.seen.join(u", "_s))); }
    void inviteAcceptAndChangeRoles();
    void turningDownAsksOnce();
    void teamsAreMadeRenamedAndDeleted();
    void theLastOwnerIsToldWhy();
    void membersOfOthersFoundNothing();
    void organizationsAreSwitched();
    void foundingAnotherAndTurningBack();

private:
    static inline const QString colleague = u"tomer@harborlane.test"_s;

    static bool go(QWidget &window, const QString &name)
    {
        if (!QTest::qWaitFor([&window, &name] { return visible<QWidget>(window, name) != nullptr; }, 10'000)
            || !tabTo(window, name))
            return false;
        press(Qt::Key_Space);
        return true;
    }
    static void choose(QWidget &window, const QString &entry);
    static bool isLabelShown(QWidget &window, const QString &text);

    StrayWindows &m_stray;
};

// Down the open menu to the entry, then Return.
void UiTeams::choose(QWidget &window, const QString &entry)
{
    QMenu *menu = nullptr;
    QVERIFY(QTest::qWaitFor([&menu] {
        menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        return menu != nullptr;
    }));
    for (int presses = 0; presses < 20; ++presses) {
        if (menu->activeAction() && menu->activeAction()->text() == entry) {
            QTest::keyClick(menu, Qt::Key_Return);
            return;
        }
        QTest::keyClick(menu, Qt::Key_Down);
    }
    menu->close();
    QFAIL(qPrintable(u"no entry "_s + entry + u" for "_s + nameOf(&window)));
}

bool UiTeams::isLabelShown(QWidget &window, const QString &text)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

void UiTeams::inviteAcceptAndChangeRoles()
{
    PlatformWorld world;
    auto &roster = world.gatehouse().teamRoster();
    VERIFY_DONE(becomePerson(world, colleague));
    VERIFY_DONE(becomePerson(world, PlatformWorld::address()));
    VERIFY_DONE(world.found());
    VERIFY_DONE(world.approve());
    const QString team = roster.teams().first().id;

    auto window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(go(*window, u"Open"_s));
    // Nobody is invited without an address and a role, and the fields say so.
    QVERIFY(go(*window, u"Send invitation"_s));
    QVERIFY(visible<QLineEdit>(*window, u"email"_s)->property("error").toBool());
    QCOMPARE(world.requestCount(u"POST"_s, u"/members"_s), 0);
    QVERIFY(tabTo(*window, u"email"_s));
    type(colleague);
    QVERIFY(go(*window, u"DEVELOPER"_s));
    QVERIFY(go(*window, u"Send invitation"_s));
    QTRY_VERIFY_WITH_TIMEOUT(roster.members(team) && roster.members(team)->size() == 2, 10'000);
    QTRY_VERIFY(visible(*window, colleague)); // a row of its own
    QVERIFY(visible<QLineEdit>(*window, u"email"_s)->text().isEmpty());

    VERIFY_DONE(becomePerson(world, colleague));
    window = openWindow(world);
    QVERIFY(go(*window, u"Accept"_s));
    QTRY_VERIFY_WITH_TIMEOUT(world.gatehouse().onboarding().organization().has_value(), 10'000);
    QTRY_VERIFY(!visible<QPushButton>(*window, u"Accept"_s));
    QCOMPARE(roster.roles(), QList<Role>{Role::Developer});
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(go(*window, u"Open"_s));
    QTRY_VERIFY(visible(*window, u"Mira Okafor"_s));
    QVERIFY(!visible<QPushButton>(*window, u"Send invitation"_s)); // a developer invites nobody
    QVERIFY(!visible<QPushButton>(*window, u"Change roles"_s));
    QVERIFY(visible<QPushButton>(*window, u"Leave team"_s));

    VERIFY_DONE(becomePerson(world, PlatformWorld::address()));
    window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(go(*window, u"Open"_s));
    QTRY_VERIFY_WITH_TIMEOUT(visible(*window, colleague), 10'000);
    auto *row = visible(*window, colleague);
    row->findChild<QPushButton *>()->setFocus();
    QCOMPARE(nameOf(QApplication::focusWidget()), u"Change roles"_s);
    press(Qt::Key_Space);
    QTRY_COMPARE(nameOf(QApplication::focusWidget()), u"Developer"_s);
    QVERIFY(qobject_cast<QCheckBox *>(QApplication::focusWidget())->isChecked());
    press(Qt::Key_Space); // no role at all
    QVERIFY(go(*window, u"Save roles"_s));
    QCOMPARE(world.requestCount(u"PATCH"_s, u"/members/"_s), 0);
    QVERIFY(visible<QPushButton>(*window, u"Save roles"_s));
    auto *admin = row->findChild<QCheckBox *>(u"DEVELOPER_ADMIN"_s);
    admin->setFocus();
    press(Qt::Key_Space);
    QVERIFY(go(*window, u"Save roles"_s));
    const auto rolesOfColleague = [&roster, &team] {
        const auto members = roster.members(team).value_or(QList<Member>());
        const auto found = std::ranges::find_if(
            members, [](const Member &member) { return member.email.wire() == colleague; });
        return found == members.end() ? QList<Role>() : found->roles;
    };
    QTRY_COMPARE_WITH_TIMEOUT(rolesOfColleague(), QList<Role>{Role::DeveloperAdmin}, 10'000);
    QTRY_VERIFY(!visible<QPushButton>(*window, u"Save roles"_s));

    // Removing asks once more; Escape lets go.
    const auto buttons = row->findChildren<QPushButton *>();
    const auto remove = std::ranges::find_if(
        buttons, [](const QPushButton *each) { return each->accessibleName() == u"Remove"_s && each->isVisible(); });
    QVERIFY(remove != buttons.end());
    (*remove)->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(nameOf(QApplication::focusWidget()), u"Remove from team"_s);
    press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), *remove);
    QCOMPARE(world.requestCount(u"DELETE"_s, u"/members/"_s), 0);
    press(Qt::Key_Space);
    QTRY_COMPARE(nameOf(QApplication::focusWidget()), u"Remove from team"_s);
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(roster.members(team)->size(), 1, 10'000);
    QTRY_VERIFY(!visible(*window, colleague));
}

void UiTeams::turningDownAsksOnce()
{
    PlatformWorld world;
    auto &roster = world.gatehouse().teamRoster();
    VERIFY_DONE(becomePerson(world, PlatformWorld::address()));
    VERIFY_DONE(world.found());
    VERIFY_DONE(waitFor(roster.invite(roster.teams().first().id, rolesOf({u"PUBLISHER"_s}, colleague))));
    VERIFY_DONE(becomePerson(world, colleague));
    auto window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier);
    // Whoever is invited may still found an organization of their own, and turn back from it.
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(*window, u"Create an organization"_s), 10'000);
    QVERIFY(go(*window, u"Create an organization"_s));
    QTRY_VERIFY(visible(*window, u"acknowledged"_s));
    QVERIFY(go(*window, u"Cancel"_s));
    QVERIFY(go(*window, u"Turn down"_s));
    QVERIFY(go(*window, u"Turn it down"_s));
    QTRY_VERIFY_WITH_TIMEOUT(roster.person() && roster.invitations().isEmpty(), 10'000);
    QTRY_VERIFY(!visible<QPushButton>(*window, u"Turn down"_s));
    QTRY_VERIFY(visible(*window, u"acknowledged"_s)); // only that is left
}

void UiTeams::teamsAreMadeRenamedAndDeleted()
{
    PlatformWorld world;
    auto &roster = world.gatehouse().teamRoster();
    VERIFY_DONE(becomePerson(world, PlatformWorld::address()));
    VERIFY_DONE(world.found());
    auto window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(go(*window, u"New team"_s));
    QVERIFY(tabTo(*window, u"name"_s));
    type(u"Default Team"_s); // taken: the refusal lands beside the field
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(visible<QLineEdit>(*window, u"name"_s)->property("error").toBool(), 10'000);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"Depot"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(roster.teams().size(), 2, 10'000);
    QTRY_VERIFY(visible(*window, u"Depot"_s));

    auto *row = visible(*window, u"Depot"_s);
    const auto act = [row](const QString &name) -> QPushButton * {
        for (auto *each : row->findChildren<QPushButton *>()) {
            if (each->accessibleName() == name && each->isVisible())
                return each;
        }
        return nullptr;
    };
    act(u"Rename team"_s)->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"name"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"Yard"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(roster.teams().last().name.wire(), u"Yard"_s, 10'000);
    QTRY_COMPARE(nameOf(row), u"Yard"_s);

    // The default team stays, and says why; the other one goes after one more question.
    auto *first = visible(*window, u"Default Team"_s);
    QVERIFY(first);
    for (auto *each : first->findChildren<QPushButton *>()) {
        if (each->accessibleName() == u"Delete team"_s)
            each->setFocus();
    }
    press(Qt::Key_Space);
    QTRY_VERIFY(isLabelShown(*first, *roster.whyNotRemove(roster.teams().first(), 0)));
    QVERIFY(!visible<QPushButton>(*window, u"Delete this team"_s));
    act(u"Delete team"_s)->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(nameOf(QApplication::focusWidget()), u"Delete this team"_s);
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(roster.teams().size(), 1, 10'000);
    QTRY_VERIFY(!visible(*window, u"Yard"_s));
}

void UiTeams::theLastOwnerIsToldWhy()
{
    PlatformWorld world;
    VERIFY_DONE(becomePerson(world, PlatformWorld::address()));
    VERIFY_DONE(world.found());
    auto window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(go(*window, u"Open"_s));
    QVERIFY(go(*window, u"Leave team"_s));
    const auto &roster = world.gatehouse().teamRoster();
    const QString team = roster.teams().first().id;
    QTRY_VERIFY(isLabelShown(*window, *roster.whyNotRemoveMember(team, roster.members(team)->first())));
    QVERIFY(!visible<QPushButton>(*window, u"Leave this team"_s));
    QVERIFY(go(*window, u"Change roles"_s));
    QTRY_COMPARE(nameOf(QApplication::focusWidget()), u"Developer"_s);
    QVERIFY(visible<QPushButton>(*window, u"Save roles"_s));
}

void UiTeams::membersOfOthersFoundNothing()
{
    PlatformWorld world;
    auto &roster = world.gatehouse().teamRoster();
    VERIFY_DONE(becomePerson(world, PlatformWorld::address()));
    VERIFY_DONE(world.found());
    const QString id = world.gatehouse().onboarding().organization()->id;
    VERIFY_DONE(waitFor(roster.invite(roster.teams().first().id, rolesOf({u"DEVELOPER"_s}, colleague))));
    VERIFY_DONE(waitFor(world.gatehouse().sandboxDesk().decide(id, Decision::Decline, u"No website there"_s)));
    VERIFY_DONE(becomePerson(world, colleague));
    VERIFY_DONE(waitFor(roster.refresh()));
    VERIFY_DONE(waitFor(roster.accept(id, roster.invitations().first().teamId)));
    auto window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(*window, u"Check now"_s), 10'000);
    QVERIFY(!visible(*window, u"acknowledged"_s)); // no wizard
    QVERIFY(!visible<QPushButton>(*window, u"Correct and submit again"_s)); // an owner's
    QVERIFY(!visible<QPushButton>(*window, u"New team"_s));
    QVERIFY(visible(*window, u"You"_s)); // what they are and may do
}

void UiTeams::organizationsAreSwitched()
{
    PlatformWorld world;
    auto &onboarding = world.gatehouse().onboarding();
    VERIFY_DONE(becomePerson(world, PlatformWorld::address()));
    VERIFY_DONE(world.found());
    VERIFY_DONE(world.approve());
    VERIFY_DONE(waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues())));
    const QString first = onboarding.organization()->id;
    FormValues values = PlatformWorld::organizationValues();
    values.setText(os1::key::companyName, u"Quay & Sons"_s);
    values.setText(os1::key::domain, u"quay.test"_s);
    values.setText(os1::key::email, u"mira@quay.test"_s);
    VERIFY_DONE(waitFor(onboarding.create(values)));
    VERIFY_DONE(waitFor(onboarding.verify(world.newestCode(u"mira@quay.test"_s))));
    const QString second = onboarding.organization()->id;
    QVERIFY(first != second);

    auto window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(visible(*window, u"Quay & Sons"_s));
    QVERIFY(go(*window, u"Organizations"_s));
    choose(*window, u"Harbor Lane Logistics"_s);
    QTRY_COMPARE(onboarding.organization()->id, first);
    QTRY_VERIFY(visible(*window, u"Harbor Lane Logistics"_s));
    press(Qt::Key_3, Qt::ControlModifier);
    QTableView *table = nullptr;
    QTRY_VERIFY((table = visible<QTableView>(*window, u"apps"_s)) && table->model()->rowCount() == 1);
    // An app's page does not stay while its organization is not in use; the profile's menu switches too.
    QVERIFY(tabTo(*window, u"apps"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(visible(*window, u"Route Board"_s));
    auto *profile = window->findChild<QToolButton *>();
    QVERIFY(profile && profile->menu());
    profile->menu()->popup(profile->mapToGlobal(QPoint(0, profile->height())));
    choose(*window, u"Quay && Sons"_s);
    QTRY_COMPARE(onboarding.organization()->id, second);
    QTRY_VERIFY(!visible(*window, u"Route Board"_s));
    QVERIFY(!visible<QTableView>(*window, u"apps"_s)); // nothing is registered there
}

void UiTeams::foundingAnotherAndTurningBack()
{
    PlatformWorld world;
    auto &onboarding = world.gatehouse().onboarding();
    VERIFY_DONE(becomePerson(world, PlatformWorld::address()));
    VERIFY_DONE(world.found());
    auto window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(go(*window, u"Organizations"_s));
    choose(*window, u"Found another organization"_s);
    QTRY_VERIFY(visible(*window, u"acknowledged"_s));
    QVERIFY(!visible<QCheckBox>(*window, u"acknowledged"_s)->isChecked()); // nothing of the first one
    QVERIFY(go(*window, u"Cancel"_s));
    QTRY_VERIFY(visible<QPushButton>(*window, u"Check now"_s));
    QVERIFY(!onboarding.isFounding());

    // Founded to the end: the new one is in use, and its page follows the wizard.
    VERIFY_DONE(onboarding.beginFounding());
    QTRY_VERIFY(visible(*window, u"acknowledged"_s));
    FormValues values = PlatformWorld::organizationValues();
    values.setText(os1::key::type, os1::value::individual);
    values.setText(os1::key::domain, u"quay.test"_s);
    VERIFY_DONE(onboarding.keepDraft({values, 2}));
    window.reset();
    world.restartProgram();
    window = openWindow(world);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(visible<QLineEdit>(*window, u"domain"_s));
    QVERIFY(go(*window, u"Create organization"_s));
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(*window, u"Use it"_s), 10'000);
    QVERIFY(tabTo(*window, u"otp"_s));
    type(world.newestCode(PlatformWorld::address()));
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(*window, u"Finish"_s), 10'000);
    QVERIFY(go(*window, u"Finish"_s));
    QTRY_VERIFY(visible<QPushButton>(*window, u"Check now"_s));
    QCOMPARE(world.gatehouse().onboarding().organizations().size(), 2);
    QCOMPARE(world.gatehouse().onboarding().organization()->domain.wire(), u"quay.test"_s);
}

} // namespace gatehouse

int main(int argc, char *argv[])
{
    return gatehouse::runInWindow<gatehouse::UiTeams>(argc, argv);
}
#include "ui_teams.moc"
