"""An event in the making: the clause that tells it, its words, and the expressions that date it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.events.clauses import Parse
from core.events.groups import Verb
from core.events.phrases import Clause
from core.events.tokens import ADVERBS, NOT_OF, PREPOSITIONS
from core.model import Timex

PASSING = frozenset("also already still now then just once first later soon again even finally together thus therefore however yet".split())
"""Adverbs without which a label says the same."""


@dataclass(slots=True, eq=False)
class Draft:
    """An event in the making: the words that tell it, by token, and the expressions that date it, the deciding one first."""

    parse: Parse
    clause: Clause
    times: list[int]
    nominal: range | None = None
    """The noun phrase that the date belongs to, or the one whose verb is left out ("and Herat on the 12th")."""
    elliptic: bool = False
    infinitive: Verb | None = None
    """What is planned at the date, where that is an infinitive ("agreed to leave by May")."""
    second: bool = False
    """Whether the clause's own verb has a date of its own before."""
    heading: Timex | None = None
    gaps: frozenset[int] = frozenset()
    """The tokens of what leaves out the verb of this draft: "and Herat on the 12th" is told of another date."""

    _own: Sequence[int] | None = field(default=None, init=False, repr=False)

    @property
    def words(self) -> Sequence[int]:
        """The tokens of its own words: subject, then what is said of it."""
        if self._own is None:
            self._own = [k for k in self._words() if k not in self.gaps] if self.gaps else self._words()
        return self._own

    def _words(self) -> list[int]:
        clause = self.clause
        if self.nominal is not None:
            if not self.elliptic or clause.verb is None:
                return list(self.nominal)
            if self.gap_is_object:
                return [*self._subject(), *range(clause.verb.first, clause.verb.last), *self.nominal]
            noun = next((k for k in self.nominal if self.parse.low(k) in NOT_OF), self.nominal.stop)
            return [
                *self._enclosed(list(range(self.nominal.start, noun))),
                *range(clause.verb.first, clause.verb.last),
                *range(noun, self.nominal.stop),
            ]
        before = self._subject()
        if clause.role == "apposed":
            return [*before, *clause.tokens]
        if self.infinitive is not None and self.second and clause.verb is not None:
            first = next((k for k in clause.tokens if k >= clause.verb.last and self.parse.low(k) == "to"), clause.verb.last)
            return [*before, *range(clause.verb.first, first), *(k for k in clause.tokens if k >= self.infinitive.first)]
        if clause.verb is None:
            return clause.tokens
        own = [k for k in clause.tokens if k >= clause.verb.first and k not in before]
        if clause.subject and clause.saying and clause.subject[0] >= clause.verb.last:
            own = [k for k in own if k < clause.verb.last or k not in self._called(clause.subject.stop)]
        return [*before, *self._between(), *clause.auxiliary, *self._closed(own)]

    def _called(self, start: int) -> range:
        """The comma behind a speaker named after the verb, and what he is called up to the next: "said Ida Moe, the mayor, on Monday"."""
        if self.parse.low(start) != ",":
            return range(start, start)
        comma = self.parse.comma_ahead(start + 1)
        dated = self.parse.low(start + 1) in PREPOSITIONS or self.parse.is_time(start + 1)
        return range(start, start + 1) if dated else range(start, len(self.parse.tokens) if comma is None else comma + 1)

    def _between(self) -> list[int]:
        """The adverbs before the verb, for they change what is told: "allegedly stole"."""
        verb, subject = self.clause.verb, self.clause.subject
        if verb is None or not subject or not verb.finite:
            return []
        low, found = self.parse.low, []
        for k in range(verb.first - 1, -1, -1):
            if k in subject or not (low(k) in ADVERBS or low(k).endswith("ly")) or k not in self.clause.tokens:
                break
            if low(k) not in PASSING:
                found.append(k)
        return found[::-1]

    @property
    def gap_is_object(self) -> bool:
        """Whether the words that leave out their verb are its object: "met Moe on the 3rd and Lund on the 4th"."""
        verb = self.clause.verb
        if not self.elliptic or verb is None or not self.clause.subject:
            return False
        after = next((k for k in range(verb.last, len(self.parse.tokens)) if self.parse.low(k) not in ADVERBS), len(self.parse.tokens))
        return after < len(self.parse.tokens) and self.parse.tokens[after].kind == "word" and self.parse.low(after) not in PREPOSITIONS

    def _subject(self) -> list[int]:
        """The subject without the clauses that stand inside it."""
        clause = self.clause
        whole = list(clause.subject or ())
        holder = clause.parent if clause.role == "apposed" and clause.parent else clause.sharer or clause
        owner = set(holder.tokens)
        own = [k for k in whole if k in owner]
        if not own or len(own) == len(whole):
            inverted = clause.verb is not None and bool(own) and own[0] >= clause.verb.last
            return whole if (own and not inverted) or clause.sharer else self._enclosed(whole)
        closed = self.parse.low(own[-1]) == ","
        while len(own) > 1 and self.parse.low(own[-1]) == ",":
            own.pop()
        return self._enclosed(own, closed)

    def _enclosed(self, own: list[int], closed: bool = False) -> list[int]:
        """The words with the comma that ends an apposition: "The chairman, Ida Moe," before "resigned"."""
        commas = [k for k in own if self.parse.low(k) == ","]
        listed = not closed and any(self.parse.low(k) in ("and", "or") for k in own)
        return [*own, commas[0]] if len(commas) % 2 and not listed else own

    def _closed(self, own: list[int]) -> list[int]:
        """The words up to the date where only a second noun is joined on after it ("fell in August and the withdrawal")."""
        last = max(self.times, default=-1)
        low = self.parse.low
        joined = low(last + 1) == "and" or (low(last + 1) == "," and low(last + 2) == "and")
        return [k for k in own if k <= last] if joined and last in own else own
