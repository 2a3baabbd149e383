// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/typography.h"

#include <QApplication>
#include <QFontDatabase>

namespace gatehouse::ui {

namespace {

struct Role {
    double factor;
    QFont::Weight weight;
    bool fixed;
};

Role roleOf(Type type)
{
    switch (type) {
    case Type::Title:
        return {1.57, QFont::DemiBold, false};
    case Type::Heading:
        return {1.14, QFont::DemiBold, false};
    case Type::Body:
        return {1, QFont::Normal, false};
    case Type::Strong:
    case Type::ButtonStrong:
        return {1, QFont::DemiBold, false};
    case Type::Button:
        return {1, QFont::Medium, false};
    case Type::Caption:
        return {0.86, QFont::Normal, false};
    case Type::CaptionStrong:
        return {0.86, QFont::DemiBold, false};
    case Type::Code:
        return {0.93, QFont::Normal, true};
    case Type::CodeStrong:
        return {0.93, QFont::Bold, true};
    case Type::OneTimePassword:
        return {2.3, QFont::Medium, true};
    }
    return {1, QFont::Normal, false};
}

void scaleFrom(QFont &font, const QFont &base, double factor)
{
    if (base.pixelSize() > 0)
        font.setPixelSize(std::max(1, qRound(base.pixelSize() * factor)));
    else
        font.setPointSizeF(base.pointSizeF() * factor);
}

} // namespace

QFont font(Type type)
{
    const Role role = roleOf(type);
    const QFont base = QApplication::font();
    QFont result = base;
    if (role.fixed) {
        result = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        result.setStyleHint(QFont::Monospace);
    }
    scaleFrom(result, base, role.factor);
    result.setWeight(role.weight);
    if (type == Type::OneTimePassword)
        result.setLetterSpacing(QFont::AbsoluteSpacing, QFontInfo(result).pixelSize() * 10.0 / 32.0);
    return result;
}

int lineHeight(const QFontMetrics &metrics)
{
    // The design's lines are 20 for a font of 14; metrics.height() is near 1.21 of the size in most families.
    return std::max(metrics.lineSpacing(), qRound(metrics.height() * 1.18));
}

int lineHeight(Type type)
{
    return lineHeight(QFontMetrics(font(type)));
}

void chooseApplicationFont(QApplication &app)
{
    const QFont current = app.font();
    // A desktop that has a say names a real family; these are what is left when none has.
    static const QStringList nobodysChoice{QStringLiteral("Sans"), QStringLiteral("Sans Serif"),
        QStringLiteral("sans-serif"), QStringLiteral("DejaVu Sans"), QString()};
    if (!nobodysChoice.contains(current.family()) || !QFontDatabase::hasFamily(QStringLiteral("Inter")))
        return;
    QFont chosen(QStringLiteral("Inter"));
    if (current.pixelSize() > 0)
        chosen.setPixelSize(std::max(14, current.pixelSize()));
    else
        chosen.setPointSizeF(std::max(10.5, current.pointSizeF()));
    app.setFont(withTabularFigures(chosen));
}

QFont withTabularFigures(QFont font)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature(QFont::Tag("tnum"), 1);
#endif
    return font;
}

} // namespace gatehouse::ui
