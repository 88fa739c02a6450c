"""Generated event tables of any size, with lanes as real collections have them: a few names in most events, many in few.

Events come in bursts over a century and thin out before it; most are dated to the day, some lasted, some are planned or disputed. Only the
columns that timeline and filters read are made: what the excerpt shows is fetched for one event at a time.
"""

import numpy as np
import pandas as pd

from core.when import DAY, days_from_civil

SEED = 20261123
NAMES = 400
FIRST, LAST = 1925, 2025
WORDS = {
    "subject": "the council,the ministry,a tanker,the miners,two envoys,the harbour office,a court,the railway,a patrol,the union".split(
        ","
    ),
    "verb": "signs,refuses,reaches,leaves,orders,delays,reports,opens,closes,inspects,loses,repairs".split(","),
    "object": "the new bridge,a second report,the northern depot,the treaty,all night trains,its own archive,the pass,a strike vote".split(
        ","
    ),
}
GRANULARITIES = ("day", "month", "year", "minute")
STATUSES = ("happened", "planned", "denied", "hypothetical")


def instants(chance: np.random.Generator, count: int) -> np.ndarray:
    """Days since 1970: half of them in forty bursts, the rest over the whole time, more of them late."""
    low, high = days_from_civil(FIRST, 1, 1), days_from_civil(LAST, 1, 1)
    spread = low + (high - low) * np.sqrt(chance.random(count))
    middles = chance.uniform(low, high, 40)
    burst = chance.choice(middles, count) + chance.normal(0, 60, count)
    return np.clip(np.where(chance.random(count) < 0.5, burst, spread), low, high).astype(np.int64)


def actors(chance: np.random.Generator, count: int) -> list[list[str]]:
    """None to three names an event, by Zipf's law."""
    names = np.array([f"Actor {number}" for number in range(1, NAMES + 1)], dtype=object)
    weights = 1 / np.arange(1, NAMES + 1)
    drawn = names[chance.choice(NAMES, (count, 3), p=weights / weights.sum())]
    return [list(dict.fromkeys(row[:size])) for row, size in zip(drawn, chance.integers(0, 4, count), strict=True)]


def texts(chance: np.random.Generator, count: int) -> pd.arrays.ArrowStringArray:
    """A sentence an event."""
    parts = [np.array(words, dtype=object)[chance.integers(0, len(words), count)] for words in WORDS.values()]
    return pd.array(parts[0] + " " + parts[1] + " " + parts[2], dtype="string")


def crowd(count: int) -> pd.DataFrame:
    """A table of so many events, in order of time."""
    chance = np.random.default_rng(SEED)
    days = np.sort(instants(chance, count))
    granularity = chance.choice(len(GRANULARITIES), count, p=(0.75, 0.15, 0.05, 0.05))
    length = np.array([DAY, 30 * DAY, 365 * DAY, 60_000])[granularity]
    is_span = chance.random(count) < 0.05
    start = days * float(DAY)
    return pd.DataFrame(
        {
            "id": pd.array([f"crowd:{number}" for number in range(count)], dtype="string"),
            "document": pd.Categorical.from_codes(np.sort(chance.integers(0, 500, count)), [f"document {n}" for n in range(500)]),
            "label": texts(chance, count),
            "granularity": pd.Categorical.from_codes(granularity, GRANULARITIES),
            "status": pd.Categorical.from_codes(chance.choice(4, count, p=(0.94, 0.03, 0.02, 0.01)), STATUSES),
            "extent": pd.Categorical.from_codes(is_span.astype(np.int8), ("moment", "span")),
            "approximate": chance.random(count) < 0.03,
            "disputed": chance.random(count) < 0.01,
            "actors": actors(chance, count),
            "weight": chance.pareto(2.0, count),
            "start_ms": start,
            "end_ms": start + np.where(is_span, length * chance.integers(1, 60, count), length),
        }
    )
