"""The dates that a text has named so far, which later expressions count from."""

import re
from dataclasses import dataclass, field

from core.meaning import Calendar, Length, Meaning, Nearest, Same, Shift
from core.resolve.course import Course
from core.resolve.reckon import day_number, moved, unit_of

OPENING = re.compile(
    r"(?:^|[.!?\"')\]]\s+|\n)\W*(?:(?:In|By|On|During|Since|Early in|Late in|Through|From|After|Before|"
    r"For|Throughout|Around|At)\s+)?(?:the\s+)?$"
)
ASIDE = re.compile(r"\([^)]{0,15}$|\b(?i:until|till|through|since) (?:the )?$")
JOINED = re.compile(r"[ \n](?:and|to|until|into|and[ \n]into)[ \n]")
"""What leads from one date straight to the next: "in late 1942 and early 1943"."""
CLOCK = re.compile(r"T?\d\d:")
ZONED = re.compile(r"(?:Z|[+-]\d\d(?::?\d\d)?)$")
PLUPERFECT = re.compile(r"\bhad [a-z]+\b[^.;]*$")
HAD_BEEN = re.compile(r",?[ \n]had[ \n](?!to\b)[a-z]+")
"""A verb behind its date that looks back from where the story is: "the leak of 2 January 2020 had been found"."""
HEADED = re.compile(r"\n(?:#|[ \t]*\n[^\n]{1,80}(?<![.!?:;,])\n[ \t]*\n)")
"""A heading: a line marked with #, or a short one by itself."""


def opens_sentence(text: str, start: int) -> bool:
    """Whether an expression opens its sentence, a preposition apart."""
    return OPENING.search(text, max(0, start - 20), start) is not None


@dataclass(slots=True)
class Named:
    """The dates named last, and what else later expressions hang on.

    `last`, the one `earlier`, and where the last one ended; the `first_day`, the last `day` and where that ended; the `quarter` that the
    text tells of and the one that is `counted` from by "a year earlier" (none after the figures of a longer stretch); the date at which
    the `story` is; whether the clock times are those of a zone, and the day of each of these `clocks`; the date that opened the `passage`
    and where it ended; the day of the diary's `entry`, of those whose dates begin at the places `entries`.
    """

    last: Calendar | None = None
    earlier: Calendar | None = None
    end: int = 0
    first_day: Calendar | None = None
    day: Calendar | None = None
    day_end: int = 0
    quarter: Calendar | None = None
    counted: Calendar | None = None
    story: Calendar | None = None
    zoned: bool | None = None
    passage: Calendar | None = None
    passage_end: int = 0
    entry: Calendar | None = None
    entries: frozenset[int] = frozenset()
    clocks: dict[str, Calendar] = field(default_factory=dict)

    def remember(self, c: Calendar, meaning: Meaning, text: str, start: int, end: int, course: Course) -> None:
        """Takes note of a date just named, at these offsets of the text; not of one told again by another zone's clock ("22:50 UTC")."""
        clock = c.time is not None and CLOCK.match(c.time) is not None
        if clock:
            zoned = ZONED.search(c.time or "") is not None
            if self.zoned is False and zoned:
                return
            self.zoned = zoned
            self.clocks[c.time or ""] = c
        leads_on = self.last is self.story is not None and JOINED.fullmatch(text, self.end, start) is not None
        self.earlier, self.last, self.end = self.last, c, end
        if c.day is not None:
            self.first_day, self.day, self.day_end = self.first_day or c, c, end
            if start in self.entries:
                self.entry = c
        if c.year is not None and isinstance(meaning, Calendar) and opens_sentence(text, start):
            self.passage, self.passage_end = c, end
        if isinstance(meaning, Same) and meaning.unit == "quarter" and meaning.year is None:
            self.counted = self.quarter
        elif unit_of(c) == "year" and isinstance(meaning, Shift) and not meaning.number:
            self.counted = None
        if leads_on and c.year is not None:
            self.story = max(c, self.earlier or c, key=day_number)
        elif self._moves_story(c, meaning, text, (start, end)) and (clock or self.story is None or not course.passes(c, self.story, end)):
            self.story = c

    def day_of_section(self, text: str, at: int) -> Calendar | None:
        """The day that clock times go on from: the last one; of a new section the first one, where the text has only looked back since."""
        first, day = self.first_day, self.day
        if first is None or day is None or day_number(day) >= day_number(first) or not HEADED.search(text, self.day_end, at):
            return day
        return first

    def report(self, quarter: Calendar, today: Calendar | None, ahead: bool) -> None:
        """Takes note of a quarter that the text tells of: what is told is over or running, an earlier one is compared with it."""
        if today is not None:
            first, last = day_number(quarter), day_number(moved(quarter, 1, "quarter"))
            if first > day_number(today) or (ahead and last > day_number(today)):
                return
        if self.quarter is None or day_number(quarter) >= day_number(self.quarter):
            self.quarter = self.counted = quarter

    def measured(self, length: Length) -> None:
        """Takes note of a length: after nine months' figures "a year earlier" counts from no quarter."""
        if length.value in ("P6M", "P9M", "P12M", "P1Y"):
            self.counted = None

    def _moves_story(self, c: Calendar, meaning: Meaning, text: str, at: tuple[int, int]) -> bool:
        """Whether the story goes on from this date, or it was named in passing: looked back to, in brackets, the end of a stretch, or a
        bare year inside a sentence."""
        if c.year is None or (isinstance(meaning, Same) and not opens_sentence(text, at[0])):
            return False
        if self.story is None:
            return True
        if isinstance(meaning, Shift | Nearest) and isinstance(meaning.base, str) and _back(meaning):
            return False
        start, end = at
        before = text[max(0, start - 20) : start]
        if ASIDE.search(before):
            return False
        coarse = c.month is None and c.part is None
        if coarse and c.year == self.story.year:
            return False
        looks_back = PLUPERFECT.search(text, max(0, start - 80), start) or HAD_BEEN.match(text, end)
        back = looks_back and day_number(c) < day_number(self.story)
        return not (coarse or back) or opens_sentence(text, start)


def _back(meaning: Shift | Nearest) -> bool:
    """Whether an expression counts back from its base, or stays in it."""
    return (meaning.number if isinstance(meaning, Shift) else meaning.direction) <= 0
