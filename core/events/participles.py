"""Which verbs of a sentence make a clause of their own, and which only qualify a noun ("the agreement reached in Doha")."""

from core.events.groups import Verb
from core.events.phrases import APPOSED, COORDINATORS, FRONTS, NOUNS_OF_SAYING, PARTICLES, RELATIVES, SAYING, STRONG, SUBORDINATORS, Phrases
from core.events.tokens import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, root

INTRANSITIVE_ROOTS = frozenset(
    root(word)
    for word in "die arrive depart go come live vanish flee resign collapse respond reply react happen occur appear emerge remain rise"
    " exist emigrate".split()
)
"""Verbs whose past qualifies no noun before it."""

NAMING = frozenset(root(word) for word in "call name nickname dub title entitle".split())
ENGAGED = frozenset(root(word) for word in "teach study work serve play lecture practise preach live train".split())
"""Verbs of what somebody does for years, so that they qualify no noun ("joined the College, taught at the school and never married")."""
LONGEST_FRONT = 10
OPENS_CLAUSE = SUBORDINATORS | COORDINATORS | PRONOUNS


def settle(p: Phrases) -> None:
    """A loose verb is a participle where the sentence's real verb follows, or where one went before without a new subject."""
    ready, bare = False, False
    for i in sorted(p.verbs):
        verb = p.verbs[i]
        if bare and p.low(i - 1) in ("and", "but", "or") and p.finite_ahead(verb.last, through_commas=True) is not None:
            continue  # "drafted in 2001 but shelved in 2005, passed in 2006"
        bare = False
        if verb.loose and verb.finite and _modifies_noun(p, i, ready):
            p.verbs[i] = Verb(verb.first, verb.last, "participle", verb.head, verb.negated, True)
            bare = not ready
        elif verb.finite:
            ready = True


def _modifies_noun(p: Phrases, i: int, ready: bool) -> bool:
    last = p.verbs[i].last
    after = p.tokens[last] if last < len(p.tokens) else None
    before = p.low(i - 1)
    if p.low(i) == "said" and after is not None and after.low != "to":
        return False  # "Ida Moe, the director, said on Monday"
    if before.endswith("ly") and p.low(i - 2) == ",":
        before = ","  # "the hearing, originally listed for May, took place"
    if before == "," and _ends_apposition(p, i - 1, ready):
        return False
    if ready and p.goes_on(i):
        return False
    if before == "," and not ready and i < APPOSED and all(p.leads_in(k) for k in range(i)):
        return True  # "In May, worn by the war, she left"
    if before == "," and ready and p.verbs[i].head in ENGAGED and after is not None and after.low in PREPOSITIONS:
        return False
    to_do = p.verbs.get(last)
    if before == "," and ready and to_do is not None and to_do.form == "infinitive":
        return False  # "when Orrin, which belongs to the city, failed to pay"
    dated = p.is_time(last) and p.low(last + 1) in (",", ".", "")  # "the drawings, released Monday, show"
    if before == "," and after is not None and (after.low in PREPOSITIONS or after.low in PARTICLES or dated):
        return not _verb_is_wanted(p, i) if ready else _verb_after_comma(p, last)  # "the sessions, held in Doha, closed"
    if before in COORDINATORS or before in ("who", "which", "that", ",") or before in ADVERBS or i == 0 or before in PRONOUNS:
        return False
    if p.verbs[i].head in INTRANSITIVE_ROOTS or _of_relative(p, i):
        return False  # "the rumour that Moe died is false"
    named = after is not None and (after.capital or (after.low in DETERMINERS and last + 1 < len(p.tokens) and p.tokens[last + 1].capital))
    if named and p.verbs[i].head in NAMING and p.finite_ahead(last) is not None:
        return True  # "a force called the Don Army attacked"
    object_follows = after is not None and (
        after.low in DETERMINERS or after.low in ("to", "that", "him", "them") or (after.kind == "word" and after.low not in PREPOSITIONS)
    )
    if object_follows or p.verbs[i].head in ("say", "tell"):
        return False
    if not ready and (_in_apposition(p, i) or _in_front(p, i)):
        return True
    following = p.finite_ahead(last)
    if following is not None and p.low(following - 1) not in COORDINATORS and not _subject_between(p, last, following):
        return True
    return ready and not _new_subject(p, i) and not _verb_is_wanted(p, i)


