"""Views saved under a name: kept, replaced, opened, taken away, and a broken file that loses nothing."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.errors import LibraryError
from dashboard.saved import SavedView, beside, drop, save, saved
from dashboard.session import script
from tests.test_views import app, html, linked, turn  # noqa: F401  # the fixture

TALKS = SavedView("Talks", "", {"q": ["talks"], "view": ["0..1000"]})
COUNCIL = SavedView("a council", "agenda", {"actor": ["City Council"]})


def test_views_are_kept_by_name(tmp_path: Path) -> None:
    file = beside(tmp_path / "library.db")
    assert saved(file) == []
    save(file, TALKS)
    save(file, COUNCIL)
    assert saved(file) == [COUNCIL, TALKS]
    other = SavedView("Talks", "actors", {})
    save(file, other)
    assert saved(file) == [COUNCIL, other]
    drop(file, "Talks")
    drop(file, "nobody's")
    assert saved(file) == [COUNCIL]


@pytest.mark.parametrize("content", [b"{", b'[{"name": 1}]', b"\xff\xfe"])
def test_a_broken_file_is_named_and_not_written_over(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "library.views.json"
    file.write_bytes(content)
    with pytest.raises(LibraryError, match=r"library\.views\.json: the saved views cannot be read"):
        save(file, TALKS)
    assert file.read_bytes() == content


def test_only_a_page_of_the_dashboard_is_opened() -> None:
    assert script("agenda") == "dashboard/views/agenda.py"
    assert script("") == script("../../secret") == script("nowhere") == "dashboard/views/timeline.py"


def test_a_view_is_saved_and_opened_again(app: AppTest) -> None:  # noqa: F811
    app.run()
    app.text_input("filter-text").set_value("opened").run()
    app.text_input("saved-name").set_value("  <b>The</b> :red[opening]  ").run()
    assert not app.exception
    assert app.text_input("saved-name").value == "" and app.selectbox("saved-chosen").value == "<b>The</b> :red[opening]"
    app.button("filter-clear").click().run()
    assert "<strong>3</strong> events" in html(app)
    app.button("saved-open").click().run()
    assert not app.exception
    assert "<strong>1</strong> of 3 events" in html(app) and linked(app, "q") == ["opened"]
    app.button("saved-remove").click().run()
    assert not app.exception and not [box for box in app.selectbox if box.key == "saved-chosen"]


def test_the_link_carries_the_stretch_of_time(app: AppTest) -> None:  # noqa: F811
    app.query_params["view"] = "1633046400000..1633996800000"
    app.run()
    assert not app.exception and "lead to nothing" not in html(app)
    app.text_input("filter-text").set_value("quay").run()
    assert linked(app, "view") == ["1633046400000..1633996800000"] and linked(app, "q") == ["quay"]


def test_a_stretch_that_is_none_is_said(app: AppTest) -> None:  # noqa: F811
    app.query_params["view"] = "tomorrow"
    app.run()
    assert not app.exception and "view=tomorrow (no stretch of time)" in html(app)
