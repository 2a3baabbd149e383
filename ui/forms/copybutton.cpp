// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/copybutton.h"

#include "ui/forms/announce.h"
#include "ui/forms/buttons.h"

#include <QStyleOptionButton>

namespace gatehouse::ui {

CopyButton::CopyButton(QWidget *parent) : QPushButton(parent)
{
    setAutoDefault(false);
    m_back.setSingleShot(true);
    m_back.setInterval(std::chrono::seconds(3));
    connect(&m_back, &QTimer::timeout, this, &CopyButton::rest);
    rest();
}

void CopyButton::showCopied()
{
    setIcon(ui::icon(Icon::check));
    setWord(this, tr("Copied"));
    m_back.start();
    announce(this, text());
}

void CopyButton::rest()
{
    setIcon(ui::icon(Icon::copy));
    setWord(this, tr("Copy"));
}

QSize CopyButton::sizeHint() const
{
    // Wide enough for both words, so that nothing moves under the pointer.
    QStyleOptionButton option;
    initStyleOption(&option);
    QSize size;
    for (const QString &word : {tr("Copy"), tr("Copied")}) {
        option.text = word;
        size = size.expandedTo(style()->sizeFromContents(QStyle::CT_PushButton, &option, QSize(), this));
    }
    return size;
}

} // namespace gatehouse::ui
