// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// The mark of a good end. Beside a database lies how its file was left; a file that is still like that was written to by
// nobody since, and need not be read from end to end before anything else. Whoever opens the file takes the seal away,
// so an end that was none leaves no seal.
namespace gatehouse {

// Whether the file is as it was left. To be asked before the file is opened: opening leaves traces.
[[nodiscard]] bool isSealed(const QString &path);

void breakSeal(const QString &path);

// After the file was closed. Not done while somebody else still has it open.
void seal(const QString &path);

} // namespace gatehouse
