"""Dates and stretches of time in few letters, for axis and hover, in English.

Instants are float milliseconds since 1970-01-01T00:00:00, years astronomical, as in core.when.
"""

import math

from core.when import DAY, MINUTE, SECOND, civil_from_days

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
YEAR = 365.2425 * DAY
MONTH = YEAR / 12


def year_words(year: int) -> str:
    """A year as a person writes it.

    >>> [year_words(year) for year in (2021, 476, 0, -43, -16999, 12026, -2_499_999)]
    ['2021', 'AD 476', '1 BC', '44 BC', '17,000 BC', 'AD 12,026', '2.5 million BC']
    """
    number, era = (year, "AD") if year > 0 else (1 - year, "BC")
    if number >= 1_000_000:
        digits = f"{number / 1e6:.4g} million"
    else:
        digits = f"{number:,}" if number > 9999 else str(number)
    if era == "BC":
        return f"{digits} BC"
    return digits if 1000 <= number <= 9999 else f"AD {digits}"


def civil(instant: float) -> tuple[int, int, int]:
    """The year, month and day of an instant."""
    return civil_from_days(math.floor(instant / DAY))


def clock(instant: float) -> str:
    """The time of day of an instant, with seconds where there are any."""
    seconds = math.floor(instant % DAY / SECOND)
    text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
    return f"{text}:{seconds % 60:02d}" if seconds % 60 else text


def day_words(instant: float) -> str:
    """A day as a person writes it.

    >>> day_words(0)
    '1 Jan 1970'
    """
    year, month, day = civil(instant)
    return f"{day} {MONTHS[month - 1]} {year_words(year)}"


def range_words(start: float, end: float) -> str:
    """A view in words, at the precision that its length deserves.

    >>> range_words(0, 80 * DAY), range_words(0, 400 * YEAR), range_words(0, 5 * DAY)
    ('Jan – Mar 1970', '1970 – 2369', '1 – 5 Jan 1970')
    """
    length, last = end - start, end - 1
    (year, month, day), (last_year, last_month, _) = civil(start), civil(last)
    if length < 2 * DAY:
        first, second = f"{day_words(start)} {clock(start)}", f"{day_words(last)} {clock(end)}"
        return f"{first} – {clock(end)}" if day_words(start) == day_words(last) else f"{first} – {second}"
    if length < 1.5 * MONTH:
        if (year, month) == (last_year, last_month):
            return f"{day} – {day_words(last)}"
        return f"{day} {MONTHS[month - 1]} – {day_words(last)}" if year == last_year else f"{day_words(start)} – {day_words(last)}"
    last_words = f"{MONTHS[last_month - 1]} {year_words(last_year)}"
    if length < 4 * YEAR:
        return f"{MONTHS[month - 1]} – {last_words}" if year == last_year else f"{MONTHS[month - 1]} {year_words(year)} – {last_words}"
    return f"{year_words(year)} – {year_words(last_year)}"


def _whole(start: float, end: float) -> str | None:
    """The words for exactly one minute, day, month or year; None for any other stretch."""
    (year, month, day), (last_year, last_month, _) = civil(start), civil(end - 1)
    whole_days = start % DAY == 0 and end % DAY == 0
    if not whole_days:
        return f"{day_words(start)}, {clock(start)}" if end - start <= MINUTE else None
    if end - start == DAY:
        return day_words(start)
    first_day, last_of_month = day == 1, civil(end)[2] == 1
    if first_day and last_of_month and (year, month) == (last_year, last_month):
        return f"{MONTHS[month - 1]} {year_words(year)}"
    if first_day and last_of_month and month == 1 and last_month == 12:
        return year_words(year) if year == last_year else f"{year_words(year)} – {year_words(last_year)}"
    return None


def when_words(start: float, end: float) -> str:
    """The stretch that an event's date covers, in words; an infinite end is an open one.

    >>> when_words(0, DAY), when_words(0, 31 * DAY), when_words(0, 365 * DAY), when_words(-math.inf, 0), when_words(0, 2 * DAY)
    ('1 Jan 1970', 'Jan 1970', '1970', 'before 1 Jan 1970', '1 – 2 Jan 1970')
    """
    if math.isinf(start):
        return f"before {day_words(end)}"
    if math.isinf(end):
        return f"after {day_words(start)}"
    return _whole(start, end) or range_words(start, end)
