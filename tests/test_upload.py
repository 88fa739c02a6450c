"""What a person hands over becomes documents of the library, whatever it is called and whatever is in it; and it can be stopped."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library import Library
from core.readers import same_words
from core.when import When
from dashboard.intake import Handed, Intake
from dashboard.upload import GIVEN, file_name
from tests.test_fetch import HTML, Server, answer, fetcher


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as opened:
        yield opened


def taken_in(library: Library, *files: Handed, published: When | None = None) -> Intake:
    """The files, read to their end."""
    there = {shelved.id: library.document(shelved.id) for shelved in library.documents()}
    titles = {id: document.title or id for id, document in there.items()}
    intake = Intake(library, files, published=published, titles=titles, texts={same_words(document): id for id, document in there.items()})
    intake.start(60)
    assert intake.done
    return intake


def test_text_becomes_a_document_with_the_date_that_was_given(library: Library) -> None:
    intake = taken_in(library, Handed("letters/Minutes.txt", b"The board met on Monday."), published=When("2021-10-12"))
    document = library.document("Minutes")
    assert (document.text, document.published, document.published_source) == ("The board met on Monday.", When("2021-10-12"), GIVEN)
    assert (intake.added, intake.events, intake.problems, intake.share) == (["Minutes"], 1, [], 1.0)
    assert [told["edtf"] for told in library.events()] == ["2021-10-11"]


def test_a_folder_is_read_with_its_folders(library: Library) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("old/May.txt", "The pier opened on 3 May 1916.")
    intake = taken_in(
        library,
        Handed("letters/May.txt", b"The board met on 9 May 2019."),
        Handed("letters/1917/May.txt", b"The quay closed on 9 May 1917."),
        Handed("letters/1917/bad.txt", b""),
        Handed("letters/more.zip", packed.getvalue()),
    )
    assert sorted(intake.added) == ["1917/May", "May", "more/old/May"] and intake.events == 3
    assert [problem.split()[0] for problem in intake.problems] == ["letters/1917/bad.txt"]


def test_the_title_that_was_given_wins(library: Library) -> None:
    text = "---\ntitle: Theirs\n---\nThe board met in 20{}."
    for number, title in (("19", "Mine"), ("20", "")):
        taken_in(library, Handed("a.md", text.format(number).encode(), title))
    assert [library.document(id).title for id in ("a", "a-2")] == ["Mine", "Theirs"]


def test_each_line_of_json_lines_is_a_document_and_a_taken_id_gets_a_number(library: Library) -> None:
    taken_in(library, Handed("a.txt", b"Zero."))
    lines = b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n'
    assert taken_in(library, Handed("two.jsonl", lines)).added == ["a-2", "b"]


def test_the_same_text_is_not_added_again(library: Library) -> None:
    taken_in(library, Handed("a.txt", b"The board met in 2019.", "Minutes"))
    intake = taken_in(library, Handed("b.txt", b"The board met in 2019.\n"), Handed("c.txt", b"One."), Handed("d.txt", b"One."))
    assert intake.added == ["c"] and intake.problems == [
        "b: the same text is there already as 'Minutes'",
        "d: the same text is there already as 'c'",
    ]


def test_a_zip_of_many_is_read_and_the_file_is_kept(library: Library) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(60):
            archive.writestr(f"minutes/{number}.txt", f"The board of Ostby met on {number % 28 + 1} May {1900 + number}.")
        archive.writestr("picture.txt", bytes(range(256)) * 20)
    intake = taken_in(library, Handed("minutes.zip", stream.getvalue()))
    assert (len(intake.added), intake.events, len(intake.problems)) == (60, 60, 1)
    assert "picture.txt" in intake.problems[0] and "/tmp" not in intake.problems[0]
    assert library.original(intake.added[0]) == stream.getvalue() and library.faults() == []
    assert library.documents()[0].origin == "minutes.zip"


def test_an_address_is_fetched_and_its_page_kept(library: Library) -> None:
    server = Server(lambda connection, _: connection.sendall(answer()))
    files = [Handed(server.url(), address=server.url()), Handed("http://10.0.0.1/", address="http://10.0.0.1/")]
    intake = Intake(library, files, fetcher=fetcher(resolve=lambda host, _: ["10.0.0.1" if host == "10.0.0.1" else "127.0.0.1"]))
    intake.start(60)
    server.close()
    (there,) = library.documents()
    assert (intake.added, there.url, there.origin) == ([there.id], server.url(), server.url())
    assert library.original(there.id) == HTML and intake.events == 1
    assert len(intake.problems) == 1 and "10.0.0.1, which is no public address" in intake.problems[0] and intake.whole == intake.read == 2


def test_the_pace_tells_how_fast_and_how_long_still(library: Library) -> None:
    files = [Handed(f"{number}.txt", f"The board met on 3 May {1900 + number}.".encode()) for number in range(4)]
    intake = Intake(library, [*files, Handed("bad.txt", b"")])
    assert intake.pace is None
    paces = []
    put = library.add_all
    library.add_all = lambda batch: (paces.append((intake.pace, intake.read)), put(batch))[1]  # type: ignore[assignment, method-assign, misc]
    intake.start(60)
    ((rate, left), done) = paces[-1]
    assert rate > 0 and left == pytest.approx((5 - done) / rate)
    assert intake.pace is not None and intake.pace[1] == 0 and intake.share == 1.0


def test_what_is_stopped_leaves_nothing_half_done(library: Library) -> None:
    files = [Handed(f"{number}.txt", f"The board of Ostby met on 3 May {1900 + number}.".encode()) for number in range(30)]
    intake = Intake(library, files)
    put = library.add_all

    def stop(batch: object) -> object:
        intake.stop()
        return put(batch)  # type: ignore[arg-type]

    library.add_all = stop  # type: ignore[assignment, method-assign]
    intake.start(60)
    assert intake.done
    there = [shelved.id for shelved in library.documents()]
    assert sorted(intake.added) == sorted(there) and library.faults() == []
    assert len(list(library.events())) == len(there) == intake.events
    again = Intake(library, files)
    again.stop()
    again.start(60)
    assert again.added == [] and len(library.documents()) == len(there)


def test_a_library_that_cannot_be_written_is_said(library: Library) -> None:
    library.close()
    library.path.unlink()
    library.path.mkdir()  # no file can be there
    intake = Intake(library, [Handed("a.txt", b"The board met in 2019.")])
    intake.start(60)
    assert intake.added == [] and "broken off" in intake.problems[0]


@pytest.mark.parametrize(
    ("name", "content"), [("empty.txt", b""), ("picture.txt", bytes(range(256)) * 20), ("broken.md", b"---\na: [\n---\nb")]
)
def test_what_cannot_be_read_is_said_under_its_own_name(library: Library, name: str, content: bytes) -> None:
    intake = taken_in(library, Handed(name, content))
    assert not intake.added
    assert len(intake.problems) == 1 and intake.problems[0].startswith(name)


@given(st.text())
def test_no_name_leads_out_of_a_folder(name: str) -> None:
    safe = file_name(name)
    assert safe and not set('/\\<>:"|?*\0') & set(safe) and not safe.startswith(".")


@given(st.text(max_size=40), st.binary(max_size=200))
def test_anything_is_read_or_named_as_a_problem(name: str, content: bytes) -> None:
    with TemporaryDirectory() as folder, Library(Path(folder, "library.db")) as library:
        intake = taken_in(library, Handed(f"{name}.txt", content))
    assert intake.added or intake.problems
