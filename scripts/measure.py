"""Scores the program against the gold answers, as Markdown tables: the seeds, and what lies in DATELINE_SHARED where that is there.

Each row is one run of the command line over documents as a user would give them, compared by `scripts/score.py`.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts import gathering, score

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("DATELINE_SHARED") or ROOT.parent / "shared")
DATELINE = Path(sys.executable).parent / "dateline"
ASIDE = ", the fifth set aside"
COLUMNS = {
    "timexes": ("gold", "predicted", "strict_F1", "relaxed_F1", "value_F1"),
    "events": ("gold", "predicted", "event_F1", "date_accuracy", "dated_event_F1", "actor_F1"),
}
SCORERS = {"timexes": score.score_timexes, "events": score.score_events}


def set_aside(names: Iterable[str]) -> set[str]:
    """A fixed random fifth of a corpus's documents: nobody looks at what goes wrong in these, so that rules are not written for them."""
    ordered = sorted(names)
    return set(random.Random("dateline").sample(ordered, round(len(ordered) / 5)))


def cases() -> Iterator[tuple[str, str, Path, list[str]]]:
    """What is measured: its name, the scorer, the gold, and what the command line is given."""
    corpora = sorted(p for p in (SHARED / "corpora").glob("*") if p.is_dir())
    for path in corpora:
        for part in ("", ASIDE):
            yield path.name + part, "timexes", path, [str(path / "documents.jsonl")]
    for what in ("timexes", "events"):
        yield "seeds", what, ROOT / "seeds/gold", [str(ROOT / "seeds/articles")]
        for part in ("seen", "unseen", "fresh", "later", "last", "practice", "newest", "november/open", "november/aside"):
            yield f"other genres, {part}", what, ROOT / "tests/genres" / part, [str(ROOT / "tests/genres" / part)]
        for gold in sorted((SHARED / "gold").glob("*.gold.json")):
            answer = json.loads(gold.read_text("utf-8"))["document"]
            article = str(SHARED / "seeds" / answer["file"])
            yield "the article, undated", what, gold, [article]
            if answer["published"]:
                yield "the article, dated", what, gold, [article, "--published", answer["published"]]


def measure(name: str, what: str, gold: Path, given: list[str], errors: int) -> dict[str, float]:
    """The scorer's figures for one run of `dateline timexes` or `dateline extract`."""
    verb = {"timexes": "timexes", "events": "extract"}[what]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "predicted.jsonl"
        subprocess.run([DATELINE, verb, *given, "--format", "jsonl", "-o", out], check=True)
        return SCORERS[what](answers(name, gold), score.load_rows(out), 0 if name.endswith(("aside", "unseen", "fresh")) else errors)


def answers(name: str, gold: Path) -> dict[str, dict]:
    """The gold answers that a case is about: of a corpus four fifths of its documents, or the fifth that is set aside."""
    loaded = score.load_gold(gold)
    if gold.parent.name != "corpora":
        return loaded
    aside = set_aside(loaded)
    return {key: answer for key, answer in loaded.items() if (key in aside) == name.endswith(ASIDE)}


def main() -> None:
    """Prints a table for time expressions, one for events and one for gathering."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0, help="how many mistakes of each run to list")
    parser.add_argument("--only", default="", help="run only what has this in its name")
    args = parser.parse_args()
    table = ""
    for name, what, gold, given in cases():
        if args.only not in f"{name} {what}":
            continue
        figures = measure(name, what, gold, given, args.errors)
        if what != table:
            table = what
            print(f"\n| {what} | {' | '.join(c.replace('_', ' ') for c in COLUMNS[what])} |\n|---|{'---:|' * len(COLUMNS[what])}")
        print(f"| {name} | {' | '.join(format(figures[c], '.1f' if isinstance(figures[c], float) else 'd') for c in COLUMNS[what])} |")
    gathering.main(args.errors, args.only)


if __name__ == "__main__":
    main()
