"""The library that the server shows: which one it is, how documents come into it, and what it holds as a table.

The dashboard always works on a library, one for the whole server: the one that it was told to open, the user's own, or a passing one that
holds the documents it was started on (or the seeds) and goes when the server ends. What it holds is read anew when somebody changed it,
in the browser or from another process. What one visitor chooses is no matter of this module: see `dashboard.session`.
"""

import atexit
import json
import os
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from pathlib import Path
from shutil import rmtree
from threading import Thread

import pandas as pd
import streamlit as st

from core import dateline, readers, timex
from core.chronology import Happening
from core.errors import DatelineError
from core.library import Library, Look, Wanted, backup, place
from core.library.doubts import doubts
from core.library.extraction import extracted
from core.model import Document
from core.table import Row, frame, rows
from dashboard import following
from dashboard.words import say

INPUTS = "DATELINE_INPUTS"
"""The environment variable that names the documents of a passing library: a JSON list of paths."""
LIBRARY = "DATELINE_LIBRARY"
"""The environment variable that names a library to open; it is made where there is none."""
SEEDS = Path(__file__).parent.parent / "seeds" / "articles"
BATCH = 100
"""Documents that are put on the shelf in one transaction."""
NOTES = ("review", "tags", "comment")
"""What people note on an event: it tells of the same thing as before."""
READ = 200
"""Documents whose text is kept at hand."""
AT_ONCE = 2.0
"""Seconds for which a page waits for the library, before it shows how far that is."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """An open library, whether it goes when the server ends (and then, whether it holds the seeds), and what could not be read or should
    be known of the documents that it was filled with, a line each."""

    library: Library
    passing: bool = False
    seeds: bool = False
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Progress:
    """How many documents the library is filled with when the server starts, and how many of them are read."""

    whole: int = 0
    read: int = 0


class Documents(Mapping[str, Document]):
    """The documents of a library by id, dated, in the order of their days; the text of each is read when it is asked for."""

    def __init__(self, library: Library) -> None:
        self.about = {shelved.id: shelved for shelved in library.documents()}
        self._read = lru_cache(READ)(lambda id: _dated(library.document(id)))

    def __getitem__(self, id: str) -> Document:
        if id not in self.about:
            raise KeyError(id)
        return self._read(id)

    def __iter__(self) -> Iterator[str]:
        return iter(self.about)

    def __len__(self) -> int:
        return len(self.about)

    def titles(self) -> dict[str, str]:
        """What each is called: its title, else its id."""
        return {id: shelved.title or id for id, shelved in self.about.items()}


class Events(Mapping[str, Row]):
    """The rows of a table by the ids of their events, made when they are asked for."""

    def __init__(self, table: pd.DataFrame) -> None:
        self._table = table
        self._places = pd.Index(table["id"])

    def __getitem__(self, id: str) -> Row:
        return self.some([id])[0]

    def some(self, ids: Sequence[str]) -> list[Row]:
        """The rows of these events, in that order, at little more cost than one of them; `KeyError` where one is not there."""
        places = self._places.get_indexer(pd.Index(ids))
        if (places < 0).any():
            raise KeyError(ids[int((places < 0).argmax())])
        return list(rows(self._table.iloc[places]))

    def __contains__(self, id: object) -> bool:
        return id in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Contents:
    """What a library holds at one moment, which its stamp names; nothing of it changes."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.documents = Documents(library)
        told, gathered, self.stamp = _at_one_moment(library)
        self.table = frame(told, self.documents.about.values(), gathered)
        self.events = Events(self.table)
        self.happenings: Mapping[str, Happening] = {id: happening for happening in gathered for id in happening.events}
        self.counts = Counter(self.table["document"])
        """How many events each document has."""

    def noted(self, stamp: tuple[int, int]) -> "Contents | None":
        """The same with what was decided since, where that only notes something on events, as most of a review does; else None."""
        if stamp[0] != self.stamp[0]:
            return None
        entries = self._library.log(stamp[1] - self.stamp[1])
        places = pd.Index(self.table["id"])
        columns = {name: self.table[name].copy() for name in NOTES}
        for entry in reversed(entries):
            for id in {**entry.before, **entry.after}:
                was, now = entry.before.get(id), entry.after.get(id)
                if not _is_note(was, now) or id not in places or not entry.after:
                    return None
                for name in NOTES:
                    columns[name].iat[places.get_loc(id)] = (now or {})[name]
            if not entry.after:
                return None
        same = copy(self)
        same._take(stamp, self.table.assign(**columns))
        return same

    def followed(self, stamp: tuple[int, int]) -> "Contents | None":
        """The same with what was decided since, where that is about some events: they, and what they tell of, are read again; else None."""
        ids = None if stamp[0] != self.stamp[0] else following.decided_about(self._library.log(stamp[1] - self.stamp[1]))
        if ids is None:
            return None
        ids = following.beside(self.table, ids, self._library.rows(ids))
        happenings = self._gathered_around(ids)
        fresh = self._library.rows(ids)
        if self._library.stamp() != stamp:
            return None  # another process decides meanwhile
        same = copy(self)
        told = {id: happening for happening in happenings for id in happening.events}
        gone = {id for id in ids if id not in told}
        same.happenings = {id: happening for id, happening in (self.happenings | told).items() if id not in gone}
        about = [self.documents.about[id] for id in {row["document"] for row in fresh}]
        table = following.with_rows(self.table, ids, frame(fresh, about, happenings))
        same._take(stamp, following.with_happenings(table, told), ids)
        if len(fresh) < len(ids) or any(id not in self.events for id in ids):  # one may be, or have been, rejected
            same.__dict__.pop("rejected", None)
        return same

    def _gathered_around(self, ids: Collection[str]) -> list[Happening]:
        """What some events tell of, and all who were told with them or are now."""
        scope, new, happenings = set[str](), {*ids}, list[Happening]()
        while new:
            scope |= new
            happenings = self._library.happenings(scope)
            before = (self.happenings[id].events for id in new if id in self.happenings)
            new = {*chain.from_iterable(before), *chain.from_iterable(happening.events for happening in happenings)} - scope
        return happenings

    def _take(self, stamp: tuple[int, int], table: pd.DataFrame, changed: Collection[str] = ()) -> None:
        """Hold another table, in which these events changed; what is made of a table when it is asked for is made anew."""
        self.stamp, self.table = stamp, table
        self.events = Events(table)
        self.counts = Counter(table["document"])
        for late in ("looks", "names", "whole"):
            self.__dict__.pop(late, None)
        if "doubts" in self.__dict__:
            self.doubts = {**self.doubts, **_doubts(table[table["id"].isin([*changed])])}

    @cached_property
    def looks(self) -> Sequence[Look]:
        """The decisions that no longer fit what is read."""
        return self._library.looks()

    @cached_property
    def rejected(self) -> Sequence[Row]:
        """The events that were rejected, in order of time."""
        return list(self._library.events(Wanted(reviews=("rejected",))))

    @cached_property
    def whole(self) -> pd.DataFrame:
        """The table with the events that were rejected."""
        about = (self.documents.about[id] for id in {row["document"] for row in self.rejected})
        return following.with_rows(self.table, (), frame(self.rejected, about))

    @cached_property
    def doubts(self) -> Mapping[str, list[str]]:
        """What is doubtful of each event, by its id."""
        return _doubts(self.table)

    @cached_property
    def names(self) -> Sequence[tuple[str, int]]:
        """The names of those who take part, and in how many events, most first."""
        return Counter(name for names in self.table["actors"] for name in names).most_common()

    @cached_property
    def texts(self) -> Mapping[bytes, str]:
        """The ids of the documents by what is the same in two that have the same words."""
        return {readers.same_words(self._library.document(id)): id for id in self.documents}


