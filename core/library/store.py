"""A library: documents with every version of them, their events, and the words of both to search in, in one SQLite file.

Several processes may use one library at once: readers are never kept waiting, writers wait for each other. A method that changes something
returns when the change is on the disk, and a change is there whole or not at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, Self

from sqlalchemy import Connection, Insert, Select, delete, func, insert, select, update
from sqlalchemy.exc import DatabaseError, OperationalError

from core.errors import LibraryError
from core.library import migrate, sqlite
from core.library.schema import actors, documents, event_actors, events, versions
from core.model import Document, Event
from core.table import Row, row
from core.when import When

Outcome = Literal["new", "same", "version"]


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events to give: all that is set must hold.

    `start` and `end` are instants (half-open) that an event's stretch must overlap, `actors` any of which took part, `words` all of which
    stand in the label, the excerpt or the names.
    """

    actors: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    words: str = ""
    documents: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    limit: int | None = None


EVERYTHING = Wanted()


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
            raise _unusable(path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _write(self) -> "_Transaction":
        return _Transaction(self, writes=True)

    def _read(self) -> "_Transaction":
        return _Transaction(self, writes=False)

    def add(self, document: Document, events: Sequence[Event]) -> Outcome:
        """Put a document and its events on the shelf: "new", a "version" of one that is there, or the "same" again."""
        return self.add_all([(document, events)])[0]

    def add_all(self, shelf: Sequence[tuple[Document, Sequence[Event]]]) -> list[Outcome]:
        """Put several documents on the shelf in one transaction."""
        with self._write() as connection:
            return [_add(connection, *item) for item in shelf]

    def has(self, document: Document) -> bool:
        """Whether just this text stands on the shelf under this id, so that it need not be read again."""
        with self._read() as connection:
            return _current_sha(connection, document.id) == _sha(document)

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
            yield from connection.execute(_events_query(wanted)).scalars()

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


def backup(path: Path, target: Path) -> None:
    """Write a whole copy of a library to a file that does not exist yet, while others may go on writing. Raises LibraryError."""
    if not path.exists():
        raise LibraryError(f"{path}: there is no library yet; dateline add makes one")
    if target.exists():
        raise LibraryError(f"{target}: there is a file already; choose another name")
    part = target.with_name(target.name + ".part")
    try:
        sqlite.copy(path, part)
        part.replace(target)
    except OSError as error:
        raise LibraryError(f"{target}: cannot be written: {error.strerror}; choose another place") from error
    finally:
        part.unlink(missing_ok=True)


def restore(source: Path, path: Path) -> Path | None:
    """Put a backup in the place of a library, and return where what stood there is kept now. Raises LibraryError for a damaged backup."""
    if not source.exists():
        raise LibraryError(f"{source}: there is no such backup; check the path")
    before = path.with_name(f"{path.name}.{datetime.now(UTC):%Y%m%dT%H%M%SZ}.before") if path.exists() else None
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sqlite.copy(source, part)
        with Library(part) as copied:
            if faults := copied.faults():
                raise LibraryError(f"{source}: this backup is damaged ({faults[0]}); use another one")
        if before:
            _set_aside(path, before)
        sqlite.copy(part, path)
    except OSError as error:
        raise LibraryError(f"{path}: cannot be written: {error.strerror}; choose another place with --library") from error
    finally:
        for end in ("", "-wal", "-shm"):
            part.with_name(part.name + end).unlink(missing_ok=True)
    return before


def _set_aside(path: Path, before: Path) -> None:
    """Keep what stands at a place: a sound library as a copy, a damaged one as the files that it is."""
    try:
        backup(path, before)
    except LibraryError:
        for end in ("", "-wal", "-shm"):
            if (file := path.with_name(path.name + end)).exists():
                file.replace(before.with_name(before.name + end))


class _Transaction:
    """One transaction on a library, with the database's faults told as LibraryError."""

    def __init__(self, library: Library, *, writes: bool) -> None:
        self._library = library
        self._connection = library._engine.connect().execution_options(writes=writes)

    def __enter__(self) -> Connection:
        try:
            self._transaction = self._connection.begin()
        except DatabaseError as error:
            self._connection.close()
            raise _unusable(self._library.path, error) from error
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        try:
            if error is None:
                self._transaction.commit()
            else:
                self._transaction.rollback()
        except DatabaseError as failed:
            raise _unusable(self._library.path, failed) from failed
        finally:
            self._connection.close()
        if isinstance(error, DatabaseError):
            raise _unusable(self._library.path, error) from error


def _unusable(path: Path, error: Exception) -> LibraryError:
    cause = str(getattr(error, "orig", None) or error)
    if "locked" in cause:
        way_out = "another process has been writing for long; try again when it is done"
    elif "full" in cause:
        way_out = "nothing of this change was kept; make room on the disk and do it again"
    elif isinstance(error, OperationalError):
        way_out = "check that the place exists and may be written, or choose another with --library"
    else:
        way_out = "it is damaged or no library; restore a backup with dateline restore, or choose another with --library"
    return LibraryError(f"{path}: {cause}; {way_out}")


def _sha(document: Document) -> str:
    return sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def _current_sha(connection: Connection, id: str) -> str | None:
    query = select(versions.c.sha256).join(documents, (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version))
    sha: str | None = connection.execute(query.where(documents.c.id == id)).scalar_one_or_none()
    return sha


def _add(connection: Connection, document: Document, told: Sequence[Event]) -> Outcome:
    found = connection.execute(select(documents.c.key, documents.c.version).where(documents.c.id == document.id)).one_or_none()
    if found is not None and _current_sha(connection, document.id) == _sha(document):
        return "same"
    if found is None:
        number = 1
        key = _inserted(connection, insert(documents).values(id=document.id, version=1))
    else:
        key, number = found.key, found.version + 1
        connection.execute(update(documents).where(documents.c.key == key).values(version=number))
        _forget_events(connection, key)
    connection.execute(insert(versions).values(_version(connection, key, number, document)))
    sqlite.index_document(connection, key, document.title, document.text[document.body :])
    for event in told:
        _add_event(connection, key, event)
    return "new" if number == 1 else "version"


def _version(connection: Connection, key: int, number: int, document: Document) -> dict[str, Any]:
    when = document.published
    return {
        "document": key,
        "number": number,
        "sha256": _sha(document),
        "text": document.text,
        "body": document.body,
        "language": document.language,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "licence": document.licence,
        "published": when.edtf if when else None,
        "published_granularity": when.granularity if when else None,
        "published_source": document.published_source,
        "retrieved": document.retrieved,
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _inserted(connection: Connection, statement: Insert) -> int:
    key = connection.execute(statement).inserted_primary_key
    assert key is not None
    return int(key[0])


def _add_event(connection: Connection, document: int, event: Event) -> None:
    told, when = row(event), event.when
    values = {"id": event.id, "start_ms": when.start, "end_ms": when.end, "status": event.status, "granularity": when.granularity}
    key = _inserted(connection, insert(events).values(document=document, row=told, **values))
    for name in dict.fromkeys(told["actors"]):
        actor = connection.execute(select(actors.c.key).where(actors.c.name == name)).scalar_one_or_none()
        if actor is None:
            actor = _inserted(connection, insert(actors).values(name=name))
        connection.execute(insert(event_actors).values(actor=actor, event=key))
    sqlite.index_event(connection, key, told)


def _forget_events(connection: Connection, document: int) -> None:
    sqlite.forget_events(connection, document)
    connection.execute(delete(event_actors).where(event_actors.c.event.in_(select(events.c.key).where(events.c.document == document))))
    connection.execute(delete(events).where(events.c.document == document))


def _document(id: str, row: Mapping[str, Any]) -> Document:
    published = When(row["published"], row["published_granularity"]) if row["published"] else None
    same = ("text", "body", "language", "title", "publisher", "url", "licence", "published_source", "retrieved", "sha256")
    return Document(id, published=published, **{name: row[name] for name in same})


def _events_query(wanted: Wanted) -> Select[Any]:
    query = select(events.c.row).order_by(events.c.start_ms, events.c.key).limit(wanted.limit)
    if wanted.end is not None:
        query = query.where((events.c.start_ms < wanted.end) | events.c.start_ms.is_(None))
    if wanted.start is not None:
        query = query.where((events.c.end_ms > wanted.start) | events.c.end_ms.is_(None))
    if wanted.statuses:
        query = query.where(events.c.status.in_(wanted.statuses))
    if wanted.documents:
        query = query.where(events.c.document.in_(select(documents.c.key).where(documents.c.id.in_(wanted.documents))))
    if wanted.actors:
        acted = select(event_actors.c.event).join(actors).where(actors.c.name.in_(wanted.actors))
        query = query.where(events.c.key.in_(acted))
    if match := sqlite.query(wanted.words):
        query = query.where(events.c.key.in_(sqlite.events_with(match)))
    return query
