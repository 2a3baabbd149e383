// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/appspage.h"

#include "app/gatehouse.h"
#include "ui/forms/announce.h"
#include "ui/forms/banner.h"
#include "ui/forms/buttons.h"
#include "ui/forms/emptystate.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/registry/appdelegate.h"
#include "ui/registry/appexporter.h"
#include "ui/registry/appfilterbar.h"
#include "ui/registry/apptable.h"
#include "ui/theme/metrics.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

// The name of an app is always seen: without it a row says nothing. The words are those of the settings.
constexpr std::array<std::pair<AppColumn, QLatin1StringView>, 4> choosable{{
    {AppColumn::Type, "type"_L1},
    {AppColumn::Version, "version"_L1},
    {AppColumn::State, "state"_L1},
    {AppColumn::Created, "created"_L1},
}};

int widthOf(AppColumn column)
{
    const int wide = column == AppColumn::Type ? 120 : column == AppColumn::Version ? 110 : column == AppColumn::State ? 248 : 190;
    return metrics::withText(wide);
}

void popUp(QMenu *menu, QPushButton *below)
{
    const bool isMirrored = below->layoutDirection() == Qt::RightToLeft;
    const QPoint corner = below->mapToGlobal(isMirrored ? below->rect().topRight() : below->rect().topLeft());
    const QSize size = menu->sizeHint();
    menu->popup(corner - QPoint(isMirrored ? size.width() : 0, size.height())); // the buttons are at the foot
}

} // namespace

AppsPage::AppsPage(Context &context, QWidget *parent) : Page(tr("Apps"), parent), m_context(context)
{
    m_apps = new AppTable(m_context.gatehouse.registry().list(), this);
    m_exporter = new AppExporter(this);
    m_hidden = m_context.gatehouse.settings().hiddenAppColumns();
    m_register = primaryButton(Icon::plus, tr("Register app"), this);
    connect(m_register, &QPushButton::clicked, this,
        [this] { m_context.navigator.go(Route::to(Route::Kind::NewApp)); });
    addAction(m_register);

    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeList());
    m_empty = new EmptyState(Icon::apps, {}, {}, m_stack);
    connect(m_empty, &EmptyState::clicked, this, [this] {
        const bool ready = m_context.gatehouse.onboarding().isTenantReady();
        m_context.navigator.go(ready ? Route::to(Route::Kind::NewApp) : Route::to(Room::Organization));
    });
    m_stack->addWidget(m_empty);
    content()->addWidget(m_stack, 1);

    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    connect(find, &QShortcut::activated, m_filters, &AppFilterBar::focusSearch);
    connect(m_exporter, &AppExporter::saved, this, [this](qsizetype count, const QString &path) {
        m_said->present({.kind = Banner::Kind::Ok, .first = tr("%n app(s) saved.", nullptr, int(count)),
            .rest = path, .button = {}, .link = {}, .details = {}});
    });
    connect(m_exporter, &AppExporter::failed, this,
        [this](const Error &error) { m_context.remedies.show(m_said, error, [this] { openExportMenu(); }); });
    m_turn.setInterval(std::chrono::milliseconds(80));
    connect(&m_turn, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_apps, &AppTable::arranged, this, &AppsPage::showArranged);
    connect(m_apps, &QAbstractItemModel::modelAboutToBeReset, this, &AppsPage::holdPlace);
    connect(m_apps, &QAbstractItemModel::modelReset, this, &AppsPage::findPlace);
    connect(&m_context.gatehouse.registry(), &AppRegistry::appsChanged, this, &AppsPage::update);
    connect(&m_context.gatehouse.onboarding(), &Onboarding::organizationChanged, this, &AppsPage::update);
    showArranged();
    update();
}

QWidget *AppsPage::makeList()
{
    auto *whole = new QWidget(this);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    m_said = new Banner(whole);
    m_said->hide();
    m_filters = new AppFilterBar(whole);
    m_found = new QStackedWidget(whole);
    makeTable();
    m_none = new EmptyState(
        Icon::search, tr("No app fits what is searched for."), tr("Clear search"), m_found);
    m_found->addWidget(m_none);
    layout->addWidget(m_said);
    layout->addWidget(m_filters);
    layout->addWidget(m_found, 1);
    layout->addWidget(makeFoot());

    connect(m_filters, &AppFilterBar::changed, this, [this] { m_apps->setFilter(m_filters->filter()); });
    connect(m_filters, &AppFilterBar::resultsWanted, this, [this] {
        if (m_apps->rowCount() > 0)
            m_table->setFocus(Qt::TabFocusReason);
    });
    connect(m_none, &EmptyState::clicked, this, [this] {
        m_filters->clear();
        m_filters->focusSearch();
    });
    return whole;
}

