"""Which words a time expression dates: a clause, or a noun that names a happening ("the withdrawal at the end of August")."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from core.events.asides import passed_over, with_asides
from core.events.clauses import Parse
from core.events.draft import Draft
from core.events.groups import Verb
from core.events.nouns import dated_noun, verb_at
from core.events.phrases import SPEAKING, Clause
from core.events.scene import sets_scene
from core.events.tokens import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, root
from core.model import Timex
from core.when import GRANULARITIES, When

DATING = PREPOSITIONS | {",", "and", "or", "-", "–", "—", "_"}
PLANNING = re.compile(
    r"\b(?:scheduled|planned|due|slated|arranged|expected|supposed|intended|meant|fixed|booked|billed|timed|set (?:for|to)|deadline"
    r"|agreed|agrees|promised|promises|pledged|vowed|threatened|threatens|threatening|ordered|orders|urged|asked|told|plans?|intends?|aims?|hopes?|wants?|wanted|offered|going)\b",
    re.IGNORECASE,
)
"""Words after which an infinitive is a plan."""
PLANNED = frozenset("schedul plan plann due slat arrang expect postpon bill book fix set intend mean suppos".split())
"""Roots of participles after which what is told lies ahead."""
NOBODY = frozenset("no nobody none neither nothing".split())
KNOWN = DETERMINERS | PRONOUNS
"""What begins a subject that was named before."""
BETWEEN_DATES = PREPOSITIONS | ADVERBS | {",", "(", "early", "late"}
OPENING = frozenset("before when as after once".split())
ASKED = frozenset(root(w) for w in "ask question press speak interview challenge quiz face give base".split())
"""Participles at the head of a sentence that only say in what situation it happens ("Asked on Monday about the strike, he ...")."""
FOLLOWING = frozenset(root(w) for w in "result lead cause mean leave force prompt".split())
"""Verbs whose -ing form after a comma tells what came of the whole clause before."""
PHASES = frozenset(root(w) for w in "begin start open end close conclude finish resume sit meet get".split())


def drafts(parse: Parse, placed: Mapping[int, Timex], heading: Timex | None = None) -> list[Draft]:
    """The events of a sentence, in the order of their expressions. `placed` holds the expressions on a calendar by their tokens."""
    found: list[Draft] = []
    by_clause: dict[Clause, list[int]] = {}
    for token, timex in placed.items():
        if not sets_scene(parse, token, timex):
            by_clause.setdefault(_dated_clause(parse, token, placed), []).append(token)
    by_clause = with_asides(parse, by_clause)
    for clause, tokens in by_clause.items():
        rest = []
        for token in tokens:
            alone = heading is None and len({placed[k].when for k in tokens}) == 1
            nominal = None if clause not in parse.clauses else dated_noun(parse, clause, token, alone=alone)
            if nominal is not None:
                found.append(Draft(parse, clause, [token], nominal=nominal))
            else:
                rest.append(token)
        told: list[Draft] = []
        for group in _groups(parse, rest, placed):
            gapped = _gapped(parse, clause, group, rest)
            told.append(
                Draft(
                    parse,
                    clause,
                    group,
                    gapped,
                    gapped is not None,
                    _infinitive(parse, clause, group[0]),
                    group != [] and min(group) > min(rest),
                )
            )
        gaps = passed_over(by_clause, clause).union(*(draft.nominal or () for draft in told))
        for draft in told:
            draft.gaps = gaps if draft.nominal is None else frozenset()
        for first, second in pairwise(told):
            _part(parse, clause, first, second)
        found += told
    if heading is not None:
        _give_heading(parse, found, heading, placed)
    return sorted(found, key=lambda d: min(d.times, default=-1))


def _part(parse: Parse, clause: Clause, first: Draft, second: Draft) -> None:
    """Gives each of two dates of one verb what is said for it: "flew past Mars in May, past the Earth in June"."""
    if not first.times or not second.times or second.nominal is not None or clause.verb is None:
        return
    before, date = max(first.times), min(second.times)
    if before < clause.verb.last or any(verb_at(parse, k) for k in range(before, date)):
        return
    start = date
    while start > before and parse.low(start) not in (",", "and", "but"):
        start -= 1
    if start == before:
        return
    word = next((parse.low(k) for k in range(start, date - 1) if parse.low(k) not in (",", "and", "but", "again")), "")
    same = [k for k in range(clause.verb.last, before) if parse.low(k) == word] if word and word not in DETERMINERS else []
    if word and not same and word not in PREPOSITIONS:
        return
    first.gaps |= frozenset(range(start, clause.tokens[-1] + 1))
    if start == date - 1 and parse.low(start) == ",":
        return  # "posted a third-quarter loss of 2 million, a year earlier"
    begin = same[-1] if same else before
    while not same and begin > clause.verb.last and parse.low(begin - 1) in PREPOSITIONS:
        begin -= 1
    second.gaps |= frozenset(range(begin, start + 1))


def compatible(a: When, b: When) -> bool:
    """Whether two dates can be of one happening: one lies within the other."""
    return _within(a, b) or _within(b, a)


def _within(a: When, b: When) -> bool:
    low = b.start is None or (a.start is not None and a.start >= b.start)
    high = b.end is None or (a.end is not None and a.end <= b.end)
    return low and high


def fineness(when: When | None) -> int:
    """How precise a date is: higher is finer."""
    if when is None:
        return -1
    return GRANULARITIES.index(when.granularity) * 2 - (1 if when.is_interval or when.start is None or when.end is None else 0)


# --- the clause ---------------------------------------------------------------------------------------------------------------------------


def _dated_clause(parse: Parse, token: int, placed: Mapping[int, Timex]) -> Clause:
    """The clause that an expression dates: its own, or the one that the sentence is about."""
    clause = parse.clause_of(token)
    after = parse.clause_after(token)
    if after is not None and after.link == "when" and denies(parse, clause) and not denies(parse, after):
        return after
    above = clause.parent
    if above is not None and _only_planned(clause, above) and denies(parse, above) and not any(k in above.tokens for k in placed):
        return above
    while above is not None and above.role == "participial" and above.parent is not None:
        above = above.parent
    if above is None or above.verb is None or any(k in above.tokens for k in placed):
        return clause
    if clause.role == "aside" and clause.verb is None and all(parse.is_time(k) or parse.low(k) in DATING for k in clause.tokens):
        return above  # "shot the guards - in May 2019 and June 2020 - and fled"
    if (
        clause.role == "reduced"
        and clause.verb is not None
        and parse.low(clause.verb.first) == "dated"
        and clause.tokens[0] < above.verb.first
    ):
        return above  # "In a letter dated 3 May, Moe denied it"
    if clause.role == "relative" and clause.verb is not None and clause.verb.head == "mean":
        return above  # "..., which means by the end of April"
    if clause.role == "participial" and clause.verb is not None and clause.verb.head in FOLLOWING and parse.low(clause.tokens[0]) == ",":
        return above  # "posted a charge, resulting in a loss for the quarter"
    if clause.tokens[0] > above.verb.first:
        return clause
    if clause.role == "adverbial" and clause.verb is not None and clause.verb.form == "participle" and clause.verb.head in ASKED:
        return above  # "he said when asked on Monday"
    only_when = clause.role == "adverbial" and clause.link in OPENING and _only_sets_time(parse, clause, above)
    own = clause.verb is not None and clause.verb.form == "participle" and clause.verb.head not in ASKED
    return above if (clause.role == "participial" and not own) or only_when else clause


def _only_planned(clause: Clause, above: Clause) -> bool:
    """Whether a clause says of another's subject that it had been planned ("Talks that had been planned for May did not take place")."""
    planned = clause.verb is not None and clause.verb.head in PLANNED and clause.role in ("relative", "reduced")
    return planned and above.verb is not None and clause.tokens[0] < above.verb.first


