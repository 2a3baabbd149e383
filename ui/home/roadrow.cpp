// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/roadrow.h"

#include "ui/forms/buttons.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/forms/spinnerarc.h"
#include "ui/forms/statuschip.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>

namespace gatehouse::ui {

namespace {

struct Look {
    Icon icon;
    Token line;
    Token ink;
    QString word;
};

Look lookOf(RoadStep::State state, bool isTrouble)
{
    switch (state) {
    case RoadStep::State::Done:
        return {Icon::done, Token::OkLine, Token::OnOk, chipLook(ChipState::Done).word};
    case RoadStep::State::NeedsYou:
        return {isTrouble ? Icon::warning : Icon::current, Token::WarnLine, Token::OnWarn,
            chipLook(ChipState::NeedsYou).word};
    case RoadStep::State::Running:
        return {Icon::running, Token::Accent, Token::OnInfo, chipLook(ChipState::Running).word};
    case RoadStep::State::Unknown:
        return {Icon::question, Token::Muted, Token::Muted, chipLook(ChipState::Unknown).word};
    case RoadStep::State::ToDo:
        break;
    }
    return {Icon::todo, Token::Muted, Token::Muted, chipLook(ChipState::ToDo).word};
}

// Name and detail. As wide as this at least, so that all rows go below each other at the same width of the window.
class Words : public QWidget {
public:
    QSize sizeHint() const override { return QWidget::sizeHint().expandedTo({least(), 0}); }
    static int least() { return metrics::withText(220); }
};

} // namespace

RoadRow::RoadRow(QWidget *parent)
    : QWidget(parent), m_sign(new IconView(Icon::todo, Token::Muted, metrics::iconLarge(), this)),
      m_arc(new SpinnerArc(metrics::iconLarge(), this)), m_name(strongLabel({})), m_detail(captionLabel({})),
      m_word(captionLabel({})), m_actHolder(new QWidget), m_act(button(QString()))
{
    auto *words = new Words;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins({});
    column->setSpacing(metrics::space1() / 2);
    column->addWidget(m_name);
    column->addWidget(m_detail);

    m_detail->setMinimumWidth(1); // a name without spaces must not widen the page
    m_word->setType(Type::CaptionStrong);
    m_word->setWordWrap(false);
    auto *end = new QHBoxLayout(m_actHolder);
    end->setContentsMargins({});
    end->addStretch();
    end->addWidget(m_act);

    auto *trailing = new QWidget;
    auto *line = new QHBoxLayout(trailing);
    line->setContentsMargins({});
    line->setSpacing(metrics::space6());
    line->addWidget(m_word);
    line->addWidget(m_actHolder, 1);

    auto *both = new SideBySide(words, trailing);
    both->setLeadingLeast(Words::least());

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(metrics::space3());
    row->addWidget(m_sign);
    row->addWidget(m_arc);
    row->addWidget(both, 1);
    connect(m_act, &QPushButton::clicked, this, [this] { Q_EMIT actWanted(m_step.route); });
}

void RoadRow::setStep(const RoadStep &step, bool isNext)
{
    m_step = step;
    const Look look = lookOf(step.state, step.isTrouble);
    const bool isRunning = step.state == RoadStep::State::Running;
    m_sign->setIcon(look.icon);
    m_sign->setToken(look.line);
    m_sign->setVisible(!isRunning);
    m_arc->setVisible(isRunning);
    m_name->setText(step.name);
    m_detail->setText(step.detail);
    m_detail->setVisible(!step.detail.isEmpty());
    m_word->setText(look.word);
    m_word->setToken(look.ink);
    setAccessibleName(step.name);
    setAccessibleDescription(look.word + QStringLiteral(". ") + step.detail);
    setWord(m_act, step.act);
    m_act->setAccessibleDescription(step.name);
    m_act->setObjectName(step.key + QStringLiteral("Act"));
    m_act->setVisible(!step.act.isEmpty());
    dressAct(isNext);
}

// A way back to what is done is a link; what is to be done is a button, and the one that is next is the primary one.
void RoadRow::dressAct(bool isNext)
{
    const bool isLink = m_step.state == RoadStep::State::Done;
    m_act->setFlat(isLink);
    m_act->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_act->setProperty("primary", isNext);
    m_act->setDefault(isNext);
    m_act->updateGeometry();
    m_act->update();
}

int RoadRow::actWidth() const
{
    return m_act->isHidden() ? 0 : m_act->sizeHint().width();
}

void RoadRow::align(int actWidth)
{
    const QFontMetrics words(m_word->font());
    int widest = 0;
    for (const auto state : {ChipState::Done, ChipState::NeedsYou, ChipState::Running, ChipState::ToDo})
        widest = std::max(widest, words.horizontalAdvance(chipLook(state).word));
    m_word->setMinimumWidth(widest + 1);
    m_actHolder->setMinimumWidth(actWidth);
}

} // namespace gatehouse::ui
