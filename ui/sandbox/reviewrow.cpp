// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox/reviewrow.h"

#include "app/forms/countries.h"
#include "ui/forms/askbox.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/codetext.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/forms/statuschip.h"
#include "ui/frame/moments.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

ChipLook lookOf(TenantState state)
{
    switch (state) {
    case TenantState::Pending:
        return chipLook(ChipState::Pending);
    case TenantState::Approved:
    case TenantState::Allocated:
        return chipLook(ChipState::Approved);
    case TenantState::Declined:
        return chipLook(ChipState::Declined);
    case TenantState::NotRequested:
    case TenantState::Unknown:
        break;
    }
    return chipLook(ChipState::Unknown);
}

QString countryName(const QString &code)
{
    const QList<Choice> all = countries();
    const auto found = std::ranges::find(all, code, &Choice::value);
    return found == all.end() ? ServerText(code).shown(20) : found->label;
}

QWidget *prose(const QString &name, const QString &value)
{
    auto *text = bodyLabel(value);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setMinimumWidth(1); // a word without end must not widen the page
    text->setAccessibleName(name + u": "_s + value);
    return text;
}

// Read from left to right in every language, and broken anywhere rather than cut. Not a stop of the Tab key: a desk
// with many requests would have more of them than of its buttons.
QWidget *address(const QString &name, const ServerText &value)
{
    auto *text = new CodeText(name);
    text->setValue(value.shown());
    text->setFocusPolicy(Qt::ClickFocus);
    return text;
}

QWidget *detail(const QString &name, QWidget *text)
{
    auto *label = mutedLabel(name);
    label->setMinimumWidth(metrics::withText(80));
    label->setWordWrap(false);
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(metrics::space3());
    line->addWidget(label, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    return row;
}

QVBoxLayout *plainColumn(QWidget *widget, int spacing)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(spacing);
    return column;
}

} // namespace

ReviewRow::ReviewRow(const ReviewRequest &review, QWidget *parent)
    : QWidget(parent), m_name(strongLabel({})), m_asked(captionLabel({})),
      m_chip(new StatusChip(ChipState::Unknown)), m_column(plainColumn(this, metrics::space3()))
{
    m_name->setMinimumWidth(1);
    auto *words = new QWidget;
    auto *lines = plainColumn(words, metrics::space1() / 2);
    lines->addWidget(m_name);
    lines->addWidget(m_asked);
    auto *head = new SideBySide(words, m_chip);
    head->setLeadingLeast(metrics::withText(200));
    m_acts = makeActs();
    m_ask = new AskBox;
    m_column->addWidget(head);
    m_column->addWidget(m_acts);
    m_column->addWidget(m_ask);
    connect(m_ask, &AskBox::confirmed, this, [this](const QString &reason) {
        Q_EMIT decisionWanted(m_review.organizationId, Decision::Decline, reason);
    });
    connect(m_ask, &AskBox::cancelled, this, [this] {
        stopWriting();
        m_decline->setFocus();
    });
    setReview(review);
}

QWidget *ReviewRow::makeActs()
{
    auto *acts = new QWidget;
    auto *line = new QHBoxLayout(acts);
    line->setContentsMargins({});
    line->setSpacing(metrics::space2());
    m_approve = new BusyButton(tr("Approve"), tr("Approving"), acts);
    m_approve->setObjectName(u"approve"_s);
    m_approve->setSign(Icon::check);
    m_approve->setDefault(false);
    m_decline = button(tr("Decline"), acts);
    m_decline->setObjectName(u"decline"_s);
    line->addWidget(m_approve);
    line->addWidget(m_decline);
    line->addStretch();
    connect(m_approve, &QPushButton::clicked, this,
        [this] { Q_EMIT decisionWanted(m_review.organizationId, Decision::Approve, {}); });
    connect(m_decline, &QPushButton::clicked, this, &ReviewRow::startWriting);
    return acts;
}

void ReviewRow::setReview(const ReviewRequest &review)
{
    m_review = review;
    const bool isPending = review.state == TenantState::Pending;
    setObjectName(u"review-"_s + review.organizationId);
    m_name->setText(review.name.shown(80));
    m_asked->setText(
        (review.isBusiness ? tr("Business. Asked: %1") : tr("Individual. Asked: %1")).arg(momentText(review.requestedAt)));
    m_chip->setLook(lookOf(review.state));
    m_acts->setVisible(isPending && !isWriting());
    for (QWidget *act : {static_cast<QWidget *>(m_approve), static_cast<QWidget *>(m_decline)})
        act->setAccessibleDescription(m_name->text());
    setAccessibleName(m_name->text());
    fillDetails();
}

void ReviewRow::fillDetails()
{
    delete m_details;
    m_details = new QWidget;
    auto *column = plainColumn(m_details, metrics::space1());
    const auto say = [column](const QString &name, const QString &value) {
        if (!value.isEmpty())
            column->addWidget(detail(name, prose(name, value)));
    };
    const auto give = [column](const QString &name, const ServerText &value) {
        if (!value.isEmpty())
            column->addWidget(detail(name, address(name, value)));
    };
    say(tr("Contact"), m_review.contact.shown(80));
    give(tr("E-mail"), m_review.email);
    give(tr("Website"), m_review.website);
    give(tr("Domain"), m_review.domain);
    say(tr("Country"), countryName(m_review.country));
    if (m_review.state != TenantState::Pending)
        say(tr("Decided"), momentText(m_review.decidedAt));
    say(tr("Reason"), m_review.reason.shown());
    m_column->insertWidget(1, m_details);
}

void ReviewRow::setPrimary(bool primary)
{
    m_approve->setProperty("primary", primary);
    m_approve->setDefault(primary);
    m_approve->update();
}

void ReviewRow::setDeciding(Decision decision)
{
    if (decision == Decision::Approve)
        m_approve->setBusy(true);
    else
        m_ask->setBusy(true);
    m_decline->setEnabled(false);
}

void ReviewRow::setIdle()
{
    m_approve->setBusy(false);
    m_ask->setBusy(false);
    m_decline->setEnabled(true);
}

bool ReviewRow::isWriting() const
{
    return m_ask->isOpen();
}

void ReviewRow::startWriting()
{
    m_ask->ask({.sentence = {}, .reason = AskBox::Reason::Needed,
                   .reasonHelp = tr("The organization reads it, and can correct its details by it."),
                   .reasonMissing = tr("A refusal needs a reason."), .word = tr("Decline with this reason"),
                   .busyWord = tr("Declining")},
        m_decline);
    m_acts->hide();
}

void ReviewRow::stopWriting()
{
    m_acts->setVisible(m_review.state == TenantState::Pending);
    m_ask->close();
}

} // namespace gatehouse::ui
