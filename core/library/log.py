"""The log of decisions in the library, and the table of events kept as these say."""

import getpass
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, func, insert, select

from core.errors import LibraryError, printable
from core.library import happenings
from core.library.applying import decided, in_force, remembered
from core.library.decisions import RELATING, Changes, Decision, Entry, Look, Rows, changes
from core.library.relating import Relating, checked, standing
from core.library.rows import current, holding, next_key, pieces, put, replaced, taken_away
from core.library.schema import decision_events, decisions, documents, events, versions
from core.library.tellings import Near
from core.table import Row

LINKING = ("merge", "split")
"""Decisions after which the rows of their events hang together."""


def who() -> str:
    """Who decides: DATELINE_USER, else the login name."""
    try:
        return os.environ.get("DATELINE_USER") or getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers
        return "unknown"


def decide(connection: Connection, decision: Decision) -> Entry:
    """Take a decision: add it to the log, and change the events as it says. Raises LibraryError where it does not fit."""
    if decision.kind in RELATING:
        return _relate(connection, checked(decision))
    about = holding(connection, _names(decision)) if decision.names else [*decision.events, decision.values.get("id", "")]
    rows = current(connection, about)
    made = changes(rows, decision)
    _check(connection, made)
    entry = _append(connection, decision, rows, made)
    write(connection, made)
    return entry


def undo(connection: Connection, number: int | None) -> Entry:
    """Take an entry of the log out of force, the last decision unless a number is given. Raises LibraryError where there is none."""
    undoings = _undoings(connection)
    force = in_force(undoings)
    if number is None:
        number = max((n for n, undoes in undoings if n in force and undoes is None), default=None)
        if number is None:
            raise LibraryError("there is no decision to undo")
    elif number not in force:
        raise LibraryError(f"no decision {number} is in force; dateline log tells their numbers")
    undone = target(connection, number)
    if undone.kind == "remove":
        raise LibraryError(f"decision {number} removed a document, which is gone: add it again, and what was decided about it holds again")
    force = in_force([*undoings, (max(n for n, _ in undoings) + 1, number)])
    if undone.kind in RELATING:
        return _relate(connection, Decision("undo", (), {"number": number}), undone.events, force)
    ids = _component(connection, _touched(connection, undone))
    before = current(connection, ids)
    after, _ = _fold(connection, ids, force)
    made = _differences(before, after)
    given = {"number": number} | ({"names": dict(undone.names)} if undone.names else {})
    entry = _append(connection, Decision("undo", (), given), before, made, number)
    write(connection, made)
    return entry


def _relate(connection: Connection, decision: Decision, about: Sequence[str] = (), force: Collection[int] | None = None) -> Entry:
    """Take a decision about happenings, or undo one `about` these events, so that those in `force` count."""
    if decision.kind == "settle":  # it is about all that the sources say now
        of = [happening.events for happening in happenings.read(connection, decision.events[:1])]
        decision = replace(decision, events=tuple(dict.fromkeys([*decision.events, *(id for ids in of for id in ids)])))
    number, about = next_key(connection, decisions.c.number), about or decision.events
    before = happenings.told_of(connection, about)
    if force is None and (missing := [id for id in about if id not in before]):
        raise LibraryError(f"no event '{missing[0]}' that counts; dateline events --format jsonl tells the ids")
    taken = None if force else Relating(number, decision.kind, decision.events, decision.values, before, decision.why)
    happenings.retell(connection, Near(connection), about, force=force, taken=taken)
    return _append(connection, decision, before, {**happenings.told_of(connection, about)}, decision.values.get("number"))


def settle(connection: Connection, ids: Iterable[str]) -> list[Look]:
    """Bring events to what the decisions in force say of them, and tell which of these want a look."""
    component = _component(connection, ids)
    after, looks = _fold(connection, component, standing(connection))
    write(connection, _differences(current(connection, component), after))
    return looks


def looks(connection: Connection) -> list[Look]:
    """The decisions in force that want a look."""
    there = select(decision_events.c.event).join(documents).where(documents.c.version > 0)  # what was removed was meant to go
    touched = list(connection.execute(there.distinct()).scalars())
    return [*_fold(connection, touched, standing(connection))[1], *happenings.looks(connection)]


def entries(connection: Connection, limit: int | None = None, event: str | None = None) -> list[Entry]:
    """The log, newest first; of an `event`, the entries that name it or made something of it, and what undid these."""
    force = standing(connection)
    query = select(decisions).order_by(decisions.c.number.desc()).limit(limit)
    if event is not None:
        about = select(decision_events.c.decision).where(decision_events.c.event == event)
        query = query.where(decisions.c.number.in_(about) | decisions.c.undoes.in_(about))
    return [_entry(row._asdict(), force) for row in connection.execute(query)]


def renaming(connection: Connection) -> bool:
    """Whether any names were renamed everywhere, so that new events too must be settled."""
    return connection.execute(_renames().limit(1)).first() is not None


def write(connection: Connection, made: Mapping[str, Row | None]) -> None:
    """Put changed events in the place of those that stand there; None takes one away."""
    taken_away(connection, [id for id, row in made.items() if row is None])
    there = {id: row for id, row in made.items() if row is not None}
    known = replaced(connection, there)
    keys = _keys(connection, (row["document"] for row in there.values()))
    put(connection, [(keys[row["document"]], row) for id, row in there.items() if id not in known], made=True)


