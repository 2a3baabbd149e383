// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace gatehouse::ui {

void paintBox(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge,
    double stroke)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double half = edge.isValid() ? stroke / 2 : 0;
    painter->setPen(edge.isValid() ? QPen(edge, stroke) : QPen(Qt::NoPen));
    const double inner = std::max(0.0, radius - half);
    painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner);
    painter->restore();
}

void paintFocusRing(QPainter *painter, const QRectF &rect, double radius)
{
    paintBox(painter, rect, radius, {}, color(Token::Accent), metrics::strong);
}

void paintHairline(QPainter *painter, const QRect &rect, Qt::Edge edge)
{
    QRect line = rect;
    switch (edge) {
    case Qt::TopEdge:
        line.setHeight(metrics::hairline);
        break;
    case Qt::BottomEdge:
        line.setTop(line.bottom());
        break;
    case Qt::LeftEdge:
        line.setWidth(metrics::hairline);
        break;
    case Qt::RightEdge:
        line.setLeft(line.right());
        break;
    }
    painter->fillRect(line, color(Token::Border));
}

void paintArc(QPainter *painter, const QRectF &rect, double from, double share, Token arc, bool withTrack)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    const double stroke = rect.width() * 1.75 / 20;
    const QRectF ring = rect.adjusted(stroke, stroke, -stroke, -stroke);
    QColor track = color(withTrack ? Token::Track : arc);
    if (!withTrack)
        track.setAlphaF(0.3F);
    painter->setPen(QPen(track, stroke));
    painter->drawEllipse(ring);
    if (share > 0) {
        painter->setPen(QPen(color(arc), stroke, Qt::SolidLine, Qt::RoundCap));
        painter->drawArc(ring, qRound((90 - from * 360) * 16), qRound(-share * 360 * 16));
    }
    painter->restore();
}

void paintProgress(QPainter *painter, const QRect &rect, double share, Qt::LayoutDirection direction)
{
    const double radius = metrics::progress / 2.0;
    paintBox(painter, rect, radius, color(Token::Track));
    QRect done = rect;
    if (share < 0) { // a middle piece: work goes on, the end is not known
        done.setWidth(rect.width() / 3);
        done.moveCenter(rect.center());
    } else {
        done.setWidth(qRound(rect.width() * std::min(1.0, share)));
    }
    if (done.width() > 0)
        paintBox(painter, QStyle::visualRect(direction, rect, done), radius, color(Token::Accent));
}

int controlHeight(const QFontMetrics &metrics)
{
    return lineHeight(metrics) + metrics::controlPadding();
}

} // namespace gatehouse::ui
