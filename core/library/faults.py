"""What is wrong with a library: damaged pages, dangling rows, texts and excerpts that are not what was kept, and its happenings."""

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, select

from core.library import sqlite
from core.library.rows import ABSORBED
from core.library.schema import documents, events, happening_events, happenings, originals, ungathered, versions


def faults(connection: Connection) -> list[str]:
    """What is wrong with a library, a line each."""
    return [*sqlite.faults(connection), *_of_happenings(connection), *_of_documents(connection)]


def _of_happenings(connection: Connection) -> list[str]:
    """What is wrong with the happenings, a line each; what is still to be gathered is no fault."""
    pending = select(ungathered.c.event)
    shown = select(events.c.id).where(events.c.review.not_in(("rejected", ABSORBED)))
    lost = shown.where(events.c.id.not_in(select(happening_events.c.event)), events.c.id.not_in(pending))
    found = [f"event {id}: it stands in no happening" for id in connection.execute(lost).scalars()]
    gone = select(happening_events.c.event).where(happening_events.c.event.not_in(shown), happening_events.c.event.not_in(pending))
    found += [f"event {id}: a happening tells of it, but it is not there" for id in connection.execute(gone).scalars()]
    of: dict[int, set[str]] = {}
    for event, key in connection.execute(select(happening_events.c.event, happening_events.c.happening)):
        of.setdefault(key, set()).add(event)
    for key, id, row in connection.execute(select(happenings).execution_options(yield_per=1000)):
        if {*row["happening"]["events"]} != of.get(key, set()):
            found.append(f"happening {id}: its events are not those that tell of it")
    return found


def _of_documents(connection: Connection) -> Iterator[str]:
    """Excerpts that do not stand in their document, and files and texts that are not what was kept."""
    query = (
        select(events.c.id, events.c.row, versions.c.text)
        .join(documents, events.c.document == documents.c.key)
        .join(versions, (versions.c.document == documents.c.key) & (versions.c.number == documents.c.version))
    )
    for id, told, whole in connection.execute(query.execution_options(yield_per=1000)):
        if whole[told["excerpt_start"] : told["excerpt_end"]] != told["excerpt"]:
            yield f"event {id}: its excerpt is not what stands in the document"
    for sha, content in connection.execute(select(originals.c.sha256, originals.c.content).execution_options(yield_per=1)):
        if sha256(content).hexdigest() != sha:
            yield f"file {sha[:12]}: it is not as it was kept"
    for number, whole, sha in connection.execute(select(versions.c.key, versions.c.text, versions.c.sha256)):
        if sha256(whole.encode("utf-8", "surrogatepass")).hexdigest() != sha:
            yield f"version {number}: its text is not the one that was read"
