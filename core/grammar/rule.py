"""The rule of a grammar: a pattern, what it means, and its examples.

A pattern is made of words and {slots}: `[the ](start|end) of {month}`. In it a space stands for any short stretch of white space inside a
paragraph, `~` for a hyphen or a space, `[...]` for what may be left out, `(a|b)` for a choice, `{slot}` for an entry of the lexicon's slot,
`{name:slot}` for a second one of its kind. Everything else stands for itself. Nothing repeats, so a pattern is bounded.

Rules stand in layers. Those of a later layer see what the layers before have found as one character, and take it through a slot of kind
`Earlier`: "[the ]{bound} of {when}".
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.errors import GrammarError
from core.grammar.tokens import CLOCK, DATE, DEICTIC, FIXED, LENGTH
from core.meaning import Calendar, Length, Meaning, Nearest, Nth, Same, Shift, Within


@dataclass(frozen=True, slots=True)
class Words:
    """A slot of words and what each means."""

    entries: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Number:
    """A slot of numbers: a regular expression over the characters of `core.grammar.tokens`, and how to read what it took."""

    pattern: str
    read: Callable[[str], Any]


class Reading:
    """What a pattern took from the text: a slot's value by its name (None where it was left out), and the words around it.

    `text` is plain, `raw` as it stands in the document; `before` and `after` are up to 60 plain characters.
    """

    __slots__ = ("_match", "_slots", "_tokens", "_values", "document", "end", "plain", "start")

    def __init__(self, slots: Mapping[str, Any], match: re.Match[str], tokens: "Tokens") -> None:
        self._slots, self._match, self._tokens, self._values = slots, match, tokens, dict[str, Any]()
        self.plain, self.document = tokens.plain, tokens.document
        first, last = match.span()
        self.start, self.end = tokens.offsets[first], tokens.offsets[last]

    def __getattr__(self, name: str) -> Any:
        values = self._values
        if name not in values:
            if name not in self._slots:
                raise GrammarError(f"no slot '{name}' in the pattern that read '{self.text}'; name it in the pattern")
            low, high = self._match.span(name)
            values[name] = None if low < 0 else self._slots[name].read(self._tokens, low, high)
        return values[name]

    def get(self, name: str) -> Any:
        """A slot's value, None where the pattern has no such slot."""
        return getattr(self, name) if name in self._slots else None

    def led_by(self, words: re.Pattern[str], reach: int = 24) -> bool:
        """Whether what stands just before ends with these words: the pattern's `$` is where the expression begins."""
        return words.search(self.plain, max(0, self.start - reach), self.start) is not None

    def goes_on(self, words: re.Pattern[str]) -> re.Match[str] | None:
        """What the text goes on with, where it goes on so."""
        return words.match(self.plain, self.end)

    @property
    def text(self) -> str:
        return self.plain[self.start : self.end]

    @property
    def raw(self) -> str:
        return self.document[self.start : self.end]

    @property
    def before(self) -> str:
        return self.plain[max(0, self.start - 60) : self.start]

    @property
    def after(self) -> str:
        return self.plain[self.end : self.end + 60]


Means = Callable[[Reading], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time. `means` gives the meaning of what `pattern` took, or None where it is no time here.

    `examples` are the rule's tests: texts and the TIMEX3 values that they have on Wednesday 2024-03-13 (of a range `first/last`). Where the
    expression is only part of the text it stands in [brackets]. Nothing in the texts of `never` is taken by this rule.

    Where it has words or signs `beside` it, one of them must stand just before or after: what is common alone, as a number is, is then
    passed over quickly.
    """

    name: str
    pattern: str
    means: Means
    examples: Mapping[str, str]
    never: Sequence[str] = ()
    beside: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A slot for what an earlier layer of rules has found, of one of the kinds (`kind_of`); it gives the meaning."""

    kinds: str


@dataclass(frozen=True, slots=True)
class Either:
    """A slot that takes whatever one of the named slots takes, the first that does."""

    slots: Sequence[str]


Slot = Words | Number | Earlier | Either


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of one language, layer by layer, and the words they need.

    `fillers` are words that alone never make a time expression worth looking at. `future` and `past` are regular expressions of the words
    that tell whether a clause looks ahead or back; they are tried where a word begins.
    """

    language: str
    layers: Sequence[Sequence[Rule]]
    slots: Mapping[str, Slot]
    fillers: frozenset[str]
    future: str
    past: str

    @property
    def rules(self) -> list[Rule]:
        """The rules of all layers."""
        return [rule for layer in self.layers for rule in layer]


def kind_of(meaning: Meaning) -> str:
    """The character that stands for a found expression in later layers."""
    match meaning:
        case Calendar():
            whole = meaning.time is None or meaning.day is not None or meaning.weekday is not None or meaning.holiday is not None
            return DATE if whole else CLOCK
        case Shift() | Nearest() | Within() | Nth() | Same():
            return DEICTIC
        case Length():
            return LENGTH
        case _:
            return FIXED


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as characters: where each begins in the text (the end last), the meanings of those that stand for a found expression."""

    chars: str
    offsets: Sequence[int]
    meanings: Mapping[int, Meaning]
    plain: str
    document: str
