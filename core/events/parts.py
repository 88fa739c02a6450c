"""Who does what to whom and where: what a clause says at each place of its verb, and whether two clauses say different things there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.events.draft import Draft
from core.events.groups import NUMBERS
from core.events.phrases import COORDINATORS
from core.events.tokens import DETERMINERS, PREPOSITIONS, PRONOUNS, Token, root
from core.model import Actor, ActorKind, Span

WHERE = frozenset("in at off near outside".split())
"""Prepositions that say where; two of the same must name the same place, but "at the mill" can be "in Lima"."""
ANYONE = frozenset("man woman person people boy girl men women child children one".split())
"""Nouns under which whoever is called otherwise elsewhere may hide."""
UNDEFINED = frozenset("a an".split())
COUNTED_UP = frozenset(root(word) for word in "kill injure wound hurt die drown perish miss arrest detain rescue save evacuate".split())
"""What counts of people grow in, from one report to the next."""
PHASES = {
    root(word): phase
    for phase, words in {"begin": "begin start open launch", "end": "end conclude finish close"}.items()
    for word in words.split()
}
"""Verbs that tell of the first or the last of something only, by their roots."""
NO_NAMES = PREPOSITIONS | DETERMINERS | PRONOUNS | COORDINATORS


@dataclass(frozen=True, slots=True)
class Part:
    """What stands at one place of a verb: its noun, the words before that, how many, whom it names, and whether "a" introduces it."""

    noun: str = ""
    words: frozenset[str] = frozenset()
    count: str = ""
    names: frozenset[tuple[str, ActorKind]] = frozenset()
    capitals: frozenset[str] = frozenset()
    new: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """The doer, the one to whom it is done, and the places by their preposition."""

    doer: Part | None = None
    object: Part | None = None
    places: tuple[tuple[str, frozenset[str]], ...] = ()
    negated: bool = False
    """Whether what follows the verb is denied: "pleaded not guilty"."""
    phase: str | None = None
    """The part of the happening that is told: "begin", "end", or "" for all of it; None where no verb says."""


def parts(draft: Draft, named: Callable[[int, int], Sequence[tuple[Span, Actor]]]) -> Parts:
    """The parts of a draft's clause; `named` gives the mentions of actors that begin in a stretch of the text."""
    parse, clause, verb = draft.parse, draft.clause, draft.clause.verb
    if draft.nominal is not None or verb is None:
        return Parts()
    tokens = parse.tokens

    def part(words: Sequence[int]) -> Part | None:
        return _part([tokens[k] for k in words], named) if words else None

    def phrase(start: int) -> list[int]:
        found: list[int] = []
        while start in own and tokens[start].kind == "word" and (not found or tokens[start].low not in PREPOSITIONS):
            found.append(start)
            start += 1
        return found

    own = {k for k in clause.tokens if k >= verb.last and parse.verb_over(k) is None}
    subject = phrase_of(draft)
    passive = verb.passive or clause.role == "reduced"
    agent = next((k + 1 for k in sorted(own) if parse.low(k) == "by" and not parse.is_time(k + 1)), None)
    after = [] if passive else phrase(verb.last)
    if after and tokens[after[0]].low in PREPOSITIONS:
        after = []
    places = []
    for k in sorted(own):
        if parse.low(k) in WHERE:
            words = phrase(k + 1)
            there = frozenset(a.name for _, a in named(tokens[words[0]].start, tokens[words[-1]].end)) if words else frozenset()
            places += [(parse.low(k), there)] if there else []
    done = (part(phrase(agent)) if agent is not None else None) if passive else part(subject)
    return Parts(
        done, part(subject if passive else after), tuple(places), any(parse.low(k) == "not" for k in own), PHASES.get(verb.head, "")
    )


def phrase_of(draft: Draft) -> list[int]:
    """The subject up to its first comma or preposition."""
    subject = list(draft.clause.subject or ())
    end = next(
        (n for n, k in enumerate(subject) if n and (draft.parse.tokens[k].kind != "word" or draft.parse.low(k) in PREPOSITIONS)), None
    )
    return subject[:end]


def _part(tokens: Sequence[Token], named: Callable[[int, int], Sequence[tuple[Span, Actor]]]) -> Part:
    words = [t for t in tokens if t.low not in NO_NAMES]
    count = next((t.low for t in words if t.low in NUMBERS or t.text[0].isdigit()), "")
    plain = [t.low for t in words if t.low != count]
    return Part(
        noun=plain[-1] if plain else "",
        words=frozenset(plain[:-1]),
        count=count,
        names=frozenset((a.name, a.kind) for _, a in named(tokens[0].start, tokens[-1].end)),
        capitals=frozenset(t.low for t in words if t.capital),
        new=tokens[0].low in UNDEFINED or (tokens[0].low not in DETERMINERS | PRONOUNS and not any(t.capital for t in tokens)),
    )


def differ(a: Parts, b: Parts, kinds: frozenset[str]) -> bool:
    """Whether two clauses of the same kinds of deed, by their roots, cannot tell of one: another doer, victim, thing, number or place.

    Only what both say can differ, and a name only from a name of its kind.
    """
    if a.negated != b.negated:
        return True
    if a.doer and b.doer and _others(a.doer, b.doer, kinds):
        return True
    if a.object and b.object and (_others(a.object, b.object, kinds) or _another(a.object, b.object)):
        return True
    return any(there == here and not one & other for there, one in a.places for here, other in b.places)


def other_phase(a: Parts, b: Parts) -> bool:
    """Whether two clauses tell of different stretches of a happening: "the talks began", "they talked from Monday to Friday"."""
    return a.phase is not None and b.phase is not None and a.phase != b.phase


def _others(a: Part, b: Part, kinds: frozenset[str]) -> bool:
    """Whether two parts are two: by name, by number, or by what goes before one noun ("the town council", "the county council")."""
    if a.names and b.names:
        alike = {kind for _, kind in a.names} & {kind for _, kind in b.names}
        return bool(alike) and not {name for name, _ in a.names} & {name for name, _ in b.names}
    if not a.noun or a.noun != b.noun:
        return False
    counted = bool(a.count and b.count) and a.count != b.count and not kinds & COUNTED_UP
    return counted or (a.new == b.new and bool(a.words and b.words) and not a.words & b.words)  # "a road bridge" may be "the old bridge"


def _another(a: Part, b: Part) -> bool:
    """Whether two things, both told of for the first time, are two: "shot a teacher", "shot a nurse"."""
    return a.new and b.new and a.noun != b.noun and not {a.noun, b.noun} & ANYONE and not a.names and not b.names
