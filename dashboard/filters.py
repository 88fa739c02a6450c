"""What of the table is shown: a frozen Filter, its application to the table, and the link that carries it."""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np
import pandas as pd

from core.errors import DateError
from core.model import STATUSES, Extent
from core.when import GRANULARITIES, When
from dashboard.found import Bools, Found
from dashboard.part import Part
from dashboard.timeline.lanes import BY, LINK
from dashboard.words import say
from dashboard.zones import zones

View = tuple[float, float]
VIEW = re.compile(r"(-?[0-9]{1,18})\.\.(-?[0-9]{1,18})", re.ASCII)
Match = Literal["any", "all", "none"]
MATCHES: tuple[Match, ...] = get_args(Match)
REVIEWS = ("new", "accepted", "edited", "rejected")
MARKS = ("disputed", "corroborated", "approximate")
"""What an event can be marked with: its sources differ, several independent ones tell of it, its date is rough."""


@dataclass(frozen=True, slots=True)
class Facet:
    """Something by which events are chosen: the field of the filter, the column of the table, and whether a cell holds a list.

    `values` are those that make sense, None where they are the documents' own.
    """

    field: str
    column: str
    many: bool = False
    values: tuple[str, ...] | None = None


FACETS: dict[str, Facet] = {
    "doc": Facet("documents", "document"),
    "publisher": Facet("publishers", "publisher"),
    "place": Facet("places", "places", many=True),
    "speaker": Facet("speakers", "speaker"),
    "tag": Facet("tags", "tags", many=True),
    "status": Facet("statuses", "status", values=STATUSES),
    "precision": Facet("precisions", "granularity", values=GRANULARITIES),
    "extent": Facet("extents", "extent", values=get_args(Extent)),
    "review": Facet("reviews", "review", values=REVIEWS),
}
"""The facets by their names in the link."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events to show; a field left empty lets everything through.

    `actors` are matched as `match` says: any of them, all of them, none of them. `since` and `until` are EDTF, and an event passes when
    its stretch of calendar touches theirs. Every word of `text` must be in the label, the excerpts, the actors
    or the places. Of each facet an event needs one of the values, and it needs all of `marks`.
    """

    actors: tuple[str, ...] = ()
    match: Match = "any"
    since: str | None = None
    until: str | None = None
    text: str = ""
    documents: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    extents: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def active(self) -> int:
        """How many of its fields keep something out.

        >>> Filter(actors=("Qatar",), text="talks").active, Filter(match="none").active
        (2, 0)
        """
        return sum(bool(getattr(self, field)) for field in self.__slots__ if field != "match")

    @property
    def upside_down(self) -> bool:
        """Whether its stretch of time ends before it begins, so that nothing can pass.

        >>> Filter(since="2022", until="2020").upside_down, Filter(since="2020", until="2020").upside_down
        (True, False)
        """
        start, end = When(self.since).start if self.since else None, When(self.until).end if self.until else None
        return start is not None and end is not None and start >= end


EVERYTHING = Filter()

# A field of the filter by its name in the link, in the order of the link.
REPEATED = {"actor": "actors", **{name: facet.field for name, facet in FACETS.items()}, "only": "marks"}
SINGLE = {"match": "match", "from": "since", "to": "until", "q": "text"}


def to_query(shown: Filter) -> dict[str, list[str]]:
    """The filter as the link carries it; what is left empty is left out.

    >>> to_query(Filter(actors=("Qatar", "Taliban"), match="all", since="2020"))
    {'actor': ['Qatar', 'Taliban'], 'match': ['all'], 'from': ['2020']}
    """
    query: dict[str, list[str]] = {}
    for name, field in {"actor": "actors", **SINGLE, **REPEATED}.items():
        value = getattr(shown, field)
        if value and value != getattr(EVERYTHING, field):
            query[name] = list(value) if name in REPEATED else [value]
    return query


def from_query(query: Mapping[str, Sequence[str]]) -> Filter:
    """The filter that a link carries; values that make no sense are passed over, so that an old or mistyped link still opens.

    >>> from_query({"actor": ["Qatar"], "match": ["all"], "from": ["2020-02"], "status": ["x"]}) == Filter(("Qatar",), "all", "2020-02")
    True
    """
    fields: dict[str, object] = {}
    for name, field in {**SINGLE, **REPEATED}.items():
        values = [value for value in query.get(name, ()) if value and SENSIBLE.get(name, bool)(value)]
        if values:
            fields[field] = tuple(dict.fromkeys(values)) if name in REPEATED else values[-1]
    return replace(EVERYTHING, **fields)  # type: ignore[arg-type]


