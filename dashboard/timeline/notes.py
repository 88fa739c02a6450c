"""What is written on a picture and stands behind its marks, as Plotly traces, shapes and annotations: labels, lanes, counts."""

from typing import Any

from dashboard.theme import Theme
from dashboard.timeline.layout import FOLDED, HEADING, LANE_AIR, RULE, Band, Layout, Placed
from dashboard.timeline.marks import Marks
from dashboard.timeline.text import cut, escaped
from dashboard.timeline.traces import Trace, background
from dashboard.timeline.views import before_after
from dashboard.words import say

# Plotly sets text right at its point; a fixed gap that zooming does not stretch is a matter of spaces.
SPACES = "\xa0\xa0"


def _label(marks: Marks, item: Placed) -> str:
    text = escaped(item.label)
    return text if marks.status(item.mark) == "happened" else f"<i>{text}</i>"


def labels(marks: Marks, plan: Layout, colours: Theme) -> list[Trace]:
    """The labels beside their marks; those inside bars are annotations."""
    made = []
    for side in ("left", "right"):
        items = [item for item in plan.placed if item.label and item.side == side]
        texts = [_label(marks, item) for item in items]
        made.append(
            {
                "type": "scatter",
                "mode": "text",
                "x": [item.label_at for item in items],
                "y": [item.y for item in items],
                "text": [SPACES + text if side == "right" else text + SPACES for text in texts],
                "textposition": f"middle {side}",
                "textfont": {"size": 13, "color": colours.text},
                "hoverinfo": "skip",
                "showlegend": False,
                "cliponaxis": True,
            }
        )
    return [trace for trace in made if trace["x"]]


def _note(text: str, **look: Any) -> Trace:
    return {"text": text, "showarrow": False, "xref": "x", "yref": "y", "borderpad": 1, "yanchor": "middle", **look}


def inside_labels(marks: Marks, plan: Layout, colours: Theme) -> list[Trace]:
    """The labels of marks that cover the whole view, set upon them."""
    return [
        _note(_label(marks, item), x=item.label_at, y=item.y, xanchor="left", bgcolor=background(colours, item.lane))
        for item in plan.placed
        if item.label and item.side == "inside"
    ]


def stripes(plan: Layout, colours: Theme) -> list[Trace]:
    """Every other lane's background; the rest have that of the chart."""
    across = {"type": "rect", "xref": "paper", "yref": "y", "layer": "below", "line": {"width": 0}, "x0": 0, "x1": 1}
    return [{**across, "y0": lane.top, "y1": lane.bottom, "fillcolor": background(colours, 0)} for lane in plan.lanes[::2]]


def rules(plan: Layout, colours: Theme) -> list[Trace]:
    """The coloured rule at the left of each lane; on a narrow chart a square before its name."""
    made: list[Trace] = []
    for lane in plan.lanes:
        if plan.narrow:
            middle = lane.top + LANE_AIR / 2 + HEADING / 2
            place = {"x0": 2, "x1": 12, "y0": middle - 5, "y1": middle + 5}
        else:
            place = {"x0": -RULE, "x1": 0, "y0": lane.top + 1, "y1": lane.bottom - 1}
        look = {"fillcolor": colours.lane(lane.hue), "line": {"width": 0}}
        made.append({"type": "rect", "xref": "paper", "yref": "y", **place, "xsizemode": "pixel", "xanchor": 0, **look})
    return made


def _name(lane: Band, room: float) -> str:
    return f"<b>{escaped(cut(lane.name, room, bold=True))}</b>"


def names(plan: Layout, colours: Theme) -> list[Trace]:
    """Lane names: at the left, on a narrow chart above the lane; with the number of events where not all are drawn."""
    made = []
    room = plan.left - RULE - 10
    for lane in plan.lanes:
        count = (
            f"<span style='color:{colours.muted};font-size:11px'>{escaped(say('event-count', count=lane.count))}</span>"
            if lane.hidden
            else ""
        )
        if plan.narrow:
            text = f"{_name(lane, plan.plot_width - 100)}  {count}".strip()
            place = {"x": 0, "xanchor": "left", "xshift": 15, "y": lane.top + LANE_AIR / 2 + HEADING / 2, "align": "left"}
        else:
            text = f"{_name(lane, room)}<br>{count}" if count else _name(lane, room)
            place = {"x": 0, "xanchor": "right", "xshift": -(RULE + 5), "y": (lane.top + lane.bottom) / 2, "align": "right"}
        made.append(_note(text, **place, xref="paper", hovertext=escaped(lane.name)))
    return made


def edges(marks: Marks, plan: Layout, colours: Theme, above: float) -> list[Trace]:
    """How many events lie before and after the view, written above its ends, `above` the plot."""
    before, after = before_after(marks, plan.view)
    place = {
        "name": "beyond",
        "xref": "paper",
        "yref": "paper",
        "y": 1,
        "yshift": above,
        "yanchor": "bottom",
        "font": {"size": 12, "color": colours.muted},
    }
    left = [_note(say("chart.before", count=before), **place, x=0, xanchor="left")] if before else []
    right = [_note(say("chart.after", count=after), **place, x=1, xanchor="right")] if after else []
    return left + right


def folded(plan: Layout, colours: Theme) -> list[Trace]:
    """What the lanes without anything in the view are called, beneath the others."""
    if not plan.folded:
        return []
    named = ", ".join(lane.name for lane in plan.folded)
    text = cut(say("chart.folded", count=len(plan.folded)) + named, plan.plot_width - 16, 12)
    place = {"xref": "paper", "x": 0, "xanchor": "left", "y": plan.height + FOLDED / 2}
    return [_note(escaped(text), **place, font={"size": 12, "color": colours.muted})]
