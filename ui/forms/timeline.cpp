// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/timeline.h"

#include "ui/forms/announce.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/forms/spinnerarc.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

struct Look {
    Icon icon;
    Token ink;
    Token line;
};

Look lookOf(TimelineEntry::State state)
{
    switch (state) {
    case TimelineEntry::State::Done:
        return {Icon::done, Token::OkLine, Token::OkLine};
    case TimelineEntry::State::Current:
        return {Icon::current, Token::Accent, Token::Border};
    case TimelineEntry::State::Running:
        return {Icon::running, Token::Accent, Token::Border};
    case TimelineEntry::State::Waiting:
        return {Icon::waiting, Token::Muted, Token::Border};
    case TimelineEntry::State::Warning:
        return {Icon::warning, Token::WarnLine, Token::Border};
    case TimelineEntry::State::Error:
        return {Icon::error, Token::BadLine, Token::Border};
    case TimelineEntry::State::ToDo:
        break;
    }
    return {Icon::todo, Token::Muted, Token::Border};
}

QString wordOf(TimelineEntry::State state)
{
    switch (state) {
    case TimelineEntry::State::Done:
        return Timeline::tr("done");
    case TimelineEntry::State::Current:
        return Timeline::tr("now");
    case TimelineEntry::State::Running:
        return Timeline::tr("running");
    case TimelineEntry::State::Waiting:
        return Timeline::tr("waiting");
    case TimelineEntry::State::Warning:
        return Timeline::tr("needs you");
    case TimelineEntry::State::Error:
        return Timeline::tr("failed");
    case TimelineEntry::State::ToDo:
        break;
    }
    return Timeline::tr("to do");
}

} // namespace

TimelineRow::TimelineRow(QWidget *parent)
    : QWidget(parent), m_name(strongLabel(QString())), m_time(captionLabel(QString())), m_detail(mutedLabel(QString())),
      m_arc(new SpinnerArc(metrics::iconLarge(), this)), m_words(new QVBoxLayout), m_sides(new QHBoxLayout(this))
{
    m_time->setWordWrap(false);
    auto *line = new SideBySide(m_name, m_time);
    // The sign is painted in the leading space; a margin would not mirror.
    m_sides->setContentsMargins(0, 0, 0, 0);
    m_sides->setSpacing(metrics::space4());
    m_sides->addSpacing(metrics::iconLarge() + metrics::space4());
    m_sides->addLayout(m_words, 1);
    m_words->setContentsMargins(0, 0, 0, 0);
    m_words->setSpacing(metrics::space1() / 2);
    m_words->addWidget(line);
    m_words->addWidget(m_detail);
    m_words->addStretch(1);
    m_arc->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void TimelineRow::setEntry(const TimelineEntry &entry)
{
    const bool news = m_entry.name == entry.name && m_entry.state != entry.state;
    m_entry = entry;
    m_name->setText(entry.name);
    m_name->setToken(entry.state == TimelineEntry::State::ToDo ? Token::Muted : Token::Text);
    m_time->setText(entry.time);
    m_time->setVisible(!entry.time.isEmpty());
    m_detail->setText(entry.detail);
    m_detail->setVisible(!entry.detail.isEmpty());
    m_detail->setToken(entry.state == TimelineEntry::State::Error ? Token::OnBad : Token::Muted);
    setAccessibleName(QStringLiteral("%1, %2").arg(entry.name, wordOf(entry.state)));
    QStringList more;
    for (const QString &part : {entry.time, entry.detail}) {
        if (!part.isEmpty())
            more.append(part);
    }
    setAccessibleDescription(more.join(QStringLiteral(", ")));
    m_arc->setVisible(entry.state == TimelineEntry::State::Running);
    placeArc();
    update();
    if (news)
        announce(this, accessibleName());
}

void TimelineRow::setLast(bool last)
{
    m_last = last;
    m_words->setContentsMargins(0, 0, 0, last ? 0 : metrics::space6());
    setMinimumHeight(last ? metrics::iconLarge() : 0);
    update();
}

void TimelineRow::setWidget(QWidget *widget)
{
    if (m_widget != nullptr && m_widget != widget)
        m_widget->deleteLater();
    m_widget = widget;
    if (widget != nullptr) {
        m_words->insertSpacing(2, metrics::space1());
        // A button keeps its width; all else takes the room.
        const bool asIs = qobject_cast<QAbstractButton *>(widget) != nullptr;
        m_words->insertWidget(3, widget, 0, asIs ? Qt::AlignLeading : Qt::Alignment());
    }
}

QRect TimelineRow::signRect() const
{
    const int side = metrics::iconLarge();
    const int line = std::max(side, lineHeight(m_name->fontMetrics()));
    return QStyle::visualRect(layoutDirection(), rect(), QRect(0, (lineHeight(m_name->fontMetrics()) - line) / 2 + (line - side) / 2, side, side));
}

void TimelineRow::placeArc()
{
    const QRect sign = signRect();
    m_arc->setGeometry(sign.translated(0, std::max(0, -sign.top())));
}

void TimelineRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Look look = lookOf(m_entry.state);
    QRect sign = signRect();
    sign.translate(0, std::max(0, -sign.top()));
    if (m_entry.state != TimelineEntry::State::Running)
        paintIcon(&painter, sign, m_entry.icon.value_or(look.icon), look.ink, sign.width(), layoutDirection());
    if (!m_last) {
        const int gap = metrics::space1();
        const QRect line(sign.center().x(), sign.bottom() + gap, metrics::strong, height() - sign.bottom() - 2 * gap);
        if (line.height() > 0)
            painter.fillRect(line, color(look.line));
    }
}

void TimelineRow::resizeEvent(QResizeEvent *)
{
    placeArc();
}

void TimelineRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        placeArc();
    QWidget::changeEvent(event);
}

Timeline::Timeline(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(metrics::space4(), metrics::space4(), metrics::space4(), metrics::space4());
    m_column->setSpacing(0);
    m_column->addStretch();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void Timeline::setEntries(const QList<TimelineEntry> &entries)
{
    while (m_rows.size() > entries.size()) {
        TimelineRow *row = m_rows.takeLast();
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    while (m_rows.size() < entries.size()) {
        m_rows.append(new TimelineRow(this));
        m_column->insertWidget(m_column->count() - 1, m_rows.last());
    }
    for (qsizetype i = 0; i < entries.size(); ++i) {
        m_rows[i]->setEntry(entries[i]);
        m_rows[i]->setLast(i == entries.size() - 1);
    }
}

void Timeline::setEntry(int index, const TimelineEntry &entry)
{
    if (index >= 0 && index < m_rows.size())
        m_rows[index]->setEntry(entry);
}

void Timeline::setTime(int index, const QString &time)
{
    if (index < 0 || index >= m_rows.size())
        return;
    TimelineEntry entry = m_rows[index]->entry();
    entry.time = time;
    m_rows[index]->setEntry(entry);
}

void Timeline::setWidget(int index, QWidget *widget)
{
    if (index >= 0 && index < m_rows.size())
        m_rows[index]->setWidget(widget);
}

} // namespace gatehouse::ui
