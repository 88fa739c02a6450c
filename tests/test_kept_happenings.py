"""Happenings in the library: kept up to date with what is added, read again and decided, and led back by an undo."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.chronology import gather
from core.errors import LibraryError
from core.library import Decision, Library, Wanted, gathering
from core.model import Document
from core.pipeline import extract
from core.readers import read
from core.when import When

SEEDS = Path(__file__).parents[1] / "seeds" / "articles"
TEXTS = {
    "wire": "The ferry Marle sank on 3 May 2019 off Lorn. Nordbau built a mill in Velm in June 2018.",
    "paper": "On 4 May 2019 the Marle, a ferry, sank off Lorn. A choir sang in Velm on 7 July 2018.",
    "book": "In May 2019 the ferry Marle sank off Lorn. In June 2018 Nordbau built its mill in Velm. "
    "The mayor of Velm resigned on 9 May 2019.",
}
PUBLISHED = {"wire": "2019-05-05", "paper": "2019-05-06", "book": "2020"}


def document(id: str, text: str | None = None) -> Document:
    return Document(id, text or TEXTS[id], When(PUBLISHED[id]))


def add(library: Library, *documents: Document) -> None:
    library.add_all([(each, extract(each)) for each in documents])


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def full(library: Library) -> Library:
    add(library, *map(document, TEXTS))
    return library


def event(library: Library, words: str, of: str) -> str:
    """The id of the event of a document with these words."""
    (found,) = library.events(Wanted(words=words, documents=(of,), reviews=("new", "accepted", "edited", "rejected")))
    return str(found["id"])


def sources(library: Library, id: str) -> tuple[str, ...]:
    return library.happening(id).documents


def state(library: Library) -> list[object]:
    """All that the library tells of its happenings; it is checked too."""
    assert library.faults() == []
    return list(library.happenings())


def test_the_library_gathers_as_gather_does(library: Library) -> None:
    documents = list(read(str(SEEDS)))
    events = [event for each in documents for event in extract(each)]
    add(library, *documents)
    assert library.happenings() == gather(events, documents)
    assert library.faults() == []


def test_documents_one_by_one_come_to_nearly_the_same_and_ids_stay(library: Library) -> None:
    documents = list(read(str(SEEDS)))
    ids: set[str] = set()
    for each in documents:
        add(library, each)
        now = {happening.id for happening in library.happenings()}
        assert len(ids - now) <= 2  # two happenings may become one
        ids = now
    whole = {happening.events for happening in gather([event for each in documents for event in extract(each)], documents)}
    assert len(whole & {happening.events for happening in library.happenings()}) >= 0.95 * len(whole)
    assert library.faults() == []


def test_what_tells_of_one_day_is_gathered_at_once_whatever_it_is_called(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    batches: list[list[str]] = []
    real = gathering._regroup
    monkeypatch.setattr(gathering, "AT_ONCE", 2)
    monkeypatch.setattr(gathering, "_regroup", lambda connection, near, ids: (batches.append([*ids]), real(connection, near, ids))[1])
    days = {"d": "1 May 2019", "b": "2 May 1990", "c": "1 May 2019", "a": "3 May 1990"}
    add(library, *(Document(id, f"The ferry Marle sailed on {day}.") for id, day in days.items()))
    library.gather()
    assert [[id.partition(":")[0] for id in batch] for batch in batches] == [["b", "a"], ["c", "d"]]


def test_gathering_says_how_far_it_is(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.library.gathering.AT_ONCE", 3)
    add(library, *map(document, TEXTS))
    steps: list[tuple[int, int]] = []
    library.gather(lambda done, left: steps.append((done, left)))
    number = len(list(library.events()))
    assert number > 3 and sum(done for done, _ in steps) == number and steps[0] == (3, number - 3) and steps[-1][1] == 0
    assert state(library) and sources(library, event(library, "ferry", "wire")) == ("wire", "paper", "book")


def test_a_further_document_joins_what_it_tells_of(library: Library) -> None:
    add(library, document("wire"))
    before = library.happening(event(library, "ferry", "wire"))
    add(library, document("paper"), document("book"))
    now = library.happening(event(library, "ferry", "paper"))
    assert (now.id, now.disputed, now.documents) == (before.id, ("date",), ("wire", "paper", "book"))
    assert now.weight.value > before.weight.value


def test_a_further_version_takes_the_place_of_the_one_before(full: Library) -> None:
    ferry = full.happening(event(full, "ferry", "wire"))
    add(full, document("wire", "Later: " + TEXTS["wire"].replace("A mill", "Two mills")))
    now = full.happening(event(full, "ferry", "wire"))
    assert now.id == ferry.id and now.documents == ferry.documents and now.events != ferry.events
    add(full, document("wire", "The ferry Marle was in Lorn on 1 April 2018."))
    assert sources(full, event(full, "ferry", "paper")) == ("paper", "book")
    assert full.faults() == []


def test_a_rejected_event_tells_of_nothing(full: Library) -> None:
    before, ferry = state(full), event(full, "ferry", "paper")
    full.decide(Decision("reject", (ferry,)))
    assert sources(full, event(full, "ferry", "wire")) == ("wire", "book")
    with pytest.raises(LibraryError, match=r"no event .* that counts"):
        full.happening(ferry)
    full.undo()
    assert state(full) == before


def test_another_date_leads_to_another_happening(full: Library) -> None:
    before, choir, mayor = state(full), event(full, "choir", "paper"), event(full, "mayor", "book")
    id = full.happening(choir).id
    full.decide(Decision("edit", (choir,), {"edtf": "2018-07-08"}))
    assert full.happening(choir).id == id and full.happening(choir).when == "2018-07-08"
    full.decide(Decision("edit", (event(full, "ferry", "wire"),), {"edtf": "2001-05-03"}))
    assert sources(full, event(full, "ferry", "wire")) == ("wire",) and sources(full, event(full, "ferry", "paper")) == ("paper", "book")
    add(full, Document("letter", "On 3 May 2001 the ferry Marle sank off Lorn.", When("2001-06")))
    assert sources(full, event(full, "ferry", "wire")) == ("letter", "wire")
    assert mayor in full.happening(mayor).events
    full.undo()
    full.undo()
    assert [each for each in state(full) if "letter" not in each.documents] == before  # type: ignore[attr-defined]


def test_what_is_added_by_hand_split_or_merged_is_told(full: Library) -> None:
    before, mayor = state(full), event(full, "mayor", "book")
    added = full.by_hand("book", TEXTS["book"].index("The mayor"), len(TEXTS["book"]))
    (made,) = full.decide(added).after
    assert full.happening(made).events
    ferry = event(full, "ferry", "wire")
    full.decide(Decision("split", (ferry,), {"parts": [{"label": "The ferry Marle sank"}, {"label": "Rescue", "edtf": "2020-01-01"}]}))
    assert sources(full, f"{ferry}/1") == ("wire", "paper", "book") and sources(full, f"{ferry}/2") == ("wire",)
    full.decide(Decision("merge", (event(full, "mill", "book"), mayor)))
    assert state(full)
    for _ in range(3):
        full.undo()
    assert state(full) == before


def test_what_somebody_says_is_the_same_is_one_happening(full: Library) -> None:
    before, choir, mill = state(full), event(full, "choir", "paper"), event(full, "mill", "wire")
    id = full.happening(mill).id
    entry = full.decide(Decision("same", (choir, mill), why="the choir opened it"))
    assert full.happening(choir).id == id and choir in full.happening(mill).events
    assert entry.before[choir] != entry.after[choir] and entry.after[choir]["happening"] == id  # type: ignore[index]
    add(full, Document("note", "In June 2018 Nordbau built a mill in Velm.", When("2018-07")))
    assert "note" in sources(full, choir) and "paper" in sources(full, choir)
    full.undo()
    assert choir not in full.happening(mill).events
    full.undo(full.log()[0].number)
    assert choir in full.happening(mill).events
    full.undo()
    assert len(before) == len(full.happenings())


def test_what_somebody_says_is_different_is_two(full: Library) -> None:
    before, wire, paper, book = state(full), *(event(full, "ferry", of) for of in TEXTS)
    id = full.happening(wire).id
    full.decide(Decision("different", (wire, paper), why="two ferries had that name"))
    assert full.happening(wire).id != full.happening(paper).id and id in {full.happening(wire).id, full.happening(paper).id}
    assert full.happening(book).events != (book,) and not full.happening(wire).disputed
    add(full, Document("note", "The ferry Marle sank off Lorn in May 2019.", When("2019-07")))
    assert full.happening(wire).id != full.happening(paper).id
    full.undo()
    assert full.happening(wire).id == id and sources(full, paper) == ("wire", "paper", "note", "book")
    assert len(before) == len(state(full))


def test_the_newest_decision_counts_and_the_older_one_wants_a_look(full: Library) -> None:
    wire, paper = event(full, "ferry", "wire"), event(full, "ferry", "paper")
    full.decide(Decision("different", (wire, paper)))
    full.decide(Decision("same", (paper, wire)))
    assert full.happening(wire).id == full.happening(paper).id
    assert [(look.number, look.why) for look in full.looks()] == [(1, "decision 2, which is newer, says otherwise")]
    full.undo()
    assert full.looks() == [] and full.happening(wire).id != full.happening(paper).id


def test_a_dispute_is_settled_with_a_reason_and_wants_a_look_when_another_date_comes(full: Library) -> None:
    before, ferry = state(full), full.happening(event(full, "ferry", "wire"))
    assert (ferry.when, ferry.disputed) == ("2019-05-03/2019-05-04", ("date",))
    entry = full.decide(Decision("settle", ferry.events[:1], {"edtf": "2019-05-03"}, why="the harbour log"))
    now = full.happening(ferry.events[0])
    assert (now.when, now.disputed, now.dates) == ("2019-05-03", (), ferry.dates)
    assert [(each.on, each.value, each.why) for each in now.settled] == [("date", "2019-05-03", "the harbour log")]
    assert entry.before[ferry.events[0]]["when"] == ferry.when and entry.after[ferry.events[0]]["when"] == "2019-05-03"  # type: ignore[index]
    assert full.looks() == []
    add(full, Document("late", "On 6 May 2019 the ferry Marle sank off Lorn.", When("2021")))
    assert [look.why for look in full.looks()] == ["a source that came later has the date 2019-05-06"]
    assert full.happening(ferry.events[0]).when == "2019-05-03"
    full.undo()
    assert full.happening(ferry.events[0]).when == "2019-05-03/2019-05-06" and len(state(full)) == len(before)


def test_a_count_is_settled(library: Library) -> None:
    texts = {
        "a": "The bridge at Ostby fell on 3 May 2019 and 12 people died.",
        "b": "On 3 May 2019 the bridge at Ostby fell; 14 people died.",
    }
    add(library, *(Document(id, text, When("2019-06")) for id, text in texts.items()))
    (bridge,) = library.happenings()
    assert bridge.disputed == ("count",)
    library.decide(Decision("settle", bridge.events[:1], {"count": "14"}, why="the inquest"))
    (bridge,) = library.happenings()
    assert not bridge.disputed and len(bridge.counts) == 2 and bridge.settled[0].value == "14"


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (Decision("same", ("wire:24-34",)), "'same' needs two events or more"),
        (Decision("different", ("wire:24-34", "wire:24-34")), "'different' needs two events or more"),
        (Decision("same", ("wire:24-34", "gone:1-2")), "no event 'gone:1-2' that counts"),
        (Decision("settle", (), {"edtf": "2019"}), "to settle what sources differ in, name an event"),
        (Decision("settle", ("wire:24-34",)), "to settle what sources differ in, name an event"),
        (Decision("settle", ("wire:24-34",), {"edtf": "soon"}), "soon"),
        (Decision("settle", ("wire:24-34",), {"count": " "}), "a count needs a number"),
    ],
)
def test_what_does_not_fit_is_refused(full: Library, decision: Decision, why: str) -> None:
    before = state(full)
    with pytest.raises(LibraryError, match=why):
        full.decide(decision)
    assert state(full) == before and full.log() == []


def decision(rows: Mapping[str, Mapping[str, object]]) -> st.SearchStrategy[Decision]:
    """A decision about happenings, or one that changes what they tell of."""
    ids = sorted(rows)
    some = st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True).map(tuple)
    one = st.sampled_from(ids).map(lambda id: (id,))
    dates = st.sampled_from(["2019-05-03", "2019-05-04", "2018-06", "2001", "2019-05-09"])
    merges = [
        st.builds(Decision, st.just("merge"), st.permutations(own).map(lambda own: tuple(own[:2])))
        for own in ([id for id in ids if rows[id]["document"] == document] for document in TEXTS)
        if len(own) > 1
    ]
    return st.one_of(
        st.builds(Decision, st.sampled_from(["same", "different"]), some),
        st.builds(Decision, st.just("settle"), some, st.builds(lambda edtf: {"edtf": edtf}, dates)),
        st.builds(Decision, st.sampled_from(["reject", "reopen", "accept"]), one),
        st.builds(Decision, st.just("edit"), one, st.builds(lambda edtf: {"edtf": edtf}, dates)),
        st.builds(Decision, st.just("edit"), one, st.builds(lambda edtf: {"edtf": edtf, "label": "A choir began to sink"}, dates)),
        st.builds(Decision, st.just("rename"), st.just(()), st.just({"Nordbau": "Marle", "Velm": "Ada"})),
        st.builds(Decision, st.just("split"), one, st.builds(lambda edtf: {"parts": [{"edtf": edtf}, {}]}, dates)),
        *merges,
    )


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(data=st.data(), one_by_one=st.booleans())
def test_any_decisions_and_undos_lead_back(data: st.DataObject, one_by_one: bool, tmp_path_factory: pytest.TempPathFactory) -> None:
    with Library(tmp_path_factory.mktemp("any") / "library.db") as library:
        for each in [[id] for id in TEXTS] if one_by_one else [list(TEXTS)]:
            add(library, *map(document, each))
            library.gather()
        states: list[Sequence[object]] = [state(library)]
        for _ in range(data.draw(st.integers(1, 6))):
            if len(states) > 1 and data.draw(st.booleans()):
                undone = library.undo()
                states.pop()
                assert state(library) == states[-1]
                if data.draw(st.booleans()):  # and redo
                    library.undo(undone.number)
                    states.append(state(library))
                continue
            rows = {told["id"]: told for told in library.events()}
            library.decide(data.draw(decision(rows)))
            states.append(state(library))
            earlier = data.draw(st.sampled_from([e.number for e in library.log() if e.in_force and e.undoes is None]))
            library.undo(library.undo(earlier).number)  # any of them, and back
            assert state(library) == states[-1]
        while len(states) > 1:
            library.undo()
            states.pop()
            assert state(library) == states[-1]
