// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace gatehouse::ui {

// Every colour of the house, by what it is for. palette.cpp is the only file that knows a number.
enum class Token {
    Window, Rail, Base, Alternate, Hover, Pressed, Text, Muted, Disabled, Border, Control, Accent, AccentHover,
    OnAccent, Tint, OnTint, Link, Track, Tooltip, OnTooltip,
    Ok, OnOk, OkLine, Warn, OnWarn, WarnLine, Bad, OnBad, BadLine, Info, OnInfo, Plain, OnPlain,
    EnvSandbox, OnEnvSandbox, EnvSandboxLine, EnvDev, OnEnvDev, EnvDevLine, EnvProd, OnEnvProd, EnvProdLine,
    JKey, JString, JNumber, JWord,
};
inline constexpr int tokenCount = int(Token::JWord) + 1;

enum class Scheme { System, Light, Dark };

// The colour in the scheme that is shown now.
[[nodiscard]] QColor color(Token token);

// The colour in one scheme, whatever is shown; System counts as Light.
[[nodiscard]] QColor color(Token token, Scheme scheme);

// The contrast of two colours by the WCAG 2 formula: 1 to 21.
[[nodiscard]] double contrast(const QColor &front, const QColor &behind);

[[nodiscard]] bool isDark();
[[nodiscard]] bool isHighContrast();

// Keeps the palette of the application: sets it, follows the system live, and says so. Made once by main()
// (or a test) and owned by it; lives as long as the application shows anything.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication &app);
    ~Theme() override;

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);

    // The person's system asks for its own strong colours: its palette is left alone then.
    void setHighContrast(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void adoptSystemPalette();
    void apply();

    QApplication &m_app;
    QPalette m_system;
    Scheme m_scheme = Scheme::System;
    bool m_highContrast = false;
    bool m_applying = false;
};

// Announces that colours changed, after the palette was set. Whoever paints with color() listens or simply
// repaints on QEvent::PaletteChange; whoever keeps what it painted must listen.
class PaletteNotifier : public QObject {
    Q_OBJECT
Q_SIGNALS:
    void changed();
};
[[nodiscard]] PaletteNotifier &paletteNotifier();

} // namespace gatehouse::ui
