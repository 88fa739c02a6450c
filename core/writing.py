"""When a text was written, worked out from the dates that it names: years that lengths of time point to, months, bare days, weekdays."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from core.meaning import Unit
from core.when import When, civil_from_days, days_from_civil, days_in_month, year_text

Certainty = Literal["stated", "likely", "guess"]
SIGNS: dict[Certainty, str] = {"stated": "", "likely": "", "guess": "?"}
"""What EDTF puts after a value that is so certain: what is counted from a guess is uncertain too."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WRITTEN = range(1450, 2100)
"""The years in which a text that does not state its date can have been written: since there was print, and not in a far future."""
AHEAD = re.compile(
    r"\b(?:will|shall|would|expires?|takes effect|due|scheduled|slated|planned|plans?|expected|expects?|deadline|next"
    r"|intends?|aims?|set to|going to)\b",
    re.IGNORECASE,
)
LIMIT = re.compile(r"\b(?:by|until|before|till)\b", re.IGNORECASE)
LOOKED_BACK = re.compile(r"\b(?:had|was|were|did)\b", re.IGNORECASE)
NOW = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:this|last|next) (?:week|month|year|morning|night|spring|summer|autumn|fall|winter))\b",
    re.IGNORECASE,
)
BEFORE_AGO = re.compile(r"[ \n(,–—-]*(?:(?:exactly|precisely|just)[ \n])?")
AFTER_AGO = re.compile(r"[ \n]?[,(–—-][ \n(,–—-]*(?:(?:in|on)[ \n])?")
"""What stands between a date and how long ago it lies: "in 2019, two years ago", "two years ago, in 2019"."""
BY_NOW = re.compile(r"\b(?:now|today),?[ \n](?:(?:exactly|just|some)[ \n])?$", re.IGNORECASE)
COMPARED = re.compile(r"\b(?:first|only|most|least|fewest|best|worst|(?<!\bfor)[a-z]{3,}est)\b[^.;!?]{0,50}\bsince[ \n]$", re.IGNORECASE)
"""What leads to a year that lies well before the writing: "its first profit since 2018"."""
BREAK = re.compile(r"[.!?]\s|[;\n]")
WORD = re.compile(r"[A-Za-z]{3,}")
EMPTY = frozenset(
    "the and for that with its his her their this has have had was were been being are from into over more than which them they who"
    " some after before when while there then said about not but all out one two first last year years since time under".split()
)


@dataclass(frozen=True, slots=True)
class Clue:
    """What one expression tells of the calendar: any of year, month, day of the month, weekday (0 is Monday), a length in years, how long
    `ago` something lies, or how many years `later` than the date before."""

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    years: int | None = None
    ago: "tuple[int, Unit] | None" = None
    later: int | None = None

    @property
    def bare_day(self) -> bool:
        """Whether it names a day and leaves its month to the reader ("the 10th")."""
        return self.day is not None and self.month is None

    @property
    def yearless(self) -> bool:
        """Whether it names a month and leaves its year to the reader ("August 30")."""
        return self.month is not None and self.year is None


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of a document, how it is known in words, and how sure that is."""

    when: When
    source: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Year:
    """The year of writing, how it is known in words, and whether that is firm or only the latest year named."""

    year: int
    why: str
    firm: bool


def around(text: str, start: int, end: int, reach: int = 160) -> tuple[str, str]:
    """What stands before and after a stretch within its sentence, `reach` characters at most."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    for found in BREAK.finditer(before):
        before_cut = found.end()
        break
    else:
        before_cut = 0
    if before_cut:
        before = BREAK.split(before)[-1]
    return before, BREAK.split(after, maxsplit=1)[0]


def ahead(text: str, clue: Clue) -> bool:
    """Whether the words before an expression place it after the time of writing ("will end on August 31")."""
    before, after = around(text, clue.start, clue.end)
    near = before[-60:]
    return bool(AHEAD.search(near)) or bool(LIMIT.search(near[-20:]) and not LOOKED_BACK.search(near + after))


def written(text: str, clues: Sequence[Clue]) -> Dated | None:
    """When a text was written, as far as the expressions in it tell; None where they do not.

    A month that is named is usually not the month of writing, and a bare day belongs to the month of writing unless it follows a
    named day of another. The year comes from a length of time since a named year ("the 20-year war", begun in 2001), from weekdays
    that must fit, or from the latest year that is named.

    >>> text = "The strike began in May 2019. Talks failed in July. The union met on the 3rd."
    >>> clues = [Clue(20, 28, "May 2019", year=2019, month=5), Clue(46, 50, "July", month=7), Clue(69, 76, "the 3rd", day=3)]
    >>> written(text, clues).when.edtf
    '2019-08?'
    """
    if exact := _by_ago(text, clues) or _by_later(text, clues):
        return exact
    free = free_days(clues)
    alone = [c for c in clues if c.weekday is not None and c.day is None]
    if not free and not alone and not NOW.search(text):
        return None
    year = year_of_writing(text, clues)
    if year is None:
        return None
    past = [c for c in clues if not ahead(text, c)]
    months = [c for c in past if c.yearless]
    if free:
        return _by_free_days(year, past, months, free)
    return _by_named_days(year, past, months, alone)


