"""The chart: table -> Plotly figure, the same for the screen and for export.

The horizontal axis is linear in milliseconds since 1970 with labels of our own, so that years before Christ and past 9999 stand right; the
vertical one counts pixels.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.theme import THEMES, Theme, ThemeName, template
from dashboard.timeline import traces
from dashboard.timeline.glyphs import Kind, kinds, legend_traces
from dashboard.timeline.layout import Layout, layout
from dashboard.timeline.marks import Marks, marks
from dashboard.timeline.pack import GAP, RADIUS
from dashboard.timeline.text import escaped, text_width
from dashboard.timeline.ticks import Tick, ticks
from dashboard.timeline.views import View, first_view, whole

if TYPE_CHECKING:
    import pandas as pd

EDGES = 24.0
"""Pixels above the plot, for what lies beyond its ends."""
AXIS = 48.0
OVERVIEW = 30.0
OVERVIEW_AXIS = 30.0
LEGEND_ROW = 19.0
LEGEND_SIGN = 44.0
"""Pixels that the sign of a legend entry takes, and the air after its words."""


def figure(
    table: "pd.DataFrame",
    *,
    theme: ThemeName = "light",
    width: int = 1200,
    view: View | None = None,
    selected: str | None = None,
    order: Sequence[str] | None = None,
) -> go.Figure:
    """The timeline of an event table as a Plotly figure of `width` pixels; its height follows from its rows.

    `view` is (start, end) in milliseconds since 1970, by default the stretch with most of the events; `selected` the id of the event to be
    marked; `order` the names of the actors in the order of their lanes, by default the busiest first.
    """
    made = marks(table, order=order)
    return go.Figure(spec(made, layout(made, view or first_view(made), width, selected), theme=theme, selected=selected))


def spec(marks: Marks, plan: Layout, *, theme: ThemeName = "light", selected: str | None = None, live: bool = False) -> dict[str, Any]:
    """The figure as plain data and layout.

    `live`: for the component, which itself draws the counts at the ends and the window on the overview.
    """
    colours = THEMES[theme]
    everything = whole(marks)
    shown = kinds(marks, plan)
    above = 4.0 if live else EDGES
    below = OVERVIEW_AXIS + _legend_rows(shown, plan) * LEGEND_ROW + 4
    inner = plan.height + AXIS + OVERVIEW
    shapes, notes = (
        [*traces.backgrounds(plan, colours), traces.overview_background(colours)],
        traces.names(plan, colours) + traces.inside_labels(marks, plan, colours),
    )
    if not live:
        shapes.append(traces.window(plan, everything, colours))
        notes += traces.edges(marks, plan, colours)
    return {
        "data": [
            *traces.strips(plan, colours),
            *traces.halo(marks, plan, colours, selected),
            *traces.whiskers(marks, plan, colours),
            *traces.bars(marks, plan, colours),
            *traces.glyphs(marks, plan, colours),
            *traces.queries(marks, plan, colours),
            *traces.labels(marks, plan, colours),
            *traces.overview(marks, everything, plan, colours),
            *legend_traces(shown, colours),
        ],
        "layout": {
            "template": template(colours),
            "width": plan.width,
            "height": round(above + inner + below),
            "autosize": False,
            "margin": {"l": plan.left, "r": plan.right, "t": above, "b": below, "pad": 0, "autoexpand": False},
            "barmode": "overlay",
            "dragmode": "pan",
            "hovermode": "closest",
            "hoverdistance": 12,
            "showlegend": bool(shown),
            "legend": _legend(shown, plan, inner, colours),
            "shapes": shapes,
            "annotations": notes,
            **_axes(plan, everything, inner, colours),
        },
    }


def _axes(plan: Layout, everything: View, inner: float, colours: Theme) -> dict[str, Any]:
    """Time above its overview, and their two pixel axes."""
    length = everything[1] - everything[0]
    reach = min(everything[0], plan.view[0]) - length, max(everything[1], plan.view[1]) + length
    time = {"range": list(plan.view), "minallowed": reach[0], "maxallowed": reach[1], "anchor": "y"}
    span = {"range": list(everything), "fixedrange": True, "anchor": "y2"}
    pixels = {"fixedrange": True, "visible": False}
    return {
        "xaxis": {**time, **_ticks(ticks(*plan.view, plan.plot_width, around=1), plan, plan.view, colours, grid=True)},
        "xaxis2": {**span, **_ticks(ticks(*everything, plan.plot_width), plan, everything, colours, grid=False)},
        "yaxis": {**pixels, "range": [plan.height, 0], "domain": [(AXIS + OVERVIEW) / inner, 1], "anchor": "x"},
        "yaxis2": {**pixels, "range": [0, 1.05], "domain": [0, OVERVIEW / inner], "anchor": "x2"},
    }


def _ticks(found: list[Tick], plan: Layout, view: View, colours: Theme, *, grid: bool) -> dict[str, Any]:
    """Labels where they stand and grid lines where the periods begin, which need not be the same places."""
    scale = plan.plot_width / (view[1] - view[0])

    def words(tick: Tick) -> str:
        half = max(text_width(tick.text, 12), text_width(tick.context, 12)) / 2
        at = (tick.label_at - view[0]) * scale
        if -half < at + plan.left < half or -half < plan.plot_width + plan.right - at < half:
            return ""
        return f"{escaped(tick.text)}<br>{escaped(tick.context)}" if tick.context else escaped(tick.text)

    return {
        "type": "linear",
        "tickmode": "array",
        "tickvals": [tick.label_at for tick in found],
        "ticktext": [words(tick) for tick in found],
        "showgrid": False,
        "ticks": "",
        "tickangle": 0,
        "minor": {"tickmode": "array", "tickvals": [tick.at for tick in found], "showgrid": grid, "gridcolor": colours.grid, "ticks": ""},
    }


def _legend_entry(shown: list[Kind], plan: Layout) -> float:
    """Pixels for the words of an entry, all of one width: a picture drawn in a wider face than the screen's would cut the last."""
    if plan.narrow:
        return plan.plot_width / 2 - LEGEND_SIGN
    return max((text_width(kind.about, 12) for kind in shown), default=0.0)


def _legend_rows(shown: list[Kind], plan: Layout) -> int:
    columns = 2 if plan.narrow else max(int(plan.plot_width / (_legend_entry(shown, plan) + LEGEND_SIGN)), 1)
    return math.ceil(len(shown) / columns)


def _legend(shown: list[Kind], plan: Layout, inner: float, colours: Theme) -> dict[str, Any]:
    return {
        "orientation": "h",
        "entrywidth": _legend_entry(shown, plan),
        "x": 0,
        "xanchor": "left",
        "y": -OVERVIEW_AXIS / inner,
        "yanchor": "top",
        "itemclick": False,
        "itemdoubleclick": False,
        "font": {"size": 12, "color": colours.muted},
        "bgcolor": colours.background,
    }


def hits(marks: Marks, plan: Layout) -> list[list[Any]]:
    """Where a click finds each mark and its label at any zoom: [id, start, end, pixels left of start, pixels right of end, y]."""
    found = []
    for item in plan.placed:
        label = text_width(item.label) + GAP if item.label else 0.0
        left = max(label, RADIUS) if item.side == "left" else RADIUS
        right = max(label, RADIUS) if item.side == "right" else RADIUS
        found.append([marks.ids[item.mark], item.start, item.end, round(left), round(right), item.y])
    return found
