"""What a text calls its actors: "the master" is Pieter Voss after "the master, Pieter Voss", "the bank" Orrin Bank by its name."""

import re
from collections.abc import Iterator, Sequence

from core.actors.lexicon import english
from core.actors.recognise import Mention
from core.model import Actor, Span

NEAR = 80
"""How many characters beside a name can say what it is."""
SHOWN = 4
"""How many mentions are looked at: who somebody is, is told where he enters."""
DETERMINERS = frozenset("the a an its his her their our my one another".split())
OF = frozenset("of for at in from".split())
"""What leads from a noun to what completes it: "the minister for ports"."""
ENDS = (
    r"(?=[,.;:)]| (?:of|for|at|in|from|to|on|with|by|who|which|that|whose|under|and|since|until|based|born|owned|founded|built|known|led"
    r"|made)\b|$)"
)
PHRASE = rf"(the|an?|its|his|her|their|[\w.-]+['’]s?)? ?((?:[\w-]+ ){{0,3}}?[\w-]+){ENDS}"
AFTER = re.compile(rf"(?:,| \(|,? who (?:is|was|became)| (?:is|was|became|remained))(?: then| now| later)? {PHRASE}")
MADE = re.compile(
    r"(?:,| who)? (?:(?:was|is|has been|had been) )?(?:re-)?(?:elected|appointed|named|made|chosen|crowned|proclaimed|became|becomes"
    rf"|sworn in|hired|ordained|consecrated)(?: as)? {PHRASE}"
)
FOUNDED_BY = re.compile(r"\b(?:founded|started|set up)\b[^.;:]* by (?:[^.;:]*(?:,| and) )?$")
CALLED_TOO = {
    word: frozenset(others.split())
    for words, others in (
        (" ".join(english.COMPANY_SUFFIXES), "company firm group"),
        ("company corporation industries enterprises holdings brothers sons partners", "company firm group"),
        ("bank", "lender"),
        ("crédit credit banque banco banca", "bank lender"),
        ("airlines airways", "airline carrier company"),
        ("shipping lines", "line company"),
        ("guild federation league", "union"),
        ("times post courier herald gazette chronicle tribune ledger", "newspaper paper"),
        ("united rovers wanderers rangers city town athletic", "club team side"),
        ("college university institute academy school", "school"),
        ("shipyard shipyards", "yard"),
        ("musée museo museu", "museum"),
        ("galerie galleria galería", "gallery"),
        ("théâtre teatro", "theatre"),
        ("front movement", "party group rebels guerrillas"),
        ("league", "party"),
        ("king sultan emperor tsar", "ruler monarch sovereign"),
        ("queen empress tsarina", "monarch sovereign"),
        ("pope", "pontiff"),
        ("detective inspector sergeant constable superintendent", "officer"),
        ("captain", "skipper master"),
    )
    for word in words.split()
}
"""What else somebody is called whose name or title holds a word."""
STOPS = english.FUNCTION | english.PREPOSITIONS | english.SPEAKING


def callings(text: str, actor: Actor) -> frozenset[str]:
    """The nouns, in lower case, by which a text calls an actor beside his name.

    >>> from core.model import Document
    >>> text = "The master, Pieter Voss, was asleep."
    >>> sorted(callings(text, Actor("Pieter Voss", "person", (Document("a", text).span(12, 23),))))
    ['master']
    """
    found = set(_own(actor))
    for span in actor.mentions[:SHOWN]:
        found.update(beside(text, span))
    for word in tuple(found):
        found |= CALLED_TOO.get(word, frozenset())
    return frozenset(found)


def _own(actor: Actor) -> Iterator[str]:
    """The nouns in a body's own name."""
    if actor.kind not in ("organisation", "country") or " " not in actor.name:
        return
    words = [w.strip(".,") for w in actor.name.lower().split()]
    head = next((at for at, w in enumerate(words) if w in ("of", "for", "on") and at), len(words))
    for word in {words[head - 1], words[-1], *english.ORGANISATION_BEFORE.intersection(words[:1])}:
        if word in english.ORGANISATION_WORDS or word in english.STATE_WORDS or word in CALLED_TOO:
            yield word
    if {words[0], words[-1]} & {w.lower() for w in english.CLUBS}:
        yield from ("club", "team", "side")


def beside(text: str, span: Span | Mention) -> Iterator[str]:
    """The nouns that stand before and after a mention and say what it is."""
    low = max(text.rfind("\n", 0, span.start) + 1, span.start - NEAR)
    words = text[low : span.start].split()
    while words and words[-1].lower().rstrip(".") in english.TITLES:
        yield words.pop().lower().rstrip(".")
    yield from _apposed(words) if words and words[-1].endswith(",") else _described(words)
    if "by" in words and FOUNDED_BY.search(text, low, span.start):
        yield "founder"
    for pattern in (AFTER, MADE):
        if m := pattern.match(text, span.end, span.end + NEAR):
            yield from _noun(m[2].split(), determined=m[1] is not None)


def _described(words: Sequence[str]) -> Iterator[str]:
    """The noun before a name: "the engineer" Rosa Moe."""
    for at in range(len(words) - 2, max(-1, len(words) - 5), -1):
        if _determines(words[at]):
            yield from _noun(words[at + 1 :], determined=True)
            return


def _apposed(words: Sequence[str]) -> Iterator[str]:
    """The noun of a phrase to which a name is apposed: "the minister for ports, " Efua Moe."""
    words = [*words[:-1], words[-1].rstrip(",")]
    stop = len(words)
    for at in range(len(words) - 1, max(-1, len(words) - 12), -1):
        low = words[at].lower()
        if low in OF:
            stop = at
        elif _determines(low) and at and words[at - 1].lower() in OF:
            continue  # "the minister for the ports"
        elif _determines(low):
            yield from _noun(words[at + 1 : stop], determined=True)
            return
        elif low[-1] in ",.;:" or (low in STOPS and low != "and"):
            return


def _determines(word: str) -> bool:
    return word.lower() in DETERMINERS or word.endswith(("'s", "’s", "s'", "s’"))


def _noun(words: Sequence[str], *, determined: bool) -> Iterator[str]:
    """The noun that ends a phrase, with a title joined to it; without an article it must be a title."""
    last = words[-1].lower() if words else ""
    if len(last) < 3 or last in STOPS or not last.replace("-", "").isalpha() or not DETERMINERS.isdisjoint(words):
        return
    if determined or last in english.TITLES:
        yield last
    if last in english.TITLES and len(words) > 1 and words[-2].lower() in english.TITLES:
        yield words[-2].lower()
