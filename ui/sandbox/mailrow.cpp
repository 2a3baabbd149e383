// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox/mailrow.h"

#include "ui/forms/buttons.h"
#include "ui/forms/copybutton.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/frame/moments.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostLines = 60;

// Line by line, because a text that is shown as a whole loses its lines.
QString shownText(const ServerText &text)
{
    QStringList lines;
    for (const QString &line : text.wire().left(20'000).split(u'\n').mid(0, mostLines))
        lines.append(ServerText(line).shown());
    return lines.join(u'\n').trimmed();
}

} // namespace

MailRow::MailRow(const SandboxMail &mail, QWidget *parent)
    : QWidget(parent), m_id(mail.id), m_toggle(linkButton(tr("Show text"))), m_text(bodyLabel(shownText(mail.text)))
{
    const QString subject = mail.subject.isEmpty() ? tr("No subject") : mail.subject.shown(120);
    const QString to = QChar(0x2066) + mail.to.shown(80) + QChar(0x2069);
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins({});
    column->setSpacing(metrics::space1() / 2);
    //: to whom a message was sent, and when
    for (Label *label : {strongLabel(subject), captionLabel(tr("To %1, %2").arg(to, momentText(mail.sentAt)))}) {
        label->setMinimumWidth(1); // a word without end must not widen the page
        column->addWidget(label);
    }

    QWidget *acts = m_toggle;
    if (!mail.code.isEmpty()) {
        auto *password = new QWidget;
        auto *line = new QHBoxLayout(password);
        line->setContentsMargins({});
        line->setSpacing(metrics::space3());
        const QString shown = ServerText(mail.code).shown(40);
        auto *code = codeLabel(shown.size() == 6 ? shown.left(3) + u' ' + shown.mid(3) : shown);
        code->setType(Type::CodeStrong);
        code->setWordWrap(false);
        auto *copy = new CopyButton;
        copy->setObjectName(u"copyCode"_s);
        copy->setAccessibleDescription(subject);
        connect(copy, &QPushButton::clicked, this, [this, copy, code = mail.code] {
            Q_EMIT copyWanted(code);
            copy->showCopied();
        });
        line->addWidget(code);
        line->addWidget(copy);
        acts = new SideBySide(password, m_toggle);
    }
    m_toggle->setObjectName(u"showText"_s);
    m_toggle->setAccessibleDescription(subject);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!isOpen()); });

    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setMinimumWidth(1);
    m_text->hide();
    if (m_text->text().isEmpty())
        m_toggle->hide(); // never show() before it has a parent: that would be a window of its own

    auto *head = new SideBySide(words, acts);
    head->setLeadingLeast(metrics::withText(240));
    auto *body = new QVBoxLayout;
    body->setSpacing(metrics::space2());
    body->addWidget(head);
    body->addWidget(m_text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(metrics::space3());
    row->addWidget(new IconView(Icon::mail, Token::Muted, metrics::iconMedium(), this), 0, Qt::AlignTop);
    row->addLayout(body, 1);
    setAccessibleName(subject);
    setObjectName(u"mail-"_s + mail.id);
}

bool MailRow::isOpen() const
{
    return !m_text->isHidden();
}

void MailRow::setOpen(bool open)
{
    m_text->setVisible(open);
    setWord(m_toggle, open ? tr("Hide text") : tr("Show text"));
}

} // namespace gatehouse::ui
