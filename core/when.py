"""When: an EDTF value and the stretch of calendar that it covers.

Dates are proleptic Gregorian and years astronomical (0000 is 1 BC, -0043 is 44 BC). An instant is a whole number of milliseconds since
1970-01-01T00:00:00, so that any year fits; a clock time with a zone counts in UTC, one without is taken as it stands. Stretches are
half-open: `start` is inside, `end` is not. One extension of EDTF is used: a clock time without seconds is written hh:mm
(`2021-10-09T14:03`).

Source: Extended Date/Time Format (EDTF) Specification, Library of Congress, 2019, levels 0 to 2 as far as `EDTF` below reads them.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from core.errors import DateError

Granularity = Literal[
    "millennium", "century", "decade", "year", "half", "season", "quarter", "month", "week", "day", "hour", "minute", "second"
]
GRANULARITIES: tuple[Granularity, ...] = (
    "millennium",
    "century",
    "decade",
    "year",
    "half",
    "season",
    "quarter",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "second",
)
"""From coarse to fine."""

Mod = Literal[
    "START",
    "MID",
    "END",
    "APPROX",
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "MORE_THAN",
    "LESS_THAN",
    "EQUAL_OR_MORE",
    "EQUAL_OR_LESS",
]
"""TIMEX3's modifiers."""

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

# First month and number of months of EDTF's sub-year groupings; 21-24 are seasons wherever they are, 25-32 name the hemisphere.
PARTS: dict[int, tuple[int, int, Granularity]] = {
    **{21 + i: (3 + 3 * i, 3, "season") for i in range(4)},
    **{25 + i: (3 + 3 * i, 3, "season") for i in range(4)},
    **{29 + i: (3 + 3 * ((i + 2) % 4), 3, "season") for i in range(4)},
    **{33 + i: (1 + 3 * i, 3, "quarter") for i in range(4)},
    **{37 + i: (1 + 4 * i, 4, "half") for i in range(3)},
    40: (1, 6, "half"),
    41: (7, 6, "half"),
}

EDTF = re.compile(
    r"""(?P<qualifier_before>[?~%])?
    (?: Y(?P<long>-?[0-9]{1,9})(?:E(?P<exponent>[0-9]))?
      | (?P<sign>-)?(?P<year>[0-9X]{4}) )
    (?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?
    (?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?
    (?P<qualifier>[?~%])?""",
    re.VERBOSE | re.ASCII,
)


