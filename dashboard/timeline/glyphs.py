"""What the glyphs look like and what they mean: one table for the marks, the legend and docs/timeline.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from dashboard.theme import Theme, faded
from dashboard.timeline.layout import Layout
from dashboard.timeline.marks import DISPUTED, PRECISIONS, Marks
from dashboard.timeline.pack import FEW
from dashboard.words import say

SIZE = 12.0
SIGNED = 16.0
"""The size of a glyph with a sign in it."""
BAR = 10.0
SHAPES = {"day": "circle", "month": "circle", "year": "diamond"}
CROSSED = {"day": "circle-x", "month": "circle-x", "year": "diamond-x"}
PLANNED = "triangle-right"
QUERY = "?"


@dataclass(frozen=True, slots=True)
class Kind:
    """A sign of the legend: its name, what it means, the trace that draws it in a picture, and its outline on the page: an SVG path of
    24 x 14, to be filled where it is `solid`."""

    name: str
    about: str
    drawn: dict[str, Any]
    outline: str
    solid: bool = False


def _marker(symbol: str, *, filled: bool = False) -> dict[str, Any]:
    return {"mode": "markers", "marker": {"symbol": symbol, "size": SIZE - 2, "filled": filled}}


_CIRCLE = "M17 7a5 5 0 1 1-10 0 5 5 0 1 1 10 0z"
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("day", say("sign.day"), _marker("circle", filled=True), _CIRCLE, solid=True),
        Kind("month", say("sign.month"), _marker("circle"), _CIRCLE),
        Kind("year", say("sign.year"), _marker("diamond"), "M12 1l6 6-6 6-6-6z"),
        Kind("span", say("sign.span"), {"mode": "lines", "line": {"width": BAR}}, "M2 3h20v8H2z", solid=True),
        Kind("whisker", say("sign.whisker"), {"mode": "lines", "line": {"width": 1.5}}, "M2 3v8M2 7h20M22 3v8"),
        Kind("open", say("sign.open"), _marker("triangle-right", filled=True), "M3 7h11M14 2l7 5-7 5z", solid=True),
        Kind("planned", say("sign.planned"), _marker(PLANNED), "M8 2l9 5-9 5z"),
        Kind("denied", say("sign.denied"), _marker("circle-x"), f"{_CIRCLE}M8.5 3.5l7 7M15.5 3.5l-7 7"),
        Kind(
            "hypothetical", say("sign.hypothetical"), _marker("circle"), f"{_CIRCLE}M10.4 5.6a1.6 1.6 0 1 1 2.3 1.5q-.7.4-.7 1.1M12 9.7v.3"
        ),
        Kind(
            "disputed",
            f"{DISPUTED} {say('sign.disputed')}",
            {"mode": "markers", "marker": {"opacity": 0, "size": 0, "filled": False}},
            "M18.3 7a6.3 6.3 0 1 1-12.6 0 6.3 6.3 0 1 1 12.6 0zM8.4 5.3h7.2M8.4 8.7h7.2M14.2 3l-4.4 8",
        ),
        Kind("strip", say("sign.strip"), {"mode": "lines", "line": {"width": 8}}, "M2 12V8h5V4h5v5h5V6h5v6z", solid=True),
    )
}


def symbol(marks: Marks, mark: int) -> str:
    """Plotly's name for the glyph of a moment."""
    status, precision = marks.status(mark), marks.precision(mark)
    if status == "planned":
        return PLANNED
    return (CROSSED if status == "denied" else SHAPES)[precision]


def is_filled(marks: Marks, mark: int) -> bool:
    """Whether the glyph of a moment is filled: what happened on a day or more exactly."""
    return marks.status(mark) == "happened" and marks.precision(mark) == "day"


def kinds(marks: Marks, plan: Layout) -> list[Kind]:
    """The signs that a chart uses, in the order of KINDS."""

    def used() -> Iterator[str]:
        for item in plan.placed:
            status = marks.status(item.mark)
            if status != "happened":
                yield status
            elif item.at is not None:
                yield marks.precision(item.mark)
            if item.at is None:
                yield "span"
            if item.whisker:
                yield "whisker"
            if item.open_start or item.open_end:
                yield "open"
            if marks.disputed[item.mark]:
                yield "disputed"
        if any(lane.hidden for lane in plan.lanes):
            yield "strip"

    found = set(used())
    return [kind for name, kind in KINDS.items() if name in found]


@lru_cache(maxsize=2)
def all_kinds(marks: Marks) -> list[Kind]:
    """The signs that the marks of a table use at one zoom or another, in the order of KINDS."""

    def used() -> Iterator[str]:
        happened = np.array([name == "happened" for name in marks.status_names])[marks.statuses]
        yield from (marks.status_names[code] for code in np.flatnonzero(np.bincount(marks.statuses[~happened])))
        yield from (PRECISIONS[code] for code in np.flatnonzero(np.bincount(marks.precisions[happened & ~marks.is_span])))
        signs = {
            "span": marks.is_span.any(),
            "whisker": not marks.is_span.all(),
            "open": marks.open_start.any() or marks.open_end.any(),
            "disputed": marks.disputed.any(),
            "strip": any(len(lane) > FEW for lane in marks.lanes),
        }
        yield from (name for name, is_used in signs.items() if is_used)

    found = set(used())
    return [kind for name, kind in KINDS.items() if name in found]


def legend_traces(shown: list[Kind], colours: Theme) -> list[dict[str, Any]]:
    """Empty traces that only stand in the legend."""
    made = []
    for kind in shown:
        trace: dict[str, Any] = {"type": "scatter", "x": [None], "y": [None], "name": kind.about, "hoverinfo": "skip", **kind.drawn}
        if "marker" in trace:
            look = dict(trace["marker"])
            fill = colours.muted if look.pop("filled") else colours.background
            trace["marker"] = {**look, "color": fill, "line": {"color": colours.muted, "width": 2 if look["size"] else 0}}
        if "line" in trace:
            trace["line"] = {**trace["line"], "color": faded(colours.muted, 0.45) if kind.name == "strip" else colours.muted}
        made.append(trace)
    return made
