"""Whom "he", "she", "it" or "they" at the head of a clause stand for."""

from collections.abc import Sequence

from core.actors import Cast
from core.model import Actor

KINDS = {
    "he": ("person",),
    "she": ("person",),
    "it": ("organisation", "country"),
    "they": ("organisation", "country"),
}
LOOK_BACK = 2
"""How many sentences before its own a pronoun's actor is looked for in."""


def referent(cast: Cast, sentences: Sequence[tuple[int, int]], index: int, start: int, pronoun: str) -> tuple[Actor, bool] | None:
    """The actor for whom a pronoun stands that begins at `start` in the sentence at `index`, and whether that is certain.

    It is the first of its kind that the nearest passage before it names; certain where that names no other.
    """
    kinds = KINDS.get(pronoun)
    if kinds is None:
        return None
    for at in range(index, max(-1, index - LOOK_BACK - 1), -1):
        low, high = sentences[at]
        found = [(span, actor) for span, actor in cast.within(low, min(high, start)) if actor.kind in kinds]
        if found:
            return found[0][1], len({actor.name for _, actor in found}) == 1
    return None
