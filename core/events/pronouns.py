"""Whom "he", "it", "they" or "the company" stand for."""

import re
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal

from core.actors import Cast
from core.actors.gender import Gender, gender
from core.actors.lexicon import english
from core.actors.relation import qualifies
from core.events.descriptions import BODIES, HUMAN, LOOK_BACK, SIDES, Descriptions
from core.model import Actor, Span

Pronoun = Literal["he", "she", "it", "they"]
PRONOUNS: dict[str, Pronoun] = {"he": "he", "him": "he", "she": "she", "it": "it", "they": "they", "them": "they"}
AND = re.compile(r",? and (?:(?:the|his|her|its|their) (?:[a-z-]+ ){0,4}|[a-z]+ )?")
"""What joins two names, with what the second is to the first."""
PERSONAL: dict[str, Pronoun] = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
PERSON = re.compile(r"\b(?:he|his|him|she|her)\b", re.IGNORECASE)
PAIR = re.compile(
    r"(?:the (?:two|pair|couple|duo|trio|(?P<three>three))|both|neither|each|all (?P<all>three))"
    r"(?: of (?:them|the (?:two|three))| (?:the )?(?:[a-z]+ )?(?P<noun>[a-z]+))?"
)
THEY = re.compile(r"\b(?:[Tt]hey|them)\b")
"""Who was "they" before another was named goes on being it."""
KIN = re.compile(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:[a-z-]+ ){0,3}[a-z-]+,? $"
    rf"|\ban? (?:[a-z-]+ )?(?:{'|'.join(sorted(english.KIN))}),? $"
)
THING = re.compile(r"(?:[A-Z]+: )?(?:(?:And|But|What about|As for) the|The|An?|Its|Their|His|Her|Another|One) (?!two\b)[a-z]")
KIN_OF = {
    "he": re.compile(rf"['’]s? (?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(english.KIN & english.OF_MEN))})\b(?! of\b|,? [A-Z])"),
    "she": re.compile(rf"['’]s? (?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(english.KIN & english.OF_WOMEN))})\b(?! of\b|,? [A-Z])"),
}
"""Behind a name, what makes another man or woman of it who has no name: "Moe's son"."""
OWNS_KIN = re.compile(rf"['’]s? (?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(english.KIN))})\b")
NAMED_KIN = re.compile(rf"{OWNS_KIN.pattern},? [A-Z]")
"""Behind a name, what leads to another of whom is told: "Moe's widow, Theresa"."""
LEAVING = frozenset("leave leaves left leaving reach reached enter entered".split())
STAY = 10
"""For how many sentences one stays the person spoken of while no other is named."""
CRAFT = re.compile(rf"(?<!like an )(?<!like a )(?<!as an )(?<!as a )\b(?:{'|'.join(sorted(english.CRAFT))})\b(?!['’]s)")
AUTHORS = frozenset("committee commission panel tribunal board court bureau taskforce".split())
"""Bodies that write reports."""
BYLINE = re.compile(r"(?:^|\n)[*_ ]*By [^\n]+ (?:at|of) $")
"""What leads to the body for which somebody signs a text: "By Ida Moe, head of safety at Orrin"."""
AT_HEAD = 4
"""In how many sentences from its first on a text may name the body that writes it."""
CLAUSE_OPENERS = frozenset("where who whom whose which when that because while although by".split())
Named = tuple[Span, Actor]


NEW_THING = re.compile(r"\b(?:an?) (?:[a-z-]+ ){0,2}([a-z-]+)(?=[,;.]| (?:and|but|in|on|for|at|to|of|with|by)\b)")
DOERS = english.ORGANISATION_WORDS | english.COLLECTIVES
"""Common nouns of those who act, and so are more than a thing."""
AGAIN = {"he": re.compile(r"\bhe\b", re.IGNORECASE), "she": re.compile(r"\bshe\b", re.IGNORECASE)}
"""In one sentence a pronoun goes on with the one for whom it stood first."""
OTHER = {
    "he": re.compile(r"\bhim\b"),
    "she": re.compile(r"\bher(?=[.,;]| (?:an?|the|to|that|as|in|on|for|from|at|by|with|and|off|up|out|away|home)\b)"),
}
"""What stands for somebody else than who was named before it as the one who acts."""


