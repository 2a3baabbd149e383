# SPDX-License-Identifier: GPL-3.0-or-later
"""co_await only in app, only in four shapes; functions that return Async take values and are [[nodiscard]]."""

import re

import law

REASON = """g++ 12 silently miscompiles natural forms of co_await: a braced or capturing argument is destroyed twice,
an awaited condition takes the wrong branch. The permitted shapes are right with every compiler that was tried:
    const auto x = co_await call(names);        auto x = co_await call(names);
    co_await call(names);                       co_return co_await call(names);
Name the value first (std::move(name) counts as a name), await it alone, decide afterwards. A parameter by
reference or a captured variable may be gone when the coroutine goes on; an Async that is not looked at hides
its failure. The library moves out of whatever co_return is given, an object's member too, which is empty then:
copy it into a const name first, and return that."""

NAME = r"\w+(?:\s*(?:::|\.|->)\s*\w+)*"
ARGUMENT = rf"(?:\*?\s*{NAME}|std::move\(\s*\*?{NAME}\s*\))"
SHAPE = re.compile(
    rf"(?:(?:const\s+)?auto\s+\w+\s*=\s*|co_return\s+)?co_await\s+(?!std::move\b){NAME}(?:<[\w:\s,]+>)?"
    rf"\(\s*(?:{ARGUMENT}(?:\s*,\s*{ARGUMENT})*)?\s*\)"
)
VIEWS = r"\b(?:std::(?:basic_)?string_view|std::span|Q(?:String|ByteArray|AnyString|Utf8String)View|QLatin1StringView|QLatin1String)\b"


def statement_around(code, position):
    """The statement that holds the position, without if (...), else and the like before it."""
    start = max(code.rfind(c, 0, position) for c in ";{}") + 1
    end = code.find(";", position)
    text = code[start:end if end >= 0 else len(code)]
    while True:
        text = re.sub(r"^\s*(?:#[^\n]*\n|else\b|do\b|case\s+[\w:]+\s*:(?!:)|default\s*:|(?:public|private|protected)\s*:)\s*", "", text)
        head = re.match(r"\s*(?:if(?:\s+constexpr)?|for|while)\s*(?=\()", text)
        if not head:
            return text.strip()
        close = law.balanced(text, head.end())
        if close < 0 or "co_await" in text[:close]:
            return text.strip()
        text = text[close:]


def check_awaits(source, found):
    code = source.code
    seen = set()
    for m in re.finditer(r"\bco_(?:await|return|yield)\b", code):
        word, line = m.group(0), source.line_of(m.start())
        if source.building != "app":
            found.append((source, line, f"{word} outside app: call run() or whenDone() instead"))
        elif word == "co_yield":
            found.append((source, line, "co_yield is no shape of ours"))
        elif word == "co_return" and re.match(r"co_return\s+\*?\s*(?:m_\w+|\w+(?:\s*(?:\.|->)\s*\w+)+)\s*;", code[m.start():]):
            found.append((source, line, "co_return moves out of a member: copy it into a const name first"))
        elif word == "co_await":
            text = statement_around(code, m.start())
            if not SHAPE.fullmatch(text) and (line, text) not in seen:
                seen.add((line, text))
                shown = source.uncommented[m.start():code.find(";", m.start())]
                found.append((source, line, "not one of the four shapes: " + " ".join(shown.split())[:120]))


def check_lambdas(source, found):
    """No lambda with a capture may itself be a coroutine, whatever its result is called."""
    code = source.code
    for m in re.finditer(r"\[([^\[\]]*)\]\s*(?=[({]|mutable\b|<)", code):
        if re.search(r"[\w\])]\s*$", code[:m.start()]) and not re.search(r"\b(?:return|co_return|co_await)\s*$", code[:m.start()]):
            continue  # an index or an array
        brace = code.find("{", m.end())
        if brace < 0 or ";" in code[m.end():brace]:
            continue
        head = code[m.end():brace]
        body = code[brace:law.balanced(code, brace)]
        inner = re.sub(r"\[[^\[\]]*\]\s*(?:\([^()]*\)\s*)?(?:mutable\s*)?\{[^{}]*\}", "", body[1:])
        is_coroutine = re.search(r"\bco_(?:await|return)\b", inner) or re.search(r"->\s*Async\s*<", head)
        if is_coroutine and m.group(1).strip():
            found.append((source, source.line_of(m.start()), f"a lambda that captures [{m.group(1).strip()}] may not be a coroutine"))
        if is_coroutine and re.search(r"&|" + VIEWS, head.split("->")[0]):
            found.append((source, source.line_of(m.start()), "a coroutine takes no reference and no view"))


