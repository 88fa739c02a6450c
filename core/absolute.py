"""Dates that a person or a page gives ("12 October 2021", "spring 2020", "2021-10-12T08:00Z"): the one adapter of dateparser.

EDTF and ISO 8601 are read first, as they stand; then what our own engine reads whole and counts from nothing; dateparser reads the rest,
in the languages asked for, absolute dates only, and the granularity that was written is kept. There is no clock, so "yesterday" is no date.
"""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from core.errors import DateError, printable
from core.model import Document
from core.when import When, year_text

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

NUMBER = re.compile(r"\d+")
ZONE = re.compile(r"(?<=T\d\d:\d\d)(?P<seconds>:\d\d)?(?:Z|[+-]\d\d(?::?\d\d)?)$", re.ASCII)
WHOLE_MINUTE = re.compile(r"(?<=T\d\d:\d\d):00$", re.ASCII)
NUMERIC = re.compile(r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})", re.ASCII)
YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<mark>[/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})", re.ASCII)
BEFORE_CHRIST = re.compile(r"(?P<year>[1-9]\d{0,8}) ?B\.?C\.?(?:E\.?)?", re.ASCII | re.IGNORECASE)
TWO_DAYS = re.compile(r"(?<![\d:/.-])\d{1,2} ?[-–] ?\d{1,2}(?![\d:-])")
LONGEST = 100


def absolute(text: str, *, language: str = "en") -> When:
    """The When that a date written by a person or a page names, at the granularity in which it is written.

    A zone is dropped: the day on which something was published is the one at the place of publication. Raises DateError where the text
    is no date, where it could be two ("03/04/2021") and where it has an open end.

    >>> absolute("March 2024"), absolute("12 October 2021").edtf, absolute("2021-10-12T02:00:30+04:30").edtf
    (When(edtf='2024-03', granularity='month', mod=None), '2021-10-12', '2021-10-12T02:00:30')
    >>> absolute("yesterday")
    Traceback (most recent call last):
    core.errors.DateError: 'yesterday' is no date: write it like 2021-10-12, 12 October 2021, 2021-10 or 2021
    """
    stripped = text.strip()
    if len(stripped) > LONGEST:
        raise _no_date(stripped[:20] + "...")
    when = _edtf(stripped) or _iso(stripped) or _numeric(stripped) or _expression(stripped) or _worded(stripped, language.partition("-")[0])
    if when is None:
        raise _no_date(stripped)
    if when.start is None or when.end is None:
        raise DateError(f"'{stripped}' has an open end: give both, like 2021-10-09/2021-10-10")
    return when


def _no_date(text: str) -> DateError:
    return DateError(f"'{printable(text)}' is no date: write it like 2021-10-12, 12 October 2021, 2021-10 or 2021")


def _edtf(text: str) -> When | None:
    try:
        return When(ZONE.sub(r"\g<seconds>", text))
    except DateError:
        return None


def _iso(text: str) -> When | None:
    """What Python calls ISO 8601 beyond EDTF: 20211012, fractions of seconds, a blank for the T. A week alone is no day."""
    if re.fullmatch(r"\d{4}-?W\d\d", text, re.ASCII):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    has_time = len(text) > len("2021-W41-2")
    return _when(moment, has_time=has_time)


def _numeric(text: str) -> When | None:
    """Numbers alone: after a year the month; before it with dots the day comes first, else whichever can be no month is the day."""
    if match := BEFORE_CHRIST.fullmatch(text):
        return When(year_text(1 - int(match["year"])))
    if match := YEAR_FIRST.fullmatch(text):
        day = _day(int(match["year"]), int(match["day"]), int(match["month"]))
        return When(day) if day else None
    match = NUMERIC.fullmatch(text)
    if not match:
        return None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    orders = {(first, second)} if match["mark"] == "." else {(first, second), (second, first)}
    days = sorted({day for numbers in orders if (day := _day(year, *numbers))})
    if len(days) > 1:
        raise DateError(f"'{text}' could be {days[0]} or {days[1]}: write the one you mean")
    return When(days[0]) if days else None


def _day(year: int, day: int, month: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _expression(text: str) -> When | None:
    """What our own engine reads: the whole text as one expression with a place on the calendar of its own. Numbers alone are no words."""
    from core.timex import timexes

    if not any(c.isalpha() for c in text):
        return None

    found = timexes(Document("-", text))
    if len(found) != 1 or found[0].anchor is not None or (found[0].span.start, found[0].span.end) != (0, len(text)):
        return None
    when = found[0].when
    if when is None or "T" not in when.edtf or "/" in when.edtf:
        return when
    return When(WHOLE_MINUTE.sub("", ZONE.sub(r"\g<seconds>", when.edtf)), mod=when.mod)


def _worded(text: str, language: str) -> When | None:
    """What dateparser reads; of two days ("5-9 mai 2020") it would keep one without a word, so they are no date here."""
    numbers = NUMBER.findall(text)
    if TWO_DAYS.search(text) or not any(c.isalpha() for c in text) or (len(numbers) == 1 and len(numbers[0]) < 3):
        return None  # "Oct 12" has no year, though 12 could be taken for one
    found = _parser(language).get_date_data(text)
    moment, period = found.date_obj, found.period
    if moment is None:
        return None
    if period == "quarter":
        return When(f"{moment.year:04d}-{33 + (moment.month - 1) // 3}")
    if period == "month":
        return When(f"{moment.year:04d}-{moment.month:02d}")
    return _when(moment, has_time=period == "time")


def _when(moment: datetime, *, has_time: bool) -> When:
    if not has_time:
        return When(moment.date().isoformat())
    clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    return When(f"{moment.date().isoformat()}T{clock}")


@lru_cache(maxsize=8)
def _parser(language: str) -> "DateDataParser":
    from dateparser.data.languages_info import language_order
    from dateparser.date import DateDataParser

    known = dict.fromkeys(code for code in (language, "en") if code in language_order)
    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["month", "year"], "RETURN_TIME_AS_PERIOD": True}
    return DateDataParser(languages=list(known), settings=settings)
