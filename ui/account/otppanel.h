// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/platforms/types.h"
#include "ui/forms/countdown.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace gatehouse::ui {

class EmphasisText;
class IconView;
class Label;
class OtpField;

// Everything around a one-time password: to whom it went, the field, what is wrong with it, tries left, how long it
// is good, and sending it again by the server's clock. Sign-in and the organization wizard share it. Owned by its
// parent.
class OtpPanel : public QWidget {
    Q_OBJECT
public:
    explicit OtpPanel(QWidget *parent = nullptr);

    // `platform` is who sent it, as a proper name.
    void setChallenge(const QString &platform, const CodeSent &sent);
    void setCode(const QString &anything);
    [[nodiscard]] QString code() const;

    void setChecking(bool checking);
    void setSending(bool sending);

    // Shows what concerns the password beside it; false if the error is about something else.
    bool showError(const Error &error);
    void clearError();
    void takeFocus();

Q_SIGNALS:
    void completed(const QString &code);
    void changed();
    void resendWanted();
    void changeAddressWanted();

private:
    void refresh();

    EmphasisText *m_sentTo;
    QPushButton *m_change;
    OtpField *m_field;
    IconView *m_triesSign;
    Label *m_tries;
    IconView *m_validSign;
    Label *m_valid;
    QPushButton *m_resend;
    Label *m_resendWait;
    QProgressBar *m_resendBar;
    Countdown m_validFor;
    Countdown m_resendIn;
    bool m_isEndKnown = true;
    bool m_sending = false;
};

} // namespace gatehouse::ui
