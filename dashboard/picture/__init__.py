"""Pictures of the chart: the browser, which has Plotly already, draws the figure to a PNG or SVG file."""

from collections.abc import Callable
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from dashboard import session
from dashboard.words import SAY, phrases

HERE = Path(__file__).parent
_component = st.components.v2.component(
    "dateline.picture",
    html='<div class="pictures"></div>',
    css=(HERE / "picture.css").read_text("utf-8"),
    js=SAY + (HERE / "picture.js").read_text("utf-8"),
)


def pictures(figure: Callable[[], go.Figure], *, name: str, key: str, about: str) -> None:
    """A button for each format; the figure is made when one of them is pressed, and saved under that name. `about` says what it shows."""
    wanted = (session.widget(key) or {}).get("wanted")
    data: dict[str, object] = {"name": name, "about": about, "phrases": phrases("picture")}
    if wanted:
        data |= {"wanted": wanted, "figure": figure().to_plotly_json()}
    _component(key=key, data=data, width="content", on_wanted_change=lambda: None)
