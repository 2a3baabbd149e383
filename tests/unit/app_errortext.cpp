// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/errortext.h"

#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int kinds = int(ErrorKind::Cancelled) + 1;
constexpr int reasons = int(ErrorReason::SandboxProgramMissing) + 1;

Error errorOf(ErrorKind kind, ErrorReason reason = ErrorReason::None)
{
    Error error;
    error.kind = kind;
    error.reason = reason;
    return error;
}

// Everything that an error can say, in one text.
QString allOf(const Error &error)
{
    const ErrorSentences sentences = ErrorText::of(error);
    return sentences.what + sentences.advice + sentences.remedy + ErrorText::line(error)
        + QStringList(ErrorText::fields(error).values()).join(u' ') + ErrorText::report(error);
}

bool isOneLineOfPlainText(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0); });
}

} // namespace

class AppErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASentence();
    void everyReasonHasASentence();
    void unknownOutcomesAreSaid();
    void placeholdersAreFilled();
    void fieldsHaveSentences();
    void remediesAreOffered();
    void reportNamesAll();
    void hostileTextStaysTame();
};

void AppErrorText::everyKindHasASentence()
{
    QStringList sentences;
    QStringList reports;
    for (int kind = 0; kind < kinds; ++kind) {
        const Error error = errorOf(ErrorKind(kind));
        const QString what = ErrorText::of(error).what;
        QVERIFY2(what.size() > 5 && what.endsWith(u'.'), qPrintable(what));
        QVERIFY2(!sentences.contains(what), qPrintable(what));
        sentences.append(what);
        QVERIFY(ErrorText::line(error).startsWith(what));
        QVERIFY(!reports.contains(ErrorText::report(error)));
        reports.append(ErrorText::report(error));
    }
}

void AppErrorText::everyReasonHasASentence()
{
    QStringList sentences;
    for (int reason = int(ErrorReason::None) + 1; reason < reasons; ++reason) {
        const QString what = ErrorText::of(errorOf(ErrorKind::Rejected, ErrorReason(reason))).what;
        QVERIFY(what.size() > 5 && what.endsWith(u'.'));
        QVERIFY(what != ErrorText::of(errorOf(ErrorKind::Rejected)).what);
        QVERIFY2(!sentences.contains(what), qPrintable(what));
        sentences.append(what);
    }
}

void AppErrorText::unknownOutcomesAreSaid()
{
    for (const ErrorKind kind : {ErrorKind::Offline, ErrorKind::TimedOut}) {
        Error error = errorOf(kind);
        const QString known = ErrorText::line(error);
        error.outcomeUnknown = true;
        QVERIFY(ErrorText::line(error) != known);
    }
}

void AppErrorText::placeholdersAreFilled()
{
    for (int kind = 0; kind < kinds; ++kind) {
        for (int reason = 0; reason < reasons; ++reason) {
            for (const int seconds : {-1, 0, 1, 60, 89, 90, 3600, 24 * 3600}) {
                Error error = errorOf(ErrorKind(kind), ErrorReason(reason));
                if (seconds >= 0) {
                    error.retryAfter = std::chrono::seconds(seconds);
                    error.attemptsLeft = seconds;
                }
                const QString text = allOf(error);
                QVERIFY2(!text.contains(u'%'), qPrintable(text));
            }
        }
    }
    Error error = errorOf(ErrorKind::Throttled);
    error.retryAfter = std::chrono::seconds(47);
    QVERIFY(ErrorText::line(error).contains(u"47"_s));
    error.retryAfter = std::chrono::seconds(121);
    QVERIFY(ErrorText::line(error).contains(u"3"_s));
    error = errorOf(ErrorKind::Rejected, ErrorReason::WrongCode);
    error.attemptsLeft = 4;
    QVERIFY(ErrorText::line(error).contains(u"4"_s));
}

void AppErrorText::fieldsHaveSentences()
{
    Error error = errorOf(ErrorKind::Rejected);
    for (int rule = 0; rule <= int(FieldRule::Other); ++rule)
        error.fields.insert(QString::number(rule), {FieldRule(rule), ServerText()});
    const auto sentences = ErrorText::fields(error);
    QCOMPARE(sentences.keys(), error.fields.keys());
    for (const QString &sentence : sentences)
        QVERIFY(!sentence.isEmpty());
    error.fields = {{u"name"_s, {FieldRule::Length, ServerText(u"too short by two"_s)}}};
    QVERIFY(ErrorText::fields(error).value(u"name"_s).contains(u"too short by two"_s));
    QVERIFY(ErrorText::fields(errorOf(ErrorKind::Rejected)).isEmpty());
}

void AppErrorText::remediesAreOffered()
{
    for (const ErrorKind kind : {ErrorKind::Offline, ErrorKind::TimedOut, ErrorKind::ServerFault, ErrorKind::SignedOut,
             ErrorKind::VaultLocked, ErrorKind::VaultMissing, ErrorKind::VaultSlow, ErrorKind::Storage})
        QVERIFY(!ErrorText::of(errorOf(kind)).remedy.isEmpty());
    for (const ErrorKind kind : {ErrorKind::Cancelled, ErrorKind::Forbidden})
        QVERIFY(ErrorText::of(errorOf(kind)).remedy.isEmpty());
}

void AppErrorText::reportNamesAll()
{
    Error error = errorOf(ErrorKind::Conflict);
    error.code = u"900110010401"_s;
    error.requestId = u"req-1"_s;
    error.said = ServerText(u"listingId is taken"_s);
    error.detail = u"HTTP status 400"_s;
    const QString report = ErrorText::report(error);
    for (const QString &part : {error.code, error.requestId, error.said.wire(), error.detail})
        QVERIFY(report.contains(part));
    // What went wrong technically is for the report, never for the sentence.
    QVERIFY(!ErrorText::line(error).contains(error.detail));
    QVERIFY(!ErrorText::line(error).contains(error.code));
}

void AppErrorText::hostileTextStaysTame()
{
    const QString hostile = u"\x1b]0;owned\x07\x1b[2J\u009b31m\r\u202Ex"_s;
    for (int kind = 0; kind < kinds; ++kind) {
        Error error = errorOf(ErrorKind(kind));
        error.said = ServerText(hostile);
        error.fields.insert(u"name"_s, {FieldRule::Other, ServerText(hostile)});
        QVERIFY(isOneLineOfPlainText(ErrorText::line(error)));
        QVERIFY(isOneLineOfPlainText(ErrorText::fields(error).value(u"name"_s)));
        error.code = hostile;
        error.requestId = hostile;
        error.detail = hostile;
        const auto lines = ErrorText::report(error).split(u'\n');
        QVERIFY(std::ranges::all_of(lines, isOneLineOfPlainText));
    }
}

QTEST_GUILESS_MAIN(AppErrorText)
#include "app_errortext.moc"
