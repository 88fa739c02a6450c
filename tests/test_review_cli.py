"""The commands of review, on a library of their own each."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import core.library.review_cli  # noqa: F401  # its commands join those of core.cli
from core.cli import cli


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_LIBRARY", "case.db")
    monkeypatch.setenv("DATELINE_USER", "ada")
    Path("pier.txt").write_text("Ada Moore opened the pier on 3 May 2019. Ben Hale closed it around June 2020. A storm broke it in 2021.")
    assert run("add", "pier.txt").exit_code == 0


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args)


def events(*options: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("events", "--format", "jsonl", *options).stdout.splitlines()]


def ids() -> list[str]:
    return [event["id"] for event in events()]


def test_the_queue_begins_with_the_most_doubtful() -> None:
    result = run("review", "--format", "jsonl")
    queue = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(queue) == 3 and [len(row["doubts"]) for row in queue] == sorted((len(row["doubts"]) for row in queue), reverse=True)
    assert queue[-1]["edtf"] == "2019-05-03" and queue[-1]["doubts"] == []
    assert result.stderr == "dateline: 3 events are new\n"
    run("decide", "accept", *ids())
    assert run("review").stderr == "dateline: 0 events are new\n"


def test_decisions_are_taken_logged_and_undone() -> None:
    first, second, third = ids()
    assert run("decide", "accept", first, second, "--why", "both right").stderr == "dateline: decision 1: 2 events changed\n"
    run("decide", "reject", third)
    assert [(e["id"], e["review"]) for e in events()] == [(first, "accepted"), (second, "accepted")]
    assert [e["id"] for e in events("--review", "rejected")] == [third]
    run("decide", "reopen", third)
    run("decide", "edit", first, "--date", "4 May 2019", "--label", "The opening", "--actor", "Ada Moore", "--status", "planned")
    edited = events()[0]
    assert (edited["edtf"], edited["label"], edited["actors"], edited["status"]) == ("2019-05-04", "The opening", ["Ada Moore"], "planned")
    run("decide", "tag", first, "pier", "sea")
    run("decide", "comment", first, "Ask Ada.")
    assert (events()[0]["tags"], events()[0]["comment"]) == (["pier", "sea"], "Ask Ada.")
    assert [e["id"] for e in events("--tag", "land", "--tag", "sea")] == [first] and events("--tag", "land") == []
    log = [json.loads(line) for line in run("log", "--format", "jsonl").stdout.splitlines()]
    assert [entry["decision"]["kind"] for entry in log] == ["comment", "tag", "edit", "reopen", "reject", "accept"]
    assert (log[-1]["who"], log[-1]["decision"]["why"]) == ("ada", "both right")
    assert "because both right" in run("log").stdout
    for number in (6, 5, 4):
        assert run("undo").stderr == f"dateline: decision {number} is undone: 1 events changed\n"
    assert events()[0]["edtf"] == "2019-05-03"
    assert "(undone)" in run("log").stdout
    assert "no decision 4 is in force" in run("undo", "4").stderr


def test_an_excerpt_is_edited_to_words_of_the_document() -> None:
    first, second, _ = ids()
    assert run("decide", "edit", first, "--excerpt", "opened the pier on 3 May 2019").exit_code == 0
    assert (events()[0]["excerpt"], events()[0]["excerpt_start"]) == ("opened the pier on 3 May 2019", 10)
    assert run("check").exit_code == 0
    assert "do not stand in pier" in run("decide", "edit", first, "--excerpt", "closed the pier").stderr
    assert run("decide", "edit", first, second, "--excerpt", "opened").exit_code == 2
    run("undo")
    assert events()[0]["excerpt_start"] == 0


def test_events_are_merged_split_and_added() -> None:
    first, second, _ = ids()
    run("decide", "merge", first, second)
    assert len(events()) == 2
    run("undo")
    run("decide", "split", first, "--part", "The speech", "--part", "The ribbon@2019-05-04")
    assert [(e["label"], e["edtf"]) for e in events()[:2]] == [("The speech", "2019-05-03"), ("The ribbon", "2019-05-04")]
    assert "do not stand in pier" in run("decide", "add", "pier", "a whale").stderr
    assert run("decide", "add", "pier", "storm", "--label", "A storm").exit_code == 0
    assert ("A storm", "2021") in [(e["label"], e["edtf"]) for e in events()]


def test_documents_are_dated_anew_and_removed() -> None:
    Path("wire.txt").write_text("Ben Hale spoke on the 9th.")
    run("add", "wire.txt", "--published", "2021-10-12")
    assert [e["edtf"] for e in events("--document", "wire")] == ["2021-10-09"]
    said = run("decide", "redate", "wire", "20 May 2020", "--why", "the archive says so").stderr
    assert said == "dateline: decision 1: wire was published on 2020-05-20\n"
    assert [e["edtf"] for e in events("--document", "wire")] == ["2020-05-09"]
    run("undo", "1")
    assert [e["edtf"] for e in events("--document", "wire")] == ["2021-10-09"]
    assert "'soon' is no date" in run("decide", "redate", "wire", "soon").stderr
    removed = run("decide", "remove", "wire", "pier", "--why", "sent in confidence").stderr.splitlines()
    assert removed == [
        "dateline: decision 3: wire is removed, 1 events went with it",
        "dateline: decision 4: pier is removed, 3 events went with it",
    ]
    assert run("documents").stdout == "" and not events()
    assert "remove  document: wire, events: 1  because sent in confidence" in run("log").stdout
    undone = run("undo")
    assert undone.exit_code == 1 and "add it again" in undone.stderr
    assert "no document 'wire'" in run("decide", "remove", "wire").stderr


def test_names_are_joined_and_written_as_aliases() -> None:
    assert "Ada Moore" in run("actors").stdout
    result = run("actors", "--rename", "Ada Moore", "A. M. Moore", "--why", "so she signs")
    assert result.stderr == "dateline: decision 1\n"
    assert events("--actor", "A. M. Moore")
    run("actors", "--export", "aliases.csv")
    assert Path("aliases.csv").read_text() == "name,alias,kind\nA. M. Moore,Ada Moore,\n"
    assert run("undo").stderr == "dateline: decision 1 is undone\n"
    assert not events("--actor", "A. M. Moore")
    run("actors", "--import", "aliases.csv")
    assert events("--actor", "A. M. Moore")
    assert "imported from aliases.csv" in run("log").stdout
    assert run("actors", "--rename", "Nobody", "Somebody", "--in", ids()[0]).stderr.startswith("dateline: decision 4: 0 events changed\n")
    mistyped = run("actors", "--rename", "Adda Moore", "Ada Moore")
    assert "no event so far holds the name 'Adda Moore'" in mistyped.stderr and mistyped.exit_code == 0


def test_what_changed_is_told() -> None:
    run("backup", "before.db")
    Path("old.jsonl").write_text(run("events", "--format", "jsonl").stdout)
    run("decide", "accept", ids()[2])
    run("decide", "edit", ids()[0], "--label", "The opening")
    for before in ("before.db", "old.jsonl"):
        result = run("diff", before)
        assert result.stderr.startswith("dateline: events: 0 came, 0 went, 2 changed")
        assert "review: new -> edited" in result.stdout and "-> The opening" in result.stdout
    Path("pier.txt").write_text("Ada Moore opened the pier on 3 May 2019. It was painted on 5 May 2019.")
    assert "1 decisions need a look" in run("add", "pier.txt").stderr
    assert "decision 1 needs a look: its event" in run("review").stderr
    assert run("diff", "before.db").stderr == "dateline: events: 1 came, 2 went, 1 changed; happenings: 0 came, 0 went, 0 changed\n"
    assert "can be read" in run("diff", "none.jsonl").stderr


def test_what_a_further_document_changed_in_the_chronology_is_told() -> None:
    run("backup", "before.db")
    Path("paper.txt").write_text("Ada Moore opened the pier of Ostby on 4 May 2019.")
    run("add", "paper.txt")
    result = run("diff", "before.db")
    assert result.stderr == "dateline: events: 1 came, 0 went, 0 changed; happenings: 0 came, 0 went, 1 changed\n"
    came, happening, *changed = result.stdout.splitlines()
    assert came.startswith("+ paper:") and happening.startswith("~ h:pier:")
    assert "    edtf: 2019-05-03 -> 2019-05-03/2019-05-04" in changed and "    disputed: nothing -> date" in changed
    assert "    documents: pier -> paper, pier" in changed
    as_lines = [json.loads(line) for line in run("diff", "before.db", "--format", "jsonl").stdout.splitlines()]
    assert [line["id"].partition(":")[0] for line in as_lines] == ["paper", "h"] and as_lines[1]["after"]["disputed"] == ["date"]


def test_reading_again_keeps_decisions() -> None:
    run("decide", "edit", ids()[0], "--label", "The opening")
    assert run("reread").stderr == "dateline: 0 events changed, 0 decisions need a look\n"
    assert events()[0]["label"] == "The opening"


def test_the_file_of_a_document_comes_back() -> None:
    assert run("original", "pier").stdout == Path("pier.txt").read_text()
    assert "no document 'none'" in run("original", "none").stderr
    assert "document 'pier' has no version 9: they go from 1 to 1" in run("original", "pier", "--number", "9").stderr
