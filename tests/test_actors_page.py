"""The page of the actors: the list, and what is told of those that are chosen (AppTest; the browser tests click)."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.test_views import APP, html, turn

LETTERS = """---
published: 2021-10-12
---
On 4 May 2001 Ada Reyes met Bo Lund in Lorn. On 6 June 2001 Ada Reyes met Bo Lund again. On 9 March 2021 Ada Reyes met Cai Holm.
"""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page on three events of three people."""
    (tmp_path / "letters.md").write_text(LETTERS, "utf-8")
    monkeypatch.setenv("DATELINE_INPUTS", json.dumps([str(tmp_path)]))
    yield turn(AppTest.from_file(str(APP), default_timeout=60).run(), "actors")
    st.cache_resource.clear()


def test_everybody_is_listed_with_first_and_last_event(app: AppTest) -> None:
    listed = app.dataframe[0].value
    assert [*zip(listed["name"], listed["events"], listed["first"], listed["last"], strict=True)] == [
        ("Ada Reyes", 3, "4 May 2001", "9 March 2021"),
        ("Bo Lund", 2, "4 May 2001", "6 June 2001"),
        ("Cai Holm", 1, "9 March 2021", "9 March 2021"),
    ]
    assert [list(names) for names in listed["met"]] == [["Bo Lund", "Cai Holm"], ["Ada Reyes"], ["Ada Reyes"]]
    assert "Choose an actor" in html(app)


def test_who_is_chosen_has_a_silence_and_the_list_keeps_everybody(app: AppTest) -> None:
    app.query_params["actor"] = "Ada Reyes"
    app.run()
    assert not app.exception
    assert "3 events: first seen 4 May 2001, last seen 9 March 2021." in html(app)
    assert "<li>6 June 2001 to 9 March 2021: 19 years, 9 months</li>" in html(app)
    assert len(app.dataframe[0].value) == 3
    app.text_input("filter-text").set_value("again").run()
    assert list(app.dataframe[0].value["name"]) == ["Ada Reyes", "Bo Lund"]


def test_an_actor_whom_nobody_knows_is_said(app: AppTest) -> None:
    app.query_params["actor"] = "<b>Nobody</b>"
    app.run()
    assert not app.exception and "Choose an actor" in html(app) and "lead to nothing" in html(app) and "<b>Nobody" not in html(app)


def test_of_very_many_actors_the_most_frequent_are_offered_and_any_can_be_chosen(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.panels.filters.OFFERED", 1)
    app.run()
    assert app.multiselect("filter-actors").options == ["Ada Reyes (3)"]
    app.query_params["actor"] = "Cai Holm"
    app.run()
    assert not app.exception
    assert app.multiselect("filter-actors").options == ["Ada Reyes (3)", "Cai Holm (1)"]
    assert "<strong>1</strong> of 3 events" in html(app)


def test_where_nobody_is_named_the_list_says_so(app: AppTest) -> None:
    app.query_params["q"] = "words of no event"
    app.run()
    assert "Nobody who has a name" in html(app) and not app.dataframe and not app.exception
