// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <expected>
#include <utility>

namespace gatehouse {

// A value, or why there is none. Every function that returns one is [[nodiscard]].
template<class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> failure(Error error)
{
    return std::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline std::unexpected<Error> failure(ErrorKind kind, QString detail)
{
    Error error;
    error.kind = kind;
    error.detail = std::move(detail);
    return failure(std::move(error));
}

} // namespace gatehouse
