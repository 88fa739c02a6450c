"""The timeline, the excerpt of the chosen event beside it, and the same events as a table and as files."""

import pandas as pd
import streamlit as st

from dashboard import session
from dashboard.panels import empty, style
from dashboard.panels.agenda import as_list
from dashboard.panels.chart import chart
from dashboard.panels.excerpt import excerpt_panel
from dashboard.panels.export import export_panel
from dashboard.panels.filters import filtered
from dashboard.panels.found import found_panel
from dashboard.panels.link import link_note
from dashboard.panels.table import table_panel


@st.fragment
def chronology(table: pd.DataFrame) -> None:
    """What a click changes: the chart, the excerpt, and the chosen row."""
    wide, side = st.columns([5, 2], gap="medium")
    with wide:
        shown = chart(table)
        as_list()
    with side:
        excerpt_panel(list(table["id"]))
    export_panel(table, shown)
    table_panel(table)


style.apply()
if not session.documents():
    empty.no_documents()
elif session.table().empty:
    empty.no_events()
else:
    rows = filtered()
    link_note()
    found_panel()
    if rows.empty:
        empty.nothing_left()
    else:
        chronology(rows)
