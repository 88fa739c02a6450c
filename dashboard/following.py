"""A table brought up to what was decided since it was made: only the rows that a decision touches are made anew. Pure."""

from collections.abc import Collection, Iterable, Mapping

import numpy as np
import pandas as pd

from core.chronology import Happening
from core.library import Entry
from core.table import Row, told_of, when

MOST = 1000
"""Where decisions are about more events than this, all is read again."""


def decided_about(entries: Iterable[Entry]) -> set[str] | None:
    """The ids of the events that decisions changed; None where a name was changed everywhere, or that undone, or more than `MOST` were."""
    found: set[str] = set()
    for entry in entries:
        if entry.decision.names:
            return None
        found |= entry.after.keys() | entry.before.keys()
    return found if len(found) <= MOST else None


def beside(table: pd.DataFrame, ids: Collection[str], now: Iterable[Row]) -> set[str]:
    """These ids, and those of the events that begin when one of them began, or begins by its row as it is `now`: among these there is an
    order, and they refer to one date."""
    of = table["id"].isin([*ids])
    starts = {*table.loc[of, "start_ms"].dropna(), *(when(row).start for row in now)} - {None}
    is_open = table.loc[of, "start_ms"].isna().any() or any(when(row).start is None for row in now)
    there = table["start_ms"].isin([*starts]) | (table["start_ms"].isna() & is_open)
    return {*ids, *table.loc[there, "id"]}


def with_rows(table: pd.DataFrame, ids: Collection[str], fresh: pd.DataFrame) -> pd.DataFrame:
    """A table in which rows in order of time stand in the place of those with these ids, and behind those that begin at the same time."""
    both = pd.concat([table[~table["id"].isin([*ids])], fresh], ignore_index=True) if len(fresh) else table[~table["id"].isin([*ids])]
    order = np.argsort(both["start_ms"].fillna(-np.inf).to_numpy(), kind="stable")
    return both.iloc[order].reset_index(drop=True)


def with_happenings(table: pd.DataFrame, happenings: Mapping[str, Happening]) -> pd.DataFrame:
    """A table in which events tell of these happenings, by the ids of the events."""
    places = np.flatnonzero(table["id"].isin([*happenings]))
    if not len(places):
        return table
    told = [told_of(happenings[id]) for id in table["id"].iloc[places]]
    columns = {name: table[name].copy() for name in told[0]}
    for name, column in columns.items():
        column.iloc[places] = [values[name] for values in told]
    return table.assign(**columns)
