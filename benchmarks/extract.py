"""How fast events are read on one core, and what 100,000 documents cost in time and memory when they stream through the command line.

Give it JSON Lines or folders of your own; else it takes the news of the corpora in DATELINE_SHARED where that is there, and the seeds.
Each document counts with the shortest of several runs, so that what else the machine does matters less. The streamed documents are made,
each with names of its own; `DOCUMENTS` in the environment sets another number. Their part reads /proc, so it needs Linux.
"""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from core import extract, read
from core.model import Document

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("DATELINE_SHARED") or ROOT.parent / "shared")
NEWS = ("timebank-corrected", "aquaint-corrected")
RUNS = 4
DOCUMENTS = int(os.environ.get("DOCUMENTS") or 100_000)
SYLLABLES = "ba be bo da de do fa fi ga go ha ka ki la le lo ma mi na no pa po ra ri sa so ta te va vo za zu".split()
DEEDS = ("opened the bridge at", "resigned as mayor of", "met the council of", "sold the mill at", "was arrested near", "returned to")
MONTHS = "January February March April May June July August September October November December".split()
DATELINE = [sys.executable, "-c", "from dashboard.cli import main; main()", "extract"]
TICKS = os.sysconf("SC_CLK_TCK")


def inputs() -> dict[str, list[Document]]:
    """The documents to read, by what they are."""
    if given := sys.argv[1:]:
        return {Path(path).name: list(read(path)) for path in given}
    files = [SHARED / "corpora" / name / "documents.jsonl" for name in NEWS]
    news = [document for file in files if file.exists() for document in read(file)]
    seeds = list(read(ROOT / "seeds/articles"))
    return ({"the news corpora": news} if news else {}) | {"the seeds": seeds}


def spent(document: Document) -> tuple[float, int]:
    """The shortest time on the processor that a document's events take, in seconds, and how many they are."""
    shortest, found = float("inf"), 0
    for _ in range(RUNS):
        start = time.process_time()
        found = len(extract(document))
        shortest = min(shortest, time.process_time() - start)
    return shortest, found


def speed() -> None:
    """Print how fast the documents are read: all of them, and each of their quarters, so that one sees whether time grows with them."""
    print("| documents | kB | events | kB/s | of its quarters |\n|---|---:|---:|---:|---:|")
    for name, documents in inputs().items():
        for document in documents[:20]:
            extract(document)
        sizes = [len(document.text.encode("utf-8", "surrogatepass")) / 1000 for document in documents]
        times = [spent(document) for document in documents]
        rates = []
        for quarter in range(4):
            part = range(quarter * len(documents) // 4, (quarter + 1) * len(documents) // 4)
            if part:
                rates.append(sum(sizes[i] for i in part) / sum(times[i][0] for i in part))
        whole = sum(sizes) / sum(seconds for seconds, _ in times)
        print(
            f"| {name}: {len(documents)} | {sum(sizes):.0f} | {sum(found for _, found in times)} | {whole:.0f} "
            f"| {', '.join(f'{rate:.0f}' for rate in rates)} |"
        )


def made(number: int) -> Iterator[str]:
    """So many different documents, as JSON lines, each with one event."""
    draw = random.Random(7)

    def name() -> str:
        return "".join(draw.choices(SYLLABLES, k=3)).capitalize()

    for i in range(number):
        day = f"{draw.randrange(1, 28)} {draw.choice(MONTHS)} {draw.randrange(1950, 2020)}"
        told = f"{name()} {name()} {draw.choice(DEEDS)} {name()} on {day}. Nobody in {name()} had expected it."
        yield json.dumps({"id": f"d{i}", "text": told}) + "\n"


def status(process: int) -> tuple[float, float]:
    """The seconds of processor that a process has taken, and the most memory that it has held, in MB."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    peak = next(line for line in Path(f"/proc/{process}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return (int(fields[11]) + int(fields[12])) / TICKS, int(peak.split()[1]) / 1000


def streamed() -> None:
    """Print the time and the peak of memory after a tenth, a half and all of many documents that stream through the command line."""
    marks = {DOCUMENTS // 10 - 1, DOCUMENTS // 2 - 1, DOCUMENTS - 1}
    print("\n| documents streamed | seconds of processor | peak of memory, MB |\n|---:|---:|---:|")
    with TemporaryDirectory() as folder:
        many = Path(folder, "many.jsonl")
        with many.open("w") as file:
            file.writelines(made(DOCUMENTS))
        with subprocess.Popen([*DATELINE, str(many), "--format", "jsonl"], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            seen = -1
            for line in process.stdout:
                at = int(json.loads(line)["document"].rpartition("d")[2])
                if at != seen and at in marks:
                    seconds, peak = status(process.pid)
                    print(f"| {at + 1:,} | {seconds:.0f} | {peak:.0f} |", flush=True)
                seen = at
        if process.returncode:
            sys.exit(f"dateline extract ended with {process.returncode}")


if __name__ == "__main__":
    speed()
    if Path("/proc").exists():
        streamed()
