"""How much a happening matters in its collection: who tells of it, how often, how high up, and who refers back to its date."""

import math
from collections.abc import Sequence

from core.chronology.happening import Weight
from core.chronology.telling import Telling
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
        if stretch := _stretch(new.when):
            self._told.setdefault(stretch, set()).add(new.document)

    def documents(self, when: When) -> set[str]:
        """The documents that tell something of just this date."""
        stretch = _stretch(when)
        return self._told.get(stretch, set()) if stretch else set()


def _stretch(when: When) -> tuple[int, int] | None:
    """The first day of a date and the day after its last; None where it is not precise."""
    if when.start is None or when.end is None or when.end - when.start > PRECISE:
        return None
    return when.start // DAY, -(-when.end // DAY)


def weigh(tellings: Sequence[Telling], independent: int, when: When, dates: Dates) -> Weight:
    """The weight of a happening and its explanation.

    Sources, sentences and references count by the logarithm of their number, so that the tenth counts less than the second.
    """
    mentions = sum(t.mentions for t in tellings)
    own = {t.document for t in tellings}
    back = len(dates.documents(when) - own)
    top = 1 - min(t.position for t in tellings)
    parts = (
        (SOURCE * math.log2(1 + independent), _many(independent, "independent source")),
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
