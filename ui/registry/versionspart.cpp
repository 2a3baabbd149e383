// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/versionspart.h"

#include "app/gatehouse.h"
#include "ui/forms/announce.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/labels.h"
#include "ui/forms/statuschip.h"
#include "ui/forms/timeline.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/registry/actwording.h"
#include "ui/registry/historycard.h"
#include "ui/registry/versionlife.h"
#include "ui/registry/versionlist.h"
#include "ui/registry/wording.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

QVBoxLayout *plainColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(metrics::space4());
    return column;
}

} // namespace

VersionsPart::VersionsPart(Context &context, QString appId, Banner *banner, QWidget *parent)
    : AppPart(parent), m_context(context), m_desk(context.gatehouse.versionDesk()), m_appId(std::move(appId)),
      m_banner(banner), m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setAccessibleName(tr("Versions and review"));
    m_columns->setContentsMargins({});
    m_columns->setSpacing(metrics::space6());
    m_side = makeVersions();
    m_columns->addWidget(m_side);
    m_columns->addWidget(makeDetail(), 1);
    connect(m_list, &VersionList::chosenChanged, this, &VersionsPart::showChosen);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_context.navigator.go(Route::toVersion(Route::Kind::NewVersion, m_appId));
    });
    connect(m_check, &QPushButton::clicked, this, &VersionsPart::look);
    connect(m_acts, &VersionActs::wanted, this, &VersionsPart::act);
    connect(m_wholeActs, &VersionActs::wanted, this, &VersionsPart::removeApp);
    connect(&m_desk, &VersionDesk::historyChanged, this, [this](const QString &versionId) {
        if (versionId == m_list->chosen())
            m_history->setEntries(m_desk.history(m_appId, versionId));
    });
}

QWidget *VersionsPart::makeVersions()
{
    auto *side = new QWidget(this);
    auto *column = plainColumn(side);
    auto *card = new Card(tr("Versions"), side);
    m_add = linkButton(tr("New version"), card);
    card->setTrailing(m_add);
    m_list = new VersionList(card);
    card->addRow(m_list, Card::Padding::None);
    m_whyNotAdd = captionLabel({}, card);
    card->addRow(m_whyNotAdd);
    auto *seen = new QWidget(side);
    auto *line = new QHBoxLayout(seen);
    line->setContentsMargins({});
    m_seen = captionLabel({}, seen);
    m_check = new BusyButton(tr("Check now"), tr("Checking"), seen);
    m_check->setDefault(false);
    m_check->setSign(Icon::rotate);
    line->addWidget(m_seen, 1);
    line->addWidget(m_check);
    m_whole = new Card(tr("The whole app"), side);
    m_wholeActs = new VersionActs(m_whole);
    m_whole->addRow(m_wholeActs);
    column->addWidget(card);
    column->addWidget(seen);
    column->addWidget(m_whole);
    column->addStretch(1);
    return side;
}

QWidget *VersionsPart::makeDetail()
{
    auto *detail = new QWidget(this);
    auto *column = plainColumn(detail);
    m_version = new Card(tr("Version"), detail);
    m_chip = new StatusChip(ChipState::Unknown, m_version);
    m_version->setTrailing(m_chip);
    m_acts = new VersionActs(m_version);
    m_version->addRow(m_acts);
    m_timeline = new Timeline(m_version);
    m_version->addRow(m_timeline, Card::Padding::None);
    m_history = new HistoryCard(detail);
    m_notNow = new Card(tr("Not possible now"), detail);
    column->addWidget(m_version);
    column->addWidget(m_history);
    column->addWidget(m_notNow);
    column->addStretch(1);
    return detail;
}

void VersionsPart::showEvent(QShowEvent *event)
{
    AppPart::showEvent(event);
    adapt();
    look();
}

void VersionsPart::resizeEvent(QResizeEvent *event)
{
    AppPart::resizeEvent(event);
    adapt();
}

// The list stands beside the version while both have room, else above it.
void VersionsPart::adapt()
{
    const int listWidth = metrics::withText(272);
    const bool beside = listWidth + m_columns->spacing() + metrics::withText(400) <= width();
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // What concerns the whole app comes last: under the list, or under everything.
    auto *column = static_cast<QBoxLayout *>(m_side->layout());
    if (beside && column->indexOf(m_whole) < 0)
        column->insertWidget(column->count() - 1, m_whole);
    else if (!beside && m_columns->indexOf(m_whole) < 0)
        m_columns->addWidget(m_whole);
    m_side->setMaximumWidth(beside ? listWidth : QWIDGETSIZE_MAX);
    m_side->setMinimumWidth(beside ? listWidth : 0);
}

void VersionsPart::look()
{
    if (m_check->isBusy())
        return;
    m_check->setBusy(true);
    whenDone(m_context.gatehouse.registry().refreshApp(m_appId), this, [this](const Result<void> &seen) {
        m_check->setBusy(false);
        if (seen)
            m_seenAt = QDateTime::currentDateTimeUtc();
        else
            m_context.remedies.show(m_banner, seen.error(), [this] { look(); });
        refresh();
    });
}

