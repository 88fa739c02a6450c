"""An invented gazette of any length, whose events the program reads by itself: for a look at a library that is full.

`python -m benchmarks.gazette SENTENCES` prints it as JSON Lines, for `dateline add`. A sentence dates one event and names who took part;
the days and the names come up as in `crowd`.
"""

import json
import random
import sys
from collections.abc import Iterator

import numpy as np

from benchmarks.crowd import SEED, instants
from core.when import civil_from_days
from dashboard.words.dates import MONTHS

PAGE = 40
"""Sentences of a document."""
PARAGRAPH = 5
FIRST = "Ada Bruno Clara Dario Edith Felix Greta Hugo Irma Jonas Kaja Lorenz Mira Nils Olga Paul Renate Simon Tilda Viktor".split()
LAST = (
    "Abadi Brandt Castell Dorn Ekholm Farkas Gruber Hansen Ilic Jansen Keller Lindqvist Moore Novak Okafor Petrov Reyes Silva Weiss".split()
)
NAMES = [f"{FIRST[(number * 7) % len(FIRST)]} {LAST[number % len(LAST)]}" for number in range(len(FIRST) * len(LAST))]
ALONE = "signed the treaty,opened the new bridge,resigned,left for the northern depot,refused to strike,inspected the harbour".split(",")
TOGETHER = "met in Ostby,reached an agreement on the pass,signed the railway treaty,disagreed about the archive".split(",")
RANKS = 1 / np.arange(1, len(NAMES) + 1)


def sentence(day: int, one: str, other: str, chance: random.Random) -> str:
    """Who did what on that day, or, of one in seven, in that month; mostly alone."""
    year, month, of_month = civil_from_days(day)
    date = f"On {of_month} {MONTHS[month - 1]} {year}" if chance.random() < 6 / 7 else f"In {MONTHS[month - 1]} {year}"
    alone = one == other or chance.random() < 0.6
    return f"{date} {one} {chance.choice(ALONE)}." if alone else f"{date} {one} and {other} {chance.choice(TOGETHER)}."


def pages(sentences: int) -> Iterator[str]:
    """The documents in order of time, a JSON line each."""
    drawn, chance = np.random.default_rng(SEED), random.Random(SEED)
    days = np.sort(instants(drawn, sentences)).tolist()
    pairs = drawn.choice(NAMES, (sentences, 2), p=RANKS / RANKS.sum()).tolist()
    told = [sentence(day, *pair, chance) for day, pair in zip(days, pairs, strict=True)]
    for number, start in enumerate(range(0, sentences, PAGE), 1):
        end = min(start + PAGE, sentences)
        text = "\n\n".join(" ".join(told[at : min(at + PARAGRAPH, end)]) for at in range(start, end, PARAGRAPH))
        year, month, day = civil_from_days(days[end - 1] + 3)
        about = {"id": f"page-{number:05}", "title": f"Page {number:,}", "publisher": f"Gazette of {2 + number % 7} towns"}
        yield json.dumps(about | {"published": f"{year}-{month:02}-{day:02}", "text": text})


if __name__ == "__main__":
    for line in pages(int(sys.argv[1])):
        print(line)
