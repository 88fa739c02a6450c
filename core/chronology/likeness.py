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

from core.chronology.counts import contradictions
from core.chronology.telling import Telling
from core.chronology.words import country_keys
from core.model import Status
from core.when import DAY, When

MATTER = 1.2
"""How much the names must say that two documents of one matter share, in names as rare as can be."""
STRANGERS = 0.5
"""What is left of a likeness without a common name where the documents are of two matters ("net income rose"), or the numbers differ."""
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
SAME_DATE, SAME_DOCUMENT = 0.36, 0.5
"""How alike tellings must be whose dates agree."""
SAME_DAY = 0.1
"""How much less will do where both are of one day of which few tell."""
ELSEWHERE = 0.4
"""What is left of a likeness where each names somebody or some place that the other does not, or says something else."""
OTHER_DEED = 0.8
"""What is left where both name a deed, but not the same, or where one is a saying."""
OTHER_COUNT = 0.8
"""What is left where two documents of one matter give other numbers for just one date: they are as likely to differ about one thing."""
OTHER_EXTENT = 0.7
"""What is left where one lasted and the other was a moment in it."""
NEIGHBOURS = ((1, 0.54), (3, 0.62), (10, 0.72))
"""Up to how many units of their granularity apart dates may be said of one happening, and how alike the tellings must be then."""
UNITS = {"century": 0, "millennium": 0, "decade": 0, "year": 366, "half": 183, "season": 92, "quarter": 92, "month": 31, "week": 7}
PLANNED = ((31 * DAY, 0.5), (366 * DAY, 0.62))
"""How far from its date a plan may come true, and how alike the tellings must be then."""
FURTHEST = {"year": 2, "half": 1, "season": 1, "quarter": 1, "month": 1, "week": 1}
"""Coarse dates reach less far: in units."""


class Collection:
    """What all tellings together say of a word, a day and two documents: how common they are, and whether these tell of one matter."""

    def __init__(self) -> None:
        self.tellings = 0
        self.documents = 0
        self.having: Counter[str] = Counter()
        self.days: Counter[int | None] = Counter()
        self.naming: Counter[str] = Counter()
        self.names: dict[str, set[str]] = {}
        self._matters: dict[tuple[str, str], bool] = {}
        self._weights: dict[Telling, tuple[dict[str, float], float]] = {}

    def add(self, new: Telling) -> None:
        """Count a telling in."""
        self.tellings += 1
        self.having.update(new.terms.keys())
        self.days[new.day] += 1
        if new.document not in self.names:
            self.documents += 1
        known = self.names.setdefault(new.document, set())
        fresh = {term for term in (*new.terms, *new.context) if term[0] == "@"} - known
        known |= fresh
        self.naming.update(fresh)

    def rarity(self, term: str) -> float:
        """How much a term says: 1 for one that next to nobody uses, towards 0 for one in every telling."""
        return math.log(1 + self.tellings / max(FEW, self.having[term])) / math.log(1 + self.tellings / FEW)

    def weights(self, telling: Telling) -> tuple[dict[str, float], float]:
        """How much each term of a telling says, and the sum of it."""
        if (known := self._weights.get(telling)) is None:
            weights = {term: weight * self.rarity(term) for term, weight in telling.terms.items()}
            self._weights[telling] = known = weights, sum(weights.values())
        return known

    def rarity_of_day(self, day: int) -> float:
        """How much it says that two tellings are of this day: 1 where few are, towards 0 where it is a day of which all tell."""
        return min(1.0, FEW / max(1, self.days[day]))

    def of_one_matter(self, one: str, other: str) -> bool:
        """Whether the names that two documents share are many and rare enough to show that they tell of one matter."""
        key = (one, other) if one < other else (other, one)
        if key not in self._matters:
            shared = sum(math.log(1 + self.documents / self.naming[name]) for name in self.names[one] & self.names[other])
            self._matters[key] = shared >= MATTER * math.log(1 + self.documents / FEW)
        return self._matters[key]


