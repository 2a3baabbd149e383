// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/secretfield.h"

#include "ui/forms/announce.h"
#include "ui/forms/buttons.h"
#include "ui/forms/clipboardstrip.h"
#include "ui/forms/copybutton.h"
#include "ui/forms/iconview.h"
#include "ui/forms/labels.h"
#include "ui/forms/secretcanvas.h"
#include "ui/theme/metrics.h"

#include <QEvent>
#include <QStyleOptionButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

// Keeps its width while the word changes from "Hold to reveal" to "Release to hide".
class RevealButton : public QPushButton {
public:
    using QPushButton::QPushButton;

    QSize sizeHint() const override
    {
        QStyleOptionButton option;
        initStyleOption(&option);
        QSize size;
        for (const QString &word : {SecretField::tr("Hold to reveal"), SecretField::tr("Release to hide")}) {
            option.text = word;
            size = size.expandedTo(style()->sizeFromContents(QStyle::CT_PushButton, &option, QSize(), this));
        }
        return size;
    }
};

} // namespace

SecretField::SecretField(const QString &label, Fetch fetch, QWidget *parent)
    : ValueRow(label, parent), m_fetch(std::move(fetch)), m_canvas(new SecretCanvas), m_notice(new QWidget),
      m_noticeText(bodyLabel(QString())), m_noticeSign(new IconView(Icon::lock, Token::Muted, metrics::iconSmall())),
      m_reveal(new RevealButton), m_copy(new CopyButton), m_mend(button(QString())), m_strip(new ClipboardStrip)
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_canvas);
    column->addWidget(m_notice);
    auto *notice = new QHBoxLayout(m_notice);
    notice->setContentsMargins(0, 0, 0, 0);
    notice->setSpacing(metrics::space2());
    notice->addWidget(m_noticeSign);
    notice->addWidget(m_noticeText, 1);
    m_canvas->setAccessibleName(label);
    setValueWidget(holder);

    m_reveal->setAutoDefault(false);
    m_reveal->setIcon(ui::icon(Icon::eye));
    m_reveal->setAccessibleDescription(label);
    setWord(m_reveal, tr("Hold to reveal"));
    m_copy->setAccessibleDescription(label);
    addButton(m_reveal);
    addButton(m_copy);
    addButton(m_mend);
    setBelow(m_strip);

    m_limit.setSingleShot(true);
    m_limit.setInterval(longestReveal);
    m_reveal->installEventFilter(this);
    connect(m_reveal, &QPushButton::pressed, this, &SecretField::hold);
    connect(m_reveal, &QPushButton::released, this, &SecretField::conceal);
    connect(&m_limit, &QTimer::timeout, this, &SecretField::conceal);
    connect(m_copy, &QPushButton::clicked, this, &SecretField::copyRequested);
    connect(m_mend, &QPushButton::clicked, this, [this] {
        if (m_state == State::Locked)
            Q_EMIT unlockRequested();
        else
            Q_EMIT retryRequested();
    });
    setReady();
}

SecretField::~SecretField() = default;

bool SecretField::isRevealed() const
{
    return m_canvas->isRevealed();
}

void SecretField::hold()
{
    if (m_state != State::Ready || !m_fetch)
        return;
    m_held = true;
    const quint64 turn = ++m_turn;
    m_fetch(this, [this, turn](QByteArrayView value) {
        // The answer may come after the button went up: then nobody sees it.
        if (!m_held || turn != m_turn || value.isEmpty())
            return;
        m_canvas->reveal(value);
        setWord(m_reveal, tr("Release to hide"));
        m_limit.start();
        announce(m_canvas, m_canvas->accessibleDescription());
        Q_EMIT revealed();
    });
}

void SecretField::conceal()
{
    m_held = false;
    m_limit.stop();
    if (!m_canvas->isRevealed())
        return;
    m_canvas->conceal();
    setWord(m_reveal, tr("Hold to reveal"));
    Q_EMIT concealed();
}

void SecretField::showCopied()
{
    m_copy->showCopied();
}

void SecretField::setReady()
{
    setState(State::Ready, QString());
}

void SecretField::setAbsent(const QString &reason)
{
    setState(State::Absent, reason);
}

void SecretField::setLocked()
{
    setState(State::Locked, tr("Locked"));
}

void SecretField::setUnreadable(const QString &sentence)
{
    setState(State::Unreadable, sentence);
}

void SecretField::setState(State state, const QString &sentence)
{
    conceal();
    m_state = state;
    const bool ready = state == State::Ready;
    const bool wrong = state == State::Unreadable;
    m_canvas->setVisible(ready);
    m_notice->setVisible(!ready);
    m_noticeText->setText(sentence);
    m_noticeText->setToken(wrong ? Token::OnBad : Token::Muted);
    auto *sign = static_cast<IconView *>(m_noticeSign);
    sign->setVisible(state != State::Absent);
    sign->setIcon(wrong ? Icon::error : Icon::lock);
    sign->setToken(wrong ? Token::BadLine : Token::Muted);
    m_reveal->setVisible(ready);
    m_copy->setVisible(ready);
    m_mend->setVisible(state == State::Locked || wrong);
    setWord(m_mend, wrong ? tr("Try again") : tr("Unlock"));
    m_mend->setAccessibleDescription(label());
    if (wrong)
        announce(m_noticeText, sentence);
    updateGeometry();
}

bool SecretField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_reveal
        && (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide || event->type() == QEvent::UngrabMouse))
        conceal();
    return ValueRow::eventFilter(watched, event);
}

void SecretField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        conceal();
    ValueRow::changeEvent(event);
}

void SecretField::hideEvent(QHideEvent *event)
{
    conceal();
    ValueRow::hideEvent(event);
}

} // namespace gatehouse::ui
