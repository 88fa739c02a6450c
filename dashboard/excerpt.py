"""What the excerpt panel says about an event: its words, marked where they stand, and why it has its date.

All of it is pure: HTML text out of an event and its document, in which everything that came from a document is escaped.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from urllib.parse import urlsplit

from core.model import Document
from core.table import Row, when
from core.when import When
from dashboard import words
from dashboard.words import say
from dashboard.zones import WRITTEN, in_zone

EMPHASIS = re.compile(r"(?<![\w*_`])(?P<first>\*{1,3}|_{1,3}|`{1,2})(?=[^\s*_`])[^\n]{0,300}?[^\s*_`](?P<last>(?P=first))(?![\w*_`])")


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


def signs(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, str]]:
    """The signs around what somebody emphasised in the lines of a stretch, as marks named "sign": part of the text, not of what it says.

    >>> signs("In **May 2019** 2*3*4 was `done` and *said*")
    [(3, 5, 'sign'), (13, 15, 'sign'), (26, 27, 'sign'), (31, 32, 'sign'), (37, 38, 'sign'), (42, 43, 'sign')]
    """
    low = text.rfind("\n", 0, start) + 1
    high = len(text) if end is None else text.find("\n", end)
    found = EMPHASIS.finditer(text, low, high if high >= 0 else len(text))
    return [(low, high, "sign") for match in found for low, high in (match.span("first"), match.span("last"))]


def as_html(found: Iterable[Piece]) -> str:
    """Pieces as HTML: signs stand back, and what bears another mark is in <mark>.

    >>> as_html(pieces("On **9 May** <i>", [(3, 5, "sign"), (5, 10, "date"), (10, 12, "sign")]))
    'On <span class="sign">**</span><mark>9 May</mark><span class="sign">**</span> &lt;i&gt;'
    """
    return "".join(_as_html(piece) for piece in found)


def _as_html(piece: Piece) -> str:
    text = f'<span class="sign">{escape(piece.text)}</span>' if "sign" in piece.marks else escape(piece.text)
    return f"<mark>{text}</mark>" if set(piece.marks) - {"sign"} else text


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


def quoted(event: Row, document: Document, start: int, end: int) -> str:
    """A stretch of the document as HTML: the deciding expression of the event in <mark>, its other expressions in <u>."""
    marks = [(t["start"], t["end"], "other" if i else "deciding") for i, t in enumerate(event["timexes"])]
    shown = []
    for piece in pieces(document.text, marks + signs(document.text, start, end), start, end):
        text = f'<span class="sign">{escape(piece.text)}</span>' if "sign" in piece.marks else escape(piece.text)
        if "deciding" in piece.marks:
            text = f"<mark>{text}</mark>"
        elif "other" in piece.marks:
            text = f"<u>{text}</u>"
        shown.append(text)
    return "".join(shown)


def place(document: Document, start: int, end: int) -> str:
    """Where a stretch stands in its document, in words.

    >>> document = Document("a", "One.\\n\\nTwo. Three.")
    >>> place(document, 11, 17)
    'paragraph 2 of 2, characters 11 to 17'
    """
    whole = sum(bool(line.strip()) for line in document.text[document.body :].splitlines())
    before = sum(bool(line.strip()) for line in document.text[document.body : start + 1].splitlines())
    where = say("excerpt.where", paragraph=before, count=whole, start=start, end=end)
    return say("excerpt.page", page=str(document.page(start)), where=where) if document.pages else where


def _edtf(when: When) -> str:
    return f'<code title="EDTF">{escape(when.edtf)}</code>'


def _known(edtf: str) -> str:
    """An anchor as the panel shows it: in words where it is EDTF."""
    try:
        return f"{words.in_words(When(edtf))} ({edtf})"
    except ValueError:
        return edtf


def _date(event: Row, zone: str) -> str:
    date = in_zone(when(event), zone)
    written = say("excerpt.written", date=words.in_words(when(event))) if date != when(event) else ""
    exact = say("excerpt.span") if event["extent"] == "span" else say("excerpt.known", precision=words.PRECISIONS[event["granularity"]])
    said = say("excerpt.said", date=words.in_words(When(event["said"]))) if event["said"] else ""
    told = "" if event["status"] == "happened" else say(f"excerpt.{event['status']}")
    if told and event["status_cue"]:
        told = say("excerpt.cue", status=told, cue=event["status_cue"])
    facts = " · ".join(escape(fact) for fact in (exact, written, told, said) if fact)
    spoken = words.in_words(date)
    return f'<p class="date"><strong>{escape(spoken[:1].upper() + spoken[1:])}</strong> {_edtf(when(event))} <small>{facts}</small></p>'


def _quotes(event: Row, document: Document) -> str:
    excerpt = (event["excerpt_start"], event["excerpt_end"])
    others = [(mention["start"], mention["end"]) for mention in event["mentions"]]
    first, *others = (
        f'<blockquote dir="auto">{quoted(event, document, *span)}</blockquote>'
        for span in (excerpt, *(span for span in others if span != excerpt))
    )
    first += f'<p class="place">{source(document)}, {place(document, *excerpt)}</p>'
    if not others:
        return first
    return f"{first}<details><summary>{say('excerpt.again', count=len(others))}</summary>{''.join(others)}</details>"


def source(document: Document) -> str:
    """Title, publisher and link of a document."""
    title = f"<cite>{escape(document.title or document.id)}</cite>"
    if address := link(document.url):
        title = f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    return f"{title}, {escape(document.publisher)}" if document.publisher else title


def _actors(label: str, names: Sequence[str], roles: Mapping[str, str]) -> list[tuple[str, str]]:
    named = [escape(name) + (f" <small>{escape(roles[name])}</small>" if name in roles else "") for name in names]
    return [(label, ", ".join(named))] if named else []


def _facts(rows: Iterable[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows) + "</dl>"


def _reason(event: Row) -> list[tuple[str, str]]:
    """Why an event has its date: words, rule, anchor, and where the anchor came from."""
    if not event["timexes"]:
        return [(say("why.words"), say("why.by-hand"))]
    deciding = event["timexes"][0]
    rule = say("why.rule.as", rule=f"<code>{escape(event['rule'])}</code>", value=escape(deciding["value"]))
    rows = [(say("why.words"), say("why.quoted", words=escape(deciding["text"]))), (say("why.rule"), rule)]
    if event["anchor"]:
        rows.append((say("why.anchor"), escape(_known(event["anchor"]))))
    if event["anchor_source"]:
        rows.append((say("why.because"), escape(event["anchor_source"])))
    return rows + [(say("why.note"), escape(note)) for note in event["notes"]]


def why(event: Row, *, opened: bool) -> str:
    """Why an event has its date, as HTML that can be unfolded, or is."""
    rows = _reason(event)
    rest = [say("why.quoted", words=timex["text"]) for timex in event["timexes"][1:]]
    if rest:
        rows.append((say("why.also"), escape(words.listed(rest))))
    if event["published"]:
        published = When(event["published"])
        why = f" <small>{escape(words.source(event['published_source']))}</small>" if event["published_source"] else ""
        rows.append((say("why.document"), f"{escape(words.in_words(published))} {_edtf(published)}{why}"))
    else:
        rows.append((say("why.document"), say("why.unknown")))
    return f"<details{' open' if opened else ''}><summary>{say('why')}</summary>{_facts(rows)}</details>"


def panel(event: Row, document: Document, corroboration: str = "", zone: str = WRITTEN) -> str:
    """The whole panel as HTML; `corroboration` is what there is to say of other sources, `zone` that in which a clock time is told."""
    who = _actors(say("excerpt.actors"), event["actors"], event["roles"]) + _actors(say("excerpt.places"), event["places"], event["roles"])
    if event["speaker"]:
        who.append((say("excerpt.speaker"), escape(event["speaker"])))
    return (
        f'<article class="event" data-event="{escape(event["id"])}"><h2 dir="auto">{escape(event["label"])}</h2>{_date(event, zone)}'
        f"{_quotes(event, document)}{corroboration}{_facts(who)}{why(event, opened=True)}</article>"
    )
