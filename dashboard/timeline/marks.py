"""The table as arrays: what is to be drawn of each event, before any view is known.

Instants are float64 milliseconds; an open end is -inf or +inf. Built once for a table, read for every view.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
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
    labels: list[str]
    whens: list[str]
    start: Floats
    end: Floats
    is_span: NDArray[np.bool_]
    approximate: NDArray[np.bool_]
    precision: list[Precision]
    status: list[str]
    weight: Floats
    lanes: list[str]
    lane_of: Ints
    mark_of: Ints
    undated: int

    def __len__(self) -> int:
        return len(self.ids)

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


def lane_names(actors: Sequence[Sequence[str]], most: int, order: Sequence[str] | None = None) -> tuple[list[str], dict[str, int]]:
    """The lanes from top to bottom and the lane of each actor: the busiest first, the rest together, the events without actors last.

    `order` fixes the order, so that lanes keep place and colour while a filter changes; actors that it does not name follow.

    >>> lane_names([["A", "B"], ["B"], []], most=10)[0]
    ['B', 'A', 'no named actor']
    """
    counts = Counter(name for names in actors for name in dict.fromkeys(names))
    place = {name: i for i, name in enumerate(order or ())}
    ranked = sorted(counts, key=lambda name: (place.get(name, len(place)), -counts[name]))
    if len(ranked) > most:
        top = sorted(counts, key=lambda name: -counts[name])[: most - 1]
        ranked = [name for name in ranked if name in set(top)]
    lanes = [*ranked, *([OTHERS] if len(ranked) < len(counts) else []), *([NOBODY] if any(not names for names in actors) else [])]
    index = {name: i for i, name in enumerate(ranked)}
    return lanes, {name: index.get(name, len(ranked)) for name in counts}


def marks(table: "pd.DataFrame", *, most_lanes: int = 10, order: Sequence[str] | None = None) -> Marks:
    """The marks of an event table; of core.table's columns it reads id, label, edtf, start_ms, end_ms, granularity, extent, approximate,
    status and actors.

    A column `weight`, where there is one, says which events are shown first where there is no room for all.
    """
    start = table["start_ms"].to_numpy(dtype=np.float64, na_value=np.nan)
    end = table["end_ms"].to_numpy(dtype=np.float64, na_value=np.nan)
    dated = np.isfinite(start) | np.isfinite(end)
    start, end = np.where(np.isfinite(start), start, -np.inf), np.where(np.isfinite(end), end, np.inf)
    known = np.where(np.isfinite(start), start, end)
    rows = np.lexsort((end, known))
    rows = rows[dated[rows]]

    def column(name: str) -> list[object]:
        values = table[name].tolist()
        return [values[row] for row in rows]

    actors = [[plain(str(name)) for name in names] if isinstance(names, (list, tuple)) else [] for names in column("actors")]
    lanes, lane_of_name = lane_names(actors, most_lanes, order)
    pairs = [
        (lane, mark)
        for mark, names in enumerate(actors)
        for lane in (dict.fromkeys(lane_of_name[name] for name in names) if names else (len(lanes) - 1,))
    ]
    precision = [PRECISION.get(str(value), "day") for value in column("granularity")]
    coarse = np.array([("day", "month", "year").index(value) for value in precision], dtype=np.float64)
    if "weight" in table:
        weight = np.array(column("weight"), dtype=np.float64)
    else:
        weight = np.array([min(len(names), 9) for names in actors], dtype=np.float64) - coarse
    return Marks(
        ids=[str(value) for value in column("id")],
        labels=[plain(str(value)) for value in column("label")],
        whens=[plain(str(value)) for value in column("edtf")],
        start=start[rows],
        end=end[rows],
        is_span=np.array([value == "span" for value in column("extent")], dtype=np.bool_),
        approximate=np.array([bool(value) for value in column("approximate")], dtype=np.bool_),
        precision=precision,
        status=[str(value) for value in column("status")],
        weight=weight,
        lanes=lanes,
        lane_of=np.array([lane for lane, _ in pairs], dtype=np.int64),
        mark_of=np.array([mark for _, mark in pairs], dtype=np.int64),
        undated=int((~dated).sum()),
    )
