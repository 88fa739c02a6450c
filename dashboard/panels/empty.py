"""What stands where there is nothing to show: why, and what to do."""

from html import escape
from pathlib import Path

import streamlit as st

from dashboard import session
from dashboard.intake import Handed
from dashboard.shelf import SEEDS
from dashboard.words import say

ADD = "dashboard/views/add.py"


def no_documents() -> None:
    """There is nothing to read yet."""
    with st.container(key="empty", border=True):
        st.markdown(f"#### {say('empty.documents')}")
        st.markdown(say("empty.documents.about"))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(ADD, label=say("page.add"), icon=":material/add:")
            st.button(say("empty.samples"), key="take-samples", on_click=_samples, icon=":material/auto_stories:")
        if not session.opened().passing:
            st.html(f'<p class="hint">{say("empty.kept", path=escape(from_home(session.opened().library.path)))}</p>')


def from_home(path: Path) -> str:
    """A path as a person writes it, from his home on.

    >>> from_home(Path.home() / "work.db"), from_home(Path("/data/work.db"))
    ('~/work.db', '/data/work.db')
    """
    return f"~/{path.relative_to(Path.home()).as_posix()}" if path.is_relative_to(Path.home()) else str(path)


def _samples() -> None:
    session.take_in([Handed(file.name, file.read_bytes()) for file in sorted(SEEDS.iterdir())], None)


def no_events() -> None:
    """There are documents, but nothing in them is dated."""
    with st.container(key="empty", border=True):
        st.markdown(f"#### {say('empty.events')}")
        st.markdown(say("empty.events.about"))
        st.page_link(ADD, label=say("page.add"), icon=":material/add:")


def nothing_left() -> None:
    """The filters let nothing through."""
    with st.container(key="empty", border=True):
        st.markdown(f"#### {say('empty.left')}")
        if session.shown().upside_down:
            st.markdown(say("empty.upside-down"))
        st.markdown(say("empty.left.about", count=len(session.table())))
