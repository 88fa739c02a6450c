"""The excerpt panel: the words as they stand, marked, and nothing of them as markup."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from core.meaning import Calendar
from core.model import Actor, Document, Event, Timex
from core.table import row
from core.when import When
from dashboard.excerpt import panel, pieces, place, quoted

TEXT = "Harbour news.\n\nThe board resigned on the 9th. On 9 October the mayor thanked it.\n"
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> $x$ :red[a] [x](javascript:alert(1)) <b>bold</b> & \"quotes\" 'single' <br>"
)


def event(text: str = TEXT, words: str = "the 9th", **fields: object) -> tuple[Event, Document]:
    """An event whose deciding expression is `words`, in the sentence around it."""
    known = {name: fields.pop(name) for name in ("title", "publisher", "url") if name in fields}
    document = Document("harbour", text, published=When("2021-10-12"), published_source="front matter", **known)  # type: ignore[arg-type]
    start = text.index(words)
    sentence = document.span(text.rindex("\n", 0, start) + 1 if "\n" in text[:start] else 0, text.index(".", start) + 1)
    timex = Timex(
        document.span(start, start + len(words)),
        "DATE",
        "2021-10-09",
        "bare-day",
        Calendar(day=9),
        When("2021-10-09"),
        anchor="2021-10",
        anchor_source="the month of publication",
        notes=("the day is read as past",),
    )
    fields = {"published": document.published, "published_source": document.published_source} | fields
    made = Event("harbour:1-2", timex.when or When("2021"), "The board resigned", sentence, (timex,), (sentence,), **fields)  # type: ignore[arg-type]
    return made, document


class Reader(HTMLParser):
    """The elements and the text of a piece of HTML, as a browser would find them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def test_it_says_what_when_where_who_and_why() -> None:
    made, document = event(
        title="Harbour Courier", publisher="The Courier", url="https://example.org/a", actors=(Actor("The board", "organisation"),)
    )
    html = panel(row(made), document)
    assert "The board resigned on <mark>the 9th</mark>." in html
    said = Reader(html).text
    for words in (
        "9 October 2021",
        "2021-10-09",
        "Harbour Courier",
        "The Courier",
        "paragraph 2 of 2",
        "The board",
        "bare-day",
        "October 2021 (2021-10)",
        "the month of publication",
        "the day is read as past",
        "12 October 2021",
        "front matter",
    ):
        assert words in said
    assert 'href="https://example.org/a"' in html


def test_other_sentences_are_shown_too() -> None:
    made, document = event()
    again = document.span(TEXT.index("On 9 October"), TEXT.index(" it.") + 4)
    html = panel(row(Event(made.id, made.when, made.label, made.excerpt, made.timexes, (made.excerpt, again))), document)
    assert "On 9 October the mayor thanked it." in html and "1 more sentence<" in html


def test_text_from_a_document_is_never_markup() -> None:
    text = f"{HOSTILE} on the 9th."
    made, document = event(text, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)", actors=(Actor(HOSTILE),), speaker=HOSTILE)
    made = Event(
        made.id, made.when, HOSTILE, made.excerpt, made.timexes, made.mentions, actors=made.actors, status_cue=HOSTILE, status="planned"
    )
    html = panel(row(made), document)
    found = Reader(html)
    assert not {"script", "img", "a", "b", "br"} & set(found.tags)
    assert not any(name.startswith("on") or name == "href" for name, _ in found.attributes)
    assert found.text.count(HOSTILE) >= 5


def test_only_web_addresses_become_links() -> None:
    for address in (
        "javascript:alert(1)",
        "data:text/html,x",
        " JaVaScRiPt:alert(1)",
        "//example.org",
        "file:///etc/passwd",
        "https://",
        "http://[",
        None,
    ):
        made, document = event(url=address)
        assert "<a " not in panel(row(made), document)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from("abc")), max_size=5))
def test_pieces_are_the_text(text: str, marks: list[tuple[int, int, str]]) -> None:
    marks = [(a, b, name) for a, b, name in marks if a < b <= len(text)]
    cut = pieces(text, marks)
    assert "".join(piece.text for piece in cut) == text
    at = 0
    for piece in cut:
        assert set(piece.marks) == {name for a, b, name in marks if a <= at and at + len(piece.text) <= b}
        at += len(piece.text)


def test_place_counts_paragraphs_from_the_body() -> None:
    text = "---\ntitle: a\n---\n\nOne.\n\nTwo."
    document = Document("a", text, body=text.index("One"))
    assert place(document, text.index("Two"), len(text)) == "paragraph 2 of 2, characters 24 to 28"


def test_the_signs_of_emphasis_stand_back_and_the_text_stays_as_it_is() -> None:
    made, document = event("**9 May.** They **closed the quay** on **the 9th** for 2*3*4 days.", "the 9th")
    html = quoted(row(made), document, 0, len(document.text))
    assert html.count('<span class="sign">**</span>') == 6 and "<mark>the 9th</mark>" in html and "2*3*4" in html
    assert html.replace('<span class="sign">', "").replace("</span>", "").replace("<mark>", "").replace("</mark>", "") == document.text
    assert quoted(row(made), document, 8, 15) == '<span class="sign">**</span> They'
