"""Mentions -> actors: all the mentions of one entity under one canonical name.

An entity is first a way of writing. Ways of writing are then joined on evidence: the lexicon's word, a defined acronym, a name without
its company suffix, a surname after a full name, a spelling that a translation slipped on. The user's aliases win over all of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from core.actors.callings import beside
from core.actors.kinds import is_a_club, is_where, kind_of
from core.actors.lexicon import english
from core.actors.recognise import START, THE, Mention
from core.actors.relation import is_verb
from core.actors.things import craft, is_craft
from core.actors.unnamed import NOUNS, unnamed
from core.aliases import Aliases, fold
from core.model import Actor, ActorKind, Document, Span

SUFFIX = re.compile(r"(?:,? (?:" + "|".join(re.escape(w) for w in sorted(english.COMPANY_SUFFIXES)) + r"))+$", re.IGNORECASE)
OTHERWISE = re.compile(
    r"(?:[ ,(]{1,3}(?:also |better |formerly |then |now |who )?(?:known as|goes by the name of|also goes by the name of|a\.?k\.?a\.?|alias"
    r"|trading as|operating as|doing business as)|(?:,| \() ?(?:formerly|née?|born|nicknamed|dubbed|called))(?: the)? ?[\"“'‘]?(?:the )?"
)
BORN = re.compile(r"\b(?:was|were) born (?:as )?$")
AND_OTHERWISE = re.compile(r"[\"”'’]?,?(?: and| or)? [\"“'‘]?(?:the )?(?:as )?[\"“'‘]?")
ADJECTIVE = ("ian", "ean", "ish", "ese")
VERSION = re.compile(r" v?\d+\.\d")
THE_NOUN = re.compile(rf"{THE}(?= ([a-z]+)\b(?! (?:of|[A-Z]))(?: ([a-z]+)\b)?)")
KIN_OF = re.compile(rf"\b(?:{'|'.join(sorted(english.KIN))}) of (?:(?:an?|the|his|her) [a-z -]+,? )?$")
REACH = 60
"""How far before a name it may be said whose kin he has: "the daughter of a smith, Karl Moe"."""
SIBLINGS = frozenset("brothers sisters twins siblings spouses couple cousins".split())
SURE_SPELLING = 85
SLIP_SPELLING = 80
MOST_NAMESAKES = 40
"""So many names are compared with one another at most, whatever a text makes up."""


@dataclass(slots=True)
class Entity:
    """An actor in the making."""

    name: str
    kind: ActorKind
    mentions: list[Mention] = field(default_factory=list)
    fixed: bool = False
    """Named by the lexicon or the aliases: never renamed, joined only to its like."""

    @property
    def first(self) -> int:
        return self.mentions[0].start


def canonicalise(document: Document, found: Sequence[Mention], aliases: Aliases) -> list[Actor]:
    """One Actor for each entity, in the order of their first mentions."""
    entities = _by_writing(found, aliases)
    entities = _acronyms(document.text, entities)
    entities = _otherwise(document.text, entities)
    entities = _surnames(document.text, entities)
    for entity in entities:
        if entity.kind in ("unknown", "place") and not entity.fixed and is_a_club(document.text, entity.name, entity.mentions):
            entity.kind = "organisation"
    _family(document.text, entities)
    entities = _shortened(entities)
    entities = _peoples(entities)
    entities = _slips(entities)
    for entity in entities:
        if entity.kind == "unknown":
            entity.kind = kind_of(document.text, entity.name, entity.mentions)
    entities = [e for e in entities if e.kind != "unknown" or not all(_quoted(document.text, m) for m in e.mentions)]
    entities = [e for e in entities if e.kind != "person" or e.fixed or not any(_with_article(document.text, m) for m in e.mentions[:4])]
    if at := craft(document.text):
        entities = [
            e for e in entities if e.fixed or e.kind == "organisation" or not is_craft(document.text, (m[:2] for m in e.mentions), at)
        ]
    programs = {
        document.text[max(0, m.start() - 40) : m.start()].rpartition(" ")[2] for m in VERSION.finditer(document.text, document.body)
    }
    entities = [e for e in entities if e.kind != "unknown" or e.name not in programs]  # "Orrin 2.1 came out"
    entities = [e for e in entities if e.fixed or not _is_a_noun(document.text, e)]
    entities = [e for e in entities if e.fixed or e.kind == "organisation" or not _lettered(document.text, e)]
    entities = _with_unnamed(document, entities)
    _described(document, entities)
    for entity in entities:
        entity.mentions.sort(key=START)
    return [
        Actor(e.name, e.kind, tuple([Span(document.id, m.start, m.end, m.text) for m in e.mentions]))
        for e in sorted(entities, key=lambda e: e.first)
    ]


def _by_writing(found: Iterable[Mention], aliases: Aliases) -> list[Entity]:
    entities: dict[str, Entity] = {}
    for mention in found:
        surface = " ".join(mention.text.split())
        if alias := aliases.named(surface):
            name, kind, fixed = alias.name, alias.kind if alias.kind != "unknown" else mention.kind, True
        elif mention.known:
            name, kind, fixed = mention.known.name, mention.known.kind, True
        else:
            name, kind, fixed = surface, mention.kind, False
        key = fold(name) or name
        entity = entities.get(key)
        if entity is None:
            entity = entities[key] = Entity(name, kind)
        entity.mentions.append(mention)
        entity.fixed |= fixed
        if entity.kind == "unknown" or (mention.titled and not entity.fixed):
            entity.kind = kind
    return list(entities.values())


def _join(entities: list[Entity], pairs: Iterable[tuple[Entity, Entity]]) -> list[Entity]:
    """The entities with each left one of the pairs taken into the right one."""
    into: dict[int, Entity] = {}
    for part, whole in pairs:
        while id(whole) in into:
            whole = into[id(whole)]
        if part is whole or id(part) in into:
            continue
        into[id(part)] = whole
        whole.mentions += part.mentions
        if whole.kind == "unknown":
            whole.kind = part.kind
    return [e for e in entities if id(e) not in into]


def _acronyms(text: str, entities: list[Entity]) -> list[Entity]:
    """Joins "ISAF" to "International Security Assistance Force (ISAF)", or the other way round where the short form comes first."""
    at = {m.start: (e, m) for e in entities for m in e.mentions}
    pairs = []
    for entity, long in at.values():
        if text[long.end : long.end + 2] == " (" and (found := at.get(long.end + 2)) and found[0] is not entity:
            other, inner = found
            if text[inner.end : inner.end + 1] in (")", ",", ";"):
                if _initials(inner.text, long.text) and not other.fixed:
                    pairs.append((other, entity))
                elif _initials(long.text, inner.text) and not entity.fixed:
                    pairs.append((entity, other))
    return _join(entities, pairs)


def _initials(short: str, long: str) -> bool:
    """Are the letters of `short` found at the heads of the words of `long`, in order?"""
    letters = [c for c in short if c.isalpha()]
    if len(letters) < 2 or not short.isupper():
        return False
    heads = iter(w[0].upper() for w in re.split(r"[\s-]+", long) if w)
    if all(letter in heads for letter in letters):
        return True
    rest = iter(long.upper())
    return len(letters) > 3 and " " in long and long[0].upper() == letters[0] and all(letter in rest for letter in letters)


def _otherwise(text: str, entities: list[Entity]) -> list[Entity]:
    """Joins what a text itself calls another name ("Tor Holm, also known as the Miller", "Orrin Ltd (formerly Orrin Brothers)")."""
    places = sorted(((m, e) for e in entities for m in e.mentions), key=lambda p: p[0].start)
    pairs: list[tuple[Entity, Entity]] = []
    whole: Entity | None = None
    for (left, one), (right, other) in pairwise(places):
        gap = text[left.end : right.start]
        if len(gap) > 40 or (whole is not None and not AND_OTHERWISE.fullmatch(gap)):
            whole = None
        if whole is None and OTHERWISE.fullmatch(gap) and ("called" not in gap or text[right.end : right.end + 1] in (",", ")")):
            whole = one  # "Moe, called the Miller, left", but not "Moe, the chairman, called Lund a fool"
        if whole is not None and other is not whole and not other.fixed and other.kind in ("unknown", whole.kind):
            pairs.append((other, whole))
    return _join(entities, pairs)


def _peoples(entities: list[Entity]) -> list[Entity]:
    """Joins a people or adjective to its land where a text names both ("Valdorians" to "Valdoria", "Athenians" to "Athens")."""
    lands: dict[str, Entity] = {}
    for entity in entities:
        stem = entity.name.casefold().rstrip("aeiouys")
        if entity.kind != "person" and len(stem) > 2 and " " not in entity.name and not entity.name.casefold().endswith(("ian", "ians")):
            lands.setdefault(stem, entity)
    pairs = []
    for entity in entities:
        name = entity.name.casefold()
        if entity.fixed or entity.kind != "unknown" or not name.endswith(english.DEMONYM_ENDINGS):
            continue
        stems = (name[: -len(ending)].rstrip("aeiouys") for ending in english.DEMONYM_ENDINGS if name.endswith(ending))
        land = next((lands[stem] for stem in stems if stem in lands and lands[stem] is not entity), None)
        if land and land.name[:1] == entity.name[:1] and land.name.casefold() != name.rstrip("s"):
            pairs.append((entity, land))
            if land.kind in ("unknown", "place"):
                land.kind = "country"
    return _join(entities, pairs)


def _shortened(entities: list[Entity]) -> list[Entity]:
    """Joins "Orrin Freight" and "Orrin" to "Orrin Freight Ltd", and "State Department" to "US State Department"."""
    bodies = [e for e in entities if e.kind == "organisation" and " " in e.name]
    heads: dict[str, list[Entity]] = {}
    for body in bodies:
        words = SUFFIX.sub("", body.name).casefold().split()
        for word in set(words[1:]) & english.ORGANISATION_WORDS:
            heads.setdefault(word, []).append(body)
        if marks := {w.upper() for w in (words[0], words[-1])} & english.CLUBS:
            words = [w for w in words if w.upper() not in marks]
        for count in range(1, len(words) + 1):
            heads.setdefault(" ".join(words[:count]), []).append(body)
        for begin in range(1, len(words) - 1):
            heads.setdefault(" ".join(words[begin:]), []).append(body)
    pairs = []
    for entity in entities:
        if entity.fixed or entity.kind not in ("organisation", "unknown"):
            continue
        key = SUFFIX.sub("", entity.name).casefold()
        if entity.kind == "unknown" and key.endswith(ADJECTIVE):
            continue
        longer = [b for b in heads.get(key) or heads.get(f"{key}'s", []) if b is not entity and len(b.name) > len(entity.name)]
        longer = [b for b in longer if b.name.casefold().split()[-1] not in english.MEDIA] or longer  # the town's paper is seldom meant
        if len(set(map(id, longer))) == 1:
            pairs.append((entity, longer[0]))
    return _join(entities, pairs)


def _surnames(text: str, entities: list[Entity]) -> list[Entity]:
    """Joins "Okafor" to "Helen Okafor": to the only full name of that surname, else to the last one before it.

    So is a name that somebody was born with ("She was born Helena Okafor").
    """
    full: dict[str, list[tuple[Entity, list[str]]]] = {}
    for entity in entities:
        for form in dict.fromkeys([entity.name, *(m.text for m in entity.mentions)]):
            words = form.casefold().split()
            if len(words) > 1 and entity.kind in ("person", "unknown"):
                for key in {words[-1], words[0]} if entity.kind == "person" or words[1] == "of" else {words[-1]}:
                    if len(namesakes := full.setdefault(key, [])) < MOST_NAMESAKES:
                        namesakes.append((entity, words))
    pairs = []
    firms = {SUFFIX.sub("", e.name).casefold(): e.first for e in reversed(entities) if e.kind == "organisation" and SUFFIX.search(e.name)}
    for entity in entities:
        words = entity.name.casefold().split()
        if words[-1] not in full:
            continue
        if entity.kind == "unknown" and firms.get(words[0], entity.first) < entity.first < min(e.first for e, _ in full[words[-1]]):
            continue  # "Orrin Ltd closed. Orrin was sued by its founder, Ida Orrin"
        lone_place = entity.kind == "place" and len(words) == 1 and not any(is_where(text, m) for m in entity.mentions)
        if (entity.kind not in ("person", "unknown") and not lone_place) or (entity.fixed and (len(words) > 1 or lone_place)):
            continue
        born = len(words) > 1 and BORN.search(text[max(0, entity.first - 16) : entity.first]) is not None
        candidates = [e for e, longer in full.get(words[-1], []) if e is not entity and (born or _may_be(words, longer))]
        if len(candidates) > 1:
            candidates = [e for e in candidates if not _has_kin(text, e)] or candidates
            candidates = [e for e in candidates if not _is_kin(text, e)] or candidates
        if candidates:
            whole = max((e for e in candidates if e.first <= entity.first), key=lambda e: e.first, default=candidates[0])
            if entity.fixed and not whole.fixed:
                whole.name, whole.kind, whole.fixed = entity.name, entity.kind, True
            if (lone_place or any(m.titled for m in entity.mentions)) and whole.kind == "unknown":
                whole.kind = "person"
            pairs.append((entity, whole))
    return _join(entities, pairs)


def _family(text: str, entities: Sequence[Entity]) -> None:
    """Gives the surname to the first of two kin who share it ("the brothers Karl and Emil Moe": Karl Moe)."""
    full = {m.start: e.name.split()[-1] for e in entities for m in e.mentions if e.kind == "person" and " " in e.name}
    for entity in entities:
        first = entity.mentions[0]
        lone = entity.kind in ("person", "unknown") and " " not in entity.name and not entity.fixed
        if lone and text.startswith(" and ", first.end):
            surname, lead = full.get(first.end + 5), text[max(0, first.start - 24) : first.start].split()
            if surname is not None and lead and lead[-1].lower() in SIBLINGS:
                entity.name, entity.kind = f"{entity.name} {surname}", "person"


def _is_kin(text: str, entity: Entity) -> bool:
    """Does somebody enter a text as another's kin, so that a bare surname is hardly his? ("his wife, Ida Moe")"""
    return any(noun in english.KIN for noun in beside(text, entity.mentions[0]))


