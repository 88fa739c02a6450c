"""Who stands in which lane: the names in a column of the table, the busiest with a lane each, the rest together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.timeline.text import plain
from dashboard.words import say

if TYPE_CHECKING:
    import pandas as pd

Floats = NDArray[np.float64]
Ints = NDArray[np.integer[Any]]
Places = NDArray[np.int32]
"""Numbers of marks, which take half the room."""


@dataclass(frozen=True, slots=True)
class By:
    """A way to make lanes: the column of the table, what it is called, and the names of the lanes for all others and for nobody."""

    column: str
    about: str
    others: str
    nobody: str


MOST_LANES = 10
BY: dict[str, By] = {
    name: By(name, say(f"lanes.{name}"), say(f"lanes.{name}.others"), say(f"lanes.{name}.nobody"))
    for name in ("actors", "places", "document", "tags", "status")
}
LISTS = ("actors", "places", "tags")
"""The columns of which a row has several values."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How the lanes are made: `by` which column (a key of BY), the names that come first, those that stand among the others, and the
    lanes that are folded to a strip."""

    by: str = "actors"
    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()


def told(choice: Any) -> Choice:
    """The lanes that the browser asks for, those that everybody begins with where it asks for nothing that can be.

    >>> told({"by": "places", "hidden": ["Doha"]}) == Choice("places", hidden=("Doha",)), told({"by": "label"}) == told(None) == Choice()
    (True, True)
    """
    if not isinstance(choice, dict) or str(choice.get("by")) not in BY:
        return Choice()
    return Choice(str(choice["by"]), *(tuple(map(str, choice.get(field) or ())) for field in ("order", "hidden", "closed")))


LINK = {"lane": "order", "hide": "hidden", "fold": "closed"}
"""What a link calls the names in a choice; it calls `by` by its name."""


def to_query(choice: Choice) -> dict[str, list[str]]:
    """A choice as a link carries it; the one that everybody begins with takes no room there.

    >>> to_query(Choice("places", closed=("Doha",))), to_query(Choice())
    ({'by': ['places'], 'fold': ['Doha']}, {})
    """
    named = {name: list(getattr(choice, field)) for name, field in LINK.items() if getattr(choice, field)}
    return ({"by": [choice.by]} if choice.by != Choice().by else {}) | named


def from_query(query: Mapping[str, Sequence[str]]) -> Choice:
    """The choice that a link carries; what cannot be is as everybody begins with it.

    >>> from_query({"by": ["places"], "fold": ["Doha"]}) == Choice("places", closed=("Doha",)), from_query({"by": ["label"]}) == Choice()
    (True, True)
    """
    by = (list(query.get("by", ())) or [Choice().by])[-1]
    return Choice(by if by in BY else Choice().by, *(tuple(query.get(name, ())) for name in LINK))


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """The names of a column and who bears them: pairs of mark and number of a name, in order of the marks."""

    by: By
    names: tuple[str, ...]
    mark_of: Places
    code_of: Places
    count: int

    def part(self, kept: Ints, whole: int) -> "Groups":
        """The same for some of the marks, which are then counted anew."""
        place = np.full(whole, -1, dtype=np.int32)
        place[kept] = np.arange(len(kept), dtype=np.int32)
        mark_of = place[self.mark_of]
        inside = mark_of >= 0
        return Groups(self.by, self.names, mark_of[inside], self.code_of[inside], len(kept))

    def counts(self) -> dict[str, int]:
        """How many marks each name has, the busiest first."""
        counted = np.bincount(self.code_of, minlength=len(self.names))
        busiest = np.argsort(-counted, kind="stable")
        return {self.names[code]: int(counted[code]) for code in busiest if counted[code]}


class Times(NamedTuple):
    """The known starts of all marks, in order, their known ends, where each counts as lying, and the exponent of its run."""

    start: Floats
    end: Floats
    at: Floats
    exponent: NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """The marks of a lane, in order of time, that last less than 2 ** `exponent` milliseconds, and at least half of that."""

    exponent: int
    marks: Places


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """The marks of a lane in order of time, with the colour number `hue`; of a `closed` one only the strip is drawn.

    `starts` and `ends` are those of all marks of the table, of which the first are in order; `own_ends` and `at` those of the lane's marks,
    each for itself in order, so that any stretch of time is counted by bisection.
    """

    name: str
    hue: int
    marks: Places
    starts: Floats
    ends: Floats
    own_ends: Floats
    at: Floats
    runs: tuple[Run, ...]
    closed: bool = False

    def __len__(self) -> int:
        return len(self.marks)

    @property
    def span(self) -> tuple[float, float]:
        """From its first instant to its last."""
        return float(self.starts[self.marks[0]]), float(self.own_ends[-1])

    def count(self, low: float, high: float) -> int:
        """How many marks touch a stretch of time."""
        began = _before(self.marks, np.searchsorted(self.starts, high, "left"))
        return max(int(began - np.searchsorted(self.own_ends, low, "right")), 0)

    def touching(self, low: float, high: float, above: int | None = None) -> Ints:
        """The marks that touch a stretch of time, in order of time: of the runs with an exponent `above` that one only."""
        found = []
        for run in self.runs:
            if above is None or run.exponent > above:
                begin, end = _before(run.marks, np.searchsorted(self.starts, (low - 2.0**run.exponent, high)))
                found.append(run.marks[begin:end][self.ends[run.marks[begin:end]] > low])
        return _merged(found)

    def beginning(self, edges: Floats, most: int) -> list[Ints]:
        """The marks of the runs with an exponent of at `most` that, which begin between each edge and the next."""
        at = np.searchsorted(self.starts, edges)
        runs = [(run.marks, _before(run.marks, at).tolist()) for run in self.runs if run.exponent <= most]
        return [_merged([marks[cuts[place] : cuts[place + 1]] for marks, cuts in runs]) for place in range(len(edges) - 1)]

    def density(self, edges: Floats) -> Ints:
        """How many lie between each edge and the next."""
        return np.diff(np.searchsorted(self.at, edges))


def _before(marks: Places, numbers: Any) -> Any:
    """How many of the marks come before each of some numbers, which are of another type: marks of that would be copied."""
    return np.searchsorted(marks, np.asarray(numbers, dtype=marks.dtype))


def _merged(parts: list[Places]) -> Places:
    full = [part for part in parts if len(part)]
    if len(full) < 2:
        return full[0] if full else np.array([], dtype=np.int32)
    merged = np.concatenate(full)
    merged.sort(kind="stable")  # what is in order by parts is merged in no time
    return merged


GREY = -1
"""The colour number of lanes that are nobody's."""
SHORTEST = 16
"""The exponent of the first run: a minute."""


