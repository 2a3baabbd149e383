// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choicelist.h"

#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

ChoiceList::ChoiceList(const QList<Choice> &choices, QWidget *parent)
    : QWidget(parent), m_choices(choices), m_group(new QButtonGroup(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (int i = 0; i < choices.size(); ++i) {
        auto *radio = new QRadioButton(choices[i].label);
        radio->setAccessibleName(choices[i].label);
        radio->setAccessibleDescription(choices[i].help);
        radio->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        m_group->addButton(radio, i);
        column->addWidget(radio);
        if (!choices[i].help.isEmpty()) {
            auto *help = captionLabel(choices[i].help);
            // Under the word, not under the mark.
            auto *line = new QHBoxLayout;
            line->setContentsMargins(0, 0, 0, metrics::space2());
            line->setSpacing(metrics::space2());
            line->addSpacing(metrics::scaled(18) + metrics::space2());
            line->addWidget(help, 1);
            column->addLayout(line);
        }
    }
    if (QAbstractButton *first = m_group->button(0); first != nullptr)
        setFocusProxy(first);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT valueChanged();
    });
}

QString ChoiceList::value() const
{
    const int id = m_group->checkedId();
    return id < 0 ? QString() : m_choices[id].value;
}

void ChoiceList::setValue(const QString &value)
{
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].value == value) {
            m_group->button(i)->setChecked(true);
            setFocusProxy(m_group->button(i));
            return;
        }
    }
    // An exclusive group lets nobody go back to nothing.
    m_group->setExclusive(false);
    for (QAbstractButton *radio : m_group->buttons())
        radio->setChecked(false);
    m_group->setExclusive(true);
}

} // namespace gatehouse::ui
