"""How fast the library is: 10,000 documents added, one more, and events found among a million by actor, time and words.

The documents are made of the texts of the corpora in DATELINE_SHARED, or of the seeds where that is absent: each is a stretch of one or two
of them, with years and names exchanged. `DOCUMENTS` and `EVENTS` in the environment set other numbers.
"""

import json
import os
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sqlalchemy import insert

from core.library import Library, Wanted, sqlite
from core.library.schema import actors, documents, event_actors, events
from core.library.transaction import Transaction
from core.when import When

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("DATELINE_SHARED") or ROOT.parent / "shared")
DATELINE = [sys.executable, "-c", "from dashboard.cli import main; main()"]
NAMES = ["Moore", "Keller", "Abadi", "Lindqvist", "Okafor", "Tanaka", "Silva", "Petrov", "Haddad", "Novak"]
VOCABULARY = [start + middle + end for start in "bcdfgklmnprst" for middle in ("ar", "el", "in", "or", "us") for end in "abdegiklmnorstuy"]
ACTORS = 5000
LONG = 2600
"""Characters of a document: 10,000 of them are some 30 MB on the disk."""


def corpus() -> list[dict[str, str]]:
    """The documents that others are made of."""
    files = sorted((SHARED / "corpora").glob("*/documents.jsonl"))
    found = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return found or [{"text": p.read_text("utf-8").split("---", 2)[2]} for p in (ROOT / "seeds/articles").glob("*.md")]


def made(number: int) -> Iterator[str]:
    """So many different documents, as JSON lines."""
    draw = random.Random(7)
    texts = corpus()
    for i in range(number):
        told = draw.choice(texts)
        text = told["text"]
        start = text.find("\n", draw.randrange(len(text) - LONG)) + 1 if len(text) > LONG else 0
        text = text[start : start + LONG + draw.randrange(400)]
        if len(text) < LONG:
            text += "\n\n" + draw.choice(texts)["text"][: LONG - len(text)]
        shift = draw.randrange(-9, 10)
        text = re.sub(r"\b(?:19|20)\d\d\b", lambda year, by=shift: str(int(year[0]) + by), text)
        text = re.sub(r"\b(Mrs?|Ms)\. [A-Z]\w+", lambda name: f"{name[1]}. {draw.choice(NAMES)}", text)
        yield json.dumps({"id": f"d{i:06}", "text": text, "published": told.get("published")}) + "\n"


def add(inputs: Path, library: Path) -> tuple[float, float]:
    """Seconds on the clock and of CPU that `dateline add` takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*DATELINE, "add", str(inputs), "--library", str(library)], check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def name(actor: int) -> str:
    """What an actor of the million events is called."""
    return f"{NAMES[actor % 10]} {actor}"


@cache
def often(number: int) -> list[float]:
    """Cumulated weights after Zipf and Mandelbrot, as words and names are spread: the first ones come up often, most seldom."""
    return list(accumulate(1 / (rank + 20) for rank in range(number)))


def fill(library: Library, number: int) -> None:
    """So many events of 5,000 actors over 120 years, without their documents' texts."""
    draw = random.Random(7)
    with Transaction(library._engine, library.path, writes=True) as connection:
        connection.execute(insert(documents), [{"key": 1, "id": "made", "version": 1}])
        connection.execute(insert(actors), [{"key": key + 1, "name": name(key)} for key in range(ACTORS)])
        for first in range(0, number, 10_000):
            rows, values, acted = [], [], []
            for key in range(first + 1, first + 10_001):
                when = When(f"{draw.randrange(1900, 2020)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}")
                told = " ".join(draw.choices(VOCABULARY, cum_weights=often(len(VOCABULARY)), k=9))
                played = set(draw.choices(range(ACTORS), cum_weights=often(ACTORS), k=2))
                row = {"id": f"e{key}", "label": told[:20], "excerpt": told, "actors": [name(actor) for actor in played]}
                rows.append((key, row))
                span = {"start_ms": when.start, "end_ms": when.end}
                values.append({"key": key, "id": f"e{key}", "document": 1, **span, "status": "happened", "granularity": "day", "row": row})
                acted += [{"actor": actor + 1, "event": key} for actor in played]
            connection.execute(insert(events), values)
            connection.execute(insert(event_actors), acted)
            sqlite.index_events(connection, rows)
    library.tidy()


def searches(library: Library) -> Iterator[tuple[str, float, int]]:
    """Searches by actor, time and words: what was asked, its median milliseconds, how many were found."""
    for actor in (0, 50, 1000):
        for words in (VOCABULARY[0], VOCABULARY[50], f"{VOCABULARY[3]} {VOCABULARY[9]}"):
            for years in (1, 30):
                wanted = Wanted((name(actor),), When("1950").start, When(str(1949 + years)).end, words, limit=100)
                times = []
                for _ in range(9):
                    start = time.perf_counter()
                    found = len(list(library.events(wanted)))
                    times.append((time.perf_counter() - start) * 1000)
                yield f"{name(actor)}, {words!r}, {years} years", median(times), found


def main() -> None:
    """Print what was measured."""
    number, held = int(os.environ.get("DOCUMENTS") or 10_000), int(os.environ.get("EVENTS") or 1_000_000)
    with TemporaryDirectory() as folder:
        many, one, path = Path(folder, "many.jsonl"), Path(folder, "one.txt"), Path(folder, "library.db")
        with many.open("w") as file:
            file.writelines(made(number))
        clock, cpu = add(many, path)
        print(f"add {number} documents, {many.stat().st_size / 1e6:.0f} MB: {clock:.0f} s, {cpu:.0f} s of CPU on {os.cpu_count()} cores")
        one.write_text("The mayor opened the bridge at Ostby on 3 May 2019.")
        clock, cpu = add(one, path)
        print(f"add one more: {clock:.2f} s, {cpu:.2f} s of CPU")
        clock, _ = add(many, path)
        print(f"add the same {number} again: {clock:.1f} s")
        with Library(Path(folder, "million.db")) as library:
            fill(library, held)
            for asked, milliseconds, found in searches(library):
                print(f"among {held} events, {asked}: {milliseconds:.1f} ms, first {found}")


if __name__ == "__main__":
    main()
