// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/appdelegate.h"

#include "app/registry/applistmodel.h"
#include "ui/forms/spinnerarc.h"
#include "ui/forms/statuschip.h"
#include "ui/frame/moments.h"
#include "ui/registry/wording.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace gatehouse::ui {

namespace {

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (isSelected(option))
        painter->fillRect(option.rect, color(Token::Tint));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, color(Token::Hover));
    paintHairline(painter, option.rect, Qt::BottomEdge);
    if (isSelected(option) && index.column() == 0) {
        const QRect bar(option.rect.left(), option.rect.top(), metrics::bar, option.rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar), color(Token::Accent));
    }
}

QRect inside(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(metrics::space4(), 0, -metrics::space2(), 0);
}

// A moment keeps its order also where the line runs the other way.
QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &text)
{
    painter->setPen(color(isSelected(option) ? Token::OnTint : Token::Text));
    painter->drawText(rect,
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

QSize AppDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {metrics::withText(96), lineHeight(Type::Body) + metrics::scaled(20)};
}

void AppDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, option, index);
    painter->setFont(font(Type::Body));
    switch (index.column()) {
    case AppListModel::Name:
        paintName(painter, option, index);
        break;
    case AppListModel::Type:
        paintText(painter, option, inside(option), typeWord(AppType(index.data(AppListModel::TypeRole).toInt())));
        break;
    case AppListModel::State:
        paintState(painter, option, index);
        break;
    case AppListModel::Created:
        paintText(painter, option, inside(option), isolated(momentText(index.data(Qt::DisplayRole).toDateTime())));
        break;
    default:
        paintText(painter, option, inside(option), index.data(Qt::DisplayRole).toString());
        break;
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && focusByKeyboard() && index.column() == 0)
        paintFocusRing(painter, option.rect, metrics::radiusSmall);
    painter->restore();
}

void AppDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect area = inside(option);
    const auto mirrored
        = [&option, area](const QRect &part) { return QStyle::visualRect(option.direction, area, part); };
    const QRect sign(area.left(), area.top(), metrics::iconMedium(), area.height());
    paintIcon(painter, mirrored(sign), typeIcon(AppType(index.data(AppListModel::TypeRole).toInt())),
        isSelected(option) ? Token::Accent : Token::Muted, metrics::iconMedium(), option.direction);
    const QString name = index.data(Qt::DisplayRole).toString();
    painter->setFont(font(Type::Strong));
    const int start = sign.right() + metrics::space3();
    const int room = area.right() - start;
    const int wide = std::min(painter->fontMetrics().horizontalAdvance(name) + 1, room);
    paintText(painter, option, mirrored({start, area.top(), wide, area.height()}), name);
    const int rest = room - wide - metrics::space3();
    if (rest < metrics::withText(60))
        return;
    painter->setFont(font(Type::Code));
    painter->setPen(color(isSelected(option) ? Token::OnTint : Token::Muted));
    const QString listing = painter->fontMetrics().elidedText(
        index.data(AppListModel::ListingIdRole).toString(), Qt::ElideRight, rest);
    painter->drawText(mirrored({start + wide + metrics::space3(), area.top(), rest, area.height()}),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine,
        listing);
}

void AppDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect area = inside(option);
    if (index.data(AppListModel::ProvisioningFailedRole).toBool()) {
        paintChip(painter, area, chipLook(ChipState::Failed, tr("Registration failed")), option.direction);
        return;
    }
    if (index.data(AppListModel::ProvisioningDoneRole).toBool()) {
        paintChip(painter, area, lookOf(VersionState(index.data(AppListModel::StateRole).toInt())), option.direction);
        return;
    }
    const int step = index.data(AppListModel::ProvisioningStepRole).toInt();
    const auto mirrored
        = [&option, area](const QRect &part) { return QStyle::visualRect(option.direction, area, part); };
    const int side = metrics::iconSmall();
    const QRect arc(area.left(), area.center().y() - side / 2, side, side);
    paintArc(painter, mirrored(arc), SpinnerArc::phase(), 0.3, Token::Accent);
    const int start = arc.right() + metrics::space2();
    painter->setFont(font(Type::CaptionStrong));
    painter->setPen(color(Token::OnInfo));
    const int line = lineHeight(Type::Caption);
    const int top = area.center().y() - (line + metrics::progress + 2) / 2;
    painter->drawText(mirrored({start, top, area.right() - start, line}),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine,
        tr("Registering, step %1 of 3").arg(step));
    const QRect bar(start, top + line + 2, std::min(area.right() - start, metrics::withText(168)), metrics::progress);
    paintProgress(painter, mirrored(bar), (step - 0.5) / 3, option.direction);
}

} // namespace gatehouse::ui
