"""The numbers of a sentence and what they count, so that two reports of one thing can be held against each other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from core.aliases import lowered
from core.chronology.words import concepts, named_things

Bound = Literal["", "least", "most", "about"]
BOUNDS: dict[str, Bound] = {
    "at least": "least", "more than": "least", "over": "least", "no fewer than": "least", "not less than": "least", "upwards of": "least",
    "up to": "most", "at most": "most", "fewer than": "most", "less than": "most", "under": "most", "as many as": "most",
    "about": "about", "around": "about", "some": "about", "nearly": "about", "almost": "about", "roughly": "about",
    "approximately": "about",
    "close to": "about", "an estimated": "about",
}  # fmt: skip
UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
        " nineteen".split()
    )
    if value
} | {word: 20 + 10 * k for k, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
MONTHS = frozenset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<bound>{'|'.join(BOUNDS)})\s+)?(?:a\s+)?(?P<sign>[$€£])?\s?"
    rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{'|'.join(UNITS)})(?:-(?:{'|'.join(UNITS)}))?|(?:hundred|dozen|thousand|million)(?!s))"
    rf"(?:\s*(?P<scale>{'|'.join(SCALES)})\b)?(?P<percent>\s?%|\s+per ?cent)?(?![\w:/])"
)
"""A number in a text in lower case."""
DIGIT, IN_WORDS = re.compile(r"\d"), re.compile("|".join((*UNITS, "hundred", "dozen", "thousand", "million")))
"""One of them stands in every text in lower case that has a number; apart, each is looked for by its first characters."""
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[.,;:()]")
AHEAD, BACK = 4, 6
"""How many words after a number may say what it counts, and how many before it what became of them."""
TOLERANCE = 0.1
"""How far apart two rough numbers may lie and still be the same."""
NO_COUNT = frozenset("st nd rd th am pm a.m p.m o'clock year month week day hour minute years months weeks days hours minutes".split())
PEOPLE = frozenset(
    "people person civilian soldier police worker child man men woman women passenger villager resident worshipper miner sailor fisherman"
    " fishermen visitor guest student prisoner protester crew survivor tourist patient refugee migrant pilgrim spectator shopper"
    " driver".split()
)
TOLL = frozenset({"!die", "!hurt", "!arrest", "!rescue", "!vanish", "!leave"})
"""Deeds whose count is of people, however these are called."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number as it is written, how sure it is, and what it counts: the concepts of the words after it, and the deeds beside it."""

    text: str
    value: float
    bound: Bound
    what: frozenset[str]
    deeds: frozenset[str]

    def agrees(self, other: "Count") -> bool:
        """Whether both can be true: equal, or as near as "about" and "at least" allow."""
        low, high = sorted((self, other), key=lambda c: c.value)
        if low.value == high.value or low.bound == "least" or high.bound == "most":
            return True
        return "about" in (low.bound, high.bound) and high.value - low.value <= TOLERANCE * high.value

    def same_thing(self, other: "Count") -> bool:
        """Whether both count the same: the things have a word in common, or people to whom the same was done."""
        toll = self.deeds & other.deeds & TOLL
        if self.what & other.what:
            return bool(toll) or not (self.deeds & TOLL and other.deeds & TOLL)
        return bool(toll) and self._people() and other._people()

    def _people(self) -> bool:
        return not self.what or bool(self.what & {c for word in PEOPLE for c in concepts(word)}) or self.what <= self.deeds


def counts(text: str, dates: Iterable[str] = ()) -> tuple[Count, ...]:
    """The counts of a text, `dates` (its time expressions) left out.

    >>> [(c.text, c.value, c.bound) for c in counts("On 3 May at least 46 worshippers and a dozen guards died.", ["3 May"])]
    [('at least 46', 46.0, 'least'), ('a dozen', 12.0, '')]
    """
    for date in dates:
        text = text.replace(date, " ; ")
    return _counts(text)


def tolls(text: str) -> tuple[Count, ...]:
    """The counts of the dead, hurt, arrested ... in the sentence that follows a telling: "Fourteen people lost their lives." """
    return tuple(count for count in _counts(text) if count.deeds & TOLL)


def contradictions(ours: Sequence[Count], theirs: Sequence[Count]) -> list[tuple[Count, Count]]:
    """Pairs of counts of one thing that disagree, where neither is what the other side gives elsewhere.

    >>> contradictions(counts("12 people died, 3 of them children"), counts("14 people died"))[0][1].text
    '14'
    """
    return [(a, b) for a in _unmatched(ours, theirs) for b in _unmatched(theirs, ours) if a.same_thing(b)]


def _unmatched(ours: Sequence[Count], theirs: Sequence[Count]) -> list[Count]:
    return [a for a in ours if not any(a.same_thing(b) and a.agrees(b) for b in theirs)]


@lru_cache(maxsize=1 << 12)
def _counts(text: str) -> tuple[Count, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[Count]:
    low = lowered(text)
    if DIGIT.search(low) is None and IN_WORDS.search(low) is None:
        return
    for match in NUMBER.finditer(low):
        if match[0] == "one" or _is_a_year(match):
            continue
        after = _until_mark(WORD.findall(text, match.end(), match.end() + 60)[:AHEAD])
        before = WORD.findall(text, max(0, match.start() - 60), match.start())[-BACK:]
        next_word = after[0].lower() if after else ""
        if next_word in NO_COUNT or next_word in MONTHS or (before and before[-1].lower() in MONTHS):
            continue
        what = {c for word in after for c in concepts(word.lower())} | ({match["sign"]} if match["sign"] else set())
        deeds = {c for c in named_things([*before, *after], ()) if c[0] == "!"}
        if not what and not deeds:
            continue
        yield Count(
            " ".join(text[match.start() : match.end()].split()),
            _value(match),
            BOUNDS.get(match["bound"], ""),
            frozenset(what | ({"%"} if match["percent"] else set())),
            frozenset(deeds),
        )


def _is_a_year(match: re.Match[str]) -> bool:
    digits = match["digits"]
    return digits.isdigit() and 1000 <= int(digits) <= 2100 and not match["sign"] and not match["scale"]


def _until_mark(found: list[str]) -> list[str]:
    stop = next((k for k, word in enumerate(found) if not word[0].isalpha() or word.lower() in ("and", "or", "but")), len(found))
    return found[:stop]


def _value(match: re.Match[str]) -> float:
    digits = match["digits"].replace(",", "")
    if digits[0].isdigit():
        value = float(digits)
    else:
        value = float(sum(UNITS.get(part, SCALES.get(part, 0)) for part in digits.split("-")))
    return value * SCALES.get(match["scale"], 1)
