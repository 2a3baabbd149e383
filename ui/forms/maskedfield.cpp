// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/maskedfield.h"

#include "ui/forms/fieldproblem.h"
#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace gatehouse::ui {

MaskedField::MaskedField(const QString &label, const QString &help, QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_problem(new FieldProblem(m_edit, help, this))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setAccessibleName(label);
    m_edit->setLayoutDirection(Qt::LeftToRight);
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->setSpacing(metrics::space1());
    lines->addWidget(fieldLabel(label, m_edit, this));
    if (!help.isEmpty())
        lines->addWidget(captionLabel(help, this));
    lines->addSpacing(metrics::space1() / 2);
    lines->addWidget(m_edit);
    m_problem->setContentsMargins(0, metrics::space1(), 0, 0);
    lines->addWidget(m_problem);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::returnPressed, this, &MaskedField::entered);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_problem->setSentence({}); });
}

bool MaskedField::isEmpty() const
{
    return m_edit->text().trimmed().isEmpty();
}

Secret MaskedField::value() const
{
    return Secret::take(m_edit->text().trimmed());
}

void MaskedField::clear()
{
    m_edit->clear();
    m_problem->setSentence({});
}

void MaskedField::setProblem(const QString &sentence)
{
    m_problem->setSentence(sentence);
    if (!sentence.isEmpty())
        m_edit->setFocus(Qt::OtherFocusReason);
}

} // namespace gatehouse::ui