def denies(parse: Parse, clause: Clause) -> bool:
    """Whether a clause says that something did not happen."""
    if clause.verb is None:
        return False
    return clause.verb.negated or (bool(clause.subject) and parse.low(clause.subject[0] if clause.subject else 0) in NOBODY)


def _only_sets_time(parse: Parse, clause: Clause, above: Clause) -> bool:
    """Whether a clause only says when the other was ("before the talks began on the 9th, he said"): a known thing begins or ends."""
    if clause.verb is None or clause.subject is None:
        return False
    said = above.verb is not None and above.verb.head in SPEAKING
    known = parse.low(clause.subject[0]) in KNOWN
    phase = clause.verb.head in PHASES
    return known and (phase or (said and clause.link != "after"))


# --- groups -------------------------------------------------------------------------------------------------------------------------------


def _groups(parse: Parse, tokens: Sequence[int], placed: Mapping[int, Timex]) -> list[list[int]]:
    """Expressions of one clause that date one event together ("a week later, on 21 September"), the finest first in each."""
    groups: list[list[int]] = []
    for token in tokens:
        when = placed[token].when
        home = next(
            (
                g
                for g in groups
                if when is not None
                and all((w := placed[k].when) is not None and compatible(w, when) for k in g)
                and (_adjacent(parse, g[-1], token) or not _verb_between(parse, g[-1], token))
                and not any(parse.low(k) == "again" for k in range(g[-1], token))
            ),
            None,
        )
        if (
            home is None
            and groups
            and when is not None
            and _adjacent(parse, groups[-1][-1], token)
            and _apposed(parse, groups[-1][-1], token)
        ):
            home = groups[-1]
        if home is None:
            groups.append([token])
        else:
            home.append(token)
    for group in groups:
        group.sort(key=lambda k: (-fineness(placed[k].when), k))
    return groups


