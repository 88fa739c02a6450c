"""The tellings of a library, and of what is stored about them the part that new ones may have to do with.

Of a library of any size only this part is loaded: the lists of candidates in which new tellings are looked for, how common their words are,
and the groups of those that they resemble.
"""

from collections import Counter
from collections.abc import Collection as Container
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from msgspec import json
from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy import bindparam as bound

from core.chronology.candidates import PLACE_BITS, Blocks
from core.chronology.cluster import Groups
from core.chronology.likeness import Collection
from core.chronology.telling import Telling, after, telling
from core.library import sqlite
from core.library.rows import next_key, pieces
from core.library.schema import documents, events, named, postings, tellings, terms, versions
from core.table import Row

DIGESTED = tuple("document edtf granularity label actors places status extent excerpt mentions timexes published".split())
NEW = 0
"""The number of a telling that is stored nowhere."""
CROWD = 64
"""Where more tell of a day than this, it leads nobody to one thing."""


class Told(NamedTuple):
    """An event of a library: its row, the row as it was read (None for what people made), its document's length, the sentence after it, and
    its document's title."""

    row: Row
    read: Row | None
    review: str
    length: int
    after: str
    title: str | None

    @property
    def digest(self) -> str:
        """What is another one when the event reads differently in a way that matters here."""
        assert self.read is not None
        return sha256(json.encode([*map(self.read.get, DIGESTED), self.after, self.title])).hexdigest()[:16]


def told(connection: Connection, ids: Iterable[str]) -> dict[str, Told]:
    """Events by id, those that are absorbed and rejected too."""
    found: dict[str, Told] = {}
    for some in pieces(ids):
        query = select(events.c.id, events.c.document, events.c.row, events.c.read, events.c.made, events.c.review)
        rows = sorted(connection.execute(query.where(events.c.id.in_(some))), key=lambda row: row.document)
        texts = _texts(connection, sorted({row.document for row in rows}))
        key, text, title = next(texts, (0, "", None))
        for row in rows:
            while key != row.document:
                key, text, title = next(texts)
            read = None if row.made else (row.read or row.row)
            found[row.id] = Told(row.row, read, row.review, len(text), after(text, row.row["excerpt_end"]), title)
    return found


def _texts(connection: Connection, keys: Sequence[int]) -> Iterator[tuple[int, str, str | None]]:
    """The texts and titles of documents that count, one after the other: they may be long."""
    query = select(documents.c.key, versions.c.text, versions.c.title).join(
        versions, (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version)
    )
    query = query.where(documents.c.key.in_(keys)).order_by(documents.c.key).execution_options(yield_per=10)
    yield from ((key, text, title) for key, text, title in connection.execute(query))


