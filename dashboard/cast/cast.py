"""Who takes part in the events of a table: how often, first and last, with whom, over time. Pure: rows in, what is to be shown."""

from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
import pandas as pd

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

BINS = 24
"""Parts into which the time of all events is cut, to count those of each actor over time."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a table by name, those of most events first; the arrays have a place for each.

    `first` and `last` are the positions of the rows in which an actor is first and last seen, `over` his events in each of BINS equal parts
    of `span` (milliseconds since 1970). `pairs` are [actor, other, events together], both ways, those that met most often first.
    """

    names: tuple[str, ...]
    events: Ints
    first: Ints
    last: Ints
    over: Ints
    span: tuple[float, float]
    pairs: Ints

    def met(self, name: str, most: int | None = None) -> list[tuple[str, int]]:
        """With whom an actor took part, and in how many events, most often first; `most` of them."""
        if name not in self.names:
            return []
        low, high = np.searchsorted(self.pairs[:, 0], self.names.index(name) + np.array([0, 1]))
        found = self.pairs[low : high if most is None else min(high, low + most)]
        return [(self.names[other], int(together)) for _, other, together in found]


def bounds(table: pd.DataFrame) -> tuple[Floats, Floats]:
    """Between which instants each event lies, as far as they are known: what is open at one end counts at its other."""
    start, end = table["start_ms"].to_numpy(np.float64), table["end_ms"].to_numpy(np.float64)
    return np.where(np.isnan(start), end, start), np.where(np.isnan(end), start, end)


def cast(table: pd.DataFrame) -> Cast:
    """Everybody who takes part in the events of a table.

    >>> told = {"actors": [["Ada", "Bo"], ["Ada"], ["Bo", "Ada"]], "start_ms": [4.0, 0.0, 8.0], "end_ms": [5.0, 1.0, 9.0]}
    >>> found = cast(pd.DataFrame(told))
    >>> found.names, found.events.tolist(), found.first.tolist(), found.last.tolist(), found.met("Ada")
    (('Ada', 'Bo'), [3, 2], [1, 0], [2, 2], [('Bo', 2)])
    """
    rows = np.repeat(np.arange(len(table)), table["actors"].map(len).to_numpy(np.int64))
    codes, names = pd.factorize(np.array([*chain.from_iterable(table["actors"])], dtype=object))
    rows, codes = _once(rows, codes, len(names))
    by_count = np.argsort(-np.bincount(codes, minlength=len(names)), kind="stable")
    codes = np.argsort(by_count)[codes] if len(names) else codes
    start, end = bounds(table)
    span = (float(np.nanmin(start)), float(np.nanmax(end))) if len(rows) else (0.0, 0.0)
    return Cast(
        tuple(str(names[place]) for place in by_count),
        np.bincount(codes, minlength=len(names)),
        _outermost(rows, codes, start),
        _outermost(rows, codes, -end),
        _over(codes, (start[rows] + end[rows]) / 2, span, len(names)),
        span,
        _pairs(rows, codes, len(names)),
    )


def _once(rows: Ints, codes: Ints, count: int) -> tuple[Ints, Ints]:
    """Each actor once in each event, by event."""
    keys = np.unique(rows * count + codes)
    return (keys // count, keys % count) if count else (rows, codes)


def _outermost(rows: Ints, codes: Ints, at: Floats) -> Ints:
    """For each actor the row with the least `at`."""
    ordered = np.lexsort((at[rows], codes))
    first = np.unique(codes[ordered], return_index=True)[1]
    return rows[ordered[first]]


def _over(codes: Ints, at: Floats, span: tuple[float, float], count: int) -> Ints:
    low, high = span
    bins = np.clip((np.nan_to_num(at - low) / max(high - low, 1.0) * BINS).astype(np.int64), 0, BINS - 1)
    return np.bincount(codes * BINS + bins, minlength=count * BINS).reshape(count, BINS)


def _pairs(rows: Ints, codes: Ints, count: int) -> Ints:
    """[actor, other, events together] for all who met, both ways; by actor, those that met most often first."""
    found = [np.zeros(0, np.int64)]
    apart = 1
    while (same := rows[apart:] == rows[:-apart]).any():  # actors of one event stand beside each other
        one, other = codes[:-apart][same], codes[apart:][same]
        found += [one * count + other, other * count + one]
        apart += 1
    keys, together = np.unique(np.concatenate(found), return_counts=True)
    if not len(keys):
        return np.zeros((0, 3), np.int64)
    one, other = keys // count, keys % count
    return np.stack([one, other, together], axis=1)[np.lexsort((other, -together, one))]
