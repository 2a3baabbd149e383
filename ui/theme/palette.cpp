// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <QApplication>
#include <QEvent>
#include <QToolTip>

#include <array>
#include <cmath>

namespace gatehouse::ui {

namespace {

struct Pair {
    QRgb light;
    QRgb dark;
};

constexpr std::array<Pair, tokenCount> table{{
    {0xFFF4F4F2, 0xFF1D1E20}, // Window
    {0xFFEAEAE7, 0xFF17181A}, // Rail
    {0xFFFFFFFF, 0xFF252729}, // Base
    {0xFFF8F8F6, 0xFF2A2C2F}, // Alternate
    {0xFFEEEEEB, 0xFF2F3235}, // Hover
    {0xFFE3E3DF, 0xFF383B3F}, // Pressed
    {0xFF1B1D20, 0xFFECEDEE}, // Text
    {0xFF5A5F66, 0xFFA8AEB5}, // Muted
    {0xFF8B8F95, 0xFF72777D}, // Disabled
    {0xFFDCDCD8, 0xFF393C40}, // Border
    {0xFF81858B, 0xFF7D838A}, // Control
    {0xFF1F5BC4, 0xFF74A4F8}, // Accent
    {0xFF1A4EAA, 0xFF8DB5FA}, // AccentHover
    {0xFFFFFFFF, 0xFF0A1A36}, // OnAccent
    {0xFFE3ECFA, 0xFF233654}, // Tint
    {0xFF174892, 0xFFBCD4FD}, // OnTint
    {0xFF1F5BC4, 0xFF8FB6FB}, // Link
    {0xFFD3D7DC, 0xFF45494E}, // Track
    {0xFF2A2C2F, 0xFFECEDEE}, // Tooltip
    {0xFFF4F4F2, 0xFF1D1E20}, // OnTooltip
    {0xFFE1F1E6, 0xFF1D3829}, // Ok
    {0xFF14603A, 0xFF8FD8AE}, // OnOk
    {0xFF2C7D50, 0xFF5DB486}, // OkLine
    {0xFFFAECD4, 0xFF3F301B}, // Warn
    {0xFF744400, 0xFFF1C47F}, // OnWarn
    {0xFFA86A0C, 0xFFD59A3E}, // WarnLine
    {0xFFFBE5E2, 0xFF462320}, // Bad
    {0xFF9E1C14, 0xFFF7ABA3}, // OnBad
    {0xFFC0362C, 0xFFEE7A6F}, // BadLine
    {0xFFE3ECFA, 0xFF233654}, // Info
    {0xFF174892, 0xFFBCD4FD}, // OnInfo
    {0xFFE8E8E4, 0xFF35383C}, // Plain
    {0xFF494E54, 0xFFC6CACF}, // OnPlain
    {0xFFECE5F7, 0xFF352C48}, // EnvSandbox
    {0xFF583893, 0xFFD0BCF4}, // OnEnvSandbox
    {0xFF7C5CB8, 0xFFA084D8}, // EnvSandboxLine
    {0xFFDAEFEE, 0xFF193939}, // EnvDev
    {0xFF0D5A5A, 0xFF8CD5D2}, // OnEnvDev
    {0xFF24807F, 0xFF4FA9A6}, // EnvDevLine
    {0xFFFBE6DB, 0xFF43291D}, // EnvProd
    {0xFF8A370F, 0xFFF4B48F}, // OnEnvProd
    {0xFFB8531F, 0xFFDD8455}, // EnvProdLine
    {0xFF174892, 0xFFA6C6FC}, // JKey
    {0xFF14603A, 0xFF8FD8AE}, // JString
    {0xFF744400, 0xFFF1C47F}, // JNumber
    {0xFF583893, 0xFFD0BCF4}, // JWord
}};

// What color() reads; written by Theme alone.
struct Shown {
    bool dark = false;
    bool highContrast = false;
};
Shown shown;

// In high contrast every token falls back on what the system chose: grounds on its grounds, all else on its text.
QColor systemColor(Token token)
{
    const QPalette palette = QApplication::palette();
    switch (token) {
    case Token::Window: case Token::Rail: case Token::Ok: case Token::Warn: case Token::Bad: case Token::Info:
    case Token::Plain: case Token::EnvSandbox: case Token::EnvDev: case Token::EnvProd:
        return palette.color(QPalette::Window);
    case Token::Base: case Token::Alternate: case Token::Hover: case Token::Pressed:
        return palette.color(QPalette::Base);
    case Token::Accent: case Token::AccentHover: case Token::Tint:
        return palette.color(QPalette::Highlight);
    case Token::OnAccent: case Token::OnTint:
        return palette.color(QPalette::HighlightedText);
    case Token::Link:
        return palette.color(QPalette::Link);
    case Token::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case Token::Track:
        return palette.color(QPalette::Mid);
    case Token::Tooltip:
        return palette.color(QPalette::ToolTipBase);
    case Token::OnTooltip:
        return palette.color(QPalette::ToolTipText);
    default:
        return palette.color(QPalette::WindowText);
    }
}

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QPalette ownPalette()
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, Token token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, Token::Window);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Base);
    set(QPalette::AlternateBase, Token::Alternate);
    set(QPalette::Button, Token::Base);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::Text, Token::Text);
    set(QPalette::BrightText, Token::OnAccent);
    set(QPalette::PlaceholderText, Token::Muted);
    set(QPalette::Light, Token::Base);
    set(QPalette::Midlight, Token::Hover);
    set(QPalette::Mid, Token::Border);
    set(QPalette::Dark, Token::Control);
    set(QPalette::Shadow, Token::Control);
    set(QPalette::Highlight, Token::Accent);
    set(QPalette::HighlightedText, Token::OnAccent);
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    set(QPalette::Accent, Token::Accent);
#endif
    set(QPalette::Link, Token::Link);
    set(QPalette::LinkVisited, Token::Link);
    set(QPalette::ToolTipBase, Token::Tooltip);
    set(QPalette::ToolTipText, Token::OnTooltip);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::Disabled));
    return palette;
}

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

} // namespace

