"""Time expressions that have no place on the calendar, each with the sentence in which it stands, and why it has none. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from core.meaning import Length, Reference
from core.model import Document, Timex
from core.sentences import split
from dashboard.excerpt import as_html, pieces, signs
from dashboard.words import say


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An expression and its sentence, as half-open offsets in the text, and why nobody can say when that was."""

    start: int
    end: int
    sentence: tuple[int, int]
    why: str


def unplaced(document: Document, expressions: Iterable[Timex]) -> list[Unplaced]:
    """The expressions of a document that tell when something was and could not be placed, those that name no date at all ("recently") last;
    how long something took and how often it comes does not tell when.

    >>> from core.timex import timexes
    >>> document = Document("a", "The board met last Monday. It has recently been sold.")
    >>> [(document.text[each.start : each.end], each.why) for each in unplaced(document, timexes(document))]
    [('last Monday', 'the day is not known from which it counts'), ('recently', 'it names no date')]
    """
    loose = [timex for timex in expressions if timex.when is None and (timex.type in ("DATE", "TIME") or _event(timex))]
    if not loose:
        return []
    sentences = split(document.text, document.body)
    ordered = sorted(loose, key=lambda timex: (isinstance(timex.meaning, Reference), timex.span.start))
    return [Unplaced(timex.span.start, timex.span.end, _around(timex, sentences), _why(timex)) for timex in ordered]


def _around(timex: Timex, sentences: list[tuple[int, int]]) -> tuple[int, int]:
    start, end = timex.span.start, timex.span.end
    return next(((low, high) for low, high in sentences if low <= start and end <= high), (start, end))


def _event(timex: Timex) -> str:
    """From what a length counts: "two days after the attack"."""
    return (timex.meaning.event or "") if isinstance(timex.meaning, Length) else ""


def _why(timex: Timex) -> str:
    if event := _event(timex):
        return say("unplaced.no-event", event=event)
    return say("unplaced.no-date" if isinstance(timex.meaning, Reference) else "unplaced.no-day")


def listed(document: Document, found: Iterable[Unplaced]) -> str:
    """The expressions as an HTML list: each sentence with its expression in <mark>, and why it was not placed."""
    return f'<ul class="unplaced">{"".join(_entry(document, each) for each in found)}</ul>'


def _entry(document: Document, each: Unplaced) -> str:
    marks = [(each.start, each.end, "loose"), *signs(document.text, *each.sentence)]
    quote = as_html(pieces(document.text, marks, *each.sentence))
    return f'<li><blockquote dir="auto">{quote}</blockquote><p class="place">{escape(each.why)}</p></li>'
