// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tryit/answerview.h"

#include "app/base/errortext.h"
#include "app/tryit/prettybody.h"
#include "ui/forms/announce.h"
#include "ui/forms/buttons.h"
#include "ui/forms/codetext.h"
#include "ui/forms/copybutton.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/forms/statuschip.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 28;
constexpr int longestHeader = 1000; // characters

ChipLook lookOf(int status)
{
    const ChipState state = status < 300 ? ChipState::Done : status < 400 ? ChipState::Pending : ChipState::Failed;
    return chipLook(state, statusWords(status));
}

} // namespace

QString statusWords(int status)
{
    const auto words = [status]() -> QString {
        switch (status) {
        case 200:
            return AnswerView::tr("OK");
        case 201:
            return AnswerView::tr("Created");
        case 202:
            return AnswerView::tr("Accepted");
        case 204:
            return AnswerView::tr("No content");
        case 400:
            return AnswerView::tr("Refused as wrong");
        case 401:
            return AnswerView::tr("Not authorized");
        case 403:
            return AnswerView::tr("Forbidden");
        case 404:
            return AnswerView::tr("Not found");
        case 413:
            return AnswerView::tr("Too large");
        case 429:
            return AnswerView::tr("Too many calls");
        case 503:
            return AnswerView::tr("Not available");
        default:
            break;
        }
        if (status >= 500)
            return AnswerView::tr("Server failed");
        if (status >= 400)
            return AnswerView::tr("Refused");
        return status >= 300 ? AnswerView::tr("Sent elsewhere") : AnswerView::tr("Done");
    };
    // Number and word keep their order beside words of another direction.
    return QChar(0x2068) + QString::number(status) + u' ' + words() + QChar(0x2069);
}

AnswerView::AnswerView(QWidget *parent) : Card(tr("Answer"), parent)
{
    setObjectName(u"answer"_s);
    m_chip = new StatusChip(ChipState::Done, this);
    m_chip->setObjectName(u"status"_s);
    setTrailing(m_chip);
    m_facts = mutedLabel({}, this);
    m_facts->setObjectName(u"answerFacts"_s);
    m_said = bodyLabel({}, this);
    m_showHeaders = quietButton(tr("Show headers"), this);
    m_copy = new CopyButton(this);
    auto *buttons = new QWidget(this);
    auto *line = new QHBoxLayout(buttons);
    line->setContentsMargins({});
    line->setSpacing(metrics::space2());
    line->addWidget(m_showHeaders);
    line->addWidget(m_copy);
    auto *facts = new SideBySide(m_facts, buttons, this);
    facts->setLeadingLeast(metrics::withText(160));
    addRow(facts);
    addRow(m_said);
    m_headers = new CodeText(tr("Headers of the answer"), this);
    addRow(m_headers);

    m_body = new QPlainTextEdit(this);
    m_body->setObjectName(u"body"_s);
    m_body->setAccessibleName(tr("Body of the answer"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_body->setFont(ui::font(Type::Code));
    m_body->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_body->setLayoutDirection(Qt::LeftToRight);
    QTextOption option = m_body->document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    m_body->document()->setDefaultTextOption(option);
    addRow(m_body);
    m_cut = captionLabel(tr("The answer is longer than what is shown. Copy takes all of it."), this);
    addRow(m_cut);

    connect(m_showHeaders, &QPushButton::clicked, this, [this] { showHeaders(m_headers->parentWidget()->isHidden()); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_copy->showCopied();
        Q_EMIT copyRequested(m_wire);
    });
    showHeaders(false);
}

void AnswerView::showHeaders(bool shown)
{
    m_headers->parentWidget()->setVisible(shown);
    setWord(m_showHeaders, shown ? tr("Hide headers") : tr("Show headers"));
}

void AnswerView::show(const CallAnswer &answer)
{
    const PrettyBody body = prettyBody(answer.body);
    m_wire = answer.body.wire();
    m_chip->setLook(lookOf(answer.status));
    QStringList facts{tr("%1 ms").arg(answer.took.count()), QLocale().formattedDataSize(m_wire.toUtf8().size())};
    if (answer.tokenWasRenewed)
        facts << tr("the token had ended or was not taken, so a new one was minted");
    m_facts->setText(facts.join(u" · "_s));
    const bool isRefused = answer.refusal && !answer.refusal->said.isEmpty();
    m_said->parentWidget()->setVisible(isRefused);
    if (isRefused)
        m_said->setText(tr("The server says: %1").arg(answer.refusal->said.shown()));
    QStringList headers;
    for (const auto &[name, value] : answer.headers)
        headers << ServerText(name).shown(100) + u": "_s + value.shown(longestHeader);
    m_headers->setValue(headers.join(u'\n'));
    m_body->setPlainText(body.text);
    m_body->parentWidget()->setVisible(!body.text.isEmpty());
    m_copy->setVisible(!body.text.isEmpty());
    m_cut->parentWidget()->setVisible(body.isCut);
    fitBody();
    announce(m_chip, m_chip->look().word);
}

// As high as its text, so far as a page bears it.
void AnswerView::fitBody()
{
    const int lines = std::clamp(m_body->blockCount(), fewestLines, mostLines);
    m_body->setFixedHeight(lines * lineHeight(m_body->fontMetrics()) + metrics::scaled(24));
}

void AnswerView::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        m_body->setFont(ui::font(Type::Code));
        fitBody();
    }
}

} // namespace gatehouse::ui
