// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/account/profilepage.h"
#include "ui/account/signinpage.h"
#include "ui/account/welcomepage.h"
#include "ui/forms/banner.h"
#include "ui/frame/news.h"
#include "ui/frame/profileswitcher.h"
#include "ui/frame/rail.h"
#include "ui/frame/statusline.h"
#include "ui/home/homepage.h"
#include "ui/organization/organizationmenu.h"
#include "ui/organization/organizationroom.h"
#include "ui/organization/teampage.h"
#include "ui/registry/apppage.h"
#include "ui/registry/appspage.h"
#include "ui/registry/editversionwizard.h"
#include "ui/registry/newappwizard.h"
#include "ui/registry/newversionpage.h"
#include "ui/registry/submissionwizard.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/settings/settingspage.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

MainWindow::MainWindow(Gatehouse &gatehouse, Notifier *notifier)
    : m_gatehouse(gatehouse), m_remedies(gatehouse.vault(), m_navigator, this), m_clipboard(this),
      m_context{gatehouse, m_navigator, m_remedies, m_clipboard}
{
    setWindowTitle(u"Gatehouse"_s);
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_rail = new Rail(gatehouse.accounts(), m_navigator, whole);
    m_stack = new QStackedWidget(whole);
    m_news = new Banner(whole);
    m_news->hide();
    m_happened = new News(gatehouse, m_navigator, *m_news, notifier, *this);
    connect(m_happened, &News::unseenChanged, this, [this] {
        for (const Room room : {Room::Organization, Room::Apps})
            m_rail->setUnseen(room, m_happened->unseen(room));
    });
    auto *newsRow = new QVBoxLayout;
    newsRow->setContentsMargins(metrics::space8(), metrics::space3(), metrics::space8(), 0);
    newsRow->addWidget(m_news);
    auto *side = new QVBoxLayout;
    side->setSpacing(0);
    side->addLayout(newsRow);
    side->addWidget(m_stack, 1);
    row->addWidget(m_rail);
    row->addLayout(side, 1);
    column->addLayout(row, 1);
    column->addWidget(new StatusLine(gatehouse, whole));
    setCentralWidget(whole);
    setMinimumSize(480, 360);
    // With room for the frame that the window manager draws around it.
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(16, 48)));
    restoreGeometry(gatehouse.settings().windowPlace());

    connect(&m_navigator, &Navigator::requested, this, &MainWindow::go);
    connect(&m_rail->switcher(), &ProfileSwitcher::signInWanted, this,
        [this] { go(Route::to(Route::Kind::SignIn)); });
    connect(&m_rail->switcher(), &ProfileSwitcher::signOutWanted, this, &MainWindow::signOut);
    m_rail->switcher().setSection([this](QMenu *menu) { fillOrganizationMenu(menu, m_context, m_news); });
    connect(&m_rail->switcher(), &ProfileSwitcher::profileWanted, this,
        [this](const QString &profileId) { go(Route::toProfile(profileId)); });
    connect(&m_rail->switcher(), &ProfileSwitcher::failed, this,
        [this](const Error &error) { m_remedies.show(m_news, error, {}); });
    connect(&gatehouse.accounts(), &Accounts::currentChanged, this, &MainWindow::begin);
    connect(&gatehouse.onboarding(), &Onboarding::organizationChanged, this, &MainWindow::leaveOrganization);
    leaveOrganization();
    makeShortcuts();
    begin();
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::makePage(const Route &route)
{
    switch (route.kind) {
    case Route::Kind::Welcome:
        return new WelcomePage(m_context, m_stack);
    case Route::Kind::SignIn:
        return new SignInPage(m_context, m_stack);
    case Route::Kind::NewApp:
        return new NewAppWizard(m_context, m_stack);
    case Route::Kind::App:
        return new AppPage(m_context, route.id, m_stack);
    case Route::Kind::NewVersion:
        return new NewVersionPage(m_context, route.id, m_stack);
    case Route::Kind::EditVersion:
        return new EditVersionWizard(m_context, route.id, route.versionId, m_stack);
    case Route::Kind::Submission:
        return new SubmissionWizard(m_context, route.id, route.versionId, m_stack);
    case Route::Kind::Team:
        return new TeamPage(m_context, route.id, m_stack);
    case Route::Kind::Profile:
        return new ProfilePage(m_context, route.id, m_stack);
    case Route::Kind::Room:
        break;
    }
    switch (route.room) {
    case Room::Home:
        return new HomePage(m_context, m_stack);
    case Room::Organization:
        return new OrganizationRoom(m_context, m_stack);
    case Room::Apps:
        return new AppsPage(m_context, m_stack);
    case Room::Sandbox:
        return new SandboxPage(m_context, m_stack);
    case Room::Settings:
        return new SettingsPage(m_context, m_stack);
    }
    Q_UNREACHABLE();
}

