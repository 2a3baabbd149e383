// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sandbox/clockcard.h"

#include "ui/forms/announce.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/forms/sidebyside.h"
#include "ui/settings/secondsbox.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int longest = 24 * 3600; // seconds, as the sandbox takes them

} // namespace

ClockCard::ClockCard(QWidget *parent)
    : Card(tr("Clock of provisioning"), parent), m_seconds(new SecondsBox(0, longest)),
      m_apply(new BusyButton(tr("Apply"), tr("Applying"))),
      m_noteBox(new QWidget), m_sign(new IconView(Icon::check, Token::OkLine, metrics::iconSmall())), m_note(captionLabel({}))
{
    const QString name = tr("Registrations take");
    const QString help = tr("How long an app is being made ready, from the next registration on. Real platforms take "
                            "three to five minutes; here you need not wait.");
    m_seconds->setObjectName(u"provisioningTime"_s);
    m_seconds->setAccessibleName(name);
    m_seconds->setAccessibleDescription(help);
    m_apply->setObjectName(u"applyProvisioningTime"_s);
    m_apply->setDefault(false);

    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins({});
    column->setSpacing(metrics::space1());
    column->addWidget(fieldLabel(name, m_seconds));
    column->addWidget(mutedLabel(help));
    auto *note = new QHBoxLayout(m_noteBox);
    note->setContentsMargins({});
    note->setSpacing(metrics::space1());
    note->addWidget(m_sign);
    note->addWidget(m_note, 1);
    column->addWidget(m_noteBox);

    auto *acts = new QWidget;
    auto *line = new QHBoxLayout(acts);
    line->setContentsMargins({});
    line->setSpacing(metrics::space2());
    line->addWidget(m_seconds);
    line->addWidget(m_apply);
    auto *row = new SideBySide(words, acts);
    row->setLeadingLeast(metrics::withText(260));
    addRow(row);

    m_seconds->setEnabled(false);
    m_apply->setEnabled(false);
    m_note->setText(tr("Not known yet: the sandbox has not answered."));
    m_sign->hide();
    connect(m_apply, &QPushButton::clicked, this, &ClockCard::apply);
    for (auto *editor : m_seconds->findChildren<QLineEdit *>())
        connect(editor, &QLineEdit::returnPressed, this, &ClockCard::apply);
    connect(m_seconds, &QSpinBox::valueChanged, this, [this] { showNote(false); });
}

void ClockCard::setKnown(int seconds)
{
    const bool isTouched = m_known && (m_seconds->value() != *m_known || m_seconds->hasFocus());
    m_known = seconds;
    m_seconds->setEnabled(true);
    m_apply->setEnabled(true);
    if (!isTouched)
        m_seconds->setValue(seconds);
    showNote(false);
}

void ClockCard::apply()
{
    if (m_apply->isBusy() || !m_known)
        return;
    Q_EMIT applyWanted(m_seconds->value());
}

void ClockCard::setApplying(bool applying)
{
    m_apply->setBusy(applying);
}

void ClockCard::showApplied(int seconds)
{
    m_known = seconds;
    showNote(true);
    announce(m_note, m_note->text());
}

void ClockCard::showNote(bool isApplied)
{
    m_note->setText(isApplied ? tr("Applied") : QString());
    m_note->setType(Type::CaptionStrong);
    m_note->setToken(Token::OnOk);
    m_sign->setVisible(isApplied);
    m_noteBox->setVisible(isApplied);
}

} // namespace gatehouse::ui
