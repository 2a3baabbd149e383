// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/base/errortext.h"

#include <QEventLoop>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>

// How tests wait. Coroutines belong to the model, so a test runs an event loop of its own instead.
namespace gatehouse {

// Runs the event loop until the work is done. When it is not done in time, the test fails and the answer says so.
template<class T>
[[nodiscard]] Result<T> waitFor(Async<T> work, int milliseconds = 20'000)
{
    QEventLoop loop;
    QObject context;
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    whenDone(std::move(work), &context, [answer, &loop](Result<T> result) {
        answer->emplace(std::move(result));
        loop.quit();
    });
    if (!answer->has_value()) {
        QTimer::singleShot(milliseconds, Qt::PreciseTimer, &context, [&loop] { loop.quit(); });
        loop.exec();
    }
    if (answer->has_value())
        return std::move(**answer);
    QTest::qFail("the test waited in vain", __FILE__, __LINE__);
    return failure(ErrorKind::Cancelled, QStringLiteral("the test waited in vain for %1 ms").arg(milliseconds));
}

// What a result is, for the message of a check that failed.
template<class T>
[[nodiscard]] QByteArray described(const Result<T> &result)
{
    return result ? QByteArray("it succeeded") : ErrorText::report(result.error()).toUtf8();
}

// A home folder of ours that nobody else uses, for as long as the object lives.
class TemporaryHome {
public:
    TemporaryHome() { qputenv("GATEHOUSE_HOME", m_folder.path().toLocal8Bit()); }
    ~TemporaryHome()
    {
        if (m_before.isEmpty())
            qunsetenv("GATEHOUSE_HOME");
        else
            qputenv("GATEHOUSE_HOME", m_before);
    }
    TemporaryHome(const TemporaryHome &) = delete;
    TemporaryHome &operator=(const TemporaryHome &) = delete;

    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QByteArray m_before = qgetenv("GATEHOUSE_HOME");
    QTemporaryDir m_folder;
};

} // namespace gatehouse

// The result has to be a success; says what went wrong if it is none.
#define VERIFY_DONE(result)                                                                                            \
    do {                                                                                                               \
        const auto &checkedResult = (result);                                                                          \
        if (!QTest::qVerify(checkedResult.has_value(), #result, gatehouse::described(checkedResult).constData(),       \
                __FILE__, __LINE__))                                                                                   \
            return;                                                                                                    \
    } while (false)

// The result has to be a failure of this kind; says what it is if not.
#define VERIFY_FAILED(result, wantedKind)                                                                              \
    do {                                                                                                               \
        const auto &checkedResult = (result);                                                                          \
        if (!QTest::qVerify(!checkedResult && checkedResult.error().kind == (wantedKind), #result " is " #wantedKind,  \
                gatehouse::described(checkedResult).constData(), __FILE__, __LINE__))                                  \
            return;                                                                                                    \
    } while (false)
