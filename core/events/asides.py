"""Dates that belong to what a clause says in passing: who somebody is ("Ida Moe, mayor since 2011, ..."), for which deed something was done
("jailed for robbing a bank in 2017"). Each makes a clause of its own."""

from collections.abc import Iterable

from core.events.clauses import Parse
from core.events.phrases import Clause
from core.events.tokens import PREPOSITIONS, PRONOUNS, root

FALLING = frozenset("due payable redeemable repayable".split())
"""What a debt is at a date."""
ENDURING = frozenset("since until till from between".split())
"""Prepositions of a date at which something held ("in force since 3 June"); with others a preposition leads to where it happened."""
OF_DEEDS = frozenset("for of with from over".split())
"""What leads to the deed that a verb answers to: "jailed for robbing", "cleared of killing", "charged with stealing"."""
GETTING = frozenset(root(word) for word in "win receive get earn take pay serve".split())
"""Verbs whose subject it is who did the deed, not what they have as an object: "won a prize for saving a child"."""
UNPROVEN = frozenset(
    root(word)
    for word in "charge accuse suspect blame indict arrest detain hold question investigate try sue clear acquit absolve go".split()
)
"""Verbs that do not say that who is named with them did the deed."""


def with_asides(parse: Parse, dated: dict[Clause, list[int]]) -> dict[Clause, list[int]]:
    """The clauses with the expressions that date them, those in passing apart."""
    found: dict[Clause, list[int]] = {}
    for clause, tokens in dated.items():
        opened: dict[int, Clause] = {}
        for token in tokens:
            aside = _apposed(parse, clause, token) or (_deed(parse, clause, token) if len(tokens) > 1 else None)
            if aside is not None:
                aside = opened.setdefault(aside.tokens[0], aside)
            found.setdefault(aside or clause, []).append(token)
    return found


def _apposed(parse: Parse, clause: Clause, token: int) -> Clause | None:
    """What stands between commas in a subject and says who or what that is, at a date of its own."""
    subject = clause.subject
    if not subject or token not in subject or clause.verb is None or not clause.verb.finite:
        return None
    first = next((k for k in range(token, subject.start, -1) if parse.low(k) == ","), None)
    last = next((k for k in range(token, subject.stop) if parse.low(k) == ","), None)
    if first is None or last is None or last - first < 3 or any(parse.verb_over(k) for k in range(first, last)):
        return None
    opens = first + 1
    leads = parse.low(opens) in PREPOSITIONS
    if token + 1 < last and parse.low(token + 1) not in PREPOSITIONS:
        return None  # "reports, such as the 2012 survey,"
    if parse.is_time(opens) or (leads and parse.is_time(opens + 1)) or parse.low(opens) in FALLING or not parse.low(opens).isalpha():
        return None
    if leads and parse.low(token - 1) not in ENDURING:
        return None  # "the hearing, in Lima on 3 May, was short"
    return Clause("apposed", ",", clause, list(range(opens, last)), subject=range(subject.start, first))


def _deed(parse: Parse, clause: Clause, token: int) -> Clause | None:
    """The deed in -ing between a clause's verb and a date, where a preposition leads to it."""
    verb = clause.verb
    if verb is None or not verb.finite:
        return None
    own = set(clause.tokens)
    k = token - 1
    while k > verb.last and k in own and not ((deed := parse.verbs.get(k)) and deed.form == "gerund"):
        k -= 1
    deed = parse.verbs.get(k)
    if deed is None or deed.form != "gerund" or k - 1 < verb.last or parse.low(k - 1) not in OF_DEEDS:
        return None
    tokens = [n for n in clause.tokens if n >= k - 1]
    return Clause("adverbial", parse.low(k - 1), clause, tokens, deed, _culprit(parse, clause))


def _culprit(parse: Parse, clause: Clause) -> range | None:
    """Who did the deed for which something was done to him; None where that is not said."""
    verb = clause.verb
    assert verb is not None
    if verb.head in UNPROVEN:
        return None
    end = verb.last
    while (
        end < len(parse.tokens) and parse.tokens[end].kind == "word" and parse.low(end) not in PREPOSITIONS and parse.verb_over(end) is None
    ):
        end += 1
    if parse.low(verb.last) in PRONOUNS:
        return None
    object_follows = end > verb.last and not verb.passive and verb.head not in GETTING
    return range(verb.last, end) if object_follows else clause.subject


def passed_over(found: Iterable[Clause], clause: Clause) -> frozenset[int]:
    """The tokens of what is said in passing inside a clause's subject, with its commas."""
    return frozenset(k for c in found if c.role == "apposed" and c.parent is clause for k in range(c.tokens[0] - 1, c.tokens[-1] + 2))
