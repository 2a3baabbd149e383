// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/page.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace gatehouse::ui {

class BusyButton;
class StepList;
class StepPage;

// The frame of a wizard within a page: steps at the leading side, the current step, its cards beside it, and the
// buttons below. It decides nothing: it announces what the person wants, and the wizard answers by showing a
// step. Narrow, the cards go below the step and the list becomes "Step 4 of 5". Owned by the window.
class WizardFrame : public QWidget {
    Q_OBJECT
public:
    explicit WizardFrame(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle); // goes on after "Step 4 of 5."

    int addStep(StepPage *page, const QString &name, const QString &note = {}); // takes the page over
    void showStep(int step);
    [[nodiscard]] int currentStep() const;
    [[nodiscard]] StepPage *page(int step) const;
    [[nodiscard]] StepList *steps() const { return m_steps; }
    [[nodiscard]] Banner *banner() const;

    // While busy the primary button shows the step's busy word and all else in the footer but Cancel waits.
    void setBusy(bool busy);
    [[nodiscard]] BusyButton *primary() const { return m_primary; }
    [[nodiscard]] QPushButton *back() const { return m_back; }
    [[nodiscard]] QPushButton *cancel() const { return m_cancel; }

Q_SIGNALS:
    void primaryClicked();
    void backClicked();
    void cancelClicked();
    void stepClicked(int step); // a done one

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void adapt();

    Page *m_page;
    StepList *m_steps;
    QList<StepPage *> m_pages;
    QStackedWidget *m_sides;
    QWidget *m_middle;
    QBoxLayout *m_columns;
    VerticalScroll *m_scroll;
    QPushButton *m_cancel;
    QPushButton *m_back;
    BusyButton *m_primary;
    QString m_subtitle;
    int m_current = -1;
    bool m_collapsed = false;
};

} // namespace gatehouse::ui
