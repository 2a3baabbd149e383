// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/offer.h"
#include "app/net/httpclient.h"

#include <optional>

// The calls that the contract marks as proposed, in one place. Nothing public says that OS1 has them under these
// paths, so a server that does not know one of them is no failure: it does not offer it.
namespace gatehouse::os1 {

// What a call belongs to; nothing if it is an official one. The path may have a query.
[[nodiscard]] std::optional<Offer> proposedBy(const QByteArray &verb, const QString &path);

// Whether an answer to a proposed call says that there is no such call: 404, 405 or 501 that does not come from the
// operation itself. An operation that knows the call signs its refusals with a code of twelve digits (contract 8.3)
// whose middle four are its own number; a gateway has none, or 0000 there.
[[nodiscard]] bool saysNotOffered(const HttpAnswer &answer);

} // namespace gatehouse::os1
