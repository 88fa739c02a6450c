"""The agenda's page: windows of a long list, going to a date, the chosen event in sight (AppTest; the browser tests see the list)."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core import extract, read
from dashboard import shelf
from tests.test_views import APP, html, turn

YEARS = range(1750, 2000)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The agenda of 250 events, a year each."""
    text = "\n".join(f"In {year} the Board of Nordbau met." for year in YEARS)
    (tmp_path / "minutes.txt").write_text(text, "utf-8")
    monkeypatch.setenv(shelf.INPUTS, json.dumps([str(tmp_path)]))
    yield turn(AppTest.from_file(str(APP), default_timeout=60).run(), "agenda")
    st.cache_resource.clear()


def test_a_long_list_is_shown_in_pages(app: AppTest) -> None:
    assert "Events 1 to 100 of 250" in html(app)
    app.text_input("agenda-sought").set_value("1899").run()
    assert "Events 101 to 200 of 250" in html(app) and not app.exception
    app.text_input("agenda-sought").set_value("3000").run()
    assert "Events 201 to 250 of 250" in html(app)
    app.text_input("filter-text").set_value("1751").run()
    assert "of 250" not in html(app).replace("of 250 events", "") and not app.exception


def test_what_is_no_date_is_said_and_turns_no_page(app: AppTest) -> None:
    app.text_input("agenda-sought").set_value("<b>soon</b>").run()
    assert "is no date" in html(app) and "<b>soon" not in html(app)
    assert "Events 1 to 100 of 250" in html(app)


def test_the_page_of_the_chosen_event_is_shown(app: AppTest, tmp_path: Path) -> None:
    (document,) = read(tmp_path / "minutes.txt")
    told = extract(document)
    app.query_params["event"] = told[-1].id
    app.run()
    assert "Events 201 to 250 of 250" in html(app)
    app.query_params["event"] = told[99].id
    app.run()
    assert "Events 1 to 100 of 250" in html(app)
    app.button("step-K").click().run()
    assert "Events 101 to 200 of 250" in html(app) and f'data-event="{told[100].id}"' in html(app)
