"""What a visitor looks at, the library as it was when the page was last run as a whole, and what he changes of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd
import streamlit as st

from core.chronology import Happening
from core.errors import LibraryError
from core.library import Decision, Entry, Look
from core.readers import Fetcher
from core.table import Row
from core.when import When
from dashboard import filters, shelf
from dashboard.contents import Contents, Documents, Events
from dashboard.found import Found
from dashboard.intake import Handed, Intake
from dashboard.session.chosen import choose, complain, shown
from dashboard.shelf import Shelf

AT_ONCE = 2.0
"""Seconds for which a page waits for documents that are added, before it shows how far they are."""


def opened() -> Shelf:
    """The shelf of this server."""
    return shelf.opened()


def look() -> Contents:
    """What the library holds now: kept for this visitor until the page is run again as a whole."""
    st.session_state["contents"] = now = shelf.contents()
    st.session_state.pop("changed", None)
    return now


def _contents() -> Contents:
    kept: Contents | None = st.session_state.get("contents")
    return look() if kept is None else kept


def found() -> Found:
    """The events of all documents, in order of time, to be filtered; those that were rejected only where the filter asks for them."""
    return _contents().whole if "rejected" in shown().reviews else _contents().found


def table() -> pd.DataFrame:
    """The same as a table."""
    return found().table


def counting() -> pd.DataFrame:
    """The events of all documents, in order of time, without those that were rejected."""
    return _contents().table


def events() -> Events:
    """The events by id, as the rows of `core.table`; without those that were rejected."""
    return _contents().events


def happening(event: str) -> Happening:
    """What an event tells of, with all who tell of it."""
    return _contents().happening(event)


def happenings(events: Sequence[str]) -> list[Happening]:
    """What each of some events tells of."""
    return _contents().happenings(events)


def records(part: pd.DataFrame) -> Iterator[Row]:
    """All that there is to know of each row of a part of the table, as `core.table` has it."""
    return _contents().records(part)


def documents() -> Documents:
    """All documents by id, dated."""
    return _contents().documents


def event(identifier: str | None) -> Row | None:
    """The row of an event, one that was rejected too; None where there is none."""
    if identifier is None:
        return None
    there = events().get(identifier)
    try:
        return opened().library.event(identifier) if there is None else there
    except LibraryError:
        return None


def search(words: str, limit: int) -> list[str]:
    """The ids of the documents in whose text all the words stand, best first."""
    return opened().library.search(words, limit)


def count_of(document: str) -> int:
    """How many events a document has."""
    return _contents().counts[document]


def names() -> Sequence[tuple[str, int]]:
    """The names of those who take part, and in how many events, most first."""
    return _contents().names


def fetching() -> bool:
    """Whether pages of addresses may be fetched here."""
    return shelf.fetching()


def take_in(files: Sequence[Handed], published: When | None) -> None:
    """Begins to put documents into the library; what is done in a moment is there when the page is drawn."""
    now = look()
    fetcher = Fetcher() if fetching() else None
    reading = Intake(opened().library, files, published=published, titles=now.documents.titles(), texts=now.texts, fetcher=fetcher)
    st.session_state["intake"] = reading
    choose(None)
    reading.start(AT_ONCE)


def intake() -> Intake | None:
    """The documents that this visitor has handed over last, on their way or in."""
    return st.session_state.get("intake")


def decide(*decisions: Decision) -> bool:
    """Takes decisions, one after the other, and tells whether that went well; what went wrong is `trouble`.

    The page shows them when it is run again as a whole, which `settle` sees to.
    """
    return _change(lambda: [opened().library.decide(decision) for decision in decisions])


def undo(number: int | None = None) -> bool:
    """Undoes a decision: that with the number, else the last one that this visitor took. Tells whether that went well."""
    mine = st.session_state.get("decided", [])
    if number is None and not mine:
        return False
    number = mine[-1] if number is None else number
    st.session_state["decided"] = [other for other in mine if other != number]
    return _change(lambda: [opened().library.undo(number)])


def decided() -> bool:
    """Whether this visitor has taken a decision that he can undo."""
    return bool(st.session_state.get("decided"))


def _change(deed: Callable[[], list[Entry]]) -> bool:
    complain("")
    try:
        entries = deed()
    except LibraryError as error:
        complain(str(error))
        return False
    st.session_state.setdefault("decided", []).extend(entry.number for entry in entries if entry.undoes is None)
    st.session_state["changed"] = True
    return True


def edit(identifier: str | None) -> None:
    """Opens the fields of an event to be changed, or, with None, closes them."""
    st.session_state["editing"] = identifier
    complain("")


def editing() -> str | None:
    """The id of the event whose fields are open."""
    return st.session_state.get("editing")


def mark(words: tuple[str, int, int] | None) -> None:
    """Takes words of a document, by its id and their offsets, of which an event is to be made; None lets them go."""
    st.session_state["marked"] = words
    complain("")


def marked() -> tuple[str, int, int] | None:
    """The words of which an event is to be made."""
    return st.session_state.get("marked")


def settle() -> None:
    """Runs the whole page again where the library was changed from a part of it."""
    if st.session_state.pop("changed", False):
        st.rerun()


def history(identifier: str) -> list[Entry]:
    """What was decided about an event, newest first."""
    return opened().library.log(event=identifier)


def log(limit: int | None = None) -> list[Entry]:
    """The log of decisions, newest first."""
    return opened().library.log(limit)


def rejected() -> Sequence[Row]:
    """The events that were rejected, in order of time."""
    return _contents().rejected


def doubts() -> Mapping[str, list[str]]:
    """What is doubtful of the events of which anything is, by their ids."""
    return _contents().doubts


def looks() -> Sequence[Look]:
    """The decisions that need a look."""
    return _contents().looks


def remove(document: str) -> None:
    """Takes a document out of the library."""
    opened().library.remove(document)


def redate(document: str, published: When | None) -> None:
    """Gives a document another date of publication; None brings back what it says of itself."""
    library = opened().library
    if published is not None:
        library.redate(document, published)
    elif (number := library.redated(document)) is not None:
        library.undo(number)


def last_added() -> Sequence[str]:
    """The ids of the documents that this visitor has added last."""
    last = intake()
    return last.added if last else ()


def unusable() -> list[str]:
    """What of the link that was followed last finds nothing here."""
    followed = st.session_state.pop("followed", None)
    if followed:
        known = filters.known(found(), followed) | {"doc": documents(), "event": events()}
        st.session_state["unusable"] = filters.unusable(followed, known)
    return st.session_state.get("unusable", [])
