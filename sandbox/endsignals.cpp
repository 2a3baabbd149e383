// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/endsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace sandbox {

namespace {

int ends[2] = {-1, -1}; // a signal handler reaches nothing but globals

// Only calls that are safe in a signal handler: write, and nothing else.
extern "C" void noteSignal(int)
{
    const char byte = 1;
    static_cast<void>(!::write(ends[0], &byte, 1));
}

} // namespace

EndSignals::EndSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
        return; // then the signals end the process as they always do
    m_notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        static_cast<void>(!::read(ends[1], &byte, 1));
        Q_EMIT received();
    });
    struct sigaction action{};
    action.sa_handler = noteSignal;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(number, &action, nullptr);
}

} // namespace sandbox
