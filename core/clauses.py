"""A sentence in clauses, cut at the words and marks that open and close them; no model, one pass from left to right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from core.tokens import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, Token, Verb, root, tokenize, verbs
from core.verbs import HAPPENINGS, SAY, SPEECH, TOLD

Role = Literal["main", "reported", "adverbial", "relative", "reduced", "participial", "coordinate", "including", "aside"]

SUBORDINATORS = frozenset("after before when while since until till because although though if unless as once whereas where".split())
RELATIVES = frozenset("which who whom whose".split())
COORDINATORS = frozenset("and but or then yet nor".split())
STRONG = frozenset([";", ":", "—", "–", "(", ")", "[", "]"])
NOUNS_OF_SAYING = frozenset(
    "statement announcement report reports claim claims news evidence belief fear fears hope hopes warning allegation allegations fact"
    " condition decision idea sign signs suggestion rumours rumors promise pledge conclusion view grounds".split()
)
SAYING = frozenset(root(w) for w in SAY)
SPEAKING = frozenset(root(w) for w in SPEECH)
PARTICLES = frozenset("out up down off away back aside".split())
QUOTES = frozenset('"”»')
REACH = 25
"""How many tokens ahead a clause's verb is looked for."""


@dataclass(slots=True, eq=False)
class Clause:
    """A clause: what part it plays, the word that links it, its tokens by index in order, subject and verb, and the clause above it."""

    role: Role
    link: str = ""
    parent: "Clause | None" = None
    tokens: list[int] = field(default_factory=list)
    verb: Verb | None = None
    subject: range | None = None
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


