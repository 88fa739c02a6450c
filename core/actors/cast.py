"""Actors -> who takes part in a clause, and as what.

Roles are read from what stands beside a mention: the preposition or verb before it, the noun that it qualifies. A saying has its
speaker, those for whom he speaks, whoever is told, and the doers of the reported deed; nobody else that the reported words mention.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from core.actors.lexicon import english, known
from core.model import Actor, Document, Role, Span

TOKEN = re.compile(r"[\w$][\w'’.-]*|[^\w\s]")
REPORTED = re.compile(r"""\b(?:that|saying|as saying)\b|[:,]?\s*["“]|``""")
ROLE_ORDER: tuple[Role, ...] = ("speaker", "agent", "represented", "patient", "place")
LOOK_BACK = 120
Relation = Literal["subject", "object", "place", "represented", "party", "none"]


@dataclass(frozen=True, slots=True)
class Part:
    """A mention in a clause: its actor, where it stands, and how it hangs on its neighbours."""

    actor: Actor
    span: Span
    relation: Relation


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
        self._mentions = sorted(((span.start, span, actor) for actor in self.actors for span in actor.mentions), key=lambda m: m[0])
        self._starts = [start for start, _, _ in self._mentions]

    def within(self, start: int, end: int) -> list[tuple[Span, Actor]]:
        """The mentions that lie in a stretch, in order."""
        return [(span, actor) for _, span, actor in self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]]

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
        cast = [replace(self._named(name), role=role, mentions=tuple(mentions[name])) for name, role in roles.items()]
        return sorted(cast, key=lambda actor: actor.role == "place")

    def _played(self, sentence: tuple[int, int], clause: tuple[int, int]) -> Iterator[tuple[Actor, Span | None, Role]]:
        """Each part that a clause gives to an actor."""
        told, said = self._reported(clause)
        speaking = said < clause[1] or self._speech(clause) is not None
        parts = list(self._parts(sentence, (clause[0], told)))
        if self._lacks_subject(clause, parts):
            parts = [p for p in self._parts(sentence, (sentence[0], clause[0])) if p.relation in ("subject", "represented")] + parts
        speakers = []
        for part in parts:
            if role := self._role(part, speaking):
                yield part.actor, part.span, role
                if (role in ("speaker", "agent") and part.actor.kind != "organisation") or role == "represented":
                    speakers.append(part.actor)
        for speaker in speakers:
            for name in self._behind(speaker):
                yield self._named(name), None, "represented"
        reported = list(self._parts((said, sentence[1]), (said, clause[1])))
        for part in _doers(reported):
            yield part.actor, part.span, "agent"

    def _behind(self, actor: Actor) -> Iterator[str]:
        """Those for whom an actor always speaks, and those behind them."""
        seen = {actor.name}
        queue = list(actor.represents)
        while queue:
            name = queue.pop(0)
            if name not in seen:
                seen.add(name)
                yield name
                queue += self._named(name).represents

    def _named(self, name: str) -> Actor:
        """The actor of a name; a country may be named only within the name of its body."""
        return self._by_name.get(name) or Actor(name, "country")

    def _speech(self, stretch: tuple[int, int]) -> int | None:
        """Where the first verb of saying in a stretch ends."""
        for token in TOKEN.finditer(self.text, *stretch):
            if token[0] in english.SPEAKING:
                return token.end()
        return None

    def _reported(self, clause: tuple[int, int]) -> tuple[int, int]:
        """Where the telling ends and what is told begins; both the clause's end where nothing is reported."""
        for token in TOKEN.finditer(self.text, *clause):
            if token[0] in english.REPORTING or token[0] == "quoted":
                verb = token.end()
                if cue := REPORTED.search(self.text, verb, min(clause[1], verb + 160)):
                    return (cue.start(), cue.end())
                return clause[1], clause[1]
        return clause[1], clause[1]

    def _lacks_subject(self, clause: tuple[int, int], parts: Sequence[Part]) -> bool:
        opening = [t[0] for t, _ in zip(TOKEN.finditer(self.text, *clause), range(4), strict=False)]
        while opening and opening[0] in (
            ",",
            ";",
            "and",
            "but",
            "or",
            "then",
            "who",
            "which",
            "also",
            "later",
            "had",
            "has",
            "have",
            "was",
        ):
            opening = opening[1:]
        return bool(opening) and _verb(opening[0]) and not any(p.relation == "subject" for p in parts)

    def _role(self, part: Part, speaking: bool) -> Role | None:
        match part.relation:
            case "subject":
                if part.actor.kind == "place":
                    return None
                return "patient" if self._passive(part.span.end) else "speaker" if speaking else "agent"
            case "object" | "party":
                return None if part.actor.kind == "place" else "patient"
            case "represented":
                return "represented"
            case "place":
                return "place"
            case _:
                return None

    def _passive(self, end: int) -> bool:
        tokens = [t[0].lower() for t, _ in zip(TOKEN.finditer(self.text, end, min(end + 60, len(self.text))), range(4), strict=False)]
        return (
            bool(tokens)
            and tokens[0] in ("was", "were", "is", "are")
            and any(t.endswith(("ed", "en", "ught", "ound")) for t in tokens[1:3])
        )

    def _parts(self, sentence: tuple[int, int], stretch: tuple[int, int]) -> Iterator[Part]:
        """The mentions of a stretch with their relations, in order."""
        before: Part | None = None
        for span, actor in self.within(*stretch):
            relation = self._relation(sentence, span, actor, before)
            before = Part(actor, span, relation)
            yield before

    def _relation(self, sentence: tuple[int, int], span: Span, actor: Actor, before: Part | None) -> Relation:
        relation = self._before(sentence, span, actor, before)
        follower, possessive = self._follower(span)
        if follower in english.COLLECTIVES and follower not in english.TITLES:
            return relation
        if follower in english.TITLES and (possessive or follower not in english.PAST):
            return "represented" if relation != "none" else "none"
        if possessive:
            if follower in english.DEEDS:
                return "subject" if actor.kind != "place" else "none"
            return "subject" if relation == "subject" and actor.kind in ("person", "organisation", "unknown") else "none"
        if follower in english.DEEDS and relation in ("subject", "object"):
            return "subject"
        if (
            (_demonym(span.text) or span.text.replace(".", "").isupper())
            and follower
            and follower not in english.FUNCTION
            and not _verb(follower)
        ):
            return "none"
        return relation

    def _follower(self, span: Span) -> tuple[str, bool]:
        """The word after a mention, and whether a possessive stands between."""
        rest = self.text[span.end : span.end + 48]
        possessive = rest[:2].lower() in ("'s", "’s") or rest[:2] in ("' ", "’ ")
        rest = rest[2:] if possessive else rest
        if not rest.startswith(" "):
            return "", possessive
        tokens = rest.split()
        words = [t.strip(",.;:\"”'’)") for t in tokens[:4]]
        heads = [w for w in words if w in english.COLLECTIVES or w in english.DEEDS or w in english.TITLES]
        if heads and words[0].islower() and not _verb(words[0]) and words[0] not in english.FUNCTION:
            index = words.index(heads[0])
            if all(w.islower() and w not in english.FUNCTION and not _verb(w) for w in words[:index]):
                return heads[0], possessive
        return (words[0] if words else ""), possessive

    def _before(self, sentence: tuple[int, int], span: Span, actor: Actor, before: Part | None) -> Relation:
        """The relation that the words before a mention give it."""
        low = max(sentence[0], span.start - LOOK_BACK)
        tokens = TOKEN.findall(self.text[low : span.start])
        if before and before.span.start >= low:
            gap = TOKEN.findall(self.text[before.span.end : span.start])
            if self._coordinated(gap, span):
                return before.relation
            if (
                all(t.lower() in english.TITLES or t.lower() in english.TITLE_PARTS or t.lower() in english.COLLECTIVES for t in gap)
                and gap
            ):
                return self._before(sentence, before.span, actor, None)
        office = False
        while tokens and (tokens[-1].lower() in english.SKIPPED or tokens[-1] in "\"“'`" or _office(tokens[-1].lower(), office)):
            office |= tokens.pop().lower() in english.TITLES
        if not tokens:
            return "subject"
        word = tokens[-1].lower()
        if word in english.PREPOSITIONS and not (word in english.CLAUSE_OPENERS and len(tokens) > 1 and tokens[-2] == ","):
            return self._after_preposition(word, tokens, actor)
        if word in english.CLAUSE_OPENERS or not word[0].isalnum() or word in english.CALENDAR or word[0].isdigit():
            return "subject"
        return self._after_verb(word, actor)

    def _coordinated(self, gap: Sequence[str], span: Span) -> bool:
        """Do the words between two mentions only join them? ("the Taliban and the United States", "Chad, Mali and Niger")"""
        words = [t.lower() for t in gap if t.lower() not in english.COLLECTIVES and t not in ("the", "both")]
        return words in (["and"], ["or"], [",", "and"]) or (
            words == [","] and self.text[span.end : span.end + 5].startswith((", ", " and ", " or "))
        )

    def _after_preposition(self, word: str, tokens: Sequence[str], actor: Actor) -> Relation:
        land = actor.kind in ("country", "place")
        noun = tokens[-2].lower() if len(tokens) > 1 else ""
        if word in english.TAKING_PART:
            return "none" if actor.kind == "place" else ("subject" if word in ("by", "between") else "party")
        if word in english.LOCATIVES:
            return "place" if land or (actor.kind == "unknown" and word in ("in", "at", "near")) else "none"
        match word:
            case "of":
                if noun in english.REPRESENTATIVES:
                    return "subject" if noun in english.COLLECTIVES else "represented"
                return "party" if noun in english.DEEDS and actor.kind != "place" else "none"
            case "for":
                return "represented" if noun in english.TITLES else "none" if land else "party"
            case "on" | "upon":
                return "party" if noun in english.TARGETED else "none"
            case "to":
                return "subject" if noun == "according" else "place" if actor.kind == "place" else "party"
            case "from":
                return "place" if land else "party"
            case "over" if noun in ("took", "take", "taken", "takes", "taking"):
                return "place" if land else "object"
            case "as" | "after" | "before" | "since" | "until" | "than":
                return "subject"
            case _:
                return "none"

    def _after_verb(self, word: str, actor: Actor) -> Relation:
        if word in english.TERRITORIAL and actor.kind in ("country", "place"):
            return "place"
        return "object"


def _office(word: str, within: bool) -> bool:
    """Is this a title, or inside one a word of it? ("foreign ministry spokesman")"""
    return word in english.TITLES or (within and (word in english.TITLE_PARTS or word in english.ORGANISATION_WORDS))


def _verb(word: str) -> bool:
    return word in english.PAST or word in english.SPEAKING or (word.islower() and word.endswith("ed") and len(word) > 4)


def _demonym(text: str) -> bool:
    entry = known().get(" ".join(text.split()))
    return entry is not None and entry.form == "demonym"


def _doers(parts: Sequence[Part]) -> list[Part]:
    """The first of the reported parts that does something, and those joined to it."""
    doers: list[Part] = []
    for part in parts:
        if part.relation in ("subject", "represented") and part.actor.kind != "place":
            if doers and part.span.start - doers[-1].span.end > 12:
                break
            doers.append(part)
        elif doers:
            break
    return doers
