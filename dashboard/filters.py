"""What of the table is shown: a frozen Filter, its application to the table, and the link that carries it."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import pandas as pd

from core.errors import DateError
from core.model import STATUSES
from core.when import GRANULARITIES, When

Match = Literal["any", "all", "none"]
MATCHES: tuple[Match, ...] = get_args(Match)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events to show; a field left empty lets everything through.

    `actors` are matched as `match` says: any of them, all of them, none of them. `since` and `until` are EDTF, and an event passes when
    its stretch of calendar touches theirs. Every word of `text` must be in the label, the excerpts, the actors or the places.
    """

    actors: tuple[str, ...] = ()
    match: Match = "any"
    since: str | None = None
    until: str | None = None
    text: str = ""
    documents: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()

    @property
    def active(self) -> int:
        """How many of its fields keep something out.

        >>> Filter(actors=("Qatar",), text="talks").active, Filter(match="none").active
        (2, 0)
        """
        return sum(map(bool, (self.actors, self.since, self.until, self.text, self.documents, self.statuses, self.precisions)))


EVERYTHING = Filter()

# A field of the filter by its name in the link, in the order of the link.
REPEATED = {"actor": "actors", "doc": "documents", "status": "statuses", "precision": "precisions"}
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

    >>> from_query({"actor": ["Qatar"], "match": ["all"], "from": ["2020-02"], "status": ["nonsense"]})
    Filter(actors=('Qatar',), match='all', since='2020-02', until=None, text='', documents=(), statuses=(), precisions=())
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
                found.append(f"{name}={value} (no such filter)")
            elif name in SENSIBLE and not SENSIBLE[name](value):
                found.append(f"{name}={value} ({SENSE[name]})")
            elif name in known and value not in known[name]:
                found.append(f"{name}={value} (not here)")
    return found


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
    "status": STATUSES.__contains__,
    "precision": GRANULARITIES.__contains__,
}
SENSE = {
    "match": f"not {', '.join(MATCHES)}",
    "from": "no date in EDTF",
    "to": "no date in EDTF",
    "status": f"not {', '.join(STATUSES)}",
    "precision": "not a precision",
}
"""What a value of the link must be, and what to say of one that is not."""
NAMES = (*SINGLE, *REPEATED, "event")


def apply(table: pd.DataFrame, shown: Filter) -> pd.DataFrame:
    """The rows of the table that the filter lets through, in the table's order."""
    keep = pd.Series(True, index=table.index)
    if shown.actors:
        keep &= table["actors"].map(_matching(frozenset(shown.actors), shown.match)).astype(bool)
    # An open end reaches for ever: NaN compares false, so the test is for what lies outside.
    if shown.since and (start := When(shown.since).start) is not None:
        keep &= ~(table["end_ms"] <= start)
    if shown.until and (end := When(shown.until).end) is not None:
        keep &= ~(table["start_ms"] >= end)
    for words in shown.text.casefold().split():
        keep &= _searched(table).str.contains(words, regex=False)
    for column, values in (("document", shown.documents), ("status", shown.statuses), ("granularity", shown.precisions)):
        if values:
            keep &= table[column].isin(values)
    return table[keep]


def _matching(wanted: frozenset[str], match: Match) -> Callable[[Sequence[str]], bool]:
    if match == "all":
        return wanted.issubset
    if match == "none":
        return wanted.isdisjoint
    return lambda names: not wanted.isdisjoint(names)


def _searched(table: pd.DataFrame) -> pd.Series:
    """The text of each row that a search looks at."""
    told = table["mentions"].map(lambda mentions: " ".join(mention["text"] for mention in mentions))
    named = (table["actors"].map(list) + table["places"].map(list)).map(" ".join)
    return (table["label"] + "\n" + told + "\n" + named).str.casefold()
