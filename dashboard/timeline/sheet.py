"""What the component itself lays over the chart: labels and density strips, which Plotly would take half of a picture's time to draw.

The texts are plain: the component sets them as text, never as markup.
"""

from typing import Any

from dashboard.theme import THEMES, ThemeName
from dashboard.timeline import traces
from dashboard.timeline.layout import Layout
from dashboard.timeline.marks import Marks

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""The heights of a strip, in pixels: a thousand steps take a thousand characters."""


def sheet(marks: Marks, plan: Layout, *, theme: ThemeName = "light") -> dict[str, list[list[Any]]]:
    """The labels as [instant, y, text, side, whether it happened, ground of one inside a mark], and the strips as [instant, milliseconds of
    a step, y of the foot, colour, the height of each step as a digit of DIGITS]."""
    colours = THEMES[theme]
    return {
        "labels": [
            [
                item.label_at,
                item.y,
                item.label,
                item.side,
                marks.status(item.mark) == "happened",
                traces.background(colours, item.lane) if item.side == "inside" else "",
            ]
            for item in plan.placed
            if item.label
        ],
        "strips": [
            [strip["x0"] + strip["dx"] / 2, strip["dx"], foot, strip["fillcolor"], "".join(DIGITS[foot - top] for top in tops)]
            for strip in traces.strips(plan, colours)
            for foot, *tops, _ in [strip["y"]]
        ],
    }
