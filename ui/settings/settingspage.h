// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/page.h"
#include "ui/frame/context.h"

namespace gatehouse::ui {

class Card;
class ChoiceList;
class IconView;
class Label;
class SecondsBox;
class SwitchRow;

// What a person chooses about the program itself, kept at once: there is nothing to confirm. Also says where secrets
// lie and whether that place is well, and what the program is. Works without any profile.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(Context &context, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] Card *makeAppearance();
    [[nodiscard]] Card *makeClipboard();
    [[nodiscard]] Card *makeNotifications();
    [[nodiscard]] Card *makeAbout();
    void recall();
    void keepAppearance();
    void keepClipboardTime();
    void keepNotifications();

    Context &m_context;
    ChoiceList *m_appearance = nullptr;
    SecondsBox *m_seconds = nullptr;
    SwitchRow *m_notifications = nullptr;
    IconView *m_savedSign = nullptr;
    Label *m_saved = nullptr;
    bool m_filling = false;
};

} // namespace gatehouse::ui
