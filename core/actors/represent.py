"""Who speaks for whom: the body behind a spokesman, the country behind a body of state."""

import itertools
import re
from collections.abc import Mapping, Sequence

from core.actors.lexicon import english
from core.actors.recognise import Mention

WORD = re.compile(r"[\w-]+")
SPOKESPERSON_OF = re.compile(
    r"(?:,? (?:an?|the|its|chief|a senior) (?:[\w-]+ ){0,3}?spokes\w+|, who (?:speaks|spoke))?"
    r" (?:of|for|from|at) (?:the )?(?:[a-z]+ [a-z]+ of the )?$"
)
SPOKESPERSON = re.compile(r"['’]s? (?:[a-z]+ ){0,2}spokes(?:man|woman|person)\b")


def behind(text: str, found: Sequence[Mention], named: Mapping[int, str]) -> dict[str, list[str]]:
    """For each actor those whom he represents, by canonical names. `named` gives the canonical name of the mention at an offset."""
    pairs: dict[str, list[str]] = {}
    for mention in found:
        if mention.of:
            _add(pairs, named[mention.start], mention.of)
        elif mention.known and mention.known.kind == "organisation" and mention.known.of:
            _add(pairs, named[mention.start], mention.known.of)
    for left, right in itertools.pairwise(found):
        gap = text[left.end : right.start]
        if len(gap) > 80 or "\n" in gap:
            continue
        if right.kind in ("person", "unknown") and left.kind in ("country", "organisation", "unknown") and _spokesman(gap):
            _add(pairs, named[right.start], named[left.start])
        elif (
            left.kind in ("person", "unknown") and right.kind in ("country", "organisation", "unknown") and _speaks(text, left, gap, right)
        ):
            _add(pairs, named[left.start], named[right.start])
    return pairs


def _spokesman(gap: str) -> bool:
    """Are these the words between a body and its spokesman's name? (" spokesman ", "'s chief spokeswoman, ")"""
    words = WORD.findall(gap) if "spokes" in gap.lower() else []
    return bool(words) and len(words) <= 5 and words[-1].lower() in english.SPOKESPEOPLE and not set(".;:()") & set(gap)


def _speaks(text: str, person: Mention, gap: str, body: Mention) -> bool:
    """Is a person said to speak for the body named after him? ("spokesman Ida Moe of Orrin", "Ida Moe, Orrin's spokeswoman")"""
    if gap in (", ", ", the ") and SPOKESPERSON.match(text, body.end):
        return True
    if not SPOKESPERSON_OF.match(gap):
        return False
    before = WORD.findall(text[max(0, person.start - 40) : person.start])
    titled = bool(before) and before[-1].lower() in english.SPOKESPEOPLE
    return titled or "spokes" in gap or "who spoke" in gap or "who speaks" in gap


def _add(pairs: dict[str, list[str]], name: str, represented: str) -> None:
    if name != represented and represented not in pairs.setdefault(name, []):
        pairs[name].append(represented)
