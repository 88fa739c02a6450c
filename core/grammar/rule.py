"""The rule of a grammar, and how its pattern becomes a regular expression.

A pattern is made of words and {slots}: `[the ](start|end) of {month}`. In it a space stands for any short stretch of white space inside a
paragraph, `~` for a hyphen or a space, `[...]` for what may be left out, `(a|b)` for a choice, `{slot}` for an entry of the lexicon's slot,
`{name:slot}` for a second one of its kind. Everything else stands for itself. Nothing repeats, so a pattern is bounded.

A slot may be made of rules: `{date}` is whatever one of the rules of its list reads, and gives their meaning.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.errors import GrammarError
from core.grammar.tokens import Alphabet
from core.meaning import Meaning


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

    __slots__ = ("_slots", "document", "end", "plain", "start")

    def __init__(self, slots: dict[str, Any], plain: str, document: str, start: int, end: int) -> None:
        self._slots, self.plain, self.document, self.start, self.end = slots, plain, document, start, end

    def __getattr__(self, name: str) -> Any:
        try:
            return self._slots[name]
        except KeyError:
            raise GrammarError(f"no slot '{name}' in the pattern that read '{self.text}'; name it in the pattern") from None

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
    """

    name: str
    pattern: str
    means: Means
    examples: Mapping[str, str]
    never: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """A slot made of rules."""

    rules: Sequence[Rule]


@dataclass(frozen=True, slots=True)
class Either:
    """A slot that takes whatever one of the named slots takes, the first that does."""

    slots: Sequence[str]


Slot = Words | Number | Rules | Either


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of one language and the words they need.

    `fillers` are words that alone never make a time expression worth looking at. `future` and `past` are regular expressions of the words
    that tell whether a clause looks ahead or back.
    """

    language: str
    rules: Sequence[Rule]
    slots: Mapping[str, Slot]
    fillers: frozenset[str]
    future: str
    past: str


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule's pattern took something: offsets into the characters, the characters, and the texts behind them."""

    spans: Mapping[str, tuple[int, int]]
    start: int
    end: int
    chars: str
    offsets: Sequence[int]
    plain: str
    document: str


@dataclass(frozen=True, slots=True)
class CompiledSlot:
    """A slot's regular expression, the characters that it can begin with, all of its words' characters, and its reader."""

    source: str
    first: frozenset[str]
    chars: frozenset[str]
    read: Callable[[Match, int, int], Any]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule whose pattern has become a regular expression over characters."""

    rule: Rule
    regex: re.Pattern[str]
    source: str
    first: frozenset[str]
    chars: frozenset[str]
    slots: Mapping[str, CompiledSlot]

    def read(self, match: re.Match[str], offsets: Sequence[int], plain: str, document: str) -> Meaning | None:
        """The meaning of a match, or None where the rule refuses it."""
        found = Match({}, match.start(), match.end(), match.string, offsets, plain, document)
        values = {}
        for name, slot in self.slots.items():
            low, high = match.span(name)
            values[name] = None if low < 0 else slot.read(found, low, high)
        return self.rule.means(Reading(values, plain, document, offsets[match.start()], offsets[match.end()]))

    def ends(self, match: re.Match[str], offsets: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Where the slots `first` and `last` of a range stand in the text."""
        spans = [match.span(name) for name in ("first", "last") if name in self.slots]
        return tuple((offsets[low], offsets[high]) for low, high in spans if low >= 0)


@dataclass(slots=True)
class _Pattern:
    """A parsed piece of pattern: its regular expression, what it can begin with, whether it can be empty."""

    regex: str = ""
    first: frozenset[str] = frozenset()
    empty: bool = True

    def then(self, other: "_Pattern") -> None:
        self.regex += other.regex
        if self.empty:
            self.first |= other.first
            self.empty = other.empty


