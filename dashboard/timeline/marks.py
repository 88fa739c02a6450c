"""The table as arrays: what is to be drawn of each event, before any view is known.

Instants are float64 milliseconds; an open end is -inf or +inf. Built once for a table, read for every view.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from core.when import GRANULARITIES
from dashboard.timeline.text import plain

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

Precision = Literal["day", "month", "year"]
PRECISION: dict[str, Precision] = {
    name: "year" if place <= GRANULARITIES.index("year") else "month" if place < GRANULARITIES.index("day") else "day"
    for place, name in enumerate(GRANULARITIES)
}
"""A day or finer, a part of a year, a year or coarser: what the glyph tells."""

NOBODY = "no named actor"
OTHERS = "other actors"


@dataclass(frozen=True, slots=True)
class Marks:
    """The dated events of a table in order of time, and the lanes that each appears in.

    `lane_of` and `mark_of` are pairs: mark `mark_of[i]` appears in lane `lane_of[i]`; they are in order of time too. `undated` counts the
    rows that have no place on the axis.
    """

    ids: list[str]
    texts: list[object]
    start: Floats
    end: Floats
    is_span: NDArray[np.bool_]
    approximate: NDArray[np.bool_]
    precision: list[Precision]
    status: list[str]
    weight: Floats
    lanes: list[str]
    hues: list[int]
    lane_of: Ints
    mark_of: Ints
    undated: int

    def __len__(self) -> int:
        return len(self.ids)

    def label(self, mark: int) -> str:
        """The label of a mark, on one line."""
        return plain(str(self.texts[mark]))

    def with_weight(self, mark: int, weight: float) -> "Marks":
        """The same with another weight for one mark."""
        weights = self.weight.copy()
        weights[mark] = weight
        return replace(self, weight=weights)

    @property
    def known_start(self) -> Floats:
        """The start, for an open one the end: always finite."""
        return np.where(np.isfinite(self.start), self.start, self.end)

    @property
    def known_end(self) -> Floats:
        """The end, for an open one the start: always finite."""
        return np.where(np.isfinite(self.end), self.end, self.start)

    @property
    def middle(self) -> Floats:
        """The middle of what is known."""
        return (self.known_start + self.known_end) / 2


def lane_names(counts: Mapping[str, int], most: int, order: Sequence[str] | None = None) -> list[str]:
    """The actors that have lanes of their own, from top to bottom: the busiest, `most` at most or one less where others are left over.

    `order` fixes the order, so that lanes keep place and colour while a filter changes; actors that it does not name follow.

    >>> lane_names({"A": 1, "B": 2, "C": 1}, most=2), lane_names({"A": 1, "B": 2}, most=2, order=["A"])
    (['B'], ['A', 'B'])
    """
    busiest = sorted(counts, key=lambda name: -counts[name])
    shown = busiest if len(busiest) <= most else busiest[: most - 1]
    place = {name: i for i, name in enumerate(order or ())}
    return sorted(shown, key=lambda name: place.get(name, len(place)))


def _lanes(actors: Sequence[object], most: int, order: Sequence[str] | None) -> tuple[list[str], Ints, Ints]:
    """Lane names, and the pairs of lane and mark, in order of the marks."""
    import pandas as pd

    lists = [names if isinstance(names, (list, tuple)) else () for names in actors]
    lengths = np.array([len(names) for names in lists], dtype=np.int64)
    codes, names = pd.factorize(np.array([plain_name(str(name)) for name in chain.from_iterable(lists)], dtype=object))
    # somebody named twice in an event took part once
    once = np.unique(np.repeat(np.arange(len(lists)), lengths) * max(len(names), 1) + codes)
    mark, codes = once // max(len(names), 1), once % max(len(names), 1)
    counts = np.bincount(codes, minlength=len(names))
    top = lane_names(dict(zip(map(str, names), counts.tolist(), strict=True)), most, order)
    index = {name: i for i, name in enumerate(top)}
    lane_of_code = np.array([index.get(str(name), len(top)) for name in names], dtype=np.int64)
    lanes = [*top, *([OTHERS] if len(top) < len(names) else [])]
    nobody = np.flatnonzero(lengths == 0)
    if len(nobody):
        lanes.append(NOBODY)
    pairs = np.unique(
        np.concatenate([mark * len(lanes) + lane_of_code[codes], nobody * len(lanes) + len(lanes) - 1]) if lanes else np.array([], np.int64)
    )
    return lanes, pairs % max(len(lanes), 1), pairs // max(len(lanes), 1)


def _hues(lanes: list[str], order: Sequence[str] | None) -> list[int]:
    """The colour number of each lane: that of its place in the order, where one is given, so that it stays under any filter."""
    if order is None:
        return list(range(len(lanes)))
    place = {name: i for i, name in enumerate([*order, OTHERS, NOBODY])}
    return [place.get(name, len(place)) for name in lanes]


def lane_order(table: "pd.DataFrame") -> tuple[str, ...]:
    """The actors of a table from the busiest on: the `order` that keeps lanes in place and colour while parts of the table are shown."""
    names = table["actors"].explode().dropna().map(lambda name: plain_name(str(name)))
    return tuple(names.value_counts(sort=True).index)


plain_name = lru_cache(maxsize=65536)(plain)


def marks(table: "pd.DataFrame", *, most_lanes: int = 10, order: Sequence[str] | None = None) -> Marks:
    """The marks of an event table; of core.table's columns it reads id, label, start_ms, end_ms, granularity, extent, approximate, status
    and actors.

    A column `weight`, where there is one, says which events are shown first where there is no room for all; else those of more actors and
    finer dates are.
    """
    start = table["start_ms"].to_numpy(dtype=np.float64, na_value=np.nan)
    end = table["end_ms"].to_numpy(dtype=np.float64, na_value=np.nan)
    dated = np.isfinite(start) | np.isfinite(end)
    start, end = np.where(np.isfinite(start), start, -np.inf), np.where(np.isfinite(end), end, np.inf)
    rows = np.lexsort((end, np.where(np.isfinite(start), start, end)))
    rows = rows[dated[rows]]

    def column(name: str) -> NDArray[np.object_]:
        return table[name].to_numpy(dtype=object)[rows]

    actors = column("actors").tolist()
    lanes, lane_of, mark_of = _lanes(actors, most_lanes, order)
    precision = [PRECISION.get(str(value), "day") for value in column("granularity")]
    if "weight" in table:
        weight = column("weight").astype(np.float64)
    else:
        coarse = np.array([("day", "month", "year").index(value) for value in precision], dtype=np.float64)
        weight = np.bincount(mark_of, minlength=len(rows)).astype(np.float64) - coarse
    return Marks(
        ids=[str(value) for value in column("id")],
        texts=column("label").tolist(),
        start=start[rows],
        end=end[rows],
        is_span=np.array(column("extent") == "span", dtype=np.bool_),
        approximate=column("approximate").astype(np.bool_),
        precision=precision,
        status=[str(value) for value in column("status")],
        weight=weight,
        lanes=lanes,
        hues=_hues(lanes, order),
        lane_of=lane_of,
        mark_of=mark_of,
        undated=int((~dated).sum()),
    )
