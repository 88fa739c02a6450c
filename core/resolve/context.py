"""The document as it is seen from one of its expressions: its own date, the dates named so far, and what stands around."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.grammar.rule import Grammar
from core.meaning import Calendar
from core.model import Document
from core.resolve.clause import SENTENCE_EDGE, Tense, one_sentence
from core.resolve.course import Course
from core.resolve.fill import holiday_in, placed
from core.resolve.named import CLOCK, Named, opens_sentence
from core.resolve.order import Order
from core.resolve.passage import REACH, entries, quoted
from core.resolve.reading import Found, Reading
from core.resolve.reckon import calendar_of, day_number, first_month, first_year, is_weekday, size_of, unit_of, weekday

DOCUMENT_DATE = "the document's date"
DATE_BEFORE = "the date named before it"
QUOTED = "the day of what is quoted"
AGAIN = "the same time named before"
STORY = "where the story is"
ENTRY = "the day of the entry"
FORTNIGHT = 14
"""Days before the telling in which a date without a year belongs to it."""
TWO_MONTHS = 62
"""Days before the telling in which a month is still that of writing or the one before, so that bare days need not be its own."""
HEAD = 12
"""Characters at the head of a line in which the time of an entry begins."""
ACCOUNT = 1500
"""Characters within which one clock time leads to the next."""
WILL = re.compile(r"^'(?:will|shall|won't|.*'ll|must|(?:is|are)(?: due)? to|ha(?:s|ve) to)' looks ahead")
"""The reason for a direction that only who tells of his own days gives, not who looks back on a plan ("was adjourned until June")."""
NEXT_SENTENCE = re.compile(r"[^.,;!?]{0,60}[.;!?][ \n]+(?:[A-Za-z]+ ){0,3}")
"""What stands between a date at the end of one sentence and one that opens the next."""
YEAR_WRITTEN = re.compile(r"\b\d{4}$")
TO_BE_DONE = re.compile(r" to [a-z]+\b[^.;:,]* by ")
"""What leads from the date of a promise to that of the deed."""
ONE_EDGE = re.compile(r"[^.!?\n]*[.!?] +(?:[^.!?\n]|\.(?! ))*")
"""What stands between two dates of sentences that follow each other."""
PLANNED = re.compile(r"\b(?:plan(?:s|ned)?|dates?|deadline|scheduled|expected|due|would|until|till|by|had)\b[^.;]*$")
"""What makes of a year one that the story has not come to, or that it looks back to."""


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved piece of calendar, what it was counted from, why that, and what a reader should know."""

    calendar: Calendar
    anchor: str | None = None
    source: str | None = None
    notes: tuple[str, ...] = ()


