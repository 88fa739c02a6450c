import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, inspect

from core.errors import LibraryError
from core.library import Decision, Library, Wanted, backup, migrate, place, restore, sqlite
from core.library.rows import holding
from core.library.transaction import Transaction
from core.meaning import Calendar
from core.model import Actor, Document, Event, Span, Timex
from core.readers import read
from core.table import LATER, row
from core.when import When

TEXT = "The talks began on 9 October 2021. 会谈在多哈举行。 بدأت المحادثات في الدوحة."


def telling(
    document: Document, start: int = 0, end: int = 34, *, when: str = "2021-10-09", actors: tuple[str, ...] = ("Taliban",)
) -> Event:
    timex = Timex(document.span(start, end), "DATE", when, "made", Calendar(year=2021), When(when))
    excerpt = document.span(start, end)
    names = tuple(Actor(name) for name in actors)
    return Event(f"{document.id}:{start}-{end}", When(when), "Talks begin", excerpt, (timex,), (excerpt,), actors=names)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as opened:
        yield opened


def test_a_document_comes_back_as_it_was(library: Library) -> None:
    document = Document("talks", TEXT, When("2021-10", mod=None), "front matter", title="The talks", url="https://example.org/a", body=4)
    assert library.add(document, [telling(document)]) == "new"
    back = library.document("talks")
    assert (back.text, back.published, back.published_source, back.title, back.url, back.body) == (
        TEXT,
        When("2021-10"),
        "front matter",
        "The talks",
        "https://example.org/a",
        4,
    )
    assert [(d.id, d.version, d.events) for d in library.documents()] == [("talks", 1, 1)]


def test_a_document_may_come_twice_at_once(library: Library) -> None:
    first, second = Document("talks", TEXT), Document("talks", "Later. " + TEXT)
    other = Document("other", TEXT)
    shelf = [(first, [telling(first)]), (first, [telling(first)]), (second, [telling(second, 7, 41)]), (other, [telling(other)])]
    assert library.add_all(shelf) == ["new", "same", "version", "new"]
    assert [(d.id, d.version, d.events) for d in library.documents()] == [("other", 1, 1), ("talks", 2, 1)]
    assert sorted(event["id"] for event in library.events()) == ["other:0-34", "talks:7-41"]
    assert library.search("later") == ["talks"]
    assert library.faults() == []


def test_the_same_again_changes_nothing_and_a_changed_text_is_a_version(library: Library) -> None:
    first = Document("talks", TEXT)
    library.add(first, [telling(first)])
    assert library.has(first)
    assert library.add(first, [telling(first)]) == "same"
    second = Document("talks", "Later. " + TEXT)
    assert not library.has(second)
    assert library.add(second, [telling(second, 7, 41, when="2021-10-10")]) == "version"
    assert [e["edtf"] for e in library.events()] == ["2021-10-10"]
    assert library.document("talks").text == second.text
    assert library.document("talks", version=1).text == TEXT
    assert library.faults() == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["a", "b", "c"]),
        (Wanted(actors=("Taliban",)), ["a", "c"]),
        (Wanted(start=When("2021").start), ["b", "c"]),
        (Wanted(end=When("2021").start), ["a"]),
        (Wanted(start=When("2020").start, end=When("2021-06").end), ["a", "b"]),
        (Wanted(words="talks"), ["a", "b", "c"]),
        (Wanted(words="talks doh", documents=("b",)), ["b"]),
        (Wanted(words='" OR * --'), []),
        (Wanted(words="NATO"), ["b"]),
        (Wanted(statuses=("denied",)), []),
        (Wanted(limit=1), ["a"]),
    ],
)
def test_events_are_found_by_actor_time_and_words(library: Library, wanted: Wanted, found: list[str]) -> None:
    for id, when, actors in [("c", "2021-10-09", ("Taliban", "US")), ("a", "2020-02", ("Taliban",)), ("b", "2021", ("NATO",))]:
        document = Document(id, "Talks in Doha went on for a while.")
        library.add(document, [telling(document, when=when, actors=actors)])
    assert [e["document"] for e in library.events(wanted)] == found


@pytest.mark.parametrize("words", ["talks", "OCTOBER 2021", "多哈", "举行", "المحادثات", "octo"])
def test_documents_are_found_in_any_script(library: Library, words: str) -> None:
    library.add(Document("talks", TEXT), [])
    library.add(Document("other", "Nothing of the kind. 多伦多"), [])
    assert library.search(words) == ["talks"]
    assert library.search("") == []


def test_a_fault_is_told(library: Library) -> None:
    document = Document("talks", TEXT)
    library.add(document, [replace(telling(document), excerpt=Span("talks", 0, 34, "The talks never began."))])
    with sqlite3.connect(library.path) as connection:
        connection.execute("insert into event_actors values (77, 78)")
    connection.close()
    assert [f.split(":")[0] for f in library.faults()] == [
        "dangling row 2 in event_actors",
        "dangling row 2 in event_actors",
        "event talks",
    ]


