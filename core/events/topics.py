"""What the sentence before is about: the common noun that "it" or "they" takes up ("The ferry sank. It was raised.")."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.events.clauses import Parse
from core.events.phrases import RELATIVES, Clause
from core.events.subjects import plural
from core.events.tokens import ADVERBS, PREPOSITIONS, PRONOUNS

LONGEST = 6
"""A longer noun phrase does not stand for a pronoun in a label."""
CHAIN = 4
"""Through how many sentences "it" may go on about one thing."""
ARTICLES = ("a", "an")
TAKEN_UP = frozenset(("it", "they", "its", "their"))
POINTING = PRONOUNS | {"its", "their", "his", "her"}
OBJECTLESS = PREPOSITIONS | {"out", "up", "down", "off", "away", "back", "to", "and", "but"}
"""What follows a verb that has no object."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The subject of a sentence: its words as a label writes them, where they stand, and whether nothing else can be meant."""

    words: str
    start: int
    end: int
    several: bool
    sure: bool


class Topics:
    """The subjects of a text's sentences, found where they are asked for."""

    def __init__(self, text: str, sentences: Sequence[tuple[int, int]], is_name: Callable[[int], bool]) -> None:
        self.text, self.sentences, self.is_name = text, sentences, is_name
        self._known: dict[int, Topic | None] = {}
        self._last: tuple[int, Parse] | None = None

    def before(self, index: int, word: str, chain: int = CHAIN) -> Topic | None:
        """The topic of the sentence before the one at `index`, where "it" or "they" can take it up."""
        while index > 0 and not any(c.isalpha() for c in self.text[slice(*self.sentences[index - 1])]):
            index -= 1  # past the number of a paragraph
        if index == 0 or not chain or word not in TAKEN_UP:
            return None
        if index - 1 not in self._known:
            start, end = self.sentences[index - 1]
            last, parse = self._last or (-1, None)
            if parse is None or last != index - 1:
                parse = Parse(self.text, start, min(end, start + 1000), [])
            self._known[index - 1] = self._of(index - 1, parse, chain - 1)
        topic = self._known[index - 1]
        if word == "they" and (topic is None or not topic.several) and (found := self._several(index - 1)) is not None:
            return found
        return topic if topic is not None and topic.several == (word in ("they", "their")) else None

    def _several(self, index: int) -> Topic | None:
        """The things that the last clause of a sentence is about: "She died, and her notebooks went to Graz. They lay there ..."."""
        start, end = self.sentences[index]
        last, parse = self._last or (-1, None)
        if parse is None or last != index:
            parse = Parse(self.text, start, min(end, start + 1000), [])
        told = [c for c in parse.clauses if c.role == "main" and c.subject and c.verb is not None and c.verb.finite]
        if len(told) < 2 or not plural(parse, told[-1].subject or range(0)):
            return None
        words = [parse.tokens[k] for k in told[-1].subject or ()]
        return Topic(parse.text[words[0].start : words[-1].end], words[0].start, words[-1].end, True, False)

    def within(self, parse: Parse, at: int, word: str) -> Topic | None:
        """The subject of the main clause before a pronoun in its own sentence ("The trial was stopped; it resumed in May")."""
        before = [c for c in parse.clauses if c.role == "main" and c.subject and c.tokens and c.tokens[-1] < at and c.subject[-1] < at]
        topic = self._topic(parse, before[-1], before[-1].subject or range(0)) if before and word in TAKEN_UP else None
        return topic if topic is not None and topic.several == (word in ("they", "their")) else None

    def note(self, index: int, parse: Parse) -> None:
        """Keeps the sentence that is being read, for the one after it; the topic before it is settled while that is at hand."""
        if self._last is not None and self._last[0] == index - 1 and parse.tokens and any(t.low in TAKEN_UP for t in parse.tokens):
            self.before(index, "it")
        self._last = (index, parse)

    def _of(self, index: int, parse: Parse, chain: int) -> Topic | None:
        """The topic of a sentence."""
        main = next((c for c in parse.clauses if c.role == "main" and c.verb is not None and c.verb.finite), None)
        if main is None or not main.subject or _points_ahead(parse, main):
            return None
        if (said := self._reported(parse, main)) is not None:
            return self._topic(parse, said, said.subject or range(0))
        if len(main.subject) == 1 and parse.low(main.subject[0]) in ("it", "they"):
            return self.before(index, parse.low(main.subject[0]), chain)
        return self._topic(parse, main, main.subject)

    @staticmethod
    def _reported(parse: Parse, main: Clause) -> Clause | None:
        """What a person says it of: "She warned the board that the wall would not stand. It broke ..." """
        person = main.saying and main.subject is not None and parse.low(main.subject[0]) in ("he", "she")
        return next((c for c in parse.clauses if person and c.role == "reported" and c.parent is main and c.subject), None)

    def _topic(self, parse: Parse, clause: Clause, subject: range) -> Topic | None:
        stop = next((k for k in subject if parse.low(k) == "," or parse.low(k) in RELATIVES), subject.stop)
        words = [parse.tokens[k] for k in range(subject.start, stop)]
        if not words or len(words) > LONGEST or any(t.kind != "word" or t.low in POINTING for t in words):
            return None
        first, rest = words[0], parse.text[words[0].end : words[-1].end]
        opening = "the" if first.low in ARTICLES else first.text if self.is_name(first.start) else first.text[:1].lower() + first.text[1:]
        alone = not any(c.role == "main" and c is not clause and c.subject and c.subject != clause.subject for c in parse.clauses)
        several = plural(parse, range(subject.start, stop))
        return Topic(opening + rest, first.start, words[-1].end, several, alone and not _has_object(parse, clause))


def _points_ahead(parse: Parse, clause: Clause) -> bool:
    """Whether "it" stands for what follows: "It is a sharp turn for a bank"."""
    verb = clause.verb
    return verb is not None and verb.head == "be" and clause.subject is not None and parse.low(clause.subject[0]) == "it"


def _has_object(parse: Parse, clause: Clause) -> bool:
    """Whether a clause's verb has an object, which a pronoun may mean as well as the subject."""
    verb = clause.verb
    if verb is None or verb.passive or verb.head in ("be", "becom", "remain"):
        return any(parse.low(k) in ("it", "them") for k in clause.tokens)
    after = next((k for k in range(verb.last, len(parse.tokens)) if parse.low(k) not in ADVERBS and not parse.low(k).endswith("ly")), None)
    if after is None or parse.tokens[after].kind != "word":
        return False
    return parse.low(after) not in OBJECTLESS
