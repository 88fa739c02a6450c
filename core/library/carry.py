"""Which event of a new reading is which one of the reading before, so that decisions stay with what they are about."""

from collections.abc import Mapping, Sequence

from core.errors import LibraryError
from core.library.applying import moved
from core.table import Row


def carried(before: Mapping[str, Row], now: Sequence[Row], text: str) -> list[Row]:
    """The rows of a new reading, under their old ids where they are those of `before`, of which people have decided something.

    An event is the one from before when their deciding expressions overlap; where the text has changed, that is looked for where the old
    excerpt stands now. A new event whose id an old one keeps gets "'" to it.

    >>> span = lambda start, end, text: {"excerpt": "It was in May 2021.", "excerpt_start": 0, "excerpt_end": 19,
    ...                                  "timexes": [{"start": start, "end": end, "text": text}]}
    >>> carried({"a:10-18": {"id": "a:10-18", **span(10, 18, "May 2021")}}, [{"id": "a:7-18", **span(7, 18, "in May 2021")}],
    ...         "It was in May 2021.")[0]["id"]
    'a:10-18'
    """
    known = _matches(before, now, text)
    kept = set(known.values())
    rows = []
    for number, row in enumerate(now):
        id = known.get(number, row["id"])
        while number not in known and id in kept:
            id += "'"
        rows.append({**row, "id": id})
    return rows


def _matches(before: Mapping[str, Row], now: Sequence[Row], text: str) -> dict[int, str]:
    """By its place in `now`, the id that a row had: those that overlap most first, each old one once."""
    pairs = []
    for id, old in before.items():
        place = _place(old, text)
        if place:
            pairs += [(common, number, id) for number, row in enumerate(now) if (common := _common(place, _deciding(row))) > 0]
    known: dict[int, str] = {}
    for _, number, id in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if number not in known and id not in known.values():
            known[number] = id
    return known


def _place(row: Row, text: str) -> tuple[int, int] | None:
    """Where the deciding expression of an old row stands in the text now; None where its excerpt does not."""
    try:
        by = moved({name: row[name] for name in ("excerpt", "excerpt_start", "excerpt_end")}, text)["excerpt_start"] - row["excerpt_start"]
    except LibraryError:
        return None
    start, end = _deciding(row)
    return start + by, end + by


def _deciding(row: Row) -> tuple[int, int]:
    first = (row["timexes"] or [{"start": row["excerpt_start"], "end": row["excerpt_end"]}])[0]
    return first["start"], first["end"]


def _common(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])
