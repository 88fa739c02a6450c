"""An actor -> "he" or "she", where the text or the given name says which."""

import re
from typing import Literal

from core.actors.lexicon import english, men, women
from core.model import Actor

Gender = Literal["he", "she"]
LOOK_BACK, LOOK_AHEAD = 32, 48
FIRST = 4
"""How many mentions are looked at: who somebody is, is told where he enters."""
BEFORE = re.compile(r"([\w-]+),? (?:[A-Z][\w.'-]* )?$")
AFTER = re.compile(r", (?:(?:the|an?|his|her|their|its|whose|[\w.-]+['’]s?) )?((?:[a-zé-]+[ ,]){0,3})")


def gender(text: str, actor: Actor) -> Gender | None:
    """Whether a person is spoken of as "he" or "she": by a title, by what the text calls him, else by the given name; None if nothing says.

    >>> from core.model import Document
    >>> gender("Dame Ida Moe left.", Actor("Ida Moe", "person", (Document("a", "Dame Ida Moe left.").span(5, 12),)))
    'she'
    """
    for span in actor.mentions[:FIRST]:
        before = BEFORE.search(text[max(0, span.start - LOOK_BACK) : span.start])
        told = [before[1], span.text.split()[0]] if before else [span.text.split()[0]]
        if after := AFTER.match(text, span.end, span.end + LOOK_AHEAD):
            told += after[1].replace(",", " ").split()
        for word in told:
            if found := _of(word.lower().rstrip("."), english.OF_MEN, english.OF_WOMEN):
                return found
    names = actor.name.split()
    given = names[:-1] or (names if actor.kind == "person" else [])
    return next((found for name in given[:2] if (found := _of(name.lower(), men(), women()))), None)  # "Hester Ann Bellamy"


def _of(word: str, he: frozenset[str], she: frozenset[str]) -> Gender | None:
    return "he" if word in he else "she" if word in she else None
