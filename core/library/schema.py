"""The tables of a library, once, for any database that SQLAlchemy speaks; what only SQLite can do is in `core.library.sqlite`.

Instants of the record-keeping (`added`, `at`) are ISO 8601 texts in UTC; instants of the chronology are milliseconds as in `core.when`.
"""

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
)
"""One row a document: its id and which of its versions counts."""

versions = Table(
    "versions",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("document", ForeignKey("documents.key"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("body", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("licence", Text),
    Column("published", Text),
    Column("published_granularity", Text),
    Column("published_source", Text),
    Column("retrieved", Text),
    Column("added", Text, nullable=False),
    UniqueConstraint("document", "number"),
)
"""Texts as they were read, every version of a document; `sha256` is that of the text."""

events = Table(
    "events",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", ForeignKey("documents.key"), nullable=False, index=True),
    Column("start_ms", BigInteger),
    Column("end_ms", BigInteger),
    Column("status", Text, nullable=False),
    Column("granularity", Text, nullable=False),
    Column("row", JSON, nullable=False),
    Index("events_by_start", "start_ms", "end_ms"),
)
"""The events of the versions that count; `row` is the record of `core.table`, the other columns are there to be searched."""

actors = Table(
    "actors",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)

event_actors = Table(
    "event_actors",
    metadata,
    Column("actor", ForeignKey("actors.key"), primary_key=True),
    Column("event", ForeignKey("events.key"), primary_key=True),
    Index("event_actors_by_event", "event"),
)
