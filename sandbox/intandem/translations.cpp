// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/translations.h"

#include <QHash>
#include <QJsonArray>
#include <QList>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

// RFC 4180. Nothing if a quotation mark is left open.
std::optional<QList<QStringList>> cellsOf(const QString &text)
{
    QList<QStringList> lines{{u""_s}};
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        QString &cell = lines.last().last();
        if (isQuoted) {
            if (letter != u'"')
                cell += letter;
            else if (text.mid(i + 1, 1) == "\""_L1)
                cell += text.at(++i);
            else
                isQuoted = false;
        } else if (letter == u'"' && cell.isEmpty()) {
            isQuoted = true;
        } else if (letter == u',') {
            lines.last().append(u""_s);
        } else if (letter == u'\n') {
            lines.append(QStringList{u""_s});
        } else if (letter != u'\r') {
            cell += letter;
        }
    }
    return isQuoted ? std::nullopt : std::optional(lines);
}

const QStringList languages{
    u"en"_s, u"es"_s, u"fr"_s, u"it"_s, u"pt"_s, u"de"_s, u"pl"_s, u"nl"_s, u"en-GB"_s, u"he"_s, u"sl"_s};

} // namespace

std::expected<QJsonObject, QString> readTranslations(const QByteArray &csv)
{
    QString text = QString::fromUtf8(csv);
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    const auto lines = cellsOf(text);
    if (!lines || lines->first().size() < 4)
        return std::unexpected(u"The file is no table of comma-separated values."_s);
    const QStringList head = lines->first();
    if (head.first(3) != QStringList{u"Key"_s, u"Context"_s, u"Character Limit"_s} || !head.contains("en"_L1))
        return std::unexpected(u"The columns are Key, Context, Character Limit, en, and other languages."_s);
    static const QHash<QString, QString> keys{{u"Name"_s, u"name"_s},
        {u"Short description"_s, u"short_description"_s}, {u"App features"_s, u"app_features"_s},
        {u"Long description"_s, u"long_description"_s}};
    QJsonObject translations;
    for (const QStringList &cells : lines->sliced(1)) {
        if (cells.join(QString()).trimmed().isEmpty())
            continue;
        const QString key = keys.value(cells.first().trimmed());
        if (key.isEmpty())
            return std::unexpected(u"There is no row \"%1\"."_s.arg(cells.first().left(80)));
        for (qsizetype i = 3; i < head.size(); ++i) {
            const QString language = head.at(i).trimmed();
            if (!languages.contains(language))
                return std::unexpected(u"There is no language \"%1\"."_s.arg(language.left(80)));
            const QString value = cells.value(i).trimmed();
            if (value.isEmpty())
                continue;
            QJsonObject own = translations.value(language).toObject();
            if (key != "app_features"_L1)
                own.insert(key, value);
            else
                own.insert(key, QJsonArray::fromStringList(value.split(u'\n', Qt::SkipEmptyParts)));
            translations.insert(language, own);
        }
    }
    for (const QString &key : keys) {
        if (!translations.value("en"_L1).toObject().contains(key))
            return std::unexpected(u"The English texts are not complete."_s);
    }
    return translations;
}

} // namespace sandbox::intandem
