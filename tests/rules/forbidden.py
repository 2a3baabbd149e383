# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that the house does without, each with its reason."""

import re

import law

REASON = "each line above says its own; what is done instead stands beside it or in CONTRIBUTING.md."

EVERYWHERE = law.BUILDINGS
NOWHERE = r"(?!)"

# (pattern, buildings, paths where it is allowed, reason)
CALLS = [
    (r"(?:\.|->)\s*exec\s*\(", ("ui",), r"ui/main\.cpp", "exec() of a dialog or menu is a nested event loop: objects die beneath it. open() and a signal instead"),
    (r"\bQMessageBox::(?:question|information|warning|critical|about)\s*\(", ("ui",), NOWHERE, "a nested event loop in disguise: make the box and open() it"),
    (r"\bQInputDialog::get\w+\s*\(|\bQFileDialog::get(?:Open|Save|Existing)(?!FileContent\b)\w+\s*\(", ("ui",), NOWHERE, "a nested event loop in disguise: make the dialog and open() it"),
    (r"\bQEventLoop\b|\bprocessEvents\s*\(|\bQCoro::waitFor\b", EVERYWHERE, NOWHERE, "no nested event loops: objects die beneath them. Await, or use whenDone()"),
    (r"(?<![\w.>:])sender\s*\(\s*\)", EVERYWHERE, NOWHERE, "sender() guesses who called: capture it in the lambda"),
    (r"\bstatic\s+[\w:<>]+\s*[&*]\s*(?:instance|self)\s*\(|\b(?!Q)[A-Z]\w*::(?:instance|self)\s*\(", EVERYWHERE, NOWHERE, "no global getters: take it as a reference in the constructor"),
    (r"\bsetInsecureFallback\b", EVERYWHERE, NOWHERE, "secrets are never written in plain text because the keychain is away"),
    (r"\bignoreSslErrors\b|\bVerifyNone\b|\bQueryPeer\b", EVERYWHERE, NOWHERE, "a certificate that is not trusted ends the connection"),
    (r"\bq(?:Debug|Info|Warning|Critical)\s*\(", EVERYWHERE, NOWHERE, "logging without a category cannot be switched or filtered: qCDebug and its kin"),
    (r"(?:(?<![\w.>:])|\bstd::|(?<![\w>])::)(?:system|popen)\s*\(|\bstartCommand\s*\(", EVERYWHERE, NOWHERE, "no shell: a program and its arguments, each on its own"),
    (r"\bQRandomGenerator\s*::\s*global\b|(?:(?<![\w.>:])|\bstd::)s?rand\s*\(", EVERYWHERE, NOWHERE, "can be foretold: QRandomGenerator::system()"),
    (r"\bsetStyleSheet\s*\(", EVERYWHERE, NOWHERE, "the theme is one place, and style sheets break it for the widgets below"),
    (r"\bset(?:Html|Markdown)\s*\(|\bQt::(?:RichText|AutoText|MarkdownText)\b|\bsetOpenExternalLinks\s*\(\s*true", EVERYWHERE, NOWHERE, "text of a server could become markup, pictures and links: plain text only"),
    (r"\bnew\s+QLabel\b|\bQLabel\s*[({]|\bQLabel\s+\w+\s*[;({=]|<\s*QLabel\s*>\s*\(", ("ui",), r"ui/forms/labels\.(?:h|cpp)", "QLabel guesses whether a text is HTML: the labels of ui/forms/labels.h are plain"),
]
ONE_CALLER = (r"\bQDesktopServices\s*::\s*openUrl\b", "only one file opens the browser, and it looks at the address first")


def rule(files):
    found = []
    callers = {}
    for source in files:
        for pattern, buildings, allowed, reason in CALLS:
            if source.building in buildings and not re.fullmatch(allowed, source.path):
                for m in re.finditer(pattern, source.code):
                    found.append((source, source.line_of(m.start()), f"{' '.join(m.group(0).split())}: {reason}"))
        for m in re.finditer(ONE_CALLER[0], source.code):
            callers.setdefault(source.path, (source, source.line_of(m.start()), ONE_CALLER[1]))
    if len(callers) > 1:
        found += callers.values()
    return found


REFUSED = [
    ("ui/a.cpp", "dialog.exec();"),
    ("ui/a.cpp", "wizard->exec( );"),
    ("ui/a.cpp", 'QMessageBox::warning(this, a, b);'),
    ("ui/a.cpp", 'auto f = QFileDialog::getSaveFileName(this);'),
    ("ui/a.cpp", 'auto f = QInputDialog::getText(this, a, b);'),
    ("app/a.cpp", "QEventLoop loop;"),
    ("ui/a.cpp", "QCoreApplication::processEvents();"),
    ("cli/a.cpp", "QCoro::waitFor(task());"),
    ("ui/a.cpp", "auto *b = qobject_cast<B *>(sender());"),
    ("app/a.h", "static Registry &instance();"),
    ("app/a.cpp", "Registry::instance().apps();"),
    ("app/a.cpp", "job->setInsecureFallback(true);"),
    ("app/a.cpp", "reply->ignoreSslErrors();"),
    ("app/a.cpp", "c.setPeerVerifyMode(QSslSocket::VerifyNone);"),
    ("sandbox/a.cpp", 'qWarning("a");'),
    ("cli/a.cpp", "qDebug() << a;"),
    ("cli/a.cpp", 'std::system("a");'),
    ("cli/a.cpp", 'auto *f = popen("a", "r");'),
    ("ui/a.cpp", "process.startCommand(line);"),
    ("app/a.cpp", "QRandomGenerator::global()->generate();"),
    ("ui/a.cpp", "widget->setStyleSheet(text);"),
    ("ui/a.cpp", "view->setHtml(text);"),
    ("ui/a.cpp", "label->setTextFormat(Qt::RichText);"),
    ("ui/a.cpp", "label->setOpenExternalLinks(true);"),
    ("ui/a.cpp", "auto *l = new QLabel(text, this);"),
    ("ui/a.cpp", "layout->addWidget(std::make_unique<QLabel>(text).release());"),
    ("ui/a.cpp", "QLabel label;"),
    [("ui/a.cpp", "QDesktopServices::openUrl(url);"), ("app/b.cpp", "QDesktopServices::openUrl(url);")],
]
ACCEPTED = [
    ("ui/main.cpp", "return application.exec();"),
    ("app/store/a.cpp", "query.exec();"),
    ("ui/a.cpp", '// dialog.exec()\nconst auto s = tr("system (exec) sender() setHtml(x)"); /* new QLabel */'),
    ("ui/a.cpp", "dialog->open(); m_sender(); m.sender(); QLabel *label = plainLabel(text, this);"),
    ("ui/forms/labels.cpp", "auto *label = new QLabel(parent);"),
    ("app/a.cpp", "QCoreApplication::instance()->quit(); qCWarning(netLog) << a; QSqlDatabase::database();"),
    ("app/a.cpp", "QRandomGenerator::system()->generate(); QOperatingSystemVersion::current(); filesystem(x); operand(1);"),
    ("ui/a.cpp", "label->setTextFormat(Qt::PlainText); label->setOpenExternalLinks(false);"),
    ("ui/browser.cpp", "QDesktopServices::openUrl(url);"),
]

if __name__ == "__main__":
    law.judge("forbidden calls", REASON, rule, REFUSED, ACCEPTED, law.sources(law.BUILDINGS))
