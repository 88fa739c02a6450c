"""How alike two tellings are, from 0 to 1, and whether that is enough for their dates.

What one names the other should name too, and rare words say more than common ones. Tellings of one day need less in common than those of
two neighbouring days: there they must agree strongly, and are then one happening that is dated in two ways.

Sources: the lemma heuristics of Ahmed, Nath, Martin and Krishnaswamy, "2 * n is better than n²: Decomposing Event Coreference Resolution
into Two Tractable Problems", Findings of ACL 2023; and, for the features that carry over from one collection to another (date, those who
take part, the deed), Bugert, Reimers and Gurevych, "Generalizing Cross-Document Event Coreference Resolution Across Multiple Corpora",
Computational Linguistics 47(3), 2021.
"""

import math
from collections import Counter
from collections.abc import Iterable

from core.chronology.telling import Telling
from core.model import Status
from core.when import DAY, When

INSIDE = 0.5
"""What a word of one telling counts that only the sentence around the other has."""
FEW = 3
"""No word is taken for rarer than one that so many tellings have."""
COMPATIBLE: dict[Status, frozenset[Status]] = {
    "happened": frozenset({"happened", "planned"}),
    "planned": frozenset({"happened", "planned", "hypothetical"}),
    "denied": frozenset({"denied"}),
    "hypothetical": frozenset({"planned", "hypothetical"}),
}
"""What is planned may have happened; what is denied has not."""
SAME_DATE, SAME_DOCUMENT = 0.42, 0.5
"""How alike tellings must be whose dates agree."""
ELSEWHERE = 0.6
"""What is left of a likeness where each names somebody or some place that the other does not."""
OTHER_DEED = 0.8
"""What is left where both name a deed, but not the same."""
OTHER_EXTENT = 0.7
"""What is left where one lasted and the other was a moment in it."""
NEIGHBOURS = ((1, 0.55), (3, 0.62), (10, 0.72))
"""Up to how many units of their granularity apart dates may be said of one happening, and how alike the tellings must be then."""
UNITS = {"century": 0, "millennium": 0, "decade": 0, "year": 366, "half": 183, "season": 92, "quarter": 92, "month": 31, "week": 7}
FURTHEST = {"year": 2, "half": 1, "season": 1, "quarter": 1, "month": 1, "week": 1}
"""Coarse dates reach less far: in units."""
HOLDS = {"millennium": 3, "century": 2, "decade": 1}


class Rarity:
    """How much a term counts in a collection: 1 for one that next to nobody uses, towards 0 for one in every telling."""

    def __init__(self, tellings: Iterable[Telling] = ()) -> None:
        self.having: Counter[str] = Counter()
        self.tellings = 0
        for each in tellings:
            self.add(each)

    def add(self, new: Telling) -> None:
        """Count a telling in."""
        self.tellings += 1
        self.having.update(new.terms.keys())

    def of(self, term: str) -> float:
        """The weight of a term."""
        whole = math.log(1 + self.tellings / FEW)
        return math.log(1 + self.tellings / max(FEW, self.having[term])) / whole if whole else 1.0


def cover(a: Telling, b: Telling, rarity: Rarity) -> float:
    """The part of what `a` names that `b` names too."""
    whole = shared = 0.0
    beside = b.context if a.document != b.document else frozenset[str]()
    for term, weight in a.terms.items():
        weight *= rarity.of(term)
        whole += weight
        shared += weight * (1.0 if term in b.terms else INSIDE if term in beside else 0.0)
    return shared / whole if whole else 0.0


def likeness(a: Telling, b: Telling, rarity: Rarity) -> float:
    """How alike two tellings are in their words, from 0 to 1, whatever their dates."""
    alike = (cover(a, b, rarity) + cover(b, a, rarity)) / 2
    if _rivals(a.places - b.terms.keys(), b.places - a.terms.keys()) or any(
        _rivals(ours - b.terms.keys() - b.context, theirs - a.terms.keys() - a.context)
        for ours, theirs in ((a.countries, b.countries), (a.others, b.others))
    ):
        alike *= ELSEWHERE
    if a.deeds and b.deeds and not a.deeds & b.deeds:
        alike *= OTHER_DEED
    if a.lasted != b.lasted:
        alike *= OTHER_EXTENT
    return alike


def _rivals(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each names somebody or some place that the other does not know of."""
    return bool(ours) and bool(theirs)


def gap(a: When, b: When) -> int:
    """How many milliseconds lie between two dates; 0 or less where they overlap."""
    starts, ends = (a.start, b.start), (a.end, b.end)
    low = max((s for s in starts if s is not None), default=0)
    high = min((e for e in ends if e is not None), default=low + 1)
    return low - high + 1 if low >= high else 0


def wanted(a: Telling, b: Telling) -> float | None:
    """How alike two tellings must be to be one happening, by their dates and documents; None where they never are.

    Events of one document whose dates differ are two things: a writer does not contradict himself. Where two documents date them
    differently, one shared word is no evidence.
    """
    if b.status not in COMPATIBLE[a.status]:
        return None
    apart = gap(a.when, b.when)
    if not apart:
        return SAME_DOCUMENT if a.document == b.document else SAME_DATE
    if a.document == b.document or (len(a.terms.keys() & b.terms.keys()) < 2 and a.terms.keys() != b.terms.keys()):
        return None
    finer = a.when if a.fineness >= b.fineness else b.when
    unit, furthest = UNITS.get(finer.granularity, 1), FURTHEST.get(finer.granularity, 10)
    units = -(-apart // (unit * DAY)) if unit else math.inf
    return next((least for most, least in NEIGHBOURS if units <= min(most, furthest)), None)
