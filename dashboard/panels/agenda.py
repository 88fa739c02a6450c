"""The agenda of the selection: a page of the list by day, and on every page what has no date."""

from html import escape

import numpy as np
import streamlit as st

from core.absolute import absolute
from core.errors import DateError
from core.when import When
from dashboard import session
from dashboard.agenda import agenda
from dashboard.agenda.days import PAGE, Day, Order, days, order
from dashboard.ids import Ids
from dashboard.panels import paging
from dashboard.part import Part
from dashboard.words import say
from dashboard.zones import in_zone

VIEW = "dashboard/views/agenda.py"
PAGES, SOUGHT = "agenda-page", "agenda-sought"
UNDATED = (say("agenda.undated"), say("agenda.undated.note"))


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={Part: id})
def _order(part: Part) -> tuple[Part, Order, Ids]:
    """The order of some rows and their ids in it, made once; they are kept, so that no others have their id meanwhile."""
    placed = order(part)
    return part, placed, Ids(part["id"].iloc[np.concatenate([placed.dated, placed.undated])])


def agenda_panel(part: Part) -> Ids:
    """Draws the page of the list on which the chosen event stands, and tells the ids of all events in the list's order."""
    _, placed, ids = _order(part)
    place = ids.place(session.chosen())
    count = len(placed.dated)
    page = paging.page(PAGES, count, PAGE, place if place is not None and place < count else None)
    listed = _listed(part, placed.dated[(page - 1) * PAGE : page * PAGE])
    if len(placed.undated):
        first = _listed(part, placed.undated[:PAGE])
        listed.append(Day(*UNDATED, tuple(entry for day in first for entry in day.entries)))
    _steps(placed, page)
    agenda(listed, session.chosen(), key="agenda", on_click=lambda: session.choose(session.widget("agenda")["click"]))
    paging.turn(PAGES, count, PAGE)
    return ids


def as_list() -> None:
    """A link to the agenda of the same selection: the chart's text alternative."""
    with st.container(key="as-list"):
        st.page_link(VIEW, label=say("agenda.link"), icon=":material/view_agenda:", query_params=session.link())


def _listed(part: Part, places: np.ndarray) -> list[Day]:
    rows = part.take(places)
    return days(rows, [in_zone(when, session.zone()) for when in map(When, rows["edtf"], rows["granularity"], rows["mod"])])


def _steps(placed: Order, page: int) -> None:
    """Which events these are, and, where there are several pages, a field that goes to a date."""
    count = len(placed.dated)
    first, last = (page - 1) * PAGE + 1, min(page * PAGE, count)
    if count <= PAGE:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="agenda-steps"):
        st.html(f'<p role="status" class="hint">{say("agenda.range", first=first, last=last, count=count)}</p>', width="stretch")
        st.text_input(
            say("agenda.seek"),
            key=SOUGHT,
            type="search",
            on_change=_go,
            args=(placed,),
            placeholder=say("agenda.seek"),
            label_visibility="collapsed",
            width=200,
        )
    if problem := _sought()[1]:
        st.html(f'<p role="alert" class="problem">{escape(problem)}</p>')


def _sought() -> tuple[float | None, str]:
    """The first instant of the date that was typed; or what is wrong with it."""
    typed = str(session.widget(SOUGHT) or "").strip()
    try:
        return (absolute(typed).start if typed else None), ""
    except DateError as error:
        return None, str(error)


def _go(placed: Order) -> None:
    instant, _ = _sought()
    if instant is not None:
        session.set_widget(PAGES, placed.page_at(instant))
