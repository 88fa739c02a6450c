"""`dateline happenings` and `dateline extract --top`: one chronology on standard output."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import cli

ONE = "The ferry Marle sank on 3 May 2019 off Lorn. Nordbau built a mill in June 2018. A choir sang in Velm on 7 July 2018."
TWO = "On 4 May 2019 the Marle, a ferry, sank off Lorn. In June 2018 Nordbau built its mill."
KEYS = ["id", "label", "edtf", "disputed", "dates", "events", "documents", "actors", "weight"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with two articles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_LIBRARY", raising=False)
    (tmp_path / "articles").mkdir()
    for name, text in (("one", ONE), ("two", TWO)):
        (tmp_path / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args)


def test_happenings_are_lines_with_their_dates_and_sources() -> None:
    result = run("happenings", "articles", "--published", "2019-08-01", "--format", "jsonl")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0 and all(list(happening) == KEYS for happening in found)
    mill, choir, ferry = found
    assert (mill["edtf"], mill["disputed"], len(mill["documents"])) == ("2018-06", False, 2)
    assert (choir["edtf"], len(choir["events"])) == ("2018-07-07", 1)
    assert (ferry["edtf"], ferry["disputed"]) == ("2019-05-03/2019-05-04", True)
    assert [date["edtf"] for date in ferry["dates"]] == ["2019-05-03", "2019-05-04"]
    assert sorted(id for date in ferry["dates"] for id in date["events"]) == sorted(ferry["events"])
    assert mill["weight"] > choir["weight"]


def test_the_table_says_what_is_disputed() -> None:
    run("happenings", "articles", "-o", "out.jsonl")
    assert Path("out.jsonl").read_text("utf-8").startswith('{"id": "h:')
    lines = run("happenings", "articles").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["when", "2018-06", "2018-07-07", "2019-05-03/2019-05-04"]
    assert "[2 sources, date disputed]" in lines[3] and "[" not in lines[2]


def test_without_input_the_library_is_gathered() -> None:
    assert "there is no library at none.db yet" in run("happenings", "--library", "none.db").stderr
    assert run("add", "articles", "--library", "case.db").exit_code == 0
    of_library, of_files = (run("happenings", *given, "--format", "jsonl") for given in (("--library", "case.db"), ("articles",)))
    assert of_library.exit_code == 0
    assert [line["events"] for line in map(json.loads, of_library.stdout.splitlines())] == [
        line["events"] for line in map(json.loads, of_files.stdout.splitlines())
    ]


def test_a_document_that_cannot_be_read_is_said_and_the_others_are_gathered() -> None:
    result = run("happenings", "articles", "missing.txt", "--format", "jsonl")
    assert result.exit_code == 1 and "missing.txt" in result.stderr and len(result.stdout.splitlines()) == 3


def test_the_top_are_the_weightiest_each_once() -> None:
    everything = [json.loads(line) for line in run("extract", "articles", "--format", "jsonl").stdout.splitlines()]
    top = [json.loads(line) for line in run("extract", "articles", "--format", "jsonl", "--top", "2").stdout.splitlines()]
    assert [row["edtf"][:7] for row in top] == ["2018-06", "2019-05"] and all(row in everything for row in top)
    assert run("extract", "articles", "--top", "0").exit_code == 2
