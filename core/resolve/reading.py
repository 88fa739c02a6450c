"""What holds for a document as a whole, told from its own expressions: whether it is news or a narrative."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.meaning import Calendar, Meaning, Nearest, Range, Shift, Within
from core.model import Document
from core.when import DAY, civil_from_days

Reading = Literal["news", "narrative"]
LIFETIME = 100
"""Years before its own day of which a text tells that nobody who reads it remembers: it tells a story, however few years it names."""


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression before it is resolved: its half-open offsets, the rule that read it, what it says, where a range's ends are."""

    start: int
    end: int
    rule: str
    meaning: Meaning
    ends: tuple[tuple[int, int], ...] = ()


def reading_of(found: Sequence[Found], document: Document) -> Reading:
    """News or narrative, as the expressions tell: a narrative writes its years out and hardly counts from its own day.

    A text that names a date without a year before it has named any year counts from its own day, unless years abound. A year that it is
    certain to be written in, and the years after it, are no story's. One whose own day can only be guessed tells a story if it opens with a
    year and never speaks from that day.
    """
    published = document.published
    if published is None or published.start is None:
        return "narrative"
    since = None if document.inferred else civil_from_days(published.start // DAY)[0]
    years = deictic = 0
    opens_without, latest = False, None
    for meaning in (part for f in found for part in _parts(f.meaning)):
        match meaning:
            case Calendar(year=int() as year, short=False):
                years += since is None or year < since
                latest = year if latest is None else max(year, latest)
            case Calendar(weekday=int(), day=None) | Shift(base="published" | "either") | Nearest(base="published" | "either"):
                deictic += 1
            case Calendar(month=int()) | Calendar(day=int()):
                opens_without = opens_without or not years
    if document.inferred and published.uncertain and not deictic and not opens_without:
        return "narrative"
    if since is not None and latest is not None and latest < since - LIFETIME and not deictic and not opens_without:
        return "narrative"
    return "narrative" if years >= (8 if opens_without else 4) and years > 4 * deictic else "news"


def _parts(meaning: Meaning | None) -> Sequence[Meaning]:
    match meaning:
        case None:
            return ()
        case Range(first, last):
            return (*_parts(first), *_parts(last))
        case Within(_, outer):
            return _parts(outer)
    return (meaning,)