def opened() -> Shelf:
    """The shelf of this server. Raises LibraryError where its library cannot be used."""
    return _opened(os.environ.get(INPUTS), os.environ.get(LIBRARY))


def contents() -> Contents:
    """What stands on it now."""
    library = opened().library
    return _contents(str(library.path), library.stamp(), library)


def ready(wait: float = 0.0) -> bool:
    """Whether the library is open and gathered, or cannot be; it is waited for so many seconds, and goes on meanwhile."""
    opening = _opening(os.environ.get(INPUTS), os.environ.get(LIBRARY))
    opening.join(wait)
    return not opening.is_alive()


@st.cache_resource(show_spinner=False)
def progress() -> Progress:
    """How far the documents are with which the server starts."""
    return Progress()


@st.cache_resource(show_spinner=False)
def _opening(inputs: str | None, named: str | None) -> Thread:
    def gather() -> None:
        with suppress(DatelineError):  # whoever asks for it next hears why
            contents()

    thread = Thread(target=gather, daemon=True)
    thread.start()
    return thread


@st.cache_resource(show_spinner=say("reading"), on_release=lambda shelf: shelf.library.close())
def _opened(inputs: str | None, named: str | None) -> Shelf:
    if inputs is not None:
        return _passing(*json.loads(inputs))
    if named:
        return Shelf(Library(Path(named)))
    if place().exists():
        own = Library(place())
        if own.documents():
            return Shelf(own)
        own.close()
    return _passing(str(SEEDS), seeds=True)


