// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/versionacts.h"

#include "ui/forms/busybutton.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"

#include <QHash>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

VersionActs::VersionActs(QWidget *parent)
    : QWidget(parent), m_hint(mutedLabel({}, this)), m_ask(new AskBox(this)), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(metrics::space3());
    m_column->addWidget(m_hint);
    m_column->addWidget(m_ask);
    connect(m_ask, &AskBox::confirmed, this, [this](const QString &reason) { Q_EMIT wanted(m_asked, reason); });
    connect(m_ask, &AskBox::cancelled, this, [this] {
        m_asked.clear();
        m_hint->setVisible(!m_hint->text().isEmpty());
    });
}

void VersionActs::setActs(const QList<VersionAct> &acts)
{
    if (acts == m_acts && m_buttons)
        return;
    m_acts = acts;
    rebuild();
    dropOutdatedQuestion();
}

// What is being asked about may not be possible any more; what is under way keeps its place until it has ended.
void VersionActs::dropOutdatedQuestion()
{
    const auto asked = std::ranges::find(m_acts, m_asked, &VersionAct::key);
    if (m_ask->isOpen() && !m_isBusy && (asked == m_acts.end() || asked->whyNot)) {
        m_asked.clear();
        m_ask->close();
        m_hint->setVisible(!m_hint->text().isEmpty());
    }
}

void VersionActs::rebuild()
{
    const QWidget *focus = window()->focusWidget();
    const QString focused = focus && m_buttons && m_buttons->isAncestorOf(focus) ? focus->objectName() : QString();
    delete m_buttons;
    m_buttons = new QWidget(this);
    auto *flow = new FlowLayout(m_buttons);
    flow->setSpacing(metrics::space2());
    QString hint;
    bool hasPrimary = false;
    for (const VersionAct &act : std::as_const(m_acts)) {
        if (act.whyNot)
            continue;
        const bool isPrimary = act.isLikely && !hasPrimary;
        hasPrimary = hasPrimary || isPrimary;
        auto *made = new BusyButton(act.label, tr("Working"), m_buttons);
        made->setSign(act.sign);
        made->setDefault(isPrimary);
        made->setObjectName(act.key);
        made->setAccessibleDescription(act.about.isEmpty() ? act.explanation : act.about + u". "_s + act.explanation);
        made->setToolTip(act.explanation);
        if (isPrimary)
            hint = act.explanation;
        connect(made, &QPushButton::clicked, this, [this, act, made] { press(act, made); });
        flow->addWidget(made);
    }
    m_column->insertWidget(0, m_buttons);
    m_buttons->setVisible(flow->count() > 0);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty() && !m_ask->isOpen());
    if (auto *same = focused.isEmpty() ? nullptr : m_buttons->findChild<QWidget *>(focused))
        same->setFocus();
}

void VersionActs::press(const VersionAct &act, BusyButton *button)
{
    if (m_isBusy)
        return;
    m_pressed = button;
    if (!act.asksFirst) {
        m_ask->close();
        Q_EMIT wanted(act.key, {});
        return;
    }
    m_asked = act.key;
    m_hint->hide();
    m_ask->ask({.sentence = act.explanation, .reason = act.reason, .reasonHelp = act.reasonHelp,
                   .reasonMissing = tr("A refusal needs a reason."),
                   .word = act.confirmWord.isEmpty() ? act.label : act.confirmWord, .busyWord = tr("Working")},
        button);
}

void VersionActs::setBusy(bool busy)
{
    m_isBusy = busy;
    if (m_ask->isOpen())
        m_ask->setBusy(busy);
    else if (m_pressed)
        m_pressed->setBusy(busy);
    dropOutdatedQuestion();
}

void VersionActs::finish()
{
    setBusy(false);
    m_ask->close();
    m_asked.clear();
    m_hint->setVisible(!m_hint->text().isEmpty());
}

QWidget *whyNotList(const QList<VersionAct> &acts, QWidget *parent)
{
    // One row a reason: many acts wait for the same thing.
    QStringList reasons;
    QHash<QString, QStringList> labels;
    for (const VersionAct &act : acts) {
        if (!act.whyNot)
            continue;
        if (!labels.contains(*act.whyNot))
            reasons.append(*act.whyNot);
        labels[*act.whyNot].append(act.label);
    }
    if (reasons.isEmpty())
        return nullptr;
    auto *list = new QWidget(parent);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->setSpacing(metrics::space3());
    for (const QString &reason : std::as_const(reasons)) {
        const QString what = labels.value(reason).join(u", "_s);
        auto *row = new QWidget(list);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins({});
        line->setSpacing(metrics::space3());
        auto *words = new QVBoxLayout;
        words->setSpacing(metrics::space1() / 2);
        words->addWidget(mutedLabel(what, row));
        words->addWidget(captionLabel(reason, row));
        line->addWidget(new IconView(Icon::lock, Token::Muted, metrics::iconMedium(), row), 0, Qt::AlignTop);
        line->addLayout(words, 1);
        row->setAccessibleName(what);
        row->setAccessibleDescription(reason);
        column->addWidget(row);
    }
    return list;
}

} // namespace gatehouse::ui