class Near:
    """What is loaded of the stored tellings; each goes by its key, and `group` and `members` by those of what was gathered."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.collection = Collection()
        self.collection.tellings = connection.execute(select(func.count()).select_from(tellings)).scalar_one()
        self.collection.documents = connection.execute(select(func.count()).select_from(named)).scalar_one()
        self.tellings: dict[int, Telling] = {}
        self.group: dict[int, int] = {}
        self.members: dict[int, list[int]] = {}
        self._read: dict[str, Telling] = {}
        self._told: dict[str, Told] = {}
        self._numbers: dict[str, int] = {}
        self._next = self._first = next_key(connection, terms.c.number)
        self._loaded: set[str] = set()
        self._lists: set[int] = set()
        self.blocks = Blocks(self.collection, self._number)

    def _number(self, term: str) -> int:
        if term not in self._numbers:
            self._numbers[term] = self._next
            self._next += 1
        return self._numbers[term]

    def take_in(self, new: Mapping[int, Telling]) -> dict[int, list[int]]:
        """Count new tellings in, and store where they are found; gives whom each should be compared with."""
        before = self._know(new.values())
        for each in new.values():
            self.collection.add(each)
        self._store_names({each.document for each in new.values()}, before)
        self.load_lists(new.values())
        links, entries = dict[int, list[int]](), list[tuple[int, int]]()
        for k, each in new.items():
            links[k] = self.blocks.near(each)
            own = [(key, k) for key in dict.fromkeys(self.blocks.own_keys(each))]
            self.blocks.load(own)
            entries += own
        self._store_terms(new.values())
        sqlite.post(self._connection, sorted(entries))
        self.tellings.update(new)
        return links

    def _know(self, new: Iterable[Telling]) -> dict[str, frozenset[str]]:
        """Load how common is what tellings name, and the names in their documents, which are given."""
        new = list(new)
        self.load_terms({term for each in new for term in (*each.terms, *_day(each))})
        ids = {each.document for each in new}
        self.load_names(ids)
        self.load_terms({term for each in new for term in each.context if term[0] == "@"})
        return {id: frozenset(self.collection.names.get(id, ())) for id in ids}

    def load_terms(self, wanted: Container[str]) -> None:
        """Load how common terms are, as far as that is not known yet."""
        new = [term for term in wanted if term not in self._loaded]
        self._loaded.update(new)
        for some in pieces(new):
            for number, term, told_by, named_by in self._connection.execute(select(terms).where(terms.c.term.in_(some))):
                self._numbers[term] = number
                if term[0] == "=":
                    self.collection.days[int(term[1:])] += told_by
                else:
                    self.collection.having[term] += told_by
                    self.collection.naming[term] += named_by

    def load_names(self, ids: Container[str]) -> None:
        """Load the names that stand in documents."""
        for some in pieces(id for id in ids if id not in self.collection.names):
            for id, names in self._connection.execute(select(named).where(named.c.document.in_(some))):
                self.collection.names[id] = set(names)
                self.load_terms(names)

    def load_lists(self, new: Iterable[Telling]) -> None:
        """Load the lists in which tellings are looked for, but those of words that no stored telling has."""
        keys = {key for each in new for key in self.blocks.keys(each)} - self._lists
        self._lists |= keys
        self.blocks.load(sqlite.posted(self._connection, sorted(key for key in keys if key >> PLACE_BITS < self._first)))

    def load_groups(self, numbers: Iterable[int], groups: Iterable[int] = ()) -> None:
        """Load the groups of these tellings, or by their keys, whole."""
        keys = set(groups)
        for some in pieces(k for k in numbers if k not in self.tellings):
            keys.update(self._connection.execute(select(tellings.c.gathered).where(tellings.c.key.in_(some))).scalars())
        found: dict[str, int] = {}
        for some in pieces(keys - self.members.keys()):
            query = select(tellings.c.key, tellings.c.event, tellings.c.gathered).where(tellings.c.gathered.in_(some))
            for k, event, group in self._connection.execute(query.order_by(tellings.c.key)):
                found[event] = k
                self.group[k] = group
                self.members.setdefault(group, []).append(k)
        loaded = {found[id]: self.telling(id, each, as_read=True) for id, each in self.told(found).items()}
        self._know(loaded.values())
        self.tellings.update(loaded)

    def told(self, ids: Iterable[str]) -> dict[str, Told]:
        """Events by id, as they stand in this transaction."""
        ids = list(ids)
        self._told.update(told(self._connection, [id for id in ids if id not in self._told]))
        return {id: self._told[id] for id in ids if id in self._told}

    def telling(self, id: str, each: Told, *, as_read: bool = False) -> Telling:
        """The telling of an event by what its row says with the decisions in force, or by what was read."""
        row = each.read if as_read else each.row
        assert row is not None
        if row is not each.read:
            return telling(row, each.length, each.after, each.title)
        if id not in self._read:
            self._read[id] = telling(row, each.length, each.after, each.title)
        return self._read[id]

    def place(self, each: Telling, origin: str, own: int | None) -> int | None:
        """The key of the group in which an event belongs that people made or dated otherwise, `origin` and `own` being the event it comes
        from and its group, as it was read; None for none. The groups stay as they are."""
        if not self.collection.tellings:
            return None
        self._know([each])
        self.load_lists([each])
        numbers = self.blocks.near(each)
        self.load_groups(numbers, [] if own is None else [own])
        keys = dict.fromkeys([*(self.group[k] for k in numbers), *([] if own is None else [own])])
        others = {key: [k for k in self.members[key] if self.tellings[k].id != origin] for key in keys}
        groups = Groups({NEW: each, **{k: self.tellings[k] for members in others.values() for k in members}}, self.collection)
        fitting = [
            (found[0] - found[1], -k, key)
            for key, members in others.items()
            for k in members
            if (found := groups.compared(NEW, k)) and found[0] >= found[1]
        ]
        for _, _, key in sorted(fitting, reverse=True):
            if groups.fits([NEW], others[key]):
                return key
        return own if own is not None and not others[own] else None

    def regroup(self, key: int, members: Sequence[int]) -> None:
        """Note that tellings stand in a group now."""
        for k in members:
            if (old := self.group.get(k, key)) != key:
                self.members[old] = [other for other in self.members[old] if other != k]
            self.group[k] = key
        self.members[key] = list(members)

    def on_days(self, new: Mapping[int, Telling]) -> list[int]:
        """The tellings of the days on which a sentence that names nobody is to be led by its day."""
        led: list[int] = []
        for some in pieces({each.day for each in new.values() if each.day is not None}):
            on_day: dict[int, list[Any]] = {}
            query = select(tellings.c.key, tellings.c.day, tellings.c.pointing).where(tellings.c.day.in_(some))
            for row in self._connection.execute(query):
                on_day.setdefault(row.day, []).append(row)
            pointed = {each.day for each in new.values() if each.pointing}
            for day, rows in on_day.items():
                if len(rows) <= CROWD and (day in pointed or any(row.pointing for row in rows)):
                    led += [row.key for row in rows]
        return led

    def forget(self, rows: Sequence[Any]) -> None:
        """Count stored tellings out and take them away, with what leads to them."""
        self.collection.tellings -= len(rows)
        without = Counter(term for row in rows for term in row.terms)
        without.update(f"={row.day}" for row in rows if row.day is not None)
        self.load_terms(without)
        for term, number in without.items():
            if term[0] == "=":
                self.collection.days[int(term[1:])] -= number
            else:
                self.collection.having[term] -= number
        self._write_terms(without)
        for some in pieces(row.key for row in rows):
            self._connection.execute(delete(postings).where(postings.c.telling.in_(some)))
            self._connection.execute(delete(tellings).where(tellings.c.key.in_(some)))

    def _store_names(self, ids: Iterable[str], before: Mapping[str, frozenset[str]]) -> None:
        changed = {id: self.collection.names[id] for id in ids if self.collection.names[id] != before[id] or not before[id]}
        for some in pieces(changed):
            self._connection.execute(delete(named).where(named.c.document.in_(some)))
        if changed:
            self._connection.execute(insert(named), [{"document": id, "names": sorted(names)} for id, names in changed.items()])

    def _store_terms(self, new: Iterable[Telling]) -> None:
        self._write_terms({term for each in new for term in (*each.terms, *_day(each), *(t for t in each.context if t[0] == "@"))})

    def _write_terms(self, changed: Iterable[str]) -> None:
        values: list[dict[str, Any]] = [
            {
                "of": self._number(term),
                "term": term,
                "tellings": self.collection.days[int(term[1:])] if term[0] == "=" else self.collection.having[term],
                "documents": self.collection.naming[term],
            }
            for term in changed
        ]
        new = [{**value, "number": value["of"]} for value in values if value["of"] >= self._first]
        old = [value for value in values if value["of"] < self._first]
        if new:
            self._connection.execute(insert(terms), [{n: v for n, v in value.items() if n != "of"} for value in new])
        if old:
            self._connection.execute(
                update(terms).where(terms.c.number == bound("of")).values(tellings=bound("tellings"), documents=bound("documents")),
                [{n: v for n, v in value.items() if n != "term"} for value in old],
            )
        self._first = self._next


def _day(each: Telling) -> tuple[str, ...]:
    return () if each.day is None else (f"={each.day}",)
