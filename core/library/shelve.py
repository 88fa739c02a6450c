"""Documents and their events onto the shelf: what one transaction writes, many rows at a time."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import Connection, Insert, Table, delete, func, insert, select, update

from core.library import sqlite
from core.library.schema import actors, documents, event_actors, events, versions
from core.model import Document, Event
from core.table import Row, row

Outcome = Literal["new", "same", "version"]

PIECE = 500
"""How many values a query names at once."""


def sha_of(document: Document) -> str:
    """The SHA-256 of a document's text."""
    return sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def current_sha(connection: Connection, id: str) -> str | None:
    """The SHA-256 of the text that stands under an id."""
    query = select(versions.c.sha256).join(documents, (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version))
    sha: str | None = connection.execute(query.where(documents.c.id == id)).scalar_one_or_none()
    return sha


def shelve(connection: Connection, shelf: Iterable[tuple[Document, Sequence[Event]]]) -> list[Outcome]:
    """Put documents and their events on the shelf, in the place of the versions before."""
    outcomes: list[Outcome] = []
    told: list[tuple[int, Event]] = []
    for document, found in shelf:
        outcome, key = _document(connection, document)
        outcomes.append(outcome)
        told += [] if outcome == "same" else [(key, event) for event in found]
    _events(connection, told)
    return outcomes


def _document(connection: Connection, document: Document) -> tuple[Outcome, int]:
    found = connection.execute(select(documents.c.key, documents.c.version).where(documents.c.id == document.id)).one_or_none()
    if found is not None and current_sha(connection, document.id) == sha_of(document):
        return "same", found.key
    if found is None:
        number = 1
        key = _inserted(connection, insert(documents).values(id=document.id, version=1))
    else:
        key, number = found.key, found.version + 1
        connection.execute(update(documents).where(documents.c.key == key).values(version=number))
        _forget_events(connection, key)
    connection.execute(insert(versions).values(_version(key, number, document)))
    sqlite.index_document(connection, key, document.title, document.text[document.body :])
    return "new" if number == 1 else "version", key


def _version(key: int, number: int, document: Document) -> dict[str, Any]:
    when = document.published
    same = ("text", "body", "language", "title", "publisher", "url", "licence", "published_source", "retrieved")
    return {
        "document": key,
        "number": number,
        "sha256": sha_of(document),
        **{name: getattr(document, name) for name in same},
        "published": when.edtf if when else None,
        "published_granularity": when.granularity if when else None,
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _inserted(connection: Connection, statement: Insert) -> int:
    key = connection.execute(statement).inserted_primary_key
    assert key is not None
    return int(key[0])


def _next(connection: Connection, table: Table) -> int:
    """The next key of a table, which nobody else can take while this transaction writes."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.key), 0))).scalar_one()) + 1


def _events(connection: Connection, told: Sequence[tuple[int, Event]]) -> None:
    if not told:
        return
    rows: list[tuple[int, Row]] = []
    values = []
    for key, (document, event) in enumerate(told, _next(connection, events)):
        rows.append((key, row(event)))
        when = event.when
        values.append(
            {
                "key": key,
                "id": event.id,
                "document": document,
                "start_ms": when.start,
                "end_ms": when.end,
                "status": event.status,
                "granularity": when.granularity,
                "row": rows[-1][1],
            }
        )
    connection.execute(insert(events), values)
    sqlite.index_events(connection, rows)
    _actors(connection, rows)


def _actors(connection: Connection, rows: Sequence[tuple[int, Row]]) -> None:
    names = list(dict.fromkeys(name for _, told in rows for name in told["actors"]))
    if not names:
        return
    known: dict[str, int] = {}
    for first in range(0, len(names), PIECE):
        some = select(actors.c.name, actors.c.key).where(actors.c.name.in_(names[first : first + PIECE]))
        known.update((name, key) for name, key in connection.execute(some))
    new = [{"key": key, "name": name} for key, name in enumerate((n for n in names if n not in known), _next(connection, actors))]
    if new:
        connection.execute(insert(actors), new)
        known.update((str(actor["name"]), int(actor["key"])) for actor in new)
    pairs = [{"actor": known[name], "event": key} for key, told in rows for name in dict.fromkeys(told["actors"])]
    connection.execute(insert(event_actors), pairs)


def _forget_events(connection: Connection, document: int) -> None:
    sqlite.forget_events(connection, document)
    connection.execute(delete(event_actors).where(event_actors.c.event.in_(select(events.c.key).where(events.c.document == document))))
    connection.execute(delete(events).where(events.c.document == document))
