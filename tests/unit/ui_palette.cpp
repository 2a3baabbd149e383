// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse::ui;

namespace {

struct Pair {
    Token front;
    Token behind;
    double light;
    double dark;
};

// Every pair that meets on the screen, with the contrast it was designed with. Text needs 4.5.
constexpr Pair texts[] = {
    {Token::Text, Token::Window, 15.34, 14.23},
    {Token::Text, Token::Rail, 14.01, 15.16},
    {Token::Text, Token::Base, 16.89, 12.79},
    {Token::Text, Token::Alternate, 15.89, 11.95},
    {Token::Text, Token::Hover, 14.53, 11.00},
    {Token::Text, Token::Pressed, 13.13, 9.60},
    {Token::Muted, Token::Window, 5.84, 7.46},
    {Token::Muted, Token::Rail, 5.34, 7.94},
    {Token::Muted, Token::Base, 6.43, 6.70},
    {Token::Muted, Token::Alternate, 6.05, 6.26},
    {Token::Muted, Token::Hover, 5.54, 5.76},
    {Token::Muted, Token::Pressed, 5.00, 5.03},
    {Token::Link, Token::Window, 5.69, 8.14},
    {Token::Link, Token::Base, 6.27, 7.32},
    {Token::Link, Token::Alternate, 5.89, 6.84},
    {Token::Link, Token::Hover, 5.39, 6.30},
    {Token::Link, Token::Rail, 5.20, 8.67},
    {Token::OnAccent, Token::Accent, 6.27, 6.93},
    {Token::OnAccent, Token::AccentHover, 7.74, 8.34},
    {Token::OnTint, Token::Tint, 7.42, 8.09},
    {Token::Muted, Token::Tint, 5.41, 5.43},
    {Token::Text, Token::Tint, 14.19, 10.37},
    {Token::OnOk, Token::Ok, 6.49, 7.64},
    {Token::OnWarn, Token::Warn, 7.01, 7.84},
    {Token::Text, Token::Warn, 14.49, 10.86},
    {Token::OnBad, Token::Bad, 6.62, 7.43},
    {Token::Text, Token::Bad, 14.00, 11.77},
    {Token::OnInfo, Token::Info, 7.42, 8.09},
    {Token::Text, Token::Info, 14.19, 10.37},
    {Token::OnPlain, Token::Plain, 6.83, 7.15},
    {Token::OnEnvSandbox, Token::EnvSandbox, 7.13, 7.59},
    {Token::OnEnvDev, Token::EnvDev, 6.68, 7.45},
    {Token::OnEnvProd, Token::EnvProd, 6.62, 7.48},
    {Token::OnEnvSandbox, Token::Base, 8.74, 8.70},
    {Token::OnEnvSandbox, Token::Rail, 7.25, 10.31},
    {Token::OnEnvDev, Token::Base, 7.99, 8.97},
    {Token::OnOk, Token::Base, 7.60, 9.00},
    {Token::OnOk, Token::Window, 6.90, 10.01},
    {Token::OnWarn, Token::Base, 8.17, 9.24},
    {Token::OnWarn, Token::Alternate, 7.69, 8.63},
    {Token::OnWarn, Token::Window, 7.42, 10.28},
    {Token::OnBad, Token::Base, 7.98, 8.07},
    {Token::OnBad, Token::Window, 7.25, 8.98},
    {Token::OnInfo, Token::Base, 8.83, 9.98},
    {Token::OnInfo, Token::Window, 8.02, 11.10},
    {Token::OnPlain, Token::Base, 8.40, 9.10},
    {Token::Text, Token::Ok, 14.42, 10.86},
    {Token::JKey, Token::Base, 8.83, 8.64},
    {Token::JString, Token::Base, 7.60, 9.00},
    {Token::JNumber, Token::Base, 8.17, 9.24},
    {Token::JWord, Token::Base, 8.74, 8.70},
    {Token::JKey, Token::Alternate, 8.30, 8.07},
    {Token::JString, Token::Alternate, 7.15, 8.40},
    {Token::JNumber, Token::Alternate, 7.69, 8.63},
    {Token::JWord, Token::Alternate, 8.22, 8.12},
    {Token::OnTooltip, Token::Tooltip, 12.71, 14.23},
};

// Icons, edges, rings and bars need 3.
constexpr Pair marks[] = {
    {Token::Control, Token::Base, 3.71, 3.92},
    {Token::Accent, Token::Base, 6.27, 6.00},
    {Token::Muted, Token::Base, 6.43, 6.70},
    {Token::Control, Token::Window, 3.37, 4.36},
    {Token::Accent, Token::Window, 5.69, 6.68},
    {Token::Muted, Token::Window, 5.84, 7.46},
    {Token::Control, Token::Alternate, 3.49, 3.66},
    {Token::Accent, Token::Alternate, 5.89, 5.61},
    {Token::Muted, Token::Alternate, 6.05, 6.26},
    {Token::Control, Token::Rail, 3.08, 4.64},
    {Token::Accent, Token::Rail, 5.20, 7.11},
    {Token::Muted, Token::Rail, 5.34, 7.94},
    {Token::Accent, Token::Tint, 5.26, 4.87},
    {Token::Accent, Token::Track, 4.33, 3.63},
    {Token::AccentHover, Token::Base, 7.74, 7.23},
    {Token::Accent, Token::Warn, 5.37, 5.10},
    {Token::Control, Token::Warn, 3.18, 3.32},
    {Token::OkLine, Token::Base, 5.05, 5.95},
    {Token::OkLine, Token::Window, 4.59, 6.62},
    {Token::OkLine, Token::Rail, 4.19, 7.05},
    {Token::OkLine, Token::Tint, 4.25, 4.83},
    {Token::WarnLine, Token::Base, 4.44, 6.08},
    {Token::WarnLine, Token::Window, 4.03, 6.77},
    {Token::WarnLine, Token::Warn, 3.81, 5.16},
    {Token::WarnLine, Token::Alternate, 4.17, 5.68},
    {Token::BadLine, Token::Base, 5.52, 5.46},
    {Token::BadLine, Token::Window, 5.01, 6.08},
    {Token::BadLine, Token::Bad, 4.57, 5.03},
    {Token::EnvSandboxLine, Token::Base, 5.15, 4.84},
    {Token::EnvSandboxLine, Token::Rail, 4.27, 5.74},
    {Token::EnvDevLine, Token::Base, 4.70, 5.40},
    {Token::EnvDevLine, Token::Rail, 3.90, 6.39},
    {Token::EnvProdLine, Token::Base, 4.89, 5.36},
    {Token::EnvProdLine, Token::Rail, 4.06, 6.35},
    {Token::Accent, Token::Info, 5.26, 4.87},
    {Token::OnEnvDev, Token::Base, 7.99, 8.97},
};

void check(const Pair &pair, double least)
{
    for (const auto &[scheme, designed] : {std::pair{Scheme::Light, pair.light}, std::pair{Scheme::Dark, pair.dark}}) {
        const double now = contrast(color(pair.front, scheme), color(pair.behind, scheme));
        const QString which = QStringLiteral("token %1 on %2, %3: %4").arg(int(pair.front)).arg(int(pair.behind))
                                  .arg(scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light")).arg(now);
        QVERIFY2(now >= least, qPrintable(which));
        QVERIFY2(std::abs(now - designed) < 0.02, qPrintable(which));
    }
}

QPalette darkPlatform()
{
    QPalette palette;
    palette.setColor(QPalette::Window, Qt::black);
    palette.setColor(QPalette::WindowText, Qt::white);
    return palette;
}

} // namespace

class TestPalette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textContrast()
    {
        for (const Pair &pair : texts)
            check(pair, 4.5);
    }

