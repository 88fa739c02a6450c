"""Web pages: the article's words without the page's junk.

Scripts never run, and are dropped unread but for the JSON block in which pages say when they were published.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from core.absolute import absolute
from core.errors import DateError, ReadError
from core.model import Document
from core.readers.source import Reader, Source, language_code

if TYPE_CHECKING:
    from configparser import ConfigParser

    from lxml.html import HtmlElement

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
PUBLISHED = (
    *("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate"),
    *("dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date", "citation_publication_date", "date"),
)
"""Names under which a page's meta elements say when it was published, the clearer first."""


def _stated(tree: "HtmlElement") -> Iterator[tuple[str, str]]:
    """Where the page says when it was published, and what it says there, the most trusted first."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        metas.setdefault(name, meta.get("content") or "")
    yield from ((name, metas[name]) for name in PUBLISHED if metas.get(name))
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            yield from (("datePublished", value) for value in _json_ld(script.text or ""))
    for time in tree.iter("time"):
        if "pubdate" in time.attrib or (time.get("itemprop") or "").lower() == "datepublished":
            yield "time element", time.get("datetime") or time.text or ""


def _json_ld(text: str) -> Iterator[str]:
    try:
        left: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while left:
        node = left.pop(0)
        if isinstance(node, dict):
            if isinstance(node.get("datePublished"), str):
                yield node["datePublished"]
            left.extend(value for key, value in node.items() if key in ("@graph", "mainEntity", "mainEntityOfPage"))
        elif isinstance(node, list):
            left.extend(node)


def _publication(tree: "HtmlElement", language: str) -> tuple[str, str] | None:
    """The day of publication that the page states, and where, as words. A moment is cut to its day: the one at the place of publication."""
    for where, stated in _stated(tree):
        try:
            when = absolute(stated, language=language)
        except DateError:
            continue
        return when.edtf.partition("T")[0], f"page metadata ({where})"
    return None


def _tree(text: str, name: str) -> "HtmlElement":
    from lxml.etree import LxmlError, ParserError
    from lxml.html import HTMLParser, document_fromstring

    try:
        # The words are decoded already: a declared encoding of the page would be applied to them a second time.
        return document_fromstring(text.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", no_network=True, huge_tree=False))
    except (LxmlError, ParserError, ValueError):
        raise ReadError(f"{name} is no html page that can be read: save the article as text") from None


@cache
def _settings() -> "ConfigParser":
    """trafilatura's settings, but short pages count too: with its own it takes pages of a few lines apart at every tag."""
    from copy import deepcopy

    from trafilatura.settings import DEFAULT_CONFIG

    settings: ConfigParser = deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"].update({"MIN_EXTRACTED_SIZE": "1", "MIN_OUTPUT_SIZE": "1"})
    return settings


def _read(source: Source) -> Iterator[Document | ReadError]:
    content = source.content()
    declared = CHARSET.search(content[:4096])
    charset = source.charset or (declared[1].decode("ascii") if declared else None)
    tree = _tree(source.decode(content, declared=charset), source.name)
    language = language_code(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
    stated, where = _publication(tree, language) or (None, "")

    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    page = bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        config=_settings(),
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(page, Page) or not (page.text or "").strip():
        raise ReadError(f"{source.name} has no article text that can be found: save its words as a text file")
    if not stated and page.date:
        stated, where = page.date, "page metadata (as htmldate reads the page)"
    published, published_source = source.publication(stated, where, language)
    yield Document(
        id=source.id,
        text=page.text or "",
        published=published,
        published_source=published_source,
        language=language,
        title=page.title,
        publisher=page.sitename,
        url=page.url,
        licence=page.license,
        sha256=hashlib.sha256(content).hexdigest(),
    )


HTML = Reader("html", "a web page: its article, with publication date, title and site", (".html", ".htm", ".xhtml"), _read)
