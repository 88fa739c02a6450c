"""A library of generated events, kept in the user's cache folder: `python -m benchmarks.collection [EVENTS ...]` makes it.

The events are those of `crowd.py`, told by documents of twenty sentences; the last event of each and the first of the next count as one
happening, which some date differently. Texts are shelved as a reading of them would be; what they tell of is written down, not gathered.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import platformdirs
from sqlalchemy import Connection, delete, insert

from benchmarks.crowd import crowd
from core.happening import Happening, Version, Weight
from core.library import Library, sqlite
from core.library.schema import gathered, happening_events, happenings, tellings, ungathered
from core.library.transaction import Transaction
from core.meaning import Calendar
from core.model import Actor, Document, Event, Timex
from core.when import DAY, When, civil_from_days

SIZES = (1_000, 10_000, 100_000, 1_000_000)
SENTENCES = 20
"""Events of a document."""
BATCH = 1000 * SENTENCES
"""Events that are written at once."""
TOWNS = ("Aldport", "Brackwater", "Carrow", "Dunmere", "Eastholm", "Farley", "Glenross", "Hartwick")
PUBLISHED = When("2025-06-01")


def library(events: int) -> Path:
    """The file of a library of so many events, made where it is not there yet."""
    path = Path(platformdirs.user_cache_dir("dateline")) / f"benchmark-{events}.db"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        engine = sqlite.engine(unfinished)
        with Library(unfinished) as made:
            for batch in shelves(events):
                made.add_all(batch)
                with Transaction(engine, unfinished, writes=True) as connection:
                    write_happenings(connection, [event for _, told in batch for event in told])
            made.tidy()
        engine.dispose()
        unfinished.rename(path)
    return path


def shelves(events: int) -> Iterator[list[tuple[Document, list[Event]]]]:
    """The documents with their events, many at a time."""
    table = crowd(events)
    for first in range(0, events, BATCH):
        rows = table.iloc[first : first + BATCH].to_dict("records")
        yield [document(first + place, rows[place : place + SENTENCES]) for place in range(0, len(rows), SENTENCES)]


def document(first: int, rows: list[dict[str, Any]]) -> tuple[Document, list[Event]]:
    """A document that tells of these rows of a crowd, of which the first has that number, a sentence each; and its events."""
    number = first // SENTENCES
    dates = [when(row) for row in rows]
    sentences = [sentence(row, date) for row, date in zip(rows, dates, strict=True)]
    town = TOWNS[number % len(TOWNS)]
    named = {"title": f"Notes from {town}, number {number}", "publisher": f"The {town} Courier"}
    told = Document(f"notes-{number}", " ".join(sentences), PUBLISHED, "given with the document", **named)
    events, start = [], 0
    for row, date, text in zip(rows, dates, sentences, strict=True):
        excerpt, deciding = told.span(start, start + len(text)), told.span(start + 3, start + 3 + len(date.edtf))
        timex = Timex(deciding, "DATE", date.edtf, "iso-date", Calendar(), date)
        actors = tuple(Actor(name) for name in row["actors"])
        places = (Actor(town),) if len(text) % 3 == 0 else ()
        given = {"status": row["status"], "extent": row["extent"], "published": PUBLISHED}
        id = f"{told.id}:{deciding.start}-{deciding.end}"
        events.append(Event(id, date, row["label"], excerpt, (timex,), (excerpt,), actors=actors, places=places, **given))
        start += len(text) + 1
    return told, events


def when(row: dict[str, Any]) -> When:
    """The date of a row of a crowd."""
    start, end = int(row["start_ms"]), int(row["end_ms"])
    if row["extent"] == "span":
        return When(f"{day(start)}/{day(end)}", "day")
    granularity = row["granularity"]
    clock = f"T{start // 60_000 % 1440 // 60:02d}:{start // 60_000 % 60:02d}Z"
    edtf = {"year": day(start)[:4], "month": day(start)[:7], "minute": day(start) + clock}.get(granularity, day(start))
    return When(f"{edtf}~" if row["approximate"] and granularity != "minute" else edtf, granularity)


def day(instant: int) -> str:
    """The day of an instant."""
    year, month, day = civil_from_days(instant // DAY)
    return f"{year:04d}-{month:02d}-{day:02d}"


def sentence(row: dict[str, Any], date: When) -> str:
    """What the text says."""
    heard = " and ".join(row["actors"]) or "nobody who gave a name"
    return f"In {date.edtf} {row['label']}, as {heard} told those who had waited before the old customs house since the morning."


def write_happenings(connection: Connection, events: list[Event]) -> None:
    """Write down what the events tell of, as gathering would."""
    told, of = [], []
    key = connection.exec_driver_sql("select coalesce(max(key), 0) from happenings").scalar_one()
    for place, event in enumerate(events):
        if place and place % SENTENCES == 0:
            told[-1] = (key, happening([events[place - 1], event]))
        else:
            key += 1
            told.append((key, happening([event])))
        of.append((event, key))
    connection.execute(insert(gathered), [{"key": key, "id": each.id, "typical": each.events[0]} for key, each in told])
    rows = [{"happening": msgspec.to_builtins(each), "position": 0.5, "mentions": len(each.events)} for _, each in told]
    connection.execute(insert(happenings), [{"key": key, "id": each.id, "row": row} for (key, each), row in zip(told, rows, strict=True)])
    same = {"pointing": False, "terms": {}, "digest": ""}
    connection.execute(
        insert(tellings), [{"event": event.id, "gathered": key, "day": (event.when.start or 0) // DAY, **same} for event, key in of]
    )
    connection.execute(
        insert(happening_events), [{"event": event.id, "happening": key, "gathered": key, "placed": False} for event, key in of]
    )
    connection.execute(delete(ungathered))


def happening(events: list[Event]) -> Happening:
    """What these events tell of."""
    first = events[0]
    dates = tuple(
        Version(date, tuple(event.id for event in events if event.when.edtf == date)) for date in {e.when.edtf: 0 for e in events}
    )
    disputed = ("date",) if len(dates) > 1 else ()
    names = tuple(dict.fromkeys(actor.name for event in events for actor in event.actors))
    documents = tuple(dict.fromkeys(event.document for event in events))
    ids = tuple(event.id for event in events)
    weight = Weight(0.0, "")
    return Happening(
        first.id, first.label, first.when.edtf, dates, (), disputed, ids, documents, "2025-06-01", len(documents), names, weight
    )


def main() -> None:
    """Makes them."""
    for events in map(int, sys.argv[1:] or SIZES):
        print(library(events), flush=True)


if __name__ == "__main__":
    main()