QWidget *MainWindow::pageFor(const Route &route)
{
    const QString name = u"%1/%2/%3/%4"_s.arg(int(route.kind)).arg(int(route.room)).arg(route.id, route.versionId);
    QWidget *&page = m_pages[name];
    if (!page) {
        page = makePage(route);
        m_stack->addWidget(page);
    }
    return page;
}

void MainWindow::go(const Route &route)
{
    QWidget *left = m_stack->currentWidget();
    const Route before = std::exchange(m_route, route);
    m_happened->see(route);
    QWidget *page = pageFor(route);
    m_stack->setCurrentWidget(page);
    if (auto *app = qobject_cast<AppPage *>(page))
        app->open(route.part, route.versionId);
    if (route.kind != Route::Kind::Welcome)
        m_rail->setCurrent(route.kind == Route::Kind::SignIn ? Room::Home : route.room);
    // Wizards and details begin anew each time; what they were doing goes on in the model.
    if (left && left != page && before.kind != Route::Kind::Room) {
        m_pages.removeIf([left](const auto &entry) { return entry.value() == left; });
        left->deleteLater();
    }
}

void MainWindow::signOut()
{
    whenDone(m_gatehouse.accounts().signOut(), this, [this](const Result<void> &done) {
        const Profile *profile = m_gatehouse.accounts().current();
        if (profile && !profile->signedIn)
            go(Route::to(Route::Kind::SignIn));
        // Signed out here, but the server was not told, or the keychain would not let go of the tokens.
        if (!done)
            m_remedies.show(m_news, done.error(), [this] { signOut(); });
    });
}

// With the profile in use, or where there is none. The pages of another are of no use any more.
void MainWindow::begin()
{
    const auto former = std::exchange(m_pages, {});
    const Profile *profile = m_gatehouse.accounts().current();
    go(!profile               ? Route::to(Route::Kind::Welcome)
            : !profile->signedIn ? Route::to(Route::Kind::SignIn)
                                 : Route::to(Room::Home));
    for (QWidget *page : former)
        page->deleteLater();
}

// What belongs to one organization is not shown while another is in use.
void MainWindow::leaveOrganization()
{
    const auto &organization = m_gatehouse.onboarding().organization();
    const QString before = std::exchange(m_organizationId, organization ? organization->id : QString());
    if (before == m_organizationId || before.isEmpty())
        return;
    if (m_route.kind != Route::Kind::Room && m_route.kind != Route::Kind::Welcome && m_route.kind != Route::Kind::SignIn)
        go(Route::to(m_route.room));
}

void MainWindow::makeShortcuts()
{
    const auto bind = [this](const QKeySequence &keys, Room room) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, [this, room] {
            if (m_gatehouse.accounts().current())
                go(Route::to(room));
        });
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_1), Room::Home);
    bind(QKeySequence(Qt::CTRL | Qt::Key_2), Room::Organization);
    bind(QKeySequence(Qt::CTRL | Qt::Key_3), Room::Apps);
    bind(QKeySequence(Qt::CTRL | Qt::Key_7), Room::Sandbox);
    bind(QKeySequence(Qt::CTRL | Qt::Key_8), Room::Settings);
    bind(QKeySequence(Qt::CTRL | Qt::Key_Comma), Room::Settings);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    // Below about seventy widths of an m the room belongs to the page.
    m_rail->setCompact(width() < 70 * QFontMetrics(font()).horizontalAdvance(u'm'));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_gatehouse.settings().setWindowPlace(saveGeometry());
    m_clipboard.clear();
    event->accept();
    Q_EMIT closing();
}

} // namespace gatehouse::ui
