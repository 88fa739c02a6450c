"""The timeline, the excerpt of the chosen event beside it, and the same events as a table and as files."""

import streamlit as st

from dashboard.panels.agenda import as_list
from dashboard.panels.chart import chart
from dashboard.panels.excerpt import excerpt_panel
from dashboard.panels.export import export_panel
from dashboard.panels.selection import events
from dashboard.panels.table import table_panel
from dashboard.panels.unplaced import unplaced_panel
from dashboard.part import Part


@st.fragment
def chronology(rows: Part) -> None:
    """What a click changes: the chart, the excerpt, and the chosen row."""
    wide, side = st.columns([5, 2], gap="medium")
    with side:  # first, for a browser shows it before it draws the chart anew
        excerpt_panel(rows.ids)
    with wide:
        shown = chart(rows)
        as_list()
        unplaced_panel()
        export_panel(rows, shown)
        table_panel(rows)


left = events()
if left is not None:
    chronology(left)
