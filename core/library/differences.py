"""What became of a chronology between two moments, two versions of a document, or two versions of the program."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.happening import Happening
from core.table import Row

COMPARED = (
    *("edtf", "label", "actors", "places", "status", "extent", "excerpt", "speaker", "said", "review", "tags", "comment"),
    *("disputed", "documents"),
)
"""What an event says, and what is told of a happening: where an event stands in the text and how it was found may change without it
becoming another."""


@dataclass(frozen=True, slots=True)
class Difference:
    """An event or a happening that came, went or changed: its id, and what it said and says; None where it was not, or is no longer
    there."""

    id: str
    before: Row | None
    after: Row | None

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """What changed of one that is in both: before and after, by name."""
        if self.before is None or self.after is None:
            return {}
        was, now = self.before, self.after
        return {name: (was.get(name), now.get(name)) for name in COMPARED if was.get(name) != now.get(name)}


def differences(before: Iterable[Row], after: Iterable[Row]) -> Iterator[Difference]:
    """The events or happenings that came, went or changed, by id, in the order of `after`, what went last.

    >>> was, now = {"id": "a:0-4", "label": "It sank"}, {"id": "a:0-4", "label": "The ferry sank"}
    >>> [difference.fields for difference in differences([was], [now])]
    [{'label': ('It sank', 'The ferry sank')}]
    """
    old: Mapping[str, Row] = {row["id"]: row for row in before}
    new: Mapping[str, Row] = {row["id"]: row for row in after}
    for id, row in new.items():
        difference = Difference(id, old.get(id), row)
        if difference.before is None or difference.fields:
            yield difference
    yield from (Difference(id, row, None) for id, row in old.items() if id not in new)


def regathered(before: Iterable[Happening], after: Iterable[Happening]) -> Iterator[Difference]:
    """The happenings that came, went or changed, but for those of which one event tells: that says it all."""
    for difference in differences(map(_row, before), map(_row, after)):
        if any(told is not None and len(told["events"]) > 1 for told in (difference.before, difference.after)):
            yield difference


def _row(happening: Happening) -> Row:
    same = {name: getattr(happening, name) for name in ("id", "label", "disputed", "documents", "events")}
    return {**same, "edtf": happening.when}
