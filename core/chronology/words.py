"""What the words of a label or sentence name: deeds, things, and names, each under one key, so that two reports can be compared.

Names are keyed "@...": a country or body of the lexicon under its own name whatever the form ("American", "the US"), anyone else under the
words of the name that tell who it is.
"""

import re
from collections.abc import Collection, Iterable
from functools import cache, lru_cache

from core.actors.lexicon import common_words, english, given_names, known, places
from core.aliases import fold
from core.chronology.kinds import COUNTED, DEEDS, EMPTY, LIGHT, PARTICLES, PHRASES, SAYING, THINGS, TITLES
from core.events.joining import kind_of
from core.events.tokens import root

WORD = re.compile(r"[^\W\d_]+(?:[-.&][^\W\d_]+)*")
EMPTY_ROOTS = EMPTY | frozenset(map(root, EMPTY))
LIGHT_ROOTS = frozenset(map(root, LIGHT))
SAYING_ROOTS = frozenset(map(root, SAYING))


def _table(lines: str, mark: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines.strip().splitlines():
        kind, _, listed = line.partition(":")
        for word in listed.split():
            for key in _stems(word):
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), mark + kind)))
    return found


def _stems(word: str) -> set[str]:
    """The roots under which a word is known; what ends in -er is somebody who does a deed, not the deed."""
    return {root(word)} if word.endswith(("er", "ers")) else {root(word), kind_of(word)}


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """The deeds and things that a root may name; a deed is marked "!"."""
    deeds, things = _table(DEEDS, "!"), _table(THINGS, "")
    return {key: (*deeds.get(key, ()), *things.get(key, ())) for key in deeds.keys() | things.keys()}


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    return {tuple(map(root, phrase.split())): deed for phrase, deed in PHRASES.items()}


@cache
def _opening() -> frozenset[str]:
    """The roots with which phrases begin."""
    return frozenset(phrase[0] for phrase in _phrases())


SPLIT = 5
"""So far from its verb the second word of a phrase may stand: "turned the offer down"."""
LONGEST_PHRASE = max(phrase.count(" ") + 1 for phrase in PHRASES)


def words(text: str) -> list[str]:
    """The words of a text, possessive endings cut off.

    >>> words("Turkey's army, the U.S. said, hadn't moved.")
    ['Turkey', 'army', 'the', 'U.S', 'said', 'hadn', 'moved']
    """
    return [word for word in WORD.findall(text) if len(word) > 1 or word.isupper()]


@lru_cache(maxsize=1 << 16)
def concepts(word: str) -> tuple[str, ...]:
    """What a lower-case word names: kinds of deeds ("!leave") and things, else its root; nothing for an empty or a light word.

    >>> concepts("withdrawal"), concepts("jet"), concepts("the"), concepts("bombing"), concepts("sculptures")
    (('!leave',), ('plane',), (), ('!attack', '!blast'), ('sculptur',))
    """
    if word in EMPTY or len(word) < 2:
        return ()
    stem = root(word)
    kinds = _kinds()
    for key in (stem, *(_stems(word) - {stem})):
        if key in kinds:
            return kinds[key]
    return () if stem in EMPTY_ROOTS or stem in LIGHT_ROOTS or stem in SAYING_ROOTS else (kind_of(word),)


def named_things(told: list[str], names: Collection[str]) -> dict[str, float]:
    """What the words of a text name beside the `names` (folded words), with the share of a word that each has: phrases first."""
    lows = [word.lower() for word in told]
    roots = [root(low) for low in lows]
    names, phrases, opening = set(names), _phrases(), _opening()
    found: dict[str, float] = {}
    apart: set[int] = set()
    k = 0
    while k < len(told):
        if k in apart:
            k += 1
            continue
        if roots[k] in opening:
            if split := next((j for j in range(k + 2, min(k + SPLIT, len(told))) if (roots[k], roots[j]) in phrases), 0):
                found["!" + phrases[roots[k], roots[split]]] = 1.0
                apart.add(split)
                k += 1
                continue
            taken = next((n for n in range(min(LONGEST_PHRASE, len(told) - k), 1, -1) if tuple(roots[k : k + n]) in phrases), 0)
            if taken:
                if deed := phrases[tuple(roots[k : k + taken])]:
                    found["!" + deed] = 1.0
                k += taken
                continue
        if not names.issuperset(fold(told[k]).split()) and not (told[k][0].isupper() and k > 0):
            for concept in (ours := concepts(lows[k])):
                found[concept] = max(found.get(concept, 0.0), 1 / len(ours))
        k += 1
    return found