def exponents(start: Floats, end: Floats) -> NDArray[np.int8]:
    """The exponent of the run of each mark."""
    return np.maximum(np.frexp(end - start)[1], SHORTEST).astype(np.int8)


def _lane(name: str, hue: int, inside: Places, times: Times, closed: bool) -> Lane:
    runs = tuple(Run(exponent, marks) for exponent, marks in enumerate(_apart(inside, times.exponent[inside])) if len(marks))
    return Lane(name, hue, inside, times.start, times.end, np.sort(times.end[inside]), np.sort(times.at[inside]), runs, closed)


def _apart(marks: Places, groups: Ints, most: int = 0) -> list[Places]:
    """The marks by their group, a small number, each group in the order in which they come; of `most` groups or those that there are."""
    counts = np.bincount(groups, minlength=most)
    return np.split(marks[np.argsort(groups, kind="stable")], np.cumsum(counts)[:-1])


def groups(table: "pd.DataFrame", by: str, rows: Ints) -> Groups:
    """Who bears which name in the column that makes the lanes, for the marks of these rows."""
    import pandas as pd

    way = BY[by]
    column = table[way.column]
    if by == "document" and "title" in table:
        column = table["title"].astype(object).where(table["title"].notna(), column.astype(object))
    if way.column in LISTS:
        lists = [names if isinstance(names, (list, tuple)) else () for names in column.to_numpy(dtype=object)[rows]]
        lengths = np.fromiter(map(len, lists), dtype=np.int64, count=len(lists))
        codes, found = pd.factorize(np.fromiter(chain.from_iterable(lists), dtype=object, count=int(lengths.sum())))
        mark_of = np.repeat(np.arange(len(rows)), lengths)
    else:
        codes, found = pd.factorize(column.take(rows))
        mark_of = np.flatnonzero(codes >= 0)
        codes = codes[mark_of]
    # names that look alike on one line are one; somebody named twice in an event took part once
    same, names = pd.factorize(np.array([plain(str(name)) for name in found], dtype=object))
    pairs = _once(np.sort(mark_of * max(len(names), 1) + same[codes])) if len(codes) else np.array([], dtype=np.int64)
    mark_of, code_of = np.divmod(pairs, max(len(names), 1))
    return Groups(way, tuple(names), mark_of.astype(np.int32), code_of.astype(np.int32), len(rows))


