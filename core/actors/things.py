"""Names that are neither actors nor places: ships, aircraft, spacecraft, animals."""

import re
from collections.abc import Iterable

from core.actors.lexicon import english

CRAFT = "|".join(sorted(english.CRAFT, key=len, reverse=True))
BEFORE = re.compile(rf"\b(?:{CRAFT})s?,? (?:named |called |christened )?[\"“'‘*_]?$", re.IGNORECASE)
AFTER = re.compile(
    rf"[\"”'’*_]?(?: \d+)?(?:,? (?:an?|the|its|their|his|her) (?:[\w.-]+ ){{0,4}}?| )(?:{CRAFT})"
    r"(?=[,.;:)]|$| (?:built|owned|operated|chartered|carrying|that|which|of|with|from|bound|launched|flying|registered|was|had|is|and)\b)"
)
PREFIX = re.compile(r"(?:MV|MS|MT|SS|RMS|HMS|HMCS|HMAS|USS|USNS|SMS|INS|FV|RV|ORP|TSS)\.? [A-Z]")
SHOWN = 4
"""How many mentions are looked at."""


def tells_of_craft(text: str) -> bool:
    """Whether a text has a word for a ship or its like at all, so that its names need to be asked."""
    lower = text.lower()
    return any(word in lower for word in english.CRAFT) or PREFIX.search(text) is not None


def is_craft(text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether the first mentions of a name, given by their half-open offsets, say that it is a ship's or its like.

    >>> text = "The ferry Ida Moe sank off Porto."
    >>> is_craft(text, [(10, 17)]), is_craft(text, [(27, 32)])
    (True, False)
    """
    return any(
        BEFORE.search(text[max(0, start - 32) : start]) or PREFIX.match(text, start) or AFTER.match(text, end, end + 64)
        for start, end in list(spans)[:SHOWN]
    )
