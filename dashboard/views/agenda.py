"""The agenda: the selection as a list by day, the excerpt of the chosen event beside it; what the chart shows, for who reads or listens."""

import streamlit as st

from dashboard.panels.agenda import agenda_panel
from dashboard.panels.excerpt import excerpt_panel
from dashboard.panels.selection import events
from dashboard.panels.unplaced import unplaced_panel
from dashboard.part import Part


@st.fragment
def by_day(part: Part) -> None:
    """What a click changes: the list and the excerpt."""
    wide, side = st.columns([5, 3], gap="medium")
    with wide:
        ids = agenda_panel(part)
        unplaced_panel()
    with side:
        excerpt_panel(ids, "agenda")


rows = events()
if rows is not None:
    by_day(rows)
