// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/wizardframe.h"

#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/steplist.h"
#include "ui/forms/steppage.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

class Footer : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintHairline(&painter, rect(), Qt::TopEdge);
    }
};

} // namespace

WizardFrame::WizardFrame(const QString &title, QWidget *parent)
    : QWidget(parent), m_page(new Page(title)), m_steps(new StepList), m_sides(new QStackedWidget), m_middle(new QWidget),
      m_scroll(new VerticalScroll), m_cancel(quietButton(tr("Cancel"))), m_back(button(tr("Back"))),
      m_primary(new BusyButton(tr("Continue"), QString()))
{
    // Steps and cards stand still at the top of their columns; the whole scrolls as one.
    auto *body = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, body);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::space8());
    m_steps->setFixedWidth(metrics::withText(224));
    auto *stack = new QVBoxLayout(m_middle);
    stack->setContentsMargins(0, metrics::space2(), 0, 0);
    stack->setSpacing(0);
    m_middle->setMaximumWidth(metrics::readingWidth());
    m_columns->addWidget(m_steps, 0);
    m_columns->addWidget(m_middle, 1000); // nearly all, up to the width for reading
    m_columns->addStretch(1);
    m_columns->addWidget(m_sides, 0, Qt::AlignTop);
    m_scroll->content()->addWidget(body);
    m_scroll->content()->addStretch();

    auto *footer = new Footer;
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(metrics::space8(), metrics::space3(), metrics::space8(), metrics::space3());
    row->setSpacing(metrics::space2());
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_primary);
    m_back->setMinimumWidth(metrics::withText(80));
    m_primary->setMinimumWidth(metrics::withText(88));

    auto *inside = new QWidget;
    auto *lines = new QVBoxLayout(inside);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_scroll, 1);
    lines->addWidget(footer);
    m_page->setWholeBody(inside);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_page);
    setAccessibleName(title);

    connect(m_primary, &QPushButton::clicked, this, &WizardFrame::primaryClicked);
    connect(m_back, &QPushButton::clicked, this, &WizardFrame::backClicked);
    connect(m_cancel, &QPushButton::clicked, this, &WizardFrame::cancelClicked);
    connect(m_steps, &StepList::stepClicked, this, &WizardFrame::stepClicked);
}

void WizardFrame::setTitle(const QString &title)
{
    m_page->setTitle(title);
    setAccessibleName(title);
}

void WizardFrame::setSubtitle(const QString &subtitle)
{
    m_subtitle = subtitle;
    refresh();
}

int WizardFrame::addStep(StepPage *page, const QString &name, const QString &note)
{
    m_pages.append(page);
    m_steps->addStep(name, note);
    // Only the current page lies in the layout's view: a hidden one must not stretch the column.
    m_middle->layout()->addWidget(page);
    page->hide();
    m_sides->addWidget(page->side());
    connect(page, &StepPage::stateChanged, this, [this, page] {
        if (m_current >= 0 && m_pages[m_current] == page)
            refresh();
    });
    if (m_current < 0)
        showStep(0);
    return int(m_pages.size()) - 1;
}

void WizardFrame::showStep(int step)
{
    if (step < 0 || step >= m_pages.size())
        return;
    if (m_current >= 0 && m_current != step)
        m_pages[m_current]->hide();
    m_current = step;
    StepPage *page = m_pages[step];
    page->show();
    m_sides->setCurrentWidget(page->side());
    m_steps->setCurrent(step);
    m_scroll->area()->verticalScrollBar()->setValue(0);
    refresh();
    // The first control of the step gets the focus, as a person would expect after Continue.
    if (isVisible()) {
        for (QWidget *next = page->nextInFocusChain(); next != nullptr && next != page; next = next->nextInFocusChain()) {
            if (page->isAncestorOf(next) && next->isEnabled() && next->isVisibleTo(page) && (next->focusPolicy() & Qt::TabFocus)) {
                next->setFocus(Qt::OtherFocusReason);
                break;
            }
        }
    }
}

int WizardFrame::currentStep() const
{
    return m_current;
}

StepPage *WizardFrame::page(int step) const
{
    return step >= 0 && step < m_pages.size() ? m_pages[step] : nullptr;
}

Banner *WizardFrame::banner() const
{
    return m_page->banner();
}

void WizardFrame::setBusy(bool busy)
{
    m_primary->setBusy(busy);
    refresh();
}

void WizardFrame::refresh()
{
    if (m_current < 0)
        return;
    const StepPage *page = m_pages[m_current];
    const bool busy = m_primary->isBusy();
    const QString where = m_collapsed ? tr("Step %1 of %2: %3.").arg(m_current + 1).arg(m_pages.size()).arg(m_steps->name(m_current))
                                      : tr("Step %1 of %2.").arg(m_current + 1).arg(m_pages.size());
    m_page->setSubtitle(m_subtitle.isEmpty() ? where : where + u' ' + m_subtitle);
    m_primary->setWords(page->primaryWord().isEmpty() ? tr("Continue") : page->primaryWord(),
        page->busyWord().isEmpty() ? tr("Working") : page->busyWord());
    m_primary->setEnabled(page->isComplete() || busy);
    m_back->setVisible(m_current > 0 && page->isBackAllowed());
    m_back->setEnabled(!busy);
    m_steps->setReturnable(page->isBackAllowed() && !busy);
    const bool side = page->side()->property("used").toBool();
    m_sides->setVisible(side);
    adapt();
}

void WizardFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    adapt();
}

void WizardFrame::adapt()
{
    const int sideWidth = metrics::withText(264);
    const int edges = 2 * metrics::space8();
    const int gap = metrics::space8();
    const int content = metrics::withText(340);
    const int steps = metrics::withText(224) + gap;
    const bool side = !m_sides->isHidden();
    // Giving way: first the cards move below the step, then the list of steps becomes a sentence.
    const bool below = side && edges + steps + content + gap + sideWidth > width();
    const bool collapsed = edges + steps + content > width();
    m_steps->setVisible(!collapsed);
    m_columns->removeWidget(m_sides);
    if (below || collapsed) {
        m_sides->setMinimumWidth(0);
        m_sides->setMaximumWidth(QWIDGETSIZE_MAX);
        m_middle->layout()->addWidget(m_sides);
        m_middle->layout()->setSpacing(metrics::space6());
    } else {
        m_middle->layout()->removeWidget(m_sides);
        m_sides->setFixedWidth(sideWidth);
        m_columns->addWidget(m_sides, 0, Qt::AlignTop);
    }
    if (collapsed != m_collapsed) {
        m_collapsed = collapsed;
        refresh();
    }
}

void WizardFrame::keyPressEvent(QKeyEvent *event)
{
    // Return goes on from any one-line field, as it does in a dialog.
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && qobject_cast<QLineEdit *>(focusWidget()) != nullptr && m_primary->isEnabled()) {
        m_primary->click();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace gatehouse::ui
