"""The same events as a table: sortable, its selection tied to the timeline."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from core.when import When
from dashboard import session, words
from dashboard.panels import paging
from dashboard.part import Part
from dashboard.words import say, term
from dashboard.zones import in_zone

GRID = "table-grid"
PAGE = 100
"""Events on one page of it: few enough to be sent at each choice."""
PAGES = "table-page"
HEIGHT = 420
NONE_SELECTED = {"rows": [], "columns": [], "cells": []}
COLUMNS = {  # as wide as the chart at a desk: what comes last, EDTF, is scrolled to
    "order": st.column_config.NumberColumn("#", help=say("table.order.help"), width=45),
    "edtf": st.column_config.TextColumn("EDTF", help=say("table.edtf.help"), width=130),
    "label": st.column_config.TextColumn(say("table.event"), width=320),
    "actors": st.column_config.ListColumn(say("table.actors"), width=140),
    "status": st.column_config.TextColumn(say("table.status"), width=80),
    "source": st.column_config.TextColumn(say("table.document"), width=130),
}
ORDER = ("order", "when", "label", "actors", "status", "source", "edtf")
"""The columns from left to right: what a narrow table shows stands first."""
OF_ONE = ("order", "when", "label", "actors", "status", "edtf")
"""Those of a table whose events are all of one document."""


def dates(table: pd.DataFrame, whens: Sequence[When]) -> list[str]:
    """The date of each row in words behind a number that sorts by time as text does: the grid sorts by both and shows the words.

    >>> dates(pd.DataFrame({"edtf": ["-0043", "2021-10", "2021-10"]}), [When("-0043"), When("2021-10"), When("2021-10")])
    ['000000 44 BC', '000001 October 2021', '000001 October 2021']
    """
    places = pd.factorize(table["edtf"])[0]
    return [f"{place:06d} {words.in_words(when)}" for place, when in zip(places, whens, strict=True)]


def displayed(table: pd.DataFrame, whens: Sequence[When], titles: Mapping[str, str], first: int) -> pd.DataFrame:
    """The rows as the screen shows them, in the same order, numbered from `first`."""
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


def table_panel(part: Part, columns: Sequence[str] = ORDER) -> None:
    """Draws the table; a chosen row opens its excerpt, and the chosen event has its row marked. `columns` are those that it has."""
    chosen, zone, turned = session.chosen(), session.zone(), PAGES + session.page()
    page = paging.page(turned, len(part), PAGE, part.ids.place(chosen))
    first = (page - 1) * PAGE
    rows = part.take(slice(first, first + PAGE))
    ids = list(rows["id"])
    key = grid(ids)
    session.set_widget(key, {"selection": NONE_SELECTED | {"rows": [ids.index(chosen)] if chosen in ids else []}})
    with st.container(key="table"):
        if len(part) > PAGE:
            st.html(f'<p role="status" class="hint">{say("table.range", first=first + 1, last=first + len(ids), count=len(part))}</p>')
        whens = [in_zone(when, zone) for when in map(When, rows["edtf"], rows["granularity"], rows["mod"])]
        shown = displayed(rows, whens, session.documents().titles(), first + 1)
        st.dataframe(
            shown,
            key=key,
            hide_index=True,
            column_order=columns,
            column_config=COLUMNS | {"when": when_column(shown)},
            height=min(HEIGHT, 38 + 35 * len(rows)),
            on_select=lambda: choose_row(key, ids),
            selection_mode=["single-row", "single-cell"],
            alt=say("table.alt"),
        )
        paging.turn(turned, len(part), PAGE)


def when_column(shown: pd.DataFrame) -> Any:
    """The column that shows each date in words and sorts by time."""
    options = list(dict.fromkeys(shown["when"]))
    return st.column_config.SelectboxColumn(say("table.when"), width=185, options=options, format_func=lambda date: date.partition(" ")[2])


def grid(ids: list[str]) -> str:
    """The key of the table of these events: each has its own, so that a row selected in one never counts in another."""
    return f"{GRID}-{hashlib.sha256(json.dumps(ids).encode()).hexdigest()[:16]}"


def choose_row(key: str, ids: list[str]) -> None:
    """Opens the excerpt of the row that was clicked, wherever in it; a second click on it leaves it open."""
    selection = session.widget(key)["selection"]
    if rows := [row for row, _ in selection["cells"]] or selection["rows"]:
        session.choose(ids[rows[0]])
