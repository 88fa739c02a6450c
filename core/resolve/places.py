"""The place of a meaning on the calendar: what is whole stands as it is, what is relative counts from its anchor."""

import re
from bisect import bisect_right

from core.meaning import Calendar, Meaning, Nearest, Nth, Reference, Same, Shift, Within
from core.resolve.context import AGAIN, DATE_BEFORE, STORY, Context, Place
from core.resolve.fill import completed, full_year, holiday_in, near_century, next_or_last, nth_in
from core.resolve.missing import TOO_COARSE, date_beside, filled, somewhere_in
from core.resolve.reckon import (
    cut,
    day_number,
    edtf,
    first_year,
    is_weekday,
    is_whole,
    moved,
    of_day,
    size_of,
    to_the_day,
    unit_of,
    weekday,
)

AGE = re.compile(
    r"(?:[.;]|\w\W+\w).*\b(?:at[ \n](?:the[ \n]age[ \n]of[ \n])?|when[ \n](?:he|she|they)[ \n](?:was|were|turned)[ \n])"
    r"(?:(?:just|only|barely|about)[ \n])?(?:[1-9]\d|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)"
    r"(?=[ \n](?:and|he|she|they|his|her|with)\b|[,;.]|[ \n]*$)",
    re.IGNORECASE | re.DOTALL,
)
"""An age, told after the date before it: what comes "two years later" does not count from that date."""
AND_THEN = re.compile(r"[ \n]and(?:[ \n][\w'-]+){0,4}[ \n]")
"""What leads from one date to what is counted from it: "detained in October and released two days later"."""
HAD = re.compile(r"'had' looks back")
ZONE_GAP = re.compile(
    r"(?:[ \n](?:sharp|precisely|exactly))?(?:(?:[ \n][A-Z]?[a-z]+){1,2}[ \n]time)?(?:[ \n]\([^()\n]{0,20}\)?)?,?"
    r"[ \n]\(?(?:on[ \n])?(?:the[ \n])?"
)


def place_of(here: Context, meaning: Meaning) -> Place | Reference | None:
    """Where a meaning lies, seen from its context; None where it shows to be no time."""
    match meaning:
        case Calendar():
            return _calendar(here, meaning)
        case Shift():
            return _shifted(here, meaning)
        case Nearest():
            return _nearest(here, meaning)
        case Within():
            return _within(here, meaning)
        case Nth():
            return _nth(here, meaning)
        case Same():
            return _same(here, meaning)
    raise TypeError(f"no place for a {type(meaning).__name__}")


def _calendar(here: Context, c: Calendar) -> Place | None:
    if c.short:
        if c.uncertain and here.named.last is None and not near_century(c, here.published):
            return Place(c.but(short=False), notes=("no century is written: the year is taken as it stands",))
        full = full_year(c, here.named.last or here.published, here.reading == "narrative")
        anchor, source = here.base("previous")
        return Place(full, edtf(anchor)[0] if anchor else None, source) if full else None
    if c.order in ("unknown", "dotted"):
        return _ordered(here, c)
    if c.holiday is not None and c.year is not None:
        return Place(holiday_in(c, c.year))
    if is_whole(c):
        return Place(c)
    alone = c.time is not None and c.day is None and c.weekday is None and c.month is None and c.holiday is None
    return _clock(here, c) if alone else filled(here, c)


def _ordered(here: Context, c: Calendar) -> Place:
    """A numeric date of which both numbers may be the month."""
    day_first, note = here.order
    if day_first is None and c.order == "dotted":
        day_first, note = True, "day first, as is usual between dots"
    return Place(c.but(month=c.day, day=c.month, order=None) if day_first else c.but(order=None), notes=(note,))


def _clock(here: Context, c: Calendar) -> Place:
    """A clock time or a part of the day alone: of the day beside it, the one named before it or the document's."""
    anchor, source = here.base("either" if here.reading == "news" else "previous")
    if anchor is None:
        return Place(c)
    near = here.near() or here.heads_entry() or here.goes_by_the_clock()
    again = here.named.clocks.get(c.time or "")
    if again is not None and HAD.match(here.direction()[1] or ""):
        return Place(again.but(mod=c.mod), edtf(again.but(time=None))[0], AGAIN)
    beside = _day_beside(here)
    if beside is not None:
        return Place(beside.calendar.but(time=c.time, mod=c.mod), beside.anchor, beside.source, beside.notes)
    day, why = (here.named.day_of_section(here.text, here.at[0]), DATE_BEFORE) if near or here.reading == "narrative" else (anchor, source)
    if near and here.home_from_plan(day):
        day, why = here.published, here.published_source
    if not near and ":" not in (c.time or ""):
        return Place(c)
    if day is None or day.day is None:
        return Place(c)
    if near and _past_midnight(here.named.last, day, c):
        return Place(moved(day, 1, "day").but(time=c.time, mod=c.mod), edtf(day)[0], "the clock time named before it, before midnight")
    return Place(cut(day, "day").but(time=c.time, mod=c.mod), edtf(day.but(time=None))[0], why)


