"""The happenings that several documents tell of, and the sources of the chosen one side by side."""

import pandas as pd
import streamlit as st

from core.chronology import Happening
from core.when import When
from dashboard import compare, corroboration, session, words
from dashboard.filters import Filter
from dashboard.panels.filters import selected
from dashboard.panels.happening import happening_panel
from dashboard.panels.table import NONE_SELECTED, grid
from dashboard.words import say, term

VIEW = "dashboard/views/compare.py"
READ = "dashboard/views/document.py"
MOST = 1000
"""Happenings in the list."""
SHOWN = 9
"""Sources side by side; the others are counted."""
ACROSS = 3
HEIGHT, ALONE = 300, 560
"""Pixels of the list at most: beneath the sources, and where none are shown."""
COLUMNS = {
    "label": st.column_config.TextColumn(say("compare.happening"), width="large"),
    "when": st.column_config.TextColumn(say("compare.when"), width=170),
    "documents": st.column_config.NumberColumn(say("compare.documents"), width=90),
    "sources": st.column_config.NumberColumn(say("compare.sources"), width=100),
    "disputed": st.column_config.TextColumn(say("compare.disputed"), width=130),
}


@st.cache_resource(show_spinner=False, max_entries=4, hash_funcs={pd.DataFrame: id})
def _several(everything: pd.DataFrame, shown: Filter) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The happenings of the filter's rows that several documents tell of; the table is kept, so that no other has its id."""
    return everything, compare.told_by_several(everything, selected(shown).table, MOST)


def compare_panel() -> None:
    """Draws the sources of the happening that the chosen event tells of, and the list to choose another from."""
    _, found = _several(session.table(), session.shown())
    chosen = session.chosen()
    if chosen in session.events():
        _sources(session.happening(str(chosen)))
        happening_panel(session.events()[str(chosen)], alone=True)
    elif found.empty:
        st.html(f'<p class="hint">{say("compare.none")}</p>')
    else:
        st.html(f'<p class="hint">{say("compare.choose")}</p>')
    if not found.empty:
        _list(found)


def compare_link(happening: Happening) -> None:
    """A link to the sources of a happening, where there are several."""
    if len(happening.documents) > 1:
        st.page_link(VIEW, label=say("compare.link"), icon=":material/compare:", query_params=session.link())


def _list(found: pd.DataFrame) -> None:
    """The happenings, those in dispute first; a click opens one."""
    ids = list(found["id"])
    told = session.happenings(ids)
    here = next((each.id for each in told if session.chosen() in each.events), None)
    key = f"compare-{grid(ids)}"
    rows = [place for place, each in enumerate(told) if each.id == here]
    session.set_widget(key, {"selection": NONE_SELECTED | {"rows": rows}})
    with st.container(key="happenings"):
        st.dataframe(
            pd.DataFrame(
                {
                    "label": [each.label for each in told],
                    "when": [session.said(When(each.when)) for each in told],
                    "documents": [len(each.documents) for each in told],
                    "sources": [each.sources for each in told],
                    "disputed": [words.listed([term("dispute", what) for what in each.disputed]) for each in told],
                }
            ),
            key=key,
            hide_index=True,
            column_config=COLUMNS,
            height=min(HEIGHT if session.chosen() else ALONE, 38 + 35 * len(ids)),
            on_select=lambda: _choose(key, ids),
            selection_mode=["single-row", "single-cell"],
            alt=say("compare.alt"),
        )


def _choose(key: str, ids: list[str]) -> None:
    selection = session.widget(key)["selection"]
    if rows := [row for row, _ in selection["cells"]] or selection["rows"]:
        session.choose(ids[rows[0]])


def _sources(happening: Happening) -> None:
    table = session.table()
    rows = {row["id"]: row for row in session.records(table[table["id"].isin(happening.events)])}
    told = compare.side_by_side(happening, rows, session.zone())
    with st.container(key="compare"):
        st.html(compare.summary(happening, told))
        if differ := corroboration.disagreement(happening, rows, session.documents(), session.zone()):
            st.html(differ)
        if len(told) < 2:
            st.html(f'<p class="hint">{say("compare.alone")}</p>')
        for first in range(0, min(len(told), SHOWN), ACROSS):
            for column, source in zip(st.columns(ACROSS, gap="medium"), told[first : min(first + ACROSS, SHOWN)], strict=False):
                with column, st.container(border=True):
                    st.html(compare.card(source))
                    if st.button(say("open-document"), key=f"read-{source.place}", icon=":material/article:"):
                        session.choose(source.rows[0]["id"])
                        st.switch_page(READ, query_params=session.link())
        if len(told) > SHOWN:
            st.html(f'<p class="hint">{say("compare.later", count=len(told) - SHOWN)}</p>')
