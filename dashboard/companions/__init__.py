"""With whom an actor took part, as bars to be clicked. Names reach the page as text, never as markup."""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from dashboard.words import SAY, phrases

HERE = Path(__file__).parent

_component = st.components.v2.component(
    "dateline.companions",
    html='<ol class="companions" role="list"></ol>',
    css=(HERE / "companions.css").read_text("utf-8"),
    js=SAY + (HERE / "companions.js").read_text("utf-8"),
)


def companions(met: Sequence[tuple[str, int]], *, key: str, on_click: Callable[[], None]) -> None:
    """Draws a bar for each; `on_click` is called when one was clicked, whose name the session then holds as `click` under the key."""
    _component(key=key, data={"met": [list(each) for each in met], "phrases": phrases("companions")}, on_click_change=on_click)
