"""E-books (.epub): the chapters in the order of the book's spine, as one document.

Source of the format: EPUB 3.3, Open Container Format and package document.
"""

import hashlib
import posixpath
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from core.errors import ReadError
from core.model import Document
from core.readers.archive import opened, part
from core.readers.markup import LARGEST, local, page, parsed
from core.readers.source import LIMIT, Reader, Source, language_code

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CONTAINER = "META-INF/container.xml"


def _package(archive: zipfile.ZipFile, name: str) -> tuple[str, "Element"]:
    """Where the book says what it is made of, and what it says."""
    container = part(archive, CONTAINER, name, LARGEST)
    roots = [e.get("full-path") or "" for e in parsed(container, name).iter() if local(e) == "rootfile"] if container else []
    package = part(archive, roots[0], name, LARGEST) if roots else None
    if package is None:
        raise ReadError(f"{name} is no e-book: it does not say what it is made of; save it as text")
    return roots[0], parsed(package, name)


def _chapters(archive: zipfile.ZipFile, name: str) -> Iterator[str]:
    where, package = _package(archive, name)
    files = {e.get("id"): e.get("href") or "" for e in package.iter() if local(e) == "item"}
    left = LIMIT
    for ref in (e.get("idref") for e in package.iter() if local(e) == "itemref" and (e.get("linear") or "yes") != "no"):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(where), unquote(files.get(ref, ""))))
        content = part(archive, path, f"{name}, {path}", min(LARGEST, left)) if ref in files else None
        if content is not None:
            left -= len(content)
            yield page(content.decode("utf-8", "replace"))


def _field(package: "Element", field: str) -> str | None:
    return next((" ".join(e.text.split()) for e in package.iter() if local(e) == field and e.text and e.text.strip()), None)


def _read(source: Source) -> Iterator[Document | ReadError]:
    content = source.content()
    with opened(source, content) as archive:
        package = _package(archive, source.name)[1]
        text = "\n\n".join(words for words in _chapters(archive, source.name) if words)
    if not text:
        raise ReadError(f"{source.name} is empty: it has no text to read")
    language = language_code(_field(package, "language"))
    published, published_source = source.publication(None, "", language)
    yield Document(
        id=source.id,
        text=text,
        published=published,
        published_source=published_source,
        language=language,
        title=_field(package, "title"),
        publisher=_field(package, "publisher"),
        sha256=hashlib.sha256(content).hexdigest(),
    )


EPUB = Reader("epub", "an e-book: its chapters in order, as one document", (".epub",), _read)
