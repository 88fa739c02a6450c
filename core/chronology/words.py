"""What the words of a label or sentence name: deeds, things, and names, each under one key, so that two reports can be compared.

Names are keyed "@...": a country or body of the lexicon under its own name whatever the form ("American", "the US"), anyone else under the
last word of the name that tells who it is.
"""

import re
from collections.abc import Collection, Iterable
from functools import cache, lru_cache

from core.actors.lexicon import common_words, english, known, places
from core.aliases import fold
from core.chronology.kinds import DEEDS, EMPTY, LIGHT, PHRASES, SAYING, THINGS, TITLES
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
    found: dict[str, float] = {}
    k = 0
    while k < len(told):
        taken = next((n for n in range(min(LONGEST_PHRASE, len(told) - k), 1, -1) if tuple(roots[k : k + n]) in _phrases()), 0)
        if taken:
            if deed := _phrases()[tuple(roots[k : k + taken])]:
                found["!" + deed] = 1.0
            k += taken
            continue
        if not set(fold(told[k]).split()) <= set(names) and not (told[k][0].isupper() and k > 0):
            for concept in (ours := concepts(lows[k])):
                found[concept] = max(found.get(concept, 0.0), 1 / len(ours))
        k += 1
    return found


def says(told: Iterable[str]) -> bool:
    """Whether there is a word of saying among them."""
    return any(root(word.lower()) in SAYING_ROOTS for word in told)


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """The key of a name: a country or known body under its own name, else the last word that tells who it is, else the whole.

    >>> name_key("Amir Khan Muttaqi"), name_key("American"), name_key("UN"), name_key("Lorn Bank"), name_key("the Foreign Minister")
    ('@muttaqi', '@united states', '@united nations', '@lorn bank', '@foreign minister')
    """
    if (entry := known().get(name)) and entry.form != "capital":
        return "@" + fold(entry.name)
    parts = fold(name).split()
    if not parts:
        return ""
    last = parts[-1]
    return "@" + (
        " ".join(parts) if last in common_words() or last in english.ORGANISATION_WORDS or last in TITLES or len(last) < 2 else last
    )


def names_in(told: list[str], covered: Collection[str], sentence: str = "") -> dict[str, str]:
    """The capitalised words that no name covers yet, with their keys; the first one where the `sentence` or the lexicon tells a name."""
    return {
        word: name_key(word)
        for k, word in enumerate(told)
        if word[0].isupper()
        and (k or _opens_with_a_name(word, sentence))
        and word.lower() not in EMPTY
        and word.lower() not in TITLES
        and len(word) > 1
        and not set(fold(word).split()) <= set(covered)
    }


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
    return (
        word.lower() not in common_words()
        and root(word.lower()) not in _kinds()
        and re.search(rf"[a-z,] {re.escape(word)}\b", sentence) is not None
    )
