"""A file, a folder or standard input -> Documents. One file a format; to add one is to write it and name it in READERS."""

import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple
from urllib.parse import urlsplit

from core.errors import ReadError, printable
from core.model import Document
from core.readers.csv import CSV
from core.readers.docx import DOCX
from core.readers.epub import EPUB
from core.readers.feed import FEED
from core.readers.fetch import Fetcher
from core.readers.html import HTML
from core.readers.jsonl import JSONL
from core.readers.pdf import PDF
from core.readers.source import Reader, Source, same_words
from core.readers.text import TEXT
from core.readers.zip import archive_of
from core.when import When

__all__ = ["READERS", "Fetcher", "Reader", "count", "read", "same_words"]

ZIP = archive_of(lambda: ENDINGS)

READERS: dict[str, Reader] = {reader.name: reader for reader in (TEXT, HTML, PDF, DOCX, EPUB, JSONL, CSV, FEED, ZIP)}

ENDINGS: dict[str, Reader] = {ending: reader for reader in READERS.values() for ending in reader.accepts}

ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")

MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
FEEDS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,400}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")


class Repeated(NamedTuple):
    """A file whose text another one had before, by the names of both."""

    document: Document
    name: str
    first: str


def read(
    *inputs: str | os.PathLike[str],
    once: bool = False,
    published: When | None = None,
    published_source: str = "given by the caller",
    on_error: Callable[[ReadError], None] | None = None,
    on_note: Callable[[str], None] | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Document]:
    """The documents of files, folders and `-` (standard input), one after the other, in the order of their names; with a `fetcher` those
    of addresses on the web too.

    The format follows from the ending, or from the first bytes where that says nothing; a folder is read with all below it, hidden files
    and unknown endings left out. `published` wins over what a document says of itself. A document whose id is taken gets a number to it.
    With `once`, of files with the same text the first alone counts, and `on_note` hears of the others; the records of one file (JSON
    Lines, tables) all count.
    A document that cannot be read raises ReadError, or is given to `on_error` and the others go on; `on_note` hears what else a reader
    should know, such as an encoding that was guessed.

    >>> [document.id for document in read("seeds/articles")] if Path("seeds/articles").exists() else []  # doctest: +ELLIPSIS
    [...]
    """
    taken: dict[str, int] = {}
    note = on_note or _silent
    for item in _items(inputs, published, published_source, note, {} if once else None, fetcher):
        if isinstance(item, Document):
            yield _unique(item, taken, note)
        elif isinstance(item, Repeated):
            _unique(item.document, taken, _silent)  # ids are the same whether repeated texts count or not
            note(f"{item.name}: the same text as {item.first}; read once")
        elif on_error is None:
            raise item
        else:
            on_error(item)


def count(*inputs: str | os.PathLike[str]) -> int | None:
    """How many documents inputs hold, as far as that can be told quickly; None for standard input and what cannot be opened.

    >>> count("-") is None
    True
    """
    number = 0
    try:
        for given in inputs:
            if given == "-":
                return None
            for file, _ in _files(Path(given), _ignored):
                with file.open("rb") as stream:
                    number += ENDINGS.get(file.suffix.lower(), TEXT).count(stream)
    except OSError:
        return None
    return number


def _ignored(_: OSError) -> None:
    pass


def _silent(_: str) -> None:
    pass


def _unique(document: Document, taken: dict[str, int], note: Callable[[str], None]) -> Document:
    number = taken.get(document.id, 0)
    if number == 0:
        taken[document.id] = 1
        return document
    while (name := f"{document.id}-{number + 1}") in taken:
        number += 1
    taken[document.id] = number + 1
    taken[name] = 1
    note(f"a second document is called {printable(document.id)}: it goes on as {printable(name)}")
    return replace(document, id=name)


def _items(
    inputs: Iterable[str | os.PathLike[str]],
    published: When | None,
    published_source: str,
    note: Callable[[str], None],
    texts: dict[bytes, str] | None,
    fetcher: Fetcher | None,
) -> Iterator[Document | Repeated | ReadError]:
    for given in inputs:
        if given == "":
            yield ReadError("an input without a name: give a file, a folder or -")
            continue
        if given == "-":
            try:
                yield from _documents(Source("standard input", "-", _standard_input(), note, published, published_source), None, texts)
            except OSError as error:
                yield _unreadable("standard input", error)
            continue
        if isinstance(given, str) and ADDRESS.match(given):
            yield from _page(given, fetcher, Source(given, "", io.BytesIO(), note, published, published_source), texts)
            continue
        path = Path(given)
        name = printable(str(given))
        found = False
        closed: list[OSError] = []
        try:
            for file, identity in _files(path, closed.append):
                found = True
                yield from _file(file, identity, published, published_source, note, texts)
        except OSError as error:
            yield _unreadable(name, error)
            continue
        yield from (_unreadable(printable(str(error.filename)), error) for error in closed)
        if not found and not closed:
            yield ReadError(f"{name} holds no documents: it needs files ending in {', '.join(ENDINGS)}")


