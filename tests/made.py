"""Small objects made by hand, for the tests of what is downstream of the engine."""

from core.meaning import Calendar
from core.model import Actor, Document, Event, Timex
from core.when import When

TEXT = 'On 9 May 2020 they met. From 44 BC on, "peace" & <quiet>.'
DOCUMENT = Document("made/one", TEXT, When("2021-10-12"), "front matter", title="Made", publisher="Us", url="https://example.org")


def timex(text: str, edtf: str, document: Document = DOCUMENT, **more: object) -> Timex:
    """The expression that stands first in the document with these words."""
    start = document.text.index(text)
    return Timex(document.span(start, start + len(text)), "DATE", edtf, "made", Calendar(year=2020), When(edtf), **more)  # type: ignore[arg-type]


def event(
    text: str, edtf: str, *, document: Document = DOCUMENT, label: str = "they met", actors: tuple[str, ...] = ("Ada", "Bo")
) -> Event:
    """An event dated by that expression."""
    found = timex(text, edtf, document)
    excerpt = document.span(0, 23)
    return Event(
        id=f"{document.id}:{found.span.start}-{found.span.end}",
        when=When(edtf),
        label=label,
        excerpt=excerpt,
        timexes=(found,),
        mentions=(excerpt,),
        actors=tuple(Actor(name) for name in actors),
        said=When("2020-05-10"),
        published=document.published,
        published_source=document.published_source,
    )
