// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/askbox.h"
#include "ui/registry/checklistview.h"
#include "ui/registry/differenceview.h"
#include "ui/registry/versionacts.h"
#include "ui/registry/versionlife.h"
#include "ui/registry/versionlist.h"
#include "ui/registry/wording.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::ui;
using namespace Qt::StringLiterals;

namespace {

AppVersion made(const QString &number, VersionState state = VersionState::Development)
{
    AppVersion version;
    version.id = u"v-"_s + number;
    version.number = number;
    version.state = state;
    version.createdAt = QDateTime(QDate(2026, 11, 3), QTime(9, 0), Qt::UTC);
    return version;
}

VersionEvent happened(VersionState state, std::optional<VersionAction> action, const QString &reason = {})
{
    return {state, action, QDateTime(QDate(2026, 11, 4), QTime(9, 0), Qt::UTC), ServerText(u"mira@harborlane.test"_s),
        ServerText(reason)};
}

VersionAct act(const QString &key, bool asksFirst, AskBox::Reason reason = AskBox::Reason::None)
{
    VersionAct made;
    made.key = key;
    made.label = key;
    made.explanation = u"What happens then"_s;
    made.asksFirst = asksFirst;
    made.reason = reason;
    return made;
}

// Shown in a window that is active, so that the focus is real.
void showActive(QWidget &widget)
{
    widget.show();
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

} // namespace

class TestVersionWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStateHasItsOwnWordAndAnIcon()
    {
        QSet<QString> words;
        for (int i = 0; i <= int(VersionState::Unknown); ++i) {
            const ChipLook look = ui::lookOf(VersionState(i));
            QVERIFY(!look.word.isEmpty());
            QVERIFY2(!words.contains(look.word), qPrintable(look.word));
            words.insert(look.word);
        }
    }

    void lifeEndsWhereItIsAndShowsTheWay()
    {
        using State = TimelineEntry::State;
        AppVersion version = made(u"1.0.0"_s);
        QList<TimelineEntry> life = lifeOf(version);
        QCOMPARE(life.first().state, State::Done);
        QCOMPARE(life.at(1).state, State::Current);
        QCOMPARE(life.last().state, State::ToDo);

        version.state = VersionState::InTechReview;
        version.history = {happened(VersionState::Development, {}),
            happened(VersionState::InTechReview, VersionAction::SubmitForTechReview)};
        life = lifeOf(version);
        QCOMPARE(life.at(2).state, State::Running);
        QVERIFY(!openRefusal(version));

        version.state = VersionState::Live;
        QCOMPARE(lifeOf(version).last().state, State::Done);
        version.state = VersionState::Deprecated;
        version.history.append(happened(VersionState::Deprecated, VersionAction::Deprecate, u"Replaced"_s));
        QVERIFY(lifeOf(version).last().detail.contains(u"Replaced"_s));
    }

    void refusalIsOpenUntilSomethingIsDone()
    {
        AppVersion version = made(u"1.0.0"_s);
        version.history = {happened(VersionState::InTechReview, VersionAction::SubmitForTechReview),
            happened(VersionState::Development, VersionAction::DeclineTechReview, u"Too many permissions"_s)};
        const auto refusal = openRefusal(version);
        QVERIFY(refusal);
        QCOMPARE(refusal->reason.wire(), u"Too many permissions"_s);
        const QList<TimelineEntry> life = lifeOf(version);
        QCOMPARE(life.at(1).state, TimelineEntry::State::Error);
        QVERIFY(life.at(1).detail.contains(u"Too many permissions"_s));
        version.state = VersionState::InTechReview;
        version.history.append(happened(VersionState::InTechReview, VersionAction::SubmitForTechReview));
        QVERIFY(!openRefusal(version));
    }

    void listShowsNewestFirstAndKeepsTheChoice()
    {
        VersionList list;
        list.setVersions({made(u"1.0.0"_s), made(u"1.1.0"_s), made(u"2.0.0"_s)});
        QCOMPARE(list.chosen(), u"v-2.0.0"_s);
        showActive(list);
        QSignalSpy chosen(&list, &VersionList::chosenChanged);
        list.focusChosen();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(list.chosen(), u"v-1.1.0"_s);
        QCOMPARE(chosen.size(), 1);
        list.setVersions({made(u"1.0.0"_s), made(u"1.1.0"_s), made(u"2.0.0"_s), made(u"2.1.0"_s)});
        QCOMPARE(list.chosen(), u"v-1.1.0"_s);
        list.setVersions({made(u"1.0.0"_s), made(u"2.0.0"_s)}); // it was deleted
        QCOMPARE(list.chosen(), u"v-2.0.0"_s);
    }