class Context:
    """What is known where an expression stands: the document with its `reading` and the `order` of its numeric dates, all that was `found`
    in it, the dates `named` so far, the `course` of its story. `at` are the offsets of the expression, `ahead` whether its clause
    looks ahead.
    """

    def __init__(self, document: Document, reading: Reading, grammar: Grammar, order: Order, found: Sequence[Found]) -> None:
        self.document, self.text, self.reading, self.order = document, document.text, reading, order
        self.published = calendar_of(document.published) if document.published else None
        self.published_source = f"{DOCUMENT_DATE} ({document.published_source})" if document.published_source else DOCUMENT_DATE
        self.found = found
        self.named = Named(entries=entries(document.text, found))
        self.course = Course(document.text, found if reading == "narrative" else ())
        self.tense = Tense(grammar.future, grammar.past, self.text, document.body)
        self.at, self.ahead = (0, 0), False
        self._asked: tuple[int, int] | None = None
        self._told: tuple[int, str | None] = (0, None)

    def direction(self) -> tuple[int, str | None]:
        """Whether the clause looks ahead (above 0) or back (below 0), and the cue that tells."""
        if self._asked != self.at:
            self._asked, self._told = self.at, self.tense.direction(*self.at)
        return self._told

    def base(self, base: object) -> tuple[Calendar | None, str | None]:
        """The anchor and where it comes from. Whoever writes "this year" under a date of his own counts from that, also in a story."""
        if base == "running" and self.tells_of_another_time():
            if self.reading == "news":
                return self.named.last, DATE_BEFORE
            base = "previous"
        if base in ("published", "either", "running"):
            anchor, source = self.now()
            if anchor is not None:
                return anchor, source
        story = self.named.story
        if story is not None and not self.same_sentence() and (self.reading == "narrative" or story.day is not None):
            return story, STORY
        if self.named.last is not None:
            return self.named.last, DATE_BEFORE
        return self.published, self.published_source if self.published else None

    def tells_of_another_time(self) -> bool:
        """Whether the clause does not look ahead and the date before, in this paragraph, lies in another year than the document, or looks
        back and it lies in another month."""
        last, today, gap = self.named.last, self.published, self.gap()
        if last is None or today is None or len(gap) >= 300 or "\n\n" in gap:
            return False
        direction = self.direction()[0]
        if last.decade is not None:
            return direction <= 0 and first_year(last) + 9 < first_year(today)
        if last.year is None:
            return False
        if last.year != today.year:
            return direction <= 0
        return direction < 0 and last.month is not None and last.month != today.month

    def goes_on(self) -> bool:
        """Whether the last date leads on from where a narrative is, and does not only pass by."""
        last, story = self.named.last, self.named.story
        if self.reading == "news" or last is None or story is None:
            return False
        return day_number(last) > day_number(story) and not self.course.passes(last, story, self.at[1])

    def only_planned(self) -> bool:
        """Whether the date before ends another paragraph, or tells when something was still to be: "a campaign planned for 1976"."""
        return "\n\n" in self.gap() or PLANNED.search(self.text, max(0, self.named.end - 100), self.named.end) is not None

    def now(self) -> tuple[Calendar | None, str | None]:
        """The day from which "today" and "last month" count in this passage, as far as it is known, and what that is."""
        if self.named.entry is not None:
            return self.named.entry, ENTRY
        story = self.named.story
        if self.reading == "narrative" and story is not None and story.day is not None and quoted(self.text, self.at[0]):
            return story, QUOTED
        return self.published, self.published_source if self.published else None

    def gap(self) -> str:
        """What stands between the date before and the expression, the last 400 characters of it."""
        return self.text[max(self.named.end, self.at[0] - 400) : self.at[0]]

    def same_sentence(self) -> bool:
        """Whether the date before stands in the same sentence."""
        return one_sentence(self.text, self.named.end, self.at[0])

    def same_period(self) -> bool:
        """Whether the date before stands in the same sentence, semicolons or not: "it was 212 in 1841; ten years later it was 340"."""
        return all(edge[0] == ";" for edge in SENTENCE_EDGE.finditer(self.text, self.named.end, self.at[0])) and len(self.gap()) < 200

    def near(self) -> bool:
        """Whether the date before names a day and its month, not far before."""
        gap = self.gap()
        return self.named.last is not None and self.named.last.day is not None and len(gap) < 300 and "\n\n" not in gap

    def goes_by_the_clock(self) -> bool:
        """Whether the day named last has a clock time too, and nothing looks ahead: an account by the clock goes on."""
        day = self.named.day
        clock = day is not None and CLOCK.match(day.time or "") is not None
        return clock and self.at[0] - self.named.day_end < ACCOUNT and self.direction()[0] <= 0

    def heads_entry(self) -> bool:
        """Whether a clock time stands at the head of a line, as in a log, whose day stands above it."""
        lead = self.text[max(0, self.at[0] - HEAD) : self.at[0]]
        at_head = "\n" in lead or self.at[0] < HEAD
        return self.named.day is not None and at_head and len(lead.rpartition("\n")[2].split()) < 2

    def home_from_plan(self, day: Calendar | None) -> bool:
        """Whether a past verb leads from a day that is still to come back to the document's: "to meet on the 14th. It closed at 21:10"."""
        today = self.published
        if day is None or today is None or day.day is None or today.day is None or self.reading == "narrative" or self.same_sentence():
            return False
        return day_number(day) > day_number(today) and self.direction()[0] < 0

    def apposed(self, day: int) -> bool:
        """Whether a weekday only adds its name to the day before it: "a week later, on Sunday"."""
        last = self.named.last
        gap = self.gap()
        if last is None or last.day is None or len(gap) >= 8 or not re.fullmatch(r"[ ,(]*(?:on )?(?:a )?", gap):
            return False
        return weekday(day_number(last)) == day

    def in_passage(self, passage: Calendar) -> bool:
        """Whether an expression that opens a sentence goes on with a passage that was opened with a date long before the document's."""
        start, end = self.named.passage_end, self.at[0]
        if self.published is None or first_year(self.published) - first_year(passage) < 2 or end - start > REACH:
            return False
        return self.text.find("\n\n", start, end) < 0 and opens_sentence(self.text, end)

    def comes_home(self, c: Calendar) -> bool:
        """Whether a story comes to the day on which it is told: by what will be, by a weekday after a coarser date of its year, or by a day
        of the fortnight before it that follows no other day of a time long ago."""
        today, last = self.published, self.named.last
        if today is None or today.day is None or self.document.inferred:
            return False
        if WILL.search(self.direction()[1] or "") and not quoted(self.text, self.at[0]):
            return True
        if is_weekday(c) and last is not None:
            return first_year(last) == first_year(today) and size_of(unit_of(last)) > size_of("week")
        if c.day is None or c.month is None or last is None or last.day is not None or first_year(last) > first_year(today) - 2:
            return False
        return 0 <= day_number(today) - day_number(placed(c, today, -1)) <= FORTNIGHT

    def due_after(self, c: Calendar) -> Calendar | None:
        """The month or feast by which what was promised at the date before is to be done: "promised in the autumn to pay by May"."""
        last = self.named.last
        if last is None or last.year is None or not self.same_sentence() or not TO_BE_DONE.fullmatch(self.gap()):
            return None
        if c.holiday is not None:
            here = holiday_in(c, last.year)
            return here if day_number(here) >= day_number(last) else holiday_in(c, last.year + 1)
        fine = c.month is not None and (last.month is not None or last.part is not None)
        return c.but(year=last.year + ((c.month or 0) < first_month(last))) if fine else None

    def next_after(self, c: Calendar) -> Calendar | None:
        """The day or month that goes on from a date of the year before, which the last sentence names: "In January 2012 they agreed. The
        first lorry came on 6 March". None where the document's own days are as likely."""
        last, today = self.named.last, self.published
        if last is None or today is None or last.month is None or c.month is None or self.document.inferred:
            return None
        written = YEAR_WRITTEN.search(self.text, max(0, self.named.end - 5), self.named.end) is not None
        if not written or first_year(last) != first_year(today) - 1 or len(gap := self.gap()) > 200 or not ONE_EDGE.fullmatch(gap):
            return None
        at_home = 0 <= day_number(today) - day_number(placed(c, today, -1)) <= FORTNIGHT
        after = c.but(year=first_year(last) + (c.month < last.month))
        return None if at_home or day_number(after) > day_number(today) else after

    def goes_on_from_past(self, c: Calendar) -> bool:
        """Whether a month or season opens the sentence after one that ended in an earlier year: "in March 2011. By April"."""
        last, today = self.named.last, self.published
        if last is None or today is None or last.year is None or today.year is None or (c.month is None and c.part is None):
            return False
        fine = last.month is not None or (last.part is not None and last.part[0] not in "QH")
        return fine and last.year < today.year - 1 and NEXT_SENTENCE.fullmatch(self.gap()) is not None

    def looks_back(self, c: Calendar) -> bool:
        """Whether the passage tells of what was years before the document, as the two dates before do, the last of them near and fine."""
        last, earlier, today = self.named.last, self.named.earlier, self.published
        if last is None or earlier is None or today is None or last.year is None or earlier.year is None or today.year is None:
            return False
        gap = self.gap()
        fine = (last.month is not None or last.part is not None) and (c.part is None or c.part[0] != "Q")
        fine = fine and (last.day is not None or not is_weekday(c))
        return fine and max(last.year, earlier.year) < today.year - 1 and len(gap) < 300

    def in_step(self, unit: str) -> bool:
        """Whether the date before, in this paragraph, is a year or a month from which years or months go on: "began in 2009. It closed two
        years later"."""
        last, gap = self.named.last, self.gap()
        return last is not None and unit in ("year", "month") and unit_of(last) == unit and len(gap) < 300 and "\n\n" not in gap

    def near_day(self) -> bool:
        """Whether a day was named in the paragraph, though a coarser date stands between."""
        return self.named.day is not None and len(gap := self.gap()) < 300 and "\n\n" not in gap

    def month_before(self) -> Calendar | None:
        """The month that was named last, not far before and not lately: "In May things looked up. They won on the 20th", told in autumn."""
        last, gap, today = self.named.last, self.gap(), self.published
        if last is None or today is None or self.document.inferred or last.day is not None or last.month is None or last.mod is not None:
            return None
        lately = last.year is None or day_number(today) - day_number(last) < TWO_MONTHS
        return None if lately or len(gap) >= 200 or "\n\n" in gap else last
