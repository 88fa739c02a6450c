"""The subject of a clause: the words before its verb, the noun before a relative, or that of the clause it is joined to."""

from core.events.phrases import COORDINATORS, PARTICLES, RELATIVES, SUBORDINATORS, Clause, Phrases, is_happening
from core.events.tokens import ADVERBS, DETERMINERS, NOT_OF, PREPOSITIONS, PRONOUNS
from core.events.verbs import HAPPENINGS

COMMENTS = frozenset(
    "so indeed nonetheless nevertheless elsewhere perhaps otherwise here there similarly earlier later however first second third"
    " next".split()
)
PLURALS = frozenset("people police men women children troops gunmen workmen policemen firemen they we these those some many".split())
"""Plurals that do not end in -s."""
COMING = frozenset(("com", "follow"))
NOMINATIVES = frozenset("he she it they we".split())
OPENERS = COORDINATORS | {"that", "whether", ",", '"', "“", ";", ":", "("}
ADVERBIAL_OPENERS = OPENERS | SUBORDINATORS | {"had"}
"""What goes before the subject of a clause and is no part of it."""
NO_NOUNS = PREPOSITIONS | COORDINATORS | DETERMINERS
PAST_SPEAKER = PREPOSITIONS | ADVERBS
"""What ends a speaker who is named after the verb."""
STARTERS = PREPOSITIONS | COORDINATORS | {",", "that"}
"""What a phrase begins after."""
LINKING = frozenset(("on the other hand", "on the one hand", "at the same time"))
"""What only leads from one sentence to the next, without a comma too."""
FRONTING = frozenset("according because due thanks prior contrary along instead together owing".split())
"""What leads a phrase at the head of a sentence with "to", "of" or "with"."""
PARTITIVES = frozenset("part parts half some most all much none rest".split())
"""What of something a noun's "of" tells."""
NUMBER = {"is": True, "was": True, "has": True, "are": False, "were": False, "have": False}
"""Whether a verb's subject is one."""


def subject(p: Phrases, clause: Clause) -> range | None:
    """The tokens of the clause's subject, without the phrases that go before it ("On the 10th, ...")."""
    if clause.sharer is not None and clause.sharer.subject is not None:
        return clause.sharer.subject
    if clause.role == "adverbial" and clause.verb is not None and clause.verb.form == "gerund" and clause.parent is not None:
        return clause.parent.subject  # "before leaving Lima, he ..."
    if clause.verb is None or not clause.verb.finite:
        return antecedent(p, clause)
    before = [k for k in clause.tokens if k < clause.verb.first]
    cited = clause.link == "attribution" or (clause.saying and any(p.tokens[k].kind == "quote" for k in before))
    if cited and all(p.tokens[k].kind in ("mark", "quote") for k in before):
        return _inverted(p, clause)
    openers = ADVERBIAL_OPENERS if clause.role in ("adverbial", "reported") or clause.link == "attribution" else OPENERS
    pronoun = clause.role in ("main", "coordinate") and before and p.low(before[-1]) == "that"
    while before and p.low(before[0]) in openers:
        if pronoun and len(before) == 1:
            break  # "That came after the fire"
        before.pop(0)
    if len(before) > 1 and p.low(before[0]) == "so" and (p.low(before[1]) in DETERMINERS or p.low(before[1]) in PRONOUNS):
        before.pop(0)  # "So its managers left"
    if len(before) > 2 and p.low(before[0]) in PREPOSITIONS and p.low(before[1]) in ("which", "whom"):
        before = before[2:]
    if before and p.low(before[0]) in RELATIVES:
        own = [
            k for k in before[1:] if p.low(k) not in ADVERBS and not p.is_time(k) and not (p.low(k) in PREPOSITIONS and p.is_time(k + 1))
        ]
        # "a market, which last year had sales of ...", "a firm, which in May bought a mill"
        return range(own[0], own[-1] + 1) if own and p.low(before[0]) in ("whom", "which") else antecedent(p, clause)
    before = _without_front(p, before)
    if clause.role in ("relative", "coordinate") and before and p.is_time(before[-1]) and p.low(before[0]) in PREPOSITIONS:
        before = []  # "a bank that as late as May called ..."
    if not before and clause.role in ("main", "coordinate") and clause.verb.head in COMING:
        return _inverted(p, clause)  # "Then came another flood"
    return range(before[0], before[-1] + 1) if before else antecedent(p, clause)


def _ends_noun(p: Phrases, i: int) -> bool:
    return p.tokens[i].kind == "word" and p.low(i) not in NO_NOUNS


def _inverted(p: Phrases, clause: Clause) -> range | None:
    """The subject after its verb: "said the geologist Ida Moe in Lima"."""
    first = last = clause.verb.last if clause.verb else 0
    while last < len(p.tokens) and p.tokens[last].kind == "word" and (p.low(last) == "of" or p.low(last) not in PAST_SPEAKER):
        last += 1
    if last > first and not p.tokens[last - 1].capital and (closed := _apposed_name(p, last)):
        last = closed  # "said the firm's director, Ida Moe, on Monday"
    return range(first, last) if last > first else None