def free_days(clues: Iterable[Clue]) -> list[Clue]:
    """The bare days that follow no named day: these belong to the month of writing."""
    free: list[Clue] = []
    owned = False
    for clue in clues:
        if clue.bare_day:
            if not owned:
                free.append(clue)
        elif clue.month is not None or clue.year is not None:
            owned = clue.month is not None and clue.day is not None
    return free


def last_month(months: Iterable[int]) -> int | None:
    """The latest of some months without years: the one before the longest gap, for news looks back over less than a year.

    >>> last_month([7, 8, 9]), last_month([1, 11, 12])
    (9, 1)
    """
    ordered = sorted(set(months))
    if not ordered:
        return None
    gaps = [((ordered[(i + 1) % len(ordered)] - m - 1) % 12, m) for i, m in enumerate(ordered)]
    return max(gaps)[1]


def year_of_day(text: str, clues: Sequence[Clue], month: int) -> Year | None:
    """The year of a document's own date that gives only month and day: the first not before the latest date that is named."""
    past = [c for c in clues if c.year is not None and not ahead(text, c)]
    year = year_of_writing(text, clues)
    if year is None or not past:
        return year
    latest = max(past, key=lambda c: (c.year or 0, c.month or 0))
    if year.year == latest.year and latest.month and month < latest.month:
        return Year(year.year + 1, f"it follows '{latest.text}'", False)
    return year


def year_of_writing(text: str, clues: Sequence[Clue]) -> Year | None:
    """The year in which a text was written, as its named years, lengths and weekdays tell; None where no year is named."""
    dated = [c for c in clues if c.year is not None and c.year in WRITTEN]
    past = [c for c in clues if not ahead(text, c)]
    named = [c for c in past if c in dated]
    if not named:
        planned = min(dated, key=lambda c: c.year or 0, default=None)
        return Year(planned.year or 0, f"'{planned.text}' lies ahead", False) if planned else None
    months, free = [c for c in past if c.yearless], free_days(clues)
    latest = max(named, key=lambda c: (c.year or 0, c.month or 0, c.day or 0))
    floor = latest.year or 0
    by_length = _year_by_length(text, clues, floor)
    fitting = _years_that_fit(clues, floor)
    if by_length and (not fitting or by_length.year in fitting):
        return by_length
    if fitting:
        weekdays = ", ".join(c.text for c in clues if _tied(c))
        return Year(fitting[0], f"{fitting[0]} is the first year from {floor} on whose calendar has {weekdays}", True)
    if COMPARED.search(text, max(0, latest.start - 80), latest.start):
        return None
    undated = [*months, *free]
    if undated and min(c.start for c in undated) < latest.start and latest.month is not None:
        return Year(floor + 1, f"dates without a year stand beside '{latest.text}', so they are of a later year", False)
    last = last_month(c.month for c in months if c.month)
    if last and latest.month and last < latest.month:
        return Year(floor + 1, f"{MONTHS[last - 1]} without a year follows '{latest.text}'", False)
    return Year(floor, f"the latest year named is that of '{latest.text}'", False)


def _tied(clue: Clue) -> bool:
    return clue.weekday is not None and clue.day is not None and clue.yearless


def _years_that_fit(clues: Iterable[Clue], floor: int) -> list[int]:
    """The years soon after `floor` in which every "Monday, 3 May" falls on its weekday; none where nothing is tied so."""
    tied = [c for c in clues if _tied(c)]
    return [y for y in range(floor, floor + 7) if all(_falls(c, y, c.month or 1) for c in tied)] if tied else []


def _falls(clue: Clue, year: int, month: int) -> bool:
    if clue.day is None or clue.day > days_in_month(year, month):
        return False
    return clue.weekday is None or (days_from_civil(year, month, clue.day) + 3) % 7 == clue.weekday


def _year_by_length(text: str, clues: Sequence[Clue], floor: int) -> Year | None:
    """The year that lies "20 years" after a named one, where the words around both speak of the same thing."""
    for length in (c for c in clues if c.years and c.years > 1):
        topic = _topic(text, length)
        for since in (c for c in clues if c.year is not None):
            year = (since.year or 0) + (length.years or 0)
            if floor <= year and (year <= floor + 5 or since.year == floor) and topic & _topic(text, since):
                thing = sorted(topic & _topic(text, since), key=lambda w: (-len(w), w))[0]
                return Year(year, f"'{length.text}' ({thing}) since '{since.text}'", True)
    return None


