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

from dashboard.timeline.lanes import Lane
from dashboard.timeline.marks import Floats, Ints, Marks
from dashboard.timeline.pack import GAP, HEAD, RADIUS, Body, Side, hide_cut_label, pack, turn_label
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
AROUND = 0.5
"""Views to either side that are drawn as well, for the hand that pans."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One mark in one lane: its body from `start` to `end`, the glyph `at` (None for a bar), its label.

    `whisker`: the body is a line to either side of the glyph; an open end has an arrow where others have a cap. `label_at` is the instant
    from which the label runs to its `side`; an `inside` label begins there and covers the body.
    """

    mark: int
    lane: int
    y: float
    start: int
    end: int
    at: int | None
    whisker: bool
    open_start: bool
    open_end: bool
    label: str
    side: Side
    label_at: int


@dataclass(frozen=True, slots=True)
class Band:
    """A lane as it is drawn, from `top` to `bottom` in the theme's colour number `hue`: `count` events, of which `hidden` near the view
    stand only in the strip (`density` by bins); of a `closed` lane all do."""

    name: str
    hue: int
    top: float
    bottom: float
    count: int
    hidden: int
    density_start: float = 0.0
    density: tuple[int, ...] = ()
    closed: bool = False


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
    lanes: tuple[Band, ...]
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
    names = max((text_width(lane.name, bold=True) for lane in marks.lanes), default=0.0)
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


def _chosen(marks: Marks, lane: Lane, view: View, most: int, first: int | None) -> tuple[Ints, bool]:
    """The marks of a lane that are laid out, and whether others near the view were left out.

    A small table is laid out whole. Of a large one it is the tile of the view and its neighbours (the tiles stand still while the view
    moves), and where there are too many of them the weightiest `most` of each tile.
    """
    length = view[1] - view[0]
    tile = math.floor(view[0] / length)
    low, high = (tile - 1) * length, (tile + 3) * length
    near = lane.between(low, high)
    near = near[marks.known_end[near] > low]
    if len(near) <= most:
        return near, False
    cuts = np.searchsorted(marks.known_start[near], [(tile + step) * length for step in range(3)])
    kept = np.sort(np.concatenate([_weightiest(marks, each, most // 4) for each in np.split(near, cuts)]))
    if first is not None and first in near and first not in kept:
        kept = np.sort(np.append(kept, first))
    return kept, True


def _weightiest(marks: Marks, chosen: Ints, most: int) -> Ints:
    return chosen if len(chosen) <= most else chosen[np.argpartition(marks.rank[chosen], most - 1)[:most]]


def _density(at: Floats, low: float, high: float, scale: float) -> tuple[int, ...]:
    bins = max(int((high - low) * scale / BIN), 1)
    inside = at[(at >= low) & (at < high)]
    return tuple(np.bincount(((inside - low) * (bins / (high - low))).astype(np.int64), minlength=bins).tolist())


def layout(marks: Marks, view: View, width: int, selected: str | None = None, *, around: float = AROUND) -> Layout:
    """Lay the marks out for a view (milliseconds) in a chart of that many pixels; the selected event is among those that are shown.

    `around`: how many views to either side are laid out as well; where it is more than AROUND, lanes that have events only there stay.
    """
    left, right = margins(marks, width)
    plot = max(width - left - right, 50.0)
    frame = _Frame(marks, view, plot, width < NARROW, marks.find(selected), around)
    lanes: list[Band] = []
    placed: list[Placed] = []
    folded: list[Folded] = []
    top = 0.0
    aside = (view[1] - view[0]) * around if around > AROUND else 0.0
    for index, lane in enumerate(marks.lanes):
        here = lane.between(view[0] - aside, view[1] + aside)
        if not (marks.known_end[here] > view[0] - aside).any():
            folded.append(Folded(index, lane.name, len(lane)))
            continue
        band, items = _band(frame, lane, len(lanes), top)
        lanes.append(band)
        placed += items
        top = band.bottom
    return Layout(view, width, left, right, max(top, ROW), frame.scale, tuple(lanes), tuple(placed), tuple(folded))


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all lanes of a layout have in common."""

    marks: Marks
    view: View
    plot: float
    narrow: bool
    first: int | None
    around: float

    @property
    def scale(self) -> float:
        return self.plot / (self.view[1] - self.view[0])

    @property
    def most(self) -> int:
        """How many marks a lane may have near the view."""
        pairs = sum(map(len, self.marks.lanes))
        return pairs if pairs <= MOST_MARKS else max(MOST_MARKS // len(self.marks.lanes), 16)


def _drawn(frame: _Frame, lane: Lane) -> tuple[Ints, bool]:
    """The marks of a lane that are laid out, and whether others were left out."""
    if lane.closed:
        return lane.marks[:0], True
    return (lane.marks, False) if frame.most >= len(lane) else _chosen(frame.marks, lane, frame.view, frame.most, frame.first)


def _band(frame: _Frame, lane: Lane, number: int, top: float) -> tuple[Band, list[Placed]]:
    """A lane that begins at `top`, and what stands in it."""
    marks, view, scale, plot = frame.marks, frame.view, frame.scale, frame.plot
    chosen, thinned = _drawn(frame, lane)
    bodies = _bodies(marks, chosen.tolist(), view[0], scale, plot)
    pack(bodies, marks, thinned=thinned, first=frame.first)
    shown = [body for body in bodies if body.row >= 0 and body.right > -frame.around * plot and body.left < (1 + frame.around) * plot]
    for body in shown:
        hide_cut_label(body)
    aside = frame.around * (view[1] - view[0])
    around = (view[0] - aside, view[1] + aside)
    here = lane.between(*around)
    here = here[marks.known_end[here] > around[0]]
    hidden = max(len(here) - len(shown), 0)
    density = _density(marks.at[here], *around, scale) if hidden else ()
    first_row = top + LANE_AIR / 2 + (HEADING if frame.narrow else 0.0) + ROW / 2
    rows = max((body.row + 1 for body in shown), default=0 if frame.narrow or lane.closed else 1)
    bottom = first_row - ROW / 2 + rows * ROW + LANE_AIR / 2 + (STRIP if hidden else 0.0)
    band = Band(lane.name, lane.hue, top, bottom, len(lane), hidden, around[0], density, lane.closed)
    return band, [_placed(body, number, first_row + body.row * ROW, view[0], scale) for body in shown]


def _placed(body: Body, lane: int, y: float, origin: float, scale: float) -> Placed:
    def instant(pixels: float) -> int:
        return round(origin + pixels / scale)

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
