# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may know whom: between the buildings, between the floors of app, in includes and in CMake."""

import glob
import os
import re

import law

REASON = """ui and cli stand on app, app knows neither, and sandbox knows nobody, so it stays an honest witness of
the wire. A room looks down, never up: then each can be read, tested and replaced without the ones above."""

# From the ground up. What stands in one row does not know its neighbours.
FLOORS = [
    ["base"],
    ["net", "forms", "vault", "store"],
    ["settings"],
    ["platforms"],
    ["activity"],
    ["sandbox"],
    ["account"],
    ["credentials"],
    ["organization"],
    ["registry"],
    ["tokens"],
    ["tryit"],
    ["gatehouse.h", "gatehouse.cpp"],
]
HEIGHT = {room: height for height, row in enumerate(FLOORS) for room in row}

NEIGHBOURS = {"app": {"app"}, "ui": {"ui", "app"}, "cli": {"cli", "app"}, "sandbox": {"sandbox"}}

QT_MODULES = {
    "app": ("QtWidgets", "QtGui", "QtSvg"),
    "ui": ("QtNetwork", "QtSql"),
    "cli": ("QtWidgets", "QtGui", "QtSvg"),
    "sandbox": ("QtWidgets", "QtGui", "QtSvg"),
}
OTHER_HEADERS = {
    "ui": r"openssl/|qt6?keychain/|keychain\.h|curl/",
    "cli": r"openssl/|qt6?keychain/|keychain\.h|curl/",
    "app": r"curl/",
    "sandbox": r"qt6?keychain/|keychain\.h|[Qq][Cc]oro",
}
# Where Qt's headers are not found, at least these are known.
WELL_KNOWN = {
    "QtWidgets": {"QWidget", "QApplication", "QDialog", "QWizard", "QLabel", "QMessageBox", "QLineEdit", "QMainWindow"},
    "QtGui": {"QGuiApplication", "QClipboard", "QDesktopServices", "QIcon", "QImage", "QPixmap", "QColor", "QFont"},
    "QtSvg": {"QSvgRenderer"},
    "QtNetwork": {"QNetworkAccessManager", "QNetworkReply", "QNetworkRequest", "QTcpSocket", "QTcpServer", "QSslSocket", "QLocalSocket", "QLocalServer"},
    "QtSql": {"QSqlDatabase", "QSqlQuery", "QSqlError"},
}
FORBIDDEN_TARGETS = {
    "app": r"Qt6::(Widgets|Gui|Svg|SvgWidgets|OpenGLWidgets)|gatehouse_ui|gatehouse_sandbox|gatehouse_cli",
    "ui": r"Qt6::(Network|Sql|HttpServer)|Qt6Keychain::\w+|OpenSSL::\w+|QCoro6?::\w+|gatehouse_sandbox|gatehouse_cli",
    "cli": r"Qt6::(Widgets|Gui|Svg|SvgWidgets|Sql|Network|HttpServer)|Qt6Keychain::\w+|OpenSSL::\w+|gatehouse_ui|gatehouse_sandbox",
    "sandbox": r"Qt6::(Widgets|Gui|Svg|SvgWidgets)|Qt6Keychain::\w+|QCoro6?::\w+|gatehouse_(app|ui|cli)",
}


def headers_of(module):
    names = set(WELL_KNOWN[module])
    for folder in glob.glob(f"/usr/include/**/{module}", recursive=False) + glob.glob(f"/usr/include/*/qt6/{module}"):
        names |= {n for n in os.listdir(folder) if os.path.isfile(f"{folder}/{n}")}
    return names - {"QtCore"}


HEADERS = {module: headers_of(module) for module in WELL_KNOWN}


def qt_header_from(include, modules):
    for module in modules:
        if include.startswith(module + "/") or include == module or include in HEADERS[module]:
            return module
    return None


def check_include(source, line, include):
    first = include.split("/")[0]
    building = source.building
    if first in law.BUILDINGS and first not in NEIGHBOURS[building]:
        return f'{building} may not know "{first}/": {include}'
    module = qt_header_from(include, QT_MODULES[building])
    if module:
        return f"{building} may not use {module}: {include}"
    if building in OTHER_HEADERS and re.match(OTHER_HEADERS[building], include):
        return f"{building} may not use {include}"
    if re.match(r"Q[Cc]oro|qcoro", include) and source.path not in ("app/base/async.h", "app/base/async.cpp"):
        return f"only app/base/async.h names QCoro: {include}"
    if building == "app" and first == "app":
        here, there = source.parts[1], include.split("/")[1]
        if here == there or {here, there} <= set(FLOORS[-1]):
            return None
        if here not in HEIGHT or there not in HEIGHT:
            stranger = here if here not in HEIGHT else there
            return f"app/{stranger} has no floor: give it one in tests/rules/arrows.py"
        if HEIGHT[there] >= HEIGHT[here]:
            return f"app/{here} may not look up or sideways at app/{there}: {include}"
    return None


