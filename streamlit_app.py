"""Dateline's dashboard: page config and navigation; the pages are in dashboard/views."""

from pathlib import Path

import streamlit as st

from core.errors import DatelineError
from dashboard import session
from dashboard.panels.problem import problem

ICON = Path(__file__).parent / "dashboard/icon.svg"
st.set_page_config(page_title="Dateline", page_icon=ICON, layout="wide", menu_items={"About": "Sourced timelines"})
page = st.navigation(
    [
        st.Page("dashboard/views/timeline.py", title="Timeline", icon=":material/timeline:", default=True),
        st.Page("dashboard/views/agenda.py", title="Agenda", icon=":material/view_agenda:"),
        st.Page("dashboard/views/actors.py", title="Actors", icon=":material/group:"),
        st.Page("dashboard/views/compare.py", title="Compare", icon=":material/compare:"),
        st.Page("dashboard/views/document.py", title="Documents", icon=":material/article:"),
        st.Page("dashboard/views/review.py", title="Review", icon=":material/rule:"),
        st.Page("dashboard/views/add.py", title="Add documents", icon=":material/add:"),
    ],
    position="top",
)
try:
    session.look()
except DatelineError as error:
    problem(error)
else:
    session.follow_link(page.url_path)
    page.run()
