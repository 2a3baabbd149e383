// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/otpfield.h"

#include "app/forms/validators.h"
#include "ui/forms/fieldproblem.h"
#include "ui/forms/labels.h"
#include "ui/theme/metrics.h"
#include "ui/theme/paint.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

// Digits of any script become 0 to 9; all else is left out.
QString digitsOf(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c.digitValue() >= 0)
            result += QChar(u'0' + c.digitValue());
    }
    return result;
}

QString grouped(const QString &digits)
{
    return digits.size() > 3 ? digits.left(3) + u' ' + digits.mid(3) : digits;
}

} // namespace

OtpEdit::OtpEdit(QWidget *parent) : QLineEdit(parent)
{
    setLayoutDirection(Qt::LeftToRight);
    setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhNoPredictiveText);
    setFont(ui::font(Type::OneTimePassword));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(metrics::withText(440));
    setTextMargins(metrics::scaled(10), 0, 0, 0);
    connect(this, &QLineEdit::textEdited, this, &OtpEdit::tidy);
}

QString OtpEdit::code() const
{
    return digitsOf(text());
}

void OtpEdit::setCode(const QString &anything)
{
    const auto found = validators::oneTimePassword(anything);
    const QString clean = found ? *found : digitsOf(anything).left(digits);
    showDigits(clean, int(clean.size()));
}

QSize OtpEdit::sizeHint() const
{
    return {metrics::withText(440), std::max(lineHeight(fontMetrics()), fontMetrics().height()) + metrics::scaled(22)};
}

QSize OtpEdit::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QStringLiteral("000 000")) + 2 * metrics::scaled(20), sizeHint().height()};
}

void OtpEdit::showDigits(const QString &clean, int cursorAfter)
{
    const QString before = code();
    setText(grouped(clean));
    setCursorPosition(cursorAfter > 3 ? cursorAfter + 1 : cursorAfter);
    if (clean != before)
        Q_EMIT codeChanged(clean);
}

void OtpEdit::tidy()
{
    // Typing and input methods come here; where the cursor stands among the digits must survive the grouping.
    const QString raw = text();
    const int cursor = int(digitsOf(raw.left(cursorPosition())).size());
    const auto found = digitsOf(raw).size() > digits ? validators::oneTimePassword(raw) : std::nullopt;
    const QString clean = found ? *found : digitsOf(raw).left(digits);
    setText(grouped(clean));
    const int place = std::min(cursor, int(clean.size()));
    setCursorPosition(place > 3 ? place + 1 : place);
    Q_EMIT codeChanged(clean);
}

void OtpEdit::insertAny(const QString &text)
{
    if (isReadOnly())
        return;
    // A whole password replaces what is there; a part goes in at the cursor.
    if (const auto found = validators::oneTimePassword(text)) {
        showDigits(*found, digits);
        return;
    }
    const QString part = digitsOf(text);
    if (part.isEmpty())
        return;
    insert(part);
    tidy();
}

void OtpEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        insertAny(QGuiApplication::clipboard()->text());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void OtpEdit::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton && QGuiApplication::clipboard()->supportsSelection()) {
        insertAny(QGuiApplication::clipboard()->text(QClipboard::Selection));
        return;
    }
    QLineEdit::mouseReleaseEvent(event);
}

void OtpEdit::dropEvent(QDropEvent *event)
{
    insertAny(event->mimeData()->text());
    event->acceptProposedAction();
}

void OtpEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (auto *paste = menu->findChild<QAction *>(QStringLiteral("edit-paste"))) {
        paste->disconnect();
        connect(paste, &QAction::triggered, this, [this] { insertAny(QGuiApplication::clipboard()->text()); });
    }
    menu->popup(event->globalPos());
}

void OtpEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange) {
        setFont(ui::font(Type::OneTimePassword));
        setMaximumWidth(metrics::withText(440));
    }
    QLineEdit::changeEvent(event);
}

OtpField::OtpField(const QString &label, const QString &help, QWidget *parent)
    : QWidget(parent), m_edit(new OtpEdit)
{
    m_label = fieldLabel(label, m_edit);
    m_help = captionLabel(help);
    m_edit->setObjectName(QStringLiteral("otp"));
    m_edit->setAccessibleName(label);
    m_problem = new FieldProblem(m_edit, help);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space1());
    column->addWidget(m_label);
    column->addWidget(m_help);
    column->addSpacing(metrics::space2());
    column->addWidget(m_edit);
    column->addSpacing(metrics::space2());
    column->addWidget(m_problem);
    setFocusProxy(m_edit);
    connect(m_edit, &OtpEdit::codeChanged, this, [this](const QString &code) {
        m_problem->setSentence(QString());
        Q_EMIT changed();
        if (code.size() == OtpEdit::digits)
            Q_EMIT completed(code);
    });
}

void OtpField::clear()
{
    m_edit->setCode(QString());
    m_problem->setSentence(QString());
}

void OtpField::setProblem(const QString &sentence)
{
    m_problem->setSentence(sentence);
    if (!sentence.isEmpty()) {
        m_edit->setFocus(Qt::OtherFocusReason);
        m_edit->selectAll();
    }
}

void OtpField::setChecking(bool checking)
{
    m_edit->setReadOnly(checking);
}

void OtpField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::EnabledChange)
        m_help->setEnabled(isEnabled());
    QWidget::changeEvent(event);
}

} // namespace gatehouse::ui
