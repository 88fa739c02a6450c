"""The walk through the expressions of one document, each given its place on the calendar."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.grammar.rule import Grammar
from core.meaning import Calendar, Length, Meaning, Nearest, Nth, Range, Reference, Repeat, Same, Shift, Within
from core.model import Document, Timex, TimexType
from core.resolve.clause import Tense, looks_back, one_sentence
from core.resolve.course import Course
from core.resolve.ends import interval, later, open_from
from core.resolve.fill import before, completed, full_year, holiday_in, near_century, next_or_last, nth_in, placed, rolled
from core.resolve.named import Named, opens_sentence
from core.resolve.order import Order
from core.resolve.passage import REACH, entries, quoted
from core.resolve.reading import Found, Reading
from core.resolve.reckon import (
    calendar_of,
    cut,
    day_number,
    edtf,
    exists,
    first_year,
    is_weekday,
    is_whole,
    moved,
    of_day,
    size_of,
    timex_value,
    to_the_day,
    unit_of,
    weekday,
    when_of,
)

DOCUMENT_DATE = "the document's date"
DATE_BEFORE = "the date named before it"
QUOTED = "the day of what is quoted"
STORY = "where the story is"
ENTRY = "the day of the entry"
BEGINS = "the beginning of the range"
FORTNIGHT = 14
"""Days before the telling in which a date without a year belongs to it."""
TWO_MONTHS = 62
"""Days before the telling in which a month is still that of writing or the one before, so that bare days need not be its own."""
HEAD = 12
"""Characters at the head of a line in which the time of an entry begins."""
AGE = re.compile(
    r"(?:[.;]|\w\W+\w).*\b(?:at[ \n](?:the[ \n]age[ \n]of[ \n])?|when[ \n](?:he|she|they)[ \n](?:was|were|turned)[ \n])"
    r"(?:(?:just|only|barely|about)[ \n])?(?:[1-9]\d|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)"
    r"(?=[ \n](?:and|he|she|they|his|her|with)\b|[,;.]|[ \n]*$)",
    re.IGNORECASE | re.DOTALL,
)
"""An age, told after the date before it: what comes "two years later" does not count from that date."""
YEAR_GAP = re.compile(r"(?:[ \n](?!(?:and|or|but|to|then|again|until|till|before|after|when|while)\b)[a-z]+){1,2}[ \n](?:in|of)[ \n]")
"""What stands between a month or season and the year of the thing that it names ("the spring floods of 1993")."""
HOLIDAY_GAP = re.compile(
    r",? |(?:[ \n](?!(?:and|or|but|to|then|again|until|till|before|after|when|while)\b)[A-Za-z]+){0,2},?[ \n](?:in|of)[ \n]"
)
"""What stands between a holiday and its year: "kept Christmas at Winchester in 1141"."""
APPOSED = re.compile(r"[ \n]?[,(][ \n]?(?:on[ \n])?(?:the[ \n])?")
ZONE_GAP = re.compile(
    r"(?:[ \n](?:sharp|precisely|exactly))?(?:(?:[ \n][A-Z]?[a-z]+){1,2}[ \n]time)?(?:[ \n]\([^()\n]{0,20}\)?)?,?"
    r"[ \n]\(?(?:on[ \n])?(?:the[ \n])?"
)


WILL = re.compile(r"^'(?:will|shall|won't|.*'ll)' looks ahead")
"""The reason for a direction that only who tells of his own days gives, not who looks back on a plan ("was adjourned until June")."""
PUT_OFF = re.compile(
    r"'(?:postpon|deferr?|delay|mov|adjourn|remand|reschedul|suspend|put|push|extend|prolong|continu).* (?:until|till|to|for)' looks"
)
SINCE = re.compile(r"'since' looks")
"""The cues that lead to another day than the one on which they are said: "adjourned until Wednesday" on a Wednesday."""
REPORTED = re.compile(
    r"\b(?:said|told|announced|reported|testified|stated|confirmed|admitted|denied|warned|ruled|wrote)"
    r"(?:[ \n](?!(?:he|she|they|it|that|had|was|of)\b)[\w']+){0,3}[ \n]on[ \n]$"
)
"""A saying whose day is told: whoever reports it is home from what lies years back."""
NEXT_SENTENCE = re.compile(r"[^.,;!?]{0,60}[.;!?][ \n]+(?:[A-Za-z]+ ){0,3}")
"""What stands between a date at the end of one sentence and one that opens the next."""


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved piece of calendar, what it was counted from, why that, and what a reader should know."""

    calendar: Calendar
    anchor: str | None = None
    source: str | None = None
    notes: tuple[str, ...] = ()


