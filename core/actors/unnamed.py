"""Bodies that a text gives no name: "the school board", "a joint commission"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from core.actors.lexicon import english
from core.aliases import lowered

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

NOUNS = frozenset(
    "board council committee commission court tribunal parliament ministry union guild trust authority agency inspectorate directorate"
    " assembly synod panel consortium association cooperative junta cabinet".split()
)
"""Nouns for bodies that act as one."""
LEAD = re.compile(r"(?<![\w'’-])(?i:the|an?|its|their|his|her|our) ((?:[^\W\d_A-Z][\w-]*(?:s['’])? ){1,2})$")
APPOSED = re.compile(r",? (?:of )?(?:the )?[A-Z]")
"""What names a body after its noun: "the cooperative, Marn Fisheries"."""
LOOK_BACK = 44
NO_PART = (
    english.FUNCTION
    | english.TIME_WORDS
    | english.SPEAKING
    | english.PAST
    | frozenset(
        "new old same other own whole full entire next last present former current previous final older larger smaller local main key big"
        " small great good bad powerful influential separate different rival certain following only very single united lower upper outgoing"
        " incoming".split()
    )
)
"""Words that tell no body from another."""


def unnamed(text: str, body: int) -> Iterator[tuple[int, int, str]]:
    """Where a text from `body` on speaks of a body by its kind: half-open offsets, and its noun.

    >>> [("The school board met."[a:b], noun) for a, b, noun in unnamed("The school board met.", 0)]
    [('school board', 'board')]
    """
    for _, start, end in _words().find_matches_as_indexes(lowered(text)):
        if start < body or text[end : end + 1].isalnum() or text[end : end + 1] in "-'’" or text[start + 1].isupper():
            continue
        if APPOSED.match(text, end):
            continue
        lead = LEAD.search(text, max(body, start - LOOK_BACK), start + 1)
        if lead and not any(_no_part(word) for word in lead[1].split()):
            yield lead.start(1), end, text[start + 1 : end]


def _no_part(word: str) -> bool:
    low = word.lower()
    return not word[0].islower() or low in NO_PART or low.endswith(("ly", "ed")) or low in english.TITLES


@cache
def _words() -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick([f" {noun}" for noun in sorted(NOUNS)], matchkind=MatchKind.LeftmostLongest)
