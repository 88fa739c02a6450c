"""Finds the time expressions of a document, and resolves them.

The text becomes a string of one character a token (`core.grammar.tokens`); one pass over it finds where anything with a word or digit of
the grammar stands; only there are rules tried, each anchored, and the longest reading wins.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from core.dateline import dated
from core.errors import GrammarError
from core.grammar import GRAMMARS
from core.grammar.rule import CompiledRule, Grammar, compile_rules, compile_slots
from core.grammar.tokens import Alphabet, plain
from core.meaning import Meaning, Range
from core.model import Document, Timex
from core.resolve import Found, Resolver

CHUNK = 1 << 16
"""Texts are read in stretches of about so many characters, cut where a paragraph or a sentence ends."""


Ends = tuple[tuple[int, int], ...]


class Finder:
    """A grammar made ready: its alphabet, and its rules by the character that they begin with."""

    def __init__(self, grammar: Grammar) -> None:
        self.alphabet = Alphabet()
        slots = compile_slots(grammar.slots, self.alphabet)
        self.rules = compile_rules(grammar.rules, slots, self.alphabet)
        heads: dict[str, list[CompiledRule]] = {}
        for rule in self.rules:
            for char in rule.first:
                heads.setdefault(char, []).append(rule)
        gates: dict[tuple[str, ...], re.Pattern[str]] = {}
        self.heads: dict[str, tuple[re.Pattern[str], list[CompiledRule]]] = {}
        for char, rules in heads.items():
            names = tuple(r.rule.name for r in rules)
            if names not in gates:
                gates[names] = re.compile("|".join(_unnamed(r.source) for r in rules))
            self.heads[char] = (gates[names], rules)
        fillers = {self.alphabet.spell(w) for w in grammar.fillers}
        core = {c for r in self.rules for c in r.chars} - fillers - set(" -")
        self.trigger = re.compile(f"(?:[{_class(fillers)}][- ,]{{0,2}}){{0,8}}[{_class(core)}]")

    def find(self, text: str, start: int = 0) -> Iterator[Found]:
        """The expressions of a text from `start` on, in order, the longest at each place."""
        while start < len(text):
            end = _chunk_end(text, start)
            yield from self._find(text, start, end)
            start = end

    def _find(self, text: str, start: int, end: int) -> Iterator[Found]:
        simple = plain(text[start:end])
        chars, offsets = self.alphabet.encode(simple, 0)
        heads = self.heads
        raw = text[start:end]
        done = 0
        for hit in self.trigger.finditer(chars):
            for at in range(max(hit.start(), done), hit.end()):
                head = heads.get(chars[at])
                if at < done or head is None or head[0].match(chars, at) is None:
                    continue
                best = self._longest(head[1], chars, at, offsets, simple, raw)
                if best is not None:
                    done, rule, meaning, ends = best
                    yield Found(
                        start + offsets[at], start + offsets[done], rule, meaning, tuple((start + low, start + high) for low, high in ends)
                    )

    @staticmethod
    def _longest(
        rules: list[CompiledRule], chars: str, at: int, offsets: list[int], simple: str, raw: str
    ) -> tuple[int, str, Meaning, Ends] | None:
        matches = [(match.end(), -i, rule, match) for i, rule in enumerate(rules) if (match := rule.regex.match(chars, at))]
        matches.sort(key=lambda m: m[:2], reverse=True)
        for end, _, rule, match in matches:
            meaning = rule.read(match, offsets, simple, raw)
            if meaning is not None:
                return end, rule.rule.name, meaning, rule.ends(match, offsets) if isinstance(meaning, Range) else ()
        return None


def _class(chars: set[str]) -> str:
    return re.escape("".join(sorted(chars)))


def _unnamed(source: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", source)


def _chunk_end(text: str, start: int) -> int:
    end = start + CHUNK
    if end >= len(text):
        return len(text)
    for stop in ("\n\n", ". ", "\n", " "):
        at = text.rfind(stop, start + CHUNK // 2, end)
        if at >= 0:
            return at + len(stop)
    return end


@lru_cache(maxsize=8)
def finder(language: str) -> Finder:
    """The finder of a language. Raises GrammarError where there is no grammar for it."""
    try:
        return Finder(GRAMMARS[language])
    except KeyError:
        raise GrammarError(f"no grammar for language '{language}'; there are: {', '.join(GRAMMARS)}") from None


def find(document: Document) -> list[Found]:
    """The time expressions of a document's body with what they say, before any calendar, in order and not overlapping."""
    return list(finder(document.language).find(document.text, document.body))


def timexes(document: Document, *, reading: Literal["auto", "news", "narrative"] = "auto") -> list[Timex]:
    """The time expressions of a document's body, found and resolved, in the order of the text and not overlapping.

    `reading` says whether what is missing of a date is filled in from the document's date (news) or from the date named before it
    (narrative); "auto" lets the text decide. Raises GrammarError where there is no grammar for the document's language.

    >>> from core.when import When
    >>> article = Document("a", "They met on the 10th.", published=When("2021-10-12"))
    >>> [(t.span.text, t.value, t.anchor_source) for t in timexes(article)]
    [('the 10th', '2021-10-10', "the document's date")]
    """
    found = find(document)
    document = dated(document, found)
    chosen = ("narrative" if document.published is None else "news") if reading == "auto" else reading
    resolver = Resolver(document, chosen, GRAMMARS[document.language])
    return [resolver.resolve(f) for f in found]
