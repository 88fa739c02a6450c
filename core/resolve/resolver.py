"""The walk through the expressions of one document, each given its place on the calendar."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.grammar.rule import Grammar
from core.meaning import Calendar, Length, Meaning, Nearest, Range, Reference, Repeat, Same, Shift
from core.model import Document, Timex, TimexType
from core.resolve.context import AGAIN, QUOTED, Context, Place
from core.resolve.ends import interval, later, open_from
from core.resolve.fill import before, rolled
from core.resolve.missing import filled
from core.resolve.order import Order
from core.resolve.places import place_of
from core.resolve.reading import Found, Reading
from core.resolve.reckon import calendar_of, day_number, edtf, is_weekday, is_whole, of_day, timex_value, unit_of, when_of

BEGINS = "the beginning of the range"


class Resolver:
    """Walks through the expressions of one document in the order of the text and remembers the dates that it has named."""

    def __init__(self, document: Document, reading: Reading, grammar: Grammar, order: Order, found: Sequence[Found] = ()) -> None:
        self.document, self.here = document, Context(document, reading, grammar, order, found)

    def resolve(self, found: Found) -> Timex | None:
        """The expression with its value; None where the context shows that it is no time."""
        self.here.ahead = False
        meaning = found.meaning
        span = self.document.span(found.start, found.end)
        match meaning:
            case Length():
                self.here.named.measured(meaning)
                return Timex(span, "DURATION", meaning.value, found.rule, meaning, mod=meaning.mod)
            case Repeat():
                return Timex(span, "SET", meaning.value, found.rule, meaning, quant=meaning.quant, freq=meaning.freq)
            case Reference(told=True) if self.here.reading == "news":
                return None
            case Reference():
                return Timex(span, "DATE", meaning.value, found.rule, meaning)
            case Range():
                return self._range(found, meaning)
        return self._timex(found, meaning)

    def _timex(self, found: Found, meaning: Meaning) -> Timex | None:
        self.here.at = (found.start, found.end)
        span = self.document.span(found.start, found.end)
        if isinstance(meaning, Length):
            return Timex(span, "DURATION", meaning.value, found.rule, meaning, mod=meaning.mod)
        place = place_of(self.here, meaning)
        if place is None:
            return None
        if isinstance(place, Reference):
            return Timex(span, "DATE", place.value, found.rule, meaning)
        c = place.calendar
        if place.anchor is not None and place.anchor.endswith("?"):
            c = c.but(uncertain=True)
        when = when_of(c)
        if when is not None and place.source not in (QUOTED, AGAIN):
            self.here.named.remember(c, meaning, self.here.text, found.start, found.end, self.here.course)
            if unit_of(c) == "quarter" and _reports(meaning, self.here.named.quarter):
                self.here.named.report(c, self.here.published, self.here.ahead)
        kind: TimexType = "TIME" if c.time else "DATE"
        return Timex(
            span, kind, timex_value(c), found.rule, meaning, when, c.mod, anchor=place.anchor, anchor_source=place.source, notes=place.notes
        )

    def _range(self, found: Found, meaning: Range) -> Timex | None:
        self.here.at = (found.start, found.end)
        first, last = meaning.first, meaning.last
        if isinstance(first, Calendar) and isinstance(last, Calendar) and not first.short:
            if self.here.reading == "news" and first.year is last.year is None and _beside(first, last):
                last = filled(self.here, last).calendar  # a range is told of when it is over: in October "January to March" is this year's
            story = self.here.named.story if self.here.reading == "narrative" and unit_of(first) == unit_of(last) == "month" else None
            if last.year is None and story is not None:
                last = rolled(last, story)
            if last.year is not None and first.year is None:
                first = before(first, last)
            if first.year is not None and last.year is None and is_whole(first) and _beside(first, last):
                last = rolled(last, first)
            if is_weekday(first) and is_weekday(last):
                return self._week_days(found, first, last)
        return self._from_to(found, meaning, first, last)

    def _from_to(self, found: Found, meaning: Range, first: Meaning | None, last: Meaning | None) -> Timex | None:
        """The range from one end to the other, each resolved by itself, in their order."""
        ends = tuple(
            end
            for (low, high), part in zip(found.ends, (first, last), strict=False)
            if part is not None and (end := self._timex(Found(low, high, found.rule, part), part)) is not None
        )
        if not ends:
            return None
        if len(ends) == 2 and last is not None:
            ends = ends[0], self._after(ends[0], ends[1], last)
        anchored: Any = next((e for e in ends if e.anchor), ends[0])
        return Timex(
            self.document.span(found.start, found.end),
            "TIME" if any(e.type == "TIME" for e in ends) else ends[0].type,
            "/".join(end.value for end in ends),
            found.rule,
            meaning,
            interval([e.when for e in ends]) if last is not None else open_from(ends[0].when),
            anchor=anchored.anchor,
            anchor_source=anchored.anchor_source,
            ends=ends,
            notes=tuple(dict.fromkeys(note for e in ends for note in e.notes)),
        )

    def _after(self, first: Timex, end: Timex, last: Meaning) -> Timex:
        """The last end of a range, put after the first where its name leaves that open: "from 10 p.m. to 2 a.m."."""
        if first.when is None or end.when is None or interval((first.when, end.when)) is not None:
            return end
        low, high = calendar_of(first.when), place_of(self.here, last)
        moved = later(last, high.calendar, low) if isinstance(high, Place) and low is not None else None
        if moved is None:
            return end
        self.here.named.last = moved
        return replace(end, value=timex_value(moved), when=when_of(moved), anchor=edtf(low)[0] if low else None, anchor_source=BEGINS)

    def _week_days(self, found: Found, first: Calendar, last: Calendar) -> Timex | None:
        """Two weekdays of one stretch, the last one after the first: where the clause looks back it is the last stretch that is over."""
        low, high = filled(self.here, first), filled(self.here, last)
        if low.calendar.day is None or high.calendar.day is None:
            return self._from_to(found, Range(first, last), first, last)
        start, end = day_number(low.calendar), day_number(high.calendar)
        if start > end and self.here.published is not None and end < day_number(self.here.published):
            start -= 7
        whole = of_day(start).but(time=first.time), of_day(end if start <= end else end + 7).but(time=last.time)
        timex = self._from_to(found, Range(first, last), *whole)
        return None if timex is None else replace(timex, anchor=low.anchor, anchor_source=low.source, notes=low.notes)


def _reports(meaning: Meaning, before: Calendar | None) -> bool:
    """Whether a quarter is told of, not one that lies so far from it ("the year-ago quarter"), nor the same under another name."""
    match meaning:
        case Shift(number, _, base):
            return not number and not isinstance(base, str) and before is None
        case Same(year=year):
            return year is None
    return not isinstance(meaning, Nearest)


def _beside(first: Calendar, last: Calendar) -> bool:
    """Whether both ends of a range tell a month or a season: then the last goes on from the first ("from August 1945 until March")."""
    return (first.month is not None or first.part is not None) and (last.month is not None or last.part is not None)
