// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/browser.h"

#include <QDesktopServices>

namespace gatehouse::ui {

namespace {

bool openWithSystem(const QUrl &address)
{
    return QDesktopServices::openUrl(address);
}

bool (*browser)(const QUrl &address) = openWithSystem;

} // namespace

bool openInBrowser(const QUrl &address)
{
    const bool isWeb = address.scheme() == QLatin1String("https") || address.scheme() == QLatin1String("http");
    if (!address.isValid() || !isWeb || address.host().isEmpty() || !address.userInfo().isEmpty())
        return false;
    return browser(address);
}

void setBrowser(bool (*open)(const QUrl &address))
{
    browser = open ? open : openWithSystem;
}

} // namespace gatehouse::ui
