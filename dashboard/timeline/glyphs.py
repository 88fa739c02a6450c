"""What the glyphs look like and what they mean: one table for the marks, the legend and docs/timeline.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dashboard.theme import Theme, faded
from dashboard.timeline.layout import Layout
from dashboard.timeline.marks import DISPUTED, Marks

SIZE = 12.0
BAR = 10.0
SHAPES = {"day": "circle", "month": "circle", "year": "diamond"}
CROSSED = {"day": "circle-x", "month": "circle-x", "year": "diamond-x"}
PLANNED = "triangle-right"
QUERY = "?"


@dataclass(frozen=True, slots=True)
class Kind:
    """A sign of the legend: its name, what it means, and the trace that draws it there."""

    name: str
    about: str
    drawn: dict[str, Any]


def _marker(symbol: str, *, filled: bool = False) -> dict[str, Any]:
    return {"mode": "markers", "marker": {"symbol": symbol, "size": SIZE - 2, "filled": filled}}


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("day", "a day or finer", _marker("circle", filled=True)),
        Kind("month", "month or season", _marker("circle")),
        Kind("year", "year or coarser", _marker("diamond")),
        Kind("span", "from … to", {"mode": "lines", "line": {"width": BAR}}),
        Kind("whisker", "somewhere in this time", {"mode": "lines", "line": {"width": 1.5}}),
        Kind("open", "open end", _marker("triangle-right", filled=True)),
        Kind("planned", "planned (hollow)", _marker(PLANNED)),
        Kind("denied", "denied", _marker("circle-x")),
        Kind("hypothetical", "hypothetical (?)", _marker("circle")),
        Kind("disputed", f"{DISPUTED} sources disagree", {"mode": "markers", "marker": {"opacity": 0, "filled": False}}),
        Kind("strip", "more events than fit", {"mode": "lines", "line": {"width": 8}}),
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


def legend_traces(shown: list[Kind], colours: Theme) -> list[dict[str, Any]]:
    """Empty traces that only stand in the legend."""
    made = []
    for kind in shown:
        trace: dict[str, Any] = {"type": "scatter", "x": [None], "y": [None], "name": kind.about, "hoverinfo": "skip", **kind.drawn}
        if "marker" in trace:
            look = dict(trace["marker"])
            fill = colours.muted if look.pop("filled") else colours.background
            trace["marker"] = {**look, "color": fill, "line": {"color": colours.muted, "width": 2}}
        if "line" in trace:
            trace["line"] = {**trace["line"], "color": faded(colours.muted, 0.45) if kind.name == "strip" else colours.muted}
        made.append(trace)
    return made
