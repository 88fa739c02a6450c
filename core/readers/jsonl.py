"""JSON Lines: one document a line. Lines are read one by one, so that a file of any length takes the memory of its longest line."""

import codecs
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from core.errors import ReadError
from core.model import Document
from core.readers.source import LIMIT, Reader, Source, language_code

SURROGATES = re.compile("[\ud800-\udfff]")
KEYS = ("id", "published", "title", "publisher", "url", "language", "licence")


def _fields(line: bytes, source: Source, where: str) -> dict[str, str]:
    """The known keys of a line as texts. Raises ReadError."""
    try:
        row: Any = json.loads(source.decode(line))
    except json.JSONDecodeError as error:
        raise ReadError(f"{where} is no json: {error.msg.lower()} at character {error.pos + 1}; mend or remove the line") from None
    except (ValueError, RecursionError):
        raise ReadError(f"{where} is no json that can be read: a number too long or brackets too deep; mend or remove the line") from None
    if not isinstance(row, dict):
        raise ReadError(f"{where} is no json object: write one like {{'id': ..., 'text': ...}} a line")
    if not isinstance(row.get("text"), str):
        raise ReadError(f"{where} has no text: give the document's words as 'text'")
    if not row["text"].strip():
        raise ReadError(f"{where} is empty: its 'text' has no words")
    fields = {key: row[key] for key in KEYS if row.get(key) not in (None, "")}
    for key, value in fields.items():
        if isinstance(value, int) and not isinstance(value, bool):
            fields[key] = str(value)
        elif not isinstance(value, str):
            raise ReadError(f"{where}: '{key}' is no text: write it in quotes")
    return {key: SURROGATES.sub("\ufffd", value) for key, value in {**fields, "text": row["text"]}.items()}


def _document(line: bytes, number: int, source: Source) -> Document:
    where = f"{source.name}, line {number}"
    fields = _fields(line, source, where)
    language = language_code(fields.get("language"))
    try:
        published, published_source = source.publication(fields.get("published"), "the json line's 'published'", language)
    except ReadError as error:
        raise ReadError(str(error).replace(source.name, where, 1)) from None
    return Document(
        id=fields.get("id", f"{source.id}:{number}"),
        text=fields["text"],
        published=published,
        published_source=published_source,
        language=language,
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        url=fields.get("url"),
        licence=fields.get("licence"),
        sha256=hashlib.sha256(fields["text"].encode()).hexdigest(),
    )


def _once(note: Callable[[str], None]) -> Callable[[str], None]:
    """Says a thing for the first line that it holds for, not for each."""
    said: set[str] = set()

    def say(message: str) -> None:
        if message not in said:
            said.add(message)
            note(message)

    return say


def _read(source: Source) -> Iterator[Document | ReadError]:
    source = replace(source, note=_once(source.note))
    number = 0
    empty = True
    while line := source.stream.readline(LIMIT + 1):
        number += 1
        if len(line) > LIMIT:
            raise ReadError(f"{source.name}, line {number} is longer than {LIMIT // 2**20} MB: split the document")
        if number == 1:
            if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                raise ReadError(f"{source.name} is utf-16: save it as utf-8")
            line = line.removeprefix(codecs.BOM_UTF8)
        if not line.strip():
            continue
        empty = False
        try:
            yield _document(line, number, source)
        except ReadError as error:
            yield error
    if empty:
        raise ReadError(f"{source.name} is empty: it has no documents")


def _count(stream: BinaryIO) -> int:
    return sum(block.count(b"\n") for block in iter(lambda: stream.read(2**20), b""))


JSONL = Reader(
    "jsonl",
    "JSON Lines, a document a line: text, and optionally id, published, title, publisher, url, language",
    (".jsonl", ".ndjson"),
    _read,
    _count,
)
