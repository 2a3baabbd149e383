// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/os1/os1endusers.h"
#include "app/platforms/os1/os1organizations.h"
#include "app/platforms/os1/os1reviews.h"
#include "app/platforms/os1/os1rotation.h"
#include "app/platforms/os1/os1teams.h"
#include "app/platforms/os1/tokencheck.h"
#include "app/platforms/os1/os1tenantcalls.h"
#include "app/platforms/os1/os1versions.h"
#include "app/platforms/os1/wire.h"
#include "app/platforms/platform.h"

namespace gatehouse::os1 {

// OS1, spoken to on behalf of one profile. Paths and bodies: contract 4.1, 4.2, 5.1, 5.4.
class Os1Platform : public Platform {
public:
    Os1Platform(HttpClient &http, Connection &connection)
        : m_wire(http, connection), m_organizations(m_wire), m_tenantWire(http, connection)
    {
    }

    [[nodiscard]] PlatformKind kind() const override { return PlatformKind::Os1; }
    [[nodiscard]] QString name() const override;

    [[nodiscard]] FormSpec signInForm() const override;
    [[nodiscard]] QString accountName(const FormValues &values) const override;
    [[nodiscard]] Async<CodeSent> requestCode(FormValues values) override;
    [[nodiscard]] Async<Delivery> signIn(FormValues values, QString code) override;
    [[nodiscard]] Async<Delivery> renew(Secret refreshToken) override;
    [[nodiscard]] Async<void> signOut(Secret accessToken, Secret refreshToken) override;
    [[nodiscard]] Result<SignedIn> readSignIn(const Delivery &delivery) const override;
    [[nodiscard]] QList<SignInOption> signInWays(SignInMeans means) const override;
    [[nodiscard]] Async<void> checkAccessToken(Secret accessToken) override;
    [[nodiscard]] QUrl signInAddress(const QUrl &page, const QUrl &redirect, const Secret &state) const override;

    [[nodiscard]] FormSpec appForm() const override;
    [[nodiscard]] QString appName(const FormValues &values) const override;
    [[nodiscard]] Async<QList<App>> apps(QString organizationId) override;
    [[nodiscard]] Async<App> app(QString appId) override;
    [[nodiscard]] Async<Delivery> registerApp(AppPlace place, FormValues values) override;
    [[nodiscard]] Result<App> readRegistration(const Delivery &delivery) const override;
    [[nodiscard]] Async<Delivery> credentials(QString appId, Environment environment) override;
    [[nodiscard]] Result<AppCredentials> readCredentials(const Delivery &delivery) const override;

    [[nodiscard]] Organizations *organizations() override { return &m_organizations; }
    [[nodiscard]] Versions *versions() override { return &m_versions; }
    [[nodiscard]] Reviews *reviews() override { return &m_reviews; }
    [[nodiscard]] Teams *teams() override { return &m_teams; }
    [[nodiscard]] Rotation *rotation() override { return &m_rotation; }
    [[nodiscard]] TenantCalls *tenantCalls() override { return &m_tenantCalls; }
    [[nodiscard]] EndUserSignIn *endUserSignIn() override { return &m_endUsers; }

private:
    Wire m_wire;
    TokenCheck m_tokenCheck{m_wire};
    Os1Organizations m_organizations;
    Os1Versions m_versions{m_wire};
    Os1Reviews m_reviews{m_wire};
    Os1Teams m_teams{m_wire};
    Os1Rotation m_rotation{m_wire};
    TenantWire m_tenantWire;
    Os1TenantCalls m_tenantCalls{m_tenantWire};
    Os1EndUsers m_endUsers{m_tenantWire};
};

} // namespace gatehouse::os1
