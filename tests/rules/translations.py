# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences for people stand where people are: in ui, cli, the forms, and errortext.cpp."""

import re

import law

REASON = """a translated sentence in the model cannot be decided by, and translators find it scattered. The model says
what happened with an Error of a kind; app/base/errortext.cpp makes the sentence."""

MARK = re.compile(r"(?<![\w.>])(?:\w+::)*tr\s*\(|\bQCoreApplication\s*::\s*translate\s*\(|\bQT_(?:TR|TRANSLATE)(?:_N)?_NOOP(?:3|_UTF8)?\s*\(|\bQ_DECLARE_TR_FUNCTIONS\s*\(|\bqtTrId\s*\(")
ALLOWED = re.compile(r"(?:ui|cli)/.*|app/forms/.*|app/platforms/[^/]+/[^/]*forms?\.(?:h|cpp)|app/base/errortext\.(?:h|cpp)")


def rule(files):
    return [
        (source, source.line_of(m.start()), f"a sentence for people in {source.building}: {m.group(0).strip()}")
        for source in files
        if not ALLOWED.fullmatch(source.path)
        for m in MARK.finditer(source.code)
    ]


REFUSED = [
    ("app/registry/a.cpp", 'return tr("Not found");'),
    ("app/registry/a.cpp", 'return QObject::tr("Not found");'),
    ("app/base/a.cpp", 'QCoreApplication::translate("a", "b");'),
    ("app/platforms/os1/wire.cpp", 'tr("a");'),
    ("app/platforms/a.cpp", 'const char *a = QT_TRANSLATE_NOOP("a", "b");'),
    ("sandbox/a.cpp", 'tr("a");'),
]
ACCEPTED = [
    ("ui/a.cpp", 'label->setText(tr("a"));'),
    ("cli/a.cpp", 'QCoreApplication::translate("a", "b");'),
    ("app/forms/formspec.cpp", 'tr("a");'),
    ("app/platforms/os1/os1forms.cpp", 'tr("a");'),
    ("app/platforms/openid/appform.cpp", 'tr("a");'),
    ("app/base/errortext.cpp", 'tr("a");'),
    ("app/a.cpp", 'str(a); m.tr(b); // tr("a")\nconst char *s = "tr(x)"; ptr();'),
]

if __name__ == "__main__":
    law.judge("translations", REASON, rule, REFUSED, ACCEPTED, law.sources(law.BUILDINGS))
