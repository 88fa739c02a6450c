"""The table under the chart where there are more events than one page of it holds."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import shelf
from dashboard.panels import table

APP = Path(__file__).parent.parent / "streamlit_app.py"
MANY = "".join(f"The Harbour Board met on {day} May 2021.\n" for day in range(1, 13))


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The app on twelve events, five on a page of the table."""
    (tmp_path / "harbour.md").write_text(f"---\ntitle: The board\n---\n{MANY}", "utf-8")
    monkeypatch.setenv(shelf.INPUTS, json.dumps([str(tmp_path)]))
    monkeypatch.setattr(table, "PAGE", 5)
    yield AppTest.from_file(str(APP), default_timeout=60)
    st.cache_resource.clear()


def shown(app: AppTest) -> tuple[list[int], str]:
    """The numbers of the rows on the page, and what it says of them."""
    said = [element.proto.body for element in app.get("html") if " of 12" in element.proto.body and "status" in element.proto.body]
    return app.dataframe[0].value["order"].tolist(), said[-1]


def test_a_long_table_comes_in_pages(app: AppTest) -> None:
    app.run()
    assert not app.exception
    numbers, said = shown(app)
    assert numbers == [1, 2, 3, 4, 5] and "1 to 5 of 12" in said
    app.session_state[table.PAGES] = 3
    app.run()
    assert shown(app)[0] == [11, 12]


def test_the_page_of_an_event_that_is_chosen_is_shown(app: AppTest) -> None:
    app.run()
    app.query_params["event"] = shelf.contents().table["id"].iloc[7]
    app.run()
    assert shown(app)[0] == [6, 7, 8, 9, 10]
    app.session_state[table.PAGES] = 1
    app.run()
    assert shown(app)[0] == [1, 2, 3, 4, 5], "the visitor turned the page himself"


def test_a_filter_that_leaves_fewer_pages_shows_the_first(app: AppTest) -> None:
    app.run()
    app.session_state[table.PAGES] = 3
    app.query_params["to"] = "2021-05-07"
    app.run()
    assert app.dataframe[0].value["order"].tolist() == [1, 2, 3, 4, 5]
