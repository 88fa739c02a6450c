"""The layout as Plotly traces and shapes: few of them, whatever the number of events and lanes."""

from typing import Any

import numpy as np

from dashboard.theme import Theme, faded
from dashboard.timeline.glyphs import BAR, QUERY, SIZE, is_filled, symbol
from dashboard.timeline.layout import BIN, FOLDED, HEADING, LANE_AIR, RULE, STRIP, Band, Layout, Placed
from dashboard.timeline.marks import DISPUTED, Ints, Marks
from dashboard.timeline.text import cut, escaped
from dashboard.timeline.views import View, before_after
from dashboard.words import say, term
from dashboard.words.short import when_words

Trace = dict[str, Any]

CAP = 5.0
FAINT = 0.65
HALO = 0.28
WRAP = 60

# Plotly sets text right at its point; a fixed gap that zooming does not stretch is a matter of spaces.
SPACES = "\xa0\xa0"


def background(colours: Theme, lane: int) -> str:
    """The ground of the lane with that number: every other is striped."""
    return colours.background if lane % 2 else colours.stripe


def _hover(marks: Marks, mark: int) -> str:
    words = marks.label(mark).split()
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > WRAP:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    when = when_words(float(marks.start[mark]), float(marks.end[mark]))
    when = say("chart.about", when=when) if marks.approximate[mark] else when
    status = "" if marks.status(mark) == "happened" else f" · {escaped(term('status', marks.status(mark)))}"
    return f"{'<br>'.join(map(escaped, lines[:6]))}<br><b>{escaped(when)}</b>{status}"


def _label(marks: Marks, item: Placed) -> str:
    text = escaped(item.label)
    return text if marks.status(item.mark) == "happened" else f"<i>{text}</i>"


def strips(plan: Layout, colours: Theme) -> list[Trace]:
    """The density strip of each lane that has more events than it can show: a filled step curve, closed along its base."""
    made: list[Trace] = []
    for lane in plan.lanes:
        if not lane.density:
            continue
        base, width = round(lane.bottom - 2), BIN / plan.pixels_per_ms
        tops = base - np.ceil(np.sqrt(np.array(lane.density) / max(lane.density)) * (STRIP - 3)).astype(np.int64)
        made.append(
            {
                "type": "scatter",
                "mode": "lines",
                "line": {"width": 0, "shape": "hvh"},
                "x0": lane.density_start - width / 2,
                "dx": width,
                "y": [base, *tops.tolist(), base],
                "fill": "toself",
                "fillcolor": faded(colours.lane(lane.hue), 0.5),
                "hoverinfo": "skip",
                "showlegend": False,
            }
        )
    return made


def whiskers(marks: Marks, plan: Layout, colours: Theme) -> list[Trace]:
    """The possible time of each moment, a trace a lane: a line, with a cap where it surely ends."""
    made = []
    for index, lane in enumerate(plan.lanes):
        x: list[float | None] = []
        y: list[float | None] = []
        for item in plan.placed:
            if item.lane != index or not item.whisker:
                continue
            blurred = bool(marks.approximate[item.mark])
            for end, is_open in ((item.start, item.open_start), (item.end, item.open_end)):
                capped = not (blurred or is_open)
                ends = [end, end, end] if capped else [end]
                heights = [item.y - CAP, item.y + CAP, item.y] if capped else [item.y]
                x += ends if end == item.start else ends[::-1]
                y += heights if end == item.start else heights[::-1]
            x.append(None)
            y.append(None)
        if x:
            line = {"color": faded(colours.lane(lane.hue), FAINT), "width": 1.5}
            made.append({"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "showlegend": False})
    return made


def _bar_trace(items: list[Placed], **look: Any) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [item.start for item in items],
        "x": [item.end - item.start for item in items],
        "y": [item.y for item in items],
        "showlegend": False,
        **look,
    }


def bars(marks: Marks, plan: Layout, colours: Theme) -> list[Trace]:
    """The spans: solid what happened, hollow what is planned, hatched what is denied or hypothetical."""
    items = [item for item in plan.placed if item.at is None]
    if not items:
        return []
    own = [colours.lane(plan.lanes[item.lane].hue) for item in items]
    status = [marks.status(item.mark) for item in items]
    solid = [name == "happened" for name in status]
    marker = {
        "color": [colour if filled else background(colours, item.lane) for colour, filled, item in zip(own, solid, items, strict=True)],
        "line": {"color": own, "width": [0 if filled else 1.5 for filled in solid]},
        "pattern": {"shape": [{"denied": "x", "hypothetical": "/"}.get(name, "") for name in status], "fgcolor": own, "size": 6},
    }
    look = {"hovertext": [_hover(marks, item.mark) for item in items], "hoverinfo": "text", "marker": marker}
    return [_bar_trace(items, width=BAR, customdata=[marks.id(item.mark) for item in items], **look)]


def glyphs(marks: Marks, plan: Layout, colours: Theme) -> list[Trace]:
    """The moments, and the arrows of open ends."""
    items = [item for item in plan.placed if item.at is not None]
    arrows = [(item, end, way) for item in plan.placed for is_open, end, way in _ends(item) if is_open]
    if not items and not arrows:
        return []
    shown = [*items, *(item for item, _, _ in arrows)]
    own = [colours.lane(plan.lanes[item.lane].hue) for item in shown]
    fill = [own[i] if is_filled(marks, item.mark) else background(colours, item.lane) for i, item in enumerate(items)]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [*(item.at for item in items), *(end for _, end, _ in arrows)],
            "y": [item.y for item in shown],
            "customdata": [marks.id(item.mark) for item in shown],
            "hovertext": [_hover(marks, item.mark) if _in_sight(item, plan) else "" for item in shown],
            "hoverinfo": "text",
            "showlegend": False,
            "cliponaxis": True,
            "marker": {
                "symbol": [*(symbol(marks, item.mark) for item in items), *(f"triangle-{way}" for _, _, way in arrows)],
                "size": [*([SIZE] * len(items)), *(SIZE - 3 if item.whisker else SIZE + 4 for item, _, _ in arrows)],
                "color": [*fill, *own[len(items) :]],
                "opacity": 1,
                "line": {"color": own, "width": [*([2] * len(items)), *([0] * len(arrows))]},
            },
        }
    ]


