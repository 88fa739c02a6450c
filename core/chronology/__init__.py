"""Events of many documents -> one chronology: what happens is told once, with all its sources, its dates, and how much it matters.

    events -> tellings -> candidate pairs -> groups -> happenings

`gather` is the whole way; a `Chronology` takes in further documents one by one. A `Happening` has every version of its date and its
counts; it is disputed where its sources differ.
"""

from collections.abc import Iterable

from core.chronology.chronology import Chronology, bounds
from core.happening import Disputed, Happening, Settled, Version, Weight
from core.model import Document, Event
from core.table import Row

__all__ = ["Chronology", "Disputed", "Happening", "Settled", "Version", "Weight", "gather", "weightiest"]

Pairs = Iterable[tuple[str, str]]


def gather(
    events: Iterable[Event | Row], documents: Iterable[Document] = (), *, same: Pairs = (), different: Pairs = ()
) -> list[Happening]:
    """The happenings that events tell of, in order of time; each event is in exactly one.

    Events may be rows of `core.table` as well. `documents` say how long they are, so that it counts whether something is told at the top
    (without them a document ends with its last event), and what number of dead the next sentence gives. `same` and `different` are pairs of
    event ids that somebody said are one happening, or are not. The result does not depend on the order of the events.

    >>> from core.pipeline import extract
    >>> from core.when import When
    >>> one = Document("one", "The ferry Marle sank on 3 May 2019 off Lorn, and 12 people died.", When("2019-05-04"))
    >>> two = Document("two", "On 4 May 2019 the Marle, a ferry, sank off Lorn. Its owner was arrested in July 2019.", When("2019-08-01"))
    >>> found = gather([*extract(one), *extract(two)], [one, two])
    >>> [(h.when, h.label, h.disputed, h.sources) for h in found]
    [('2019-05-03/2019-05-04', 'The ferry Marle sank off Lorn', ('date',), 2), ('2019-07', 'Its owner was arrested', (), 1)]
    """
    chronology = Chronology(same=same, different=different)
    chronology.add(events, documents)
    return chronology.happenings()


def weightiest(events: Iterable[Event], count: int) -> list[Event]:
    """The events that matter most, in order of time: one for each of the weightiest happenings, the one that gives it its label.

    >>> from core.pipeline import extract
    >>> from core.when import When
    >>> one = extract(Document("one", "The ferry Marle sank on 3 May 2019. A shop in Lorn closed in June 2019.", When("2019-07-01")))
    >>> two = extract(Document("two", "On 3 May 2019 the ferry Marle sank.", When("2019-05-04")))
    >>> [event.label for event in weightiest([*one, *two], 1)]
    ['The ferry Marle sank']
    """
    by_id = {event.id: event for event in events}
    found = sorted(gather(by_id.values()), key=lambda h: -h.weight.value)[:count]
    chosen = (next(by_id[id] for id in h.events if by_id[id].label == h.label) for h in found)
    return sorted(chosen, key=lambda event: (*bounds(event.when), event.id))
