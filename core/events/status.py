"""Whether what a clause tells happened, is planned, is denied or only supposed, and the words that say so."""

import re
from collections.abc import Set

from core.events.attach import NOBODY, PLANNING
from core.events.clauses import Parse
from core.events.draft import Draft
from core.events.groups import Verb
from core.events.phrases import Clause
from core.events.tokens import root
from core.model import Status
from core.when import When

FOR_A_DATE = re.compile(
    r"\b(?:(?:scheduled|planned|promised(?= for)|listed(?= for)|"
    r"due|slated|pencilled|penciled|arranged|expected|postponed|billed|booked|fixed)(?: \w+){0,5}|set|deadline(?: \w+){0,3})"
    r" (?:for|to|until|by|on|in|at|from|is|was|of|than)(?: the)?$"
)
"""What stands before the date of something that is only planned."""
AHEAD = frozenset("by for until till before from to".split())
"""Words before a date to which something in the past tense may look ahead ("she promised a bridge by 15 November")."""
FILING = frozenset("appeal apply object register fil lodg submit bid claim enrol withdraw comment respond reply".split())
"""Roots of what somebody may do with an office up to a date, which is then set: a deadline."""
DEADLINE = frozenset("by until till before".split())
UNTRUE = frozenset("false untrue unfounded baseless wrong fabricated invented".split())
INVERTED = frozenset("had were should".split())
"""What opens a condition without "if": "Were the bank to fail, ..."."""
DENYING = frozenset(root(word) for word in "deny reject dismiss refute dispute".split())
"""Verbs that say that what follows them is not so."""
NO_PLAN = re.compile(r"\bno (?:\w+ )?(?:plans?|intention|wish|desire)\b", re.IGNORECASE)
FAILED = re.compile(r"\b(?:failed to|denied (?:that|having|any)|denies|never)\b", re.IGNORECASE)


def status(draft: Draft, when: When, published: When | None) -> tuple[Status, str | None]:
    """The status of what a draft tells, and the words that decided it (None for what simply happened)."""
    parse, clause = draft.parse, draft.clause
    if draft.nominal is not None and not draft.elliptic:
        return _by_date(when, published)
    if draft.infinitive is not None:
        before = parse.words(range(clause.verb.first if clause.verb else 0, draft.infinitive.first))
        if (refused := NO_PLAN.search(before)) is not None:
            return "denied", refused[0]
        if cue := PLANNING.search(before):
            return "planned", f"{cue[0]} {parse.words(range(draft.infinitive.first, draft.infinitive.last))}"
    verb = clause.verb
    if clause.link in ("if", "unless"):
        return "hypothetical", clause.link
    if clause is parse.clauses[0] and parse.low(0) in INVERTED and any(k and v.form == "modal" for k, v in parse.verbs.items()):
        return "hypothetical", parse.tokens[0].text
    if verb is None:
        return _by_date(when, published)
    said = parse.words(range(verb.first, verb.last))
    if begins_then(draft):
        return "happened", None
    if verb.negated:
        return "denied", said
    if clause.subject and parse.low(clause.subject[0]) in NOBODY:
        return "denied", parse.tokens[clause.subject[0]].text
    if clause.role == "reported" and clause.parent is not None and clause.parent.verb is not None and clause.parent.verb.head in DENYING:
        return "denied", parse.words(range(clause.parent.verb.first, clause.parent.verb.last))
    if cue := FAILED.match(parse.words([k for k in clause.tokens if k >= verb.first][:4])):
        return "denied", cue[0]
    if (untrue := _untrue(parse, clause)) is not None:
        return "denied", untrue
    if draft.times and (cue := FOR_A_DATE.search(_before(parse, clause, min(draft.times)))):
        return "planned", cue[0].strip()
    led = {parse.low(draft.times[0] - 1)} if draft.times else set()
    return _by_verb(parse, clause, verb, said, led, when, published)


def _untrue(parse: Parse, clause: Clause) -> str | None:
    """The word that calls what is reported untrue: "the rumour that Moe died is false"."""
    above = clause.parent
    if clause.role != "reported" or above is None or above.verb is None or above.verb.head != "be" or above.verb.negated:
        return None
    return next((parse.tokens[k].text for k in above.tokens if k >= above.verb.last and parse.low(k) in UNTRUE), None)


def begins_then(draft: Draft) -> bool:
    """Whether something is said not to have happened until its date ("was not opened until 1923")."""
    verb = draft.clause.verb
    past = verb is not None and verb.negated and (verb.form == "past" or draft.parse.low(verb.first).startswith("did"))
    return past and draft.nominal is None and bool(draft.times) and draft.parse.low(draft.times[0] - 1) in ("until", "till")


def _by_verb(
    parse: Parse, clause: Clause, verb: Verb, said: str, led: Set[str], when: When, published: When | None
) -> tuple[Status, str | None]:
    if verb.form == "future":
        return "planned", said
    if verb.form == "modal":
        modal = parse.tokens[verb.first].low
        if modal in ("may", "can") and verb.head in FILING and led & DEADLINE:
            return "planned", f"{said} {min(led)}"
        if modal == "should" and _after(when, published):
            return "planned", said
        if modal in ("may", "might", "could", "should", "can"):
            return "hypothetical", said
        if modal == "must" and parse.tokens[min(verb.first + 1, verb.last - 1)].low != "have":
            return "planned", said
        if modal == "would" and parse.tokens[min(verb.first + 1, verb.last - 1)].low == "have":
            return "hypothetical", said
        if clause.role != "main" or _after(when, published):
            return "planned", said
        return "happened", None
    if verb.form == "present" and verb.passive and verb.head in ("suppos", "schedul", "expect", "plann", "plan", "mean", "intend"):
        return "planned", said
    if verb.form == "past" and clause.role == "main" and not (led & AHEAD or PLANNING.search(said)):
        return "happened", None  # whoever tells it so has seen it: the document's date is that of its beginning, or wrong
    return _by_date(when, published)


def _by_date(when: When, published: When | None) -> tuple[Status, str | None]:
    return ("planned", "after the document's date") if _after(when, published) else ("happened", None)


def _after(when: When, published: When | None) -> bool:
    return published is not None and published.end is not None and when.start is not None and when.start >= published.end


def _before(parse: Parse, clause: Clause, token: int) -> str:
    """The last words of a clause before a token, as many as FOR_A_DATE reads."""
    return parse.words([k for k in clause.tokens if k < token][-10:])
