// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/clipboardstrip.h"

#include "ui/forms/announce.h"
#include "ui/forms/buttons.h"
#include "ui/forms/emphasistext.h"
#include "ui/forms/sidebyside.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QHBoxLayout>
#include <QPainter>

namespace gatehouse::ui {

ClipboardStrip::ClipboardStrip(QWidget *parent)
    : QFrame(parent), m_text(new EmphasisText), m_clear(linkButton(tr("Clear now")))
{
    m_clear->setProperty("token", int(Token::OnInfo));
    m_clear->setProperty("underlined", true);
    auto *line = new QHBoxLayout(this);
    const int side = metrics::iconMedium();
    line->setContentsMargins(metrics::space4(), metrics::space1(), metrics::space4(), metrics::space1());
    line->setSpacing(metrics::space2());
    line->addSpacing(side + metrics::space2()); // the ring is painted here; a margin would not mirror
    auto *middle = new SideBySide(m_text, m_clear);
    middle->setLeadingLeast(metrics::withText(180));
    line->addWidget(middle);
    connect(m_clear, &QPushButton::clicked, this, &ClipboardStrip::clearRequested);
    connect(&m_countdown, &Countdown::stepped, this, &ClipboardStrip::refresh);
    connect(&m_countdown, &Countdown::ended, this, &ClipboardStrip::finish);
    hide();
}

void ClipboardStrip::start(const QString &what, std::chrono::milliseconds left, std::chrono::milliseconds whole)
{
    m_what = what;
    m_countdown.start(left, whole);
    show();
    announce(this, accessibleName());
}

void ClipboardStrip::finish()
{
    m_countdown.stop();
    hide();
}

void ClipboardStrip::refresh()
{
    const QString time = u'\u2066' + m_countdown.text() + u'\u2069';
    m_text->setRuns({{tr("%1 is on the clipboard.").arg(m_what), true, Token::OnInfo},
        {u' ' + tr("It is cleared in %1, unless you copy something else.").arg(time), false, Token::OnInfo}});
    setAccessibleName(m_text->text());
    update();
}

void ClipboardStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!isHighContrast())
        painter.fillRect(rect(), color(Token::Info));
    paintHairline(&painter, rect(), Qt::TopEdge);
    const int side = metrics::iconMedium();
    const QRect place(metrics::space4(), (height() - side) / 2, side, side);
    paintArc(&painter, QStyle::visualRect(layoutDirection(), rect(), place), 0, m_countdown.share(), Token::Accent);
}

} // namespace gatehouse::ui