@st.cache_resource(show_spinner=say("gathering"), max_entries=2)
def _contents(path: str, stamp: tuple[int, int], _library: Library) -> Contents:
    last = _last(path)
    last[:] = [(last and (last[0].noted(stamp) or last[0].followed(stamp))) or Contents(_library)]
    return last[0]


@st.cache_resource(show_spinner=False)
def _last(path: str) -> list[Contents]:
    """What was read last, to go on from."""
    return []


def _at_one_moment(library: Library) -> tuple[list[Row], list[Happening], tuple[int, int]]:
    """The events and the happenings that they tell of; read again while another process changes them in between."""
    while True:
        stamp = library.stamp()
        gathered, told = library.happenings(), list(library.events())
        if library.stamp() == stamp:
            return told, gathered, stamp


def _doubts(table: pd.DataFrame) -> dict[str, list[str]]:
    return {row["id"]: doubts(row) for row in rows(table)}


def _is_note(was: Row | None, now: Row | None) -> bool:
    """Whether between two states of an event nothing but notes on it changed."""
    if was is None or now is None or "review" not in now or "rejected" in (was["review"], now["review"]):
        return False  # what is decided about a happening tells of no review
    return {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)} <= {*NOTES}


def _passing(*sources: str, seeds: bool = False) -> Shelf:
    """A library that goes when the server ends, with the documents of some paths."""
    problems: list[str] = []
    notes: list[str] = []
    handle, path = tempfile.mkstemp(suffix=".db", dir=_folder())
    os.close(handle)
    library = Library(Path(path))
    progress().whole = readers.count(*sources) or 0
    read = readers.read(*sources, once=True, on_error=lambda error: problems.append(str(error)), on_note=notes.append)
    problems += add(library, read)
    return Shelf(library, True, seeds, tuple(problems), tuple(notes))


def add(library: Library, documents: Iterator[Document]) -> list[str]:
    """Puts documents and their events into a library, and tells which could not be read, and why."""
    problems: list[str] = []
    batch = []
    for document, events in extracted(documents):
        progress().read += 1
        if isinstance(events, DatelineError):
            problems.append(f"{document.title or document.id}: {events}")
            continue
        batch.append((document, events or []))
        if len(batch) == BATCH:
            library.add_all(batch)
            batch.clear()
    library.add_all(batch)
    return problems


def taken_along() -> bytes:
    """The library as a file, which `dateline serve --library FILE` opens."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "library.db")
        backup(opened().library.path, file)
        return file.read_bytes()


@cache
def _folder() -> Path:
    """Where passing libraries are, until this process ends."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    return folder


def leave() -> None:
    """Takes the passing libraries away, for an end that runs nothing else."""
    if _folder.cache_info().currsize:
        rmtree(_folder(), ignore_errors=True)


def _dated(document: Document) -> Document:
    return dateline.dated(document, timex.find(document))
