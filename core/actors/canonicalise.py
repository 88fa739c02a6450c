"""Mentions -> actors: all the mentions of one entity under one canonical name.

An entity is first a way of writing. Ways of writing are then joined on evidence: the lexicon's word, a defined acronym, a name without
its company suffix, a surname after a full name, a spelling that a translation slipped on. The user's aliases win over all of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from core.actors.entity import MOST_NAMESAKES, SUFFIX, Entity, join
from core.actors.kinds import is_a_club, kind_of
from core.actors.lexicon import english
from core.actors.persons import family, slips, surnames
from core.actors.recognise import START, THE, Mention
from core.actors.relation import is_verb
from core.actors.things import craft, is_craft
from core.actors.unnamed import NOUNS, unnamed
from core.aliases import Aliases, fold
from core.model import Actor, Document, Span

OTHERWISE = re.compile(
    r"(?:[ ,(]{1,3}(?:also |better |formerly |then |now |who )?(?:known as|goes by the name of|also goes by the name of|a\.?k\.?a\.?|alias"
    r"|trading as|operating as|doing business as)|(?:,| \() ?(?:formerly|née?|born|nicknamed|dubbed|called))(?: the)? ?[\"“'‘]?(?:the )?"
)
AND_OTHERWISE = re.compile(r"[\"”'’]?,?(?: and| or)? [\"“'‘]?(?:the )?(?:as )?[\"“'‘]?")
ADJECTIVE = ("ian", "ean", "ish", "ese")
VERSION = re.compile(r" v?\d+\.\d")
THE_NOUN = re.compile(rf"{THE}(?= ([a-z]+)\b(?! (?:of|[A-Z]))(?: ([a-z]+)\b)?)")


def canonicalise(document: Document, found: Sequence[Mention], aliases: Aliases) -> list[Actor]:
    """One Actor for each entity, in the order of their first mentions."""
    entities = _by_writing(found, aliases)
    entities = _acronyms(document.text, entities)
    entities = _otherwise(document.text, entities)
    entities = surnames(document.text, entities)
    for entity in entities:
        if entity.kind in ("unknown", "place") and not entity.fixed and is_a_club(document.text, entity.name, entity.mentions):
            entity.kind = "organisation"
    family(document.text, entities)
    entities = _shortened(entities)
    entities = _peoples(entities)
    entities = slips(entities)
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
    return join(entities, pairs)


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
    return join(entities, pairs)


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
    return join(entities, pairs)


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
    return join(entities, pairs)


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
