# SPDX-License-Identifier: GPL-3.0-or-later
"""No file beyond 400 lines, no main window beyond 300."""

import law

REASON = """a file that grows past this wants to be two: split it by responsibility, not by length. Main windows are
where programs like this one rot first."""


def rule(files):
    found = []
    for source in files:
        limit = 300 if source.parts[-1].startswith("mainwindow.") else 400
        lines = len(source.text.splitlines())
        if lines > limit:
            found.append((source, lines, f"{lines} lines, {limit} are allowed"))
    return found


REFUSED = [("app/a.cpp", "int a;\n" * 401), ("ui/mainwindow.cpp", "int a;\n" * 301)]
ACCEPTED = [("app/a.cpp", "int a;\n" * 400), ("ui/mainwindow.h", "int a;\n" * 300), ("ui/mainwindowframe.h", "int a;\n" * 301)]

if __name__ == "__main__":
    law.judge("lengths", REASON, rule, REFUSED, ACCEPTED, law.sources(law.BUILDINGS))
