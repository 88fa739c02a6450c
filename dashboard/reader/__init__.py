"""The document reader: the whole text, its events marked, scrolled to the chosen one. A text reaches the page as text, never as markup."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from core.model import Document
from core.table import Row
from dashboard.excerpt import pieces

HERE = Path(__file__).parent
HEADING = re.compile(r"^(?P<hashes>#{1,6}[ \t]+)(?P<heading>\S.*)$", re.MULTILINE)
PARTS = ("hashes", "heading")


def content(document: Document, events: Sequence[Row], chosen: str | None) -> dict[str, object]:
    """What the reader shows: the text cut into pieces, each with the ids of the events that its words date.

    A piece is [text, ids of events dated by it, in a sentence of the chosen event?, class of what it is in Markdown]; the pieces together
    are the text from its body on.
    """
    headings = [(line.start(part), line.end(part), part) for line in HEADING.finditer(document.text, document.body) for part in PARTS]
    dating = [(timex["start"], timex["end"], event["id"]) for event in events for timex in event["timexes"]]
    told = [(span["start"], span["end"], "") for event in events if event["id"] == chosen for span in event["mentions"]]
    return {
        "pieces": [
            [
                piece.text,
                [mark for mark in piece.marks if mark and mark not in PARTS],
                "" in piece.marks,
                next((mark for mark in piece.marks if mark in PARTS), ""),
            ]
            for piece in pieces(document.text, dating + told + headings, document.body)
        ],
        "labels": {event["id"]: event["label"] for event in events},
        "chosen": chosen,
        "language": document.language,
    }


_component = st.components.v2.component(
    "dateline.reader",
    html='<div class="reader"></div>',
    css=(HERE / "reader.css").read_text("utf-8"),
    js=(HERE / "reader.js").read_text("utf-8"),
)


def reader(document: Document, events: Sequence[Row], chosen: str | None, *, key: str, on_click: Callable[[], None]) -> None:
    """Draws the document; `on_click` is called when a mark was clicked, whose event the session then holds as `click` under the key."""
    _component(key=key, data=content(document, events, chosen), on_click_change=on_click)
