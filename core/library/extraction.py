"""The events of many documents, read on several cores: in order, with bounded memory, and nothing left behind when it is stopped."""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from pickle import UnpicklingError
from queue import SimpleQueue

from core.aliases import Alias, Aliases
from core.errors import DatelineError, printable
from core.model import Document, Event
from core.pipeline import Reading, extract

FEW = 40
"""So many documents are read sooner than other processes have started."""

AHEAD = 40
"""How many documents wait for each core, so that none stands idle while those before are written ..."""

AHEAD_CHARACTERS = 2**25
"""... and how much text they may be in all."""

Found = tuple[Document, list[Event] | DatelineError | None]


def extracted(
    documents: Iterator[Document],
    *,
    reading: Reading = "auto",
    aliases: Aliases | None = None,
    skip: Callable[[Document], bool] = lambda _: False,
    cores: int | None = None,
) -> Generator[Found, None, None]:
    """Each document with its events, or the error in their place, in the order given; None for one to `skip`.

    >>> [(document.id, len(events)) for document, events in extracted(iter([Document("a", "It opened on 3 May 2019.")]))]
    [('a', 1)]
    """
    first = list(islice(documents, FEW))
    cores = cores or _cores()
    if cores == 1 or len(first) < FEW:
        for document in chain(first, documents):
            yield document, None if skip(document) else _found(document, reading, aliases)
    else:
        yield from _shared(chain(first, documents), reading, aliases, skip, cores)


def _cores() -> int:
    """The cores that this process may use, as far as the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _found(document: Document, reading: Reading, aliases: Aliases | None) -> list[Event] | DatelineError:
    try:
        return extract(document, reading=reading, aliases=aliases)
    except DatelineError as error:
        return error


def _shared(
    documents: Iterator[Document], reading: Reading, aliases: Aliases | None, skip: Callable[[Document], bool], cores: int
) -> Iterator[Found]:
    rows = aliases.rows if aliases else None
    workers = [Worker(reading, rows) for _ in range(cores)]
    free: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)

    def found(document: Document) -> list[Event] | DatelineError:
        worker = free.get()
        try:
            return worker.found(document)
        finally:
            free.put(worker)

    pool = ThreadPoolExecutor(cores)
    waiting: deque[tuple[Document, Future[list[Event] | DatelineError] | None]] = deque()
    ahead = 0
    try:
        for document in documents:
            waiting.append((document, None if skip(document) else pool.submit(found, document)))
            ahead += len(document.text)
            while waiting and (len(waiting) > AHEAD * cores or ahead > AHEAD_CHARACTERS):
                ahead -= len(waiting[0][0].text)
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.end()


def _done(document: Document, future: "Future[list[Event] | DatelineError] | None") -> Found:
    try:
        return document, future.result() if future else None
    except (EOFError, OSError, UnpicklingError):
        raise DatelineError(
            f"reading stopped at {printable(document.id)}: a process was ended from outside, perhaps for want of memory; "
            "what was read before is in, and the same command goes on from there"
        ) from None


class Worker:
    """A process of its own that reads documents, one after the other.

    It is no child of `multiprocessing`, which would run the main script a second time: under a dashboard that is somebody else's.
    """

    def __init__(self, reading: Reading, aliases: tuple[Alias, ...] | None) -> None:
        command = [sys.executable, "-c", "from core.library.extraction import serve; serve()"]
        surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        # In a session of its own, Ctrl-C does not reach it: its parent ends it.
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings, start_new_session=True)
        self._give((reading, aliases))

    def _give(self, task: object) -> None:
        assert self._process.stdin is not None
        pickle.dump(task, self._process.stdin)
        self._process.stdin.flush()

    def found(self, document: Document) -> list[Event] | DatelineError:
        """The events of a document, or why it has none. Raises EOFError or OSError when the process is gone."""
        assert self._process.stdout is not None
        self._give(document)
        found: list[Event] | DatelineError = pickle.load(self._process.stdout)
        return found

    def end(self) -> None:
        """End the process, at once."""
        self._process.kill()
        self._process.communicate()


def serve() -> None:
    """What the process does: read documents from its standard input until that is closed, as it is when its parent ends in any way."""
    tasks, results = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    try:
        reading, rows = pickle.load(tasks)
        aliases = Aliases(rows) if rows else None
        while True:
            pickle.dump(_found(pickle.load(tasks), reading, aliases), results)
            results.flush()
    except (EOFError, BrokenPipeError):
        os._exit(0)
