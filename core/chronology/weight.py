"""How much a happening matters in its collection: who tells of it, how often, how high up, and who refers back to its date."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from core.chronology.happening import Weight
from core.chronology.telling import Telling
from core.when import DAY, When

SOURCE, MENTION, REFERENCE, POSITION = 1.0, 0.25, 0.5, 0.5
"""What each counts: a doubling of sources (1 + n), of mentions and of references, and standing at the very top."""
PRECISE = 31 * DAY
"""Only a date as fine as this is referred back to: in a year too much happens."""
SEEN = 1000
"""At most so many events are looked through for references."""


class Dates:
    """The dates that documents tell of, to be asked who refers back to one."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        fine = [t for t in tellings if t.when.start is not None and t.when.end is not None and t.when.end - t.when.start <= PRECISE]
        self._told = sorted((t.when.start or 0, t.when.end or 0, t.document) for t in fine)
        self._starts = [start for start, _, _ in self._told]

    def documents(self, when: When) -> set[str]:
        """The documents that date something within a date."""
        if when.start is None or when.end is None or when.end - when.start > PRECISE:
            return set()
        first, last = bisect_left(self._starts, when.start), bisect_left(self._starts, when.end)
        return {document for _, end, document in self._told[first : min(last, first + SEEN)] if end <= when.end}


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
