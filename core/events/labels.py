"""What an editor would put on a timeline: the words of a clause, subject first, without the date, in ninety characters."""

import re
from collections.abc import Iterable, Mapping

from core.events.attach import Draft
from core.events.clauses import Parse
from core.events.phrases import SPEAKING, Clause
from core.events.subjects import antecedent

LONGEST = 90
SHORTEST = 35
"""A label is not cut back further than this for the sake of a clean end."""

WITH_DATE = frozenset("on in at by since until till from during around about to between before after of for through through".split())
APPROACH = frozenset("beginning starting early late only just exactly some and or both later".split())
IDLE = frozenset("also then meanwhile however therefore moreover besides still yet thus".split())
SUBJECTS = frozenset("he she it they".split())
EMPTY_QUOTES = re.compile(r"[\"“]\s*[\"”]|\(\s*[,;]?\s*\)|\*+|(?<!\w)[#>|_]+(?!\w)")
LOOSE_END = re.compile(
    r"(?:[\s,;:–—-]+|\s(?:and|or|but|that|which|who|the|a|an|of|in|on|at|by|to|for|from|with|as|its|their|his|her|when|where|while|than|into|about))+$"
)
LOOSE_START = re.compile(r"^(?:[\s,;:.–—\-\])]+|(?:and|but|or|that|then|which|who)\s)+", re.IGNORECASE)
CLEAN_END = re.compile(r"[,;:] | (?=(?:and|but|or|after|before|while|when|which|who|because)\s)")
FAIR_END = re.compile(r" (?=(?:as|in|on|at|for|with|from|by|against|amid|into|over|under)\s)")


def label(draft: Draft, names: Mapping[int, str]) -> str:
    """The label of a draft. `names` gives for a pronoun, by its token, the actor for whom it certainly stands.

    The subject comes first, then what is said of it, with what was said where the saying is the event; never longer than 90 characters.
    """
    parse, clause = draft.parse, draft.clause
    words = draft.words
    if draft.nominal is None and clause.verb is not None and clause.verb.head in SPEAKING and not draft.second:
        words = words + [k for c in reported(parse, clause) for k in c.tokens]
    elif (
        clause.role == "relative" and clause.subject and (before := antecedent(parse, clause)) and clause.subject != before and clause.verb
    ):
        head = clause.verb.last
        words = [*clause.subject, *range(clause.verb.first, head), *before, *(k for k in clause.tokens if k >= head)]
    if clause.subject and all(parse.tokens[k].kind == "time" for k in clause.subject):
        text = _tidy(_written(parse, words, names))  # "The latest quarter includes a gain"
    else:
        text = _tidy(_written(parse, _undated(parse, words), names))
    if " " not in text and clause.parent is not None and draft.nominal is None:
        text = _tidy(_written(parse, _undated(parse, [*clause.parent.tokens, *clause.tokens]), names))
    if len(text) > LONGEST:
        text = _tidy(_written(parse, _undated(parse, _plain_subject(parse, clause, words)), names))
    if len(text) < 3:
        text = _tidy(_written(parse, list(range(len(parse.tokens))), names))
    if draft.nominal is not None and not draft.elliptic:
        text = re.sub(r"^(?:the|a|an|its|their|his|her) ", "", text, flags=re.IGNORECASE)
    text = _shortened(text)
    return text[:1].upper() + text[1:]


def reported(parse: Parse, clause: Clause) -> list[Clause]:
    """What a clause of saying reports, clause by clause, what is reported in it included."""
    found = [c for c in parse.clauses if c.role == "reported" and c.parent is clause]
    return [d for c in found for d in [c, *reported(parse, c)]]


def _undated(parse: Parse, words: Iterable[int]) -> list[int]:
    """The tokens without dates and the words that lead to them."""
    kept: list[int] = []
    for k in words:
        token = parse.tokens[k]
        if token.kind == "time" and k not in parse.lengths:
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
    return re.sub(r"\s+", " ", "".join(parts))


def _tidy(text: str) -> str:
    text = EMPTY_QUOTES.sub(" ", text)
    text = re.sub(r"\s+([,;:.!?)])", r"\1", re.sub(r"\s+", " ", text))
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text).replace("( ", "(")
    text = LOOSE_START.sub("", text.strip())
    text = LOOSE_END.sub("", text.rstrip(" .!?…"))
    if text.count('"') % 2:
        text = text.replace('"', "", 1) if text.startswith('"') else text.rstrip('"')
        text = text.replace('"', "") if text.count('"') % 2 else text
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    return text.strip()


def _shortened(text: str) -> str:
    """Cut back to the last clean end that fits."""
    if len(text) <= LONGEST:
        return text
    for pattern, least in ((CLEAN_END, LONGEST // 2), (FAIR_END, SHORTEST), (CLEAN_END, SHORTEST)):
        ends = [m.start() for m in pattern.finditer(text) if least <= m.start() <= LONGEST]
        if ends:
            return _tidy(text[: ends[-1]])
    return text[: text.rfind(" ", 0, LONGEST - 1)] + "…" if " " in text[:LONGEST] else text[: LONGEST - 1] + "…"
