# SPDX-License-Identifier: GPL-3.0-or-later
"""A Secret cannot be printed, compared or copied by accident, and no secret is a command-line argument."""

import re

import law

REASON = """what can be streamed ends in a log, what is copied is not wiped, what is compared with == tells by its time,
and what stands on a command line is read by every process of the machine."""

SPEAKING = re.compile(r"\boperator\s*(<<|>>|==|!=|<=>)\s*\(([^)]*)\)")
OPTION = re.compile(r"(?i)\b\w*option\w*\s*(?:\w+\s*)?[({]")
TELLTALE = re.compile(r'(?i)"-{0,2}([a-z0-9]+-)*(secret|password|passphrase|token|credential|otp)(-[a-z0-9]+)*[ =<a-z>]*"')
HARMLESS = re.compile(r'(?i)-(file|fd|stdin|from|id|type|format|lifetime|endpoint|url|name)\b|\bno-')


def rule(files):
    found = []
    for source in files:
        for m in SPEAKING.finditer(source.code):
            if re.search(r"\bSecret\b", m.group(2)):
                found.append((source, source.line_of(m.start()), f"operator{m.group(1)} for Secret"))
        klass = re.search(r"\bclass\s+Secret\b[^;{]*\{", source.code)
        if klass:
            inside = source.code[klass.end():law.balanced(source.code, klass.end() - 1)]
            line = source.line_of(klass.start())
            if re.search(r"\boperator\s*(?:<<|==|!=|<=>)", inside):
                found.append((source, line, "Secret has an operator that prints or compares"))
            if re.search(r"(?<!explicit )\boperator\s+(?!=|delete|new)[\w:]", inside):
                found.append((source, line, "Secret turns into something else by itself"))
            for copy in (r"\bSecret\s*\(\s*const\s+Secret\s*&[^)]*\)\s*=\s*delete", r"operator\s*=\s*\(\s*const\s+Secret\s*&[^)]*\)\s*=\s*delete"):
                if not re.search(copy, inside):
                    found.append((source, line, "Secret can be copied: delete copy constructor and copy assignment"))
        if source.building == "cli":
            for m in OPTION.finditer(source.code):
                opening = m.end() - 1
                call = source.uncommented[opening:law.balanced(source.code, opening)]
                for literal in TELLTALE.finditer(call):
                    if not HARMLESS.search(literal.group(0)):
                        found.append((source, source.line_of(opening), f"{literal.group(0)} on the command line: take it from a file, a descriptor or the terminal"))
    return found


GOOD = "class Secret {\npublic:\n    Secret(Secret &&other) noexcept;\n    Secret(const Secret &) = delete;\n    Secret &operator=(const Secret &) = delete;\n%s};"
REFUSED = [
    ("app/base/a.h", "QDebug operator<<(QDebug out, const Secret &secret);"),
    ("ui/a.cpp", "std::ostream &operator<<(std::ostream &out, const gatehouse::Secret &s) { return out; }"),
    ("app/base/a.h", "bool operator==(const Secret &a, const Secret &b);"),
    ("app/base/secret.h", GOOD % "    operator QByteArray() const;\n"),
    ("app/base/secret.h", GOOD % "    bool operator==(QByteArrayView) const;\n"),
    ("app/base/secret.h", "class Secret {\n    Secret(const Secret &) = default;\n    Secret &operator=(const Secret &) = delete;\n};"),
    ("app/base/secret.h", "class Secret {\n    QByteArray m;\n};"),
    ("cli/a.cpp", 'QCommandLineOption password(u"password"_s, tr("The password"), u"text"_s);'),
    ("cli/a.cpp", 'app.add_option("--client-secret", secret);'),
    ("cli/a.cpp", 'parser.addOption({u"access-token"_s, tr("x"), u"y"_s});'),
]
ACCEPTED = [
    ("app/base/secret.h", GOOD % "    // operator<< there is none\n"),
    ("app/base/a.h", "QDebug operator<<(QDebug out, const Error &error);"),
    ("cli/a.cpp", 'QCommandLineOption file(u"secret-file"_s, tr("A file that holds the secret"), u"path"_s);'),
    ("cli/a.cpp", 'app.add_option("--passphrase-fd", fd); // "--password"'),
    ("cli/a.cpp", 'addCommand(u"token"_s); print(u"secret"_s);'),
]

if __name__ == "__main__":
    law.judge("secrets", REASON, rule, REFUSED, ACCEPTED, law.sources(law.BUILDINGS))
