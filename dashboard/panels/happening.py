"""What a person decides about a happening: who tells of it, and what is right where its sources differ; each with a why and an undo."""

import hashlib
from collections.abc import Callable
from html import escape

import streamlit as st

from core.chronology import Happening
from core.errors import DateError
from core.library import Decision
from core.library.decisions import Kind
from core.table import Row
from core.when import When
from dashboard import relating, session, words
from dashboard.deciding import typed_date
from dashboard.panels.decide import WHY, why, why_field
from dashboard.words import say

NEAREST = 100
"""Events that are offered as telling of the same, the nearest in time."""


def happening_panel(event: Row, *, alone: bool = False) -> None:
    """Draws what can be decided about what an event tells of; `alone` with a why and an undo, where these do not stand beside it."""
    happening = session.happening(event["id"])
    with st.container(key="happening"):
        if done := relating.settled(happening):
            st.html(done)
        with st.expander(say("happening.decide"), key="happening-open"):
            if alone:
                if trouble := session.trouble():
                    st.html(f'<p role="alert" class="problem">{escape(trouble)}</p>')
                why_field()
            _settle(event, happening)
            _part(event, happening)
            _join(event, happening)
        if alone and session.decided():
            st.button(say("decide.undo"), key="happening-undo", on_click=session.undo, icon=":material/undo:", type="tertiary")


def _settle(event: Row, happening: Happening) -> None:
    """Fields for what the sources differ in: one of their versions, or another."""
    if "date" in happening.disputed:
        options = [version.value for version in happening.dates]
        _version(event, "date", options, lambda value: words.in_words(When(value)) if value in options else value)
    if "count" in happening.disputed:
        _version(event, "count", [version.value for version in happening.counts], str)


def _version(event: Row, on: str, options: list[str], told: Callable[[str], str]) -> None:
    key = _key(event, on)
    st.selectbox(
        say(f"happening.{on}"), options, key=key, index=None, format_func=told, accept_new_options=True, placeholder=say("happening.any")
    )
    st.button(say("happening.settle"), key=f"settle-{on}", on_click=_decide_on, args=(event, on, key), disabled=not session.widget(key))


def _decide_on(event: Row, on: str, key: str) -> None:
    typed = str(session.widget(key) or "").strip()
    try:
        values = {"count": typed} if on == "count" else {"edtf": typed_date(typed, session.documents()[event["document"]]).edtf}
    except DateError as error:
        session.complain(str(error))
        return
    _take(Decision("settle", (event["id"],), values, why()))


def _part(event: Row, happening: Happening) -> None:
    """A choice among those that are told with it: does one tell of something else?"""
    there = session.events().those(happening.events)
    others = [id for id in happening.events if id != event["id"] and id in there]
    if others:
        _choice(event, "different", others)


def _join(event: Row, happening: Happening) -> None:
    """A choice among the others: does one tell of it too?"""
    _choice(event, "same", relating.near(session.counting(), event, happening, NEAREST))


def _choice(event: Row, kind: Kind, ids: list[str]) -> None:
    key = _key(event, kind)
    titles, rows = session.documents().titles(), session.events().those(ids)
    told = {id: relating.named(row, titles[row["document"]]) for id, row in rows.items()}
    chosen = st.selectbox(
        say(f"happening.{kind}"),
        [id for id in ids if id in told],
        key=key,
        index=None,
        format_func=lambda id: told.get(id, id),
        placeholder=say("decide.same.none"),
    )
    st.button(say(f"happening.{kind}.take"), key=f"happening-{kind}", on_click=_relate, args=(event, kind, key), disabled=not chosen)


def _relate(event: Row, kind: Kind, key: str) -> None:
    """Says that the chosen event and this one tell of the same, or not."""
    if _take(Decision(kind, (event["id"], str(session.widget(key))), {}, why())):
        session.set_widget(key, None)


def _take(decision: Decision) -> bool:
    if well := session.decide(decision):
        session.set_widget(WHY, "")
    return well


def _key(event: Row, kind: str) -> str:
    return f"happening-{kind}-{hashlib.sha256(event['id'].encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
