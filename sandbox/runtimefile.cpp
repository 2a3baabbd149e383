// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/runtimefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace sandbox {

std::expected<void, QString> RuntimeFile::write(const QString &path, const Content &content)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir(folder).exists()) {
        if (!QDir().mkpath(folder))
            return std::unexpected(u"The folder %1 cannot be made."_s.arg(folder));
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QJsonObject object{{u"pid"_s, QCoreApplication::applicationPid()}, {u"port"_s, content.port},
        {u"baseUrl"_s, content.baseUrl}, {u"controlToken"_s, content.controlToken},
        {u"version"_s, QStringLiteral(GATEHOUSE_VERSION)}};
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(u"The runtime file %1 cannot be written: %2"_s.arg(path, file.errorString()));
    m_path = path;
    m_controlToken = content.controlToken;
    return {};
}

void RuntimeFile::remove()
{
    if (m_path.isEmpty())
        return;
    QFile file(m_path);
    if (file.open(QIODevice::ReadOnly)) {
        const auto object = QJsonDocument::fromJson(file.readAll()).object();
        file.close();
        if (object.value("controlToken"_L1).toString() == m_controlToken)
            file.remove();
    }
    m_path.clear();
}

} // namespace sandbox
