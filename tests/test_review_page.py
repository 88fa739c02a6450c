"""Review in the dashboard: every decision is taken, logged, shown and undone (AppTest; the browser tests press the keys)."""

import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.library import Decision, Library
from dashboard import shelf
from tests.test_views import APP, html, linked, turn

QUAY = """---
title: The quay
published: 2021-10-12
---
The Harbour Authority closed the quay on 4 October 2021. The City Council met on 6 October 2021.
The Harbour Authority opened the quay again on the 9th. In 2019 it burned.
"""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The app on a library with one document."""
    (tmp_path / "quay.md").write_text(QUAY, "utf-8")
    monkeypatch.setenv("DATELINE_USER", "ada")
    monkeypatch.setenv(shelf.INPUTS, json.dumps([str(tmp_path)]))
    yield AppTest.from_file(str(APP), default_timeout=60)
    st.cache_resource.clear()


def library() -> Library:
    return shelf.opened().library


def told(edtf: str) -> dict[str, object]:
    """The event of a date, as the library has it."""
    return next(row for row in library().events() if row["edtf"] == edtf)


def opened(app: AppTest, edtf: str, page: str = "review") -> AppTest:
    """A visitor with the event of a date open."""
    app.query_params["event"] = str(told(edtf)["id"])
    app.run()
    return app if page == "timeline" else turn(app, page)


def field(app: AppTest, name: str) -> str:
    """The key of a field of the open event."""
    elements = [element for kind in ("text_input", "multiselect", "selectbox", "number_input", "text_area") for element in app.get(kind)]
    keys = [element.key for element in elements if element.key and element.key.startswith("edit-")]
    return next(key for key in keys if key.endswith(f"-{name}"))


def test_the_queue_begins_with_the_most_doubtful_and_goes_on_by_itself(app: AppTest) -> None:
    shelf.contents()
    turn(app.run(), "review")
    assert "In <mark>2019</mark> it burned" in html(app) or "<mark>In 2019</mark>" in html(app)
    assert app.get("progress")[0].proto.text == "0 of 4 reviewed"
    first = linked(app, "event")
    app.text_input("decide-why").set_value("as the log says").run()
    app.button("decide-accept").click().run()
    assert app.get("progress")[0].proto.text == "1 of 4 reviewed" and linked(app, "event") != first
    (entry,) = library().log()
    assert (entry.who, entry.decision.kind, entry.decision.why, entry.decision.events) == ("ada", "accept", "as the log says", tuple(first))
    assert app.text_input("decide-why").value == ""
    app.button("decide-undo").click().run()
    assert app.get("progress")[0].proto.text == "0 of 4 reviewed"
    for _ in range(4):
        app.button("decide-accept").click().run()
    assert "All of these are reviewed" in html(app) and not app.exception


def test_a_rejected_event_leaves_the_table_and_comes_back(app: AppTest) -> None:
    opened(app, "2021-10-06", "timeline")
    app.button("decide-reject").click().run()
    assert "<strong>3</strong> events" in html(app) and "<strong>Rejected</strong> by ada" in html(app)
    assert app.button("decide-reject").disabled
    app.button("decide-undo").click().run()
    assert "<strong>4</strong> events" in html(app) and app.button("decide-undo").disabled


def test_the_log_tells_of_every_kind_of_decision(app: AppTest) -> None:
    first, second = (str(told(edtf)["id"]) for edtf in ("2021-10-04", "2021-10-06"))
    for decision in (
        Decision("same", (first, second)),
        Decision("different", (first, second)),
        Decision("settle", (first,), {"edtf": "2021-10-05"}),
        Decision("redate", (), {"document": "quay", "published": "2021-10-13"}),
    ):
        library().decide(decision)
    turn(app.run(), "review")
    app.segmented_control("review-part").set_value("Log").run()
    for words in ("said to be one happening", "said to be different happenings", "settled by ada", "dated anew by ada"):
        assert words in html(app)
    library().remove("quay", "sent in confidence")
    app.run()  # of the last document
    assert "removed by ada" in html(app) and "quay: 4 events went with it, for good" in html(app)
    keys = [button.key for button in app.button]
    assert "undo-4" in keys and "undo-5" not in keys
    for part in ("Events", "Rejected", "Needs a look", "Names"):
        app.segmented_control("review-part").set_value(part).run()
        assert ("take-samples" in [button.key for button in app.button]) == (part == "Events") and not app.exception


PAGES = ("timeline", "agenda", "actors", "compare", "document", "review")


def test_the_filter_finds_what_was_rejected_where_it_is_asked_for(app: AppTest) -> None:
    opened(app, "2021-10-06", "timeline")
    assert "rejected" not in [option for pills in app.pills for option in pills.options]
    app.button("decide-reject").click().run()
    assert "<strong>3</strong> events" in html(app)
    app.pills("filter-reviews").set_value(["rejected"]).run()
    assert linked(app, "review") == ["rejected"] and list(app.dataframe[0].value["edtf"]) == ["2021-10-06"]
    assert "<strong>1</strong> of 4 events" in html(app) and "<strong>Rejected</strong> by ada" in html(app)
    for page in PAGES:
        turn(app, page)
        assert "<strong>1</strong> of 4 events" in html(app) or page == "document"
    turn(app, "timeline")
    app.pills("filter-reviews").set_value(["new", "rejected"]).run()
    assert list(app.dataframe[0].value["edtf"]) == ["2019", "2021-10-04", "2021-10-06", "2021-10-09"]
    app.button("decide-undo").click().run()
    assert "<strong>4</strong> events" in html(app)


def test_rejected_events_are_listed_and_looked_at_again(app: AppTest) -> None:
    opened(app, "2021-10-06")
    app.segmented_control("review-part").set_value("rejects").run()
    assert "Nothing is rejected" in html(app)
    app.segmented_control("review-part").set_value("events").run()
    app.button("decide-reject").click().run()
    app.segmented_control("review-part").set_value("rejects").run()
    assert "The City Council met on 6 October 2021." in html(app)
    app.button("reopen-0").click().run()
    assert "Nothing is rejected" in html(app) and told("2021-10-06")["review"] == "new"


def test_every_field_can_be_edited(app: AppTest) -> None:
    opened(app, "2021-10-06")
    app.button("decide-edit").click().run()
    app.text_input(field(app, "date")).set_value("the 7th").run()
    assert "read as <code>2021-10-07</code>" in html(app)
    app.text_input(field(app, "label")).set_value("The council sat")
    app.multiselect(field(app, "actors")).set_value(["City Council", "Ada Moore"])
    app.multiselect(field(app, "places")).set_value(["Lorn"])
    app.selectbox(field(app, "status")).set_value("denied")
    app.selectbox(field(app, "extent")).set_value("span")
    app.number_input(field(app, "to")).set_value(int(str(told("2021-10-06")["excerpt_end"])) - 1)
    app.multiselect(field(app, "tags")).set_value(["council"])
    app.text_area(field(app, "comment")).set_value("Ask the clerk.")
    app.text_input("decide-why").set_value("the minutes")
    app.button("edit-save").click().run()
    assert not app.exception
    now = told("2021-10-07")
    said = {name: now[name] for name in ("label", "actors", "places", "status", "extent", "tags", "comment", "review")}
    assert said == {
        "label": "The council sat",
        "actors": ["City Council", "Ada Moore"],
        "places": ["Lorn"],
        "status": "denied",
        "extent": "span",
        "tags": ["council"],
        "comment": "Ask the clerk.",
        "review": "edited",
    }
    assert str(now["excerpt"]).endswith("6 October 2021") and library().faults() == []
    assert [entry.decision.why for entry in library().log()] == ["the minutes"] * 3
    shown = html(app)
    assert "<strong>Edited</strong> by ada" in shown and "<span>council</span>" in shown and "Ask the clerk." in shown
    assert "date: <bdi>2021-10-06</bdi> → <bdi>2021-10-07</bdi>" in shown


def test_what_stays_as_it_is_is_no_decision_and_what_makes_no_sense_is_said(app: AppTest) -> None:
    opened(app, "2021-10-06")
    app.button("decide-edit").click().run()
    app.button("edit-save").click().run()
    assert library().log() == []
    app.button("decide-edit").click().run()
    app.text_input(field(app, "date")).set_value("<b>soon</b>").run()
    assert "is no date" in html(app) and "<b>soon" not in html(app)
    app.button("edit-save").click().run()
    assert library().log() == []
    app.text_input(field(app, "date")).set_value("6 October 2021")
    app.text_input(field(app, "label")).set_value(" ")
    app.button("edit-save").click().run()
    assert "a label needs words" in html(app) and library().log() == []


def test_events_are_joined_and_split(app: AppTest) -> None:
    opened(app, "2021-10-04")
    app.button("decide-edit").click().run()
    app.button("edit-split").click().run()
    assert "a split needs two parts or more" in html(app)
    app.text_area(field(app, "split")).set_value("It closed @ the 3rd\nIt stayed closed")
    app.button("edit-split").click().run()
    assert {row["label"] for row in library().events()} >= {"It closed", "It stayed closed"}
    app.button("decide-undo").click().run()
    opened(app, "2021-10-04")
    app.button("decide-edit").click().run()
    app.multiselect(field(app, "merge")).set_value([str(told("2021-10-09")["id"])])
    app.button("edit-merge").click().run()
    assert [row["edtf"] for row in library().events()] == ["2019", "2021-10-04", "2021-10-06"]
    assert "Told again in 1 more sentence" in html(app)


def test_the_log_says_who_did_what_and_undoes_it(app: AppTest) -> None:
    opened(app, "2021-10-06")
    app.button("decide-accept").click().run()
    app.segmented_control("review-part").set_value("log").run()
    assert "<strong>1</strong> accepted by ada" in html(app) and "state: <bdi>new</bdi> → <bdi>accepted</bdi>" in html(app)
    app.button("undo-1").click().run()
    assert "<em>(undone)</em>" in html(app) and "decision 1 undone by ada" in html(app)
    app.button("undo-2").click().run()
    assert told("2021-10-06")["review"] == "accepted"
    app.button("open-1").click().run()
    assert app.segmented_control("review-part").value == "events" and "<strong>Accepted</strong>" in html(app)


def test_decisions_that_no_longer_fit_are_listed_with_why(app: AppTest, tmp_path: Path) -> None:
    opened(app, "2021-10-09")
    app.button("decide-accept").click().run()
    with Library(library().path) as other:  # another process
        document = other.document("quay")
        other.read_again([(document, [])])
    turn(app, "review")
    app.segmented_control("review-part").set_value("looks").run()
    assert "is no longer there" in html(app)


def test_names_are_joined_taken_apart_and_written(app: AppTest) -> None:
    turn(app.run(), "review")
    app.segmented_control("review-part").set_value("names").run()
    app.multiselect("names-old").set_value(["Harbour Authority", "City Council"]).run()
    app.text_input("names-new").set_value("Port Board")
    app.button("names-rename").click().run()
    assert {name for name, _ in library().names()} == {"Port Board"}
    exported = app.get("download_button")[0]
    assert exported.proto.label == "Save the names as an aliases file"
    app.multiselect("names-old").set_value(["Port Board"]).run()
    app.multiselect("names-in").set_value([str(told("2021-10-06")["id"])])
    app.text_input("names-new").set_value("Council")
    app.button("names-rename").click().run()
    assert dict(library().names())["Council"] == 1
    app.button("names-undo").click().run()
    app.button("names-undo").click().run()
    assert {name for name, _ in library().names()} == {"Harbour Authority", "City Council"}
    app.get("file_uploader")[0].set_value(("aliases.csv", b"name,alias,kind\nThe Port,Harbour Authority,\n", "text/csv")).run()
    assert "The Port" in dict(library().names())


def test_an_event_is_added_from_words_of_the_document(app: AppTest) -> None:
    shelf.contents()
    turn(app.run(), "document")
    app.text_input("by-hand-words").set_value("no such words").run()
    assert "do not stand in the document" in html(app)
    app.text_input("by-hand-words").set_value("closed the quay").run()
    assert (app.text_input("by-hand-date").value, app.text_input("by-hand-label").value) == ("4 October 2021", "closed the quay")
    assert app.multiselect("by-hand-actors").value == ["Harbour Authority"]
    assert "read as <code>2021-10-04</code>" in html(app) and "The Harbour Authority closed the quay on 4 October 2021." in html(app)
    app.text_input("by-hand-label").set_value("The quay was closed by force")
    app.selectbox("by-hand-status").set_value("denied")
    app.text_input("decide-why").set_value("told in the hall")
    app.button("by-hand-add").click().run()
    assert not app.exception and library().faults() == []
    (entry,) = library().log()
    (id,) = entry.after
    now = library().event(id)
    assert (now["edtf"], now["label"], now["status"], entry.decision.why) == (
        "2021-10-04",
        "The quay was closed by force",
        "denied",
        "told in the hall",
    )
    assert f'data-event="{id}"' in html(app)
    app.button("decide-undo").click().run()
    assert len(list(library().events())) == 4


def test_words_without_a_date_ask_for_one(app: AppTest) -> None:
    (document,) = shelf.contents().documents.values()
    turn(app.run(), "document")
    app.text_input("by-hand-words").set_value("it burned").run()
    assert app.text_input("by-hand-date").value == "2019"
    app.text_input("by-hand-date").set_value("").run()
    assert "give one" in html(app)
    app.button("by-hand-add").click().run()
    assert library().log() == [] and "is no date" in html(app)
    app.text_input("by-hand-date").set_value("spring 2019").run()
    app.button("by-hand-add").click().run()
    assert told("2019-21")["label"] == "it burned" and document.id == "quay"


def test_hostile_words_stay_words(app: AppTest, tmp_path: Path) -> None:
    opened(app, "2021-10-06")
    app.button("decide-edit").click().run()
    hostile = "<img src=x onerror=alert(1)> $x$ :red[a]"
    app.text_input(field(app, "label")).set_value(hostile)
    app.multiselect(field(app, "tags")).set_value([hostile])
    app.text_area(field(app, "comment")).set_value(hostile)
    app.text_input("decide-why").set_value(hostile)
    app.button("edit-save").click().run()
    for part in ("events", "log", "names"):
        app.segmented_control("review-part").set_value(part).run()
        assert "<img" not in html(app) and not any(":red[" in text.value for text in app.markdown)
    assert hostile in unescape(html(app)) or part == "names"