def test_a_backup_is_a_library(library: Library, tmp_path: Path) -> None:
    library.add(Document("talks", TEXT), [])
    backup(library.path, tmp_path / "copy.db")
    with Library(tmp_path / "copy.db") as copy:
        assert [d.id for d in copy.documents()] == ["talks"]
    with pytest.raises(LibraryError, match="there is a file already"):
        backup(library.path, tmp_path / "copy.db")
    with pytest.raises(LibraryError, match="there is no library yet"):
        backup(tmp_path / "none.db", tmp_path / "more.db")


def test_a_backup_is_restored_and_what_stood_there_is_kept(library: Library, tmp_path: Path) -> None:
    library.add(Document("talks", TEXT), [])
    backup(library.path, tmp_path / "copy.db")
    library.add(Document("later", TEXT), [])
    library.close()
    before = restore(tmp_path / "copy.db", library.path)
    assert before
    for path, ids in ((library.path, ["talks"]), (before, ["later", "talks"])):
        with Library(path) as opened:
            assert [d.id for d in opened.documents()] == ids
    assert not list(tmp_path.glob("*.part*"))


def test_a_backup_takes_the_place_of_a_damaged_library(library: Library, tmp_path: Path) -> None:
    library.add(Document("talks", TEXT), [])
    backup(library.path, tmp_path / "copy.db")
    library.close()
    library.path.write_bytes(b"no longer a database " * 500)
    before = restore(tmp_path / "copy.db", library.path)
    assert before and before.read_bytes().startswith(b"no longer")
    with Library(library.path) as opened:
        assert [d.id for d in opened.documents()] == ["talks"]


def test_a_damaged_backup_changes_nothing(library: Library, tmp_path: Path) -> None:
    library.add(Document("talks", TEXT), [])
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"no database, but as long as one " * 500)
    with pytest.raises(LibraryError, match="not a database; it is damaged: take a backup that dateline check calls sound"):
        restore(bad, library.path)
    cut = tmp_path / "cut.db"
    library.close()
    cut.write_bytes(library.path.read_bytes()[:30_000])
    with pytest.raises(LibraryError, match="malformed; it is damaged"):
        restore(cut, library.path)
    assert [d.id for d in library.documents()] == ["talks"]


def test_the_migrations_make_just_what_a_new_library_is(library: Library, tmp_path: Path) -> None:
    def shape(path: Path) -> tuple[dict[str, object], list[tuple[str, str]]]:
        found = inspect(create_engine(f"sqlite:///{path}", poolclass=NullPool))
        names = found.get_table_names()
        with sqlite3.connect(path) as connection:
            made = "select name, sql from sqlite_master where type = 'trigger' or sql like '%virtual%'"
            texts = [(name, " ".join(sql.split()).lower()) for name, sql in connection.execute(f"{made} order by name")]
        connection.close()
        return {
            n: (
                sorted((c["name"], str(c["type"]), c["nullable"], c["default"]) for c in found.get_columns(n)),
                sorted((i["name"], i["column_names"]) for i in found.get_indexes(n)),
                sorted((f["constrained_columns"], f["referred_table"]) for f in found.get_foreign_keys(n)),
                found.get_pk_constraint(n)["constrained_columns"],
            )
            for n in names
        }, texts

    engine = sqlite.engine(tmp_path / "migrated.db")
    migrate.run(engine)
    assert migrate.revision(engine) == migrate.HEAD
    engine.dispose()
    assert shape(library.path) == shape(tmp_path / "migrated.db")


def test_what_is_no_library_is_refused_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("create table mine (a)")
    connection.close()
    with pytest.raises(LibraryError, match=r"no library of dateline; choose another place"):
        Library(other)
    text = tmp_path / "text.db"
    text.write_text("I am a text, and long enough to be looked at as a database file. " * 20)
    before = text.read_bytes()
    with pytest.raises(LibraryError, match=r"not a database; it is damaged or no library; restore a backup"):
        Library(text)
    assert text.read_bytes() == before


def test_a_library_of_a_newer_program_is_refused(library: Library) -> None:
    with sqlite3.connect(library.path) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()
    with pytest.raises(LibraryError, match="update dateline"):
        Library(library.path)


