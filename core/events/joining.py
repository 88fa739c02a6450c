"""Whether two passages of a document tell of one happening."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from core.events.attach import compatible, fineness
from core.events.draft import Draft
from core.events.labels import reported
from core.events.parts import Parts, differ, other_phase, parts
from core.events.phrases import SPEAKING, is_happening
from core.events.tokens import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, root
from core.model import Actor, Event, Span
from core.when import DAY, When, civil_from_days

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
        "buy": "buy purchase acquire acquisition takeover",
    }.items()
    for word in words.split()
}
"""Words that name the same kind of happening, by their roots."""
LATEST = 256
"""With how many earlier tellings of its kind and year a new one is compared."""
EMPTY = DETERMINERS | PREPOSITIONS | PRONOUNS | ADVERBS | frozenset("and or but that be have had was were is are been first new".split())


@dataclass(slots=True, eq=False)
class Asked:
    """The parts of a draft, looked for when they are first asked for: most tellings are never compared."""

    draft: Draft
    within: Callable[[int, int], Sequence[tuple[Span, Actor]]]
    found: Parts | None = None

    def __call__(self) -> Parts:
        if self.found is None:
            self.found = parts(self.draft, self.within)
        return self.found


@dataclass(slots=True, eq=False)
class Told:
    """An event, the words by which it is compared, and the further tellings that were found to be of the same happening.

    `actors` are the names of those who take part in any of the tellings.
    """

    event: Event
    speech: bool
    head: frozenset[str]
    content: frozenset[str]
    actors: set[str]
    again: bool = False
    """Whether it is only called by its kind, as something known: "the attack on 3 May killed nine"."""
    anew: bool = False
    """Whether it is told as done once more ("was examined on 4 May and again on 9 May")."""
    parts: tuple["Asked", ...] = ()
    """Who did what to whom and where, as each of the tellings has it."""
    others: list[Event] = field(default_factory=list)

    def join(self, told: "Told") -> None:
        """Take in a further telling; the one with the finer date decides."""
        new = told.event
        finer = fineness(new.when) > fineness(self.event.when)
        self.others.append(self.event if finer else new)
        self.event = new if finer else self.event
        self.actors |= {actor.name for actor in new.actors}
        self.parts += told.parts

    def whole(self) -> Event:
        """The event with all its tellings: the deciding one gives date and excerpt, everything else is kept."""
        if not self.others:
            return self.event
        first, tellings = self.event, (self.event, *self.others)
        return replace(
            first,
            timexes=tuple({t.span: t for event in tellings for t in event.timexes}.values()),
            mentions=tuple(sorted({span for event in tellings for span in event.mentions}, key=lambda s: s.start)),
            actors=tuple({actor.name: actor for event in reversed(tellings) for actor in reversed(event.actors)}.values())[::-1],
            places=tuple({place.name: place for event in reversed(tellings) for place in reversed(event.places)}.values())[::-1],
            speaker=first.speaker if all(event.speaker for event in tellings) else None,
        )


class Tellings:
    """What a document has told so far, to be asked whether something was told before.

    Tellings are compared within a kind of happening and a year, and with the latest of them only, so that the work grows with the text.
    """

    def __init__(self) -> None:
        self._by_year: dict[tuple[str, int | None], deque[tuple[int, Told]]] = {}
        self._by_kind: dict[str, deque[tuple[int, Told]]] = {}
        self.kept: list[Told] = []

    def add(self, new: Told) -> None:
        """Join what is told to what it was told before as, or keep it as something new."""
        year = _year(new.event.when)
        known = [
            entry
            for kind in sorted(new.head)
            for entry in (
                self._by_kind.get(kind, ())
                if year is None
                else sorted((*self._by_year.get((kind, year), ()), *self._by_year.get((kind, None), ())), key=lambda e: e[0])
            )
        ]
        old = next((o for _, o in known if same(o, new)), None)
        if old is not None:
            old.join(new)
            return
        entry = (len(self.kept), new)
        self.kept.append(new)
        for kind in new.head:
            self._by_year.setdefault((kind, year), deque(maxlen=LATEST)).append(entry)
            self._by_kind.setdefault(kind, deque(maxlen=LATEST)).append(entry)


def _year(when: When) -> int | None:
    """The year in which a stretch lies whole, or None."""
    if when.start is None or when.end is None:
        return None
    first, last = (civil_from_days(instant // DAY)[0] for instant in (when.start, when.end - 1))
    return first if first == last else None


def _within_a_day(when: When) -> bool:
    return when.start is not None and when.end is not None and when.end - when.start <= DAY


def kind_of(word: str) -> str:
    """The kind of happening that a word names: its root, without the ending that makes it a noun.

    >>> kind_of("withdrew") == kind_of("withdrawal"), kind_of("signed") == kind_of("resignation")
    (True, False)
    """
    return kind_of_root(root(word))


@lru_cache(maxsize=1 << 14)
def kind_of_root(stem: str) -> str:
    """The kind of happening that a root names; a root is not cut again ("collaps")."""
    if stem in ALIKE:
        return ALIKE[stem]
    for ending in ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) > 3:
            stem = root(stem.removesuffix(ending))
            break
    return ALIKE.get(stem, stem)


ONCE = frozenset(kind_of(word) for word in "collapse die sink burn crash explode bury marry found".split())
"""Kinds of what happens to one thing once."""


def told(event: Event, draft: Draft, named: Iterable[str], within: Callable[[int, int], Sequence[tuple[Span, Actor]]]) -> Told:
    """An event made ready to be compared; `named` are the names of all whom its words mention, `within` gives the mentions that begin in a
    stretch of the text."""
    parse, clause = draft.parse, draft.clause
    words: Sequence[int] = draft.words
    head: set[str] = set()
    if draft.nominal is None or draft.elliptic:
        verb = draft.infinitive or clause.verb
        if verb is not None:
            head.add(kind_of_root(verb.head))
    if not head or clause.verb is None or clause.verb.head in ("be", "begin", "start", "tak", "hold", "launch", "open", "end", "reach"):
        head |= {kind_of(parse.tokens[k].low) for k in words if is_happening(parse.tokens[k])}
    noun = _dated_noun(draft)
    if noun is not None:
        head.add(kind_of(parse.tokens[noun].low))
        words = clause.subject or ()
    elif draft.nominal is None and clause.saying:
        words = [*words, *(k for c in reported(parse, clause) for k in c.tokens)]
    content = {root(t.low) for k in words if (t := parse.tokens[k]).kind == "word" and t.low not in EMPTY}
    speech = draft.nominal is None and clause.verb is not None and clause.verb.head in SPEAKING
    again = noun is not None and clause.subject is not None and noun == clause.subject[0] + 1 and parse.low(noun - 1) in ("the", "this")
    known = again and not any(parse.low(k) == "of" for k in clause.subject or ())
    anew = draft.second and any(parse.low(k) == "again" for k in range(max(0, draft.times[0] - 3), draft.times[0]))
    actors = {actor.name for actor in event.actors}
    return Told(event, speech, frozenset(head), frozenset(content | set(named)), actors, known, anew, (Asked(draft, within),))


def _dated_noun(draft: Draft) -> int | None:
    """The happening that is a subject and holds the date: "The collapse of the bridge in May shook the town"."""
    subject = draft.clause.subject
    if draft.nominal is not None or not subject or not draft.times or draft.times[0] not in subject:
        return None
    return next((k for k in subject if k < draft.times[0] and is_happening(draft.parse.tokens[k])), None)


def same(a: Told, b: Told) -> bool:
    """Whether two events must be one happening: of a kind, on dates that agree, and about the same."""
    one, other = a.event, b.event
    if b.anew or one.status != other.status or not a.head & b.head or not compatible(one.when, other.when):
        return False
    kinds = a.head | b.head
    days = not (_within_a_day(one.when) and _within_a_day(other.when))
    if any(differ(p(), q(), kinds) or (days and other_phase(p(), q())) for p in a.parts for q in b.parts):
        return False
    shared = {w for w in a.content & b.content if kind_of_root(w) not in kinds}
    smaller = max(1, min(len(a.content), len(b.content)))
    if a.speech or b.speech:
        return one.when == other.when and len(shared) / smaller > 0.6
    if b.again and one.when.edtf == other.when.edtf:
        return True
    own = [{w for w in x.content - y.content if kind_of_root(w) not in kinds} for x, y in ((a, b), (b, a))]
    if one.when.edtf == other.when.edtf:
        return len(shared) > 1 or (bool(shared) and min(map(len, own)) < 2)  # "voted to close the school", "voted to build a road"
    if bool(shared) and not min(own, key=len) and a.head & b.head & ONCE:
        return True  # "the bridge at Dunmore collapsed", "since the bridge collapsed"
    return len(shared) >= 2 or (bool(a.actors & b.actors) and len(shared) >= 1)
