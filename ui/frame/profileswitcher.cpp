// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/profileswitcher.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"
#include "ui/theme/typography.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct StageLook {
    QString word;
    Icon sign;
    Token ground;
    Token ink;
    Token line;
};

StageLook lookOf(Stage stage)
{
    if (stage == Stage::Production)
        return {ProfileSwitcher::tr("Production"), Icon::shield, Token::EnvProd, Token::OnEnvProd, Token::EnvProdLine};
    return {ProfileSwitcher::tr("Sandbox"), Icon::sandbox, Token::EnvSandbox, Token::OnEnvSandbox,
        Token::EnvSandboxLine};
}

} // namespace

ProfileSwitcher::ProfileSwitcher(Accounts &accounts, QWidget *parent) : QToolButton(parent), m_accounts(accounts)
{
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&m_accounts, &Accounts::currentChanged, this, &ProfileSwitcher::refresh);
    connect(&m_accounts, &Accounts::signedInChanged, this, &ProfileSwitcher::refresh);
    connect(&m_accounts, &Accounts::profilesChanged, this, &ProfileSwitcher::refresh);
    refresh();
}

void ProfileSwitcher::refresh()
{
    const Profile *profile = m_accounts.current();
    setVisible(profile != nullptr);
    if (!profile)
        return;
    setAccessibleName(tr("Profile %1").arg(profile->name));
    setAccessibleDescription(profile->signedIn ? profile->email : tr("Signed out"));
    auto *menu = new QMenu(this);
    fillMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    if (QMenu *old = this->menu())
        old->deleteLater();
    setMenu(menu);
    update();
}

void ProfileSwitcher::setSection(std::function<void(QMenu *)> fill)
{
    m_fillSection = std::move(fill);
}

void ProfileSwitcher::fillMenu(QMenu *menu)
{
    const Profile *profile = m_accounts.current();
    menu->clear();
    if (!profile)
        return;
    if (!profile->signedIn) {
        menu->addAction(tr("Sign in"), this, &ProfileSwitcher::signInWanted);
        addProfiles(menu);
        return;
    }
    auto *who = menu->addAction(profile->email.isEmpty() ? tr("Signed in with an access token") : profile->email);
    who->setEnabled(false);
    menu->addSeparator();
    if (m_fillSection)
        m_fillSection(menu);
    menu->addSeparator();
    menu->addAction(tr("Sign out"), this, &ProfileSwitcher::signOutWanted);
    addProfiles(menu);
}

// All profiles with the sign and the word of their stage, then what can be done with them.
void ProfileSwitcher::addProfiles(QMenu *menu)
{
    menu->addSection(tr("Profiles"));
    auto *group = new QActionGroup(menu);
    for (const Profile &profile : m_accounts.profiles()) {
        const StageLook look = lookOf(profile.stage);
        auto *entry = menu->addAction(ui::icon(look.sign, look.ink), tr("%1, %2").arg(profile.name, look.word));
        entry->setCheckable(true);
        entry->setChecked(profile.id == m_accounts.current()->id);
        group->addAction(entry);
        connect(entry, &QAction::triggered, this, [this, id = profile.id] {
            if (const auto used = m_accounts.use(id); !used)
                Q_EMIT failed(used.error());
        });
    }
    menu->addSeparator();
    menu->addAction(ui::icon(Icon::pencil), tr("Edit this profile"), this,
        [this] { Q_EMIT profileWanted(m_accounts.current()->id); });
    menu->addAction(ui::icon(Icon::plus), tr("Add a profile"), this, [this] { Q_EMIT profileWanted({}); });
}

void ProfileSwitcher::setCompact(bool compact)
{
    m_compact = compact;
    setToolTip(compact ? accessibleName() : QString());
    updateGeometry();
    update();
}

QSize ProfileSwitcher::sizeHint() const
{
    const int height = lineHeight(Type::Strong) + lineHeight(Type::Caption) + metrics::scaled(28);
    return {m_compact ? metrics::iconMedium() + 2 * metrics::space3() : metrics::withText(191), height};
}