QColor color(Token token)
{
    return shown.highContrast ? systemColor(token) : color(token, shown.dark ? Scheme::Dark : Scheme::Light);
}

QColor color(Token token, Scheme scheme)
{
    const Pair &pair = table[std::size_t(token)];
    return QColor::fromRgb(scheme == Scheme::Dark ? pair.dark : pair.light);
}

double contrast(const QColor &front, const QColor &behind)
{
    const double a = luminance(front);
    const double b = luminance(behind);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

bool isDark()
{
    return shown.dark;
}

bool isHighContrast()
{
    return shown.highContrast;
}

PaletteNotifier &paletteNotifier()
{
    static PaletteNotifier notifier;
    return notifier;
}

Theme::Theme(QApplication &app) : m_app(app), m_system(QApplication::palette())
{
    m_app.installEventFilter(this);
    apply();
}

Theme::~Theme()
{
    m_app.removeEventFilter(this);
}

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    apply();
}

void Theme::setHighContrast(bool on)
{
    m_highContrast = on;
    apply();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // ApplicationPaletteChange tells that somebody set a palette over ours; ThemeChange that the platform did
    // underneath it, where ours hides the difference.
    if (!m_applying && watched == &m_app && event->type() == QEvent::ApplicationPaletteChange) {
        m_system = QApplication::palette();
        apply();
    } else if (!m_applying && event->type() == QEvent::ThemeChange) {
        adoptSystemPalette();
        apply();
    }
    return QObject::eventFilter(watched, event);
}

void Theme::adoptSystemPalette()
{
    m_applying = true;
    QApplication::setPalette(QPalette()); // nothing of ours is left: what shines through is the system's
    m_system = QApplication::palette();
    m_applying = false;
}

void Theme::apply()
{
    m_applying = true;
    shown.highContrast = m_highContrast;
    shown.dark = m_scheme == Scheme::System || m_highContrast ? isDarkPalette(m_system) : m_scheme == Scheme::Dark;
    const QPalette palette = m_highContrast ? m_system : ownPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    m_applying = false;
    Q_EMIT paletteNotifier().changed();
}

} // namespace gatehouse::ui
