// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/versiondesk.h"
#include "ui/forms/page.h"
#include "ui/frame/context.h"

namespace gatehouse::ui {

class BusyButton;
class FormView;
class Label;
class SegmentedSwitch;

// A new version of an app: what it is based on, how far it goes beyond that, and its number. Owned by the main window.
class NewVersionPage : public Page {
    Q_OBJECT
public:
    NewVersionPage(Context &context, QString appId, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const FormSpec &spec);
    void showWhyNot(const QString &reason);
    void suggest();
    void describe();
    [[nodiscard]] QString parentNumber() const;
    void add();
    void leave();

    Context &m_context;
    VersionDesk &m_desk;
    QString m_appId;
    QString m_parentKey; // of the form's fields; empty if the form does not ask
    QString m_numberKey;
    QString m_parent; // the one that the suggestion was made for
    FormView *m_form = nullptr;
    SegmentedSwitch *m_step = nullptr;
    Label *m_hint = nullptr;
    BusyButton *m_add = nullptr;
};

} // namespace gatehouse::ui
