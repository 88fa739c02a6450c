"""Meaning and anchor -> the place on the calendar. The only module that knows anchors.

A text is read as *news* (what is missing is filled in from the document's date, forwards or backwards by the tense nearby) or as
*narrative* (from the date named before, which rolls forward).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from core.grammar.rule import Grammar
from core.grammar.tokens import plain
from core.meaning import Calendar, Length, Meaning, Nearest, Range, Reference, Repeat, Same, Shift, Unit, Within
from core.model import Document, Timex, TimexType
from core.reckon import (
    calendar_of,
    cut,
    day_number,
    edtf,
    exists,
    first_month,
    first_year,
    is_whole,
    moved,
    of_day,
    timex_value,
    unit_of,
    weekday,
    when_of,
)
from core.when import When

Reading = Literal["news", "narrative"]
SIZES: dict[Unit, float] = {
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
DOCUMENT_DATE = "the document's date"
SENTENCE_EDGE = re.compile(r"[.!?][\"')]*[ \n]+(?=[A-Z\"'(])|\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved piece of calendar, what it was counted from, why that, and what a reader should know."""

    calendar: Calendar
    anchor: str | None = None
    source: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression before it is resolved: its half-open offsets, the rule that read it, what it says, where a range's ends are."""

    start: int
    end: int
    rule: str
    meaning: Meaning
    ends: tuple[tuple[int, int], ...] = ()


