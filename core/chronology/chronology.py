"""A chronology that grows: documents come in one by one, and only what they touch is gathered anew."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.chronology.candidates import Blocks
from core.chronology.cluster import Groups
from core.chronology.compose import compose, typical
from core.chronology.likeness import Collection
from core.chronology.telling import Telling, after, telling
from core.chronology.weight import Dates, weigh
from core.happening import Happening
from core.model import Document, Event
from core.table import Row, row
from core.when import When


class Chronology:
    """The happenings of all events that were added.

    What is added later is compared with what is there, and the happenings that it may belong to are gathered anew, with the ids that they
    had; all others stay as they are. Words keep the rarity that they had when they were first compared.

    >>> from core.pipeline import extract
    >>> chronology = Chronology()
    >>> one, two = Document("a", "The ferry Marle sank on 3 May 2019."), Document("b", "On 3 May 2019 the ferry Marle sank off Lorn.")
    >>> [[(h.id, h.sources) for h in chronology.add(extract(document), [document])] for document in (one, two)]
    [[('h:a:24-34', 1)], [('h:a:24-34', 2)]]
    """

    def __init__(self, *, same: Iterable[tuple[str, str]] = (), different: Iterable[tuple[str, str]] = ()) -> None:
        self._same = list(same)
        self._apart = {frozenset(pair) for pair in different}
        self._tellings: list[Telling] = []
        self._numbers: dict[str, int] = {}
        self._collection, self._dates = Collection(), Dates()
        self._blocks = Blocks(self._collection)
        self._links: dict[int, list[int]] = {}
        self._on_day: dict[int, list[int]] = {}
        self._group: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._found: dict[int, Happening] = {}

    def happenings(self) -> list[Happening]:
        """All of them, in order of time."""
        return sorted(self._found.values(), key=lambda h: (*bounds(When(h.when)), h.id))

    def add(self, events: Iterable[Event | Row], documents: Iterable[Document] = ()) -> list[Happening]:
        """Take in the events of further documents, and give the happenings that are new or changed, in order of time."""
        rows = [each if isinstance(each, dict) else row(each) for each in events]
        known = {document.id: document for document in documents}
        ends = _lengths(rows)
        fresh = [_telling(each, known.get(each["document"]), ends[each["document"]]) for each in rows]
        new = range(len(self._tellings), len(self._tellings) + len(fresh))
        self._tellings += sorted(fresh, key=lambda each: (*bounds(each.when), each.id))
        for k in new:
            self._collection.add(self._tellings[k])
            self._dates.add(self._tellings[k])
            self._numbers[self._tellings[k].id] = k
        for k in new:
            self._links[k] = self._blocks.add(k, self._tellings[k])
        return self._regather(self._touched(new))

    def _touched(self, new: range) -> list[int]:
        """The numbers of the new tellings and of all in the happenings that they may belong to."""
        near = {other for k in new for other in self._links[k] if other not in new}
        near |= {self._numbers[id] for pair in self._same for id in pair if set(pair) <= self._numbers.keys()}
        for k in new:
            day = self._tellings[k].day
            if day is not None:
                same_day = self._on_day.setdefault(day, [])
                same_day.append(k)
                if any(self._tellings[other].pointing for other in same_day):
                    near.update(same_day)
        groups = {self._group[k] for k in near if k in self._group}
        return sorted({*new, *(member for group in groups for member in self._members[group])})

    def _regather(self, touched: Sequence[int]) -> list[Happening]:
        inside = {k: self._tellings[k] for k in touched}
        groups = Groups(inside, self._collection, self._apart)
        groups.together((a, b) for a, b in self._same_numbers() if a in inside and b in inside)
        joined = groups.join((other, k) for k in touched for other in self._links[k] if other in inside)
        before = {k: self._found[self._group[k]] for k in touched if k in self._group}
        for group in {self._group[k] for k in before}:
            del self._members[group], self._found[group]
        changed, taken = [], set[str]()
        for members in sorted(joined, key=lambda group: (-sum(k in before for k in group), group)):
            ids = Counter(before[k].id for k in members if k in before and before[k].id not in taken)
            id = ids.most_common(1)[0][0] if ids else None
            found = self._happening([self._tellings[k] for k in members], id)
            taken.add(found.id)
            self._members[members[0]], self._found[members[0]] = members, found
            self._group.update(dict.fromkeys(members, members[0]))
            if found not in before.values():
                changed.append(found)
        return sorted(changed, key=lambda h: (*bounds(When(h.when)), h.id))

    def _happening(self, told: Sequence[Telling], id: str | None) -> Happening:
        found = compose(told, id, typical(told, self._collection))
        top, mentions = min(each.position for each in told), sum(each.mentions for each in told)
        return replace(found, weight=weigh(found, mentions, top, self._dates))

    def _same_numbers(self) -> Iterable[tuple[int, int]]:
        numbers = self._numbers
        return ((numbers[a], numbers[b]) for a, b in self._same if a in numbers and b in numbers)


def _telling(each: Row, document: Document | None, end: int) -> Telling:
    if document is None:
        return telling(each, end)
    return telling(each, len(document.text), after(document.text, each["excerpt_end"]), document.title)


def _lengths(rows: Iterable[Row]) -> dict[str, int]:
    """Where the last event of each document ends."""
    ends: dict[str, int] = {}
    for each in rows:
        ends[each["document"]] = max(ends.get(each["document"], 1), each["excerpt_end"])
    return ends


def bounds(when: When) -> tuple[float, float]:
    """A date's place in time, to sort by: what has an open start comes before all."""
    return (-math.inf if when.start is None else when.start, math.inf if when.end is None else when.end)