def _once(ordered: Ints) -> Ints:
    """Numbers in order, each once; np.unique takes many times as long."""
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered


def lane_names(counts: Mapping[str, int], most: int, order: Sequence[str] | None = None) -> list[str]:
    """The names that have lanes of their own, from top to bottom: the busiest, `most` at most or one less where others are left over.

    `order` fixes the order, so that lanes keep place and colour while a filter changes; names that it does not hold follow.

    >>> lane_names({"A": 1, "B": 2, "C": 1}, most=2), lane_names({"A": 1, "B": 2}, most=2, order=["A"])
    (['B'], ['A', 'B'])
    """
    busiest = sorted(counts, key=lambda name: -counts[name])
    shown = busiest if len(busiest) <= most else busiest[: most - 1]
    place = {name: i for i, name in enumerate(order or ())}
    return sorted(shown, key=lambda name: place.get(name, len(place)))


def lanes(
    grouped: Groups,
    times: Times,
    *,
    most: int = MOST_LANES,
    order: Sequence[str] | None = None,
    choice: Choice = Choice(),
) -> tuple[Lane, ...]:
    """The lanes from top to bottom: the busiest names, the others, nobody.

    `order` gives each name its colour and, where the choice does not say otherwise, its place.
    """
    counts = grouped.counts()
    free = {name: count for name, count in counts.items() if name not in choice.hidden}
    own = lane_names(free, most, [*choice.order, *(name for name in order or free if name not in choice.order)])
    number = {name: i for i, name in enumerate(own)}
    lane_of = np.array([number.get(name, len(own)) for name in grouped.names], dtype=np.int16)
    alone = np.ones(grouped.count, dtype=np.bool_)
    alone[grouped.mark_of] = False
    *members, others = _apart(grouped.mark_of, lane_of[grouped.code_of], len(own) + 1)
    members += [_once(others), np.flatnonzero(alone).astype(np.int32)]
    titles = [*own, grouped.by.others, grouped.by.nobody]
    hues = _hues(own, order)
    return tuple(
        _lane(name, hue, inside, times, name in choice.closed)
        for name, hue, inside in zip(titles, hues, members, strict=True)
        if len(inside)
    )


def _hues(own: Sequence[str], order: Sequence[str] | None) -> list[int]:
    """The colour number of each lane: that of its place in the order, where one is given, so that it stays under any filter; that of others
    and nobody is GREY."""
    place = {name: i for i, name in enumerate(own if order is None else order)}
    return [*(place.get(name, len(place)) for name in own), GREY, GREY]
