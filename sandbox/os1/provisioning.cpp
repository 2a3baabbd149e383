// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/provisioning.h"

using namespace Qt::StringLiterals;

namespace sandbox {

QStringList Provisioning::steps()
{
    return {u"createApp"_s, u"subscribeApp"_s, u"grantPerimssions"_s};
}

Provisioning::Provisioning(const Row &app, const Clock &clock)
{
    const qint64 elapsed = clock.milliseconds() - app.number("created_at"_L1);
    const qint64 whole = app.number("provisioning_seconds"_L1) * 1000;
    const QString failing = app.text("failing_step"_L1);
    const QStringList names = steps();
    for (qsizetype i = 0; i < names.size(); ++i) {
        const bool isReached = elapsed * names.size() >= whole * (i + 1) && !m_words.contains(u"FAILED"_s);
        m_words.append(!isReached ? u"PENDING"_s : names.at(i) == failing ? u"FAILED"_s : u"SUCCESS"_s);
    }
}

QJsonObject Provisioning::state() const
{
    QJsonObject state;
    const QStringList names = steps();
    for (qsizetype i = 0; i < names.size(); ++i)
        state.insert(names.at(i), m_words.at(i));
    return state;
}

bool Provisioning::isDone() const
{
    return m_words.count(u"SUCCESS"_s) == m_words.size();
}

bool Provisioning::isFailed() const
{
    return m_words.contains(u"FAILED"_s);
}

} // namespace sandbox
