"""`dateline serve`: the dashboard as a process that starts, answers and ends."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import tomllib
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import streamlit
from click.testing import CliRunner

from core import read
from core.cli import name_of
from dashboard import cli
from dashboard.timeline import plotly_js

ROOT = Path(__file__).parent.parent


@contextmanager
def taken() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as listener:
        listener.bind((cli.ADDRESS, 0))
        listener.listen()
        yield int(listener.getsockname()[1])


@contextmanager
def served(*args: str) -> "Iterator[subprocess.Popen[str]]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "http_proxy": "http://127.0.0.1:9"}
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", "serve", *args]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def free_port() -> int:
    with taken() as port:
        return port


def passing(folder: Path) -> Path:
    """The passing library in a folder, once the documents are in it."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        for found in folder.glob("dateline-*/*.db"):
            with closing(sqlite3.connect(found)) as connection:
                made = connection.execute("select 1 from sqlite_master where name = 'readings'").fetchone()
                if made and connection.execute("select 1 from readings").fetchone():
                    return found
        time.sleep(0.1)
    raise AssertionError("there is no passing library")


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_says_when_it_is_ready_and_ends_when_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: signal.Signals) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    Path("article.txt").write_text("On 9 May 2020 they met.")
    port = free_port()
    with served("article.txt", "--port", str(port), "--no-browser") as process:
        assert process.stdout
        line = process.stdout.readline()
        assert line == f"Dateline is ready at http://127.0.0.1:{port}\n"
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"http://127.0.0.1:{port}/_stcore/health") as answer:
            assert answer.read() == b"ok"
        passing(tmp_path)
        process.send_signal(end)
        _, said = process.communicate(timeout=20)
        assert process.returncode == 0, said
        assert "Traceback" not in said
    assert not list(tmp_path.glob("dateline-*"))


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_though_somebody_never_takes_his_answer(end: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    script = max((Path(streamlit.__file__).parent / "static/static/js").glob("*.js"), key=lambda path: path.stat().st_size)
    port = free_port()
    with served("--port", str(port), "--no-browser") as process, socket.socket() as visitor:
        assert process.stdout and "ready" in process.stdout.readline()
        visitor.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        visitor.connect((cli.ADDRESS, port))
        asked = f"GET /static/js/{script.name} HTTP/1.1\r\nHost: {cli.ADDRESS}:{port}\r\n\r\n"
        visitor.sendall(asked.encode() * 8)
        assert visitor.recv(12) == b"HTTP/1.1 200"
        passing(tmp_path)
        process.send_signal(end)
        assert process.wait(timeout=cli.GRACE + 10) == 0
    assert not list(tmp_path.glob("dateline-*"))


def test_a_library_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    (tmp_path / "case.db").write_text("I am a text, and long enough to be looked at as a database file. " * 20)
    with served("--library", str(tmp_path / "case.db"), "--port", str(free_port()), "--no-browser") as process:
        assert process.stderr and "restore a backup" in process.stderr.readline()


def test_documents_and_a_library_are_not_both_shown(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli.cli, ["serve", str(tmp_path), "--library", "case.db"])
    assert result.exit_code == 2 and "give documents or a library" in result.stderr


def test_it_offers_plotly_in_one_piece_that_browsers_keep() -> None:
    port = free_port()
    with served("--port", str(port), "--no-browser") as process:
        assert process.stdout and "ready" in process.stdout.readline()
        asked = urllib.request.Request(f"http://127.0.0.1:{port}{plotly_js.ADDRESS}", headers={"Accept-Encoding": "gzip"})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked) as answer:
            assert answer.read() == plotly_js.fast()
            assert "immutable" in answer.headers["Cache-Control"] and answer.headers["Content-Type"].startswith("text/javascript")


def test_plotly_is_as_it_was_without_its_wrapper() -> None:
    code, fast = (plotly_js.FOLDER / plotly_js.NAME).read_bytes(), plotly_js.fast()
    assert fast.startswith(plotly_js.EAGER + b"/**") and b"MIT" in fast[:400]
    script = fast[fast.index(b'"use strict"') :]
    assert script in code and len(script) > 0.99 * len(code)


def test_it_listens_on_this_machine_only() -> None:
    assert cli.SETTINGS["server.address"] == "127.0.0.1" and cli.SETTINGS["browser.gatherUsageStats"] is False


def test_what_has_nothing_to_show_is_said_and_bounded(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("Nothing happened here.")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    with (tmp_path / "many.jsonl").open("w") as lines:
        lines.writelines(f'{{"id": "n{number}", "text": "Nothing happened."}}\n' for number in range(350))
    for names, expected in ((["empty.txt"], 1), (["empty.txt", "binary.txt", "many.jsonl"], cli.LINES + 1)):
        inputs = [str(tmp_path / name) for name in names]
        with served(*inputs, "--port", str(free_port()), "--no-browser") as process:
            assert process.stderr
            said = [process.stderr.readline() for _ in range(expected)]
        if expected == 1:
            assert said == [f"dateline: no dated events in {name_of(next(read(inputs[0])))}\n"]
        else:
            assert "binary.txt" in said[0] and said[-1] == "dateline: and 342 more like these\n"


def test_the_package_brings_the_page_and_its_settings() -> None:
    brought = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for name in (cli.APP.name, ".streamlit/config.toml"):
        assert brought[name] == name and (ROOT / name).is_file()


def test_a_port_in_use_is_said() -> None:
    with taken() as port:
        result = CliRunner().invoke(cli.cli, ["serve", "--port", str(port)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"dateline: port {port} is in use: end what listens there, or give another with --port\n"


def test_a_missing_input_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli.cli, ["serve", str(tmp_path / "none.txt")])
    assert result.exit_code == 1 and re.fullmatch(r"dateline: .*none\.txt: no such file or folder; check the path\n", result.stderr)


def test_a_folder_without_documents_is_said_before_anything_is_ready(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    result = CliRunner().invoke(cli.cli, ["serve", str(tmp_path), "--port", str(free_port()), "--no-browser"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"dateline: {tmp_path}: no documents; give a file, or a folder that holds some\n"


def test_a_missing_input_keeps_no_other_from_being_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "quay.txt").write_text("The quay closed on 3 May 2019.")
    monkeypatch.setattr("dashboard.server.run", lambda *_: None)
    monkeypatch.setattr(cli, "_end_when_told", lambda: None)
    monkeypatch.setenv("DATELINE_INPUTS", "")
    inputs = [str(tmp_path / name) for name in ("none.txt", "quay.txt")]
    result = CliRunner().invoke(cli.cli, ["serve", *inputs, "--port", str(free_port()), "--no-browser"])
    assert result.exit_code == 0 and re.fullmatch(r"dateline: .*none\.txt: no such file or folder; check the path\n", result.stderr)
    assert json.loads(os.environ["DATELINE_INPUTS"]) == [str((tmp_path / "quay.txt").resolve())]
