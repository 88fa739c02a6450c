"""The command line: data on standard output, words on standard error, nothing half done."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest
from click.testing import CliRunner, Result

from core.cli import cli
from core.pipeline import extract
from core.readers import read
from core.table import KEYS, row

TEXT = "On 9 May 2020 Ada Moore met Orrin Ltd in Accra. They left two days later. The bridge opened in March 2001."
EVENTS = 3


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test stands in its own folder, with one good article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(TEXT)
    return tmp_path


def run(*args: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, args, input=given)


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_events_as_json_lines() -> None:
    result = run("extract", "article.txt", "--published", "12 May 2020", "--format", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    made = rows(result)
    assert len(made) == EVENTS and all(tuple(r) == KEYS for r in made)
    assert (made[0]["id"], made[0]["edtf"], made[0]["published_source"]) == ("article:3-13", "2020-05-09", "given on the command line")
    assert all(TEXT[r["excerpt_start"] : r["excerpt_end"]] == r["excerpt"] for r in made)  # type: ignore[misc]


def test_a_text_that_two_files_hold_counts_once_and_that_is_said(here: Path) -> None:
    (here / "copy.md").write_text(f"---\ntitle: A copy\n---\n{TEXT}\n")
    result = run("extract", "article.txt", "copy.md", "--format", "jsonl")
    assert (result.exit_code, len(rows(result))) == (0, EVENTS)
    assert result.stderr == "dateline: copy.md: the same text as article.txt; read once\n"
    tagged = run("timexes", "article.txt", "copy.md")
    assert {r["document"] for r in rows(tagged)} == {"article", "copy"} and not tagged.stderr


def test_the_command_line_is_the_api() -> None:
    (document,) = read("article.txt")
    assert rows(run("extract", "article.txt", "--format", "jsonl")) == [row(event) for event in extract(document)]


def test_events_as_a_table_to_look_at() -> None:
    lines = run("extract", "article.txt").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["when", "2001-03", "2020-05-09", "2020-05-11"]
    assert "Ada Moore" in lines[2] and max(map(len, lines)) <= 120


def test_a_table_obeys_no_text() -> None:
    hostile = "On 9 May 2020 \x1b[31mMallory\x07 met\x9b2J Ada in \u202eAccra."
    result = run("extract", "-", given=hostile)
    assert result.exit_code == 0 and not set(result.stdout) & set("\x1b\x07\x9b\u202e")


def test_the_format_follows_the_ending() -> None:
    for name in ("events.csv", "events.jsonl", "events.txt"):
        assert run("extract", "article.txt", "-o", name).output == ""
    made = list(csv.DictReader(io.StringIO(Path("events.csv").read_text("utf-8"), newline="")))
    assert len(made) == EVENTS and tuple(made[0]) == KEYS
    assert json.loads(Path("events.jsonl").read_text("utf-8").splitlines()[0])["edtf"] == "2020-05-09"
    assert Path("events.txt").read_text("utf-8").startswith("when")
    run("timexes", "article.txt", "-o", "article.tml")
    assert Path("article.tml").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("extract article.txt -o out.jsonl --format csv", "out.jsonl ends as jsonl does, but --format says csv"),
        ("extract article.txt -o out.csv --format table", "out.csv ends as csv does, but --format says table"),
        ("timexes article.txt -o out.jsonl --format timeml", "out.jsonl ends as jsonl does, but --format says timeml"),
    ],
)
def test_an_ending_that_asks_for_another_format_is_bad_usage(line: str, why: str, here: Path) -> None:
    result = run(*line.split())
    assert result.exit_code == 2 and why in result.stderr
    assert [p.name for p in here.iterdir()] == ["article.txt"]


def test_expressions_as_json_lines_and_timeml() -> None:
    made = rows(run("timexes", "article.txt"))
    assert [r["text"] for r in made] == ["9 May 2020", "two days later", "March 2001"]
    assert list(made[0]) == ["document", "start", "end", "text", "type", "value", "mod", "edtf", "rule", "anchor"]
    root = ElementTree.fromstring(run("timexes", "article.txt", "--format", "timeml").stdout)
    assert [t.text for t in root.findall("TEXT/TIMEX3")] == [r["text"] for r in made]


def test_reading_and_published_decide() -> None:
    def value(*options: str) -> object:
        text = "It began on 3 May 2001. The mayor said on Monday that it ended in June."
        return rows(run("timexes", "-", *options, given=text))[-1]["edtf"]

    assert value("--published", "2021-10-12", "--reading", "news") == "2021-06"
    assert value("--published", "2021-10-12", "--reading", "narrative") == "2001-06"


def test_aliases_win() -> None:
    Path("aliases.csv").write_text("name,alias,kind\nAda King,Ada Moore,person\n")
    made = rows(run("extract", "article.txt", "--aliases", "aliases.csv", "--format", "jsonl"))
    assert "Ada King" in made[0]["actors"]  # type: ignore[operator]
    result = run("extract", "article.txt", "--aliases", "none.csv")
    assert result.exit_code == 1 and "none.csv" in result.stderr


def test_explain_says_why() -> None:
    said = run("explain", "They met on the 9th, for two days.", "--published", "2021-10-12").stdout
    for words in ('"the 9th"', "2021-10-09", "rule", "day 9", "2021-10-12: the document's date (given on the command line)"):
        assert words in said
    assert "it says how long" in said
    nothing = run("explain", "Nothing here.")
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (0, "", "dateline: no time expressions in the text\n")


@pytest.mark.parametrize("command", ["extract", "timexes"])
@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("none.txt", None, "no such file or folder"),
        ("empty.txt", b" \n", "is empty"),
        ("binary.txt", b"\x89PNG\0\0\x01", "is a binary file"),
        ("front.md", b"---\ntitle: [x\n---\nWords.", "broken front matter"),
        ("date.md", b"---\npublished: soon\n---\nWords.", "published 'soon' is no date"),
        ("line.jsonl", b'{"text": "On 4 May 2020 they met."}\n{"text', "line 2 is no json"),
        ("page.html", b"<html><script>x</script></html>", "no article text"),
        ("french.md", b"---\nlanguage: xx\n---\nWords.", "no grammar for language 'xx'"),
    ],
)
def test_bad_input_is_one_line_and_the_others_are_done(command: str, name: str, content: bytes | None, why: str) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    result = run(command, name, "article.txt", "--format", "jsonl")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith("dateline: ") and name.partition(".")[0] in line and why in line
    assert len([r for r in rows(result) if r["document"] == "article"]) == EVENTS
    assert len(rows(result)) == EVENTS + (name == "line.jsonl")


def test_a_folder_without_documents_is_said(here: Path) -> None:
    (here / "void").mkdir()
    result = run("extract", "void")
    assert (result.exit_code, result.stdout) == (1, "") and "void holds no documents" in result.stderr


def test_a_wrong_encoding_is_read_and_said() -> None:
    Path("old.txt").write_bytes("On 9 May 2020 the café opened – “at last”.".encode("cp1252"))
    result = run("extract", "old.txt", "--format", "jsonl")
    assert result.exit_code == 0 and "old.txt is not utf-8: it was read as windows-1252" in result.stderr
    assert "café opened – “at last”" in str(rows(result)[0]["excerpt"])


@pytest.mark.parametrize(("args", "given", "name"), [(("words.txt",), None, "words"), (("-",), "Words.", "standard input")])
def test_a_text_without_a_date_is_no_error(args: tuple[str, ...], given: str | None, name: str) -> None:
    Path("words.txt").write_text("Words without a date.")
    result = run("extract", *args, given=given)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"dateline: no dated events in {name}\n")


def test_published_that_is_no_date_is_said() -> None:
    result = run("extract", "article.txt", "--published", "last week")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "dateline: --published 'last week' is no date: write it like 2021-10-12, 12 October 2021, 2021-10 or 2021\n"


@pytest.mark.parametrize("line", ["", "extract", "extract a --format xml", "nonsense", "timexes a --reading x", "extract a -o ."])
def test_bad_usage_is_status_2(line: str) -> None:
    assert run(*line.split()).exit_code == 2


def test_an_earlier_output_stays_where_no_input_could_be_read() -> None:
    Path("events.csv").write_text("kept")
    result = run("extract", "none.txt", "-o", "events.csv")
    assert result.exit_code == 1 and result.stderr.splitlines()[-1] == "dateline: events.csv is left as it was: no input could be read"
    assert Path("events.csv").read_text() == "kept"
    assert run("extract", "none.txt", "article.txt", "-o", "events.csv").exit_code == 1
    assert len(Path("events.csv").read_text("utf-8").splitlines()) == EVENTS + 1


def test_an_output_that_cannot_be_written_is_said(here: Path) -> None:
    result = run("extract", "article.txt", "-o", "none/events.csv")
    assert result.exit_code == 1 and "none/events.csv cannot be written: no such file or directory" in result.stderr
    result = run("extract", "article.txt", "-o", "article.txt")
    assert result.exit_code == 1 and "article.txt is an input too" in result.stderr
    assert Path("article.txt").read_text() == TEXT and [p.name for p in here.iterdir()] == ["article.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("args", [("extract", "article.txt"), ("timexes", "article.txt"), ("explain", "on 9 May 2020")])
def test_a_full_disk_is_said(args: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        process = dateline(*args, stdout=full)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 1
    assert said == b"dateline: standard output cannot be written: no space left on device\n"


def test_every_command_teaches() -> None:
    for name, command in cli.commands.items():
        shown = run(name, "--help").stdout
        assert f"dateline {name}" in shown and command.short_help, name
        assert all(option.help for option in command.params if isinstance(option, click.Option)), name


def dateline(*args: str, **more: object) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", *args]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    return subprocess.Popen(command, env=environment, **streams)  # type: ignore[call-overload, no-any-return]


def many(count: int) -> None:
    with Path("many.jsonl").open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps({"id": f"d{number}", "text": TEXT}) + "\n")


def test_a_reader_that_leaves_ends_it_quietly() -> None:
    many(3000)
    process = dateline("timexes", "many.jsonl")
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 1


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_what_is_interrupted_leaves_no_file(here: Path, end: signal.Signals) -> None:
    many(50_000)
    process = dateline("timexes", "many.jsonl", "-o", "out.jsonl")
    deadline = time.monotonic() + 60
    while not list(here.glob(".out.jsonl.*.part")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(end)
    _, said = process.communicate(timeout=60)
    assert process.returncode in (1, 143), said
    assert sorted(p.name for p in here.iterdir()) == ["article.txt", "many.jsonl"]
