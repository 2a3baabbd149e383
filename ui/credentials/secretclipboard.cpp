// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/secretclipboard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

Secret digestOf(const QByteArray &text)
{
    return Secret::take(QCryptographicHash::hash(text, QCryptographicHash::Sha256));
}

// The hints that clipboard histories of the three systems look for.
QMimeData *hinted(const Secret &value)
{
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(value.bytes()));
    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
#if defined(Q_OS_MACOS)
    data->setData(u"application/x-nspasteboard-concealed-type"_s, value.bytes().toByteArray());
#elif defined(Q_OS_WIN)
    data->setData(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s, "1");
#endif
    return data;
}

} // namespace

SecretClipboard::SecretClipboard(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse timer may be late by a second and a half at thirty
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::clear);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        if (!m_putting && m_holds && !isOurs())
            forget(); // somebody copied something else: nothing of ours is left to take off
    });
}

SecretClipboard::~SecretClipboard()
{
    clear();
}

void SecretClipboard::copy(const Secret &value, std::chrono::milliseconds time)
{
    m_putting = true;
    m_data = hinted(value);
    QGuiApplication::clipboard()->setMimeData(m_data, QClipboard::Clipboard);
    m_putting = false;
    m_digest = digestOf(value.bytes().toByteArray());
    m_holds = true;
    m_timer.start(time);
}

// The same text may have been copied by somebody else since, and then it is theirs: what counts is whether the clipboard
// still holds the very object that was put there. Where the system hands out a copy of it, the system knows.
bool SecretClipboard::isOurs() const
{
    const auto *clipboard = QGuiApplication::clipboard();
    return clipboard->ownsClipboard() || (m_data && clipboard->mimeData(QClipboard::Clipboard) == m_data);
}

void SecretClipboard::clear()
{
    if (!m_holds)
        return;
    auto *clipboard = QGuiApplication::clipboard();
    const Secret now = digestOf(clipboard->text(QClipboard::Clipboard).toUtf8());
    if (isOurs() && now.sameAs(m_digest)) {
        m_putting = true;
        clipboard->clear(QClipboard::Clipboard);
        m_putting = false;
    }
    forget();
}

void SecretClipboard::forget()
{
    m_timer.stop();
    m_holds = false;
    m_digest = Secret();
    Q_EMIT cleared();
}

} // namespace gatehouse::ui
