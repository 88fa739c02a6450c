"""Which pairs of tellings are worth comparing: those that share a rare word within a block of the calendar.

Blocks are months for dates up to half a year, years for years, and so on; a date stands in the block of the next coarser kind as well, so
that "2001" can hold a day of October. In each block a telling is compared with those before it that share most of its rarest words, and
with a bounded number of them, so that the work grows with the number of tellings and not with its square.

Source: token blocking with block purging and weighting, as surveyed by Papadakis, Skoutas, Thanos and Palpanas, "Blocking and Filtering
Techniques for Entity Resolution: A Survey", ACM Computing Surveys 53(2), 2020.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from core.chronology.likeness import Collection
from core.chronology.telling import Telling
from core.when import DAY, When, civil_from_days

RAREST = 8
"""By how many of its words a telling is looked for."""
LATEST = 96
"""How far back in a word's list for a block."""
CLOSEST = 24
"""With how many others a telling is compared in a block, those that share most."""
REACH = 10 * DAY
"""How far past its ends a fine date is looked for: two reports may date one thing differently."""
MOST_BLOCKS = 24
"""A date that covers more blocks than this is looked for in the first and the last of them."""
Block = tuple[int, int]


def candidates(tellings: Sequence[Telling], collection: Collection) -> Iterator[tuple[int, int]]:
    """The pairs to compare, by their indices, the earlier one first; `tellings` are in order of time."""
    index: dict[tuple[Block, str], list[int]] = {}
    for k, new in enumerate(tellings):
        rarest = sorted(((collection.rarity(term) * weight, term) for term, weight in new.terms.items()), reverse=True)[:RAREST]
        found: Counter[int] = Counter()
        for block in blocks(new.when):
            shared: Counter[int] = Counter()
            for weight, term in rarest:
                entry = index.setdefault((block, term), [])
                for other in entry[-LATEST:]:
                    shared[other] += weight  # type: ignore[assignment]  # a Counter of floats
                entry.append(k)
            found |= Counter(dict(shared.most_common(CLOSEST)))
        yield from ((other, k) for other in sorted(found))


def blocks(when: When) -> list[Block]:
    """The blocks of the calendar in which a date is compared: its own level's and those of the next coarser.

    >>> blocks(When("2021-08-15")), blocks(When("2001"))
    ([(0, 24259), (1, 2021)], [(1, 2000), (1, 2001), (1, 2002), (2, 200)])
    """
    level = {"millennium": 3, "century": 3, "decade": 2, "year": 1}.get(when.granularity, 0)
    start, end = when.start, when.end
    if start is None or end is None:
        known = start if start is not None else end
        assert known is not None
        start = end = known
    reach = (REACH, 365 * DAY, 0, 0)[level]
    own = [(level, unit) for unit in _units(level, start - reach, max(start, end - 1) + reach)]
    above = [(level + 1, unit) for unit in _units(level + 1, start, max(start, end - 1))] if level < 3 else []
    return own + above


def _units(level: int, first: int, last: int) -> list[int]:
    """The months, years, decades or centuries from one instant to another; only the ends of a long stretch."""
    low, high = (_unit(level, instant) for instant in (first, last))
    return list(range(low, high + 1)) if high - low < MOST_BLOCKS else [low, high]


def _unit(level: int, instant: int) -> int:
    year, month, _ = civil_from_days(instant // DAY)
    return (12 * year + month - 1, year, year // 10, year // 100)[level]
