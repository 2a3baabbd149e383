// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/server.h"

#include "sandbox/control/controlapi.h"
#include "sandbox/log.h"
#include "sandbox/os1/aaa.h"
#include "sandbox/os1/apps.h"
#include "sandbox/os1/credentials.h"
#include "sandbox/os1/organizations.h"
#include "sandbox/os1/signin.h"
#include "sandbox/os1/teams.h"
#include "sandbox/runtimefile.h"
#include "sandbox/store/settings.h"

#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace sandbox {

// All that a running server is made of, in the order in which one part stands on another.
struct Server::Parts
{
    Parts(Server *owner, Options given);

    Options options;
    Clock clock;
    Database database;
    Settings settings{database};
    Mailbox mailbox{database, clock};
    World world{database, clock, settings, mailbox};

    People people{world};
    OneTimePasswords passwords{world};
    TokenSigner signer{world};
    DeveloperTokens tokens{world, signer, people};
    SignIn signIn{world, people, passwords, tokens};
    Directory directory{world};
    Tenants tenants{world, directory};
    Organizations organizations{world, directory, people, passwords, tenants};
    Teams teams{world, directory};
    Apps apps{world, directory};
    Credentials credentials{world, directory, apps};
    Aaa aaa{world, signer};

    Dispatcher dispatcher;
    ControlApi control;
    RuntimeFile announcement;
    QTimer idle;
    Front front;
    quint16 port = 0;
    bool isRunning = false;
};

Server::Parts::Parts(Server *owner, Options given)
    : options(std::move(given))
    , dispatcher(database, clock,
          {.developer = [this](Call &call) { signIn.admit(call); },
              .app = [this](Call &call) { aaa.admit(call); },
              .control = [this](Call &call) { control.admit(call); }})
    , control({settings, clock, mailbox, tenants, people, dispatcher},
          // Later, so that the answer to the call goes out first.
          [owner] {
              QTimer::singleShot(0, owner, [owner] {
                  owner->stop();
                  Q_EMIT owner->ended();
              });
          })
    , front(clock, [this](const Request &request) {
        if (idle.isActive())
            idle.start();
        return dispatcher.answer(request);
    })
{
    RouteTable &routes = dispatcher.routes();
    signIn.addRoutes(routes);
    organizations.addRoutes(routes);
    tenants.addRoutes(routes);
    teams.addRoutes(routes);
    apps.addRoutes(routes);
    credentials.addRoutes(routes);
    aaa.addRoutes(routes);
    control.addRoutes(routes);
    idle.setSingleShot(true);
    QObject::connect(&idle, &QTimer::timeout, owner, [owner] {
        qCInfo(logServer) << "idle for long enough";
        owner->stop();
        Q_EMIT owner->ended();
    });
}

Server::Server(Options options, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(this, std::move(options)))
{
}

Server::~Server()
{
    stop();
}

std::expected<void, QString> Server::start()
{
    Parts &parts = *m_parts;
    const Options &options = parts.options;
    if (const auto opened = parts.database.open(options.database); !opened)
        return std::unexpected(opened.error());
    try {
        Settings &settings = parts.settings;
        if (options.provisioningSeconds)
            settings.setProvisioningSeconds(*options.provisioningSeconds);
        if (options.review)
            settings.setReview(*options.review);
        parts.clock.setAhead(std::chrono::seconds(settings.clockAhead()));
        // Tenant URLs have the port in them, so it is kept from run to run where that is possible.
        const quint16 wanted = options.port != 0 ? options.port : settings.lastPort();
        if (!parts.front.open(wanted) && (options.port != 0 || !parts.front.open(0)))
            return std::unexpected(
                u"The port %1 cannot be had: %2"_s.arg(wanted).arg(parts.front.errorString()));
        parts.port = parts.front.port();
        settings.setLastPort(parts.port);
        settings.setBaseUrl(u"http://127.0.0.1:%1"_s.arg(parts.port));
    } catch (const DatabaseError &error) {
        return std::unexpected(u"The database %1 cannot be used: %2"_s.arg(options.database, error.sentence));
    }
    parts.dispatcher.setPort(parts.port);
    parts.isRunning = true;
    if (!options.runtimeFile.isEmpty()) {
        const RuntimeFile::Content content{parts.port, baseUrl(), controlToken()};
        if (const auto written = parts.announcement.write(options.runtimeFile, content); !written) {
            stop();
            return std::unexpected(written.error());
        }
    }
    if (options.idleMinutes > 0)
        parts.idle.start(std::chrono::minutes(options.idleMinutes));
    qCInfo(logServer) << "ready on port" << parts.port;
    return {};
}

void Server::stop()
{
    if (!m_parts->isRunning)
        return;
    m_parts->isRunning = false;
    m_parts->idle.stop();
    m_parts->announcement.remove();
    m_parts->front.close();
    m_parts->database.close();
}

quint16 Server::port() const
{
    return m_parts->port;
}

QString Server::baseUrl() const
{
    return m_parts->settings.baseUrl();
}

QString Server::controlToken() const
{
    return m_parts->control.token();
}

const RouteTable &Server::routes() const
{
    return std::as_const(m_parts->dispatcher).routes();
}

} // namespace sandbox
