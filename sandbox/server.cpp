// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/server.h"

#include "sandbox/control/controlapi.h"
#include "sandbox/intandem/intandem.h"
#include "sandbox/log.h"
#include "sandbox/mail/postman.h"
#include "sandbox/openapi/document.h"
#include "sandbox/os1/aaa.h"
#include "sandbox/os1/apps.h"
#include "sandbox/os1/browsersignin.h"
#include "sandbox/os1/artifacts.h"
#include "sandbox/os1/credentials.h"
#include "sandbox/os1/externalauthorizer.h"
#include "sandbox/os1/members.h"
#include "sandbox/os1/organizations.h"
#include "sandbox/os1/signin.h"
#include "sandbox/os1/teams.h"
#include "sandbox/os1/tenantapps.h"
#include "sandbox/os1/tenantobjects.h"
#include "sandbox/os1/tenantpeople.h"
#include "sandbox/os1/versions.h"
#include "sandbox/os1/versionstates.h"
#include "sandbox/runtimefile.h"
#include "sandbox/store/settings.h"

#include <QTimer>
#include <QUrl>

#include <chrono>

using namespace Qt::StringLiterals;

namespace sandbox {

// All that a running server is made of, in the order in which one part stands on another.
struct Server::Parts
{
    Parts(Server *owner, Options given);

    void followClock(); // of the other servers on the same database
    void remember(); // what the options say, in the database
    [[nodiscard]] std::expected<void, QString> openDoor();
    [[nodiscard]] QString ownUrl() const { return u"http://127.0.0.1:%1"_s.arg(port); }

    Options options;
    Clock clock;
    Database database;
    Settings settings{database};
    Mailbox mailbox{database, clock, options.smtp ? Mailbox::Delivery::BySmtp : Mailbox::Delivery::KeptOnly};
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
    Members members{world, directory, people};
    Apps apps{world, directory};
    Versions versions{world, apps};
    VersionStates versionStates{world, directory, apps};
    Artifacts artifacts{world, apps};
    Credentials credentials{world, directory, apps};
    Aaa aaa{world, signer};
    BrowserSignIn browserSignIn{people, passwords, tokens};
    TenantApps tenantApps{world};
    TenantPeople tenantPeople{world, passwords};
    TenantObjects tenantObjects;
    ExternalAuthorizer externalAuthorizer;
    Intandem intandem{world, signer};

    Dispatcher dispatcher;
    ControlApi control;
    RuntimeFile announcement;
    OpenApi openApi{dispatcher.routes()};
    std::unique_ptr<Postman> postman; // null: letters stay in the mailbox
    QTimer idle;
    Front front;
    quint16 port = 0;
    bool isRunning = false;
};

Server::Parts::Parts(Server *owner, Options given)
    : options(std::move(given))
    , dispatcher(database, clock, [this] { followClock(); },
          {.developer = [this](Call &call) { signIn.admit(call); },
              .app = [this](Call &call) { aaa.admit(call); },
              .control = [this](Call &call) { control.admit(call); },
              .intandem = [this](Call &call) { intandem.admit(call); }})
    , control({settings, clock, mailbox, tenants, versionStates, people, dispatcher},
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
        auto outcome = dispatcher.answer(request);
        if (postman)
            postman->look();
        intandem.look();
        return outcome;
    })
{
    RouteTable &routes = dispatcher.routes();
    signIn.addRoutes(routes);
    organizations.addRoutes(routes);
    tenants.addRoutes(routes);
    teams.addRoutes(routes);
    members.addRoutes(routes);
    apps.addRoutes(routes);
    versions.addRoutes(routes);
    versionStates.addRoutes(routes);
    artifacts.addRoutes(routes);
    credentials.addRoutes(routes);
    aaa.addRoutes(routes);
    browserSignIn.addRoutes(routes);
    tenantApps.addRoutes(routes);
    tenantPeople.addRoutes(routes);
    tenantObjects.addRoutes(routes);
    externalAuthorizer.addRoutes(routes);
    intandem.addRoutes(routes);
    control.addRoutes(routes);
    openApi.addRoutes(routes);
    if (options.smtp)
        postman = std::make_unique<Postman>(database, *options.smtp);
    idle.setSingleShot(true);
    QObject::connect(&idle, &QTimer::timeout, owner, [owner] {
        qCInfo(logServer) << "idle for long enough";
        owner->stop();
        Q_EMIT owner->ended();
    });
}

void Server::Parts::followClock()
{
    if (database.isShared())
        clock.setAhead(std::chrono::seconds(settings.clockAhead()));
}

void Server::Parts::remember()
{
    database.inTransaction([this] {
        if (options.provisioningSeconds)
            settings.setProvisioningSeconds(*options.provisioningSeconds);
        if (options.review)
            settings.setReview(*options.review);
        settings.setLastPort(port);
        clock.setAhead(std::chrono::seconds(settings.clockAhead()));
        intandem.seed(options.intandemSeed);
    });
}

std::expected<void, QString> Server::Parts::openDoor()
{
    // Tenant URLs have the port in them, so it is kept from run to run where that is possible.
    const quint16 wanted = options.port != 0 ? options.port : settings.lastPort();
    if (!front.open(wanted) && (options.port != 0 || !front.open(0)))
        return std::unexpected(u"The port %1 cannot be had: %2"_s.arg(wanted).arg(front.errorString()));
    port = front.port();
    settings.setBaseUrl(options.publicUrl.isEmpty() ? ownUrl() : options.publicUrl);
    openApi.setBaseUrl(settings.baseUrl());
    QList<quint16> ports{port};
    for (const quint16 also : std::as_const(options.alsoPorts)) {
        if (!front.openAlso(also))
            return std::unexpected(u"The port %1 cannot be had: %2"_s.arg(also).arg(front.errorString()));
        ports.append(also);
    }
    dispatcher.setAddress(ports, QUrl(options.publicUrl));
    return {};
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
    const auto address = DatabaseAddress::read(options.database);
    if (!address)
        return std::unexpected(address.error());
    if (const auto opened = parts.database.open(*address); !opened)
        return std::unexpected(opened.error());
    try {
        if (const auto opened = parts.openDoor(); !opened)
            return opened;
        parts.remember();
        if (parts.postman)
            parts.postman->start();
        parts.intandem.start();
    } catch (const DatabaseError &error) {
        return std::unexpected(u"The database %1 cannot be used: %2"_s.arg(address->shown(), error.sentence));
    }
    parts.isRunning = true;
    if (!options.runtimeFile.isEmpty()) {
        const RuntimeFile::Content content{parts.port, parts.ownUrl(), controlToken()};
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
    if (m_parts->postman)
        m_parts->postman->stop();
    m_parts->intandem.stop();
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
