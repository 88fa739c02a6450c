"""The library that the server shows: which one it is, how documents come into it, and what it holds as a table.

The dashboard always works on a library, one for the whole server: the one that it was told to open, the user's own, or a passing one that
holds the documents it was started on (or the seeds) and goes when the server ends. What it holds is read anew when somebody changed it,
in the browser or from another process. What one visitor chooses is no matter of this module: see `dashboard.session`.
"""

import atexit
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import rmtree
from threading import Thread

import streamlit as st

from core import readers
from core.errors import DatelineError
from core.library import Library, backup, place
from core.library.extraction import extracted
from core.model import Document
from dashboard.contents import Contents
from dashboard.words import say

INPUTS = "DATELINE_INPUTS"
"""The environment variable that names the documents of a passing library: a JSON list of paths."""
LIBRARY = "DATELINE_LIBRARY"
"""The environment variable that names a library to open; it is made where there is none."""
FETCH = "DATELINE_FETCH"
"""The environment variable that is 1 where pages of addresses may be fetched."""
SEEDS = Path(__file__).parent.parent / "seeds" / "articles"
BATCH = 100
"""Documents that are put on the shelf in one transaction."""
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


def opened() -> Shelf:
    """The shelf of this server. Raises LibraryError where its library cannot be used."""
    return _opened(os.environ.get(INPUTS), os.environ.get(LIBRARY))


def fetching() -> bool:
    """Whether this server fetches pages of addresses."""
    return os.environ.get(FETCH) == "1"


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
