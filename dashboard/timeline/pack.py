"""Bodies with their labels into rows, and which marks are left out where not all have room.

Everything is measured in pixels from the left edge of the view, but no row hangs on where that edge is: each body takes the room of its
mark and of its whole label to the right of it.
"""

from bisect import bisect, insort
from dataclasses import dataclass, field
from typing import Literal

from dashboard.timeline.marks import Marks

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

    taken: list[list[tuple[float, float]]] = field(default_factory=list)

    def fits(self, row: int, left: float, right: float) -> bool:
        """Whether a row has room."""
        stretches = self.taken[row]
        here = bisect(stretches, (left, right))
        return (here == 0 or stretches[here - 1][1] + BETWEEN <= left) and (here == len(stretches) or right + BETWEEN <= stretches[here][0])

    def take(self, row: int, left: float, right: float) -> None:
        """Takes a stretch of a row, which may be a new one."""
        while row >= len(self.taken):
            self.taken.append([])
        insort(self.taken[row], (left, right))

    def place(self, left: float, right: float, most: int) -> int:
        """The first of at most so many rows with room, which is then taken; -1 where there is none."""
        for row in range(most):
            if row >= len(self.taken) or self.fits(row, left, right):
                self.take(row, left, right)
                return row
        return -1

    def copy(self) -> "Rows":
        """The same rows, to try something."""
        return Rows([list(stretches) for stretches in self.taken])


def pack(bodies: list[Body], rows: Rows, marks: Marks, *, thinned: bool, first: int | None = None) -> None:
    """Give each body a row, in order of time; where not all have room, the mark `first` and then the weightiest first, some without label,
    some not at all."""
    trial = rows.copy()
    if not thinned and _fill(bodies, trial, MOST_ROWS if len(bodies) > FEW else FEW):
        rows.taken = trial.taken
        return
    trial = rows.copy()
    by_weight = sorted(bodies, key=lambda body: -1 if body.mark == first else int(marks.rank[body.mark]))
    _fill(by_weight, trial, CROWDED_ROWS)
    for body in by_weight:
        if body.row < 0:
            body.label = ""
            body.row = trial.place(*body.extent, CROWDED_ROWS)
    # in order of their left ends they look tidier, and where nothing stood before take no more rows (intervals are coloured greedily)
    kept = {body.mark: body.row for body in bodies if body.row >= 0}
    tidy = rows.copy()
    if _fill(sorted((body for body in bodies if body.row >= 0), key=lambda body: body.extent), tidy, CROWDED_ROWS):
        trial = tidy
    else:
        for body in bodies:
            body.row = kept.get(body.mark, -1)
    rows.taken = trial.taken


def _fill(bodies: list[Body], rows: Rows, most: int) -> bool:
    """Give each body the first row with room, -1 where there is none; whether all have one."""
    for body in bodies:
        body.row = rows.place(*body.extent, most)
    return all(body.row >= 0 for body in bodies)
