# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rule tests share: the sources, C++ without its comments and texts, and the way a rule is judged.

A rule is a function from a list of Source to violations (source, position or line, message). Before it looks
at the house it has to prove itself on planted examples: a rule that cannot fail is worth nothing.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILDINGS = ("app", "ui", "cli", "sandbox")
CPP = (".h", ".cpp")


def blanked(text, keep_strings=False):
    """The text with comments, and unless kept also the insides of string and character literals, as blanks.

    Every character keeps its place, so positions and line numbers stay true."""
    out = []
    token = re.compile(
        r'(?P<comment>//(?:\\\n|[^\n])*|/\*.*?\*/)'
        r'|(?P<raw>R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")'
        r'|(?P<string>"(?:\\.|[^"\\\n])*")'
        r"|(?P<char>(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+')",
        re.S,
    )
    last = 0
    for m in token.finditer(text):
        out.append(text[last:m.start()])
        piece = m.group(0)
        if m.lastgroup == "comment" or m.group("comment"):
            out.append(re.sub(r"[^\n]", " ", piece))
        elif keep_strings:
            out.append(piece)
        else:
            out.append(piece[0] + re.sub(r"[^\n]", " ", piece[1:-1]) + piece[-1])
        last = m.end()
    out.append(text[last:])
    return "".join(out)


class Source:
    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.parts = path.split("/")
        self.building = self.parts[0]
        self.is_cpp = path.endswith(CPP)
        self.uncommented = blanked(text, keep_strings=True) if self.is_cpp else text
        self.code = blanked(text) if self.is_cpp else text

    def line_of(self, position):
        return self.text.count("\n", 0, position) + 1


def sources(folders, suffixes=CPP, names=()):
    """All files below the folders that end so or are called so, in order."""
    found = []
    for folder in folders:
        start = ROOT / folder
        if start.is_file():
            found.append(start)
        elif start.is_dir():
            found += [p for p in start.rglob("*") if p.is_file() and (p.name.endswith(suffixes) or p.name in names)]
    found = [p for p in found if "__pycache__" not in p.parts]
    return [Source(str(p.relative_to(ROOT)), p.read_text(encoding="utf-8", errors="replace")) for p in sorted(found)]


def balanced(text, opening):
    """The position after the bracket that closes the one at position opening, or -1."""
    pairs = {"(": ")", "{": "}", "[": "]", "<": ">"}
    left, right = text[opening], pairs[text[opening]]
    depth = 0
    for i in range(opening, len(text)):
        if text[i] == left:
            depth += 1
        elif text[i] == right and not (right == ">" and text[i - 1] == "-"):
            depth -= 1
            if depth == 0:
                return i + 1
        elif left == "<" and text[i] in ";{}":
            return -1
    return -1


def judge(name, reason, rule, refused, accepted, files):
    """Proves the rule on the examples, then applies it; ends the program with its verdict.

    refused and accepted hold (path, text) pairs, or lists of such pairs where a rule compares files."""
    blunt = []
    for expected, examples in ((True, refused), (False, accepted)):
        for example in examples:
            pairs = example if isinstance(example, list) else [example]
            found = rule([Source(path, text) for path, text in pairs])
            if bool(found) != expected:
                what = "is let through" if expected else "is refused: " + "; ".join(v[2] for v in found)
                blunt.append(f"  {pairs[-1][0]}: {pairs[-1][1].strip()!r} {what}")
    if blunt:
        print(f"The rule '{name}' does not do its work:\n" + "\n".join(blunt))
        sys.exit(1)
    broken = rule(files)
    for source, line, message in broken:
        print(f"{source.path}:{line}: {message}")
    if broken:
        print(f"\n{len(broken)} times against the rule '{name}'.\nWhy the rule is there: {reason}")
        sys.exit(1)
    print(f"{name}: {len(files)} files looked at, {len(refused)} planted violations found, {len(accepted)} right forms let through")
    sys.exit(0)
