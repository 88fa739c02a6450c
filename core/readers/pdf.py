"""PDF: the text of its pages, with where each begins, so that an excerpt can say on which page it stands."""

import hashlib
import re
import threading
from collections.abc import Iterator
from typing import Any

from core.errors import ReadError
from core.model import Document
from core.readers.source import Reader, Source

PAGES = 10_000
"""The most pages of a document."""

LARGEST = 2**26
"""The most characters of a document."""

ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
SOFT_HYPHEN = re.compile("[\x02\xad\ufffe]\\s*\n?")
"""How PDFium gives a word that is divided at the end of a line."""

LOCK = threading.Lock()
"""PDFium is not made for threads."""


def _pages(content: bytes, name: str) -> list[str]:
    import pypdfium2

    pages: list[str] = []
    with LOCK:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            cause = (
                "it needs a password; save a copy without" if "password" in str(error).lower() else "it is damaged; print it to a new one"
            )
            raise ReadError(f"{name} is no pdf that can be read: {cause}") from None
        try:
            if len(document) > PAGES:
                raise ReadError(f"{name} has {len(document)} pages, more than {PAGES}: split it")
            left = LARGEST
            for number in range(len(document)):
                pages.append(_text(document, number))
                left -= len(pages[-1])
                if left < 0:
                    raise ReadError(f"{name} has more than {LARGEST // 2**20} million characters: split it")
        finally:
            document.close()
    return pages


def _joined(pages: list[str]) -> tuple[str, list[int]]:
    """One text of the pages, and where each begins. A sentence goes on over the end of a page; a whole one ends a paragraph.

    >>> _joined(["It sank", "on 3 May.", "Alas."])
    ('It sank\\non 3 May.\\n\\nAlas.', [0, 8, 19])
    """
    pieces: list[str] = []
    starts, at = [], 0
    for words in pages:
        if pieces:
            gap = "\n\n" if ENDS.search(pieces[-1][-20:]) else "\n"
            pieces.append(gap)
            at += len(gap)
        starts.append(at)
        pieces.append(words)
        at += len(words)
    return "".join(pieces), starts


def _text(document: Any, number: int) -> str:
    """The text of a page; "" for one that is damaged."""
    import pypdfium2

    try:
        page = document[number]
        text = page.get_textpage().get_text_range(errors="replace")
        page.close()
    except pypdfium2.PdfiumError:
        return ""
    lines = SOFT_HYPHEN.sub("", text.replace("\r\n", "\n").replace("\0", "\ufffd")).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _read(source: Source) -> Iterator[Document | ReadError]:
    content = source.content()
    pages = _pages(content, source.name)
    text, starts = _joined(pages)
    empty = sum(not words for words in pages)
    if not text.strip():
        raise ReadError(f"{source.name} has no text: it is a scan; have its words recognised (OCR), and give that")
    if empty:
        source.note(f"{source.name}: {empty} of {len(pages)} pages have no text: if they are scans, have their words recognised (OCR)")
    published, published_source = source.publication(None, "", "en")
    yield Document(
        id=source.id,
        text=text,
        published=published,
        published_source=published_source,
        sha256=hashlib.sha256(content).hexdigest(),
        pages=tuple(starts),
    )


PDF = Reader("pdf", "a PDF with text, page by page", (".pdf",), _read)
