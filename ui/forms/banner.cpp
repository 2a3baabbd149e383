// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/banner.h"

#include "ui/forms/announce.h"
#include "ui/forms/buttons.h"
#include "ui/forms/emphasistext.h"
#include "ui/forms/sidebyside.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>

namespace gatehouse::ui {

namespace {

struct Look {
    Icon icon;
    Token ground;
    Token ink;
    Token line;
};

Look lookOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Warn:
        return {Icon::warning, Token::Warn, Token::OnWarn, Token::WarnLine};
    case Banner::Kind::Bad:
        return {Icon::error, Token::Bad, Token::OnBad, Token::BadLine};
    case Banner::Kind::Ok:
        return {Icon::done, Token::Ok, Token::OnOk, Token::OkLine};
    case Banner::Kind::Info:
        break;
    }
    return {Icon::info, Token::Info, Token::OnInfo, Token::Accent};
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent), m_text(new EmphasisText), m_button(button(QString())), m_link(linkButton(QString())),
      m_copy(linkButton(tr("Copy details"))), m_close(iconButton(Icon::close, tr("Close")))
{
    auto *acts = new QWidget;
    auto *row = new QHBoxLayout(acts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space4());
    row->addWidget(m_copy);
    row->addWidget(m_link);
    row->addWidget(m_button);

    auto *middle = new SideBySide(m_text, acts, this);
    middle->setLeadingLeast(metrics::withText(320));

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(metrics::space4(), metrics::space3(), metrics::space4(), metrics::space3());
    line->setSpacing(metrics::space3());
    line->addSpacing(metrics::iconMedium() + metrics::space3()); // the sign is painted here; a margin would not mirror
    line->addWidget(middle, 1);
    line->addWidget(m_close, 0, Qt::AlignTop);

    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    connect(m_button, &QPushButton::clicked, this, &Banner::buttonClicked);
    connect(m_link, &QPushButton::clicked, this, &Banner::linkClicked);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_message.details);
        setWord(m_copy, tr("Copied"));
        announce(m_copy, m_copy->text());
    });
    connect(m_close, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT closed();
    });
    hide();
}

void Banner::present(const Message &message)
{
    m_message = message;
    const Look look = lookOf(message.kind);
    QList<EmphasisText::Run> runs{{message.first, true, look.ink}};
    if (!message.rest.isEmpty())
        runs.append({u' ' + message.rest, false, Token::Text});
    m_text->setRuns(runs);
    setAccessibleName(m_text->text());
    const auto word = [](QPushButton *act, const QString &text) {
        setWord(act, text);
        act->setVisible(!text.isEmpty());
    };
    word(m_button, message.button);
    word(m_link, message.link);
    word(m_copy, message.details.isEmpty() ? QString() : tr("Copy details"));
    m_link->setProperty("token", int(look.ink));
    m_copy->setProperty("token", int(look.ink));
    m_close->setVisible(message.closable);
    show();
    update();
    announce(this, m_text->text());
}

void Banner::dismiss()
{
    hide();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Look look = lookOf(m_message.kind);
    QPainter painter(this);
    paintBox(&painter, rect(), metrics::radiusLarge, isHighContrast() ? QColor() : color(look.ground), color(look.line));
    const int side = metrics::iconMedium();
    // Beside the first line, or in the middle of a banner that has only one.
    const int oneLine = controlHeight(m_text->fontMetrics()) + 2 * metrics::space3();
    const QRect place(metrics::space4(), 0, side, std::min(height(), oneLine));
    const bool tall = height() > oneLine + 4;
    const QRect beside = tall ? QRect(metrics::space4(), metrics::space3(), side, lineHeight(m_text->fontMetrics())) : place;
    paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), beside), look.icon, look.line, side, layoutDirection());
}

} // namespace gatehouse::ui