def _has_kin(text: str, entity: Entity) -> bool:
    """Does somebody enter a text only as he whose kin another is? ("Ida Moe, daughter of a smith, Karl Moe")"""
    return KIN_OF.search(text, entity.first - REACH, entity.first) is not None


def _may_be(short: list[str], full: list[str]) -> bool:
    """Can the words of a shorter name stand for those of a longer one? ("Okafor", "H. Okafor" for "Helen Okafor")"""
    if len(short) >= len(full):
        return False
    rest = iter(full)
    return all(any(w == part or (part.endswith(".") and w.startswith(part[:-1])) for w in rest) for part in short)


def _slips(entities: list[Entity]) -> list[Entity]:
    """Joins spellings of one person's name: full names that differ in letters, and a name that the text once failed to capitalise."""
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.fuzz import ratio

    people = [e for e in entities if e.kind in ("person", "unknown") and not any(c.isdigit() for c in e.name)]
    pairs = []
    by_size: dict[tuple[int, str], list[Entity]] = {}
    for entity in people:
        words = entity.name.casefold().split()
        if len(words) > 1:
            by_size.setdefault((len(words), words[0][:2]), []).append(entity)
    for alike in by_size.values():
        for i, other in enumerate(alike[:MOST_NAMESAKES]):
            for entity in alike[:i]:
                parts = zip(entity.name.casefold().split(), other.name.casefold().split(), strict=True)
                if not (other.fixed and entity.fixed) and all(ratio(a, b) >= SURE_SPELLING for a, b in parts):
                    pairs.append((entity, other) if other.fixed else (other, entity))
    pairs += _misspelt(people, {part for e in entities if " " in e.name for part in e.name.casefold().split()})
    lone: dict[str, list[Entity]] = {}
    for entity in people:
        if " " not in entity.name:
            lone.setdefault(entity.name[:2].casefold(), []).append(entity)
    for slip in people:
        if any(m.slip for m in slip.mentions) and not slip.fixed:
            alike = [e for e in lone.get(slip.name[:2].casefold(), [])[:MOST_NAMESAKES] if e is not slip]
            close = [e for e in alike if JaroWinkler.similarity(e.name.casefold(), slip.name.casefold()) * 100 >= SLIP_SPELLING]
            if len(close) == 1:
                pairs.append((slip, close[0]))
                close[0].kind = "person"
    return _join(entities, pairs)


