"""Events as rows of the library's tables: put there, changed, and taken away, many at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, bindparam, delete, func, insert, select, update

from core.library import sqlite
from core.library.schema import actors, event_actors, event_names, events, ungathered
from core.table import Row, when

Value = TypeVar("Value")
PIECE = 500
"""How many values a query names at once."""

ABSORBED = "absorbed"
"""The review of an event that a merge or a split has taken away: its row stays as it was read."""


def pieces(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The values, as many at once as a query names."""
    left = iter(values)
    while some := list(islice(left, PIECE)):
        yield some


def next_key(connection: Connection, column: Column[int]) -> int:
    """The next key of a table, which nobody else can take while this transaction writes."""
    return int(connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()) + 1


def current(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    """The rows of events by id, decisions applied; without those that are absorbed."""
    found: dict[str, Row] = {}
    for some in pieces(ids):
        query = select(events.c.id, events.c.row).where(events.c.id.in_(some), events.c.review != ABSORBED)
        found.update((id, row) for id, row in connection.execute(query))
    return found


def counting(connection: Connection, ids: Iterable[str]) -> list[Row]:
    """The rows of those of some events that count, in the order of `core.library.wanted`; not of the rejected and the absorbed."""
    found: list[tuple[bool, int, int, Row]] = []
    for some in pieces(ids):
        query = select(events.c.start_ms, events.c.key, events.c.row)
        query = query.where(events.c.id.in_(some), events.c.review.not_in(("rejected", ABSORBED)))
        found += [(start is not None, start or 0, key, row) for start, key, row in connection.execute(query)]
    return [row for *_, row in sorted(found, key=lambda each: each[:3])]


def names(connection: Connection) -> list[tuple[str, int]]:
    """Names of those who take part, and in how many events, most first."""
    number = func.count().label("number")
    query = (
        select(actors.c.name, number)
        .join(event_actors, event_actors.c.actor == actors.c.key)
        .join(events, events.c.key == event_actors.c.event)
        .where(events.c.review.not_in(("rejected", ABSORBED)))
        .group_by(actors.c.name)
        .order_by(number.desc(), actors.c.name)
    )
    return [(name, count) for name, count in connection.execute(query)]


def holding(connection: Connection, names: Iterable[str]) -> list[str]:
    """The ids of the events that hold one of these names, as they are now or as they were read."""
    found: dict[str, None] = {}
    for some in pieces(names):
        acted = select(event_actors.c.event).join(actors).where(actors.c.name.in_(some))
        other = select(event_names.c.event).where(event_names.c.name.in_(some))
        found |= dict.fromkeys(connection.execute(select(events.c.id).where(events.c.key.in_(acted.union(other)))).scalars())
    return list(found)


def put(connection: Connection, told: Sequence[tuple[int, Row]], *, made: bool = False) -> None:
    """Put new events there, each with the key of its document; those that people have `made` no reading gives back."""
    if not told:
        return
    keyed = list(enumerate((row for _, row in told), next_key(connection, events.c.key)))
    values = [
        {"key": key, "id": row["id"], "document": document, "made": made, **_searched(row)}
        for (key, row), (document, _) in zip(keyed, told, strict=True)
    ]
    connection.execute(insert(events), values)
    stale(connection, (row["id"] for _, row in told))
    _index(connection, [(key, row, None) for key, row in keyed])


def stale(connection: Connection, ids: Iterable[str]) -> None:
    """Note that events came, changed or went, so that what they tell of is gathered anew."""
    for some in pieces(dict.fromkeys(ids)):
        connection.execute(delete(ungathered).where(ungathered.c.event.in_(some)))
        connection.execute(insert(ungathered), [{"event": id} for id in some])


def replaced(connection: Connection, rows: Mapping[str, Row]) -> set[str]:
    """Put changed rows in the place of those that stand there, and tell which do; what was read is kept beside."""
    values = []
    for some in pieces(rows):
        query = select(events.c.key, events.c.id, events.c.row, events.c.read, events.c.made).where(events.c.id.in_(some))
        for was in connection.execute(query):
            row = rows[was.id]
            read = None if was.made else (was.read or was.row)
            values.append({"at": was.key, "read": None if read == row else read, **_searched(row)})
    if not values:
        return set()
    connection.execute(
        update(events).where(events.c.key == bindparam("at")).values({n: bindparam(n) for n in values[0] if n != "at"}), values
    )
    stale(connection, (value["row"]["id"] for value in values))
    sqlite.forget_events(connection, [value["at"] for value in values])
    for some_keys in pieces(value["at"] for value in values):
        _forget_names(connection, some_keys)
    _index(connection, [(value["at"], value["row"], value["read"]) for value in values])
    return {value["row"]["id"] for value in values}


def taken_away(connection: Connection, ids: Iterable[str]) -> None:
    """Take events out of the table: those that people made are gone, those that were read are kept as absorbed."""
    ids = list(ids)
    stale(connection, ids)
    for some in pieces(ids):
        made = list(connection.execute(select(events.c.key).where(events.c.id.in_(some), events.c.made)).scalars())
        forget(connection, made)
        values = {"row": func.coalesce(events.c.read, events.c.row), "read": None, "review": ABSORBED}
        connection.execute(update(events).where(events.c.id.in_(some), ~events.c.made).values(values))


def forget(connection: Connection, keys: Sequence[int]) -> None:
    """Leave nothing of events, by key."""
    sqlite.forget_events(connection, keys)
    for some in pieces(keys):
        stale(connection, connection.execute(select(events.c.id).where(events.c.key.in_(some))).scalars())
        _forget_names(connection, some)
        connection.execute(delete(events).where(events.c.key.in_(some)))


def _forget_names(connection: Connection, keys: Sequence[int]) -> None:
    for table in (event_actors, event_names):
        connection.execute(delete(table).where(table.c.event.in_(keys)))


def _searched(row: Row) -> dict[str, Any]:
    """A row with what is searched of it beside it."""
    date = when(row)
    same = {name: row[name] for name in ("status", "granularity", "review")}
    return {"start_ms": date.start, "end_ms": date.end, "row": row, **same}


def _index(connection: Connection, keyed: Sequence[tuple[int, Row, Row | None]]) -> None:
    """Note by which words and names events are found, each by its key with its row, and as it was read where that is another."""
    sqlite.index_events(connection, [(key, row) for key, row, _ in keyed])
    other = [{"name": name, "event": key} for key, row, read in keyed for name in _other_names(row, read)]
    if other:
        connection.execute(insert(event_names), other)
    names = dict.fromkeys(name for _, row, _ in keyed for name in row["actors"])
    if not names:
        return
    known: dict[str, int] = {}
    for some in pieces(names):
        known.update((name, key) for name, key in connection.execute(select(actors.c.name, actors.c.key).where(actors.c.name.in_(some))))
    new = [{"key": key, "name": name} for key, name in enumerate((n for n in names if n not in known), next_key(connection, actors.c.key))]
    if new:
        connection.execute(insert(actors), new)
        known.update((str(actor["name"]), int(actor["key"])) for actor in new)
    pairs = [{"actor": known[name], "event": key} for key, row, _ in keyed for name in dict.fromkeys(row["actors"])]
    connection.execute(insert(event_actors), pairs)


def _other_names(row: Row, read: Row | None) -> set[str]:
    """The names in an event besides those of its actors."""
    held = {*row["places"], *row["roles"], row["speaker"]}
    if read is not None:
        held |= {*read["actors"], *read["places"], *read["roles"], read["speaker"]}
    return held - {*row["actors"], None}
