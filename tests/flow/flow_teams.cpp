// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/people.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

// Working together: teams, members, invitations, and more than one organization.
class FlowTeams : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void invitedAcceptsAndWorks();
    void rolesTakeEffect();
    void turningDownAndTakingBack();
    void lastOwnerStays();
    void teamsAreMadeRenamedAndDeleted();
    void twoOrganizationsAreKeptApart();
    void choiceHoldsAfterRestart();
    void foundingAnotherCanBeGivenUp();
    void anOlderAnswerDoesNotUndoFounding();
    void somebodyElsesAnswersAreForgotten();

private:
    static inline const QString founder = PlatformWorld::address();
    static inline const QString colleague = u"tomer@harborlane.test"_s;

    static QString teamId(PlatformWorld &world) { return world.gatehouse().teamRoster().teams().first().id; }
    static Result<void> begin(PlatformWorld &world);
    static Result<Organization> foundSecond(PlatformWorld &world);
    static QStringList appNames(PlatformWorld &world);
};

// A founded organization, and a colleague who has a profile; the founder is at work.
Result<void> FlowTeams::begin(PlatformWorld &world)
{
    if (auto become = becomePerson(world, colleague); !become)
        return become;
    if (auto become = becomePerson(world, founder); !become)
        return become;
    if (auto founded = world.found(); !founded)
        return failure(founded.error());
    if (auto approved = world.approve(); !approved)
        return approved;
    return lookAround(world);
}

Result<Organization> FlowTeams::foundSecond(PlatformWorld &world)
{
    FormValues values = PlatformWorld::organizationValues();
    values.setText(os1::key::type, os1::value::individual);
    values.setText(os1::key::domain, u"quay.harborlane.test"_s);
    auto &onboarding = world.gatehouse().onboarding();
    if (auto created = waitFor(onboarding.create(values)); !created)
        return created;
    return waitFor(onboarding.verify(world.newestCode(founder)));
}

QStringList FlowTeams::appNames(PlatformWorld &world)
{
    QStringList names;
    for (const App &app : world.gatehouse().registry().list().apps())
        names.append(app.name());
    names.sort();
    return names;
}

void FlowTeams::invitedAcceptsAndWorks()
{
    PlatformWorld world;
    VERIFY_DONE(begin(world));
    auto &roster = world.gatehouse().teamRoster();
    const QString team = teamId(world);
    VERIFY_DONE(waitFor(roster.refreshMembers(team)));
    QCOMPARE(roster.members(team)->size(), 1);

    QSignalSpy members(&roster, &TeamRoster::membersChanged);
    const auto invited = waitFor(roster.invite(team, rolesOf({u"DEVELOPER"_s}, colleague)));
    VERIFY_DONE(invited);
    QCOMPARE(invited->state, MembershipState::Invited);
    QCOMPARE(invited->roles, QList<Role>{Role::Developer});
    QVERIFY(!invited->joinedAt.isValid());
    QVERIFY(!members.isEmpty());
    QCOMPARE(roster.members(team)->size(), 2);
    QCOMPARE(roster.find(team)->memberCount, 1); // who is only invited does not count

    // The invitation is in the mail, and the same person cannot be invited twice.
    const auto mails = world.control("GET", u"mail?to="_s + colleague).array();
    QVERIFY(std::ranges::any_of(
        mails, [](const QJsonValue &mail) { return mail["purpose"_L1].toString() == "invitation"_L1; }));
    const auto again = waitFor(roster.invite(team, rolesOf({u"PUBLISHER"_s}, colleague)));
    VERIFY_FAILED(again, ErrorKind::Conflict);
    QVERIFY(again.error().fields.contains(os1::key::email));

    VERIFY_DONE(becomePerson(world, colleague));
    QVERIFY(roster.invitations().isEmpty()); // nobody has asked yet
    VERIFY_DONE(lookAround(world));
    QVERIFY(!world.gatehouse().onboarding().organization());
    const auto waiting = roster.invitations();
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.first().organizationName.wire(), u"Harbor Lane Logistics"_s);
    QCOMPARE(waiting.first().roles, QList<Role>{Role::Developer});

    QSignalSpy answered(&roster, &TeamRoster::invitationsChanged);
    VERIFY_DONE(waitFor(roster.accept(waiting.first().organizationId, waiting.first().teamId)));
    QVERIFY(!answered.isEmpty());
    QVERIFY(roster.invitations().isEmpty());
    // The organization of somebody else is theirs to work in now, without having founded anything.
    const auto &organization = world.gatehouse().onboarding().organization();
    QVERIFY(organization);
    QCOMPARE(organization->title(), u"Harbor Lane Logistics"_s);
    QVERIFY(world.gatehouse().onboarding().isTenantReady());
    QCOMPARE(roster.roles(), QList<Role>{Role::Developer});
    QCOMPARE(roster.teamForApps(), team);
    VERIFY_DONE(waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues())));
    VERIFY_DONE(waitFor(roster.refreshMembers(team)));
    QCOMPARE(roster.find(team)->memberCount, 2);
    // An invitation is accepted once.
    VERIFY_FAILED(waitFor(roster.accept(organization->id, team)), ErrorKind::Conflict);
}

