"""The words of a sentence with its verb groups, and what can be told of them by looking ahead and back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from core.events.groups import Verb, verbs
from core.events.tokens import ADVERBS, DETERMINERS, PREPOSITIONS, Token, root, tokenize
from core.events.verbs import HAPPENINGS, SAY, SPEECH, TOLD

Role = Literal["main", "reported", "adverbial", "relative", "reduced", "participial", "coordinate", "including", "aside", "apposed"]

SUBORDINATORS = frozenset("after before when while since until till because although though if unless as once whereas where".split())
RELATIVES = frozenset("which who whom whose".split())
COORDINATORS = frozenset("and but or then yet nor".split())
STRONG = frozenset([";", ":", "—", "–", "(", ")", "[", "]"])
NOUNS_OF_SAYING = frozenset(
    "statement announcement report reports claim claims news evidence belief fear fears hope hopes warning allegation"
    " allegations fact agreement assurance guarantee demand notion understanding finding revelation admission realisation"
    " realization proof threat complaint impression condition decision idea sign signs suggestion rumour rumor rumours"
    " rumors promise pledge conclusion view grounds".split()
)
SAYING = frozenset(root(w) for w in SAY)
TELLING = frozenset(root(w) for w in TOLD)
SPEAKING = frozenset(root(w) for w in SPEECH)
PARTICLES = frozenset("out up down off away back aside".split())
FRONTS = frozenset("statement letter report interview speech post notice order decree".split())
"""What a sentence opens with that says where something is said."""
QUOTES = frozenset(('"', "”", "»", "''"))
NO_NOUN_ENDS = PREPOSITIONS | ADVERBS | COORDINATORS | PARTICLES | SUBORDINATORS
"""Words that end no noun phrase."""
NOUNS_IN_LY = frozenset("ally anomaly assembly bully butterfly family fly italy monopoly ply rally reply supply tally".split())
ENDS_APPOSITION = RELATIVES | SUBORDINATORS | COORDINATORS - {"and", "then"} | STRONG
APPOSED = 10
"""How many tokens an apposition between two commas has at most."""
REACH = 25
"""How many tokens ahead a clause's verb is looked for."""
BLANKS = ("",) * REACH


@dataclass(slots=True, eq=False)
class Clause:
    """A clause: what part it plays, the word that links it, its tokens by index in order, subject and verb, and the clause above it."""

    role: Role
    link: str = ""
    parent: "Clause | None" = None
    tokens: list[int] = field(default_factory=list)
    verb: Verb | None = None
    subject: range | None = None
    auxiliary: range = range(0)
    """The auxiliary that it shares with the clause it is joined to ("was built in 1902 and closed in 1960")."""
    sharer: "Clause | None" = None
    """The clause whose subject it shares ("... and left")."""

    @property
    def saying(self) -> bool:
        """Whether its verb tells what somebody said or thought."""
        return self.verb is not None and self.verb.head in SAYING

    @property
    def opened(self) -> bool:
        """Whether it has its verb, so that a comma may end it."""
        return self.verb is not None