def declarations(source):
    """(position, name, text before, parameters) of each function that returns Async<...>."""
    code = source.code
    for m in re.finditer(r"\b(?:\w+::)*Async\s*(?=<)", code):
        close = law.balanced(code, code.index("<", m.start()))
        if close < 0:
            continue
        start = max(code.rfind(c, 0, m.start()) for c in ";{}") + 1
        before = re.sub(r"^(?:\s*(?:#[^\n]*\n|(?:public|private|protected)\s*:))+", "", code[start:m.start()])
        trailing = re.search(r"([\w:~]+)\s*(\([^()]*\))\s*(?:const\s*)?(?:noexcept\s*)?->\s*$", before)
        if trailing:
            yield m.start(), trailing.group(1), before, trailing.group(2)
            continue
        named = re.match(r"\s*((?:\w+\s*::\s*)*\w+)?\s*\(", code[close:])
        if not named or before.rstrip().endswith(("->", "using", "=")):
            continue
        opening = close + named.end() - 1
        if re.search(r"[(,]\s*$", before) and named.group(1):
            continue
        yield m.start(), named.group(1) or "", before, code[opening:law.balanced(code, opening)]


def check_functions(files, found):
    declared = set()
    for source in files:
        if source.path.endswith(".h"):
            declared |= {name for _, name, _, _ in declarations(source)}
    for source in files:
        if source.building not in law.BUILDINGS:
            continue
        for position, name, before, parameters in declarations(source):
            line = source.line_of(position)
            if re.search(r"&|" + VIEWS, parameters):
                found.append((source, line, f"{name or 'this type'} returns Async and takes a reference or a view {' '.join(parameters.split())[:100]}"))
            definition_elsewhere = "::" in name or (source.path.endswith(".cpp") and name in declared)
            if name and not definition_elsewhere and "[[nodiscard]]" not in before:
                found.append((source, line, f"{name} returns Async and is not [[nodiscard]]"))


def rule(files):
    found = []
    for source in files:
        check_awaits(source, found)
        check_lambdas(source, found)
    check_functions(files, found)
    return found


def body(text):
    return ("app/net/a.cpp", "Async<void> Some::thing()\n{\n" + text + "\n    co_return {};\n}\n")


