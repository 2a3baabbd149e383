// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/keys.h"
#include "app/platforms/os1/readteams.h"
#include "app/platforms/os1/roles.h"
#include "app/platforms/os1/teamforms.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::os1;

namespace gatehouse {

// Teams and members of OS1: what the forms ask, what the wire says, and why something is not possible.
class AppOs1Teams : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void formsOfferOnlyWhatOneMayGive();
    void oneRoleIsNeeded();
    void theLastOwnerStaysOne();
    void everyRoleIsExplained();
    void membersAreRead();
    void halfAMemberIsMalformed_data();
    void halfAMemberIsMalformed();
    void thePersonIsRead();
    void strangeWordsGiveNoRight();
    void whyNotManage_data();
    void whyNotManage();
    void whyATeamStays();
    void whyAMemberStays();

private:
    static Member member(const QList<Role> &roles)
    {
        Member somebody;
        somebody.userId = u"7d6f9c2e-11aa-4b5e-9c0d-000000000001"_s;
        somebody.roles = roles;
        somebody.state = MembershipState::Active;
        return somebody;
    }
    static FormValues ticked(const QStringList &words)
    {
        FormValues values;
        values.setText(key::email, u"tomer@harborlane.test"_s);
        for (const QString &word : words)
            values.setChecked(word, true);
        return values;
    }
};

void AppOs1Teams::formsOfferOnlyWhatOneMayGive()
{
    const FormSpec ofOwner = inviteForm({Role::OrganizationOwner});
    for (const auto &[word, role] : teamRoleWords)
        QVERIFY(ofOwner.field(word));
    QVERIFY(!ofOwner.field(wordOf(Role::ProductAdmin))); // the platform's own
    const FormSpec ofAdmin = inviteForm({Role::DeveloperAdmin});
    QVERIFY(ofAdmin.field(wordOf(Role::DeveloperAdmin)));
    QVERIFY(!ofAdmin.field(wordOf(Role::OrganizationOwner)));
    QVERIFY(ofAdmin.field(key::email));
    QVERIFY(!rolesForm({Role::DeveloperAdmin}).field(key::email));
}

void AppOs1Teams::oneRoleIsNeeded()
{
    for (const QList<Role> &mine : {QList<Role>{Role::DeveloperAdmin}, QList<Role>{Role::OrganizationOwner}}) {
        const FormSpec form = inviteForm(mine);
        QCOMPARE(form.problems(ticked({})).keys(), QStringList{form.fields.last().key});
        QVERIFY(form.problems(ticked({u"DEVELOPER"_s})).isEmpty());
        QVERIFY(form.problems(ticked({u"PUBLISHER"_s, u"DEVELOPER_ADMIN"_s})).isEmpty());
    }
    FormValues wrong = ticked({u"DEVELOPER"_s});
    wrong.setText(key::email, u"tomer"_s);
    QCOMPARE(inviteForm({}).problems(wrong).keys(), QStringList{QString(key::email)});
}

void AppOs1Teams::theLastOwnerStaysOne()
{
    const FormSpec form = rolesForm({Role::OrganizationOwner}, true);
    QCOMPARE(form.problems(ticked({u"DEVELOPER"_s})).keys(), QStringList{u"ORG_OWNER"_s});
    QVERIFY(form.problems(ticked({u"ORG_OWNER"_s, u"PUBLISHER"_s})).isEmpty());
    QVERIFY(rolesForm({Role::OrganizationOwner}, false).problems(ticked({u"DEVELOPER"_s})).isEmpty());
}

void AppOs1Teams::everyRoleIsExplained()
{
    QStringList helps;
    const FormSpec form = rolesForm({Role::OrganizationOwner});
    for (const FieldSpec &field : form.fields) {
        QVERIFY2(!field.help.isEmpty(), qPrintable(field.key));
        QVERIFY(!helps.contains(field.help));
        helps.append(field.help);
    }
}

void AppOs1Teams::membersAreRead()
{
    const auto members = readMembers(R"([
        {"userId":"a","email":"mira@harborlane.test","firstName":"Mira","lastName":"Okafor",
         "roles":["ORG_OWNER","DEVELOPER_ADMIN"],"status":"ACTIVE","joinedAt":"2026-11-12T09:41:00Z"},
        {"userId":"b","email":"tomer@harborlane.test","firstName":null,"lastName":null,
         "roles":["DEVELOPER"],"status":"INVITED"}])");
    QVERIFY(members);
    QCOMPARE(members->size(), 2);
    QCOMPARE(members->at(0).roles, (QList<Role>{Role::OrganizationOwner, Role::DeveloperAdmin}));
    QCOMPARE(members->at(0).state, MembershipState::Active);
    QCOMPARE(members->at(0).joinedAt, QDateTime(QDate(2026, 11, 12), QTime(9, 41), Qt::UTC));
    QCOMPARE(members->at(1).state, MembershipState::Invited);
    QVERIFY(!members->at(1).joinedAt.isValid());
    QVERIFY(members->at(1).firstName.isEmpty());
    QVERIFY(readMembers("[]")->isEmpty());
}

