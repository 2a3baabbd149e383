// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/forms/formvalues.h"
#include "ui/forms/page.h"
#include "ui/frame/context.h"

#include <functional>

class QPushButton;

namespace gatehouse::ui {

class AskBox;
class BusyButton;
class Card;
class FormView;

// A profile on OS1: its name and, in a part that can be opened, its addresses, which are the public ones to begin with.
// Makes a new one, changes one, removes one.
class ProfilePage : public Page {
    Q_OBJECT
public:
    // Without an id: a new profile.
    ProfilePage(Context &context, QString profileId, QWidget *parent);

private:
    void build();
    QWidget *makeAddresses();
    QWidget *makeRemoval();
    void openAddresses(bool open);
    [[nodiscard]] FormValues values() const;
    [[nodiscard]] bool validate();
    void save();
    void askRemoval();
    void remove();
    void tell(const Error &error, std::function<void()> again);

    Context &m_context;
    QString m_profileId;
    FormView *m_name;
    FormView *m_addresses = nullptr; // null on the sandbox, which is found by itself
    QPushButton *m_opener = nullptr;
    BusyButton *m_save;
    QPushButton *m_remove = nullptr;
    AskBox *m_ask = nullptr;
};

} // namespace gatehouse::ui
