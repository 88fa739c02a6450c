"""Which marks of a lane are laid out near a view: the same of them, and in the same rows, wherever a view of that length lies.

Time is cut into tiles that hang on the length of the view alone. A *short* mark, of less than some two views, belongs to the tile in
which it begins, and with its label never reaches past the tile that follows. So every other tile takes its rows without a look at the
others, and each of those between them around what its two neighbours have taken: nothing that is farther off can move a mark to another
row. *Long* marks are never whole in a view; they stand beneath the short ones and may follow the view.
"""

import math
from dataclasses import dataclass

import numpy as np

from dashboard.timeline.lanes import Lane
from dashboard.timeline.marks import Floats, Ints, Marks

STEPS = 8
"""Parts of a tile of which each shows its weightiest, so that what is shown is spread over time."""
LONG = 2
"""Long marks that a crowded lane shows."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """The tiles of all views that are `length` milliseconds long: short marks last less than 2 ** `exponent`, a tile `tile` milliseconds,
    two to four views (where the view is `narrow` and labels long beside it, twice that)."""

    length: float
    narrow: bool

    @property
    def exponent(self) -> int:
        return math.frexp(self.length)[1]

    @property
    def tile(self) -> float:
        return 2.0 ** (self.exponent + (2 if self.narrow else 1))

    def numbers(self, low: float, high: float) -> list[int]:
        """The tiles whose marks may be seen between two instants, in the order in which they take their rows: the even ones first."""
        first, last = math.floor(low / self.tile) - 1, math.floor(high / self.tile)
        return sorted(range(first - first % 2, last + last % 2 + 1), key=lambda number: (number % 2, number))


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that take their rows together, and whether others near them are left out."""

    marks: Ints
    thinned: bool


def short(marks: Marks, lane: Lane, tiles: Tiles, stretch: tuple[float, float], most: int, first: int | None) -> list[Group]:
    """The short marks that may be seen in a stretch of two views, tile by tile: all of them where no more than `most` are near, else the
    weightiest of each part of the tile, and the mark `first`."""
    parts = STEPS * (2 if tiles.narrow else 1)
    step = tiles.tile / parts
    kept = max(int((most - LONG) * step // (3 * tiles.length + step)), 1)
    return [
        _group(marks, lane, tiles, (number + np.arange(parts + 1) / parts) * tiles.tile, kept, most, first)
        for number in tiles.numbers(*stretch)
    ]


def _group(marks: Marks, lane: Lane, tiles: Tiles, edges: Floats, kept: int, most: int, first: int | None) -> Group:
    chosen, thinned = [], False
    for place, each in enumerate(lane.beginning(edges, tiles.exponent)):
        low, high = edges[place] - 2 * tiles.length, edges[place + 1] + 2 * tiles.length + 2.0**tiles.exponent
        if len(each) > kept and lane.count(low, high) > most:
            thinned = True
            each = weightiest(marks, each, kept, first)
        chosen.append(each)
    return Group(np.concatenate(chosen), thinned)


def long(marks: Marks, lane: Lane, tiles: Tiles, stretch: tuple[float, float], most: int, first: int | None) -> Ints:
    """The long marks that are seen in a stretch of time, of a crowded lane the weightiest."""
    found = lane.touching(*stretch, above=tiles.exponent)
    return found if lane.count(*stretch) <= most else weightiest(marks, found, LONG, first)


def weightiest(marks: Marks, chosen: Ints, most: int, first: int | None) -> Ints:
    """So many of the marks in order of time, the mark `first` among them where it is one of them."""
    if len(chosen) <= most:
        return chosen
    ranks = marks.rank[chosen]
    if first is not None:
        ranks = np.where(chosen == first, -1, ranks)
    return chosen[np.sort(np.argpartition(ranks, most - 1)[:most])]
