"""How much a happening matters in its collection: who tells of it, how often, how high up, and who refers back to its date."""

import math

from core.chronology.telling import Telling
from core.happening import Happening, Weight
from core.when import DAY, When

SOURCE, MENTION, REFERENCE, POSITION = 1.0, 0.25, 0.5, 0.5
"""What each counts: a doubling of sources (1 + n), of mentions and of references, and standing at the very top."""
PRECISE = 31 * DAY
"""Only a date as fine as this is referred back to: in a year too much happens."""


class Dates:
    """The dates that documents tell of, to be asked who refers back to one: a clock time counts for its day."""

    def __init__(self) -> None:
        self._told: dict[tuple[int, int], set[str]] = {}

    def add(self, new: Telling) -> None:
        """Count in the date of a telling."""
        self.refer(new.document, new.when.start, new.when.end)

    def refer(self, document: str, start: int | None, end: int | None) -> None:
        """Count in that a document tells of a date, given by its instants."""
        if stretch := _stretch(start, end):
            self._told.setdefault(stretch, set()).add(document)

    def documents(self, when: When) -> set[str]:
        """The documents that tell something of just this date."""
        stretch = _stretch(when.start, when.end)
        return self._told.get(stretch, set()) if stretch else set()


def _stretch(start: int | None, end: int | None) -> tuple[int, int] | None:
    """The first day of a date and the day after its last; None where it is not precise."""
    if start is None or end is None or end - start > PRECISE:
        return None
    return start // DAY, -(-end // DAY)


def weigh(happening: Happening, mentions: int, position: float, dates: Dates) -> Weight:
    """The weight of a happening and its explanation; `mentions` is the number of sentences that tell of it, `position` where the first of
    them stands in its document, from 0 at the top to 1 at the end.

    Sources, sentences and references count by the logarithm of their number, so that the tenth counts less than the second.
    """
    when = When(happening.when)
    back = len(dates.documents(when) - {*happening.documents})
    top = 1 - position
    parts = (
        (SOURCE * math.log2(1 + happening.sources), _many(happening.sources, "independent source")),
        (MENTION * math.log2(1 + mentions), _many(mentions, "sentence")),
        (REFERENCE * math.log2(1 + back), _many(back, "other document") + f" with the date {when.edtf}"),
        (POSITION * top, f"first told {_place(top)} of a document"),
    )
    value = round(sum(points for points, _ in parts), 3)
    return Weight(value, "; ".join(f"{words} ({points:.2f})" for points, words in parts if points >= 0.005))


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _place(top: float) -> str:
    return "at the top" if top > 0.9 else "in the upper half" if top >= 0.5 else "in the lower half"
