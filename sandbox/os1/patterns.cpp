// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/patterns.h"

using namespace Qt::StringLiterals;

namespace sandbox::pattern {

QString email()
{
    return uR"(([a-zA-Z0-9_\.\+-]+)@([\da-zA-Z0-9_\.-]+)\.([a-zA-Z\.]{2,6}))"_s;
}

QString oneTimePassword()
{
    return u"[0-9]{6}"_s;
}

QString domain()
{
    return u"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])"_s;
}

QString teamName()
{
    return u"[A-Za-z][A-Za-z0-9 -]*"_s;
}

QString listingId()
{
    return u"[a-z][a-z0-9]*(-[a-z0-9]+)*"_s;
}

QString version()
{
    return u"(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})"_s;
}

bool isCountry(const QString &code)
{
    // Qt's own table also has territories that are no countries of the standard, so the list stands here.
    static const QString codes
        = u" AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS "
          u"BT BV BW BY "
          "BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES "
          "ET FI FJ FK "
          "FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM "
          "IN IO IQ IR "
          "IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME "
          "MF MG MH MK "
          "ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG "
          "PH PK PL PM "
          "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY "
          "SZ TC TD TF "
          "TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW "_s;
    return code.size() == 2 && codes.contains(u' ' + code + u' ');
}

} // namespace sandbox::pattern
