// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/placespage.h"

#include "app/gatehouse.h"
#include "ui/account/portallink.h"
#include "ui/forms/announce.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/forms/readingcolumn.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/theme/metrics.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

PlacesPage::PlacesPage(Context &context, QWidget *parent) : Page(tr("Organization"), parent), m_context(context)
{
    setSubtitle(tr("This server does not offer organizations to programs."));
    m_check = new BusyButton(tr("Check again"), tr("Checking"), this);
    m_check->setSign(Icon::rotate);
    m_check->setDefault(false);
    connect(m_check, &QPushButton::clicked, this, &PlacesPage::look);
    addAction(m_check);

    auto *column = addReadingColumn(content(), metrics::withText(720));
    auto *card = new Card(tr("Known places"), this);
    auto *body = new QWidget(card);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space6());
    layout->addWidget(bodyLabel(tr("Found your organization in the web portal, and look for these ids there. With them, "
                                   "apps can be listed, registered, given new versions and submitted for review."),
        body));
    layout->addWidget(portalLink(context, banner(), body), 0, Qt::AlignLeading);
    m_form = new FormView(context.gatehouse.onboarding().placesForm(), body);
    m_form->setValues(context.gatehouse.onboarding().places());
    layout->addWidget(m_form);
    auto *keep = primaryButton(tr("Keep these ids"), body);
    connect(keep, &QPushButton::clicked, this, &PlacesPage::keep);
    layout->addWidget(keep, 0, Qt::AlignLeading);
    card->addRow(body);
    column->addWidget(card);
}

void PlacesPage::keep()
{
    if (!m_form->validate())
        return;
    const auto kept = m_context.gatehouse.onboarding().enterPlaces(m_form->values());
    if (!kept) {
        m_context.remedies.show(banner(), kept.error(), [this] { keep(); });
        return;
    }
    QObject::disconnect(banner(), &Banner::buttonClicked, nullptr, nullptr);
    banner()->present({.kind = Banner::Kind::Ok, .first = tr("The ids are kept."),
        .rest = tr("Whether they are right shows when the apps are listed."), .button = tr("List apps"), .link = {},
        .details = {}});
    connect(banner(), &Banner::buttonClicked, this, [this] { m_context.navigator.go(Room::Apps); });
}

// The server may have learned it since.
void PlacesPage::look()
{
    if (m_check->isBusy())
        return;
    m_check->setBusy(true);
    banner()->dismiss();
    whenDone(m_context.gatehouse.onboarding().refresh(), this, [this](const Result<void> &done) {
        m_check->setBusy(false);
        if (!done && done.error().missing != Offer::Organizations)
            m_context.remedies.show(banner(), done.error(), [this] { look(); });
        else if (m_context.gatehouse.accounts().isMissing(Offer::Organizations))
            announce(m_check, tr("Still not offered."));
    });
}

} // namespace gatehouse::ui
