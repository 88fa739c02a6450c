"""The chart: a click opens the excerpt; what is in view stays in view, whatever is filtered."""

from dashboard import session
from dashboard.part import Part
from dashboard.timeline.component import Shown, timeline


def chart(rows: Part) -> Shown:
    """Draws the timeline of the rows, and tells what of them is in view."""
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
