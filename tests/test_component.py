"""The live timeline's side of the server: what it sends, what it takes from the browser, whom it tells."""

import json
from itertools import pairwise
from typing import Any

import pytest
from chart_tables import crowd, harbour
from streamlit.testing.v1 import AppTest

from core.when import When
from dashboard.theme import LIGHT
from dashboard.timeline.component import UNITS, _lanes, _message, _sought, _view, possible
from dashboard.timeline.glyphs import kinds
from dashboard.timeline.lanes import Choice, from_query, to_query, told
from dashboard.timeline.layout import layout
from dashboard.timeline.marks import marks
from dashboard.timeline.views import first_view, padded, whole


def message(**more: Any) -> dict[str, Any]:
    made = marks(harbour())
    selected = more.get("selected")
    plan = layout(made, more.get("view", first_view(made)), 1000, selected)
    return _message(made, more.get("of", made), plan, "light", selected)


def test_a_message_is_plain_json_and_small() -> None:
    sent = json.dumps(message())
    assert len(sent) < 150_000
    assert json.loads(sent)["width"] == 1000


def test_the_picture_of_a_crowd_is_small_at_every_zoom() -> None:
    made = marks(crowd(5000))
    start, end = whole(made)
    for share in (1, 0.3, 0.1, 0.03, 0.01):
        middle, half = (start + end) / 2, share * (end - start) / 2
        assert len(json.dumps(_message(made, made, layout(made, (middle - half, middle + half), 1000), "light", None))) < 130_000


def test_a_click_on_mark_or_label_can_be_found() -> None:
    hits = {hit[0]: hit for hit in message()["hits"]}
    events = harbour().set_index("id")
    assert set(hits) == set(events.index)
    scale = 1000 / (whole(marks(harbour()))[1] - whole(marks(harbour()))[0])
    for identifier, (_, start, end, left, right, _) in hits.items():
        middle = (events.start_ms[identifier] + events.end_ms[identifier]) / 2
        assert start - left / scale <= middle <= end + right / scale
        assert max(left, right) > 30  # the label counts


def test_only_units_shorter_than_the_whole_are_offered() -> None:
    assert list(message()["units"]) == ["year", "month", "week", "day"]
    assert set(message()["units"]) < set(UNITS)


def test_the_units_stay_under_a_filter() -> None:
    part = marks(harbour().iloc[3:5])
    sent = _message(part, marks(harbour()), layout(part, whole(part), 1000), "light", None)
    assert sent["units"] == message()["units"]


def test_the_edges_lead_to_what_lies_beyond() -> None:
    view = (float(When("2022-03").start or 0), float(When("2022-06").end or 0))
    before, after = message(view=view)["edges"]
    assert before["count"] > 0 and before["view"][0] < before["view"][1]
    assert after["count"] > 0 and after["view"][1] > view[1]


def test_events_outside_the_view_are_counted_and_the_overview_holds_events_and_view() -> None:
    everything, part = marks(harbour()), marks(harbour().iloc[:3])
    view = (float(When("1950").start or 0), float(When("1951").end or 0))
    sent = _message(part, everything, layout(part, view, 1000), "light", None)
    assert (sent["inside"], sent["count"]) == (0, 3)
    assert [edge["count"] for edge in sent["edges"]] == [0, 3]
    assert [(lane["name"], lane["count"]) for lane in sent["folded"]] == [("Harbour Authority", 3)]
    assert sent["folded"][0]["view"][0] > view[1]
    start, end = sent["overview"]["layout"]["xaxis"]["range"]
    assert start == view[0] and end == whole(everything)[1]
    assert len(sent["overview"]["data"]) == 2  # faint what is filtered out


def test_the_axis_is_written_in_words() -> None:
    assert sorted({context for _, _, context in message()["axis"] if context.startswith("20")} & {"2022"}) == ["2022"]
    assert {"Jan", "Jul"} <= {text for _, text, _ in message()["axis"]}


def test_the_chosen_event_is_told_with_its_place() -> None:
    assert message(selected="e2")["selected"] == {"id": "e2", "at": [When("2022-02-14").start, When("2022-02-14").end]}
    assert message(selected="gone")["selected"] is None


@pytest.mark.parametrize("told", [None, [], [1], [2.0, 1.0], [1, 1], ["a", "b"], {"a": 1}, "12", [0, float("nan")]])
def test_a_view_that_is_none_is_not_believed(told: Any) -> None:
    assert _view(told) is None


def test_a_view_is_believed() -> None:
    assert _view([1, 2.5]) == (1.0, 2.5)