def days_from_civil(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to a day of the proleptic Gregorian calendar, for any year; months past 12 run on into later years.

    Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.

    >>> days_from_civil(1970, 1, 2), days_from_civil(-43, 3, 15)
    (1, -735160)
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    year -= month <= 2
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1 - 719468


def civil_from_days(days: int) -> tuple[int, int, int]:
    """The (year, month, day) that lies so many days after 1970-01-01.

    Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.

    >>> civil_from_days(-735160)
    (-43, 3, 15)
    """
    days += 719468
    era, of_era = divmod(days, 146097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year_of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month.

    >>> days_in_month(2024, 2)
    29
    """
    return days_from_civil(year, month + 1, 1) - days_from_civil(year, month, 1)


def year_text(year: int) -> str:
    """A year as EDTF writes it.

    >>> year_text(2021), year_text(-43), year_text(-17000)
    ('2021', '-0043', 'Y-17000')
    """
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def instant_text(instant: int) -> str:
    """An instant in EDTF at the precision that it needs: a day where it is midnight, else to the minute or second.

    >>> instant_text(0), instant_text(DAY + 14 * HOUR + 3 * MINUTE)
    ('1970-01-01', '1970-01-02T14:03')
    """
    days, rest = divmod(instant, DAY)
    year, month, day = civil_from_days(days)
    text = f"{year_text(year)}-{month:02d}-{day:02d}"
    if rest:
        text += f"T{rest // HOUR:02d}:{rest % HOUR // MINUTE:02d}"
        if seconds := rest % MINUTE // SECOND:
            text += f":{seconds:02d}"
    return text


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int | None
    end: int | None
    granularity: Granularity
    qualifiers: str


def _bad(edtf: str, why: str) -> DateError:
    return DateError(f"'{edtf}' is no EDTF date: {why}; write it like 2021-10-09, 2021-10, 2021-10-09/2021-10-10 or -0043")


def _zone_offset(zone: str | None) -> int:
    if zone is None or zone == "Z":
        return 0
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return (-1 if zone[0] == "-" else 1) * (int(digits[:2]) * HOUR + int(digits[2:]) * MINUTE)


def _years(match: re.Match[str], edtf: str) -> tuple[int, int, Granularity]:
    """First year, number of years, granularity of the year part."""
    if match["long"] is not None:
        return int(match["long"]) * 10 ** int(match["exponent"] or 0), 1, "year"
    digits = match["year"]
    unknown = len(digits) - len(digits.rstrip("X"))
    if "X" in digits[: len(digits) - unknown]:
        raise _bad(edtf, "an X may stand only for the last digits of a year")
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    granularity: Granularity = ("year", "decade", "century", "millennium", "millennium")[unknown]
    return (-high if match["sign"] else low), high - low + 1, granularity


def _part(text: str, edtf: str) -> _Stretch:
    """One end of an interval, or a value without one."""
    match = EDTF.fullmatch(text)
    if not match:
        raise _bad(edtf, f"'{text}' is not well formed")
    qualifiers = (match["qualifier_before"] or "") + (match["qualifier"] or "")
    year, years, granularity = _years(match, edtf)
    if match["month"] is None:
        if match["hour"] is not None:
            raise _bad(edtf, "a clock time needs a day")
        return _Stretch(days_from_civil(year, 1, 1) * DAY, days_from_civil(year + years, 1, 1) * DAY, granularity, qualifiers)
    if years > 1:
        raise _bad(edtf, "a month needs a whole year")
    if match["month"] == "XX":
        if match["hour"] is not None or match["day"] not in (None, "XX"):
            raise _bad(edtf, "a day needs a month")
        return _Stretch(days_from_civil(year, 1, 1) * DAY, days_from_civil(year + 1, 1, 1) * DAY, "year", qualifiers)
    month = int(match["month"])
    if match["day"] is None or match["day"] == "XX":
        if match["hour"] is not None:
            raise _bad(edtf, "a clock time needs a day")
        first, count, granularity = PARTS.get(month, (month, 1, "month"))
        if not 1 <= first <= 12 or (month in PARTS and match["day"]):
            raise _bad(edtf, f"there is no month {month}")
        return _Stretch(days_from_civil(year, first, 1) * DAY, days_from_civil(year, first + count, 1) * DAY, granularity, qualifiers)
    day = int(match["day"])
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        raise _bad(edtf, "there is no such day")
    start = days_from_civil(year, month, day) * DAY
    if match["hour"] is None:
        return _Stretch(start, start + DAY, "day", qualifiers)
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        raise _bad(edtf, "there is no such time of day")
    start += hour * HOUR + minute * MINUTE + second * SECOND - _zone_offset(match["zone"])
    if match["second"]:
        return _Stretch(start, start + SECOND, "second", qualifiers)
    return _Stretch(start, start + MINUTE, "minute", qualifiers)


def _interval(text: str, edtf: str) -> _Stretch:
    first, slash, last = text.partition("/")
    if not slash:
        return _part(text, edtf)
    ends = [None if part in ("", "..") else _part(part, edtf) for part in (first, last)]
    low, high = ends
    if low is None and high is None:
        raise _bad(edtf, "an interval needs one end at least")
    start, end = low.start if low else None, high.end if high else None
    if start is not None and end is not None and end <= start:
        raise _bad(edtf, "it ends before it starts")
    known = [e for e in ends if e]
    return _Stretch(start, end, min((e.granularity for e in known), key=GRANULARITIES.index), "".join(e.qualifiers for e in known))


def _set(edtf: str) -> _Stretch:
    """One of [a,b..c] or all of {a,b}: the stretch from the first to the last."""
    members = []
    for member in edtf[1:-1].split(","):
        first, dots, last = member.strip().partition("..")
        members.append(_interval(f"{first or '..'}/{last or '..'}" if dots else first, edtf))
    starts, ends = [m.start for m in members], [m.end for m in members]
    granularity = min((m.granularity for m in members), key=GRANULARITIES.index)
    start = None if None in starts else min(s for s in starts if s is not None)
    end = None if None in ends else max(e for e in ends if e is not None)
    return _Stretch(start, end, granularity, ("?" if edtf[0] == "[" else "") + "".join(m.qualifiers for m in members))


@lru_cache(maxsize=1 << 14)
def _cover(edtf: str) -> _Stretch:
    if len(edtf) > 200:
        raise _bad(edtf[:40] + "...", "it is too long")
    if edtf[:1] + edtf[-1:] in ("[]", "{}"):
        return _set(edtf)
    return _interval(edtf, edtf)


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF value with its granularity and TIMEX3 mod: these three are its identity.

    `granularity` is taken from the value unless it is given (a week is a Monday/Sunday interval with granularity "week").
    Raises DateError when the value is not well formed.

    >>> when = When("2021-08", mod="END")
    >>> when.granularity, instant_text(when.start), instant_text(when.end)
    ('month', '2021-08-01', '2021-09-01')
    >>> When("-0043").start < When("0001").start < When("Y12000").start
    True
    """

    edtf: str
    granularity: Granularity = ""  # type: ignore[assignment]  # filled in below
    mod: Mod | None = None
    start: int | None = field(init=False, compare=False, repr=False)
    end: int | None = field(init=False, compare=False, repr=False)
    approximate: bool = field(init=False, compare=False, repr=False)
    uncertain: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        stretch = _cover(self.edtf)
        if not self.granularity:
            object.__setattr__(self, "granularity", stretch.granularity)
        elif self.granularity not in GRANULARITIES:
            raise DateError(f"no granularity '{self.granularity}' (there are: {', '.join(GRANULARITIES)})")
        object.__setattr__(self, "start", stretch.start)
        object.__setattr__(self, "end", stretch.end)
        object.__setattr__(self, "approximate", self.mod == "APPROX" or "~" in stretch.qualifiers or "%" in stretch.qualifiers)
        object.__setattr__(self, "uncertain", "?" in stretch.qualifiers or "%" in stretch.qualifiers)

    @property
    def is_interval(self) -> bool:
        """Whether it is written as a range with two ends (a week is not)."""
        return "/" in self.edtf and self.granularity != "week"

    def __str__(self) -> str:
        return self.edtf
