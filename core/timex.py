"""Finds the time expressions of a document, and resolves them.

The text becomes a string of one character a token (`core.grammar.tokens`); one pass over it finds where anything with a word or digit of
the grammar stands; only there are rules tried, each anchored, and the longest reading wins.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import Literal

from core.dateline import dated
from core.errors import GrammarError
from core.grammar import GRAMMARS
from core.grammar.compile import CompiledRule, compile_rules, compile_slots
from core.grammar.opening import DEPTH
from core.grammar.rule import Grammar, Tokens, kind_of
from core.grammar.tokens import CLOCK, DATE, DEICTIC, FIXED, LENGTH, OTHER, Alphabet, plain
from core.meaning import Meaning, Range
from core.model import Document, Timex
from core.resolve import Found, Resolver, order_of, reading_of, with_places

CHUNK = 1 << 16
"""Texts are read in stretches of about so many characters, cut where a paragraph or a sentence ends."""


Ends = tuple[tuple[int, int], ...]
Tried = tuple[int, Callable[[str, int], re.Match[str] | None], CompiledRule]
"""A rule as it is tried: its rank, the higher the earlier it stands, and its match."""
SIGNS = {OTHER, *"-.,'/:+"}
KINDS = {DATE, DEICTIC, CLOCK, LENGTH, FIXED}
REACH = 8 * 3 + 4
"""How many characters a lead has at most: eight fillers with the signs after them, another word, and the word of the grammar itself."""


class Layer:
    """Rules made ready: which may hold after which beginning, and the pass that finds where one of them may hold: at a word of the
    grammar, or at the small words that lead to it."""

    def __init__(self, rules: list[CompiledRule], fillers: set[str]) -> None:
        self.rules = [(-i, rule) for i, rule in enumerate(rules)]
        self.heads: dict[str, list[Tried]] = {}
        self.firsts: dict[str, list[tuple[int, CompiledRule]]] = {}
        core = {c for rule in rules for c in rule.chars} - fillers - SIGNS
        self.core = re.compile(f"[{_class(core)}]")
        self.lead = re.compile(f"(?:(?:[{_class(fillers)}][- ,.(]{{0,2}}+){{1,8}}+(?:{OTHER} )?+)?+'?+[{_class(core)}]")

    def opened_by(self, head: str) -> list[Tried]:
        """The rules that may hold where the text goes on like this, kept for the next time."""
        if len(self.heads) > 50_000:
            self.heads.clear()
        first = head[:1]
        if first not in self.firsts:
            self.firsts[first] = [each for each in self.rules if each[1].opening.begins(first)]
        self.heads[head] = [(rank, rule.regex.match, rule) for rank, rule in self.firsts[first] if rule.opening.allows(head)]
        return self.heads[head]

    def read(self, tokens: Tokens) -> Iterator[tuple[int, int, CompiledRule, Meaning, Ends]]:
        """What the rules find, the longest at each place: where it starts and ends, the rule, the meaning, a range's ends."""
        chars, heads = tokens.chars, self.heads
        done = 0
        for core in self.core.finditer(chars):
            high = core.end()
            if high <= done or (lead := self.lead.search(chars, max(done, high - REACH), high)) is None:
                continue
            for at in range(lead.start(), high):
                if at < done:
                    continue
                head = chars[at : at + DEPTH]
                rules = heads.get(head)
                if rules is None:
                    rules = self.opened_by(head)
                if not rules:
                    continue
                matches = [(m.end(), rank, rule, m) for rank, match, rule in rules if (m := match(chars, at))]
                if len(matches) > 1:
                    matches.sort(key=itemgetter(0, 1), reverse=True)
                for end, _, rule, match in matches:
                    meaning = rule.read(match, tokens)
                    if meaning is not None:
                        done = end
                        yield at, end, rule, meaning, rule.ends(match, tokens.offsets) if isinstance(meaning, Range) else ()
                        break
            done = max(done, high)


