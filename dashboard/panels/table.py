"""The same events as a table: sortable, its selection tied to the timeline."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import session, words

GRID = "table-grid"
HEIGHT = 420
NONE_SELECTED = {"rows": [], "columns": [], "cells": []}
COLUMNS = {
    "order": st.column_config.NumberColumn("#", help="Place in time", width=50),
    "edtf": st.column_config.TextColumn("EDTF", help="The date in Extended Date/Time Format", width=130),
    "label": st.column_config.TextColumn("Event", width="large"),
    "actors": st.column_config.ListColumn("Actors", width="medium"),
    "status": st.column_config.TextColumn("Status", width=90),
    "source": st.column_config.TextColumn("Document", width="medium"),
}


def dates(table: pd.DataFrame) -> list[str]:
    """The date of each row as a code that sorts by time as text does: the grid sorts by it, and shows the date in words.

    >>> dates(pd.DataFrame({"edtf": ["-0043", "2021-10", "2021-10", "2021-12-01"]}))
    ['0000000', '0000001', '0000001', '0000002']
    """
    return [f"{number:07d}" for number in pd.factorize(table["edtf"])[0]]


def displayed(table: pd.DataFrame, titles: Mapping[str, str]) -> pd.DataFrame:
    """The rows as the screen shows them, in the same order."""
    return pd.DataFrame(
        {
            "order": range(1, len(table) + 1),
            "when": dates(table),
            "edtf": table["edtf"].to_numpy(),
            "label": table["label"].to_numpy(),
            "actors": table["actors"].to_numpy(),
            "status": table["status"].to_numpy(),
            "source": [titles.get(document, document) for document in table["document"]],
        }
    )


def table_panel(table: pd.DataFrame) -> None:
    """Draws the table; a chosen row opens its excerpt, and the chosen event has its row marked."""
    ids = list(table["id"])
    titles = {identifier: document.title or identifier for identifier, document in session.documents().items()}
    chosen = session.chosen()
    key = grid(ids)
    session.set_widget(key, {"selection": NONE_SELECTED | {"rows": [ids.index(chosen)] if chosen in ids else []}})
    with st.container(key="table"):
        st.dataframe(
            displayed(table, titles),
            key=key,
            hide_index=True,
            column_config=COLUMNS | {"when": when_column(table)},
            height=min(HEIGHT, 38 + 35 * len(table)),
            on_select=lambda: choose_row(key, ids),
            selection_mode=["single-row", "single-cell"],
            alt="The events of the timeline, one a row, in order of time",
        )


def when_column(table: pd.DataFrame) -> Any:
    """The column that shows each date in words and sorts by time."""
    said = dict(zip(dates(table), [words.in_words(session.events()[identifier].when) for identifier in table["id"]], strict=True))
    return st.column_config.SelectboxColumn("When", width=190, options=list(said), format_func=said.__getitem__)


def grid(ids: list[str]) -> str:
    """The key of the table of these events: each has its own, so that a row selected in one never counts in another."""
    return f"{GRID}-{hashlib.sha256(json.dumps(ids).encode()).hexdigest()[:16]}"


def choose_row(key: str, ids: list[str]) -> None:
    """Opens the excerpt of the row that was clicked, wherever in it; a second click on it leaves it open."""
    selection = session.widget(key)["selection"]
    if rows := [row for row, _ in selection["cells"]] or selection["rows"]:
        session.choose(ids[rows[0]])
