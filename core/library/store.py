"""A library: documents with every version of them, their events, and the words of both to search in, in one SQLite file.

Several processes may use one library at once: readers are never kept waiting, writers wait for each other. A method that changes something
returns when the change is on the disk, and a change is there whole or not at all.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from core.chronology import Happening
from core.errors import LibraryError
from core.library import gathering, happenings, log, migrate, sqlite
from core.library.by_hand import by_hand
from core.library.dating import numbers
from core.library.decisions import RELATING, Decision, Entry, Look
from core.library.faults import faults
from core.library.moment import Moment, Stamp, moment, stamp
from core.library.rows import counting, current, holding, names
from core.library.schema import ungathered
from core.library.shelve import Outcome, note, read_again, remove, shelve, standing, stands
from core.library.shelved import Shelved, as_read, original, shelved
from core.library.transaction import Transaction, unusable
from core.library.wanted import EVERYTHING, Wanted, query
from core.model import Document, Event
from core.pipeline import extract
from core.table import Row
from core.when import When

PAUSE = 0.15
"""Seconds between two steps of long work: who waits to write asks ten times a second whether it is his turn."""


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
        most = gathering.AT_ONCE
        while left > 0:
            with self._write() as connection:
                since = time.monotonic()
                number = gathering.gather(connection, most)
            most = gathering.paced(most, time.monotonic() - since)
            left = max(0, left - number) if number else 0  # another process may have gathered meanwhile
            told(number, left)
            if left:
                time.sleep(PAUSE)

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

    def holding(self, name: str) -> list[str]:
        """The ids of the events that hold a name: of an actor, a place or a speaker, as they are now or as they were read."""
        with self._read() as connection:
            return holding(connection, [name])

    def stamp(self) -> Stamp:
        """Two numbers that are others after every change of the library, whoever made it."""
        with self._read() as connection:
            return stamp(connection)

    def tidy(self) -> None:
        """Have the database count what it holds, after many documents were added and gathered, so that it plans its searches well; who
        showed them before they were gathered sees by the stamp that they are."""
        with self._write() as connection:
            note(connection)
            sqlite.optimise(connection)

    def has(self, document: Document) -> bool:
        """Whether just this text stands on the shelf under this id, so that it need not be read again."""
        with self._read() as connection:
            return stands(connection, document)

    def documents(self) -> list[Shelved]:
        """What stands on the shelf, by publication date, then id."""
        with self._read() as connection:
            return shelved(connection)

    def document(self, id: str, version: int | None = None) -> Document:
        """A document as it was read; raises LibraryError when it is not on the shelf."""
        with self._read() as connection:
            return as_read(connection, id, version)

    def original(self, id: str, version: int | None = None) -> bytes:
        """The file that a document was read from, as it was. Raises LibraryError where none was kept."""
        with self._read() as connection:
            return original(connection, id, version)

    def events(self, wanted: Wanted = EVERYTHING) -> Iterator[Row]:
        """The rows of the events wanted, in order of time."""
        with self._read() as connection:
            yield from connection.execute(query(wanted)).scalars()

    @contextmanager
    def moment(self) -> Iterator[Moment]:
        """What the library holds at one moment, whatever others write meanwhile."""
        self.gather()
        with self._read() as connection:
            yield moment(connection)

    def search(self, words: str, limit: int = 100) -> list[str]:
        """The ids of the documents in which all the words stand, best first."""
        match = sqlite.query(words)
        with self._read() as connection:
            return sqlite.documents_with(connection, match, limit) if match else []

    def faults(self) -> list[str]:
        """What is wrong with the library, a line each: the file, dangling rows, excerpts that are not verbatim."""
        with self._read() as connection:
            return faults(connection)


def _removed(connection: Connection, decision: Decision) -> Decision:
    """Remove the document of a decision, which gets to know how many events went with it."""
    document = str(decision.values.get("document", ""))
    return replace(decision, values={"document": document, "events": remove(connection, document)})


def _read_anew(connection: Connection, decision: Decision) -> None:
    """Read a document again whose date was set."""
    id = decision.values["document"] if decision.kind == "redate" else None
    if id is not None and (stood := standing(connection, [id]).get(id)) is not None and stood.version:
        document = as_read(connection, id)
        read_again(connection, [(document, extract(document))])
