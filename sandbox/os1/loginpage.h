// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http/message.h"

#include <QList>
#include <QString>

namespace sandbox {

// The web pages of the sandbox, for a person with a browser: plain HTML without a script, everything that came from
// elsewhere escaped, and a policy that lets them load nothing and be framed by nobody.
class LoginPage
{
public:
    struct Field
    {
        QString name;
        QString value;
    };

    explicit LoginPage(QString title)
        : m_title(std::move(title))
    {
    }

    void say(const QString &sentence);
    void complain(const QString &sentence); // announced as an alert
    // A form that posts to the page's own address, with one field to fill in and hidden ones beside it.
    void ask(const QString &label, const Field &field, const QString &type, const QString &button,
        const QList<Field> &hidden);
    // The same with any number of fields and of buttons; a button without a name only submits.
    struct Question
    {
        QString label;
        Field field;
        QString type;
    };
    struct Button
    {
        QString label;
        Field field;
    };
    void ask(const QList<Question> &questions, const QList<Button> &buttons, const QList<Field> &hidden);
    void show(const QString &label, const QString &value); // to be copied

    // After the form the browser may be sent on to `leavesTo` too: an origin, or nothing.
    [[nodiscard]] Response response(int status, const QString &leavesTo = {}) const;

private:
    QString m_title;
    QString m_content;
};

} // namespace sandbox
