// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "app/gatehouse.h"
#include "ui/forms/announce.h"
#include "ui/forms/banner.h"
#include "ui/forms/card.h"
#include "ui/forms/choicelist.h"
#include "ui/forms/fieldrow.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/forms/switchrow.h"
#include "ui/frame/remedies.h"
#include "ui/forms/readingcolumn.h"
#include "ui/settings/secondsbox.h"
#include "ui/settings/vaultcard.h"
#include "ui/theme/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString nameOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return u"light"_s;
    case Appearance::Dark:
        return u"dark"_s;
    case Appearance::System:
        break;
    }
    return u"system"_s;
}

Appearance appearanceOf(const QString &name)
{
    return name == "light"_L1 ? Appearance::Light : name == "dark"_L1 ? Appearance::Dark : Appearance::System;
}

} // namespace

SettingsPage::SettingsPage(Context &context, QWidget *parent) : Page(tr("Settings"), parent), m_context(context)
{
    setSubtitle(tr("Of Gatehouse on this computer. Every change counts at once."));
    QVBoxLayout *column = addReadingColumn(content(), metrics::withText(720));
    column->addWidget(makeAppearance());
    column->addWidget(makeClipboard());
    column->addWidget(makeNotifications());
    column->addWidget(new VaultCard(m_context.gatehouse.vault(), this));
    column->addWidget(makeAbout());
    connect(&m_context.gatehouse.settings(), &Settings::appearanceChanged, this, &SettingsPage::recall);
    recall();
    setFocusProxy(m_appearance);
}

Card *SettingsPage::makeAppearance()
{
    auto *card = new Card(tr("Appearance"), this);
    m_appearance = new ChoiceList({{u"system"_s, tr("As the system"), tr("Follows the desktop, also when it changes.")},
                                      {u"light"_s, tr("Light")}, {u"dark"_s, tr("Dark")}},
        card);
    m_appearance->setObjectName(u"appearance"_s);
    m_appearance->setAccessibleName(tr("Appearance"));
    connect(m_appearance, &ChoiceList::valueChanged, this, &SettingsPage::keepAppearance);
    card->addRow(m_appearance);
    return card;
}

Card *SettingsPage::makeClipboard()
{
    auto *card = new Card(tr("Clipboard"), this);
    m_seconds = new SecondsBox(5, 300);
    m_seconds->setObjectName(u"clipboardTime"_s);
    const QString name = tr("Clear a copied secret after");
    const QString help
        = tr("It is taken off the clipboard then, unless you have copied something else meanwhile. From 5 to 300 "
             "seconds.");
    m_seconds->setAccessibleName(name);
    m_seconds->setAccessibleDescription(help);
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins({});
    column->setSpacing(metrics::space1());
    column->addWidget(fieldLabel(name, m_seconds));
    column->addWidget(mutedLabel(help));

    m_savedSign = new IconView(Icon::check, Token::OkLine, metrics::iconSmall());
    m_saved = captionLabel(tr("Saved"));
    m_saved->setType(Type::CaptionStrong);
    m_saved->setToken(Token::OnOk);
    m_saved->setWordWrap(false);
    auto *end = new QWidget;
    auto *line = new QHBoxLayout(end);
    line->setContentsMargins({});
    line->setSpacing(metrics::space1());
    // They keep their room while they are hidden, so that nothing moves when they come.
    for (QWidget *part : {static_cast<QWidget *>(m_savedSign), static_cast<QWidget *>(m_saved)}) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        part->setSizePolicy(policy);
        part->hide();
        line->addWidget(part);
    }
    line->addSpacing(metrics::space2());
    line->addWidget(m_seconds);
    auto *row = new SideBySide(words, end);
    row->setLeadingLeast(metrics::withText(260));
    connect(m_seconds, &QSpinBox::valueChanged, this, &SettingsPage::keepClipboardTime);
    card->addRow(row);
    return card;
}

Card *SettingsPage::makeNotifications()
{
    auto *card = new Card(tr("Notifications"), this);
    m_notifications = new SwitchRow(tr("Notify me on the desktop"),
        tr("When an app is ready, a review has ended or something needs you, while Gatehouse is not in front. Never with "
           "a secret in it."),
        card);
    m_notifications->setObjectName(u"notifications"_s);
    connect(m_notifications, &SwitchRow::toggled, this, &SettingsPage::keepNotifications);
    card->addRow(m_notifications);
    return card;
}

Card *SettingsPage::makeAbout()
{
    auto *card = new Card(tr("About Gatehouse"), this);
    const QString ours = QStringLiteral(GATEHOUSE_VERSION);
    auto *version = new FieldRow(tr("Version"), ours, card);
    version->setObjectName(u"version"_s);
    connect(version, &FieldRow::copyRequested, this, [version](const QString &value) {
        QGuiApplication::clipboard()->setText(value);
        version->showCopied();
    });
    auto *licence = new FieldRow(tr("Licence"), u"GPL-3.0-or-later"_s, card);
    licence->setObjectName(u"licence"_s);
    licence->setCopyable(false);
    card->addRow(version, Card::Padding::None);
    card->addRow(licence, Card::Padding::None);

    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins({});
    column->setSpacing(metrics::space1());
    column->addWidget(strongLabel(tr("Nothing is reported")));
    column->addWidget(mutedLabel(
        tr("Gatehouse has no account of its own, counts nothing and sends nothing about you to anyone. It talks to the "
           "platforms that you sign in to, and to nobody else.")));
    auto *promise = new QWidget;
    auto *line = new QHBoxLayout(promise);
    line->setContentsMargins({});
    line->setSpacing(metrics::space3());
    line->addWidget(new IconView(Icon::shield, Token::Muted, metrics::iconMedium()), 0, Qt::AlignTop);
    line->addWidget(words, 1);
    card->addRow(promise);
    return card;
}

void SettingsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_savedSign->hide();
    m_saved->hide();
    recall();
}

void SettingsPage::recall()
{
    m_filling = true;
    m_appearance->setValue(nameOf(m_context.gatehouse.settings().appearance()));
    m_seconds->setValue(int(m_context.gatehouse.settings().clipboardTime().count()));
    m_notifications->setChecked(m_context.gatehouse.settings().notifications());
    m_filling = false;
}

void SettingsPage::keepAppearance()
{
    if (m_filling)
        return;
    const auto kept = m_context.gatehouse.settings().setAppearance(appearanceOf(m_appearance->value()));
    if (kept)
        banner()->dismiss();
    else
        m_context.remedies.show(banner(), kept.error(), [this] { keepAppearance(); });
}

void SettingsPage::keepNotifications()
{
    if (m_filling)
        return;
    const auto kept = m_context.gatehouse.settings().setNotifications(m_notifications->isChecked());
    if (kept)
        banner()->dismiss();
    else
        m_context.remedies.show(banner(), kept.error(), [this] { keepNotifications(); });
}

void SettingsPage::keepClipboardTime()
{
    if (m_filling)
        return;
    const auto kept = m_context.gatehouse.settings().setClipboardTime(std::chrono::seconds(m_seconds->value()));
    m_savedSign->setVisible(kept.has_value());
    m_saved->setVisible(kept.has_value());
    if (kept) {
        banner()->dismiss();
        announce(m_saved, m_saved->text());
    } else {
        m_context.remedies.show(banner(), kept.error(), [this] { keepClipboardTime(); });
    }
}

} // namespace gatehouse::ui
