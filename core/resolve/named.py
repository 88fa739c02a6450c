"""The dates that a text has named so far, which later expressions count from."""

import re
from dataclasses import dataclass

from core.meaning import Calendar, Meaning, Nearest, Same, Shift
from core.resolve.reckon import day_number

OPENING = re.compile(
    r"(?:^|[.!?\"')\]]\s+|\n)\W*(?:(?:In|By|On|During|Since|Early in|Late in|Through|From|After|Before|"
    r"For|Throughout|Around|At)\s+)?(?:the\s+)?$"
)
ASIDE = re.compile(r"\([^)]{0,15}$|\b(?i:until|till|through|since) (?:the )?$")
PLUPERFECT = re.compile(r"\bhad [a-z]+\b[^.;]*$")


@dataclass(slots=True)
class Named:
    """The last date and where it ended, the last day and the last quarter, and the date at which the story is."""

    last: Calendar | None = None
    end: int = 0
    day: Calendar | None = None
    quarter: Calendar | None = None
    story: Calendar | None = None

    def remember(self, c: Calendar, meaning: Meaning, text: str, start: int, end: int) -> None:
        """Takes note of a date just named, at these offsets of the text."""
        self.last, self.end = c, end
        if c.day is not None:
            self.day = c
        if c.part is not None and c.part[0] == "Q" and not isinstance(meaning, Shift | Nearest):
            self.quarter = c
        if self._moves_story(c, meaning, text, start):
            self.story = c

    def _moves_story(self, c: Calendar, meaning: Meaning, text: str, start: int) -> bool:
        """Whether the story goes on from this date, or it was named in passing: looked back to, in brackets, the end of a stretch, or a
        bare year inside a sentence."""
        if isinstance(meaning, Same) or c.year is None:
            return False
        if self.story is None:
            return True
        if isinstance(meaning, Shift | Nearest) and (meaning.number if isinstance(meaning, Shift) else meaning.direction) <= 0:
            return False
        before = text[max(0, start - 20) : start]
        if ASIDE.search(before):
            return False
        coarse = c.month is None and c.part is None
        if coarse and c.year == self.story.year:
            return False
        back = PLUPERFECT.search(text, max(0, start - 80), start) and day_number(c) < day_number(self.story)
        return not (coarse or back) or OPENING.search(before) is not None
