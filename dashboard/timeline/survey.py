"""The overview beneath the chart as Plotly traces and shapes: the density of the whole span, and the view on it."""

import numpy as np

from dashboard.theme import Theme, faded
from dashboard.timeline.layout import Layout
from dashboard.timeline.marks import Ints, Marks
from dashboard.timeline.traces import Trace
from dashboard.timeline.views import View


def density(marks: Marks, span: View, plan: Layout, colours: Theme, of: Marks | None = None) -> list[Trace]:
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


def background(colours: Theme) -> Trace:
    """What the overview stands on."""
    place = {"xref": "paper", "yref": "y2 domain", "x0": 0, "x1": 1, "y0": 0, "y1": 1}
    return {"type": "rect", "layer": "below", "line": {"width": 0}, "fillcolor": colours.stripe, **place}


def window(plan: Layout, span: View, colours: Theme) -> Trace:
    """The view on the overview."""
    start, end = plan.view
    fill = {"fillcolor": faded(colours.lane(0), 0.15), "line": {"color": colours.lane(0), "width": 1}}
    return {"type": "rect", "xref": "x2", "yref": "y2 domain", "x0": start, "x1": end, "y0": 0, "y1": 1, **fill}
