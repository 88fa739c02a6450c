"""The words of a label without the dates and the words that lead to them ("on", "shortly after")."""

from collections.abc import Iterable

from core.events.clauses import Parse
from core.events.draft import Draft
from core.events.scene import compares, limits
from core.events.tokens import CLOSED, DETERMINERS, root

WITH_DATE = frozenset(
    "on in at by since until till from during around about to between before after of for through over throughout".split()
)
APPROACH = frozenset(
    "beginning starting early late only just exactly some and or both later shortly soon immediately right most recently again".split()
)
LEADING = {"up": ("until", "till", "to"), "as": ("of", "late", "early", "soon", "as", "from")}
"""Words that lead to a date only before these: "up until", "as early as"."""
PARTICLES = frozenset("in on over off".split())
"""Words that belong to the verb before where another leads to the date ("went in on 3 May")."""
BARE = ("last ", "next ", "this ", "yesterday", "today", "tonight", "tomorrow")
"""Dates that stand without "in", "on" or "at", so that one before them belongs to the verb ("gave in last Thursday")."""
ATTRIBUTES = frozenset("former future modern contemporary ancient present-day".split())
"""Words of time that say what a thing is, not when something happened."""
IDLE = frozenset("also then meanwhile however therefore moreover besides still yet thus".split())
OWNERS = frozenset("its their our my his her a an".split())
DATED_THINGS = frozenset("date day deadline eve night morning".split())
TAKING = frozenset(root(word) for word in "spend proclaim declare designate choose mark".split())
"""Verbs whose object may be a date ("proclaimed 3 May a holiday")."""
COMPLETED = frozenset("be say mean have set fix mak nam giv run last".split())
"""Verbs that are nothing without what follows, be it a date ("The deadline is 3 May")."""


def undated(draft: Draft, words: Iterable[int], written: dict[int, str]) -> list[int]:
    """The tokens without dates. What says which thing is meant stays ("the 2012 Games"), and so does a date that is itself what is told
    ("The letter bears the date of 3 April"). `written` is told of an article that takes a date's place ("issued Thursday's ruling", "before
    the summer recess")."""
    parse, whole = draft.parse, list(words)
    kept: list[int] = []
    for k in whole:
        token = parse.tokens[k]
        if token.kind == "time" and k not in parse.lengths and (k in draft.times or not (_attributive(parse, k) or compares(parse, k))):
            if _told(parse, k):
                kept.append(k)
            elif (token.low.startswith("the ") and _attributive(parse, k)) or (
                _possessive(parse, k) and parse.low(k - 1) not in DETERMINERS
            ):
                written[k] = "the"
                kept.append(k)
            else:
                _drop_approach(parse, kept, k)
            continue
        if token.low in ("'s", "'", "’") and k and parse.tokens[k - 1].kind == "time":
            continue
        if token.low == "s" and k > 1 and parse.tokens[k - 2].kind == "time" and parse.tokens[k - 1].kind == "mark":
            continue
        if not kept and _owned(parse, k):
            written[k] = f"the {written.get(k) or token.text}"  # "Friday's volume" is "The volume"
        if token.low == "last" and parse.is_time(k - 1) and (k + 1 == len(parse.tokens) or parse.tokens[k + 1].kind == "mark"):
            continue  # "on 24 November last"
        if token.low in ("alone", "ended", "ending") and parse.is_time(k - 1) and (token.low == "alone" or parse.is_time(k + 1)):
            continue
        kept.append(k)
    while kept and parse.low(kept[0]) in IDLE:
        kept.pop(0)
    kept = [k for k in kept if not (parse.low(k) == "however" and parse.low(k - 1) == "," and parse.low(k + 1) == ",")]
    return _completed(draft, whole, kept)


def _drop_approach(parse: Parse, kept: list[int], k: int) -> None:
    """Takes back the words that lead to the date at `k`."""
    if parse.low(k - 1) in ("in", "on", "at", "over", "off", "up") and stands_bare(parse, k):
        return
    hyphenated = "-" in parse.tokens[k].text and k + 1 < len(parse.tokens) and parse.tokens[k + 1].kind == "word"
    if hyphenated and parse.low(k + 1) not in CLOSED and parse.verb_over(k + 1) is None:
        return  # "a gain in third-quarter income"
    if kept and kept[-1] == k - 1 and parse.low(k - 1) in OWNERS and k - 2 in kept and not _qualifies_noun(parse, k):
        k -= 1  # "income for its third quarter fell"
        kept.pop()
    lead = _limit(parse, k)
    while lead and kept and kept[-1] == k - 1 and k > lead:
        k -= 1
        kept.pop()
    while kept and kept[-1] == k - 1 and _leads(parse, k - 1) and not (parse.low(k - 1) in PARTICLES and parse.low(k) in WITH_DATE):
        k -= 1
        kept.pop()
    if kept and kept[-1] == k - 1 and k - 1 in parse.lengths and parse.low(k) == "to":
        kept.pop()  # "in the three months to June"
        if kept and kept[-1] == k - 2 and _leads(parse, k - 2):
            kept.pop()
    if kept and kept[-1] == k - 1 and parse.low(k - 1) in ("due", "payable") and parse.low(k - 2) == ",":
        kept.pop()  # "Version 5, due in May, will ..."