def rule(files):
    found = []
    for source in files:
        if source.building not in law.BUILDINGS:
            continue
        if source.is_cpp:
            for m in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', source.uncommented, re.M):
                message = check_include(source, 0, m.group(1))
                if message:
                    found.append((source, source.line_of(m.start()), message))
        else:
            plain = re.sub(r"#[^\n]*", lambda c: " " * len(c.group(0)), source.text)
            for m in re.finditer(r"target_link_libraries\s*\(([^)]*)\)", plain):
                target, *libraries = m.group(1).split()
                for library in libraries:
                    # a program may be made of the library of its own building
                    if re.fullmatch(FORBIDDEN_TARGETS[source.building], library):
                        found.append((source, source.line_of(m.start()), f"{target} may not use {library}"))
    return found


REFUSED = [
    ("app/net/a.cpp", '#include "ui/mainwindow.h"'),
    ("app/sandbox/a.cpp", '#include "sandbox/server.h"'),
    ("app/base/a.h", "#include <QWidget>"),
    ("app/base/a.h", "#include <QtGui/QClipboard>"),
    ("app/base/a.h", '#include "app/net/httpclient.h"'),
    ("app/vault/a.h", '#include "app/store/store.h"'),
    ("app/platforms/os1/a.h", '#include "app/registry/appregistry.h"'),
    ("app/account/a.h", '#include "app/registry/appregistry.h"'),
    ("app/registry/a.h", '#include "app/gatehouse.h"'),
    ("app/newroom/a.h", '#include "app/base/result.h"'),
    ("app/net/a.h", "#include <QCoroNetworkReply>"),
    ("ui/a.cpp", '#include "sandbox/server.h"'),
    ("ui/a.cpp", "#include <QNetworkReply>"),
    ("ui/a.cpp", "#  include <QSqlQuery>"),
    ("ui/a.cpp", "#include <openssl/evp.h>"),
    ("ui/a.cpp", "#include <qt6keychain/keychain.h>"),
    ("ui/a.cpp", '#include "cli/command.h"'),
    ("cli/a.cpp", "#include <QWidget>"),
    ("cli/a.cpp", '#include "ui/mainwindow.h"'),
    ("sandbox/a.cpp", '#include "app/base/result.h"'),
    ("sandbox/os1/a.cpp", '#include "ui/mainwindow.h"'),
    ("app/CMakeLists.txt", "target_link_libraries(gatehouse_app PUBLIC Qt6::Core\n  PRIVATE Qt6::Gui)"),
    ("ui/CMakeLists.txt", "target_link_libraries(gatehouse_ui PUBLIC gatehouse_app Qt6::Network)"),
    ("sandbox/CMakeLists.txt", "target_link_libraries(gatehouse_sandbox PUBLIC gatehouse_app)"),
    ("cli/CMakeLists.txt", "target_link_libraries(gatehouse-cli PRIVATE gatehouse_ui)"),
]
ACCEPTED = [
    ("app/net/a.cpp", '// #include "ui/mainwindow.h"\n#include "app/base/result.h"\n#include <QNetworkReply>'),
    ("app/base/async.h", "#include <QCoroTask>"),
    ("app/registry/a.h", '#include "app/account/account.h"\n#include "app/registry/appregistry.h"'),
    ("app/sandbox/a.h", '#include "app/sandbox/localsandbox.h"\n#include "app/net/httpclient.h"'),
    ("app/gatehouse.cpp", '#include "app/gatehouse.h"\n#include "app/registry/appregistry.h"'),
    ("ui/sandbox/a.cpp", '#include "app/sandbox/localsandbox.h"\n#include "ui/sandbox/page.h"\n#include <QWidget>'),
    ("sandbox/a.cpp", '#include "sandbox/server.h"\n#include <QHttpServer>\n#include <QSqlQuery>'),
    ("app/CMakeLists.txt", "# target_link_libraries(gatehouse_app PUBLIC Qt6::Widgets)\ntarget_link_libraries(gatehouse_app PUBLIC Qt6::Core PRIVATE Qt6::Network)"),
    ("ui/CMakeLists.txt", "target_link_libraries(gatehouse PRIVATE gatehouse_ui Qt6::Svg)"),
]

if __name__ == "__main__":
    law.judge("arrows", REASON, rule, REFUSED, ACCEPTED, law.sources(law.BUILDINGS, law.CPP, ("CMakeLists.txt",)))