void ProfileSwitcher::paintEvent(QPaintEvent *)
{
    const Profile *profile = m_accounts.current();
    if (!profile)
        return;
    const StageLook look = lookOf(profile->stage);
    const Qt::LayoutDirection direction = layoutDirection();
    const QRect whole = rect();
    const auto mirrored
        = [direction, whole](const QRect &part) { return QStyle::visualRect(direction, whole, part); };

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(&painter, whole, metrics::radiusMedium, color(underMouse() ? Token::Hover : Token::Base),
        color(Token::Border));
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(whole, metrics::radiusMedium, metrics::radiusMedium);
    painter.setClipPath(shape);
    painter.fillRect(mirrored({0, 0, metrics::environmentBar, whole.height()}), color(look.line));
    painter.restore();

    const int signSize = metrics::iconMedium() + metrics::space3();
    const int signStart = m_compact ? (whole.width() - signSize + metrics::environmentBar) / 2 : metrics::space3();
    const QRect sign(signStart, (whole.height() - signSize) / 2, signSize, signSize);
    paintBox(&painter, mirrored(sign), metrics::radiusMedium, color(look.ground));
    paintIcon(&painter, mirrored(sign), Icon::layers, look.ink, metrics::iconMedium(), direction);
    if (!m_compact) {
        const int start = sign.right() + 1 + metrics::space2();
        const int end = whole.width() - metrics::iconSmall() - metrics::space3();
        const int nameHeight = lineHeight(Type::Strong);
        const int top = (whole.height() - nameHeight - lineHeight(Type::Caption) - 2) / 2;
        const auto align = int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter));
        const QRect name(start, top, end - start, nameHeight);
        painter.setFont(ui::font(Type::Strong));
        painter.setPen(color(Token::Text));
        painter.drawText(mirrored(name), align,
            QFontMetrics(painter.font()).elidedText(profile->name, Qt::ElideRight, name.width()));

        const QRect second(start, name.bottom() + 3, end - start, lineHeight(Type::Caption));
        if (profile->signedIn) {
            painter.setFont(ui::font(Type::Caption));
            painter.setPen(color(Token::Muted));
            QString platform = m_accounts.platform().name() + u" · "_s;
            // The stage matters more than the platform where there is no room for both.
            const int stageWide
                = metrics::scaled(14) + 2 + QFontMetrics(ui::font(Type::CaptionStrong)).horizontalAdvance(look.word);
            if (QFontMetrics(painter.font()).horizontalAdvance(platform) + stageWide > second.width())
                platform.clear();
            const int wide = QFontMetrics(painter.font()).horizontalAdvance(platform);
            painter.drawText(mirrored(second), align, platform);
            const QRect stageSign(start + wide, second.top(), metrics::scaled(14), second.height());
            paintIcon(&painter, mirrored(stageSign), look.sign, look.ink, metrics::scaled(13), direction);
            const QRect stageWord = second.adjusted(wide + stageSign.width() + 2, 0, 0, 0);
            painter.setFont(ui::font(Type::CaptionStrong));
            painter.setPen(color(look.ink));
            painter.drawText(mirrored(stageWord), align, look.word);
        } else {
            const QRect warning(start, second.top(), metrics::scaled(14), second.height());
            paintIcon(&painter, mirrored(warning), Icon::warning, Token::WarnLine, metrics::scaled(13), direction);
            painter.setFont(ui::font(Type::CaptionStrong));
            painter.setPen(color(Token::OnWarn));
            painter.drawText(mirrored(second.adjusted(warning.width() + 4, 0, 0, 0)), align, tr("Signed out"));
        }
        const QRect arrows(end, 0, metrics::iconSmall(), whole.height());
        paintIcon(&painter, mirrored(arrows), Icon::updown, Token::Muted, metrics::iconSmall(), direction);
    }
    if (hasFocus() && focusByKeyboard())
        paintFocusRing(&painter, whole, metrics::radiusMedium);
}

} // namespace gatehouse::ui
