// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/announce.h"
#include "ui/forms/fieldproblem.h"
#include "ui/forms/formview.h"
#include "ui/forms/searchcombo.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::ui;
using namespace Qt::StringLiterals;

namespace {

QStringList announced;

FormSpec spec()
{
    FormSpec form;
    FieldSpec email;
    email.key = u"email"_s;
    email.label = u"E-mail"_s;
    email.kind = FieldKind::Email;
    email.help = u"The password goes here."_s;
    FieldSpec kind;
    kind.key = u"kind"_s;
    kind.label = u"Kind"_s;
    kind.kind = FieldKind::Choice;
    kind.choices = {{u"person"_s, u"Individual"_s, u"You alone."_s}, {u"business"_s, u"Business"_s, u"A company."_s}};
    kind.initial = u"person"_s;
    FieldSpec company;
    company.key = u"company"_s;
    company.label = u"Company"_s;
    company.shownWhen = ShownWhen{u"kind"_s, u"business"_s};
    FieldSpec country;
    country.key = u"country"_s;
    country.label = u"Country"_s;
    country.kind = FieldKind::Country;
    FieldSpec agree;
    agree.key = u"agree"_s;
    agree.label = u"Agreed"_s;
    agree.kind = FieldKind::Check;
    agree.required = false;
    form.fields = {email, kind, company, country, agree};
    return form;
}

} // namespace

class TestFormView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        setAnnouncementListener([](QWidget *widget, const QString &text) {
            QCOMPARE(widget->accessibleName(), text); // readers before Qt 6.8 take it from there
            announced.append(text);
        });
    }

    void cleanupTestCase() { setAnnouncementListener({}); }
    void init() { announced.clear(); }

    void everyEditorHasNameAndBuddy()
    {
        FormView form(spec());
        for (const FieldSpec &field : form.spec().fields) {
            QWidget *editor = form.editor(field.key);
            QVERIFY(editor != nullptr);
            QCOMPARE(editor->objectName(), field.key);
            QCOMPARE(editor->accessibleName(), field.label);
            if (field.kind == FieldKind::Check)
                continue;
            bool buddied = false;
            for (const QLabel *label : form.findChildren<QLabel *>())
                buddied = buddied || (label->buddy() == editor && label->text() == field.label);
            QVERIFY2(buddied, qPrintable(field.key));
        }
    }

    void plainTextOnly()
    {
        FormView form(spec());
        form.setProblems({{u"email"_s, u"<b>no</b>"_s}});
        for (const QLabel *label : form.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void valuesGoInAndOut()
    {
        FormView form(spec());
        FormValues values;
        values.setText(u"email"_s, u"mira@harborlane.example"_s);
        values.setText(u"kind"_s, u"business"_s);
        values.setText(u"company"_s, u"Harbor Lane"_s);
        values.setText(u"country"_s, u"IL"_s);
        values.setChecked(u"agree"_s, true);
        form.setValues(values);
        QCOMPARE(form.values(), values);
        QCOMPARE(qobject_cast<SearchCombo *>(form.editor(u"country"))->value(), u"IL"_s);
    }

    void shownWhen()
    {
        FormView form(spec());
        form.show();
        QVERIFY(!form.editor(u"company")->isVisible());
        QSignalSpy changed(&form, &FormView::changed);
        for (QRadioButton *radio : form.findChildren<QRadioButton *>()) {
            if (radio->text() == u"Business"_s)
                radio->click();
        }
        QVERIFY(form.editor(u"company")->isVisible());
        QCOMPARE(changed.count(), 1);
    }

    void problemsAreTiedAnnouncedAndFocused()
    {
        FormView form(spec());
        form.show();
        QApplication::setActiveWindow(&form);
        const QString sentence = u"Enter an address."_s;
        form.setProblems({{u"country"_s, u"Choose a country."_s}, {u"email"_s, sentence}});
        auto *email = qobject_cast<QLineEdit *>(form.editor(u"email"));
        QVERIFY(email->hasFocus());
        QVERIFY(email->property("error").toBool());
        QCOMPARE(email->accessibleDescription(), sentence + u" The password goes here."_s);
        QVERIFY(announced.contains(sentence));
        QVERIFY(announced.contains(u"Choose a country."_s));
        form.setProblems({});
        QVERIFY(!email->property("error").toBool());
        QCOMPARE(email->accessibleDescription(), u"The password goes here."_s);
    }

    void checksOnlyWhatIsAlreadyWrong()
    {
        FormView form(spec());
        form.show();
        auto *email = qobject_cast<QLineEdit *>(form.editor(u"email"));
        QTest::keyClicks(email, u"mira"_s);
        QVERIFY(!email->property("error").toBool()); // nobody is scolded while typing
        QVERIFY(!form.validate());
        QVERIFY(email->property("error").toBool());
        QTest::keyClicks(email, u"@harborlane.example"_s);
        QVERIFY(!email->property("error").toBool()); // and praised at once
    }

    void searchFindsByPart()
    {
        FormView form(spec());
        form.show();
        auto *country = qobject_cast<SearchCombo *>(form.editor(u"country"));
        QVERIFY(country->count() > 200);
        country->lineEdit()->setFocus();
        country->lineEdit()->selectAll();
        QTest::keyClicks(country->lineEdit(), country->itemText(country->findData(u"IS"_s)).mid(1));
        QTest::keyClick(country->lineEdit(), Qt::Key_Return);
        QCOMPARE(country->value(), u"IS"_s);
        country->lineEdit()->selectAll();
        QTest::keyClicks(country->lineEdit(), u"zzz"_s);
        QTest::keyClick(country->lineEdit(), Qt::Key_Return);
        QCOMPARE(country->value(), u"IS"_s); // what fits nothing changes nothing
    }
};

QTEST_MAIN(TestFormView)
#include "ui_formview.moc"
