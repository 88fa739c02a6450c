"""Meaning and anchor -> the place on the calendar. The only module that knows anchors.

A text is read as *news* (what is missing is filled in from the document's date, forwards or backwards by the tense nearby) or as
*narrative* (from the date named before, which rolls forward).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from core.grammar.rule import Grammar
from core.grammar.tokens import plain
from core.meaning import Calendar, Length, Meaning, Nearest, Range, Reference, Repeat, Same, Shift, Within
from core.model import Document, Timex, TimexType
from core.resolve.fill import before, completed, full_year, holiday_in, next_or_last, placed, rolled
from core.resolve.reckon import (
    calendar_of,
    cut,
    day_number,
    edtf,
    is_whole,
    moved,
    size_of,
    timex_value,
    to_the_day,
    unit_of,
    weekday,
    when_of,
)
from core.when import When

Reading = Literal["news", "narrative"]
DOCUMENT_DATE = "the document's date"
DATE_BEFORE = "the date named before it"
OPENING = re.compile(
    r"(?:^|[.!?\"')\]]\s+|\n)\W*(?:(?:In|By|On|During|Since|Early in|Late in|Through|From|After|Before|"
    r"For|Throughout|Around|At)\s+)?(?:the\s+)?$"
)
ASIDE = re.compile(r"\([^)]{0,15}$|\b(?i:until|till|through|since) (?:the )?$")
ENDED = re.compile(r"\b(ended|since)[ \n]$")
SURE = {"will", "shall", "won't", "'ll"}
PLUPERFECT = re.compile(r"\bhad [a-z]+\b[^.;]*$")
SENTENCE_EDGE = re.compile(r"[.!?][\"')*_]*[ \n]+(?=[A-Z\"'(`])|\n[ \t]*\n|;")


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression before it is resolved: its half-open offsets, the rule that read it, what it says, where a range's ends are."""

    start: int
    end: int
    rule: str
    meaning: Meaning
    ends: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved piece of calendar, what it was counted from, why that, and what a reader should know."""

    calendar: Calendar
    anchor: str | None = None
    source: str | None = None
    notes: tuple[str, ...] = ()


class Resolver:
    """Walks through the expressions of one document in the order of the text and remembers the dates that it has named."""

    def __init__(self, document: Document, reading: Reading, grammar: Grammar, *, day_first: bool | None = None) -> None:
        self.document, self.text, self.reading, self.day_first = document, document.text, reading, day_first
        self.published = calendar_of(document.published) if document.published else None
        self.published_source = f"{DOCUMENT_DATE} ({document.published_source})" if document.published_source else DOCUMENT_DATE
        self.previous: Calendar | None = None
        self.previous_end = 0
        self.story: Calendar | None = None
        self.day: Calendar | None = None
        self.quarter: Calendar | None = None
        self.future, self.past = re.compile(grammar.future), re.compile(grammar.past)
        self.at = (0, 0)

    def resolve(self, found: Found) -> Timex | None:
        """The expression with its value; None where the context shows that it is no time."""
        self.at = (found.start, found.end)
        meaning = found.meaning
        span = self.document.span(found.start, found.end)
        match meaning:
            case Length():
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
        span = self.document.span(found.start, found.end)
        if isinstance(meaning, Length):
            return Timex(span, "DURATION", meaning.value, found.rule, meaning, mod=meaning.mod)
        place = self._place(meaning)
        if place is None:
            return None
        if isinstance(place, Reference):
            return Timex(span, "DATE", place.value, found.rule, meaning)
        c = place.calendar
        when = when_of(c)
        if when is not None:
            self._remember(c, meaning, found.start, found.end)
        kind: TimexType = "TIME" if c.time else "DATE"
        return Timex(
            span, kind, timex_value(c), found.rule, meaning, when, c.mod, anchor=place.anchor, anchor_source=place.source, notes=place.notes
        )

    def _remember(self, c: Calendar, meaning: Meaning, start: int, end: int) -> None:
        """What later expressions count from: the date just named, and where the story is."""
        self.previous, self.previous_end = c, end
        if c.day is not None:
            self.day = c
        looks_away = isinstance(meaning, Shift | Nearest)
        if c.part is not None and c.part[0] == "Q" and not looks_away:
            self.quarter = self.previous
        if self._moves_story(c, meaning, start):
            self.story = c

    def _moves_story(self, c: Calendar, meaning: Meaning, start: int) -> bool:
        """Whether the story goes on from this date, or it was named in passing: looked back to, in brackets, the end of a stretch, or a
        bare year inside a sentence."""
        if isinstance(meaning, Same) or c.year is None:
            return False
        if self.story is None:
            return True
        if isinstance(meaning, Shift | Nearest) and (meaning.number if isinstance(meaning, Shift) else meaning.direction) <= 0:
            return False
        before = self.text[max(0, start - 20) : start]
        if ASIDE.search(before):
            return False
        coarse = c.month is None and c.part is None
        if coarse and c.year == self.story.year:
            return False
        back = PLUPERFECT.search(self.text, max(0, start - 80), start) and day_number(c) < day_number(self.story)
        return not (coarse or back) or OPENING.search(before) is not None

    def _range(self, found: Found, meaning: Range) -> Timex | None:
        first, last = meaning.first, meaning.last
        if isinstance(first, Calendar) and isinstance(last, Calendar) and not first.short:
            if last.year is None and self.reading == "narrative" and self.story is not None and unit_of(first) == unit_of(last) == "month":
                last = rolled(last, self.story)
            if last.year is not None and first.year is None:
                first = before(first, last)
        ends = tuple(
            end
            for (low, high), part in zip(found.ends, (first, last), strict=False)
            if part is not None and (end := self._timex(Found(low, high, found.rule, part), part)) is not None
        )
        if not ends:
            return None
        anchored: Any = next((e for e in ends if e.anchor), ends[0])
        return Timex(
            self.document.span(found.start, found.end),
            "TIME" if any(e.type == "TIME" for e in ends) else "DATE",
            "/".join(end.value for end in ends),
            found.rule,
            meaning,
            interval([e.when for e in ends]),
            anchor=anchored.anchor,
            anchor_source=anchored.anchor_source,
            ends=ends,
            notes=tuple(dict.fromkeys(note for e in ends for note in e.notes)),
        )

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
            case Same():
                return self._same(meaning)
        raise TypeError(f"no place for a {type(meaning).__name__}")

    def _calendar(self, c: Calendar) -> Place | None:
        if c.short:
            full = full_year(c, self.previous or self.published, self.reading == "narrative")
            anchor, source = self._base("previous")
            return Place(full, edtf(anchor)[0] if anchor else None, source) if full else None
        if c.order == "unknown":
            return self._ordered(c)
        if c.holiday is not None and c.year is not None:
            return Place(holiday_in(c, c.year))
        return Place(c) if is_whole(c) else self._filled(c)

    def _ordered(self, c: Calendar) -> Place:
        """A numeric date of which both numbers may be the month."""
        note = (
            "day first, as in the document's other numeric dates"
            if self.day_first
            else "month first, as in the document's other numeric dates"
        )
        if self.day_first is None:
            note = "ambiguous: read month first, nothing in the document decides"
        return Place(c.but(month=c.day, day=c.month) if self.day_first else c, notes=(note,))

    # What relative expressions count from.

    def _base(self, base: object) -> tuple[Calendar | None, str | None]:
        """The anchor and where it comes from. Whoever writes "this year" under a date of his own counts from that, also in a story."""
        if base in ("published", "either") and self.published is not None:
            return self.published, self.published_source
        if self.previous is not None:
            if self.story is not None and not self._same_sentence() and (self.reading == "narrative" or self.story.day is not None):
                return self.story, "where the story is"
            return self.previous, DATE_BEFORE
        return self.published, self.published_source if self.published else None

    def _shifted(self, shift: Shift) -> Place | Reference | None:
        if isinstance(shift.base, str):
            anchor, source = self._base(shift.base)
            if shift.base == "published" and self.published is None and shift.unit == "day" and abs(shift.number) < 2:
                return Reference("PRESENT_REF" if shift.number == 0 else "PAST_REF" if shift.number < 0 else "FUTURE_REF")
            if (
                shift.unit == "year"
                and shift.number == -1
                and self.quarter is not None
                and self.reading == "news"
                and shift.base != "either"
            ):
                anchor, source = self.quarter, "the quarter named before it"
        else:
            place = self._place(shift.base)
            if place is None or isinstance(place, Reference):
                return place
            anchor, source = place.calendar if is_whole(place.calendar) else None, "the date named in it"
        if anchor is None:
            return Place(Calendar(mod=shift.mod))
        text = edtf(anchor)[0]
        if anchor.part is not None and anchor.part[0] == "Q" and shift.unit == "year" and anchor.year is not None:
            return Place(anchor.but(year=anchor.year + shift.number, mod=shift.mod), text, source)
        if shift.exact and anchor.day is not None and shift.unit != "day":
            return Place(to_the_day(anchor, shift.number, shift.unit), text, source)
        if size_of(shift.unit) < size_of(unit_of(anchor)):
            unknown = Calendar(year=anchor.year, month=anchor.month, mod=shift.mod)
            note = "the date that it counts from is not known closely enough"
            return Place(unknown if not shift.number else unknown.but(uncertain=True), text, source, (note,))
        return Place(moved(anchor, shift.number, shift.unit).but(mod=shift.mod), text, source)

    def _nearest(self, nearest: Nearest) -> Place:
        anchor, source = self._base(nearest.base if self.reading == "news" else "previous")
        c = nearest.calendar.but(mod=nearest.mod)
        return Place(c) if anchor is None else Place(next_or_last(c, anchor, nearest.direction), edtf(anchor)[0], source)

    def _same(self, same: Same) -> Place:
        anchor, source = self.day if same.time is not None and self.day is not None else self.previous, DATE_BEFORE
        if anchor is None:
            anchor, source = self._base("published")  # type: ignore[assignment]  # both are None together
        if same.unit == "quarter" and self.published is not None and self.reading == "news":
            anchor, source = self.quarter or moved(self.published, -1, "quarter"), "the quarter that the text is about"
        if anchor is None:
            return Place(Calendar(time=same.time, mod=same.mod))
        text = edtf(anchor)[0]
        if same.year is not None:
            return Place(cut(anchor, same.unit).but(year=same.year, mod=same.mod), text, source)
        if size_of(same.unit) < size_of(unit_of(anchor)):
            return Place(anchor.but(mod=same.mod, time=same.time), text, source)
        return Place(cut(anchor, same.unit).but(time=same.time, mod=same.mod), text, source)

    def _within(self, within: Within) -> Place | Reference | None:
        outer = self._place(within.outer)
        if outer is None or isinstance(outer, Reference):
            return outer
        inner, whole = within.inner, outer.calendar
        c = whole.but(time=inner.time) if inner.time is not None else completed(inner, whole)
        return Place(c.but(mod=within.mod or inner.mod or whole.mod), outer.anchor, outer.source, outer.notes)

    # What is missing of a date is filled in from the context.

    def _filled(self, c: Calendar) -> Place:
        anchor, source = self._base("either" if self.reading == "news" else "previous")
        if anchor is None:
            return Place(c)
        if c.time is not None and c.day is None and c.weekday is None:
            day, why = (self.day, DATE_BEFORE) if self._near() or self.reading == "narrative" else (anchor, source)
            if day is None or day.day is None:
                return Place(c)
            return Place(cut(day, "day").but(time=c.time, mod=c.mod), edtf(day.but(time=None))[0], why)
        if c.weekday is not None and c.day is None and self._apposed(c.weekday):
            assert self.previous is not None
            return Place(self.previous.but(time=c.time), edtf(self.previous)[0], "the day that it stands beside")
        if self.reading == "narrative" or self.published is None:
            if self.previous is not None and self.previous.month is None and self._same_sentence():
                anchor, source = self.previous, DATE_BEFORE
            return Place(rolled(c, anchor), edtf(anchor)[0], source)
        if c.day is not None and c.month is None and self.previous is not None and self._near():
            return Place(rolled(c, self.previous), edtf(self.previous)[0], "the day named before it")
        direction, cue = self._direction()
        return Place(placed(c, self.published, direction), edtf(self.published)[0], source, (cue,) if cue else ())

    def _apposed(self, day: int) -> bool:
        """Whether a weekday only adds its name to the day before it: "a week later, on Sunday"."""
        gap = self.text[self.previous_end : self.at[0]]
        whole = self.previous is not None and self.previous.day is not None and len(gap) < 8 and re.fullmatch(r"[ ,(]*(?:on )?(?:a )?", gap)
        return bool(whole) and self.previous is not None and weekday(day_number(self.previous)) == day

    def _same_sentence(self) -> bool:
        """Whether the date before stands in the same sentence."""
        start = self.at[0]
        return start - self.previous_end < 400 and SENTENCE_EDGE.search(self.text, self.previous_end, start) is None

    def _near(self) -> bool:
        """Whether the date before names a day and its month, not far before."""
        gap = self.text[self.previous_end : self.at[0]]
        return self.previous is not None and self.previous.day is not None and len(gap) < 200 and "\n" not in gap

    def _direction(self) -> tuple[int, str | None]:
        """Whether the clause looks ahead (2, 1), back (-2, -1) or does not tell (0), by the cue that stands nearest, and that cue."""
        before, after = self._sentence()
        if cue := ENDED.search(before):
            return -2, f"'{cue[1]}' looks back"
        nearest: tuple[int, int, str] | None = None
        for direction, cues in ((1, self.future), (-1, self.past)):
            places = [(len(before) - m.end(), m[0]) for m in cues.finditer(before)][-1:]
            places += [(m.start() + 15, m[0]) for m in cues.finditer(after)][:1]
            for distance, words in places:
                if nearest is None or distance < nearest[0]:
                    nearest = distance, direction, words
        if nearest is None:
            return 0, None
        return nearest[1] * (2 if nearest[2] in SURE else 1), f"'{nearest[2]}' looks {'ahead' if nearest[1] > 0 else 'back'}"

    def _sentence(self) -> tuple[str, str]:
        """The sentence before and after the expression, plain, as far as it tells the tense."""
        start, end = self.at
        before = self.text[max(self.document.body, start - 200) : start]
        edges = [m.end() for m in SENTENCE_EDGE.finditer(before)]
        after = self.text[end : end + 100]
        edge = SENTENCE_EDGE.search(after)
        return plain(before[edges[-1] if edges else 0 :]), plain(after[: edge.start()] if edge else after)


def interval(ends: Sequence[When | None]) -> When | None:
    """The When from the first end to the last, None where one is not placed or they stand the wrong way round."""
    known = [e for e in ends if e is not None]
    if len(known) < 2 or known[0].start is None or known[-1].end is None or known[0].start >= known[-1].end:
        return None
    return When(f"{known[0].edtf.partition('/')[0]}/{known[-1].edtf.rpartition('/')[2]}")


def day_first(meanings: Sequence[Meaning]) -> bool | None:
    """Whether a document's numeric dates put the day first, as those of them tell that can be read only one way."""
    orders = [m.order for m in meanings if isinstance(m, Calendar) and m.order in ("day", "month")]
    return None if not orders or len(set(orders)) > 1 else orders[0] == "day"


def reading_of(found: Sequence[Found]) -> Reading:
    """News or narrative, as the expressions tell: a narrative writes its years out and hardly counts from its own day.

    A text that names a date without a year before it has named any year counts from its own day, unless years abound.
    """
    years = deictic = 0
    opens_without = False
    for meaning in (part for f in found for part in _parts(f.meaning)):
        match meaning:
            case Calendar(year=int(), short=False):
                years += 1
            case Calendar(weekday=int(), day=None) | Shift(base="published" | "either") | Nearest(base="published" | "either"):
                deictic += 1
            case Calendar(month=int()) | Calendar(day=int()):
                opens_without = opens_without or not years
    return "narrative" if years >= (8 if opens_without else 4) and years > 4 * deictic else "news"


def _parts(meaning: Meaning | None) -> Sequence[Meaning]:
    match meaning:
        case None:
            return ()
        case Range(first, last):
            return (*_parts(first), *_parts(last))
        case Within(_, outer):
            return _parts(outer)
    return (meaning,)
