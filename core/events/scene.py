"""Dates that date nothing: they compare, or only say which thing is meant ("the 2019 budget", "higher than in 2019")."""

import re

from core.events.clauses import Parse
from core.events.phrases import Clause, is_happening
from core.events.tokens import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS
from core.model import Timex
from core.when import When

COMPARING = frozenset("than versus compared unlike exceeding".split())
SETTING = frozenset("later earlier sooner".split())
"""What sets a limit after "no" or "not" and before "than"."""
RECORDS = frozenset(
    "first second third fourth fifth sixth seventh tenth highest lowest biggest largest smallest worst best most longest fastest"
    " steepest strongest weakest level".split()
)
AS_IT_WAS = re.compile(r"\bas \w+ (?:was|were|did|had)(?: in| on| at)?$")
NAMED = frozenset("called known dubbed nicknamed named".split())
FIGURES = frozenset("$ £ € % million billion thousand cents pence a share or , ( )".split())
COARSE = frozenset(("year", "decade", "century", "millennium"))
COMPARED = frozenset("loss losses profit profits fall rise drop gain growth decline deficit surplus none nil".split())
"""What "against" compares, beside numbers: "against a loss in 1996", not "the war against Spain in 1898"."""
NO_THINGS = frozenset("and or but when while where until which who".split())
NO_THING = PREPOSITIONS | DETERMINERS | PRONOUNS | ADVERBS | NO_THINGS
"""Words that can follow a date and are not the thing that it qualifies."""


def sets_scene(parse: Parse, token: int, timex: Timex) -> bool:
    """Whether an expression dates nothing here: a comparison, or a year that only qualifies a thing ("the 2019 budget")."""
    if compares(parse, token) or _is_named(parse, token):
        return True
    clause = parse.clause_of(token)
    when = timex.when
    coarse = when is not None and when.granularity in COARSE
    if _qualifies(parse, token, coarse) or (parse.low(token - 1) == "ending" and parse.is_time(token - 2)):
        return True  # also "for the year ending tomorrow"
    if clause.role == "aside" and clause.link == "(" and coarse and timex.ends:
        return True
    if parse.tokens[token].low.startswith(("this ", "today", "tonight")) and clause.role != "reported":
        return clause.verb is not None and clause.verb.form == "modal"
    return when is not None and coarse and _belongs_to_thing(parse, clause, token, when)


def _is_named(parse: Parse, token: int) -> bool:
    """Whether a date is part of what something is called: "known as the May 1958 crisis"."""
    k = token - 1 - (parse.low(token - 1) in DETERMINERS)
    return parse.low(k - (parse.low(k) == "as")) in NAMED and k < token - 1


def compares(parse: Parse, token: int) -> bool:
    """ "than in 2019", "for the first time since 2019", "as they were in May", "against 40 a year earlier"."""
    before = parse.low(token - 1)
    if limits(parse, token - 1) or limits(parse, token - 2):
        return False
    if before in COMPARING or (before in PREPOSITIONS and parse.low(token - 2) in COMPARING):
        return True
    if before == "since" and any(parse.low(k) in RECORDS for k in range(token - 5, token - 1)):
        return True
    if "as" in (parse.low(token - 3), parse.low(token - 4)) and AS_IT_WAS.search(parse.words(range(max(0, token - 5), token))):
        return True
    back = parse.tokens[token].low.endswith(("earlier", "before", "ago", "last year")) or before in ("in", "of")
    if not back:
        return False
    reach = range(max(1, _figures(parse, token) - 8), token)
    if any(parse.low(k) == "from" and _before_number(parse, k) for k in reach):
        return True  # "down from $450 million in 1996", "to 15 from 12 a year ago"
    if any(parse.low(k) == "against" and (before not in ("in", "of") or _has_figure(parse, range(k + 1, token))) for k in reach):
        return True
    return any(
        parse.low(k) in COMPARING and not (parse.low(k) == "than" and (_counts(parse, k + 1) or _compared(parse, k, token))) for k in reach
    )


def _has_figure(parse: Parse, words: range) -> bool:
    """Whether a number or a result stands among these words."""
    return any(parse.tokens[k].text[0].isdigit() or parse.low(k) in COMPARED for k in words)


def limits(parse: Parse, k: int) -> bool:
    """Whether the "than" at `k` sets a limit and compares nothing: "no later than 3 May", "not earlier than in June"."""
    return parse.low(k) == "than" and parse.low(k - 1) in SETTING and parse.low(k - 2) in ("no", "not")


def _compared(parse: Parse, k: int, token: int) -> bool:
    """Whether a comma ends what the "than" at `k` compares, so that the date behind it is another matter: "later than planned, in 2024"."""
    return parse.low(token - 2) == "," and k + 1 < token - 2


def _figures(parse: Parse, token: int) -> int:
    """Where the figures begin that stand before a date: "(from) $5 million, or $1.16 a share, a year ago"."""
    while parse.low(token - 1) in FIGURES or parse.low(token - 1)[:1].isdigit():
        token -= 1
    return token


def _before_number(parse: Parse, k: int) -> bool:
    """Whether "from" stands here before the number with which one is compared."""
    return parse.low(k - 1) in ("up", "down") or (
        _counts(parse, k + 1) and any(parse.low(n) in ("to", "up", "down") for n in range(k - 12, k))
    )


def _counts(parse: Parse, k: int) -> bool:
    """Whether a number stands here: "more than 300,000 in 1997" compares no years."""
    k += parse.low(k) in ("$", "£", "€")
    return k < len(parse.tokens) and (parse.tokens[k].text[0].isdigit() or parse.low(k) in ("a", "half", "one", "two", "three", "ten"))


def _qualifies(parse: Parse, token: int, coarse: bool) -> bool:
    """Whether a date stands before the thing that it qualifies, and that is no happening: "the 2019 budget", "last year's report"."""
    before, after, at = parse.low(token - 1), parse.low(token + 1), token + 1
    possessive = parse.tokens[token].low.endswith(("'s", "’s"))
    if after in ("'", "’") and parse.low(token + 2) == "s":
        possessive, at, after = True, token + 3, parse.low(token + 3)
    while parse.low(at) in ("*", "_"):
        at, after = at + 1, parse.low(at + 1)
    if at >= len(parse.tokens) or parse.tokens[at].kind != "word" or parse.verb_over(at) is not None:
        return False
    if after in NO_THING:
        return False
    if not possessive and not (coarse and token > 0 and before in DETERMINERS):
        return False
    if possessive and not coarse and _is_told_of(parse, token):
        return False  # "Friday's volume came to 300 million shares"
    return not any(is_happening(parse.tokens[k]) for k in range(at, min(at + 3, len(parse.tokens))))


def _is_told_of(parse: Parse, token: int) -> bool:
    """Whether a date opens a clause that tells something in the past of its subject."""
    clause = parse.clause_of(token)
    return (
        clause.verb is not None and clause.verb.form == "past" and clause.role == "main" and all(k >= token for k in clause.subject or ())
    )


def _belongs_to_thing(parse: Parse, clause: Clause, token: int, when: When) -> bool:
    """ "the Act of 1996", "the entry for 2021 is missing": a year that says which thing is meant."""
    before = parse.low(token - 1)
    if before not in ("of", "for") or token < 2 or any(is_happening(parse.tokens[k]) for k in range(max(0, token - 4), token)):
        return when.granularity not in ("year", "decade")
    if before == "of":
        return parse.tokens[token - 2].capital or when.granularity != "year"
    return clause.subject is not None and token in clause.subject
