"""The live timeline in Streamlit: plotly.js in a component that tells what is clicked and what is in view.

The browser owns the view: it zooms and pans at once and tells the server where it came to rest; the server answers with the layout for that
view. A change of the table (a filter) leaves the view where it is. plotly.js comes from the installed plotly package, from this server.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.components.v1 import declare_component

from core.model import Document
from core.timex import timexes
from core.when import DAY, When, civil_from_days
from dashboard.part import Part
from dashboard.theme import ThemeName
from dashboard.timeline import plotly_js
from dashboard.timeline.figure import axis, heads, hits, live_spec, overview_spec
from dashboard.timeline.glyphs import all_kinds
from dashboard.timeline.lanes import BY, LISTS, Choice, told
from dashboard.timeline.layout import Layout, layout
from dashboard.timeline.marks import DISPUTED, Marks, marks, part_of
from dashboard.timeline.sheet import sheet
from dashboard.timeline.views import View, before_after, beginning, beyond, first_view, of_lane, padded, whole
from dashboard.words import SAY, phrases, say
from dashboard.words.short import MONTH, YEAR, range_words

HERE = Path(__file__).parent
SCRIPTS = ("history.js", "element.js", "sheet.js", "lanes.js", "overview.js", "timeline.js")
"""What the browser runs, one after the other."""
LONGEST = 100
"""Characters of a typed date."""
WIDTH = 1100
"""Pixels, until the browser has told its own."""
UNITS = {"century": 100 * YEAR, "decade": 10 * YEAR, "year": YEAR, "month": MONTH, "week": 7.0 * DAY, "day": float(DAY)}
"""The zoom buttons and the milliseconds that they show."""


def lean(code: str) -> str:
    """A script without the indentation and the lines of comment that only its readers need: it is sent with each message.

    >>> lean("// why\\nif (a) {\\n  b()\\n}\\n")
    'if (a) {\\nb()\\n}\\n'
    """
    lines = (line.strip() for line in code.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


_component = st.components.v2.component(
    "dateline.timeline",
    html='<div class="dl-timeline"></div>',  # its style sheet is that of the page
    js=lean(SAY + "".join((HERE / name).read_text("utf-8") for name in SCRIPTS)),
    isolate_styles=False,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the timeline shows: the view (milliseconds since 1970), how many events lie before, after, and nowhere on the axis, how its
    lanes are made, and the view with which it opens where nobody has moved."""

    view: View
    before: int
    after: int
    undated: int
    lanes: Choice
    first: View


def timeline(
    part: Part,
    *,
    key: str,
    theme: ThemeName = "light",
    selected: str | None = None,
    begin: View | None = None,
    going: View | None = None,
    lanes: Choice | None = None,
    on_click: Callable[[str], None] | None = None,
) -> Shown:
    """Draw the live timeline of some rows of an event table; to be called inside a fragment, which its clicks and zooms then run again.

    `key` names the widget; `selected` is the id of the event to be marked, and brought into view when it changes; `on_click` is called with
    the id of the event that was clicked, before the fragment runs again; `begin` is the view to begin with, until the visitor moves, and
    `going`, given once, a view that he is taken to; `lanes` how the lanes are made, by default as the visitor has told with `key`. The
    whole table gives the first view and the order and colours of the lanes, which all stay under any filter.
    """
    state: dict[str, Any] = st.session_state.get(key) or {}
    everything = part.of
    choice = possible(told(state.get("lanes")) if lanes is None else lanes, everything)
    made, all_made = _part(part, choice)[-1], _whole(everything)[1]
    width = int(state.get("width") or WIDTH)
    view = _view(state.get("view")) or begin or beginning(made, all_made, selected)
    plan = _layout(key, made, view, width, selected)
    message = _message(made, all_made, plan, theme, selected)
    message |= {
        "lanes": _lanes(made, choice, everything),
        "sought": {"view": going} if going else _sought(state.get("sought"), view),
        "plotly": _plotly(),
    }
    _component(
        key=key,
        data=message,
        on_click_change=lambda: _clicked(key, on_click),
        on_view_change=lambda: None,
        on_width_change=lambda: None,
        on_lanes_change=lambda: None,
        on_sought_change=lambda: None,
    )
    before, after = before_after(made, view)
    return Shown(view, before, after, made.undated, choice, _first(everything)[1])


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={pd.DataFrame: id})
def _whole(table: pd.DataFrame, by: str = "actors") -> tuple[pd.DataFrame, Marks, tuple[str, ...]]:
    """The marks of a table and the order of its lanes, made once; the table is kept, so that no other can have its id meanwhile."""
    made = marks(table) if by == "actors" else _whole(table)[1].grouped(table, Choice(by))
    return table, made, tuple(made.groups.counts())


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={pd.DataFrame: id})
def _first(table: pd.DataFrame) -> tuple[pd.DataFrame, View]:
    """The view with which a table opens; the table is kept, so that no other can have its id meanwhile."""
    return table, first_view(_whole(table)[1])


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={Part: id})
def _part(part: Part, choice: Choice) -> tuple[Part, Marks]:
    """The marks of some rows of a table, which are kept, so that no others have their id meanwhile; lanes keep place and colour."""
    _, made, order = _whole(part.of, choice.by)
    if part.whole and choice == Choice(choice.by):
        return part, made
    return part, part_of(made, part.places, order=order, choice=choice)


