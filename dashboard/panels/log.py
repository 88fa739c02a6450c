"""The log of decisions: who decided what, when and why, and the decisions that need a look; each with its undo."""

import streamlit as st

from core.library import Entry
from dashboard import session
from dashboard.deciding import told
from dashboard.words import say

PAGE = 50
"""Entries at a time."""


def log_panel() -> None:
    """Draws the log, newest first."""
    entries = session.log(PAGE * int(session.widget("log-pages") or 1))
    with st.container(key="log"):
        if not entries:
            st.html(f'<p class="hint">{say("log.none")}</p>')
        for entry in entries:
            _entry(entry)
        if entries and entries[-1].number > 1:
            st.button(say("log.older"), key="log-more", on_click=_more)


def looks_panel() -> None:
    """Draws the decisions that no longer fit what is read, and why."""
    by_number = {entry.number: entry for entry in session.log()} if session.looks() else {}
    with st.container(key="log"):
        if not by_number:
            st.html(f'<p class="hint">{say("looks.none")}</p>')
        for number in dict.fromkeys(look.number for look in session.looks()):
            why = [look.why for look in session.looks() if look.number == number]
            _entry(by_number[number], why)


def _entry(entry: Entry, looks: list[str] | None = None) -> None:
    with st.container(horizontal=True, vertical_alignment="top", key=f"entry-{entry.number}"):
        st.html(told(entry, looks or []), width="stretch")
        open_to = next((id for id in entry.decision.events or entry.after if session.event(id)), None)
        if open_to:
            st.button(say("log.open"), key=f"open-{entry.number}", type="tertiary", on_click=_open, args=(open_to,))
        if entry.in_force and entry.decision.kind != "remove":
            st.button(
                say("decide.undo" if entry.undoes is None else "log.redo"),
                key=f"undo-{entry.number}",
                type="tertiary",
                on_click=session.undo,
                args=(entry.number,),
            )


def _open(identifier: str) -> None:
    session.choose(identifier)
    session.set_widget("review-part", "events")


def _more() -> None:
    session.set_widget("log-pages", int(session.widget("log-pages") or 1) + 1)
