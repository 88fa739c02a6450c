"""The queue of review: what nobody has decided about, the most doubtful first, and how far one has come."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from core.when import When
from dashboard import session
from dashboard.panels.excerpt import excerpt_panel
from dashboard.words import say

SHOWN = 200
"""Events of the queue that are listed."""
GRID = "queue-grid"
NONE_SELECTED = {"rows": [], "columns": [], "cells": []}


def queue(table: pd.DataFrame, doubts: Mapping[str, list[str]]) -> list[tuple[str, list[str]]]:
    """The ids of the events that nobody has decided about, each with what is doubtful of it, the most doubtful first."""
    new = table.loc[table["review"] == "new", "id"]
    return sorted(((id, doubts.get(id, [])) for id in new), key=lambda pair: -len(pair[1]))


@st.fragment
def queue_panel(table: pd.DataFrame) -> None:
    """Draws the queue of some events, the excerpt of the chosen one beside it; the first one is open where none is."""
    session.settle()
    waiting = queue(table, session.doubts())
    order = [identifier for identifier, _ in waiting]
    chosen = session.chosen()
    if order and (chosen is None or session.event(chosen) is None):
        session.choose(order[0])
    text, panel = st.columns([2, 3], gap="medium")
    with text:
        _progress(len(table), len(waiting))
        _listed(table, waiting[:SHOWN])
        if len(waiting) > SHOWN:
            st.html(f'<p class="hint">{say("queue.more", count=len(waiting) - SHOWN)}</p>')
    with panel:
        excerpt_panel(order, "review", after=lambda: _go_on(order))


def _progress(whole: int, left: int) -> None:
    done = whole - left
    st.progress(done / whole if whole else 1.0, text=say("queue.done", done=done, count=whole))
    st.html(f'<p class="hint keys">{say("queue.keys")}</p>' if left else f'<p role="status">{say("queue.empty")}</p>')


def _go_on(order: list[str]) -> None:
    """Opens the event after the one that was just decided about."""
    chosen = session.chosen()
    if chosen in order:
        at = order.index(chosen)
        rest = order[at + 1 :] + order[:at]
        if rest:
            session.choose(rest[0])


def _listed(table: pd.DataFrame, waiting: list[tuple[str, list[str]]]) -> None:
    ids = [identifier for identifier, _ in waiting]
    told = table[table["id"].isin(ids)].set_index("id").loc[ids]
    shown = pd.DataFrame(
        {
            "when": [session.said(When(*date)) for date in zip(told["edtf"], told["granularity"], told["mod"], strict=True)],
            "label": told["label"].to_numpy(),
            "doubts": ["; ".join(why) or say("decide.certain") for _, why in waiting],
        }
    )
    chosen = session.chosen()
    session.set_widget(GRID, {"selection": NONE_SELECTED | {"rows": [ids.index(chosen)] if chosen in ids else []}})
    st.dataframe(
        shown,
        key=GRID,
        hide_index=True,
        height=min(560, 38 + 35 * max(1, len(shown))),
        column_config={
            "when": st.column_config.TextColumn(say("queue.when"), width=165),
            "label": st.column_config.TextColumn(say("queue.event"), width="medium"),
            "doubts": st.column_config.TextColumn(say("queue.doubts"), width="large"),
        },
        on_select=lambda: _choose(ids),
        selection_mode=["single-row", "single-cell"],
        alt=say("queue.alt"),
    )


def _choose(ids: list[str]) -> None:
    selection = session.widget(GRID)["selection"]
    if found := [row for row, _ in selection["cells"]] or selection["rows"]:
        session.choose(ids[found[0]])
