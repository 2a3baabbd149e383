// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QWidget>

namespace gatehouse::ui {

// What is shown when the program cannot begin: why, and what to do. Owned by main().
class FailureWindow : public QWidget {
    Q_OBJECT
public:
    explicit FailureWindow(const Error &error);
};

} // namespace gatehouse::ui
