"""Whom "he", "it", "they" or "the company" stand for."""

import re
from collections.abc import Sequence

from core.actors import Cast
from core.model import Actor, ActorKind

PEOPLE: tuple[ActorKind, ...] = ("person",)
BODIES: tuple[ActorKind, ...] = ("organisation", "country")
KINDS = {"he": PEOPLE, "she": PEOPLE, "him": PEOPLE, "it": BODIES, "they": BODIES, "them": BODIES}
STAY = 10
"""For how many sentences one stays the person spoken of while no other is named."""
FIRMS = frozenset("company firm group business bank manufacturer maker carrier airline retailer".split())
LOOK_BACK = 3
"""How many sentences before its own a pronoun's actor is looked for in."""


class Referents:
    """Remembers of whom a document speaks, and finds whom a pronoun or a description stands for."""

    def __init__(self, cast: Cast, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self.cast, self.text, self.sentences = cast, text, sentences
        self.last: dict[tuple[ActorKind, ...], tuple[int, Actor]] = {}
        self._described: dict[str, Actor | None] = {}

    def pronoun(self, index: int, start: int, word: str, besides: Sequence[str] = ()) -> list[tuple[Actor, bool]]:
        """Those for whom a pronoun stands that begins at `start` in the sentence at `index`, and whether that is certain.

        It is the first of its kind that the nearest passage before it names (for "they" those joined to it, too), else the one of whom
        the last pronoun spoke; certain where no other comes into question. Those named in `besides` do not.
        """
        kinds = KINDS.get(word)
        if kinds is None:
            return []
        since, spoken = self.last.get(kinds, (-1, None))
        for at in range(index, max(-1, index - STAY - 1), -1):
            low, high = self.sentences[at]
            if at < index - LOOK_BACK and not (kinds is PEOPLE and spoken is not None and low <= since):
                continue
            named = [(s, a) for s, a in self.cast.within(low, min(high, start)) if a.name not in besides and not self._where(s.start, a)]
            found = [(s, a) for s, a in named if a.kind in kinds]
            if spoken is not None and low <= since < start and spoken.name not in besides:
                return [(spoken, all(a.name == spoken.name for _, a in found))]
            if not found and (kinds is PEOPLE or at == index):
                found = [(s, a) for s, a in named if a.kind == "unknown" and not a.name.endswith("s")]
            if not found and word in ("they", "them"):
                found = [(s, a) for s, a in named if " and " in (self.text[s.end : s.end + 5], self.text[max(0, s.start - 5) : s.start])]
            if found:
                rivals = {a.name for _, a in named if a.kind in kinds or a.kind == "unknown"}
                joined = len(found) > 1 and word in ("they", "them") and self.text[found[0][0].end : found[1][0].start].strip() == "and"
                if joined:
                    return [(found[0][1], False), (found[1][1], False)]
                return [(found[0][1], len(rivals) == 1 and found[0][1].kind in kinds)]
        return []

    def _where(self, start: int, actor: Actor) -> bool:
        """Whether a land is named only as the place of something ("in Chad")."""
        before = self.text[max(0, start - 12) : start].lower().split()
        return actor.kind in ("country", "place") and bool(before) and before[-1] in ("in", "from", "into", "at", "near", "across")

    def speak_of(self, actor: Actor, at: int) -> None:
        """Remembers that the document spoke of an actor at an offset."""
        kinds = PEOPLE if actor.kind in ("person", "unknown") else BODIES
        self.last[kinds] = (at, actor)

    def description(self, noun: str, start: int) -> Actor | None:
        """The one actor whom the document calls by a noun: "the company" is Orrin Company, "the governor" Governor Lund.

        For "the company" and its like this may also be the body of which the text before `start` speaks by far the most.
        """
        if noun not in self._described:
            found = {a.name: a for a in self.cast.actors if a.kind != "place" and self._is_called(a, noun)}
            self._described[noun] = next(iter(found.values())) if len(found) == 1 else None
        return self._described[noun] or (self._foremost(start) if noun in FIRMS else None)

    def _foremost(self, start: int) -> Actor | None:
        before = ((sum(s.start < start for s in a.mentions), a) for a in self.cast.actors if a.kind == "organisation")
        ranked = sorted((b for b in before if b[0]), key=lambda b: -b[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] < 2 * ranked[1][0]):
            return None
        return ranked[0][1]

    def _is_called(self, actor: Actor, noun: str) -> bool:
        if actor.name.lower().split()[-1:] == [noun] and " " in actor.name:
            return True
        for span in actor.mentions[:3]:
            before = self.text[max(0, span.start - len(noun) - 1) : span.start].lower()
            after = self.text[span.end : span.end + 60].lower()
            if (
                before == f"{noun} "
                or span.text.lower().startswith(f"{noun} ")
                or re.match(rf",? (?:an?|the|its|their) (?:[\w-]+ ){{0,3}}?{re.escape(noun)}\b", after)
            ):
                return True
        return False