void AppsPage::makeTable()
{
    m_table = new QTableView(m_found);
    m_table->setAccessibleName(tr("Apps"));
    m_table->setObjectName(u"apps"_s);
    m_table->setModel(m_apps);
    m_table->setItemDelegate(new AppDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->setMouseTracking(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->itemDelegate()->sizeHint({}, {}).height());
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(int(AppColumn::Name), QHeaderView::Stretch);
    header->setMinimumSectionSize(metrics::withText(80));
    for (const auto &[column, name] : choosable)
        m_table->setColumnWidth(int(column), widthOf(column));
    m_table->sortByColumn(int(AppColumn::Created), Qt::DescendingOrder);
    m_table->setMinimumHeight(metrics::withText(160));
    m_found->addWidget(m_table);
    connect(m_table, &QTableView::activated, this, &AppsPage::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &AppsPage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        [this] { m_open->setEnabled(!currentId().isEmpty()); });
}

QWidget *AppsPage::makeFoot()
{
    m_count = mutedLabel({});
    m_count->setObjectName(u"appCount"_s);
    m_count->setWordWrap(false);
    auto *acts = new QWidget;
    auto *row = new FlowLayout(acts);
    row->setContentsMargins({});
    row->setSpacing(metrics::space2());
    m_columnsButton = quietButton(Icon::columns, tr("Columns"), acts);
    m_export = button(Icon::export_, tr("Export"), acts);
    m_open = button(tr("Details"), acts);
    for (QPushButton *act : {m_columnsButton, m_export, m_open})
        row->addWidget(act);
    makeColumnsMenu();
    connect(m_columnsButton, &QPushButton::clicked, this, [this] { popUp(m_columns, m_columnsButton); });
    connect(m_export, &QPushButton::clicked, this, &AppsPage::openExportMenu);
    connect(m_open, &QPushButton::clicked, this, &AppsPage::openCurrent);
    return new SideBySide(m_count, acts);
}

void AppsPage::makeColumnsMenu()
{
    m_columns = new QMenu(this);
    m_columns->setObjectName(u"columns"_s);
    for (const auto &[column, name] : choosable) {
        QAction *act = m_columns->addAction(AppTable::columnName(column));
        act->setCheckable(true);
        act->setData(QString(name));
        act->setChecked(!m_hidden.contains(name));
        connect(act, &QAction::toggled, this, &AppsPage::keepColumns);
    }
}

void AppsPage::keepColumns()
{
    m_hidden.clear();
    for (const QAction *act : m_columns->actions()) {
        if (!act->isChecked())
            m_hidden.append(act->data().toString());
    }
    showColumns();
    const auto kept = m_context.gatehouse.settings().setHiddenAppColumns(m_hidden);
    if (!kept)
        m_context.remedies.show(m_said, kept.error(), [this] { keepColumns(); });
}

// The name comes first, then the state: where there is no room for all columns, the others go, the last one first.
void AppsPage::showColumns()
{
    int room = width() - 2 * metrics::space6() - metrics::withText(220);
    if (const int least = metrics::withText(190); room < widthOf(AppColumn::State))
        m_table->setColumnWidth(int(AppColumn::State), std::max(least, room));
    else if (m_table->columnWidth(int(AppColumn::State)) < widthOf(AppColumn::State))
        m_table->setColumnWidth(int(AppColumn::State), widthOf(AppColumn::State));
    for (const AppColumn column : {AppColumn::State, AppColumn::Type, AppColumn::Version, AppColumn::Created}) {
        const auto name = std::ranges::find(choosable, column, &std::pair<AppColumn, QLatin1StringView>::first)->second;
        const bool isWanted = !m_hidden.contains(name);
        room -= isWanted ? widthOf(column) : 0;
        m_table->setColumnHidden(int(column), !isWanted || (room < 0 && column != AppColumn::State));
    }
}

void AppsPage::openExportMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"export"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &words, const AppRows &rows, ExportForm form) {
        connect(menu->addAction(words), &QAction::triggered, this, [this, rows, form] { exportRows(rows, form); });
    };
    const AppRows all = m_context.gatehouse.registry().list().rows();
    if (m_apps->shown().size() != all.size()) {
        add(tr("Shown apps as CSV"), m_apps->shown(), ExportForm::Csv);
        add(tr("Shown apps as JSON"), m_apps->shown(), ExportForm::Json);
        menu->addSeparator();
    }
    add(tr("All apps as CSV"), all, ExportForm::Csv);
    add(tr("All apps as JSON"), all, ExportForm::Json);
    popUp(menu, m_export);
}

