// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox/sandboxpage.h"

#include "app/gatehouse.h"
#include "ui/credentials/secretclipboard.h"
#include "ui/forms/banner.h"
#include "ui/frame/moments.h"
#include "ui/frame/remedies.h"
#include "ui/forms/readingcolumn.h"
#include "ui/sandbox/clockcard.h"
#include "ui/sandbox/mailcard.h"
#include "ui/sandbox/reviewdesk.h"
#include "ui/sandbox/versionreviewdesk.h"
#include "ui/theme/metrics.h"

#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::ui {

namespace {

constexpr std::chrono::milliseconds lookEvery{1'500};

// A server that has just ended is believed to be there for some seconds more; only then is it started anew. So a broken
// connection is taken for the end only after as many looks.
constexpr int failuresBorne = 4;

bool mayPass(const Error &error)
{
    return error.reason == ErrorReason::None
        && (error.kind == ErrorKind::Offline || error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::NotFound);
}

} // namespace

SandboxPage::SandboxPage(Context &context, QWidget *parent)
    : Page(tr("Sandbox"), parent), m_context(context), m_desk(context.gatehouse.sandboxDesk()),
      m_reviews(new ReviewDesk(this)), m_versions(new VersionReviewDesk(this)), m_mails(new MailCard(this)), m_clock(new ClockCard(this))
{
    QVBoxLayout *column = addReadingColumn(content(), metrics::withText(800));
    column->addWidget(m_reviews);
    column->addWidget(m_versions);
    column->addWidget(m_mails);
    column->addWidget(m_clock);
    m_next.setSingleShot(true);
    m_next.setInterval(lookEvery);
    connect(&m_next, &QTimer::timeout, this, &SandboxPage::look);
    connect(m_reviews, &ReviewDesk::decisionWanted, this, &SandboxPage::decide);
    connect(m_versions, &VersionReviewDesk::decisionWanted, this, &SandboxPage::decideVersion);
    connect(m_mails, &MailCard::copyWanted, this, &SandboxPage::copyCode);
    connect(m_clock, &ClockCard::applyWanted, this, &SandboxPage::applyClock);
    refreshSubtitle();
}

void SandboxPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    tryAgain();
}

void SandboxPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_next.stop();
}

// Any question to the desk starts the sandbox when none is running.
void SandboxPage::tryAgain()
{
    m_failures = 0;
    m_reviews->showLoading();
    m_versions->showLoading();
    m_mails->showLoading();
    look();
    askClock();
}

void SandboxPage::look()
{
    if (m_isLooking) {
        m_looksAgain = true;
        return;
    }
    m_isLooking = true;
    m_next.stop();
    whenDone(m_desk.reviews(), this, [this](const Result<QList<ReviewRequest>> &reviews) {
        if (!reviews) {
            fail(reviews.error());
            return;
        }
        m_reviews->setReviews(*reviews);
        lookAtVersions();
    });
}

void SandboxPage::lookAtVersions()
{
    whenDone(m_desk.versionReviews(), this, [this](const Result<QList<VersionReview>> &versions) {
        if (!versions) {
            fail(versions.error());
            return;
        }
        m_versions->setReviews(*versions);
        lookAtMail();
    });
}

void SandboxPage::lookAtMail()
{
    whenDone(m_desk.mail(), this, [this](const Result<QList<SandboxMail>> &mails) {
        if (!mails) {
            fail(mails.error());
            return;
        }
        m_mails->setMails(*mails);
        succeed();
    });
}

void SandboxPage::succeed()
{
    m_isLooking = false;
    m_failures = 0;
    m_seenAt = QDateTime::currentDateTimeUtc();
    if (std::exchange(m_isTroubled, false)) {
        banner()->dismiss();
        refreshSubtitle();
    }
    if (!m_clock->isKnown())
        askClock();
    if (std::exchange(m_looksAgain, false))
        look();
    else if (isVisible())
        m_next.start();
}

void SandboxPage::fail(const Error &error)
{
    m_isLooking = false;
    m_looksAgain = false;
    ++m_failures;
    if (mayPass(error) && m_failures <= failuresBorne) {
        if (isVisible())
            m_next.start();
        return;
    }
    // Nothing is asked any more until the person wants it: each question would start the sandbox again.
    m_isTroubled = true;
    m_context.remedies.show(banner(), error, [this] { tryAgain(); });
    Banner::Message message = banner()->message();
    if (message.button.isEmpty()) { // a missing program may be there by now
        message.button = tr("Try again");
        banner()->present(message);
    }
    m_reviews->showUnreachable();
    m_versions->showUnreachable();
    m_mails->showUnreachable();
    refreshSubtitle();
}

void SandboxPage::askClock()
{
    whenDone(m_desk.provisioningTime(), this, [this](const Result<int> &seconds) {
        if (seconds)
            m_clock->setKnown(*seconds); // if not, the look beside it says why
    });
}

void SandboxPage::applyClock(int seconds)
{
    m_clock->setApplying(true);
    whenDone(m_desk.setProvisioningTime(seconds), this, [this, seconds](const Result<void> &applied) {
        m_clock->setApplying(false);
        if (applied)
            m_clock->showApplied(seconds);
        else
            m_context.remedies.show(banner(), applied.error(), [this, seconds] { applyClock(seconds); });
    });
}

void SandboxPage::decide(const QString &organizationId, Decision decision, const QString &reason)
{
    m_reviews->setDeciding(organizationId, decision);
    whenDone(m_desk.decide(organizationId, decision, reason), this,
        [this, organizationId, decision, reason](const Result<void> &decided) {
            m_reviews->setDecided(organizationId, decided.has_value());
            if (!decided) {
                m_context.remedies.show(banner(), decided.error(),
                    [this, organizationId, decision, reason] { decide(organizationId, decision, reason); });
                return;
            }
            banner()->dismiss();
            look();
            // The rest of the window follows; what it cannot find out now it asks for by itself later.
            launch(m_context.gatehouse.onboarding().refresh());
        });
}

void SandboxPage::decideVersion(const QString &versionId, VersionAction action, const QString &reason)
{
    m_versions->setDeciding(versionId);
    whenDone(m_desk.decideVersion(versionId, action, reason), this,
        [this, versionId, action, reason](const Result<void> &decided) {
            m_versions->setDecided(versionId, decided.has_value());
            if (!decided) {
                m_context.remedies.show(banner(), decided.error(),
                    [this, versionId, action, reason] { decideVersion(versionId, action, reason); });
                return;
            }
            banner()->dismiss();
            look();
            followVersion(versionId);
        });
}

// The rest of the window follows, if the version is of an app of this profile.
void SandboxPage::followVersion(const QString &versionId)
{
    auto &registry = m_context.gatehouse.registry();
    for (const App &app : registry.list().apps()) {
        if (std::ranges::any_of(app.versions, [&](const AppVersion &version) { return version.id == versionId; })) {
            launch(registry.refreshApp(app.id));
            return;
        }
    }
}

void SandboxPage::copyCode(const QString &code)
{
    m_context.clipboard.copy(Secret::take(QString(code)), m_context.gatehouse.settings().clipboardTime());
}

void SandboxPage::refreshSubtitle()
{
    const QString promise = tr("Everything here stays on this computer.");
    setSubtitle(m_isTroubled && m_seenAt.isValid() ? promise + u' ' + tr("%1.").arg(asOfText(m_seenAt)) : promise);
}

} // namespace gatehouse::ui
