"""What the excerpt panel says about an event: its words, marked where they stand, and why it has its date.

All of it is pure: HTML text out of an event and its document, in which everything that came from a document is escaped.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from urllib.parse import urlsplit

from core.model import Actor, Document, Event, Span, Timex
from core.when import When
from dashboard import words

STATUS = {"planned": "planned, not yet told as having happened", "denied": "denied", "hypothetical": "hypothetical"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the names of the marks that cover it."""

    text: str
    marks: tuple[str, ...] = ()


def pieces(text: str, marks: Iterable[tuple[int, int, str]], start: int = 0, end: int | None = None) -> list[Piece]:
    """The text from `start` to `end`, cut where a mark (start, end, name) begins or ends; the pieces together are the text.

    >>> pieces("on the 9th in Doha", [(3, 10, "date")])
    [Piece(text='on ', marks=()), Piece(text='the 9th', marks=('date',)), Piece(text=' in Doha', marks=())]
    """
    end = len(text) if end is None else end
    within = sorted((max(a, start), min(b, end), name) for a, b, name in marks if a < end and b > start)
    cuts = sorted({start, end, *(a for a, _, _ in within), *(b for _, b, _ in within)})
    return [Piece(text[a:b], tuple(dict.fromkeys(name for low, high, name in within if low <= a and b <= high))) for a, b in pairwise(cuts)]


def link(url: str | None) -> str | None:
    """The address if it is one to follow: http or https, nothing that runs.

    >>> link("https://example.org/a"), link("javascript:alert(1)"), link(None)
    ('https://example.org/a', None, None)
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def quoted(event: Event, document: Document, span: Span) -> str:
    """A sentence of the event as HTML: its deciding expression in <mark>, its other expressions in <u>."""
    marks = [(t.span.start, t.span.end, "other" if i else "deciding") for i, t in enumerate(event.timexes)]
    shown = []
    for piece in pieces(document.text, marks, span.start, span.end):
        text = escape(piece.text)
        if "deciding" in piece.marks:
            text = f"<mark>{text}</mark>"
        elif piece.marks:
            text = f"<u>{text}</u>"
        shown.append(text)
    return "".join(shown)


def place(document: Document, span: Span) -> str:
    """Where a span stands in its document, in words.

    >>> document = Document("a", "One.\\n\\nTwo. Three.")
    >>> place(document, document.span(11, 17))
    'paragraph 2 of 2, characters 11 to 17'
    """
    whole = sum(bool(line.strip()) for line in document.text[document.body :].splitlines())
    before = sum(bool(line.strip()) for line in document.text[document.body : span.start + 1].splitlines())
    return f"paragraph {before} of {whole}, characters {span.start:,} to {span.end:,}"


def _edtf(when: When) -> str:
    return f'<code title="EDTF">{escape(when.edtf)}</code>'


def _known(edtf: str) -> str:
    """An anchor as the panel shows it: in words where it is EDTF."""
    try:
        return f"{words.in_words(When(edtf))} ({edtf})"
    except ValueError:
        return edtf


def _date(event: Event) -> str:
    exact = "it lasted this long" if event.extent == "span" else f"known {words.PRECISIONS[event.when.granularity]}"
    said = f"said {words.in_words(event.said)}" if event.said else ""
    told = STATUS.get(event.status, "")
    if told and event.status_cue:
        told += f" (“{event.status_cue}”)"
    facts = " · ".join(escape(fact) for fact in (exact, told, said) if fact)
    date = words.in_words(event.when)
    return f'<p class="date"><strong>{escape(date[:1].upper() + date[1:])}</strong> {_edtf(event.when)} <small>{facts}</small></p>'


def _quotes(event: Event, document: Document) -> str:
    first, *others = (
        f'<blockquote dir="auto">{quoted(event, document, span)}</blockquote>'
        for span in (event.excerpt, *(span for span in event.mentions if span != event.excerpt))
    )
    first += f'<p class="place">{source(document)}, {place(document, event.excerpt)}</p>'
    if not others:
        return first
    noun = "sentence" if len(others) == 1 else "sentences"
    return f"{first}<details><summary>Told again in {len(others)} more {noun}</summary>{''.join(others)}</details>"


def source(document: Document) -> str:
    """Title, publisher and link of a document."""
    title = f"<cite>{escape(document.title or document.id)}</cite>"
    if address := link(document.url):
        title = f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    return f"{title}, {escape(document.publisher)}" if document.publisher else title


def _actors(label: str, actors: Sequence[Actor]) -> list[tuple[str, str]]:
    named = [escape(actor.name) + (f" <small>{escape(actor.role)}</small>" if actor.role else "") for actor in actors]
    return [(label, ", ".join(named))] if named else []


def _facts(rows: Iterable[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows) + "</dl>"


def _reason(timex: Timex) -> list[tuple[str, str]]:
    """Why an expression has its value: words, rule, anchor, and where the anchor came from."""
    rows = [("Words", f"“{escape(timex.span.text)}”"), ("Read by", f"<code>{escape(timex.rule)}</code> as {escape(timex.value)}")]
    if timex.anchor:
        rows.append(("Counted from", escape(_known(timex.anchor))))
    if timex.anchor_source:
        rows.append(("Because", escape(timex.anchor_source)))
    return rows + [("Note", escape(note)) for note in timex.notes]


def _why(event: Event) -> str:
    rows = _reason(event.deciding)
    rest = [f"“{timex.span.text}”" for timex in event.timexes[1:]]
    if rest:
        rows.append(("Also dated by", escape(words.listed(rest))))
    if event.published:
        why = f" <small>{escape(words.source(event.published_source))}</small>" if event.published_source else ""
        rows.append(("Document of", f"{escape(words.in_words(event.published))} {_edtf(event.published)}{why}"))
    else:
        rows.append(("Document of", "an unknown day"))
    return f"<details open><summary>Why this date</summary>{_facts(rows)}</details>"


def panel(event: Event, document: Document, corroboration: str = "") -> str:
    """The whole panel as HTML; `corroboration` is what there is to say of other sources."""
    who = _actors("Actors", event.actors) + _actors("Places", event.places)
    if event.speaker:
        who.append(("Said by", escape(event.speaker)))
    return (
        f'<article class="event" data-event="{escape(event.id)}"><h2 dir="auto">{escape(event.label)}</h2>{_date(event)}'
        f"{_quotes(event, document)}{corroboration}{_facts(who)}{_why(event)}</article>"
    )
