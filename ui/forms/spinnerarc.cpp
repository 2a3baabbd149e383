// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/spinnerarc.h"

#include "ui/theme/paint.h"

#include <QDateTime>
#include <QPainter>

namespace gatehouse::ui {

namespace {

bool stillness = false;

} // namespace

void setReducedMotion(bool reduced)
{
    stillness = reduced;
}

bool reducedMotion()
{
    return stillness;
}

SpinnerArc::SpinnerArc(int side, QWidget *parent) : QWidget(parent), m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_clock.setInterval(50);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (reducedMotion())
            m_clock.stop();
        update();
    });
}

double SpinnerArc::phase()
{
    return reducedMotion() ? 0 : double(QDateTime::currentMSecsSinceEpoch() % 1000) / 1000;
}

void SpinnerArc::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintArc(&painter, QRectF(0, 0, m_side, m_side), phase(), 0.3, Token::Accent);
}

void SpinnerArc::showEvent(QShowEvent *)
{
    if (!reducedMotion())
        m_clock.start();
}

void SpinnerArc::hideEvent(QHideEvent *)
{
    m_clock.stop();
}

} // namespace gatehouse::ui
