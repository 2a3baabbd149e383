// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

// The checks that several platforms share. Each is a pure function of the text.
namespace gatehouse::validators {

// An address as the platforms take it (OS1 contract 9.1: the AAA pattern).
[[nodiscard]] bool isEmail(const QString &text);

// An absolute http or https address with a host, without user and password.
[[nodiscard]] bool isWebAddress(const QString &text);

// The base of a service, to which paths are added and tokens are sent: https, or http on this computer alone; no user,
// no query, no fragment.
enum class ServiceAddress { Good, NoAddress, Unencrypted, HasUserInfo, HasQueryOrFragment };
[[nodiscard]] ServiceAddress serviceAddress(const QString &text);

// A lower-case DNS name of two labels or more, at most 253 characters (RFC 1035, RFC 1123).
[[nodiscard]] bool isDomain(const QString &text);

// x.y.z: three numbers without leading zeros (OS1 contract 9.2).
[[nodiscard]] bool isVersion(const QString &text);

// The six digits in whatever was pasted: with spaces, with dashes, or within a whole line of mail.
[[nodiscard]] std::optional<QString> oneTimePassword(const QString &pasted);

} // namespace gatehouse::validators
