"""Arithmetic on `Calendar` pieces: moving by units, cutting to a unit, and writing as EDTF and as a TIMEX3 value."""

from functools import lru_cache

from core.meaning import Calendar, Unit
from core.when import Granularity, When, civil_from_days, days_from_civil, days_in_month, year_text

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
EDTF_PARTS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
PART_UNITS: dict[str, Unit] = {
    **dict.fromkeys(SEASON_MONTHS, "season"),
    **{f"Q{i}": "quarter" for i in range(1, 5)},
    "H1": "half",
    "H2": "half",
}
SIZES: dict[Unit, int] = {
    "second": 0,
    "minute": 0,
    "hour": 0,
    "day": 1,
    "weekend": 2,
    "week": 7,
    "month": 30,
    "quarter": 91,
    "season": 91,
    "half": 182,
    "year": 365,
    "decade": 3650,
    "century": 36500,
    "millennium": 365000,
}


def unit_of(c: Calendar) -> Unit:
    """The finest unit that a calendar names, clock times aside."""
    if c.day is not None or c.weekday is not None or c.holiday is not None:
        return "day"
    if c.weekend:
        return "weekend"
    if c.week is not None:
        return "week"
    if c.month is not None:
        return "month"
    if c.part is not None:
        return PART_UNITS[c.part]
    if c.year is not None:
        return "year"
    if c.decade is not None:
        return "decade"
    return "century" if c.century is not None else "millennium" if c.millennium is not None else "day"


def size_of(unit: Unit) -> int:
    """About how many days a unit has, to compare units."""
    return SIZES[unit]


def of_day(days: int) -> Calendar:
    """The day that lies so many days after 1970-01-01."""
    year, month, day = civil_from_days(days)
    return Calendar(year=year, month=month, day=day)


def day_number(c: Calendar) -> int:
    """Days from 1970-01-01 to a day, or to the first day of a coarser piece.

    >>> day_number(Calendar(year=1970, month=1, day=2)), day_number(Calendar(year=1970, week=2))
    (1, 4)
    """
    year = first_year(c)
    if c.week is not None:
        return monday_of_week(year, c.week) + (5 if c.weekend else 0)
    return days_from_civil(year, first_month(c), c.day or 1)


def first_year(c: Calendar) -> int:
    """The first year of a piece."""
    if c.year is not None:
        return c.year
    for digits, size in ((c.decade, 10), (c.century, 100), (c.millennium, 1000)):
        if digits is not None:
            return -(digits * size + size - 1) + 1 if c.bc else digits * size
    return 1


def first_month(c: Calendar) -> int:
    """The first month of a piece, 1 where it has none."""
    if c.month is not None:
        return c.month
    if c.part is None:
        return 1
    if c.part in SEASON_MONTHS:
        return SEASON_MONTHS[c.part]
    return 3 * int(c.part[1]) - 2 if c.part[0] == "Q" else 6 * int(c.part[1]) - 5


def monday_of_week(year: int, week: int) -> int:
    """The Monday of an ISO 8601 week as days from 1970-01-01."""
    fourth = days_from_civil(year, 1, 4)
    return fourth - weekday(fourth) + 7 * (week - 1)


GREGORIAN = days_from_civil(1582, 10, 15)


def weekday(days: int) -> int:
    """0 for Monday. A day before 15 October 1582 is taken to be written in the Julian calendar, as its contemporaries did.

    >>> weekday(days_from_civil(2024, 3, 13)), weekday(days_from_civil(1066, 10, 14))
    (2, 5)
    """
    if days < GREGORIAN:
        year, month, _ = civil_from_days(days)
        year -= month < 3
        days += year // 100 - year // 400 - 2
    return (days + 3) % 7


