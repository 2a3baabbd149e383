// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QTimer>

#include <chrono>
#include <coroutine>
#include <memory>
#include <optional>

// The one seam to the coroutine library: nothing else in the house names QCoro.
//
// Coroutines are written in one shape only, because g++ 12 silently miscompiles others:
//     const auto x = co_await call(names);        auto x = co_await call(names);
//     co_await call(names);                       co_return co_await call(names);
// Parameters go by value; coroutines are members of objects that outlive the event loop. What co_return is given is
// moved from, even if it is a member: copy what is to stay into a const name first.

namespace gatehouse {

// A value that comes later. Dropping an Async drops the answer, not the work.
template<class T>
using Async = QCoro::Task<Result<T>>;

// A promise to be kept once: the bridge from a callback to an Async. Copies share the promise. The first
// value given counts, later ones are ignored, so a deadline and a late answer may race without harm.
template<class T>
class Answer {
    struct State {
        std::optional<Result<T>> value;
        std::coroutine_handle<> waiting;
    };

    struct Awaiter {
        std::shared_ptr<State> state;
        bool await_ready() const noexcept { return state->value.has_value(); }
        void await_suspend(std::coroutine_handle<> handle) noexcept { state->waiting = handle; }
        Result<T> await_resume() { return std::move(*state->value); }
    };

public:
    void give(Result<T> value) const
    {
        if (m_state->value)
            return;
        m_state->value.emplace(std::move(value));
        if (!m_state->waiting)
            return;
        // Resumed from the event loop, never from inside the caller's stack: whoever gave the answer may
        // be destroyed by what follows.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [state = m_state] { std::exchange(state->waiting, nullptr).resume(); },
            Qt::QueuedConnection);
    }

    [[nodiscard]] bool isGiven() const { return m_state->value.has_value(); }

    // To be awaited by one coroutine only.
    [[nodiscard]] Async<T> arrival() const { return arrivalOf(m_state); }

private:
    static Awaiter taken(std::shared_ptr<State> state) { return Awaiter{std::move(state)}; }

    [[nodiscard]] static Async<T> arrivalOf(std::shared_ptr<State> state)
    {
        auto value = co_await taken(state);
        co_return value;
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

// A pause that the event loop keeps; exact to the millisecond.
[[nodiscard]] inline Async<void> pause(std::chrono::milliseconds duration)
{
    const Answer<void> over;
    QTimer::singleShot(duration, Qt::PreciseTimer, QCoreApplication::instance(), [over] { over.give({}); });
    return over.arrival();
}

// The guarded continuation: calls then(Result<T>) when the work is done, unless the context is gone by then.
template<class T, class Then>
void whenDone(Async<T> work, QObject *context, Then then)
{
    QCoro::connect(std::move(work), context, std::move(then));
}

// Starts work whose end is announced elsewhere, by a signal.
template<class T>
void launch(Async<T> work)
{
    static_cast<void>(work);
}

} // namespace gatehouse
