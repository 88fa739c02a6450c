"""The marks of a layout as Plotly traces: few of them, whatever the number of events and lanes."""

from typing import Any

import numpy as np

from dashboard.theme import Theme, faded
from dashboard.timeline.glyphs import BAR, QUERY, SIGNED, SIZE, is_filled, symbol
from dashboard.timeline.layout import BIN, STRIP, Layout, Placed
from dashboard.timeline.marks import DISPUTED, Marks
from dashboard.timeline.text import escaped
from dashboard.words import say, term
from dashboard.words.short import when_words

Trace = dict[str, Any]

CAP = 5.0
FAINT = 0.65
HALO = 0.28
WRAP = 60


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
    when = when_words(*marks.stretch(mark))
    when = say("chart.about", when=when) if marks.approximate[mark] else when
    status = "" if marks.status(mark) == "happened" else f" · {escaped(term('status', marks.status(mark)))}"
    return f"{'<br>'.join(map(escaped, lines[:6]))}<br><b>{escaped(when)}</b>{status}"


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
                "size": [
                    *(SIGNED if _sign(marks, item.mark, on_glyph=True) else SIZE for item in items),
                    *(SIZE - 3 if item.whisker else SIZE + 4 for item, _, _ in arrows),
                ],
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
    shown = [(item, sign) for item in plan.placed if (sign := _sign(marks, item.mark, on_glyph=item.at is not None))]
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
            "textfont": {"size": 13, "weight": 700, "color": [_upon(marks, item, plan, colours) for item, _ in shown]},
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]


def _sign(marks: Marks, mark: int, *, on_glyph: bool) -> str:
    if marks.status(mark) == "hypothetical":
        return QUERY if on_glyph else ""
    return DISPUTED if marks.disputed[mark] else ""


def _upon(marks: Marks, item: Placed, plan: Layout, colours: Theme) -> str:
    """The colour of a sign upon a glyph: that of the ground where the glyph is filled, else the lane's own."""
    filled = marks.status(item.mark) == "happened" if item.at is None else is_filled(marks, item.mark)
    return background(colours, item.lane) if filled else colours.lane(plan.lanes[item.lane].hue)


def _in_sight(item: Placed, plan: Layout) -> bool:
    return item.end > plan.view[0] and item.start < plan.view[1]
