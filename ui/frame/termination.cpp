// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/termination.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse::ui {

namespace {

constexpr std::chrono::seconds longestEnd{2};

// A signal handler may do next to nothing: it writes a byte, and the event loop reads it.
int pipeEnds[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[0], &byte, 1);
}

} // namespace

Termination::Termination(Gatehouse &gatehouse) : m_gatehouse(gatehouse)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pipeEnds) != 0)
        return;
    auto *notifier = new QSocketNotifier(pipeEnds[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const auto got = ::read(pipeEnds[1], &byte, 1);
        Q_EMIT signalled();
    });
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, onSignal);
}

Termination::~Termination() = default;

void Termination::begin()
{
    if (std::exchange(m_begun, true))
        return;
    whenDone(m_gatehouse.shutDown(), this, [](const Result<void> &) { QCoreApplication::exit(0); });
    // A keychain that hangs must not keep the program: the database is closed by its owner, and what the library
    // still holds is not destroyed under its feet.
    QTimer::singleShot(longestEnd, this, [] { std::_Exit(0); });
}

} // namespace gatehouse::ui