def _misspelt(people: Sequence[Entity], parts: Set[str]) -> list[tuple[Entity, Entity]]:
    """Pairs of a lone surname and the only full name before it from which it differs in an accent or one letter ("Quintella", "Ana
    Quintela"). A word that is part of any other name stays what it is."""
    from rapidfuzz.distance import Levenshtein

    surnames: dict[str, list[tuple[str, Entity]]] = {}
    for entity in people:
        if entity.kind == "person" and " " in entity.name:
            surname = fold(entity.name.split()[-1])
            surnames.setdefault(surname[:2], []).append((surname, entity))
    pairs = []
    for entity in people:
        name = fold(entity.name)
        if " " in name or len(name) < 5 or entity.fixed or entity.name.casefold() in parts:
            continue
        near = [(s, e) for s, e in surnames.get(name[:2], [])[:MOST_NAMESAKES] if e.first < entity.first]
        close = [e for s, e in near if Levenshtein.distance(s, name, score_cutoff=1) < 2]
        if len(close) == 1:
            pairs.append((entity, close[0]))
    return pairs


def _is_a_noun(text: str, entity: Entity) -> bool:
    """Is a name only a noun for a body, and not written as what the text means by it? ("the House" is a name)"""
    word = entity.name.casefold()
    if word not in english.ORGANISATION_WORDS or word in english.ALONE:
        return False
    lead = [text[max(0, m.start - 5) : m.start].lower() for m in entity.mentions]
    return not all(before.endswith(("the ", "this ")) and m.text[0].isupper() for before, m in zip(lead, entity.mentions, strict=True))


