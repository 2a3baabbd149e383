// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/countries.h"

#include <QCollator>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// ISO 3166-1 alpha-2, as of the 2020 edition.
constexpr auto codes = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS "
                       "BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE "
                       "EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM "
                       "HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC "
                       "LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA "
                       "NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
                       "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO "
                       "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"_L1;

QList<Choice> named()
{
    QList<Choice> list;
    const auto all = QString(codes).split(u' ');
    list.reserve(all.size());
    for (const QString &code : all) {
        const auto territory = QLocale::codeToTerritory(code);
        const QByteArray english = QLocale::territoryToString(territory).toUtf8();
        list.append({code, QCoreApplication::translate("Countries", english.constData()), {}});
    }
    QCollator collator;
    std::ranges::sort(list, [&collator](const Choice &a, const Choice &b) {
        return collator.compare(a.label, b.label) < 0;
    });
    return list;
}

} // namespace

QList<Choice> countries()
{
    // Made once a language: naming and sorting 249 countries takes longer than a key press should.
    static QString language;
    static QList<Choice> list;
    const QString now = QLocale().name() + QCoreApplication::translate("Countries", "Germany");
    if (language != now) {
        language = now;
        list = named();
    }
    return list;
}

QString countryName(const QString &code)
{
    const QList<Choice> all = countries();
    const auto found = std::ranges::find(all, code, &Choice::value);
    return found == all.end() ? code : found->label;
}

} // namespace gatehouse
