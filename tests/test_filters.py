"""The filter: what it lets through, and that the link brings it back."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.when import When
from dashboard.filters import EVERYTHING, FACETS, MARKS, MATCHES, Filter, apply, from_query, known, to_query, unusable
from dashboard.filters import NAMES as NAMES_IN_LINKS
from dashboard.found import Found


def row(identifier: str, edtf: str, *actors: str, **fields: Any) -> dict[str, Any]:
    when = When(edtf)
    return {
        "id": identifier,
        "document": "harbour",
        "granularity": when.granularity,
        "label": f"Event {identifier}",
        "mentions": [{"start": 0, "end": 5, "text": f"Told of {identifier}."}],
        "actors": list(actors),
        "places": [],
        "status": "happened",
        "publisher": "Courier",
        "speaker": None,
        "tags": [],
        "extent": "moment",
        "review": "new",
        "disputed": False,
        "approximate": False,
        "sources": 1,
        "start_ms": float("nan") if when.start is None else float(when.start),
        "end_ms": float("nan") if when.end is None else float(when.end),
    } | fields


TABLE = pd.DataFrame(
    [
        row("permit", "2021", "Authority", speaker="Ada Reyes", tags=["money"], extent="span", sources=2),
        row("cracks", "2022-02-14", "Authority", "Council", mentions=[{"start": 0, "end": 9, "text": "The PIER had cracks."}]),
        row("question", "2022-03-07", "Council", document="letters", places=["Rotterdam"]),
        row("rebuilding", "2024/..", status="planned"),
        row("founding", "-0043", "Romans", publisher=None, review="accepted", disputed=True, sources=3),
    ]
)


def left(**fields: Any) -> list[str]:
    return list(apply(Found(TABLE), Filter(**fields))["id"])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["permit", "cracks", "question", "rebuilding", "founding"]),
        ({"actors": ("Authority", "Council")}, ["permit", "cracks", "question"]),
        ({"actors": ("Authority", "Council"), "match": "all"}, ["cracks"]),
        ({"actors": ("Authority", "Council"), "match": "none"}, ["rebuilding", "founding"]),
        ({"actors": ("Nobody",)}, []),
        ({"since": "2022-02"}, ["cracks", "question", "rebuilding"]),
        ({"since": "2022-03", "until": "2022"}, ["question"]),
        ({"until": "2021-06"}, ["permit", "founding"]),
        ({"until": "-0043"}, ["founding"]),
        ({"since": "3000"}, ["rebuilding"]),
        ({"text": "pier CRACKS"}, ["cracks"]),
        ({"text": "rotterdam"}, ["question"]),
        ({"text": "a.*b"}, []),
        ({"documents": ("letters",)}, ["question"]),
        ({"statuses": ("planned", "denied")}, ["rebuilding"]),
        ({"precisions": ("day",)}, ["cracks", "question"]),
        ({"precisions": ("day",), "actors": ("Authority",)}, ["cracks"]),
        ({"places": ("Rotterdam", "Lorn")}, ["question"]),
        ({"speakers": ("Ada Reyes",)}, ["permit"]),
        ({"publishers": ("Courier",)}, ["permit", "cracks", "question", "rebuilding"]),
        ({"tags": ("money", "time")}, ["permit"]),
        ({"extents": ("span",)}, ["permit"]),
        ({"reviews": ("accepted",)}, ["founding"]),
        ({"marks": ("disputed",)}, ["founding"]),
        ({"marks": ("corroborated",)}, ["permit", "founding"]),
        ({"marks": ("corroborated", "disputed")}, ["founding"]),
        ({"marks": ("approximate",)}, []),
    ],
)
def test_the_filter_lets_through(fields: dict[str, Any], expected: list[str]) -> None:
    assert left(**fields) == expected


def test_an_empty_table_stays_a_table() -> None:
    empty = apply(Found(TABLE.iloc[:0]), Filter(actors=("Authority",), text="pier", since="2022", documents=("letters",)))
    assert empty.empty and list(empty.table.columns) == list(TABLE.columns)


TEXTS = st.text(min_size=1, max_size=20).filter(str.strip)
NAMES = st.lists(TEXTS, max_size=3, unique=True).map(tuple)
DATES = st.none() | st.sampled_from(["2021", "2020-02", "-0043", "2021-08-15/..", "199X", "Y17000"])


FIELDS = {
    "actors": NAMES,
    "match": st.sampled_from(MATCHES),
    "since": DATES,
    "until": DATES,
    "text": st.just("") | TEXTS,
    "marks": st.lists(st.sampled_from(MARKS), unique=True).map(tuple),
} | {facet.field: st.lists(st.sampled_from(facet.values), unique=True).map(tuple) if facet.values else NAMES for facet in FACETS.values()}


def test_every_field_is_tried() -> None:
    assert set(FIELDS) == set(Filter.__slots__)


@given(st.builds(Filter, **FIELDS))  # type: ignore[arg-type]
def test_the_link_brings_the_filter_back(shown: Filter) -> None:
    assert from_query(to_query(shown)) == shown


@given(st.dictionaries(st.sampled_from([*NAMES_IN_LINKS, "x"]), st.lists(st.text())))
def test_any_link_opens(query: dict[str, list[str]]) -> None:
    shown = from_query(query)
    apply(Found(TABLE), shown)
    assert shown.match in MATCHES


def test_what_of_a_link_is_not_here_is_told() -> None:
    query = {"place": ["Rotterdam", "Utopia"], "speaker": ["Nobody"], "tag": ["money"], "only": ["best"], "extent": ["long"]}
    assert unusable(query, known(Found(TABLE), query)) == [
        "place=Utopia (not here)",
        "speaker=Nobody (not here)",
        "only=best (not disputed, corroborated, approximate)",
        "extent=long (not moment, span)",
    ]


def test_a_link_of_nonsense_shows_everything() -> None:
    query = {"match": ["some"], "from": ["yesterday"], "to": ["2021-13"], "status": ["done"], "precision": ["eon"], "q": [""]}
    assert from_query(query) == EVERYTHING