def _lettered(text: str, entity: Entity) -> bool:
    """Is a name a thing's: one with a letter or number ("Depot A", "Tent No. 2"), or one in italics after an article, as a ship's?"""
    if entity.kind == "person":
        return False  # "Leila M., a cleaner"
    if entity.name.split()[-1] in ("No", "Nos") or (" " in entity.name and len(entity.name.split()[-1]) == 1):
        return True
    first = entity.mentions[0]
    if entity.name.casefold().split()[-1] in english.MEDIA:
        return False
    return text[max(0, first.start - 5) : first.start].lower() in ("the *", "the _") and text[first.end : first.end + 1] in "*_"


def _with_article(text: str, mention: Mention) -> bool:
    """Does a person's name stand after "the"? Then a ship, a prize or a house is named after him ("the Ida Moe sailed")."""
    return not mention.titled and " " in mention.text and text[max(0, mention.start - 4) : mention.start].lower() == "the "


def _quoted(text: str, mention: Mention) -> bool:
    """Does the name stand alone in quotation marks, as the title of a book does?"""
    before, after = text[max(0, mention.start - 5) : mention.start], text[mention.end : mention.end + 2]
    return before.removesuffix("The ")[-1:] in ('"', "“", "«") and any(c in after for c in '"”»')


def _stands_alone(following: str | None) -> bool:
    """Does a noun end its phrase, by the word after it? ("the bank lent", but not "the bank manager")"""
    word = following or "was"
    return word in english.FUNCTION or word in english.PREPOSITIONS or is_verb(word) or word.endswith(("ly", "s"))


