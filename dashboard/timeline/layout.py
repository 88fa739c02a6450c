"""Where everything stands: lanes, rows, labels that never overlap and never leave the plot, and what is left to the density strip.

Pure: marks, a view and a width in, pixels out; the same for the screen and for export. Vertical places are pixels from the top of the plot;
horizontal ones are instants, so that the chart can be dragged without a new layout; `pixels_per_ms` tells how they were measured.

Marks and labels have their rows whatever the view (`tiles`, `pack`), so that they stay put while one pans; only labels at an edge of the
view turn to the other side of their glyph, stand inside their bar, or are cut (`edges`).
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from dashboard.timeline import edges, tiles
from dashboard.timeline.lanes import Lane
from dashboard.timeline.marks import Marks
from dashboard.timeline.pack import CROWDED_ROWS, GAP, MOST_ROWS, RADIUS, Body, Rows, Side, pack
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
    """A lane as it is drawn, from `top` to `bottom`, of so many `rows`, in the theme's colour number `hue`: `count` events, of which
    `hidden` near the view stand only in the strip (`density` by bins); of a `closed` lane all do."""

    name: str
    hue: int
    rows: int
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


def _body(marks: Marks, mark: int, origin: float, scale: float, label: str, label_width: float) -> Body:
    start, end = marks.stretch(mark)
    open_start, open_end = math.isinf(start), math.isinf(end)
    left = (end - origin) * scale - ARROW if open_start else (start - origin) * scale
    right = (start - origin) * scale + ARROW if open_end else (end - origin) * scale
    if marks.is_span[mark]:
        return Body(mark, left, max(right, left + LEAST_BAR), None, False, open_start, open_end, label, label_width)
    middle = (left + right) / 2
    if right - left <= LEAST_WHISKER:
        return Body(mark, middle - RADIUS, middle + RADIUS, middle, False, False, False, label, label_width)
    return Body(mark, left, right, middle, True, open_start, open_end, label, label_width)


def layout(
    marks: Marks,
    view: View,
    width: int,
    selected: str | None = None,
    *,
    around: float = AROUND,
    rows: Mapping[str, int] | None = None,
) -> Layout:
    """Lay the marks out for a view (milliseconds) in a chart of that many pixels; the selected event is among those that are shown.

    `around`: how many views to either side are laid out as well; where it is more than AROUND, lanes that have events only there stay.
    `rows`: how many rows the lanes of these names have at least, so that they do not shrink and go while one pans.
    """
    rows = rows or {}
    left, right = margins(marks, width)
    plot = max(width - left - right, 50.0)
    frame = _Frame(marks, view, plot, width < NARROW, marks.find(selected), around)
    lanes: list[Band] = []
    placed: list[Placed] = []
    folded: list[Folded] = []
    top = 0.0
    aside = (view[1] - view[0]) * around if around > AROUND else 0.0
    for index, lane in enumerate(marks.lanes):
        if lane.name not in rows and not lane.count(view[0] - aside, view[1] + aside):
            folded.append(Folded(index, lane.name, len(lane)))
            continue
        band, items = _band(frame, lane, len(lanes), top, rows.get(lane.name, 0))
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

    @property
    def stretch(self) -> View:
        """What is drawn: the view and what is around it."""
        aside = self.around * (self.view[1] - self.view[0])
        return self.view[0] - aside, self.view[1] + aside

    def bodies(self, chosen: Iterable[int]) -> list[Body]:
        """The marks as they are measured."""
        longest = min(LABEL, self.plot * 0.8)
        labels = ((mark, cut(self.marks.label(mark), longest)) for mark in chosen)
        return [_body(self.marks, mark, self.view[0], self.scale, label, text_width(label)) for mark, label in labels]

    def sees(self, body: Body) -> bool:
        """Whether a body has a row and is drawn."""
        return body.row >= 0 and body.right > -self.around * self.plot and body.left < (1 + self.around) * self.plot


def _shown(frame: _Frame, lane: Lane) -> list[Body]:
    """The bodies of a lane that are drawn, each in its row: those of a small table are packed whole, those of a large one tile by tile."""
    if lane.closed:
        return []
    marks, rows = frame.marks, Rows()
    if frame.most >= len(lane):
        bodies = frame.bodies(lane.marks.tolist())
        pack(bodies, rows, marks, thinned=False, first=frame.first)
        return [body for body in bodies if frame.sees(body)]
    grid = tiles.Tiles(frame.view[1] - frame.view[0], frame.narrow)
    found: list[Body] = []
    for group in tiles.short(marks, lane, grid, frame.stretch, frame.most, frame.first):
        bodies = frame.bodies(group.marks.tolist())
        pack(bodies, rows, marks, thinned=group.thinned, first=frame.first)
        found += [body for body in bodies if frame.sees(body)]
    beneath = frame.bodies(tiles.long(marks, lane, grid, frame.stretch, frame.most, frame.first).tolist())
    pack(beneath, Rows(), marks, thinned=False, first=frame.first)
    lowest = max((body.row + 1 for body in found), default=0)
    for body in beneath:
        body.row += lowest
    return found + beneath


def _band(frame: _Frame, lane: Lane, number: int, top: float, least: int) -> tuple[Band, list[Placed]]:
    """A lane that begins at `top`, of `least` rows or more, and what stands in it."""
    low, high = frame.stretch
    shown = _shown(frame, lane)
    hidden = max(lane.count(low, high) - len(shown), 0)
    edges.fit(shown, frame.plot, CROWDED_ROWS if hidden else MOST_ROWS)
    bins = np.linspace(low, high, max(int((high - low) * frame.scale / BIN), 1) + 1)
    density = tuple(lane.density(bins).tolist()) if hidden else ()
    first_row = top + LANE_AIR / 2 + (HEADING if frame.narrow else 0.0) + ROW / 2
    needed = max((body.row + 1 for body in shown), default=0 if frame.narrow or lane.closed else 1)
    rows = needed if lane.closed else max(needed, least)
    bottom = first_row - ROW / 2 + rows * ROW + LANE_AIR / 2 + (STRIP if hidden else 0.0)
    band = Band(lane.name, lane.hue, rows, top, bottom, len(lane), hidden, low, density, lane.closed)
    return band, [_placed(body, number, first_row + body.row * ROW, frame.view[0], frame.scale) for body in shown]


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
