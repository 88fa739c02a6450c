"""A sentence in clauses, cut at the words and marks that open and close them; no model, one pass from left to right."""

from collections.abc import Sequence

from core.events.groups import MADE, VERDICTS, Verb
from core.events.lookahead import Lookahead
from core.events.participles import settle
from core.events.phrases import (
    COORDINATORS,
    NOUNS_OF_SAYING,
    PARTICLES,
    QUOTES,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    TELLING,
    Clause,
    Role,
    is_happening,
)
from core.events.subjects import subject
from core.events.tokens import ADVERBS, DETERMINERS, PREPOSITIONS, root
from core.events.verbs import INTRANSITIVE, SAY

TURNS = RELATIVES | SUBORDINATORS | COORDINATORS | PREPOSITIONS | {"that", "whether", "how", "why", "what", *";.([—–-_:,?!"}
"""Words and marks at which a clause can begin or end."""
FIGURED = frozenset("to or from up down off".split())
"""What leads on behind a figure and a comma."""
BACKSHIFTED = frozenset("had would will was were".split())
CLOSING = "\"”'»"
CLOSING_BRACKETS = frozenset(")]")
OBJECTLESS = PREPOSITIONS | ADVERBS | {"", "to"}
"""What follows a verb that has no object."""
THAT_FOLLOWS = frozenset(
    root(word)
    for word in "be mean ensure require realise realize remember forget understand imply see prove assume suspect discover establish"
    " confess boast joke swear guarantee intend order command insist pray prefer regret doubt resolve vote note".split()
)
"""Verbs, besides those of saying, after which "that" opens a clause ("sailed that Sound" does not)."""
HOLDING: frozenset[Role] = frozenset(("main", "coordinate", "reported"))
"""Clauses whose verb is still to come where they have none but a gerund ("said that staying at home would help")."""
UNSHARED = frozenset(root(word) for word in INTRANSITIVE)


