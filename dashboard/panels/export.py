"""What is filtered, to take along: the chart as pictures or one offline page, the events as data."""

from functools import partial
from io import BytesIO

import pandas as pd
import streamlit as st

from core.exporters import EXPORTERS, Exporter
from core.table import Row
from dashboard import exporters
from dashboard.picture import pictures
from dashboard.timeline.figure import figure

NAME = "dateline"
WIDTH = 1400
LABELS = {"html": "Page as HTML", "csv": "Events as CSV", "jsonl": "Events as JSON Lines"}


def export_panel(table: pd.DataFrame) -> None:
    """Draws a button for each format; a file is made when its button is pressed."""
    with st.container(key="export", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<p class="hint">Take along what is shown, {len(table):,} {"event" if len(table) == 1 else "events"}:</p>', width="content"
        )
        pictures(lambda: figure(table, width=WIDTH), name=NAME, key="pictures")
        for exporter in (*exporters.EXPORTERS.values(), *EXPORTERS.values()):
            st.download_button(
                LABELS.get(exporter.name, exporter.name),
                partial(written, exporter, table),
                file_name=f"{NAME}{exporter.suffix}",
                key=f"export-{exporter.name}",
                help=exporter.about,
                on_click="ignore",
            )


def written(exporter: Exporter[Row], table: pd.DataFrame) -> bytes:
    """The file of these rows."""
    stream = BytesIO()
    exporter.write(table.to_dict("records"), stream)
    return stream.getvalue()