def _past_midnight(last: Calendar | None, day: Calendar, c: Calendar) -> bool:
    """Whether a clock time comes after midnight: more than half a day earlier than the one before it ("at 23:50 ... at 00:10")."""
    if last is None or (last.year, last.month, last.day) != (day.year, day.month, day.day):
        return False
    before, after = A_CLOCK.fullmatch(last.time or ""), A_CLOCK.fullmatch(c.time or "")
    same_zone = before is not None and after is not None and (before[4] == after[4] or not after[4])
    return same_zone and before is not None and after is not None and int(before[1]) - int(after[1]) > 12


def _day_beside(here: Context) -> Place | None:
    """The day that follows a clock time after no more than its zone: "at 9:30 local time (17:30 GMT) on Friday"."""
    number = bisect_right(here.found, here.at[0], key=lambda each: each.start)
    for each in here.found[number : number + 2]:
        if not ZONE_GAP.fullmatch(here.text[here.at[1] : each.start]):
            return None
        meaning = each.meaning
        if (isinstance(meaning, Calendar) and unit_of(meaning) == "day" and meaning.time is None) or isinstance(meaning, Shift):
            place = place_of(here, meaning)
            return place if isinstance(place, Place) and place.calendar.day is not None else None
    return None


SECONDS = {"second": 1, "minute": 60, "hour": 3600}
SAME_DAY = 3 * 3600
"""Seconds that hardly lead to another day: so far on it is still the day that was named, where no clock tells."""
A_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9:]+)?")


def _by_the_clock(here: Context, shift: Shift) -> Place | Reference:
    """Hours, minutes or seconds on from the clock time named before, else within its day."""
    last, length = here.named.last, shift.number * SECONDS[shift.unit]
    told = A_CLOCK.fullmatch(last.time or "") if last is not None and here.near() else None
    if told is None or last is None:
        if abs(length) <= SAME_DAY:
            return _same(here, Same("day", mod=shift.mod))
        return Reference("PAST_REF") if shift.number < 0 else Reference("FUTURE_REF")
    hours, minutes, seconds = (int(part or 0) for part in told.groups()[:3])
    days, rest = divmod(3600 * hours + 60 * minutes + seconds + length, 86_400)
    text = f"{rest // 3600:02d}:{rest // 60 % 60:02d}"
    if told[3] or shift.unit == "second":
        text += f":{rest % 60:02d}"
    return Place(of_day(day_number(last) + days).but(time=text + (told[4] or ""), mod=shift.mod), edtf(last)[0], DATE_BEFORE)


def _shifted(here: Context, shift: Shift) -> Place | Reference | None:
    if shift.unit in SECONDS and shift.base == "previous":
        return _by_the_clock(here, shift)
    if shift.base == "previous" and (beside := date_beside(here, shift.unit)) is not None:
        return Place(
            cut(beside, "day" if shift.exact else shift.unit).but(mod=shift.mod), edtf(beside)[0], "the date that it stands beside"
        )
    if isinstance(shift.base, str):
        anchor, source = here.base(shift.base)
        if source == STORY and (here.goes_on() or (shift.base == "previous" and (here.in_step(shift.unit) or here.same_period()))):
            anchor, source = here.named.last, DATE_BEFORE
        if shift.base == "published" and here.now()[0] is None and shift.unit == "day" and abs(shift.number) < 2:
            return Reference("PRESENT_REF" if shift.number == 0 else "PAST_REF" if shift.number < 0 else "FUTURE_REF")
        if (
            here.named.quarter is not None
            and here.reading == "news"
            and shift.base != "either"
            and (shift.number, shift.unit) == (-1, "year")
        ):
            anchor, source = _year_before(here)
    else:
        place = place_of(here, shift.base)
        if place is None or isinstance(place, Reference):
            return place
        anchor, source = place.calendar if is_whole(place.calendar) else None, "the date named in it"
    if anchor is None:
        return Place(Calendar(mod=shift.mod))
    if shift.base == "previous" and source in (STORY, DATE_BEFORE) and AGE.search(here.gap()):
        return Place(Calendar(mod=shift.mod), notes=("it counts from an age, of which no date is told",))
    if (
        shift.unit == "day"
        and source == DATE_BEFORE
        and size_of(unit_of(anchor)) > size_of("day")
        and here.near_day()
        and not AND_THEN.fullmatch(here.gap())
    ):
        anchor = here.named.day or anchor  # "said on Tuesday that it would close in April. Lund followed the next day"
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