void VersionsPart::refresh()
{
    const App *app = m_context.gatehouse.registry().find(m_appId);
    if (!app)
        return;
    m_list->setVersions(app->versions);
    m_seen->setText(asOfText(m_seenAt.isValid() ? m_seenAt : m_context.gatehouse.registry().seenAt()));
    showChosen();
    showWhole();
}

void VersionsPart::choose(const QString &versionId)
{
    m_list->choose(versionId);
    showChosen();
}

void VersionsPart::showChosen()
{
    const AppVersion *version = m_desk.find(m_appId, m_list->chosen());
    if (!version)
        return;
    m_version->setHeading(tr("Version %1").arg(version->number));
    m_chip->setLook(lookOf(version->state));
    const QList<VersionAct> acts = actsOf(*version);
    m_acts->setActs(acts);
    m_acts->parentWidget()->setVisible(std::ranges::any_of(acts, [](const VersionAct &act) { return !act.whyNot; }));
    m_timeline->setEntries(lifeOf(*version));
    m_history->setEntries(m_desk.history(m_appId, version->id));
    if (acts == m_notNowShown)
        return;
    m_notNowShown = acts;
    m_notNow->clearRows();
    QWidget *list = whyNotList(acts, m_notNow);
    if (list)
        m_notNow->addRow(list);
    m_notNow->setVisible(list != nullptr);
}

void VersionsPart::showWhole()
{
    const auto whyNotAdd = m_desk.whyNotAdd(m_appId);
    m_add->setVisible(!whyNotAdd);
    m_whyNotAdd->setText(whyNotAdd ? tr("No new version now: %1").arg(*whyNotAdd) : QString());
    m_whyNotAdd->parentWidget()->setVisible(whyNotAdd.has_value());
    const App *app = m_context.gatehouse.registry().find(m_appId);
    const QList<VersionAct> whole{removeAppAct(app->name(), m_desk.whyNotRemoveApp(m_appId))};
    m_wholeActs->setActs(whole);
    m_wholeActs->parentWidget()->setVisible(!whole.first().whyNot);
    if (m_wholeWhyNot)
        m_whole->removeRow(m_wholeWhyNot);
    m_wholeWhyNot = whyNotList(whole, m_whole);
    if (m_wholeWhyNot)
        m_whole->addRow(m_wholeWhyNot);
}

QList<VersionAct> VersionsPart::actsOf(const AppVersion &version) const
{
    QList<VersionAct> acts;
    for (const ActionOffer &offer : m_desk.offers(m_appId, version.id))
        acts.append(actOf(offer));
    std::optional<QString> whyNotEdit;
    if (m_desk.editForm(m_appId, version.id).fields.isEmpty()) {
        const QList<LockedField> locked = m_desk.lockedFields(m_appId, version.id);
        whyNotEdit = locked.isEmpty() ? tr("The platform does not offer it.") : locked.last().why;
    }
    acts.append(editAct(std::move(whyNotEdit)));
    acts.append(removeAct(version.number, m_desk.whyNotRemove(m_appId, version.id)));
    return acts;
}

void VersionsPart::act(const QString &key, const QString &reason)
{
    const QString versionId = m_list->chosen();
    const auto action = actionOf(key);
    if (key == actkey::edit) {
        m_context.navigator.go(Route::toVersion(Route::Kind::EditVersion, m_appId, versionId));
    } else if (action == VersionAction::SubmitForTechReview) {
        m_context.navigator.go(Route::toVersion(Route::Kind::Submission, m_appId, versionId));
    } else {
        m_acts->setBusy(true);
        auto work = action ? m_desk.act(m_appId, versionId, *action, reason) : m_desk.remove(m_appId, versionId);
        whenDone(std::move(work), this, [this, key, reason](const Result<void> &result) { done(result, key, reason); });
    }
}

void VersionsPart::done(const Result<void> &result, const QString &key, const QString &reason)
{
    m_acts->setBusy(false);
    if (!result) {
        // What was typed stays; what has become impossible meanwhile goes away by itself.
        // Where somebody else was faster there is nothing to try again.
        const bool isOver = result.error().kind == ErrorKind::Conflict;
        m_context.remedies.show(m_banner, result.error(),
            isOver ? std::function<void()>() : [this, key, reason] { act(key, reason); });
        refresh();
        if (!m_acts->isAsking())
            m_list->focusChosen();
        return;
    }
    m_acts->finish();
    m_banner->dismiss();
    refresh();
    if (const AppVersion *version = m_desk.find(m_appId, m_list->chosen()))
        announce(m_version, tr("Version %1: %2").arg(version->number, lookOf(version->state).word));
    m_list->focusChosen();
}

void VersionsPart::removeApp()
{
    m_wholeActs->setBusy(true);
    whenDone(m_desk.removeApp(m_appId), this, [this](const Result<void> &removed) {
        m_wholeActs->setBusy(false);
        if (removed)
            m_context.navigator.go(Room::Apps);
        else
            m_context.remedies.show(m_banner, removed.error(), [this] { removeApp(); });
    });
}

} // namespace gatehouse::ui
