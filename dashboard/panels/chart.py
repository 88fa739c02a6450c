"""The chart: a click opens the excerpt."""

import pandas as pd
import streamlit as st

from dashboard import session
from dashboard.timeline.figure import figure

WIDTH = 960


def chart(table: pd.DataFrame) -> None:
    """Draws the timeline of the rows."""
    with st.container(key="timeline"):
        drawn = figure(table, theme=session.theme(), width=WIDTH, selected=session.chosen())
        st.plotly_chart(drawn, key="chart", theme=None, on_select=choose_mark, selection_mode="points", config={"displayModeBar": False})


def choose_mark() -> None:
    """Opens the excerpt of the mark that was clicked."""
    points = session.widget("chart")["selection"]["points"]
    if points and points[0].get("customdata"):
        session.choose(points[0]["customdata"])
