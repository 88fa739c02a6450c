"""Documents on their way into the library, in a thread of their own: how far it is, what came of it, and a way to stop it.

A document is in with all its events or not at all, whenever it is stopped.
"""

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from core import readers
from core.errors import DatelineError, printable
from core.library import Library
from core.library.extraction import extracted
from core.model import Document
from core.when import When
from dashboard.upload import GIVEN, file_name, free, inside
from dashboard.words import say

BATCH_SECONDS = 1.0
"""Documents are put on the shelf together for about so long: who stops loses no more than that."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What a person hands over: some bytes under a file name, and the title that was given to them; or an `address` to fetch."""

    name: str
    content: bytes = b""
    title: str = ""
    address: str = ""


class Intake:
    """Some files on their way into a library. `titles` are those of the documents that are there, by id, and `texts` the ids of these by
    what two with the same words have in common; `published` wins over what a document says of itself; the `fetcher` asks for addresses.
    When its visitor has heard what came of it, it is `told`."""

    def __init__(
        self,
        library: Library,
        files: Sequence[Handed],
        *,
        published: When | None = None,
        titles: Mapping[str, str] | None = None,
        texts: Mapping[bytes, str] | None = None,
        fetcher: readers.Fetcher | None = None,
    ) -> None:
        self.added: list[str] = []
        self.events = 0
        self.problems: list[str] = []
        self.notes: list[str] = []
        self.whole = 0
        self.stopped = False
        self.told = False
        self._done = 0
        self._since = time.monotonic()
        self._library, self._files, self._published, self._fetcher = library, files, published, fetcher
        self._titles, self._texts = dict(titles or {}), dict(texts or {})
        self._from: dict[str, Handed] = {}
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self, wait: float = 0.0) -> None:
        """Begins, and waits for so many seconds: often it is done by then."""
        self._thread.start()
        self._thread.join(wait)

    @property
    def done(self) -> bool:
        """Whether it has come to its end."""
        return not self._thread.is_alive()

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        return min(1.0, self._done / self.whole) if self.whole else 0.0

    @property
    def read(self) -> int:
        """How many documents have been read, or could not be."""
        return self._done

    @property
    def pace(self) -> tuple[float, float] | None:
        """How many documents a second have been read, and how many seconds are left at that; None while nothing tells."""
        if not self._done or not self.whole:
            return None
        rate = self._done / max(1e-6, time.monotonic() - self._since)
        return rate, max(0, self.whole - self._done) / rate

    def stop(self) -> None:
        """Stops it: what is in stays, the rest is left."""
        self.stopped = True

    def _run(self) -> None:
        try:
            with TemporaryDirectory() as folder:
                inputs = [file.address or self._written(Path(folder), number, file) for number, file in enumerate(self._files)]
                paths = [str(given) for given, file in zip(inputs, self._files, strict=True) if not file.address]
                self.whole = (readers.count(*paths) or 0) + len(inputs) - len(paths)
                self._since = time.monotonic()
                with closing(extracted(self._documents(inputs))) as found:
                    self._shelve(found)
        except (DatelineError, OSError) as error:
            self.problems.append(say("add.broken-off", error=error))

    def _written(self, folder: Path, number: int, file: Handed) -> Path:
        place = folder / str(number)
        place.mkdir()
        path = place / file_name(file.name)
        path.write_bytes(file.content)
        return path

    def _documents(self, inputs: Sequence[Path | str]) -> Iterator[Document]:
        """The documents that are new here, each with an id of its own."""
        for given, file in zip(inputs, self._files, strict=True):
            place = str(given), printable(file.name)
            for document in readers.read(
                given,
                published=self._published,
                published_source=GIVEN,
                on_error=lambda error, place=place: self._leave_out(str(error).replace(*place)),  # type: ignore[misc]
                on_note=lambda note, place=place: self.notes.append(note.replace(*place)),  # type: ignore[misc]
                fetcher=self._fetcher,
            ):
                if self.stopped:
                    return
                folders = "" if file.address else inside(file.name)
                named = replace(document, id=free(folders + document.id, self._titles), title=file.title or document.title)
                words = readers.same_words(named)
                if words in self._texts:
                    there = self._titles[self._texts[words]]
                    self._leave_out(say("add.same", title=named.title or document.id, there=there))
                    continue
                self._texts[words], self._titles[named.id] = named.id, named.title or named.id
                self._from[named.id] = file
                yield named

    def _leave_out(self, problem: str) -> None:
        self.problems.append(problem)
        self._done += 1

    def _shelve(self, found: Iterator[tuple[Document, object]]) -> None:
        batch: list[tuple[Document, list]] = []  # type: ignore[type-arg]
        since = time.monotonic()
        for document, events in found:
            self._done += 1
            if isinstance(events, DatelineError):
                self.problems.append(f"{document.title or document.id}: {events}")
            elif not self.stopped:
                batch.append((document, events or []))  # type: ignore[arg-type]
            if self.stopped or time.monotonic() - since > BATCH_SECONDS:
                self._put(batch)
                since = time.monotonic()
            if self.stopped:
                return
        self._put(batch)

    def _put(self, batch: list[tuple[Document, list]]) -> None:  # type: ignore[type-arg]
        if batch:
            self._library.add_all([(self._as_handed(document), events) for document, events in batch])
            self.added += [document.id for document, _ in batch]
            self.events += sum(len(events) for _, events in batch)
            batch.clear()

    def _as_handed(self, document: Document) -> Document:
        """A document as it came from its person, not from the folder in which it was read."""
        file = self._from[document.id]
        return document if file.address else replace(document, origin=file.name, content=file.content)
