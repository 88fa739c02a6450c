"""Documents on the shelf, as they were read: what stands there, each with its text, and the file that it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select

from core.errors import LibraryError, printable
from core.library.dating import BY_HAND, dates, redated
from core.library.keeping import kept
from core.library.schema import documents, events, versions
from core.model import Document
from core.when import When


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document in a library, without its text."""

    id: str
    version: int
    title: str | None
    publisher: str | None
    published: str | None
    published_source: str | None
    language: str
    url: str | None
    added: str
    sha256: str
    origin: str | None
    retrieved: str | None
    events: int


TOLD = ("title", "publisher", "published", "published_source", "language", "url", "added", "sha256", "origin", "retrieved")


def shelved(connection: Connection) -> list[Shelved]:
    """What stands on the shelf, by publication date, then id."""
    count = select(func.count()).where(events.c.document == documents.c.key).scalar_subquery()
    told = (versions.c[name] for name in TOLD)
    query = select(documents.c.id, documents.c.version, *told, count.label("events")).join(
        versions, (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version)
    )
    given = dates(connection)
    found = [Shelved(**row._asdict()) for row in connection.execute(query)]
    found = [replace(d, published=given[d.id].edtf, published_source=BY_HAND) if d.id in given else d for d in found]
    return sorted(found, key=lambda d: (d.published or "", d.id))


def as_read(connection: Connection, id: str, version: int | None = None) -> Document:
    """A document as it was read, with the date that was set for it. Raises LibraryError when it is not on the shelf."""
    return redated(_document(id, _version(connection, id, version)), dates(connection))


def original(connection: Connection, id: str, version: int | None = None) -> bytes:
    """The file that a document was read from, as it was. Raises LibraryError where none was kept."""
    found = _version(connection, id, version)
    return kept(connection, found["original"], found["text"])


def _version(connection: Connection, id: str, number: int | None) -> Mapping[str, Any]:
    query = (
        select(versions)
        .join(documents, versions.c.document == documents.c.key)
        .where(documents.c.id == id, versions.c.number == (number or documents.c.version))
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        last = connection.execute(select(documents.c.version).where(documents.c.id == id)).scalar_one_or_none()
        if number and last:
            raise LibraryError(f"document '{printable(id)}' has no version {number}: they go from 1 to {last}")
        raise LibraryError(f"no document '{printable(id)}'; dateline documents lists what is there")
    return row._asdict()


def _document(id: str, row: Mapping[str, Any]) -> Document:
    published = When(row["published"], row["published_granularity"]) if row["published"] else None
    same = ("text", "body", "language", "title", "publisher", "url", "licence", "published_source", "retrieved", "sha256", "origin")
    return Document(id, published=published, pages=tuple(row["pages"] or ()), **{name: row[name] for name in same})
