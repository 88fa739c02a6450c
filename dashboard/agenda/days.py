"""The agenda: the events of a table in a list by day. Pure: rows in, what is to be read out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd

from core.when import When
from dashboard import words
from dashboard.part import Part
from dashboard.words import say, term

PAGE = 100
"""Events on one page: few enough for a phone, and for who listens to them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: its id, the time of day where it is known, its label, who took part, its source, and what else should be known."""

    id: str
    clock: str
    label: str
    actors: tuple[str, ...]
    source: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The events of one date: the date in words, what is to be said of it (the weekday; that the day is unknown), the events."""

    date: str
    note: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """The rows of a table in the order of time, as positions in it; `at` are the instants at which the dated ones stand."""

    dated: np.ndarray
    at: np.ndarray
    undated: np.ndarray

    def page_at(self, instant: float) -> int:
        """The page, from 1, with the first event that stands at an instant (milliseconds since 1970) or later; else the last."""
        place = int(np.searchsorted(self.at, instant))
        return min(place, max(len(self.at) - 1, 0)) // PAGE + 1


def order(table: pd.DataFrame | Part) -> Order:
    """Where the rows stand in time: by their first instant, what is open at its start by its end, the shorter first.

    >>> told = pd.DataFrame({"start_ms": [5.0, float("nan"), float("nan"), 1.0], "end_ms": [6.0, 4.0, float("nan"), 9.0]})
    >>> found = order(told)
    >>> found.dated.tolist(), found.undated.tolist()
    ([3, 1, 0], [2])
    """
    start, end = table["start_ms"].to_numpy(), table["end_ms"].to_numpy()
    at = np.where(np.isnan(start), end, start)
    rows = np.lexsort((np.where(np.isnan(end), np.inf, end), at))
    dated = ~np.isnan(at[rows])
    return Order(rows[dated], at[rows[dated]], rows[~dated])


def days(rows: pd.DataFrame, whens: Sequence[When]) -> list[Day]:
    """The rows by date, in the order given; `whens` are their dates."""
    told = zip(whens, rows.to_dict("records"), strict=True)
    return [
        Day(date, note, tuple(_entry(row, when) for when, row in together))
        for (date, note), together in groupby(told, key=lambda each: heading(each[0], each[1]["extent"]))
    ]


def heading(when: When, extent: str) -> tuple[str, str]:
    """The date under which an event stands, and what is to be said of it.

    >>> heading(When("2021-10-09T14:03Z"), "moment"), heading(When("2021-10"), "moment"), heading(When("2021-10"), "span")
    (('9 October 2021', 'Saturday'), ('October 2021', 'day not known'), ('October 2021', 'lasted this long'))
    """
    date = words.in_words(when)
    if _has_clock(when):
        date = date.partition(", ")[0]
    date = date[:1].upper() + date[1:]
    if extent == "span":
        return date, say("agenda.span")
    return date, words.weekday(when) if words.names_a_day(when) else say("agenda.no-day")


def _has_clock(when: When) -> bool:
    return "T" in when.edtf and not when.is_interval


def _entry(row: dict[Any, Any], when: When) -> Entry:
    clock = words.in_words(when).partition(", ")[2] if _has_clock(when) else ""
    source = " · ".join(filter(None, (row["title"] or row["document"], row["publisher"])))
    return Entry(row["id"], clock, row["label"], tuple(row["actors"]), source, tuple(_notes(row)))


def _notes(row: dict[Any, Any]) -> Iterator[str]:
    """What tells an event from one that a single source says happened."""
    if row["status"] != "happened":
        yield term("status", row["status"])
    if row["speaker"]:
        yield say("agenda.speaker", speaker=row["speaker"])
    if row["disputed"]:
        yield say("agenda.disputed")
    if row["sources"] > 1:
        yield say("agenda.sources", count=row["sources"])
    if row["review"] != "new":
        yield term("review", row["review"])