def _apposed_name(p: Phrases, comma: int) -> int | None:
    """Where a name ends that stands between the comma here and the next mark; None where none does."""
    end = comma + 1
    while end < len(p.tokens) and p.tokens[end].kind == "word" and p.tokens[end].capital:
        end += 1
    named = end > comma + 1 and comma < len(p.tokens) and p.low(comma) == ","
    return end if named and (end == len(p.tokens) or p.tokens[end].kind == "mark") else None


def plural(p: Phrases, subject: range) -> bool:
    """Whether a subject is of several: "the mayors of Lima", "Lima and Quito", "police"."""
    stop = next((k for k in subject if p.low(k) == "," or p.low(k) in RELATIVES), subject.stop)
    own = range(subject.start, stop)
    if any(p.low(k) == "and" for k in own):
        return True
    head = next((k - 1 for k in own[1:] if p.low(k) in PREPOSITIONS), own[-1]) if own else subject[-1]
    low = p.low(head)
    return low in PLURALS or (
        low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and (head == 0 or not p.tokens[head].capital)
    )


def _without_front(p: Phrases, before: list[int]) -> list[int]:
    if len(before) > 3 and " ".join(p.low(k) for k in before[:4]) in LINKING:
        return _without_front(p, before[4:])  # "On the other hand Orrin paid"
    if len(before) > 2 and p.low(before[-1]) in NOMINATIVES and p.low(before[-2]) == ",":
        return before[-1:]
    while before and (p.low(before[0]) in ADVERBS or p.low(before[0]) == "," or _comments(p, before)):
        before = before[1:]
    if not before:
        return before
    commas = [n for n, k in enumerate(before) if p.low(k) == ","]
    led = p.low(before[0]) in FRONTING and len(before) > 1 and p.low(before[1]) in ("to", "of", "with")
    through = (
        p.low(before[0]) in ("all", "up", "even", "just", "only", "there", "here") and len(before) > 1 and p.low(before[1]) in PREPOSITIONS
    )
    fronted = through or led or p.low(before[0]) in PREPOSITIONS or p.tokens[before[0]].kind == "time"
    times = [n for n, k in enumerate(before) if p.tokens[k].kind == "time"]
    if fronted and _lists(p, before, commas):
        return _without_front(p, before[commas[-1] + 1 :])
    inside = bool(times and commas) and times[0] > 0 and _within_front(p, before[times[0]])
    if fronted and times and not inside and times[0] < len(before) - 1 and (not commas or times[0] < commas[0]):
        rest = before[times[0] + 1 :]
        while rest and p.low(rest[0]) in ("was", "is", "out", "over"):  # "before 2001 was out"
            rest = rest[1:]
        if len(rest) > 1 and times[0] and p.low(before[times[0] - 1]) in DETERMINERS and not commas and is_happening(p.tokens[rest[0]]):
            rest = rest[1:]  # "In a 3 May 2019 statement Moe said"
        return _without_front(p, rest)
    if commas and fronted and commas[0] > 0:
        rest = before[commas[0] + 1 :]
        return _without_front(p, rest) if rest else before[: commas[0]]
    pronoun = next((n for n, k in enumerate(before) if p.low(k) in NOMINATIVES), 0)
    if fronted and pronoun:
        return before[pronoun:]
    starts = [n for n, k in enumerate(before) if n > 1 and p.low(k) in DETERMINERS and _ends_noun(p, k - 1)]
    if fronted and starts and p.low(before[0]) in PREPOSITIONS:
        return before[starts[-1] :]
    while before and (
        p.low(before[-1]) in ADVERBS
        or (len(before) > 1 and p.is_manner(before[-1]))
        or p.low(before[-1]) in PREPOSITIONS
        or (p.low(before[-1]) == "," and len(commas) < 2)
    ):
        before = before[:-1]
    return before


def _lists(p: Phrases, before: list[int], commas: list[int]) -> bool:
    """Whether a phrase at the head lists several: "after sales, quizzes and a silence, the appeal closed"."""
    return len(commas) == 2 and commas[1] < len(before) - 1 and any(p.low(k) == "and" for k in before[commas[0] : commas[1]])


def _within_front(p: Phrases, k: int) -> bool:
    """Whether a date is part of a longer phrase: "after a three-day battle, Hue fell", "in Sunday's debate, Moe spoke"."""
    return p.low(k - 1) not in PREPOSITIONS or p.low(k).endswith(("'s", "’s"))


def _comments(p: Phrases, before: list[int]) -> bool:
    """Whether a clause opens with a word that only comments on it: "Indeed, ...", "Similarly, ...", "Last week alone, ..."."""
    low = p.low(before[0])
    if low == "alone":
        return p.is_time(before[0] - 1)
    return len(before) > 1 and p.low(before[1]) == "," and (low.endswith("ly") or low in COMMENTS)


