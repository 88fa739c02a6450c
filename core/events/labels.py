"""What an editor would put on a timeline: the words of a clause, subject first, without the date, in ninety characters."""

import re
from collections.abc import Callable, Iterable, Mapping

from core.events.attach import Draft
from core.events.clauses import UNSHARED, Parse
from core.events.phrases import SPEAKING, Clause
from core.events.status import PLANNED, begins_then
from core.events.subjects import antecedent, plural
from core.events.tokens import CLOSED, DETERMINERS, PREPOSITIONS, Verb

LONGEST = 90
SHORTEST = 35
"""A label is not cut back further than this for the sake of a clean end."""

WITH_DATE = frozenset("on in at by since until till from during around about to between before after of for through through".split())
APPROACH = frozenset(
    "beginning starting early late only just exactly some and or both later shortly soon immediately right most recently again".split()
)
ATTRIBUTES = frozenset("former future modern contemporary ancient present-day".split())
"""Words of time that say what a thing is, not when something happened."""
IDLE = frozenset("also then meanwhile however therefore moreover besides still yet thus".split())
PLURAL_OF = {"is": "are", "was": "were", "has": "have"}
QUOTING = frozenset(('"', "“", "”", "''", "``"))
EMPTY_QUOTES = re.compile(r"[\"“]\s*[\"”]|\(\s*[,;]?\s*\)|\*+|(?<!\w)[#>|_]+(?!\w)")
SPACED_MARK = re.compile(r"\s+([,;:.!?)])")
DOUBLE_MARK = re.compile(r"([,;:])(?:\s*[,;:])+")
LOOSE_ENDS = frozenset(
    "and or but that which who the a an of in on at by to for from with as its their his when where while than into about effective".split()
)
LOOSE_START = re.compile(r"^(?:[\s,;:.–—\-\])]+|(?:and|but|or|that|then|which|who)\s)+", re.IGNORECASE)
NOMINAL_EDGES = re.compile(r"^(?:the|a|an|its|their|his|her) | (?:forward|back)$", re.IGNORECASE)
CLEAN_END = re.compile(r"[,;:] | (?=(?:and|but|or|after|before|while|when|which|who|because)\s)")
FAIR_END = re.compile(r" (?=(?:as|in|on|at|for|with|from|by|against|amid|into|over|under)\s)")


def label(draft: Draft, names: Mapping[int, str], is_name: Callable[[int], bool] = lambda _: False) -> str:
    """The label of a draft. `names` gives for a pronoun, by its token, the words for whom or what it certainly stands; `is_name` says
    whether a name begins at an offset of the text.

    The subject comes first, then what is said of it, with what was said where the saying is the event; never longer than 90 characters.
    """
    parse, clause = draft.parse, draft.clause
    words, written = _worded(draft, names, is_name)
    if clause.subject and all(parse.tokens[k].kind == "time" for k in clause.subject):
        text = _tidy(_written(parse, words, written))  # "The latest quarter includes a gain"
    else:
        text = _tidy(_written(parse, _undated(draft, words), written))
    if " " not in text and clause.parent is not None and draft.nominal is None:
        text = _tidy(_written(parse, _undated(draft, [*clause.parent.tokens, *clause.tokens]), written))
    if len(text) > LONGEST:
        text = _tidy(_written(parse, _undated(draft, _plain_subject(parse, clause, words)), written))
    if len(text) < 3:
        text = _tidy(_written(parse, list(range(len(parse.tokens))), written))
    if draft.nominal is not None and not draft.elliptic:
        text = NOMINAL_EDGES.sub("", text)
    text = shortened(text)
    return text[:1].upper() + text[1:]


def _worded(draft: Draft, names: Mapping[int, str], is_name: Callable[[int], bool]) -> tuple[list[int], dict[int, str]]:
    """The tokens of a label in their order, and those that are written otherwise than in the text."""
    parse, clause = draft.parse, draft.clause
    words, written = draft.words, dict(names)
    verb = clause.verb
    if draft.elliptic and verb is not None and plural(parse, draft.nominal or range(0)) and parse.low(verb.first) in PLURAL_OF:
        written[verb.first] = PLURAL_OF[parse.low(verb.first)]  # "Porto was lost on the 3rd, Braga and Viseu on the 7th"
    if draft.nominal is not None or verb is None:
        return words, written
    if begins_then(draft):  # "did not open until 1923"
        refused = [k for k in range(verb.first, verb.last) if parse.low(k) in ("not", "never") or parse.low(k).endswith("n't")]
        words = [k for k in words if k not in refused or parse.low(k).endswith("n't")]
        written |= {k: parse.low(k).removesuffix("n't") for k in refused}
    if verb.head in SPEAKING and not draft.second:
        said = [k for c in reported(parse, clause) for k in c.tokens]
        if said and said[0] < verb.first:  # "The road is closed, police said"
            said = [k for k in said if parse.low(k) not in QUOTING]
            while words and parse.tokens[words[-1]].kind == "mark":
                words = words[:-1]
            written[said[0]] = f"that {written.get(said[0]) or _decapitalised(parse, said[0], is_name)}"
        return words + said, written
    if clause.role == "relative" and clause.subject and (before := antecedent(parse, clause)) and clause.subject != before:
        lead = clause.tokens[:1] if parse.low(clause.tokens[0]) in PREPOSITIONS else []  # "doses, of which five million are sold"
        return [*clause.subject, *range(verb.first, verb.last), *lead, *before, *(k for k in clause.tokens if k >= verb.last)], written
    if clause.subject and verb.head not in PLANNED and _bare_passive(clause, verb):
        written[verb.first] = f"{'were' if plural(parse, clause.subject) else 'was'} {parse.tokens[verb.first].low}"
    return words, written


