"""Which names are one person's: a surname after the full name, kin who share one, spellings that differ in a letter."""

import re
from collections.abc import Sequence, Set

from core.actors.callings import beside
from core.actors.entity import MOST_NAMESAKES, SUFFIX, Entity, join
from core.actors.kinds import is_where
from core.actors.lexicon import english
from core.aliases import fold

BORN = re.compile(r"\b(?:was|were) born (?:as )?$")
KIN_OF = re.compile(rf"\b(?:{'|'.join(sorted(english.KIN))}) of (?:(?:an?|the|his|her) [a-z -]+,? )?$")
REACH = 60
"""How far before a name it may be said whose kin he has: "the daughter of a smith, Karl Moe"."""
SIBLINGS = frozenset("brothers sisters twins siblings spouses couple cousins".split())
SURE_SPELLING = 85
SLIP_SPELLING = 80


def surnames(text: str, entities: list[Entity]) -> list[Entity]:
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
    return join(entities, pairs)


def family(text: str, entities: Sequence[Entity]) -> None:
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


def slips(entities: list[Entity]) -> list[Entity]:
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
    return join(entities, pairs)


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
