// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/segmentedswitch.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace gatehouse::ui {

namespace {

// One part; it knows whether it is at an end, where the corners are round.
class Segment : public QAbstractButton {
public:
    Segment(SegmentedSwitch::Part part, bool first, bool last, QWidget *parent)
        : QAbstractButton(parent), m_part(std::move(part)), m_first(first), m_last(last)
    {
        setText(m_part.word);
        setAccessibleName(m_part.word);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        if (m_part.locked)
            setAccessibleDescription(SegmentedSwitch::tr("not yet open"));
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(stylepaint::buttonFont(this, true));
        return {2 * metrics::space3() + metrics::iconSmall() + metrics::space2() + metrics.horizontalAdvance(text()) + 2, std::max(32, controlHeight(metrics))};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        // Drawn wider than it is where it joins its neighbour, and cut off there: only the ends are round.
        const bool ltr = layoutDirection() == Qt::LeftToRight;
        const int more = int(metrics::radiusMedium) + 2;
        const bool roundLeft = ltr ? m_first : m_last;
        const bool roundRight = ltr ? m_last : m_first;
        const QRect box = rect().adjusted(roundLeft ? 0 : -more, 0, roundRight ? 0 : more, 0);
        const Token ground = isChecked() ? m_part.ground : isDown() ? Token::Pressed : underMouse() ? Token::Hover : Token::Base;
        paintBox(&painter, box, metrics::radiusMedium, color(ground), color(Token::Control));
        if (!m_first)
            painter.fillRect(QRect(ltr ? 0 : width() - 1, 0, 1, height()), color(Token::Control));
        painter.setFont(stylepaint::buttonFont(this, isChecked()));
        const Token ink = isChecked() ? m_part.ink : Token::Text;
        const int side = metrics::iconSmall();
        const auto place = [this](int x, int width) { return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height())); };
        paintIcon(&painter, place(metrics::space3(), side), m_part.locked ? Icon::lock : m_part.icon, isChecked() ? ink : Token::Muted, side);
        painter.setPen(color(ink));
        const int start = metrics::space3() + side + metrics::space2();
        painter.drawText(place(start, width() - start), QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter), text());
    }

private:
    SegmentedSwitch::Part m_part;
    bool m_first;
    bool m_last;
};

} // namespace

SegmentedSwitch::SegmentedSwitch(const QString &name, QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedSwitch::currentChanged);
}

void SegmentedSwitch::setParts(const QList<Part> &parts)
{
    const int chosen = std::max(0, current());
    for (QAbstractButton *old : m_group->buttons())
        delete old;
    for (int i = 0; i < parts.size(); ++i) {
        auto *segment = new Segment(parts[i], i == 0, i == parts.size() - 1, this);
        m_group->addButton(segment, i);
        m_row->addWidget(segment);
    }
    setCurrent(std::min(chosen, int(parts.size()) - 1));
}

void SegmentedSwitch::setCurrent(int part)
{
    QAbstractButton *segment = m_group->button(part);
    if (segment == nullptr)
        return;
    segment->setChecked(true);
    // Tab comes to the chosen one; Qt sees to that only when the choice is made by hand.
    for (QAbstractButton *each : m_group->buttons())
        each->setFocusPolicy(each == segment ? Qt::StrongFocus : Qt::ClickFocus);
}

int SegmentedSwitch::current() const
{
    return m_group->checkedId();
}

} // namespace gatehouse::ui
