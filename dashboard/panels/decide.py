"""What a person decides about the open event: accept, reject, edit, tag, remark, join, split; each with a why and an undo."""

import hashlib
from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

from core.errors import DateError, DatelineError
from core.library import Decision
from core.library.doubts import doubts
from core.model import STATUSES, Document
from core.table import Row, rows, when
from dashboard import session, words
from dashboard.deciding import DEEDS, changed, instant, parts, told, typed_date

WHY = "decide-why"
STATES = {"new": "Nobody has looked at it yet", "accepted": "Accepted", "edited": "Edited", "rejected": "Rejected"}
EXTENTS = {"moment": "a moment within it", "span": "all of it"}
NAMES = 300
"""Names that are offered beside those of the event."""


def decide_panel(event: Row, document: Document, *, keys: bool = False, after: Callable[[], None] = lambda: None) -> None:
    """Draws the state of an event and what can be done about it. With `keys`, letters do it too; `after` follows upon accept and reject."""
    with st.container(key="decide"):
        st.html(_state(event))
        if keys and event["review"] == "new":
            st.html(f'<p class="hint">{escape(words.listed(doubts(event)) or "nothing is doubtful")}</p>')
        if trouble := session.trouble():
            st.html(f'<p role="alert" class="problem">{escape(trouble)}</p>')
        st.text_input("Why", key=WHY, placeholder="Why, if you like: it goes into the log", label_visibility="collapsed", max_chars=500)
        with st.container(horizontal=True, gap="small"):
            for label, kind, key in (("Accept", "accept", "A"), ("Reject", "reject", "D")):
                there = event["review"] == DEEDS[kind]  # type: ignore[index]
                args = (Decision(kind, (event["id"],)), after)  # type: ignore[arg-type]
                st.button(label, key=f"decide-{kind}", on_click=_take, args=args, disabled=there, shortcut=key if keys else None)
            st.button("Edit", key="decide-edit", on_click=session.edit, args=(event["id"],), shortcut="E" if keys else None)
            st.button("Undo", key="decide-undo", on_click=session.undo, disabled=not session.decided(), shortcut="U" if keys else None)
        if session.editing() == event["id"]:
            _edit(event, document)


def why() -> str:
    """What was typed as the reason."""
    return str(session.widget(WHY) or "").strip()


def _take(decision: Decision, after: Callable[[], None] = lambda: None) -> None:
    if session.decide(Decision(decision.kind, decision.events, decision.values, why())):
        session.set_widget(WHY, "")
        after()


def _state(event: Row) -> str:
    """Its state, tags and remark, and the log of what was decided about it."""
    log = session.history(event["id"])
    last = next((entry for entry in log if entry.in_force and entry.undoes is None), None)
    by = f" by {escape(last.who)}, {escape(instant(last.at))}" if last and event["review"] != "new" else ""
    lines = f'<p role="status"><strong>{STATES.get(event["review"], "")}</strong>{by}</p>'
    if event["tags"]:
        lines += f'<p class="tags">{" ".join(f"<span>{escape(tag)}</span>" for tag in event["tags"])}</p>'
    if event["comment"]:
        lines += f'<p class="remark" dir="auto">{escape(event["comment"])}</p>'
    if log:
        lines += f"<details><summary>What was decided ({len(log)})</summary>{''.join(map(told, log))}</details>"
    return lines


def _edit(event: Row, document: Document) -> None:
    """The fields of an event, each as it is until it is changed; the date is read while one types."""
    key = _key(event)
    _fill(key, event)
    with st.container(border=True, key="edit"):
        st.text_input("Date", key=f"{key}-date")
        st.html(_read(event, document, str(session.widget(f"{key}-date"))))
        st.text_input("Label", key=f"{key}-label", max_chars=300)
        known = [name for name, _ in session.names()[:NAMES]]
        for field, label in (("actors", "Actors"), ("places", "Places")):
            options = list(dict.fromkeys([*event[field], *list(session.widget(f"{key}-{field}") or []), *known]))
            st.multiselect(label, options, key=f"{key}-{field}", accept_new_options=True, placeholder="nobody" if field == "actors" else "")
        status, extent = st.columns(2)
        status.selectbox("Status", STATUSES, key=f"{key}-status")
        extent.selectbox("It took", list(EXTENTS), key=f"{key}-extent", format_func=EXTENTS.__getitem__)
        start, end = st.columns(2)
        longest = len(document.text)
        start.number_input("Excerpt from", 0, longest, key=f"{key}-from", help="Where it starts, in characters of the document")
        end.number_input("to", 0, longest, key=f"{key}-to", help="Where it ends")
        chosen = document.text[int(session.widget(f"{key}-from") or 0) : int(session.widget(f"{key}-to") or 0)]
        if chosen != event["excerpt"]:
            st.html(f'<blockquote dir="auto">{escape(chosen)}</blockquote>')
        st.multiselect("Tags", event["tags"], key=f"{key}-tags", accept_new_options=True, placeholder="type one, then Enter")
        st.text_area("Remark", key=f"{key}-comment", height=70, max_chars=2000)
        with st.container(horizontal=True, gap="small"):
            st.button("Save", key="edit-save", type="primary", on_click=_save, args=(event, document))
            st.button("Cancel", key="edit-cancel", on_click=session.edit, args=(None,), type="tertiary")
        _join_or_split(key, event, document)