    void askBoxWantsItsReasonAndLetsGoByEscape()
    {
        AskBox box;
        box.ask({.sentence = u"Declined, it goes back."_s, .reason = AskBox::Reason::Needed, .reasonHelp = {},
                    .reasonMissing = u"A reason, please."_s, .word = u"Decline"_s, .busyWord = u"Declining"_s},
            nullptr);
        showActive(box);
        QSignalSpy confirmed(&box, &AskBox::confirmed);
        QSignalSpy cancelled(&box, &AskBox::cancelled);
        auto *reason = box.findChild<QLineEdit *>(u"reason"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(confirmed.isEmpty());
        QVERIFY(reason->property("error").toBool());
        QTest::keyClicks(reason, u" Too early "_s);
        QVERIFY(!reason->property("error").toBool());
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(confirmed.takeFirst().first().toString(), u"Too early"_s);
        box.setBusy(true);
        QTest::keyClick(reason, Qt::Key_Return); // under way: not once more
        QTest::keyClick(reason, Qt::Key_Escape);
        QVERIFY(confirmed.isEmpty() && cancelled.isEmpty() && box.isOpen());
        box.setBusy(false);
        QTest::keyClick(reason, Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(!box.isOpen() && reason->text().isEmpty());
    }

    void actsAskFirstAndForbiddenOnesHaveNoButton()
    {
        VersionActs acts;
        VersionAct forbidden = act(u"approve"_s, true);
        forbidden.whyNot = u"Only a product admin does this."_s;
        QList<VersionAct> all{act(u"edit"_s, false), act(u"withdraw"_s, true), forbidden};
        acts.setActs(all);
        showActive(acts);
        QSignalSpy wanted(&acts, &VersionActs::wanted);
        QVERIFY(!acts.findChild<QAbstractButton *>(u"approve"_s));
        QTest::mouseClick(acts.findChild<QAbstractButton *>(u"edit"_s), Qt::LeftButton);
        QCOMPARE(wanted.takeFirst().first().toString(), u"edit"_s);
        QTest::mouseClick(acts.findChild<QAbstractButton *>(u"withdraw"_s), Qt::LeftButton);
        QVERIFY(wanted.isEmpty());
        auto *confirm = acts.findChild<QAbstractButton *>(u"confirm"_s);
        QVERIFY(confirm->isVisible() && confirm->hasFocus());
        acts.setActs(all); // nothing new: what is being asked stays
        QVERIFY(confirm->isVisible() && confirm->hasFocus());
        QTest::keyClick(confirm, Qt::Key_Space);
        QCOMPARE(wanted.takeFirst().first().toString(), u"withdraw"_s);
        all[1].whyNot = u"It is decided."_s; // it has become impossible: the question goes away
        acts.setActs(all);
        QVERIFY(!confirm->isVisible());

        const std::unique_ptr<QWidget> reasons(whyNotList(all, nullptr));
        QCOMPARE(reasons->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly).size(), 2);
        QVERIFY(!whyNotList({act(u"edit"_s, false)}, nullptr));
    }

    void differenceTellsItsKindByWord()
    {
        DifferenceView view;
        view.setChanges({{u"name"_s, u"Name"_s, u"Route"_s, u"Route Board"_s}, {u"menu"_s, u"Menu"_s, {}, u"Fleet"_s},
            {u"tags"_s, u"Tags"_s, u"vehicle"_s, {}}});
        const auto told = [&view](const QString &key) { return view.findChild<QWidget *>(key)->accessibleDescription(); };
        QVERIFY(told(u"name"_s).contains(u"Route Board"_s) && told(u"name"_s).contains(u"Before"_s));
        QVERIFY(told(u"menu"_s).contains(u"Added"_s) && !told(u"menu"_s).contains(u"Before"_s));
        QVERIFY(told(u"tags"_s).contains(u"Removed"_s) && !told(u"tags"_s).contains(u"After"_s));
    }

    void checklistAsksOnlyWhatItCannotSee()
    {
        using State = ChecklistItem::State;
        ChecklistView view;
        view.setItems({{u"description"_s, u"Description"_s, u"Reviewers read it."_s, State::Met, true},
            {u"categories"_s, u"Categories"_s, u"Add some."_s, State::Missing, true},
            {u"tenants"_s, u"Several tenants"_s, u"Tested with two."_s, State::Ask, true}});
        showActive(view);
        QCOMPARE(view.findChildren<QCheckBox *>().size(), 1);
        QSignalSpy mend(&view, &ChecklistView::mendWanted);
        auto *check = view.findChild<QCheckBox *>();
        const QString plain = check->accessibleDescription();
        view.demandOpen();
        QVERIFY(check->accessibleDescription() != plain); // told at each that is open
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(mend.takeFirst().first().toString(), u"categories"_s);
        QTest::keyClick(check, Qt::Key_Space);
        QCOMPARE(check->accessibleDescription(), plain);
        QCOMPARE(view.ticked(), QStringList{u"tenants"_s});
        view.setTicked({});
        QVERIFY(view.ticked().isEmpty());
    }
};

QTEST_MAIN(TestVersionWidgets)
#include "ui_versionwidgets.moc"
