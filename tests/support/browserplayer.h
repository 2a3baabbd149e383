// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/httpclient.h"
#include "tests/support/await.h"

#include <QMap>
#include <QRegularExpression>
#include <QUrl>

namespace gatehouse {

// A person with a browser, as far as a sign-in needs one: opens pages, keeps cookies, fills in the one form of a page,
// is sent on from place to place, and does what the script of our own page does with a fragment.
class BrowserPlayer {
public:
    int status = 0;
    QByteArray page;
    QUrl address; // what stands in the address bar

    void open(const QUrl &url)
    {
        HttpRequest request;
        request.url = url;
        go(std::move(request));
    }

    // Fills the field with the value, leaves the hidden ones as they are, and sends the form to the page's own address.
    void submit(const QString &field, const QString &value)
    {
        QMap<QString, QString> values;
        static const QRegularExpression hidden(
            QStringLiteral("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">"));
        auto match = hidden.globalMatch(QString::fromUtf8(page));
        while (match.hasNext()) {
            const auto each = match.next();
            values.insert(each.captured(1), each.captured(2));
        }
        values.insert(field, value);
        QByteArray body;
        for (const auto &[name, text] : values.asKeyValueRange()) {
            body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '='
                + QUrl::toPercentEncoding(text);
        }
        HttpRequest request;
        request.verb = "POST";
        request.url = address;
        request.body = body;
        request.headers.append(HttpHeader{"Content-Type", "application/x-www-form-urlencoded"});
        request.headers.append(HttpHeader{"Origin", originOf(address)});
        go(std::move(request));
    }

    // The script of the receiver's page: what stands after the hash is posted back. The status of the answer.
    int runScript()
    {
        static const QRegularExpression handover(QStringLiteral("data-handover=\"([^\"]+)\""));
        const auto match = handover.match(QString::fromUtf8(page));
        if (!match.hasMatch() || !page.contains("<script nonce="))
            return 0;
        HttpRequest request;
        request.verb = "POST";
        request.url = address.resolved(QUrl(match.captured(1)));
        request.body = address.fragment(QUrl::FullyEncoded).toLatin1();
        request.headers.append(HttpHeader{"Content-Type", "application/x-www-form-urlencoded"});
        request.headers.append(HttpHeader{"Origin", originOf(address)});
        const auto answer = waitFor(m_http.send(std::move(request)));
        return answer ? answer->status : -1;
    }

    // The text that the page gives to copy.
    [[nodiscard]] QString shown() const
    {
        static const QRegularExpression area(QStringLiteral("<textarea[^>]*>([^<]*)</textarea>"));
        return area.match(QString::fromUtf8(page)).captured(1);
    }

private:
    static QByteArray originOf(const QUrl &url)
    {
        return url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    }

    void go(HttpRequest request)
    {
        for (int hops = 0; hops < 5; ++hops) {
            address = request.url;
            const QByteArray site = request.url.authority().toLatin1();
            request.url.setFragment(QString()); // stays in the browser
            request.headers.append(HttpHeader{"Accept", "text/html"});
            if (m_cookies.contains(site))
                request.headers.append(HttpHeader{"Cookie", m_cookies.value(site)});
            const auto answer = waitFor(m_http.send(std::move(request)));
            status = answer ? answer->status : -1;
            page = answer ? answer->body : QByteArray();
            if (!answer)
                return;
            if (const QByteArray cookie = answer->header("Set-Cookie"); !cookie.isEmpty())
                m_cookies.insert(site, cookie.split(';').first());
            const QByteArray onward = answer->header("Location");
            if (onward.isEmpty())
                return;
            request = {};
            request.url = address.resolved(QUrl::fromEncoded(onward));
        }
    }

    HttpClient m_http;
    QMap<QByteArray, QByteArray> m_cookies;
};

} // namespace gatehouse
