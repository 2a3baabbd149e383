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
    connect(m_stages, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *, bool checked) {
        if (checked)
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
    for (auto chip = m_chips.begin(); chip != m_chips.end(); ++chip) {
        const int count = table.countOf(chip.key());
        chip.value()->setCount(count);
        // Stages that apps are in seldom or not for long.
        const bool isSeldom = chip.key() == AppStage::Registering || chip.key() == AppStage::Deprecated
            || chip.key() == AppStage::Unknown;
        chip.value()->setVisible(!isSeldom || count > 0 || chip.value()->isChecked());
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
