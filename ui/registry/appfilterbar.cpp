// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/appfilterbar.h"

#include "ui/forms/filterchip.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/statuschip.h"
#include "ui/registry/apptable.h"
#include "ui/registry/wording.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

AppFilterBar::AppFilterBar(QWidget *parent) : QWidget(parent)
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space2());
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"searchApps"_s);
    m_search->setPlaceholderText(tr("Search apps"));
    m_search->setAccessibleName(tr("Search apps"));
    m_search->setAccessibleDescription(tr("By name, listing id, app id or description; every word must occur."));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::search, Token::Muted), QLineEdit::LeadingPosition);
    m_search->setFixedWidth(metrics::withText(240));
    layout->addWidget(m_search);

    m_type = new QComboBox(this);
    m_type->setObjectName(u"appType"_s);
    m_type->setAccessibleName(tr("Type"));
    m_type->addItem(tr("All types"));
    for (const AppType type : {AppType::Web, AppType::Mobile, AppType::Backend})
        m_type->addItem(typeWord(type), int(type));
    layout->addWidget(m_type);

    m_box = new QComboBox(this);
    m_box->setObjectName(u"appStage"_s);
    m_box->setAccessibleName(tr("State"));
    m_box->hide();
    layout->addWidget(m_box);

    m_stages = new QButtonGroup(this);
    addStage({}, tr("All"));
    addStage(AppStage::Registering, tr("Registering"));
    addStage(AppStage::Development, chipLook(ChipState::Development).word);
    addStage(AppStage::InReview, chipLook(ChipState::InReview).word);
    addStage(AppStage::ReadyToPublish, chipLook(ChipState::ReadyToPublish).word);
    addStage(AppStage::Live, chipLook(ChipState::Live).word);
    addStage(AppStage::Deprecated, chipLook(ChipState::Deprecated).word);
    addStage(AppStage::Failed, tr("Failed"));
    addStage(AppStage::Unknown, chipLook(ChipState::Unknown).word);
    m_any->setChecked(true);

    connect(m_search, &QLineEdit::textChanged, this, &AppFilterBar::changed);
    connect(m_type, &QComboBox::currentIndexChanged, this, &AppFilterBar::changed);
    connect(m_box, &QComboBox::activated, this,
        [this] { m_stages->button(m_box->currentData().toInt())->setChecked(true); });
    connect(m_stages, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *, bool checked) {
        if (!checked)
            return;
        fold();
        Q_EMIT changed();
    });
}

void AppFilterBar::addStage(std::optional<AppStage> stage, const QString &word)
{
    auto *chip = new FilterChip(word, this);
    m_stages->addButton(chip, stage ? int(*stage) : appStages);
    layout()->addWidget(chip);
    chip->installEventFilter(this);
    if (stage)
        m_chips.insert(*stage, chip);
    else
        m_any = chip;
}

AppFilter AppFilterBar::filter() const
{
    AppFilter filter;
    filter.text = m_search->text();
    if (const QVariant type = m_type->currentData(); type.isValid())
        filter.type = AppType(type.toInt());
    if (const int stage = m_stages->checkedId(); stage >= 0 && stage < appStages)
        filter.stage = AppStage(stage);
    return filter;
}

void AppFilterBar::clear()
{
    m_search->clear();
    m_type->setCurrentIndex(0);
    m_any->setChecked(true);
}

void AppFilterBar::showCounts(const AppTable &table)
{
    m_any->setCount(table.countOfAny());
    for (auto chip = m_chips.begin(); chip != m_chips.end(); ++chip)
        chip.value()->setCount(table.countOf(chip.key()));
    fold();
}

// Stages that apps are in seldom or not for long are offered when there are any.
bool AppFilterBar::isOffered(FilterChip *chip) const
{
    const int id = m_stages->id(chip);
    const bool isSeldom = id == int(AppStage::Registering) || id == int(AppStage::Deprecated) || id == int(AppStage::Unknown);
    return !isSeldom || chip->count() > 0 || chip->isChecked();
}

void AppFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

// Whether the chips are folded depends on what they would need, not on whether they are, so it cannot flicker.
void AppFilterBar::fold()
{
    constexpr int mostLines = 3;
    int needed = m_search->width() + m_type->sizeHint().width() + 2 * metrics::space2();
    for (QAbstractButton *button : m_stages->buttons()) {
        if (isOffered(static_cast<FilterChip *>(button)))
            needed += button->sizeHint().width() + metrics::space2();
    }
    m_isFolded = needed > mostLines * width();
    const bool hadFocus = m_isFolded && m_stages->buttons().contains(qobject_cast<QAbstractButton *>(focusWidget()))
        && focusWidget()->hasFocus();
    m_box->setVisible(m_isFolded);
    if (hadFocus)
        m_box->setFocus(Qt::OtherFocusReason);
    for (QAbstractButton *button : m_stages->buttons())
        button->setVisible(!m_isFolded && isOffered(static_cast<FilterChip *>(button)));
    if (m_isFolded)
        fillBox();
}

void AppFilterBar::fillBox()
{
    m_box->clear();
    for (QAbstractButton *button : m_stages->buttons()) {
        auto *chip = static_cast<FilterChip *>(button);
        if (!isOffered(chip))
            continue;
        const QString word = chip == m_any ? tr("All states") : chip->text();
        //: a state and how many apps are in it
        const QString words = tr("%1 (%2)").arg(word, locale().toString(chip->count()));
        m_box->addItem(words, m_stages->id(button));
        if (chip->isChecked())
            m_box->setCurrentIndex(m_box->count() - 1);
    }
}

void AppFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

// The chips are one row however many lines they take: the arrows follow the reading, not the geometry.
bool AppFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int onwards = isLeftToRight() ? 1 : -1;
    if (key == Qt::Key_Right || key == Qt::Key_Down)
        moveAmongChips(key == Qt::Key_Down ? 1 : onwards);
    else if (key == Qt::Key_Left || key == Qt::Key_Up)
        moveAmongChips(key == Qt::Key_Up ? -1 : -onwards);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void AppFilterBar::moveAmongChips(int step)
{
    QList<QAbstractButton *> chips = m_stages->buttons();
    chips.removeIf([](const QAbstractButton *chip) { return !chip->isVisible() || !chip->isEnabled(); });
    for (qsizetype i = 0; i < chips.size(); ++i) {
        if (!chips.at(i)->hasFocus())
            continue;
        chips.at((i + step + chips.size()) % chips.size())->setFocus(Qt::TabFocusReason);
        return;
    }
}

// Here and not in the page: what scrolls in between would take the arrow.
void AppFilterBar::keyPressEvent(QKeyEvent *event)
{
    const bool isOn = event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_search->hasFocus() && isOn)
        Q_EMIT resultsWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gatehouse::ui