def _keys(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The keys of documents."""
    found: dict[str, int] = {}
    for some in pieces(dict.fromkeys(ids)):
        found.update((id, key) for id, key in connection.execute(select(documents.c.id, documents.c.key).where(documents.c.id.in_(some))))
    return found


def _append(
    connection: Connection, decision: Decision, before: Mapping[str, Row | None], after: Changes, undoes: int | None = None
) -> Entry:
    number = next_key(connection, decisions.c.number)
    if decision.names:
        before = after = {}
    values = {
        "number": number,
        "who": who(),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "kind": decision.kind,
        "why": decision.why,
        "events": list(decision.events),
        "given": dict(decision.values),
        "before": {id: remembered(before.get(id)) for id in after},
        "after": {id: remembered(row) for id, row in after.items()},
        "undoes": undoes,
    }
    connection.execute(insert(decisions), values)
    if undoes is None:
        _link(connection, number, [*decision.events, *after], {**before, **after})
    return _entry(values, {number})


def _link(connection: Connection, number: int, ids: Iterable[str], rows: Mapping[str, Row | None]) -> None:
    named = {id: row["document"] for id in ids if (row := rows.get(id))}
    for id in dict.fromkeys(ids):
        if id not in named:  # taken away: it is of the document of the others
            named[id] = next(iter(named.values()))
    if named:
        keys = _keys(connection, named.values())
        values = [{"decision": number, "event": id, "document": keys[document]} for id, document in named.items()]
        connection.execute(insert(decision_events), values)


def _entry(row: Mapping[str, Any], force: Collection[int]) -> Entry:
    decision = Decision(row["kind"], tuple(row["events"]), row["given"], row["why"])
    return Entry(row["number"], row["who"], row["at"], decision, row["before"], row["after"], row["undoes"], row["number"] in force)


def _undoings(connection: Connection) -> list[tuple[int, int | None]]:
    return [(number, undoes) for number, undoes in connection.execute(select(decisions.c.number, decisions.c.undoes))]


def target(connection: Connection, number: int) -> Decision:
    """The decision that an entry is about in the end: an undo is about what it undoes."""
    row = connection.execute(select(decisions).where(decisions.c.number == number)).one()._asdict()
    if row["undoes"] is not None:
        return target(connection, row["undoes"])
    decision = _entry(row, ()).decision
    linked = select(decision_events.c.event).where(decision_events.c.decision == number)
    return replace(decision, events=tuple(connection.execute(linked).scalars())) if decision.events or decision.kind == "add" else decision


def _touched(connection: Connection, decision: Decision) -> list[str]:
    return holding(connection, _names(decision)) if decision.names else list(decision.events)


def _names(decision: Decision) -> set[str]:
    """The names that a decision renames, old and new."""
    return {name for name in (*decision.names, *decision.names.values()) if isinstance(name, str)}


def _renames() -> Any:
    linked = select(decision_events.c.decision)
    return select(decisions).where(decisions.c.kind == "rename", decisions.c.number.not_in(linked))


def _component(connection: Connection, ids: Iterable[str]) -> list[str]:
    """The ids together with those that merges and splits tie to them."""
    seen = dict.fromkeys(ids)
    frontier = list(seen)
    tied = decision_events.alias()
    while frontier:
        found: list[str] = []
        for some in pieces(frontier):
            query = (
                select(tied.c.event)
                .join(decisions, decisions.c.number == tied.c.decision)
                .join(decision_events, decision_events.c.decision == tied.c.decision)
                .where(decisions.c.kind.in_(LINKING), decision_events.c.event.in_(some))
            )
            found += connection.execute(query).scalars()
        frontier = [id for id in dict.fromkeys(found) if id not in seen]
        seen |= dict.fromkeys(frontier)
    return list(seen)


def _fold(connection: Connection, ids: Collection[str], force: Collection[int]) -> tuple[Rows, list[Look]]:
    scope = set(ids)
    found = {row.number: row._asdict() for row in connection.execute(_renames())}
    read: Rows = {}
    for some in pieces(ids):
        query = select(events.c.id, func.coalesce(events.c.read, events.c.row)).where(events.c.id.in_(some), ~events.c.made)
        read.update((id, row) for id, row in connection.execute(query))
        linked = select(decision_events.c.decision).where(decision_events.c.event.in_(some))
        found.update((row.number, row._asdict()) for row in connection.execute(select(decisions).where(decisions.c.number.in_(linked))))
    told = [_entry(row, force) for row in found.values()]
    narrowed = [replace(e, decision=replace(e.decision, events=tuple(id for id in e.decision.events if id in scope))) for e in told]
    return decided(read, narrowed, _texts(connection))


def _differences(before: Rows, after: Rows) -> Changes:
    return {id: after.get(id) for id in {**before, **after} if before.get(id) != after.get(id)}


def _texts(connection: Connection) -> Callable[[str], str]:
    """Gives the text of a document as it is now."""

    @cache
    def text(document: str) -> str:
        same = (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version)
        query = select(versions.c.text).join(documents, same).where(documents.c.id == document)
        found = connection.execute(query).scalar_one_or_none()
        if found is None:
            raise LibraryError(f"no document '{printable(document)}'; dateline documents lists what is there")
        return str(found)

    return text


def _check(connection: Connection, made: Changes) -> None:
    """Raises LibraryError where an excerpt does not stand in its document."""
    text = _texts(connection)
    for id, row in made.items():
        if row is not None and text(row["document"])[row["excerpt_start"] : row["excerpt_end"]] != row["excerpt"]:
            raise LibraryError(f"the excerpt of {printable(id)} is not what stands in the document there")
