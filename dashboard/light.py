"""The table of a library of any size: of each event what is filtered by, drawn and listed; all else is read when somebody opens it."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

import pandas as pd

from core.happening import Happening
from core.table import COLUMNS, Row, Source, told_of, when

SHOWN = (
    *("id", "document", "edtf", "granularity", "extent", "approximate", "label", "actors", "places", "status", "speaker", "review"),
    *("tags", "mod", "start_ms", "end_ms", "title", "publisher", "happening", "disputed", "weight", "sources"),
)
"""The columns of `core.table` that the table has; it has SEARCHED beside them."""
SEARCHED = "searched"
LISTS = ("actors", "places", "tags")
DIFFERENT = ("id", "edtf", "label", "happening", SEARCHED)
"""The columns of texts that differ from row to row."""
SAME = tuple(name for name in SHOWN if name not in (*DIFFERENT, *LISTS) and COLUMNS[name].dtype in ("string", "object"))
"""The columns of texts that do not: each value is kept once."""
DTYPES = {name: "object" if name in SAME else COLUMNS[name].dtype for name in SHOWN} | {"happening": "string", SEARCHED: "string"}
PIECE = 5_000
"""Rows that are put into columns at once: as lists they take many times the room."""


def light(told: Iterable[tuple[Row, Happening | None]], documents: Iterable[Source] = ()) -> pd.DataFrame:
    """The table of some events, each with what it tells of, in the order given; title and publisher are those of the documents, by id."""
    about = {document.id: document for document in documents}
    once: dict[Any, Any] = {}
    left = iter(told)
    parts: dict[str, list[pd.Series]] = {name: [] for name in DTYPES}
    while (values := [_values(*each, about, once) for each in islice(left, PIECE)]) or not parts["id"]:
        for name, part in parts.items():
            part.append(pd.Series([each[name] for each in values], dtype=DTYPES[name]))
    return pd.DataFrame({name: _joined(parts.pop(name)) for name in DTYPES})


def _values(row: Row, happening: Happening | None, about: Mapping[str, Source], once: dict[Any, Any]) -> Row:
    date, document = when(row), about.get(row["document"])
    values = {
        **{name: row.get(name) for name in SHOWN},
        "start_ms": date.start,
        "end_ms": date.end,
        "title": document and document.title,
        "publisher": document and document.publisher,
        **told_of(happening),
        SEARCHED: searched(row),
    }
    for name in LISTS:
        values[name] = once.setdefault((name, *values[name]), values[name])
    for name in SAME:
        values[name] = once.setdefault(values[name], values[name])
    return values


def _joined(parts: list[pd.Series]) -> pd.Series:
    """The parts as one column, a text in one piece, which rows are taken from faster."""
    whole = pd.concat(parts, ignore_index=True)
    parts.clear()
    if whole.dtype == "string":
        return pd.Series(pd.array(whole.array._pa_array.combine_chunks(), dtype="string"))  # pandas keeps the pieces apart
    return whole


def searched(row: Row) -> str:
    """The text of an event that a search looks at, in lower case: its sentences, and what they lack of its label, actors and places.

    >>> searched({"label": "Marle sank", "mentions": [{"text": "The Marle sank."}], "actors": ["Marle", "Harbour Board"], "places": []})
    'the marle sank.\\nharbour board'
    """
    sentences = " ".join(mention["text"] for mention in row["mentions"]).casefold()
    named = (name.casefold() for name in (row["label"], *row["actors"], *row["places"]))
    return "\n".join([sentences, *(name for name in named if name not in sentences)])
