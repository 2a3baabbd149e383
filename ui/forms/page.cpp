// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/page.h"

#include "ui/forms/banner.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

// A scroll area whose content is exactly as wide as its viewport: what does not fit must wrap or stack.
class UpDownArea : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        if (widget() != nullptr)
            widget()->setMaximumWidth(viewport()->width());
    }
};

} // namespace

VerticalScroll::VerticalScroll(QWidget *parent)
    : QWidget(parent), m_area(new UpDownArea(this)), m_inside(new QWidget), m_outer(new QVBoxLayout),
      m_content(new QVBoxLayout)
{
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *sides = new QHBoxLayout(m_inside);
    sides->setContentsMargins(metrics::space8(), metrics::space2(), metrics::space8(), metrics::space6());
    auto *holder = new QWidget;
    holder->setLayout(m_outer);
    m_outer->setContentsMargins(0, 0, 0, 0);
    m_outer->setSpacing(0);
    m_outer->addLayout(m_content);
    m_outer->addStretch(1);
    holder->installEventFilter(this);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(metrics::space4());
    sides->addWidget(holder, 1);
    m_area->setWidget(m_inside);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_area);
    // The page's ground shows through.
    m_inside->setAutoFillBackground(false);
    m_area->viewport()->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

// What gets the focus comes into view, however it got it: a scroll area by itself follows only the Tab key.
void VerticalScroll::follow(QWidget *focused)
{
    if (focused && m_inside->isAncestorOf(focused) && focused->height() <= m_area->viewport()->height())
        m_area->ensureWidgetVisible(focused, 0, metrics::space6());
}

bool VerticalScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        settleStretch();
    return QWidget::eventFilter(watched, event);
}

void VerticalScroll::settleStretch()
{
    const bool fills = m_content->expandingDirections().testFlag(Qt::Vertical);
    if (m_outer->stretch(0) == int(fills))
        return;
    m_outer->setStretch(0, fills ? 1 : 0);
    m_outer->setStretch(1, fills ? 0 : 1);
}

Page::Page(const QString &title, QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_head(new QVBoxLayout), m_titleRow(new QHBoxLayout),
      m_acts(new QHBoxLayout), m_title(titleLabel(title)), m_subtitle(mutedLabel(QString())), m_banner(new Banner),
      m_scroll(new VerticalScroll)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::space2());
    m_head->setContentsMargins(metrics::space8(), metrics::space6(), metrics::space8(), 0);
    m_head->setSpacing(metrics::space1());

    auto *leading = new QWidget;
    leading->setLayout(m_titleRow);
    m_titleRow->setContentsMargins(0, 0, 0, 0);
    m_titleRow->setSpacing(metrics::space3());
    m_title->setWordWrap(true);
    m_titleRow->addWidget(m_title);
    m_titleRow->addStretch(1);
    auto *trailing = new QWidget;
    trailing->setLayout(m_acts);
    m_acts->setContentsMargins(0, 0, 0, 0);
    m_acts->setSpacing(metrics::space2());
    auto *row = new SideBySide(leading, trailing);
    m_head->addWidget(row);
    m_head->addWidget(m_subtitle);
    m_head->addSpacing(metrics::space2());
    m_head->addWidget(m_banner);
    m_column->addLayout(m_head);
    m_column->addWidget(m_scroll, 1);
    m_subtitle->hide();
    setTitle(title);
}

void Page::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QString Page::title() const
{
    return m_title->text();
}

void Page::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    setAccessibleDescription(subtitle);
}

void Page::addAction(QWidget *act)
{
    m_acts->addWidget(act);
}

void Page::addBesideTitle(QWidget *widget)
{
    m_titleRow->insertWidget(m_titleRow->count() - 1, widget, 0, Qt::AlignVCenter);
}

void Page::addAboveTitle(QWidget *widget)
{
    m_head->insertWidget(0, widget, 0, Qt::AlignLeading);
}

void Page::addBelowTitle(QWidget *widget)
{
    m_head->insertWidget(m_head->indexOf(m_banner) - 1, widget);
}

void Page::setWholeBody(QWidget *body)
{
    m_scroll->hide();
    m_column->addWidget(body, 1);
}

} // namespace gatehouse::ui
