// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/busybutton.h"

#include "ui/forms/announce.h"
#include "ui/forms/buttons.h"
#include "ui/forms/spinnerarc.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace gatehouse::ui {

BusyButton::BusyButton(const QString &word, const QString &busyWord, QWidget *parent)
    : QPushButton(parent), m_word(word), m_busyWord(busyWord)
{
    setAutoDefault(false);
    setDefault(true);
    setWord(this, word);
    m_clock.setInterval(50);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible() && !reducedMotion())
            update();
    });
}

void BusyButton::setWords(const QString &word, const QString &busyWord)
{
    m_word = word;
    m_busyWord = busyWord;
    setWord(this, m_busy ? m_busyWord : m_word);
    updateGeometry();
}

void BusyButton::setSign(Icon sign)
{
    m_sign = sign;
    setIcon(ui::icon(sign));
}

void BusyButton::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    setWord(this, busy ? m_busyWord : m_word);
    setIcon(m_sign && !busy ? ui::icon(*m_sign) : QIcon());
    if (busy)
        m_clock.start();
    else
        m_clock.stop();
    announce(this, text());
    update();
}

QSize BusyButton::sizeHint() const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.icon = m_sign ? ui::icon(*m_sign) : QIcon();
    option.text = m_word;
    const QSize calm = style()->sizeFromContents(QStyle::CT_PushButton, &option, QSize(), this);
    // Wide enough for either word, so that nothing beside it moves.
    option.icon = ui::icon(Icon::running);
    option.text = m_busyWord;
    const QSize busy = style()->sizeFromContents(QStyle::CT_PushButton, &option, QSize(), this);
    return m_busyWord.isEmpty() ? calm : calm.expandedTo(busy);
}

void BusyButton::paintEvent(QPaintEvent *event)
{
    if (!m_busy) {
        QPushButton::paintEvent(event);
        return;
    }
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.state &= ~(QStyle::State_MouseOver | QStyle::State_Sunken);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    const int side = metrics::iconSmall();
    const int word = QFontMetrics(stylepaint::buttonFont(this, true)).horizontalAdvance(m_busyWord);
    const int whole = side + metrics::space2() + word;
    const int x = (width() - whole) / 2;
    const QRect arc(x, (height() - side) / 2, side, side);
    const bool primary = stylepaint::isPrimary(option, this) && isEnabled();
    paintArc(&painter, QStyle::visualRect(layoutDirection(), rect(), arc), SpinnerArc::phase(), 0.3,
        primary ? Token::OnAccent : Token::Accent, !primary);
    option.rect = QStyle::visualRect(layoutDirection(), rect(), QRect(x + side + metrics::space2(), 0, word + 2, height()));
    style()->drawControl(QStyle::CE_PushButtonLabel, &option, &painter, this);
}

void BusyButton::keyPressEvent(QKeyEvent *event)
{
    if (m_busy && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return;
    QPushButton::keyPressEvent(event);
}

bool BusyButton::hitButton(const QPoint &position) const
{
    return !m_busy && QPushButton::hitButton(position);
}

} // namespace gatehouse::ui