class Finder:
    """A grammar made ready: its alphabet and its layers."""

    def __init__(self, grammar: Grammar) -> None:
        self.alphabet = Alphabet()
        slots = compile_slots(grammar.slots, self.alphabet)
        fillers = {self.alphabet.spell(w) for w in grammar.fillers}
        self.layers = []
        for number, layer in enumerate(grammar.layers):
            rules = compile_rules(layer, slots, self.alphabet)
            words = fillers if not number else {c for r in rules for c in r.chars} - KINDS
            self.layers.append(Layer(rules, words))

    def find(self, text: str, start: int = 0) -> Iterator[Found]:
        """The expressions of a text from `start` on, in order, the longest at each place."""
        while start < len(text):
            end = _chunk_end(text, start)
            raw = text[start:end]
            simple = plain(raw)
            chars, offsets = self.alphabet.encode(simple)
            tokens = Tokens(chars, offsets, {}, simple, raw)
            found: dict[int, Found] = {}
            for layer in self.layers:
                tokens, found = _layered(layer, tokens, found)
            for each in found.values():
                yield Found(
                    start + each.start, start + each.end, each.rule, each.meaning, tuple((start + a, start + b) for a, b in each.ends)
                )
            start = end


def _layered(layer: Layer, tokens: Tokens, before: dict[int, Found]) -> tuple[Tokens, dict[int, Found]]:
    """The tokens with all that has been found put into one character each, and that by its place among them."""
    new = list(layer.read(tokens))
    if not new:
        return tokens, before
    found: dict[int, Found] = {}
    chars: list[str] = []
    offsets: list[int] = []
    done = 0

    def keep(low: int, high: int) -> None:
        for place in places[bisect_left(places, low) : bisect_left(places, high)]:
            found[len(offsets) + place - low] = before[place]
        chars.append(tokens.chars[low:high])
        offsets.extend(tokens.offsets[low:high])

    places = list(before)
    for low, high, rule, meaning, ends in new:
        keep(done, low)
        found[len(offsets)] = Found(tokens.offsets[low], tokens.offsets[high], rule.rule.name, meaning, ends)
        chars.append(kind_of(meaning))
        offsets.append(tokens.offsets[low])
        done = high
    keep(done, len(tokens.chars))
    offsets.append(tokens.offsets[-1])
    meanings = {place: each.meaning for place, each in found.items()}
    return Tokens("".join(chars), offsets, meanings, tokens.plain, tokens.document), found


def _class(chars: set[str]) -> str:
    return re.escape("".join(sorted(chars)))


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
    return list(finder(document.tongue).find(document.text, document.body))


def timexes(
    document: Document, *, reading: Literal["auto", "news", "narrative"] = "auto", found: Sequence[Found] | None = None
) -> list[Timex]:
    """The time expressions of a document's body, found and resolved, in the order of the text and not overlapping.

    `reading` says whether what is missing of a date is filled in from the document's date (news) or from the date named before it
    (narrative); "auto" lets the text decide. `found` are its expressions, where they are at hand. Raises GrammarError where there is no
    grammar for the document's language.

    >>> from core.when import When
    >>> article = Document("a", "They met on the 10th.", published=When("2021-10-12"))
    >>> [(t.span.text, t.value, t.anchor_source) for t in timexes(article)]
    [('the 10th', '2021-10-10', "the document's date")]
    """
    found = find(document) if found is None else found
    document = dated(document, found)
    chosen = reading_of(found, document) if reading == "auto" else reading
    if chosen == "narrative" and document.inferred:
        document = replace(document, published=None)  # a story does not count from the day on which somebody must have written it down
    resolver = Resolver(document, chosen, GRAMMARS[document.tongue], order_of(document, [f.meaning for f in found]), found)
    return with_places([timex for f in found if (timex := resolver.resolve(f)) is not None], document.text)