REFUSED = [body(text) for text in (
    "co_await f(Form{.name = a});",
    "co_await f({a, b});",
    "co_await f(Form{a});",
    "co_return co_await f(Form{.name = a});",
    "const auto x = co_await f(g(Form{.name = a}));",
    "co_await m_platform.registerApp({.name = name, .kind = kind});",
    "co_await f(QJsonObject{{a, b}});",
    "co_await f(QStringList{a});",
    "co_await f([x] { return x; });",
    "co_await f(wrap([x] { return x; }));",
    "const auto x = c ? co_await a() : b;",
    "const auto app = known ? co_await fetch(id) : cached;",
    "const Pair p{co_await a(), b};",
    "if (!(co_await f())) { return; }",
    "if (!(co_await m_vault.ready())) { return; }",
    "const auto x = a && co_await b;",
    "const bool x = a && co_await b();",
    "while (co_await f()) { g(); }",
    "switch (co_await f()) { default: break; }",
    "if (const auto x = co_await f(); !x) { g(); }",
    "if (co_await f()) g();",
    "auto task = f(); const auto x = co_await task;",
    "const auto x = co_await std::move(task);",
    "co_await f(QString(name));",
    "co_await f(u\"text\"_s);",
    "co_await f(QByteArray());",
    "const auto [a, b] = co_await f();",
    "x = co_await f();",
    "const auto &x = co_await f();",
    "const auto x = (co_await f()).value();",
    "const auto x = co_await f() + co_await g();",
    "co_await f(\n    a,\n    {b});",
    "g(co_await f());",
    "return co_await f();",
    "co_yield x;",
    "co_return m_known;",
    "co_return *m_known;",
    "co_return place->token;",
    "co_return here.token;",
    "auto l = [this]() -> Async<void> { co_return {}; };",
    "auto l = [x](int a) -> Async<void> { co_await f(a); co_return {}; };",
    "auto l = [&] { co_await f(); };",
)] + [
    ("ui/a.cpp", "void A::b()\n{\n    co_await f();\n}"),
    ("cli/a.cpp", "void A::b()\n{\n    const auto x = co_await f();\n}"),
    ("sandbox/a.cpp", "void A::b()\n{\n    co_return;\n}"),
    ("tests/flow/a.cpp", "void A::b()\n{\n    co_await f();\n}"),
    ("app/net/a.h", "class A {\npublic:\n    Async<void> f(QString x);\n};"),
    ("app/net/a.h", "class A {\n    [[nodiscard]] int a();\n    virtual Async<QList<int>> f() = 0;\n};"),
    ("app/net/a.h", "class A {\n    Async<void> f(QString x) override;\n};"),
    ("app/net/a.h", "class A {\n    [[nodiscard]] Async<void> f(const QString &x);\n};"),
    ("app/net/a.h", "class A {\n    [[nodiscard]] Async<void> f(QString &&x,\n        int y);\n};"),
    ("app/net/a.h", "class A {\n    [[nodiscard]] Async<void> f(QStringView x);\n};"),
    ("app/net/a.h", "[[nodiscard]] auto f(const QString &x) -> Async<void>;"),
    ("app/net/a.h", "auto f(QString x) -> Async<void>;"),
    ("app/net/a.h", "class A {\n    std::function<Async<void>(const QString &)> m_call;\n};"),
    ("app/net/a.cpp", "Async<Result> A::f(const Form &form)\n{\n}"),
    ("app/net/a.cpp", "namespace {\nAsync<void> alone(QString x)\n{\n}\n}"),
]
ACCEPTED = [body(text) for text in (
    "const auto x = co_await call(named, std::move(draft));\n    if (!x)\n        co_return std::unexpected(x.error());",
    "auto x = co_await m_vault->keep(key, std::move(value));",
    "co_await call(names);",
    "co_return co_await keep(std::move(*signedIn));",
    "co_return co_await f(named);",
    "co_return known;",
    "co_return m_known.clone();",
    "if (!known)\n        co_return co_await fetch(id);\n    else\n        co_await g();",
    "const auto ready = co_await m_vault.ready();",
    "auto created = co_await m_platform.registerApp(std::move(values));",
    "const auto x = co_await ns::f(\n        *this, Kind::Retry,\n        form.name, // {not} a brace\n        42);",
    "for (const auto &app : apps)\n        co_await refresh(app.id);",
    "// co_await f({a, b});\n    /* if (co_await f()) */ const char *s = \"co_await f({a})\";",
    "auto l = [x] { return x; };\n    co_await f(l);",
    "auto l = [](int a) -> Async<void> { co_await f(a); co_return {}; };",
    "m_list[i] = 1;\n    co_await f();",
    "case Kind::A: co_await f(); break;",
)] + [
    ("ui/a.cpp", "void A::b()\n{\n    run(m_apps.refresh(), [this](int n) { show(n); }); // not co_await f()\n}"),
    ("app/net/a.h", "class A {\npublic:\n    [[nodiscard]] virtual Async<QList<int>> f(QString x, std::shared_ptr<B> b) = 0;\n    [[nodiscard]] Async<void> g() override;\n};"),
    ("app/net/a.h", "template<class T>\nusing Async = QCoro::Task<Result<T>>;\ntemplate<class T>\nvoid whenDone(Async<T> work, QObject &context);"),
    ("app/net/a.h", "[[nodiscard]] auto f(QString x) -> Async<void>;"),
    ("app/net/a.h", "// Async<void> f(const QString &x);\nclass A {\n    std::function<Async<void>(QString)> m_call;\n};"),
    ("app/net/a.cpp", "Async<Result> A::f(Form form)\n{\n}"),
    ("app/net/a.cpp", "namespace {\n[[nodiscard]] Async<void> alone(QString x)\n{\n}\n}"),
]

if __name__ == "__main__":
    law.judge("coroutines", REASON, rule, REFUSED, ACCEPTED,
              law.sources(law.BUILDINGS + ("tests/unit", "tests/flow", "tests/ui", "tests/cli", "tests/keychain", "tests/support")))
