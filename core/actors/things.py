"""Names that are neither actors nor places: ships, aircraft, spacecraft, animals."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from core.actors.lexicon import english
from core.aliases import lowered

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

KINDS = english.CRAFT | {"bulk carrier", "container carrier", "aircraft carrier"}
CRAFT = "|".join(sorted(KINDS, key=len, reverse=True))
NAMED_WITH = re.compile(rf"(?:{CRAFT}) [A-Z]", re.IGNORECASE)
"""A name that begins with what bears it, as it opens a sentence: "Trawler Nordhav sank"."""
BEFORE = re.compile(rf"\b(?:{CRAFT})s?(?:,? |, the )(?:named |called |christened )?[\"“'‘*_]?$", re.IGNORECASE)
AFTER = re.compile(
    rf"[\"”'’*_]?(?: \d+)?(?:,? (?:an?|the|its|their|his|her) (?:[\w.-]+ ){{0,4}}?| )(?:{CRAFT})"
    r"(?=[,.;:)]|$| (?:built|owned|operated|chartered|carrying|that|which|of|with|from|bound|launched|flying|registered|was|had|is|and)\b)"
)
PREFIX = re.compile(r"(?:MV|MS|MT|SS|RMS|HMS|HMCS|HMAS|USS|USNS|SMS|INS|FV|RV|ORP|TSS)\.? [A-Z]")
LOOK_BACK, LOOK_AHEAD = 32, 64
SHOWN = 4
"""How many mentions are looked at."""


def craft(text: str) -> list[int]:
    """Where a text has a word for a ship or its like, or the letters that stand before its name, in order.

    >>> craft("The ferry sank."), craft("It was the MV Ida Moe.")
    ([4], [11])
    """
    words = [start for _, start, _ in _words().find_matches_as_indexes(lowered(text))]
    return sorted([*words, *(m.start() for m in PREFIX.finditer(text))])


def is_craft(text: str, spans: Iterable[tuple[int, int]], craft: Sequence[int]) -> bool:
    """Whether the first mentions of a name, given by their half-open offsets, say that it is a ship's or its like; `craft` are where the
    text has words for them.

    >>> text = "The ferry Ida Moe sank off Porto."
    >>> is_craft(text, [(10, 17)], craft(text)), is_craft(text, [(27, 32)], craft(text))
    (True, False)
    """
    return any(
        BEFORE.search(text[max(0, start - LOOK_BACK) : start])
        or NAMED_WITH.match(text, start, end)
        or PREFIX.match(text, start)
        or AFTER.match(text, end, end + LOOK_AHEAD)
        for start, end in list(spans)[:SHOWN]
        if bisect_left(craft, start - LOOK_BACK) < bisect_left(craft, end + LOOK_AHEAD)
    )


@cache
def _words() -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(sorted(KINDS), matchkind=MatchKind.LeftmostLongest)
