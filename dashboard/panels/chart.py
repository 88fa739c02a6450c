"""The chart: a click opens the excerpt; what is in view stays in view, whatever is filtered."""

import streamlit as st

from dashboard import session
from dashboard.part import Part
from dashboard.timeline.component import Shown, timeline

PLACE = "chart"
"""The name of the chart's place on its page, to which a link leads."""


def chart(rows: Part) -> Shown:
    """Draws the timeline of the rows, and tells what of them is in view."""
    st.html(f'<a id="{PLACE}"></a>')
    shown = timeline(
        rows,
        key="timeline",
        theme=session.theme(),
        selected=session.chosen(),
        begin=session.view(),
        going=session.going(),
        lanes=session.lanes(),
        on_click=session.choose,
    )
    session.opened_at(shown.first)
    session.note_moves()
    return shown