@dataclass(slots=True)
class _Parser:
    """Reads one rule's pattern."""

    rule: Rule
    slots: Mapping[str, CompiledSlot]
    alphabet: Alphabet
    at: int = 0
    names: dict[str, CompiledSlot] = field(default_factory=dict)
    chars: set[str] = field(default_factory=set)

    def choice(self, closing: str) -> _Pattern:
        branches = [self.sequence(closing)]
        while self.rule.pattern[self.at : self.at + 1] == "|":
            self.at += 1
            branches.append(self.sequence(closing))
        if closing:
            if self.rule.pattern[self.at : self.at + 1] != closing:
                raise self.error(f"'{closing}' is missing")
            self.at += 1
        regex = f"(?:{'|'.join(b.regex for b in branches)})" if closing or len(branches) > 1 else branches[0].regex
        return _Pattern(regex, frozenset().union(*(b.first for b in branches)), any(b.empty for b in branches))

    def sequence(self, closing: str) -> _Pattern:
        whole = _Pattern()
        while self.at < len(self.rule.pattern) and self.rule.pattern[self.at] not in ("|", closing):
            whole.then(self.atom())
        return whole

    def atom(self) -> _Pattern:
        char = self.rule.pattern[self.at]
        if char in "([":
            self.at += 1
            inner = self.choice(")" if char == "(" else "]")
            return inner if char == "(" else _Pattern(inner.regex + "?", inner.first, True)
        if char in ")]":
            raise self.error(f"'{char}' closes nothing")
        if char == "{":
            return self.slot()
        if char == "~":
            self.at += 1
            return _Pattern("[- ]", frozenset("- "), False)
        word = re.compile(r"[a-z][a-z0-9]*|[0-9]+(?:st|nd|rd|th|s)?|.", re.DOTALL).match(self.rule.pattern, self.at)
        assert word is not None
        self.at = word.end()
        code = self.alphabet.spell(word[0])
        if code.isalnum() or not code.isascii():
            self.chars.add(code)
        return _Pattern(re.escape(code), frozenset(code), False)

    def slot(self) -> _Pattern:
        end = self.rule.pattern.index("}", self.at)
        name, _, kind = self.rule.pattern[self.at + 1 : end].partition(":")
        self.at = end + 1
        slot = self.slots.get(kind or name)
        if slot is None or name in self.names:
            raise self.error(f"no slot '{kind or name}', or its name is there twice")
        self.names[name] = slot
        self.chars |= slot.chars
        return _Pattern(f"(?P<{name}>{slot.source})", slot.first, False)

    def error(self, what: str) -> GrammarError:
        return GrammarError(f"rule '{self.rule.name}': {what}; look at its pattern '{self.rule.pattern}'")


def _words(slot: Words, alphabet: Alphabet) -> CompiledSlot:
    spelled = sorted((alphabet.spell(entry) for entry in slot.entries), key=len, reverse=True)
    singles = [s for s in spelled if len(s) == 1]
    several = [re.escape(s) for s in spelled if len(s) > 1]
    source = "|".join([*several, *([f"[{re.escape(''.join(singles))}]"] if singles else [])])
    entries = slot.entries

    def read(match: Match, low: int, high: int) -> Any:
        text = match.plain[match.offsets[low] : match.offsets[high]]
        return entries[text if text in entries else " ".join(text.split())]

    return CompiledSlot(source, frozenset(s[0] for s in spelled), frozenset("".join(s.replace(" ", "") for s in spelled)), read)


def _number(slot: Number) -> CompiledSlot:
    def read(match: Match, low: int, high: int) -> Any:
        return slot.read(" ".join(match.plain[match.offsets[low] : match.offsets[high]].split()))

    chars = frozenset(c for c in re.sub(r"\\.|\{[^}]*\}", "", slot.pattern) if not c.isascii())
    return CompiledSlot(slot.pattern, chars, chars, read)


def _rules(slot: Rules, slots: Mapping[str, CompiledSlot], alphabet: Alphabet) -> CompiledSlot:
    inner = compile_rules(slot.rules, slots, alphabet)

    def read(match: Match, low: int, high: int) -> Any:
        for rule in inner:
            taken = rule.regex.fullmatch(match.chars, low, high)
            meaning = rule.read(taken, match.offsets, match.plain, match.document) if taken else None
            if meaning is not None:
                return meaning
        return None

    source = "|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.source) for rule in inner)
    return CompiledSlot(source, frozenset().union(*(r.first for r in inner)), frozenset().union(*(r.chars for r in inner)), read)


def _either(slot: Either, slots: Mapping[str, CompiledSlot]) -> CompiledSlot:
    inner = [(re.compile(slots[name].source), slots[name]) for name in slot.slots]

    def read(match: Match, low: int, high: int) -> Any:
        values = (s.read(match, low, high) for regex, s in inner if regex.fullmatch(match.chars, low, high))
        return next((v for v in values if v is not None), None)

    source = "|".join(s.source for _, s in inner)
    return CompiledSlot(source, frozenset().union(*(s.first for _, s in inner)), frozenset().union(*(s.chars for _, s in inner)), read)


def compile_slots(slots: Mapping[str, Slot], alphabet: Alphabet) -> dict[str, CompiledSlot]:
    """The slots compiled; one made of rules may use those before it."""
    done: dict[str, CompiledSlot] = {}
    for name, slot in slots.items():
        match slot:
            case Words():
                done[name] = _words(slot, alphabet)
            case Number():
                done[name] = _number(slot)
            case Either():
                done[name] = _either(slot, done)
            case Rules():
                done[name] = _rules(slot, done, alphabet)
    return done


def compile_rules(rules: Iterable[Rule], slots: Mapping[str, CompiledSlot], alphabet: Alphabet) -> list[CompiledRule]:
    """The rules with their patterns compiled. Raises GrammarError for a pattern that cannot be read."""
    out = []
    for rule in rules:
        parser = _Parser(rule, slots, alphabet)
        pattern = parser.choice("")
        if pattern.empty or parser.at < len(rule.pattern):
            raise parser.error("it ends early or matches nothing")
        out.append(CompiledRule(rule, re.compile(pattern.regex), pattern.regex, pattern.first, frozenset(parser.chars), parser.names))
    return out
