"""A library: documents with every version of them, their events, and the words of both to search in, in one SQLite file.

Several processes may use one library at once: readers are never kept waiting, writers wait for each other. A method that changes something
returns when the change is on the disk, and a change is there whole or not at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError

from core.errors import LibraryError
from core.library import migrate, sqlite
from core.library.schema import documents, events, versions
from core.library.shelve import Outcome, current_sha, sha_of, shelve
from core.library.transaction import Transaction, unusable
from core.library.wanted import EVERYTHING, Wanted, query
from core.model import Document, Event
from core.table import Row
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
    events: int


def place(path: str | Path | None = None) -> Path:
    """Where the library is: the given path, else DATELINE_LIBRARY, else the user's data folder."""
    import os

    import platformdirs

    given = path or os.environ.get("DATELINE_LIBRARY")
    return Path(given) if given else Path(platformdirs.user_data_dir("dateline")) / "library.db"


class Library:
    """An open library; close it, or use it in a with block. Raises LibraryError when the file is no library or cannot be used.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, Library(Path(folder) / "library.db") as library:
    ...     library.add(Document("a", "In May 2021."), [])
    ...     [d.id for d in library.documents()]
    'new'
    ['a']
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"{path}: the folder cannot be made: {error.strerror}; choose another place with --library") from error
        self._engine = sqlite.engine(path)
        try:
            migrate.upgrade(self._engine, path)
        except LibraryError:
            self.close()
            raise
        except (DatabaseError, OSError) as error:
            self.close()
            raise unusable(path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _write(self) -> Transaction:
        return Transaction(self._engine, self.path, writes=True)

    def _read(self) -> Transaction:
        return Transaction(self._engine, self.path, writes=False)

    def add(self, document: Document, events: Sequence[Event]) -> Outcome:
        """Put a document and its events on the shelf: "new", a "version" of one that is there, or the "same" again."""
        return self.add_all([(document, events)])[0]

    def add_all(self, shelf: Sequence[tuple[Document, Sequence[Event]]]) -> list[Outcome]:
        """Put several documents on the shelf in one transaction."""
        with self._write() as connection:
            return shelve(connection, shelf)

    def tidy(self) -> None:
        """Have the database count what it holds, after many documents were added, so that it plans its searches well."""
        with self._write() as connection:
            sqlite.optimise(connection)

    def has(self, document: Document) -> bool:
        """Whether just this text stands on the shelf under this id, so that it need not be read again."""
        with self._read() as connection:
            return current_sha(connection, document.id) == sha_of(document)

    def documents(self) -> list[Shelved]:
        """What stands on the shelf, by publication date, then id."""
        count = select(func.count()).where(events.c.document == documents.c.key).scalar_subquery()
        query = (
            select(
                documents.c.id,
                documents.c.version,
                *(
                    versions.c[name]
                    for name in ("title", "publisher", "published", "published_source", "language", "url", "added", "sha256")
                ),
                count.label("events"),
            )
            .join(versions, (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version))
            .order_by(versions.c.published, documents.c.id)
        )
        with self._read() as connection:
            return [Shelved(**row._asdict()) for row in connection.execute(query)]

    def document(self, id: str, version: int | None = None) -> Document:
        """A document as it was read; raises LibraryError when it is not on the shelf."""
        query = (
            select(versions)
            .join(documents, versions.c.document == documents.c.key)
            .where(documents.c.id == id, versions.c.number == (version or documents.c.version))
        )
        with self._read() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise LibraryError(f"no document '{id}' in {self.path}; dateline documents lists what is there")
        return _document(id, row._asdict())

    def events(self, wanted: Wanted = EVERYTHING) -> Iterator[Row]:
        """The rows of the events wanted, in order of time."""
        with self._read() as connection:
            yield from connection.execute(query(wanted)).scalars()

    def search(self, words: str, limit: int = 100) -> list[str]:
        """The ids of the documents in which all the words stand, best first."""
        match = sqlite.query(words)
        with self._read() as connection:
            return sqlite.documents_with(connection, match, limit) if match else []

    def faults(self) -> list[str]:
        """What is wrong with the library, a line each: the file, dangling rows, excerpts that are not verbatim."""
        with self._read() as connection:
            found = sqlite.faults(connection)
            query = (
                select(events.c.id, events.c.row, versions.c.text)
                .join(documents, events.c.document == documents.c.key)
                .join(versions, (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version))
            )
            for id, told, whole in connection.execute(query.execution_options(yield_per=1000)):
                if whole[told["excerpt_start"] : told["excerpt_end"]] != told["excerpt"]:
                    found.append(f"event {id}: its excerpt is not what stands in the document")
            for number, whole, sha in connection.execute(select(versions.c.key, versions.c.text, versions.c.sha256)):
                if sha256(whole.encode("utf-8", "surrogatepass")).hexdigest() != sha:
                    found.append(f"version {number}: its text is not the one that was read")
        return found


def _document(id: str, row: Mapping[str, Any]) -> Document:
    published = When(row["published"], row["published_granularity"]) if row["published"] else None
    same = ("text", "body", "language", "title", "publisher", "url", "licence", "published_source", "retrieved", "sha256")
    return Document(id, published=published, **{name: row[name] for name in same})