class Parse(Lookahead):
    """The clauses of one sentence, with its tokens and verb groups."""

    def __init__(self, text: str, start: int, end: int, times: Sequence[tuple[int, int]]) -> None:
        super().__init__(text, start, end, times)
        self.clauses: list[Clause] = [Clause("main")]
        self._opens: dict[int, tuple[Role, str]] = {}
        self._of: dict[int, Clause] = {}
        self._unquoted: set[int] = self._quotation_ends() if self.quotes else set()
        """Where the sentence goes on behind a long quotation that ends in a comma or the like."""
        settle(self)
        self._suppose()
        self._cut()
        for clause in self.clauses:
            clause.subject = subject(self, clause)

    def _suppose(self) -> None:
        """Opens "Had the pilot turned back, the plane would have landed" with a condition."""
        comma = self.comma_ahead(1) if self.low(0) == "had" else None
        k = None if comma is None else next((k for k in range(1, comma) if k in self.verbs), None)
        if comma is None or k is None or not any(v.form == "modal" for n, v in self.verbs.items() if n > comma):
            return
        verb = self.verbs[k]
        self.verbs[k] = Verb(verb.first, verb.last, "past", verb.head, verb.negated, self.low(k) == "been")
        del self.verbs[0], self._over[0]
        self._opens[0] = ("adverbial", "if")

    def clause_of(self, i: int) -> Clause:
        """The clause that holds a token."""
        if not self._of:
            self._of = {k: clause for clause in self.clauses for k in clause.tokens}
        return self._of[i]

    def clause_after(self, i: int) -> Clause | None:
        """The clause that begins within two tokens after `i`."""
        return next((c for c in self.clauses if c.tokens and i < c.tokens[0] <= i + 2), None)

    def _quotation_ends(self) -> set[int]:
        return {k + 1 for k, t in enumerate(self.tokens) if t.kind == "quote" and t.text.rstrip(CLOSING)[-1:] in (",", "?", "!")}

    def _cut(self) -> None:
        current, verbs, low = self.clauses[0], self.verbs, self.low
        done = 0
        for i in range(len(self.tokens)):
            if i < done:
                continue
            # most words go on with the clause before
            if low(i) in TURNS or i in verbs or i in self._opens or low(i - 1) in CLOSING_BRACKETS or i in self._unquoted:
                current = self._turn(i, current)
                verb = verbs.get(i)
                if verb and (verb.finite or (verb.form in ("gerund", "participle") and not current.opened)):
                    current = self._seat(verb, current)
                    current.tokens.extend(range(i, verb.last))
                    done = verb.last
                    if verb.head in SAYING and verb.form not in ("infinitive", "participle"):
                        self._expect_report(done, verb)
                    continue
            current.tokens.append(i)

    def _seat(self, verb: Verb, current: Clause) -> Clause:
        """Gives a verb to the clause that waits for one."""
        holder = current
        if verb.finite and (not current.opened or (current.verb and not current.verb.finite and current.role in HOLDING)):
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
        if self.low(i - 1) in CLOSING_BRACKETS:
            current = self._behind(current, "(")
        if i in self._unquoted and self._attribution(i) and any(c.opened for c in self.clauses):
            return self._attribute(current)
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
        if low == "but" and self.low(i - 1) == "all":
            return current  # "was all but lost"
        if low in COORDINATORS and current.opened and not (current.role == "relative" and self.low(i + 1) in RELATIVES):
            return self._turn_at_coordinator(i, low, current)
        verb = self.verbs.get(i)
        bare = current.role not in ("participial", "reduced", "adverbial") and not current.opened
        if bare and verb and verb.form in ("participle", "gerund") and all(self.leads_in(k) for k in current.tokens):
            return self._open("participial", "", current)
        if verb and current.opened and verb.form in ("participle", "gerund") and self.noun_before(i):
            return self._open("reduced" if verb.form == "participle" else "participial", "", current)
        waits = not current.opened and current.role != "reduced"
        if verb and waits and verb.form == "participle" and self.noun_before(i) and self._verb_follows(verb.last):
            return self._open("reduced", "", current)
        return current

    @staticmethod
    def _behind(current: Clause, opener: str) -> Clause:
        """The clause that goes on behind a closing mark: the one in which its opener stood, however deep it has gone since."""
        opened = current
        while opened.link != opener and opened.parent is not None:
            opened = opened.parent
        return opened.parent if opened.link == opener and opened.parent is not None else current

    def _turn_at_mark(self, i: int, low: str, current: Clause) -> Clause:
        following = self.low(i + 1)
        if low == ";" or (low == "." and i + 1 < len(self.tokens) and self.tokens[i + 1].capital and self.is_time(i - 1)):
            return self._open("main", low, None)
        if low in ("(", "["):
            return self._open("aside", "(", current)
        dash = low in ("—", "–") or (low in ("-", "_") and i > 0 and self.tokens[i].start > self.tokens[i - 1].end)
        if dash and (before := self._behind(current, "-")) is not current:
            return before
        if low == ":" and current.opened and self.finite_ahead(i + 1, through_commas=True) is not None:
            said = current.saying and current.role == "main"
            return self._open("reported", low, current) if said else self._open("main", low, None)
        if (dash or low == ":") and current.opened:
            verb = self.verbs.get(i + 1)
            return self._open("reduced" if dash and verb and verb.form == "participle" else "aside", "-" if dash else ":", current)
        if low in ("?", "!") and following in QUOTES and self._attribution(i + 1) and any(c.opened for c in self.clauses):
            return self._attribute(current)
        if low != ",":
            return current
        if self.is_time(i - 1) and self.low(i - 2) in DETERMINERS and self.tokens[i + 1 : i + 2] and is_happening(self.tokens[i + 1]):
            return current  # "the Dec. 21, 1988, bombing"
        if current.opened and following in FIGURED and self.low(i - 1)[:1].isdigit():
            return current  # "fell $2, to $18", "earned $5 million, or 20 cents a share"
        if following == "including":
            return self._open("including", following, current)
        skipped = following in COORDINATORS or following in ADVERBS or following.endswith("ly")
        verb = self.verbs.get(i + 2 if skipped else i + 1)
        if verb and verb.head == "compar":
            return current  # "earned $5 million, compared with $4 million"
        if verb and verb.form in ("gerund", "participle"):
            role: Role = "participial" if verb.form == "gerund" else "reduced"
            return self._open(role, "", self._pop(current) if current.role == "participial" else current)
        if verb and verb.finite and current.role == "adverbial" and not current.opened:
            return current  # "when the mayor, Ida Moe, asked for time"
        if verb and current.opened and verb.finite and not skipped and self.goes_on(i + 1):
            return self._coordinate_predicate(i, ",", current, False)  # "was held in May, charged in June and freed in July"
        if current.opened and (waiting := self._waiting(current)) and self.finite_ahead(i + 1, through_commas=True) is not None:
            return waiting
        speaker_named = current.link == "attribution" and not current.opened
        if not speaker_named and self._attribution(i + 1) and any(c.opened for c in self.clauses):
            return self._attribute(current)
        if verb and current.opened and verb.form == "past" and verb.head not in SAYING and self.low(i + 1) not in COORDINATORS:
            return self._coordinate_predicate(i, ",", current, False)  # "joined the bank, became its head and left"
        if current.opened and self._names_ahead(i + 1):
            return current
        if current.role == "relative" and following in COORDINATORS and self.low(i + 2) in RELATIVES:
            return current  # "who were safe, but whose fleet was not"
        if current.opened and self._list_goes_on(i + 1):
            return current
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

    def _attribute(self, current: Clause) -> Clause:
        """Opens the clause of the speaker; what went before is what he said."""
        base = current
        while base.parent is not None:
            base = base.parent
        speaker = self._open("main", "attribution", None)
        while base.role == "coordinate" and base.sharer is not None:
            base.role, base.parent, base = "reported", speaker, base.sharer
        if base.role == "main" and base.opened:
            base.role, base.parent, base.link = "reported", speaker, "attribution"
        return speaker

    def _turn_at_that(self, i: int, current: Clause) -> Clause:
        verb_next = i + 1 in self.verbs and self.verbs[i + 1].finite
        if self.low(i - 1) in PREPOSITIONS or (not current.opened and not current.tokens):
            return current
        said = (
            (current.saying and not self._of_object(i))
            or (current.verb is None and self.low(i - 1) in SAY)
            or (self._said_just_before(i) and not self._of_object(i))
        )
        holds = (verb := self.verb_over(i - 1)) is not None and verb.head in THAT_FOLLOWS and self.finite_ahead(i + 1) is not None
        if (said or holds) and not verb_next:
            return self._open("reported", "that", current)
        if any(self.low(k) == "so" for k in range(i - 3, i)):
            return self._open("adverbial", "that", current)
        if self.low(i - 1) in NOUNS_OF_SAYING and not verb_next:
            return self._open("reported", "that", current)
        if self.low(i + 1) in ("of", "to"):
            return current  # "like that of Lima"
        if verb_next or (self.noun_before(i) and (current.opened or self._two_verbs_ahead(i + 1)) and self.finite_ahead(i + 1) is not None):
            return self._open("relative", "that", current)
        return current

    def _of_object(self, i: int) -> bool:
        """Whether "that" goes on about the object of a verb of saying and its verb has none: "found the car that the men had stolen"."""
        at = self.finite_ahead(i + 1)
        k = i - 1
        while self._in_phrase(k) and self.low(k) not in PREPOSITIONS and self.low(k) not in DETERMINERS:
            k -= 1
        verb = self.verb_over(k - 1) if self.low(k) in DETERMINERS else None
        told = verb is None or verb.head not in SAYING or verb.head in TELLING or self.low(i - 1) in NOUNS_OF_SAYING or k == i - 1
        return not told and at is not None and at > i + 1 and not self._has_object(self.verbs[at].last)

    def _turn_at_subordinator(self, i: int, low: str, current: Clause) -> Clause:
        finite = self.finite_ahead(i + 1)
        if low in ("if", "unless") and self.comma_ahead(i) is not None:
            return self._open("adverbial", low, current)
        if low == "as" and i + 1 in self.verbs:  # "as planned"
            return current
        if low in PREPOSITIONS and self._only_dates(i + 1):  # "ruled until 1932 and died"
            return current
        if low in PREPOSITIONS and self.is_time(i + 1) and i + 2 in self.verbs and self._waiting(current):
            return current  # "the mill that she ran until 1950 was sold"
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

    def _would_steal(self, i: int, finite: int | None, current: Clause) -> bool:
        """Whether the verb ahead is the current clause's own: "After the war he moved" has a preposition, not a clause."""
        if current.opened or finite is None or self.low(i) not in PREPOSITIONS:
            return False
        comma = self.comma_ahead(finite)
        return comma is None or self.finite_ahead(comma + 1, through_commas=True) is None

    def _turn_at_coordinator(self, i: int, low: str, current: Clause) -> Clause:
        if self.low(i + 1) == "that" and current.role == "reported":  # "said that Porto fell and that Lima held"
            self._opens[i + 1] = ("reported", "that")
            return current.parent or current
        verb = self.verbs.get(i + 1)
        if verb and verb.form == "gerund" and current.verb and current.verb.form == "gerund":
            return self._open(current.role, low, current.parent, current.sharer or current)  # "leaving Lima and selling the mill"
        ahead = self.ahead(i + 1)
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

    def _coordinate_predicate(self, i: int, low: str, current: Clause, comma: bool) -> Clause:
        at = self.finite_ahead(i + 1)
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
            if (
                sharer.role == "reported"
                and sharer.parent
                and sharer.verb
                and self.low(sharer.verb.first) in BACKSHIFTED
                and self._plain_past(at)
            ):
                sharer = sharer.parent  # "declared that none had, and corrected themselves"
        joined = self._open("coordinate", low, sharer.parent, sharer.sharer or sharer)
        joined.auxiliary = self._shared_auxiliary(sharer, at)
        return joined

    def _shared_auxiliary(self, sharer: Clause, at: int | None) -> range:
        """The "was" of "was built in 1902 and closed in 1960", where the second verb has no object either, or only what one becomes."""
        first, verb = sharer.verb, None if at is None else self.verbs[at]
        if first is None or verb is None or not (first.passive and verb.loose and verb.last - verb.first == 1):
            return range(0)
        if verb.head in UNSHARED:
            return range(0)
        after = self.low(verb.last)
        ends = after in OBJECTLESS or after in PARTICLES or after.endswith("ly") or self.tokens[verb.last].kind != "word"
        if not ends and not (verb.head in MADE and after not in DETERMINERS) and after not in VERDICTS:
            return range(0)
        self.verbs[verb.first] = Verb(verb.first, verb.last, first.form, verb.head, first.negated, passive=True)
        return sharer.auxiliary or range(first.first, first.last - 1)

    def _expect_report(self, i: int, verb: Verb) -> None:
        """Marks where a clause without "that" begins after a verb of saying: "said on Monday the talks had failed"."""
        if i - verb.last == 0 and self.low(i) in ("that", ",", ".", '"', "“", ":", ";", ""):
            return
        if verb.head == "ask" and self.low(i) == "for":
            return  # "who asked for their wages were beaten"
        if ((following := self.verbs.get(i)) and following.form == "gerund") or self.low(i) in SUBORDINATORS:
            return  # "was found floating", "a warning before she sank"
        start = i
        if verb.head in TELLING:
            start = self._past_phrase(start, through=False)
        while start < len(self.tokens) and (self.is_time(start) or self.low(start) in ADVERBS or self.low(start) in PREPOSITIONS):
            if self.low(start) in PREPOSITIONS and not self.is_time(start + 1):
                start = self._past_phrase(start + 1)
            else:
                start += 1
        finite = self.finite_ahead(start)
        if finite is None:
            finite = self._finite_past_relative(start)
        if (
            finite is not None
            and finite > start
            and self.low(finite - 1) not in COORDINATORS
            and start < len(self.tokens)
            and self.low(start) not in ("to", "and", "or", "but", ",", "that")
        ):
            self._opens[start] = ("reported", "")
