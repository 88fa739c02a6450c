"""Many documents on several cores: in order, bounded, and nothing left behind."""

import functools
import gc
import inspect
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.aliases import Alias, Aliases
from core.errors import GrammarError
from core.library.extraction import AHEAD, FEW, extracted
from core.model import Document
from core.pipeline import extract

DATELINE = [sys.executable, "-c", "from dashboard.cli import main; main()"]


def piers(number: int) -> Iterator[Document]:
    return (Document(f"d{i}", f"Ada Moore opened the pier of town {i} on 3 May {1900 + i % 100}.") for i in range(number))


@pytest.mark.parametrize("number", [3, FEW + 20])
def test_what_two_cores_read_is_what_one_reads(number: int) -> None:
    aliases = Aliases([Alias("Ada Moore-Lane", "Ada Moore", "person")])
    found = list(extracted(piers(number), aliases=aliases, cores=2))
    assert [document.id for document, _ in found] == [f"d{i}" for i in range(number)]
    assert [events for _, events in found] == [extract(document, aliases=aliases) for document in piers(number)]
    assert found[1][1][0].actors[0].name == "Ada Moore-Lane"  # type: ignore[index, union-attr]


@pytest.mark.parametrize("number", [3, FEW + 20])
def test_an_error_and_a_known_document_keep_their_place(number: int) -> None:
    documents = (Document(d.id, d.text, language="xx") if d.id == "d1" else d for d in piers(number))
    found = list(extracted(documents, skip=lambda document: document.id == "d2", cores=2))
    assert isinstance(found[1][1], GrammarError) and "xx" in str(found[1][1])
    assert found[2][1] is None
    assert all(len(events) == 1 for number, (_, events) in enumerate(found) if number not in (1, 2))  # type: ignore[arg-type]


def test_no_more_is_read_ahead_than_the_cores_need() -> None:
    taken = 0

    def counted() -> Iterator[Document]:
        nonlocal taken
        for document in piers(400):
            taken += 1
            yield document

    for number, _ in enumerate(extracted(counted(), cores=2)):
        assert taken <= number + max(FEW, AHEAD * 2 + 2)


def children(parent: int) -> set[int]:
    """The processes that a process has started."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                number = (entry / "stat").read_text().rpartition(")")[2].split()[1]
            except OSError:
                continue
            if int(number) == parent:
                found.add(int(entry.name))
    return found


def running(numbers: set[int]) -> set[int]:
    return {n for n in numbers if (stat := Path(f"/proc/{n}/stat")).exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"}


@pytest.mark.skipif(not Path("/proc/self/stat").exists() or os.cpu_count() == 1, reason="needs /proc and two cores")
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_stopped_midway_it_keeps_what_is_in_and_leaves_no_process(tmp_path: Path, sent: signal.Signals, status: int) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join(json.dumps({"id": d.id, "text": d.text * 20}) for d in piers(3000)))
    command = [*DATELINE, "add", str(many), "--library", str(tmp_path / "case.db")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 120
    while (len(workers := children(process.pid)) < 2 or not wal(tmp_path)) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(sent)
    _, said = process.communicate(timeout=60)
    assert process.returncode == status
    assert "Traceback" not in said
    if sent is signal.SIGINT:
        assert "the same command goes on from there" in said and " new, " in said
    deadline = time.monotonic() + 60
    while running(workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert len(workers) >= 2 and not running(workers)


def test_what_is_remembered_between_documents_has_a_bound() -> None:
    kept = [
        each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper) and (each.__module__ or "").startswith("core.")
    ]
    asked = [cache for cache in kept if inspect.signature(cache).parameters]
    bounds = {f"{cache.__module__}.{cache.__name__}": cache.cache_parameters()["maxsize"] for cache in asked}
    assert len(bounds) > 8
    assert {name: bound for name, bound in bounds.items() if bound is None or bound > 1 << 16} == {}


def wal(folder: Path) -> bool:
    """Whether documents were written: opening a new library leaves a small log."""
    log = folder / "case.db-wal"
    return log.exists() and log.stat().st_size > 500_000
