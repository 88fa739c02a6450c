"""Events of many documents -> one chronology: what happens is told once, with all its sources, its dates, and how much it matters.

    events -> tellings -> candidate pairs -> groups -> happenings

`gather` is the whole way. A `Happening` has every version of its date and its counts; it is disputed where its sources differ.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from core.chronology import disputes
from core.chronology.candidates import candidates
from core.chronology.cluster import Groups
from core.chronology.happening import Disputed, Happening, Version, Weight
from core.chronology.likeness import Collection, likeness
from core.chronology.sources import sources
from core.chronology.telling import Telling, telling
from core.chronology.weight import Dates, weigh
from core.model import Document, Event
from core.table import Row, row
from core.when import When

__all__ = ["Disputed", "Happening", "Version", "Weight", "gather", "weightiest"]

SAMPLED = 12
"""Of a large happening so many tellings are asked which label fits best."""


def gather(events: Iterable[Event | Row], documents: Iterable[Document] = ()) -> list[Happening]:
    """The happenings that events tell of, in order of time; each event is in exactly one.

    Events may be rows of `core.table` as well. `documents` say how long they are, so that it counts whether something is told at the top;
    without them a document ends with its last event. The result does not depend on the order of the events.

    >>> from core.pipeline import extract
    >>> one = Document("one", "The ferry Marle sank on 3 May 2019 off Lorn, and 12 people died.", When("2019-05-04"))
    >>> two = Document("two", "On 4 May 2019 the Marle, a ferry, sank off Lorn. Its owner was arrested in July 2019.", When("2019-08-01"))
    >>> found = gather([*extract(one), *extract(two)], [one, two])
    >>> [(h.when, h.label, h.disputed, h.sources) for h in found]
    [('2019-05-03/2019-05-04', 'The ferry Marle sank off Lorn', ('date',), 2), ('2019-07', 'Its owner was arrested', (), 1)]
    """
    rows = [each if isinstance(each, dict) else row(each) for each in events]
    lengths = _lengths(rows) | {document.id: len(document.text) for document in documents}
    tellings = sorted((telling(each, lengths[each["document"]]) for each in rows), key=_place_in_time)
    collection, dates = Collection(tellings), Dates(tellings)
    groups = Groups(tellings, collection).join(candidates(tellings, collection))
    found = [happening([tellings[k] for k in group], collection, dates) for group in groups]
    return sorted(found, key=lambda h: (*_bounds(When(h.when)), h.id))


def weightiest(events: Iterable[Event], count: int) -> list[Event]:
    """The events that matter most, in order of time: one for each of the weightiest happenings, the one that gives it its label.

    >>> from core.pipeline import extract
    >>> one = extract(Document("one", "The ferry Marle sank on 3 May 2019. A shop in Lorn closed in June 2019.", When("2019-07-01")))
    >>> two = extract(Document("two", "On 3 May 2019 the ferry Marle sank.", When("2019-05-04")))
    >>> [event.label for event in weightiest([*one, *two], 1)]
    ['The ferry Marle sank']
    """
    by_id = {event.id: event for event in events}
    found = sorted(gather(by_id.values()), key=lambda h: -h.weight.value)[:count]
    chosen = (next(by_id[id] for id in h.events if by_id[id].label == h.label) for h in found)
    return sorted(chosen, key=lambda event: (*_bounds(event.when), event.id))


def happening(tellings: Sequence[Telling], collection: Collection, dates: Dates) -> Happening:
    """The happening that a group of tellings is of."""
    told = sorted(tellings, key=_published)
    first, when, independent, counted = told[0], When(disputes.agreed(told)), sources(told), disputes.counts(told)
    differ: list[Disputed] = [*(["date"] if disputes.date_disputed(told) else []), *(["count"] if counted else [])]  # type: ignore[list-item]
    named = Counter(name for each in told for name in dict.fromkeys(each.actors))
    return Happening(
        id=f"h:{first.id}",
        label=_typical(told, collection).label,
        when=when.edtf,
        dates=disputes.dates(told),
        counts=counted,
        disputed=tuple(differ),
        events=tuple(each.id for each in told),
        documents=tuple(dict.fromkeys(each.document for each in told)),
        first_reported=first.published,
        sources=independent,
        actors=tuple(name for name, _ in named.most_common()),
        weight=weigh(told, independent, when, dates),
    )


def _lengths(rows: Iterable[Row]) -> dict[str, int]:
    """Where the last event of each document ends."""
    ends: dict[str, int] = {}
    for each in rows:
        ends[each["document"]] = max(ends.get(each["document"], 1), each["excerpt_end"])
    return ends


def _typical(told: Sequence[Telling], collection: Collection) -> Telling:
    """The telling that is likest to the others, of those that tell it as happened; the first of equals."""
    sure = [each for each in told if each.status == "happened"] or list(told)
    others = told[:SAMPLED]
    return max(sure[:SAMPLED], key=lambda each: sum(likeness(each, other, collection) for other in others if other is not each))


def _published(each: Telling) -> tuple[float, str, str]:
    start = When(each.published).start if each.published else None
    return (math.inf if start is None else start, each.document, each.id)


def _place_in_time(each: Telling) -> tuple[float, float, str]:
    return (*_bounds(each.when), each.id)


def _bounds(when: When) -> tuple[float, float]:
    return (-math.inf if when.start is None else when.start, math.inf if when.end is None else when.end)
