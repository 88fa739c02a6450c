"""The agenda: the selection as a list by day, the excerpt of the chosen event beside it; what the chart shows, for who reads or listens."""

import pandas as pd
import streamlit as st

from dashboard import session
from dashboard.panels import empty, style
from dashboard.panels.agenda import agenda_panel
from dashboard.panels.excerpt import excerpt_panel
from dashboard.panels.filters import filtered
from dashboard.panels.found import found_panel
from dashboard.panels.link import link_note


@st.fragment
def by_day(table: pd.DataFrame) -> None:
    """What a click changes: the list and the excerpt."""
    wide, side = st.columns([5, 3], gap="medium")
    with wide:
        ids = agenda_panel(table)
    with side:
        excerpt_panel(ids)


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
        by_day(rows)
