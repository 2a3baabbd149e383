// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mail/smtp.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include <curl/curl.h>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr long longestConnecting = 10; // seconds
constexpr long longestSending = 30; // seconds

struct Unread
{
    const QByteArray &letter;
    qsizetype at = 0;
};

size_t readLetter(char *buffer, size_t size, size_t count, void *source)
{
    auto *unread = static_cast<Unread *>(source);
    const qsizetype wanted = std::min(qsizetype(size * count), unread->letter.size() - unread->at);
    std::memcpy(buffer, unread->letter.constData() + unread->at, size_t(wanted));
    unread->at += wanted;
    return size_t(wanted);
}

int checkCancelled(void *isCancelled, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return *static_cast<const std::atomic_bool *>(isCancelled) ? 1 : 0;
}

struct End
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

QByteArray urlOf(const SmtpSettings &settings)
{
    const QString host = settings.host.contains(u':') ? u'[' + settings.host + u']' : settings.host;
    const QLatin1StringView scheme = settings.tls == SmtpSettings::Tls::Implicit ? "smtps"_L1 : "smtp"_L1;
    // What follows the slash is the name by which we greet the server.
    return u"%1://%2:%3/gatehouse-sandbox.localdomain"_s.arg(scheme, host).arg(settings.port).toLatin1();
}

long encryptionOf(SmtpSettings::Tls tls)
{
    switch (tls) {
    case SmtpSettings::Tls::Implicit:
    case SmtpSettings::Tls::Required:
        return CURLUSESSL_ALL;
    case SmtpSettings::Tls::IfOffered:
        return CURLUSESSL_TRY;
    case SmtpSettings::Tls::Off:
        break;
    }
    return CURLUSESSL_NONE;
}

SmtpOutcome outcomeOf(CURLcode code, long reply)
{
    using Kind = SmtpOutcome::Kind;
    switch (code) {
    case CURLE_OK:
        return {Kind::Sent};
    case CURLE_LOGIN_DENIED:
        return {reply >= 400 && reply < 500 ? Kind::TryAgain : Kind::Refused,
            u"The mail server did not accept the user name and password."_s};
    case CURLE_USE_SSL_FAILED:
        return {Kind::TryAgain, u"The mail server offers no encryption."_s};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CONNECT_ERROR:
        return {Kind::TryAgain, u"The mail server's certificate is not trusted, or it speaks no TLS."_s};
    case CURLE_COULDNT_RESOLVE_HOST:
        return {Kind::TryAgain, u"The mail server's name is not known."_s};
    case CURLE_COULDNT_CONNECT:
        return {Kind::TryAgain, u"The mail server cannot be reached."_s};
    case CURLE_OPERATION_TIMEDOUT:
        return {Kind::TryAgain, u"The mail server did not answer in time."_s};
    default:
        break;
    }
    if (reply >= 500)
        return {Kind::Refused, u"The mail server refused the letter (%1)."_s.arg(reply)};
    if (reply >= 400)
        return {Kind::TryAgain, u"The mail server put the letter off (%1)."_s.arg(reply)};
    return {Kind::TryAgain, u"The mail server broke the connection off."_s};
}

} // namespace

SmtpOutcome sendBySmtp(const SmtpSettings &settings, const QString &to, const QByteArray &letter,
    const std::atomic_bool &isCancelled)
{
    // Once in the process, by whichever thread is first.
    [[maybe_unused]] static const CURLcode isReady = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, End> handle(curl_easy_init());
    const std::unique_ptr<curl_slist, End> recipients(
        curl_slist_append(nullptr, QByteArray('<' + to.toLatin1() + '>').constData()));
    if (!handle || !recipients)
        return {SmtpOutcome::Kind::TryAgain, u"There is not enough memory to send the letter."_s};
    CURL *curl = handle.get();
    Unread unread{letter};
    curl_easy_setopt(curl, CURLOPT_URL, urlOf(settings).constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, ""); // none, whatever the environment says
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, longestConnecting);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, longestSending);
    curl_easy_setopt(curl, CURLOPT_USE_SSL, encryptionOf(settings.tls));
    if (!settings.caFile.isEmpty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, settings.caFile.toLocal8Bit().constData());
    if (!settings.user.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.constData());
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, QByteArray('<' + settings.from.toLatin1() + '>').constData());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, readLetter);
    curl_easy_setopt(curl, CURLOPT_READDATA, &unread);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(letter.size()));
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, checkCancelled);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &isCancelled);
    const CURLcode code = curl_easy_perform(curl);
    long reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    return outcomeOf(code, reply);
}

} // namespace sandbox
