"""The interface's words stand in one place: no literal that a person would read is anywhere else, and every phrase is used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from dashboard.filters import FACETS, MARKS
from dashboard.words import phrases, say
from dashboard.words.english import PHRASES

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "dashboard/words"
PAGES = [path for path in [*sorted(ROOT.glob("dashboard/**/*.py")), ROOT / "streamlit_app.py"] if path.parent != HOUSE]
SCRIPTS = [path for path in sorted(ROOT.glob("dashboard/**/*.js")) if path.parent != HOUSE]
APART = {
    "dashboard/cli.py": "the command line speaks as core's does: click makes its help of docstrings",
    "dashboard/server.py": "headers of an answer",
    "dashboard/theme.py": "names of typefaces",
    "dashboard/timeline/text.py": "letters by their width",
}
"""Files whose literals nobody reads on a page, and why."""
NO_WORDS = {
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:",  # a policy for the browser
    *("ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "Enter"),  # keys
    "http://www.w3.org/2000/svg",
    "cannot load \0",  # an error for who develops
    "0 0 24 14",
    " open",  # an attribute
    "(prefers-reduced-motion: reduce)",
    "dateline serve --library \0",  # a command is the same in every language
    *("EDTF", "About"),  # a name; Streamlit's for an entry of its menu
    "Etc/",
    *("y2 domain", "middle center", "middle \0"),  # Plotly's
    "translate(\0 0) scale(\0 1)",  # a style
}
WORDS = re.compile(r"(?<![\w\\-])[A-Za-z]{2,}[,.:;?!]?\s|\s[A-Za-z]{2,}(?![\w-])|^[A-Z][a-z]+")
"""Words beside a space, or a word that begins large: what keys, names of styles and parts of addresses are not."""
NAMED = {"label", "help", "placeholder", "alt", "title", "text", "page_title", "about"}
"""Arguments that are read, whatever stands in them."""
FIRST = set(
    "text_input text_area number_input selectbox multiselect pills segmented_control checkbox button expander popover download_button "
    "file_uploader form_submit_button title subheader markdown error TextColumn NumberColumn ListColumn "
    "BarChartColumn SelectboxColumn".split()
)
"""Calls whose first argument is read."""


VALUES = [f"{facet.column}.{value}" for facet in FACETS.values() for value in facet.values or ()] + [f"mark.{mark}" for mark in MARKS]
"""Phrases for the values that one filters by."""


def module(path: Path) -> str:
    return str(path.relative_to(ROOT))


def read_by_somebody(literal: str, *, shown: bool = False) -> bool:
    """Whether there are words in a literal, beside markup, styles, icons and what is filled in (a NUL); any letter where it is `shown`."""
    if literal in NO_WORDS:
        return False
    plain = re.sub(r"(?s)<style>.*?</style>|<[^<>]*>|:material/\w+:|&\w+;", "\n" if "<" not in literal[:1] else "", literal)
    return bool(WORDS.search(plain) or ((shown or plain != literal) and re.search(r"[A-Za-z]{2,}", plain)))


def literals(tree: ast.AST) -> Iterator[tuple[int, str, bool]]:
    """The line, text and place (is it shown for certain?) of every literal but docstrings and patterns; a NUL for what is filled in."""
    shown, passed = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(node.value)
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "compile":
                passed.update(ast.walk(node))
            shown.update(keyword.value for keyword in node.keywords if keyword.arg in NAMED)
            shown.update(node.args[:1] if name in FIRST else ())
        if isinstance(node, ast.FunctionDef | ast.arg | ast.AnnAssign):
            hint = node.returns if isinstance(node, ast.FunctionDef) else node.annotation
            passed.update(ast.walk(hint) if hint else ())
        if isinstance(node, ast.JoinedStr):
            passed.update(part for part in node.values if isinstance(part, ast.Constant))
    for node in ast.walk(tree):
        if node in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            text = "".join(part.value if isinstance(part, ast.Constant) else "\0" for part in node.values)
            yield node.lineno, text, node in shown
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value, node in shown


@pytest.mark.parametrize(
    ("literal", "read"),
    [
        ("Nothing is rejected", True),
        ("Cancel", True),
        ('<p class="hint">\0 events</p>', True),
        ("\0 of \0", True),
        ("<strong>Disputed</strong>", True),
        ("filter-text", False),
        ('<p role="alert" class="problem">\0</p>', False),
        (":material/add:", False),
        ("dashboard/views/add.py", False),
        ("--dateline-\0: \0;", False),
    ],
)
def test_words_are_told_from_keys(literal: str, read: bool) -> None:
    assert read_by_somebody(literal) is read


@pytest.mark.parametrize("path", PAGES, ids=module)
def test_no_page_has_words_of_its_own(path: Path) -> None:
    if module(path) in APART:
        return
    found = literals(ast.parse(path.read_text("utf-8")))
    own = [f"{line}: {text!r}" for line, text, shown in found if read_by_somebody(text, shown=shown)]
    assert not own, f"{module(path)}: put these into dashboard/words/english.py: {own}"


@pytest.mark.parametrize("path", SCRIPTS, ids=module)
def test_no_script_has_words_of_its_own(path: Path) -> None:
    source = re.sub(r"(?m)(^|\s)//.*$", "", path.read_text("utf-8"))
    found = re.findall(r'"((?:[^"\\\n]|\\.)*)"|\'([^\'\n]*)\'|`([^`]*)`', source)
    told = [re.sub(r"\$\{(?:[^{}]|\{[^{}]*\})*\}", "\0", "".join(each)) for each in found]
    assert not [text for text in told if read_by_somebody(text)]


def branches(asked: ast.expr) -> Iterator[ast.expr]:
    """What an expression may come to: the ends of its if and else."""
    if isinstance(asked, ast.IfExp):
        yield from branches(asked.body)
        yield from branches(asked.orelse)
    else:
        yield asked


def names() -> Iterator[tuple[str, str]]:
    """Each name by which the code asks for a phrase, as a pattern where it is put together, and where."""
    for path in PAGES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "term") and node.args:
                where = f"{module(path)}, {node.lineno}"
                for asked in branches(node.args[0]):
                    parts = asked.values if isinstance(asked, ast.JoinedStr) else [asked]
                    told = (re.escape(part.value) if isinstance(part, ast.Constant) else "[^.]+" for part in parts)
                    yield "".join(told) + (r"\.[^.]+" if node.func.id == "term" else ""), where
    for path in SCRIPTS:
        own = path.parent.name.replace("timeline", "chart")
        asked = " ".join(re.findall(r"\bsay\((?:\w+\.)*(?:phrases, )?([^,)]*)", path.read_text("utf-8")))
        for plain, made in re.findall(r'"([^"]*)"|`([^`]*)`', asked):
            yield re.escape(own) + r"\." + (re.escape(plain) or re.sub(r"\$\{[^{}]*\}", "[^.]+", made.replace(".", r"\."))), module(path)


def test_every_phrase_that_is_asked_for_is_there() -> None:
    assert not [(name, where) for name, where in names() if not any(re.fullmatch(name, known) for known in PHRASES)]


def test_every_value_that_one_filters_by_has_a_word() -> None:
    assert set(VALUES) <= set(PHRASES)


def test_every_phrase_is_asked_for() -> None:
    asked = {name for name, _ in names()} | {re.escape(name) for name in VALUES}
    assert not [known for known in PHRASES if not any(re.fullmatch(name, known) for name in asked)]


@pytest.mark.parametrize("name", PHRASES)
def test_a_phrase_is_plain_text_and_the_same_is_filled_into_all_its_forms(name: str) -> None:
    phrase = PHRASES[name]
    forms = phrase.values() if isinstance(phrase, dict) else [phrase]
    assert not any(set("<>&") & set(form) for form in forms)
    filled = [{field for _, field, _, _ in Formatter().parse(form) if field} for form in forms]
    assert all(fields - {"count"} == filled[0] - {"count"} for fields in filled)  # "once" needs no number
    if isinstance(phrase, dict):
        assert {"one", "other"} == set(phrase)


def test_numbers_are_grouped_and_counted() -> None:
    assert say("event-count", count=1) == "1 event"
    assert say("event-count", count=12_345) == "12,345 events"
    with pytest.raises(KeyError):
        say("no.such")


def test_a_component_gets_its_own_phrases() -> None:
    own = phrases("chart")
    assert own["language"] == "en" and own["toolbar"] == "Move through time"
    assert not any(name.startswith("sign") for name in own)
