// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/appspage.h"

#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/emptystate.h"
#include "ui/forms/labels.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/registry/appdelegate.h"
#include "ui/registry/apptable.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

AppsPage::AppsPage(Context &context, QWidget *parent) : Page(tr("Apps"), parent), m_context(context)
{
    m_register = primaryButton(Icon::plus, tr("Register app"), this);
    connect(m_register, &QPushButton::clicked, this,
        [this] { m_context.navigator.go(Route::to(Route::Kind::NewApp)); });
    addAction(m_register);

    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeTable());
    m_empty = new EmptyState(Icon::apps, {}, {}, m_stack);
    connect(m_empty, &EmptyState::clicked, this, [this] {
        const bool ready = m_context.gatehouse.onboarding().isTenantReady();
        m_context.navigator.go(ready ? Route::to(Route::Kind::NewApp) : Route::to(Room::Organization));
    });
    m_stack->addWidget(m_empty);
    content()->addWidget(m_stack, 1);

    m_turn.setInterval(std::chrono::milliseconds(80));
    connect(&m_turn, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(&m_context.gatehouse.registry(), &AppRegistry::appsChanged, this, &AppsPage::update);
    connect(&m_context.gatehouse.onboarding(), &Onboarding::organizationChanged, this, &AppsPage::update);
    update();
}

QWidget *AppsPage::makeTable()
{
    auto *whole = new QWidget(this);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    m_search = new QLineEdit(whole);
    m_search->setPlaceholderText(tr("Search apps"));
    m_search->setAccessibleName(tr("Search apps"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::search, Token::Muted), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(metrics::withText(260));
    layout->addWidget(m_search);

    m_proxy = new AppTableOrder(this);
    m_proxy->setSourceModel(&m_context.gatehouse.registry().list());
    m_table = new QTableView(whole);
    m_table->setAccessibleName(tr("Apps"));
    m_table->setObjectName(u"apps"_s);
    m_table->setModel(m_proxy);
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
    header->setSectionResizeMode(AppListModel::Name, QHeaderView::Stretch);
    header->setMinimumSectionSize(metrics::withText(80));
    m_table->setColumnWidth(AppListModel::Type, metrics::withText(120));
    m_table->setColumnWidth(AppListModel::Version, metrics::withText(110));
    m_table->setColumnWidth(AppListModel::State, metrics::withText(230));
    m_table->setColumnWidth(AppListModel::Created, metrics::withText(170));
    m_table->sortByColumn(AppListModel::Created, Qt::DescendingOrder);
    m_table->setMinimumHeight(metrics::withText(160));
    layout->addWidget(m_table, 1);

    auto *foot = new QHBoxLayout;
    m_count = mutedLabel({}, whole);
    m_count->setWordWrap(false);
    m_open = button(tr("Details"), whole);
    foot->addWidget(m_count);
    foot->addStretch();
    foot->addWidget(m_open);
    layout->addLayout(foot);

    connect(m_search, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table, &QTableView::activated, this, &AppsPage::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &AppsPage::openCurrent);
    connect(m_open, &QPushButton::clicked, this, &AppsPage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        [this] { m_open->setEnabled(!currentId().isEmpty()); });
    return whole;
}

QString AppsPage::currentId() const
{
    return m_table->currentIndex().data(AppListModel::AppIdRole).toString();
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

// The name comes first: where there is no room for all columns, the others go.
void AppsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_table->setColumnHidden(AppListModel::Created, width() < metrics::withText(760));
    m_table->setColumnHidden(AppListModel::Version, width() < metrics::withText(640));
    m_table->setColumnHidden(AppListModel::Type, width() < metrics::withText(520));
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
    m_count->setText(tr("%n app(s)", nullptr, count));
    if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0)
        m_table->setCurrentIndex(m_proxy->index(0, 0));
    m_open->setEnabled(!currentId().isEmpty());
    if (!under.isEmpty() && isVisible())
        m_turn.start();
    else
        m_turn.stop();
}

} // namespace gatehouse::ui
