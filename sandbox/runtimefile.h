// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace sandbox {

// How a running sandbox announces itself to the programs of the same person: address and control token in a
// file that nobody else may read (0600, in a folder of 0700), written whole or not at all. Removed at an
// orderly end; after a crash the next sandbox replaces it. Owned by Server.
class RuntimeFile
{
public:
    struct Content
    {
        quint16 port = 0;
        QString baseUrl;
        QString controlToken;
    };

    RuntimeFile() = default;
    ~RuntimeFile() { remove(); }
    Q_DISABLE_COPY_MOVE(RuntimeFile)

    [[nodiscard]] std::expected<void, QString> write(const QString &path, const Content &content);
    void remove(); // only if it still announces this process

private:
    QString m_path;
    QString m_controlToken;
};

} // namespace sandbox
