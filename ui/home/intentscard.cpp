// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/intentscard.h"

#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/frame/moments.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>

namespace gatehouse::ui {

IntentsCard::IntentsCard(QWidget *parent) : Card(tr("Open registrations"), parent)
{
    hide();
}

void IntentsCard::setIntents(const QList<OpenIntent> &intents)
{
    QStringList ids;
    for (const OpenIntent &intent : intents)
        ids.append(intent.id);
    if (ids == m_shown)
        return;
    m_shown = ids;
    m_looks.clear();
    clearRows();
    for (const OpenIntent &intent : intents)
        addRow(makeRow(intent));
    setVisible(!intents.isEmpty());
}

QWidget *IntentsCard::makeRow(const OpenIntent &intent)
{
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins({});
    column->setSpacing(metrics::space1() / 2);
    const QString name = intent.name.shown(80);
    column->addWidget(strongLabel(name));
    auto *state = captionLabel(tr("Outcome unknown"));
    state->setType(Type::CaptionStrong);
    state->setToken(Token::OnWarn);
    column->addWidget(state);
    column->addWidget(captionLabel(
        tr("Begun: %1. The answer was lost, so the platform may have registered it or not. Look before you register it "
           "again.")
            .arg(momentText(intent.begunAt))));

    auto *acts = new QWidget;
    auto *line = new QHBoxLayout(acts);
    line->setContentsMargins({});
    line->setSpacing(metrics::space2());
    auto *look = new BusyButton(tr("Look again"), tr("Looking"), acts);
    look->setDefault(false);
    look->setObjectName(QStringLiteral("lookAgain"));
    look->setAccessibleDescription(name);
    auto *dismiss = quietButton(tr("Dismiss"), acts);
    dismiss->setObjectName(QStringLiteral("dismiss"));
    dismiss->setAccessibleDescription(name);
    line->addWidget(look);
    line->addWidget(dismiss);
    m_looks.append(look);
    connect(look, &QPushButton::clicked, this, &IntentsCard::lookWanted);
    connect(dismiss, &QPushButton::clicked, this, [this, id = intent.id] { Q_EMIT dismissWanted(id); });

    auto *both = new SideBySide(words, acts);
    both->setLeadingLeast(metrics::withText(260));
    auto *row = new QWidget;
    auto *whole = new QHBoxLayout(row);
    whole->setContentsMargins({});
    whole->setSpacing(metrics::space3());
    whole->addWidget(new IconView(Icon::question, Token::WarnLine, metrics::iconLarge(), row), 0, Qt::AlignTop);
    whole->addWidget(both, 1);
    row->setAccessibleName(name);
    return row;
}

void IntentsCard::setLooking(bool looking)
{
    for (BusyButton *look : std::as_const(m_looks))
        look->setBusy(looking);
}

} // namespace gatehouse::ui
