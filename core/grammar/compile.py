"""How the patterns of a grammar become regular expressions over characters (`core.grammar.tokens`)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from core.errors import GrammarError
from core.grammar.opening import ANYTHING, NOTHING, Opening, one_of, spelled
from core.grammar.rule import Earlier, Either, Number, Reading, Rule, Slot, Tokens, Words
from core.grammar.tokens import Alphabet
from core.meaning import Meaning


@dataclass(frozen=True, slots=True)
class CompiledSlot:
    """A slot's regular expression, what it can begin with, all of its words' characters, and its reader."""

    source: str
    opening: Opening
    chars: frozenset[str]
    read: Callable[[Tokens, int, int], Any]


WORD = re.compile(r"[a-z][a-z0-9]*|[0-9]+(?:st|nd|rd|th|s)?|.", re.DOTALL)
"""A word of a pattern, a number, or a sign."""


@dataclass(frozen=True)
class CompiledRule:
    """A rule whose pattern has become a regular expression over characters; most texts never ask for most of them."""

    rule: Rule
    source: str
    opening: Opening
    chars: frozenset[str]
    slots: Mapping[str, CompiledSlot]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression, made when it is first asked for."""
        return re.compile(self.source)

    def read(self, match: re.Match[str], tokens: Tokens) -> Meaning | None:
        """The meaning of a match, or None where the rule refuses it."""
        return self.rule.means(Reading(self.slots, match, tokens))

    def ends(self, match: re.Match[str], offsets: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Where the ends of a range stand in the text: its slots `first` and `last`, with the slots before and after them; both in the
        whole of it where one word names them ("Ramadan")."""
        if "first" not in self.slots:
            whole = (offsets[match.start()], offsets[match.end()])
            return whole, whole
        spans = [span for name in self.slots if (span := match.span(name))[0] >= 0]
        if "last" not in self.slots:
            return ((offsets[spans[0][0]], offsets[match.end("first")]),)
        middle, start = match.end("first"), match.start("last")
        low, high = min(s for s, _ in spans), max(e for _, e in spans)
        return (offsets[low], offsets[middle]), (offsets[start], offsets[high])


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A parsed piece of pattern: its regular expression, and what it can begin with."""

    regex: str = ""
    opening: Opening = NOTHING


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
        return _Pattern(regex, one_of(b.opening for b in branches))

    def sequence(self, closing: str) -> _Pattern:
        whole = _Pattern()
        while self.at < len(self.rule.pattern) and self.rule.pattern[self.at] not in ("|", closing):
            atom = self.atom()
            whole = _Pattern(whole.regex + atom.regex, whole.opening.then(atom.opening))
        return whole

    def atom(self) -> _Pattern:
        char = self.rule.pattern[self.at]
        if char in "([":
            self.at += 1
            inner = self.choice(")" if char == "(" else "]")
            return inner if char == "(" else _Pattern(inner.regex + "?", one_of((inner.opening, NOTHING)))
        if char in ")]":
            raise self.error(f"'{char}' closes nothing")
        if char == "{":
            return self.slot()
        if char == "~":
            self.at += 1
            return _Pattern("[- ]", one_of(map(spelled, "- ")))
        word = WORD.match(self.rule.pattern, self.at)
        assert word is not None
        self.at = word.end()
        code = self.alphabet.spell(word[0])
        if code.isalnum() or not code.isascii():
            self.chars.add(code)
        return _Pattern(re.escape(code), spelled(code))

    def slot(self) -> _Pattern:
        end = self.rule.pattern.find("}", self.at)
        name, _, kind = self.rule.pattern[self.at + 1 : end].partition(":")
        self.at = end + 1
        slot = self.slots.get(kind or name)
        if slot is None or name in self.names:
            raise self.error(f"no slot '{kind or name}', or its name is there twice")
        self.names[name] = slot
        self.chars |= slot.chars
        return _Pattern(f"(?P<{name}>{slot.source})", slot.opening)

    def error(self, what: str) -> GrammarError:
        return GrammarError(f"rule '{self.rule.name}': {what}; look at its pattern '{self.rule.pattern}'")


def _spellings(texts: Iterable[str]) -> str:
    """A short regular expression for exactly these spellings, the longest first: equal beginnings and equal endings are written once."""
    rests: dict[str, set[str]] = {}
    for text in texts:
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
    texts = [alphabet.spell(entry) for entry in slot.entries]
    entries = slot.entries

    def read(tokens: Tokens, low: int, high: int) -> Any:
        text = tokens.plain[tokens.offsets[low] : tokens.offsets[high]]
        return entries[text if text in entries else " ".join(text.split())]

    chars = frozenset("".join(texts).replace(" ", ""))
    return CompiledSlot(_spellings(texts), one_of(map(spelled, texts)), chars, read)


def _number(slot: Number) -> CompiledSlot:
    def read(tokens: Tokens, low: int, high: int) -> Any:
        return slot.read(" ".join(tokens.plain[tokens.offsets[low] : tokens.offsets[high]].split()))

    chars = frozenset(c for c in re.sub(r"\\.|\{[^}]*\}", "", slot.pattern) if not c.isascii())
    return CompiledSlot(slot.pattern, one_of(map(_opening, slot.pattern.split("|"))), chars, read)


def _opening(pattern: str) -> Opening:
    """What one alternative of a number can begin with: characters and [sets] one after the other, anything where it says more."""
    opening = NOTHING
    for piece in re.finditer(r"\[([^][]+)\]|\\(.)|([^\\()?])|(.)", pattern):
        if piece[4]:
            return opening.then(ANYTHING)
        opening = opening.then(one_of(map(spelled, piece[1] or piece[2] or piece[3])))
    return opening


def _earlier(slot: Earlier) -> CompiledSlot:
    kinds = frozenset(slot.kinds)
    return CompiledSlot(f"[{slot.kinds}]", one_of(map(spelled, kinds)), kinds, lambda tokens, low, high: tokens.meanings[low])


def _either(slot: Either, slots: Mapping[str, CompiledSlot]) -> CompiledSlot:
    inner = [(re.compile(slots[name].source), slots[name]) for name in slot.slots]

    def read(tokens: Tokens, low: int, high: int) -> Any:
        values = (s.read(tokens, low, high) for regex, s in inner if regex.fullmatch(tokens.chars, low, high))
        return next((v for v in values if v is not None), None)

    source = "|".join(s.source for _, s in inner)
    return CompiledSlot(source, one_of(s.opening for _, s in inner), frozenset().union(*(s.chars for _, s in inner)), read)


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
        if () in pattern.opening.paths or parser.at < len(rule.pattern):
            raise parser.error("it ends early or matches nothing")
        regex = _beside(pattern.regex, "".join(map(alphabet.spell, rule.beside)))
        out.append(CompiledRule(rule, regex, pattern.opening, frozenset(parser.chars), parser.names))
    return out


def _beside(regex: str, chars: str) -> str:
    """The expression, where it must have one of these characters before or after it."""
    if not chars:
        return regex
    one = f"[{re.escape(chars)}]"
    return f"(?P<_led>(?<={one})|(?<={one} ))?{regex}(?(_led)|(?= ?{one}))"
