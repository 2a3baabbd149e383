// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/buttons.h"

namespace gatehouse::ui {

namespace {

QPushButton *make(std::optional<Icon> sign, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(parent);
    made->setAutoDefault(false);
    made->setCursor(Qt::ArrowCursor);
    if (sign)
        made->setIcon(icon(*sign));
    setWord(made, text);
    return made;
}

QPushButton *flat(std::optional<Icon> sign, const QString &text, QWidget *parent)
{
    auto *made = make(sign, text, parent);
    made->setFlat(true);
    made->setCursor(Qt::PointingHandCursor);
    return made;
}

} // namespace

void setWord(QAbstractButton *button, const QString &text)
{
    button->setText(text);
    QString name = text;
    name.remove(u'&');
    button->setAccessibleName(name);
}

QPushButton *button(const QString &text, QWidget *parent)
{
    return make({}, text, parent);
}

QPushButton *button(Icon icon, const QString &text, QWidget *parent)
{
    return make(icon, text, parent);
}

QPushButton *primaryButton(const QString &text, QWidget *parent)
{
    auto *made = make({}, text, parent);
    made->setDefault(true);
    return made;
}

QPushButton *primaryButton(Icon icon, const QString &text, QWidget *parent)
{
    auto *made = make(icon, text, parent);
    made->setDefault(true);
    return made;
}

QPushButton *linkButton(const QString &text, QWidget *parent)
{
    return flat({}, text, parent);
}

QPushButton *quietButton(const QString &text, QWidget *parent)
{
    auto *made = flat({}, text, parent);
    made->setProperty("quiet", true);
    return made;
}

QPushButton *quietButton(Icon icon, const QString &text, QWidget *parent)
{
    auto *made = flat(icon, text, parent);
    made->setProperty("quiet", true);
    return made;
}

QPushButton *iconButton(Icon icon, const QString &word, QWidget *parent)
{
    auto *made = flat(icon, QString(), parent);
    made->setProperty("quiet", true);
    made->setAccessibleName(word);
    made->setToolTip(word);
    return made;
}

} // namespace gatehouse::ui
