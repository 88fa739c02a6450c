"""Faults on purpose: is anything lost that was acknowledged, and does the message say what to do?

`make soak` runs it at length, `--kills` and `--seconds` set how long; the tests run a small sample. Exit status 1 where something was lost.
"""

import argparse
import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

DATELINE = [sys.executable, "-c", "from dashboard.cli import main; main()"]


def piers(path: Path, name: str, number: int) -> Path:
    """A file of so many documents, one event each."""
    lines = (json.dumps({"id": f"{name}{i}", "text": f"The pier of Ostby opened on 3 May {1800 + i % 200}."}) for i in range(number))
    path.write_text("\n".join(lines))
    return path


def dateline(*args: str | Path, limit: int | None = None) -> subprocess.Popen[str]:
    """A command that runs; `limit` is the largest file that it may write, in bytes."""

    def bounded() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen([*DATELINE, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=bounded)


def ran(*args: str | Path) -> subprocess.CompletedProcess[str]:
    """A command that has run."""
    return subprocess.run([*DATELINE, *map(str, args)], capture_output=True, text=True, check=False)


def shelved(library: Path) -> set[str]:
    """The ids of the documents in a library, each with its event. Raises AssertionError for half a document."""
    found = ran("documents", "--library", library, "--format", "jsonl")
    assert found.returncode == 0, found.stderr
    rows = [json.loads(line) for line in found.stdout.splitlines()]
    assert all(row["events"] == 1 for row in rows), "half a document"
    return {row["id"] for row in rows}


def sound(library: Path) -> None:
    """Raises AssertionError for a library that `dateline check` complains of."""
    checked = ran("check", "--library", library)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def killed(folder: Path, kills: int, seed: int = 0) -> Iterator[str]:
    """SIGKILL while documents are added and gathered, again and again: what a reader has seen before must be there after.

    Every second time it comes at any moment, also before the first document, else at any moment after documents were seen to come in.
    """
    draw = random.Random(seed)
    library = folder / "killed.db"
    seen: set[str] = set()
    midway = 0
    for number in range(kills):
        process = dateline("add", piers(folder / "many.jsonl", f"k{number}-", 1000), "--library", library)
        if number % 2:
            time.sleep(draw.uniform(0, 6))
        else:
            while process.poll() is None and reader(library) <= seen:
                time.sleep(0.02)
            time.sleep(draw.uniform(0, 1))
        seen |= reader(library)
        midway += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if seen:
            after = shelved(library)
            assert seen <= after, f"lost: {sorted(seen - after)[:3]}"
            seen = after
            sound(library)
    assert seen, "no document came in before a kill"
    yield f"{kills} kills, {midway} of them midway: {len(seen)} documents acknowledged, none lost"


def reader(library: Path) -> set[str]:
    """The ids of the documents that another process sees in a library now."""
    if not library.exists():
        return set()
    try:
        with closing(sqlite3.connect(f"file:{library}?mode=ro", uri=True, timeout=5)) as connection:
            return {id for (id,) in connection.execute("select id from documents where version > 0")}
    except sqlite3.OperationalError:  # its tables are not there yet
        return set()


def crowded(folder: Path, seconds: float) -> Iterator[str]:
    """Two writers and a reader on one library."""
    library = folder / "crowded.db"
    until = time.monotonic() + seconds
    rounds = reads = 0
    while time.monotonic() < until or not rounds:
        inputs = [piers(folder / f"{name}.jsonl", f"{name}{rounds}-", 60) for name in ("a", "b")]
        writers = [dateline("add", each, "--library", library) for each in inputs]
        while any(writer.poll() is None for writer in writers):
            if library.exists():
                reads += ran("documents", "--library", library).returncode == 0
        said = [writer.communicate()[1] for writer in writers]
        assert [writer.returncode for writer in writers] == [0, 0], said
        rounds += 1
    assert len(shelved(library)) == 120 * rounds and reads
    sound(library)
    yield f"two writers and a reader: {120 * rounds} documents by {2 * rounds} writers, {reads} reads"


def full(folder: Path, limit: int = 3_000_000, number: int = 6000) -> Iterator[str]:
    """A disk that fills up, as a limit to the size of a file."""
    library = folder / "full.db"
    ran("add", piers(folder / "few.jsonl", "few", 50), "--library", library)
    before = shelved(library)
    process = dateline("add", piers(folder / "many.jsonl", "many", number), "--library", library, limit=limit)
    _, said = process.communicate()
    assert process.returncode == 1, said
    last = said.strip().splitlines()[-1]
    assert "make room on the disk" in last and "Traceback" not in said, said
    assert before <= shelved(library), "lost"
    sound(library)
    again = ran("add", folder / "many.jsonl", "--library", library)
    assert again.returncode == 0 and len(shelved(library)) == 50 + number, again.stderr
    yield f"a full disk: {last}"


def cut(folder: Path, parts: tuple[float, ...] = (0.2, 0.5, 0.9)) -> Iterator[str]:
    """A library that is cut off in the middle of the file."""
    library, copy = folder / "cut.db", folder / "copy.db"
    ran("add", piers(folder / "many.jsonl", "many", 500), "--library", library)
    ran("backup", copy, "--library", library)
    before = shelved(library)
    for part in parts:
        whole = copy.read_bytes()
        for left in folder.glob("cut.db*"):
            left.unlink()
        library.write_bytes(whole[: int(len(whole) * part)])
        checked = ran("check", "--library", library)
        assert checked.returncode == 1 and "restore" in checked.stderr and "Traceback" not in checked.stderr, checked.stderr
        assert ran("restore", copy, "--library", library).returncode == 0
        assert shelved(library) == before
        sound(library)
    yield f"cut off: {checked.stderr.strip().splitlines()[-1]}"


def main() -> int:
    """Run all faults and print how each went."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--kills", type=int, default=50)
    given.add_argument("--seconds", type=float, default=60)
    options = given.parse_args()
    faults: list[Callable[[Path], Iterator[str]]] = [
        lambda folder: killed(folder, options.kills),
        lambda folder: crowded(folder, options.seconds),
        full,
        cut,
    ]
    lost = 0
    os.environ.pop("DATELINE_LIBRARY", None)
    for fault in faults:
        with TemporaryDirectory() as folder:
            try:
                for line in fault(Path(folder)):
                    print(line, flush=True)
            except AssertionError as error:
                lost += 1
                print(f"FAULT: {error}", flush=True)
    return int(bool(lost))


if __name__ == "__main__":
    sys.exit(main())
