"""The views that are saved under a name: kept, opened again, taken away."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from core.errors import DatelineError
from dashboard import session
from dashboard.saved import SavedView, beside, drop, save, saved
from dashboard.words import say
from dashboard.zones import WRITTEN, ZONED, zones

CHOSEN, NAME = "saved-chosen", "saved-name"
LONGEST = 80
"""Characters of a name."""


def saved_panel() -> None:
    """Draws, behind a button, the saved views and a field to save the present one."""
    with st.popover(say("saved"), icon=":material/bookmark:", key="saved"):
        _zone()
        try:
            views = {view.name: view for view in saved(_file())}
        except DatelineError as error:
            _problem(str(error))
            return
        if views:
            _choose(views)
        st.text_input(
            say("saved.as"), key=NAME, max_chars=LONGEST, placeholder=say("saved.as.hint"), on_change=_keep, help=say("saved.about")
        )
        if problem := session.widget("saved-problem"):
            _problem(str(problem))


@st.cache_resource(show_spinner=False, max_entries=2, hash_funcs={pd.DataFrame: id})
def _has_clocks(table: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
    """Whether a table has a time that is written with its zone; the table is kept, so that no other has its id meanwhile."""
    return table, bool(table["edtf"].str.contains(ZONED).any())


def _zone() -> None:
    """The choice of the zone in which clock times are shown, where there is a time that can be told in another."""
    if not (_has_clocks(session.table())[1] or session.zone()):
        return
    session.set_widget("zone-chosen", session.zone())
    st.selectbox(
        say("zone"),
        (WRITTEN, *zones()),
        key="zone-chosen",
        format_func=lambda zone: zone or say("zone.written"),
        on_change=lambda: session.show_in(str(session.widget("zone-chosen"))),
        help=say("zone.about"),
    )


def _file() -> Path:
    return beside(session.opened().library.path)


def _problem(problem: str) -> None:
    st.html(f'<p role="alert" class="problem">{escape(problem)}</p>')


def _choose(views: dict[str, SavedView]) -> None:
    if session.widget(CHOSEN) not in views:
        session.set_widget(CHOSEN, None)
    st.selectbox(say("saved.choose"), list(views), key=CHOSEN, placeholder=say("saved.choose.hint"))
    view = views.get(str(session.widget(CHOSEN)))
    with st.container(horizontal=True):
        if st.button(say("saved.open"), key="saved-open", disabled=view is None, type="primary") and view:
            session.follow(view.query)
            st.switch_page(session.script(view.page), query_params=session.link())
        st.button(
            say("saved.remove"), key="saved-remove", disabled=view is None, on_click=_take_away, icon=":material/delete:", type="tertiary"
        )


def _keep() -> None:
    if name := str(session.widget(NAME) or "").strip():
        view = SavedView(name, session.page(), session.whole_link())
        _change(lambda: save(_file(), view))
        session.set_widget(NAME, "")
        session.set_widget(CHOSEN, name)


def _take_away() -> None:
    name = str(session.widget(CHOSEN))
    _change(lambda: drop(_file(), name))


def _change(deed: Callable[[], None]) -> None:
    session.set_widget("saved-problem", "")
    try:
        deed()
    except DatelineError as error:
        session.set_widget("saved-problem", str(error))
