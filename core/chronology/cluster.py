"""Tellings -> groups, each of one happening: agglomerative clustering with average linkage and pairs that may never be together.

The likest pair is joined first. Two groups become one only where the mean over all their pairs says so, not one lucky pair: so A like B and
B like C does not make a blob of A, B and C. A group never holds two tellings that cannot be of one happening (happened and denied, or two
dates of one document).

Sources: average linkage (UPGMA): Sokal and Michener, "A statistical method for evaluating systematic relationships", University of Kansas
Science Bulletin 38, 1958. Pairs that must stay apart: Davidson and Ravi, "Agglomerative Hierarchical Clustering with Constraints", PKDD
2005.
"""

from collections.abc import Iterable, Sequence

from core.chronology.likeness import Collection, gap, likeness, wanted
from core.chronology.telling import Telling

SAMPLED = 12
"""Of a large group so many tellings stand for all, evenly picked: the mean over them is near enough, and the work stays bounded."""
AGAINST = -0.1
"""So much at most speaks against two tellings of one document: a writer does not repeat his words."""


class Groups:
    """Groups of tellings in the making, each telling alone at first."""

    def __init__(self, tellings: Sequence[Telling], collection: Collection) -> None:
        self.tellings = tellings
        self.collection = collection
        self.of = list(range(len(tellings)))
        self.members: dict[int, list[int]] = {k: [k] for k in self.of}
        self._margins: dict[tuple[int, int], float | None] = {}

    def margin(self, a: int, b: int) -> float | None:
        """By how much two tellings are liker than they must be; None where they can never be one."""
        key = (a, b) if a < b else (b, a)
        if key not in self._margins:
            self._margins[key] = self._margin(*key)
        return self._margins[key]

    def _margin(self, a: int, b: int) -> float | None:
        one, other = self.tellings[a], self.tellings[b]
        least = wanted(one, other, self.collection)
        if least is None:
            return None
        margin = likeness(one, other, self.collection) - least
        return max(margin, AGAINST) if one.document == other.document else margin

    def join(self, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
        """Join along the pairs, best first, and give the groups with their tellings in order."""
        scored = [(margin, a, b) for a, b in pairs if (margin := self._margin(a, b)) is not None and margin >= 0]
        scored.sort(key=lambda s: (-s[0], gap(self.tellings[s[1]].when, self.tellings[s[2]].when), s[1], s[2]))
        for _, a, b in scored:
            one, other = self.of[a], self.of[b]
            if one != other and self._fits(self.members[one], self.members[other]):
                self._merge(one, other)
        self._follow_dates()
        return [sorted(group) for group in self.members.values()]

    def _follow_dates(self) -> None:
        """A sentence that names nobody ("they signed") is led by its day, where the other documents tell of one thing only on that day."""
        on_day: dict[int, list[int]] = {}
        for k, each in enumerate(self.tellings):
            if each.day is not None:
                on_day.setdefault(each.day, []).append(k)
        for k, each in enumerate(self.tellings):
            if not each.pointing or each.day is None or len(self.members[self.of[k]]) > 1:
                continue
            others = {self.of[o] for o in on_day[each.day] if self.tellings[o].document != each.document}
            if len(others) == 1 and self._may_follow(k, self.members[group := others.pop()]):
                self._merge(group, self.of[k])

    def _may_follow(self, k: int, group: list[int]) -> bool:
        new, others = self.tellings[k], [self.tellings[o] for o in group]
        deeds = frozenset[str]().union(*(o.deeds for o in others))
        return (
            all(self.margin(k, o) is not None for o in group)
            and all(o.saying == new.saying for o in others)
            and (not new.deeds or not deeds or bool(new.deeds & deeds))
        )

    def _fits(self, one: list[int], other: list[int]) -> bool:
        margins = [self.margin(a, b) for a in _sample(one) for b in _sample(other)]
        sure = [margin for margin in margins if margin is not None]
        return len(sure) == len(margins) and sum(sure) >= 0

    def _merge(self, one: int, other: int) -> None:
        if len(self.members[one]) < len(self.members[other]):
            one, other = other, one
        for member in self.members.pop(other):
            self.of[member] = one
            self.members[one].append(member)


def _sample(group: list[int]) -> list[int]:
    return group if len(group) <= SAMPLED else [group[k * len(group) // SAMPLED] for k in range(SAMPLED)]