def likeness(a: Telling, b: Telling, collection: Collection, least: float = 0.0) -> float:
    """How alike two tellings are in their words, from 0 to 1, whatever their dates; what is below `least` is not looked at further."""
    alike = (_cover(a, b, collection) + _cover(b, a, collection)) / 2
    if alike < least:
        return alike
    common = a.terms.keys() & b.terms.keys()
    if (
        _rivals(a.places - common, b.places - common)
        or _rivals(a.countries - common - b.context, b.countries - common - a.context)
        or _rivals(a.others - common - b.context, b.others - common - a.context)
    ):
        alike *= ELSEWHERE
    if a.deeds and b.deeds and a.deeds.isdisjoint(b.deeds):
        alike *= OTHER_DEED
    if a.saying != b.saying:
        alike *= OTHER_DEED
    elif a.saying and all(term[0] == "@" for term in common):
        alike *= ELSEWHERE
    if a.document != b.document and not any(term[0] == "@" for term in common - country_keys()):
        if not (one_matter := collection.of_one_matter(a.document, b.document)):
            alike *= STRANGERS
        if contradictions(a.counts, b.counts):
            alike *= OTHER_COUNT if one_matter and a.when == b.when else STRANGERS
    if a.lasted != b.lasted:
        alike *= OTHER_EXTENT
    return alike


def overlap(a: Telling, b: Telling) -> float:
    """How much of what two tellings name is common to both, from 0 to 1, however rare: it does not change as a collection grows."""
    common, whole = a.terms.keys() & b.terms.keys(), {**a.terms, **b.terms}
    return sum(whole[term] for term in common) / sum(whole.values()) if common else 0.0


def _cover(a: Telling, b: Telling, collection: Collection) -> float:
    """The part of what `a` names that `b` names too; the sentence around `b` counts where it is of another document."""
    weights, whole = collection.weights(a)
    if not whole:
        return 0.0
    told, around = b.terms, b.context if a.document != b.document else ()
    shared = 0.0
    for term, weight in weights.items():
        if term in told:
            shared += weight
        elif term in around:
            shared += INSIDE * weight
    return shared / whole


def _rivals(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each names somebody or some place that the other does not know of."""
    return bool(ours) and bool(theirs)


def gap(a: When, b: When) -> int:
    """How many milliseconds lie between two dates; 0 where they overlap."""
    if a.start is not None and b.end is not None and a.start >= b.end:
        return a.start - b.end + 1
    if b.start is not None and a.end is not None and b.start >= a.end:
        return b.start - a.end + 1
    return 0


def wanted(a: Telling, b: Telling, collection: Collection) -> float | None:
    """How alike two tellings must be to be one happening, by their dates and documents; None where they never are.

    Events of one document whose dates differ are two things: a writer does not contradict himself. Where two documents date them
    differently, one shared word is no evidence.
    """
    if b.status not in COMPATIBLE[a.status]:
        return None
    apart = gap(a.when, b.when)
    if not apart:
        if a.document == b.document:
            return SAME_DOCUMENT
        return SAME_DATE - (SAME_DAY * collection.rarity_of_day(a.day) if a.day is not None and a.day == b.day else 0.0)
    if a.document == b.document or (len(a.terms.keys() & b.terms.keys()) < 2 and a.terms.keys() != b.terms.keys()):
        return None
    if {a.status, b.status} == {"happened", "planned"}:
        return next((least for most, least in PLANNED if apart <= most), None)
    coarser = a.when if a.fineness <= b.fineness else b.when
    unit, furthest = UNITS.get(coarser.granularity, 1), FURTHEST.get(coarser.granularity, 10)
    units = -(-apart // (unit * DAY)) if unit else math.inf
    return next((least for most, least in NEIGHBOURS if units <= min(most, furthest)), None)