class Phrases:
    """The tokens of one sentence of a text and its verb groups; `times` are the offsets of its time expressions."""

    def __init__(self, text: str, start: int, end: int, times: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.tokens: list[Token] = tokenize(text, start, end, times)
        lows = [t.low for t in self.tokens]
        self.low: Callable[[int], str] = [*lows, *BLANKS].__getitem__
        """The token's lower case, empty past the ends: the blanks at the end are those before the first token as well."""
        self.quotes = "" in lows
        """Whether a long quotation stands in the sentence."""
        self.verbs: dict[int, Verb] = verbs(self.tokens)
        self._over = {k: first for first, verb in self.verbs.items() for k in range(first, verb.last)}
        self.lengths: set[int] = set()
        """The time expressions that say how long or how often, by their tokens; they are no dates."""

    def words(self, tokens: Iterable[int]) -> str:
        """Some tokens as text."""
        return " ".join([self.tokens[k].text for k in tokens])

    def verb_over(self, i: int) -> Verb | None:
        """The verb group that a token is part of."""
        return self.verbs.get(self._over.get(i, -1))

    def noun_before(self, i: int) -> bool:
        """Whether the token before may end a noun phrase."""
        if i and self.is_manner(i - 1):
            return self.low(i - 2) not in DETERMINERS and self.noun_before(i - 1)  # "a power firmly established in Lima"
        before = self.tokens[i - 1] if i else None
        return (
            before is not None
            and before.low not in NO_NOUN_ENDS
            and (self._closing(i - 1) if before.kind == "mark" else self.verb_over(i - 1) is None)
        )

    def is_manner(self, i: int) -> bool:
        """Whether a token is an adverb in -ly."""
        low = self.low(i)
        return low.endswith("ly") and low not in NOUNS_IN_LY and not self.tokens[i].capital

    def _closing(self, i: int) -> bool:
        """Whether a token is the mark that ends a quotation."""
        return self.low(i) in QUOTES and i > 0 and self.tokens[i - 1].end == self.tokens[i].start

    def comma_ahead(self, i: int) -> int | None:
        """The next comma from a token on."""
        return next((k for k in range(i, len(self.tokens)) if self.low(k) == ","), None)

    def finite_ahead(self, i: int, through_commas: bool = False) -> int | None:
        """Where the next finite verb begins, before the clause that starts at `i` can have ended."""
        for j in range(i, min(i + REACH, len(self.tokens))):
            verb = self.verbs.get(j)
            if verb and verb.finite:
                return j
            low = self.low(j)
            if j > i and low in COORDINATORS and (joined := self.verbs.get(j + 1)) and joined.finite:
                return None  # "met Moe and Holm and will see them"
            if low == "," and not through_commas:
                return self._past_apposition(j)
            if low in STRONG or low == "that" or (j > i and low in ("what", "whether")):
                return None
            if j > i and (low in RELATIVES or (low in SUBORDINATORS and low not in PREPOSITIONS)):
                return None
        return None

    def _acts_on(self, i: int) -> bool:
        """Whether what follows a verb shows that it is no participle: an object, or "to"."""
        return self.low(i) in DETERMINERS or self.low(i) == "to"

    def _past_apposition(self, i: int, again: int = 1) -> int | None:
        """The finite verb right after an apposition that opens with the comma at `i` ("the mayor, Ida Moe, resigned")."""
        comma = self.comma_ahead(i + 1)
        if self.low(i + 1) in ("who", "which") and comma is not None:
            verb = self.verbs.get(comma + 1)
            told = [v for k, v in self.verbs.items() if i < k < comma and v.finite]
            sure = verb is not None and verb.finite and (not verb.loose or self._acts_on(verb.last))
            return comma + 1 if sure and len(told) == 1 else None  # "Orrin, which had grown, failed to pay"
        if comma is None or not 1 < comma - i <= APPOSED or any(v.first > i and v.finite for k, v in self.verbs.items() if k < comma):
            return None
        if any(self.low(k) in ENDS_APPOSITION for k in range(i + 1, comma)):
            return None
        verb = self.verbs.get(comma + 1)
        if verb and verb.finite:
            return comma + 1 if again or verb.head not in SAYING else None
        if again and self.low(comma + 1) in ("and", "or"):
            return self.finite_ahead(comma + 2)  # "when Peru, Chile, and Cuba joined"
        # "Lima, Peru, the capital, fell"
        return self._past_apposition(comma, again - 1) if again and self.low(comma + 1) not in COORDINATORS else None

    def ahead(self, i: int) -> Literal["predicate", "clause"] | None:
        """What follows a coordinator: a verb that shares the subject, a clause with its own, or neither."""
        while self.low(i) in ADVERBS or (self.low(i).endswith("ly") and i not in self.verbs) or self.is_time(i):
            i += 1
        if self.low(i) in PREPOSITIONS and self.is_time(i + 1):
            i += 2  # "and on 3 May slipped on the ice"
        comma = self.comma_ahead(i) if self.low(i) in PREPOSITIONS else None
        if comma is not None and comma - i <= APPOSED and not any(k in self.verbs for k in range(i, comma)):
            i = comma + 1  # "and after a short campaign, Moe resigned"
        if i in self.verbs and self.verbs[i].finite:
            return "predicate"
        return "clause" if self.finite_ahead(i) is not None else None

    def goes_on(self, i: int) -> bool:
        """Whether a verb behind a date and a comma is one of several of a subject: "was held in May, charged in June and freed in July"."""
        if not (self.low(i - 1) == "," and self.is_time(i - 2)) or not any(v.finite for k, v in self.verbs.items() if k < i):
            return False
        k = self.verbs[i].last
        while k < len(self.tokens) and (self.tokens[k].kind != "mark" or self.low(k) == ","):
            verb = self.verbs.get(k)
            before = self.low(k - 1 - (self.low(k - 1) in ADVERBS))
            if verb is not None and verb.form != "infinitive":
                if before not in (",", "and", "but", "then"):
                    return False
                if before != ",":
                    return verb.loose or verb.finite
            k += 1
        return False

    def leads_in(self, k: int) -> bool:
        """Whether a token at the head of a sentence is no part of its subject: a mark, an adverb, a date and what leads to it."""
        return (
            self.tokens[k].kind == "mark"
            or self.low(k) in ADVERBS
            or self.is_time(k)
            or (self.is_time(k + 1) and self.low(k) in PREPOSITIONS)
        )

    def is_time(self, i: int) -> bool:
        """Whether a token is a time expression."""
        return i < len(self.tokens) and self.tokens[i].kind == "time"


def is_happening(token: Token) -> bool:
    """Whether a word names something that happens ("withdrawal", "talks")."""
    return token.kind == "word" and (token.low in HAPPENINGS or token.low.removesuffix("s") in HAPPENINGS)
