// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/statusline.h"

#include "ui/forms/labels.h"
#include "ui/forms/iconview.h"
#include "ui/forms/spinnerarc.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QHBoxLayout>
#include <QPainter>

namespace gatehouse::ui {

namespace {

Label *statusLabel(QWidget *parent)
{
    auto *label = captionLabel(QString(), parent);
    label->setWordWrap(false);
    return label;
}

} // namespace

StatusLine::StatusLine(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent), m_gatehouse(gatehouse)
{
    setAccessibleName(tr("Status"));
    m_vaultSign = new IconView(Icon::lock, Token::OkLine, metrics::iconSmall(), this);
    m_vault = statusLabel(this);
    m_workArc = new SpinnerArc(metrics::iconSmall(), this);
    m_work = statusLabel(this);
    m_onlineSign = new IconView(Icon::online, Token::OkLine, metrics::iconSmall(), this);
    m_online = statusLabel(this);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::space4(), metrics::space2(), metrics::space4(), metrics::space2());
    layout->setSpacing(metrics::space2());
    layout->addWidget(m_vaultSign);
    layout->addWidget(m_vault);
    layout->addStretch();
    layout->addWidget(m_workArc);
    layout->addWidget(m_work);
    layout->addSpacing(metrics::space4());
    layout->addWidget(m_onlineSign);
    layout->addWidget(m_online);

    connect(&m_gatehouse.vault(), &Vault::healthChanged, this, &StatusLine::showVault);
    connect(&m_gatehouse.http(), &HttpClient::reachabilityChanged, this, &StatusLine::showReachability);
    connect(&m_gatehouse.registry(), &AppRegistry::appsChanged, this, &StatusLine::showWork);
    showVault(std::nullopt);
    showWork();
    m_onlineSign->hide();
    m_online->hide();
}

void StatusLine::showVault(std::optional<ErrorKind> trouble)
{
    const QString place = m_gatehouse.vault().placeName();
    if (!m_gatehouse.vault().lasts()) {
        m_vaultSign->setIcon(Icon::warning);
        m_vaultSign->setToken(Token::WarnLine);
        m_vault->setText(tr("Secrets in memory: gone when Gatehouse ends"));
        return;
    }
    if (!trouble) {
        m_vaultSign->setIcon(Icon::lock);
        m_vaultSign->setToken(Token::OkLine);
        m_vault->setText(tr("Secrets in %1").arg(place));
        return;
    }
    const bool isLocked = *trouble == ErrorKind::VaultLocked;
    m_vaultSign->setIcon(isLocked ? Icon::lock : Icon::warning);
    m_vaultSign->setToken(Token::WarnLine);
    switch (*trouble) {
    case ErrorKind::VaultLocked:
        m_vault->setText(tr("%1 is locked").arg(place));
        break;
    case ErrorKind::VaultMissing:
        m_vault->setText(tr("No keychain"));
        break;
    case ErrorKind::VaultSlow:
        m_vault->setText(tr("%1 does not answer").arg(place));
        break;
    default:
        m_vault->setText(tr("%1 is not well").arg(place));
        break;
    }
}

void StatusLine::showWork()
{
    const QList<App> apps = m_gatehouse.registry().underWay();
    m_workArc->setVisible(!apps.isEmpty());
    m_work->setVisible(!apps.isEmpty());
    if (apps.size() == 1) {
        m_work->setText(tr("Registering %1, step %2 of 3")
                            .arg(apps.first().name())
                            .arg(apps.first().latest().provisioning.currentStep()));
    } else if (apps.size() > 1) {
        m_work->setText(tr("Registering %n app(s)", nullptr, int(apps.size())));
    }
}

void StatusLine::showReachability(bool online)
{
    m_onlineSign->show();
    m_online->show();
    m_onlineSign->setIcon(online ? Icon::online : Icon::offline);
    m_onlineSign->setToken(online ? Token::OkLine : Token::WarnLine);
    m_online->setText(online ? tr("Online") : tr("Offline"));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Rail));
    paintHairline(&painter, rect(), Qt::TopEdge);
}

} // namespace gatehouse::ui