void FlowTeams::rolesTakeEffect()
{
    PlatformWorld world;
    VERIFY_DONE(begin(world));
    auto &roster = world.gatehouse().teamRoster();
    const QString team = teamId(world);
    const auto invited = waitFor(roster.invite(team, rolesOf({u"DEVELOPER"_s}, colleague)));
    VERIFY_DONE(invited);
    VERIFY_DONE(becomePerson(world, colleague));
    VERIFY_DONE(waitFor(roster.refresh()));
    VERIFY_DONE(waitFor(roster.accept(roster.invitations().first().organizationId, team)));
    const FormValues guest = rolesOf({u"DEVELOPER"_s}, u"jun@harborlane.test"_s);
    QVERIFY(roster.whyNotManage(team));
    QVERIFY(roster.whyNotCreate());
    VERIFY_FAILED(waitFor(roster.invite(team, guest)), ErrorKind::Forbidden);
    VERIFY_FAILED(waitFor(roster.create(teamNamed(u"Depot"_s))), ErrorKind::Forbidden);

    VERIFY_DONE(becomePerson(world, founder));
    VERIFY_DONE(lookAround(world));
    VERIFY_DONE(waitFor(roster.refreshMembers(team)));
    const auto changed
        = waitFor(roster.changeRoles(team, invited->userId, rolesOf({u"DEVELOPER_ADMIN"_s, u"PUBLISHER"_s})));
    VERIFY_DONE(changed);
    QCOMPARE(changed->roles, (QList<Role>{Role::DeveloperAdmin, Role::Publisher}));

    VERIFY_DONE(becomePerson(world, colleague));
    VERIFY_DONE(lookAround(world));
    QVERIFY(!roster.whyNotManage(team));
    VERIFY_DONE(waitFor(roster.invite(team, guest)));
    VERIFY_DONE(waitFor(roster.create(teamNamed(u"Depot"_s))));
    QCOMPARE(roster.teams().size(), 2);
    // But nobody gives what they do not have: the form does not offer it, the platform refuses it.
    QVERIFY(!roster.inviteForm(team).field("ORG_OWNER"));
    VERIFY_FAILED(
        waitFor(roster.invite(team, rolesOf({u"ORG_OWNER"_s}, u"amir@harborlane.test"_s))), ErrorKind::Forbidden);
    VERIFY_DONE(waitFor(roster.refreshMembers(team)));
    const auto members = roster.members(team);
    QVERIFY(members);
    for (const Member &member : *members) {
        if (member.roles.contains(Role::OrganizationOwner)) {
            QVERIFY(roster.whyNotChangeRoles(team, member));
            QVERIFY(roster.whyNotRemoveMember(team, member));
            VERIFY_FAILED(waitFor(roster.removeMember(team, member.userId)), ErrorKind::Forbidden);
        }
    }
    // A team that one is not in is out of reach for who only administers another.
    VERIFY_DONE(becomePerson(world, founder));
    VERIFY_DONE(lookAround(world));
    VERIFY_DONE(waitFor(roster.create(teamNamed(u"Harbor"_s))));
    const QString third = roster.teams().last().id;
    VERIFY_DONE(becomePerson(world, colleague));
    VERIFY_DONE(lookAround(world));
    QVERIFY(roster.find(third));
    QVERIFY(roster.whyNotManage(third));
    VERIFY_FAILED(waitFor(roster.rename(third, teamNamed(u"Pier"_s))), ErrorKind::Forbidden);
}