void AppOs1Teams::halfAMemberIsMalformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no id") << QByteArray(R"([{"email":"a@b.test","roles":[],"status":"ACTIVE"}])");
    QTest::newRow("no address") << QByteArray(R"([{"userId":"a","roles":[],"status":"ACTIVE"}])");
    QTest::newRow("no state") << QByteArray(R"([{"userId":"a","email":"a@b.test","roles":[]}])");
    QTest::newRow("the second") << QByteArray(
        R"([{"userId":"a","email":"a@b.test","roles":[],"status":"ACTIVE"},{"userId":7}])");
    QTest::newRow("no list") << QByteArray(R"({"members":[]})");
    QTest::newRow("no JSON") << QByteArray("<html>");
}

void AppOs1Teams::halfAMemberIsMalformed()
{
    QFETCH(QByteArray, body);
    const auto members = readMembers(body);
    QVERIFY(!members);
    QCOMPARE(members.error().kind, ErrorKind::Malformed);
}

void AppOs1Teams::thePersonIsRead()
{
    const auto reader = JsonReader::parse(R"({"userId":"a","email":"mira@harborlane.test","firstName":"Mira",
        "lastName":null,"platformRoles":["PRODUCT_ADMIN"],"memberships":[
        {"organizationId":"o","teamId":"t","teamName":"Fleet","organizationName":"Harbor Lane Logistics",
         "roles":["PUBLISHER"],"status":"INVITED"},
        {"organizationId":"o2","teamId":"t2","roles":["DEVELOPER"],"status":"ACTIVE"}]})",
        u"person"_s);
    const auto person = readPerson(*reader);
    QVERIFY(person);
    QCOMPARE(person->platformRoles, QList<Role>{Role::ProductAdmin});
    QCOMPARE(person->memberships.size(), 2);
    QCOMPARE(person->memberships.at(0).state, MembershipState::Invited);
    QCOMPARE(person->memberships.at(0).organizationName.wire(), u"Harbor Lane Logistics"_s);
    QCOMPARE(person->memberships.at(1).roles, QList<Role>{Role::Developer});
    QVERIFY(person->memberships.at(1).teamName.isEmpty()); // the names may be missing, the ids may not
    const auto half = JsonReader::parse(R"({"userId":"a","memberships":[{"organizationId":"o"}]})", u"person"_s);
    QVERIFY(!readPerson(*half));
}

void AppOs1Teams::strangeWordsGiveNoRight()
{
    const auto members = readMembers(
        R"([{"userId":"a","email":"a@b.test","roles":["ADMIRAL","DEVELOPER","DEVELOPER",7],"status":"ON_LEAVE"}])");
    QVERIFY(members);
    QCOMPARE(members->first().roles, QList<Role>{Role::Developer});
    QCOMPARE(members->first().state, MembershipState::Unknown);
}

void AppOs1Teams::whyNotManage_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("may");
    QTest::newRow("developer") << int(Role::Developer) << false;
    QTest::newRow("admin") << int(Role::DeveloperAdmin) << true;
    QTest::newRow("publisher") << int(Role::Publisher) << false;
    QTest::newRow("owner") << int(Role::OrganizationOwner) << true;
    QTest::newRow("product admin") << int(Role::ProductAdmin) << false;
}

void AppOs1Teams::whyNotManage()
{
    QFETCH(int, role);
    QFETCH(bool, may);
    QCOMPARE(!os1::whyNotManage({Role(role)}).has_value(), may);
}

void AppOs1Teams::whyATeamStays()
{
    Team team{u"t"_s, ServerText(u"Fleet"_s), false, 2};
    QVERIFY(!whyNotRemoveTeam(team, 0, {Role::OrganizationOwner}));
    QVERIFY(whyNotRemoveTeam(team, 0, {Role::DeveloperAdmin}));
    const auto owningApps = whyNotRemoveTeam(team, 2, {Role::OrganizationOwner});
    team.isDefault = true;
    const auto isDefault = whyNotRemoveTeam(team, 0, {Role::OrganizationOwner});
    QVERIFY(owningApps && isDefault);
    QVERIFY(*owningApps != *isDefault);
}

void AppOs1Teams::whyAMemberStays()
{
    const Member owner = member({Role::OrganizationOwner});
    const Member developer = member({Role::Developer});
    const QList<Role> admin{Role::DeveloperAdmin};
    const QList<Role> ofOwner{Role::OrganizationOwner};
    QVERIFY(!whyNotRemoveMember(developer, false, false, admin));
    QVERIFY(whyNotRemoveMember(developer, false, false, {Role::Developer}));
    QVERIFY(!whyNotRemoveMember(developer, true, false, {Role::Developer})); // everybody may leave
    QVERIFY(whyNotRemoveMember(owner, false, false, admin));
    QVERIFY(!whyNotRemoveMember(owner, false, false, ofOwner));
    QVERIFY(whyNotRemoveMember(owner, true, true, ofOwner)); // but for the last owner
    QVERIFY(whyNotChangeRoles(owner, admin));
    QVERIFY(!whyNotChangeRoles(owner, ofOwner));
    QVERIFY(!whyNotChangeRoles(developer, admin));
    QVERIFY(whyNotChangeRoles(developer, {Role::Publisher}));
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::AppOs1Teams)
#include "app_os1teams.moc"
