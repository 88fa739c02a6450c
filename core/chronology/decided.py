"""What people say of tellings - one happening, or not - applied to groups as they were gathered.

The newest decision counts: an older one that it contradicts is left out, and told.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Relation:
    """That the events with these ids are one happening ("same"), or each is another one ("different"); `number` is that of the decision."""

    number: int
    kind: str
    events: tuple[str, ...]


def regrouped(groups: Iterable[Sequence[str]], relations: Iterable[Relation], alike: Callable[[str, str], float]) -> list[list[str]]:
    """The groups as the relations have them.

    Who belongs to a group of which two are different goes with the one that it is more `alike`.

    >>> groups = regrouped([["a", "b", "c"], ["d"]], [Relation(1, "different", ("a", "b")), Relation(2, "same", ("a", "d"))],
    ...                    lambda one, other: float({one, other} == {"b", "c"}))
    >>> sorted(map(sorted, groups))
    [['a', 'd'], ['b', 'c']]
    """
    tied, parted, _ = _weighed(relations)
    joined: dict[str, list[str]] = {}
    for group in groups:
        own = {id(joined[tied.root(event)]): joined[tied.root(event)] for event in group if tied.root(event) in joined}
        whole = [*dict.fromkeys([event for part in own.values() for event in part] + list(group))]
        for event in whole:
            joined[tied.root(event)] = whole
    found = {id(group): group for group in joined.values()}
    return [part for group in found.values() for part in _split(group, parted, tied, alike)]


class _Ties:
    """Events that are one by what people said: each class goes by one of its events."""

    def __init__(self) -> None:
        self._root: dict[str, str] = {}

    def root(self, event: str) -> str:
        while event in self._root:
            event = self._root[event]
        return event

    def tie(self, one: str, other: str) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._root[high] = low


Parted = Mapping[tuple[str, str], int]


def contradicted(relations: Iterable[Relation]) -> dict[int, int]:
    """Of the relations that a newer one contradicts their numbers, with that of the newer one.

    >>> contradicted([Relation(1, "same", ("a", "b")), Relation(2, "different", ("b", "a"))])
    {1: 2}
    """
    return _weighed(relations)[2]


def _weighed(relations: Iterable[Relation]) -> tuple[_Ties, dict[tuple[str, str], int], dict[int, int]]:
    """What is tied, which pairs are parted, and which relations a newer one contradicts, newest first."""
    tied, parted, left_out = _Ties(), dict[tuple[str, str], int](), dict[int, int]()
    by: dict[tuple[str, str], int] = {}
    for relation in sorted(relations, key=lambda relation: -relation.number):
        for one, other in _pairs(relation):
            if relation.kind == "different":
                if tied.root(one) == tied.root(other):
                    left_out[relation.number] = _newest(by, tied, one)
                else:
                    parted[one, other] = relation.number
            elif number := max(
                (n for pair, n in parted.items() if {*map(tied.root, pair)} == {tied.root(one), tied.root(other)}), default=0
            ):
                left_out[relation.number] = number
            else:
                tied.tie(one, other)
                by[one, other] = relation.number
    return tied, parted, left_out


def _newest(by: Mapping[tuple[str, str], int], tied: _Ties, event: str) -> int:
    """The newest relation that ties the class of an event."""
    return max(number for (one, _), number in by.items() if tied.root(one) == tied.root(event))


def _pairs(relation: Relation) -> Iterator[tuple[str, str]]:
    first, *others = dict.fromkeys(relation.events)
    yield from ((first, other) for other in others) if relation.kind == "same" else combinations((first, *others), 2)


def _split(group: list[str], parted: Parted, tied: _Ties, alike: Callable[[str, str], float]) -> list[list[str]]:
    parts = [group]
    for one, other in sorted(parted, key=lambda pair: (parted[pair], pair)):
        for part in parts:
            if one in part and other in part:
                theirs = _side(part, one, other, tied, alike)
                parts.remove(part)
                parts += [[event for event in part if event not in theirs], [event for event in part if event in theirs]]
                break
    return parts


def _side(part: list[str], one: str, other: str, tied: _Ties, alike: Callable[[str, str], float]) -> set[str]:
    """Who goes with the other: each class of tied events as a whole."""
    classes: dict[str, list[str]] = {}
    for event in part:
        classes.setdefault(tied.root(event), []).append(event)
    ours, theirs = classes.pop(tied.root(one)), classes.pop(tied.root(other))

    def likest(some: list[str], others: list[str]) -> float:
        return max(alike(a, b) for a in some for b in others)

    return {*theirs, *(event for some in classes.values() if likest(some, theirs) > likest(some, ours) for event in some)}
