// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/askbox.h"

#include "ui/forms/announce.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/fieldproblem.h"
#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int longestReason = 400; // characters; what is longer would be cut when it is shown

} // namespace

AskBox::AskBox(QWidget *parent)
    : QWidget(parent), m_sentence(bodyLabel({}, this)), m_reasonPart(new QWidget(this)),
      m_help(captionLabel({}, m_reasonPart)), m_reason(new QLineEdit(m_reasonPart)),
      m_problem(new FieldProblem(m_reason, {}, m_reasonPart)), m_confirm(new BusyButton({}, {}, this)),
      m_cancel(quietButton(tr("Cancel"), this))
{
    m_reason->setObjectName(u"reason"_s);
    m_reason->setMaxLength(longestReason);
    m_reason->setAccessibleName(tr("Reason"));
    m_confirm->setObjectName(u"confirm"_s);
    m_confirm->setDefault(false);
    m_cancel->setObjectName(u"letGo"_s);

    auto *lines = new QVBoxLayout(m_reasonPart);
    lines->setContentsMargins({});
    lines->setSpacing(metrics::space1());
    lines->addWidget(fieldLabel(tr("Reason"), m_reason, m_reasonPart));
    lines->addWidget(m_help);
    lines->addWidget(m_reason);
    lines->addWidget(m_problem);
    m_reasonPart->setMaximumWidth(metrics::readingWidth());

    auto *acts = new QHBoxLayout;
    acts->setSpacing(metrics::space4());
    acts->addWidget(m_confirm);
    acts->addWidget(m_cancel);
    acts->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::space3());
    column->addWidget(m_sentence);
    column->addWidget(m_reasonPart);
    column->addLayout(acts);
    hide();

    connect(m_reason, &QLineEdit::returnPressed, this, &AskBox::confirm);
    connect(m_reason, &QLineEdit::textEdited, this, &AskBox::unmark);
    connect(m_confirm, &QPushButton::clicked, this, &AskBox::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &AskBox::letGo);
}

void AskBox::ask(const Question &question, QWidget *back)
{
    m_question = question;
    m_back = back;
    m_sentence->setText(question.sentence);
    m_sentence->setVisible(!question.sentence.isEmpty());
    m_reasonPart->setVisible(question.reason != Reason::None);
    const QString help = question.reason != Reason::Optional ? question.reasonHelp
        : question.reasonHelp.isEmpty()                      ? tr("Optional")
                                                             : tr("Optional. %1").arg(question.reasonHelp);
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
    m_reason->clear();
    unmark();
    m_confirm->setWords(question.word, question.busyWord);
    m_confirm->setAccessibleDescription(question.sentence);
    show();
    if (question.reason == Reason::None)
        m_confirm->setFocus();
    else
        m_reason->setFocus();
    announce(this, question.sentence);
}

void AskBox::unmark()
{
    m_problem->setSentence({});
    m_reason->setAccessibleDescription(m_help->text());
}

void AskBox::close()
{
    setBusy(false);
    m_reason->clear();
    hide();
}

void AskBox::setBusy(bool busy)
{
    m_confirm->setBusy(busy);
    m_reason->setReadOnly(busy);
    m_cancel->setEnabled(!busy);
}

bool AskBox::isBusy() const
{
    return m_confirm->isBusy();
}

void AskBox::confirm()
{
    if (isBusy())
        return;
    const QString reason = m_reason->text().trimmed();
    if (m_question.reason == Reason::Needed && reason.isEmpty()) {
        m_problem->setSentence(m_question.reasonMissing);
        m_reason->setFocus();
        return;
    }
    Q_EMIT confirmed(m_question.reason == Reason::None ? QString() : reason);
}

void AskBox::letGo()
{
    // The focus first: a hidden one would hand it to whatever comes next.
    if (m_back)
        m_back->setFocus();
    close();
    Q_EMIT cancelled();
}

void AskBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !isBusy())
        letGo();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gatehouse::ui
