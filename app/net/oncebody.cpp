// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/oncebody.h"

#include <algorithm>
#include <cstring>

namespace gatehouse {

OnceBody::OnceBody(QByteArray bytes) : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::bytesAvailable() const
{
    return m_bytes.size() - m_sent + QIODevice::bytesAvailable();
}

qint64 OnceBody::readData(char *data, qint64 most)
{
    const qint64 part = std::min(most, qint64(m_bytes.size()) - m_sent);
    if (part <= 0)
        return m_sent == m_bytes.size() ? -1 : 0;
    std::memcpy(data, m_bytes.constData() + m_sent, std::size_t(part));
    m_sent += part;
    return part;
}

} // namespace gatehouse
