"""The chart: a click opens the excerpt; what is in view stays in view, whatever is filtered."""

import pandas as pd

from dashboard import session
from dashboard.timeline.component import Shown, timeline


def chart(table: pd.DataFrame) -> Shown:
    """Draws the timeline of the rows, and tells what of them is in view."""
    shown = timeline(
        table,
        key="timeline",
        theme=session.theme(),
        selected=session.chosen(),
        of=session.table(),
        begin=session.view(),
        going=session.going(),
        lanes=session.lanes(),
        on_click=session.choose,
    )
    session.opened_at(shown.first)
    session.note_moves()
    return shown
