"""Happenings decided about in the dashboard: the same, different, settled; each with a why and an undo (AppTest)."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.library import Library
from dashboard import shelf
from tests.test_compare import TEXTS
from tests.test_views import APP, html, turn


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The app with the sinking of a ferry open, which three documents tell of."""
    for name, day, text in TEXTS:
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: The {name}\npublished: {day}\n---\n{text}\n", "utf-8")
    monkeypatch.setenv("DATELINE_USER", "ada")
    monkeypatch.setenv(shelf.INPUTS, json.dumps([str(tmp_path)]))
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params["event"] = event("early")
    yield app.run()
    st.cache_resource.clear()


def library() -> Library:
    return shelf.opened().library


def event(document: str) -> str:
    """The id of the event that a document tells."""
    return next(str(row["id"]) for row in library().events() if row["document"] == document)


def documents() -> list[tuple[str, ...]]:
    """Who tells of what, as the library has it now."""
    return [happening.documents for happening in library().happenings()]


def field(app: AppTest, kind: str, of: str) -> str:
    """The key of a field of the panel."""
    return next(str(each.key) for each in app.get(kind) if str(each.key).startswith(f"happening-{of}-"))


PAGES = pytest.mark.parametrize("page", ["timeline", "compare"])


def undo(app: AppTest, page: str) -> None:
    app.button("happening-undo" if page == "compare" else "decide-undo").click().run()


def shown(app: AppTest, page: str) -> AppTest:
    return app if page == "timeline" else turn(app, page)


@PAGES
def test_what_the_sources_differ_in_is_settled_and_opened_again(app: AppTest, page: str) -> None:
    assert "Disputed" in html(shown(app, page))
    app.selectbox(field(app, "selectbox", "date")).set_value("2021-06-05").run()
    app.text_input("decide-why").set_value("the <b>log</b>")
    app.button("settle-date").click().run()
    (settled,) = library().happening(event("early")).settled
    assert (settled.on, settled.value, settled.why) == ("date", "2021-06-05", "the <b>log</b>")
    assert "Settled in decision 1: <strong>5 June 2021</strong> because" in html(app) and "<b>log" not in html(app)
    assert "the sources differ in how many" in html(app) and app.text_input("decide-why").value == ""
    app.selectbox(field(app, "selectbox", "count")).set_value("9").run()
    app.button("settle-count").click().run()
    assert "Disputed" not in html(app) and library().happening(event("early")).disputed == ()
    undo(app, page)
    undo(app, page)
    assert "the sources differ in when and how many" in html(app) and "Settled" not in html(app)
    assert not app.exception


def test_nothing_is_settled_before_a_version_is_chosen(app: AppTest) -> None:
    assert app.selectbox(field(app, "selectbox", "date")).options == ["4 June 2021", "5 June 2021"]
    assert app.button("settle-date").disabled and app.button("settle-count").disabled and app.button("happening-different").disabled


@PAGES
def test_who_tells_of_something_else_is_parted_and_joined_again(app: AppTest, page: str) -> None:
    shown(app, page)
    assert documents() == [("early", "copy", "late"), ("other",)]
    app.selectbox(field(app, "selectbox", "different")).set_value(event("late")).run()
    app.button("happening-different").click().run()
    assert documents() == [("early", "copy"), ("late",), ("other",)] and "Disputed" not in html(app)
    app.selectbox(field(app, "selectbox", "same")).set_value(event("other")).run()
    app.button("happening-same").click().run()
    assert documents() == [("early", "copy", "other"), ("late",)] and "Disputed" in html(app)
    assert [entry.decision.kind for entry in library().log()] == ["same", "different"]
    undo(app, page)
    assert documents() == [("early", "copy"), ("late",), ("other",)]
    undo(app, page)
    assert documents() == [("early", "copy", "late"), ("other",)] and not app.exception


def test_who_is_told_alone_can_only_be_joined(app: AppTest) -> None:
    app.query_params["event"] = event("other")
    app.run()
    keys = [str(each.key) for each in app.button]
    assert "happening-same" in keys and not {"happening-different", "settle-date", "settle-count"} & {*keys}
    offered = app.selectbox(field(app, "selectbox", "same"))
    assert offered.options[0] == "5 June 2021: The ferry Aurora sank off Norhaven (The late)" and len(offered.options) == 3
