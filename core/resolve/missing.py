"""What is missing of a date, filled in where it stands: in the news around the document's date, in a narrative where the story is."""

import re
from bisect import bisect_right

from core.meaning import Calendar, Unit
from core.resolve.clause import looks_back
from core.resolve.context import DATE_BEFORE, STORY, Context, Place
from core.resolve.fill import completed, placed, rolled
from core.resolve.reckon import day_number, edtf, exists, first_year, is_weekday, is_whole, of_day, size_of, unit_of

YEAR_GAP = re.compile(r"(?:[ \n](?!(?:and|or|but|to|then|again|until|till|before|after|when|while)\b)[a-z]+){1,2}[ \n](?:in|of)[ \n]")
"""What stands between a month or season and the year of the thing that it names ("the spring floods of 1993")."""
HOLIDAY_GAP = re.compile(
    r",? |(?:[ \n](?!(?:and|or|but|to|then|again|until|till|before|after|when|while)\b)[A-Za-z]+){0,2},?[ \n](?:in|of)[ \n]"
)
"""What stands between a holiday and its year: "kept Christmas at Winchester in 1141"."""
APPOSED = re.compile(r"[ \n]?[,(][ \n]?(?:(?:on|in)[ \n])?(?:the[ \n])?")
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
TOO_COARSE = "the date that it counts from is not known closely enough"


def filled(here: Context, c: Calendar) -> Place:
    """A day, a month, a season or a holiday with what it misses."""
    if c.holiday is not None and (told := date_beside(here)) is not None:
        return Place(told.but(time=c.time), edtf(told)[0], "the date that it stands beside")
    if (year := _year_after(here, c)) is not None:
        return Place(completed(c, year), edtf(year)[0], "the year named after it")
    if (due := here.due_after(c)) is not None and here.named.last is not None:
        return Place(due, edtf(here.named.last)[0], DATE_BEFORE)
    anchor, source = here.base("either" if here.reading == "news" else "previous")
    if anchor is None:
        return Place(c)
    if c.weekday is not None and c.day is None and here.apposed(c.weekday):
        assert here.named.last is not None
        return Place(here.named.last.but(time=c.time), edtf(here.named.last)[0], "the day that it stands beside")
    if here.at[0] in here.named.entries and (heading := _heading(here, c)) is not None:
        return heading
    today = here.named.entry or here.published
    if here.reading == "narrative" or today is None:
        return _told(here, c, anchor, source)
    if c.day is not None and c.month is None and here.named.last is not None:
        if here.near():
            return Place(rolled(c, here.named.last), edtf(here.named.last)[0], "the day named before it")
        if (month := here.month_before()) is not None and exists(month.but(day=c.day)):
            return Place(month.but(day=c.day, time=c.time, mod=c.mod), edtf(month)[0], "the month named before it")
    if _too_coarse(c, today):
        return somewhere_in(today, c, source)
    return _around(here, c, today, source) if here.named.entry is not None else _in_news(here, c, today, source)


def _heading(here: Context, c: Calendar) -> Place | None:
    """The day at the head of a diary's entry: after the entry before it, the first one rather before the document's date than after."""
    if here.named.entry is not None:
        return Place(rolled(c, here.named.entry), edtf(here.named.entry)[0], "the entry before it")
    if here.published is None or here.reading == "narrative":
        return None
    return Place(placed(c, here.published, -1), edtf(here.published)[0], here.published_source)


def _in_news(here: Context, c: Calendar, today: Calendar, source: str | None) -> Place:
    """In the news: in the earlier year of which the passage tells, else around the document's date."""
    passage = here.named.passage
    at_home = (c.day is not None or is_weekday(c)) and REPORTED.search(here.gap()) is not None
    if here.direction()[0] <= 0 and not at_home:
        if passage is not None and here.in_passage(passage):
            return Place(rolled(c, passage), edtf(passage)[0], "the year in which the passage is")
        if here.looks_back(c) or here.goes_on_from_past(c):
            assert here.named.last is not None
            return Place(rolled(c, here.named.last), edtf(here.named.last)[0], "the earlier year of which the passage tells")
        if here.direction()[0] < 0 and (after := here.next_after(c)) is not None:
            assert here.named.last is not None
            return Place(after, edtf(here.named.last)[0], DATE_BEFORE)
    return _around(here, c, today, source)


