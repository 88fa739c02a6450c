"""Where everything stands: lanes, rows, labels that never overlap and never leave the plot, and what is left to the density strip.

Pure: marks, a view and a width in, pixels out; the same for the screen and for export. Vertical places are pixels from the top of the plot;
horizontal ones are instants, so that the chart can be dragged without a new layout; `pixels_per_ms` tells how they were measured.

Rows are filled in order of time from the far left, whatever the view, so that labels keep their rows while one pans; only labels at an
edge of the view turn to the other side of their glyph, stand inside their bar, or are cut.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dashboard.timeline.marks import Floats, Ints, Marks
from dashboard.timeline.pack import GAP, HEAD, RADIUS, Body, Side, hide_cut_label, pack, scattered, turn_label
from dashboard.timeline.text import cut, text_width
from dashboard.timeline.views import View

NARROW = 600
"""Below this width lane names stand above their lanes."""
ROW = 22.0
HEADING = 24.0
STRIP = 14.0
FOLDED = 24.0
"""Room for the names of the lanes that have nothing in the view."""
LANE_AIR = 8.0
ARROW = 44.0
"""Length of the line that leads to an open end."""
LEAST_BAR = 3.0
LEAST_WHISKER = 2 * RADIUS + 15
LABEL = 380.0
"""Longest label; the whole text stands in the hover and in the excerpt panel."""
NAME = 220.0
RULE = 5.0
MOST_MARKS = 500
BIN = 5.0


@dataclass(frozen=True, slots=True)
class Placed:
    """One mark in one lane: its body from `start` to `end`, the glyph `at` (None for a bar), its label.

    `whisker`: the body is a line to either side of the glyph; an open end has an arrow where others have a cap. `label_at` is the instant
    from which the label runs to its `side`; an `inside` label begins there and covers the body.
    """

    mark: int
    lane: int
    y: float
    start: float
    end: float
    at: float | None
    whisker: bool
    open_start: bool
    open_end: bool
    label: str
    side: Side
    label_at: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane from `top` to `bottom` in the theme's colour number `hue`: `count` events, of which `hidden` near the view stand only in the
    strip (`density` by bins)."""

    name: str
    hue: int
    top: float
    bottom: float
    count: int
    hidden: int
    density_start: float = 0.0
    density: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Folded:
    """A lane that has nothing in the view and takes no room there: its number among the lanes, its name, how many events it has."""

    index: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Layout:
    """All that figure() needs to know."""

    view: View
    width: int
    left: float
    right: float
    height: float
    pixels_per_ms: float
    lanes: tuple[Lane, ...]
    placed: tuple[Placed, ...]
    folded: tuple[Folded, ...] = ()

    @property
    def narrow(self) -> bool:
        """Whether lane names stand above their lanes."""
        return self.width < NARROW

    @property
    def plot_width(self) -> float:
        """Pixels between the margins."""
        return self.width - self.left - self.right


def margins(marks: Marks, width: int) -> tuple[float, float]:
    """Pixels left and right of the plot: room for lane names, unless the chart is narrow."""
    if width < NARROW:
        return 8.0, 8.0
    names = max((text_width(name, bold=True) for name in marks.lanes), default=0.0)
    return math.ceil(min(names, NAME, width / 5) + 8 + RULE + 7), 10.0


def _body(marks: Marks, mark: int, origin: float, scale: float, plot: float, label: str, label_width: float) -> Body:
    start, end = float(marks.start[mark]), float(marks.end[mark])
    open_start, open_end = math.isinf(start), math.isinf(end)
    left = (end - origin) * scale - ARROW if open_start else (start - origin) * scale
    right = (start - origin) * scale + ARROW if open_end else (end - origin) * scale
    if open_start and left < 0 < right:
        left = min(HEAD, right - HEAD)
    if open_end and left < plot < right:
        right = max(plot - HEAD, left + HEAD)
    if marks.is_span[mark]:
        return Body(mark, left, max(right, left + LEAST_BAR), None, False, open_start, open_end, label, label_width)
    middle = (left + right) / 2
    if right - left <= LEAST_WHISKER:
        return Body(mark, middle - RADIUS, middle + RADIUS, middle, False, False, False, label, label_width)
    if right > 0 and left < plot and not 0 <= middle <= plot:
        # anywhere in the stretch is as true as its middle: keep the glyph in sight
        middle = (max(left, RADIUS) + min(right, plot - RADIUS)) / 2
    return Body(mark, left, right, middle, True, open_start, open_end, label, label_width)


def _bodies(marks: Marks, chosen: Iterable[int], origin: float, scale: float, plot: float) -> list[Body]:
    longest = min(LABEL, plot * 0.8)
    made = []
    for mark in chosen:
        label = cut(marks.label(mark), longest)
        body = _body(marks, mark, origin, scale, plot, label, text_width(label))
        turn_label(body, plot)
        made.append(body)
    return made


