// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/askbox.h"
#include "ui/theme/icons.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class BusyButton;
class Label;

// Something that can be done with a version, or why it cannot be done now.
struct VersionAct {
    QString key; // ours
    QString label;
    QString explanation; // what happens then
    std::optional<QString> whyNot;
    Icon sign = Icon::check;
    bool isLikely = false; // the first possible likely one is the primary button
    bool asksFirst = true; // with the explanation and, where one is taken, for a reason
    AskBox::Reason reason = AskBox::Reason::None;
    QString reasonHelp;
    QString about; // what it is done to, where several things stand below each other
    QString confirmWord; // on the button that does it after asking; empty: the label

    friend bool operator==(const VersionAct &, const VersionAct &) = default;
};

// The acts that are possible as buttons, with what the likely one does; what has to be asked once more is asked below
// them. Acts that are not possible are not here: see whyNotList(). Does nothing itself. Owned by its parent.
class VersionActs : public QWidget {
    Q_OBJECT
public:
    explicit VersionActs(QWidget *parent = nullptr);

    // Keeps the buttons, the focus and what is being asked, as long as nothing that is shown changes.
    void setActs(const QList<VersionAct> &acts);

    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] bool isAsking() const { return m_ask->isOpen(); }
    void finish(); // it is done: the question goes away

Q_SIGNALS:
    void wanted(const QString &key, const QString &reason);

private:
    void rebuild();
    void dropOutdatedQuestion();
    void press(const VersionAct &act, BusyButton *button);

    QList<VersionAct> m_acts;
    QWidget *m_buttons = nullptr;
    Label *m_hint;
    AskBox *m_ask;
    QVBoxLayout *m_column;
    QPointer<BusyButton> m_pressed;
    QString m_asked; // key of the act that is being asked about
    bool m_isBusy = false;
};

// The acts that are not possible now, each with the reason, for a card of its own; null if all are possible.
[[nodiscard]] QWidget *whyNotList(const QList<VersionAct> &acts, QWidget *parent);

} // namespace gatehouse::ui
