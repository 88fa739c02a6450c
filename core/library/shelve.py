"""Documents and their events onto the shelf: what one transaction writes, many rows at a time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from typing import Any, Literal, NamedTuple

from msgspec import json
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from core.errors import LibraryError, printable
from core.library import sqlite
from core.library.carry import carried
from core.library.dating import dates, redated
from core.library.keeping import Files
from core.library.log import renaming, settle
from core.library.rows import forget, next_key, pieces, put
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


class Standing(NamedTuple):
    """What stands under an id: the document's key, the version that counts, 0 for none, and the SHA-256 of its text."""

    key: int
    version: int
    sha256: str | None


STANDING = (
    select(documents.c.id, documents.c.key, documents.c.version, versions.c.sha256)
    .outerjoin(versions, (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version))
    .where(documents.c.id.in_(bindparam("ids", expanding=True)))
)


def standing(connection: Connection, ids: Iterable[str]) -> dict[str, Standing]:
    """What stands under each of some ids, for those of which the library knows."""
    return {id: Standing(*rest) for some in pieces(ids) for id, *rest in connection.execute(STANDING, {"ids": some})}


def stands(connection: Connection, document: Document) -> bool:
    """Whether just this text stands under the document's id."""
    found = standing(connection, [document.id]).get(document.id)
    return found is not None and found.sha256 == sha_of(document)


def shelve(connection: Connection, shelf: Sequence[tuple[Document, Sequence[Event]]]) -> list[Outcome]:
    """Put documents and their events on the shelf; a changed text becomes a version, whose events take the place of those before."""
    outcomes: list[Outcome] = []
    new = New(connection)
    changed = 0
    by_hand = dates(connection)
    known = standing(connection, (document.id for document, _ in shelf))
    for document, found in shelf:
        sha, before = sha_of(document), known.get(document.id)
        if before is not None and before.sha256 == sha:
            outcomes.append("same")
            continue
        key, number = (new.next, 1) if before is None else (before.key, before.version + 1)
        known[document.id] = Standing(key, number, sha)
        outcomes.append("new" if number == 1 else "version")
        if before is None:
            new.add(document, sha, found)
        else:
            new.write()  # it may have come twice
            connection.execute(update(documents).where(documents.c.key == key).values(version=number))
            _keep_texts(connection, [(key, number, document, sha)])
            changed += _replace(connection, key, document, extract(redated(document, by_hand)) if document.id in by_hand else found)
    new.write()
    if read := len(outcomes) - outcomes.count("same"):
        note(connection, read, changed)
    return outcomes


class New:
    """Documents of which the library knows nothing yet: they are written many at a time."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.next = next_key(connection, documents.c.key)
        self.texts: list[tuple[int, int, Document, str]] = []
        self.told: list[tuple[int, Row]] = []

    def add(self, document: Document, sha: str, found: Iterable[Event]) -> None:
        """Take in a document, which gets the next key, and its events."""
        self.texts.append((self.next, 1, document, sha))
        self.told += [(self.next, row(event)) for event in found]
        self.next += 1

    def write(self) -> None:
        """Write what was taken in."""
        if not self.texts:
            return
        self.connection.execute(insert(documents), [{"key": key, "id": document.id, "version": 1} for key, _, document, _ in self.texts])
        _keep_texts(self.connection, self.texts)
        put(self.connection, self.told)
        if self.told and renaming(self.connection):
            settle(self.connection, [told["id"] for _, told in self.told])
        self.texts, self.told = [], []


def read_again(connection: Connection, shelf: Iterable[tuple[Document, Sequence[Event]]]) -> int:
    """Put the events of another reading in the place of those before, and tell how many became others; a text that is no longer the one
    that stands there is left alone."""
    changed = number = 0
    for document, found in shelf:
        before = standing(connection, [document.id]).get(document.id)
        if before is not None and before.sha256 == sha_of(document):
            changed += _replace(connection, before.key, document, found)
            number += 1
    note(connection, number, changed)
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
    note(connection, changed=len(went))
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


def note(connection: Connection, number: int = 0, changed: int = 0) -> None:
    """Note that so many documents were read, and how many events became others: whoever shows the library sees that it is another one."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(insert(readings).values(at=now, program=version("dateline"), documents=number, changed=changed))


def _keep_texts(connection: Connection, texts: Sequence[tuple[int, int, Document, str]]) -> None:
    """Keep versions of documents, given by the document's key, the version's number, the document and the SHA-256 of its text."""
    files = Files(connection)
    values = [{**_version(key, number, document, sha), "original": files.keep(document, sha)} for key, number, document, sha in texts]
    connection.execute(insert(versions), values)
    sqlite.index_documents(connection, [(key, document.title, document.text[document.body :]) for key, _, document, _ in texts])


def _version(key: int, number: int, document: Document, sha: str) -> dict[str, Any]:
    when = document.published
    same = ("text", "body", "language", "title", "publisher", "url", "licence", "published_source", "retrieved", "origin")
    return {
        "document": key,
        "number": number,
        "sha256": sha,
        **{name: getattr(document, name) for name in same},
        "pages": list(document.pages) or None,
        "published": when.edtf if when else None,
        "published_granularity": when.granularity if when else None,
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }
