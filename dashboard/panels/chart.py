"""The chart: a click opens the excerpt; what is in view stays in view, whatever is filtered."""

import pandas as pd

from dashboard import session
from dashboard.timeline.component import timeline


def chart(table: pd.DataFrame) -> None:
    """Draws the timeline of the rows."""
    chosen = session.chosen()
    timeline(table, key="timeline", theme=session.theme(), selected=chosen, of=session.table(), on_click=session.choose)
