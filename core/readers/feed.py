"""Feeds (RSS 0.9 to 2.0, Atom) that were saved to a file: a document an entry.

Source of the formats: RSS 2.0 specification, RFC 4287 (Atom), RSS 1.0 content module.
"""

import hashlib
from collections.abc import Iterator
from email.utils import parsedate
from typing import TYPE_CHECKING

from core.errors import ReadError
from core.model import Document
from core.readers.markup import local, page, parsed, prose
from core.readers.source import Reader, Source, language_code

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ROOTS = ("rss", "feed", "rdf")
ENTRIES = ("item", "entry")
WORDS = ("encoded", "content", "description", "summary")
"""Where the words of an entry stand, the fuller first."""
DATES = ("published", "pubdate", "issued", "date", "updated", "modified")


def _text(entry: "Element", *names: str) -> str:
    """The words of the first of the named children that has any."""
    for name in names:
        for child in entry:
            if local(child) == name and (found := prose(child) if len(child) else child.text or "").strip():
                return found.strip()
    return ""


def _link(entry: "Element") -> str | None:
    for child in entry:
        if local(child) == "link" and (child.get("rel") or "alternate") == "alternate":
            return str(child.get("href") or child.text or "").strip() or None
    return None


def _day(stated: str) -> str:
    """The day of a date as feeds write it: RFC 822's in words become ISO 8601.

    >>> _day("Tue, 12 Oct 2021 08:00:00 +0200"), _day("2021-10-12T08:00:00Z")
    ('2021-10-12', '2021-10-12')
    """
    found = parsedate(stated)
    return f"{found[0]:04}-{found[1]:02}-{found[2]:02}" if found else stated.partition("T")[0]


def _document(entry: "Element", number: int, source: Source, publisher: str | None, language: str) -> Document:
    title, words = page(_text(entry, "title")), page(_text(entry, *WORDS))
    text = "\n\n".join(filter(None, (title, words)))
    where = f"{source.name}, entry {number}"
    if not text:
        raise ReadError(f"{where} is empty: it has no words")
    try:
        published, published_source = source.publication(_day(_text(entry, *DATES)), "the feed's date of the entry", language)
    except ReadError as error:
        raise ReadError(str(error).replace(source.name, where, 1)) from None
    return Document(
        id=f"{source.id}:{_text(entry, 'guid', 'id') or number}",
        text=text,
        published=published,
        published_source=published_source,
        language=language,
        title=title or None,
        publisher=publisher,
        url=_link(entry),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def _read(source: Source) -> Iterator[Document | ReadError]:
    root = parsed(source.content(), source.name)
    if local(root) not in ROOTS:
        raise ReadError(f"{source.name} is no feed: it begins with <{local(root)}>; give rss or atom, or save its words as text")
    channel = next((e for e in root.iter() if local(e) in ("channel", "feed")), root)
    publisher, language = page(_text(channel, "title")) or None, language_code(_text(channel, "language") or _lang(root))
    entries = [e for e in root.iter() if local(e) in ENTRIES]
    if not entries:
        raise ReadError(f"{source.name} is empty: it has no entries")
    for number, entry in enumerate(entries, 1):
        try:
            yield _document(entry, number, source, publisher, language)
        except ReadError as error:
            yield error


def _lang(root: "Element") -> str | None:
    stated: str | None = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return stated


FEED = Reader("feed", "an RSS or Atom feed in a file, a document an entry", (".rss", ".atom", ".xml"), _read)
