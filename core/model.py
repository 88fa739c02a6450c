"""The nouns of Dateline: documents, spans, time expressions, actors and events. All are frozen; what is derived is a property.

Offsets are code points into `Document.text`, half-open, and `document.text[span.start:span.end] == span.text` always holds
(W3C TextPositionSelector).
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from core.meaning import Meaning
from core.when import Mod, When

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
ActorKind = Literal["person", "organisation", "country", "place", "unknown"]
Role = Literal["agent", "patient", "speaker", "represented", "place"]
Extent = Literal["moment", "span"]
Status = Literal["happened", "planned", "denied", "hypothetical"]
STATUSES: tuple[Status, ...] = ("happened", "planned", "denied", "hypothetical")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document: its id, half-open code point offsets, and the verbatim text between them."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read, never rewritten, and what is known about it.

    `text` is the whole text of the source, front matter included, so that offsets are those of the file; reading starts at `body`.
    `published` is None where nobody said and nothing was inferred; `published_source` says in words how it is known, and `inferred` that
    it is only concluded from what the text names. `retrieved` is an ISO 8601 instant in UTC; `language` ISO 639-1, with a
    region where it is known ("en-GB"). `pages` are the offsets at which its pages begin, where it has any; `origin` is where it came
    from: a path or an address, and `content` what was found at an address, as it was.
    """

    id: str
    text: str
    published: When | None = None
    published_source: str | None = None
    inferred: bool = False
    language: str = "en"
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    licence: str | None = None
    retrieved: str | None = None
    sha256: str | None = None
    body: int = 0
    pages: tuple[int, ...] = ()
    origin: str | None = None
    content: bytes | None = field(default=None, repr=False)

    def page(self, offset: int) -> int | None:
        """The page on which an offset stands, counted from 1; None where the document has no pages.

        >>> Document("a", "It sank. It was raised.", pages=(0, 9)).page(9)
        2
        """
        return bisect_right(self.pages, offset) or 1 if self.pages else None

    @property
    def tongue(self) -> str:
        """The language without its region.

        >>> Document("a", "", language="en-GB").tongue
        'en'
        """
        return self.language.partition("-")[0]

    @property
    def region(self) -> str | None:
        """The region of the language, ISO 3166-1, None where it is not stated.

        >>> Document("a", "", language="en-GB").region
        'GB'
        """
        return self.language.partition("-")[2] or None

    def span(self, start: int, end: int) -> Span:
        """The Span from `start` to `end`.

        >>> Document("a", "On Monday.").span(3, 9)
        Span(document='a', start=3, end=9, text='Monday')
        """
        return Span(self.id, start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression and what it was resolved to.

    `value` is TIMEX3's, `when` its place on a calendar (None for a DURATION, a SET, a reference such as "now", and what the text does not
    give away). `anchor` is what a relative expression counted from, as EDTF or in words, and `anchor_source` says where that came from;
    both are None for an expression that needs none. A range has its two `ends`.
    """

    span: Span
    type: TimexType
    value: str
    rule: str
    meaning: Meaning
    when: When | None = None
    mod: Mod | None = None
    quant: str | None = None
    freq: str | None = None
    anchor: str | None = None
    anchor_source: str | None = None
    ends: tuple["Timex", ...] = ()
    notes: tuple[str, ...] = ()
    """What a reader should know, in words: that a numeric date is ambiguous, what decided the direction."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who took part, under one canonical name, with the mentions in the text that name him.

    `represents` names those for whom he always speaks: the body of a spokesman, the country of a ministry. `role` is the part played in one
    event, None outside of one.
    """

    name: str
    kind: ActorKind = "unknown"
    mentions: tuple[Span, ...] = ()
    role: Role | None = None
    represents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What one document says happened, was said or is planned at a time that can be placed on a calendar.

    `id` is made of the document's id and the offsets of the deciding expression, so it outlives better rules. `excerpt` is the sentence
    of the deciding expression (`timexes[0]`), `mentions` all the sentences that tell of it, the excerpt among them. `extent` tells a
    moment somewhere within `when` from a span that lasted. `said` is when a reported speaker spoke. `status_cue` holds the words that
    decided the status.
    """

    id: str
    when: When
    label: str
    excerpt: Span
    timexes: tuple[Timex, ...]
    mentions: tuple[Span, ...]
    extent: Extent = "moment"
    actors: tuple[Actor, ...] = ()
    places: tuple[Actor, ...] = ()
    status: Status = "happened"
    status_cue: str | None = None
    speaker: str | None = None
    said: When | None = None
    published: When | None = None
    published_source: str | None = None
    page: int | None = None
    """The page on which the excerpt begins, counted from 1; None where the document has no pages."""

    @property
    def document(self) -> str:
        """The id of the document that tells it."""
        return self.excerpt.document

    @property
    def deciding(self) -> Timex:
        """The expression that dates it."""
        return self.timexes[0]
