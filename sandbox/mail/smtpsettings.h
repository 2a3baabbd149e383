// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sandbox {

// The mail server that letters are also sent by.
struct SmtpSettings
{
    enum class Tls {
        Implicit, // smtps://
        Required, // STARTTLS, or no letter
        IfOffered, // STARTTLS, or in the clear
        Off,
    };

    QString host;
    int port = 0;
    Tls tls = Tls::Required;
    QString user = {}; // empty: without signing in
    QByteArray password = {}; // never shown, logged or stored
    QString from = {};
    QString caFile = {}; // whom to trust; empty: the system's authorities
};

} // namespace sandbox
