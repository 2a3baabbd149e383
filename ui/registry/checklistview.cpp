// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/checklistview.h"

#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/checkrow.h"
#include "ui/forms/fieldproblem.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/forms/statuschip.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

ChipLook lookOf(const ChecklistItem &item)
{
    if (item.state == ChecklistItem::State::Met)
        return chipLook(ChipState::Done, ChecklistView::tr("Met"));
    return chipLook(item.isRequired ? ChipState::NeedsYou : ChipState::ToDo, ChecklistView::tr("Missing"));
}

QString helpOf(const ChecklistItem &item)
{
    return item.isRequired ? item.help : ChecklistView::tr("Optional. %1").arg(item.help);
}

} // namespace

ChecklistView::ChecklistView(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(metrics::space4());
}

void ChecklistView::setItems(const QList<ChecklistItem> &items)
{
    while (QLayoutItem *old = m_column->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    m_rows.clear();
    // What Gatehouse can see for itself, and what only the person can tell, apart.
    Card *seen = nullptr;
    Card *asked = nullptr;
    for (const ChecklistItem &item : items) {
        const bool isAsked = item.state == ChecklistItem::State::Ask;
        Card *&card = isAsked ? asked : seen;
        if (!card)
            card = new Card(isAsked ? tr("Only you can tell") : tr("Seen in the app"), this);
        Row row{item};
        card->addRow(makeRow(row));
        m_rows.append(row);
    }
    for (Card *card : {seen, asked}) {
        if (card)
            m_column->addWidget(card);
    }
}

QWidget *ChecklistView::makeRow(Row &row)
{
    const ChecklistItem &item = row.item;
    if (item.state == ChecklistItem::State::Ask) {
        row.check = new CheckRow(item.label, helpOf(item));
        row.check->setObjectName(item.key);
        connect(row.check, &QCheckBox::toggled, this, &ChecklistView::tickedChanged);
        return item.isRequired ? withProblem(row, row.check, row.check) : row.check;
    }
    auto *words = new QWidget;
    auto *lines = new QVBoxLayout(words);
    lines->setContentsMargins({});
    lines->setSpacing(metrics::space1() / 2);
    lines->addWidget(strongLabel(item.label, words));
    if (!item.help.isEmpty())
        lines->addWidget(captionLabel(helpOf(item), words));
    auto *acts = new QWidget;
    auto *line = new QHBoxLayout(acts);
    line->setContentsMargins({});
    line->setSpacing(metrics::space3());
    line->addWidget(new StatusChip(lookOf(item), acts));
    if (item.state == ChecklistItem::State::Missing) {
        auto *mend = linkButton(tr("Add it"), acts);
        mend->setObjectName(item.key);
        mend->setAccessibleDescription(item.label);
        connect(mend, &QPushButton::clicked, this, [this, key = item.key] { Q_EMIT mendWanted(key); });
        line->addWidget(mend);
        row.mend = mend;
    }
    auto *both = new SideBySide(words, acts);
    both->setLeadingLeast(metrics::withText(240));
    both->setAccessibleName(item.label);
    both->setAccessibleDescription(lookOf(item).word + u". "_s + item.help);
    return row.mend && item.isRequired ? withProblem(row, both, row.mend) : both;
}

// The row with a line beneath it for what is wrong with it, told at the control that mends it.
QWidget *ChecklistView::withProblem(Row &row, QWidget *shown, QWidget *control)
{
    auto *whole = new QWidget;
    auto *lines = new QVBoxLayout(whole);
    lines->setContentsMargins({});
    lines->setSpacing(metrics::space1());
    lines->addWidget(shown);
    row.problem = new FieldProblem(control, control->accessibleDescription(), whole);
    lines->addWidget(row.problem);
    if (row.check)
        connect(row.check, &QCheckBox::toggled, row.problem, [problem = row.problem] { problem->setSentence({}); });
    return whole;
}

void ChecklistView::setTicked(const QStringList &keys)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.check)
            row.check->setChecked(keys.contains(row.item.key));
    }
}

QStringList ChecklistView::ticked() const
{
    QStringList keys;
    for (const Row &row : m_rows) {
        if (row.check && row.check->isChecked())
            keys.append(row.item.key);
    }
    return keys;
}

void ChecklistView::demandOpen()
{
    QWidget *first = nullptr;
    for (const Row &row : std::as_const(m_rows)) {
        const bool isOpen = row.mend || (row.check && !row.check->isChecked());
        if (!isOpen || !row.problem)
            continue;
        row.problem->setSentence(row.mend ? tr("Needed before the version can be submitted.")
                                          : tr("Tick this when it is so. It is needed before the version can be submitted."));
        if (!first)
            first = row.mend ? row.mend : row.check;
    }
    if (!first)
        return;
    layout()->activate(); // so that it comes into view where it is going to be
    first->setFocus();
}

} // namespace gatehouse::ui
