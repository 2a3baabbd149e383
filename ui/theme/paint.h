// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QRectF>
#include <QStyle>

QT_BEGIN_NAMESPACE
class QFontMetrics;
class QPainter;
class QPushButton;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionViewItem;
class QWidget;
QT_END_NAMESPACE

// The strokes the style and the furniture are made of. Each paints one thing and leaves the painter as it was.
namespace gatehouse::ui {

// A rounded box with its edge inside the rectangle. An invalid colour leaves that part out.
void paintBox(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge = {},
    double stroke = 1);

// The ring of keyboard focus, drawn inside the rectangle.
void paintFocusRing(QPainter *painter, const QRectF &rect, double radius);

// A hairline along one edge of the rectangle.
void paintHairline(QPainter *painter, const QRect &rect, Qt::Edge edge);

// Part of a ring, clockwise from twelve, 0 to 1; the rest in the track's colour, or in a faint shade of the arc's
// where the track's would not be seen.
void paintArc(QPainter *painter, const QRectF &rect, double from, double share, Token arc, bool withTrack = true);

// A bar of progress; share below 0 means that nobody knows how far it is.
void paintProgress(QPainter *painter, const QRect &rect, double share, Qt::LayoutDirection direction);

// Height of a button or field that holds one line of this font.
[[nodiscard]] int controlHeight(const QFontMetrics &metrics);

// True while the focus was moved by keyboard: only then does a button wear its ring.
[[nodiscard]] bool focusByKeyboard();

namespace stylepaint {

bool isPrimary(const QStyleOptionButton &option, const QWidget *widget);
QFont buttonFont(const QWidget *widget, bool primary);
QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget);
void pushButtonBevel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void pushButtonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget, bool mnemonics);
void checkMark(QPainter *painter, const QStyleOption &option, bool round);
void toolButton(QPainter *painter, const QStyleOptionToolButton &option, const QWidget *widget, const QStyle *style);

void field(QPainter *painter, const QRect &rect, const QStyleOption &option, const QWidget *widget);
void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget, const QStyle *style);
void comboLabel(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget, const QStyle *style);
void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QWidget *widget, const QStyle *style);

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QWidget *widget, const QStyle *style);
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
void progressBar(QPainter *painter, const QStyleOptionProgressBar &option);

void menuItem(QPainter *painter, const QStyleOptionMenuItem &option, bool mnemonics);
QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &size);
void tabShape(QPainter *painter, const QStyleOptionTab &option);
void tabLabel(QPainter *painter, const QStyleOptionTab &option, const QWidget *widget, bool mnemonics);
void headerSection(QPainter *painter, const QStyleOptionHeader &option);
void headerLabel(QPainter *painter, const QStyleOptionHeader &option);
void itemGround(QPainter *painter, const QStyleOptionViewItem &option, const QWidget *widget);
void frame(QPainter *painter, const QStyleOption &option, const QWidget *widget);

} // namespace stylepaint

} // namespace gatehouse::ui