class Referents:
    """Remembers of whom a document speaks, and finds whom a pronoun or a description stands for."""

    def __init__(self, cast: Cast, text: str, sentences: Sequence[tuple[int, int]]) -> None:
        self.cast, self.text, self.sentences = cast, text, sentences
        self.trail: list[tuple[int, Actor]] = []
        self.together: tuple[int, tuple[Actor, ...]] = (-1, ())
        """The last of whom the document spoke as several, and where."""
        self._about: tuple[Actor, ...] | None = None
        self.descriptions = Descriptions(cast, text, sentences)
        self._before: dict[int, list[tuple[Actor, bool]]] = {}
        self._genders: dict[str, Gender | None] = {}

    @cached_property
    def _craft(self) -> bool:
        """Whether the text tells of a ship or its like, which may be "she" as well."""
        return CRAFT.search(self.text) is not None

    def pronoun(self, index: int, start: int, word: str, besides: Sequence[str] = ()) -> list[tuple[Actor, bool]]:
        """Those for whom a pronoun stands that begins at `start` in the sentence at `index`, and whether that is certain.

        It is the first that fits, by kind and gender, in the nearest passage before it (for "they" those joined to it, too), else the one
        of whom the last pronoun spoke; certain where no other comes into question. Those named in `besides` do not.
        """
        pronoun = PRONOUNS.get(word)
        if pronoun is None:
            return []
        if pronoun in AGAIN and not besides and (first := AGAIN[pronoun].search(self.text, self.sentences[index][0], start)):
            return self.pronoun(index, first.start(), pronoun)
        since, spoken = self._spoken(start, pronoun, besides)
        if word == "it" and since < self.sentences[max(0, index - 1)][0] and self._told_of_a_thing(index, start):
            return []
        if pronoun == "she" and self._of_a_ship(index, start):
            return []
        kin: list[tuple[Actor, bool]] = []
        for at in range(index, max(-1, index - STAY - 1), -1):
            low, high = self.sentences[at]
            if at < index - LOOK_BACK and not (pronoun in ("he", "she") and spoken is not None and low <= since):
                continue
            named = [(s, a) for s, a in self.cast.within(low, min(high, start)) if a.name not in besides and not self.where(s, a)]
            if at == index and pronoun in OTHER and (other := OTHER[pronoun].search(self.text, low, start)):
                named = [(s, a) for s, a in named if s.start > other.start()]  # "Moe named her a judge, and she ..."
            if pronoun == "they" and (several := self._several(low, min(high, start), named)):
                return several
            if pronoun in KIN_OF:
                named = [(s, a) for s, a in named if not NAMED_KIN.match(self.text, s.end, high)]
            if pronoun in KIN_OF and named and KIN_OF[pronoun].match(self.text, named[-1][0].end, high):
                return []  # "Police arrested Moe's son. He ..."
            found = self._fitting(named, pronoun, same=at == index)
            if at < index and found and _like_a_person(found[0][1]) and (hero := self._hero(pronoun, besides)):
                found = [(s, a) for s, a in found if self._leads(low, s.start)] or [(s, hero) for s, _ in found[:1]]
            goes_on = at < index and found and pronoun in ("he", "she") and not besides
            if goes_on and (before := self._same_before(at, low, found[0][0].start, pronoun)):
                return before
            if (
                at < index
                and found
                and self._begins_paragraph(at + 1)
                and (hero := self._hero(pronoun, besides))
                and self._gender(hero) == pronoun
            ):
                found = [(s, hero) for s, _ in found[:1]]
            if (
                at < index
                and pronoun in OTHER
                and (last := [a for s, a in found if s.start > since and self.text[s.start - 2 : s.start] == "; "])
            ):
                return [(last[-1], False)]  # "Moe took his son along; Karl was nine. He ..."
            if spoken is not None and low <= since < start:
                certain = all(a.name == spoken.name or self._is_kin(s) for s, a in found)
                self._learn(spoken, pronoun, certain)
                return [(spoken, certain)]
            if found and pronoun in ("he", "she") and all(self._is_kin(s) for s, _ in found):
                kin = kin or [(found[0][1], False)]
            elif found and pronoun in ("he", "she") and spoken is not None and all(self._in_passing(s, a) for s, a in found):
                continue  # somebody was spoken of before
            elif found and not (pronoun == "they" and THEY.search(self.text, low, found[0][0].start)):
                return self._chosen(found, named, pronoun)
        return kin or (self.pair(index, start, "people") if word == "they" else [])

    def _several(self, low: int, high: int, named: Sequence[Named]) -> list[tuple[Actor, bool]]:
        """Those of a passage who are named ("Moe and his brother Karl") or spoken of together there; none if a body comes first."""
        for (first, one), (second, other) in pairwise(named):
            if one.name != other.name and AND.fullmatch(self.text, first.end, second.start):
                return [(one, False), (other, False)]
        at, actors = self.together
        return (
            [(actor, False) for actor in actors] if low <= at < high and not any(at < s.start for s, a in named if a.kind in BODIES) else []
        )

    def _in_passing(self, span: Span, actor: Actor) -> bool:
        """Whether a name of unknown kind is where somebody is or goes ("leave Marn", "at Marn"), so that "he" is hardly its bearer."""
        word = self.text[max(0, span.start - 24) : span.start].rstrip().rpartition(" ")[2]
        return actor.kind == "unknown" and (word in english.LOCATIVES or word in LEAVING)

    def _of_a_ship(self, index: int, start: int) -> bool:
        """Whether a ship was spoken of last, so that "she" is no woman."""
        low = self.sentences[max(0, index - STAY)][0]
        ship = max((m.start() for m in CRAFT.finditer(self.text, low, start)), default=-1) if self._craft else -1
        women = [s.start for s, a in self.cast.within(low, start) if a.kind == "person" and self._gender(a) == "she"]
        women += [at for at, a in self.trail[-STAY:] if low <= at < start and self._gender(a) == "she"]
        return ship > max(women, default=-1)

    def author(self, *, only_titled: bool = False) -> list[Actor]:
        """The body that speaks of itself as "we": the only board or committee that a text names at its head, else (or only, for what is
        called its own committee) the only body of its heading."""
        head = self.sentences[min(AT_HEAD, len(self.sentences)) - 1][1] if self.sentences else 0
        bodies = [(s, a) for s, a in self.cast.within(0, head) if a.kind == "organisation"]
        reports = {a.name: a for _, a in bodies if AUTHORS & set(a.name.lower().split())}
        signed = {a.name: a for s, a in bodies if BYLINE.search(self.text, max(0, s.start - 120), s.start)}
        if len(signed) == 1 and not only_titled:
            return list(signed.values())
        titled = {a.name: a for s, a in bodies if self.text.startswith("#", self.text.rfind("\n", 0, s.start) + 1)}
        found = titled if only_titled or len(reports) != 1 else reports
        return list(found.values()) if len(found) == 1 else []

    def pair(
        self, index: int, start: int, noun: str | None = None, count: int = 2, besides: Collection[str] = ()
    ) -> list[tuple[Actor, bool]]:
        """The two (or `count`) whom "both", "the two men" or "the two banks" mean: those of the few sentences before, if no more fit, and
        none of those named in `besides`."""
        found: dict[str, Actor] = {}
        told = [at for at in range(index, max(-1, index - 2 * LOOK_BACK), -1) if self._has_words(at)]
        for at in told[:LOOK_BACK]:
            low, high = self.sentences[at]
            spoken = [a for a in self._spoken_within(at, low, min(high, start)) if a.name not in besides]
            for actor in self.descriptions.alike(noun, spoken):
                found.setdefault(actor.name, actor)
            crossing = at > 0 and "\n\n" in self.text[self.sentences[at - 1][1] : low]
            if len(found) >= count or (crossing and (found or noun in SIDES or noun in HUMAN)):
                break
        if noun in SIDES and len(found) < count:
            found = {a.name: a for a in self.cast.actors if a.kind == "country"}
        return [(actor, False) for actor in found.values()] if len(found) == count else []

    def _has_words(self, index: int) -> bool:
        """Whether a sentence is more than the number of its paragraph."""
        return any(c.isalpha() for c in self.text[slice(*self.sentences[index])])

    def _spoken_within(self, index: int, low: int, high: int) -> list[Actor]:
        """Of whom a stretch of the sentence at `index` speaks: by name, by "he" and "she", by what the text calls them."""
        named = [a for s, a in self.cast.within(low, high) if not self.where(s, a)]
        trail = [a for at, a in self.trail[-STAY:] if low <= at < high]
        firsts: dict[Pronoun, int] = {}
        for m in PERSON.finditer(self.text, low, high):
            firsts.setdefault(PERSONAL[m[0].lower()], m.start())
        himself = [actor for pronoun, at in firsts.items() for actor, _ in self.pronoun(index, at, pronoun)[:1]]
        return [*named, *trail, *himself]

    def _fits(self, actor: Actor, pronoun: Pronoun) -> bool:
        if pronoun in ("it", "they"):
            return actor.kind in BODIES
        known = self._gender(actor)
        if known is None and pronoun == "she" and self._craft:
            return False  # it may as well be the ship
        return actor.kind in ("person", "unknown") and known in (None, pronoun)

    def _gender(self, actor: Actor) -> Gender | None:
        if actor.name not in self._genders:
            self._genders[actor.name] = gender(self.text, actor)
        return self._genders[actor.name]

    def _fitting(self, named: Sequence[Named], pronoun: Pronoun, *, same: bool) -> list[Named]:
        """Those of a passage for whom a pronoun can stand: of the right kind, else a name of unknown kind, else two joined by "and"."""
        if pronoun in ("he", "she"):
            found = [(s, a) for s, a in named if a.kind == "person" and self._fits(a, pronoun)]
            sure = [(s, a) for s, a in found if self._gender(a) == pronoun]
            if found:
                return found if not sure or found[0][1] is sure[0][1] else sure
        else:
            found = [(s, a) for s, a in named if a.kind in BODIES]
        if not found and (pronoun in ("he", "she") or same):
            fits = [(s, a) for s, a in named if a.kind == "unknown" and not a.name.endswith("s")]
            found = [(s, a) for s, a in fits if pronoun in ("it", "they") or self._fits(a, pronoun)]
        if not found and pronoun == "they":
            found = [(s, a) for s, a in named if " and " in (self.text[s.end : s.end + 5], self.text[max(0, s.start - 5) : s.start])]
        return found

    def _chosen(self, found: Sequence[Named], named: Sequence[Named], pronoun: Pronoun) -> list[tuple[Actor, bool]]:
        if pronoun == "they" and len(found) > 1 and self.text[found[0][0].end : found[1][0].start].strip() == "and":
            return [(found[0][1], False), (found[1][1], False)]
        actor = found[0][1]
        if pronoun == "she" and self._craft:
            return [(actor, False)]
        rivals = {a.name for _, a in [*found, *named] if a.kind == "unknown" or self._fits(a, pronoun)}
        self._learn(actor, pronoun, len(rivals) == 1)
        return [(actor, len(rivals) == 1 and (actor.kind == "person" or self._fits(actor, pronoun)) and actor.kind != "unknown")]

    def _learn(self, actor: Actor, pronoun: Pronoun, certain: bool) -> None:
        """A name that certainly was "she" once is no "he"."""
        if certain and (pronoun == "he" or pronoun == "she"):
            self._genders[actor.name] = pronoun

    def _is_kin(self, span: Span) -> bool:
        """Whether somebody is named only as another's kin or aide ("Her daughter, Ida Moe")."""
        return KIN.search(self.text, max(0, span.start - 32), span.start) is not None

    def _hero(self, pronoun: Pronoun, besides: Sequence[str]) -> Actor | None:
        """The person whom a text is about, if "he" or "she" can mean him: named early, and more often than anybody else."""
        if self._about is None:
            people = sorted((a for a in self.cast.actors if a.kind == "person"), key=lambda a: -len(a.mentions))
            first = people and (len(people) == 1 or len(people[0].mentions) > len(people[1].mentions))
            early = self.sentences[min(2, len(self.sentences) - 1)][1] if self.sentences else 0
            self._about = tuple(people[:1]) if first and people[0].mentions[0].start < early else ()
        return next((a for a in self._about if a.name not in besides and self._fits(a, pronoun)), None)

    def _same_before(self, index: int, low: int, start: int, pronoun: Pronoun) -> list[tuple[Actor, bool]]:
        """For whom the same pronoun stood in a sentence before a name there: "His wife was met by Moe. He ..." goes on about him."""
        first = next((m.start() for m in PERSON.finditer(self.text, low, start) if PERSONAL[m[0].lower()] == pronoun), None)
        if first is None:
            return []
        if first not in self._before:
            self._before[first] = [(actor, False) for actor, _ in self.pronoun(index, first, pronoun)]
        return self._before[first]

    def _begins_paragraph(self, index: int) -> bool:
        """Whether a sentence begins a paragraph, so that a pronoun in it is rather the one whom the text is about."""
        return "\n\n" in self.text[self.sentences[index - 1][1] : self.sentences[index][0]]

    def _leads(self, low: int, start: int) -> bool:
        """Whether a mention can be what its sentence is about: it stands in no clause that another word opens."""
        return CLAUSE_OPENERS.isdisjoint(self.text[low:start].lower().split())

    def where(self, span: Span, actor: Actor) -> bool:
        """Whether a land is named only as the place of something ("in Chad") or as what describes it ("a Dutch firm"); so may be a body
        ("at Wexmoor Crown Court"), or an outlet that is only told something."""
        before = self.text[max(0, span.start - 12) : span.start].lower().split()
        if actor.kind == "organisation":
            lead = before[:-1] if before[-1:] == ["the"] else before
            return lead[-1:] in (["at"], ["in"]) or (lead[-1:] in (["told"], ["to"]) and actor.name.lower().split()[-1] in english.MEDIA)
        if actor.kind not in ("country", "place"):
            return False
        return (bool(before) and before[-1] in ("in", "from", "into", "at", "near", "across")) or qualifies(self.text, span)

    def speak_of(self, actor: Actor, at: int) -> None:
        """Remembers that the document spoke of an actor at an offset."""
        self.trail.append((at, actor))

    def speak_of_all(self, actors: Sequence[Actor], at: int) -> None:
        """Remembers that the document spoke of several actors as one subject at an offset."""
        self.together = (at, tuple(actors))

    def _spoken(self, start: int, pronoun: Pronoun, besides: Sequence[str]) -> tuple[int, Actor | None]:
        """The last one before `start` of whom the document spoke and for whom a pronoun can stand, and where it did."""
        for at, actor in reversed(self.trail[-STAY:]):
            if at < start and actor.name not in besides and self._fits(actor, pronoun):
                return at, actor
        return -1, None

    def _told_of_a_thing(self, index: int, start: int) -> bool:
        """Whether the sentence names no body but a new thing ("They opened a case; it was closed"), or the one before is about something
        that is no actor ("The alarm was old. It failed ...")."""
        opening = self.sentences[index][0]
        if (thing := NEW_THING.search(self.text, opening, start)) and thing[1] not in DOERS:
            return not any(a.kind in BODIES for _, a in self.cast.within(opening, start))
        lead = self.text[opening:start].strip('"“ ')
        if index == 0 or (lead and not lead.endswith(":")):  # "MS. MOE: It was signed"
            return False
        low, high = self.sentences[index - 1]
        bodies = any(a.kind in BODIES or a.kind == "unknown" for _, a in self.cast.within(low, high))
        if not bodies and (thing := NEW_THING.search(self.text, low, high)) and thing[1] not in DOERS:
            return True  # "Moe ordered a review. It was finished ..."
        head = THING.match(self.text, low)
        if head is None:
            return False
        words = self.text[low : low + 80].split()[1:3]
        described = any(self.descriptions.one(word.lower().strip(",.;'’"), low) for word in words)
        return not described and not any(s.start < low + 40 for s, a in self.cast.within(low, min(high, low + 40)) if a.kind in BODIES)


def _like_a_person(actor: Actor) -> bool:
    return actor.kind == "person" or (actor.kind == "unknown" and " " in actor.name)
