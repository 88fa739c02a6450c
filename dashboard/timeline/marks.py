"""The table as columns: what is to be drawn of each event, before any view is known.

Instants are float64 milliseconds; an open end is -inf or +inf. Built once for a table and read for every view; the marks of a part of the
table are taken from those of the whole. Texts stay in the table: only those of the marks that are drawn are looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.when import GRANULARITIES
from dashboard.ids import Ids
from dashboard.timeline.lanes import MOST_LANES, Choice, Floats, Groups, Ints, Lane, Places, Times, exponents, groups, lanes
from dashboard.timeline.text import plain

if TYPE_CHECKING:
    import pandas as pd

Bools = NDArray[np.bool_]

Precision = Literal["day", "month", "year"]
PRECISIONS: tuple[Precision, ...] = ("day", "month", "year")
PRECISION: dict[str, Precision] = {
    name: "year" if place <= GRANULARITIES.index("year") else "month" if place < GRANULARITIES.index("day") else "day"
    for place, name in enumerate(GRANULARITIES)
}
"""A day or finer, a part of a year, a year or coarser: what the glyph tells."""


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """The dated events of a table in order of time, and the lanes that each appears in.

    `rows` are their places in the table. `known_start` and `known_end` are finite: of an open event both are the end that is known; the
    marks are in order of `known_start`. `at` is where an event counts as lying: the start of a span, the middle of a moment's possible
    time; `exponents` tell how long it lasts; `ordered_ends` and `ordered_at` are ends and places each in order. `finest` is the shortest
    possible time of a moment, nought where that is not known. `rank` orders the marks by weight, the weightiest first, those of equal
    weight without bias in time. `undated` counts the rows that have no place on the axis. `ids` and `texts` are whole columns of the table.
    """

    rows: Places
    known_start: Floats
    known_end: Floats
    at: Floats
    exponents: NDArray[np.int8]
    open_start: Bools
    open_end: Bools
    is_span: Bools
    approximate: Bools
    disputed: Bools
    precisions: NDArray[np.int8]
    statuses: NDArray[np.int8]
    rank: NDArray[np.int32]
    ordered_ends: Floats
    ordered_at: Floats
    finest: float
    groups: Groups
    lanes: tuple[Lane, ...]
    undated: int
    ids: Ids
    texts: Any
    status_names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def id(self, mark: int) -> str:
        """The id of the event."""
        return self.ids[self.rows[mark]]

    def find(self, identifier: str | None) -> int | None:
        """The mark of the event with that id, None where it has none."""
        row = self.ids.place(identifier)
        marks = () if row is None else np.flatnonzero(self.rows == row)
        return int(marks[0]) if len(marks) else None

    def label(self, mark: int) -> str:
        """The label of a mark, on one line; a sign before it tells that the sources disagree."""
        text = plain(str(self.texts[self.rows[mark]]))
        return f"{DISPUTED} {text}" if self.disputed[mark] else text

    def precision(self, mark: int) -> Precision:
        """How finely a mark is dated."""
        return PRECISIONS[self.precisions[mark]]

    def status(self, mark: int) -> str:
        """Whether it happened, is planned, denied or hypothetical."""
        return self.status_names[self.statuses[mark]]

    def stretch(self, mark: int) -> tuple[float, float]:
        """From when to when a mark is, without end where that is open."""
        start, end = float(self.known_start[mark]), float(self.known_end[mark])
        return -np.inf if self.open_start[mark] else start, np.inf if self.open_end[mark] else end

    @property
    def times(self) -> Times:
        """What lanes are made of."""
        return Times(self.known_start, self.known_end, self.at, self.exponents)

    def within(self, low: float, high: float) -> Bools:
        """Which marks touch a stretch of time."""
        return (self.known_end > low) & (self.known_start < high)

    def grouped(self, table: "pd.DataFrame", choice: Choice) -> "Marks":
        """The same marks of the same table in other lanes."""
        found = groups(table, choice.by, self.rows)
        return replace(self, groups=found, lanes=lanes(found, self.times, choice=choice))


DISPUTED = "≠"
ACTORS = Choice()


def marks(table: "pd.DataFrame", *, most_lanes: int = MOST_LANES, order: Sequence[str] | None = None, choice: Choice = ACTORS) -> Marks:
    """The marks of an event table; of core.table's columns it reads id, label, start_ms, end_ms, granularity, extent, approximate, status
    and the column that makes the lanes by `choice`.

    A column `weight`, where there is one, says which events are shown first where there is no room for all; else those of more actors, more
    mentions and finer dates are.
    """
    start = table["start_ms"].to_numpy(dtype=np.float64, na_value=np.nan)
    end = table["end_ms"].to_numpy(dtype=np.float64, na_value=np.nan)
    has_start, has_end = np.isfinite(start), np.isfinite(end)
    dated = has_start | has_end
    known_start, known_end = np.where(has_start, start, end), np.where(has_end, end, start)
    rows = np.lexsort((known_end, known_start))
    rows = rows[dated[rows]]
    known_start, known_end = known_start[rows], known_end[rows]
    is_span = _codes(table["extent"], ("span",))[rows] == 0
    at = np.where(is_span, known_start, (known_start + known_end) / 2)
    precisions = _precisions(table["granularity"])[rows]
    status_codes, status_names = _factorized(table["status"])
    grouped = groups(table, choice.by, rows)
    made = Marks(
        rows=rows.astype(np.int32),
        known_start=known_start,
        known_end=known_end,
        at=at,
        exponents=exponents(known_start, known_end),
        open_start=~has_start[rows],
        open_end=~has_end[rows],
        is_span=is_span,
        approximate=_flags(table, "approximate")[rows],
        disputed=_flags(table, "disputed")[rows],
        precisions=precisions,
        statuses=status_codes[rows].astype(np.int8),
        rank=_ranked(_weight(table, rows, grouped, precisions)),
        ordered_ends=np.sort(known_end),
        ordered_at=np.sort(at),
        finest=_finest(known_start, known_end, is_span),
        groups=grouped,
        lanes=(),
        undated=int((~dated).sum()),
        ids=Ids(table["id"]),
        texts=table["label"].array,
        status_names=status_names,
    )
    return replace(made, lanes=lanes(grouped, made.times, most=most_lanes, order=order, choice=choice))


OF_EACH = (
    *("rows", "known_start", "known_end", "at", "exponents", "open_start", "open_end"),
    *("is_span", "approximate", "disputed", "precisions", "statuses", "rank"),
)
"""The fields that have a value for each mark."""


def part_of(whole: Marks, rows: Ints, *, order: Sequence[str] | None = None, choice: Choice = ACTORS) -> Marks:
    """The marks of some rows of the table, without looking at the table again."""
    wanted = np.zeros(len(whole.ids), dtype=np.bool_)
    wanted[rows] = True
    kept = np.flatnonzero(wanted[whole.rows])
    made = whole
    if len(kept) < len(whole):
        of_each = {name: getattr(whole, name)[kept] for name in OF_EACH}
        start, end = of_each["known_start"], of_each["known_end"]
        ordered = {"ordered_ends": np.sort(end), "ordered_at": np.sort(of_each["at"]), "finest": _finest(start, end, of_each["is_span"])}
        made = replace(whole, **of_each, **ordered, groups=whole.groups.part(kept, len(whole)))
    return replace(made, lanes=lanes(made.groups, made.times, order=order, choice=choice), undated=len(rows) - len(kept))


def _finest(start: Floats, end: Floats, is_span: Bools) -> float:
    return float(np.where(is_span, np.inf, end - start).min(initial=np.inf)) if len(start) else 0.0


def _factorized(column: "pd.Series[Any]") -> tuple[Ints, tuple[str, ...]]:
    """A code for each row and the names of the codes; a row without a value counts as the empty name."""
    import pandas as pd

    codes, names = pd.factorize(column)
    return np.where(codes < 0, len(names), codes), (*map(str, names), "")


def _codes(column: "pd.Series[Any]", names: Sequence[str]) -> Ints:
    """The place of each row's value among the names, or one past the last."""
    codes, found = _factorized(column)
    place = {name: i for i, name in enumerate(names)}
    return np.array([place.get(name, len(names)) for name in found], dtype=np.int64)[codes]