def _bare_passive(clause: Clause, verb: Verb) -> bool:
    """Whether a clause leaves out its "was": "Ida Moe, elected in 1990, ...", "Paul (born 1893)"."""
    if clause.role in ("reduced", "participial"):
        return verb.form == "participle" and verb.passive
    return clause.role == "aside" and verb.loose and verb.last - verb.first == 1 and verb.head not in UNSHARED


def _decapitalised(parse: Parse, k: int, is_name: Callable[[int], bool]) -> str:
    token = parse.tokens[k]
    return token.text if is_name(token.start) or token.text.isupper() else token.text[:1].lower() + token.text[1:]


def reported(parse: Parse, clause: Clause) -> list[Clause]:
    """What a clause of saying reports, clause by clause, what is reported in it included."""
    found = [c for c in parse.clauses if c.role == "reported" and c.parent is clause]
    return [d for c in found for d in [c, *reported(parse, c)]]


def _undated(draft: Draft, words: Iterable[int]) -> list[int]:
    """The tokens without dates and the words that lead to them. What says which thing is meant stays ("the 2012 Games")."""
    parse = draft.parse
    kept: list[int] = []
    for k in words:
        token = parse.tokens[k]
        if token.kind == "time" and k not in parse.lengths and (k in draft.times or not _attributive(parse, k)):
            while kept and kept[-1] == k - 1 and (parse.low(kept[-1]) in WITH_DATE or parse.low(kept[-1]) in APPROACH):
                k -= 1
                kept.pop()
            continue
        if token.low in ("'s", "'", "’") and k and parse.tokens[k - 1].kind == "time":
            continue
        if token.low == "s" and k > 1 and parse.tokens[k - 2].kind == "time" and parse.tokens[k - 1].kind == "mark":
            continue
        kept.append(k)
    while kept and parse.low(kept[0]) in IDLE:
        kept.pop(0)
    return kept


def _attributive(parse: Parse, k: int) -> bool:
    """Whether a time expression stands before a noun that it qualifies."""
    low, after = parse.low(k), parse.tokens[k + 1] if k + 1 < len(parse.tokens) else None
    if low in ATTRIBUTES:
        return True
    if after is None or after.kind != "word" or after.low in CLOSED or parse.verb_over(k + 1) is not None:
        return False
    return parse.low(k - 1) in DETERMINERS or low.startswith("the ")


def _plain_subject(parse: Parse, clause: Clause, words: list[int]) -> list[int]:
    """The words without what stands between commas in the subject."""
    subject = set(clause.subject or ())
    commas = [k for k in words if k in subject and parse.low(k) == ","]
    last = commas[-1] if len(commas) > 1 else max(subject, default=0)
    listed = any(parse.low(k) in ("and", "or") for k in subject if not commas or k > commas[0])
    if not commas or listed:
        return words
    return [k for k in words if not (k in subject and commas[0] <= k <= last)]


def _written(parse: Parse, words: list[int], names: Mapping[int, str]) -> str:
    """The words as the text spaces them, pronouns replaced."""
    parts: list[str] = []
    last = None
    for k in words:
        token = parse.tokens[k]
        if parts:
            parts.append(parse.text[parse.tokens[last].end : token.start] if last is not None and last == k - 1 else " ")
        parts.append(names.get(k, token.text))
        last = k
    return "".join(parts)


def _tidy(text: str) -> str:
    text = SPACED_MARK.sub(r"\1", " ".join(EMPTY_QUOTES.sub(" ", text).split()))
    text = DOUBLE_MARK.sub(r"\1", text).replace("( ", "(")
    if loose := LOOSE_START.match(text):
        text = text[loose.end() :]
    text = _closed(text.rstrip(" .!?…"))
    if text.count('"') % 2:
        text = text.replace('"', "", 1) if text.startswith('"') else text.rstrip('"')
        text = text.replace('"', "") if text.count('"') % 2 else text
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    return text.strip()


def _closed(text: str) -> str:
    """The text without the marks and small words at its end, which lead to what is not there."""
    while True:
        text = text.rstrip(" ,;:–—-")
        before, space, last = text.rpartition(" ")
        if not space or last not in LOOSE_ENDS:
            return text
        text = before


def shortened(text: str) -> str:
    """Cut back to the last clean end that fits."""
    if len(text) <= LONGEST:
        return text
    for pattern, least in ((CLEAN_END, LONGEST // 2), (FAIR_END, SHORTEST), (CLEAN_END, SHORTEST)):
        ends = [m.start() for m in pattern.finditer(text) if least <= m.start() <= LONGEST]
        if ends:
            return _tidy(text[: ends[-1]])
    return text[: text.rfind(" ", 0, LONGEST - 1)] + "…" if " " in text[:LONGEST] else text[: LONGEST - 1] + "…"
