"""The tables of a library, once, for any database that SQLAlchemy speaks; what only SQLite can do is in `core.library.sqlite`.

Instants of the record-keeping (`added`, `at`) are ISO 8601 texts in UTC; instants of the chronology are milliseconds as in `core.when`.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
)

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
    Column("pages", JSON(none_as_null=True)),
    Column("origin", Text),
    Column("original", Text),
    UniqueConstraint("document", "number"),
)
"""Texts as they were read, every version of a document; `sha256` is that of the text, `original` that of the file it was read from."""

originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""Files as they were, each once; one that is nothing but its text in UTF-8 is not kept a second time."""

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
    Column("row", JSON(none_as_null=True), nullable=False),
    Column("read", JSON(none_as_null=True)),
    Column("made", Boolean, nullable=False, server_default=false()),
    Column("review", Text, nullable=False, server_default="new"),
    Index("events_by_start", "start_ms", "end_ms"),
)
"""The events of the versions that count; `row` is the record of `core.table` with the decisions in force applied, `read` as it was read
where these have changed it; what people have `made` was never read. The other columns are there to be searched."""

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

event_names = Table(
    "event_names",
    metadata,
    Column("name", Text, primary_key=True),
    Column("event", ForeignKey("events.key"), primary_key=True),
    Index("event_names_by_event", "event"),
    sqlite_with_rowid=False,
)
"""By which other names than those of its actors an event is found when a name becomes another one: its places, who says so, and the names
that it was read with where people have changed these."""

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("who", "at", "kind", "why")),
    *(Column(name, JSON, nullable=False) for name in ("events", "given", "before", "after")),
    Column("undoes", ForeignKey("decisions.number")),
)
"""The log of decisions: rows are added, never changed or removed. `given` is what a decision sets; see `core.library.decisions`."""

decision_events = Table(
    "decision_events",
    metadata,
    Column("decision", ForeignKey("decisions.number"), primary_key=True),
    Column("event", Text, primary_key=True),
    Column("document", ForeignKey("documents.key"), nullable=False, index=True),
    Index("decision_events_by_event", "event"),
)
"""Which events a decision is about, and made, by id: an event may be gone after another reading, and come back after a third."""

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("program", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
)
"""When documents were read, by which version of the program, how many, and how many events that were there before changed."""

ungathered = Table("ungathered", metadata, Column("event", Text, primary_key=True))
"""The ids of events that came, changed or went since happenings were gathered."""

gathered = Table(
    "gathered",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("typical", Text, nullable=False),
)
"""The happenings as they were gathered from what was read, whatever people have decided: the id, and the event that gives the label."""

tellings = Table(
    "tellings",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("event", Text, nullable=False, unique=True),
    Column("gathered", ForeignKey("gathered.key"), nullable=False, index=True),
    Column("day", Integer, index=True),
    Column("pointing", Boolean, nullable=False),
    Column("terms", JSON, nullable=False),
    Column("digest", Text, nullable=False),
)
"""The events that were gathered, in the order in which they came, with what they name; `digest` tells whether one reads differently now."""

terms = Table(
    "terms",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("term", Text, nullable=False, unique=True),
    Column("tellings", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
)
"""How common what tellings name is, and their days ("=18862")."""

named = Table(
    "named",
    metadata,
    Column("document", Text, primary_key=True),
    Column("names", JSON, nullable=False),
)
"""The names that stand in documents, by which two of one matter are known."""

postings = Table(
    "postings",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("telling", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Where tellings are found by their rarest words and their part of the calendar; the key is that of `core.chronology.candidates`."""

happenings = Table(
    "happenings",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("row", JSON, nullable=False),
)
"""The happenings with the decisions in force applied."""

happening_events = Table(
    "happening_events",
    metadata,
    Column("event", Text, primary_key=True),
    Column("happening", ForeignKey("happenings.key"), nullable=False, index=True),
    Column("gathered", Integer, index=True),
    Column("placed", Boolean, nullable=False),
)
"""Of which happening an event tells, and with which group it was told; events that people made, or dated otherwise, were placed in it by
what they say now."""