def possible(choice: Choice, table: pd.DataFrame) -> Choice:
    """The choice, lanes by actor where the table has nothing to make its lanes of."""
    return choice if choice.by in _ways(table)[1] else Choice()


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={pd.DataFrame: id})
def _ways(table: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """The ways to make lanes of a table: by actor, and by what it names; it is kept, so that no other can have its id meanwhile."""
    there = [name for name, by in BY.items() if by.column in table and (by.column not in LISTS or any(map(len, table[by.column])))]
    return table, {name: BY[name].about for name in BY if name in there or name == Choice().by}


def _lanes(made: Marks, choice: Choice, table: pd.DataFrame) -> dict[str, Any]:
    """What can be chosen of the lanes: the ways to make them, and the names in their order with the hidden ones last."""
    counts = made.groups.counts()
    named = [lane.name for lane in made.lanes if lane.name in counts]
    hidden = [name for name in choice.hidden if name in counts]
    return {
        "by": choice.by,
        "ways": list(_ways(table)[1].items()),
        "names": [[name, counts[name]] for name in named + hidden],
        "order": choice.order,
        "hidden": hidden,
        "closed": [lane.name for lane in made.lanes if lane.closed],
    }


def _sought(typed: Any, view: View) -> dict[str, Any] | None:
    """The stretch that somebody typed, read as in a text written in the middle of the view; or what is wrong with it."""
    if not isinstance(typed, str) or not typed.strip():
        return None
    year, month, day = civil_from_days(int(sum(view) / 2 // DAY))
    written = When(f"{year:04d}-{month:02d}-{day:02d}") if 1000 <= year <= 9999 else None
    found = [timex.when for timex in timexes(Document("typed", typed[:LONGEST], published=written)) if timex.when]
    for when in found:
        if when.start is not None and when.end is not None:
            return {"view": padded(float(when.start), float(when.end), 0.0)}
    return {"problem": say("chart.no-date", typed=typed[:LONGEST].strip())}


def _clicked(key: str, on_click: Callable[[str], None] | None) -> None:
    clicked = (st.session_state.get(key) or {}).get("click")
    if on_click is not None and isinstance(clicked, str):
        on_click(clicked)


def _view(told: Any) -> View | None:
    """The view that the browser told, None where it is none."""
    if isinstance(told, list) and len(told) == 2 and all(isinstance(end, (int, float)) for end in told) and told[0] < told[1]:
        return float(told[0]), float(told[1])
    return None


def _layout(key: str, made: Marks, view: View, width: int, selected: str | None) -> Layout:
    """The layout for a view; where it is the last one moved aside, no lane of that shrinks or goes under the visitor's hand."""
    same = (id(made), width, f"{view[1] - view[0]:.6g}")
    before, rows = st.session_state.get(f"{key}-rows", (None, {}))
    plan = layout(made, view, width, selected, rows=rows if before == same else {})
    st.session_state[f"{key}-rows"] = (same, {lane.name: lane.rows for lane in plan.lanes})
    return plan


def _message(made: Marks, of: Marks, plan: Layout, theme: ThemeName, selected: str | None) -> dict[str, Any]:
    """All that the browser needs for one picture; texts of documents are escaped in the figures, and plain text elsewhere."""
    view = plan.view
    everything, (first, last) = whole(made), whole(of)
    counts, places = before_after(made, view), beyond(made, view)
    chosen = made.find(selected)
    return {
        "figure": live_spec(made, plan, theme=theme, selected=selected),
        "sheet": sheet(made, plan, theme=theme),
        "overview": overview_spec(made, plan, of, theme=theme),
        "axis": axis(plan),
        "hits": hits(made, plan),
        "heads": heads(plan, theme=theme),
        "left": plan.left,
        "narrow": plan.narrow,
        "legend": [[kind.about.removeprefix(f"{DISPUTED} "), kind.outline, kind.solid] for kind in all_kinds(of)],
        "folded": [{"name": lane.name, "count": lane.count, "view": of_lane(made, lane.index)} for lane in plan.folded],
        "view": view,
        "words": range_words(*view),
        "inside": len(made) - sum(counts),
        "count": len(made),
        "whole": everything,
        "width": plan.width,
        "edges": [{"count": count, "view": place} for count, place in zip(counts, places, strict=True)],
        "units": {name: length for name, length in UNITS.items() if length < last - first},
        "selected": None if chosen is None else {"id": selected, "at": [float(made.known_start[chosen]), float(made.known_end[chosen])]},
        "phrases": phrases("chart"),
    }


def _plotly() -> str:
    """The path under which this server offers plotly.js; the browser keeps the file."""
    base = st.get_option("server.baseUrlPath").strip("/")
    if plotly_js.offered and not base:
        return plotly_js.ADDRESS.lstrip("/")
    name = declare_component("plotly", path=plotly_js.FOLDER).name
    return f"{base}/component/{name}/{plotly_js.NAME}".lstrip("/")
