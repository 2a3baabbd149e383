// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/loopbackpage.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// A fragment never reaches a server by itself. It is taken out of the address bar before anything else is done; only
// if it is refused does it come back, so that the person can copy the address.
constexpr QByteArrayView script = R"(
const show = id => {
  for (const part of document.querySelectorAll('main p'))
    part.hidden = part.id !== id;
};
const fragment = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
fetch(document.body.dataset.handover, {
  method: 'POST',
  headers: {'Content-Type': 'application/x-www-form-urlencoded'},
  body: fragment,
  referrerPolicy: 'no-referrer',
}).then(answer => {
  if (!answer.ok && fragment)
    history.replaceState(null, '', location.pathname + '#' + fragment);
  show(answer.ok ? 'done' : 'refused');
}, () => show('refused'));
)";

constexpr QByteArrayView style = R"(
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; display: grid; place-items: center; min-height: 100vh; }
main { max-width: 32rem; padding: 2rem; }
h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
)";

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray paragraph(const QByteArray &id, const QString &text, bool isShown)
{
    return "<p id=\"" + id + "\" role=\"status\"" + (isShown ? ">" : " hidden>") + escaped(text) + "</p>\n";
}

} // namespace

LoopbackPage LoopbackPage::make(
    Show show, const LoopbackWords &words, const QByteArray &nonce, const QByteArray &handover)
{
    const bool handsOver = show == Show::HandingOver;
    LoopbackPage page;
    page.policy = "default-src 'none'; style-src 'nonce-" + nonce + "'; base-uri 'none'; form-action 'none'; "
                  "frame-ancestors 'none'";
    if (handsOver)
        page.policy += "; connect-src 'self'; script-src 'nonce-" + nonce + "'";
    page.html = "<!DOCTYPE html>\n<html";
    if (words.isRightToLeft)
        page.html += " dir=\"rtl\"";
    page.html += ">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(words.title) + "</title>\n<style nonce=\""
        + nonce + "\">" + style.toByteArray() + "</style>\n</head>\n<body";
    if (handsOver)
        page.html += " data-handover=\"" + handover + '"';
    page.html += ">\n<main>\n<h1>" + escaped(words.title) + "</h1>\n";
    if (handsOver) {
        page.html += "<noscript>" + escaped(words.noScript) + "</noscript>\n";
        page.html += paragraph("working", words.working, true);
    }
    page.html += paragraph("done", words.done, show == Show::Done);
    page.html += paragraph("refused", words.refused, show == Show::Refused);
    page.html += "</main>\n";
    if (handsOver)
        page.html += "<script nonce=\"" + nonce + "\">" + script.toByteArray() + "</script>\n";
    page.html += "</body>\n</html>\n";
    return page;
}

} // namespace gatehouse
