# SPDX-License-Identifier: GPL-3.0-or-later
"""packages.py BUILD PROGRAM...

Every Debian package that the build in BUILD found, that the PROGRAMs load, or that the scripts call stands in
packaging/debian-packages.txt or is a dependency of one that does.
"""

import os
import re
import subprocess
import sys
import sysconfig

import law

REASON = """a fresh machine has only what packaging/debian-packages.txt brings. A package that is there by luck makes
the build work here and nowhere else: add it to the list."""

# What the programs load and the scripts call by name.
LIBRARIES = "/usr/lib/" + sysconfig.get_config_var("MULTIARCH")
FILES = [LIBRARIES + "/qt6/plugins/sqldrivers/libqsqlite.so", LIBRARIES + "/qt6/plugins/sqldrivers/libqsqlpsql.so", LIBRARIES + "/libsecret-1.so.0",
         LIBRARIES + "/qt6/plugins/platforms/libqxcb.so"]
COMMANDS = """cmake ctest ninja clang++-19 clang-format-19 clang-tidy-19 g++ ccache mold python3 dbus-daemon dbus-run-session
gnome-keyring-daemon gdbus secret-tool Xvfb Xvnc vncpasswd openbox xauth xprop xdotool xclip strace""".split()


def lines_of(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False,
                          env={**os.environ, "LC_ALL": "C"}).stdout.splitlines()


def closure(listed, depends):
    """All packages that come with the listed ones; depends maps a package to those it brings."""
    reached, waiting = set(), list(listed)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += depends.get(name, ())
    return reached


def lacking(needed, listed, depends):
    """(package, reason) of each needed package, a map to the reason, that the list does not bring."""
    brought = closure(listed, depends)
    return [(name, why) for name, why in sorted(needed.items()) if name not in brought]


def installed_packages():
    """Package to the packages it brings, among those installed here; and the ones every machine has."""
    rows, providers, always = {}, {}, set()
    fmt = "${Package}\\t${db:Status-Status}\\t${Essential}\\t${Priority}\\t${Provides}\\t${Pre-Depends}, ${Depends}\\n"
    for line in lines_of("dpkg-query", "-W", "-f=" + fmt):
        name, status, essential, priority, provides, depends = line.split("\t")
        if status != "installed":
            continue
        rows[name] = depends
        providers.setdefault(name, set()).add(name)
        for virtual in re.findall(r"[a-z0-9][a-z0-9+.-]*(?=[\s,(]|$)", re.sub(r"\([^)]*\)", "", provides)):
            providers.setdefault(virtual, set()).add(name)
        if essential == "yes" or priority == "required":
            always.add(name)
    graph = {}
    for name, depends in rows.items():
        graph[name] = set()
        for alternatives in re.sub(r"\([^)]*\)|:\w+", "", depends).split(","):
            for alternative in alternatives.split("|"):
                graph[name] |= providers.get(alternative.strip(), set())
    return graph, always


def owners(paths):
    """Path to the package that owns it; dpkg knows some files by the name they had before /usr was merged."""
    spellings = {}
    for path in paths:
        for spelling in (path, os.path.realpath(path)):
            for variant in (spelling, spelling.removeprefix("/usr"), "/usr" + spelling):
                spellings.setdefault(variant, set()).add(path)
    found = {}
    for line in lines_of("dpkg", "-S", *spellings):
        packages, _, spelling = line.partition(": ")
        if not line.startswith("diversion"):
            for path in spellings.get(spelling, ()):
                # the path itself counts before what it points to
                if path not in found or spelling == path:
                    found[path] = packages.split(",")[0].split(":")[0]
    return found


def used_files(build, programs):
    """(path, reason) of what the build found and the programs load, as far as it lies outside the build."""
    with open(os.path.join(build, "CMakeCache.txt"), encoding="utf-8") as cache:
        for line in cache:
            m = re.match(r"([\w.+-]+):(?:PATH|FILEPATH|STRING|INTERNAL|UNINITIALIZED)=(/usr/\S+)", line)
            # What we ask for by name. Qt's own files also look for what they could use (EGL, GLU, xkbcommon); that is
            # found where it happens to be installed and used by nothing of ours: what is linked is read from the programs.
            if m and re.search(r"^(Qt6|QCoro6)\w*_DIR$|^OPENSSL_|^CMAKE_CXX_COMPILER$|^CMAKE_MAKE_PROGRAM$|^CCACHE$|^MOLD$", m.group(1)):
                if m.group(2) not in ("/usr/include", "/usr/bin", "/usr/lib"):
                    yield m.group(2), f"CMake's {m.group(1)}"
    for program in programs:
        loaded = [m.group(1) for m in (re.search(r"=> (/\S+)", line) for line in lines_of("ldd", program)) if m]
        if not loaded:
            sys.exit(f"ldd says nothing about {program}")
        for path in loaded:
            yield path, f"loaded by {os.path.basename(program)}"
    for path in FILES:
        yield path, "loaded by name"
    for command in COMMANDS:
        yield f"/usr/bin/{command}", "called by dev or a test"


def prove():
    depends = {"qt6-base-dev": {"libqt6core6"}, "libqt6core6": {"libc6"}, "a": {"b"}, "b": {"a"}}
    cases = [
        ({"libc6": "x"}, ["qt6-base-dev"], []),
        ({"qt6-svg-dev": "x", "libc6": "y"}, ["qt6-base-dev"], [("qt6-svg-dev", "x")]),
        ({"b": "x"}, ["a"], []),
        ({"b": "x"}, [], [("b", "x")]),
    ]
    for needed, listed, expected in cases:
        if lacking(needed, listed, depends) != expected:
            sys.exit(f"The rule 'packages' does not do its work: {needed} from {listed}")


def main(build, programs):
    prove()
    release = dict(re.findall(r'^(\w+)="?([^"\n]*)"?$', open("/etc/os-release", encoding="utf-8").read(), re.M)) if os.path.exists("/etc/os-release") else {}
    if release.get("ID") != "debian" or float(release.get("VERSION_ID") or 99) < 12:
        print("Not Debian 12 or newer: the list names Debian's packages, so it cannot be checked here.")
        return 0
    text = (law.ROOT / "packaging/debian-packages.txt").read_text(encoding="utf-8")
    listed = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    graph, always = installed_packages()
    faults = [f"{name} is in the list and not installed" for name in listed if name not in graph]
    faults += [f"{name} is in the list twice" for name in sorted(set(listed)) if listed.count(name) > 1]
    needed, of_debian = {}, set()
    used = dict(used_files(build, programs))
    owned = owners(used)
    for path, why in used.items():
        if not os.path.exists(path):
            if not why.startswith("CMake"):
                faults.append(f"{path} is not there ({why})")
            continue
        package = owned.get(path)
        if package:
            needed.setdefault(package, f"{path}, {why}")
            of_debian.add(path)
        else:
            faults.append(f"{path} belongs to no Debian package ({why})")
    faults += [f"{name} is used and not in the list: {why}" for name, why in lacking(needed, listed + sorted(always), graph)]
    if faults:
        print("\n".join(faults) + f"\n\nWhy the rule is there: {REASON}")
        return 1
    print(f"packages: {len(of_debian)} files of {len(needed)} packages, all brought by the {len(listed)} listed ones")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
