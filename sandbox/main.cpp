// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/commandline.h"
#include "sandbox/endsignals.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int failed = 1;
constexpr int wrongUsage = 2;

void say(FILE *stream, const QString &text)
{
    std::fputs(qPrintable(text), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"gatehouse-sandbox"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));

    const auto line = sandbox::CommandLine::read(QCoreApplication::arguments());
    if (!line) {
        say(stderr, u"gatehouse-sandbox: %1 Try --help."_s.arg(line.error()));
        return wrongUsage;
    }
    if (line->wish == sandbox::CommandLine::Wish::Help) {
        say(stdout, sandbox::CommandLine::help());
        return 0;
    }
    if (line->wish == sandbox::CommandLine::Wish::Version) {
        say(stdout, u"gatehouse-sandbox "_s + QCoreApplication::applicationVersion());
        return 0;
    }

    sandbox::EndSignals endSignals;
    sandbox::Server server(line->options);
    QObject::connect(&server, &sandbox::Server::ended, &application, &QCoreApplication::quit);
    QObject::connect(&endSignals, &sandbox::EndSignals::received, &application, &QCoreApplication::quit);
    if (const auto started = server.start(); !started) {
        say(stderr, u"gatehouse-sandbox: "_s + started.error());
        return failed;
    }
    say(stdout, u"gatehouse-sandbox ready on "_s + server.baseUrl());
    const int status = QCoreApplication::exec();
    server.stop();
    return status;
}