void FlowTeams::turningDownAndTakingBack()
{
    PlatformWorld world;
    VERIFY_DONE(begin(world));
    auto &roster = world.gatehouse().teamRoster();
    const QString team = teamId(world);
    VERIFY_DONE(waitFor(roster.refreshMembers(team)));
    const auto invited = waitFor(roster.invite(team, rolesOf({u"DEVELOPER"_s}, colleague)));
    VERIFY_DONE(invited);

    VERIFY_DONE(becomePerson(world, colleague));
    VERIFY_DONE(waitFor(roster.refresh()));
    VERIFY_DONE(waitFor(roster.decline(roster.invitations().first().organizationId, team)));
    QVERIFY(roster.invitations().isEmpty());
    QVERIFY(!world.gatehouse().onboarding().organization());

    VERIFY_DONE(becomePerson(world, founder));
    VERIFY_DONE(waitFor(roster.refreshMembers(team)));
    QCOMPARE(roster.members(team)->size(), 1);
    // Invited again, and the invitation taken back before it is answered.
    VERIFY_DONE(waitFor(roster.invite(team, rolesOf({u"PUBLISHER"_s}, colleague))));
    VERIFY_DONE(becomePerson(world, colleague));
    VERIFY_DONE(waitFor(roster.refresh()));
    const auto waiting = roster.invitations();
    QCOMPARE(waiting.size(), 1);
    VERIFY_DONE(becomePerson(world, founder));
    VERIFY_DONE(waitFor(roster.refreshMembers(team)));
    VERIFY_DONE(waitFor(roster.removeMember(team, invited->userId)));
    QCOMPARE(roster.members(team)->size(), 1);
    VERIFY_DONE(becomePerson(world, colleague));
    VERIFY_FAILED(waitFor(roster.accept(waiting.first().organizationId, team)), ErrorKind::Forbidden);
    QVERIFY(roster.invitations().isEmpty());
}

void FlowTeams::lastOwnerStays()
{
    PlatformWorld world;
    VERIFY_DONE(begin(world));
    auto &roster = world.gatehouse().teamRoster();
    const QString team = teamId(world);
    VERIFY_DONE(waitFor(roster.refreshMembers(team)));
    const Member self = roster.members(team)->first();
    QVERIFY(roster.isSelf(self));
    QVERIFY(roster.whyNotRemoveMember(team, self));
    QVERIFY(roster.rolesForm(team, self).problems(rolesOf({u"DEVELOPER"_s})).contains(u"ORG_OWNER"_s));
    VERIFY_FAILED(waitFor(roster.removeMember(team, self.userId)), ErrorKind::Conflict);
    VERIFY_FAILED(waitFor(roster.changeRoles(team, self.userId, rolesOf({u"DEVELOPER"_s}))), ErrorKind::Conflict);

    // With a second owner the first may go, and has nothing to reach afterwards.
    const auto invited = waitFor(roster.invite(team, rolesOf({u"ORG_OWNER"_s}, colleague)));
    VERIFY_DONE(invited);
    QVERIFY(roster.whyNotRemoveMember(team, self)); // an invitation is no owner yet
    VERIFY_DONE(becomePerson(world, colleague));
    VERIFY_DONE(waitFor(roster.refresh()));
    VERIFY_DONE(waitFor(roster.accept(roster.invitations().first().organizationId, team)));
    VERIFY_DONE(becomePerson(world, founder));
    VERIFY_DONE(lookAround(world));
    VERIFY_DONE(waitFor(roster.refreshMembers(team)));
    QVERIFY(!roster.whyNotRemoveMember(team, self));
    VERIFY_DONE(waitFor(roster.removeMember(team, self.userId)));
    QVERIFY(!world.gatehouse().onboarding().organization());
    QVERIFY(world.gatehouse().onboarding().organizations().isEmpty());
}

