"""The chart: table -> Plotly figure, the same for the screen and for export.

The horizontal axis is linear in milliseconds since 1970 with labels of our own, so that years before Christ and past 9999 stand right; the
vertical one counts pixels.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.theme import PICTURE_FONT, THEMES, Theme, ThemeName, template
from dashboard.timeline import notes, survey, traces
from dashboard.timeline.glyphs import Kind, kinds, legend_traces
from dashboard.timeline.lanes import Choice
from dashboard.timeline.layout import AROUND, FOLDED, MOST_MARKS, Layout, layout
from dashboard.timeline.marks import ACTORS, Marks, marks
from dashboard.timeline.pack import GAP, RADIUS
from dashboard.timeline.text import escaped, text_width
from dashboard.timeline.ticks import Tick, ticks
from dashboard.timeline.views import View, first_view, joined, whole

if TYPE_CHECKING:
    import pandas as pd

EDGES = 24.0
"""Pixels above the plot, for what lies beyond its ends."""
AXIS = 48.0
OVERVIEW = 30.0
OVERVIEW_AXIS, SECOND_LINE = 30.0, 14.0
TALL = 560.0
"""Pixels from which on a picture bears its time axis above the lanes as well."""
PIXELS = {"fixedrange": True, "visible": False}
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
    choice: Choice = ACTORS,
    everything: bool = False,
) -> go.Figure:
    """The timeline of an event table as a Plotly figure of `width` pixels; its height follows from its rows.

    `view` is (start, end) in milliseconds since 1970, by default the stretch with most of the events; `selected` the id of the event to be
    marked; `order` the names of the actors in the order of their lanes, by default the busiest first; `choice` how the lanes are made.
    With `everything` the marks far from the view are there as well, for a chart that is moved where no server lays it out anew.
    """
    made = marks(table, order=order, choice=choice)
    shown = view or first_view(made)
    plan = layout(made, shown, width, selected, around=_reach(made, shown) if everything else AROUND)
    return go.Figure(spec(made, plan, theme=theme, selected=selected))


def _reach(marks: Marks, view: View) -> float:
    """Views to either side up to the last mark; where there are many marks, no more than on the screen."""
    start, end = joined(whole(marks), view)
    far = max(view[0] - start, end - view[1]) / (view[1] - view[0])
    return max(far, AROUND) if sum(map(len, marks.lanes)) <= MOST_MARKS else AROUND


def spec(marks: Marks, plan: Layout, *, theme: ThemeName = "light", selected: str | None = None) -> dict[str, Any]:
    """The figure as plain data and layout: the chart between its axes, and the overview beneath."""
    colours = THEMES[theme]
    span = joined(whole(marks), plan.view)
    shown = kinds(marks, plan)
    tall = plan.height > TALL
    lanes = plan.height + (FOLDED if plan.folded else 0.0)
    above, inner = EDGES + (AXIS if tall else 0.0), lanes + AXIS + OVERVIEW
    overview = _span(span, plan, colours)
    dates = _height_of_dates(overview)
    below = dates + _legend_height(shown, plan)
    time = _time(plan, whole(marks), colours)
    axes = {
        "xaxis": {**time, "anchor": "y"},
        "xaxis2": {**overview, "anchor": "y2"},
        "yaxis": {**PIXELS, "range": [lanes, 0], "domain": [(AXIS + OVERVIEW) / inner, 1], "anchor": "x"},
        "yaxis2": {**PIXELS, "range": [0, 1.05], "domain": [0, OVERVIEW / inner], "anchor": "x2"},
        **({"xaxis3": {**time, "minor": {}, "anchor": "y", "overlaying": "x", "matches": "x", "side": "top"}} if tall else {}),
    }
    return {
        "data": [
            *traces.strips(plan, colours),
            *_marks(marks, plan, colours, selected),
            *notes.labels(marks, plan, colours),
            *survey.density(marks, span, plan, colours),
            *([{"type": "scatter", "x": [None], "y": [None], "xaxis": "x3", "showlegend": False}] if tall else []),
            *legend_traces(shown, colours),
        ],
        "layout": {
            **_frame(plan, colours, above + inner + below, above, below),
            "font": {"family": PICTURE_FONT},
            "showlegend": bool(shown),
            "legend": _legend(shown, plan, -dates / inner, colours),
            "shapes": [
                *notes.stripes(plan, colours),
                *notes.rules(plan, colours),
                survey.background(colours),
                survey.window(plan, span, colours),
            ],
            "annotations": [
                *notes.names(plan, colours),
                *notes.inside_labels(marks, plan, colours),
                *notes.folded(plan, colours),
                *notes.edges(marks, plan, colours, AXIS if tall else 0.0),
            ],
            **axes,
        },
    }


def live_spec(marks: Marks, plan: Layout, *, theme: ThemeName = "light", selected: str | None = None) -> dict[str, Any]:
    """The marks alone, for the component, which itself draws what stands on them and around them: labels, strips, lane names, legend, axis,
    overview, counts."""
    colours = THEMES[theme]
    return {
        "data": _marks(marks, plan, colours, selected),
        "layout": {
            **_frame(plan, colours, plan.height, 0.0, 0.0),
            "shapes": notes.stripes(plan, colours),
            "xaxis": {**_time(plan, whole(marks), colours), "anchor": "y", "showticklabels": False, "ticktext": [], "tickvals": []},
            "yaxis": {**PIXELS, "range": [plan.height, 0], "anchor": "x"},
        },
    }


def overview_spec(marks: Marks, plan: Layout, of: Marks, *, theme: ThemeName = "light") -> dict[str, Any]:
    """The overview alone: of all events, the filtered ones strong, and as far as the view reaches."""
    colours = THEMES[theme]
    span = joined(whole(of), plan.view)
    overview = _span(span, plan, colours)
    dates = _height_of_dates(overview)
    return {
        "data": [{**trace, "xaxis": "x", "yaxis": "y"} for trace in survey.density(marks, span, plan, colours, of)],
        "layout": {
            **_frame(plan, colours, OVERVIEW + dates, 0.0, dates),
            "plot_bgcolor": colours.stripe,
            "dragmode": False,
            "xaxis": {**overview, "anchor": "y"},
            "yaxis": {**PIXELS, "range": [0, 1.05], "anchor": "x"},
        },
    }


def axis(plan: Layout) -> list[list[Any]]:
    """The labels of the time axis, as the component writes them: [instant, text, context]."""
    return [[tick.label_at, tick.text, tick.context] for tick in ticks(*plan.view, plan.plot_width, around=1, margin=plan.left)]


def heads(plan: Layout, *, theme: ThemeName = "light") -> list[dict[str, Any]]:
    """The lanes as the component heads them: what each is called, where it stands, in which colour, and how many events it has."""
    colours = THEMES[theme]
    return [
        {
            "name": lane.name,
            "top": lane.top,
            "height": lane.bottom - lane.top,
            "colour": colours.lane(lane.hue),
            "count": lane.count,
            "hidden": lane.hidden,
            "closed": lane.closed,
        }
        for lane in plan.lanes
    ]


def _marks(marks: Marks, plan: Layout, colours: Theme, selected: str | None) -> list[dict[str, Any]]:
    """What stands in the lanes, but for labels and strips."""
    return [
        *traces.halo(marks, plan, colours, selected),
        *traces.whiskers(marks, plan, colours),
        *traces.bars(marks, plan, colours),
        *traces.glyphs(marks, plan, colours),
        *traces.signs(marks, plan, colours),
    ]


def _frame(plan: Layout, colours: Theme, height: float, above: float, below: float) -> dict[str, Any]:
    """What every picture has: its size, its margins, and the hand that it offers."""
    return {
        "template": template(colours),
        "width": plan.width,
        "height": round(height),
        "autosize": False,
        "margin": {"l": plan.left, "r": plan.right, "t": above, "b": below, "pad": 0, "autoexpand": False},
        "barmode": "overlay",
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverdistance": 12,
        "showlegend": False,
    }


def time_axes(view: View, everything: View, width: float) -> list[dict[str, Any]]:
    """The labels and grid lines of the time axis at every zoom from everything to a hundredth of the view, around the middle of the view:
    for a chart that is moved where no server is asked. Each tells from which `length` of view (milliseconds) down it is good.
    """
    middle, length = sum(view) / 2, everything[1] - everything[0]
    made = []
    while length > (view[1] - view[0]) / 100:
        around = min(2 * (everything[1] - everything[0]) / length, 20.0)
        found = ticks(middle - length / 2, middle + length / 2, width / 2, around=around)
        texts = [f"{escaped(tick.text)}<br>{escaped(tick.context)}" if tick.context else escaped(tick.text) for tick in found]
        labels = {"tickvals": [tick.label_at for tick in found], "ticktext": texts}
        made.append({"length": length, **labels, "minor": [tick.at for tick in found]})
        length /= 2
    return made


def _time(plan: Layout, everything: View, colours: Theme) -> dict[str, Any]:
    """The time axis of the view, which can be moved as far again as everything is long."""
    length = everything[1] - everything[0]
    reach = min(everything[0], plan.view[0]) - length, max(everything[1], plan.view[1]) + length
    shown = _ticks(ticks(*plan.view, plan.plot_width, around=1, margin=plan.left), plan, plan.view, colours, grid=True)
    return {"range": list(plan.view), "minallowed": reach[0], "maxallowed": reach[1], **shown}


def _height_of_dates(axis: dict[str, Any]) -> float:
    """Pixels under the overview for its dates, of which some take two lines."""
    return OVERVIEW_AXIS + (SECOND_LINE if any("<br>" in text for text in axis["ticktext"]) else 0.0)


def _span(span: View, plan: Layout, colours: Theme) -> dict[str, Any]:
    """The axis of the overview, which stands still."""
    return {
        "range": list(span),
        "fixedrange": True,
        **_ticks(ticks(*span, plan.plot_width, margin=plan.left), plan, span, colours, grid=False),
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


def _legend_height(shown: list[Kind], plan: Layout) -> float:
    columns = 2 if plan.narrow else max(int(plan.plot_width / (_legend_entry(shown, plan) + LEGEND_SIGN)), 1)
    return math.ceil(len(shown) / columns) * LEGEND_ROW + 8


def _legend(shown: list[Kind], plan: Layout, y: float, colours: Theme) -> dict[str, Any]:
    return {
        "orientation": "h",
        "entrywidth": _legend_entry(shown, plan),
        "x": 0,
        "xanchor": "left",
        "y": y,
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
        found.append([marks.id(item.mark), item.start, item.end, round(left), round(right), item.y])
    return found
