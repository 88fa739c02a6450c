"""What only SQLite can do: opening in WAL mode, full text search, copies while others write, and the check of the file itself."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, TextClause, create_engine, event, text

from core.errors import LibraryError

WAIT_MS = 60_000
"""How long a writer waits for another one."""

# Scripts that are written without spaces: FTS5 would take a whole run for one word, so each character becomes a word.
UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
PREFIX = 3
"""The shortest beginning of a word that is looked for: a shorter one begins half of all words."""

# Letters, digits and marks in runs.
WORD = re.compile(r"\w+")


def engine(path: Path) -> Engine:
    """An engine on the file, whose transactions take the write lock when they begin, so that a reader never turns writer midway."""
    made = create_engine(
        f"sqlite:///{path}",
        connect_args={"timeout": WAIT_MS / 1000},
        json_serializer=lambda value: msgspec.json.encode(value).decode(),
        json_deserializer=msgspec.json.decode,
    )

    @event.listens_for(made, "connect")
    def configure(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver opens no transactions of its own
        for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = on", f"busy_timeout = {WAIT_MS}"):
            connection.execute(f"pragma {pragma}")

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("begin immediate" if connection.get_execution_options().get("writes") else "begin")

    return made


def words(value: str) -> str:
    """A text as the index holds it: surrogates out, compatibility forms folded, characters of unspaced scripts apart.

    >>> words("Talks in 多哈")
    'Talks in  多  哈 '
    """
    if value.isascii():
        return value
    clean = value.encode("utf-8", "replace").decode("utf-8")
    return UNSPACED.sub(r" \1 ", unicodedata.normalize("NFKC", clean))


def query(words_given: str, names: Iterable[str] = ()) -> str:
    """What a person typed, as an FTS5 query that can only be a list of words: all of them, the last one as a prefix if it is no short one.

    With `names`, one of these must stand among the actors too: the index meets both sooner than a table could.

    >>> query('doha "talks'), query("doha", ["Mullah Omar", "NATO"])
    ('"doha" AND "talks"*', '"doha"* AND actors : ("mullah omar" OR "nato")')
    """
    found = WORD.findall(words(words_given))
    match = " AND ".join(f'"{word}"' for word in found) + ("*" if found and len(found[-1]) >= PREFIX else "")
    named = [" ".join(WORD.findall(words(name).lower())) for name in names]
    return (
        f"{match} AND actors : ({' OR '.join(f'{chr(34)}{name}{chr(34)}' for name in named)})" if match and named and all(named) else match
    )


SEARCH = (
    "create virtual table events_fts using fts5(label, excerpt, actors, tokenize = 'unicode61 remove_diacritics 2')",
    "create virtual table documents_fts using fts5(title, body, tokenize = 'unicode61 remove_diacritics 2')",
)

UNREVIEWED = ("update events set row = json_set(row, '$.review', 'new', '$.tags', json('[]'), '$.comment', null)",)
"""What the rows of a library of revision 0001 lack."""

UNPAGED = tuple(f"update events set {column} = json_set({column}, '$.page', null) where {column} is not null" for column in ("row", "read"))
"""What the rows of a library of revision 0002 lack."""

UNTOLD = tuple(
    f"update events set {column} = json_set({column}, '$.status_cue', null, '$.notes', json('[]'), '$.roles', json('{{}}'))"
    f" where {column} is not null"
    for column in ("row", "read")
)
"""What the rows of a library of revision 0003 lack."""

UNMODIFIED = tuple(
    f"update events set {column} = json_set({column}, '$.mod', null) where {column} is not null" for column in ("row", "read")
)
"""What the rows of a library of revision 0005 lack."""

_NAMING = "insert or ignore into event_names select"
NAMED = (
    *(
        f"{_NAMING} value, events.key from events, json_each({column}, '$.{name}') where {column} is not null"
        for column, name in (("row", "places"), ("read", "places"), ("read", "actors"))
    ),
    *(
        f"{_NAMING} json_extract({column}, '$.speaker'), key from events where json_extract({column}, '$.speaker') is not null"
        for column in ("row", "read")
    ),
    *(
        f"{_NAMING} json_each.key, events.key from events, json_each({column}, '$.roles')"
        " where not exists (select 1 from actors join event_actors on event_actors.actor = actors.key"
        " where event_actors.event = events.key and actors.name = json_each.key)"
        for column in ("row", "read")
    ),
)
"""What a library of revision 0006 lacks: the names in its events besides those of actors."""

APPEND_ONLY = tuple(
    f"create trigger decisions_{word} before {word} on decisions begin select raise(abort, 'the log of decisions is only added to'); end"
    for word in ("update", "delete")
)


def post(connection: Connection, entries: Sequence[tuple[int, int]]) -> None:
    """Put tellings into the lists in which they are looked for, by the keys of both: millions of rows, so that each counts."""
    if entries:
        connection.exec_driver_sql("insert into postings (key, telling) values (?, ?)", list(entries))


def posted(connection: Connection, keys: Sequence[int]) -> list[tuple[int, int]]:
    """Which tellings stand in some of these lists, by the keys of both, in order."""
    asked = "select key, telling from postings where key in (select value from json_each(?)) order by key, telling"
    return [(key, k) for key, k in connection.exec_driver_sql(asked, (msgspec.json.encode(keys).decode(),))] if keys else []


def index_events(connection: Connection, rows: Sequence[tuple[int, dict[str, Any]]]) -> None:
    """Put events into the full text index, by key."""
    connection.execute(
        text("insert into events_fts(rowid, label, excerpt, actors) values (:key, :label, :excerpt, :actors)"),
        [
            {"key": key, "label": words(row["label"]), "excerpt": words(row["excerpt"]), "actors": words(" ".join(row["actors"]))}
            for key, row in rows
        ],
    )


def index_documents(connection: Connection, texts: Sequence[tuple[int, str | None, str]]) -> None:
    """Put documents into the full text index, each by its key with its title and body, in the place of what stands there."""
    connection.execute(
        text("insert or replace into documents_fts(rowid, title, body) values (:key, :title, :body)"),
        [{"key": key, "title": words(title or ""), "body": words(body)} for key, title, body in texts],
    )


def events_with(match: str) -> TextClause:
    """A subquery: the keys of the events that an FTS5 query finds."""
    return text("select rowid from events_fts where events_fts match :match").bindparams(match=match)


def forget_document(connection: Connection, key: int) -> None:
    """Take a document out of the full text index, by key."""
    connection.execute(text("delete from documents_fts where rowid = :key"), {"key": key})


def documents_with(connection: Connection, match: str, limit: int) -> list[str]:
    """The ids of the documents that an FTS5 query finds, best first."""
    found = text(
        "select id from documents_fts join documents on documents.key = documents_fts.rowid"
        " where documents_fts match :match order by rank limit :limit"
    )
    return list(connection.execute(found, {"match": match, "limit": limit}).scalars())


def forget_events(connection: Connection, keys: Sequence[int]) -> None:
    """Take events out of the full text index, by key."""
    if keys:
        connection.execute(text("delete from events_fts where rowid = :key"), [{"key": key} for key in keys])


def optimise(connection: Connection) -> None:
    """Let the query planner know how large the tables have become: without it a search over three of them takes seconds."""
    connection.exec_driver_sql("pragma analysis_limit = 1000")
    connection.exec_driver_sql("analyze")


def copy(source: Path, target: Path) -> None:
    """A whole copy of a library, taken while others may write.

    Raises LibraryError when the source is damaged or the target cannot be written.
    """
    try:
        with _open(source) as origin, _open(target) as destination:
            origin.backup(destination)
    except sqlite3.Error as error:
        room = isinstance(error, sqlite3.OperationalError)
        way_out = (
            "check that the disk has room and may be written" if room else "it is damaged: take a backup that dateline check calls sound"
        )
        raise LibraryError(f"{source}: could not be copied to {target}: {error}; {way_out}") from error


class _open:
    """A plain connection that is closed at the end of a with block (sqlite3's own only commits)."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, timeout=WAIT_MS / 1000)

    def __enter__(self) -> sqlite3.Connection:
        return self.connection

    def __exit__(self, *_: object) -> None:
        self.connection.close()


def faults(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with the file: damaged pages, dangling rows, an index that lost its text."""
    found = [str(line) for (line,) in connection.exec_driver_sql("pragma integrity_check(20)") if line != "ok"]
    found += [f"dangling row {rowid} in {table}" for table, rowid, *_ in connection.exec_driver_sql("pragma foreign_key_check")]
    return found
