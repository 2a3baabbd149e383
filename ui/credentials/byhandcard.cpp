// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/byhandcard.h"

#include "app/gatehouse.h"
#include "ui/account/portallink.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/forms/maskedfield.h"
#include "ui/frame/remedies.h"
#include "ui/theme/metrics.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const QString clientIdKey = u"clientIdByHand"_s;

FormSpec idForm()
{
    return {{{.key = clientIdKey, .label = ByHandCard::tr("Client id"), .maxLength = 200}}};
}

} // namespace

ByHandCard::ByHandCard(Context &context, QString appId, Banner *banner, QWidget *parent)
    : Card(parent), m_context(context), m_appId(std::move(appId)), m_banner(banner)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    layout->addWidget(bodyLabel(tr("This server does not hand credentials to programs. Copy them from the web portal; "
                                   "they are kept in the keychain like any other."),
        body));
    m_form = new FormView(idForm(), body);
    m_secret = new MaskedField(tr("Client secret"), tr("Leave it empty for an app without a back end."), body);
    m_secret->editor()->setObjectName(u"clientSecretByHand"_s);
    m_keep = new BusyButton(tr("Keep"), tr("Keeping"), body);
    m_keep->setProperty("primary", true);
    auto *acts = new FlowLayout;
    acts->addWidget(m_keep);
    acts->addWidget(portalLink(context, banner, body));
    layout->addWidget(m_form);
    layout->addWidget(m_secret);
    layout->addLayout(acts);
    addRow(body);
    connect(m_keep, &QPushButton::clicked, this, &ByHandCard::keep);
    connect(m_secret, &MaskedField::entered, this, &ByHandCard::keep);
}

void ByHandCard::refresh(Environment environment)
{
    m_environment = environment;
    const App *app = m_context.gatehouse.registry().find(m_appId);
    setVisible(app && app->isReady() && m_context.gatehouse.accounts().isMissing(Offer::Credentials));
    const bool isKept = m_context.gatehouse.credentials().find(m_appId, environment).has_value();
    setHeading(isKept ? tr("Replace the credentials") : tr("Enter the credentials"));
}

void ByHandCard::keep()
{
    if (m_keep->isBusy() || !m_form->validate())
        return;
    m_banner->dismiss();
    m_keep->setBusy(true);
    const Tenant &tenant = m_context.gatehouse.onboarding().tenant();
    AppCredentials credentials;
    credentials.appId = m_appId;
    credentials.environment = m_environment;
    credentials.clientId = m_form->values().trimmed(clientIdKey);
    credentials.clientSecret = m_secret->value();
    credentials.tenantId = tenant.id;
    credentials.tenantUrl = tenant.url;
    whenDone(m_context.gatehouse.credentials().keepByHand(std::move(credentials)), this,
        [this](const Result<KeptCredentials> &kept) {
            m_keep->setBusy(false);
            if (!kept) {
                m_context.remedies.show(m_banner, kept.error(), [this] { keep(); });
                return;
            }
            m_secret->clear();
            m_form->setValues({});
        });
}

} // namespace gatehouse::ui
