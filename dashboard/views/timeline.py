"""The timeline, the excerpt of the chosen event beside it, and the same events as a table and as files."""

import pandas as pd
import streamlit as st

from dashboard.light import Ids
from dashboard.panels.agenda import as_list
from dashboard.panels.chart import chart
from dashboard.panels.excerpt import excerpt_panel
from dashboard.panels.export import export_panel
from dashboard.panels.selection import events
from dashboard.panels.table import table_panel
from dashboard.panels.unplaced import unplaced_panel


@st.fragment
def chronology(table: pd.DataFrame) -> None:
    """What a click changes: the chart, the excerpt, and the chosen row."""
    wide, side = st.columns([5, 2], gap="medium")
    with side:  # first, for a browser shows it before it draws the chart anew
        excerpt_panel(Ids(table["id"]))
    with wide:
        shown = chart(table)
        as_list()
        unplaced_panel()
        export_panel(table, shown)
        table_panel(table)


rows = events()
if rows is not None:
    chronology(rows)
