// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace sandbox {

// One part of a body of the type multipart/form-data (RFC 7578).
struct FormPart
{
    QString name;
    QString fileName; // null if the part is no file
    QByteArray contentType; // empty if not said
    QByteArray content;
};

// Empty if the body is not of that type or not well formed.
[[nodiscard]] QList<FormPart> formParts(const QByteArray &contentType, const QByteArray &body);

} // namespace sandbox
