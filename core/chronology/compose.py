"""Tellings of one thing -> the happening: its agreed date, the versions, the sources in order of publication, its label."""

import math
from collections import Counter
from collections.abc import Sequence

from core.chronology import disputes
from core.chronology.likeness import Collection, likeness
from core.chronology.sources import sources
from core.chronology.telling import Telling
from core.happening import Disputed, Happening, Weight
from core.when import When

SAMPLED = 12
"""Of a large happening so many tellings are asked which label fits best."""


def compose(told: Sequence[Telling], id: str | None, typical: Telling | None = None) -> Happening:
    """The happening that tellings are of, still without its weight, which other documents have a part in.

    `id` is the one that it has already; `typical` is the telling that gives it its label, the first where there is none.
    """
    told = sorted(told, key=published)
    first, counted = told[0], disputes.counts(told)
    differ: list[Disputed] = [*(["date"] if disputes.date_disputed(told) else []), *(["count"] if counted else [])]  # type: ignore[list-item]
    named = Counter(name for each in told for name in dict.fromkeys(each.actors))
    return Happening(
        id=id or f"h:{first.id}",
        label=(typical or sure(told)[0]).label,
        when=When(disputes.agreed(told)).edtf,
        dates=disputes.dates(told),
        counts=counted,
        disputed=tuple(differ),
        events=tuple(each.id for each in told),
        documents=tuple(dict.fromkeys(each.document for each in told)),
        first_reported=first.published,
        sources=sources(told),
        actors=tuple(name for name, _ in named.most_common()),
        weight=Weight(0.0, ""),
    )


def typical(told: Sequence[Telling], collection: Collection) -> Telling:
    """The telling that is likest to the others, of those that tell it as happened; the first published of equals."""
    told = sorted(told, key=published)
    others, known = told[:SAMPLED], dict[frozenset[str], float]()

    def alike(a: Telling, b: Telling) -> float:
        pair = frozenset((a.id, b.id))
        if pair not in known:
            known[pair] = likeness(a, b, collection)
        return known[pair]

    return max(sure(told)[:SAMPLED], key=lambda each: sum(alike(each, other) for other in others if other is not each))


def sure(told: Sequence[Telling]) -> list[Telling]:
    """Those that tell it as happened, or all where none does."""
    return [each for each in told if each.status == "happened"] or list(told)


def published(each: Telling) -> tuple[float, str, str]:
    """The order of publication, the undated last."""
    start = When(each.published).start if each.published else None
    return (math.inf if start is None else start, each.document, each.id)
