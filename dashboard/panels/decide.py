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
from core.table import Row, when
from dashboard import session, words
from dashboard.deciding import changed, instant, parts, told, typed_date
from dashboard.words import say, term

WHY = "decide-why"
EXTENTS = ("moment", "span")
NAMES = 300
"""Names that are offered beside those of the event."""


def decide_panel(event: Row, document: Document, *, keys: bool = False, after: Callable[[], None] = lambda: None) -> None:
    """Draws the state of an event and what can be done about it. With `keys`, letters do it too; `after` follows upon accept and reject."""
    with st.container(key="decide"):
        st.html(_state(event))
        if keys and event["review"] == "new":
            st.html(f'<p class="hint">{escape(words.listed(doubts(event)) or say("decide.certain"))}</p>')
        if trouble := session.trouble():
            st.html(f'<p role="alert" class="problem">{escape(trouble)}</p>')
        why_field()
        with st.container(horizontal=True, gap="small"):
            for kind, state, key in (("accept", "accepted", "A"), ("reject", "rejected", "D")):
                label, there = say(f"decide.{kind}"), event["review"] == state
                args = (Decision(kind, (event["id"],)), after)  # type: ignore[arg-type]
                st.button(label, key=f"decide-{kind}", on_click=_take, args=args, disabled=there, shortcut=key if keys else None)
            st.button(say("decide.edit"), key="decide-edit", on_click=session.edit, args=(event["id"],), shortcut="E" if keys else None)
            st.button(
                say("decide.undo"), key="decide-undo", on_click=session.undo, disabled=not session.decided(), shortcut="U" if keys else None
            )
        if session.editing() == event["id"]:
            _edit(event, document)


def why_field(*, shown: bool = False) -> None:
    """Draws the field for the reason of a decision; its name is `shown` where it stands among other fields."""
    visibility = "visible" if shown else "collapsed"
    st.text_input(say("decide.why"), key=WHY, placeholder=say("decide.why.hint"), label_visibility=visibility, max_chars=500)


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
    state = f"<strong>{term('decide', event['review'])}</strong>"
    if last and event["review"] != "new":
        state = say("decide.by", state=state, who=escape(last.who), when=escape(instant(last.at)))
    lines = f'<p role="status">{state}</p>'
    if event["tags"]:
        lines += f'<p class="tags">{" ".join(f"<span>{escape(tag)}</span>" for tag in event["tags"])}</p>'
    if event["comment"]:
        lines += f'<p class="remark" dir="auto">{escape(event["comment"])}</p>'
    if log:
        lines += f"<details><summary>{say('decide.log', count=len(log))}</summary>{''.join(map(told, log))}</details>"
    return lines


def _edit(event: Row, document: Document) -> None:
    """The fields of an event, each as it is until it is changed; the date is read while one types."""
    key = _key(event)
    _fill(key, event)
    with st.container(border=True, key="edit"):
        st.text_input(say("decide.date"), key=f"{key}-date")
        st.html(_read(event, document, str(session.widget(f"{key}-date"))))
        st.text_input(say("decide.label"), key=f"{key}-label", max_chars=300)
        known = [name for name, _ in session.names()[:NAMES]]
        for field in ("actors", "places"):
            options = list(dict.fromkeys([*event[field], *list(session.widget(f"{key}-{field}") or []), *known]))
            nobody = say("decide.nobody") if field == "actors" else ""
            st.multiselect(say(f"decide.{field}"), options, key=f"{key}-{field}", accept_new_options=True, placeholder=nobody)
        status, extent = st.columns(2)
        status.selectbox(say("decide.status"), STATUSES, key=f"{key}-status", format_func=lambda status: term("status", status))
        extent.selectbox(say("decide.took"), EXTENTS, key=f"{key}-extent", format_func=lambda extent: say(f"decide.{extent}"))
        start, end = st.columns(2)
        longest = len(document.text)
        start.number_input(say("decide.from"), 0, longest, key=f"{key}-from", help=say("decide.from.help"))
        end.number_input(say("decide.to"), 0, longest, key=f"{key}-to", help=say("decide.to.help"))
        chosen = document.text[int(session.widget(f"{key}-from") or 0) : int(session.widget(f"{key}-to") or 0)]
        if chosen != event["excerpt"]:
            st.html(f'<blockquote dir="auto">{escape(chosen)}</blockquote>')
        st.multiselect(say("decide.tags"), event["tags"], key=f"{key}-tags", accept_new_options=True, placeholder=say("decide.tags.hint"))
        st.text_area(say("decide.remark"), key=f"{key}-comment", height=70, max_chars=2000)
        with st.container(horizontal=True, gap="small"):
            st.button(say("decide.save"), key="edit-save", type="primary", on_click=_save, args=(event, document))
            st.button(say("decide.cancel"), key="edit-cancel", on_click=session.edit, args=(None,), type="tertiary")
        _join_or_split(key, event, document)


def _join_or_split(key: str, event: Row, document: Document) -> None:
    with st.expander(say("decide.others")):
        table = session.table()
        beside = table[(table["document"] == event["document"]) & (table["id"] != event["id"])]
        others = {row["id"]: row for row in beside.to_dict("records")}
        st.multiselect(
            say("decide.same"),
            list(others),
            key=f"{key}-merge",
            format_func=lambda id: f"{words.in_words(when(others[id]))}: {others[id]['label']}" if id in others else id,
            placeholder=say("decide.same.none"),
        )
        st.button(say("decide.join"), key="edit-merge", on_click=_merge, args=(key, event))
        st.text_area(say("decide.parts"), key=f"{key}-split", placeholder=say("decide.parts.hint"), height=90)
        st.button(say("decide.split"), key="edit-split", on_click=_split, args=(key, event, document))


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
        return f'<p class="hint">{say("decide.read-as", edtf=f"<code>{escape(_date(event, document, typed))}</code>")}</p>'
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
