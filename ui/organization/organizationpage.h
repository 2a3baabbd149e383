// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/platforms/types.h"
#include "ui/forms/page.h"
#include "ui/frame/context.h"

namespace gatehouse::ui {

class BusyButton;
class Card;
class FieldRow;
class FormView;
class StatusChip;
class Timeline;

// A founded organization: the review of its tenant as a timeline, its teams, its details. After a refusal the details
// can be corrected and the tenant asked for again.
class OrganizationPage : public Page {
    Q_OBJECT
public:
    OrganizationPage(Context &context, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void finish(const Result<void> &done);
    void update();
    void showTimeline(const Organization &organization, const Tenant &tenant);
    QWidget *makeTenantBox(const Tenant &tenant);
    QWidget *makeReviewerButton();
    QWidget *makeCorrection();
    void showDetails(const Organization &organization);
    [[nodiscard]] bool isOwner() const;

    Context &m_context;
    StatusChip *m_chip;
    BusyButton *m_check;
    QPushButton *m_register;
    Card *m_review;
    Timeline *m_timeline;
    Card *m_details;
    QString m_shown; // what the timeline shows, so that it is built anew only when it changes
};

} // namespace gatehouse::ui
