"""The two ends of a range: what lies between them, and the last one where its name alone would put it before the first."""

from collections.abc import Sequence

from core.meaning import Calendar, Meaning, Nearest, Within
from core.resolve.fill import holiday_in
from core.resolve.reckon import day_number, exists, first_year, of_day
from core.when import When


def interval(ends: Sequence[When | None]) -> When | None:
    """The When from the first end to the last, None where one is not placed or they stand the wrong way round."""
    known = [e for e in ends if e is not None]
    if len(known) < 2 or known[0].start is None or known[-1].end is None or known[0].start >= known[-1].end:
        return None
    return When(f"{known[0].edtf.partition('/')[0]}/{known[-1].edtf.rpartition('/')[2]}")


def open_from(first: When | None) -> When | None:
    """The When of a range that goes on.

    >>> open_from(When("2019")).edtf
    '2019/..'
    """
    return None if first is None else When(f"{first.edtf.partition('/')[0]}/..")


def later(named: Meaning, c: Calendar, first: Calendar) -> Calendar | None:
    """The first place of a last end that lies after the first end: a clock time on the next day, a weekday in a later week, a month or a
    holiday in a later year. None where its place is not left open by its name.

    >>> later(Calendar(month=3), Calendar(year=2024, month=3), Calendar(year=2024, month=11))
    Calendar(year=2025, month=3)
    """
    bare = named.inner if isinstance(named, Within) else named.calendar if isinstance(named, Nearest) else named
    if not isinstance(bare, Calendar) or bare.year is not None:
        return None
    for number in (1, 2):
        moved = _moved(bare, c, number)
        if moved is not None and exists(moved) and day_number(moved) >= day_number(first):
            return moved
    return None


def _moved(bare: Calendar, c: Calendar, number: int) -> Calendar | None:
    if bare.time is not None and ":" in bare.time and bare.weekday is None and bare.month is None and c.day is not None:
        return of_day(day_number(c) + number).but(time=c.time)
    if bare.weekday is not None and bare.day is None and c.day is not None:
        return of_day(day_number(c) + 7 * number).but(time=c.time)
    if bare.holiday is not None:
        return holiday_in(bare, first_year(c) + number)
    return c.but(year=first_year(c) + number) if bare.month is not None or bare.part is not None else None