def _year_before(here: Context) -> tuple[Calendar | None, str | None]:
    """What "a year earlier" counts from in a report of a quarter: the quarter, after figures of a longer time the document's date."""
    if here.named.counted is not None:
        return here.named.counted, "the quarter named before it"
    return here.base("published")


def _nearest(here: Context, nearest: Nearest) -> Place | None:
    if isinstance(nearest.base, str):
        anchor, source = here.base(nearest.base)
    else:
        place = place_of(here, nearest.base)
        if not isinstance(place, Place) or not is_whole(place.calendar):
            return None
        anchor, source = place.calendar, "the date named in it"
    if not nearest.direction and nearest.base == "previous" and here.named.last is not None:
        anchor, source = here.named.last, DATE_BEFORE
    c = nearest.calendar.but(mod=nearest.mod)
    beside = date_beside(here) if c.weekday is not None and nearest.base == "previous" else None
    if beside is not None and weekday(day_number(beside)) == c.weekday:
        return Place(beside.but(time=c.time, mod=c.mod), edtf(beside)[0], "the date that it stands beside")
    if anchor is not None and is_weekday(c) and size_of(unit_of(anchor)) > size_of("week"):
        return somewhere_in(anchor, c, source)
    return Place(c) if anchor is None else Place(next_or_last(c, anchor, nearest.direction), edtf(anchor)[0], source)


def _same(here: Context, same: Same) -> Place:
    if same.unit == "day" and same.year is None and not same.now and (beside := date_beside(here)) is not None:
        return Place(beside.but(time=same.time, mod=same.mod), edtf(beside)[0], "the date that it stands beside")
    anchor, source = here.named.last, DATE_BEFORE
    if here.named.day is not None and (same.time is not None or _day_was_named(here, same)):
        anchor = here.named.day
    if anchor is None or same.now:
        anchor, source = here.base("published")  # type: ignore[assignment]  # both are None together
    if same.unit == "quarter" and here.published is not None and here.reading == "news":
        anchor, source = here.named.quarter or moved(here.published, -1, "quarter"), "the quarter that the text is about"
    if anchor is None:
        return Place(Calendar(year=same.year, time=same.time, mod=same.mod))
    today = here.published if here.reading == "news" and same.unit == "day" else None
    if today is not None and anchor.year == today.year and size_of(unit_of(anchor)) > size_of("month"):
        anchor, source = today, here.published_source
    text = edtf(anchor)[0]
    if same.year is not None:
        return Place(cut(anchor, same.unit).but(year=same.year, mod=same.mod), text, source)
    if size_of(same.unit) < size_of(unit_of(anchor)):
        return Place(anchor.but(mod=same.mod, time=same.time), text, source)
    return Place(cut(anchor, same.unit).but(time=same.time, mod=same.mod), text, source)


def _day_was_named(here: Context, same: Same) -> bool:
    """Whether "the same day" goes back past a coarser date beside it to a day that was named shortly before it."""
    day, last = here.named.day, here.named.last
    coarser = day is not None and last is not None and last.day is None and same.unit == "day"
    return coarser and day is not None and last is not None and first_year(day) == first_year(last)


def _within(here: Context, within: Within) -> Place | Reference | None:
    outer = place_of(here, within.outer)
    if outer is None or isinstance(outer, Reference):
        return outer
    inner, whole = within.inner, outer.calendar
    c = whole.but(time=inner.time) if inner.time is not None else completed(inner, whole)
    return Place(c.but(mod=within.mod or inner.mod or whole.mod), outer.anchor, outer.source, outer.notes)


def _nth(here: Context, nth: Nth) -> Place | Reference | None:
    outer = place_of(here, nth.outer)
    if outer is None or isinstance(outer, Reference):
        return outer
    c = nth_in(nth.number, nth.inner, outer.calendar) if is_whole(outer.calendar) else None
    if c is not None:
        return Place(c, outer.anchor, outer.source, outer.notes)
    return Place(nth.inner) if isinstance(nth.inner, Calendar) and not is_whole(outer.calendar) else None
