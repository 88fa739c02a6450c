"""The decisions about happenings that are in force: which events are one, which are not, and what is settled."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from core.chronology.decided import Relation
from core.errors import DateError, LibraryError
from core.happening import Disputed
from core.library.applying import in_force
from core.library.decisions import RELATING, Decision, Kind
from core.library.rows import pieces
from core.library.schema import decision_events, decisions
from core.when import When


@dataclass(frozen=True, slots=True)
class Relating:
    """A decision about happenings: its number and kind, the events that it names, what it sets, what they said before, and why."""

    number: int
    kind: Kind
    events: tuple[str, ...]
    given: Mapping[str, Any]
    before: Mapping[str, Any]
    why: str

    @property
    def relation(self) -> Relation | None:
        """What it says of which events are one."""
        return Relation(self.number, self.kind, self.events) if self.kind in ("same", "different") else None

    @property
    def settles(self) -> dict[Disputed, str]:
        """What it settles: the date, a count."""
        return {on: self.given[name] for on, name in SETTLED.items() if name in self.given}


SETTLED: dict[Disputed, str] = {"date": "edtf", "count": "count"}


def standing(connection: Connection) -> set[int]:
    """The numbers of the entries of the log in force."""
    return in_force((number, undoes) for number, undoes in connection.execute(select(decisions.c.number, decisions.c.undoes)))


def relating(connection: Connection, ids: Iterable[str] | None, force: Collection[int]) -> list[Relating]:
    """The decisions about happenings, of those in force, that name one of these events; all where None are given."""
    wanted = select(decisions).where(decisions.c.kind.in_(RELATING)).order_by(decisions.c.number)
    rows = list(connection.execute(wanted)) if ids is None else []
    for some in pieces(ids or ()):
        linked = select(decision_events.c.decision).where(decision_events.c.event.in_(some))
        rows += connection.execute(wanted.where(decisions.c.number.in_(linked)))
    found = {r.number: Relating(r.number, r.kind, tuple(r.events), r.given, r.before, r.why) for r in rows if r.number in force}
    return list(found.values())


def checked(decision: Decision) -> Decision:
    """A decision about happenings as it is kept. Raises LibraryError where it cannot be.

    >>> checked(Decision("same", ("a:0-4", "b:7-9", "a:0-4"))).events
    ('a:0-4', 'b:7-9')
    """
    events = tuple(dict.fromkeys(decision.events))
    if decision.kind != "settle":
        if len(events) < 2:
            raise LibraryError(f"'{decision.kind}' needs two events or more: name them by their ids")
        return Decision(decision.kind, events, {}, decision.why)
    if not events or not decision.values or not set(decision.values) <= {*SETTLED.values()}:
        raise LibraryError("to settle what sources differ in, name an event of the happening, and the date or the count that is right")
    try:
        given = {name: When(value).edtf if name == "edtf" else " ".join(str(value).split()) for name, value in decision.values.items()}
    except DateError as error:
        raise LibraryError(f"{error}") from None
    if not all(given.values()):
        raise LibraryError("a count needs a number, as the documents write it")
    return Decision("settle", events, given, decision.why)
