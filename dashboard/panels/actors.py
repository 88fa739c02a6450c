"""Who takes part: a list of all actors of the selection, and what there is to know of those that are chosen."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from core.when import When
from dashboard import filters, session, words
from dashboard.cast.cast import Cast, cast
from dashboard.cast.silences import SHARE, Silence, silences
from dashboard.cast.strip import strip
from dashboard.companions import companions
from dashboard.filters import EVERYTHING, Filter
from dashboard.panels.filters import selected
from dashboard.words import say

MOST = 1000
"""Actors in the list; who is further down is found by searching."""
COMPANIONS = 12
CHOSEN = 3
"""Actors of whom everything is shown at once."""
HEIGHT = 560
COLUMNS = {
    "name": st.column_config.TextColumn(say("actors.name"), width=170),
    "events": st.column_config.NumberColumn(say("actors.events"), width=70, format="localized"),
    "first": st.column_config.TextColumn(say("actors.first"), width=125),
    "last": st.column_config.TextColumn(say("actors.last"), width=130),
    "over": st.column_config.BarChartColumn(say("actors.over"), width=110, help=say("actors.over.help")),
    "met": st.column_config.ListColumn(say("actors.met"), width="medium"),
}


@st.cache_resource(show_spinner=say("actors.counting"), max_entries=4, hash_funcs={pd.DataFrame: id})
def _cast(everything: pd.DataFrame, shown: Filter) -> tuple[pd.DataFrame, pd.DataFrame, Cast]:
    """The rows that a filter leaves, whoever takes part, and their cast; the table is kept, so that no other has its id meanwhile."""
    rows = selected(replace(shown, actors=(), match=EVERYTHING.match)).table
    return everything, rows, cast(rows)


def actors_panel() -> None:
    """Draws the list and, beside it, the chosen actors: those of the filter."""
    shown = session.shown()
    _, rows, found = _cast(session.table(), shown)
    known = [name for name in shown.actors if name in found.names]
    with st.container(key="cast"):
        if not found.names:
            st.html(f'<p class="hint">{say("actors.none")}</p>')
            return
        if not known:
            st.html(f'<p class="hint">{say("actors.choose")}</p>')
            _list(rows, found, ())
            return
        wide, side = st.columns([3, 2], gap="medium")
    with wide:
        _list(rows, found, shown.actors)
    with side, st.container(key="actor", border=True):
        for name in known[:CHOSEN]:
            _one(name, rows, found)


def _list(rows: pd.DataFrame, found: Cast, chosen: Sequence[str]) -> None:
    names = list(found.names[:MOST])
    digest = hashlib.sha256(json.dumps(names).encode()).hexdigest()[:16]
    key = f"actors-{digest}"
    session.set_widget(key, {"selection": {"rows": [names.index(name) for name in chosen if name in names], "columns": [], "cells": []}})
    st.dataframe(
        _displayed(rows, found, names),
        key=key,
        hide_index=True,
        column_config=COLUMNS,
        height=min(HEIGHT, 38 + 35 * len(names)),
        on_select=lambda: _choose(key, names),
        selection_mode=["multi-row", "single-cell"],
        alt=say("actors.alt"),
    )
    if len(found.names) > MOST:
        st.html(f'<p class="hint">{say("actors.most", shown=MOST, count=len(found.names))}</p>')


def _displayed(rows: pd.DataFrame, found: Cast, names: Sequence[str]) -> pd.DataFrame:
    count = len(names)
    return pd.DataFrame(
        {
            "name": names,
            "events": found.events[:count],
            "first": [_date(rows, place) for place in found.first[:count]],
            "last": [_date(rows, place) for place in found.last[:count]],
            "over": found.over[:count].tolist(),
            "met": [[other for other, _ in found.met(name, 2)] for name in names],
        }
    )


def _date(rows: pd.DataFrame, place: int) -> str:
    """The date of a row in words."""
    return session.said(When(*rows[["edtf", "granularity", "mod"]].iloc[place]))


def _choose(key: str, names: Sequence[str]) -> None:
    """Filters by the chosen rows: a click anywhere in a row takes that actor alone, the boxes at the left several."""
    selection: dict[str, Any] = session.widget(key)["selection"]
    picked = [row for row, _ in selection["cells"]] or selection["rows"]
    _filter(tuple(names[row] for row in picked))


def _filter(names: tuple[str, ...], match: filters.Match = "any") -> None:
    session.show(replace(session.shown(), actors=names, match=match))


def _one(name: str, rows: pd.DataFrame, found: Cast) -> None:
    """Everything about one actor: from when to when, over time, with whom, and the silences."""
    own = rows[rows["actors"].map(lambda actors: name in actors)]
    place = found.names.index(name)
    seen = {"first": _date(rows, found.first[place]), "last": _date(rows, found.last[place])}
    quiet = silences(own)
    counted = say("actors.seen", count=len(own), **seen)
    st.html(f'<h2 dir="auto">{escape(name)}</h2><p>{escape(counted)}.</p>{strip(own, quiet, f"{name}, {counted}")}')
    _companions(name, place, found)
    st.html(_quiet(name, own, quiet))


def _companions(name: str, place: int, found: Cast) -> None:
    met = found.met(name, COMPANIONS)
    if not met:
        st.html(f'<p class="hint">{say("actors.alone")}</p>')
        return
    key = f"with-{place}"
    st.html(f"<h3>{say('actors.together')}</h3>")
    companions(met, key=key, on_click=lambda: _filter((name, session.widget(key)["click"]), "all"))


def _quiet(name: str, own: pd.DataFrame, found: Sequence[Silence]) -> str:
    """The silences as HTML."""
    if not found:
        return f'<p class="hint">{say("silences.none")}</p>'
    told = "".join(
        f"<li>{escape(say('silences.one', before=_date(own, each.before), after=_date(own, each.after), length=_length(each)))}</li>"
        for each in found
    )
    return (
        f"<h3>{say('silences')}</h3><p>{say('silences.of', name=f'<bdi>{escape(name)}</bdi>')}</p><ul>{told}</ul>"
        f'<p class="hint">{say("silences.about", share=f"{SHARE:.0%}")}</p>'
    )


def _length(silence: Silence) -> str:
    return words.length(silence.start, silence.end)