def _page(url: str, fetcher: Fetcher | None, about: Source, texts: dict[bytes, str] | None) -> Iterator[Document | Repeated | ReadError]:
    """The documents of an address; each keeps the page as it was."""
    if fetcher is None:
        yield ReadError(f"{printable(url)} is an address: it is fetched only when you say so, with dateline add --fetch")
        return
    try:
        page = fetcher.fetch(url)
    except ReadError as error:
        yield error
        return
    stream = io.BufferedReader(io.BytesIO(page.content))
    name = printable(page.url)
    source = replace(about, name=name, id=_address_id(page.url), stream=stream, charset=page.charset)
    reader = None if page.ending in (".xml", ".txt") else ENDINGS[page.ending]
    for item in _documents(source, reader, texts):
        if isinstance(item, Document):
            yield replace(item, url=item.url or page.url, origin=page.url, retrieved=page.retrieved, content=page.content)
        else:
            yield item


def _address_id(url: str) -> str:
    """The id of a page: its address without the scheme, and without the ending of its name.

    >>> _address_id("https://example.org/2021/doha.html?page=2"), _address_id("https://example.org/")
    ('example.org/2021/doha?page=2', 'example.org')
    """
    parts = urlsplit(url)
    path = PurePath(parts.path.rstrip("/"))
    ending = path.suffix.lower() in ENDINGS
    return parts.netloc.lower() + str(path.with_suffix("") if ending else path).rstrip(".") + (f"?{parts.query}" if parts.query else "")


def _file(
    file: Path,
    identity: str,
    published: When | None,
    published_source: str,
    note: Callable[[str], None],
    texts: dict[bytes, str] | None,
) -> Iterator[Document | Repeated | ReadError]:
    name = printable(str(file))
    try:
        with file.open("rb") as stream:
            source = Source(name, identity, stream, note, published, published_source)
            for item in _documents(source, ENDINGS.get(file.suffix.lower()), texts):
                yield replace(item, origin=str(file.absolute())) if isinstance(item, Document) else item
    except OSError as error:
        yield _unreadable(name, error)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # closed by whoever started the program
        return io.BytesIO()
    stream = sys.stdin.buffer
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]  # a test's stand-in


def _documents(source: Source, reader: Reader | None, texts: dict[bytes, str] | None) -> Iterator[Document | Repeated | ReadError]:
    try:
        for item in (reader or _sniffed(source)).read(source):
            yield item if texts is None or isinstance(item, ReadError) else _once(item, source, texts)
    except ReadError as error:
        yield error


def _once(document: Document, source: Source, texts: dict[bytes, str]) -> Document | Repeated:
    """The document, unless it is a whole file whose text is known; `texts` keeps the name under which each came first."""
    if document.id != source.id:  # a record among others
        return document
    words = same_words(document)
    if words in texts:
        return Repeated(document, source.name, texts[words])
    texts[words] = source.name
    return document


def _sniffed(source: Source) -> Reader:
    """The reader for content whose name does not tell: by its first bytes, else text."""
    head = source.stream.peek(512) if isinstance(source.stream, io.BufferedReader) else b""
    if MARKUP.match(head):
        return HTML
    if FEEDS.match(head):
        return FEED
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(head)
    return JSONL if OBJECT.match(head) else TEXT


def _zipped(head: bytes) -> Reader:
    """The reader for what begins as a zip archive does: e-books say so first, Word documents begin with a list of their parts."""
    if b"mimetypeapplication/epub+zip" in head:
        return EPUB
    return DOCX if b"[Content_Types].xml" in head or b"_rels/.rels" in head else ZIP


def _files(path: Path, on_closed: Callable[[OSError], None]) -> Iterator[tuple[Path, str]]:
    """The files that a path stands for, with the ids of their documents; `on_closed` hears of folders that may not be entered."""
    if not path.is_dir():
        yield path, _id(PurePath(path.name))
        return
    for folder, folders, names in os.walk(path, onerror=on_closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if not name.startswith(".") and file.suffix.lower() in ENDINGS and file.is_file():
                yield file, _id(file.relative_to(path))


def _id(path: PurePath) -> str:
    """A path without its ending (".txt", ".log", but not the ".0261" of a name), as text that can be written anywhere."""
    name = path.with_suffix("") if path.suffix[1:2].isalpha() else path
    return name.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _unreadable(name: str, error: OSError) -> ReadError:
    if isinstance(error, FileNotFoundError):
        return ReadError(f"{name}: no such file or folder; check the path")
    if isinstance(error, PermissionError):
        return ReadError(f"{name}: not permitted to read it; check its permissions")
    return ReadError(f"{name} cannot be read: {(error.strerror or str(error)).lower()}")