def _ends(item: Placed) -> tuple[tuple[bool, float, str], tuple[bool, float, str]]:
    return (item.open_start, item.start, "left"), (item.open_end, item.end, "right")


def halo(marks: Marks, plan: Layout, colours: Theme, selected: str | None) -> list[Trace]:
    """A glow behind the selected event, in every lane that it appears in."""
    chosen = [item for item in plan.placed if selected is not None and marks.id(item.mark) == selected]
    glow = faded(colours.text, HALO)
    spans, moments = [item for item in chosen if item.at is None], [item for item in chosen if item.at is not None]
    made = [_bar_trace(spans, width=BAR + 10, hoverinfo="skip", marker={"color": glow, "line": {"width": 0}})] if spans else []
    if moments:
        x, y = [item.at for item in moments], [item.y for item in moments]
        marker = {"size": SIZE + 12, "color": glow, "line": {"width": 0}, "opacity": 1}
        made.append({"type": "scatter", "mode": "markers", "x": x, "y": y, "hoverinfo": "skip", "showlegend": False, "marker": marker})
    return made


def signs(marks: Marks, plan: Layout, colours: Theme) -> list[Trace]:
    """The sign in the glyph of what is hypothetical, and of what the sources disagree on, also where there is no room for a label."""
    shown = [(item, sign) for item in plan.placed if (sign := _sign(marks, item))]
    if not shown:
        return []
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [(item.start + item.end) / 2 if item.at is None else item.at for item, _ in shown],
            "y": [item.y for item, _ in shown],
            "text": [sign for _, sign in shown],
            "textposition": "middle center",
            "textfont": {"size": 9, "color": [_upon(marks, item, plan, colours) for item, _ in shown]},
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]


def _sign(marks: Marks, item: Placed) -> str:
    if marks.status(item.mark) == "hypothetical":
        return QUERY if item.at is not None else ""
    return DISPUTED if marks.disputed[item.mark] else ""


def _upon(marks: Marks, item: Placed, plan: Layout, colours: Theme) -> str:
    """The colour of a sign upon a glyph: that of the ground where the glyph is filled, else the lane's own."""
    filled = marks.status(item.mark) == "happened" if item.at is None else is_filled(marks, item.mark)
    return background(colours, item.lane) if filled else colours.lane(plan.lanes[item.lane].hue)


def _in_sight(item: Placed, plan: Layout) -> bool:
    return item.end > plan.view[0] and item.start < plan.view[1]


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


def overview(marks: Marks, span: View, plan: Layout, colours: Theme, of: Marks | None = None) -> list[Trace]:
    """The density of the whole span as filled step curves, faint what is filtered out; one event is still to be seen beside a thousand."""
    bins = max(int(plan.plot_width / 3), 10)
    layers = [(marks, 0.6)] if of is None or of is marks else [(of, 0.2), (marks, 0.6)]
    counts = [_counts(layer, span, bins) for layer, _ in layers]
    most = max(int(count.max()) for count in counts)
    width = (span[1] - span[0]) / bins
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x0": span[0] - width / 2,
            "dx": width,
            "y": [0.0, *np.where(count > 0, 0.15 + 0.85 * np.sqrt(count / most), 0.0).round(2).tolist(), 0.0],
            "xaxis": "x2",
            "yaxis": "y2",
            "fill": "tozeroy",
            "fillcolor": faded(colours.muted, opacity),
            "line": {"width": 0, "shape": "hvh"},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for count, (_, opacity) in zip(counts, layers, strict=True)
        if count.any()
    ]


def _counts(marks: Marks, span: View, bins: int) -> Ints:
    edges = np.linspace(*span, bins + 1)[1:-1]
    return np.diff(np.searchsorted(marks.ordered_at, edges), prepend=0, append=len(marks))


def overview_background(colours: Theme) -> Trace:
    """What the overview stands on."""
    place = {"xref": "paper", "yref": "y2 domain", "x0": 0, "x1": 1, "y0": 0, "y1": 1}
    return {"type": "rect", "layer": "below", "line": {"width": 0}, "fillcolor": colours.stripe, **place}


def window(plan: Layout, span: View, colours: Theme) -> Trace:
    """The view on the overview."""
    start, end = plan.view
    fill = {"fillcolor": faded(colours.lane(0), 0.15), "line": {"color": colours.lane(0), "width": 1}}
    return {"type": "rect", "xref": "x2", "yref": "y2 domain", "x0": start, "x1": end, "y0": 0, "y1": 1, **fill}
