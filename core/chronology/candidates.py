"""Which pairs of tellings are worth comparing: those that share rare words in the same or a neighbouring block of the calendar.

Blocks are ten days for dates up to half a year, years for years, and so on; a date stands in the block of the next coarser kind as well, so
that "2001" can hold a day of October. A telling is compared with those before it that share most of its rarest words, and with a bounded
number of them, so that the work grows with the number of tellings and not with its square.

Source: token blocking with block purging and weighting, as surveyed by Papadakis, Skoutas, Thanos and Palpanas, "Blocking and Filtering
Techniques for Entity Resolution: A Survey", ACM Computing Surveys 53(2), 2020.
"""

import heapq
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from core.chronology.likeness import Collection
from core.chronology.telling import Telling
from core.when import DAY, When, civil_from_days

RAREST = 8
"""By how many of its words a telling is looked for."""
LATEST = 64
"""How far back in a word's list for a block."""
CLOSEST = 16
"""With how many others a telling is compared, those that share most."""
LEAST = 0.12
"""The part of its own words that it must share with them."""
MOST_BLOCKS = 24
"""A date that covers more blocks than this is looked for in the first and the last of them."""
FAR = (1, 1, 0, 0)
"""How many blocks beyond its own a date is looked for, by its level: two reports may date one thing differently."""
LEVELS = {"millennium": 3, "century": 3, "decade": 2, "year": 1}
TEN_DAYS = 10 * DAY
LEVEL_BITS, UNIT_BITS = 2, 22
PLACE_BITS = 1 + LEVEL_BITS + UNIT_BITS
Block = tuple[int, int]


class Blocks:
    """The tellings so far by block and word, to be asked which of them a further one should be compared with.

    They stand in lists, one for each word and block, that go by a key of 64 bits: a library keeps them so. `number` gives that of a word.
    """

    def __init__(self, collection: Collection, number: Callable[[str], int] | None = None) -> None:
        known: dict[str, int] = {}
        self._collection = collection
        self._number = number or (lambda term: known.setdefault(term, len(known)))
        self._lists: dict[int, list[int]] = {}

    def add(self, k: int, new: Telling) -> list[int]:
        """Put in a telling under its number, and give the numbers of those before that it should be compared with."""
        found = self.near(new)
        self.load((key, k) for key in self.own_keys(new))
        return found

    def near(self, new: Telling) -> list[int]:
        """The numbers of those that a telling should be compared with."""
        rarest, whole = self._rarest(new)
        shared: dict[int, float] = {}
        numbered = [(self._number(term) << PLACE_BITS, weight) for term, weight in rarest]
        for place in _asked(new.when, new.status == "planned"):
            here: dict[int, float] = {}
            for number, weight in numbered:
                for other in self._lists.get(number | place, ())[-LATEST:]:
                    here[other] = here.get(other, 0.0) + weight
            for other, weight in here.items():
                if weight > shared.get(other, 0.0):
                    shared[other] = weight
        enough = [(weight, other) for other, weight in shared.items() if weight >= LEAST * whole]
        return sorted(other for _, other in heapq.nlargest(CLOSEST, enough))

    def load(self, entries: Iterable[tuple[int, int]]) -> None:
        """Put numbers of tellings into the lists, by key; those of one list in order."""
        for key, k in entries:
            self._lists.setdefault(key, []).append(k)

    def keys(self, new: Telling) -> list[int]:
        """The keys of the lists in which those stand that a telling should be compared with."""
        return self._keys(new, _asked(new.when, new.status == "planned"))

    def own_keys(self, new: Telling) -> list[int]:
        """The keys of the lists in which a telling stands itself."""
        return self._keys(new, _own(new.when, new.status == "planned"))

    def _keys(self, new: Telling, places: Sequence[int]) -> list[int]:
        numbers = [self._number(term) << PLACE_BITS for term, _ in self._rarest(new)[0]]
        return [number | place for place in places for number in numbers]

    def _rarest(self, new: Telling) -> tuple[list[tuple[str, float]], float]:
        weights, whole = self._collection.weights(new)
        return sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:RAREST], whole


@lru_cache(maxsize=1 << 13)
def _asked(when: When, planned: bool) -> tuple[int, ...]:
    """Where others are looked for: in the blocks around, and in those above, where only a coarse date or a plan is of interest, unless
    this is a plan itself."""
    level = _level(when)
    reach = range(-FAR[level], FAR[level] + 1)
    around = dict.fromkeys((level, unit + step) for _, unit in blocks(when, level) for step in reach)
    return (*(_place(False, block) for block in around), *(_place(not planned, block) for block in blocks(when, level + 1)))


@lru_cache(maxsize=1 << 13)
def _own(when: When, planned: bool) -> tuple[int, ...]:
    """Where a telling stands itself: in its blocks and those above, and among the coarse dates and plans where it is one."""
    level = _level(when)
    own, above = blocks(when, level), blocks(when, level + 1)
    coarse = (*own, *above) if planned else own
    return (*(_place(False, block) for block in (*own, *above)), *(_place(True, block) for block in coarse))


def _level(when: When) -> int:
    return LEVELS.get(when.granularity, 0)


def _place(coarse: bool, block: Block) -> int:
    """The part of a list's key beside the number of its word: whether it is of coarse dates and plans only, and its block."""
    level, unit = block
    return (coarse << LEVEL_BITS | level) << UNIT_BITS | unit & ((1 << UNIT_BITS) - 1)


def blocks(when: When, level: int) -> tuple[Block, ...]:
    """The blocks of the calendar in which a date stands: of ten days, years, decades or centuries, by level.

    >>> blocks(When("2021-08-15"), 0), blocks(When("2021-08"), 0), blocks(When("2001"), 1)
    (((0, 1885),), ((0, 1884), (0, 1885), (0, 1886), (0, 1887)), ((1, 2001),))
    """
    start, end = when.start, when.end
    if start is None or end is None:
        known = start if start is not None else end
        assert known is not None
        start = end = known
    return tuple((level, unit) for unit in _units(level, start, max(start, end - 1)))


def _units(level: int, first: int, last: int) -> list[int]:
    """The units from one instant to another; only the ends of a long stretch."""
    low, high = (_unit(level, instant) for instant in (first, last))
    return list(range(low, high + 1)) if high - low < MOST_BLOCKS else [low, high]


def _unit(level: int, instant: int) -> int:
    if level == 0:
        return instant // TEN_DAYS
    return civil_from_days(instant // DAY)[0] // (1, 10, 100, 1000)[level - 1]
