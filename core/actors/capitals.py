"""A capital that acts stands for its country ("Lima rejected the offer"); an ancient city acts for itself."""

import re
from collections.abc import Iterable, Sequence

from core.actors.kinds import STATE_OF
from core.actors.lexicon import Known, english, known
from core.actors.recognise import Mention
from core.model import Timex

WORD = re.compile(r"[\w'’-]+")
NO_ACTOR_AFTER = english.LOCATIVES | {"of", "from", "to", "for"}
ANCIENT = -14_831_769_600_000
"""The year 1500 as an instant, in milliseconds."""
MODERN = frozenset(("Athens", "Rome"))
"""Capitals that were states of their own; they stand for a country only beside its name."""


def acting(text: str, found: Sequence[Mention], timexes: Iterable[Timex]) -> list[Mention]:
    """The mentions with each capital that acts named as its country, and each city that is a state of ancient times made one."""
    ancient = any(t.when is not None and t.when.end is not None and t.when.end < ANCIENT for t in timexes)
    named = {m.known.name for m in found if m.known and m.known.kind == "country"}
    joined = False
    result: list[Mention] = []
    for mention in found:
        entry = mention.known
        if ancient:
            state = mention.kind == "place" and mention.text.casefold() in english.CITY_STATES
            result.append(mention._replace(kind="country", known=Known(mention.text, "country")) if state else mention)
            continue
        capital = entry is not None and entry.form == "capital" and entry.of is not None
        joined = joined and bool(result) and text[result[-1].end : mention.start] == " and "
        if entry and entry.of and capital and (mention.text not in MODERN or entry.of in named) and (joined or _acts(text, mention)):
            joined = True
            mention = mention._replace(kind="country", known=known()[entry.of] if entry.of in known() else Known(entry.of, "country"))
        else:
            joined = not capital and entry is not None and entry.kind == "country" and _talk(text, mention)
        result.append(mention)
    return result


def _acts(text: str, mention: Mention) -> bool:
    """Does the verb after a capital, or the talks before it, need somebody who can act?"""
    before = [w.lower() for w in WORD.findall(text[max(0, mention.start - 40) : mention.start])]
    if before and before[-1] in NO_ACTOR_AFTER:
        return False
    if _talk(text, mention) or STATE_OF.match(text, mention.end):
        return True
    after = WORD.findall(text[mention.end : mention.end + 40])[:2]
    if after[:1] == ["and"] and after[1:] and (other := known().get(after[1])) is not None and other.form == "capital":
        after = WORD.findall(text[mention.end : mention.end + 60])[2:4]  # "Lima and Quito signed"
    if after[:1] == ["had"] and after[1:] and after[1] in english.STATESMANLY:
        after = after[1:]
    follows = text[mention.end : mention.end + 1] == " " and bool(after)
    return follows and after[0] in english.STATESMANLY and after[1:] not in (["been"], ["fall"], ["fallen"], ["be"])


def _talk(text: str, mention: Mention) -> bool:
    """Is the mention one side of talks? ("talks with Lima", "the war between Lima and Quito")"""
    before = [w.lower() for w in WORD.findall(text[max(0, mention.start - 40) : mention.start])]
    return len(before) > 1 and before[-1] in ("with", "between", "against") and not english.TALKING.isdisjoint(before[-4:-1])
