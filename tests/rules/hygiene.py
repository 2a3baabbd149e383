# SPDX-License-Identifier: GPL-3.0-or-later
"""No notes to oneself, no skipped tests, no silenced checkers."""

import re

import law

REASON = """what is not done is not done, and a note in the source hides it: finish it, or write down for the reader
what the program does not do. A skipped test counts as passed, a silenced warning is not looked at again."""

# put together here, so that this file does not hold them
WORDS = ["TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK", "QSK" + "IP", "NOL" + "INT"]
WORD = re.compile(r"(?<![A-Za-z0-9_])(" + "|".join(WORDS) + r")(?:NEXTLINE|BEGIN|END)?(?![A-Za-z0-9_])")
FOLDERS = law.BUILDINGS + ("tests", "cmake", "packaging", "dev", "CMakeLists.txt")
SUFFIXES = law.CPP + (".py", ".sh", ".cmake", ".txt")


def rule(files):
    return [(s, s.line_of(m.start()), m.group(0)) for s in files for m in WORD.finditer(s.text)]


REFUSED = [("app/a.cpp", f"int a; // {word}: later") for word in WORDS] + [("tests/unit/a.cpp", f'{WORDS[4]}("later");'), ("app/a.cpp", f"// {WORDS[5]}NEXTLINE(x)")]
ACCEPTED = [("app/a.cpp", 'mkstemp("aXXXXXX"); // hack, todo list\nint toDO;')]

if __name__ == "__main__":
    law.judge("hygiene", REASON, rule, REFUSED, ACCEPTED, law.sources(FOLDERS, SUFFIXES, ("CMakeLists.txt",)))
