"""The course of a narrative, seen from its whole: the year of each chapter, and which dates the text names next."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from core.meaning import Calendar, Meaning, Range
from core.resolve.reading import Found
from core.resolve.reckon import day_number, exists, is_whole

HEADING = 80
"""A heading has at most so many characters."""
FAR = 400
"""Days from which on a date that the story comes back from is no step of it."""
NEXT, OTHER_YEAR, CHAPTER = 0.4, 365, 200
"""What a day's distance from the date named next costs, one from the date before costing 1; a year that is not the one named before it; and
what it is worth to be in the year of the chapter."""


class Course:
    """Where the years of a text's headings hold, and its dates that name year and month."""

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self.places: list[int] = []
        self.dates: list[Calendar] = []
        self.chapters: dict[int, int | None] = {}
        for each in found:
            c = _outright(each.meaning)
            if c is None:
                continue
            if c.month is not None or c.part is not None:
                self.places.append(each.start)
                self.dates.append(c)
            heading = heading_of(text, each.start, each.end)
            if heading is not None:
                self.chapters[heading] = c.year if self.chapters.get(heading, c.year) == c.year else None
        self.starts = list(self.chapters)

    def chapter(self, at: int) -> int | None:
        """The year in the last heading before a place that names years, where it names one alone."""
        number = bisect_right(self.starts, at)
        return self.chapters[self.starts[number - 1]] if number else None

    def passes(self, c: Calendar, story: Calendar, end: int) -> bool:
        """Whether a date is only named in passing: the story, which goes on with the date after it, is far from it before and after."""
        number = bisect_right(self.places, end)
        if number == len(self.places):
            return False
        here, before, after = day_number(c), day_number(story), day_number(self.dates[number])
        far = min(abs(here - before), abs(here - after)) > FAR
        return far and (before < here) == (after < here) and abs(after - before) < abs(after - here)

    def settled(self, c: Calendar, anchor: Calendar, at: int) -> Calendar:
        """A month or season in the year in which it lies well between the date before it, the one after it and the chapter's year."""
        number = bisect_right(self.places, at)
        after = self.dates[number] if number < len(self.places) else None
        chapter = self.chapter(at)
        years = {c.year, chapter} - {None}
        if after is not None and after.year is not None and c.year is not None:
            years |= {c.year - 1, c.year + 1, after.year - 1, after.year}
        bare = anchor.month is None and anchor.part is None

        def cost(year: Any) -> tuple[float, bool]:
            here = day_number(c.but(year=year))
            distance = OTHER_YEAR * (year != anchor.year) if bare else abs(here - day_number(anchor))
            ahead = NEXT * abs(here - day_number(after)) if after is not None else 0
            return distance + ahead - CHAPTER * (year == chapter), year != c.year

        return c.but(year=min([year for year in years if exists(c.but(year=year))] or years, key=cost))


def heading_of(text: str, start: int, end: int) -> int | None:
    """Where the heading begins that an expression stands in: a short line by itself, or one marked with #. None where it stands in none."""
    first = text.rfind("\n", max(0, start - HEADING), start)
    last = text.find("\n", end, end + HEADING)
    if (first < 0 and start > HEADING) or (last < 0 and len(text) > end + HEADING):
        return None
    line = text[first + 1 : last if last >= 0 else len(text)].strip()
    alone = (first <= 0 or text[first - 1] == "\n") and (last < 0 or text[last + 1 : last + 2] in ("", "\n"))
    ends = line.endswith((".", "!", "?", ":", ";", ","))
    return first + 1 if len(line) <= HEADING and (line.startswith("#") or (alone and not ends)) else None


def _outright(meaning: Meaning | None) -> Calendar | None:
    """A date that names its year."""
    if isinstance(meaning, Range):
        return _outright(meaning.first)
    return meaning if isinstance(meaning, Calendar) and meaning.year is not None and is_whole(meaning) else None
