"""What a visitor has chosen, and the documents that he looks at: the only reader and writer of st.session_state and of the link.

What there is to look at is the library of the server (`dashboard.shelf`), as it was when the page was last run as a whole: nothing changes
under a visitor's hands in between. What is chosen belongs to one visitor.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from core.chronology import Happening
from core.errors import LibraryError
from core.library import Decision, Entry, Look
from core.table import Row
from core.when import When
from dashboard import filters, shelf, words
from dashboard.contents import Contents, Documents, Events
from dashboard.filters import Filter, View
from dashboard.intake import Handed, Intake
from dashboard.shelf import Shelf
from dashboard.theme import ThemeName
from dashboard.timeline.lanes import LINK, Choice, from_query, to_query, told
from dashboard.zones import WRITTEN, in_zone, zones

VIEWS = Path(__file__).parent / "views"
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


def table() -> pd.DataFrame:
    """The events of all documents, in order of time; those that were rejected only where the filter asks for them."""
    return _contents().whole if "rejected" in shown().reviews else _contents().table


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


def take_in(files: Sequence[Handed], published: When | None) -> None:
    """Begins to put documents into the library; what is done in a moment is there when the page is drawn."""
    now = look()
    reading = Intake(opened().library, files, published=published, titles=now.documents.titles(), texts=now.texts)
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


def complain(problem: str) -> None:
    """Has the page say what was wrong with what was asked for."""
    st.session_state["trouble"] = problem


def trouble() -> str:
    """What was wrong with the last decision, nothing where it went well."""
    return str(st.session_state.get("trouble", ""))


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


def zone() -> str:
    """The zone in which clock times are shown, "" for as they are written."""
    return str(st.session_state.get("zone", WRITTEN))


def said(when: When) -> str:
    """A date in words, its clock time in the zone in which clock times are shown."""
    return words.in_words(in_zone(when, zone()))


def show_in(zone: str) -> None:
    """Shows clock times in a zone."""
    st.session_state["zone"] = zone
    _write_link()


def shown() -> Filter:
    """The filter in force."""
    return st.session_state.get("filter", filters.EVERYTHING)


def show(chosen: Filter) -> None:
    """Puts a filter in force."""
    st.session_state["filter"] = chosen
    _write_link()


def chosen() -> str | None:
    """The id of the event whose excerpt is open."""
    return st.session_state.get("event")


def choose(identifier: str | None) -> None:
    """Opens the excerpt of an event."""
    st.session_state["event"] = identifier
    complain("")
    _write_link()


def last_added() -> Sequence[str]:
    """The ids of the documents that this visitor has added last."""
    last = intake()
    return last.added if last else ()


def widget(key: str) -> object:
    """The value that a widget holds, None before it was drawn."""
    return st.session_state.get(key)


def set_widget(key: str, value: object) -> None:
    """Gives a widget its value; to be called before the widget is drawn."""
    st.session_state[key] = value


def page() -> str:
    """The page that is shown: the last part of its address, "" for the timeline."""
    return str(st.session_state.get("page", ""))


def script(page: str) -> str:
    """The script of a page, that of the timeline where there is no such page."""
    known = {path.stem for path in VIEWS.glob("*.py")}
    return f"dashboard/views/{page if page in known else 'timeline'}.py"


def view() -> View | None:
    """The stretch of time that the visitor came to on the chart, None where he never moved."""
    told = (st.session_state.get("timeline") or {}).get("view")
    if told:
        st.session_state["view"] = tuple(told)
    return st.session_state.get("view")


def opened_at(first: View) -> None:
    """Remembers the view with which the chart opens for everybody: a link need not carry it."""
    st.session_state["first-view"] = first


def _moved_to() -> View | None:
    """The view of the visitor, None where it is the one that everybody begins with."""
    stretch, first = view(), st.session_state.get("first-view")
    same = stretch and first and all(abs(one - other) < 1 for one, other in zip(stretch, first, strict=True))
    return None if same else stretch


def going() -> View | None:
    """The stretch that the chart is to go to, that of a link that was just followed, until it has moved: a run that is broken off tells
    nobody."""
    stretch, left = st.session_state.get("going", (None, None))
    told = _told_view()
    if told is not None and told != left:
        st.session_state.pop("going", None)
        return None
    return stretch


def _told_view() -> list[float] | None:
    """The stretch of time that the chart itself has told."""
    return (st.session_state.get("timeline") or {}).get("view")


def lanes() -> Choice:
    """How the visitor has the lanes made: as he last told on the chart, or as a link did that he followed since."""
    made, left = st.session_state.get("lanes", (Choice(), None))
    asked = (st.session_state.get("timeline") or {}).get("lanes")
    if asked is not None and asked != left:
        made = told(asked)
        st.session_state["lanes"] = (made, asked)
    return made


def note_moves() -> None:
    """Has the link carry where the visitor has come to on the chart, and how its lanes are made."""
    query, last = whole_link(), st.session_state.get("link", {})
    if going() is None and any(query.get(name) != last.get(name) for name in ("view", "by", *LINK)):
        st.query_params.from_dict(query)
        st.session_state["link"] = link()


def whole_link() -> dict[str, list[str]]:
    """Everything that a link can carry now: the filter, the open event, the stretch of time on the chart, and how its lanes are made."""
    query = filters.to_query(shown()) | to_query(lanes())
    if event_id := chosen():
        query["event"] = [event_id]
    if zone():
        query["zone"] = [zone()]
    if stretch := _moved_to():
        query["view"] = [filters.view_text(stretch)]
    return query


def _write_link() -> None:
    query = whole_link()
    if query != link():
        st.query_params.from_dict(query)
    st.session_state["link"] = link()
    st.session_state["unusable"] = []


def link() -> dict[str, list[str]]:
    """What the link carries now."""
    return {name: st.query_params.get_all(name) for name in sorted(st.query_params)}


def follow(query: Mapping[str, list[str]]) -> None:
    """Shows what a query says, and writes it into the link."""
    _take(query)
    _write_link()


def _take(query: Mapping[str, list[str]]) -> None:
    st.session_state["filter"] = filters.from_query(query)
    st.session_state["event"] = (query.get("event") or [None])[-1]
    named = (query.get("zone") or [WRITTEN])[-1]
    st.session_state["zone"] = named if named in zones() else WRITTEN
    st.session_state["lanes"] = (from_query(query), (st.session_state.get("timeline") or {}).get("lanes"))
    if stretch := filters.view_of((query.get("view") or [""])[-1]):
        st.session_state["going"] = (stretch, _told_view())
        st.session_state.pop("timeline", None)
        st.session_state["view"] = stretch


def follow_link(page: str) -> None:
    """Takes over what the link says where somebody else wrote it: a copied link, or the browser's back button.

    Turning to another page drops what the link carried; then it is written again.
    """
    turned = st.session_state.get("page", page) != page
    st.session_state["page"] = page
    now = link()
    if turned and not now:
        _write_link()
    elif now != st.session_state.get("link"):
        _take(now)
        st.session_state["link"] = st.session_state["followed"] = now
        st.session_state["unusable"] = []


def unusable() -> list[str]:
    """What of the link that was followed last finds nothing here."""
    followed = st.session_state.pop("followed", None)
    if followed:
        known = filters.known(table(), followed) | {"doc": documents(), "event": events()}
        st.session_state["unusable"] = filters.unusable(followed, known)
    return st.session_state.get("unusable", [])


def theme() -> ThemeName:
    """The theme that the visitor's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"