def _join_or_split(key: str, event: Row, document: Document) -> None:
    with st.expander("Join with others, or split"):
        table = session.table()
        others = {row["id"]: row for row in rows(table[(table["document"] == event["document"]) & (table["id"] != event["id"])])}
        st.multiselect(
            "Events of this document that are the same",
            list(others),
            key=f"{key}-merge",
            format_func=lambda id: f"{words.in_words(when(others[id]))}: {others[id]['label']}" if id in others else id,
            placeholder="none",
        )
        st.button("Join them into this one", key="edit-merge", on_click=_merge, args=(key, event))
        st.text_area(
            "Parts, a line each", key=f"{key}-split", placeholder="The talks begin @ 9 October 2021\nThe talks end @ 10 October", height=90
        )
        st.button("Split it", key="edit-split", on_click=_split, args=(key, event, document))


def _key(event: Row) -> str:
    return f"edit-{hashlib.sha256(event['id'].encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _fill(key: str, event: Row) -> None:
    values = {
        "date": words.in_words(when(event)),
        "label": event["label"],
        "actors": event["actors"],
        "places": event["places"],
        "status": event["status"],
        "extent": event["extent"],
        "from": event["excerpt_start"],
        "to": event["excerpt_end"],
        "tags": event["tags"],
        "comment": event["comment"] or "",
    }
    for name, value in values.items():
        if session.widget(f"{key}-{name}") is None:
            session.set_widget(f"{key}-{name}", list(value) if isinstance(value, list) else value)


def _date(event: Row, document: Document, typed: str) -> str:
    """The EDTF of a typed date; that of the event where nothing else was typed. Raises DateError."""
    return str(event["edtf"]) if typed.strip() == words.in_words(when(event)) else typed_date(typed.strip(), document).edtf


def _read(event: Row, document: Document, typed: str) -> str:
    try:
        return f'<p class="hint">read as <code>{escape(_date(event, document, typed))}</code></p>'
    except DateError as error:
        return f'<p role="alert" class="problem">{escape(str(error))}</p>'


def _save(event: Row, document: Document) -> None:
    """Takes the decisions that lead to what the fields say."""
    key = _key(event)

    def field(name: str) -> Any:
        return session.widget(f"{key}-{name}")

    try:
        edtf = _date(event, document, str(field("date")))
    except DateError:
        return  # the field says so
    start, end = int(field("from")), int(field("to"))
    given = {"edtf": edtf, "label": " ".join(str(field("label")).split())}
    given |= {name: field(name) for name in ("actors", "places", "status", "extent")}
    values = changed(event, given)
    if (start, end) != (event["excerpt_start"], event["excerpt_end"]):
        values |= {"excerpt": document.text[start:end], "excerpt_start": start, "excerpt_end": end}
    decisions = [Decision("edit", (event["id"],), values, why())] if values else []
    if field("tags") != event["tags"]:
        decisions.append(Decision("tag", (event["id"],), {"tags": field("tags")}, why()))
    if (comment := str(field("comment")).strip()) != (event["comment"] or ""):
        decisions.append(Decision("comment", (event["id"],), {"comment": comment or None}, why()))
    if session.decide(*decisions):
        session.edit(None)
        session.set_widget(WHY, "")


def _merge(key: str, event: Row) -> None:
    others = tuple(session.widget(f"{key}-merge") or ())
    if session.decide(Decision("merge", (event["id"], *others), {}, why())):
        session.edit(None)


def _split(key: str, event: Row, document: Document) -> None:
    try:
        decision = Decision("split", (event["id"],), {"parts": parts(str(session.widget(f"{key}-split") or ""), document)}, why())
    except DatelineError as error:
        session.complain(str(error))
        return
    if session.decide(decision):
        session.edit(None)
        session.choose(f"{event['id']}/1")
