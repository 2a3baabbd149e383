// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/os1/loginpage.h"

#include "sandbox/random.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr QLatin1StringView style{R"(
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; display: grid; place-items: center; min-height: 100vh; }
main { width: min(26rem, calc(100vw - 4rem)); padding: 2rem; }
h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
input, textarea { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; }
textarea { font-family: monospace; height: 10rem; }
button { font: inherit; margin-top: 1rem; padding: .5rem 1.25rem; }
[role=alert] { border-inline-start: .25rem solid; padding-inline-start: .75rem; font-weight: 600; }
)"};

QString paragraph(const QString &sentence, QLatin1StringView attributes = {})
{
    return u"<p%1>%2</p>\n"_s.arg(attributes, sentence.toHtmlEscaped());
}

} // namespace

void LoginPage::say(const QString &sentence)
{
    m_content += paragraph(sentence);
}

void LoginPage::complain(const QString &sentence)
{
    m_content += paragraph(sentence, " role=\"alert\""_L1);
}

void LoginPage::ask(const QString &label, const Field &field, const QString &type, const QString &button,
    const QList<Field> &hidden)
{
    ask({{label, field, type}}, {{button, {}}}, hidden);
}

void LoginPage::ask(const QList<Question> &questions, const QList<Button> &buttons, const QList<Field> &hidden)
{
    m_content += "<form method=\"post\" autocomplete=\"off\">\n"_L1;
    for (const Field &each : hidden) {
        m_content += "<input type=\"hidden\" name=\""_L1 + each.name.toHtmlEscaped() + "\" value=\""_L1
            + each.value.toHtmlEscaped() + "\">\n"_L1;
    }
    bool isFirst = true;
    for (const Question &each : questions) {
        const QString name = each.field.name.toHtmlEscaped();
        m_content += "<label for=\""_L1 + name + "\">"_L1 + each.label.toHtmlEscaped() + "</label>\n<input id=\""_L1
            + name + "\" name=\""_L1 + name + "\" type=\""_L1 + each.type + "\" value=\""_L1
            + each.field.value.toHtmlEscaped() + "\" required"_L1 + (isFirst ? " autofocus>\n"_L1 : ">\n"_L1);
        isFirst = false;
    }
    for (const Button &each : buttons) {
        const QString name = each.field.name.isEmpty() ? QString()
                                                       : " name=\""_L1 + each.field.name.toHtmlEscaped()
                + "\" value=\""_L1 + each.field.value.toHtmlEscaped() + u'"';
        m_content += "<button"_L1 + name + u'>' + each.label.toHtmlEscaped() + "</button>\n"_L1;
    }
    m_content += "</form>\n"_L1;
}

void LoginPage::show(const QString &label, const QString &value)
{
    m_content += "<label for=\"value\">"_L1 + label.toHtmlEscaped()
        + "</label>\n<textarea id=\"value\" readonly>"_L1 + value.toHtmlEscaped() + "</textarea>\n"_L1;
}

Response LoginPage::response(int status, const QString &leavesTo) const
{
    const QString nonce = randomToken();
    const QString title = m_title.toHtmlEscaped();
    const QString html
        = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"_L1 + title
        + "</title>\n<style nonce=\""_L1 + nonce + "\">"_L1 + style
        + "</style>\n</head>\n<body>\n<main>\n<h1>"_L1 + title + "</h1>\n"_L1 + m_content
        + "</main>\n</body>\n</html>\n"_L1;
    // Browsers hold a form to its policy also where the answer sends them on.
    const QString formAction = leavesTo.isEmpty() ? u"'self'"_s : u"'self' "_s + leavesTo;
    const QString policy
        = u"default-src 'none'; style-src 'nonce-%1'; form-action %2; base-uri 'none'; frame-ancestors 'none'"_s
              .arg(nonce, formAction);
    // With "no-referrer" browsers would hide the form's own origin, by which it is let in.
    return {.status = status,
        .body = html.toUtf8(),
        .contentType = "text/html; charset=utf-8",
        .headers = {{"Content-Security-Policy", policy.toLatin1()}, {"Referrer-Policy", "same-origin"},
            {"X-Frame-Options", "DENY"}}};
}

} // namespace sandbox
