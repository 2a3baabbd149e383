// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"

#include <QList>

#include <memory>

namespace gatehouse {

// Lets one through at a time, in the order of coming. The turn ends when the Turn is let go.
class Turnstile {
    struct State {
        bool taken = false;
        QList<Answer<void>> waiting;
    };

public:
    class Turn {
    public:
        explicit Turn(std::shared_ptr<State> state) : m_state(std::move(state)) { }
        Turn(Turn &&) = default;
        Turn &operator=(Turn &&other) noexcept
        {
            std::swap(m_state, other.m_state);
            return *this;
        }
        ~Turn()
        {
            if (!m_state)
                return;
            if (m_state->waiting.isEmpty())
                m_state->taken = false;
            else
                m_state->waiting.takeFirst().give({}); // handed on, so it stays taken
        }

    private:
        std::shared_ptr<State> m_state;
    };

    [[nodiscard]] Async<Turn> enter() { return entered(m_state); }

private:
    [[nodiscard]] static Async<Turn> entered(std::shared_ptr<State> state)
    {
        if (state->taken) {
            const Answer<void> myTurn;
            state->waiting.append(myTurn);
            co_await myTurn.arrival();
        }
        state->taken = true;
        Turn turn(state);
        co_return turn;
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace gatehouse