TOO_COARSE = "the date that it counts from is not known closely enough"


class Resolver:
    """Walks through the expressions of one document in the order of the text and remembers the dates that it has named."""

    def __init__(self, document: Document, reading: Reading, grammar: Grammar, order: Order, found: Sequence[Found] = ()) -> None:
        self.document, self.text, self.reading, self.order = document, document.text, reading, order
        self.published = calendar_of(document.published) if document.published else None
        self.published_source = f"{DOCUMENT_DATE} ({document.published_source})" if document.published_source else DOCUMENT_DATE
        self.found = found
        self.named = Named(entries=entries(document.text, found))
        self.course = Course(document.text, found if reading == "narrative" else ())
        self.tense = Tense(grammar.future, grammar.past, self.text, document.body)
        self.at, self.ahead = (0, 0), False

    def resolve(self, found: Found) -> Timex | None:
        """The expression with its value; None where the context shows that it is no time."""
        self.ahead = False
        meaning = found.meaning
        span = self.document.span(found.start, found.end)
        match meaning:
            case Length():
                self.named.measured(meaning)
                return Timex(span, "DURATION", meaning.value, found.rule, meaning, mod=meaning.mod)
            case Repeat():
                return Timex(span, "SET", meaning.value, found.rule, meaning, quant=meaning.quant, freq=meaning.freq)
            case Reference(told=True) if self.reading == "news":
                return None
            case Reference():
                return Timex(span, "DATE", meaning.value, found.rule, meaning)
            case Range():
                return self._range(found, meaning)
        return self._timex(found, meaning)

    def _timex(self, found: Found, meaning: Meaning) -> Timex | None:
        self.at = (found.start, found.end)
        span = self.document.span(found.start, found.end)
        if isinstance(meaning, Length):
            return Timex(span, "DURATION", meaning.value, found.rule, meaning, mod=meaning.mod)
        place = self._place(meaning)
        if place is None:
            return None
        if isinstance(place, Reference):
            return Timex(span, "DATE", place.value, found.rule, meaning)
        c = place.calendar
        if place.anchor is not None and place.anchor.endswith("?"):
            c = c.but(uncertain=True)
        when = when_of(c)
        if when is not None and place.source != QUOTED:
            self.named.remember(c, meaning, self.text, found.start, found.end, self.course)
            if unit_of(c) == "quarter" and _reports(meaning, self.named.quarter):
                self.named.report(c, self.published, self.ahead)
        kind: TimexType = "TIME" if c.time else "DATE"
        return Timex(
            span, kind, timex_value(c), found.rule, meaning, when, c.mod, anchor=place.anchor, anchor_source=place.source, notes=place.notes
        )

    def _range(self, found: Found, meaning: Range) -> Timex | None:
        first, last = meaning.first, meaning.last
        if isinstance(first, Calendar) and isinstance(last, Calendar) and not first.short:
            story = self.named.story if self.reading == "narrative" and unit_of(first) == unit_of(last) == "month" else None
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
        low, high = calendar_of(first.when), self._place(last)
        moved = later(last, high.calendar, low) if isinstance(high, Place) and low is not None else None
        if moved is None:
            return end
        self.named.last = moved
        return replace(end, value=timex_value(moved), when=when_of(moved), anchor=edtf(low)[0] if low else None, anchor_source=BEGINS)

    def _week_days(self, found: Found, first: Calendar, last: Calendar) -> Timex | None:
        """Two weekdays of one stretch, the last one after the first: where the clause looks back it is the last stretch that is over."""
        low, high = self._filled(first), self._filled(last)
        if low.calendar.day is None or high.calendar.day is None:
            return self._from_to(found, Range(first, last), first, last)
        start, end = day_number(low.calendar), day_number(high.calendar)
        if start > end and self.published is not None and end < day_number(self.published):
            start -= 7
        whole = of_day(start).but(time=first.time), of_day(end if start <= end else end + 7).but(time=last.time)
        timex = self._from_to(found, Range(first, last), *whole)
        return None if timex is None else replace(timex, anchor=low.anchor, anchor_source=low.source, notes=low.notes)

    def _place(self, meaning: Meaning) -> Place | Reference | None:
        match meaning:
            case Calendar():
                return self._calendar(meaning)
            case Shift():
                return self._shifted(meaning)
            case Nearest():
                return self._nearest(meaning)
            case Within():
                return self._within(meaning)
            case Nth():
                return self._nth(meaning)
            case Same():
                return self._same(meaning)
        raise TypeError(f"no place for a {type(meaning).__name__}")

    def _calendar(self, c: Calendar) -> Place | None:
        if c.short:
            if c.uncertain and self.named.last is None and not near_century(c, self.published):
                return Place(c.but(short=False), notes=("no century is written: the year is taken as it stands",))
            full = full_year(c, self.named.last or self.published, self.reading == "narrative")
            anchor, source = self._base("previous")
            return Place(full, edtf(anchor)[0] if anchor else None, source) if full else None
        if c.order in ("unknown", "dotted"):
            return self._ordered(c)
        if c.holiday is not None and c.year is not None:
            return Place(holiday_in(c, c.year))
        return Place(c) if is_whole(c) else self._filled(c)

    def _ordered(self, c: Calendar) -> Place:
        """A numeric date of which both numbers may be the month."""
        day_first, note = self.order
        if day_first is None and c.order == "dotted":
            day_first, note = True, "day first, as is usual between dots"
        return Place(c.but(month=c.day, day=c.month, order=None) if day_first else c.but(order=None), notes=(note,))

    # What relative expressions count from.

    def _base(self, base: object) -> tuple[Calendar | None, str | None]:
        """The anchor and where it comes from. Whoever writes "this year" under a date of his own counts from that, also in a story."""
        if base == "running" and self._tells_of_another_time():
            if self.reading == "news":
                return self.named.last, DATE_BEFORE
            base = "previous"
        if base in ("published", "either", "running"):
            anchor, source = self._now()
            if anchor is not None:
                return anchor, source
        story = self.named.story
        if story is not None and not self._same_sentence() and (self.reading == "narrative" or story.day is not None):
            return story, STORY
        if self.named.last is not None:
            return self.named.last, DATE_BEFORE
        return self.published, self.published_source if self.published else None

    def _tells_of_another_time(self) -> bool:
        """Whether the clause does not look ahead and the date before, in this paragraph, lies in another year than the document, or looks
        back and it lies in another month."""
        last, today, gap = self.named.last, self.published, self._gap()
        if last is None or today is None or len(gap) >= 300 or "\n\n" in gap:
            return False
        direction = self.tense.direction(*self.at)[0]
        if last.decade is not None:
            return direction <= 0 and first_year(last) + 9 < first_year(today)
        if last.year is None:
            return False
        if last.year != today.year:
            return direction <= 0
        return direction < 0 and last.month is not None and last.month != today.month

    def _goes_on(self) -> bool:
        """Whether the last date leads on from where a narrative is, and does not only pass by."""
        last, story = self.named.last, self.named.story
        if self.reading == "news" or last is None or story is None:
            return False
        return day_number(last) > day_number(story) and not self.course.passes(last, story, self.at[1])

    def _in_step(self, unit: str) -> bool:
        """Whether the date before, in this paragraph, is a year or a month from which years or months go on: "began in 2009. It closed two
        years later"."""
        last, gap = self.named.last, self._gap()
        return last is not None and unit in ("year", "month") and unit_of(last) == unit and len(gap) < 300 and "\n\n" not in gap

    def _now(self) -> tuple[Calendar | None, str | None]:
        """The day from which "today" and "last month" count in this passage, as far as it is known, and what that is."""
        if self.named.entry is not None:
            return self.named.entry, ENTRY
        story = self.named.story
        if self.reading == "narrative" and story is not None and story.day is not None and quoted(self.text, self.at[0]):
            return story, QUOTED
        return self.published, self.published_source if self.published else None

    def _shifted(self, shift: Shift) -> Place | Reference | None:
        if shift.base == "previous" and shift.unit in ("day", "week") and (beside := self._date_beside()) is not None:
            return Place(
                cut(beside, "day" if shift.exact else shift.unit).but(mod=shift.mod), edtf(beside)[0], "the date that it stands beside"
            )
        if isinstance(shift.base, str):
            anchor, source = self._base(shift.base)
            if source == STORY and (self._goes_on() or (shift.base == "previous" and self._in_step(shift.unit))):
                anchor, source = self.named.last, DATE_BEFORE
            if shift.base == "published" and self._now()[0] is None and shift.unit == "day" and abs(shift.number) < 2:
                return Reference("PRESENT_REF" if shift.number == 0 else "PAST_REF" if shift.number < 0 else "FUTURE_REF")
            if (
                self.named.quarter is not None
                and self.reading == "news"
                and shift.base != "either"
                and (shift.number, shift.unit) == (-1, "year")
            ):
                anchor, source = self._year_before()
        else:
            place = self._place(shift.base)
            if place is None or isinstance(place, Reference):
                return place
            anchor, source = place.calendar if is_whole(place.calendar) else None, "the date named in it"
        if anchor is None:
            return Place(Calendar(mod=shift.mod))
        if shift.base == "previous" and source in (STORY, DATE_BEFORE) and AGE.search(self._gap()):
            return Place(Calendar(mod=shift.mod), notes=("it counts from an age, of which no date is told",))
        if shift.unit == "day" and source == DATE_BEFORE and size_of(unit_of(anchor)) > size_of("day") and self._near_day():
            anchor = self.named.day or anchor  # "said on Tuesday that it would close in April. Lund followed the next day"
        text = edtf(anchor)[0]
        if anchor.part is not None and anchor.part[0] == "Q" and shift.unit == "year" and anchor.year is not None:
            return Place(anchor.but(year=anchor.year + shift.number, mod=shift.mod), text, source)
        about = anchor.approximate and not isinstance(shift.base, str)
        if shift.exact and anchor.day is not None and shift.unit != "day":
            return Place(to_the_day(anchor, shift.number, shift.unit).but(approximate=about), text, source)
        if size_of(shift.unit) < size_of(unit_of(anchor)):
            unknown = Calendar(year=anchor.year, month=anchor.month, mod=shift.mod)
            return Place(unknown if not shift.number else unknown.but(uncertain=True), text, source, (TOO_COARSE,))
        return Place(moved(anchor, shift.number, shift.unit).but(mod=shift.mod, approximate=about), text, source)

    def _year_before(self) -> tuple[Calendar | None, str | None]:
        """What "a year earlier" counts from in a report of a quarter: the quarter, after figures of a longer time the document's date."""
        if self.named.counted is not None:
            return self.named.counted, "the quarter named before it"
        return self._base("published")

    def _nearest(self, nearest: Nearest) -> Place | None:
        if isinstance(nearest.base, str):
            anchor, source = self._base(nearest.base)
        else:
            place = self._place(nearest.base)
            if not isinstance(place, Place) or not is_whole(place.calendar):
                return None
            anchor, source = place.calendar, "the date named in it"
        if not nearest.direction and nearest.base == "previous" and self.named.last is not None:
            anchor, source = self.named.last, DATE_BEFORE
        c = nearest.calendar.but(mod=nearest.mod)
        if anchor is not None and is_weekday(c) and size_of(unit_of(anchor)) > size_of("week"):
            return _somewhere_in(anchor, c, source)
        return Place(c) if anchor is None else Place(next_or_last(c, anchor, nearest.direction), edtf(anchor)[0], source)

    def _same(self, same: Same) -> Place:
        anchor, source = self.named.last, DATE_BEFORE
        if self.named.day is not None and (same.time is not None or self._day_was_named(same)):
            anchor = self.named.day
        if anchor is None or same.now:
            anchor, source = self._base("published")  # type: ignore[assignment]  # both are None together
        if same.unit == "quarter" and self.published is not None and self.reading == "news":
            anchor, source = self.named.quarter or moved(self.published, -1, "quarter"), "the quarter that the text is about"
        if anchor is None:
            return Place(Calendar(year=same.year, time=same.time, mod=same.mod))
        today = self.published if self.reading == "news" and same.unit == "day" else None
        if today is not None and anchor.year == today.year and size_of(unit_of(anchor)) > size_of("month"):
            anchor, source = today, self.published_source
        text = edtf(anchor)[0]
        if same.year is not None:
            return Place(cut(anchor, same.unit).but(year=same.year, mod=same.mod), text, source)
        if size_of(same.unit) < size_of(unit_of(anchor)):
            return Place(anchor.but(mod=same.mod, time=same.time), text, source)
        return Place(cut(anchor, same.unit).but(time=same.time, mod=same.mod), text, source)

    def _day_was_named(self, same: Same) -> bool:
        """Whether "the same day" goes back past a coarser date beside it to a day that was named shortly before it."""
        day, last = self.named.day, self.named.last
        coarser = day is not None and last is not None and last.day is None and same.unit == "day"
        return coarser and day is not None and last is not None and first_year(day) == first_year(last)

    def _within(self, within: Within) -> Place | Reference | None:
        outer = self._place(within.outer)
        if outer is None or isinstance(outer, Reference):
            return outer
        inner, whole = within.inner, outer.calendar
        c = whole.but(time=inner.time) if inner.time is not None else completed(inner, whole)
        return Place(c.but(mod=within.mod or inner.mod or whole.mod), outer.anchor, outer.source, outer.notes)

    def _nth(self, nth: Nth) -> Place | Reference | None:
        outer = self._place(nth.outer)
        if outer is None or isinstance(outer, Reference):
            return outer
        c = nth_in(nth.number, nth.inner, outer.calendar) if is_whole(outer.calendar) else None
        if c is not None:
            return Place(c, outer.anchor, outer.source, outer.notes)
        return Place(nth.inner) if isinstance(nth.inner, Calendar) and not is_whole(outer.calendar) else None

    # What is missing of a date is filled in from the context.

    def _filled(self, c: Calendar) -> Place:
        if c.holiday is not None and (told := self._date_beside()) is not None:
            return Place(told.but(time=c.time), edtf(told)[0], "the date that it stands beside")
        if (year := self._year_after(c)) is not None:
            return Place(completed(c, year), edtf(year)[0], "the year named after it")
        anchor, source = self._base("either" if self.reading == "news" else "previous")
        if anchor is None:
            return Place(c)
        if c.time is not None and c.day is None and c.weekday is None and c.month is None and c.holiday is None:
            near = self._near() or self._heads_entry()
            beside = self._day_beside()
            if beside is not None:
                return Place(beside.calendar.but(time=c.time, mod=c.mod), beside.anchor, beside.source, beside.notes)
            day, why = (self.named.day, DATE_BEFORE) if near or self.reading == "narrative" else (anchor, source)
            if near and self._home_from_plan(day):
                day, why = self.published, self.published_source
            if not near and ":" not in c.time:
                return Place(c)
            if day is None or day.day is None:
                return Place(c)
            return Place(cut(day, "day").but(time=c.time, mod=c.mod), edtf(day.but(time=None))[0], why)
        if c.weekday is not None and c.day is None and self._apposed(c.weekday):
            assert self.named.last is not None
            return Place(self.named.last.but(time=c.time), edtf(self.named.last)[0], "the day that it stands beside")
        if self.at[0] in self.named.entries and (heading := self._heading(c)) is not None:
            return heading
        today = self.named.entry or self.published
        if self.reading == "narrative" or today is None:
            return self._told(c, anchor, source)
        if c.day is not None and c.month is None and self.named.last is not None:
            if self._near():
                return Place(rolled(c, self.named.last), edtf(self.named.last)[0], "the day named before it")
            if (month := self._month_before()) is not None and exists(month.but(day=c.day)):
                return Place(month.but(day=c.day, time=c.time, mod=c.mod), edtf(month)[0], "the month named before it")
        if _too_coarse(c, today):
            return _somewhere_in(today, c, source)
        return self._around(c, today, source) if self.named.entry is not None else self._in_news(c, today, source)

    def _heading(self, c: Calendar) -> Place | None:
        """The day at the head of a diary's entry: after the entry before it, the first one rather before the document's date than after."""
        if self.named.entry is not None:
            return Place(rolled(c, self.named.entry), edtf(self.named.entry)[0], "the entry before it")
        if self.published is None or self.reading == "narrative":
            return None
        return Place(placed(c, self.published, -1), edtf(self.published)[0], self.published_source)

    def _in_news(self, c: Calendar, today: Calendar, source: str | None) -> Place:
        """In the news: in the earlier year of which the passage tells, else around the document's date."""
        passage = self.named.passage
        at_home = c.day is not None and REPORTED.search(self._gap()) is not None
        if self.tense.direction(*self.at)[0] <= 0 and not at_home:
            if passage is not None and self._in_passage(passage):
                return Place(rolled(c, passage), edtf(passage)[0], "the year in which the passage is")
            if self._looks_back(c) or self._goes_on_from_past(c):
                assert self.named.last is not None
                return Place(rolled(c, self.named.last), edtf(self.named.last)[0], "the earlier year of which the passage tells")
        return self._around(c, today, source)

    def _around(self, c: Calendar, today: Calendar, source: str | None) -> Place:
        """Around a day, on the side to which the verb looks."""
        direction, cue = self.tense.direction(*self.at)
        self.ahead = direction > 0
        place = placed(c, today, direction)
        if is_weekday(c) and cue and day_number(place) == day_number(today):
            place = of_day(day_number(today) + (7 if PUT_OFF.match(cue) else -7 if SINCE.match(cue) else 0)).but(time=c.time)
        return Place(place, edtf(today)[0], source, (cue,) if cue else ())

    def _year_after(self, c: Calendar) -> Calendar | None:
        """The bare year that follows a month or season in the same phrase: "the summer offensive in 1916"."""
        number = bisect_right(self.found, self.at[0], key=lambda each: each.start)
        if number == len(self.found) or (c.month is None and c.part is None and c.holiday is None):
            return None
        after = self.found[number]
        bare = isinstance(after.meaning, Calendar) and after.meaning.year is not None and after.meaning == Calendar(year=after.meaning.year)
        gap = YEAR_GAP if c.holiday is None else HOLIDAY_GAP
        return after.meaning if bare and gap.fullmatch(self.text[self.at[1] : after.start]) else None  # type: ignore[return-value]

    def _date_beside(self) -> Calendar | None:
        """The day that an expression is told again by: "a week later, on 21 September"."""
        number = bisect_right(self.found, self.at[0], key=lambda each: each.start)
        if number == len(self.found):
            return None
        start, told = self.found[number].start, self.found[number].meaning
        if not isinstance(told, Calendar) or told.day is None or told.month is None or told.time is not None:
            return None
        if not APPOSED.fullmatch(self.text, self.at[1], start):
            return None
        place = Place(told) if is_whole(told) else self._filled(told)
        return place.calendar if is_whole(place.calendar) else None

    def _day_beside(self) -> Place | None:
        """The day that follows a clock time after no more than its zone: "at 9:30 local time (17:30 GMT) on Friday"."""
        number = bisect_right(self.found, self.at[0], key=lambda each: each.start)
        for each in self.found[number : number + 2]:
            if not ZONE_GAP.fullmatch(self.text[self.at[1] : each.start]):
                return None
            meaning = each.meaning
            if (isinstance(meaning, Calendar) and unit_of(meaning) == "day" and meaning.time is None) or isinstance(meaning, Shift):
                place = self._place(meaning)
                return place if isinstance(place, Place) and place.calendar.day is not None else None
        return None

    def _in_passage(self, passage: Calendar) -> bool:
        """Whether an expression that opens a sentence goes on with a passage that was opened with a date long before the document's."""
        start, end = self.named.passage_end, self.at[0]
        if self.published is None or first_year(self.published) - first_year(passage) < 2 or end - start > REACH:
            return False
        return self.text.find("\n\n", start, end) < 0 and opens_sentence(self.text, end)

    def _told(self, c: Calendar, anchor: Calendar, source: str | None) -> Place:
        """In a narrative: rolled on from the date before it in the sentence, else set where the text's course leads."""
        last, story, joined = self.named.last, self.named.story, self._same_sentence()
        if self.published is not None and self._comes_home(c):
            return self._around(c, self.published, self.published_source)
        if c.day is not None and c.month is None and last is not None and self._near():
            anchor, source = last, "the day named before it"
        if joined and last is not None and last.month is None:
            if story is not None and self.course.passes(last, story, self.at[1]):
                anchor, source = story, STORY
            else:
                anchor, source = last, DATE_BEFORE
        if not is_weekday(c) and _too_coarse(c, anchor):
            return _somewhere_in(anchor, c, source)
        filled = rolled(c, anchor)
        if filled.year is not None and (c.month is not None or c.part is not None) and not joined:
            filled = self.course.settled(filled, anchor, self.at[1])
            if day_number(filled) > day_number(anchor) and looks_back(self.text, self.at[0]):
                filled = filled.but(year=first_year(filled) - 1)
        return Place(filled, edtf(anchor)[0], source)

    def _comes_home(self, c: Calendar) -> bool:
        """Whether a story comes to the day on which it is told: by what will be, or by a day of the fortnight before it that follows no
        other day of a time long ago."""
        today, last = self.published, self.named.last
        if today is None or today.day is None or self.document.inferred:
            return False
        if WILL.search(self.tense.direction(*self.at)[1] or "") and not quoted(self.text, self.at[0]):
            return True
        if c.day is None or c.month is None or last is None or last.day is not None or first_year(last) > first_year(today) - 2:
            return False
        return 0 <= day_number(today) - day_number(placed(c, today, -1)) <= FORTNIGHT

    def _goes_on_from_past(self, c: Calendar) -> bool:
        """Whether a month or season opens the sentence after one that ended in an earlier year: "in March 2011. By April"."""
        last, today = self.named.last, self.published
        if last is None or today is None or last.year is None or today.year is None or (c.month is None and c.part is None):
            return False
        fine = last.month is not None or (last.part is not None and last.part[0] not in "QH")
        return fine and last.year < today.year - 1 and NEXT_SENTENCE.fullmatch(self._gap()) is not None

    def _looks_back(self, c: Calendar) -> bool:
        """Whether the passage tells of what was years before the document, as the two dates before do, the last of them near and fine."""
        last, earlier, today = self.named.last, self.named.earlier, self.published
        if last is None or earlier is None or today is None or last.year is None or earlier.year is None or today.year is None:
            return False
        gap = self._gap()
        fine = (last.month is not None or last.part is not None) and (c.part is None or c.part[0] != "Q")
        return fine and max(last.year, earlier.year) < today.year - 1 and len(gap) < 300

    def _apposed(self, day: int) -> bool:
        """Whether a weekday only adds its name to the day before it: "a week later, on Sunday"."""
        last = self.named.last
        gap = self._gap()
        if last is None or last.day is None or len(gap) >= 8 or not re.fullmatch(r"[ ,(]*(?:on )?(?:a )?", gap):
            return False
        return weekday(day_number(last)) == day

    def _gap(self) -> str:
        """What stands between the date before and the expression, the last 400 characters of it."""
        return self.text[max(self.named.end, self.at[0] - 400) : self.at[0]]

    def _same_sentence(self) -> bool:
        """Whether the date before stands in the same sentence."""
        return one_sentence(self.text, self.named.end, self.at[0])

    def _heads_entry(self) -> bool:
        """Whether a clock time stands at the head of a line, as in a log, whose day stands above it."""
        lead = self.text[max(0, self.at[0] - HEAD) : self.at[0]]
        at_head = "\n" in lead or self.at[0] < HEAD
        return self.named.day is not None and at_head and len(lead.rpartition("\n")[2].split()) < 2

    def _home_from_plan(self, day: Calendar | None) -> bool:
        """Whether a past verb leads from a day that is still to come back to the document's: "to meet on the 14th. It closed at 21:10"."""
        today = self.published
        if day is None or today is None or day.day is None or today.day is None or self.reading == "narrative" or self._same_sentence():
            return False
        return day_number(day) > day_number(today) and self.tense.direction(*self.at)[0] < 0

    def _near_day(self) -> bool:
        """Whether a day was named in the paragraph, though a coarser date stands between."""
        return self.named.day is not None and len(gap := self._gap()) < 300 and "\n\n" not in gap

    def _month_before(self) -> Calendar | None:
        """The month that was named last, not far before and not lately: "In May things looked up. They won on the 20th", told in autumn."""
        last, gap, today = self.named.last, self._gap(), self.published
        if last is None or today is None or self.document.inferred or last.day is not None or last.month is None or last.mod is not None:
            return None
        lately = last.year is None or day_number(today) - day_number(last) < TWO_MONTHS
        return None if lately or len(gap) >= 200 or "\n\n" in gap else last

    def _near(self) -> bool:
        """Whether the date before names a day and its month, not far before."""
        gap = self._gap()
        return self.named.last is not None and self.named.last.day is not None and len(gap) < 300 and "\n\n" not in gap


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


def _too_coarse(c: Calendar, anchor: Calendar) -> bool:
    """Whether a weekday counts from a date that names no week, or a bare day of the month from one that names no month."""
    size = size_of(unit_of(anchor))
    return (is_weekday(c) and size > size_of("week")) or (c.day is not None and c.month is None and size > size_of("month"))


def _somewhere_in(anchor: Calendar, c: Calendar, source: str | None) -> Place:
    """A day counted from what is too coarse for it: no more than the month or the year that is known, with a question mark."""
    unknown = Calendar(year=anchor.year, month=anchor.month, mod=c.mod, uncertain=True)
    return Place(unknown, edtf(anchor)[0], source, (TOO_COARSE,))
