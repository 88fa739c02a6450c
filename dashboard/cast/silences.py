"""When nothing is heard of an actor: stretches of time that no event touches."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.when import DAY
from dashboard.cast.cast import bounds

LEAST = 30 * DAY
"""No shorter stretch counts as a silence, in milliseconds."""
SHARE = 0.1
"""Nor one that is shorter than this part of the time from the first event to the last: what is long depends on how much is told."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without an event: from `start` to `end` (milliseconds since 1970), and the positions of the rows around it."""

    start: float
    end: float
    before: int
    after: int


def silences(table: pd.DataFrame) -> list[Silence]:
    """The long stretches that no event of a table touches, in order of time.

    An event that is known to the year covers all of it: nobody can say that nothing happened then.

    >>> told = pd.DataFrame({"start_ms": [0.0, 400.0 * DAY, 10.0 * DAY], "end_ms": [1.0 * DAY, 401.0 * DAY, 11.0 * DAY]})
    >>> [(found.start / DAY, found.end / DAY, found.before, found.after) for found in silences(told)]
    [(11.0, 400.0, 2, 1)]
    """
    start, end = bounds(table)
    rows = np.argsort(start, kind="stable")
    rows = rows[~np.isnan(start[rows])]
    if len(rows) < 2:
        return []
    reached = np.maximum.accumulate(end[rows])
    last = rows[np.maximum.accumulate(np.where(end[rows] == reached, np.arange(len(rows)), 0))]
    length = start[rows[1:]] - reached[:-1]
    least = max(LEAST, SHARE * (reached[-1] - start[rows[0]]))
    return [
        Silence(float(reached[place]), float(start[rows[place + 1]]), int(last[place]), int(rows[place + 1]))
        for place in np.flatnonzero(length >= least)
    ]
