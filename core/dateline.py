"""The document's own date: given, else read from its dateline or byline, else inferred from what the text names, with its evidence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, Protocol

from core.errors import DateError
from core.meaning import Calendar, Length, Meaning, Nearest, Range, Shift, Within
from core.model import Document
from core.when import When, year_text
from core.writing import Clue, Dated, written, year_of_day

HEAD, TAIL = 1200, 400
"""How many characters of the beginning and the end may hold the document's own date."""

Kind = Literal["published", "dateline", "byline", "date line", "updated", "copyright"]
KINDS: tuple[Kind, ...] = ("published", "dateline", "byline", "date line", "updated", "copyright")
"""Ways to write one's own date, the most telling first."""

WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*)?"
CLOCK = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?)?"
NAME = r"[^\W\d_a-z][\w.'’-]*"
PLACE = rf"{NAME}(?:\s+{NAME}){{0,3}}(?:\s*[,/]\s*{NAME}(?:\s+{NAME}){{0,2}}){{0,2}}"
LEAD = r"(?:^|[|·•/–—]\s*|\bthis (?:article|story|report|piece|page|statement) was\s+)(?:first\s+|originally\s+)?"

BEFORE: dict[Kind, re.Pattern[str]] = {
    "published": re.compile(
        rf"{LEAD}(?:published|posted|filed|sent|dated?|date of (?:issue|publication)|issued|(?:press|news) release|released"
        rf"|for immediate release|(?:vol(?:ume|\.)?|no\.?|issue|number) ?\w+(?:, ?(?:no\.?|issue|number) ?\w+)?"
        rf"|(?:minutes|proceedings) of [^.\n]{{3,80}})"
        rf"(?:\s+on)?\s*[:,|(–—-]?\s*(?:on\s+)?{WEEKDAY}$",
        re.IGNORECASE,
    ),
    "updated": re.compile(rf"{LEAD}(?:last\s+)?(?:updated|modified|revised)\s*[:,|-]?\s*(?:on\s+)?{WEEKDAY}$", re.IGNORECASE),
    "byline": re.compile(rf"^(?i:by)\s+{NAME}(?:\s+[\w.'’-]+){{0,4}}(?:,\s*[\w.'’ -]+)?\s*[,|/·•–—-]\s*(?i:{WEEKDAY})$"),
    "dateline": re.compile(rf"^{PLACE}(?:\s*\([^()\n]{{2,40}}\))?\s*[,.:–—-]?\s*(?i:{WEEKDAY})$"),
    "copyright": re.compile(r"(?:©|\(c\)|\bcopyright(?: ©)?)\s*$", re.IGNORECASE),
    "date line": re.compile(rf"^(?:{PLACE}\s*,\s*)?(?i:{WEEKDAY})$"),
}
ENDS = re.compile(rf"{CLOCK}\s*(?:[.)\]]*\s*$|[|·•]|by\s|,?\s*(?:page|p\.)\s*\w+\s*$)", re.IGNORECASE)
DASH = re.compile(r"\.?(?:\s*\([^()\n]{2,40}\)|\s*/[\w ]{2,30}/)?\s*(?:[–—:]|--?(?:\s|$))")
AFTER: dict[Kind, re.Pattern[str]] = {
    "published": ENDS,
    "updated": ENDS,
    "byline": ENDS,
    "dateline": DASH,
    "date line": ENDS,
    "copyright": re.compile(""),
}
OPENING = re.compile(r"(?:\.|\))\s+(?=[^\W\da-z])")
"""How a dateline may end at the head of a text: "Lima, 5 May 1998. The mill ...", "(Lima, 5 May 1998) The mill ..."."""
PLACE_NEXT = re.compile(rf"\s+{PLACE}\s*(?:--?|–|—)\s")
"""What follows a date that goes before its place: "2014-07-19 Lima -- The mill ..."."""