    void markContrast()
    {
        for (const Pair &pair : marks)
            check(pair, 3.0);
    }

    void theFormulaItself()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    }

    void inactiveEqualsActive()
    {
        Theme theme(*qApp);
        const QPalette palette = QApplication::palette();
        for (int role = 0; role < QPalette::NColorRoles; ++role)
            QCOMPARE(palette.color(QPalette::Inactive, QPalette::ColorRole(role)), palette.color(QPalette::Active, QPalette::ColorRole(role)));
        QCOMPARE(palette.color(QPalette::Highlight), color(Token::Accent));
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::ButtonText), color(Token::Disabled));
    }

    void schemesChangeLive()
    {
        Theme theme(*qApp);
        QSignalSpy spy(&paletteNotifier(), &PaletteNotifier::changed);
        theme.setScheme(Scheme::Dark);
        QVERIFY(isDark());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), color(Token::Window, Scheme::Dark));
        theme.setScheme(Scheme::Light);
        QVERIFY(!isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), color(Token::Window, Scheme::Light));
    }

    void followsADarkPlatform()
    {
        Theme theme(*qApp);
        theme.setScheme(Scheme::System);
        QApplication::setPalette(darkPlatform());
        QTRY_VERIFY(isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), color(Token::Window, Scheme::Dark));
        theme.setScheme(Scheme::Light); // the person's word counts more than the platform's
        QVERIFY(!isDark());
    }

    void highContrastLeavesTheSystemAlone()
    {
        QApplication::setPalette(darkPlatform());
        Theme theme(*qApp);
        theme.setHighContrast(true);
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
        QCOMPARE(color(Token::Muted), QColor(Qt::white));
        QCOMPARE(color(Token::OkLine), QColor(Qt::white));
        theme.setHighContrast(false);
        QCOMPARE(color(Token::Muted), color(Token::Muted, Scheme::Dark));
    }
};

QTEST_MAIN(TestPalette)
#include "ui_palette.moc"
