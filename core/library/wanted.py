"""Which events are wanted, and the query that finds them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from core.library import sqlite
from core.library.rows import ABSORBED
from core.library.schema import actors, documents, event_actors, events


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events to give: all that is set must hold.

    `start` and `end` are instants (half-open) that an event's stretch must overlap, `actors` any of which took part, `words` all of which
    stand in the label, the excerpt or the names; `reviews` are states of review (all but the rejected, where none is named).
    """

    actors: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    words: str = ""
    documents: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    limit: int | None = None


EVERYTHING = Wanted()


def query(wanted: Wanted) -> Select[Any]:
    """The rows of the events wanted, in order of time."""
    found = select(events.c.row).order_by(events.c.start_ms, events.c.key).limit(wanted.limit)
    if wanted.end is not None:
        found = found.where((events.c.start_ms < wanted.end) | events.c.start_ms.is_(None))
    if wanted.start is not None:
        found = found.where((events.c.end_ms > wanted.start) | events.c.end_ms.is_(None))
    found = found.where(events.c.review.in_(wanted.reviews) if wanted.reviews else events.c.review.not_in(("rejected", ABSORBED)))
    if wanted.statuses:
        found = found.where(events.c.status.in_(wanted.statuses))
    if wanted.documents:
        found = found.where(events.c.document.in_(select(documents.c.key).where(documents.c.id.in_(wanted.documents))))
    if wanted.actors:
        acted = select(event_actors.c.event).join(actors).where(actors.c.name.in_(wanted.actors))
        if wanted.words:  # the words find few enough
            acted = acted.where(event_actors.c.event == events.c.key).correlate(events)
        found = found.where(events.c.key.in_(acted))
    if match := sqlite.query(wanted.words, wanted.actors):
        found = found.where(events.c.key.in_(sqlite.events_with(match)))
    return found
