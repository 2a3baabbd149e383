// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/forms/formspec.h"
#include "app/platforms/types.h"

#include <chrono>
#include <optional>

namespace gatehouse {

// An access token of an app, as the platform handed it out.
struct AppToken {
    Secret value;
    QString kind; // "Bearer"
    QDateTime endsAt; // of this computer's clock
};

// One call of the built-in catalogue.
struct CallSpec {
    QString id; // ours: "aaa.tenant"
    QString title; // "Get tenant attributes"
    QString explanation;
    QString method;
    QString path; // "/core/api/v1/aaa/tenants/{tenantId}"
    FormSpec parameters; // of path, query and header
    bool isStart = false; // the one to begin with
};

// What came back, whatever the status.
struct CallAnswer {
    int status = 0;
    QString contentType;
    QList<std::pair<QString, ServerText>> headers;
    ServerText body;
    QString requestId;
    std::chrono::milliseconds took{0};
    std::optional<Error> refusal; // what a status that is no success stands for
    bool tokenWasRenewed = false; // the first try was answered with 401, this is the second one

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

// The power to call a tenant's API in the name of an app.
class TenantCalls {
public:
    virtual ~TenantCalls() = default;

    // By client credentials. The secret is not kept here, and goes only to the tenant that came with it. Rejected with
    // ClientRefused if the tenant does not take it, with NoSecret if there is none.
    [[nodiscard]] virtual Async<AppToken> token(AppCredentials credentials) = 0;

    [[nodiscard]] virtual QList<CallSpec> catalogue() const = 0;
    // What a person finds in the form: values with which the call works for this app, as far as they can be known.
    [[nodiscard]] virtual FormValues initialValues(const CallSpec &call, const QString &appId, const QString &tenantId) const = 0;

    // A refusal by the server is an answer; an Error is what kept an answer from coming.
    [[nodiscard]] virtual Async<CallAnswer> call(CallSpec call, FormValues values, QString tenantUrl, QString tenantId,
        Secret token) = 0;
};

// The power to try the sign-in of an app's end users on its tenant.
class EndUserSignIn {
public:
    virtual ~EndUserSignIn() = default;

    [[nodiscard]] virtual FormSpec form() const = 0; // by e-mail or text message
    [[nodiscard]] virtual QString explanation() const = 0; // what a front-end app does with the answer
    [[nodiscard]] virtual Async<CallAnswer> requestCode(QString tenantUrl, QString tenantId, FormValues values) = 0;
    [[nodiscard]] virtual Async<CallAnswer> verifyCode(QString tenantUrl, QString tenantId, FormValues values,
        QString code) = 0;

    // The id of the user whose code was right.
    [[nodiscard]] virtual Result<ServerText> readUserId(const CallAnswer &answer) const = 0;
};

} // namespace gatehouse