def unusable(query: Mapping[str, Sequence[str]], known: Mapping[str, Container[str]]) -> list[str]:
    """What of a link finds nothing here, each as "name=value (why)"; `known` holds the actors, documents and events that there are.

    >>> unusable({"from": ["May"], "actor": ["Qatar", "Nobody"], "colour": ["red"]}, {"actor": ["Qatar"]})
    ['from=May (no date in EDTF)', 'actor=Nobody (not here)', 'colour=red (no such filter)']
    """
    found = []
    for name, values in query.items():
        for value in filter(None, values):
            if name not in NAMES:
                found.append(say("link.no-such", value=f"{name}={value}"))
            elif name in SENSIBLE and not SENSIBLE[name](value):
                found.append(say("link.no-sense", value=f"{name}={value}", why=SENSE[name]))
            elif name in known and value not in known[name]:
                found.append(say("link.not-here", value=f"{name}={value}"))
    return found


def view_text(view: View) -> str:
    """A stretch of time as the link carries it: its ends in milliseconds since 1970.

    >>> view_text((-1000.4, 2000.0)), view_of("-1000..2000"), view_of("2000..1000"), view_of("now")
    ('-1000..2000', (-1000.0, 2000.0), None, None)
    """
    return f"{view[0]:.0f}..{view[1]:.0f}"


def view_of(text: str) -> View | None:
    """The stretch of time that a link carries, None where it is none."""
    found = VIEW.fullmatch(text)
    ends = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
    return ends if ends[0] < ends[1] else None


def is_edtf(text: str) -> bool:
    """Whether a text is a well formed EDTF value.

    >>> is_edtf("2021-08"), is_edtf("August")
    (True, False)
    """
    try:
        When(text)
    except DateError:
        return False
    return True


SENSIBLE: dict[str, Callable[[str], bool]] = {
    "match": MATCHES.__contains__,
    "from": is_edtf,
    "to": is_edtf,
    "only": MARKS.__contains__,
    "zone": lambda text: text in zones(),
    "view": lambda text: view_of(text) is not None,
    "by": BY.__contains__,
    **{name: facet.values.__contains__ for name, facet in FACETS.items() if facet.values},
}
SENSE = {
    "match": say("link.not-one", values=", ".join(MATCHES)),
    "from": say("link.no-date"),
    "to": say("link.no-date"),
    "only": say("link.not-one", values=", ".join(MARKS)),
    "view": say("link.no-stretch"),
    "by": say("link.not-one", values=", ".join(BY)),
    "zone": say("link.no-zone"),
    **{name: say("link.not-one", values=", ".join(facet.values)) for name, facet in FACETS.items() if facet.values},
    "precision": say("link.no-precision"),
}
"""What a value of the link must be, and what to say of one that is not."""
NAMES = (*SINGLE, *REPEATED, "event", "view", "zone", "by", *LINK)


def known(found: Found, names: Container[str]) -> dict[str, Container[str]]:
    """The actors and the values of those facets whose values are the documents' own, as far as a link has these `names`."""
    columns = {"actor": "actors"} | {name: facet.column for name, facet in FACETS.items() if facet.values is None}
    return {name: found.counts(column) for name, column in columns.items() if name in names}


def apply(found: Found, shown: Filter) -> Part:
    """The rows of a table that the filter lets through, in the table's order."""
    table, keep = found.table, np.ones(len(found.table), np.bool_)
    if shown.actors:
        keep &= _matched([found.having("actors", name) for name in shown.actors], shown.match)
    # An open end reaches for ever: NaN compares false, so the test is for what lies outside.
    if shown.since and (start := When(shown.since).start) is not None:
        keep &= ~(table["end_ms"].to_numpy() <= start)
    if shown.until and (end := When(shown.until).end) is not None:
        keep &= ~(table["start_ms"].to_numpy() >= end)
    for facet in FACETS.values():
        if wanted := getattr(shown, facet.field):
            keep &= _matched([found.having(facet.column, value) for value in wanted], "any")
    for mark in shown.marks:
        keep &= marked(table, mark).to_numpy()
    for word in sorted(set(shown.text.casefold().split()), key=len, reverse=True):  # last, and on what is left: it takes longest
        keep[keep] = found.saying(word, np.flatnonzero(keep))
    return Part(table, np.flatnonzero(keep).astype(np.int32))


def _matched(has: Sequence[Bools], match: Match) -> Bools:
    """Which rows have any, all or none of some values, by the rows that have each."""
    return np.logical_and.reduce(has) if match == "all" else np.logical_or.reduce(has) ^ (match == "none")


def marked(table: pd.DataFrame, mark: str) -> pd.Series:
    """Which rows bear one of MARKS."""
    return table["sources"] > 1 if mark == "corroborated" else table[mark]
