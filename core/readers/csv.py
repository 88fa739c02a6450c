"""Tables (.csv, .tsv) with a column of texts: a document a row."""

import csv
import hashlib
import io
from collections.abc import Iterator

from core.errors import ReadError
from core.model import Document
from core.readers.source import LIMIT, Reader, Source, language_code

COLUMNS = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext", "story"),
    "id": ("id",),
    "published": ("published", "date", "published_at", "publication_date", "pub_date", "pubdate"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "publication", "site"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
    "licence": ("licence", "license"),
}
"""What a column may be called, whatever its case; the likelier names first."""


def _places(header: list[str], name: str) -> dict[str, int]:
    """Where each known column stands. Raises ReadError where no column holds texts."""
    names = [cell.strip().lower().replace(" ", "_") for cell in header]
    found = {key: names.index(each) for key, called in COLUMNS.items() for each in reversed(called) if each in names}
    if "text" not in found:
        raise ReadError(f"{name} has no column of texts: call it 'text' (there are: {', '.join(filter(None, names[:20])) or 'none'})")
    return found


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t|", key=first.count)


def _document(fields: dict[str, str], number: int, source: Source) -> Document:
    where = f"{source.name}, row {number}"
    text = fields["text"]
    if not text.strip():
        raise ReadError(f"{where} is empty: its text has no words")
    language = language_code(fields.get("language"))
    try:
        published, published_source = source.publication(fields.get("published"), "the table's date of the row", language)
    except ReadError as error:
        raise ReadError(str(error).replace(source.name, where, 1)) from None
    return Document(
        id=fields.get("id") or f"{source.id}:{number}",
        text=text,
        published=published,
        published_source=published_source,
        language=language,
        title=fields.get("title") or None,
        publisher=fields.get("publisher") or None,
        url=fields.get("url") or None,
        licence=fields.get("licence") or None,
        sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
    )


def _read(source: Source) -> Iterator[Document | ReadError]:
    text = source.decode(source.content()).removeprefix("\ufeff")
    before = csv.field_size_limit(LIMIT)  # the module's own is 128 kB, less than an article can have
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        places = _places(next(rows, []), source.name)
        for number, row in enumerate(rows, 1):
            if not any(row):
                continue
            try:
                yield _document({key: row[at].strip() if at < len(row) else "" for key, at in places.items()}, number, source)
            except ReadError as error:
                yield error
    except csv.Error as error:
        raise ReadError(f"{source.name} is no table that can be read: {error}; save it again as csv") from None
    finally:
        csv.field_size_limit(before)


CSV = Reader("csv", "a table with a column of texts (`text`, `body`, `content` ...), a document a row", (".csv", ".tsv"), _read)
