"""How long it takes to gather the events of 10,000 documents to one chronology, and of a half and a quarter of them; and one more document.

The documents are made: many matters, each with its own people, places and days, told by several documents. Their events are rows as a
library keeps them, eight a document.
"""

import gc
import os
import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from core.chronology import Chronology
from core.library import Library
from core.library.rows import put
from core.library.schema import documents, versions
from core.library.transaction import Transaction
from core.when import DAY, days_from_civil, instant_text
from dashboard.cli import COLLECTED

DOCUMENTS = int(os.environ.get("DOCUMENTS") or 10_000)
FURTHER = 10
EVENTS = 8
A_MATTER = 40
"""How many documents tell of one matter, of which each tells some of the happenings."""
SYLLABLES = "ba be bo da de do fa fi ga go ha ka ki la le lo ma mi na no pa po ra ri sa so ta te va vo za zu".split()
DEEDS = (
    "signed an agreement with {b} in {p}", "met {b} in {p}", "was arrested in {p}", "resigned after talks with {b}",
    "opened a factory in {p}",
    "withdrew its forces from {p}", "bought a shipyard from {b}", "rejected the offer of {b}", "captured {p}", "visited {p} with {b}",
    "accused {b} of theft", "was elected in {p}",
    "said that {b} had failed in {p}", "shelled {p}, killing {n} people",
    "sued {b} for {n} million euros",
)  # fmt: skip
FILLING = "late quiet old broken first second third cold heavy early formal secret public local new joint small large final brief".split()


def names(random_: random.Random, count: int) -> list[str]:
    return ["".join(random_.choices(SYLLABLES, k=3)).capitalize() for _ in range(count)]


def rows(documents: int, seed: int = 0) -> Iterator[dict[str, Any]]:
    """The rows of the events of so many documents."""
    chance = random.Random(seed)
    first = days_from_civil(1990, 1, 1)
    for matter in range(-(-documents // A_MATTER)):
        who, where, start = names(chance, 10), names(chance, 6), first + chance.randrange(12_000)
        happenings = [
            (start + chance.randrange(400), chance.choice(DEEDS), *chance.sample(who, 2), chance.choice(where)) for _ in range(60)
        ]
        for k in range(min(A_MATTER, documents - matter * A_MATTER)):
            for place, (day, deed, a, b, p) in enumerate(chance.sample(happenings, EVENTS)):
                yield row(
                    f"d{matter}-{k}", place, day + (chance.random() < 0.05), a, deed.format(b=b, p=p, n=chance.randrange(2, 90)), chance
                )


def row(document: str, place: int, day: int, who: str, deed: str, chance: random.Random) -> dict[str, Any]:
    edtf = instant_text(day * DAY)[: chance.choice((10, 10, 10, 10, 7, 4))]
    label = f"{who} {deed}"
    excerpt = f"On that day {label}, at a {chance.choice(FILLING)} and {chance.choice(FILLING)} {''.join(chance.choices(SYLLABLES, k=2))}."
    start = 300 * place
    return {
        "id": f"{document}:{start}", "document": document, "edtf": edtf, "granularity": ("year", "month", "day")[len(edtf) // 3 - 1],
        "extent": "moment", "label": label, "excerpt": excerpt, "excerpt_start": start, "excerpt_end": start + len(excerpt),
        "mentions": [{"start": start, "end": start + len(excerpt), "text": excerpt}], "timexes": [], "actors": [who], "places": [],
        "status": "happened", "published": instant_text((day + 30) * DAY),
    }  # fmt: skip


def shelve(library: Library, groups: list[list[dict[str, Any]]], first: int) -> None:
    """Put documents into a library, each by the rows of its events, without a text that was read."""
    keyed = list(enumerate(groups, first))
    with Transaction(library._engine, library.path, writes=True) as connection:
        connection.execute(insert(documents), [{"key": key, "id": group[0]["document"], "version": 1} for key, group in keyed])
        same = {"number": 1, "sha256": "", "text": "x" * 3000, "body": 0, "language": "en", "added": ""}
        connection.execute(insert(versions), [{"document": key, **same} for key, _ in keyed])
        put(connection, [(key, {**told, "review": "new"}) for key, group in keyed for told in group])


def kept(number: int) -> None:
    """Prints how long a library takes to gather so many documents, one more, and to give all happenings."""
    groups = [list(group) for _, group in groupby(rows(number + FURTHER), key=lambda row: row["document"])]
    random.Random(1).shuffle(groups)
    with TemporaryDirectory() as folder, Library(Path(folder, "library.db")) as library:
        shelve(library, groups[FURTHER:], 1)
        spent = _timed(library.gather)
        slowest = 0.0
        for key, group in enumerate(groups[:FURTHER], number + 1):
            shelve(library, [group], key)
            slowest = max(slowest, _timed(library.gather))
        given = _timed(library.happenings)
        print(f"\na library gathers {number:,} documents in {spent:.1f} s, a further one in {slowest:.2f} s; it gives all in {given:.1f} s")


def main() -> None:
    """Prints a Markdown table, and the figures of a library; times are of the processor. `DOCUMENTS` sets another number."""
    gc.set_threshold(COLLECTED)  # as the commands do
    head = ("documents", "events", "happenings", "told by several", "gathered in, seconds", "ten more, slowest, seconds")
    print(f"| {' | '.join(head)} |\n|{'---:|' * len(head)}")
    for number in (DOCUMENTS // 4, DOCUMENTS // 2, DOCUMENTS):
        told = list(rows(number + FURTHER))
        by_document = [list(group) for _, group in groupby(told, key=lambda row: row["document"])]
        random.Random(1).shuffle(by_document)
        chronology = Chronology()
        spent = _timed(partial(chronology.add, [row for group in by_document[FURTHER:] for row in group]))
        slowest = max(_timed(partial(chronology.add, group)) for group in by_document[:FURTHER])
        found = chronology.happenings()
        several = sum(len(happening.events) > 1 for happening in found)
        print(f"| {number:,} | {len(told):,} | {len(found):,} | {several:,} | {spent:.1f} | {slowest:.2f} |")
    kept(DOCUMENTS)


def _timed(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


if __name__ == "__main__":
    main()
