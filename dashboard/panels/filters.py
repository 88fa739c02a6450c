"""The widgets of the filter: one row, the rarer ones behind a button."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape
from itertools import chain, islice

import pandas as pd
import streamlit as st

from core.absolute import absolute
from core.errors import DateError
from core.when import When
from dashboard import filters, session, words
from dashboard.filters import EVERYTHING, FACETS, MARKS, MATCHES, Facet, Filter, Found
from dashboard.panels.saved import saved_panel
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


@st.cache_resource(show_spinner=False, max_entries=2, hash_funcs={pd.DataFrame: id})
def _found(everything: pd.DataFrame) -> Found:
    """What a table is searched by, made once; it keeps the table, so that no other has its id meanwhile."""
    return Found(everything)


@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs={pd.DataFrame: id})
def _left(everything: pd.DataFrame, shown: Filter) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that a filter leaves: the same table each time, so that what is made of it can be kept too."""
    return everything, filters.apply(everything, shown, _found(everything))


def selected(shown: Filter | None = None) -> pd.DataFrame:
    """The rows that a filter leaves, that in force where none is given."""
    return _left(session.table(), session.shown() if shown is None else shown)[1]


def filtered() -> pd.DataFrame:
    """Draws the filters and gives the rows that they leave."""
    everything, shown = session.table(), session.shown()
    left = selected()
    with st.container(key="filters", horizontal=True, vertical_alignment="center", gap="small"):
        _text(shown)
        st.checkbox(say("filters.fold"), key="filter-fold")  # a phone shows the others when this is ticked: see style.css
        _actors(everything, shown)
        _more(everything, shown)
        _count(len(left), len(everything))
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


@st.cache_resource(show_spinner=False, max_entries=2, hash_funcs={pd.DataFrame: id})
def _values(everything: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, Counter[str]]]:
    """How many events have each actor and each value of a facet, the most frequent first; counted once for a table."""
    columns = {"actors": ("actors", True)} | {facet.field: (facet.column, facet.many) for facet in FACETS.values()}
    counts = {}
    for field, (column, many) in columns.items():
        there = chain.from_iterable(everything[column]) if many else everything[column].dropna()
        counts[field] = Counter(dict(Counter(there).most_common()))
    return everything, counts


def _actors(everything: pd.DataFrame, shown: Filter) -> None:
    counts = _values(everything)[1]["actors"]
    options = _offered(counts, shown.actors)
    session.set_widget(KEYS["actors"], list(shown.actors))
    st.multiselect(
        say("filters.actors"),
        options,
        key=KEYS["actors"],
        on_change=_take,
        format_func=lambda name: say("filters.counted", name=name, count=counts[name]),
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


def _more(everything: pd.DataFrame, shown: Filter) -> None:
    behind = replace(shown, actors=(), match=EVERYTHING.match, text="").active
    label = say("filters.more.active", count=behind) if behind else say("filters.more")
    with st.popover(label, icon=":material/tune:", key="filter-more", width="content"):
        first, last = st.columns(2)
        with first:
            _date(say("filters.from"), KEYS["since"], shown.since, say("filters.from.hint"))
        with last:
            _date(say("filters.to"), KEYS["until"], shown.until, say("filters.to.hint"))
        counts = _values(everything)[1]
        for facet in FACETS.values():
            _facet(facet, counts[facet.field], getattr(shown, facet.field))
        there = [mark for mark in MARKS if mark in shown.marks or filters.marked(everything, mark).any()]
        _pills("marks", "mark", there, shown.marks)


def _offered(counts: Counter[str], chosen: Sequence[str]) -> list[str]:
    """The most frequent values, and those that are chosen."""
    most = list(islice(counts, OFFERED))
    return [*most, *(value for value in chosen if value not in most)]


def _facet(facet: Facet, counts: Counter[str], chosen: tuple[str, ...]) -> None:
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
        format_func=lambda value: say("filters.counted", name=names.get(value, value), count=counts[value]),
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
