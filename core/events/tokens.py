"""Words of a sentence with offsets, time expressions kept whole."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from core.events.verbs import BASE, BE, DO, FINITE, HAVE, LEMMA, PARTICIPLES, PAST, PRESENT, SAY, SOMETIMES_VERBS

Kind = Literal["word", "mark", "time", "quote"]

TOKEN = re.compile(
    r"``|''|(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)+|(?:Dr|Mrs?|Ms|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Prof|Rev)\.(?= [A-Z])"
    r"|[^\W_]+(?:(?!['’](?:ll|re|ve|d|m)\b)[-'’.&/][^\W_]+)*(?:\([^\W_]{1,3}\))?|['’](?:ll|re|ve|d|m)\b|\S"
)
CONTRACTED = frozenset("it's he's she's that's there's it’s he’s she’s that’s there’s".split())
"""Pronouns with a verb, not an owner."""
INITIALS = frozenset("WHO US IT AS IS".split())
"""Somebody's initials that in small letters are small words: the WHO, the US, Orrin AS."""
CLOSING = {'"': '"', "“": "”", "„": "“", "«": "»", "``": "''"}
OPENING = re.compile("|".join(CLOSING))
LONG_QUOTE = 4
"""A quotation of so many words stands for itself, a shorter one is part of the sentence around it."""

DETERMINERS = frozenset("the a an its his her their our my your this these those each every no some any another both".split())
PREPOSITIONS = frozenset(
    "of in on at by to for from with without into onto over under between among against about during through via near since until"
    " till pending toward towards across around within after before per as than despite amid upon inside outside beyond behind"
    " following".split()
)
NOT_OF = PREPOSITIONS - {"of"}
PRONOUNS = frozenset("he she it they we i you who which that there this these those him her them us me".split())
ADVERBS = frozenset(
    "not never n't also already still now then just only ever once first later soon again even finally eventually reportedly"
    " allegedly together twice instead thus therefore however yet always often almost nearly formally officially"
    " meanwhile moreover besides thereafter".split()
)
CLOSED = DETERMINERS | PREPOSITIONS | PRONOUNS | ADVERBS | frozenset("and or but if when while where so that".split())
"""Words that are never a verb's stem, nor the noun before one."""
VERBAL = FINITE | BE | HAVE | DO | PRESENT | SAY | PAST | PARTICIPLES | BASE | SOMETIMES_VERBS | {"to"}
ENDINGS = ("ed", "ing", "s")
"""A word that is none of these and does not end so is no verb."""


class Token(NamedTuple):
    """A word, a punctuation mark, a whole time expression or a whole long quotation, by its offsets in the document."""

    start: int
    end: int
    text: str
    low: str
    kind: Kind
    capital: bool = False
    """Whether it is written like a name."""
    verbal: bool = False
    """Whether it may begin a verb group, as far as the word alone tells."""


@lru_cache(maxsize=1 << 14)
def root(word: str) -> str:
    """What the forms of a verb share, near enough to compare them; a final e is dropped.

    >>> root("withdrew"), root("launched"), root("stopped"), root("signs"), root("closing"), root("close")
    ('withdraw', 'launch', 'stop', 'sign', 'clos', 'clos')
    """
    word = LEMMA.get(word, word)
    if word.endswith("ied"):
        word = word[:-3] + "y" if len(word) > 4 else word[:-1]
    elif word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"  # "denies"
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            word = stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "sl" else stem
            break
    else:
        word = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return word[:-1] if word.endswith("e") and not word.endswith("ee") and len(word) > 3 else word


def tokenize(text: str, start: int, end: int, times: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of a sentence; `times` are the offsets of its time expressions, in order and not overlapping.

    >>> [t.text for t in tokenize("He left on 3 May.", 0, 17, [(11, 16)])]
    ['He', 'left', 'on', '3 May', '.']
    """
    tokens: list[Token] = []
    at = start
    for first, last in [*times, (end, end)]:
        tokens += _plain(text, at, first)
        if last > first:
            tokens.append(Token(first, last, text[first:last], text[first:last].lower(), "time"))
        at = max(at, last)
    return tokens


def _plain(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    last, inside = start, -1
    quotes = OPENING.search(text, start, end) is not None
    shouted = text[start:end].isupper()
    for word in TOKEN.findall(text, start, end):  # nothing but white space lies between two of them
        first = text.index(word, last)
        last = first + len(word)
        if first < inside and tokens[-1].kind == "quote":
            continue
        if quotes and word in CLOSING and first >= inside:
            inside = text.find(CLOSING[word], last, end) + len(CLOSING[word])
            if inside >= len(CLOSING[word]) and text.count(" ", last, inside) >= LONG_QUOTE - 1:
                tokens.append(Token(first, inside, text[first:inside], "", "quote"))
                continue
        low, kind, capital, verbal = _seen(word.lower() if shouted and word in INITIALS else word)
        if low in CONTRACTED:
            tokens += [
                Token(first, last - 2, word[:-2], low[:-2], "word", capital),
                Token(last - 2, last, word[-2:], "'s", "word", False, True),
            ]
        else:
            tokens.append(Token(first, last, word, low, kind, capital, verbal))
    return tokens


@lru_cache(maxsize=1 << 14)
def _seen(word: str) -> tuple[str, Kind, bool, bool]:
    """A word in lower case with straight apostrophes, its kind, whether it is written like a name, and whether it may be a verb."""
    low = word if word in INITIALS else word.lower().replace("’", "'")
    if not (word[0].isalnum() or (len(word) > 1 and word[0] in "'’")):
        return low, "mark", False, False
    low = low.removesuffix(".") if low.count(".") == 1 else low  # "Dr."
    return low, "word", word[0].isupper(), low in VERBAL or low == "never" or low.endswith(ENDINGS)
