"""Which words of a sentence tell of those who take part in a draft: its own, what is reported, and clauses inside that name somebody."""

from core.events.clauses import Parse
from core.events.draft import Draft
from core.events.labels import reported
from core.events.phrases import Clause
from core.events.subjects import antecedent


def stretches(draft: Draft) -> list[tuple[int, int]]:
    """The offsets of a draft's words in unbroken runs, with what is reported where the saying is the event."""
    parse, clause = draft.parse, draft.clause
    tokens = set(draft.words)
    if draft.nominal is None and not draft.second:
        tokens |= set(clause.tokens)
        if clause.saying:
            tokens |= {k for c in reported(parse, clause) for k in c.tokens}
        if clause.role == "relative":
            tokens |= set(antecedent(parse, clause) or ())
    inside = [c for c in parse.clauses if c.parent is clause and c.tokens]
    tokens |= {k for c in inside if _cites(c) or _sent(draft, c) or _names(parse, c) or _at_once(parse, c) for k in c.tokens}
    runs: list[tuple[int, int]] = []
    for k in sorted(tokens):
        if runs and runs[-1][1] == k:
            runs[-1] = (runs[-1][0], k + 1)
        else:
            runs.append((k, k + 1))
    return [(parse.tokens[a].start, parse.tokens[b - 1].end) for a, b in runs]


def _sent(draft: Draft, clause: Clause) -> bool:
    """Whether a clause inside the subject names those behind it: "men sent by Orrin Ltd broke the gate"."""
    subject, verb = draft.clause.subject, draft.clause.verb
    inside = bool(subject) and verb is not None and (subject or range(1))[0] < clause.tokens[0] < verb.first
    named = verb is not None and clause.verb is not None and clause.verb.head in ("nam", "call")  # "a plumber named Ida Moe said"
    return inside and clause.role == "reduced" and (named or any(draft.parse.low(k) == "by" for k in clause.tokens))


def _at_once(parse: Parse, clause: Clause) -> bool:
    """Whether a clause tells what else happened on the date before it: "called it off on 3 May, when Orrin Ltd agreed to pay"."""
    first, told = clause.tokens[0], clause.verb is not None and clause.verb.head != "be"
    return told and clause.link == "when" and parse.low(first - 1) == "," and parse.is_time(first - 2)


def _names(parse: Parse, clause: Clause) -> bool:
    """Whether brackets behind a noun hold nothing but a name: "the minister (Peter Hale)"; capitals may be a unit, "million (USD)"."""
    words = [parse.tokens[k] for k in clause.tokens if parse.tokens[k].kind == "word"]
    named = bool(words) and all(word.capital for word in words) and not all(word.text.isupper() for word in words)
    return named and clause.link == "(" and parse.tokens[clause.tokens[0] - 1].text.islower()


def _cites(clause: Clause) -> bool:
    return clause.role == "participial" and clause.verb is not None and clause.verb.head in ("cit", "quot")
