// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/correctionform.h"

#include "app/base/errortext.h"
#include "app/gatehouse.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/formview.h"
#include "ui/frame/remedies.h"
#include "ui/theme/metrics.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

CorrectionForm::CorrectionForm(Context &context, Banner *banner, QWidget *parent)
    : QWidget(parent), m_context(context), m_banner(banner)
{
    auto &power = *m_context.gatehouse.accounts().platform().organizations();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    m_form = new FormView(power.form().part(power.correctableKeys()), this);
    if (const auto &organization = m_context.gatehouse.onboarding().organization())
        m_form->setValues(power.valuesOf(*organization));
    m_send = new BusyButton(tr("Correct and submit again"), tr("Submitting"), this);
    m_send->setProperty("primary", true);
    connect(m_send, &QPushButton::clicked, this, &CorrectionForm::send);
    layout->addWidget(m_form);
    layout->addWidget(m_send, 0, Qt::AlignLeading);
}

void CorrectionForm::send()
{
    if (m_busy || !m_form->validate())
        return;
    m_busy = true;
    m_send->setBusy(true);
    whenDone(m_context.gatehouse.onboarding().correctAndAskAgain(m_form->values()), this,
        [this](const Result<Tenant> &asked) {
            m_busy = false;
            m_send->setBusy(false);
            if (asked)
                return; // the page shows the new request
            m_form->setProblems(ErrorText::fields(asked.error()));
            m_context.remedies.show(m_banner, asked.error(), [this] { send(); });
        });
}

} // namespace gatehouse::ui
