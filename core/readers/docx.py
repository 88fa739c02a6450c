"""Word documents (.docx): their paragraphs in order, tables and footnotes included, deleted text and field codes left out.

Source of the format: ECMA-376, Office Open XML, part 1, WordprocessingML.
"""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.errors import ReadError
from core.model import Document
from core.readers.archive import opened, part
from core.readers.markup import LARGEST, local, parsed
from core.readers.source import Reader, Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "-"}


def _words(paragraph: "Element") -> str:
    pieces = []
    for element in paragraph.iter():
        tag = local(element)
        if tag == "t":
            pieces.append(element.text or "")
        elif tag in MARKS:
            pieces.append(MARKS[tag])
    return "".join(pieces).strip()


def _paragraphs(content: bytes, name: str) -> Iterator[str]:
    for element in parsed(content, name).iter():
        if local(element) == "p" and (words := _words(element)):
            yield words


def _title(content: bytes | None, name: str) -> str | None:
    if content is None:
        return None
    return next((e.text.strip() for e in parsed(content, name).iter() if local(e) == "title" and e.text and e.text.strip()), None)


def _read(source: Source) -> Iterator[Document | ReadError]:
    content = source.content()
    with opened(source, content) as archive:
        parts = [part(archive, path, source.name, LARGEST) for path in PARTS]
        title = _title(part(archive, "docProps/core.xml", source.name, LARGEST), source.name)
    if parts[0] is None:
        raise ReadError(f"{source.name} is no word document: it has no word/document.xml; save it as .docx or text")
    text = "\n\n".join(words for each in parts if each is not None for words in _paragraphs(each, source.name))
    if not text:
        raise ReadError(f"{source.name} is empty: it has no text to read")
    published, published_source = source.publication(None, "", "en")
    yield Document(
        id=source.id,
        text=text,
        published=published,
        published_source=published_source,
        title=title,
        sha256=hashlib.sha256(content).hexdigest(),
    )


DOCX = Reader("docx", "a Word document: its paragraphs, tables and notes", (".docx",), _read)
