"""Decisions of people: what each kind makes of the table, and that the log leads back to where it came from."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import LibraryError
from core.library import Decision, Entry, Library, Wanted
from core.library.applying import decided, in_force, remembered
from core.library.decisions import changes
from core.model import Document
from core.pipeline import extract
from core.readers import read
from core.table import LATER, Row, row
from core.when import When

TEXT = (
    "Ada Moore opened the pier on 3 May 2019. Ben Hale closed the pier in June 2020. "
    "The council of Ostby sold the pier on 7 July 2021. A storm broke the pier on 9 November 2021."
)
DOCUMENT = Document("pier", TEXT)
READ = {event.id: row(event) for event in extract(DOCUMENT)}
IDS = list(READ)


def entry(number: int, decision: Decision, rows: Mapping[str, Row] = READ, undoes: int | None = None) -> Entry:
    made = {} if decision.kind == "undo" else changes(rows, decision)
    before, after = ({id: remembered(some.get(id)) for id in made} for some in (rows, made))
    return Entry(number, "ada", "2026-01-01T00:00:00+00:00", decision, before, after, undoes)


def table(*entries: Entry, read: Mapping[str, Row] = READ, text: str = TEXT) -> dict[str, Row]:
    force = in_force([(e.number, e.undoes) for e in entries])
    return decided(read, [e for e in entries if e.number in force], lambda _: text)[0]


def looks(*entries: Entry, read: Mapping[str, Row], text: str = TEXT) -> list[str]:
    return [look.why for look in decided(read, entries, lambda _: text)[1]]


def test_reading_finds_what_these_tests_decide_on() -> None:
    assert [told["edtf"] for told in READ.values()] == ["2019-05-03", "2020-06", "2021-07-07", "2021-11-09"]


@pytest.mark.parametrize(("kind", "state"), [("accept", "accepted"), ("reject", "rejected"), ("reopen", "new")])
def test_a_review_is_a_state(kind: Any, state: str) -> None:
    accepted = entry(1, Decision("accept", tuple(IDS[:2])))
    now = table(accepted, entry(2, Decision(kind, (IDS[0],)), table(accepted)))
    assert [told["review"] for told in now.values()] == [state, "accepted", "new", "new"]


def test_an_edit_changes_what_follows_too() -> None:
    now = table(entry(1, Decision("edit", (IDS[0],), {"edtf": "2019-05~", "actors": ["Ada  Moore", "Ben Hale"]})))[IDS[0]]
    assert (now["start"], now["end"], now["granularity"], now["approximate"]) == ("2019-05-01", "2019-06-01", "month", True)
    assert (now["actors"], now["review"], now["label"]) == (["Ada Moore", "Ben Hale"], "edited", READ[IDS[0]]["label"])


def test_events_of_a_document_merge_into_the_first() -> None:
    now = table(entry(1, Decision("merge", (IDS[2], IDS[0]))))
    assert list(now) == [IDS[1], IDS[2], IDS[3]] or set(now) == {*IDS} - {IDS[0]}
    merged = now[IDS[2]]
    assert merged["edtf"] == "2021-07-07" and [m["text"][:3] for m in merged["mentions"]] == ["Ada", "The"]
    assert len(merged["timexes"]) == 2 and "Ada Moore" in merged["actors"]


def test_an_event_splits_into_parts() -> None:
    now = table(entry(1, Decision("split", (IDS[0],), {"parts": [{"label": "Opening"}, {"label": "Speech", "edtf": "2019-05-04"}]})))
    assert IDS[0] not in now
    assert [(now[f"{IDS[0]}/{n}"]["label"], now[f"{IDS[0]}/{n}"]["edtf"]) for n in (1, 2)] == [
        ("Opening", "2019-05-03"),
        ("Speech", "2019-05-04"),
    ]


def test_names_become_others_everywhere_or_in_one_event() -> None:
    named = READ[IDS[0]]["actors"][0]
    everywhere = table(entry(1, Decision("rename", (), {named: "A. Moore", "Ben Hale": "A. Moore"})))
    assert [told["actors"] for told in everywhere.values()][:2] == [["A. Moore"], ["A. Moore"]]
    assert everywhere[IDS[0]]["roles"] == {"A. Moore": "agent"}
    one = table(entry(1, Decision("rename", (IDS[1],), {named: "A. Moore", "Ben Hale": "B. Hale"})))
    assert [told["actors"] for told in one.values()][:2] == [[named], ["B. Hale"]]


def test_an_event_that_an_earlier_program_added_is_still_one() -> None:
    given = {name: value for name, value in READ[IDS[0]].items() if name not in LATER} | {"id": "pier:old"}
    assert table(entry(1, Decision("add", (), given)))["pier:old"]["notes"] == []


def test_tags_and_comments() -> None:
    tagged = entry(1, Decision("tag", (IDS[0],), {"tags": ["pier", "opening"]}))
    now = table(tagged, entry(2, Decision("comment", (IDS[0],), {"comment": "Ask Ada."}), table(tagged)))[IDS[0]]
    assert (now["tags"], now["comment"], now["review"]) == (["pier", "opening"], "Ask Ada.", "new")


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (Decision("accept", ("pier:9-9",)), "no event 'pier:9-9'; dateline events"),
        (Decision("accept"), "nothing to accept: name an event"),
        (Decision("edit", (IDS[0],)), "nothing to edit: give some of edtf, label"),
        (Decision("edit", (IDS[0],), {"rule": "x"}), "'rule' cannot be edited; these can: edtf"),
        (Decision("edit", (IDS[0],), {"edtf": "soon"}), "soon"),
        (Decision("edit", (IDS[0],), {"status": "maybe"}), "'maybe' is no status; take one of happened"),
        (Decision("edit", (IDS[0],), {"label": " "}), "a label needs words"),
        (Decision("edit", (IDS[0],), {"actors": "Ada"}), "'actors' is a list of texts"),
        (Decision("edit", (IDS[0],), {"excerpt": "The"}), "an excerpt needs its words and where"),
        (Decision("merge", (IDS[0],)), "a merge needs two events or more"),
        (Decision("split", (IDS[0],), {"parts": [{}]}), "a split needs one event and two parts"),
        (Decision("add", (), {"id": "x"}), "needs a whole row: 'document' is missing"),
        (Decision("add", (), READ[IDS[0]]), "there is an event .* already"),
        (Decision("tag", (IDS[0],), {"tags": [1]}), "'tags' is a list of texts"),
        (Decision("comment", (IDS[0],), {"comment": 1}), "a comment is a text"),
        (Decision("rename", (), {"Ada": ""}), "a name needs to become another name"),
        (Decision("undo", (IDS[0],)), "'undo' is no kind of decision"),
    ],
)
def test_what_does_not_fit_is_refused(decision: Decision, why: str) -> None:
    with pytest.raises(LibraryError, match=why):
        changes(READ, decision)


def test_a_decision_that_no_longer_fits_wants_a_look() -> None:
    accepted = entry(1, Decision("accept", (IDS[0], IDS[1])))
    edited = entry(2, Decision("edit", (IDS[0],), {"label": "The opening"}))
    better = {id: {**told, "edtf": "2019-05-04"} if id == IDS[0] else told for id, told in READ.items() if id != IDS[1]}
    assert looks(accepted, edited, read=better) == [
        f"its event {IDS[1]} is no longer there",
        f"the edtf of {IDS[0]} was '2019-05-03' when it was decided, and reads '2019-05-04' now",
    ]
    assert table(accepted, edited, read=better)[IDS[0]]["label"] == "The opening"


def strategy(rows: Mapping[str, Row]) -> st.SearchStrategy[Decision]:
    """A decision that fits what is there."""
    ids = st.sampled_from(sorted(rows))
    some = st.lists(ids, min_size=1, max_size=3, unique=True).map(tuple)
    names = st.sampled_from(["Ada Moore", "Ben Hale", "Ostby", "Somebody"])
    fields = st.fixed_dictionaries(
        {},
        optional={
            "edtf": st.sampled_from(["2019", "2020-06-01", "-0043", "2001/2003", "2019-05~"]),
            "label": st.sampled_from(["Opening", "Closing"]),
            "actors": st.lists(names, max_size=2),
            "status": st.sampled_from(["planned", "denied"]),
        },
    )
    choices = [
        st.builds(Decision, st.sampled_from(["accept", "reject", "reopen"]), some),
        st.builds(Decision, st.just("edit"), some, fields.filter(bool)),
        st.builds(Decision, st.just("tag"), some, st.fixed_dictionaries({"tags": st.lists(names, max_size=2)})),
        st.builds(Decision, st.just("comment"), some, st.fixed_dictionaries({"comment": names})),
        st.builds(Decision, st.just("rename"), st.just(()) | some, st.dictionaries(names, names, min_size=1, max_size=2)),
        st.builds(Decision, st.just("split"), ids.map(lambda id: (id,)), fields.map(lambda part: {"parts": [part, {}]})),
    ]
    if len(rows) > 1:
        choices.append(st.builds(Decision, st.just("merge"), st.lists(ids, min_size=2, max_size=3, unique=True).map(tuple)))
    return st.one_of(choices)


def state(library: Library) -> list[Row]:
    """Everything that the library tells of its events, and finds them by."""
    everyone = sorted({name for told in READ.values() for name in told["actors"]} | {"Somebody"})
    rows = sorted(library.events(Wanted(reviews=("new", "accepted", "edited", "rejected"))), key=lambda told: told["id"])
    found = [
        sorted(told["id"] for told in library.events(Wanted(actors=(name,), words=words))) for name in everyone for words in ("", "pier")
    ]
    return [*rows, {"found": found}]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_log_leads_back(data: st.DataObject) -> None:
    log: list[Entry] = []
    states = [table()]
    for number in range(1, data.draw(st.integers(2, 12))):
        force = [e for e in log if e.number in in_force([(e.number, e.undoes) for e in log]) and e.undoes is None]
        if force and data.draw(st.booleans()):
            log.append(entry(number, Decision("undo", (), {"number": force[-1].number}), undoes=force[-1].number))
            states.pop()
        else:
            now = table(*log)
            log.append(entry(number, data.draw(strategy(now)), now))
            made = changes(now, log[-1].decision)
            states.append({id: row for id, row in {**now, **made}.items() if row is not None})
        assert table(*log) == states[-1]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_decisions_and_undos_return_to_the_same_table(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    with Library(tmp_path_factory.mktemp("any") / "library.db") as library:
        library.add(DOCUMENT, extract(DOCUMENT))
        states = [state(library)]
        for _ in range(data.draw(st.integers(1, 5))):
            if len(states) > 1 and data.draw(st.booleans()):
                undone = library.undo()
                states.pop()
                assert state(library) == states[-1]
                if data.draw(st.booleans()):  # and redo
                    library.undo(undone.number)
                    states.append(state(library))
                continue
            rows = {told["id"]: told for told in library.events(Wanted(reviews=("new", "accepted", "edited", "rejected")))}
            library.decide(data.draw(strategy(rows)))
            states.append(state(library))
            now = table(*reversed(library.log()))
            assert states[-1][:-1] == sorted(now.values(), key=lambda told: told["id"])
            earlier = data.draw(st.sampled_from([e.number for e in library.log() if e.in_force and e.undoes is None]))
            library.undo(library.undo(earlier).number)  # any of them, and back
            assert state(library) == states[-1]
        while len(states) > 1:
            library.undo()
            states.pop()
            assert state(library) == states[-1]
        assert library.faults() == [] and library.looks() == []


@pytest.fixture
def library(tmp_path: Path) -> Any:
    with Library(tmp_path / "library.db") as opened:
        opened.add(DOCUMENT, extract(DOCUMENT))
        yield opened


def test_the_log_tells_who_when_what_before_after_and_why(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_USER", "ada")
    stamp = library.stamp()
    library.decide(Decision("edit", (IDS[0],), {"label": "The opening"}, why="shorter"))
    library.undo()
    newest, oldest = library.log()
    assert (oldest.who, oldest.decision.kind, oldest.decision.why, oldest.in_force) == ("ada", "edit", "shorter", False)
    assert oldest.at.endswith("+00:00")
    before, after = oldest.before[IDS[0]], oldest.after[IDS[0]]
    assert before and after and (before["label"], after["label"]) == (READ[IDS[0]]["label"], "The opening")
    assert (newest.undoes, newest.in_force) == (oldest.number, True)
    assert newest.after[IDS[0]] == before
    assert library.stamp() > stamp
    with pytest.raises(LibraryError, match="there is no decision to undo"):
        library.undo()


def test_the_log_of_one_event_is_what_was_decided_about_it(library: Library) -> None:
    library.decide(Decision("accept", (IDS[1],)))
    library.decide(Decision("merge", (IDS[0], IDS[2])))
    library.decide(Decision("comment", (IDS[0],), {"comment": "Ask Ada."}))
    library.undo(3)
    assert [entry.number for entry in library.log(event=IDS[0])] == [4, 3, 2]
    assert [entry.number for entry in library.log(event=IDS[2])] == [2] and library.log(event=IDS[3]) == []


def test_rejected_events_are_shown_on_demand_only(library: Library) -> None:
    library.decide(Decision("reject", (IDS[0],)))
    assert [told["id"] for told in library.events()] == IDS[1:]
    assert [told["id"] for told in library.events(Wanted(reviews=("rejected",)))] == IDS[:1]


def test_an_event_added_by_hand_is_dated_by_its_words(library: Library) -> None:
    start = TEXT.index("broke the pier")
    entry = library.decide(library.by_hand("pier", start, start + 14, why="missed"))
    (id,) = entry.after
    told = library.event(id)
    assert (told["edtf"], told["label"], told["excerpt"]) == ("2021-11-09", "broke the pier", "A storm broke the pier on 9 November 2021.")
    assert library.faults() == []
    with pytest.raises(LibraryError, match="no words from 5 to 5"):
        library.by_hand("pier", 5, 5)


def test_an_excerpt_that_is_not_there_is_refused(library: Library) -> None:
    with pytest.raises(LibraryError, match="is not what stands in the document"):
        library.decide(Decision("edit", (IDS[0],), {"excerpt": "It sank.", "excerpt_start": 0, "excerpt_end": 8}))


def test_decisions_stay_on_their_spans_in_another_reading_and_another_version(library: Library) -> None:
    library.decide(Decision("edit", (IDS[0],), {"label": "The opening"}))
    library.decide(Decision("merge", (IDS[2], IDS[3])))
    library.decide(Decision("accept", (IDS[1],)))
    start = TEXT.index("broke the pier")
    library.decide(library.by_hand("pier", start, start + 14))
    told = [(e["label"], e["review"]) for e in library.events()]
    assert library.read_again([(DOCUMENT, extract(DOCUMENT))]) == 0
    assert [(e["label"], e["review"]) for e in library.events()] == told
    later = Document("pier", "What happened to the pier of Ostby. " + TEXT)
    assert library.add(later, extract(later)) == "version"
    assert [(e["label"], e["review"]) for e in library.events()] == told
    assert (library.looks(), library.faults()) == ([], [])
    shorter = Document("pier", TEXT[: TEXT.index(" Ben Hale")])
    library.add(shorter, extract(shorter))
    assert [(e["label"], e["review"]) for e in library.events()] == told[:1]
    assert sorted({look.number for look in library.looks()}) == [2, 3, 4]
    library.add(DOCUMENT, extract(DOCUMENT))
    assert [(e["label"], e["review"]) for e in library.events()] == told and library.looks() == []


def test_names_that_were_joined_stay_joined_in_new_documents(library: Library) -> None:
    library.decide(Decision("rename", (), {"Ben Hale": "Benjamin Hale"}))
    other = Document("other", "Ben Hale died on 4 March 2022.")
    library.add(other, extract(other))
    assert [e["document"] for e in library.events(Wanted(actors=("Benjamin Hale",)))] == ["pier", "other"]
    assert ("Benjamin Hale", 2) in library.names()
    library.undo()
    assert [e["document"] for e in library.events(Wanted(actors=("Ben Hale",)))] == ["pier", "other"]


SPOKEN = Document("spoken", 'In Ostby the mayor, Ida Falk, said on 5 May 2022: "The pier opened in Ostby on 3 May 2019."')


def test_a_name_becomes_another_wherever_an_event_holds_it(library: Library) -> None:
    library.add(SPOKEN, extract(SPOKEN))
    told = {name: [e[name] for e in library.events(Wanted(documents=("spoken",)))] for name in ("places", "speaker", "actors")}
    assert told == {"places": [["Ostby"], ["Ostby"]], "speaker": ["Ida Falk", None], "actors": [[], ["Ida Falk"]]}
    library.decide(Decision("rename", (), {"Ostby": "East Ostby", "Ida Falk": "Ida Falck"}))
    library.decide(Decision("rename", (), {"Ida Falck": "I. Falck"}))
    now = {name: [e[name] for e in library.events(Wanted(documents=("spoken",)))] for name in told}
    assert now == {"places": [["East Ostby"]] * 2, "speaker": ["I. Falck", None], "actors": [[], ["I. Falck"]]}
    library.undo(1)
    assert [e["places"] for e in library.events(Wanted(documents=("spoken",)))] == [["Ostby"]] * 2
    entry = library.undo(2)
    assert entry.decision.names == {"Ida Falck": "I. Falck"} and (entry.before, entry.after) == ({}, {})  # not each of the events
    assert {name: [e[name] for e in library.events(Wanted(documents=("spoken",)))] for name in told} == told


def test_a_rename_looks_at_no_event_that_does_not_hold_the_name(library: Library) -> None:
    asked: list[str] = []
    sqlalchemy.event.listen(library._engine, "before_cursor_execute", lambda _c, _k, statement, *_: asked.append(statement))
    library.decide(Decision("rename", (), {"Ben Hale": "Benjamin Hale"}))
    library.undo()
    with sqlite3.connect(library.path) as connection:
        plans = [
            line
            for statement in asked
            if statement.lower().startswith("select") and "events" in statement
            for *_, line in connection.execute(f"explain query plan {statement}", [0] * statement.count("?"))
        ]
    connection.close()
    assert plans and not [line for line in plans if line.startswith(("SCAN events", "SCAN event_"))]


def test_the_log_is_only_added_to(library: Library) -> None:
    import sqlite3

    library.decide(Decision("accept", (IDS[0],)))
    with sqlite3.connect(library.path) as connection, pytest.raises(sqlite3.IntegrityError, match="only added to"):
        connection.execute("delete from decisions")
    connection.close()


WIRE = Document("wire", "The council of Ostby met on Monday. It voted on the 9th.", When("2021-10-12"), "front matter")


def edtfs(library: Library) -> list[str]:
    return [told["edtf"] for told in library.events(Wanted(documents=("wire",)))]


def test_a_document_is_read_again_from_the_day_that_is_set(library: Library) -> None:
    library.add(WIRE, extract(WIRE))
    assert edtfs(library) == ["2021-10-09", "2021-10-11"]
    stamp = library.stamp()
    entry = library.redate("wire", When("2020-05-20"), why="the archive says so")
    assert (entry.decision.kind, entry.decision.values["before"], entry.decision.why) == ("redate", "2021-10-12", "the archive says so")
    assert edtfs(library) == ["2020-05-09", "2020-05-18"] and library.stamp() > stamp
    assert (library.document("wire").published, library.document("wire").published_source) == (When("2020-05-20"), "set by hand")
    assert [d.published for d in library.documents()] == [None, "2020-05-20"]
    longer = replace(WIRE, text=WIRE.text + " It rose on the 10th.")
    library.add(longer, extract(longer))
    assert edtfs(library) == ["2020-05-09", "2020-05-10", "2020-05-18"]  # of the later version too
    assert (library.redated("wire"), library.redated("pier")) == (entry.number, None)
    library.undo(entry.number)
    assert edtfs(library) == ["2021-10-09", "2021-10-10", "2021-10-11"]
    library.undo(library.log(1)[0].number)
    assert library.document("wire").published == When("2020-05-20") and edtfs(library)[0] == "2020-05-09"


def test_a_date_that_cannot_be_set_is_said(library: Library) -> None:
    with pytest.raises(LibraryError, match="no document 'nowhere'"):
        library.redate("nowhere", When("2020"))
    for values, says in (({"document": "pier"}, "is no EDTF date"), ({"published": "2020"}, "name it by its id")):
        with pytest.raises(LibraryError, match=says):
            library.decide(Decision("redate", (), values))
    assert library.log() == []


def test_a_document_that_is_removed_leaves_nothing_but_its_decisions(library: Library, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Der Hafen schloß am 3. Mai.".encode("latin-1"))
    library.add(next(read(tmp_path / "latin.txt")), [])
    library.decide(Decision("edit", (IDS[0],), {"label": "The opening"}))
    start = TEXT.index("broke the pier")
    library.decide(library.by_hand("pier", start, start + 14))
    told, stamp = list(library.events()), library.stamp()
    removed = library.remove("pier", why="sent in confidence")
    assert removed.decision == Decision("remove", (), {"document": "pier", "events": len(told)}, "sent in confidence")
    assert library.remove("latin").decision.values["events"] == 0
    assert [entry.number for entry in library.log(2)] == [removed.number + 1, removed.number]
    with pytest.raises(LibraryError, match="add it again"):
        library.undo()
    with pytest.raises(LibraryError, match="add it again"):
        library.undo(removed.number)
    assert library.stamp() > stamp and list(library.events()) == [] and library.documents() == []
    assert library.search("pier") == [] and library.looks() == [] and library.faults() == []
    with sqlite3.connect(library.path) as connection:
        assert [connection.execute(f"select count(*) from {name}").fetchone() for name in ("versions", "originals")] == [(0,), (0,)]
    connection.close()
    with pytest.raises(LibraryError, match="no document 'pier'"):
        library.remove("pier")
    with pytest.raises(LibraryError, match="no document 'pier'"):
        library.document("pier")
    assert library.add(DOCUMENT, extract(DOCUMENT)) == "new"
    assert list(library.events()) == told and library.faults() == []
    library.undo(1)  # what came before the removal can still be taken back
    assert "The opening" not in [row["label"] for row in library.events()]
