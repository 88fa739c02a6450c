"""An event that the program did not find: words of the document are chosen, date and excerpt are filled in, and a person adds it."""

from html import escape
from typing import Any

import streamlit as st

from core.errors import DateError, LibraryError
from core.library.by_hand import by_hand
from core.model import STATUSES, Document
from core.table import Row
from core.when import When
from dashboard import session, words
from dashboard.deciding import typed_date
from dashboard.panels.decide import NAMES, WHY, why, why_field
from dashboard.words import say, term

DATE, LABEL, ACTORS, STATUS, SOUGHT = (f"by-hand-{name}" for name in ("date", "label", "actors", "status", "words"))
ANY_DAY = "2000"
"""The date by which the rest of an event is filled in whose words have none."""


def words_panel(document: Document) -> None:
    """A field for words of the document, for whoever does not choose them in the text."""
    with st.expander(say("by-hand.missed")):
        st.html(f'<p class="hint">{say("by-hand.missed.about")}</p>')
        st.text_input(say("by-hand.words"), key=SOUGHT, on_change=_seek, args=(document,), label_visibility="collapsed")
        if trouble := session.trouble():
            st.html(f'<p role="alert" class="problem">{escape(trouble)}</p>')


def by_hand_panel(document: Document, start: int, end: int) -> None:
    """Draws what is filled in from the words from `start` to `end`, to be changed, and added."""
    session.settle()
    with st.container(key="by-hand", border=True):
        try:
            row, dated = _proposed(document, start, end)
        except LibraryError as error:
            st.html(f'<p role="alert" class="problem">{escape(str(error))}</p>')
            st.button(say("decide.cancel"), key="by-hand-cancel", on_click=session.mark, args=(None,))
            return
        _fill(row, dated, (document.id, start, end))
        st.html(f'<h2>{say("by-hand")}</h2><blockquote dir="auto">{escape(row["excerpt"])}</blockquote>')
        st.text_input(say("decide.date"), key=DATE, placeholder=say("by-hand.date.hint"))
        st.html(_read(document))
        st.text_input(say("decide.label"), key=LABEL, max_chars=300)
        known = [name for name, _ in session.names()[:NAMES]]
        options = list(dict.fromkeys([*row["actors"], *list(session.widget(ACTORS) or []), *known]))
        st.multiselect(say("decide.actors"), options, key=ACTORS, accept_new_options=True, placeholder=say("decide.nobody"))
        st.selectbox(say("decide.status"), STATUSES, key=STATUS, format_func=lambda status: term("status", status))
        why_field()
        if trouble := session.trouble():
            st.html(f'<p role="alert" class="problem">{escape(trouble)}</p>')
        with st.container(horizontal=True, gap="small"):
            st.button(say("by-hand.add"), key="by-hand-add", type="primary", on_click=_add, args=(document, start, end, row))
            st.button(say("decide.cancel"), key="by-hand-cancel", on_click=session.mark, args=(None,), type="tertiary")


def _proposed(document: Document, start: int, end: int) -> tuple[Row, bool]:
    """The event that the words tell of, and whether a date stands in them. Raises LibraryError where they are none."""
    return _made((document.id, document.text, str(document.published), start, end), document)


@st.cache_resource(show_spinner=False, max_entries=20)
def _made(words: tuple[str, str, str, int, int], _document: Document) -> tuple[Row, bool]:
    """The same, made once while its fields are filled in."""
    start, end = words[3:]
    try:
        return dict(by_hand(_document, start, end).values), True
    except LibraryError:
        return dict(by_hand(_document, start, end, edtf=ANY_DAY).values), False


def _fill(row: Row, dated: bool, place: tuple[str, int, int]) -> None:
    if session.widget("by-hand-place") == place and session.widget(LABEL) is not None:
        return
    session.set_widget("by-hand-place", place)
    session.set_widget(DATE, words.in_words(When(row["edtf"])) if dated else "")
    for key, value in ((LABEL, row["label"]), (ACTORS, list(row["actors"])), (STATUS, row["status"])):
        session.set_widget(key, value)


def _read(document: Document) -> str:
    typed = str(session.widget(DATE) or "").strip()
    if not typed:
        return f'<p class="hint">{say("by-hand.no-date")}</p>'
    try:
        return f'<p class="hint">{say("decide.read-as", edtf=f"<code>{escape(typed_date(typed, document).edtf)}</code>")}</p>'
    except DateError as error:
        return f'<p role="alert" class="problem">{escape(str(error))}</p>'


def _add(document: Document, start: int, end: int, row: Row) -> None:
    given: dict[str, Any] = {"label": str(session.widget(LABEL)), "actors": list(session.widget(ACTORS) or [])}
    given["status"] = session.widget(STATUS)
    try:
        edtf = typed_date(str(session.widget(DATE) or "").strip(), document).edtf
        decision = by_hand(document, start, end, why(), **given, **({} if edtf == row["edtf"] else {"edtf": edtf}))
    except (DateError, LibraryError) as error:
        session.complain(str(error))
        return
    if session.decide(decision):
        session.mark(None)
        session.choose(str(decision.values["id"]))
        session.set_widget(WHY, "")


def _seek(document: Document) -> None:
    sought = str(session.widget(SOUGHT) or "").strip()
    start = document.text.find(sought, document.body) if sought else -1
    if start >= 0:
        session.mark((document.id, start, start + len(sought)))
    elif sought:
        session.complain(say("by-hand.no-words"))
