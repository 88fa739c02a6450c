"""What a library holds at one moment: its documents, the table of its events, and what is read of each when somebody asks for it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property, lru_cache
from itertools import chain

import pandas as pd

from core import dateline, readers, timex
from core.happening import Happening
from core.library import Library, Look, Shelved, Wanted
from core.library.doubts import doubts
from core.library.moment import Stamp
from core.model import Document
from core.table import ONLY_TABLE, Row
from dashboard import following
from dashboard.found import Found
from dashboard.ids import Ids
from dashboard.light import light

NOTES = ("review", "tags")
"""What of the table people note on an event, which tells of the same thing as before."""
READ = 200
"""Documents whose text is kept at hand."""
TOLD = 2000
"""Events of which it is kept at hand what they tell of."""
MANY = 1000
"""Rows that are read at once."""


class Documents(Mapping[str, Document]):
    """The documents of a library by id, dated, in the order of their days; the text of each is read when it is asked for."""

    def __init__(self, library: Library, there: Iterable[Shelved]) -> None:
        self.about = {shelved.id: shelved for shelved in there}
        self._titles = {id: shelved.title or id for id, shelved in self.about.items()}
        self._read = lru_cache(READ)(lambda id: _dated(library.document(id)))

    def __getitem__(self, id: str) -> Document:
        if id not in self.about:
            raise KeyError(id)
        return self._read(id)

    def __contains__(self, id: object) -> bool:
        return id in self.about

    def __iter__(self) -> Iterator[str]:
        return iter(self.about)

    def __len__(self) -> int:
        return len(self.about)

    def titles(self) -> Mapping[str, str]:
        """What each is called: its title, else its id."""
        return self._titles


class Events(Mapping[str, Row]):
    """The rows of a library by the ids of the events in a table, read when they are asked for."""

    def __init__(self, library: Library, documents: Documents, table: pd.DataFrame) -> None:
        self._library, self._documents, self._ids = library, documents, Ids(table["id"])

    def __getitem__(self, id: str) -> Row:
        return self.some([id])[0]

    def some(self, ids: Sequence[str]) -> list[Row]:
        """The rows of these events, in that order, at little more cost than one of them; `KeyError` where one is not there."""
        found = self.those(ids)
        return [found[id] for id in ids]

    def those(self, ids: Sequence[str]) -> dict[str, Row]:
        """The rows of those of some events that are there, by id."""
        found = self._library.some(ids).items()
        return {id: row for id, row in found if row["review"] != "rejected" and row["document"] in self._documents}

    def place(self, id: str) -> int | None:
        """Where the event stands in the table, None where it does not."""
        return self._ids.place(id)

    def __contains__(self, id: object) -> bool:
        return id in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class Contents:
    """What a library holds at one moment, which its stamp names; nothing of it changes."""

    def __init__(self, library: Library) -> None:
        self._library = library
        with library.moment() as moment:
            self.documents = Documents(library, moment.documents)
            self._take(light(moment.tellings, moment.documents), moment.stamp)

    def happening(self, event: str) -> Happening:
        """What an event tells of; `KeyError` where there is no such event."""
        return self.happenings([event])[0]

    def happenings(self, events: Sequence[str]) -> list[Happening]:
        """What each of these events tells of, at little more cost than one; `KeyError` where one is not there."""
        if missing := [id for id in events if id not in self._told]:
            if len(self._told) > TOLD:
                self._told.clear()
            self._told |= {id: happening for happening in self._library.happenings(missing) for id in happening.events}
        return [self._told[id] for id in events]

    def records(self, part: pd.DataFrame) -> Iterator[Row]:
        """All columns of `core.table` for the rows of a part of the table, without those that somebody has taken away meanwhile."""
        for first in range(0, len(part), MANY):
            some = part.iloc[first : first + MANY]
            found = self._library.some(some["id"])
            for told in some.to_dict("records"):
                if row := found.get(told["id"]):
                    yield {**{name: told.get(name) for name in ONLY_TABLE}, "url": self.documents.about[row["document"]].url, **row}

    def noted(self, stamp: Stamp) -> "Contents | None":
        """The same with what was decided since, where that only notes something on events, as most of a review does; else None."""
        if stamp[0] != self.stamp[0]:
            return None
        entries = self._library.log(stamp[1] - self.stamp[1])
        columns = {name: self.table[name].copy() for name in NOTES}
        for entry in reversed(entries):
            for id in {**entry.before, **entry.after}:
                was, now = entry.before.get(id), entry.after.get(id)
                if not _is_note(was, now) or not entry.after or (place := self.events.place(id)) is None:
                    return None
                for name in NOTES:
                    columns[name].iat[place] = (now or {})[name]
            if not entry.after:
                return None
        same = copy(self)
        same._take(self.table.assign(**columns), stamp)
        return same

    def followed(self, stamp: Stamp) -> "Contents | None":
        """The same with what was decided since, where that is about some events: they, and what they tell of, are read again; else None."""
        ids = None if stamp[0] != self.stamp[0] else following.decided_about(self._library.log(stamp[1] - self.stamp[1]))
        if ids is None:
            return None
        ids = following.beside(self.table, ids, self._library.rows(ids))
        happenings = self._gathered_around(ids)
        fresh = self._library.rows(ids)
        if self._library.stamp() != stamp:
            return None  # another process decides meanwhile
        told = {id: happening for happening in happenings for id in happening.events}
        about = [self.documents.about[id] for id in {row["document"] for row in fresh}]
        table = following.with_rows(self.table, ids, light(((row, told.get(row["id"])) for row in fresh), about))
        same = copy(self)
        same._take(following.with_happenings(table, told), stamp, ids)
        if len(fresh) < len(ids) or any(id not in self.events for id in ids):  # one may be, or have been, rejected
            same.__dict__.pop("rejected", None)
        return same

    def _gathered_around(self, ids: Collection[str]) -> list[Happening]:
        """What some events tell of, and all who were told with them or are now."""
        scope, new, happenings = set[str](), {*ids}, list[Happening]()
        while new:
            scope |= new
            happenings = self._library.happenings(scope)
            before = self.table.loc[self.table["id"].isin([*new]), "happening"].dropna()
            beside = self.table.loc[self.table["happening"].isin(before), "id"]
            new = {*beside, *chain.from_iterable(happening.events for happening in happenings)} - scope
        return happenings

    def _take(self, table: pd.DataFrame, stamp: Stamp, changed: Collection[str] = ()) -> None:
        """Hold another table, in which these events changed; what is made of a table when it is asked for is made anew."""
        self.stamp, self.table = stamp, table
        self.events = Events(self._library, self.documents, table)
        self.counts = Counter(table["document"])
        """How many events each document has."""
        self._told: dict[str, Happening] = {}
        for late in ("looks", "names", "found", "whole"):
            self.__dict__.pop(late, None)
        if "doubts" in self.__dict__:
            self.doubts = {id: found for id, found in self.doubts.items() if id not in changed} | _doubts(self._library.rows(changed))

    @cached_property
    def looks(self) -> Sequence[Look]:
        """The decisions that no longer fit what is read."""
        return self._library.looks()

    @cached_property
    def rejected(self) -> Sequence[Row]:
        """The events that were rejected, in order of time."""
        return list(self._library.events(Wanted(reviews=("rejected",))))

    @cached_property
    def found(self) -> Found:
        """The table, and what it is searched by."""
        return Found(self.table)

    @cached_property
    def whole(self) -> Found:
        """The same with the events that were rejected."""
        about = (self.documents.about[id] for id in {row["document"] for row in self.rejected})
        return Found(following.with_rows(self.table, (), light(((row, None) for row in self.rejected), about)))

    @cached_property
    def doubts(self) -> Mapping[str, list[str]]:
        """What is doubtful of the events of which anything is, by their ids."""
        return _doubts(self._library.events())

    @cached_property
    def names(self) -> Sequence[tuple[str, int]]:
        """The names of those who take part, and in how many events, most first."""
        return Counter(chain.from_iterable(self.table["actors"])).most_common()

    @cached_property
    def texts(self) -> Mapping[bytes, str]:
        """The ids of the documents by what is the same in two that have the same words."""
        return {readers.same_words(self._library.document(id)): id for id in self.documents}


def _doubts(told: Iterable[Row]) -> dict[str, list[str]]:
    return {row["id"]: found for row in told if (found := doubts(row))}


def _is_note(was: Row | None, now: Row | None) -> bool:
    """Whether between two states of an event nothing but notes on it changed."""
    if was is None or now is None or "review" not in now or "rejected" in (was["review"], now["review"]):
        return False  # what is decided about a happening tells of no review
    return {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)} <= {*NOTES, "comment"}


def _dated(document: Document) -> Document:
    return dateline.dated(document, timex.find(document)) if document.published is None else document
