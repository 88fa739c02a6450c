"""The library's commands, on a library of their own each."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import core.library.cli  # noqa: F401  # its commands join those of core.cli
from core.cli import cli

DATELINE = [sys.executable, "-c", "from dashboard.cli import main; main()"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_LIBRARY", "case.db")
    Path("pier.txt").write_text("The pier opened on 3 May 2019. Ada Moore closed it in June 2020.")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args)


def test_documents_are_added_once_and_changed_ones_as_a_version() -> None:
    assert run("add", "pier.txt").stderr == "dateline: 1 new, 0 as a new version, 0 there already\n"
    assert run("add", "pier.txt").stderr == "dateline: 0 new, 0 as a new version, 1 there already\n"
    Path("pier.txt").write_text("The pier opened on 4 May 2019.")
    assert run("add", "pier.txt").stderr == "dateline: 0 new, 1 as a new version, 0 there already\n"
    (shelved,) = [json.loads(line) for line in run("documents", "--format", "jsonl").stdout.splitlines()]
    assert (shelved["id"], shelved["version"], shelved["events"]) == ("pier", 2, 1)
    assert "pier" in run("documents").stdout


def test_events_are_filtered() -> None:
    run("add", "pier.txt")

    def found(*options: str) -> list[str]:
        return [json.loads(line)["edtf"] for line in run("events", "--format", "jsonl", *options).stdout.splitlines()]

    assert found() == ["2019-05-03", "2020-06"]
    assert found("--from", "2020") == ["2020-06"]
    assert found("--to", "3 May 2019") == ["2019-05-03"]
    assert found("--words", "pier open") == ["2019-05-03"]
    assert found("--document", "other") == []
    assert found("--status", "planned") == []
    assert found("--actor", "Ada Moore") == ["2020-06"]
    assert "2019-05-03" in run("events").stdout


def test_documents_are_found_by_their_words() -> None:
    texts = {"zh": "在2021年10月9日，双方在多哈会谈。", "ar": "اجتمع الوفدان في الدوحة."}
    Path("texts.jsonl").write_text("".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in texts.items()))
    run("add", "pier.txt", "texts.jsonl")

    def found(words: str) -> list[str]:
        return [json.loads(line)["id"] for line in run("documents", "--format", "jsonl", "--words", words).stdout.splitlines()]

    assert found("pier") == ["pier"] and found("pier nowhere") == []
    assert found("多哈") == ["zh"] and found("الدوحة") == ["ar"]


def test_a_bad_document_leaves_the_others_in() -> None:
    Path("empty.txt").touch()
    result = run("add", "empty.txt", "pier.txt", "missing.txt")
    assert result.exit_code == 1
    assert result.stderr.count("dateline: ") == 3 and "1 new" in result.stderr


def test_check_tells_sound_from_damaged_and_missing() -> None:
    missing = run("check")
    assert (missing.exit_code, missing.stdout) == (0, "") and "no library at case.db yet" in missing.stderr
    run("add", "pier.txt")
    assert run("check").exit_code == 0
    with sqlite3.connect("case.db") as connection:
        connection.execute("update versions set text = 'another text'")
    connection.close()
    damaged = run("check")
    assert damaged.exit_code == 1
    assert len(damaged.stdout.splitlines()) == 3  # two excerpts and the text


def test_backup_and_restore() -> None:
    assert run("backup", "copy.db").exit_code == 1
    run("add", "pier.txt")
    assert run("backup", "copy.db").exit_code == 0
    assert "there is a file already" in run("backup", "copy.db").stderr
    Path("case.db").unlink()
    assert run("restore", "copy.db").exit_code == 0
    assert run("documents", "--format", "jsonl").stdout.count("\n") == 1
    assert "no such backup" in run("restore", "none.db").stderr


def test_the_other_commands_say_that_there_is_no_library() -> None:
    for name in ("documents", "events"):
        result = run(name)
        assert result.exit_code == 1 and "dateline add makes one" in result.stderr


def test_what_was_acknowledged_survives_a_kill(here: Path) -> None:
    documents = "\n".join(
        json.dumps({"id": f"d{i}", "text": f"The pier of town {i} opened on 3 May {1800 + i % 200}."}) for i in range(2000)
    )
    Path("many.jsonl").write_text(documents)
    process = subprocess.Popen([*DATELINE, "add", "many.jsonl"], cwd=here, env=os.environ, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    seen = 0
    while seen == 0 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
        if Path("case.db").exists():
            seen = run("documents", "--format", "jsonl").stdout.count("\n")
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = [json.loads(line) for line in run("documents", "--format", "jsonl").stdout.splitlines()]
    assert 0 < seen <= len(kept)
    assert all(shelved["events"] == 1 for shelved in kept)
    assert run("check").exit_code == 0


def test_two_writers_and_a_reader_share_a_library(here: Path) -> None:
    for name in ("a", "b"):
        lines = (json.dumps({"id": f"{name}{i}", "text": f"The pier of {name} {i} opened on 3 May {1800 + i % 200}."}) for i in range(60))
        Path(f"{name}.jsonl").write_text("\n".join(lines))
    writers = [subprocess.Popen([*DATELINE, "add", f"{name}.jsonl"], cwd=here, env=os.environ) for name in ("a", "b")]
    while any(writer.poll() is None for writer in writers):
        if Path("case.db").exists():
            assert run("documents").exit_code == 0
        time.sleep(0.2)
    assert [writer.returncode for writer in writers] == [0, 0]
    assert run("documents").stdout.count("\n") == 120
    assert run("check").exit_code == 0