void AppsPage::exportRows(const AppRows &rows, ExportForm form)
{
    m_said->dismiss();
    m_exporter->ask(rows, form);
}

QString AppsPage::currentId() const
{
    const AppRowPtr row = m_apps->rowAt(m_table->currentIndex().row());
    return row ? row->app.id : QString();
}

void AppsPage::openCurrent()
{
    if (const QString id = currentId(); !id.isEmpty())
        m_context.navigator.go(Route::toApp(id));
}

void AppsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
    update();
}

void AppsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_turn.stop();
}

void AppsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    showColumns();
}

void AppsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_filters->filter() != AppFilter())
        m_filters->clear();
    else
        Page::keyPressEvent(event);
}

void AppsPage::refresh()
{
    if (m_asking)
        return;
    m_asking = true;
    whenDone(m_context.gatehouse.registry().refresh(), this, [this](const Result<void> &done) {
        m_asking = false;
        if (done)
            banner()->dismiss();
        else
            m_context.remedies.show(banner(), done.error(), [this] { refresh(); });
        update();
    });
}

// The selected app stays selected while the rows around it are exchanged, and in view if it was.
void AppsPage::holdPlace()
{
    m_held = m_apps->rowAt(m_table->currentIndex().row());
    m_wasSeen = !m_held || m_table->viewport()->rect().intersects(m_table->visualRect(m_table->currentIndex()));
}

void AppsPage::findPlace()
{
    const int row = std::max(0, m_apps->placeOf(std::exchange(m_held, nullptr)));
    if (m_apps->rowCount() == 0)
        return;
    const int place = m_table->verticalScrollBar()->value();
    m_table->setCurrentIndex(m_apps->index(row, 0));
    if (!m_wasSeen)
        m_table->verticalScrollBar()->setValue(place);
}

void AppsPage::showArranged()
{
    const int found = m_apps->rowCount();
    const int all = m_context.gatehouse.registry().list().rowCount();
    m_filters->showCounts(*m_apps);
    m_found->setCurrentWidget(found > 0 ? static_cast<QWidget *>(m_table) : m_none);
    const QString words = found == all ? tr("%n app(s)", nullptr, all)
                                       : tr("%1 of %n app(s)", nullptr, all).arg(locale().toString(found));
    if (words != m_count->text()) {
        m_count->setText(words);
        if (isVisible())
            announce(m_count, words);
    }
    m_export->setEnabled(all > 0);
    m_open->setEnabled(!currentId().isEmpty());
}

void AppsPage::update()
{
    auto &registry = m_context.gatehouse.registry();
    auto &onboarding = m_context.gatehouse.onboarding();
    const int count = registry.list().rowCount();
    const auto under = registry.underWay();
    const auto &organization = onboarding.organization();
    QStringList facts;
    if (organization) {
        facts << (organization->teams.isEmpty()
                ? organization->title() + u'.'
                : tr("%1, team %2.").arg(organization->title(), organization->teams.first().name.shown()));
    }
    if (!under.isEmpty())
        facts << tr("%n app(s) being registered.", nullptr, int(under.size()));
    if (banner()->isVisible() && registry.seenAt().isValid())
        facts << asOfText(registry.seenAt()) + u'.';
    setSubtitle(facts.join(u' '));

    const bool ready = onboarding.isTenantReady();
    m_register->setVisible(ready && count > 0);
    m_stack->setCurrentIndex(count > 0 ? 0 : 1);
    if (count == 0 && !ready) {
        m_empty->setSentence(tr("Apps can be registered once the organization is reviewed and its tenant is ready."));
        m_empty->setButtonText(tr("Open organization"));
        m_empty->setPrimary(false);
    } else if (count == 0) {
        m_empty->setSentence(tr("No app is registered yet. Register one to get a client id and secret."));
        m_empty->setButtonText(tr("Register app"));
        m_empty->setPrimary(true);
    }
    if (!under.isEmpty() && isVisible())
        m_turn.start();
    else
        m_turn.stop();
}

} // namespace gatehouse::ui
