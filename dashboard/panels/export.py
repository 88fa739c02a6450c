"""What is filtered, to take along: the chart as pictures or one offline page, the events as data."""

from functools import partial
from io import BytesIO
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from core.exporters import EXPORTERS, Exporter
from core.table import Row
from dashboard import exporters, filters, session
from dashboard.exporters import html
from dashboard.part import Part
from dashboard.picture import pictures
from dashboard.timeline.component import Shown
from dashboard.timeline.figure import figure
from dashboard.timeline.marks import lane_order
from dashboard.words import say, term

NAME = "dateline"
WIDTH = 1400


def export_panel(rows: Part, shown: Shown) -> None:
    """Draws a button for each format; a file is made when its button is pressed. Chart and page show what the timeline has `shown`."""
    with st.container(key="export", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="hint">{say("export", count=len(rows))}</p>', width="content")
        pictures(lambda: pictured(rows, shown), name=NAME, key="pictures", about=say("export.picture"))
        seen = {"theme": session.theme(), "filtered": filters.to_query(session.shown())}  # a download is no run: it sees no screen
        for exporter in (*exporters.EXPORTERS.values(), *EXPORTERS.values()):
            st.download_button(
                term("export", exporter.name),
                partial(written, exporter, rows, shown, seen),
                file_name=f"{NAME}{exporter.suffix}",
                key=f"export-{exporter.name}",
                help=exporter.about,
                on_click="ignore",
            )


def pictured(rows: Part, shown: Shown) -> go.Figure:
    """The chart of the screen at the width of a picture."""
    look = {"view": shown.view, "choice": shown.lanes, "order": lane_order(session.table())}
    return figure(rows.table, theme=session.theme(), width=WIDTH, selected=session.chosen(), **look)


def written(exporter: Exporter[Row], rows: Part, shown: Shown, seen: dict[str, Any]) -> bytes:
    """The file of these rows; `seen` are the theme and the filter under which they are on the screen."""
    stream, write = BytesIO(), exporter.write
    if exporter.name == html.HTML.name:
        look = {"view": shown.view, "order": lane_order(session.table()), "choice": shown.lanes}
        write = partial(html.write, **look, **seen)
    write(session.records(rows.table), stream)
    return stream.getvalue()
