"""Each page runs, says what it should, and stands hostile text and empty shelves (AppTest; the browser tests see the rest)."""

import ast
import json
import threading
import time
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core import extract
from dashboard import shelf
from dashboard.panels.empty import from_home

APP = Path(__file__).parent.parent / "streamlit_app.py"
HARBOUR = """---
title: The quay
publisher: Harbour Courier
published: 2021-10-12
---
The Harbour Authority closed the quay on 4 October 2021. The City Council met on 6 October 2021.
The Harbour Authority opened the quay again on the 9th.
"""
HOSTILE = """---
title: "<script>alert(1)</script> :red[title] [x](javascript:alert(1))"
url: "javascript:alert(1)"
published: 2021-10-12
---
On 4 October 2021 <img src=x onerror=alert(1)> the Board of <b>Nordbau</b> paid $5$ to :red[a broker] and [a link](javascript:alert(1)).
"""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The app on the documents of a folder, which a test may fill."""
    (tmp_path / "harbour.md").write_text(HARBOUR, "utf-8")
    monkeypatch.setenv(shelf.INPUTS, json.dumps([str(tmp_path)]))
    yield AppTest.from_file(str(APP), default_timeout=60)
    st.cache_resource.clear()  # with it the documents that were added


def html(app: AppTest) -> str:
    """What the page shows through st.html."""
    return "\n".join(element.proto.body for element in app.get("html"))


def linked(app: AppTest, name: str) -> list[str]:
    """What the link carries under a name."""
    value = app.query_params.get(name, [])
    return [value] if isinstance(value, str) else list(value)


def turn(app: AppTest, page: str) -> AppTest:
    """The same visitor on another page."""
    app.switch_page(f"dashboard/views/{page}.py").run()
    assert not app.exception
    return app


@pytest.mark.parametrize("page", sorted(path.stem for path in (APP.parent / "dashboard/views").glob("*.py")))
def test_no_page_shows_its_own_documentation(app: AppTest, page: str) -> None:
    source = ast.parse((APP.parent / f"dashboard/views/{page}.py").read_text("utf-8"))
    texts = {node.value.value for node in ast.walk(source) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    turn(app.run(), page)
    assert texts and not texts & {element.value for element in app.markdown}


@pytest.mark.parametrize("page", ["timeline", "agenda"])
def test_what_could_not_be_placed_is_listed_whatever_the_filters_leave(app: AppTest, page: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("They met after the flood on a Tuesday. Nobody came.", "utf-8")
    turn(app.run(), page)
    assert "on a <mark>Tuesday</mark>.</blockquote>" in html(app)
    assert "1 time expression is not placed" in [each.label for each in app.expander]
    app.text_input("filter-text").set_value("quay").run()
    assert "Tuesday" not in html(app)
    app.text_input("filter-text").set_value("tuesday").run()
    assert "No event passes" in app.markdown[0].value and "<mark>Tuesday</mark>" in html(app)
    app.button("unplaced-0").click().run()
    assert app.selectbox("document").value == "letter"


def test_long_documents_are_looked_through_only_when_the_list_is_unfolded(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.txt").write_text("They met after the flood on a Tuesday. Nobody came.", "utf-8")
    monkeypatch.setattr("dashboard.panels.unplaced.LONGEST", 10)
    app.run()
    assert "Not placed in time" in [each.label for each in app.expander] and "Tuesday" not in html(app)


def ids(app: AppTest) -> list[str]:
    """The ids of the events on the table, found by stepping through them."""
    found = []
    for _ in range(len(app.dataframe[0].value)):
        app.button("step-K").click().run()
        found += linked(app, "event")
    return found


def test_the_timeline_page_shows_the_events(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert "<strong>3</strong> events" in html(app) and "Choose a mark" in html(app)
    assert list(app.dataframe[0].value["edtf"]) == ["2021-10-04", "2021-10-06", "2021-10-09"]


def test_stepping_opens_each_excerpt_in_the_order_of_time(app: AppTest) -> None:
    app.run()
    found = ids(app)
    assert len(set(found)) == 3
    assert "opened the quay again on <mark>the 9th</mark>" in html(app)
    assert app.button("step-K").disabled
    app.button("step-J").click().run()
    assert linked(app, "event") == [found[1]]
    app.button("close").click().run()
    assert "event" not in app.query_params and "Choose a mark" in html(app)


def test_the_excerpt_says_who_else_tells_of_it_and_what_is_disputed(app: AppTest, tmp_path: Path) -> None:
    other = "---\ntitle: The tide\npublished: 2021-10-13\n---\nThe Harbour Authority closed the quay on 5 October 2021.\n"
    (tmp_path / "tide.md").write_text(other, "utf-8")
    app.run()
    app.button("step-K").click().run()
    assert not app.exception
    assert "Also told once" in html(app) and "Disputed" in html(app)
    assert "<dt>4 October 2021</dt><dd>The quay</dd>" in html(app) and "<dt>5 October 2021</dt><dd>The tide</dd>" in html(app)


def test_a_link_opens_its_filter_and_its_event(app: AppTest) -> None:
    found = ids(app.run())
    app.query_params["q"] = "quay"
    app.query_params["event"] = found[0]
    app.run()
    assert "<strong>2</strong> of 3 events" in html(app)
    assert app.text_input("filter-text").value == "quay"
    assert "<mark>4 October 2021</mark>" in html(app)


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"from": "2021-10-05"}, ["2021-10-06", "2021-10-09"]),
        ({"to": "2021-10-06"}, ["2021-10-04", "2021-10-06"]),
        ({"q": "opened"}, ["2021-10-09"]),
        ({"doc": "harbour", "precision": "day", "status": "happened"}, ["2021-10-04", "2021-10-06", "2021-10-09"]),
        ({"publisher": "Harbour Courier", "extent": "moment", "review": "new"}, ["2021-10-04", "2021-10-06", "2021-10-09"]),
        ({"actor": "City Council", "match": "none"}, ["2021-10-04", "2021-10-09"]),
        ({"actor": ["City Council", "Harbour Authority"]}, ["2021-10-04", "2021-10-06", "2021-10-09"]),
    ],
)
def test_every_filter_of_a_link_is_taken_and_kept(app: AppTest, query: dict[str, str | list[str]], left: list[str]) -> None:
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert list(app.dataframe[0].value["edtf"]) == left
    assert {name: linked(app, name) for name in query} == {
        name: [value] if isinstance(value, str) else value for name, value in query.items()
    }


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("from", "garbage", "no date in EDTF"),
        ("to", "2021-13", "no date in EDTF"),
        ("match", "bogus", "not any, all, none"),
        ("status", "done", "not happened"),
        ("precision", "fortnight", "not a precision"),
        ("actor", "<b>Nobody</b>", "not here"),
        ("doc", "nowhere", "not here"),
        ("event", "nothing:1-2", "not here"),
        ("aktor", "City Council", "no such filter"),
    ],
)
def test_what_of_a_link_cannot_be_used_is_said_until_the_visitor_goes_on(app: AppTest, name: str, value: str, why: str) -> None:
    app.query_params[name] = value
    app.query_params["q"] = "quay"
    app.run()
    assert not app.exception
    assert f"<code>{escape(f'{name}={value} ({why}')}" in html(app) and "<b>Nobody" not in html(app)
    app.text_input("filter-text").set_value("Harbour").run()
    assert "lead to nothing" not in html(app)


def test_a_link_full_of_nonsense_is_said_in_one_line(app: AppTest) -> None:
    app.query_params["actor"] = [f"Nobody {'x' * 500} {number}" for number in range(9)]
    app.run()
    (note,) = (element.proto.body for element in app.get("html") if "lead to nothing" in element.proto.body)
    assert "and 5 more" in note and len(note) < 700


def test_a_stretch_that_ends_before_it_begins_is_said_to(app: AppTest) -> None:
    app.query_params["from"], app.query_params["to"] = "2022", "2020"
    app.run()
    assert any("ends before it begins" in text.value for text in app.markdown)


def test_a_link_that_can_be_used_is_not_remarked_upon(app: AppTest) -> None:
    found = ids(app.run())
    app.query_params["q"] = "quay"
    app.query_params["event"] = found[0]
    assert "lead to nothing" not in html(app.run())


def test_filters_go_into_the_link_and_clearing_empties_it(app: AppTest) -> None:
    app.run()
    app.multiselect("filter-actors").set_value(["City Council"]).run()
    assert "<strong>1</strong> of 3 events" in html(app)
    assert linked(app, "actor") == ["City Council"]
    app.text_input("filter-to").set_value("4 October 2021").run()
    assert linked(app, "to") == ["2021-10-04"]
    assert any("No event passes" in text.value for text in app.markdown)
    app.button("filter-clear").click().run()
    assert "<strong>3</strong> events" in html(app) and not app.query_params
    assert app.text_input("filter-to").value == ""


def test_a_row_selected_in_one_table_is_none_of_another(app: AppTest) -> None:
    first = app.run().dataframe[0].proto.id
    app.button("step-K").click().run()
    assert app.dataframe[0].proto.id == first
    app.text_input("filter-text").set_value("opened").run()
    assert app.dataframe[0].proto.id != first and not app.exception


def test_a_date_that_is_none_is_named_and_changes_nothing(app: AppTest) -> None:
    app.run()
    app.text_input("filter-from").set_value("6 October 2021").run()
    app.text_input("filter-from").set_value("<b>some day</b>").run()
    assert "is no date" in html(app) and "<b>some day" not in html(app)
    assert "<strong>2</strong> of 3 events" in html(app)


def test_the_filter_holds_on_the_way_through_the_pages(app: AppTest) -> None:
    app.run()
    app.text_input("filter-text").set_value("quay").run()
    turn(app, "add")
    turn(app, "timeline")
    assert "<strong>2</strong> of 3 events" in html(app) and linked(app, "q") == ["quay"]


def test_where_nothing_is_kept_a_line_says_so_with_the_way_out(app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app.run()
    for page in ("add", "document", "review"):
        turn(app, page)
        assert "Nothing is kept here" in html(app) and "dateline serve --library" in html(app)
        assert [button.proto.label for button in app.get("download_button")] == ["Take the library along"]
    monkeypatch.delenv(shelf.INPUTS)
    monkeypatch.setenv(shelf.LIBRARY, str(tmp_path / "case.db"))
    assert "Nothing is kept" not in html(turn(app, "add"))


def test_a_library_that_cannot_be_used_is_said_on_the_page(app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(shelf.INPUTS)
    monkeypatch.setenv(shelf.LIBRARY, str(tmp_path / "harbour.md"))
    app.run()
    assert not app.exception and "it is damaged or no library" in html(app)


def test_the_reader_has_the_document_of_the_chosen_event(app: AppTest) -> None:
    found = ids(app.run())
    turn(app, "document")
    assert app.selectbox("document").value == "harbour"
    assert f'data-event="{found[-1]}"' in html(app)
    assert "3 of 3" in html(app)


def test_a_pasted_text_has_its_events_at_once(app: AppTest) -> None:
    turn(app.run(), "add")
    app.text_area("add-text").set_value("The Board of Nordbau met on Monday.")
    app.text_input("add-title").set_value("Minutes")
    app.text_input("add-published").set_value("12 October 2021")
    app.button[0].click().run()
    assert not app.exception
    assert "1 event · published 12 October 2021 (2021-10-12): given when the document was added" in html(app)
    assert [app.text_input(key).value for key in ("add-title", "add-published")] == ["", ""]
    app.button("see-added").click().run()
    turn(app, "timeline")
    assert list(app.dataframe[0].value["edtf"]) == ["2021-10-11"]
    assert linked(app, "doc") == ["Minutes"]
    turn(app, "add")
    turn(app, "document")
    assert app.selectbox("document").value == "Minutes"
    app.button("remove-surely").click().run()
    assert "Minutes" not in html(app)


def test_addresses_are_asked_for_only_where_that_is_allowed(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    turn(app.run(), "add")
    assert "add-addresses" not in [field.key for field in app.text_area]
    monkeypatch.setenv("DATELINE_FETCH", "1")
    app.run()
    app.text_area("add-addresses").set_value("http://127.0.0.1/secret\n/etc/passwd")
    app.button[0].click().run()
    assert not app.exception
    assert "127.0.0.1, which is no public address" in html(app) and "https:///etc/passwd is no address" in html(app)
    assert app.text_area("add-addresses").value == ""


def test_a_document_is_read_again_by_the_date_it_is_given(app: AppTest, tmp_path: Path) -> None:
    (tmp_path / "harbour.md").write_text("---\npublished: 2021-10-12\n---\nThe City Council met on Monday.", "utf-8")
    turn(app.run(), "document")
    (field,) = [field for field in app.text_input if field.label == "Published on"]
    assert field.value == "12 October 2021" and "stated in its front matter" in html(app)
    app.text_input(field.key).set_value("20 November 2021").run()
    assert "published 20 November 2021 (2021-11-20): set by hand" in html(app)
    app.text_input(field.key).set_value("<b>soon</b>").run()
    assert "is no date" in html(app) and "<b>soon" not in html(app) and "20 November 2021" in html(app)
    assert list(turn(app, "timeline").dataframe[0].value["edtf"]) == ["2021-11-15"]
    turn(app, "document").text_input(field.key).set_value("").run()
    assert app.text_input(field.key).value == "12 October 2021" and "stated in its front matter" in html(app)
    assert not app.exception


def test_a_document_that_was_added_is_taken_away_where_it_is_read(app: AppTest) -> None:
    turn(app.run(), "add")
    app.text_area("add-text").set_value("In March 2019 the Board of Nordbau met. The Council voted on Tuesday.")
    app.text_input("add-title").set_value("Minutes")
    app.button[0].click().run()
    assert "a guess, as nobody says so" in html(app) and "if you know it better" in html(app)
    turn(app, "document")
    assert app.selectbox("document").value == "Minutes"  # the page opens what was added last
    assert "If you know better, set it here" in html(app)
    app.button("remove-surely").click().run()
    assert not app.exception and app.selectbox("document").value == "harbour"
    assert [title.value for title in turn(app, "add").subheader] == ["1 document"]


def test_a_pasted_text_is_called_by_its_first_line_and_opens_with_its_events(app: AppTest) -> None:
    turn(app.run(), "add")
    app.text_area("add-text").set_value("# Board meets: a/b\n\nThe Board of Nordbau met on 3 May 2021.")
    app.button[0].click().run()
    assert "<strong>Board meets: a/b</strong>" in html(app)
    turn(app, "document")
    assert app.selectbox("document").value == "Board meets a-b"
    assert list(app.dataframe[0].value["edtf"]) == ["2021-05-03"]


def test_a_text_that_is_there_is_not_added_again(app: AppTest) -> None:
    turn(app.run(), "add")
    app.text_area("add-text").set_value(HARBOUR.partition("---\n")[2].partition("---\n")[2])
    app.text_input("add-title").set_value("Mine")
    app.button[0].click().run()
    assert "Mine: the same text is there already as 'The quay'" in unescape(html(app))
    assert [title.value for title in app.subheader] == ["1 document"]


def test_files_with_the_same_text_are_one_document_and_that_is_said(app: AppTest, tmp_path: Path) -> None:
    (tmp_path / "pier.md").write_text(HARBOUR.replace("The quay", "The pier"), "utf-8")
    turn(app.run(), "add")
    assert [title.value for title in app.subheader] == ["1 document"]
    assert "pier.md: the same text as" in html(app)


def test_an_uploaded_file_says_why_it_has_its_date(app: AppTest) -> None:
    turn(app.run(), "add")
    text = "By Ada Reyes, 12 October 2021\n\nThe Board of Nordbau met on the 4th.\n"
    app.get("file_uploader")[0].set_value(("minutes.txt", text.encode(), "text/plain"))
    app.button[0].click().run()
    assert not app.exception
    shown = html(app)
    assert "published 12 October 2021 (2021-10-12): " in shown and "byline" in shown


@pytest.mark.parametrize(
    ("text", "published", "says"),
    [
        ("", "", "nothing to read"),
        ("The board met on Monday.", "some day", "is no date"),
        ("---\ntitle: [a\n---\nb", "", "pasted text.txt"),
    ],
)
def test_what_cannot_be_added_is_said(app: AppTest, text: str, published: str, says: str) -> None:
    turn(app.run(), "add")
    app.text_area("add-text").set_value(text)
    app.text_input("add-published").set_value(published)
    app.button[0].click().run()
    assert not app.exception
    assert says in html(app) and "1 documents" not in html(app)
    assert [title.value for title in app.subheader] == ["1 document"]


def test_a_text_that_nothing_dates_says_what_to_do(app: AppTest) -> None:
    turn(app.run(), "add")
    app.text_area("add-text").set_value("The Board of Nordbau met on the 9th.")
    app.button[0].click().run()
    assert not app.exception
    assert "no dated events" in html(app) and "on an unknown day: nobody said" in html(app)
    assert "set it on the page “Documents”" in html(app)


def test_hostile_text_is_shown_as_text_on_every_page(app: AppTest, tmp_path: Path) -> None:
    (tmp_path / "hostile.md").write_text(HOSTILE, "utf-8")
    app.query_params["doc"] = "hostile"
    ids(app.run())
    for page in ("timeline", "document", "add"):
        turn(app, page)
        shown = html(app)
        assert "<img" not in shown and "<script" not in shown and 'href="javascript' not in shown
        assert not any(":red[" in text.value or "<script" in text.value for text in app.markdown)
    turn(app, "timeline")
    assert "&lt;img src=x onerror=alert(1)&gt;" in html(app)


def test_a_document_that_cannot_be_read_is_named_and_the_others_are_there(app: AppTest, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 40)
    turn(app.run(), "add")
    assert "picture.txt" in html(app)
    assert [title.value for title in app.subheader] == ["1 document"]


def test_no_documents_says_how_to_begin(app: AppTest, tmp_path: Path) -> None:
    (tmp_path / "harbour.md").unlink()
    for page in ("timeline", "document"):
        turn(app.run(), page)
        assert any("No documents yet" in text.value for text in app.markdown)


def test_an_empty_library_is_begun_with_the_samples(app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(shelf.INPUTS)
    monkeypatch.setenv(shelf.LIBRARY, str(tmp_path / "case.db"))
    monkeypatch.setattr("dashboard.session.looked_at.AT_ONCE", 60)
    app.run()
    assert f"kept in {from_home(tmp_path / 'case.db')}" in html(app)
    app.button("take-samples").click().run()
    assert not app.exception and "<strong>89</strong> events" in html(app)
    assert sorted(shelf.contents().documents) == sorted(path.stem for path in shelf.SEEDS.iterdir())


def test_on_the_samples_one_quiet_hint_says_how_to_go_on(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "sample articles" not in html(app.run())
    monkeypatch.delenv(shelf.INPUTS)
    assert html(app.run()).count("sample articles") == 1
    app.button("step-K").click().run()
    assert "sample articles" not in html(app)


def test_long_work_shows_how_far_it_is_and_ends_with_a_summary(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.session.looked_at.AT_ONCE", 0.0)
    gate = threading.Event()
    monkeypatch.setattr("dashboard.intake.extracted", lambda documents: ((gate.wait(60) and each, extract(each)) for each in documents))
    turn(app.run(), "add")
    files = [(f"{year}.txt", f"The board of Ostby met on 3 May {year}.".encode(), "text/plain") for year in (1901, 1902, 1903)]
    app.get("file_uploader")[0].set_value([*files, ("picture.txt", bytes(range(256)) * 9, "text/plain")])
    app.button[0].click().run()
    until = time.monotonic() + 60
    while (told := [bar.proto.text for bar in app.get("progress")]) != ["Reading: 0 of 4 documents, 0 events so far"]:
        assert time.monotonic() < until, told  # the reading goes on beside the page
        app.run()
    gate.set()
    app.session_state["intake"]._thread.join(60)
    app.run()
    assert not app.get("progress") and "3 documents with 3 events are in, 1 left out" in html(app) and "picture.txt" in html(app)
    app.button("see-added").click().run()
    assert linked(app, "doc") == ["1901", "1902", "1903"]


def test_the_first_page_shows_how_far_the_documents_are(app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.shelf.AT_ONCE", 0.0)
    gate = threading.Event()
    monkeypatch.setattr("dashboard.shelf.extracted", lambda documents: ((each, gate.wait(60) and extract(each)) for each in documents))
    for year in (1901, 1902):
        (tmp_path / f"{year}.txt").write_text(f"The board of Ostby met on 3 May {year}.", "utf-8")
    app.run()
    until = time.monotonic() + 60
    while (told := [bar.proto.text for bar in app.get("progress")]) != ["Reading: 0 of 3 documents"]:
        assert time.monotonic() < until and not app.get("dataframe"), told  # the reading goes on beside the page
        app.run()
    gate.set()
    assert shelf.ready(60)
    app.run()
    assert not app.get("progress") and len(app.dataframe[0].value) == 5 and (shelf.progress().read, shelf.progress().whole) == (3, 3)


def test_long_work_is_stopped(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.session.looked_at.AT_ONCE", 0.0)
    gate = threading.Event()
    monkeypatch.setattr("dashboard.intake.extracted", lambda documents: ((gate.wait(60) and each, extract(each)) for each in documents))
    turn(app.run(), "add")
    files = [(f"{year}.txt", f"The board of Ostby met on 3 May {year}.".encode(), "text/plain") for year in (1901, 1902)]
    app.get("file_uploader")[0].set_value(files)
    app.button[0].click().run()
    app.button("intake-stop").click().run()
    gate.set()
    app.session_state["intake"]._thread.join(60)
    app.run()
    assert not app.exception and list(shelf.contents().documents) == ["harbour"] and not shelf.opened().library.faults()
    assert "Stopped: 0 of 2 documents" in html(app)


def test_documents_without_dates_say_what_to_do(app: AppTest, tmp_path: Path) -> None:
    (tmp_path / "harbour.md").write_text("The quay is closed.", "utf-8")
    app.run()
    assert any("No dated events" in text.value for text in app.markdown)
