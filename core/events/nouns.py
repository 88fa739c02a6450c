"""Which noun a date belongs to, where it does not date its clause: "the withdrawal at the end of August"."""

from core.events.asides import FALLING
from core.events.clauses import Parse
from core.events.phrases import FRONTS, Clause, is_happening
from core.events.scene import NO_THINGS
from core.events.tokens import DETERMINERS, PREPOSITIONS, root

ANCHORING = frozenset("since before until till pending".split())
"""Prepositions whose noun the date belongs to: "since the withdrawal in August"."""
APPEARING = frozenset(root(w) for w in "appear come go stand testify plead bring sit".split())
"""What one does before a judge, so that the date is not the judge's: "will go before Judge Moe on 3 May"."""
UNITS = frozenset("hours days weeks months years decades".split())
AMID = frozenset("with despite amid".split())
"""Prepositions with which a sentence opens to say in what situation it happens."""
LOOSER = ANCHORING | frozenset("after following despite amid during from for of over with in to about against".split())
"""Those whose noun it belongs to where the clause has another date."""
EDGES_OF_NOUN = PREPOSITIONS | {",", "and"}
PARTS = frozenset("part role share hand involvement interest participation".split())
"""Nouns of which "in" names the whole: "his part in the coup" is not when he was tried for it."""


def dated_noun(parse: Parse, clause: Clause, token: int, *, alone: bool) -> range | None:
    """The noun phrase that a date belongs to, where it does not date the clause."""
    if clause.role == "including":
        return _to_phrase_end(parse, clause, clause.tokens[min(2, len(clause.tokens) - 1)], token)
    if clause.verb is None:
        return None
    if (qualified := _qualified(parse, token)) is not None:
        return qualified
    window = _phrase_before(parse, clause, token)
    if parse.low(token - 1) in FALLING:
        return _falls_due(parse, token)
    noun = token - 1 - (parse.low(token - 1) in PREPOSITIONS)
    if noun in window and is_happening(parse.tokens[noun]) and parse.low(token + 1) == "of":
        first = noun  # "we welcome the release yesterday of the men", "the death on 9 May of Ida Moe"
        while first - 1 in window and parse.low(first - 1) not in PREPOSITIONS and parse.low(first) not in DETERMINERS:
            first -= 1
        return _to_phrase_end(parse, clause, first, token)
    nouns = [k for k in window if is_happening(parse.tokens[k])]
    opens = clause.tokens[0]
    if (
        parse.low(opens) in AMID
        and parse.low(opens + 1) in DETERMINERS
        and opens in window
        and parse.low(token + 1) == ","
        and not _is_season(parse, token)
    ):
        return range(opens + 1, token + 1)  # "With the finding of a rifle on 3 May, the police closed the case"
    if parse.low(token - 1) == "of" and nouns and nouns[-1] >= token - 5:
        start = nouns[-1]
        while start - 1 in window and parse.low(start - 1) not in EDGES_OF_NOUN:
            start -= 1
        return None if alone and _is_told(parse, clause, start) else _to_phrase_end(parse, clause, start, token)
    for k in window:
        low = parse.low(k)
        anchored = low in ANCHORING and k + 2 < token and not (low == "before" and _appears(parse, k))
        anchored = anchored or (low == "after" and (k - 1 in parse.lengths or parse.low(k - 1) in UNITS) and any(k < n for n in nouns))
        loose = not alone and low in LOOSER and any(k < n <= k + 4 for n in nouns)
        if anchored or loose:
            whole = low == "of" and k - 1 in window and parse.low(k - 1) not in NO_THINGS  # "the end of the mission"
            return _to_phrase_end(parse, clause, k - 1 if whole else k + 1, token)
    return None


def _appears(parse: Parse, k: int) -> bool:
    """Whether somebody appears "before" somebody here."""
    verb = parse.verb_over(k - 1)
    return parse.low(k - 1) == "due" or (verb is not None and verb.head in APPEARING)


def _is_season(parse: Parse, token: int) -> bool:
    """Whether a date is a season that its phrase speaks of: "with the onset of the hard winter"."""
    return parse.low(token) in ("spring", "summer", "autumn", "fall", "winter")


def _falls_due(parse: Parse, token: int) -> range | None:
    """The debt or the like that is said to be "due" or "payable" at a date."""
    first = token - 1
    while first > 0 and parse.tokens[first - 1].kind in ("word", "mark") and parse.low(first - 1) != "," and not verb_at(parse, first - 1):
        first -= 1
        if parse.low(first) in DETERMINERS:
            break
    return range(first, token + 1) if first < token - 1 else None


def _is_told(parse: Parse, clause: Clause, noun: int) -> bool:
    """Whether the clause tells of the happening whose date it names: "the coup of May 1966 failed", "he died in the coup of May 1966"."""
    verb, first = clause.verb, noun - (parse.low(noun - 1) in DETERMINERS)
    if verb is None or verb.form != "past" or verb.negated:
        return False
    if clause.subject and clause.subject[0] == first:
        return verb.head not in ("be", "have")
    return parse.low(first - 1) in ("in", "during") and parse.low(first - 2) not in PARTS


def _qualified(parse: Parse, token: int) -> range | None:
    """A happening that a date stands before, where it is named only in passing ("jailed for the May 1995 robbery")."""
    start = token - 1 if parse.low(token - 1) in DETERMINERS else token
    possessive = parse.tokens[token].low.endswith(("'s", "’s")) or parse.low(token + 1) in ("'", "’", "'s")
    if (start == token and not possessive) or parse.low(start - 1) not in PREPOSITIONS:
        return None
    noun = next((k for k in range(token + 1, min(token + 6, len(parse.tokens))) if is_happening(parse.tokens[k])), None)
    if start < token and parse.low(token + 1) == ",":
        start = token + 2  # "the Dec. 21, 1988, bombing"
    if noun is None or any(verb_at(parse, k) or parse.low(k) in EDGES_OF_NOUN for k in range(max(start, token + 1), noun)):
        return None
    if start == 1 and parse.low(noun) in FRONTS:
        return None  # "In a 3 May 2019 statement Moe denied it"
    end, both = noun + 1, False
    while end < len(parse.tokens) and parse.tokens[end].kind == "word" and not verb_at(parse, end):
        if parse.low(end) in NO_THINGS and not (both and parse.low(end) == "and"):
            break
        both = (both or parse.low(end) == "between") and parse.low(end) != "and"
        end += 1
    return range(start, end)


def _phrase_before(parse: Parse, clause: Clause, token: int) -> range:
    """The tokens before an expression back to the verb, comma or other expression nearest to it."""
    own = set(clause.tokens)
    start = token
    while start - 1 in own and parse.tokens[start - 1].kind == "word" and not verb_at(parse, start - 1):
        start -= 1
    return range(start, token)


def _to_phrase_end(parse: Parse, clause: Clause, first: int, token: int) -> range | None:
    last = token
    while last + 1 in clause.tokens and parse.low(last + 1) not in (",", ".", ";", "and", "but") and last + 1 not in parse.verbs:
        last += 1
    if last + 1 < len(parse.tokens) and last + 1 in parse.verbs and parse.verbs[last + 1].finite and clause.verb is parse.verbs[last + 1]:
        last = token
    if first == token:
        return None
    while last > token and (parse.low(last) in PREPOSITIONS or (parse.low(token + 1) in DETERMINERS)):
        last -= 1
    return range(first, last + 1)


def verb_at(parse: Parse, i: int) -> bool:
    return parse.verb_over(i) is not None
