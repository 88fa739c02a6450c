"""The figure: what the glyphs say, text from documents kept harmless, BC and deep time in place."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from chart_tables import harbour, row, table

from core.when import DAY, When
from dashboard.theme import DARK, FONT, LIGHT, Theme, faded
from dashboard.timeline.figure import figure, time_axes
from dashboard.timeline.lanes import Choice


def traces(chart: Any, kind: str, **fields: Any) -> list[dict[str, Any]]:
    return [t for t in chart.to_plotly_json()["data"] if t["type"] == kind and all(t.get(k) == v for k, v in fields.items())]


def glyphs(chart: Any) -> dict[str, tuple[str, bool]]:
    """Symbol and whether it is filled, by id."""
    (trace,) = [t for t in traces(chart, "scatter", mode="markers") if "customdata" in t]
    marker = trace["marker"]
    lines = marker["line"]["color"]
    return {
        str(mark): (marker["symbol"][i], marker["color"][i] == lines[i])
        for i, mark in enumerate(trace["customdata"])
        if not marker["symbol"][i].startswith("triangle-left")
    }


def test_glyphs_tell_precision_and_status() -> None:
    rows = [
        row(1, "2021-10-09T14:03", "minute", ["A"]),
        row(2, "2021-10-09", "day", ["A"]),
        row(3, "2021-10", "month", ["A"]),
        row(4, "2021-21", "season", ["A"]),
        row(5, "2021", "year", ["A"]),
        row(6, "20XX", "century", ["A"]),
        row(7, "2021-11-01", "planned", ["A"], status="planned"),
        row(8, "2021-11-02", "denied", ["A"], status="denied"),
        row(9, "2021-11-03", "hypothetical", ["A"], status="hypothetical"),
    ]
    found = glyphs(figure(table(rows), view=(float(When("2021").start or 0), float(When("2021").end or 0))))
    assert found == {
        "e1": ("circle", True),
        "e2": ("circle", True),
        "e3": ("circle", False),
        "e4": ("circle", False),
        "e5": ("diamond", False),
        "e6": ("diamond", False),
        "e7": ("triangle-right", False),
        "e8": ("circle-x", False),
        "e9": ("circle", False),
    }


def test_a_span_is_a_bar_from_its_first_to_its_last_instant() -> None:
    rows = [row(1, "2021-10-01/2021-10-31", "talks", ["A"], extent="span"), row(2, "2021-09-01", "before", ["A"])]
    (bar,) = traces(figure(table(rows)), "bar")
    assert bar["base"] == [pytest.approx(When("2021-10").start)]
    assert bar["x"] == [pytest.approx(31 * 86_400_000)]
    assert bar["customdata"] == ["e1"]


def test_the_legend_says_what_the_chart_uses_and_nothing_else() -> None:
    names = {t["name"] for t in traces(figure(harbour(), width=1400), "scatter") if t.get("x") == [None]}
    assert names == {
        "a day or finer",
        "month or season",
        "year or coarser",
        "from … to",
        "somewhere in this time",
        "planned (hollow)",
        "denied",
        "hypothetical (?)",
    }
    names = {t["name"] for t in traces(figure(table([row(1, "2021", "a", ["A"])]), width=1400), "scatter") if t.get("x") == [None]}
    assert names == {"year or coarser", "somewhere in this time"} or names == {"year or coarser"}


def test_what_the_sources_disagree_on_is_marked_and_explained() -> None:
    rows = [row(1, "2021-08-30/2021-08-31", "The last plane leaves", ["A"]), row(2, "2021-10-09", "talks", ["A"])]
    chart = figure(table(rows).assign(disputed=[True, False]), width=1400)
    assert "\xa0\xa0≠ The last plane leaves" in json.dumps(chart.to_plotly_json()["data"], default=list, ensure_ascii=False)
    assert "≠ sources disagree" in {t.get("name") for t in traces(chart, "scatter")}


def test_what_is_disputed_bears_its_sign_also_without_a_label() -> None:
    rows = [row(i, "2021-08-30", f"The last plane leaves {i} " + "x" * 40, ["A"]) for i in range(90)]
    rows += [row(90, "2021-08", "sweep", ["B"]), row(91, "2021-08-01/2021-08-20", "flights", ["B"], extent="span")]
    disputed = [number % 2 == 0 or number > 89 for number in range(92)]
    chart = figure(table(rows).assign(disputed=disputed), width=1400, theme="light")
    (signs,) = [trace for trace in traces(chart, "scatter", mode="text") if trace["textposition"] == "middle center"]
    labels = [text for side in ("left", "right") for t in traces(chart, "scatter", textposition=f"middle {side}") for text in t["text"]]
    assert set(signs["text"]) == {"≠"} and len(signs["text"]) > sum("≠" in text for text in labels)
    assert {LIGHT.stripe, LIGHT.background, LIGHT.lane(1)} >= set(signs["textfont"]["color"]) and len(set(signs["textfont"]["color"])) > 1


def test_the_sign_of_disagreement_stands_alone_in_the_legend() -> None:
    chart = figure(table([row(1, "2021-08-30", "The last plane leaves", ["A"])]).assign(disputed=[True]), width=1400)
    (sign,) = [trace for trace in traces(chart, "scatter") if trace.get("name") == "≠ sources disagree"]
    assert sign["marker"]["size"] == 0 and sign["marker"]["line"]["width"] == 0


def test_a_picture_is_measured_in_the_face_in_which_it_is_drawn() -> None:
    family = figure(harbour()).layout.font.family
    assert '"Source Sans",' not in family and family in FONT


def test_a_picture_shows_the_lanes_of_the_screen() -> None:
    chart = figure(harbour(), choice=Choice("status", hidden=("denied",)))
    said = " ".join(note.text for note in chart.layout.annotations)
    assert "<b>planned</b>" in said and "Press" not in said and "<b>denied" not in said


def test_a_chart_that_is_moved_without_a_server_has_all_its_marks() -> None:
    view = (float(When("2022-03-01").start or 0), float(When("2022-03-31").end or 0))
    marked = [
        {name for trace in figure(harbour(), view=view, everything=whole).data for name in trace.customdata or ()}
        for whole in (False, True)
    ]
    assert marked[0] < marked[1] == set(harbour()["id"])


def test_the_time_axis_has_labels_for_every_zoom() -> None:
    year = 365 * DAY
    axes = time_axes((0.0, float(DAY)), (-10.0 * year, 10.0 * year), 1000)
    lengths = [axis["length"] for axis in axes]
    assert lengths == sorted(lengths, reverse=True) and lengths[0] == 20 * year and lengths[-1] < DAY
    for axis in axes:
        at = [place for place in axis["tickvals"] if abs(place - DAY / 2) < axis["length"] / 2]
        assert 2 <= len(at) <= 25 and len(axis["tickvals"]) == len(axis["ticktext"])


HOSTILE = "<b>bold</b> <a href='javascript:alert(1)'>x</a> &lt;script&gt; & <img src=x onerror=alert(1)>"


def test_text_from_documents_is_never_read_as_markup() -> None:
    rows = [
        row(1, "2021-10-09", HOSTILE, [HOSTILE]),
        row(2, "2020/2022", HOSTILE, [HOSTILE], extent="span", status="denied"),
        row(3, "2021-10", HOSTILE, [HOSTILE], status=HOSTILE),
    ]
    for width in (390, 1400):
        chart = figure(table(rows), width=width, view=(float(When("2021-09").start or 0), float(When("2021-11").end or 0)))
        text = json.dumps(chart.to_plotly_json()["data"], default=list) + json.dumps(
            chart.to_plotly_json()["layout"]["annotations"], default=list
        )
        ours = text.replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "").replace("<br>", "")
        ours = ours.replace("<span style='color:#5a5e67;font-size:11px'>", "").replace("</span>", "")
        assert "<" not in ours
        assert "&lt;b&gt;bold" in text and "&amp;lt;script" in text
        assert text.count("<b>") == text.count("</b>")


def test_years_before_christ_and_far_ahead_stand_in_place() -> None:
    rows = [row(1, "-0043-03-15", "murder", ["A"]), row(2, "Y12026", "far", ["A"]), row(3, "Y-17000", "cave", ["B"])]
    chart = figure(table(rows)).to_plotly_json()
    (trace,) = [t for t in chart["data"] if t.get("mode") == "markers" and "customdata" in t]
    at = dict(zip(trace["customdata"], trace["x"], strict=True))
    for mark, edtf in (("e1", "-0043-03-15"), ("e2", "Y12026"), ("e3", "Y-17000")):
        when = When(edtf)
        assert when.start is not None and when.end is not None
        assert when.start <= at[mark] <= when.end
    axis = chart["layout"]["xaxis"]
    assert axis["type"] == "linear"
    assert axis["minallowed"] < min(at.values()) and max(at.values()) < axis["maxallowed"]
    assert "10,000 BC" in axis["ticktext"] or "AD 1" in axis["ticktext"]


def test_the_edges_say_how_many_lie_outside() -> None:
    view = (float(When("2022-03").start or 0), float(When("2022-06").end or 0))
    texts = [note["text"] for note in figure(harbour(), view=view).to_plotly_json()["layout"]["annotations"]]
    assert any(text.endswith(" before") for text in texts) and any("after" in text for text in texts)


def test_the_lanes_without_an_event_in_the_view_are_named_beneath() -> None:
    view = (float(When("2021-01").start or 0), float(When("2021-02").end or 0))
    notes = figure(harbour(), view=view).to_plotly_json()["layout"]["annotations"]
    (note,) = [note for note in notes if " more lanes: " in note["text"]]
    assert note["text"].startswith("4 more lanes: ") and "City Council" in note["text"]
    assert not any("<b>City Council</b>" in other["text"] for other in notes)


def test_a_picture_shows_view_and_events_in_its_overview_and_a_tall_one_its_axis_twice() -> None:
    view = (float(When("1990").start or 0), float(When("1991").end or 0))
    shape = figure(harbour(), view=view).to_plotly_json()["layout"]
    assert shape["xaxis2"]["range"][0] == view[0] and shape["xaxis2"]["range"][1] >= When("2024").end
    assert "xaxis3" not in shape
    tall = figure(harbour(), width=700).to_plotly_json()["layout"]
    assert tall["xaxis3"]["side"] == "top" and tall["xaxis3"]["ticktext"] == tall["xaxis"]["ticktext"]


def test_the_selected_event_glows_in_each_of_its_lanes() -> None:
    rows = [row(1, "2021-10-09", "talks", ["A", "B"]), row(2, "2021-10-01/2021-10-05", "march", ["A"], extent="span")]
    events = table(rows)
    plain = figure(events).to_plotly_json()["data"]
    moment = figure(events, selected="e1").to_plotly_json()["data"]
    (glow,) = [t for t in moment if t not in plain]
    assert len(glow["x"]) == 2
    assert len(figure(events, selected="e2").data) == len(plain) + 1
    assert len(figure(events, selected="no such").data) == len(plain)


def test_the_figure_brings_its_own_template() -> None:
    for name, theme in (("light", LIGHT), ("dark", DARK)):
        chart = figure(harbour(), theme=name)
        assert chart.layout.template.layout.paper_bgcolor == theme.background
        assert list(chart.layout.template.layout.colorway) == list(theme.lanes)


def test_an_empty_table_is_an_empty_chart() -> None:
    assert not [t for t in figure(table([])).data if t.customdata is not None]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


SETTINGS = Path(__file__).parent.parent / ".streamlit/config.toml"


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_stand_out(theme: Theme) -> None:
    for ground in (theme.background, theme.stripe):
        assert all(contrast(colour, ground) >= 3 for colour in theme.lanes)
        assert contrast(theme.text, ground) >= 7 and contrast(theme.muted, ground) >= 4.5
    settings = tomllib.loads(SETTINGS.read_text())["theme"][theme.name]
    assert settings["backgroundColor"] == theme.background
    assert contrast(theme.on_primary, settings["primaryColor"]) >= 4.5
    assert faded(theme.lanes[0], 0.5).startswith("rgba(")


def test_dates_of_two_lines_under_the_overview_have_room() -> None:
    years = figure(table([row(1, "2001", "a", ["A"]), row(2, "2021", "b", ["A"])]))
    months = figure(table([row(1, "2021-02-03", "a", ["A"]), row(2, "2021-09-05", "b", ["A"])]))
    assert any("<br>" in text for text in months.layout.xaxis2.ticktext) and not any(
        "<br>" in text for text in years.layout.xaxis2.ticktext
    )
    assert months.layout.margin.b > years.layout.margin.b
