"""What is missing of a date, filled in from another one: the rules of thumb that readers of news and of narratives go by."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from core.meaning import Calendar, Unit
from core.resolve.holidays import HOLIDAYS
from core.resolve.reckon import cut, day_number, exists, first_month, first_year, moved, of_day, size_of, unit_of, weekday, when_of
from core.when import DAY

AROUND = 6
"""So many months away "Saturday the 13th" may lie."""


def completed(c: Calendar, whole: Calendar) -> Calendar:
    """A piece with what it misses taken from a larger one that it lies in: "Tuesday" and last week, "August" and 1999."""
    if c.weekday is not None and c.day is None:
        if whole.week is None:
            return c
        return of_day(day_number(whole) + c.weekday).but(time=c.time, mod=c.mod)
    if c.year is not None or c.decade is not None or c.century is not None:
        return c
    if c.holiday is not None:
        return holiday_in(c, first_year(whole))
    month = c.month if c.month is not None or c.day is None else whole.month
    return c.but(year=whole.year, month=month)


def nth_in(number: int, inner: Unit | Calendar, whole: Calendar) -> Calendar | None:
    """The nth weekday, day, week, month ... of a larger piece, from its end where the number is negative; None where it has not so many.

    A week belongs to the month or year that holds its Thursday, as in ISO 8601.

    >>> nth_in(1, Calendar(weekday=0), Calendar(year=2023, month=5)), nth_in(-1, "week", Calendar(year=2023))
    (Calendar(year=2023, month=5, day=1), Calendar(year=2023, week=52))
    """
    when = when_of(whole)
    if when is None or when.start is None or when.end is None:
        return None
    first, last = when.start // DAY, when.end // DAY - 1
    if isinstance(inner, Calendar) or inner == "week":
        name = inner.weekday if isinstance(inner, Calendar) else 3
        if name is None:
            return None
        day = first + (name - weekday(first)) % 7 + 7 * (number - 1) if number > 0 else last - (weekday(last) - name) % 7 + 7 * (number + 1)
        return None if not first <= day <= last else of_day(day) if isinstance(inner, Calendar) else cut(of_day(day), "week")
    if size_of(inner) >= size_of(unit_of(whole)):
        return None
    c = moved(of_day(first), number - 1, inner) if number > 0 else moved(of_day(last), number + 1, inner)
    return c if first <= day_number(c) <= last else None


def before(c: Calendar, last: Calendar) -> Calendar:
    """The first end of a range whose last end is whole: in the same month or year, or in the year before where it would come after."""
    whole = completed(c, last)
    if whole.year is not None and c.month is not None and last.month is not None and c.month > last.month:
        return whole.but(year=whole.year - 1)
    return whole


def holiday_in(c: Calendar, year: int) -> Calendar:
    """The day that a holiday is in a year."""
    days = HOLIDAYS[c.holiday or ""](year)
    return of_day(days).but(time=c.time, mod=c.mod, approximate=c.approximate)


def full_year(c: Calendar, near: Calendar | None, narrative: bool) -> Calendar | None:
    """A year or decade of which only the last digits are written ("'99", "the thirties"), or whose era is that of the dates before ("480").

    None where nothing tells.
    """
    if c.decade is not None:
        tens = c.decade * 10
        year = _century_of(tens, first_year(near) if near else None, narrative)
        return c.but(decade=year // 10, short=False) if year > 0 else None
    assert c.year is not None
    if c.year > 99:
        return c.but(year=1 - c.year, short=False) if near is not None and first_year(near) <= 0 else None
    year = _century_of(c.year, first_year(near) if near else None, narrative)
    return c.but(year=year if year > 0 else c.year, short=False)


def near_century(c: Calendar, published: Calendar | None) -> bool:
    """Whether a year of two digits without a mark ("July 18, 64") can be that of a text published then: it lies within ten years of it."""
    return published is not None and abs((first_year(published) - (c.year or 0) + 50) % 100 - 50) <= 10


def _century_of(last_two: int, near: int | None, narrative: bool) -> int:
    """The year with these last digits: in a narrative the one nearest to the date before, else the last one that is not far ahead."""
    if near is None:
        return last_two + (1900 if last_two > 25 else 2000)
    latest = near + (50 if narrative else 15)
    return latest - (latest - last_two) % 100


def rolled(c: Calendar, anchor: Calendar) -> Calendar:
    """The next place of a piece from an anchor on, as a narrative goes: the year stays until the month falls back by more than five."""
    year = first_year(anchor)
    if c.weekend:
        return cut(anchor, "weekend").but(mod=c.mod) if anchor.day is not None else c
    if c.weekday is not None and c.day is None:
        if anchor.day is None:
            return c
        start = day_number(anchor)
        return of_day(start + (c.weekday - weekday(start)) % 7).but(time=c.time, mod=c.mod)
    if c.holiday is not None:
        there = rolled(holiday_in(c, year).but(year=None), anchor)
        return holiday_in(c, first_year(there))
    if c.day is not None and c.month is None:
        if c.weekday is not None:
            fitting = _months_of(c, anchor, range(-1, AROUND + 1))
            return min(fitting, key=lambda day: abs(day_number(day) - day_number(anchor)), default=c.but(weekday=None))
        month = first_month(anchor)
        if anchor.day is not None and c.day < anchor.day - 10:
            month += 1
        return c.but(year=year + (month > 12), month=(month - 1) % 12 + 1)
    has_month = anchor.month is not None or anchor.part is not None
    fall = first_month(anchor) - first_month(c) if has_month else 0
    if c.part == "WI" and has_month and anchor.part != "WI" and first_month(anchor) < 3:
        return c.but(year=year - 1)
    return c.but(year=year + (fall > 5), weekday=None)


@lru_cache(maxsize=8192)
def placed(c: Calendar, published: Calendar, direction: int) -> Calendar:
    """The place of a piece that a text published then means; the clause looks back (-1, surely -2), ahead (1, 2), or does not tell (0).

    A weekday lies within the week on the side that the clause looks to. Of anything larger the nearest is meant; what lies on the side that
    the clause does not look to counts as so many times farther away. Whoever looks back in a month or year does so from its end.
    """
    today = day_number(published)
    if c.weekend:
        this = moved(published, 0, "weekend")
        back = weekday(today) < 5 and direction <= 0
        return (moved(this, -1, "weekend") if back else this).but(mod=c.mod)
    if c.weekday is not None and c.day is None:
        ahead = (c.weekday - weekday(today)) % 7
        return of_day(today + (ahead if direction > 0 or not ahead else ahead - 7)).but(time=c.time, mod=c.mod)
    if c.day is not None and c.month is None and published.day is None and published.month is not None:
        return c.but(year=published.year, month=published.month)
    options = [o for o in candidates(c, published) if exists(o)]
    if not options:
        return c
    unit = unit_of(c)
    if size_of(unit_of(published)) <= size_of(unit):
        here = day_number(cut(published, unit))
    else:
        here = today if direction >= 0 else day_number(moved(published, 1, unit_of(published))) - 1
    ahead_costs, back_costs = {-2: (100.0, 1.0), -1: (5.0, 1.0), 0: (1.5, 1.0), 1: (1.0, 2.5), 2: (1.0, 6.0)}[direction]

    def cost(o: Calendar) -> float:
        distance = day_number(o) - here
        return distance * ahead_costs if distance > 0 else -distance * back_costs

    return min(options, key=cost)


def candidates(c: Calendar, published: Calendar) -> Sequence[Calendar]:
    """The places of a piece around the document's date."""
    year = first_year(published)
    if c.holiday is not None:
        return [holiday_in(c, year + n) for n in (-1, 0, 1)]
    if c.day is not None and c.month is None:
        return _months_of(c, published, range(-1, 2) if c.weekday is None else range(-AROUND, AROUND + 1))
    return [c.but(year=year + n, weekday=None) for n in (-1, 0, 1)]


