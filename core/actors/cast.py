"""Actors -> who takes part in a clause, and as what.

A saying has its speaker, those for whom he speaks, whoever is told, and the doers of the reported deed; nobody else that the reported
words mention. An office-holder brings in the body or country that is named with his office, a spokesman always those for whom he speaks.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from core.actors.lexicon import english
from core.actors.relation import TOKEN, Part, is_verb, parts
from core.model import Actor, Document, Role, Span

REPORTED = re.compile(r"""\b(?:that|as saying|saying)\b|[:,]?\s*["“]|``""")
OFFICE = re.compile(
    r",(?: who is| then| now)?(?: an?| the| its)? (?=[a-z])[^.;:()]{2,70}?(?=[,.;:)])"
    r"|, (?=[A-Z])[^.;:(),]{2,60}?['’]s? [a-z][^.;:(),]{2,40}(?=[,.])"
)
CITING = english.REPORTING | {"quoted"}
"""Words after which stands what was said."""
ROLE_ORDER: tuple[Role, ...] = ("speaker", "agent", "represented", "patient", "place")
OFFICE_REACH = 60
"""How far before a name the body may stand whose office is named."""
FOLLOWER = re.compile(r" (?:also |then |later )?(\w+)")
OPENERS = frozenset(", ; and but or then who which also later had has have was were".split(" "))


