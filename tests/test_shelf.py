"""Which library the dashboard works on, and what becomes of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from core import extract
from core.library import Decision, Library, place
from core.model import Document
from core.when import When
from dashboard import shelf

FERRY = Document("ferry", "The ferry Marle sank on 3 May 2019.", When("2019-05-04"), "front matter", title="The ferry")
PIER = Document("pier", "The pier of Lorn opened on 3 May 2020.")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The place of the user's own library, empty for each test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv(shelf.LIBRARY, raising=False)
    monkeypatch.delenv(shelf.INPUTS, raising=False)
    yield place()
    st.cache_resource.clear()


def fill(path: Path, *documents: Document) -> None:
    with Library(path) as library:
        library.add_all([(document, extract(document)) for document in documents])


def test_without_a_library_the_seeds_are_shown_and_nothing_is_kept(own: Path) -> None:
    opened = shelf.opened()
    assert (opened.passing, opened.seeds, opened.problems) == (True, True, ())
    assert "doha-talks" in shelf.contents().documents and len(shelf.contents().table) > 50
    assert not own.exists()


def test_an_own_library_with_documents_is_opened_and_kept(own: Path) -> None:
    fill(own)
    assert shelf.opened().seeds
    st.cache_resource.clear()
    fill(own, FERRY)
    assert (shelf.opened().passing, shelf.opened().library.path) == (False, own)
    assert list(shelf.contents().table["label"]) == ["The ferry Marle sank"]


def test_a_library_that_is_named_is_made_and_documents_that_are_named_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(shelf.LIBRARY, str(tmp_path / "case.db"))
    assert not shelf.opened().passing and len(shelf.contents().documents) == 0
    (tmp_path / "a.txt").write_text(PIER.text)
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "c.txt").write_text(PIER.text)
    monkeypatch.setenv(shelf.INPUTS, json.dumps([str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]))
    opened = shelf.opened()
    assert (opened.passing, opened.seeds) == (True, False)
    assert len(opened.problems) == 1 and "b.txt" in opened.problems[0] and "c.txt: the same text as" in opened.notes[0]
    assert list(shelf.contents().table["document"]) == ["a"]


def test_what_another_process_changes_shows_and_what_stands_still_is_not_read_again(own: Path) -> None:
    fill(own, FERRY)
    before = shelf.contents()
    assert shelf.contents() is before
    fill(own, PIER)
    assert list(shelf.contents().table["document"]) == ["ferry", "pier"]
    assert list(before.table["document"]) == ["ferry"]
    with Library(own) as library:
        library.decide(Decision("reject", tuple(shelf.contents().events)[:1]))
    assert list(shelf.contents().table["document"]) == ["pier"]


def test_what_another_process_adds_meanwhile_shows_the_next_time(own: Path) -> None:
    fill(own, FERRY)
    with Library(own) as library, library.moment() as moment:
        fill(own, PIER)
        assert [row["document"] for row, _ in moment.tellings] == [shelved.id for shelved in moment.documents] == ["ferry"]
        assert moment.stamp != library.stamp()


def test_what_is_not_gathered_yet_shows_alone_until_it_is(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(own, FERRY)
    with monkeypatch.context() as other:
        other.setattr(Library, "gather", lambda self: None)  # as if the events came just after it was done
        assert shelf.contents().table["happening"].isna().all()
    with Library(own) as library:
        library.gather()
        library.tidy()
    (event,) = shelf.contents().events
    assert list(shelf.contents().table["happening"]) == [shelf.contents().happening(event).id]


def test_what_is_noted_on_events_is_not_read_again_and_leads_to_the_same_table(own: Path) -> None:
    fill(own, FERRY, Document("pier", "The pier of Lorn opened on 3 May 2020. It burned in June 2021."))
    before = shelf.contents()
    ids = list(before.events)
    library = shelf.opened().library
    for decision in (
        Decision("accept", (ids[0], ids[2])),
        Decision("tag", (ids[1],), {"tags": ["fire"]}),
        Decision("comment", (ids[1],), {"comment": "Ask Ada."}),
    ):
        library.decide(decision)
        assert shelf.contents().documents is before.documents
        assert shelf.contents().table.equals(shelf.Contents(library).table)
    library.undo(2)
    now = shelf.contents()
    assert now.documents is before.documents and now.events[ids[1]]["tags"] == [] and now.events[ids[1]]["comment"] == "Ask Ada."
    assert list(before.table["review"]) == ["new"] * 3
    for decision in (
        Decision("rename", (), {"Marle": "Marley"}),
        Decision("redate", (), {"document": "pier", "published": "2021-07-01"}),
    ):
        library.decide(decision)
        assert shelf.contents().table.equals(shelf.Contents(library).table)


SUNK = ("The ferry Marle sank off Lorn on {}. Its captain was arrested in June 2019.", "3 May 2019", "4 May 2019", "3 May 2019")


def test_a_decision_reads_only_what_it_touches_and_leads_to_the_same_contents(own: Path) -> None:
    fill(own, PIER, *(Document(f"ferry{number}", SUNK[0].format(day), When("2019-07-01")) for number, day in enumerate(SUNK[1:])))
    now = shelf.contents()
    library, ids = shelf.opened().library, sorted(now.events)
    first, _, second, _, third, _, pier = ids
    for decision in (
        Decision("edit", (first,), {"label": "Sunk"}),
        Decision("edit", (pier,), {"edtf": "2019-05-03"}),
        Decision("edit", (second, third), {"edtf": "2019-06-01/.."}),
        Decision("reject", (second,)),
        Decision("different", (first, third)),
        Decision("same", (first, pier)),
        Decision("settle", (first,), {"edtf": "2019-05-03"}),
        Decision("merge", (ids[4], ids[5])),
        Decision("split", (first,), {"parts": [{"label": "It sank"}, {"label": "It was gone", "edtf": "2019-05-06"}]}),
        Decision("rename", (ids[1],), {"Lorn": "Velm"}),
        library.by_hand("pier", 0, 8, edtf="2019-05-03"),
        *[None] * 11,
    ):
        _ = now.doubts
        if decision is None:
            library.undo()
        else:
            library.decide(decision)
        followed = now.followed(library.stamp())
        assert followed is not None
        now, whole = followed, shelf.Contents(library)
        assert now.table.equals(whole.table), decision
        assert now.counts == whole.counts and now.doubts.items() >= whole.doubts.items()
    assert list(now.table["review"].unique()) == ["new"]


def test_a_decision_about_everything_is_no_matter_of_some_events(own: Path) -> None:
    fill(own, FERRY)
    before, library = shelf.contents(), shelf.opened().library
    library.decide(Decision("rename", (), {"Marle": "Marley"}))
    assert before.followed(library.stamp()) is None
    library.remove("ferry")
    assert before.followed(library.stamp()) is None and shelf.contents().table.empty


def test_events_are_rows_and_documents_are_read_when_asked_for(own: Path) -> None:
    fill(own, FERRY, Document("pier", "In March 2019 the Board of Lorn met. The Council voted on Tuesday."))
    contents = shelf.contents()
    with Library(own) as library:
        assert dict(contents.events) == {told["id"]: told for told in library.events()}
    some = list(contents.events)[::-1]
    assert [each["id"] for each in contents.events.some(some)] == some
    with pytest.raises(KeyError, match="nothing:1-2"):
        contents.events.some([*some, "nothing:1-2"])
    assert "nothing:1-2" not in contents.events and contents.events.get("nothing:1-2") is None
    assert contents.documents["ferry"].text == FERRY.text and contents.documents.titles() == {"pier": "pier", "ferry": "The ferry"}
    inferred = contents.documents["pier"]
    assert inferred.published and inferred.inferred and inferred.published_source
    with pytest.raises(KeyError):
        contents.documents["nowhere"]


def test_a_document_that_is_added_stays(own: Path) -> None:
    fill(own, FERRY)
    assert shelf.add(shelf.opened().library, iter([PIER])) == []
    assert shelf.add(shelf.opened().library, iter([Document("x", "Text.", language="xx")])) != []
    with Library(own) as library:
        assert [d.id for d in library.documents()] == ["pier", "ferry"]


def test_a_copy_is_a_library(tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(shelf.taken_along())
    with Library(tmp_path / "copy.db") as library:
        assert len(list(library.events())) == len(shelf.contents().table) and library.faults() == []


def test_a_passing_library_is_taken_away() -> None:
    path = shelf.opened().library.path
    assert path.exists()
    shelf.leave()
    assert not path.parent.exists()
    shelf._folder.cache_clear()