def _months_of(c: Calendar, anchor: Calendar, around: Iterable[int]) -> list[Calendar]:
    """A day of a month in the months around an anchor, given as how many months away; where it has a weekday, only those that fit it."""
    months = (moved(anchor, n, "month") for n in around)
    days = [c.but(year=m.year, month=m.month, weekday=None) for m in months]
    return [day for day in days if c.weekday is None or (exists(day) and weekday(day_number(day)) == c.weekday)]


def next_or_last(c: Calendar, anchor: Calendar, direction: int) -> Calendar:
    """The next (1) or last (-1) of a name strictly after or before the anchor, or the one of this week or year (0)."""
    if c.weekend:
        return moved(anchor, direction, "weekend").but(mod=c.mod)
    if c.weekday is not None:
        start = day_number(anchor)
        ahead = (c.weekday - weekday(start)) % 7
        return of_day(start + (ahead - 7 if direction < 0 else ahead or (7 if direction else 0))).but(mod=c.mod)
    year = first_year(anchor)
    if c.holiday is not None:
        here = day_number(anchor)
        years = [holiday_in(c, year + n) for n in (-1, 0, 1)]
        if not direction:
            return years[1]
        sided = [o for o in years if direction * (day_number(o) - here) > 0]
        return min(sided, key=lambda o: abs(day_number(o) - here))
    here, there = first_month(anchor), first_month(c)
    if c.part == "WI" and direction == 0:
        return c.but(year=year - (here < 4))
    if direction < 0:
        year -= there >= here
    elif direction > 0:
        year += there <= here
    return c.but(year=year)
