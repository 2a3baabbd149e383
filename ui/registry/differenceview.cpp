// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/differenceview.h"

#include "ui/forms/card.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

// A value on the ground that goes with what happens to it.
class Side : public QWidget {
public:
    Side(Token ground, Token line, QWidget *parent) : QWidget(parent), m_ground(ground), m_line(line) { }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(&painter, rect(), metrics::radiusMedium, isHighContrast() ? QColor() : color(m_ground),
            isHighContrast() ? color(m_line) : QColor());
    }

private:
    Token m_ground;
    Token m_line;
};

} // namespace

DifferenceView::DifferenceView(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(metrics::space4());
}

void DifferenceView::setChanges(const QList<AttributeChange> &changes)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const AttributeChange &change : changes)
        m_column->addWidget(makeChange(change));
}

QWidget *DifferenceView::makeChange(const AttributeChange &change)
{
    auto *card = new Card(change.label, this);
    auto *sides = new QWidget(card);
    auto *column = new QVBoxLayout(sides);
    column->setContentsMargins({});
    column->setSpacing(metrics::space2());
    QStringList told;
    const auto add = [&](bool isAfter, const QString &word, const QString &value) {
        column->addWidget(makeSide(isAfter, word, value));
        //: what happens to a value, and the value: "Before: Fleet"
        told.append(tr("%1: %2").arg(word, value));
    };
    if (!change.before.isEmpty())
        add(false, change.after.isEmpty() ? tr("Removed") : tr("Before"), change.before);
    if (!change.after.isEmpty())
        add(true, change.before.isEmpty() ? tr("Added") : tr("After"), change.after);
    card->setObjectName(change.key);
    card->setAccessibleDescription(told.join(u' '));
    card->addRow(sides);
    return card;
}

QWidget *DifferenceView::makeSide(bool isAfter, const QString &word, const QString &value)
{
    const Token ink = isAfter ? Token::OnOk : Token::OnBad;
    const Token line = isAfter ? Token::OkLine : Token::BadLine;
    auto *side = new Side(isAfter ? Token::Ok : Token::Bad, line, this);
    auto *row = new QHBoxLayout(side);
    row->setContentsMargins(metrics::space3(), metrics::space2(), metrics::space3(), metrics::space2());
    row->setSpacing(metrics::space2());
    row->addWidget(new IconView(isAfter ? Icon::plus : Icon::close, line, metrics::iconSmall(), side), 0, Qt::AlignTop);
    auto *kind = captionLabel(word, side);
    kind->setType(Type::CaptionStrong);
    kind->setToken(ink);
    kind->setWordWrap(false);
    kind->setMinimumWidth(metrics::withText(64));
    row->addWidget(kind, 0, Qt::AlignTop);
    auto *text = bodyLabel(value, side);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(word + u": "_s + value);
    text->setMinimumWidth(1); // a word without end must not widen the page
    row->addWidget(text, 1);
    return side;
}

} // namespace gatehouse::ui
