// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/settings.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int usualProvisioningSeconds = 20;

} // namespace

QString wordOf(ReviewMode mode)
{
    return mode == ReviewMode::Auto ? u"auto"_s : u"manual"_s;
}

std::optional<ReviewMode> reviewModeOf(const QString &word)
{
    if (word == "auto"_L1)
        return ReviewMode::Auto;
    if (word == "manual"_L1)
        return ReviewMode::Manual;
    return std::nullopt;
}

int Settings::provisioningSeconds() const
{
    bool isNumber = false;
    const int seconds = text("provisioningSeconds"_L1).toInt(&isNumber);
    return isNumber ? seconds : usualProvisioningSeconds;
}

void Settings::setProvisioningSeconds(int seconds)
{
    setText("provisioningSeconds"_L1, QString::number(seconds));
}

ReviewMode Settings::review() const
{
    return reviewModeOf(text("review"_L1)).value_or(ReviewMode::Manual);
}

void Settings::setReview(ReviewMode mode)
{
    setText("review"_L1, wordOf(mode));
}

QString Settings::failingStep() const
{
    return text("failingStep"_L1);
}

void Settings::setFailingStep(const QString &step)
{
    setText("failingStep"_L1, step);
}

quint16 Settings::lastPort() const
{
    return quint16(text("port"_L1).toUInt());
}

void Settings::setLastPort(quint16 port)
{
    setText("port"_L1, QString::number(port));
}

qint64 Settings::clockAhead() const
{
    return text("clockAhead"_L1).toLongLong();
}

void Settings::setClockAhead(qint64 seconds)
{
    setText("clockAhead"_L1, QString::number(seconds));
}

QString Settings::tenantUrl(const QString &tenantId) const
{
    return m_baseUrl + "/tenants/"_L1 + tenantId;
}

QString Settings::text(QLatin1StringView name) const
{
    const auto row = m_database.row(u"SELECT value FROM settings WHERE name = ?"_s, {QString(name)});
    return row ? row->text("value"_L1) : QString();
}

void Settings::setText(QLatin1StringView name, const QString &value)
{
    const QString stored = value.isNull() ? u""_s : value;
    if (m_database.change(u"UPDATE settings SET value = ? WHERE name = ?"_s, {stored, QString(name)}) == 0)
        m_database.change(u"INSERT INTO settings (name, value) VALUES (?, ?)"_s, {QString(name), stored});
}

} // namespace sandbox
