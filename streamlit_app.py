"""Dateline's dashboard: page config and navigation; the pages are in dashboard/views."""

from pathlib import Path

import streamlit as st

from core.errors import DatelineError
from dashboard import session, shelf
from dashboard.panels.heading import heading
from dashboard.panels.opening import opening
from dashboard.panels.problem import problem
from dashboard.words import say

ICON = Path(__file__).parent / "dashboard/icon.svg"
st.set_page_config(page_title=say("app"), page_icon=ICON, layout="wide", menu_items={"About": say("app.about")})
page = st.navigation(
    [
        st.Page("dashboard/views/timeline.py", title=say("page.timeline"), icon=":material/timeline:", default=True),
        st.Page("dashboard/views/agenda.py", title=say("page.agenda"), icon=":material/view_agenda:"),
        st.Page("dashboard/views/actors.py", title=say("page.actors"), icon=":material/group:"),
        st.Page("dashboard/views/compare.py", title=say("page.compare"), icon=":material/compare:"),
        st.Page("dashboard/views/document.py", title=say("page.document"), icon=":material/article:"),
        st.Page("dashboard/views/review.py", title=say("page.review"), icon=":material/rule:"),
        st.Page("dashboard/views/add.py", title=say("page.add"), icon=":material/add:"),
    ],
    position="top",
)
try:
    if there := shelf.ready(shelf.AT_ONCE):
        session.look()
except DatelineError as error:
    problem(error)
else:
    if there:
        session.follow_link(page.url_path)
        heading(page.title)
        page.run()
    else:
        opening()
