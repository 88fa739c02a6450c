"""An aliases file: whom a name means. CSV with the columns `name, alias, kind`; it wins over everything that a text suggests.

A row says that `alias` names `name`; a row without an alias only states the kind of `name`; `kind` may be empty. An alias of several
words is found in the text whatever its case, a single word only as it is written, lest "Price" be found in "price".
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast, get_args

from core.errors import ReadError
from core.model import ActorKind

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

COLUMNS = ("name", "alias", "kind")
SURROGATES = re.compile("[\ud800-\udfff]")
SIGNS = {number: " " for number in range(128) if not chr(number).isalnum()}
SHIPPED = Path(__file__).parents[1] / "seeds" / "aliases.csv"


@dataclass(frozen=True, slots=True)
class Alias:
    """One row: `alias` names `name`, who is of that kind."""

    name: str
    alias: str
    kind: ActorKind = "unknown"


class Aliases:
    """The rows of an aliases file, ready to be asked and to be found in a text.

    >>> known = Aliases([Alias("Joe Biden", "Biden", "person"), Alias("Islamic State", "islamic state", "organisation")])
    >>> known.named("BIDEN").name, known.named("Bidon")
    ('Joe Biden', None)
    >>> [(start, end, alias.name) for start, end, alias in known.found_in('The "Islamic state" told Biden.')]
    [(5, 18, 'Islamic State'), (25, 30, 'Joe Biden')]
    """

    def __init__(self, rows: Iterable[Alias] = ()) -> None:
        self.rows = tuple(rows)
        kinds = {row.name: row.kind for row in reversed(self.rows) if row.kind != "unknown"}
        self._by_fold: dict[str, Alias] = {}
        self._by_pattern: dict[str, Alias] = {}
        for row in self.rows:
            for surface in (row.alias, row.name):
                entry = Alias(row.name, surface, kinds.get(row.name, "unknown"))
                if folded := fold(surface):
                    self._by_fold.setdefault(folded, entry)
                    self._by_pattern.setdefault(lowered(surface), entry)
        self._patterns = sorted(self._by_pattern)
        self._automaton = _automaton(self._patterns)

    def named(self, name: str) -> Alias | None:
        """The row for a name, whatever its case, accents and punctuation, or None."""
        return self._by_fold.get(fold(name))

    def found_in(self, text: str, start: int = 0) -> Iterator[tuple[int, int, Alias]]:
        """The whole-word places from `start` on where a text writes a name or alias of the file, the longest of those that overlap."""
        if not self._patterns:
            return
        for index, first, last in self._automaton.find_matches_as_indexes(lowered(text[start:])):
            first, last = first + start, last + start
            entry = self._by_pattern[self._patterns[index]]
            several = " " in entry.alias
            if (several or text[first:last] == entry.alias) and not (_inside_word(text, first) or _inside_word(text, last)):
                yield first, last, entry


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """A name without case, accents, punctuation and a leading "the", to compare it by.

    >>> fold("The U.S. side"), fold("Al-Qāida")
    ('u s side', 'al qaida')
    """
    if name.isascii():
        letters = name.lower().translate(SIGNS)
    else:
        plain = unicodedata.normalize("NFKD", name).casefold()
        letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.removeprefix("the ").split())


def lowered(text: str) -> str:
    """A text in lower case with the same offsets, and without the lone surrogates that no automaton takes."""
    text = text if text.isascii() else SURROGATES.sub("\ufffd", text)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def read_aliases(path: str | Path) -> Aliases:
    """An aliases file: UTF-8 CSV with the columns name, alias and kind.

    Raises ReadError for a file that cannot be read, lacks a column, or has a kind or a name that is none.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, restval=""))
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}; give a csv file with the columns {', '.join(COLUMNS)}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ReadError(f"{path}: is no utf-8 csv file; save the aliases as csv with the columns {', '.join(COLUMNS)}") from error
    if rows and not {"name", "alias"} <= rows[0].keys():
        raise ReadError(f"{path}: no column {'name' if 'name' not in rows[0] else 'alias'!r}; the columns are {', '.join(COLUMNS)}")
    return Aliases(_row(path, number, row) for number, row in enumerate(rows, start=2))


def write_aliases(rows: Iterable[Alias], stream: BinaryIO) -> None:
    """Write rows as an aliases file.

    >>> import io
    >>> write_aliases([Alias("Joe Biden", "Biden", "person")], stream := io.BytesIO())
    >>> stream.getvalue()
    b'name,alias,kind\\r\\nJoe Biden,Biden,person\\r\\n'
    """
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(COLUMNS)
    lines.writerows((row.name, row.alias, "" if row.kind == "unknown" else row.kind) for row in rows)
    stream.write(text.getvalue().encode("utf-8", "replace"))


@cache
def shipped() -> Aliases:
    """The aliases that come with the seeds."""
    return read_aliases(SHIPPED)


def _row(path: str | Path, number: int, row: dict[str, str]) -> Alias:
    name, alias, kind = (str(row.get(column) or "").strip() for column in COLUMNS)
    if not name:
        raise ReadError(f"{path}: line {number} has no name; say whom {alias!r} names")
    if kind and kind not in get_args(ActorKind):
        raise ReadError(f"{path}: line {number}: no kind {kind!r} (there are: {', '.join(get_args(ActorKind))})")
    return Alias(name, alias or name, cast(ActorKind, kind or "unknown"))


def _automaton(patterns: list[str]) -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)


def _inside_word(text: str, at: int) -> bool:
    """Does the offset part two letters of one word? Scripts that write no spaces have no such inside."""
    return 0 < at < len(text) and all((c.isalnum() and c.lower() != c.upper()) or c.isdigit() for c in text[at - 1 : at + 1])
