"""Tellings -> groups, each of one happening: agglomerative clustering with average linkage and pairs that may never be together.

The likest pair is joined first. Two groups become one only where the mean over all their pairs says so, not one lucky pair: so A like B and
B like C does not make a blob of A, B and C. A group never holds two tellings that cannot be of one happening (happened and denied, or two
dates of one document).

Sources: average linkage (UPGMA): Sokal and Michener, "A statistical method for evaluating systematic relationships", University of Kansas
Science Bulletin 38, 1958. Pairs that must stay apart: Davidson and Ravi, "Agglomerative Hierarchical Clustering with Constraints", PKDD
2005.
"""

from collections.abc import Collection as Container
from collections.abc import Iterable, Mapping

from core.chronology.likeness import Collection, gap, likeness, wanted
from core.chronology.telling import Telling

SAMPLED = 12
"""Of a large group so many tellings stand for all, evenly picked: the mean over them is near enough, and the work stays bounded."""
AGAINST = -0.1
"""So much at most speaks against two tellings of one document: a writer does not repeat his words."""
DIFFERENT = 0.46
"""How alike the tellings of a group must be in the mean where their dates differ."""


class Groups:
    """Groups of tellings in the making, each telling alone at first; tellings go by their numbers.

    `apart` are pairs of ids that somebody said are not one happening.
    """

    def __init__(self, tellings: Mapping[int, Telling], collection: Collection, apart: Container[frozenset[str]] = ()) -> None:
        self.tellings = tellings
        self.collection = collection
        self.apart = apart
        self.of = {k: k for k in tellings}
        self.members: dict[int, list[int]] = {k: [k] for k in tellings}
        self._compared: dict[tuple[int, int], tuple[float, float] | None] = {}

    def compared(self, a: int, b: int) -> tuple[float, float] | None:
        """How alike two tellings are and how alike they must be; None where they can never be one."""
        key = (a, b) if a < b else (b, a)
        if key not in self._compared:
            self._compared[key] = self._compare(*key)
        return self._compared[key]

    def _compare(self, a: int, b: int, *, roughly: bool = False) -> tuple[float, float] | None:
        one, other = self.tellings[a], self.tellings[b]
        least = wanted(one, other, self.collection)
        if least is None or (self.apart and frozenset((one.id, other.id)) in self.apart):
            return None
        return likeness(one, other, self.collection, least if roughly else 0.0), least

    def together(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join what somebody said is one happening, whatever it looks like."""
        for a, b in pairs:
            if self.of[a] != self.of[b]:
                self._merge(self.of[a], self.of[b])

    def join(self, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
        """Join along the pairs, best first, and give the groups with their tellings in order."""
        scored = []
        for a, b in pairs:
            found = self._compare(a, b, roughly=True)
            if found and found[0] >= found[1]:
                scored.append((found[0] - found[1], a, b))
                self._compared[(a, b) if a < b else (b, a)] = found
        scored.sort(key=lambda s: (-s[0], gap(self.tellings[s[1]].when, self.tellings[s[2]].when), s[1], s[2]))
        for _, a, b in scored:
            one, other = self.of[a], self.of[b]
            if one != other and self.fits(self.members[one], self.members[other]):
                self._merge(one, other)
        self._follow_dates()
        return [sorted(group) for group in self.members.values()]

    def _follow_dates(self) -> None:
        """A sentence that names nobody ("they signed") is led by its day, where the other documents tell of one thing only on that day."""
        on_day: dict[int, list[int]] = {}
        for k, each in self.tellings.items():
            if each.day is not None:
                on_day.setdefault(each.day, []).append(k)
        for k, each in self.tellings.items():
            if not each.pointing or each.day is None or len(self.members[self.of[k]]) > 1:
                continue
            others = {self.of[o] for o in on_day[each.day] if self.tellings[o].document != each.document}
            if len(others) == 1 and self._may_follow(k, self.members[group := others.pop()]):
                self._merge(group, self.of[k])

    def _may_follow(self, k: int, group: list[int]) -> bool:
        new, others = self.tellings[k], [self.tellings[o] for o in group]
        deeds = frozenset[str]().union(*(o.deeds for o in others))
        return (
            all(self.compared(k, o) is not None for o in group)
            and all(o.saying == new.saying for o in others)
            and (not new.deeds or not deeds or bool(new.deeds & deeds))
        )

    def fits(self, one: list[int], other: list[int]) -> bool:
        """Whether the pairs of two groups are alike enough in the mean; a date that differs was paid for by the pair that joins them."""
        support = 0.0
        for a in _sample(one):
            for b in _sample(other):
                found = self.compared(a, b)
                if found is None:
                    return False
                margin = found[0] - min(found[1], DIFFERENT)
                support += max(margin, AGAINST) if self.tellings[a].document == self.tellings[b].document else margin
        return support >= 0

    def _merge(self, one: int, other: int) -> None:
        if len(self.members[one]) < len(self.members[other]):
            one, other = other, one
        for member in self.members.pop(other):
            self.of[member] = one
            self.members[one].append(member)


def _sample(group: list[int]) -> list[int]:
    return group if len(group) <= SAMPLED else [group[k * len(group) // SAMPLED] for k in range(SAMPLED)]
