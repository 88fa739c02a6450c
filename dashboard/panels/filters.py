"""The widgets of the filter: one row, the rarer ones behind a button."""

from collections import Counter
from html import escape

import pandas as pd
import streamlit as st

from core.absolute import absolute
from core.errors import DateError
from core.model import STATUSES
from core.when import GRANULARITIES, When
from dashboard import filters, session, words
from dashboard.filters import EVERYTHING, MATCHES, Filter

KEYS = {
    "text": "filter-text",
    "actors": "filter-actors",
    "match": "filter-match",
    "since": "filter-from",
    "until": "filter-to",
    "documents": "filter-documents",
    "statuses": "filter-statuses",
    "precisions": "filter-precisions",
}
MATCH_WORDS = {"any": "any of them", "all": "all of them", "none": "none of them"}


def filtered() -> pd.DataFrame:
    """Draws the filters and gives the rows that they leave."""
    everything, shown = session.table(), session.shown()
    left = filters.apply(everything, shown)
    with st.container(key="filters", horizontal=True, vertical_alignment="center", gap="small"):
        _text(shown)
        st.checkbox("Filters", key="filter-fold")  # a phone shows the others when this is ticked: see style.css
        _actors(everything, shown)
        _more(everything, shown)
        _count(len(left), len(everything))
        if shown.active:
            st.button("Clear", key="filter-clear", on_click=_clear, icon=":material/filter_alt_off:", type="tertiary")
    return left


def _text(shown: Filter) -> None:
    session.set_widget(KEYS["text"], shown.text)
    st.text_input(
        "Search",
        key=KEYS["text"],
        type="search",
        live=True,
        on_change=_take,
        placeholder="Search the events",
        label_visibility="collapsed",
        width=220,
    )


def _actors(everything: pd.DataFrame, shown: Filter) -> None:
    counts = Counter(name for names in everything["actors"] for name in names)
    options = [name for name, _ in counts.most_common()] + [name for name in shown.actors if name not in counts]
    session.set_widget(KEYS["actors"], list(shown.actors))
    st.multiselect(
        "Actors",
        options,
        key=KEYS["actors"],
        on_change=_take,
        format_func=lambda name: f"{name} ({counts[name]})",
        placeholder="All actors",
        select_all=False,
        label_visibility="collapsed",
        width=340,
    )
    session.set_widget(KEYS["match"], shown.match)
    if not shown.actors and shown.match == EVERYTHING.match:
        return  # of nobody there is nothing to match
    st.segmented_control(
        "Matching",
        MATCHES,
        key=KEYS["match"],
        on_change=_take,
        format_func=MATCH_WORDS.__getitem__,
        required=True,
        label_visibility="collapsed",
    )


def _more(everything: pd.DataFrame, shown: Filter) -> None:
    behind = Filter(since=shown.since, until=shown.until, documents=shown.documents, statuses=shown.statuses, precisions=shown.precisions)
    with st.popover(f"More filters ({behind.active})" if behind.active else "More filters", icon=":material/tune:", key="filter-more"):
        first, last = st.columns(2)
        with first:
            _date("From", KEYS["since"], shown.since, "2001, spring 2020 ...")
        with last:
            _date("To", KEYS["until"], shown.until, "August 2021 ...")
        titles = session.documents().titles()
        session.set_widget(KEYS["documents"], list(shown.documents))
        st.multiselect(
            "Documents",
            [*titles, *(name for name in shown.documents if name not in titles)],
            key=KEYS["documents"],
            on_change=_take,
            format_func=lambda name: titles.get(name, name),
            placeholder="all documents",
        )
        _pills("Status", KEYS["statuses"], STATUSES, everything["status"], shown.statuses)
        _pills("Known to the", KEYS["precisions"], GRANULARITIES, everything["granularity"], shown.precisions)


def _pills(label: str, key: str, order: tuple[str, ...], column: pd.Series, chosen: tuple[str, ...]) -> None:
    there = {*column.unique(), *chosen}
    session.set_widget(key, list(chosen))
    st.pills(label, [value for value in order if value in there], key=key, selection_mode="multi", on_change=_take)


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
    noun = "event" if whole == 1 else "events"
    with st.container(key="event-count", width="content"):
        st.html(f'<p role="status"><strong>{left:,}</strong> {f"of {whole:,} " if left != whole else ""}{noun}</p>')


def _take() -> None:
    """Puts in force what the widgets say; a date that cannot be read leaves the one before."""
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
