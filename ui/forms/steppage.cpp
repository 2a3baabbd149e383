// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/steppage.h"

#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

StepPage::StepPage(const QString &heading, QWidget *parent)
    : QWidget(parent), m_heading(headingLabel(heading)), m_intro(bodyLabel(QString())), m_content(new QVBoxLayout),
      m_side(new QWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space2());
    column->addWidget(m_heading);
    column->addWidget(m_intro);
    column->addSpacing(metrics::space2());
    m_content->setSpacing(metrics::space4());
    column->addLayout(m_content);
    column->addStretch(1);
    auto *cards = new QVBoxLayout(m_side);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(metrics::space4());
    m_side->hide();
    m_intro->hide();
    setHeading(heading);
}

void StepPage::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    setAccessibleName(heading);
}

QString StepPage::heading() const
{
    return m_heading->text();
}

void StepPage::setIntro(const QString &intro)
{
    m_intro->setText(intro);
    m_intro->setVisible(!intro.isEmpty());
    setAccessibleDescription(intro);
}

void StepPage::addToSide(QWidget *card)
{
    m_side->layout()->addWidget(card);
    m_side->setProperty("used", true);
    Q_EMIT stateChanged();
}

void StepPage::setPrimaryWords(const QString &word, const QString &busyWord)
{
    m_word = word;
    m_busyWord = busyWord;
    Q_EMIT stateChanged();
}

void StepPage::setComplete(bool complete)
{
    if (complete == m_complete)
        return;
    m_complete = complete;
    Q_EMIT stateChanged();
}

void StepPage::setBackAllowed(bool allowed)
{
    m_back = allowed;
    Q_EMIT stateChanged();
}

} // namespace gatehouse::ui
