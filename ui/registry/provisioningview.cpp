// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/provisioningview.h"

#include "app/gatehouse.h"
#include "ui/forms/announce.h"
#include "ui/forms/countdown.h"
#include "ui/forms/timeline.h"
#include "ui/frame/moments.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

using State = TimelineEntry::State;

State stateOf(StepState step, bool isCurrent)
{
    switch (step) {
    case StepState::Succeeded:
        return State::Done;
    case StepState::Failed:
        return State::Error;
    case StepState::Pending:
        break;
    }
    return isCurrent ? State::Running : State::ToDo;
}

} // namespace

ProvisioningView::ProvisioningView(Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    m_timeline = new Timeline(this);
    layout->addWidget(m_timeline);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &ProvisioningView::refresh);
    connect(&m_context.gatehouse.registry(), &AppRegistry::appChanged, this, [this](const QString &id) {
        if (id == m_appId)
            refresh();
    });
}

void ProvisioningView::show(const QString &appId)
{
    m_appId = appId;
    refresh();
}

void ProvisioningView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_second.start();
}

void ProvisioningView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

void ProvisioningView::refresh()
{
    const App *app = m_context.gatehouse.registry().find(m_appId);
    if (!app)
        return;
    const AppVersion &version = app->latest();
    const Provisioning &steps = version.provisioning;
    const bool kept = m_context.gatehouse.credentials().find(m_appId, Environment::Development).has_value();
    const auto passed = std::chrono::seconds(
        std::max<qint64>(0, version.createdAt.secsTo(QDateTime::currentDateTimeUtc())));
    const int current = steps.currentStep();
    const bool sandbox = m_context.gatehouse.accounts().current()->stage == Stage::Sandbox;
    const QString normal = sandbox ? tr("The sandbox takes some seconds; the platform itself takes several minutes.")
                                   : tr("This normally takes several minutes.");
    const auto entry = [&](int number, StepState step, const QString &name) {
        const bool isCurrent = number == current && !steps.hasFailed();
        const bool runs = step == StepState::Pending && isCurrent;
        return TimelineEntry{stateOf(step, isCurrent), name, runs ? clockText(passed) : QString(),
            runs              ? normal
                : step == StepState::Failed ? tr("The platform could not finish this step. Registering again under "
                                                 "another name is the way on.")
                                            : QString(),
            std::nullopt};
    };
    m_timeline->setEntries({
        {State::Done, tr("Sent to the platform"), momentText(version.createdAt), app->id, std::nullopt},
        entry(1, steps.create, tr("App created")),
        entry(2, steps.subscribe, tr("App subscribed to the tenant")),
        entry(3, steps.grant, tr("Permissions granted")),
        {kept ? State::Done : steps.isDone() ? State::Running : State::ToDo, tr("Credentials kept"), {},
            kept ? tr("In %1, before anybody saw them.").arg(m_context.gatehouse.vault().placeName()) : QString(),
            std::nullopt},
    });
    if (kept && !m_wasFinished) {
        m_wasFinished = true;
        announce(this, tr("The registration is finished."));
        Q_EMIT finished();
    }
    if (kept || steps.hasFailed())
        m_second.stop();
}

} // namespace gatehouse::ui
