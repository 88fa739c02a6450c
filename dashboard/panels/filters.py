"""The widgets of the filter: one row, the rarer ones behind a button."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from itertools import islice

import streamlit as st

from core.absolute import absolute
from core.errors import DateError
from core.when import When
from dashboard import filters, session, words
from dashboard.filters import EVERYTHING, FACETS, MARKS, MATCHES, Facet, Filter
from dashboard.found import Found
from dashboard.panels.saved import saved_panel
from dashboard.part import Part
from dashboard.words import say, term

KEYS = {
    "text": "filter-text",
    "actors": "filter-actors",
    "match": "filter-match",
    "since": "filter-from",
    "until": "filter-to",
    **{facet.field: f"filter-{facet.field}" for facet in FACETS.values()},
    "marks": "filter-marks",
}
OFFERED = 500
"""Values offered of one kind, the most frequent; any other can be typed."""


@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs={Found: id})
def _left(found: Found, shown: Filter) -> tuple[Found, Part]:
    """The rows that a filter leaves: the same part each time, so that what is made of it can be kept too; what was searched is
    kept, so that nothing else has its id meanwhile."""
    return found, filters.apply(found, shown)


def selected(shown: Filter | None = None) -> Part:
    """The rows that a filter leaves, that in force where none is given."""
    return _left(session.found(), session.shown() if shown is None else shown)[1]


def filtered() -> Part:
    """Draws the filters and gives the rows that they leave."""
    found, shown = session.found(), session.shown()
    left = selected()
    with st.container(key="filters", horizontal=True, vertical_alignment="center", gap="small"):
        _text(shown)
        st.checkbox(say("filters.fold"), key="filter-fold")  # a phone shows the others when this is ticked: see style.css
        _actors(found, shown)
        _more(found, shown)
        _count(len(left), len(found.table))
        if shown.active:
            st.button(say("filters.clear"), key="filter-clear", on_click=_clear, icon=":material/filter_alt_off:", type="tertiary")
        saved_panel()
    return left


def _text(shown: Filter) -> None:
    session.set_widget(KEYS["text"], shown.text)
    st.text_input(
        say("filters.search"),
        key=KEYS["text"],
        type="search",
        live=True,
        on_change=_take,
        placeholder=say("filters.search.hint"),
        label_visibility="collapsed",
        width=200,
    )


def _actors(found: Found, shown: Filter) -> None:
    counts = found.counts("actors")
    options = _offered(counts, shown.actors)
    session.set_widget(KEYS["actors"], list(shown.actors))
    st.multiselect(
        say("filters.actors"),
        options,
        key=KEYS["actors"],
        on_change=_take,
        format_func=lambda name: say("filters.counted", name=name, count=counts.get(name, 0)),
        placeholder=say("filters.actors.hint"),
        select_all=False,
        accept_new_options=len(counts) > OFFERED,
        label_visibility="collapsed",
        width=300,
    )
    session.set_widget(KEYS["match"], shown.match)
    if not shown.actors and shown.match == EVERYTHING.match:
        return  # of nobody there is nothing to match
    st.segmented_control(
        say("filters.match"),
        MATCHES,
        key=KEYS["match"],
        on_change=_take,
        format_func=lambda match: say(f"filters.match.{match}"),
        required=True,
        label_visibility="collapsed",
    )


def _more(found: Found, shown: Filter) -> None:
    behind = replace(shown, actors=(), match=EVERYTHING.match, text="").active
    label = say("filters.more.active", count=behind) if behind else say("filters.more")
    with st.popover(label, icon=":material/tune:", key="filter-more", width="content"):
        first, last = st.columns(2)
        with first:
            _date(say("filters.from"), KEYS["since"], shown.since, say("filters.from.hint"))
        with last:
            _date(say("filters.to"), KEYS["until"], shown.until, say("filters.to.hint"))
        for facet in FACETS.values():
            _facet(facet, found.counts(facet.column), getattr(shown, facet.field))
        there = [mark for mark in MARKS if mark in shown.marks or filters.marked(found.table, mark).any()]
        _pills("marks", "mark", there, shown.marks)


def _offered(counts: Mapping[str, int], chosen: Sequence[str]) -> list[str]:
    """The most frequent values, and those that are chosen."""
    most = list(islice(counts, OFFERED))
    return [*most, *(value for value in chosen if value not in most)]


def _facet(facet: Facet, counts: Mapping[str, int], chosen: tuple[str, ...]) -> None:
    """A choice among the values of a facet; none where all events have the same."""
    there = _offered(counts, chosen)
    if facet.field == "reviews" and session.rejected():
        there = [*dict.fromkeys([*there, "rejected"])]  # in the table only when they are asked for
    if len(there) < 2 and not chosen and (sum(counts.values()) == len(session.table()) or not there):
        return
    if facet.values:
        _pills(facet.field, facet.column, [value for value in facet.values if value in there], chosen)
        return
    names = session.documents().titles() if facet.column == "document" else {}
    session.set_widget(KEYS[facet.field], list(chosen))
    st.multiselect(
        say(f"filters.{facet.field}"),
        there,
        key=KEYS[facet.field],
        on_change=_take,
        format_func=lambda value: say("filters.counted", name=names.get(value, value), count=counts.get(value, 0)),
        placeholder=say("filters.all"),
        select_all=False,
        accept_new_options=len(counts) > OFFERED,
    )


def _pills(field: str, kind: str, values: Sequence[str], chosen: tuple[str, ...]) -> None:
    """A choice among few values of a kind, which have words of their own."""
    if not values:
        return
    session.set_widget(KEYS[field], list(chosen))
    named = partial(term, kind)
    st.pills(say(f"filters.{field}"), values, key=KEYS[field], selection_mode="multi", on_change=_take, format_func=named)


def _edtf(key: str) -> str | None:
    """What stands in a date field, as EDTF. Raises DateError."""
    typed = str(session.widget(key) or "").strip()
    return absolute(typed).edtf if typed else None


def _date(label: str, key: str, value: str | None, placeholder: str) -> None:
    """A date field; what is typed there stays as it is typed as long as it means what the filter says."""
    problem = None
    try:
        if _edtf(key) != value:
            session.set_widget(key, words.in_words(When(value)) if value else "")
    except DateError as error:
        problem = error
    st.text_input(label, key=key, on_change=_take, placeholder=placeholder)
    if problem:
        st.html(f'<p role="alert" class="problem">{escape(str(problem))}</p>')


def _count(left: int, whole: int) -> None:
    told = say("filters.count" if left == whole else "filters.left", left=f"<strong>{left:,}</strong>", count=whole)
    with st.container(key="event-count", width="content"):
        st.html(f'<p role="status">{told}</p>')


def _take() -> None:
    """Puts in force what the widgets say; a date that cannot be read leaves the one before, and what is not drawn stays as it is."""
    fields: dict[str, object] = {}
    for field, key in KEYS.items():
        if field in ("since", "until"):
            try:
                fields[field] = _edtf(key)
            except DateError:
                fields[field] = getattr(session.shown(), field)
            continue
        value = session.widget(key)
        fields[field] = tuple(value) if isinstance(value, list) else value or getattr(EVERYTHING, field)
    session.show(Filter(**fields))  # type: ignore[arg-type]


def _clear() -> None:
    for key in (KEYS["since"], KEYS["until"]):
        session.set_widget(key, "")
    session.show(EVERYTHING)
