// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platforms/os1/tokencheck.h"

#include "app/base/jsonreader.h"

using namespace Qt::StringLiterals;

namespace gatehouse::os1 {

namespace {

QString codeOf(const HttpAnswer &answer)
{
    const auto body = JsonReader::parse(answer.body, u"error"_s);
    const auto envelope = body ? body->objectIfAny("error"_L1) : std::nullopt;
    return envelope ? envelope->textOrEmpty("code"_L1) : QString();
}

bool isJsonObject(const HttpAnswer &answer)
{
    return JsonReader::parse(answer.body, u"answer"_s).has_value();
}

Error refused(const HttpAnswer &answer)
{
    Error error = errorOf(answer, {});
    error.kind = ErrorKind::SignedOut;
    error.reason = ErrorReason::TokenRefused;
    return error;
}

Error foreign(const HttpAnswer &answer)
{
    Error error;
    error.kind = ErrorKind::Malformed;
    error.reason = ErrorReason::NoSuchService;
    error.detail = u"HTTP status %1 without the platform's JSON"_s.arg(answer.status);
    return error;
}

} // namespace

Async<void> TokenCheck::check(Secret accessToken)
{
    const QString path = u"/developer/apps?listingId=gatehouse-asks-who-may-enter"_s;
    const auto answer = co_await m_wire.peek(path, std::move(accessToken));
    if (!answer)
        co_return failure(answer.error());
    if (answer->status == 401)
        co_return failure(refused(*answer));
    if (answer->isSuccess() || answer->status == 404) {
        if (!isJsonObject(*answer))
            co_return failure(foreign(*answer));
        co_return Result<void>();
    }
    if (answer->status != 400 && answer->status != 403) {
        Error error = errorOf(*answer, {});
        if (answer->status < 400 || !isJsonObject(*answer))
            error = answer->status < 500 ? foreign(*answer) : error;
        co_return failure(error);
    }
    Secret surelyWrong = Secret::copyOf("gatehouse-control-question");
    const auto control = co_await m_wire.peek(path, std::move(surelyWrong));
    if (!control)
        co_return failure(control.error());
    if (control->status == answer->status && codeOf(*control) == codeOf(*answer))
        co_return failure(refused(*answer));
    co_return Result<void>();
}

} // namespace gatehouse::os1