class Found(Protocol):
    """A time expression in the text and what it says, resolved or not."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def meaning(self) -> Meaning:
        """What it says."""


def clue(text: str, found: Found) -> Clue:
    """What an expression tells of the calendar, seen from the question when the text was written."""
    start, end, said = found.start, found.end, text[found.start : found.end]
    match found.meaning:
        case Calendar() as c if not c.bc:
            return Clue(start, end, said, c.year, c.month, c.day, c.weekday if c.weekday is not None else _weekday(said))
        case Within(Calendar() as inner, Calendar() as outer) if not outer.bc:
            return Clue(start, end, said, outer.year, outer.month or inner.month, outer.day or inner.day, outer.weekday)
        case Range(_, Calendar() as last) if not last.bc:
            return Clue(start, end, said, last.year, last.month, last.day, last.weekday)
        case Nearest(Calendar(weekday=int() as weekday)):
            return Clue(start, end, said, weekday=weekday)
        case Length(value, mod=None):
            years = re.fullmatch(r"P(\d+)Y", value)
            return Clue(start, end, said, years=int(years[1]) if years else None)
        case Shift(number, unit, "published") if number < 0:
            return Clue(start, end, said, ago=(-number, unit))
        case Shift(number, "year", "previous") if number > 0:
            return Clue(start, end, said, later=number)
    return Clue(start, end, said)


def _weekday(said: str) -> int | None:
    """The weekday that a full date names beside its number ("Tuesday, May 3")."""
    named = re.match(r"(?:on )?(mon|tue|wed|thu|fri|sat|sun)", said.lower())
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(named[1]) if named else None


def own(document: Document, found: Iterable[Found]) -> list[tuple[Kind, Clue]]:
    """The expressions that state the document's own date (dateline, byline, "Published ..."), the most telling first.

    >>> from core.timex import find
    >>> document = Document("a", "KABUL, Aug 15 (Reuters) - The city fell on Sunday.")
    >>> own(document, find(document))
    [('dateline', Clue(start=7, end=13, text='Aug 15', year=None, month=8, day=15, weekday=None, years=None, ago=None, later=None))]
    """
    stated = [(kind, c) for c in _at_the_edges(document, found) if (kind := _kind(document, c))]
    headings = [c for kind, c in stated if kind == "date line"]
    if len(headings) > 1:  # a chronicle: each date heads what happened on it
        stated = [(kind, c) for kind, c in stated if kind != "date line"]
    return sorted(stated, key=lambda s: KINDS.index(s[0]))


def _at_the_edges(document: Document, found: Iterable[Found]) -> Iterator[Clue]:
    head, tail = document.body + HEAD, len(document.text) - TAIL
    clues = (clue(document.text, f) for f in found if f.end <= head or f.start >= tail)
    return (c for c in clues if c.month is not None or c.year is not None)


def _kind(document: Document, clue: Clue) -> Kind | None:
    first = max(document.text.rfind("\n", 0, clue.start) + 1, document.body)
    last = document.text.find("\n", clue.end)
    before = document.text[first : clue.start].lstrip(" \t\r([#*>_-–—")
    after = document.text[clue.end : last if last >= 0 else len(document.text)].rstrip(" \t\r*_")
    if len(before) > 200:
        return None
    if clue.month is None:
        return "copyright" if BEFORE["copyright"].search(before) else None
    if not document.text[document.body : first].strip() and _opens(before, after):
        return "dateline"
    for kind in KINDS:
        if AFTER[kind].match(after) and BEFORE[kind].search(before) and (kind != "dateline" or before):
            return kind
    return None


def _opens(before: str, after: str) -> bool:
    """Whether a text opens with its place and date without a dash."""
    return (
        bool(PLACE_NEXT.match(after)) if not before else bool(BEFORE["dateline"].search(before) and "," in before and OPENING.match(after))
    )


def infer(document: Document, found: Sequence[Found]) -> Dated | None:
    """The date of a document that nobody gave: as its text states it, else as the expressions in it tell; None where they do not.

    The value is as precise as the evidence, which is put into words. Neither the clock nor the file's time stamp counts.
    """
    clues = [clue(document.text, f) for f in found]
    text = " " * document.body + document.text[document.body :]
    for kind, stated in own(document, found):
        year, why = stated.year, ""
        if year is None:
            guessed = year_of_day(text, [c for c in clues if c.start != stated.start], stated.month or 1)
            if guessed is None:
                continue
            year, why = guessed.year, f", its year inferred: {guessed.why}"
        try:
            when = When("-".join([year_text(year), *(f"{n:02d}" for n in (stated.month, stated.day) if n is not None)]))
        except DateError:
            continue
        if kind == "copyright":
            known = written(text, clues)
            return (
                known if known is not None and known.when.edtf.startswith(when.edtf) else Dated(when, f"{kind} '{stated.text}'", "likely")
            )
        return Dated(when, f"{kind} '{stated.text}'{why}", "likely" if why else "stated")
    return written(text, clues)


def dated(document: Document, found: Sequence[Found]) -> Document:
    """The same document with `published` and `published_source` filled in from its text where nobody gave them.

    `found` are its time expressions, unresolved.

    >>> from core.timex import find
    >>> story = Document("a", "OSLO, 12 March 2020 - Shops closed.")
    >>> dated(story, find(story)).published_source
    "dateline '12 March 2020'"
    """
    known = infer(document, found) if document.published is None else None
    if known is None:
        return document
    return replace(document, published=known.when, published_source=known.source, inferred=known.certainty != "stated")
