// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse.h"
#include "app/platforms/os1/keys.h"
#include "app/vault/memoryvault.h"
#include "sandbox/server.h"
#include "tests/support/await.h"
#include "tests/support/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

#include <functional>
#include <memory>

namespace gatehouse {

// A real sandbox server in this process and the whole model on it, in a home of its own. The vault is of memory, so
// that it can be told to fail; it outlives the model, as a keychain does.
class PlatformWorld {
public:
    using VaultMaker = std::function<std::unique_ptr<Vault>()>;

    // With a maker, every start of the program gets a vault of its own from it; else one of memory is lent to all.
    explicit PlatformWorld(VaultMaker maker = {}) : m_makeVault(std::move(maker))
    {
        startServer();
        open();
    }

    ~PlatformWorld() { closeProgram(); }

    void startServer()
    {
        sandbox::Options options;
        options.database = testDatabase(m_home.path() + QStringLiteral("/data/sandbox.sqlite"));
        options.provisioningSeconds = 60;
        options.runtimeFile = Paths::fromEnvironment().sandboxAnnouncement();
        m_server = std::make_unique<sandbox::Server>(options);
        const auto started = m_server->start();
        if (!started)
            qFatal("the sandbox did not start: %s", qPrintable(started.error()));
    }

    void stopServer() { m_server.reset(); }

    // Ends the program, as far as the model is concerned, and begins it again.
    void restartProgram()
    {
        closeProgram();
        open();
    }

    Gatehouse &gatehouse() { return *m_gatehouse; }
    MemoryVault &vault() { return *m_vault; }
    sandbox::Server &server() { return *m_server; }
    [[nodiscard]] QString home() const { return m_home.path(); }

    // The sandbox's control interface, spoken to as the desktop's Sandbox page does.
    QJsonDocument control(const QByteArray &verb, const QString &path, const QJsonDocument &body = {})
    {
        HttpRequest request;
        request.verb = verb;
        request.url = QUrl(m_server->baseUrl() + QStringLiteral("/sandbox/v1/") + path);
        request.headers.append({"Authorization", "Bearer " + m_server->controlToken().toLatin1()});
        if (!body.isNull())
            request.body = body.toJson(QJsonDocument::Compact);
        const auto answer = waitFor(m_http.send(request));
        if (!answer || !answer->isSuccess())
            qFatal("the sandbox refused: %s", qPrintable(path));
        return QJsonDocument::fromJson(answer->body);
    }

    void advance(int seconds)
    {
        control("POST", QStringLiteral("clock"),
            QJsonDocument(QJsonObject{{QStringLiteral("advanceSeconds"), seconds}}));
    }

    void setFault(const QJsonObject &fault) { control("PUT", QStringLiteral("faults"), QJsonDocument(QJsonArray{fault})); }
    void clearFaults() { control("DELETE", QStringLiteral("faults")); }

    // How many requests of this kind have reached the server.
    int requestCount(const QString &method, const QString &pathPart)
    {
        int count = 0;
        const auto all = control("GET", QStringLiteral("requests")).array();
        for (const QJsonValue &entry : all) {
            count += entry[QStringLiteral("method")].toString() == method
                && entry[QStringLiteral("path")].toString().contains(pathPart);
        }
        return count;
    }

    QString newestCode(const QString &address)
    {
        const auto mails = control("GET", QStringLiteral("mail?to=") + address).array();
        for (const QJsonValue &mail : mails) {
            if (const QString code = mail[QStringLiteral("code")].toString(); !code.isEmpty())
                return code;
        }
        return {};
    }

    // The steps of the story, for tests that begin further on.
    Result<void> signIn()
    {
        if (!m_gatehouse->accounts().current()) {
            if (auto added = m_gatehouse->accounts().addSandbox(QStringLiteral("Sandbox")); !added)
                return added;
        }
        if (auto sent = waitFor(m_gatehouse->accounts().requestCode(who())); !sent)
            return failure(sent.error());
        return waitFor(m_gatehouse->accounts().signIn(who(), newestCode(address())));
    }

    Result<Organization> found()
    {
        auto &onboarding = m_gatehouse->onboarding();
        if (auto created = waitFor(onboarding.create(organizationValues())); !created)
            return created;
        return waitFor(onboarding.verify(newestCode(address())));
    }

    Result<void> approve()
    {
        const QString id = m_gatehouse->onboarding().organization()->id;
        if (auto decided = waitFor(m_gatehouse->sandboxDesk().decide(id, Decision::Approve, QStringLiteral("Welcome"))); !decided)
            return decided;
        return waitFor(m_gatehouse->onboarding().refresh());
    }