class Resolver:
    """Walks through the expressions of one document in the order of the text and remembers the dates that it has named."""

    def __init__(self, document: Document, reading: Reading, grammar: Grammar) -> None:
        self.document, self.text, self.reading = document, document.text, reading
        self.published = calendar_of(document.published) if document.published else None
        self.published_text = str(document.published) if document.published else None
        self.published_source = f"{DOCUMENT_DATE} ({document.published_source})" if document.published_source else DOCUMENT_DATE
        self.previous: Calendar | None = None
        self.previous_end = 0
        self.future, self.past = re.compile(grammar.future), re.compile(grammar.past)
        self.at = (0, 0)

    def resolve(self, found: Found) -> Timex:
        """The expression with its value, and what is kept of it for those after it."""
        self.at = (found.start, found.end)
        meaning = found.meaning
        span = self.document.span(found.start, found.end)
        match meaning:
            case Length():
                return Timex(span, "DURATION", meaning.value, found.rule, meaning, mod=meaning.mod)
            case Repeat():
                return Timex(span, "SET", meaning.value, found.rule, meaning, quant=meaning.quant, freq=meaning.freq)
            case Reference():
                return Timex(span, "DATE", meaning.value, found.rule, meaning)
            case Range():
                return self._range(found, meaning)
        return self._timex(found, meaning)

    def _timex(self, found: Found, meaning: Meaning) -> Timex:
        span = self.document.span(found.start, found.end)
        place = self._place(meaning)
        if isinstance(place, Reference):
            return Timex(span, "DATE", place.value, found.rule, meaning)
        c = place.calendar
        when = when_of(c)
        if when is not None:
            self.previous, self.previous_end = replace(c, mod=None, approximate=False, uncertain=False, order=None), found.end
        kind: TimexType = "TIME" if c.time else "DATE"
        return Timex(
            span, kind, timex_value(c), found.rule, meaning, when, c.mod, anchor=place.anchor, anchor_source=place.source, notes=place.notes
        )

    def _range(self, found: Found, meaning: Range) -> Timex:
        first, last = meaning.first, meaning.last
        if isinstance(first, Calendar) and isinstance(last, Calendar):
            first = completed(first, last)
        ends = tuple(
            self._timex(Found(low, high, found.rule, part), part)
            for (low, high), part in zip(found.ends, (first, last), strict=False)
            if part is not None
        )
        span = self.document.span(found.start, found.end)
        value = "/".join(end.value for end in ends)
        one = next((e for e in ends if e.anchor), None)
        return Timex(
            span,
            "TIME" if any(e.type == "TIME" for e in ends) else "DATE",
            value,
            found.rule,
            meaning,
            interval([e.when for e in ends]),
            anchor=one.anchor if one else None,
            anchor_source=one.anchor_source if one else None,
            ends=ends,
            notes=tuple(dict.fromkeys(n for e in ends for n in e.notes)),
        )

    def _place(self, meaning: Meaning) -> Place | Reference:
        match meaning:
            case Calendar():
                return Place(meaning) if is_whole(meaning) else self._filled(meaning)
            case Shift():
                return self._shifted(meaning)
            case Nearest():
                return self._nearest(meaning)
            case Within():
                return self._within(meaning)
            case Same():
                return self._same(meaning)
        raise TypeError(f"no place for a {type(meaning).__name__}")

    # What relative expressions count from.

    def _base(self, base: object) -> tuple[Calendar | None, str | None]:
        """The anchor and where it comes from."""
        if (base == "published" or (base == "either" and self.reading == "news")) and self.published is not None:
            return self.published, self.published_source
        if self.previous is not None:
            return self.previous, "the date named before it"
        return self.published, self.published_source if self.published else None

    def _shifted(self, shift: Shift) -> Place | Reference:
        if isinstance(shift.base, str):
            anchor, source = self._base(shift.base)
            if shift.base == "published" and self.published is None and shift.unit == "day" and abs(shift.number) < 2:
                return Reference("PRESENT_REF" if shift.number == 0 else "PAST_REF" if shift.number < 0 else "FUTURE_REF")
        else:
            place = self._place(shift.base)
            if isinstance(place, Reference):
                return place
            anchor, source = place.calendar if is_whole(place.calendar) else None, "the date named in it"
        if anchor is None:
            return Place(nowhere(shift.unit, shift.mod))
        if SIZES[shift.unit] < SIZES[unit_of(anchor)]:
            if shift.number:
                return Place(
                    replace(nowhere(shift.unit, shift.mod)),
                    edtf(anchor)[0],
                    source,
                    ("the date that it counts from is not known closely enough",),
                )
            return Place(replace(anchor, mod=shift.mod, time=None), edtf(anchor)[0], source)
        return Place(replace(moved(anchor, shift.number, shift.unit), mod=shift.mod), edtf(anchor)[0], source)

    def _nearest(self, nearest: Nearest) -> Place | Reference:
        anchor, source = self._base(nearest.base if self.reading == "news" else "previous")
        c = replace(nearest.calendar, mod=nearest.mod)
        if anchor is None:
            return Place(c)
        return Place(next_or_last(c, anchor, nearest.direction), edtf(anchor)[0], source)

    def _same(self, same: Same) -> Place | Reference:
        anchor, source = self._base("previous")
        if anchor is None or SIZES[same.unit] < SIZES[unit_of(anchor)]:
            c = replace(nowhere(same.unit, same.mod) if anchor is None else anchor, mod=same.mod, time=same.time)
            return Place(c, edtf(anchor)[0] if anchor else None, source)
        return Place(replace(cut(anchor, same.unit), time=same.time, mod=same.mod), edtf(anchor)[0], source)

    def _within(self, within: Within) -> Place | Reference:
        outer = self._place(within.outer)
        if isinstance(outer, Reference):
            return outer
        inner, c = within.inner, outer.calendar
        if inner.time is not None:
            c = replace(c, time=inner.time)
        else:
            c = completed(inner, c)
        return Place(replace(c, mod=within.mod or inner.mod or outer.calendar.mod), outer.anchor, outer.source, outer.notes)

    # What is missing of a date is filled in from the context.

    def _filled(self, c: Calendar) -> Place:
        anchor, source = self._base("either")
        if anchor is None:
            return Place(c)
        if self.reading == "narrative" or self.published is None:
            return Place(rolled(c, anchor), edtf(anchor)[0], source)
        if c.day is not None and c.month is None and self.previous is not None and self._follows_day():
            return Place(rolled(c, self.previous), edtf(self.previous)[0], "the day named before it")
        direction, cue = self._direction()
        return Place(placed(c, self.published, direction), self.published_text, source, (cue,) if cue else ())

    def _follows_day(self) -> bool:
        """Whether the date before names a day and its month, not far before."""
        gap = self.text[self.previous_end : self.at[0]]
        return self.previous is not None and self.previous.day is not None and len(gap) < 200 and "\n" not in gap

    def _direction(self) -> tuple[int, str | None]:
        """Whether the clause looks ahead (1), back (-1) or does not tell (0), and the words that say so."""
        clause = self._sentence()
        if cue := self.future.search(clause):
            return 1, f"'{cue[0]}' looks ahead"
        if cue := self.past.search(clause):
            return -1, f"'{cue[0]}' looks back"
        return 0, None

    def _sentence(self) -> str:
        start, end = self.at
        low = max(self.document.body, start - 200)
        before = self.text[low:start]
        edges = [m.end() for m in SENTENCE_EDGE.finditer(before)]
        after = self.text[end : end + 100]
        edge = SENTENCE_EDGE.search(after)
        return plain(before[edges[-1] if edges else 0 :] + " " + (after[: edge.start()] if edge else after))