def _around(here: Context, c: Calendar, today: Calendar, source: str | None) -> Place:
    """Around a day, on the side to which the verb looks."""
    direction, cue = here.direction()
    here.ahead = direction > 0
    place = placed(c, today, direction)
    if is_weekday(c) and cue and day_number(place) == day_number(today):
        place = of_day(day_number(today) + (7 if PUT_OFF.match(cue) else -7 if SINCE.match(cue) else 0)).but(time=c.time)
    return Place(place, edtf(today)[0], source, (cue,) if cue else ())


def _year_after(here: Context, c: Calendar) -> Calendar | None:
    """The bare year that follows a month or season in the same phrase: "the summer offensive in 1916"."""
    number = bisect_right(here.found, here.at[0], key=lambda each: each.start)
    if number == len(here.found) or (c.month is None and c.part is None and c.holiday is None):
        return None
    after = here.found[number]
    bare = isinstance(after.meaning, Calendar) and after.meaning.year is not None and after.meaning == Calendar(year=after.meaning.year)
    gap = YEAR_GAP if c.holiday is None else HOLIDAY_GAP
    return after.meaning if bare and gap.fullmatch(here.text[here.at[1] : after.start]) else None  # type: ignore[return-value]


def date_beside(here: Context, unit: Unit = "day") -> Calendar | None:
    """The date that an expression of such a unit is told again by: "a week later, on 21 September", "two years later, in 2011"."""
    number = bisect_right(here.found, here.at[0], key=lambda each: each.start)
    if number == len(here.found):
        return None
    start, told = here.found[number].start, here.found[number].meaning
    if not isinstance(told, Calendar) or told.time is not None:
        return None
    bare = told.day is None or told.month is None or unit not in ("day", "week")
    if size_of(unit_of(told)) > size_of(unit) if is_whole(told) else bare:
        return None
    if not APPOSED.fullmatch(here.text, here.at[1], start):
        return None
    place = Place(told) if is_whole(told) else filled(here, told)
    return place.calendar if is_whole(place.calendar) else None


def _told(here: Context, c: Calendar, anchor: Calendar, source: str | None) -> Place:
    """In a narrative: rolled on from the date before it in the sentence, else set where the text's course leads."""
    last, story, joined = here.named.last, here.named.story, here.same_sentence()
    if here.published is not None and (anchor is here.published or here.comes_home(c)):
        return _around(here, c, here.published, here.published_source)
    if c.day is not None and c.month is None and last is not None and here.near():
        anchor, source = last, "the day named before it"
    if not joined and last is not None and unit_of(last) == "year" and here.goes_on() and not here.only_planned():
        anchor, source = last, DATE_BEFORE
    if joined and last is not None and last.month is None:
        if story is not None and here.course.passes(last, story, here.at[1]):
            anchor, source = story, STORY
        else:
            anchor, source = last, DATE_BEFORE
    if not is_weekday(c) and _too_coarse(c, anchor):
        return somewhere_in(anchor, c, source)
    filled = rolled(c, anchor)
    if filled.year is not None and (c.month is not None or c.part is not None) and not joined:
        filled = here.course.settled(filled, anchor, here.at[1])
        if day_number(filled) > day_number(anchor) and looks_back(here.text, here.at[0]):
            filled = filled.but(year=first_year(filled) - 1)
    return Place(filled, edtf(anchor)[0], source)


def _too_coarse(c: Calendar, anchor: Calendar) -> bool:
    """Whether a weekday counts from a date that names no week, or a bare day of the month from one that names no month."""
    size = size_of(unit_of(anchor))
    return (is_weekday(c) and size > size_of("week")) or (c.day is not None and c.month is None and size > size_of("month"))


def somewhere_in(anchor: Calendar, c: Calendar, source: str | None) -> Place:
    """A day counted from what is too coarse for it: no more than the month or the year that is known, with a question mark."""
    unknown = Calendar(year=anchor.year, month=anchor.month, mod=c.mod, uncertain=True)
    return Place(unknown, edtf(anchor)[0], source, (TOO_COARSE,))