VIEW = (float(When("1915").start or 0), float(When("1917").end or 0))


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("spring 1916", "1916-21"),
        ("44 BC", "-0043"),
        ("May to July 2020", "2020-05/2020-07"),
        ("the 1990s", "199X"),
        ("in March", "1916-03"),
    ],
)
def test_a_typed_date_is_read_as_in_a_text(typed: str, edtf: str) -> None:
    when, found = When(edtf), _sought(typed, VIEW)
    assert found and when.start is not None and when.end is not None
    assert found["view"] == padded(float(when.start), float(when.end), 0.0)


def test_what_is_no_date_is_said_and_nothing_typed_is_no_wish() -> None:
    assert "<b>some day" in (_sought("<b>some day</b>", VIEW) or {})["problem"]
    assert _sought("  ", VIEW) is None and _sought(None, VIEW) is None and _sought(12, VIEW) is None


@pytest.mark.parametrize("asked", [None, [], "actors", {"by": "label"}, {"by": "places"}, {"by": ["actors"]}])
def test_lanes_that_cannot_be_are_not_made(asked: Any) -> None:
    assert possible(told(asked), harbour()) == Choice()


def test_lanes_can_be_chosen() -> None:
    choice = told({"by": "actors", "order": ["Press"], "hidden": ["Prosecutor"], "closed": ["City Council"]})
    assert possible(choice, harbour()) == choice == from_query(to_query(choice))
    made = marks(harbour(), choice=choice)
    sent = _lanes(made, choice, harbour())
    assert sent["names"][0] == ["Press", 8] and sent["names"][-1] == ["Prosecutor", 5] and sent["hidden"] == ["Prosecutor"]
    assert sent["closed"] == ["City Council"]
    assert sent["ways"] == [("actors", "actor"), ("status", "status")]


def test_lanes_are_offered_only_by_what_is_named() -> None:
    rows = harbour().assign(tags=[[] for _ in range(41)], places=[["the quay"], *([] for _ in range(40))])
    sent = _lanes(marks(rows), Choice(), rows)
    assert [name for name, _ in sent["ways"]] == ["actors", "places", "status"]
    assert possible(Choice("tags"), rows) == Choice() and possible(Choice("places"), rows) == Choice("places")
    nobody = harbour().assign(actors=[[] for _ in range(41)])
    assert [name for name, _ in _lanes(marks(nobody), Choice(), nobody)["ways"]] == ["actors", "status"]


def test_the_legend_explains_every_sign_at_any_zoom_and_stays_the_same() -> None:
    explained = {about for about, _, _ in message()["legend"]}
    made = marks(harbour())
    start, end = whole(made)
    for share in (1, 0.1, 0.01):
        plan = layout(made, (start, start + share * (end - start)), 1000)
        assert {kind.about for kind in kinds(made, plan)} <= explained
    assert message(of=made, view=(start, start + 1e9))["legend"] == message()["legend"]
    assert "denied" in explained and "open end" not in explained


def test_lanes_are_headed_where_they_stand() -> None:
    heads = message()["heads"]
    assert [head["name"] for head in heads] == [lane.name for lane in marks(harbour()).lanes]
    assert all(below["top"] == above["top"] + above["height"] for above, below in pairwise(heads))
    assert {head["colour"] for head in heads} <= set(LIGHT.lanes)


def page() -> None:
    import streamlit as st
    from chart_tables import harbour

    from dashboard.part import Part
    from dashboard.timeline.component import timeline

    shown = timeline(Part(harbour()), key="chart", theme="dark", selected="e2")
    st.write(f"{shown.before} before, {shown.after} after, {shown.undated} undated")


def test_it_draws_in_a_page() -> None:
    run = AppTest.from_function(page, default_timeout=30).run()
    assert not run.exception
    assert run.markdown[0].value == "0 before, 0 after, 0 undated"


def test_labels_and_strips_are_laid_over_the_chart_as_plain_text() -> None:
    wild = crowd(3000).assign(label="<b>R&D</b> \u202eopened")
    made = marks(wild)
    plan = layout(made, whole(made), 1000)
    laid = _message(made, made, plan, "light", None)["sheet"]
    labels = {item.label for item in plan.placed if item.label}
    assert {text for _, _, text, *_ in laid["labels"]} == labels and any(text.startswith("<b>R&D</b>") for text in labels)
    assert len(laid["strips"]) == sum(1 for lane in plan.lanes if lane.density)
    for (start, step, foot, colour, heights), lane in zip(laid["strips"], (lane for lane in plan.lanes if lane.density), strict=True):
        assert start == lane.density_start and step == pytest.approx(5 / plan.pixels_per_ms) and lane.top < foot < lane.bottom
        assert len(heights) == len(lane.density) and colour.startswith("rgba(")
        assert [digit == "0" for digit in heights] == [count == 0 for count in lane.density]
    assert not any(
        trace.get("mode") == "text" and "R&" in str(trace) for trace in _message(made, made, plan, "light", None)["figure"]["data"]
    )
