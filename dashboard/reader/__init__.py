"""The document reader: the whole text, its events marked, scrolled to the chosen one. A text reaches the page as text, never as markup."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import streamlit as st

from core.model import Document, Timex
from core.table import Row
from dashboard import words
from dashboard.excerpt import Piece, pieces, signs
from dashboard.finding import places
from dashboard.words import say

HERE = Path(__file__).parent
HEADING = re.compile(r"^(?P<hashes>#{1,6}[ \t]+)(?P<heading>\S.*)$", re.MULTILINE)
PARTS = ("hashes", "heading", "found", "sign", "excerpt")
EXPRESSION = "\0"
"""Begins what is said of an expression: no event's id does."""


def content(
    document: Document, events: Sequence[Row], chosen: str | None, *, expressions: Iterable[Timex] = (), searched: str = ""
) -> dict[str, object]:
    """What the reader shows: the text cut into pieces, each with the ids of the events that its words date.

    A piece is [text, ids of events dated by it, in a sentence of the chosen event?, classes of what it is, what is said of the time
    expression that it belongs to]; the pieces together are the text from its body on. `expressions` are all of the document, also those
    that date no event, and `searched` the words that somebody looks for.
    """
    headings = [(line.start(part), line.end(part), part) for line in HEADING.finditer(document.text, document.body) for part in PARTS[:2]]
    found = [(start, end, "found") for start, end in places(document.text, searched, document.body)]
    read = [(timex.span.start, timex.span.end, EXPRESSION + said(timex)) for timex in expressions]
    dating = [(timex["start"], timex["end"], event["id"]) for event in events for timex in event["timexes"]]
    shown = [(event["excerpt_start"], event["excerpt_end"], "excerpt") for event in events if event["id"] == chosen]
    told = [(span["start"], span["end"], "") for event in events if event["id"] == chosen for span in event["mentions"]]
    marks = dating + told + shown + headings + found + read + signs(document.text, document.body)
    return {
        "pieces": [_piece(piece) for piece in pieces(document.text, marks, document.body)],
        "labels": {event["id"]: event["label"] for event in events},
        "chosen": chosen,
        "searched": searched,
        "language": document.language,
    }


def _piece(piece: Piece) -> list[object]:
    ids = [mark for mark in piece.marks if mark and mark not in PARTS and not mark.startswith(EXPRESSION)]
    about = next((mark[1:] for mark in piece.marks if mark.startswith(EXPRESSION)), "")
    return [piece.text, ids, "" in piece.marks, " ".join(mark for mark in piece.marks if mark in PARTS), about]


def said(timex: Timex) -> str:
    """What an expression was read as, in a few words.

    >>> from core.timex import timexes
    >>> [said(timex) for timex in timexes(Document("a", "On 9 May 2020 they met for two days."))]
    ['9 May 2020', 'duration P2D']
    """
    if timex.when:
        return words.in_words(timex.when)
    return say(f"reader.{timex.type.lower()}", value=timex.value) if timex.type in ("DURATION", "SET") else say("reader.no-place")


_component = st.components.v2.component(
    "dateline.reader",
    html=f'<div class="reader"></div><button class="offer" type="button" hidden>{say("reader.offer")}</button>',
    css=(HERE / "reader.css").read_text("utf-8"),
    js=(HERE / "reader.js").read_text("utf-8"),
)


def reader(
    document: Document,
    events: Sequence[Row],
    chosen: str | None,
    *,
    key: str,
    on_click: Callable[[], None],
    on_words: Callable[[], None],
    expressions: Iterable[Timex] = (),
    searched: str = "",
) -> None:
    """Draws the document; `on_click` is called when a mark was clicked, whose event the session then holds as `click` under the key.

    `on_words` is called when words were handed over, which are then held as `words`: their offsets from the body of the document on.
    """
    data = content(document, events, chosen, expressions=expressions, searched=searched)
    _component(key=key, data=data, on_click_change=on_click, on_words_change=on_words)
