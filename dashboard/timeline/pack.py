"""Bodies with their labels into rows: on which side a label stands, and which marks are left out where not all have room.

Everything is measured in pixels from the left edge of the view.
"""

from bisect import bisect
from dataclasses import dataclass, field
from typing import Literal

from dashboard.timeline.marks import Marks
from dashboard.timeline.text import cut, text_width

Side = Literal["right", "left", "inside"]

RADIUS = 6.5
GAP = 6.0
BETWEEN = 10.0
HEAD = 9.0
"""Room for the arrow head of an open end."""
MOST_ROWS = 14
CROWDED_ROWS = 5
"""Rows of a lane in which not all find a place in MOST_ROWS."""
FEW = 60
"""So many marks of a lane are all shown, whatever rows they take."""


@dataclass(slots=True)
class Body:
    """A mark measured in pixels from the left edge of the view."""

    mark: int
    left: float
    right: float
    at: float | None
    whisker: bool
    open_start: bool
    open_end: bool
    label: str
    label_width: float
    side: Side = "right"
    row: int = -1

    @property
    def label_left(self) -> float:
        if self.side == "right":
            return self.right + self.gap_right
        return self.left - self.gap_left - self.label_width if self.side == "left" else max(self.left, 0.0) + GAP

    @property
    def gap_left(self) -> float:
        return GAP + HEAD * self.open_start

    @property
    def gap_right(self) -> float:
        return GAP + HEAD * self.open_end

    @property
    def extent(self) -> tuple[float, float]:
        """Body and label together."""
        if not self.label:
            return self.left, self.right
        return min(self.left, self.label_left), max(self.right, self.label_left + self.label_width)


@dataclass(slots=True)
class Rows:
    """Rows of a lane, each a sorted list of taken stretches."""

    most: int
    taken: list[list[tuple[float, float]]] = field(default_factory=list)

    def place(self, left: float, right: float) -> int:
        """The first row with room, which is then taken; -1 where there is none."""
        for row, stretches in enumerate(self.taken):
            here = bisect(stretches, (left, right))
            if (here == 0 or stretches[here - 1][1] + BETWEEN <= left) and (
                here == len(stretches) or right + BETWEEN <= stretches[here][0]
            ):
                stretches.insert(here, (left, right))
                return row
        if len(self.taken) < self.most:
            self.taken.append([(left, right)])
            return len(self.taken) - 1
        return -1


def turn_label(body: Body, plot: float) -> None:
    """Choose the side on which the label stays within the plot, and cut it where no side is wide enough.

    What lies beyond the plot brings no label into it, though half of its glyph may reach over the edge.
    """
    beyond = body.at is not None and not body.whisker and not 0 <= body.at <= plot
    if body.right <= 0 or body.left >= plot or beyond:
        return
    right_room = plot - body.right - body.gap_right - 2
    left_room = body.left - body.gap_left - 2
    inside_room = min(body.right, plot) - max(body.left, 0.0) - 2 * GAP - (4 * RADIUS if body.at is not None else 0)
    if body.label_width <= right_room:
        return
    if body.label_width <= left_room:
        body.side = "left"
    elif body.label_width <= inside_room:
        body.side = "inside"
        _clear_glyph(body, plot)
    else:
        room, side = max((right_room, "right"), (left_room, "left"), (inside_room, "inside"))
        body.label = cut(body.label, room)
        body.label_width = text_width(body.label)
        body.side = side  # type: ignore[assignment]
        if side == "inside":
            _clear_glyph(body, plot)


def hide_cut_label(body: Body) -> None:
    """The label of a mark left of the view must not reach into it; it keeps its room, so that nothing moves when the mark comes in."""
    left = body.right if body.at is None or body.whisker else body.at
    if left <= 0 < body.extent[1]:
        body.label = ""


def _clear_glyph(body: Body, plot: float) -> None:
    """The label inside a whisker stands at the left; its glyph goes to the right of it."""
    if body.at is not None:
        from_label = body.label_left + body.label_width + GAP + RADIUS
        body.at = max(body.at, from_label)


def pack(bodies: list[Body], marks: Marks, *, thinned: bool, first: int | None = None) -> None:
    """Give each body a row, in order of time; where not all have room, the mark `first` and then the weightiest first, some without label,
    some not at all."""
    if not thinned and _fill(bodies, Rows(MOST_ROWS if len(bodies) > FEW else FEW)):
        return
    rows = Rows(CROWDED_ROWS)
    by_weight = sorted(bodies, key=lambda body: -1 if body.mark == first else int(marks.rank[body.mark]))
    _fill(by_weight, rows)
    for body in by_weight:
        if body.row < 0:
            body.label, body.side = "", "right"
            body.row = rows.place(*body.extent)
    # in order of their left ends they take no more rows than now (intervals are coloured greedily), and look tidier
    _fill(sorted((body for body in bodies if body.row >= 0), key=lambda body: body.extent), Rows(CROWDED_ROWS))


def _fill(bodies: list[Body], rows: Rows) -> bool:
    """Give each body the first row with room, -1 where there is none; whether all have one."""
    for body in bodies:
        body.row = rows.place(*body.extent)
    return all(body.row >= 0 for body in bodies)