def week_of(days: int) -> Calendar:
    """The ISO 8601 week that a day lies in.

    >>> week_of(day_number(Calendar(year=2021, month=1, day=2))).week
    53
    """
    thursday = days - weekday(days) + 3
    year = civil_from_days(thursday)[0]
    return Calendar(year=year, week=(thursday - days_from_civil(year, 1, 1)) // 7 + 1)


def cut(c: Calendar, unit: Unit) -> Calendar:
    """The piece of the given unit that a finer piece lies in."""
    year, month = first_year(c), first_month(c)
    match unit:
        case "second" | "minute" | "hour" | "day":
            return of_day(day_number(c)) if c.week is not None else Calendar(year=year, month=month, day=c.day or 1)
        case "week":
            return week_of(day_number(c))
        case "weekend":
            return week_of(day_number(c)).but(weekend=True)
        case "month":
            return of_month(c)
        case "quarter":
            return Calendar(year=year, part=f"Q{(month + 2) // 3}")
        case "half":
            return Calendar(year=year, part="H1" if month <= 6 else "H2")
        case "season":
            season = ("WI", "SP", "SU", "FA")[month % 12 // 3]
            return Calendar(year=year - (month < 3), part=season)
        case "year":
            return Calendar(year=year)
        case "decade":
            return Calendar(decade=(1 - year) // 10, bc=True) if year <= 0 else Calendar(decade=year // 10)
        case "century":
            return Calendar(century=(1 - year) // 100, bc=True) if year <= 0 else Calendar(century=year // 100)
        case "millennium":
            return Calendar(millennium=(1 - year) // 1000, bc=True) if year <= 0 else Calendar(millennium=year // 1000)


def of_month(c: Calendar) -> Calendar:
    """The month of a piece; of a week the one that holds its Thursday."""
    if c.week is None:
        return Calendar(year=first_year(c), month=first_month(c))
    year, month, _ = civil_from_days(monday_of_week(first_year(c), c.week) + 3)
    return Calendar(year=year, month=month)


def moved(c: Calendar, number: int, unit: Unit) -> Calendar:
    """The piece of the given unit so many units later.

    >>> moved(Calendar(year=2024, month=3, day=13), -3, "month")
    Calendar(year=2023, month=12)
    """
    base = cut(c, unit)
    match unit:
        case "day" | "hour" | "minute" | "second":
            return of_day(day_number(base) + (number if unit == "day" else 0))
        case "week" | "weekend":
            return cut(of_day(day_number(base) + 7 * number), unit)
        case "month":
            total = first_year(base) * 12 + first_month(base) - 1 + number
            return Calendar(year=total // 12, month=total % 12 + 1)
        case "quarter" | "half" | "season":
            months = {"quarter": 3, "half": 6, "season": 3}[unit]
            total = first_year(base) * 12 + first_month(base) - 1 + months * number
            return cut(Calendar(year=total // 12, month=total % 12 + 1), unit)
        case "year":
            return Calendar(year=first_year(base) + number)
        case _:
            size = {"decade": 10, "century": 100, "millennium": 1000}[unit]
            return cut(Calendar(year=first_year(base) + size * number), unit)


def to_the_day(c: Calendar, number: int, unit: Unit) -> Calendar:
    """The day so many units later, the last of its month where that is shorter.

    >>> to_the_day(Calendar(year=2024, month=2, day=29), -1, "year")
    Calendar(year=2023, month=2, day=28)
    """
    if unit in ("day", "week"):
        return of_day(day_number(c) + number * (7 if unit == "week" else 1))
    month = moved(c, number * (12 if unit == "year" else 1), "month")
    return month.but(day=min(c.day or 1, days_in_month(first_year(month), first_month(month))))


def is_whole(c: Calendar) -> bool:
    """Whether nothing is missing at the coarse end, so that the piece has its place."""
    if c.holiday is not None or c.weekday is not None or c.short:
        return False
    if c.year is None:
        return (
            c.month is None
            and c.part is None
            and c.week is None
            and c.day is None
            and (c.decade, c.century, c.millennium) != (None, None, None)
        )
    return c.day is None or c.month is not None


def is_weekday(c: Calendar) -> bool:
    """Whether a piece is known by its weekday only."""
    return c.weekday is not None and c.day is None


def exists(c: Calendar) -> bool:
    """Whether there is such a day (not 30 February)."""
    return (
        c.day is None
        or c.month is None
        or c.day
        <= (days_in_month(c.year, c.month) if c.year is not None else (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[c.month - 1])
    )


def timex_value(c: Calendar) -> str:
    """The TIMEX3 value, X for what is missing.

    >>> timex_value(Calendar(year=-489, month=8)), timex_value(Calendar(decade=199)), timex_value(Calendar(time="NI"))
    ('BC0490-08', '199', 'XXXX-XX-XXTNI')
    """
    time = f"T{c.time}" if c.time else ""
    for digits, width in ((c.decade, 3), (c.century, 2), (c.millennium, 1)):
        if digits is not None:
            return f"{'BC' if c.bc else ''}{digits:0{width}d}"
    year = "XXXX" if c.year is None else f"{c.year:04d}" if c.year > 0 else f"BC{1 - c.year:04d}"
    if c.part is not None:
        return f"{year}-{c.part}"
    if c.week is not None or c.weekday is not None or (c.weekend and c.year is None):
        week = "XX" if c.week is None else f"{c.week:02d}"
        return f"{year}-W{week}{'-WE' if c.weekend else ''}{'' if c.weekday is None else f'-{c.weekday + 1}'}{time}"
    month = "XX" if c.month is None else f"{c.month:02d}"
    if c.day is not None or time:
        return f"{year}-{month}-{'XX' if c.day is None else f'{c.day:02d}'}{time}"
    if c.month is None:
        return f"{year}-XX-XX" if c.holiday is not None else year
    return f"{year}-{month}"


def _unqualified(c: Calendar) -> tuple[str, Granularity | None]:
    if c.week is not None:
        monday = monday_of_week(first_year(c), c.week)
        low, high = (monday + 5, monday + 6) if c.weekend else (monday, monday + 6)
        return f"{_day(low)}/{_day(high)}", "day" if c.weekend else "week"
    for digits, size, width, granularity in (
        (c.decade, 10, 3, "decade"),
        (c.century, 100, 2, "century"),
        (c.millennium, 1000, 1, "millennium"),
    ):
        if digits is not None:
            if c.bc:
                low = first_year(c)
                return f"{year_text(low)}/{year_text(low + size - 1)}", granularity  # type: ignore[return-value]  # one of the three
            return f"{digits:0{width}d}{'X' * (4 - width)}", None
    assert c.year is not None
    text = year_text(c.year)
    if c.part is not None:
        return f"{text}-{EDTF_PARTS[c.part]}", None
    if c.month is not None:
        text += f"-{c.month:02d}"
        if c.day is not None:
            text += f"-{c.day:02d}"
            if c.time and ":" in c.time:
                text += f"T{c.time}"
    return text, None


def _day(days: int) -> str:
    year, month, day = civil_from_days(days)
    return f"{year_text(year)}-{month:02d}-{day:02d}"


def edtf(c: Calendar) -> tuple[str, Granularity | None]:
    """A whole piece as EDTF, and the granularity where the notation does not tell it."""
    text, granularity = _unqualified(c)
    sign = "%" if c.approximate and c.uncertain else "~" if c.approximate else "?" if c.uncertain else ""
    if sign:
        text = "/".join(part + sign for part in text.split("/"))
    return text, granularity


@lru_cache(maxsize=8192)
def when_of(c: Calendar) -> When | None:
    """The place of a piece on the calendar, None where it is not whole or there is no such day."""
    if not is_whole(c) or not exists(c) or (c.year is None and first_year(c) > 9999):
        return None
    text, granularity = edtf(c)
    return When(text, granularity, c.mod) if granularity else When(text, mod=c.mod)


def calendar_of(when: When) -> Calendar | None:
    """The piece that a When covers, as far as it begins somewhere: the day, month or year that it starts with, as uncertain as it is.

    >>> calendar_of(When("2021-10-12"))
    Calendar(year=2021, month=10, day=12)
    """
    if when.start is None:
        return None
    whole = of_day(when.start // 86_400_000).but(uncertain=when.uncertain)
    match when.granularity:
        case "day" | "hour" | "minute" | "second" | "week":
            return whole
        case "month":
            return whole.but(day=None)
        case "half" | "season" | "quarter":
            return cut(whole, when.granularity).but(uncertain=when.uncertain)
        case _:
            return whole.but(month=None, day=None)
