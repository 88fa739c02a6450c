"""In what the tellings of one happening differ: when it was, and how many."""

from collections.abc import Sequence
from itertools import combinations

from core.chronology.counts import Count, contradictions
from core.chronology.likeness import gap
from core.chronology.telling import Telling
from core.happening import Version
from core.when import When


def dates(tellings: Sequence[Telling]) -> tuple[Version, ...]:
    """Every date that is told, in order of time, with its events."""
    told: dict[str, list[Telling]] = {}
    for each in sorted(tellings, key=lambda t: _order(t.when)):
        told.setdefault(each.when.edtf, []).append(each)
    return tuple(Version(edtf, tuple(sorted(t.id for t in those))) for edtf, those in told.items())


def date_disputed(tellings: Sequence[Telling]) -> bool:
    """Whether two documents date what happened differently; a plan that came out otherwise contradicts nobody."""
    sure = _sure(tellings)
    return any(gap(a.when, b.when) > 0 for a, b in combinations({t.when: t for t in sure}.values(), 2))


def agreed(tellings: Sequence[Telling]) -> str:
    """The date in EDTF: the finest that is told, of those the one told most often; a range over all of them where they are disputed."""
    sure = _sure(tellings)
    if date_disputed(tellings):
        return _range([t.when for t in sure])
    finest = max(t.fineness for t in sure)
    fine = [t.when for t in sure if t.fineness == finest]
    return max(fine, key=lambda when: (fine.count(when), -_order(when)[0])).edtf


def _sure(tellings: Sequence[Telling]) -> list[Telling]:
    """Those that tell it as happened, or all where none does."""
    return [t for t in tellings if t.status == "happened"] or list(tellings)


def _range(whens: Sequence[When]) -> str:
    """From the first to the last of dates of which some do not overlap; those that only hold others say nothing more."""
    narrow = [w for w in whens if not any(_holds(w, other) for other in whens)] or list(whens)
    first, last = min(narrow, key=_order), max(narrow, key=lambda w: _order(w)[1])
    ends = first.edtf.split("/")[0], last.edtf.split("/")[-1]
    if any("T" not in end for end in ends):
        ends = ends[0].partition("T")[0], ends[1].partition("T")[0]
    return "/".join(ends)


def _holds(wide: When, other: When) -> bool:
    return wide.edtf != other.edtf and _order(wide)[0] <= _order(other)[0] and _order(other)[1] <= _order(wide)[1]


def _order(when: When) -> tuple[float, float]:
    return (float("-inf") if when.start is None else when.start, float("inf") if when.end is None else when.end)


def counts(tellings: Sequence[Telling]) -> tuple[Version, ...]:
    """The numbers that two documents give differently for the same thing, as they write them, smallest first; nothing where they agree."""
    alike: dict[tuple[Count, ...], list[Telling]] = {}
    for each in tellings:
        if each.counts:
            alike.setdefault(each.counts, []).append(each)
    found: dict[str, tuple[float, set[str]]] = {}
    for ours, theirs in combinations(alike.values(), 2):
        if len({each.document for each in (*ours, *theirs)}) == 1:
            continue
        for pair in contradictions(ours[0].counts, theirs[0].counts):
            for count, those in zip(pair, (ours, theirs), strict=True):
                found.setdefault(count.text, (count.value, set()))[1].update(each.id for each in those)
    return tuple(Version(text, tuple(sorted(ids))) for text, (_, ids) in sorted(found.items(), key=lambda item: (item[1][0], item[0])))