void FlowTeams::teamsAreMadeRenamedAndDeleted()
{
    PlatformWorld world;
    VERIFY_DONE(begin(world));
    auto &roster = world.gatehouse().teamRoster();
    const Team first = roster.teams().first();
    QVERIFY(first.isDefault);
    const auto made = waitFor(roster.create(teamNamed(u"Depot"_s)));
    VERIFY_DONE(made);
    QVERIFY(!made->isDefault);
    const auto taken = waitFor(roster.create(teamNamed(u"depot"_s)));
    VERIFY_FAILED(taken, ErrorKind::Conflict);
    QVERIFY(taken.error().fields.contains(os1::key::name));
    VERIFY_DONE(waitFor(roster.rename(made->id, teamNamed(u"Yard"_s))));
    QCOMPARE(roster.find(made->id)->name.wire(), u"Yard"_s);

    QVERIFY(roster.whyNotRemove(first, 0));
    VERIFY_FAILED(waitFor(roster.remove(first.id)), ErrorKind::Conflict);
    // A team that owns apps stays.
    const AppPlace place{world.gatehouse().onboarding().organization()->id, made->id};
    VERIFY_DONE(waitFor(world.gatehouse().accounts().platform().registerApp(place, PlatformWorld::appValues())));
    QVERIFY(roster.whyNotRemove(*made, 1));
    VERIFY_FAILED(waitFor(roster.remove(made->id)), ErrorKind::Conflict);

    const auto empty = waitFor(roster.create(teamNamed(u"Pier"_s)));
    VERIFY_DONE(empty);
    QVERIFY(!roster.whyNotRemove(*empty, 0));
    VERIFY_DONE(waitFor(roster.remove(empty->id)));
    QVERIFY(!roster.find(empty->id));
    VERIFY_FAILED(waitFor(roster.remove(empty->id)), ErrorKind::NotFound);
    // What was done, and what was refused, is noted.
    const auto noted = world.gatehouse().journal().entries(
        world.gatehouse().accounts().current()->id, JournalSubject{u"team"_s, empty->id});
    QCOMPARE(noted.size(), 3);
    QCOMPARE(noted.first().outcome, JournalOutcome::Refused);
    QCOMPARE(noted.last().who, founder);
}

void FlowTeams::twoOrganizationsAreKeptApart()
{
    PlatformWorld world;
    VERIFY_DONE(begin(world));
    auto &onboarding = world.gatehouse().onboarding();
    auto &registry = world.gatehouse().registry();
    const QString first = onboarding.organization()->id;
    VERIFY_DONE(waitFor(registry.registerApp(PlatformWorld::appValues(u"Route Board"_s))));

    VERIFY_DONE(onboarding.beginFounding());
    QVERIFY(onboarding.isFounding());
    const auto second = foundSecond(world);
    VERIFY_DONE(second);
    QVERIFY(!onboarding.isFounding());
    QCOMPARE(onboarding.organization()->id, second->id); // what was just founded is in use
    QCOMPARE(onboarding.organizations().size(), 2);
    QVERIFY(appNames(world).isEmpty());
    VERIFY_DONE(world.approve());
    VERIFY_DONE(waitFor(registry.registerApp(PlatformWorld::appValues(u"Quay Log"_s))));
    QCOMPARE(appNames(world), QStringList{u"Quay Log"_s});

    VERIFY_DONE(onboarding.choose(first));
    QCOMPARE(appNames(world), QStringList{u"Route Board"_s}); // remembered, nobody was asked
    VERIFY_DONE(lookAround(world));
    QCOMPARE(appNames(world), QStringList{u"Route Board"_s});
    QCOMPARE(onboarding.organization()->id, first); // it stays while it exists
    VERIFY_DONE(onboarding.choose(second->id));
    QCOMPARE(appNames(world), QStringList{u"Quay Log"_s});
    VERIFY_FAILED(onboarding.choose(u"nobody-knows"_s), ErrorKind::NotFound);
    QCOMPARE(onboarding.organization()->id, second->id);
}