def _precisions(column: "pd.Series[Any]") -> NDArray[np.int8]:
    codes, found = _factorized(column)
    return np.array([PRECISIONS.index(PRECISION.get(name, "day")) for name in found], dtype=np.int8)[codes]


def _flags(table: "pd.DataFrame", name: str) -> Bools:
    return table[name].to_numpy(dtype=np.bool_, na_value=False) if name in table else np.zeros(len(table), dtype=np.bool_)


def _weight(table: "pd.DataFrame", rows: Ints, grouped: Groups, precisions: NDArray[np.int8]) -> Floats:
    """The weight that the chronology gives, where it does; else that of actors, mentions and a fine date."""
    given = table["weight"].to_numpy(dtype=np.float64, na_value=np.nan)[rows] if "weight" in table else np.array([np.nan])
    if np.isfinite(given).any():
        return np.where(np.isfinite(given), given, -np.inf)
    weight = np.bincount(grouped.mark_of, minlength=len(rows)) - precisions.astype(np.float64)
    if "mentions" in table:
        weight += np.fromiter(map(len, table["mentions"]), dtype=np.float64, count=len(table))[rows]
    return weight


def _ranked(weight: Floats) -> NDArray[np.int32]:
    """The place of each mark in the order of weight; among equals an order without bias in time (multiplicative hashing, Knuth)."""
    scattered = np.arange(len(weight), dtype=np.uint64) * np.uint64(2654435761) % np.uint64(2**32)
    rank = np.empty(len(weight), dtype=np.int32)
    rank[np.lexsort((scattered, -weight))] = np.arange(len(weight), dtype=np.int32)
    return rank


def lane_order(table: "pd.DataFrame") -> tuple[str, ...]:
    """The actors of a table from the busiest on: the `order` that keeps lanes in place and colour while parts of the table are shown."""
    return tuple(groups(table, "actors", np.arange(len(table))).counts())
