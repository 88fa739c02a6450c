"""The rule of a grammar, and how its pattern becomes a regular expression.

A pattern is made of words and {slots}: `[the ](start|end) of {month}`. In it a space stands for any short stretch of white space inside a
paragraph, `~` for a hyphen or a space, `[...]` for what may be left out, `(a|b)` for a choice, `{slot}` for an entry of the lexicon's slot,
`{name:slot}` for a second one of its kind. Everything else stands for itself. Nothing repeats, so a pattern is bounded.

Rules stand in layers. Those of a later layer see what the layers before have found as one character, and take it through a slot of kind
`Earlier`: "[the ]{bound} of {when}".
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.errors import GrammarError
from core.grammar.tokens import CLOCK, DATE, DEICTIC, FIXED, LENGTH, Alphabet
from core.meaning import Calendar, Length, Meaning, Nearest, Same, Shift, Within


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

    def get(self, name: str) -> Any:
        """A slot's value, None where the pattern has no such slot."""
        return self._slots.get(name)

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
    that tell whether a clause looks ahead or back.
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
        case Shift() | Nearest() | Within() | Same():
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


@dataclass(frozen=True, slots=True)
class CompiledSlot:
    """A slot's regular expression, the characters that it can begin with, all of its words' characters, and its reader."""

    source: str
    first: frozenset[str]
    chars: frozenset[str]
    read: Callable[[Tokens, int, int], Any]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule whose pattern has become a regular expression over characters."""

    rule: Rule
    regex: re.Pattern[str]
    source: str
    first: frozenset[str]
    chars: frozenset[str]
    slots: Mapping[str, CompiledSlot]

    def read(self, match: re.Match[str], tokens: Tokens) -> Meaning | None:
        """The meaning of a match, or None where the rule refuses it."""
        values = {}
        for name, slot in self.slots.items():
            low, high = match.span(name)
            values[name] = None if low < 0 else slot.read(tokens, low, high)
        offsets = tokens.offsets
        return self.rule.means(Reading(values, tokens.plain, tokens.document, offsets[match.start()], offsets[match.end()]))

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
        end = self.rule.pattern.find("}", self.at)
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


def _spellings(spelled: Iterable[str]) -> str:
    """A short regular expression for exactly these spellings, the longest first: equal beginnings and equal endings are written once."""
    rests: dict[str, set[str]] = {}
    for text in spelled:
        rests.setdefault(text[0], set()).add(text[1:])
    branches: dict[frozenset[str], list[str]] = {}
    for char, rest in rests.items():
        branches.setdefault(frozenset(rest), []).append(char)
    out = []
    for rest_set, chars in branches.items():
        head = re.escape(chars[0]) if len(chars) == 1 else f"[{re.escape(''.join(chars))}]"
        longer = _spellings(r for r in rest_set if r) if rest_set != {""} else ""
        out.append((max(map(len, rest_set)), head + (f"(?:{longer}){'?' if '' in rest_set else ''}" if longer else "")))
    return "|".join(text for _, text in sorted(out, reverse=True))


def _words(slot: Words, alphabet: Alphabet) -> CompiledSlot:
    spelled = [alphabet.spell(entry) for entry in slot.entries]
    source = _spellings(spelled)
    entries = slot.entries

    def read(tokens: Tokens, low: int, high: int) -> Any:
        text = tokens.plain[tokens.offsets[low] : tokens.offsets[high]]
        return entries[text if text in entries else " ".join(text.split())]

    return CompiledSlot(source, frozenset(s[0] for s in spelled), frozenset("".join(s.replace(" ", "") for s in spelled)), read)


def _number(slot: Number) -> CompiledSlot:
    def read(tokens: Tokens, low: int, high: int) -> Any:
        return slot.read(" ".join(tokens.plain[tokens.offsets[low] : tokens.offsets[high]].split()))

    chars = frozenset(c for c in re.sub(r"\\.|\{[^}]*\}", "", slot.pattern) if not c.isascii())
    return CompiledSlot(slot.pattern, chars, chars, read)


def _earlier(slot: Earlier) -> CompiledSlot:
    kinds = frozenset(slot.kinds)
    return CompiledSlot(f"[{slot.kinds}]", kinds, kinds, lambda tokens, low, high: tokens.meanings[low])


def _either(slot: Either, slots: Mapping[str, CompiledSlot]) -> CompiledSlot:
    inner = [(re.compile(slots[name].source), slots[name]) for name in slot.slots]

    def read(tokens: Tokens, low: int, high: int) -> Any:
        values = (s.read(tokens, low, high) for regex, s in inner if regex.fullmatch(tokens.chars, low, high))
        return next((v for v in values if v is not None), None)

    source = "|".join(s.source for _, s in inner)
    return CompiledSlot(source, frozenset().union(*(s.first for _, s in inner)), frozenset().union(*(s.chars for _, s in inner)), read)


def compile_slots(slots: Mapping[str, Slot], alphabet: Alphabet) -> dict[str, CompiledSlot]:
    """The slots compiled, in their order: one that takes `Either` needs those that it names before it."""
    done: dict[str, CompiledSlot] = {}
    for name, slot in slots.items():
        match slot:
            case Words():
                done[name] = _words(slot, alphabet)
            case Number():
                done[name] = _number(slot)
            case Either():
                done[name] = _either(slot, done)
            case Earlier():
                done[name] = _earlier(slot)
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