def _topic(text: str, clue: Clue) -> set[str]:
    """The common nouns and verbs near an expression."""
    before, after = around(text, clue.start, clue.end, reach=70)
    return {w for w in WORD.findall(f"{before} {after}") if w.islower()} - EMPTY


def _by_ago(text: str, clues: Sequence[Clue]) -> Dated | None:
    """The day, month or year of "on 31 August 2021, a year ago today", "in 2019, two years ago" or "two years ago, in 2019"."""
    for first, second in pairwise(clues):
        named, shift, between = (second, first, AFTER_AGO) if first.ago else (first, second, BEFORE_AGO)
        if named.year is None or shift.ago is None or not between.fullmatch(text, first.end, second.start):
            continue
        number, unit = shift.ago
        why = f"inferred, likely: '{named.text}' lies '{shift.text}'"
        if unit == "year":
            parts = [named.month, named.day] if re.match(r"(?:.* )?today\b", shift.text + text[shift.end : shift.end + 6]) else []
            return Dated(When("-".join([year_text(named.year + number), *(f"{p:02d}" for p in parts if p)])), why, "likely")
        if unit == "month" and named.month:
            year, month = divmod(named.year * 12 + named.month - 1 + number, 12)
            return Dated(When(f"{year_text(year)}-{month + 1:02d}"), why, "likely")
        if unit in ("day", "week") and named.month and named.day:
            days = days_from_civil(named.year, named.month, named.day) + number * (7 if unit == "week" else 1)
            year, month, day = civil_from_days(days)
            return Dated(When(f"{year_text(year)}-{month:02d}-{day:02d}"), why, "likely")
    return None


def _by_later(text: str, clues: Sequence[Clue]) -> Dated | None:
    """The year of "It opened in 1996. Now, 25 years later, it is full"."""
    for number, shift in enumerate(clues):
        if shift.later is None or not BY_NOW.search(text, max(0, shift.start - 20), shift.start):
            continue
        named = next((c for c in reversed(clues[:number]) if c.year is not None), None)
        if named is not None and named.year is not None:
            why = f"inferred, likely: it is now '{shift.text}' than '{named.text}'"
            return Dated(When(year_text(named.year + shift.later)), why, "likely")
    return None


def _by_free_days(year: Year, past: Sequence[Clue], months: Sequence[Clue], free: Sequence[Clue]) -> Dated:
    """The month after the last that is named and that has all the bare days on their weekdays."""
    last = last_month(c.month for c in months if c.month)
    at = year.year
    if last is None:
        earlier = [(c.year or 0, c.month) for c in past if c.year is not None and c.month is not None]
        at, last = max(earlier, default=(year.year - 1, 12))
        if at < year.year:
            at, last = year.year - 1, 12
    months_on = [((at * 12 + last + step) // 12, (at * 12 + last + step) % 12 + 1) for step in range(12)]
    found = next(((y, m) for y, m in months_on if all(_falls(c, y, m) for c in free)), months_on[0])
    days = ", ".join(dict.fromkeys(c.text for c in free))
    why = f"{year.why}; bare days ({days}) belong to the month of writing, and the last month named before it is {MONTHS[last - 1]}"
    certainty: Certainty = "likely" if year.firm and months else "guess"
    return Dated(When(f"{year_text(found[0])}-{found[1]:02d}{SIGNS[certainty]}"), f"inferred, {certainty}: {why}", certainty)


def _by_named_days(year: Year, past: Sequence[Clue], months: Sequence[Clue], alone: Sequence[Clue]) -> Dated | None:
    """The month of the latest day that is named, in a text that also speaks of "Tuesday" or "yesterday"; else its year."""
    last = last_month(c.month for c in months if c.month and c.day)
    full = [(c.year or 0, c.month or 0) for c in past if c.year is not None and c.month and c.day]
    candidates = [*full, *([(year.year, last)] if last else [])]
    certainty: Certainty = "likely" if year.firm else "guess"
    near = ", ".join(f"'{text}'" for text in dict.fromkeys(c.text for c in alone)) or "'last week' or the like"
    if candidates and max(candidates)[0] == year.year:
        month = max(candidates)[1]
        why = f"{year.why}; the latest day named is in {MONTHS[month - 1]}; a text that says {near} is mostly written soon after"
        return Dated(When(f"{year_text(year.year)}-{month:02d}{SIGNS[certainty]}"), f"inferred, {certainty}: {why}", certainty)
    return Dated(When(f"{year_text(year.year)}{SIGNS[certainty]}"), f"inferred, {certainty}: {year.why}", certainty)