def says(told: Iterable[str]) -> bool:
    """Whether there is a word of saying among them; capitals are of a name ("the United States").

    >>> says(words("The United States went to war")), says(words("Reports say so"))
    (False, True)
    """
    return any(root(word.lower()) in SAYING_ROOTS for k, word in enumerate(told) if k == 0 or not word[0].isupper())


@lru_cache(maxsize=1 << 16)
def name_keys(name: str) -> tuple[str, ...]:
    """The keys of a name: a country or known body under its own name, else the first and the last word that tell who it is, else the whole.

    >>> name_keys("Rosa Dahl"), name_keys("Dahl"), name_keys("the UN"), name_keys("Tidemark Capital LLP"), name_keys("Khan Muttaqi")
    (('@dahl',), ('@dahl',), ('@united nations',), ('@tidemark',), ('@khan', '@muttaqi'))
    """
    plain = name.removeprefix("the ").removeprefix("The ")
    if (entry := known().get(plain)) and entry.form != "capital":
        return ("@" + fold(entry.name),)
    parts = [part for part in fold(name).split() if len(part) > 2 and part not in TITLES and part not in PARTICLES]
    telling = [
        part for part in parts if part not in given_names() and part not in english.ORGANISATION_WORDS and part not in common_words()
    ]
    telling = telling or [part for part in parts if part in given_names()][-1:]
    if not telling:
        return ("@" + fold(name),) if fold(name) and fold(name) not in COUNTED else ()
    return tuple(dict.fromkeys(("@" + telling[0], "@" + telling[-1])))


def names_in(told: list[str], covered: Collection[str], sentence: str = "") -> dict[str, str]:
    """The capitalised words that no name covers yet, with their keys; the first one where the `sentence` or the lexicon tells a name."""
    covered = set(covered)
    return {
        word: key
        for k, word in enumerate(told)
        if word[0].isupper()
        and (k or _opens_with_a_name(word, sentence))
        and word.lower() not in EMPTY
        and word.lower() not in TITLES
        and len(word) > 1
        and not (told[k + 1 : k + 2] and told[k + 1].lower() in english.EPONYMS)
        and not covered.issuperset(fold(word).split())
        for key in name_keys(word)[-1:]
    }


@lru_cache(maxsize=1 << 12)
def around(sentence: str) -> tuple[frozenset[str], dict[str, str]]:
    """What the small words of a sentence name, and its names with their keys: several events share a sentence, and papers one report.

    >>> sorted(around("Off Lorn the ferry Marle sank.")[0]), around("Off Lorn the ferry Marle sank.")[1]
    (['!sink', 'ship'], {'Lorn': '@lorn', 'Marle': '@marle'})
    """
    told = words(sentence)
    return frozenset(c for word in told if not word[0].isupper() for c in concepts(word.lower())), names_in(told, ())


@cache
def country_keys() -> frozenset[str]:
    """The keys of all countries."""
    return frozenset("@" + fold(entry.name) for entry in known().values() if entry.kind == "country")


def is_place(word: str) -> bool:
    """Whether the lexicon knows a name for that of a place.

    >>> is_place("Kandahar"), is_place("Lima"), is_place("Danes")
    (True, True, False)
    """
    return (entry.kind == "place" if (entry := known().get(word)) else False) or word in places()


def _opens_with_a_name(word: str, sentence: str) -> bool:
    if word in known() or word in places():
        return True
    return word.lower() not in common_words() and root(word.lower()) not in _kinds() and _within(word, sentence)


def _within(word: str, sentence: str) -> bool:
    """Whether a word stands behind a small letter or a comma and a space: one that opens no sentence there.

    >>> _within("Marle", "Off Lorn, Marle sank."), _within("Marle", "It sank. Marle wept."), _within("Marle", "The Marles wept.")
    (True, False, False)
    """
    at = sentence.find(f" {word}", 1)
    while at > 0:
        before, after = sentence[at - 1], sentence[at + 1 + len(word) : at + 2 + len(word)]
        if ("a" <= before <= "z" or before == ",") and not (after.isalnum() or after == "_"):
            return True
        at = sentence.find(f" {word}", at + 1)
    return False