def _adjacent(parse: Parse, a: int, b: int) -> bool:
    return all(parse.low(k) in BETWEEN_DATES for k in range(a + 1, b))


def _apposed(parse: Parse, a: int, b: int) -> bool:
    """Whether the second expression only restates the first in other words ("on 3 May, two years after the launch")."""
    endings = ("later", "earlier", "ago", "today", "after", "before")
    return b in parse.lengths or any(parse.tokens[k].text.lower().endswith(endings) for k in (a, b))


def _verb_between(parse: Parse, a: int, b: int) -> bool:
    return any(verb_at(parse, k) and (v := parse.verb_over(k)) is not None and not v.finite for k in range(a + 1, b))


def _gapped(parse: Parse, clause: Clause, group: Sequence[int], tokens: Sequence[int]) -> range | None:
    """The words of "and Herat on the 12th" after "Kunduz was lost on the 8th", which leave the verb out."""
    first = min(group)
    before = [k for k in tokens if k < first]
    if not before or clause.verb is None or before[-1] < clause.verb.first or any(verb_at(parse, k) for k in range(before[-1] + 1, first)):
        return None
    start, end = before[-1] + 1, first
    while start < end and parse.low(start) in (",", "and", "but", "then"):
        start += 1
    while end > start and (parse.low(end - 1) in PREPOSITIONS or parse.low(end - 1) == ","):
        end -= 1
    if (
        start >= end
        or start == before[-1] + 1
        or parse.low(start) in PREPOSITIONS
        or not (parse.tokens[start].capital or parse.low(start) in DETERMINERS)
    ):
        return None
    return range(start, end)


def _infinitive(parse: Parse, clause: Clause, token: int) -> Verb | None:
    """The infinitive that a date belongs to, where it stands between the clause's verb and the date ("agreed to leave by May")."""
    if clause.verb is None:
        return None
    for k in range(token - 1, clause.verb.last - 1, -1):
        verb = parse.verbs.get(k)
        if verb is not None and verb.form == "infinitive":
            return verb if PLANNING.search(parse.words(range(clause.verb.first, k))) else None
        if parse.tokens[k].kind == "time":
            return None
    return None


def _dates_before(parse: Parse, token: int, placed: Mapping[int, Timex], heading: Timex) -> bool:
    """Whether an expression dates its clause before the entry in which it is told."""
    when, entry = placed[token].when, heading.when
    attributive = parse.low(token - 1) in DETERMINERS or parse.low(token - 1) == "since"
    return not attributive and when is not None and entry is not None and (when.end or 0) <= (entry.start or 0)


def _give_heading(parse: Parse, found: list[Draft], heading: Timex, placed: Mapping[int, Timex]) -> None:
    """A date that heads a passage goes to the events of its first sentence that it can date, else makes one of its own."""
    for draft in found:
        whens = [w for k in draft.times if (w := placed[k].when) is not None]
        if draft.clause.role in ("main", "coordinate") and heading.when is not None and all(compatible(w, heading.when) for w in whens):
            draft.heading = heading
            return
    main = next((c for c in parse.clauses if c.role == "main"), parse.clauses[0])
    tells_now = main.verb is not None and main.verb.form == "present"
    if not tells_now and any(
        draft.clause is main and draft.nominal is None and _dates_before(parse, draft.times[0], placed, heading) for draft in found
    ):
        return  # "**16 January.** The sledge broke on Monday", not "**5 July.** She asks for his letter of 3 May"
    found.append(Draft(parse, main, [], heading=heading))
