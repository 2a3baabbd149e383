// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/registry/approw.h"

// The list of apps for other programs. Holds what the platform tells of the apps and never a credential. The words of the
// file are fixed and English, as they are read by programs.
namespace gatehouse {

enum class ExportForm { Csv, Json };

// RFC 4180, UTF-8 with a mark in front by which spreadsheets know it. A cell that a spreadsheet would take for a formula
// gets an apostrophe.
[[nodiscard]] QByteArray csvOf(const AppRows &rows);
[[nodiscard]] QByteArray jsonOf(const AppRows &rows);

// Writes all of it or nothing: what was in the file before stays if it fails. Storage, with the system's reason.
[[nodiscard]] Result<void> saveExport(const AppRows &rows, ExportForm form, const QString &path);

} // namespace gatehouse
