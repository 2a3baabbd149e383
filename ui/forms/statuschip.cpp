// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/statuschip.h"

#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

namespace gatehouse::ui {

namespace {

struct ChipWords {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::StatusChip)
};

using W = ChipWords;

} // namespace

ChipLook chipLook(ChipState state)
{
    switch (state) {
    case ChipState::Development:
        return {Icon::pencil, W::tr("Development"), Token::Plain, Token::OnPlain};
    case ChipState::Registering:
        return {Icon::running, W::tr("Registering"), Token::Info, Token::OnInfo};
    case ChipState::InReview:
        return {Icon::clock, W::tr("In review"), Token::Info, Token::OnInfo};
    case ChipState::ReadyToPublish:
        return {Icon::check, W::tr("Ready to publish"), Token::Ok, Token::OnOk};
    case ChipState::Live:
        return {Icon::done, W::tr("Live"), Token::Ok, Token::OnOk};
    case ChipState::Declined:
        return {Icon::error, W::tr("Declined"), Token::Bad, Token::OnBad};
    case ChipState::Failed:
        return {Icon::error, W::tr("Registration failed"), Token::Bad, Token::OnBad};
    case ChipState::Deprecated:
        return {Icon::history, W::tr("Deprecated"), Token::Plain, Token::OnPlain};
    case ChipState::Approved:
        return {Icon::done, W::tr("Approved"), Token::Ok, Token::OnOk};
    case ChipState::Pending:
        return {Icon::waiting, W::tr("Pending"), Token::Info, Token::OnInfo};
    case ChipState::Active:
        return {Icon::check, W::tr("Active"), Token::Ok, Token::OnOk};
    case ChipState::Invited:
        return {Icon::mail, W::tr("Invited"), Token::Info, Token::OnInfo};
    case ChipState::Valid:
        return {Icon::done, W::tr("Valid"), Token::Ok, Token::OnOk};
    case ChipState::EndsSoon:
        return {Icon::clock, W::tr("Ends soon"), Token::Warn, Token::OnWarn};
    case ChipState::Ended:
        return {Icon::history, W::tr("Ended"), Token::Plain, Token::OnPlain};
    case ChipState::Revoked:
        return {Icon::close, W::tr("Revoked"), Token::Plain, Token::OnPlain};
    case ChipState::Done:
        return {Icon::done, W::tr("Done"), Token::Ok, Token::OnOk};
    case ChipState::NeedsYou:
        return {Icon::warning, W::tr("Needs you"), Token::Warn, Token::OnWarn};
    case ChipState::Running:
        return {Icon::running, W::tr("Running"), Token::Info, Token::OnInfo};
    case ChipState::ToDo:
        return {Icon::todo, W::tr("To do"), Token::Plain, Token::OnPlain};
    case ChipState::NotYetOpen:
        return {Icon::lock, W::tr("Not yet open"), Token::Plain, Token::OnPlain};
    case ChipState::Unknown:
        return {Icon::question, W::tr("Unknown"), Token::Plain, Token::OnPlain};
    case ChipState::EnvironmentSandbox:
        return {Icon::sandbox, W::tr("Sandbox"), Token::EnvSandbox, Token::OnEnvSandbox};
    case ChipState::EnvironmentDevelopment:
        return {Icon::development, W::tr("Development"), Token::EnvDev, Token::OnEnvDev};
    case ChipState::EnvironmentProduction:
        return {Icon::shield, W::tr("Production"), Token::EnvProd, Token::OnEnvProd};
    }
    return {};
}

ChipLook chipLook(ChipState state, const QString &word)
{
    ChipLook look = chipLook(state);
    look.word = word;
    return look;
}

QSize chipSize(const ChipLook &look)
{
    const QFontMetrics metrics(font(Type::CaptionStrong));
    return {2 * metrics::space2() + metrics::iconSmall() + metrics::space1() + 1 + metrics.horizontalAdvance(look.word),
        std::max(lineHeight(metrics), metrics::iconSmall()) + metrics::space2()};
}

void paintChip(QPainter *painter, const QRect &rect, const ChipLook &look, Qt::LayoutDirection direction)
{
    QSize size = chipSize(look);
    size.setWidth(std::min(size.width(), rect.width()));
    const QRect box = QStyle::visualRect(direction, rect,
        QRect(QPoint(rect.left(), rect.top() + (rect.height() - size.height()) / 2), size));
    if (isHighContrast())
        paintBox(painter, box, metrics::radiusSmall, {}, color(Token::Text));
    else
        paintBox(painter, box, metrics::radiusSmall, color(look.ground));

    const int pad = metrics::space2();
    const int side = metrics::iconSmall();
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(direction, box, QRect(box.left() + x, box.top(), width, box.height()));
    };
    paintIcon(painter, place(pad, side), look.icon, look.ink, side, direction);
    painter->save();
    painter->setFont(font(Type::CaptionStrong));
    painter->setPen(color(look.ink));
    const int start = pad + side + metrics::space1();
    const int room = box.width() - start - pad + 1;
    const QString word = painter->fontMetrics().elidedText(look.word, Qt::ElideRight, room);
    painter->drawText(place(start, room), QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, word);
    painter->restore();
}

StatusChip::StatusChip(ChipState state, QWidget *parent) : StatusChip(chipLook(state), parent) { }

StatusChip::StatusChip(const ChipLook &look, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLook(look);
}

void StatusChip::setLook(const ChipLook &look)
{
    m_look = look;
    setAccessibleName(look.word);
    updateGeometry();
    update();
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_look, layoutDirection());
}

void StatusChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace gatehouse::ui
