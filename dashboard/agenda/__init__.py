"""The agenda on the screen: a list by day, the chosen event marked. Texts reach the page as text, never as markup."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import streamlit as st

from dashboard.agenda.days import Day

HERE = Path(__file__).parent

_component = st.components.v2.component(
    "dateline.agenda",
    html='<div class="agenda"></div>',
    css=(HERE / "agenda.css").read_text("utf-8"),
    js=(HERE / "agenda.js").read_text("utf-8"),
)


def agenda(days: Sequence[Day], chosen: str | None, *, key: str, on_click: Callable[[], None]) -> None:
    """Draws the days; `on_click` is called when an event was clicked, whose id the session then holds as `click` under the key."""
    _component(key=key, data={"days": [asdict(day) for day in days], "chosen": chosen}, on_click_change=on_click)
