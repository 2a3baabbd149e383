# SPDX-License-Identifier: GPL-3.0-or-later
"""Each source names its licence in one of its first three lines."""

import law

REASON = "a file that travels alone must still say under which terms."

LINE = "SPDX-License-Identifier: " + "GPL-3.0-or-later"
FOLDERS = law.BUILDINGS + ("tests", "cmake", "packaging", "dev", "CMakeLists.txt")
SUFFIXES = law.CPP + (".py", ".sh", ".cmake")


def rule(files):
    return [(s, 1, "no line with " + LINE) for s in files if LINE not in "\n".join(s.text.splitlines()[:3])]


REFUSED = [("app/a.cpp", "#include <x>\n"), ("app/a.h", "\n\n\n// " + LINE), ("dev", "#!/bin/bash\n")]
ACCEPTED = [("app/a.cpp", "// " + LINE + "\n#include <x>\n"), ("dev", "#!/bin/bash\n# " + LINE + "\n")]

if __name__ == "__main__":
    law.judge("licence", REASON, rule, REFUSED, ACCEPTED, law.sources(FOLDERS, SUFFIXES, ("CMakeLists.txt",)))