    // The whole way to an app whose credentials are kept: its id, or nothing if a step failed.
    QString haveApp(const QString &type = os1::value::backend)
    {
        const auto signedIn = signIn();
        const auto founded = signedIn ? found() : Result<Organization>(failure(signedIn.error()));
        const auto approved = founded ? approve() : Result<void>(failure(founded.error()));
        FormValues values = appValues();
        values.setText(os1::key::type, type);
        const auto registered = approved ? waitFor(m_gatehouse->registry().registerApp(values))
                                         : Result<Registration>(failure(approved.error()));
        if (!registered) {
            qWarning("there is no app: %s", described(registered).constData());
            return {};
        }
        advance(61);
        const QString id = registered->app.id;
        const bool kept = QTest::qWaitFor(
            [&] { return m_gatehouse->credentials().find(id, Environment::Development).has_value(); }, 10'000);
        return kept ? id : QString();
    }

    static QString address() { return QStringLiteral("mira@harborlane.test"); }

    static FormValues who()
    {
        FormValues values;
        values.setText(os1::key::emailId, address());
        return values;
    }

    static FormValues organizationValues()
    {
        FormValues values;
        values.setChecked(os1::key::acknowledged, true);
        values.setText(os1::key::type, os1::value::business);
        values.setText(os1::key::companyName, QStringLiteral("Harbor Lane Logistics"));
        values.setText(os1::key::email, address());
        values.setText(os1::key::firstName, QStringLiteral("Mira"));
        values.setText(os1::key::lastName, QStringLiteral("Okafor"));
        values.setText(os1::key::website, QStringLiteral("https://harborlane.test"));
        values.setText(os1::key::domain, QStringLiteral("harborlane.test"));
        values.setText(os1::key::country, QStringLiteral("IL"));
        return values;
    }

    static FormValues appValues(const QString &name = QStringLiteral("Route Board"))
    {
        FormValues values;
        values.setText(os1::key::displayName, name);
        values.setText(os1::key::type, os1::value::backend);
        values.setText(os1::key::shortDescription, QStringLiteral("Shows where each route stands."));
        values.setText(os1::key::version, QStringLiteral("1.0.0"));
        return values;
    }

private:
    // The model owns its vault; this one only lends the lasting one to it.
    class LentVault : public Vault {
    public:
        explicit LentVault(MemoryVault &lender) : m_lender(lender)
        {
            connect(&lender, &Vault::healthChanged, this, &Vault::healthChanged);
        }
        [[nodiscard]] Async<void> ready() override { return m_lender.ready(); }
        [[nodiscard]] Async<void> keep(QString key, Secret value) override
        {
            return m_lender.keep(std::move(key), std::move(value));
        }
        [[nodiscard]] Async<Secret> fetch(QString key) override { return m_lender.fetch(std::move(key)); }
        [[nodiscard]] Async<void> forget(QString key) override { return m_lender.forget(std::move(key)); }
        [[nodiscard]] Async<void> unlock() override { return m_lender.unlock(); }
        [[nodiscard]] Async<void> close() override { return m_lender.close(); }
        [[nodiscard]] QString placeName() const override { return m_lender.placeName(); }
        [[nodiscard]] bool lasts() const override { return m_lender.lasts(); }

    private:
        MemoryVault &m_lender;
    };

    void closeProgram()
    {
        if (!m_gatehouse)
            return;
        static_cast<void>(waitFor(m_gatehouse->shutDown()));
        QCoreApplication::processEvents(); // what was cut off comes to its end
        m_gatehouse.reset();
    }

    void open()
    {
        auto vault = m_makeVault ? m_makeVault() : std::make_unique<LentVault>(*m_vault);
        auto opened = Gatehouse::open(Paths::fromEnvironment(), std::move(vault));
        if (!opened)
            qFatal("the model did not open: %s", qPrintable(ErrorText::report(opened.error())));
        m_gatehouse = std::move(*opened);
        m_gatehouse->registry().setWatchTimes({.brisk = std::chrono::milliseconds(50)});
    }

    TemporaryHome m_home;
    VaultMaker m_makeVault;
    std::unique_ptr<MemoryVault> m_vault = std::make_unique<MemoryVault>();
    HttpClient m_http;
    std::unique_ptr<sandbox::Server> m_server;
    std::unique_ptr<Gatehouse> m_gatehouse;
};

} // namespace gatehouse
