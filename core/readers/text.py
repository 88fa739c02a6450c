"""Plain text and Markdown, with optional front matter."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from core.errors import ReadError
from core.model import Document
from core.readers.source import Reader, Source, language_code

OPENING = re.compile(r"(?:[ \t]*\r?\n){0,9}---[ \t]*\r?\n")
TOML = re.compile(r"\+\+\+[ \t]*\r?\n(?:[^\n]*\n){0,99}?\+\+\+[ \t]*\r?(?:\n|$)")
CLOSING = re.compile(r"^---[ \t]*\r?$\n?", re.MULTILINE)
KEY = re.compile(r"^\w[\w -]*:(?:\s|$)", re.MULTILINE)
COLON = re.compile(
    r"""^(\w[\w\ -]*):[ \t]+                       # a key and, up to the end of its line, a value
        (?!['"\[{|>&*!\#-])(?=\S.*:(?:[ \t]|\r?$)) # that is plain, and has a colon in it that YAML takes for another key
        (.*\S)[ \t]*\r?$""",
    re.MULTILINE | re.VERBOSE,
)
KEYS = ("title", "publisher", "url", "published", "language", "licence")
LONGEST = 2**16
QUOTE = "'"


def front_matter(text: str, name: str) -> tuple[dict[str, str], int]:
    """The front matter's known keys and where the body starts; {} and 0 (or 1, after a byte order mark) where there is none.

    Front matter is YAML between two lines of three hyphens at the very start, blank lines apart; keys that Dateline does not know are left
    alone. A plain value may have colons in it, which YAML does not allow: it reaches to the end of its line.
    Raises ReadError where it is broken.

    >>> front_matter("---\\ntitle: Talks\\n---\\nOn Monday.", "a.txt")
    ({'title': 'Talks'}, 21)
    """
    first = int(text.startswith("\ufeff"))
    opening = OPENING.match(text, first)
    if not opening:
        return {}, first
    closing = CLOSING.search(text, opening.end(), opening.end() + LONGEST)
    if not closing:
        if KEY.match(text, opening.end()):
            raise ReadError(f"{name}: broken front matter: no line '---' ends it; add one after the last key")
        return {}, first
    inside = text[opening.end() : closing.start()]
    if inside.strip() and not KEY.search(inside):
        return {}, first
    return _fields(inside, name, text.count("\n", 0, opening.end()) + 1), closing.end()


def _loaded(inside: str) -> Any:
    """What the YAML says, its scalars as the texts that were written; where that is broken, again with values that hold a colon quoted."""
    import yaml

    try:
        return yaml.load(inside, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        mended = COLON.sub(lambda line: f"{line[1]}: '{line[2].replace(QUOTE, 2 * QUOTE)}'", inside)
        return yaml.load(mended, Loader=yaml.BaseLoader)


def _fields(inside: str, name: str, line: int) -> dict[str, str]:
    import yaml

    try:
        fields = _loaded(inside) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + line}" if mark else ""
        raise ReadError(f"{name}: broken front matter{where}: write 'key: value' lines, with quotes around values with a colon") from None
    except RecursionError:
        raise ReadError(f"{name}: broken front matter: it is nested too deeply; write 'key: value' lines") from None
    if not isinstance(fields, dict):
        raise ReadError(f"{name}: broken front matter: write 'key: value' lines between the two '---'")
    named = {str(key).lower(): value for key, value in fields.items()}
    known = {key: named[key] for key in KEYS if named.get(key)}
    for key, value in known.items():
        if not isinstance(value, str):
            raise ReadError(f"{name}: broken front matter: '{key}' is no text; write '{key}: value' on one line")
    return known


def _read(source: Source) -> Iterator[Document | ReadError]:
    content = source.content()
    text = source.decode(content)
    fields, body = front_matter(text, source.name)
    if toml := TOML.match(text, body):
        source.note(f"{source.name}: front matter between '+++' is not read; write it as 'key: value' lines between two '---'")
        body = toml.end()
    if not text[body:].strip():
        raise ReadError(f"{source.name} is empty: it has no text after its front matter")
    language = language_code(fields.get("language"))
    published, published_source = source.publication(fields.get("published"), "front matter", language)
    yield Document(
        id=source.id,
        text=text,
        published=published,
        published_source=published_source,
        language=language,
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        url=fields.get("url"),
        licence=fields.get("licence"),
        sha256=hashlib.sha256(content).hexdigest(),
        body=body,
    )


TEXT = Reader("text", "plain text or Markdown, with optional front matter", (".txt", ".md", ".markdown"), _read)
