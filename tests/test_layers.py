"""Imports point one way, as the house is drawn: a module may import from its own layer and from those before it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# From the ground up, a layer a paragraph; the longest name that fits decides.
HOUSE = """
core.errors core.when core.meaning

core.model core.happening core.grammar.tokens core.grammar.rule core.grammar.opening core.grammar.compile

core.grammar

core.aliases core.absolute core.readers core.sentences
core.timex core.resolve core.writing core.dateline core.actors

core.events

core.chronology core.table core.listing core.said core.explain core.ner core.pipeline

core.library core.exporters

core core.cli core.chronology.cli core.library.cli core.library.decide_cli core.library.review_cli

dashboard

streamlit_app
"""
LAYERS = [line.split() for line in HOUSE.strip().split("\n\n")]
SOURCES = [
    p
    for p in [*ROOT.glob("core/**/*.py"), *ROOT.glob("dashboard/**/*.py"), ROOT / "streamlit_app.py"]
    if p.exists() and "migrations" not in p.parts  # Alembic runs these by itself
]


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def layer(name: str) -> int | None:
    fits = [(len(room), number) for number, rooms in enumerate(LAYERS) for room in rooms if room == name or name.startswith(room + ".")]
    # `core` alone is the public face, above every room: it must not stand in for a room that has no layer yet.
    return max(fits)[1] if fits and (max(fits)[0] > len("core") or name == "core") else None


def imports(path: Path) -> set[str]:
    """Every module that a file imports, inside functions too; `from core import timex` names the room where there is one."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            names |= {name if name in {module(s) for s in SOURCES} else node.module for name in inside}
    return names


@pytest.mark.parametrize("path", SOURCES, ids=module)
def test_imports_point_one_way(path: Path) -> None:
    own = layer(module(path))
    assert own is not None, f"give {module(path)} a layer in {Path(__file__).name}"
    wrong = {name for name in imports(path) if (other := layer(name)) is not None and other > own}
    assert not wrong, f"{module(path)} must not import {', '.join(sorted(wrong))}"


@pytest.mark.parametrize("path", [p for p in SOURCES if module(p).startswith("core")], ids=module)
def test_core_draws_nothing(path: Path) -> None:
    assert not {name.partition(".")[0] for name in imports(path)} & {"streamlit", "plotly"}


def test_core_loads_late() -> None:
    rooms = [module(p) for p in SOURCES if module(p).startswith("core")]
    loaded = "import sys, {}; print([name for name in {!r} if name in sys.modules])"
    run = [sys.executable, "-c", loaded.format("core", ["streamlit", "plotly", "pandas", "dateparser", "babel"])]
    assert subprocess.check_output(run, text=True).strip() == "[]"
    run = [sys.executable, "-c", loaded.format(", ".join(rooms), ["streamlit", "plotly"])]
    assert subprocess.check_output(run, text=True).strip() == "[]"


def test_the_command_line_loads_late() -> None:
    heavy = ["streamlit", "plotly", "pandas", "dateparser", "babel", "sqlalchemy", "trafilatura", "spacy", "tqdm"]
    code = f"import sys, dashboard.cli; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