def _of_relative(p: Phrases, i: int) -> bool:
    """Whether a verb is the first after "whose", or after "that" and a subject: "an appeal that Ms Moe lodged in May was rejected"."""
    k = i - 1
    while k > 0 and p.tokens[k].kind == "word" and p.verb_over(k) is None:
        if p.low(k) == "whose":
            return True
        if p.low(k) in ("that", "which", "whom"):
            begins = k + 2 == i or p.tokens[k + 1].capital or p.low(k + 1) in DETERMINERS or p.low(k + 1) in PRONOUNS
            return begins and k + 1 < i and p.noun_before(k) and p.low(k - 1) not in NOUNS_OF_SAYING
        k -= 1
    return False


def _ends_apposition(p: Phrases, comma: int, ready: bool) -> bool:
    """Whether the comma ends an apposition to the subject of a clause that has no verb yet: "after the firm, Orrin, agreed to pay", "and
    the owner, Ida Moe, said on Friday that"."""
    first = next((k for k in range(comma - 1, max(0, comma - APPOSED), -1) if p.low(k) == ","), None)
    if first is None or any(k in p.verbs for k in range(first, comma)):
        return False
    back = range(first - 1, max(-1, first - APPOSED), -1)
    opener = next((k for k in back if p.low(k) in OPENS_CLAUSE or p.verb_over(k) or p.tokens[k].kind != "word"), None)
    if opener is not None and ready and p.low(opener) in ("and", "but"):
        return p.low(opener - 1) == "," or p.is_time(opener - 1)
    return opener is not None and p.low(opener) in SUBORDINATORS


def _in_front(p: Phrases, i: int) -> bool:
    """Whether a verb tells of a paper or a span of time with which the sentence opens: "In a statement issued on Monday, Orrin said"."""
    if not (p.low(0) in PREPOSITIONS and p.low(1) in DETERMINERS) or i > LONGEST_FRONT:
        return False
    return p.low(i - 1) in FRONTS or (p.low(i) == "dated" and any(p.low(k) in FRONTS for k in range(2, i)))


def _in_apposition(p: Phrases, i: int) -> bool:
    """Whether a verb stands in an apposition whose end the sentence's verb follows: "Orrin, a firm based in Lima, closed"."""
    before = next((k for k in range(i - 1, 0, -1) if p.low(k) == ","), None)
    after = p.comma_ahead(p.verbs[i].last)
    if before is None or after is None or p.low(before + 1) not in DETERMINERS or p.low(0) in PREPOSITIONS or p.is_time(0):
        return False
    verb = p.verbs.get(after + 1)
    return verb is not None and verb.finite


def _verb_is_wanted(p: Phrases, i: int) -> bool:
    """Whether fewer verbs than clauses have begun before `i` ("the men who had come left")."""
    openers = sum(p.low(k) in RELATIVES or (p.low(k) == "that" and p.low(k - 1) not in PREPOSITIONS) for k in range(i))
    return sum(v.finite and p.low(k - 1) not in ("and", "or") and not p.goes_on(k) for k, v in p.verbs.items() if k < i) < 1 + openers


def _verb_after_comma(p: Phrases, i: int) -> bool:
    comma = p.comma_ahead(i)
    return comma is not None and p.ahead(comma + 1) == "predicate"


def _subject_between(p: Phrases, i: int, j: int) -> bool:
    return any(p.low(k) in OPENS_CLAUSE for k in range(i, j))


def _new_subject(p: Phrases, i: int) -> bool:
    """Whether a verb at `i` has a subject of its own since the verb before it."""
    for k in range(i - 1, -1, -1):
        low = p.low(k)
        if low in COORDINATORS or low in SUBORDINATORS or low in RELATIVES or low in STRONG or low in (",", "that"):
            return True
        if any(v.first <= k < v.last for v in p.verbs.values() if v.finite):
            return p.verbs.get(k, None) is not None and p.verbs[k].head in SAYING
    return True