class Parse:
    """The clauses of one sentence, with its tokens and verb groups."""

    def __init__(self, text: str, start: int, end: int, times: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.tokens: list[Token] = tokenize(text, start, end, times)
        self._lows = [*(t.low for t in self.tokens), *[""] * REACH]
        self.verbs: dict[int, Verb] = verbs(self.tokens)
        self.clauses: list[Clause] = [Clause("main")]
        self.lengths: set[int] = set()
        """The time expressions that say how long or how often, by their tokens; they are no dates."""
        self._opens: dict[int, tuple[Role, str]] = {}
        self._settle_loose_verbs()
        self._cut()
        for clause in self.clauses:
            clause.subject = self._subject(clause)

    def low(self, i: int) -> str:
        """The token's lower case, empty past the ends."""
        return self._lows[i] if i >= 0 else ""

    def words(self, tokens: Iterable[int]) -> str:
        """Some tokens as text."""
        return " ".join(self.tokens[k].text for k in tokens)

    def clause_of(self, i: int) -> Clause:
        """The clause that holds a token."""
        return next(c for c in self.clauses if i in c.tokens)

    def clause_after(self, i: int) -> Clause | None:
        """The clause that begins within two tokens after `i`."""
        return next((c for c in self.clauses if c.tokens and i < c.tokens[0] <= i + 2), None)

    def verb_over(self, i: int) -> Verb | None:
        """The verb group that a token is part of."""
        return next((v for k in range(i, max(-1, i - 6), -1) if (v := self.verbs.get(k)) and v.first <= i < v.last), None)

    # --- looking ahead ------------------------------------------------------------------------------------------------------------

    def _finite_ahead(self, i: int, through_commas: bool = False) -> int | None:
        """Where the next finite verb begins, before the clause that starts at `i` can have ended."""
        for j in range(i, min(i + REACH, len(self.tokens))):
            verb = self.verbs.get(j)
            if verb and verb.finite:
                return j
            low = self.low(j)
            if low in STRONG or low == "that" or (low == "," and not through_commas):
                return None
            if j > i and (low in RELATIVES or (low in SUBORDINATORS and low not in PREPOSITIONS)):
                return None
        return None

    def _ahead(self, i: int) -> Literal["predicate", "clause"] | None:
        """What follows a coordinator: a verb that shares the subject, a clause with its own, or neither."""
        while self.low(i) in ADVERBS or (self.low(i).endswith("ly") and i not in self.verbs) or self._is_time(i):
            i += 1
        if i in self.verbs and self.verbs[i].finite:
            return "predicate"
        return "clause" if self._finite_ahead(i) is not None else None

    def _is_time(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens[i].kind == "time"

    # --- verbs that may be participles --------------------------------------------------------------------------------------------

    def _settle_loose_verbs(self) -> None:
        """A loose verb is a participle where the sentence's real verb follows, or where one went before without a new subject."""
        ready = False
        for i in sorted(self.verbs):
            verb = self.verbs[i]
            if verb.loose and verb.finite and self._modifies_noun(i, ready):
                self.verbs[i] = Verb(verb.first, verb.last, "participle", verb.head, verb.negated, True)
            elif verb.finite:
                ready = True

    def _modifies_noun(self, i: int, ready: bool) -> bool:
        last = self.verbs[i].last
        after = self.tokens[last] if last < len(self.tokens) else None
        before = self.low(i - 1)
        if before == "," and after is not None and after.low in PREPOSITIONS | PARTICLES:
            return not self._verb_is_wanted(i) if ready else self._verb_after_comma(last)  # "the sessions, held in Doha, closed"
        if before in COORDINATORS or before in ("who", "which", "that", ",") or before in ADVERBS or i == 0 or before in PRONOUNS:
            return False
        object_follows = after is not None and (
            after.low in DETERMINERS
            or after.low in ("to", "that", "him", "them")
            or (after.kind == "word" and after.low not in PREPOSITIONS)
        )
        if object_follows or self.verbs[i].head in ("say", "tell"):
            return False
        following = self._finite_ahead(last)
        if following is not None and self.low(following - 1) not in COORDINATORS and not self._subject_between(last, following):
            return True
        return ready and not self._new_subject(i) and not self._verb_is_wanted(i)

    def _verb_is_wanted(self, i: int) -> bool:
        """Whether fewer verbs than clauses have begun before `i` ("the men who had come left")."""
        openers = sum(self.low(k) in RELATIVES or (self.low(k) == "that" and self.low(k - 1) not in PREPOSITIONS) for k in range(i))
        return sum(v.finite for k, v in self.verbs.items() if k < i) < 1 + openers

    def _verb_after_comma(self, i: int) -> bool:
        comma = self._comma_ahead(i)
        return comma is not None and self._ahead(comma + 1) == "predicate"

    def _subject_between(self, i: int, j: int) -> bool:
        return any(self.low(k) in SUBORDINATORS | COORDINATORS | PRONOUNS for k in range(i, j))

    def _new_subject(self, i: int) -> bool:
        """Whether a verb at `i` has a subject of its own since the verb before it."""
        for k in range(i - 1, -1, -1):
            low = self.low(k)
            if low in COORDINATORS or low in SUBORDINATORS or low in RELATIVES or low in STRONG or low in (",", "that"):
                return True
            if any(v.first <= k < v.last for v in self.verbs.values() if v.finite):
                return self.verbs.get(k, None) is not None and self.verbs[k].head in SAYING
        return True

    # --- cutting ------------------------------------------------------------------------------------------------------------------

    def _cut(self) -> None:
        current = self.clauses[0]
        i = 0
        while i < len(self.tokens):
            current = self._turn(i, current)
            verb = self.verbs.get(i)
            if verb and (verb.finite or (verb.form in ("gerund", "participle") and not current.opened)):
                current = self._seat(verb, current)
                current.tokens.extend(range(i, verb.last))
                i = verb.last
                if verb.head in SAYING and verb.form not in ("infinitive", "participle"):
                    self._expect_report(i, verb)
                continue
            current.tokens.append(i)
            i += 1

    def _seat(self, verb: Verb, current: Clause) -> Clause:
        """Gives a verb to the clause that waits for one."""
        holder = current
        if verb.finite and (not current.opened or (current.verb and not current.verb.finite and current.role in ("main", "coordinate"))):
            current.verb = verb
            return current
        if verb.finite:
            while holder.opened and holder.parent is not None:
                holder = holder.parent
        if not holder.opened:
            holder.verb = verb
            return holder
        return current

    def _open(self, role: Role, link: str, parent: Clause | None, sharer: Clause | None = None) -> Clause:
        clause = Clause(role, link, parent, sharer=sharer)
        self.clauses.append(clause)
        return clause

    def _turn(self, i: int, current: Clause) -> Clause:
        """The clause to which the token at `i` belongs, opened or taken up again as its words say."""
        low = self.low(i)
        if self.low(i - 1) in (")", "]") and current.link == "(" and current.parent is not None:
            current = current.parent
        if i in self._opens:
            role, link = self._opens[i]
            return self._open(role, link, current)
        if self.tokens[i].kind != "word":
            return self._turn_at_mark(i, low, current)
        if low == "that":
            return self._turn_at_that(i, current)
        if low in RELATIVES or (low in PREPOSITIONS and self.low(i + 1) in ("which", "whom")):
            return current if self.low(i - 1) in PREPOSITIONS and current.role == "relative" else self._open("relative", low, current)
        if low in ("whether", "how", "why", "what") and current.saying:
            return self._open("reported", low, current)
        if low in SUBORDINATORS:
            return self._turn_at_subordinator(i, low, current)
        if low in COORDINATORS and current.opened:
            return self._turn_at_coordinator(i, low, current)
        verb = self.verbs.get(i)
        bare = current.role not in ("participial", "reduced", "adverbial") and not current.opened
        if bare and verb and verb.form in ("participle", "gerund") and all(self.tokens[k].kind == "mark" for k in current.tokens):
            return self._open("participial", "", current)
        if verb and current.opened and verb.form in ("participle", "gerund") and self._noun_before(i):
            return self._open("reduced" if verb.form == "participle" else "participial", "", current)
        if verb and not current.opened and verb.form == "participle" and self._noun_before(i) and self._finite_ahead(verb.last) is not None:
            return self._open("reduced", "", current)
        return current

    def _noun_before(self, i: int) -> bool:
        before = self.tokens[i - 1] if i else None
        return (
            before is not None
            and before.low not in PREPOSITIONS | ADVERBS | COORDINATORS
            and (before.low in QUOTES if before.kind == "mark" else self.verb_over(i - 1) is None)
        )

    def _turn_at_mark(self, i: int, low: str, current: Clause) -> Clause:
        following = self.low(i + 1)
        if low == ";" or (low == "." and i + 1 < len(self.tokens) and self.tokens[i + 1].capital and self._is_time(i - 1)):
            return self._open("main", low, None)
        if low in ("(", "["):
            return self._open("aside", "(", current)
        dash = low in ("—", "–") or (low == "-" and i > 0 and self.tokens[i].start > self.tokens[i - 1].end)
        if dash and current.role == "aside" and current.link == "-":
            return current.parent or current
        if low == ":" and current.opened and self._finite_ahead(i + 1, through_commas=True) is not None:
            return self._open("main", low, None)
        if (dash or low == ":") and current.opened:
            return self._open("aside", "-" if dash else ":", current)
        if low != ",":
            return current
        if following == "including":
            return self._open("including", following, current)
        verb = self.verbs.get(i + 2 if following in COORDINATORS else i + 1)
        if verb and verb.form in ("gerund", "participle"):
            role: Role = "participial" if verb.form == "gerund" else "reduced"
            return self._open(role, "", self._pop(current) if current.role == "participial" else current)
        if current.opened and (waiting := self._waiting(current)) and self._finite_ahead(i + 1, through_commas=True) is not None:
            return waiting
        if self._attribution(i + 1) and any(c.opened for c in self.clauses):
            return self._attribute(current)
        if current.role in ("adverbial", "relative", "participial", "reduced", "including") and (
            current.opened or current.role == "including" or current.link in ("if", "unless")
        ):
            return self._pop(current)
        return current

    @staticmethod
    def _waiting(current: Clause) -> Clause | None:
        """The clause above that has no verb yet."""
        above = current.parent
        while above is not None and above.opened:
            above = above.parent
        return above

    def _pop(self, current: Clause) -> Clause:
        while current.parent is not None and current.role in ("adverbial", "relative", "participial", "reduced", "including"):
            current = current.parent
        return current

    def _attribution(self, i: int) -> bool:
        """Whether ", officials said on Monday." follows: a verb of saying with nothing said after it."""
        at = self._finite_ahead(i)
        if at is None or self.verbs[at].head not in SAYING or at - i > 12:
            return False
        rest = range(self.verbs[at].last, len(self.tokens))
        inverted = at == i
        for k in rest:
            if self.low(k) in (",", ".", ";"):
                return True
            if self.low(k) in ("that", '"', "“", ":") or self.tokens[k].kind == "quote" or (k in self.verbs and self.verbs[k].finite):
                return False
            if not inverted and self.low(k) in DETERMINERS and self.low(k - 1) not in PREPOSITIONS and self.verbs[at].head != "tell":
                return False
        return True

    def _attribute(self, current: Clause) -> Clause:
        """Opens the clause of the speaker; what went before is what he said."""
        base = current
        while base.parent is not None:
            base = base.parent
        speaker = self._open("main", "attribution", None)
        if base.role == "main" and base.opened:
            base.role, base.parent, base.link = "reported", speaker, "attribution"
        return speaker

    def _turn_at_that(self, i: int, current: Clause) -> Clause:
        verb_next = i + 1 in self.verbs and self.verbs[i + 1].finite
        if self.low(i - 1) in PREPOSITIONS or (not current.opened and not current.tokens):
            return current
        said = current.saying or (current.verb is None and self.low(i - 1) in SAY) or self._said_just_before(i)
        if (said or self.verb_over(i - 1) is not None) and not verb_next:
            return self._open("reported", "that", current)
        if any(self.low(k) == "so" for k in range(i - 3, i)):
            return self._open("adverbial", "that", current)
        if self.low(i - 1) in NOUNS_OF_SAYING and not verb_next:
            return self._open("reported", "that", current)
        if verb_next or (self._noun_before(i) and current.opened and self._finite_ahead(i + 1) is not None):
            return self._open("relative", "that", current)
        return current

    def _said_just_before(self, i: int) -> bool:
        return any(v.first < i <= v.last + 4 and v.head in SAYING for v in self.verbs.values() if v.last <= i)

    def _turn_at_subordinator(self, i: int, low: str, current: Clause) -> Clause:
        finite = self._finite_ahead(i + 1)
        if low in ("if", "unless") and self._comma_ahead(i) is not None:
            return self._open("adverbial", low, current)
        if low == "as" and i + 1 in self.verbs:  # "as planned"
            return current
        gerund = i + 1 in self.verbs and self.verbs[i + 1].form == "gerund" and low in ("after", "before", "while", "when", "since")
        if finite is None and not gerund:
            return current
        if low == "as" and (
            gerund or self.low(i - 1) in ("such", "known", "well") or (current.verb is None and self.clauses[0] is not current)
        ):
            return current
        if self._would_steal(i, finite, current):
            return current
        return self._open("adverbial", low, current)

    def _comma_ahead(self, i: int) -> int | None:
        return next((k for k in range(i, len(self.tokens)) if self.low(k) == ","), None)

    def _would_steal(self, i: int, finite: int | None, current: Clause) -> bool:
        """Whether the verb ahead is the current clause's own: "After the war he moved" has a preposition, not a clause."""
        if current.opened or finite is None or self.low(i) not in PREPOSITIONS:
            return False
        comma = self._comma_ahead(finite)
        return comma is None or self._finite_ahead(comma + 1, through_commas=True) is None

    def _turn_at_coordinator(self, i: int, low: str, current: Clause) -> Clause:
        ahead = self._ahead(i + 1)
        comma = self.low(i - 1) == ","
        if ahead == "predicate":
            return self._coordinate_predicate(i, low, current, comma)
        if ahead == "clause" and (comma or self._subject_is_clear(i + 1)):
            parent = current
            while comma and parent.parent is not None and parent.role not in ("main", "reported", "coordinate"):
                parent = parent.parent
            role: Role = "main" if parent.role == "coordinate" and parent.parent is None else parent.role
            return self._open(role, low, parent.parent)
        if comma and current.role in ("adverbial", "relative", "participial", "reduced"):
            return self._pop(current)
        return current

    def _subject_is_clear(self, i: int) -> bool:
        """Whether a new subject begins here rather than a second object: a pronoun, or a short phrase before the verb."""
        finite = self._finite_ahead(i)
        return finite is not None and (self.low(i) in PRONOUNS or finite - i <= 6)

    def _coordinate_predicate(self, i: int, low: str, current: Clause, comma: bool) -> Clause:
        at = self._finite_ahead(i + 1)
        if current.verb and current.tokens and current.tokens[-1] == current.verb.last - 1:
            return current  # "entered and controlled Kabul"
        sharer = current
        if at is not None and self.verbs[at].head in SAYING:
            speaker = current
            while speaker.parent is not None and not speaker.saying:
                speaker = speaker.parent
            sharer = speaker if speaker.saying else current
        elif comma:
            sharer = self._pop(current)
        return self._open("coordinate", low, sharer.parent, sharer.sharer or sharer)

    def _expect_report(self, i: int, verb: Verb) -> None:
        """Marks where a clause without "that" begins after a verb of saying: "said on Monday the talks had failed"."""
        if i - verb.last == 0 and self.low(i) in ("that", ",", ".", '"', "“", ":", ";", ""):
            return
        start = i
        if verb.head in TOLD or verb.head == "tell":
            start = self._past_phrase(start, through=False)
        while start < len(self.tokens) and (self._is_time(start) or self.low(start) in ADVERBS or self.low(start) in PREPOSITIONS):
            if self.low(start) in PREPOSITIONS and not self._is_time(start + 1):
                start = self._past_phrase(start + 1)
            else:
                start += 1
        finite = self._finite_ahead(start)
        if (
            finite is not None
            and finite > start
            and start < len(self.tokens)
            and self.low(start) not in ("to", "and", "or", "but", ",", "that")
        ):
            self._opens[start] = ("reported", "")

    def _past_phrase(self, i: int, through: bool = True) -> int:
        """The end of a noun phrase: the next determiner, pronoun, "that" or time expression after its first noun."""
        j = i + 1
        while j < len(self.tokens):
            low = self.low(j)
            if low in DETERMINERS or low in PRONOUNS or self._is_time(j) or self.tokens[j].kind != "word" or j in self.verbs:
                if low in DETERMINERS and j == i + 1 and through and self.low(i) in PREPOSITIONS:
                    j += 1
                    continue
                return j
            j += 1
        return j

    # --- subjects -----------------------------------------------------------------------------------------------------------------

    def _subject(self, clause: Clause) -> range | None:
        """The tokens of the clause's subject, without the phrases that go before it ("On the 10th, ...")."""
        if clause.sharer is not None and clause.sharer.subject is not None:
            return clause.sharer.subject
        if clause.verb is None or not clause.verb.finite:
            return self.antecedent(clause)
        before = [k for k in clause.tokens if k < clause.verb.first]
        if not before and clause.link == "attribution":
            return self._inverted(clause)
        openers = COORDINATORS | SUBORDINATORS if clause.role == "adverbial" else COORDINATORS
        while before and self.low(before[0]) in openers | {"that", "whether", ",", '"', "“", ";", ":", "("}:
            before.pop(0)
        if before and self.low(before[0]) in RELATIVES:
            own = [k for k in before[1:] if self.low(k) not in ADVERBS]
            return range(own[0], own[-1] + 1) if own and self.low(before[0]) in ("whom", "which") else self.antecedent(clause)
        before = self._without_front(before)
        return range(before[0], before[-1] + 1) if before else self.antecedent(clause)

    def _ends_noun(self, i: int) -> bool:
        return self.tokens[i].kind == "word" and self.low(i) not in PREPOSITIONS | COORDINATORS | DETERMINERS

    def _inverted(self, clause: Clause) -> range | None:
        after = [k for k in clause.tokens if clause.verb and k >= clause.verb.last and self.tokens[k].kind == "word"]
        return range(after[0], after[-1] + 1) if after else None

    def _without_front(self, before: list[int]) -> list[int]:
        while before and (self.low(before[0]) in ADVERBS or self.low(before[0]) == ","):
            before = before[1:]
        if not before:
            return before
        commas = [n for n, k in enumerate(before) if self.low(k) == ","]
        fronted = self.low(before[0]) in PREPOSITIONS or self.tokens[before[0]].kind == "time" or self.low(before[0]) in ADVERBS
        times = [n for n, k in enumerate(before) if self.tokens[k].kind == "time"]
        if fronted and times and times[0] < len(before) - 1 and (not commas or times[0] < commas[0]):
            rest = before[times[0] + 1 :]
            while rest and self.low(rest[0]) in ("was", "is", "out", "over"):  # "before 2001 was out"
                rest = rest[1:]
            return self._without_front(rest)
        if commas and fronted and commas[0] > 0:
            rest = before[commas[0] + 1 :]
            return self._without_front(rest) if rest else before[: commas[0]]
        pronoun = next((n for n, k in enumerate(before) if self.low(k) in ("he", "she", "it", "they", "we")), 0)
        if fronted and pronoun:
            return before[pronoun:]
        starts = [n for n, k in enumerate(before) if n > 1 and self.low(k) in DETERMINERS and self._ends_noun(k - 1)]
        if fronted and starts and self.low(before[0]) in PREPOSITIONS:
            return before[starts[-1] :]
        apposed = sum(self.low(k) == "," for k in before) > 1
        while before and (self.low(before[-1]) in ADVERBS or (self.low(before[-1]) == "," and not apposed)):
            before = before[:-1]
        return before

    def antecedent(self, clause: Clause) -> range | None:
        """The noun phrase just before a relative or reduced clause."""
        if clause.role not in ("relative", "reduced", "participial", "coordinate", "aside") or not clause.tokens:
            return None
        if clause.role == "aside" and (clause.link != "(" or not self._noun_before(clause.tokens[0])):
            return None
        if clause.role == "participial" and clause.parent is not None and (self.low(clause.tokens[0]) == "," or clause.tokens[0] == 0):
            return clause.parent.subject
        last = clause.tokens[0] - 1
        while last >= 0 and self.low(last) == ",":
            last -= 1
        first = last
        while first > 0 and not self._starts_phrase(first):
            first -= 1
        head = first
        while head > 0 and (self.low(head - 1) in PREPOSITIONS or not self._starts_phrase(head)):
            head -= 1
        if self.low(head) not in PREPOSITIONS and clause.link not in ("who", "whom", "whose"):
            first = head  # "a joint declaration with Washington, read out in Kabul": the declaration was read
        name = first - 2
        if first > 1 and self.low(first - 1) == "," and self.tokens[name].capital and self.low(first) in DETERMINERS:
            while name > 0 and self.tokens[name - 1].capital:
                name -= 1
            first = (
                first if self.low(name - 1) in PREPOSITIONS and clause.link not in ("who", "whom", "whose") else name
            )  # "Ruth Bell, a mediator whom both sides had called"
        return range(first, last + 1) if last >= first >= 0 else None

    def _starts_phrase(self, i: int) -> bool:
        before = self.low(i - 1)
        if self._is_time(i - 1):
            return True
        if before == "of" or (before == "and" and self.tokens[i].capital):
            return False
        return (
            before in PREPOSITIONS | COORDINATORS | {",", "that"}
            or any(v.first <= i - 1 < v.last for v in self.verbs.values())
            or (self.low(i) in DETERMINERS and before != "of")
        )


def is_happening(token: Token) -> bool:
    """Whether a word names something that happens ("withdrawal", "talks")."""
    return token.kind == "word" and (token.low in HAPPENINGS or token.low.removesuffix("s") in HAPPENINGS)