class Cast:
    """The actors of a document by where they are mentioned.

    >>> from core.actors import actors
    >>> document = Document("a", "Norway and Chad signed a pact in Lima. Norway's envoy, Ida Moe, praised Chad.")
    >>> cast = Cast(document, actors(document, [(0, 38), (39, 77)]))
    >>> [(actor.name, actor.role) for actor in cast.participants((0, 38), (0, 38))]
    [('Norway', 'agent'), ('Chad', 'agent'), ('Lima', 'place')]
    """

    def __init__(self, document: Document, actors: Iterable[Actor]) -> None:
        self.text = document.text
        self.actors = tuple(actors)
        self._by_name = {actor.name: actor for actor in self.actors}
        self._mentions = sorted(((span, actor) for actor in self.actors for span in actor.mentions), key=lambda m: m[0].start)
        self._starts = [span.start for span, _ in self._mentions]

    def within(self, start: int, end: int) -> list[tuple[Span, Actor]]:
        """The mentions that begin in a stretch, in order."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def named(self, name: str | None) -> Actor | None:
        """The actor of a name, if the document has one."""
        return None if name is None else self._by_name.get(name)

    def names_at(self, start: int) -> bool:
        """Whether a mention begins at an offset."""
        return bool(self.within(start, start + 1))

    def office_of(self, person: Actor) -> Actor | None:
        """The body or country with whose office somebody enters the text ("the Foreign Minister of Chile, Ida Moe")."""
        span = person.mentions[0]
        before = [(s, a) for s, a in self.within(span.start - OFFICE_REACH, span.start) if a.kind in ("organisation", "country")]
        if not before:
            return None
        words = TOKEN.findall(self.text[before[-1][0].end : span.start].lower()) + TOKEN.findall(
            self.text[max(0, before[-1][0].start - 24) : before[-1][0].start].lower()
        )
        return before[-1][1] if any(word in english.TITLES for word in words) else None

    def participants(self, sentence: tuple[int, int], clause: tuple[int, int]) -> list[Actor]:
        """Who takes part in a clause of a sentence (half-open offsets), each once, with role and the mentions there; places come last.

        A clause that opens with its verb takes its subject from what precedes it in the sentence. A clause of saying is to be given with
        what is said.
        """
        roles: dict[str, Role] = {}
        mentions: dict[str, list[Span]] = {}
        for actor, span, role in self._played(sentence, clause):
            mentions.setdefault(actor.name, [])
            if span:
                mentions[actor.name].append(span)
            if actor.name not in roles or ROLE_ORDER.index(role) < ROLE_ORDER.index(roles[actor.name]):
                roles[actor.name] = role
        named = [(self._named(name), role) for name, role in roles.items()]
        cast = [Actor(a.name, a.kind, tuple(mentions[a.name]), role, a.represents) for a, role in named]
        return sorted(cast, key=lambda actor: actor.role == "place")

    def _played(self, sentence: tuple[int, int], clause: tuple[int, int]) -> Iterator[tuple[Actor, Span | None, Role]]:
        """Each part that a clause gives to an actor."""
        inside = bisect_left(self._starts, clause[0]) < bisect_left(self._starts, clause[1])
        if not (inside or self.within(sentence[0], clause[0])):
            return
        words = TOKEN.findall(self.text, *clause)
        if not inside and not _lacks_subject(words, ()):
            return
        told, said = (clause[1], clause[1]) if CITING.isdisjoint(words) else self._reported(clause)
        speaking = said < clause[1] or _speaks(words)
        present = list(parts(self.text, sentence[0], self.within(clause[0], told)))
        if _lacks_subject(words, present):
            earlier = parts(self.text, sentence[0], self.within(sentence[0], clause[0]))
            present = [p for p in earlier if p.relation in ("subject", "represented")] + present
        for part in present:
            if role := self._role(part, speaking):
                yield part.actor, part.span, role
                for actor, span in self._behind(part, role):
                    yield actor, span, "represented"
        for part in _doers(list(parts(self.text, said, self.within(said, clause[1])))):
            yield part.actor, part.span, "agent"

    def _behind(self, part: Part, role: Role) -> Iterator[tuple[Actor, Span | None]]:
        """Those for whom a part acts: always for a spokesman, by the office named after a name for anybody else."""
        if part.actor.kind == "person" and (office := OFFICE.match(self.text, part.span.end)):
            words = TOKEN.findall(office[0])
            named = self.within(office.start(), office.end())
            if named and any(word in english.TITLES for word in words) and named[0][1].kind in ("organisation", "country"):
                yield named[0][1], named[0][0]
        if part.actor.kind == "organisation" and role != "represented":
            return
        seen = {part.actor.name}
        queue = list(part.actor.represents)
        while queue:
            if (name := queue.pop(0)) not in seen:
                seen.add(name)
                yield self._named(name), None
                queue += self._named(name).represents

    def _named(self, name: str) -> Actor:
        """The actor of a name; a country may be named only within the name of its body."""
        return self._by_name.get(name) or Actor(name, "country")

    def _reported(self, clause: tuple[int, int]) -> tuple[int, int]:
        """Where the telling ends and what is told begins; both the clause's end where nothing is reported."""
        for token in TOKEN.finditer(self.text, *clause):
            if token[0] in CITING:
                if cue := REPORTED.search(self.text, token.end(), min(clause[1], token.end() + 160)):
                    return cue.start(), cue.end()
                break
        return clause[1], clause[1]

    def _role(self, part: Part, speaking: bool) -> Role | None:
        match part.relation:
            case "none":
                return None
            case "place" | "represented":
                return part.relation
            case _ if part.actor.kind == "place":
                governs = part.relation == "subject" and FOLLOWER.match(self.text, part.span.end)
                return "agent" if governs and governs[1] in english.CIVIC else None
            case "subject":
                return "patient" if self._passive(part.span.end) else "speaker" if speaking else "agent"
            case _:
                return "patient"

    def _passive(self, end: int) -> bool:
        tokens = TOKEN.findall(self.text[end : end + 60].lower())[:3]
        return tokens[:1] in (["was"], ["were"], ["is"], ["are"]) and any(t.endswith(("ed", "en", "ught", "ound")) for t in tokens[1:])


def _speaks(words: Sequence[str]) -> bool:
    """Whether there is a verb of saying among some words, other than one whose object is counted ("recalled 4,000 heaters")."""
    spoken = [n for n, word in enumerate(words) if word in english.SPEAKING]
    return any(words[n] not in english.HANDLING or not _counts(words[n + 1 : n + 2]) for n in spoken)


def _counts(words: Sequence[str]) -> bool:
    return bool(words) and (words[0][0].isdigit() or words[0] in english.QUANTITIES or words[0] in ("its", "two"))


def _lacks_subject(words: Iterable[str], present: Iterable[Part]) -> bool:
    """Whether a clause opens with its verb, so that its subject stands before it."""
    if any(p.relation == "subject" for p in present):
        return False
    return is_verb(next((word for word in words if word not in OPENERS), ""))


def _doers(reported: Sequence[Part]) -> list[Part]:
    """The first of the reported parts that does something, and those joined to it."""
    doers: list[Part] = []
    for part in reported:
        if part.relation in ("subject", "represented") and part.actor.kind != "place":
            if doers and part.span.start - doers[-1].span.end > 12:
                break
            doers.append(part)
        elif doers:
            break
    return doers
