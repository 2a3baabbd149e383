// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace gatehouse {

// Something a person may want to know while the window is not in front. Plain text, never a secret.
struct Notice {
    QString about; // what it is about, not for people: a later one about the same takes its place
    QString title;
    QString text;
    QString act; // the word for opening it
};

// Tells the desktop, where there is one that listens. Nothing of it can fail in a way that anybody has to know of: the
// window tells the same.
class Notifier : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void tell(const Notice &notice) = 0;

    // What was told about this is no news any more.
    virtual void takeBack(const QString &about) = 0;

    // How much there is that was not seen, beside the program's sign; 0 takes it away.
    virtual void setBadge(int count) = 0;

Q_SIGNALS:
    // The person wants to see what the notice is about.
    void opened(const QString &about);
};

} // namespace gatehouse
