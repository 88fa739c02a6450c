"""A library: documents with every version of them, their events, and the words of both to search in, in one SQLite file.

Several processes may use one library at once: readers are never kept waiting, writers wait for each other. A method that changes something
returns when the change is on the disk, and a change is there whole or not at all.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from core.chronology import Happening
from core.errors import LibraryError, printable
from core.library import happenings, log, migrate, sqlite
from core.library.by_hand import by_hand
from core.library.dating import BY_HAND, dates, numbers, redated
from core.library.decisions import RELATING, Decision, Entry, Look
from core.library.gathering import gather
from core.library.keeping import kept
from core.library.rows import counting, current, names
from core.library.schema import decisions, documents, events, originals, readings, ungathered, versions
from core.library.shelve import Outcome, read_again, remove, shelve, standing, stands
from core.library.transaction import Transaction, unusable
from core.library.wanted import EVERYTHING, Wanted, query
from core.model import Document, Event
from core.pipeline import extract
from core.table import Row
from core.when import When

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://")


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


def place(path: str | Path | None = None) -> Path:
    """Where the library is: the given path or address ("sqlite:///case.db"), else DATELINE_LIBRARY, else the user's data folder.

    Raises LibraryError for an address of another kind.

    >>> place("sqlite:///case.db").name
    'case.db'
    """
    import os

    import platformdirs

    given = path or os.environ.get("DATELINE_LIBRARY")
    if given and ADDRESS.match(str(given)):
        kind, _, given = str(given).partition("://")
        if kind != "sqlite" or len(given) < 2:
            raise LibraryError(f"{kind}: libraries are SQLite files so far; give --library a path, or sqlite:///path")
        given = given[1:]
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

    def read_again(self, shelf: Sequence[tuple[Document, Sequence[Event]]]) -> int:
        """Put the events of another reading of documents in the place of those before, and tell how many became others.

        What people decided stays with the words that it is about; `looks` tells what no longer fits.
        """
        with self._write() as connection:
            return read_again(connection, shelf)

    def decide(self, decision: Decision) -> Entry:
        """Take a decision about events: it is put into the log, and the events follow. Raises LibraryError where it does not fit.

        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder, Library(Path(folder) / "library.db") as library:
        ...     _ = library.add(Document("a", "The ferry sank on 3 May 2019."), [])
        ...     entry = library.decide(library.by_hand("a", 4, 14))
        ...     _ = library.decide(Decision("edit", tuple(entry.after), {"status": "denied"}, why="it was raised"))
        ...     [(told["label"], told["status"], told["review"]) for told in library.events()]
        ...     _ = library.undo()
        ...     [told["status"] for told in library.events()]
        [('ferry sank', 'denied', 'edited')]
        ['happened']
        """
        if decision.kind in RELATING:
            self.gather()
        with self._write() as connection:
            if decision.kind == "remove":
                decision = _removed(connection, decision)
            entry = log.decide(connection, decision)
            _read_anew(connection, decision)
            return entry

    def undo(self, number: int | None = None) -> Entry:
        """Take an entry of the log out of force, the last decision in force unless a `number` is given; to undo an undo is to redo."""
        self.gather()
        with self._write() as connection:
            entry = log.undo(connection, number)
            _read_anew(connection, log.target(connection, entry.number))
            return entry

    def redate(self, id: str, published: When, why: str = "") -> Entry:
        """Decide that a document was published on another day: it is read again from there, and so is every later version of it.

        Undo brings back what it says of itself. Raises LibraryError where there is no such document.
        """
        before = self.document(id).published
        values = {"document": id, "published": published.edtf, "before": before and before.edtf}
        return self.decide(Decision("redate", (), values, why))

    def redated(self, id: str) -> int | None:
        """The number of the decision that gave a document its date, None where it has its own."""
        with self._read() as connection:
            return numbers(connection).get(id)

    def remove(self, id: str, why: str = "") -> Entry:
        """Leave nothing of a document but its id and what was decided about it; the entry's `values["events"]` tells how many events went.

        There is no undo: should the document come back, what was decided about it holds again. Raises LibraryError where there is none.
        """
        return self.decide(Decision("remove", (), {"document": id}, why))

    def log(self, limit: int | None = None, event: str | None = None) -> list[Entry]:
        """The log of decisions, newest first; of one `event` those about it and what undid them."""
        with self._read() as connection:
            return log.entries(connection, limit, event)

    def looks(self) -> list[Look]:
        """The decisions in force that no longer fit what was read, and why."""
        self.gather()
        with self._read() as connection:
            return log.looks(connection)

    def by_hand(self, document: str, start: int, end: int, why: str = "", **own: Any) -> Decision:
        """The decision to add an event that the words from `start` to `end` of a document tell of; see `core.library.by_hand`."""
        return by_hand(self.document(document), start, end, why, **own)

    def event(self, id: str) -> Row:
        """The row of an event, decisions applied. Raises LibraryError where there is none."""
        with self._read() as connection:
            found = current(connection, [id])
        if not found:
            raise LibraryError(f"no event '{id}'; dateline events --format jsonl tells the ids")
        return found[id]

    def gather(self, told: Callable[[int, int], None] = lambda done, left: None) -> None:
        """Bring the happenings up to date with what was added, read again or decided.

        `told` hears after each step how many events were gathered in it, and how many are left.
        """
        with self._read() as connection:
            left = connection.execute(select(func.count()).select_from(ungathered)).scalar_one()
        while left > 0:
            with self._write() as connection:
                number = gather(connection)
            left = left - number if number else 0  # another process may have gathered meanwhile
            told(number, max(0, left))

    def some(self, ids: Iterable[str]) -> dict[str, Row]:
        """The rows of some events by id, those that were rejected too; what is not there is left out."""
        with self._read() as connection:
            return current(connection, ids)

    def rows(self, ids: Iterable[str]) -> list[Row]:
        """The rows of those of some events that count, in order of time."""
        with self._read() as connection:
            return counting(connection, ids)

    def happenings(self, events: Iterable[str] | None = None) -> list[Happening]:
        """What all events tell of, or these, each once with all its sources, in order of time; see `core.chronology`.

        >>> from tempfile import TemporaryDirectory
        >>> from core.pipeline import extract
        >>> texts = {"one": "The ferry Marle sank on 3 May 2019.", "two": "The ferry Marle sank off Lorn on 4 May 2019."}
        >>> with TemporaryDirectory() as folder, Library(Path(folder) / "library.db") as library:
        ...     _ = library.add_all([(each, extract(each)) for each in (Document(id, text) for id, text in texts.items())])
        ...     [ferry] = library.happenings()
        ...     print(ferry.when, ferry.disputed, ferry.documents)
        ...     _ = library.decide(Decision("settle", ferry.events[:1], {"edtf": "2019-05-03"}, why="the harbour log"))
        ...     ferry = library.happening(ferry.events[0])
        ...     print(ferry.when, ferry.disputed, [version.value for version in ferry.dates])
        2019-05-03/2019-05-04 ('date',) ('one', 'two')
        2019-05-03 () ['2019-05-03', '2019-05-04']
        """
        self.gather()
        with self._read() as connection:
            return happenings.read(connection, events)

    def happening(self, event: str) -> Happening:
        """The happening that an event tells of. Raises LibraryError where there is none, as for an event that was rejected."""
        if not (found := self.happenings([event])):
            raise LibraryError(f"no event '{event}' that counts; dateline events --format jsonl tells the ids")
        return found[0]

    def names(self) -> list[tuple[str, int]]:
        """The names of those who take part in events, and in how many, most first."""
        with self._read() as connection:
            return names(connection)

    def stamp(self) -> tuple[int, int]:
        """Two numbers that are others after every change of the library, whoever made it."""
        with self._read() as connection:
            last = [select(func.coalesce(func.max(column), 0)).scalar_subquery() for column in (readings.c.number, decisions.c.number)]
            read, decided = connection.execute(select(*last)).one()
            return read, decided

    def tidy(self) -> None:
        """Have the database count what it holds, after many documents were added, so that it plans its searches well."""
        with self._write() as connection:
            sqlite.optimise(connection)

    def has(self, document: Document) -> bool:
        """Whether just this text stands on the shelf under this id, so that it need not be read again."""
        with self._read() as connection:
            return stands(connection, document)

    def documents(self) -> list[Shelved]:
        """What stands on the shelf, by publication date, then id."""
        count = select(func.count()).where(events.c.document == documents.c.key).scalar_subquery()
        query = select(
            documents.c.id,
            documents.c.version,
            *(
                versions.c[name]
                for name in (
                    "title",
                    "publisher",
                    "published",
                    "published_source",
                    "language",
                    "url",
                    "added",
                    "sha256",
                    "origin",
                    "retrieved",
                )
            ),
            count.label("events"),
        ).join(versions, (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version))
        with self._read() as connection:
            given = dates(connection)
            found = [Shelved(**row._asdict()) for row in connection.execute(query)]
        found = [replace(d, published=given[d.id].edtf, published_source=BY_HAND) if d.id in given else d for d in found]
        return sorted(found, key=lambda d: (d.published or "", d.id))

    def document(self, id: str, version: int | None = None) -> Document:
        """A document as it was read; raises LibraryError when it is not on the shelf."""
        with self._read() as connection:
            return _document(connection, id, version)

    def original(self, id: str, version: int | None = None) -> bytes:
        """The file that a document was read from, as it was. Raises LibraryError where none was kept."""
        query = (
            select(versions.c.original, versions.c.text)
            .join(documents, versions.c.document == documents.c.key)
            .where(documents.c.id == id, versions.c.number == (version or documents.c.version))
        )
        with self._read() as connection:
            row = connection.execute(query).one_or_none()
            if row is None:
                raise LibraryError(f"no document '{id}' in {self.path}; dateline documents lists what is there")
            return kept(connection, row.original, row.text)

    def events(self, wanted: Wanted = EVERYTHING) -> Iterator[Row]:
        """The rows of the events wanted, in order of time."""
        with self._read() as connection:
            yield from connection.execute(query(wanted)).scalars()

    def tellings(self) -> Iterator[tuple[Row, Happening | None]]:
        """The rows of all events that count, in order of time, each with the happening that it tells of: one at a time, of any number."""
        self.gather()
        with self._read() as connection:
            yield from happenings.told_by(connection)

    def search(self, words: str, limit: int = 100) -> list[str]:
        """The ids of the documents in which all the words stand, best first."""
        match = sqlite.query(words)
        with self._read() as connection:
            return sqlite.documents_with(connection, match, limit) if match else []

    def faults(self) -> list[str]:
        """What is wrong with the library, a line each: the file, dangling rows, excerpts that are not verbatim."""
        with self._read() as connection:
            found = sqlite.faults(connection) + happenings.faults(connection)
            query = (
                select(events.c.id, events.c.row, versions.c.text)
                .join(documents, events.c.document == documents.c.key)
                .join(versions, (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version))
            )
            for id, told, whole in connection.execute(query.execution_options(yield_per=1000)):
                if whole[told["excerpt_start"] : told["excerpt_end"]] != told["excerpt"]:
                    found.append(f"event {id}: its excerpt is not what stands in the document")
            for sha, content in connection.execute(select(originals.c.sha256, originals.c.content).execution_options(yield_per=1)):
                if sha256(content).hexdigest() != sha:
                    found.append(f"file {sha[:12]}: it is not as it was kept")
            for number, whole, sha in connection.execute(select(versions.c.key, versions.c.text, versions.c.sha256)):
                if sha256(whole.encode("utf-8", "surrogatepass")).hexdigest() != sha:
                    found.append(f"version {number}: its text is not the one that was read")
        return found


def _removed(connection: Connection, decision: Decision) -> Decision:
    """Remove the document of a decision, which gets to know how many events went with it."""
    document = str(decision.values.get("document", ""))
    return replace(decision, values={"document": document, "events": remove(connection, document)})


def _read_anew(connection: Connection, decision: Decision) -> None:
    """Read a document again whose date was set."""
    id = decision.values["document"] if decision.kind == "redate" else None
    if id is not None and (stood := standing(connection, [id]).get(id)) is not None and stood.version:
        document = _document(connection, id)
        read_again(connection, [(document, extract(document))])


def _document(connection: Connection, id: str, version: int | None = None) -> Document:
    query = (
        select(versions)
        .join(documents, versions.c.document == documents.c.key)
        .where(documents.c.id == id, versions.c.number == (version or documents.c.version))
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        raise LibraryError(f"no document '{printable(id)}'; dateline documents lists what is there")
    return redated(_as_read(id, row._asdict()), dates(connection))


def _as_read(id: str, row: Mapping[str, Any]) -> Document:
    published = When(row["published"], row["published_granularity"]) if row["published"] else None
    same = ("text", "body", "language", "title", "publisher", "url", "licence", "published_source", "retrieved", "sha256", "origin")
    return Document(id, published=published, pages=tuple(row["pages"] or ()), **{name: row[name] for name in same})
