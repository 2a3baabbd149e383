// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldrow.h"

#include "ui/forms/codetext.h"
#include "ui/forms/copybutton.h"
#include "ui/forms/labels.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

FieldRow::FieldRow(const QString &label, const QString &value, QWidget *parent)
    : ValueRow(label, parent), m_holder(new QWidget), m_value(new CodeText(label)), m_absent(mutedLabel(QString())),
      m_copy(new CopyButton)
{
    auto *column = new QVBoxLayout(m_holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_value);
    column->addWidget(m_absent);
    m_holder->setFocusProxy(m_value);
    setValueWidget(m_holder);
    addButton(m_copy);
    m_copy->setAccessibleDescription(label);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(m_value->value()); });
    setValue(value);
}

void FieldRow::setValue(const QString &value)
{
    m_value->setValue(value);
    m_value->show();
    m_absent->hide();
    m_copy->setVisible(m_copyable);
    updateGeometry();
}

QString FieldRow::value() const
{
    return m_value->value();
}

void FieldRow::setAbsent(const QString &reason)
{
    m_value->setValue(QString());
    m_value->hide();
    m_absent->setText(reason);
    m_absent->show();
    m_copy->hide();
    updateGeometry();
}

void FieldRow::showCopied()
{
    m_copy->showCopied();
}

void FieldRow::setCopyable(bool copyable)
{
    m_copyable = copyable;
    m_copy->setVisible(copyable && m_absent->isHidden());
}

} // namespace gatehouse::ui
