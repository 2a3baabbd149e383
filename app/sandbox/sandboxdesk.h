// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"
#include "app/sandbox/localsandbox.h"

namespace gatehouse {

struct SandboxMail {
    QString id;
    ServerText to;
    ServerText subject;
    ServerText text;
    QString code; // the one-time password in it, if any
    QDateTime sentAt;
};

struct ReviewRequest {
    QString organizationId;
    ServerText name;
    ServerText contact;
    ServerText email;
    ServerText website;
    ServerText domain;
    QString country;
    bool isBusiness = false;
    TenantState state = TenantState::Unknown;
    QDateTime requestedAt;
    QDateTime decidedAt;
    ServerText reason;
};

enum class Decision { Approve, Decline };

// A version that was submitted at least once.
struct VersionReview {
    QString appId;
    QString versionId;
    ServerText name;
    QString number;
    ServerText listingId;
    ServerText organization;
    AppType type = AppType::Unknown;
    VersionState state = VersionState::Unknown;
    QDateTime submittedAt;
    ServerText submittedBy;
    QList<VersionAction> allowed; // what a reviewer can do with it now
};

// What only a sandbox has: its mailbox and its reviewer's desk. Owned by Gatehouse.
class SandboxDesk : public QObject {
    Q_OBJECT
public:
    explicit SandboxDesk(LocalSandbox &sandbox, QObject *parent = nullptr);

    // Newest first.
    [[nodiscard]] Async<QList<SandboxMail>> mail();
    [[nodiscard]] Async<QList<ReviewRequest>> reviews();

    // A refusal needs a reason.
    [[nodiscard]] Async<void> decide(QString organizationId, Decision decision, QString reason);

    // Waiting ones first, latest submission first.
    [[nodiscard]] Async<QList<VersionReview>> versionReviews();

    // Declining needs a reason.
    [[nodiscard]] Async<void> decideVersion(QString versionId, VersionAction action, QString reason);

    // How long registrations take from now on, in seconds.
    [[nodiscard]] Async<int> provisioningTime();
    [[nodiscard]] Async<void> setProvisioningTime(int seconds);

Q_SIGNALS:
    void decided(const QString &organizationId);
    void versionDecided(const QString &versionId);

private:
    LocalSandbox &m_sandbox;
};

} // namespace gatehouse