def antecedent(p: Phrases, clause: Clause) -> range | None:
    """The noun phrase just before a relative or reduced clause."""
    if clause.role not in ("relative", "reduced", "participial", "coordinate", "aside") or not clause.tokens:
        return None
    if clause.role == "aside" and (clause.link != "(" or not p.noun_before(clause.tokens[0])):
        return None
    leads = clause.role in ("participial", "reduced") and all(p.leads_in(k) for k in range(clause.tokens[0]))
    if clause.parent is not None and (leads or (clause.role == "participial" and p.low(clause.tokens[0]) == ",")):
        return clause.parent.subject
    last = clause.tokens[0] - 1
    if p.low(last) in COORDINATORS and clause.parent is not None and clause.parent.role == "relative":
        return antecedent(p, clause.parent)  # "which Moe set up and which was sold", "who were safe, but whose fleet was not"
    if clause.link == "which" and p.low(last) == "," and p.is_time(last - 1) and p.low(last - 2) in PREPOSITIONS and last < 4:
        return range(last - 1, last)  # "For fiscal 2025, which starts on 1 July, ..."
    while last > 1 and p.low(last) == "," and p.tokens[last - 1].text.isdigit() and p.low(last - 2) == ",":
        last -= 2  # "Ida Moe, 58, who ..."
    while last > 0 and (p.low(last) == "," or p.is_time(last)):
        last -= 1  # "shares issued on July 1, which ..."
        while p.is_time(last + 1) and last > 0 and (p.low(last) in PREPOSITIONS or ((v := p.verb_over(last)) and not v.finite)):
            last -= 1
    first = last
    while first > 0 and not _starts_phrase(p, first):
        first -= 1
    head = first
    while head > 0 and (p.low(head - 1) in PREPOSITIONS or not _starts_phrase(p, head)):
        head -= 1
    if p.low(head) not in PREPOSITIONS and clause.link not in ("who", "whom", "whose"):
        first = head  # "a joint declaration with Washington, read out in Kabul": the declaration was read
    while first < last and (p.low(first) in PREPOSITIONS or p.low(first) in PARTICLES or p.low(first) in SUBORDINATORS):
        first += 1  # "Of those who had voted", "came back with aeroplanes, which ..."
    if p.low(first) in PARTITIVES and p.low(first + 1) == "of" and first + 2 <= last:
        first += 2  # "part of the fleet that Moe sold": Moe sold the fleet
    first = _agreeing(p, clause, first, last)
    owner = next((k for k in range(last, first, -1) if p.low(k - 1) == "of"), 0)
    if (
        clause.link in ("who", "whose")
        and owner
        and (p.tokens[owner].capital or p.low(owner) in DETERMINERS)
        and _is_abstract(p.low(owner - 2))
    ):
        first = owner  # "the arrest of Moe, who ...", "the introduction of the dolls, whose ..."
    if clause.link == "that" and (one := next((k for k in range(last, first, -1) if p.low(k) in ("a", "an") and p.low(k - 1) == "of"), 0)):
        first = one  # "the focus of a trial that led to a verdict"
    name = first - 2
    if first > 1 and p.low(first - 1) == "," and p.tokens[name].capital and p.low(first) in DETERMINERS:
        while name > 0 and p.tokens[name - 1].capital:
            name -= 1
        first = (
            first if p.low(name - 1) in PREPOSITIONS and clause.link not in ("who", "whom", "whose") else name
        )  # "Ruth Bell, a mediator whom both sides had called"
    return range(first, last + 1) if last >= first >= 0 else None


def _is_abstract(word: str) -> bool:
    """Whether a noun names a deed, so that "who" or "whose" is not said of it."""
    return word in HAPPENINGS or word.endswith(("tion", "sion", "ment", "ance", "ing"))


def _agreeing(p: Phrases, clause: Clause, first: int, last: int) -> int:
    """Where the noun phrase begins that a relative clause is about: "stakes in the firm, which is ..." is about the firm."""
    joints = [k for k in range(first + 1, last) if p.low(k) in NOT_OF]
    if clause.role != "relative" or not joints or clause.verb is None or p.low(clause.tokens[0]) in PREPOSITIONS:
        return first
    nearest = joints[-1] + 1
    if clause.link == "which" and p.low(joints[-1]) in ("under", "by"):
        return first  # "the inquiry under Lord Moe, which he set up"
    told = any(is_happening(p.tokens[k]) for k in range(first, joints[0]))  # "a strike at a mill in Lima, which lasted ..."
    one = NUMBER.get(p.low(clause.verb.first))
    if one is not None and plural(p, range(first, last + 1)) != plural(p, range(nearest, last + 1)):
        return first if plural(p, range(first, last + 1)) != one else nearest
    return nearest if not told and (clause.link == "that") != p.tokens[last].capital else first  # no name takes "that"


def _starts_phrase(p: Phrases, i: int) -> bool:
    before = p.low(i - 1)
    if p.is_time(i - 1):
        return True
    if before == "of" or (before == "and" and p.tokens[i].capital):
        return False
    return before in STARTERS or p.verb_over(i - 1) is not None or (p.low(i) in DETERMINERS and before != "of")