void FlowTeams::choiceHoldsAfterRestart()
{
    PlatformWorld world;
    VERIFY_DONE(begin(world));
    const QString first = world.gatehouse().onboarding().organization()->id;
    VERIFY_DONE(waitFor(world.gatehouse().registry().registerApp(PlatformWorld::appValues(u"Route Board"_s))));
    const auto second = foundSecond(world);
    VERIFY_DONE(second);
    VERIFY_DONE(world.gatehouse().onboarding().choose(first));

    world.stopServer(); // what is known is there without asking anybody
    world.restartProgram();
    QCOMPARE(world.gatehouse().onboarding().organization()->id, first);
    QCOMPARE(world.gatehouse().onboarding().organizations().size(), 2);
    QCOMPARE(appNames(world), QStringList{u"Route Board"_s});
    world.startServer();
    VERIFY_DONE(lookAround(world));
    QCOMPARE(world.gatehouse().onboarding().organization()->id, first);
    VERIFY_DONE(world.gatehouse().onboarding().choose(second->id));
    world.restartProgram();
    QCOMPARE(world.gatehouse().onboarding().organization()->id, second->id);
    QVERIFY(appNames(world).isEmpty());
    // The choice is of the profile: somebody else's is another.
    VERIFY_DONE(becomePerson(world, colleague));
    QVERIFY(!world.gatehouse().onboarding().organization());
    VERIFY_DONE(becomePerson(world, founder));
    QCOMPARE(world.gatehouse().onboarding().organization()->id, second->id);
}

void FlowTeams::foundingAnotherCanBeGivenUp()
{
    PlatformWorld world;
    VERIFY_DONE(begin(world));
    auto &onboarding = world.gatehouse().onboarding();
    const QString first = onboarding.organization()->id;
    VERIFY_DONE(onboarding.beginFounding());
    world.restartProgram(); // the wish survives, as the wizard's entries do
    QVERIFY(world.gatehouse().onboarding().isFounding());
    VERIFY_DONE(world.gatehouse().onboarding().endFounding());
    QCOMPARE(world.gatehouse().onboarding().organization()->id, first);

    // Created, and then given up before it was confirmed: the first one is back in use, the wizard in front.
    FormValues values = PlatformWorld::organizationValues();
    values.setText(os1::key::type, os1::value::individual);
    values.setText(os1::key::domain, u"quay.harborlane.test"_s);
    VERIFY_DONE(waitFor(world.gatehouse().onboarding().create(values)));
    QCOMPARE(world.gatehouse().onboarding().organization()->state, OrganizationState::PendingVerification);
    VERIFY_DONE(world.gatehouse().onboarding().startOver());
    QVERIFY(world.gatehouse().onboarding().isFounding());
    QCOMPARE(world.gatehouse().onboarding().organization()->id, first);
    VERIFY_DONE(lookAround(world));
    QCOMPARE(world.gatehouse().onboarding().organization()->id, first);
}

void FlowTeams::anOlderAnswerDoesNotUndoFounding()
{
    PlatformWorld world;
    VERIFY_DONE(begin(world));
    auto &onboarding = world.gatehouse().onboarding();
    world.setFault(QJsonObject{{u"pathPattern"_s, u"/developer/organizations$"_s}, {u"method"_s, u"GET"_s},
        {u"kind"_s, u"delay"_s}, {u"delayMs"_s, 1500}});
    auto late = onboarding.refresh(); // answered as things stood before the second was founded
    const auto second = foundSecond(world);
    VERIFY_DONE(second);
    VERIFY_DONE(waitFor(std::move(late)));
    QCOMPARE(onboarding.organization()->id, second->id);
    QCOMPARE(onboarding.organization()->state, OrganizationState::Active);
    QCOMPARE(onboarding.organizations().size(), 2);
}

void FlowTeams::somebodyElsesAnswersAreForgotten()
{
    PlatformWorld world;
    VERIFY_DONE(begin(world));
    auto &roster = world.gatehouse().teamRoster();
    const QString team = teamId(world);
    VERIFY_DONE(waitFor(roster.refreshMembers(team)));
    QVERIFY(roster.person() && roster.members(team));
    auto late = roster.refreshMembers(team); // still on its way when another profile comes into use
    VERIFY_DONE(becomePerson(world, colleague));
    VERIFY_DONE(waitFor(std::move(late)));
    QVERIFY(!roster.person());
    QVERIFY(!roster.members(team));
    QVERIFY(roster.roles().isEmpty());
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::FlowTeams)
#include "flow_teams.moc"