def test_a_library_that_was_cut_off_says_what_to_do(library: Library, tmp_path: Path) -> None:
    library.add(Document("talks", TEXT * 5000), [])
    library.close()
    cut = tmp_path / "cut.db"
    shutil.copy(library.path, cut)
    with cut.open("r+b") as file:
        file.truncate(cut.stat().st_size // 2)
    with pytest.raises(LibraryError, match="restore a backup"), Library(cut) as damaged:
        assert damaged.faults()
        damaged.document("talks")


def test_the_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_LIBRARY", str(tmp_path / "mine.db"))
    assert place() == tmp_path / "mine.db"
    assert place("given.db") == Path("given.db")
    assert place("sqlite:///given.db") == Path("given.db") and place("sqlite:////srv/given.db") == Path("/srv/given.db")
    for url in ("postgresql://user:secret@host/name", "sqlite://", "sqlite:///"):
        with pytest.raises(LibraryError, match="give --library a path, or sqlite:///path") as error:
            place(url)
        assert "secret" not in str(error.value)
    monkeypatch.delenv("DATELINE_LIBRARY")
    assert place().name == "library.db"


def test_head_is_the_newest_migration() -> None:
    names = sorted(p.name for p in Path(migrate.__file__).with_name("migrations").glob("versions/*.py"))
    assert names[-1].startswith(migrate.HEAD)


def test_the_file_of_a_document_is_kept_as_it_was(library: Library, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"<html><body><article><p>The pier opened on 3 May 2019.</p></article></body></html>")
    plain = tmp_path / "plain.txt"
    plain.write_text("The pier opened on 3 May 2019.")
    for document in read(page, plain):
        library.add(document, [])
    assert library.original("page") == page.read_bytes()
    assert library.original("plain") == plain.read_bytes()
    with sqlite3.connect(library.path) as connection:
        assert connection.execute("select count(*) from originals").fetchone() == (1,)  # a plain text is its own file
    connection.close()
    assert library.document("page").origin == str(page)
    with pytest.raises(LibraryError, match="no file was kept of this document"):
        library.add(Document("talks", TEXT), [])
        library.original("talks")
    old = page.read_bytes()
    page.write_bytes(old.replace(b"3 May", b"4 May"))
    library.add(next(read(page)), [])
    assert (library.original("page"), library.original("page", version=1)) == (page.read_bytes(), old)
    assert library.faults() == []


def test_pages_come_back(library: Library) -> None:
    library.add(Document("paper", "One.\n\nTwo.", pages=(0, 6)), [])
    assert library.document("paper").pages == (0, 6)


def test_the_names_in_a_library_of_an_older_program_are_found(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    engine = sqlite.engine(path)
    migrate.run(engine, "0006")
    engine.dispose()
    read_as = {
        "label": "It sank",
        "excerpt": "It sank.",
        "actors": ["Ada"],
        "places": ["Lorn"],
        "speaker": None,
        "roles": {"Lorn": "harbour"},
    }
    rows = {
        "a:0": {**read_as, "places": ["Lorne", "Marle"], "speaker": "Ben", "roles": {"Lorne": "harbour"}},
        "a:1": {**read_as, "actors": ["Ada Moe"], "roles": {"Cay": "mayor"}},
    }
    with sqlite3.connect(path) as connection:
        connection.execute("insert into documents values (1, 'a', 1)")
        for key, (id, told) in enumerate(rows.items(), 1):
            values = (key, id, json.dumps({"id": id, **told}), json.dumps(read_as))
            connection.execute(
                "insert into events (key, id, document, status, granularity, row, read) values (?, ?, 1, '', 'day', ?, ?)", values
            )
            connection.execute("insert into actors values (?, ?)", (key, told["actors"][0]))
            connection.execute("insert into event_actors values (?, ?)", (key, key))
    connection.close()
    with Library(path) as library, Transaction(library._engine, path, writes=False) as transaction:
        found = {name: holding(transaction, [name]) for name in "Ada Lorn Lorne Marle Ben Cay harbour".split()}
        assert found == {"Ada": [*rows], "Lorn": [*rows], "Lorne": ["a:0"], "Marle": ["a:0"], "Ben": ["a:0"], "Cay": ["a:1"], "harbour": []}


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004", "0005", "0006"])
def test_a_library_of_an_older_program_is_brought_forward(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "old.db"
    engine = sqlite.engine(path)
    migrate.run(engine, revision)
    engine.dispose()
    later = {"review": "new", "tags": [], "comment": None, **LATER}
    told = {name: value for name, value in row(telling(Document("talks", TEXT))).items() if name not in later}
    extra = {} if revision == "0001" else {"review": "new", "tags": [], "comment": None} | ({"page": None} if revision > "0002" else {})
    extra |= LATER if revision >= "0004" else {}
    with sqlite3.connect(path) as connection:
        connection.execute("insert into documents values (1, 'talks', 1)")
        sha = hashlib.sha256(TEXT.encode()).hexdigest()
        columns = "document, number, sha256, text, body, language, added"
        connection.execute(f"insert into versions ({columns}) values (1, 1, ?, ?, 0, 'en', '2026')", (sha, TEXT))
        values = ("talks:0-34", told["status"], json.dumps({**told, **extra}))
        connection.execute("insert into events (id, document, status, granularity, row) values (?, 1, ?, 'day', ?)", values)
        if revision >= "0005":
            connection.execute("insert into ungathered values ('talks:0-34')")
    connection.close()
    with Library(path) as library:
        (now,) = library.events()
        assert now == {**told, **later}
        assert [happening.events for happening in library.happenings()] == [(now["id"],)]
        library.decide(Decision("accept", (now["id"],)))
        assert library.faults() == []
    assert (tmp_path / f"old.db.{revision}.bak").exists()
