"""What a visitor has chosen, and the link that carries it: filter, open event, stretch of time, lanes, zone, page."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from core.when import When
from dashboard import filters, words
from dashboard.filters import Filter, View
from dashboard.theme import ThemeName
from dashboard.timeline.lanes import LINK, Choice, from_query, to_query, told
from dashboard.zones import WRITTEN, in_zone, zones

VIEWS = Path(__file__).parents[1] / "views"


def complain(problem: str) -> None:
    """Has the page say what was wrong with what was asked for."""
    st.session_state["trouble"] = problem


def trouble() -> str:
    """What was wrong with the last decision, nothing where it went well."""
    return str(st.session_state.get("trouble", ""))


def zone() -> str:
    """The zone in which clock times are shown, "" for as they are written."""
    return str(st.session_state.get("zone", WRITTEN))


def said(when: When) -> str:
    """A date in words, its clock time in the zone in which clock times are shown."""
    return words.in_words(in_zone(when, zone()))


def show_in(zone: str) -> None:
    """Shows clock times in a zone."""
    st.session_state["zone"] = zone
    _write_link()


def shown() -> Filter:
    """The filter in force."""
    return st.session_state.get("filter", filters.EVERYTHING)


def show(chosen: Filter) -> None:
    """Puts a filter in force."""
    st.session_state["filter"] = chosen
    _write_link()


def chosen() -> str | None:
    """The id of the event whose excerpt is open."""
    return st.session_state.get("event")


def choose(identifier: str | None) -> None:
    """Opens the excerpt of an event."""
    st.session_state["event"] = identifier
    complain("")
    _write_link()


def widget(key: str) -> object:
    """The value that a widget holds, None before it was drawn."""
    return st.session_state.get(key)


def set_widget(key: str, value: object) -> None:
    """Gives a widget its value; to be called before the widget is drawn."""
    st.session_state[key] = value


def page() -> str:
    """The page that is shown: the last part of its address, "" for the timeline."""
    return str(st.session_state.get("page", ""))


def script(page: str) -> str:
    """The script of a page, that of the timeline where there is no such page."""
    known = {path.stem for path in VIEWS.glob("*.py")}
    return f"dashboard/views/{page if page in known else 'timeline'}.py"


def view() -> View | None:
    """The stretch of time that the visitor came to on the chart, None where he never moved."""
    told = (st.session_state.get("timeline") or {}).get("view")
    if told:
        st.session_state["view"] = tuple(told)
    return st.session_state.get("view")


def opened_at(first: View) -> None:
    """Remembers the view with which the chart opens for everybody: a link need not carry it."""
    st.session_state["first-view"] = first


def _moved_to() -> View | None:
    """The view of the visitor, None where it is the one that everybody begins with."""
    stretch, first = view(), st.session_state.get("first-view")
    same = stretch and first and all(abs(one - other) < 1 for one, other in zip(stretch, first, strict=True))
    return None if same else stretch


def going() -> View | None:
    """The stretch that the chart is to go to, that of a link that was just followed, until it has moved: a run that is broken off tells
    nobody."""
    stretch, left = st.session_state.get("going", (None, None))
    told = _told_view()
    if told is not None and told != left:
        st.session_state.pop("going", None)
        return None
    return stretch


def _told_view() -> list[float] | None:
    """The stretch of time that the chart itself has told."""
    return (st.session_state.get("timeline") or {}).get("view")


def lanes() -> Choice:
    """How the visitor has the lanes made: as he last told on the chart, or as a link did that he followed since."""
    made, left = st.session_state.get("lanes", (Choice(), None))
    asked = (st.session_state.get("timeline") or {}).get("lanes")
    if asked is not None and asked != left:
        made = told(asked)
        st.session_state["lanes"] = (made, asked)
    return made


def note_moves() -> None:
    """Has the link carry where the visitor has come to on the chart, and how its lanes are made."""
    query, last = whole_link(), st.session_state.get("link", {})
    if going() is None and any(query.get(name) != last.get(name) for name in ("view", "by", *LINK)):
        st.query_params.from_dict(query)
        st.session_state["link"] = link()


def whole_link() -> dict[str, list[str]]:
    """Everything that a link can carry now: the filter, the open event, the stretch of time on the chart, and how its lanes are made."""
    query = filters.to_query(shown()) | to_query(lanes())
    if event_id := chosen():
        query["event"] = [event_id]
    if zone():
        query["zone"] = [zone()]
    if stretch := _moved_to():
        query["view"] = [filters.view_text(stretch)]
    return query


def _write_link() -> None:
    query = whole_link()
    if query != link():
        st.query_params.from_dict(query)
    st.session_state["link"] = link()
    st.session_state["unusable"] = []


def link() -> dict[str, list[str]]:
    """What the link carries now."""
    return {name: st.query_params.get_all(name) for name in sorted(st.query_params)}


def follow(query: Mapping[str, list[str]]) -> None:
    """Shows what a query says, and writes it into the link."""
    _take(query)
    _write_link()


def _take(query: Mapping[str, list[str]]) -> None:
    st.session_state["filter"] = filters.from_query(query)
    st.session_state["event"] = (query.get("event") or [None])[-1]
    named = (query.get("zone") or [WRITTEN])[-1]
    st.session_state["zone"] = named if named in zones() else WRITTEN
    st.session_state["lanes"] = (from_query(query), (st.session_state.get("timeline") or {}).get("lanes"))
    if stretch := filters.view_of((query.get("view") or [""])[-1]):
        st.session_state["going"] = (stretch, _told_view())
        st.session_state.pop("timeline", None)
        st.session_state["view"] = stretch


def follow_link(page: str) -> None:
    """Takes over what the link says where somebody else wrote it: a copied link, or the browser's back button.

    Turning to another page drops what the link carried; then it is written again.
    """
    turned = st.session_state.get("page", page) != page
    st.session_state["page"] = page
    now = link()
    if turned and not now:
        _write_link()
    elif now != st.session_state.get("link"):
        _take(now)
        st.session_state["link"] = st.session_state["followed"] = now
        st.session_state["unusable"] = []


def theme() -> ThemeName:
    """The theme that the visitor's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"
