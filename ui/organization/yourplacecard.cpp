// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organization/yourplacecard.h"

#include "app/gatehouse.h"
#include "ui/forms/labels.h"
#include "ui/organization/wording.h"
#include "ui/theme/metrics.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

YourPlaceCard::YourPlaceCard(Context &context, QWidget *parent) : Card(tr("You"), parent), m_context(context)
{
    connect(&m_context.gatehouse.teamRoster(), &TeamRoster::rolesChanged, this, &YourPlaceCard::refresh);
    refresh();
}

// The words that explain a role where it is given explain it here.
void YourPlaceCard::refresh()
{
    const auto &roster = m_context.gatehouse.teamRoster();
    Member self;
    self.roles = roster.roles();
    clearRows();
    setVisible(roster.isOffered() && !self.roles.isEmpty());
    const FormValues held = roster.valuesOf(self);
    auto *rows = new QWidget(this);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins({});
    column->setSpacing(metrics::space1() / 2);
    const auto say = [rows, column](const QString &name, const QString &explanation) {
        if (column->count() > 0)
            column->addSpacing(metrics::space2());
        column->addWidget(strongLabel(name, rows));
        column->addWidget(captionLabel(explanation, rows));
    };
    const FormSpec form = roster.rolesForm({}, self);
    for (const FieldSpec &field : form.fields) {
        if (held.isChecked(field.key))
            say(field.label, field.help);
    }
    if (self.roles.contains(Role::ProductAdmin))
        say(roleWord(Role::ProductAdmin), tr("Decides for the platform what passes its reviews."));
    addRow(rows);
}

} // namespace gatehouse::ui
