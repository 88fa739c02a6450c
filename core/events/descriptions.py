"""Whom "the company", "the two ministers" or "both men" stand for: whom the text calls so."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from core.actors import Cast
from core.actors.callings import CALLED_TOO, callings
from core.actors.lexicon import english
from core.model import Actor, ActorKind

LOOK_BACK = 3
"""How many sentences before its own a description's actor is looked for in, where several are called so."""
APPOSED = 2
"""So far behind what somebody is called he may be named for the first time: "its founder, Ida Moe"."""
_start = attrgetter("start")
BODIES: tuple[ActorKind, ...] = ("organisation", "country")
FIRMS = frozenset("company firm group business manufacturer maker carrier operator airline retailer".split())
"""What any firm may be called."""
ORGANS = frozenset("board management directors shareholders stewards leadership".split())
"""What belongs to some body and acts for it, where no body of the text is called so."""
SIDES = frozenset("sides countries governments parties states nations companies firms groups banks bodies delegations armies".split())
"""What two bodies are called together."""
HUMAN = frozenset("men women people leaders brothers sisters couple friends partners".split())
"""What two persons are called together."""
WHO = (
    english.TITLES
    | english.RELATIVES
    | english.GROUPS
    | english.STATE_WORDS
    | english.KIN
    | ORGANS
    | FIRMS
    | frozenset().union(*CALLED_TOO.values())
    | frozenset(
        "ombudsman pupil guest host hero heroine nun monk friar abbess thief hostage victim witness boss chief bride groom pontiff".split()
    )
)
"""Nouns for people and bodies."""
PUBLIC = frozenset(
    "board ministry commission court committee council parliament senate congress police department authority agency tribunal office army"
    " navy government trust charity school church museum club union federation association university institute society nations".split()
)


class Descriptions:
    """Finds the actors of a document by what the text calls them."""

    def __init__(self, cast: Cast, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self.cast, self.text, self.sentences = cast, text, sentences
        self._callings: dict[str, frozenset[str]] = {}
        self._called: dict[str, tuple[Actor, ...]] = {}

    def callings(self, actor: Actor) -> frozenset[str]:
        """The nouns by which the text calls an actor."""
        if actor.name not in self._callings:
            self._callings[actor.name] = callings(self.text, actor)
        return self._callings[actor.name]

    def one(self, noun: str, start: int) -> Actor | None:
        """The one actor whom the document calls by a noun, of several the only one of whom the sentences before `start` speak.

        For "the company" and its like this may also be the body of which the text before speaks by far the most.
        """
        if not _can_call(noun):
            return None
        if noun not in self._called:
            firm = noun in FIRMS
            self._called[noun] = tuple(
                [a for a in self.cast.actors if a.kind != "place" and (noun in self.callings(a) or (firm and _firm(a)))]
            )
        called = tuple([a for a in self._called[noun] if a.mentions and a.mentions[0].start <= start + len(noun) + APPOSED])
        if not called and noun in ORGANS:
            bodies = [a for a in self.cast.actors if a.kind == "organisation"]
            return _dominant(bodies, start)
        if len(called) < 2:
            return called[0] if called else None
        low = self._since(start)
        spoken = {a.name for s, a in self.cast.within(low, start) if not self._beside(s.start)}
        near = [a for a in called if a.name in spoken]
        return near[0] if len(near) == 1 else self._foremost(called, start)

    def _since(self, start: int) -> int:
        first = max(0, bisect_right(self.sentences, (start, start)) - LOOK_BACK)
        return self.sentences[first][0] if self.sentences else 0

    def _beside(self, start: int) -> bool:
        """Whether a name stands only beside whom its sentence is about ("scored against Orrin, and the team won")."""
        return self.text[max(0, start - 10) : start].rpartition(" ")[0].rpartition(" ")[2] in ("against", "over")

    @staticmethod
    def _foremost(called: Sequence[Actor], start: int) -> Actor | None:
        """Of whom the text before `start` speaks by far the most, or whom it names first and in all no less than any other."""
        if (dominant := _dominant(called, start)) is not None:
            return dominant
        first = min(called, key=lambda a: a.mentions[0].start)
        most = max(len(a.mentions) for a in called)
        return first if first.mentions[0].start < start and len(first.mentions) == most else None

    def alike(self, noun: str | None, found: Sequence[Actor]) -> list[Actor]:
        """Those of some actors whom a plural can mean: who are called so, else all persons for "men", all bodies for "sides"."""
        if noun in SIDES:
            return [a for a in found if a.kind in (*BODIES, "unknown")]
        people = [a for a in found if a.kind == "person" or (a.kind == "unknown" and " " in a.name)]
        people = people if len(people) > 1 else [a for a in found if a.kind in ("person", "unknown")]
        if noun is None:
            return people or [a for a in found if a.kind in BODIES]
        one = noun.removesuffix("s") if noun not in HUMAN else ""
        called = [a for a in found if one in self.callings(a)]
        return called if called or noun not in HUMAN else people


@lru_cache(maxsize=1 << 12)
def _can_call(noun: str) -> bool:
    """Can a noun be what somebody is called? ("master", "bank", "widow", but not "agreement")"""
    if noun in english.THING_WORDS and noun not in english.ORGANISATION_WORDS:
        return False
    one = noun.removesuffix("s")
    return (
        noun in WHO
        or one in WHO
        or one.endswith(("er", "or", "ist", "man", "woman", "ian", "ant", "eer", "ess", "ee", "ent", "ard", "ar", "up"))
    )


def _dominant(actors: Sequence[Actor], start: int) -> Actor | None:
    """Whom the text before `start` names at least twice as often as any other."""
    ranked = sorted(((bisect_left(a.mentions, start, key=_start), a) for a in actors), key=lambda b: -b[0])
    others = ranked[1][0] if len(ranked) > 1 else 0
    return ranked[0][1] if ranked and ranked[0][0] and ranked[0][0] >= 2 * others else None


def _firm(actor: Actor) -> bool:
    """Whether a body may be a firm by its name: it is no board, ministry, court or newspaper."""
    return actor.kind == "organisation" and not any(word in PUBLIC or word in english.MEDIA for word in actor.name.lower().split())
