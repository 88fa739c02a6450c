"""How far the strict figure of a corpus is a matter of custom: the program's extents, rewritten to what each custom of marking would have.

Each custom is put upon the predictions for the four fifths of the corpora whose mistakes may be looked at, and the strict F1 of all three
corpora is printed before and after; then those customs together that help one corpus most, added one by one while they do.
"""

import argparse
import json
import re
from collections.abc import Callable
from typing import Any

from core.model import Document
from core.timex import timexes
from core.when import When
from scripts import score
from scripts.measure import SHARED, set_aside

Row = dict[str, Any]
UNIT = "(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|century)"


def without_start(pattern: str) -> Callable[[Row], Row | None]:
    """The custom that leaves out what an expression begins with."""
    words = re.compile(pattern, re.IGNORECASE)
    return lambda row: row | {"start": row["start"] + m.end()} if (m := words.match(row["text"])) else row


def without_end(pattern: str) -> Callable[[Row], Row | None]:
    """The custom that leaves out what an expression ends with."""
    words = re.compile(pattern, re.IGNORECASE)
    return lambda row: row | {"end": row["start"] + m.start()} if (m := words.search(row["text"])) and m.start() else row


def unmarked(*values: str, words: str = "") -> Callable[[Row], Row | None]:
    """The custom that leaves out references of these values, of these words only where some are given."""
    return lambda row: None if row["value"] in values and (not words or row["text"].lower() in words.split("|")) else row


CUSTOMS = {
    "no article before last, past, next": without_start(r"the (?=(?:past|last|next|coming|recent)\b)"),
    "no article before early, late, decades": without_start(r"the (?=(?:early|mid|late|\d0s|(?:19|20)\d0s)\b)"),
    "no early, late": without_start(r"(?:early|late|mid)[ -](?=\S)"),
    "no earlier, later": without_start(r"(?:earlier|later)[ -](?=\S)"),
    "no about, more than": without_start(r"(?:about|around|nearly|almost|more than|over|at least|less than|up to|just)\s"),
    "no 'the night of'": without_start(r"the (?:night|morning|evening|afternoon) of "),
    "no 'a' before a unit": without_start(rf"an? (?={UNIT}$)"),
    "no 'night' after a weekday": without_end(r" (?:night|morning|evening|afternoon)$"),
    "no 'this year' after a month": without_end(r" (?:this|next|last) year$"),
    "now unmarked": unmarked("PRESENT_REF", words="now|right now"),
    "recently, soon, the future unmarked": unmarked("PAST_REF", "FUTURE_REF"),
    "lengths without a number unmarked": lambda row: None if row["type"] == "DURATION" and "X" in row["value"] else row,
    "sets unmarked": lambda row: None if row["type"] == "SET" else row,
}


def predictions(corpus: str) -> list[tuple[set[tuple[int, int]], list[Row]]]:
    """For each document of four fifths of a corpus the gold spans, and what the program finds."""
    gold = score.load_gold(SHARED / "corpora" / corpus)
    aside = set_aside(gold)
    out = []
    for line in (SHARED / "corpora" / corpus / "documents.jsonl").read_text("utf-8").splitlines():
        given = json.loads(line)
        if given["id"] in aside:
            continue
        document = Document(given["id"], given["text"], published=When(given["published"]) if given["published"] else None)
        found = [row | {"ends": [_row(e) for e in t.ends]} for t in timexes(document) for row in (_row(t),)]
        answer = gold[given["id"]]
        out.append(({(t["start"], t["end"]) for t in answer["timexes"]}, score.flat(score.rows_for(answer, found))))
    return out


def _row(timex: Any) -> Row:
    return {"start": timex.span.start, "end": timex.span.end, "text": timex.span.text, "type": timex.type, "value": timex.value}


def strict(documents: list[tuple[set[tuple[int, int]], list[Row]]], customs: tuple[str, ...]) -> float:
    """The strict F1 with these customs put upon the predictions."""
    hits = predicted = wanted = 0
    for gold, rows in documents:
        kept = rows
        for custom in customs:
            kept = [changed for row in kept if (changed := CUSTOMS[custom](row)) is not None]
        hits += len(gold & {(row["start"], row["end"]) for row in kept})
        predicted, wanted = predicted + len(kept), wanted + len(gold)
    return 200 * hits / (predicted + wanted)


def main() -> None:
    """Prints Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", default="aquaint-corrected", help="whose customs to follow")
    corpus = parser.parse_args().corpus
    names = sorted(p.name for p in (SHARED / "corpora").glob("*") if p.is_dir())
    found = {name: predictions(name) for name in names}
    print(f"| custom | {' | '.join(names)} |\n|---|{'---:|' * len(names)}")
    print(f"| as the program writes | {' | '.join(f'{strict(found[name], ()):.1f}' for name in names)} |")
    for custom in CUSTOMS:
        print(f"| {custom} | {' | '.join(f'{strict(found[name], (custom,)) - strict(found[name], ()):+.1f}' for name in names)} |")
    best: tuple[str, ...] = ()
    while len(best) < len(CUSTOMS):
        better = max((c for c in CUSTOMS if c not in best), key=lambda c: strict(found[corpus], (*best, c)))
        if strict(found[corpus], (*best, better)) <= strict(found[corpus], best):
            break
        best = (*best, better)
        print(f"| ... and {better} | {' | '.join(f'{strict(found[name], best):.1f}' for name in names)} |")


if __name__ == "__main__":
    main()
