// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/platformworld.h"
#include "tests/ui/keyboard.h"
#include "ui/mainwindow.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <memory>

namespace gatehouse {

// The program's window on a world, active, so that it takes keys.
inline std::unique_ptr<ui::MainWindow> openWindow(PlatformWorld &world)
{
    auto window = std::make_unique<ui::MainWindow>(world.gatehouse());
    window->show();
    // A window that was closed a moment ago may still be told to have been left.
    const bool active = QTest::qWaitFor([&window] {
        if (QApplication::activeWindow() != window.get())
            window->activateWindow();
        return QApplication::activeWindow() == window.get() && window->isVisible();
    });
    if (!active)
        qWarning("the window did not become active");
    return window;
}

// Runs a test class with the program's own look. The class is given the watch over stray windows.
template<class Test>
int runInWindow(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setStyle(new ui::Style);
    ui::Theme theme(app);
    StrayWindows stray(app);
    Test test(stray);
    return QTest::qExec(&test, argc, argv);
}

} // namespace gatehouse
