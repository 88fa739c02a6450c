"""Documents and their events onto the shelf: what one transaction writes, many rows at a time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from typing import Any, Literal

from msgspec import json
from sqlalchemy import Connection, Insert, delete, func, insert, select, update

from core.errors import LibraryError, printable
from core.library import sqlite
from core.library.carry import carried
from core.library.dating import dates, redated
from core.library.keeping import keep
from core.library.log import renaming, settle
from core.library.rows import forget, put
from core.library.schema import decision_events, documents, events, originals, readings, versions
from core.model import Document, Event
from core.pipeline import extract
from core.table import Row, row

Outcome = Literal["new", "same", "version"]

TOLD = ("edtf", "label", "excerpt", "status", "actors", "places")
"""What an event says, wherever it stands in the text."""


def sha_of(document: Document) -> str:
    """The SHA-256 of a document's text."""
    return sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def current_sha(connection: Connection, id: str) -> str | None:
    """The SHA-256 of the text that stands under an id."""
    query = select(versions.c.sha256).join(documents, (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version))
    sha: str | None = connection.execute(query.where(documents.c.id == id)).scalar_one_or_none()
    return sha


def shelve(connection: Connection, shelf: Iterable[tuple[Document, Sequence[Event]]]) -> list[Outcome]:
    """Put documents and their events on the shelf; a changed text becomes a version, whose events take the place of those before."""
    outcomes: list[Outcome] = []
    new: list[tuple[int, Row]] = []
    changed = 0
    by_hand = dates(connection)
    for document, found in shelf:
        outcome, key, known = _document(connection, document)
        outcomes.append(outcome)
        if not known:
            new += [(key, row(event)) for event in found]
        elif outcome != "same":
            changed += _replace(connection, key, document, extract(redated(document, by_hand)) if document.id in by_hand else found)
    put(connection, new)
    if new and renaming(connection):
        settle(connection, [told["id"] for _, told in new])
    if read := len(outcomes) - outcomes.count("same"):
        _note(connection, read, changed)
    return outcomes


def read_again(connection: Connection, shelf: Iterable[tuple[Document, Sequence[Event]]]) -> int:
    """Put the events of another reading in the place of those before, and tell how many became others; a text that is no longer the one
    that stands there is left alone."""
    changed = number = 0
    for document, found in shelf:
        key = connection.execute(select(documents.c.key).where(documents.c.id == document.id)).scalar_one_or_none()
        if key is not None and current_sha(connection, document.id) == sha_of(document):
            changed += _replace(connection, key, document, found)
            number += 1
    _note(connection, number, changed)
    return changed


def remove(connection: Connection, id: str) -> int:
    """Leave nothing of a document but its id and what was decided about it, and tell how many events went. Raises LibraryError.

    Should it come back, the decisions hold again.
    """
    query = select(documents.c.key).where(documents.c.id == id, documents.c.version > 0)
    key = connection.execute(query).scalar_one_or_none()
    if key is None:
        raise LibraryError(f"no document '{printable(id)}'; dateline documents lists what is there")
    went = list(connection.execute(select(events.c.key).where(events.c.document == key)).scalars())
    forget(connection, went)
    connection.execute(delete(versions).where(versions.c.document == key))
    kept = select(versions.c.original).where(versions.c.original.is_not(None))
    connection.execute(delete(originals).where(originals.c.sha256.not_in(kept)))
    sqlite.forget_document(connection, key)
    connection.execute(update(documents).where(documents.c.key == key).values(version=0))
    _note(connection, 0, len(went))
    return len(went)


def _replace(connection: Connection, key: int, document: Document, found: Sequence[Event]) -> int:
    """The events of a new reading in the place of those before, the decisions in force carried over; how many became others."""
    touched = list(connection.execute(select(decision_events.c.event).where(decision_events.c.document == key).distinct()).scalars())
    as_read = select(events.c.id, func.coalesce(events.c.read, events.c.row)).where(events.c.document == key, ~events.c.made)
    before: dict[str, Row] = {}
    before.update((id, told) for id, told in connection.execute(as_read))
    now = carried({id: before[id] for id in touched if id in before}, [row(event) for event in found], document.text)
    forget(connection, list(connection.execute(select(events.c.key).where(events.c.document == key)).scalars()))
    put(connection, [(key, told) for told in now])
    settle(connection, [*touched, *(told["id"] for told in now if renaming(connection))])
    return _changed(before.values(), now)


def _changed(before: Iterable[Row], now: Iterable[Row]) -> int:
    """How many events of two readings are not told alike, wherever in the text they stand."""
    was, are = (Counter(json.encode([told[name] for name in TOLD]) for told in rows) for rows in (before, now))
    return max((was - are).total(), (are - was).total())


def _note(connection: Connection, number: int, changed: int) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(insert(readings).values(at=now, program=version("dateline"), documents=number, changed=changed))


def _document(connection: Connection, document: Document) -> tuple[Outcome, int, bool]:
    """What a document is to the library, its key, and whether something was known of it before."""
    found = connection.execute(select(documents.c.key, documents.c.version).where(documents.c.id == document.id)).one_or_none()
    if found is not None and current_sha(connection, document.id) == sha_of(document):
        return "same", found.key, True
    if found is None:
        number = 1
        key = _inserted(connection, insert(documents).values(id=document.id, version=1))
    else:
        key, number = found.key, found.version + 1
        connection.execute(update(documents).where(documents.c.key == key).values(version=number))
    connection.execute(insert(versions).values(**_version(key, number, document), original=keep(connection, document, sha_of(document))))
    sqlite.index_document(connection, key, document.title, document.text[document.body :])
    return "new" if number == 1 else "version", key, found is not None


def _version(key: int, number: int, document: Document) -> dict[str, Any]:
    when = document.published
    same = ("text", "body", "language", "title", "publisher", "url", "licence", "published_source", "retrieved", "origin")
    return {
        "document": key,
        "number": number,
        "sha256": sha_of(document),
        **{name: getattr(document, name) for name in same},
        "pages": list(document.pages) or None,
        "published": when.edtf if when else None,
        "published_granularity": when.granularity if when else None,
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _inserted(connection: Connection, statement: Insert) -> int:
    key = connection.execute(statement).inserted_primary_key
    assert key is not None
    return int(key[0])
