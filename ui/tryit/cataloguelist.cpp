// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tryit/cataloguelist.h"

#include "ui/forms/labels.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int shortRows = 5;

} // namespace

CatalogueList::CatalogueList(QWidget *parent) : QWidget(parent)
{
    m_search = new QLineEdit(this);
    m_search->setAccessibleName(tr("Search calls"));
    m_search->setObjectName(u"searchCalls"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::search, Token::Muted), QLineEdit::LeadingPosition);
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Calls"));
    m_list->setObjectName(u"calls"_s);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizeAdjustPolicy(QAbstractItemView::AdjustIgnored);
    m_none = mutedLabel(tr("No call has this in its name or path."), this);
    m_none->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space2());
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    layout->addWidget(m_none);
    layout->addStretch(1);

    connect(m_search, &QLineEdit::textChanged, this, &CatalogueList::filter);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT chosen(current());
    });
}

void CatalogueList::setCalls(const QList<CallSpec> &calls)
{
    m_calls = calls;
    m_list->clear();
    for (const CallSpec &call : calls) {
        auto *item = new QListWidgetItem(call.title, m_list);
        item->setData(Qt::UserRole, call.id);
        item->setToolTip(call.method + u' ' + call.path);
    }
    m_search->setPlaceholderText(tr("Search %n call(s)", nullptr, int(calls.size())));
    const auto start = std::ranges::find_if(calls, &CallSpec::isStart);
    m_list->setCurrentRow(start == calls.end() ? 0 : int(start - calls.begin()));
    fitHeight();
}

QString CatalogueList::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void CatalogueList::setShort(bool isShort)
{
    if (isShort == m_isShort)
        return;
    m_isShort = isShort;
    fitHeight();
}

void CatalogueList::filter()
{
    const QString wanted = m_search->text().trimmed();
    int shown = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        const CallSpec &call = m_calls.at(row);
        const bool fits = call.title.contains(wanted, Qt::CaseInsensitive) || call.path.contains(wanted, Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!fits);
        shown += fits;
    }
    m_list->setVisible(shown > 0);
    m_none->setVisible(shown == 0);
    // What is chosen can be seen: else the first that fits is.
    if (shown > 0 && (!m_list->currentItem() || m_list->currentItem()->isHidden())) {
        int row = 0;
        while (m_list->item(row)->isHidden())
            ++row;
        m_list->setCurrentRow(row);
    }
    fitHeight();
}

// All of it where there is room: a list within a page that scrolls is easily overlooked.
void CatalogueList::fitHeight()
{
    int rows = 0;
    int height = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->isHidden() || (m_isShort && rows == shortRows))
            continue;
        ++rows;
        height += m_list->sizeHintForRow(row);
    }
    m_list->setFixedHeight(height + 2 * m_list->frameWidth() + metrics::space1());
}

void CatalogueList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        fitHeight();
}

} // namespace gatehouse::ui
