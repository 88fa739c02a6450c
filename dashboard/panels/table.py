"""The same events as a table: sortable, its selection tied to the timeline."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from core.when import When
from dashboard import session, words
from dashboard.light import Ids
from dashboard.words import say, term
from dashboard.zones import in_zone

GRID = "table-grid"
HEIGHT = 420
PAGE = 500
"""Events on one page of it: few enough to be sent at each choice."""
PAGES, FOLLOWED = "table-page", "table-followed"
NONE_SELECTED = {"rows": [], "columns": [], "cells": []}
COLUMNS = {
    "order": st.column_config.NumberColumn("#", help=say("table.order.help"), width=50),
    "edtf": st.column_config.TextColumn("EDTF", help=say("table.edtf.help"), width=130),
    "label": st.column_config.TextColumn(say("table.event"), width="large"),
    "actors": st.column_config.ListColumn(say("table.actors"), width="medium"),
    "status": st.column_config.TextColumn(say("table.status"), width=90),
    "source": st.column_config.TextColumn(say("table.document"), width="medium"),
}


def dates(table: pd.DataFrame, whens: Sequence[When]) -> list[str]:
    """The date of each row in words behind a number that sorts by time as text does: the grid sorts by both and shows the words.

    >>> dates(pd.DataFrame({"edtf": ["-0043", "2021-10", "2021-10"]}), [When("-0043"), When("2021-10"), When("2021-10")])
    ['000000 44 BC', '000001 October 2021', '000001 October 2021']
    """
    places = pd.factorize(table["edtf"])[0]
    return [f"{place:06d} {words.in_words(when)}" for place, when in zip(places, whens, strict=True)]


def displayed(table: pd.DataFrame, whens: Sequence[When], titles: Mapping[str, str], first: int = 1) -> pd.DataFrame:
    """The rows as the screen shows them, in the same order, counted from `first`."""
    return pd.DataFrame(
        {
            "order": range(first, first + len(table)),
            "when": dates(table, whens),
            "edtf": table["edtf"].to_numpy(),
            "label": table["label"].to_numpy(),
            "actors": table["actors"].to_numpy(),
            "status": [term("status", status) for status in table["status"]],
            "source": [titles.get(document, document) for document in table["document"]],
        }
    )


def table_panel(table: pd.DataFrame) -> None:
    """Draws the table, of many events the page with the chosen one; a chosen row opens its excerpt, and the chosen event is marked."""
    count, first = len(table), PAGE * (_page(table) - 1)
    table = table.iloc[first : first + PAGE]
    ids = list(table["id"])
    titles = session.documents().titles()
    chosen, zone = session.chosen(), session.zone()
    key = grid(ids)
    session.set_widget(key, {"selection": NONE_SELECTED | {"rows": [ids.index(chosen)] if chosen in ids else []}})
    with st.container(key="table"):
        shown = displayed(
            table, [in_zone(when, zone) for when in map(When, table["edtf"], table["granularity"], table["mod"])], titles, first + 1
        )
        st.dataframe(
            shown,
            key=key,
            hide_index=True,
            column_config=COLUMNS | {"when": when_column(shown)},
            height=min(HEIGHT, 38 + 35 * len(table)),
            on_select=lambda: choose_row(key, ids),
            selection_mode=["single-row", "single-cell"],
            alt=say("table.alt"),
        )
        if count > PAGE:
            st.html(f'<p role="status" class="hint">{say("agenda.range", first=first + 1, last=first + len(table), count=count)}</p>')
            st.pagination(_pages(count), key=PAGES)


def _pages(count: int) -> int:
    return max(-(-count // PAGE), 1)


def _page(table: pd.DataFrame) -> int:
    """The page to show, from 1: that of an event that was just chosen, else the one that was turned to."""
    chosen = session.chosen()
    if chosen != session.widget(FOLLOWED) and (place := Ids(table["id"]).place(chosen)) is not None:
        session.set_widget(PAGES, place // PAGE + 1)
    elif int(session.widget(PAGES) or 1) > _pages(len(table)):
        session.set_widget(PAGES, 1)
    session.set_widget(FOLLOWED, chosen)
    return int(session.widget(PAGES) or 1)


def when_column(shown: pd.DataFrame) -> Any:
    """The column that shows each date in words and sorts by time."""
    options = list(dict.fromkeys(shown["when"]))
    return st.column_config.SelectboxColumn(say("table.when"), width=190, options=options, format_func=lambda date: date.partition(" ")[2])


def grid(ids: list[str]) -> str:
    """The key of the table of these events: each has its own, so that a row selected in one never counts in another."""
    return f"{GRID}-{hashlib.sha256(json.dumps(ids).encode()).hexdigest()[:16]}"


def choose_row(key: str, ids: list[str]) -> None:
    """Opens the excerpt of the row that was clicked, wherever in it; a second click on it leaves it open."""
    selection = session.widget(key)["selection"]
    if rows := [row for row, _ in selection["cells"]] or selection["rows"]:
        session.choose(ids[rows[0]])
