// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activity/desktopnotifier.h"
#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/frame/failurewindow.h"
#include "ui/frame/termination.h"
#include "ui/mainwindow.h"
#include "ui/theme/icons.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTranslator>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

ui::Scheme schemeFor(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return ui::Scheme::Light;
    case Appearance::Dark:
        return ui::Scheme::Dark;
    case Appearance::System:
        break;
    }
    return ui::Scheme::System;
}

// The vault first, because a wrong name of one must not open another; then the database.
Result<std::unique_ptr<Gatehouse>> openGatehouse()
{
    auto vault = Gatehouse::vaultFromEnvironment();
    if (!vault)
        return failure(vault.error());
    return Gatehouse::open(Paths::fromEnvironment(), std::move(*vault));
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"gatehouse"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Gatehouse"_s);
    QGuiApplication::setDesktopFileName(u"io.github.gatehouse.Gatehouse"_s);
    QGuiApplication::setQuitOnLastWindowClosed(false);

    // Without a language of its own the system would have times in seconds and dates nobody writes.
    if (QLocale::system().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QTranslator plurals;
    if (plurals.load(u":/i18n/gatehouse_en.qm"_s))
        QCoreApplication::installTranslator(&plurals);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Gatehouse, a desktop developer portal"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);

    QApplication::setStyle(new ui::Style);
    ui::chooseApplicationFont(app);
    ui::Theme theme(app);
    QApplication::setWindowIcon(ui::applicationIcon());

    auto opened = openGatehouse();
    if (!opened) {
        ui::FailureWindow window(opened.error());
        QGuiApplication::setQuitOnLastWindowClosed(true);
        window.show();
        QApplication::exec();
        return 1;
    }
    Gatehouse &gatehouse = **opened;
    theme.setScheme(schemeFor(gatehouse.settings().appearance()));
    QObject::connect(&gatehouse.settings(), &Settings::appearanceChanged, &theme,
        [&theme](Appearance appearance) { theme.setScheme(schemeFor(appearance)); });

    DesktopNotifier notifier(QGuiApplication::desktopFileName());
    ui::MainWindow window(gatehouse, &notifier);
    ui::Termination termination(gatehouse);
    QObject::connect(&window, &ui::MainWindow::closing, &termination, &ui::Termination::begin);
    QObject::connect(&termination, &ui::Termination::signalled, &window, &QWidget::close);
    window.show();
    return QApplication::exec();
}