def _limit(parse: Parse, k: int) -> int:
    """Where the words begin that make the date at `k` the last or the first ("no later than", "at the latest on"); 0 if none do."""
    on = k - 1 if parse.low(k - 1) in ("on", "in", "by", "at") else k
    if limits(parse, k - 1) or limits(parse, on - 1):
        return (k if limits(parse, k - 1) else on) - 3
    if parse.low(on - 1) in ("latest", "earliest") and parse.low(on - 2) == "the" and parse.low(on - 3) == "at":
        return on - 3
    return k - 2 if parse.low(k - 1) == "before" and parse.low(k - 2) == "not" else 0


def _owned(parse: Parse, k: int) -> bool:
    """Whether a date's "'s" stands right before a token."""
    return parse.tokens[k].kind == "word" and parse.low(k - 1) == "s" and parse.low(k - 2) in ("'", "’") and parse.is_time(k - 3)


def _qualifies_noun(parse: Parse, k: int) -> bool:
    """Whether a noun follows that an expression says more of ("its third-quarter loss")."""
    after = parse.tokens[k + 1] if k + 1 < len(parse.tokens) else None
    return (
        after is not None and after.kind == "word" and after.low not in CLOSED and parse.verb_over(k + 1) is None and after.low != "ended"
    )


def stands_bare(parse: Parse, k: int) -> bool:
    """Whether a date stands here that takes no "in" or "on"."""
    return parse.is_time(k) and parse.low(k).startswith(BARE)


def _leads(parse: Parse, k: int) -> bool:
    """Whether a word only leads to the date after it."""
    low = parse.low(k)
    if low == "over":
        return parse.is_time(k + 1)
    if low == "as" and parse.is_time(k + 1):
        return parse.low(k - 1) in LEADING["as"]  # "as soon as Tuesday"
    return parse.low(k + 1) in LEADING[low] if low in LEADING else low in WITH_DATE or low in APPROACH


def _told(parse: Parse, k: int) -> bool:
    """Whether a date is what is told, not when: "bears the date of 3 April"."""
    if parse.low(k - 1) == "and" and parse.is_time(k - 2):
        return _told(parse, k - 2)
    over = parse.verb_over(k - 1)
    return (parse.low(k - 1) == "of" and parse.low(k - 2) in DATED_THINGS) or (
        over is not None and over.last == k and not over.passive and over.head in TAKING
    )


def _completed(draft: Draft, whole: list[int], kept: list[int]) -> list[int]:
    """With the date again where a verb is nothing without it: "had said May 1", "The deadline is Friday"."""
    verb = draft.clause.verb
    told = [k for k in kept if draft.parse.tokens[k].kind != "mark"]
    if not told or verb is None or verb.passive or told[-1] != verb.last - 1 or verb.head not in COMPLETED:
        return kept
    rest = [k for k in whole if k >= verb.last and k not in kept]
    end = next((n for n, k in enumerate(rest) if draft.parse.is_time(k)), None)
    return kept if end is None else [*(k for k in kept if k < verb.last), *rest[: end + 1]]


def _possessive(parse: Parse, k: int) -> bool:
    if parse.tokens[k].low.endswith(("'s", "’s")) or parse.low(k + 1) == "'s":
        return True
    return parse.low(k + 1) in ("'", "’") and parse.low(k + 2) == "s"


def _attributive(parse: Parse, k: int) -> bool:
    """Whether a time expression stands before a noun that it qualifies."""
    low, after = parse.low(k), parse.tokens[k + 1] if k + 1 < len(parse.tokens) else None
    if low in ATTRIBUTES:
        return True
    if after is None or after.kind != "word" or after.low in CLOSED or parse.verb_over(k + 1) is not None:
        return False
    return parse.low(k - 1) in DETERMINERS or low.startswith("the ")
