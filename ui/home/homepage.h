// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/page.h"
#include "ui/frame/context.h"
#include "ui/home/road.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace gatehouse {
struct Error;
}

namespace gatehouse::ui {

class IntentsCard;
class RoadCard;

// Where a person begins and comes back to: the road from nothing to kept credentials with the one step that needs them
// in front, and registrations whose outcome is unknown. Shows what is known at once and asks the platform whenever it
// comes into sight.
class HomePage : public Page {
    Q_OBJECT
public:
    HomePage(Context &context, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void finish(const Error *error);
    void showRoad();
    void refreshSubtitle();
    void changeProfile();
    void dismissIntent(const QString &intentId);

    Context &m_context;
    RoadCard *m_road;
    IntentsCard *m_intents;
    QPushButton *m_register;
    RoadNews m_news;
    int m_round = 0; // answers to the questions of an earlier profile are not for this one
    bool m_isStale = false;
    bool m_isTroubled = false; // the banner is about the last question
};

} // namespace gatehouse::ui
