// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gatehouse.h"

#include <QObject>

namespace gatehouse::ui {

// The orderly end: no new work, what reads is cut off, what is being kept is waited for, two seconds at most. A request
// of the system to end (SIGTERM, SIGINT, SIGHUP) becomes signalled(). Owned by main().
class Termination : public QObject {
    Q_OBJECT
public:
    explicit Termination(Gatehouse &gatehouse);
    ~Termination() override;

    void begin();

Q_SIGNALS:
    void signalled();

private:
    Gatehouse &m_gatehouse;
    bool m_begun = false;
};

} // namespace gatehouse::ui
