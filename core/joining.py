"""Whether two passages of a document tell of one happening."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.attach import Draft, compatible
from core.labels import reported
from core.model import Event
from core.phrases import SPEAKING, is_happening
from core.tokens import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, root

ENDINGS = ("ation", "ment", "sion", "tion", "ance", "al", "ure", "er")
ALIKE = {
    root(word): kind
    for kind, words in {
        "leave": "leave withdraw withdrawal depart departure fly exit retreat pullout evacuate evacuation",
        "die": "die death dead",
        "attack": "attack strike bombing raid assault",
        "agree": "agreement accord pact deal agree",
        "meet": "meet meeting talks talk summit",
        "fight": "war fighting",
        "shoot": "shoot shooting",
        "fall": "fall capture conquest",
        "begin": "begin start launch open",
        "found": "found establish create foundation",
        "vote": "vote election elect",
        "arrest": "arrest detain detention",
    }.items()
    for word in words.split()
}
"""Words that name the same kind of happening, by their roots."""
EMPTY = DETERMINERS | PREPOSITIONS | PRONOUNS | ADVERBS | frozenset("and or but that be have had was were is are been first new".split())


@dataclass(slots=True, eq=False)
class Told:
    """An event with the draft that it was made of, and the words by which it is compared."""

    event: Event
    draft: Draft
    head: frozenset[str]
    content: frozenset[str]


def kind_of(word: str) -> str:
    """The kind of happening that a word names: its root, without the ending that makes it a noun.

    >>> kind_of("withdrew") == kind_of("withdrawal"), kind_of("signed") == kind_of("resignation")
    (True, False)
    """
    stem = root(word)
    if stem in ALIKE:
        return ALIKE[stem]
    for ending in ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) > 3:
            stem = root(stem.removesuffix(ending))
            break
    return ALIKE.get(stem, stem)


def told(event: Event, draft: Draft, named: Iterable[str]) -> Told:
    """An event made ready to be compared; `named` are the names of all whom its words mention."""
    parse, clause = draft.parse, draft.clause
    words = draft.words
    head: set[str] = set()
    if draft.nominal is None or draft.elliptic:
        verb = draft.infinitive or clause.verb
        if verb is not None:
            head.add(kind_of(verb.head))
    if not head or clause.verb is None or clause.verb.head in ("be", "begin", "start", "tak", "hold", "launch", "open", "end", "reach"):
        head |= {kind_of(parse.tokens[k].low) for k in words if is_happening(parse.tokens[k])}
    if draft.nominal is None and clause.saying:
        words = [*words, *(k for c in reported(parse, clause) for k in c.tokens)]
    tokens = [parse.tokens[k] for k in words if parse.tokens[k].kind == "word"]
    content = {root(t.low) for t in tokens if t.low not in EMPTY}
    return Told(event, draft, frozenset(head), frozenset(content | set(named)))


def same(a: Told, b: Told) -> bool:
    """Whether two events must be one happening: of a kind, on dates that agree, and about the same."""
    one, other = a.event, b.event
    if one.status != other.status or not a.head & b.head or not compatible(one.when, other.when):
        return False
    shared = {w for w in a.content & b.content if kind_of(w) not in a.head | b.head}
    smaller = max(1, min(len(a.content), len(b.content)))
    if any(_speech(t) for t in (a, b)):
        return one.when == other.when and len(shared) / smaller > 0.6
    names = {x.name for x in one.actors} & {x.name for x in other.actors}
    if one.when.edtf == other.when.edtf:
        return bool(shared)
    return len(shared) >= 2 or (bool(names) and len(shared) >= 1)


def _speech(told: Told) -> bool:
    verb = told.draft.clause.verb
    return told.draft.nominal is None and verb is not None and verb.head in SPEAKING