def nowhere(unit: Unit, mod: object) -> Calendar:
    """A piece of the given unit that is nowhere yet: XXXX-XX-XX."""
    c = Calendar(weekday=None, week=None)
    return replace(c, mod=mod)  # type: ignore[arg-type]  # a TIMEX3 mod


def completed(c: Calendar, whole: Calendar) -> Calendar:
    """A piece with what it misses taken from another one that has it."""
    if c.weekday is not None or c.holiday is not None or c.year is not None:
        return c
    month = c.month if c.month is not None or c.part is not None or c.day is None else whole.month
    return replace(c, year=whole.year, month=month)


def rolled(c: Calendar, anchor: Calendar) -> Calendar:
    """The next place of a piece from an anchor on, as a narrative goes: the year stays until the month falls back by more than five."""
    if c.weekday is not None and c.day is None:
        if anchor.day is None:
            return c
        start = day_number(anchor)
        return replace(of_day(start + (c.weekday - weekday(start)) % 7), time=c.time, mod=c.mod)
    year = first_year(anchor)
    if c.day is not None and c.month is None:
        month = first_month(anchor)
        if anchor.day is not None and c.day < anchor.day - 10:
            month += 1
        return replace(c, year=year + (month > 12), month=(month - 1) % 12 + 1)
    fall = first_month(anchor) - first_month(c)
    has_month = anchor.month is not None or anchor.part is not None
    return replace(c, year=year + (has_month and fall > 5), weekday=None)


def placed(c: Calendar, published: Calendar, direction: int) -> Calendar:
    """The place of a piece nearest to the document's date, before it (-1), after it (1), or on whichever side is nearer."""
    today = day_number(published)
    if c.weekday is not None and c.day is None:
        ahead = (c.weekday - weekday(today)) % 7
        return replace(of_day(today + (ahead if direction > 0 or not ahead else ahead - 7)), time=c.time, mod=c.mod)
    options = [o for o in candidates(c, published) if exists(o)]
    if not options:
        return c
    unit = unit_of(c)
    here = day_number(cut(published, unit)) if SIZES[unit_of(published)] <= SIZES[unit] else today
    sided = [o for o in options if direction * (day_number(o) - here) >= 0] or options
    return min(sided, key=lambda o: abs(day_number(o) - here))


def candidates(c: Calendar, published: Calendar) -> Sequence[Calendar]:
    """The places of a piece around the document's date."""
    year = first_year(published)
    if c.day is not None and c.month is None:
        months = (moved(published, n, "month") for n in (-1, 0, 1))
        return [replace(c, year=m.year, month=m.month) for m in months]
    return [replace(c, year=year + n, weekday=None) for n in (-1, 0, 1)]


def next_or_last(c: Calendar, anchor: Calendar, direction: int) -> Calendar:
    """The next (1) or last (-1) of a name strictly after or before the anchor, or the one of this week or year (0)."""
    if c.weekend:
        return replace(moved(anchor, direction, "weekend"), mod=c.mod)
    if c.weekday is not None:
        start = day_number(anchor)
        ahead = (c.weekday - weekday(start)) % 7
        return replace(of_day(start + (ahead - 7 if direction < 0 else ahead or (7 if direction else 0))), mod=c.mod)
    year, here, there = first_year(anchor), first_month(anchor), first_month(c)
    if direction < 0:
        year -= there >= here
    elif direction > 0:
        year += there <= here
    return replace(c, year=year)


def interval(ends: Sequence[When | None]) -> When | None:
    """The When from the first end to the last, None where one is not placed or they stand the wrong way round."""
    known = [e for e in ends if e is not None]
    if len(known) < 2 or known[0].start is None or known[-1].end is None or known[0].start >= known[-1].end:
        return None
    return When(f"{known[0].edtf.partition('/')[0]}/{known[-1].edtf.rpartition('/')[2]}")
