// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/historycard.h"

#include "app/base/errortext.h"
#include "ui/forms/buttons.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/frame/moments.h"
#include "ui/registry/versionlife.h"
#include "ui/registry/wording.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype shownAtFirst = 8;

using What = HistoryEntry::What;

// What was tried, as a noun for a sentence about its end.
QString triedOf(const HistoryEntry &entry)
{
    return entry.action ? pastOf(entry.action) : HistoryCard::tr("Details edited");
}

QString titleOf(const HistoryEntry &entry)
{
    switch (entry.what) {
    case What::Made:
        return pastOf({});
    case What::Edited:
        return HistoryCard::tr("Details edited");
    case What::Refused:
        return HistoryCard::tr("Refused: %1").arg(triedOf(entry));
    case What::Unclear:
        return HistoryCard::tr("Outcome unknown: %1").arg(triedOf(entry));
    case What::Moved:
        break;
    }
    return entry.action ? pastOf(entry.action) : lookOf(entry.state).word;
}

Icon signOf(const HistoryEntry &entry)
{
    switch (entry.what) {
    case What::Made:
        return Icon::plus;
    case What::Edited:
        return Icon::pencil;
    case What::Refused:
        return Icon::error;
    case What::Unclear:
        return Icon::question;
    case What::Moved:
        break;
    }
    return entry.action ? actionIcon(*entry.action) : lookOf(entry.state).icon;
}

QString saidOf(const HistoryEntry &entry)
{
    QStringList parts;
    if (!entry.by.isEmpty())
        parts.append(HistoryCard::tr("By %1.").arg(entry.by.shown(80)));
    if (entry.refusal) {
        Error error;
        error.kind = *entry.refusal;
        parts.append(ErrorText::of(error).what);
    }
    if (!entry.reason.isEmpty()) {
        const QString said = entry.reason.shown();
        parts.append(entry.what == What::Edited ? said + u'.' : HistoryCard::tr("“%1”").arg(said));
    }
    return parts.join(u' ');
}

QString sourceOf(const HistoryEntry &entry)
{
    return entry.source == HistoryEntry::Source::Platform ? HistoryCard::tr("Told by the platform")
                                                          : HistoryCard::tr("Noted on this computer");
}

} // namespace

HistoryCard::HistoryCard(QWidget *parent) : Card(tr("History"), parent) { }

void HistoryCard::setEntries(const QList<HistoryEntry> &entries)
{
    QStringList shown;
    for (const HistoryEntry &entry : entries)
        shown.append(titleOf(entry) + u'\n' + momentText(entry.at) + u'\n' + saidOf(entry) + u'\n' + sourceOf(entry));
    setVisible(!entries.isEmpty());
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_entries = entries;
    fill();
}

void HistoryCard::fill()
{
    clearRows();
    const qsizetype count = m_isWhole ? m_entries.size() : std::min(m_entries.size(), shownAtFirst);
    for (qsizetype i = 0; i < count; ++i)
        addRow(makeRow(m_entries.at(i)));
    if (count == m_entries.size()) {
        setTrailing(nullptr);
        return;
    }
    auto *all = linkButton(tr("Show all"));
    connect(all, &QPushButton::clicked, this, [this] {
        m_isWhole = true;
        // Not while the button that goes away is still being pressed.
        QMetaObject::invokeMethod(this, &HistoryCard::fill, Qt::QueuedConnection);
    });
    setTrailing(all);
}

QWidget *HistoryCard::makeRow(const HistoryEntry &entry)
{
    auto *words = new QWidget;
    auto *lines = new QVBoxLayout(words);
    lines->setContentsMargins({});
    lines->setSpacing(0);
    lines->addWidget(strongLabel(titleOf(entry), words));
    if (const QString said = saidOf(entry); !said.isEmpty()) {
        auto *text = mutedLabel(said, words);
        text->setMinimumWidth(1); // a word without end must not widen the page
        lines->addWidget(text);
    }
    lines->addWidget(captionLabel(sourceOf(entry), words));
    auto *when = captionLabel(momentText(entry.at));
    when->setWordWrap(false);
    auto *both = new SideBySide(words, when);
    both->setLeadingLeast(metrics::withText(220));
    both->setTopAligned();

    const bool isTrouble = entry.what == What::Refused || entry.what == What::Unclear
        || entry.action == VersionAction::DeclineTechReview;
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(metrics::space3());
    line->addWidget(new IconView(signOf(entry), isTrouble ? Token::BadLine : Token::Muted, metrics::iconMedium(), row), 0,
        Qt::AlignTop);
    line->addWidget(both, 1);
    row->setAccessibleName(titleOf(entry));
    row->setAccessibleDescription(momentText(entry.at) + u". "_s + saidOf(entry) + u' ' + sourceOf(entry));
    return row;
}

} // namespace gatehouse::ui
