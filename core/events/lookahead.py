"""What can be told of a sentence by looking ahead from one of its words, before it is cut into clauses."""

from core.events.phrases import COORDINATORS, QUOTES, REACH, RELATIVES, SAYING, SUBORDINATORS, TELLING, Phrases
from core.events.tokens import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS

BESIDE = PREPOSITIONS | ADVERBS | COORDINATORS | frozenset("here there late early earlier last this in".split())
"""What may stand behind a verb of saying and is not what is said."""
GAP_ENDS = frozenset((",", ".", "and", ";", ""))
WHO = RELATIVES | {"that"}


class Lookahead(Phrases):
    """The words of a sentence, asked what follows them."""

    def _verb_follows(self, i: int) -> bool:
        """Whether the sentence's verb is still to come, right after a comma at the latest ("Orrin, a firm based in Lima, closed")."""
        if self.finite_ahead(i) is not None:
            return True
        comma = self.comma_ahead(i)
        verb = None if comma is None else self.verbs.get(comma + 1)
        return verb is not None and verb.finite

    def _names_ahead(self, i: int) -> bool:
        """Whether a name and a date of its own follow: "on Thursday, and the envoy, Ida Moe, on Friday", "Peru in 1952, Chile in 1955"."""
        j = i
        while j < len(self.tokens) and self.tokens[j].capital:
            j += 1
        k = j + (self.low(j) == ",")
        return j > i and self.low(k) in PREPOSITIONS and self.is_time(k + 1) and self.low(k + 2) in GAP_ENDS

    def _list_goes_on(self, i: int) -> bool:
        """Whether a comma stands in a list of things that ends here: "people without food, heat or medicine."."""
        k = next((k for k in range(i + 1, i + 4) if self.low(k) in ("or", "and")), 0)
        return bool(k) and all(self._in_phrase(n) for n in [*range(i, k), k + 1]) and self.low(k + 2) in (".", ",", "")

    def _attribution(self, i: int) -> bool:
        """Whether ", officials said on Monday." follows: a verb of saying with nothing said after it."""
        while self.low(i) in QUOTES:
            i += 1
        at = self.finite_ahead(i)
        if at is None or self.verbs[at].head not in SAYING or at - i > 12 or self.low(i) in COORDINATORS:
            return False
        leads = {self.low(k) for k in range(i, at)} & SUBORDINATORS
        if leads and self.low(i) != "as":  # "left, a day after the mayor had promised help"
            return False
        if (planned := self.verbs.get(self.verbs[at].last)) and planned.form == "infinitive":
            return False  # "..., Moe decided to leave"
        if self.verbs[at].passive and self.low(i) != "it":  # "the car was seen, and was found in June"
            return False
        rest = range(self.verbs[at].last, len(self.tokens))
        inverted = at == i
        if inverted and self.verbs[at].form in ("modal", "future"):
            return False  # "the inquiry, which he set up, would report in May"
        if not inverted and self.verbs[at].head not in TELLING and self._has_object(rest.start):
            return False  # "..., the firm denied wrongdoing"
        for k in rest:
            if self.low(k) in (",", ".", ";"):
                return True
            if self.low(k) in ("that", '"', "“", ":") or self.tokens[k].kind == "quote" or (k in self.verbs and self.verbs[k].finite):
                return False
            if not inverted and self.low(k) in DETERMINERS and self.low(k - 1) not in PREPOSITIONS and self.verbs[at].head != "tell":
                return False
        return True

    def _has_object(self, i: int) -> bool:
        """Whether a noun stands right after a verb."""
        return i < len(self.tokens) and self.tokens[i].kind == "word" and self.low(i) not in BESIDE and not self.is_manner(i)

    def _two_verbs_ahead(self, i: int) -> bool:
        """Whether one verb and then another follow, so that the first is a relative clause's ("an appeal that Moe lodged was rejected")."""
        first = self.finite_ahead(i)
        return first is not None and self.finite_ahead(self.verbs[first].last) is not None

    def _said_just_before(self, i: int) -> bool:
        return any(v.first < i <= v.last + 4 and v.head in SAYING for v in self.verbs.values() if v.last <= i)

    def _only_dates(self, i: int) -> bool:
        """Whether a date stands here for itself, so that no clause begins with it ("since 1990", but "before Monday's talks began")."""
        if not self.is_time(i) or self.low(i).endswith(("'s", "’s")) or self.low(i + 1) in ("'s", "'", "’"):
            return False
        return (
            i + 1 >= len(self.tokens)
            or self.tokens[i + 1].kind != "word"
            or (after := self.low(i + 1)) in COORDINATORS
            or after in PREPOSITIONS
        )

    def _subject_is_clear(self, i: int) -> bool:
        """Whether a new subject begins here rather than a second object: a pronoun, or a short phrase before the verb."""
        while self.is_time(i) or (self.low(i) in PREPOSITIONS and self.is_time(i + 1)):
            i += 1
        finite = self.finite_ahead(i)
        named = finite is not None and all(self.tokens[k].capital or self.low(k) == "." for k in range(i, finite))
        if finite is None or any(self.low(k) in SUBORDINATORS for k in range(i, finite)):
            return False  # "left Murmansk and Lund before the frost trapped them"
        return self.low(i) in PRONOUNS or named or finite - i <= 6

    def _plain_past(self, at: int | None) -> bool:
        """Whether a verb in the past stands alone."""
        verb = self.verbs.get(-1 if at is None else at)
        return verb is not None and verb.form == "past" and verb.last - verb.first == 1 and verb.head not in ("be", "have")

    def _finite_past_relative(self, i: int) -> int | None:
        """The verb of a subject that a relative clause follows: "(said) the storms that hit Lima last week are over"."""
        opener = next((k for k in range(i + 1, min(i + REACH, len(self.tokens))) if self.low(k) in WHO or not self._in_phrase(k)), 0)
        if self.low(opener) not in WHO or not (verb := self.verbs.get(opener + 1)) or not verb.finite:
            return None
        k = verb.last
        while self._in_phrase(k):
            k += 1
        return k if (second := self.verbs.get(k)) and second.finite and self.low(k - 1) not in COORDINATORS else None

    def _in_phrase(self, i: int) -> bool:
        """Whether a token neither is a verb nor opens or closes anything."""
        return i < len(self.tokens) and self.tokens[i].kind in ("word", "time") and i not in self.verbs and self.low(i) not in PRONOUNS

    def _past_phrase(self, i: int, through: bool = True) -> int:
        """The end of a noun phrase: the next determiner, pronoun, "that" or time expression after its first noun."""
        j = i + 1
        while j < len(self.tokens):
            low = self.low(j)
            if low in DETERMINERS or low in PRONOUNS or self.is_time(j) or self.tokens[j].kind != "word" or j in self.verbs:
                if low in DETERMINERS and j == i + 1 and through and self.low(i) in PREPOSITIONS:
                    j += 1
                    continue
                return j
            j += 1
        return j