def _with_unnamed(document: Document, entities: list[Entity]) -> list[Entity]:
    """The entities with the bodies that have no name ("the school board"); "the borough council" is Marn Borough Council."""
    found = list(unnamed(document.text, document.body))
    if not found:
        return entities
    taken = sorted((m.start, m.end) for e in entities for m in e.mentions)
    bodies: dict[str, list[tuple[set[str], Entity]]] = {}
    for entity in entities:
        if entity.kind == "organisation":
            words = set(entity.name.casefold().split())
            for noun in words & NOUNS:
                bodies.setdefault(noun, []).append((words, entity))
    meant: dict[str, Entity] = {}
    new: list[Entity] = []
    for start, end, noun in found:
        at = bisect_right(taken, (end,))
        if at and taken[at - 1][1] > start:
            continue
        name = document.text[start:end]
        if (key := name.casefold()) not in meant:
            named = (e for words, e in bodies.get(noun, [])[:MOST_NAMESAKES] if words.issuperset(key.split()))
            meant[key] = next(named, None) or Entity(name, "organisation")
            new += [] if meant[key].mentions else [meant[key]]
        meant[key].mentions.append(Mention(start, end, name, "organisation"))
    return [*entities, *new]


def _described(document: Document, entities: list[Entity]) -> None:
    """Adds "the council" to the only body of the text that is a council, "the company" to its only company."""
    called: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.kind == "organisation" and " " in entity.name:
            words = SUFFIX.sub("", entity.name).casefold().split(" of ")[0].split()
            nouns = {words[-1]} & english.DESCRIBED | ({"company"} if SUFFIX.search(entity.name) else set())
            for noun in nouns:
                called.setdefault(noun, []).append(entity)
    sole = {noun: found[0] for noun, found in called.items() if len(found) == 1 and noun.isalpha()}
    if not sole:
        return
    taken: set[int] = set()
    for match in THE_NOUN.finditer(document.text, document.body):
        called_so = sole.get(match[1])
        if called_so is None or match.start() <= called_so.first or not _stands_alone(match[2]):
            continue
        taken = taken or {at for e in entities for m in e.mentions for at in (m.start, m.end)}
        if taken.isdisjoint(match.span(1)):
            called_so.mentions.append(Mention(*match.span(1), match[1], "organisation"))