def _near(marks: Marks, view: View) -> tuple[Ints, Ints]:
    """The pairs (lane, mark) that are laid out, and the lanes that others near the view were left out of.

    A small table is laid out whole. Of a large one it is the tile of the view and its neighbours (the tiles stand still while the view
    moves), and of too many marks there the weightiest of each lane and tile.
    """
    length = view[1] - view[0]
    if len(marks.mark_of) <= MOST_MARKS:
        return np.arange(len(marks.mark_of)), np.array([], dtype=np.int64)
    tile = math.floor(view[0] / length)
    low, high = (tile - 1) * length, (tile + 3) * length
    seen = (marks.known_start < high) & (marks.known_end > low)
    pairs = everyone = np.flatnonzero(seen[marks.mark_of])
    if len(pairs) > MOST_MARKS:
        tiles = np.clip((marks.middle[marks.mark_of[pairs]] - low) / length, 0, 3).astype(np.int64)
        cells = marks.lane_of[pairs] * 4 + tiles
        by_weight = np.lexsort((scattered(marks.mark_of[pairs]), -marks.weight[marks.mark_of[pairs]], cells))
        sorted_cells = cells[by_weight]
        rank = np.arange(len(by_weight)) - np.searchsorted(sorted_cells, sorted_cells)
        pairs = np.sort(pairs[by_weight[rank < max(MOST_MARKS // (len(marks.lanes) * 4), 4)]])
    return pairs, np.unique(marks.lane_of[np.setdiff1d(everyone, pairs, assume_unique=True)])


def _density(at: Floats, low: float, high: float, scale: float) -> tuple[int, ...]:
    bins = max(int((high - low) * scale / BIN), 1)
    inside = at[(at >= low) & (at < high)]
    return tuple(np.bincount(((inside - low) * (bins / (high - low))).astype(np.int64), minlength=bins).tolist())


def layout(marks: Marks, view: View, width: int, selected: str | None = None) -> Layout:
    """Lay the marks out for a view (milliseconds) in a chart of that many pixels; the selected event is among those that are shown."""
    if selected in marks.ids:
        marks = marks.with_weight(marks.ids.index(selected), math.inf)
    left, right = margins(marks, width)
    plot = max(width - left - right, 50.0)
    length = view[1] - view[0]
    scale = plot / length
    pairs, thinned = _near(marks, view)
    around = (view[0] - length, view[1] + length)
    lanes: list[Lane] = []
    placed: list[Placed] = []
    folded: list[Folded] = []
    top = 0.0
    narrow = width < NARROW
    in_view = (marks.known_end > view[0]) & (marks.known_start < view[1])
    at_of = np.where(marks.is_span, marks.known_start, marks.middle)
    for index, name in enumerate(marks.lanes):
        bodies = _bodies(marks, marks.mark_of[pairs[marks.lane_of[pairs] == index]].tolist(), view[0], scale, plot)
        pack(bodies, marks, thinned=index in thinned)
        shown = [body for body in bodies if body.row >= 0 and body.right > -plot and body.left < 2 * plot]
        in_lane = marks.mark_of[marks.lane_of == index]
        if not in_view[in_lane].any():
            folded.append(Folded(index, name, len(in_lane)))
            continue
        for body in shown:
            hide_cut_label(body)
        first_row = top + LANE_AIR / 2 + (HEADING if narrow else 0.0) + ROW / 2
        rows = max((body.row + 1 for body in shown), default=0 if narrow else 1)
        here = in_lane[(marks.known_end[in_lane] > around[0]) & (marks.known_start[in_lane] < around[1])]
        hidden = max(len(here) - len(shown), 0)
        bottom = first_row - ROW / 2 + rows * ROW + LANE_AIR / 2 + (STRIP if hidden else 0.0)
        density = _density(at_of[here], *around, scale) if hidden else ()
        lanes.append(Lane(name, marks.hues[index], top, bottom, len(in_lane), hidden, around[0], density))
        placed += [_placed(body, len(lanes) - 1, first_row + body.row * ROW, view[0], scale) for body in shown]
        top = bottom
    return Layout(view, width, left, right, max(top, ROW), scale, tuple(lanes), tuple(placed), tuple(folded))


def _placed(body: Body, lane: int, y: float, origin: float, scale: float) -> Placed:
    def instant(pixels: float) -> float:
        return float(round(origin + pixels / scale))

    right, left = body.right + body.gap_right - GAP, body.left - body.gap_left + GAP
    label_at = {"right": right, "left": left, "inside": body.label_left}[body.side]
    return Placed(
        mark=body.mark,
        lane=lane,
        y=y,
        start=instant(body.left),
        end=instant(body.right),
        at=None if body.at is None else instant(body.at),
        whisker=body.whisker,
        open_start=body.open_start,
        open_end=body.open_end,
        label=body.label,
        side=body.side,
        label_at=instant(label_at),
    )
