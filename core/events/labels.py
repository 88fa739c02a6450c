"""What an editor would put on a timeline: the words of a clause, subject first, without the date, in ninety characters."""

import re
from collections.abc import Callable, Iterator, Mapping

from core.events.attach import PLANNED
from core.events.clauses import UNSHARED, Parse
from core.events.draft import Draft
from core.events.fitting import LONGEST, at_joint, shortened, tidy
from core.events.groups import Verb, past
from core.events.phrases import PARTICLES, TELLING, Clause, is_happening
from core.events.status import begins_then
from core.events.subjects import antecedent, plural
from core.events.tokens import NOT_OF, PREPOSITIONS, Token
from core.events.undated import stands_bare, undated

PLURAL_OF = {"is": "are", "was": "were", "has": "have"}
FIRST_PERSON = frozenset("i we my our us me mine ours".split())
QUOTING = frozenset(('"', "“", "”", "''", "``"))
TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Characters that turn the direction of all that follows, beyond the label too."""
NOMINAL_EDGES = re.compile(r"^(?:the|a|an|its|their|his|her) | (?:forward|back)$", re.IGNORECASE)


def label(draft: Draft, names: Mapping[int, str], is_name: Callable[[int], bool] = lambda _: False) -> str:
    """The label of a draft. `names` gives for a pronoun, by its token, the words for whom or what it certainly stands; `is_name` says
    whether a name begins at an offset of the text.

    The subject comes first, then what is said of it, with what was said where the saying is the event; never longer than 90 characters.
    """
    parse, clause = draft.parse, draft.clause
    words, written = _worded(draft, names, is_name)
    if not (clause.subject and all(parse.tokens[k].kind == "time" for k in clause.subject)):
        words = undated(draft, words, written)  # but "The latest quarter includes a gain"
    if len(words) < 2 and clause.parent is not None and draft.nominal is None:
        words = undated(draft, [*clause.parent.tokens, *clause.tokens], written)
    text = _fitted(draft, words, written, is_name)
    if len(text) < 3:
        text = shortened(tidy(_written(parse, list(range(len(parse.tokens))), written)))
    if draft.nominal is not None and not draft.elliptic:
        text = NOMINAL_EDGES.sub("", text)
    text = text.translate(TURNS)
    return text[:1].upper() + text[1:]


def _fitted(draft: Draft, words: list[int], written: Mapping[int, str], is_name: Callable[[int], bool]) -> str:
    """The words within the length of a label: whole, else cut at a joint behind the verb, else without what can be spared."""
    texts, tried = [], None
    for one in _ever_shorter(draft, words, is_name):
        if one is tried:
            continue  # there was nothing to spare
        tried = one
        text = tidy(_written(draft.parse, one, written))
        if len(text) <= LONGEST:
            return text
        core = len(tidy(_written(draft.parse, _core(draft, one), written)))
        if (cut := at_joint(text, core + 2)) is not None:
            return cut
        texts.append((text, core + 2))
    return shortened(*texts[-1])


def _ever_shorter(draft: Draft, words: list[int], is_name: Callable[[int], bool]) -> Iterator[list[int]]:
    """The words, then without what can be spared: who the subject is besides, where something was said, what stands between commas."""
    parse, clause = draft.parse, draft.clause
    yield words
    if clause.verb is None or not clause.verb.finite or draft.nominal is not None:
        return
    said = reported(parse, clause)
    for one in (clause, *said):
        words = _plain_subject(parse, one, words)
        yield words
    verb, told = clause.verb, clause.verb.head in TELLING
    if said and clause.saying and not told:
        joints = {c.tokens[0] - 1 for c in said[1:]}  # "said that the safe was whole and that the locks would be changed"
        words = [k for k in words if k < verb.last or k not in clause.tokens or k in joints]
        yield words
    for one in (clause, *said):
        words = _bare_subject(parse, one, words)
        yield words
    if said and parse.low(said[0].tokens[0]) == "that":
        words = [k for k in words if k != said[0].tokens[0]]
        yield words
    named = [k for k in clause.subject or () if is_name(parse.tokens[k].start)]
    if (
        named
        and parse.low(named[-1] - 1) not in ("of", "and")
        and all(parse.tokens[k].capital or parse.low(k) in ("and", "of", "for") for k in clause.subject or ())
    ):
        yield [k for k in words if k not in (clause.subject or ()) or k >= named[-1]]  # the name without the title


def _core(draft: Draft, words: list[int]) -> list[int]:
    """The words up to the verb of what is told, into which no label is cut."""
    clause = draft.clause
    if clause.verb is None or not clause.verb.finite or draft.nominal is not None:
        return words[:1]
    said = [c for c in reported(draft.parse, clause) if c.verb is not None]
    verb = said[0].verb if said and said[0].verb is not None else clause.verb
    return words[: words.index(verb.last - 1) + 1] if verb.last - 1 in words else words[:1]


def _worded(draft: Draft, names: Mapping[int, str], is_name: Callable[[int], bool]) -> tuple[list[int], dict[int, str]]:
    """The tokens of a label in their order, and those that are written otherwise than in the text."""
    parse, clause = draft.parse, draft.clause
    words, written = list(draft.words), dict(names)
    verb = clause.verb
    if (
        draft.elliptic
        and not draft.gap_is_object
        and verb is not None
        and plural(parse, draft.nominal or range(0))
        and parse.low(verb.first) in PLURAL_OF
    ):
        written[verb.first] = PLURAL_OF[parse.low(verb.first)]  # "Porto was lost on the 3rd, Braga and Viseu on the 7th"
    if verb is not None and verb.form == "gerund" and clause.subject and _acts(parse, clause):
        return words, written | {verb.first: past(parse.tokens[verb.first].low)}
    if clause.role == "apposed" and clause.subject:
        opens = clause.tokens[0]
        return words, written | {opens: f"{'were' if plural(parse, clause.subject) else 'was'} {parse.tokens[opens].text}"}
    if draft.nominal is not None or verb is None:
        return words, written
    if verb.finite and parse.low(verb.first) == "been":
        written[verb.first] = "had been"  # "Had the mill been sold, ..."
    if begins_then(draft):  # "did not open until 1923"
        refused = [k for k in range(verb.first, verb.last) if parse.low(k) in ("not", "never") or parse.low(k).endswith("n't")]
        words = [k for k in words if k not in refused or parse.low(k).endswith("n't")]
        written |= {k: parse.low(k).removesuffix("n't") for k in refused}
        if parse.low(verb.first).startswith("did") and verb.last - 1 in words and clause.role != "relative":
            words.remove(verb.first)
            written[verb.last - 1] = past(parse.low(verb.last - 1))
    if clause.saying and verb.finite and not draft.second and reported(parse, clause):
        return _with_report(draft, words, written, is_name)
    if clause.saying and verb.finite and (quote := _quotation(parse, clause, words)) is not None:
        words = [k for k in words if parse.tokens[k].kind != "mark" or k < verb.last or k in (clause.subject or ())]
        return [*words, quote], written | {quote: f": {parse.tokens[quote].text}"}  # 'Moe said on 3 May: "The dam will hold."'
    if (cleft := _cleft(parse, clause)) is not None:
        return cleft, written
    if clause.role == "relative" and clause.subject and (before := antecedent(parse, clause)):
        if clause.link == "whose":
            own = [k for k in clause.tokens[1:] if k < verb.first]
            owner = parse.tokens[before[-1]].text
            written[before[-1]] = owner + ("’" if owner.endswith("s") else "’s")
            return [*before, *own, *(k for k in clause.tokens if k >= verb.first)], written
        if clause.subject != before:
            lead = clause.tokens[:1] if parse.low(clause.tokens[0]) in PREPOSITIONS else []  # "doses, of which five million are sold"
            after = [k for k in clause.tokens if k >= verb.last]
            particle = after[:1] if after and _is_particle(parse, after[0]) else []
            after = after[len(particle) :]
            if after and parse.low(after[0]) == "to" and not lead and (to_do := parse.verbs.get(after[0])):
                particle, after = after[: to_do.last - after[0]], [k for k in after if k >= to_do.last]  # "had planned to sell the mill"
            end = next((n for n, k in enumerate(after) if parse.tokens[k].kind != "word" or parse.low(k) in PREPOSITIONS), len(after))
            thing, rest = (after[:end], after[end:]) if lead else ([], after)  # "for which the Front claimed responsibility"
            written[before[0]] = written.get(before[0]) or _decapitalised(parse, before[0], is_name)
            return [*clause.subject, *range(verb.first, verb.last), *particle, *thing, *lead, *before, *rest], written
    if (told := reported(parse, clause)) and told[0].tokens[0] == words[-1] + 1:
        words += [k for c in told for k in c.tokens]  # "rang the mayor to say that the dam would hold"
    if clause.subject and (clause.role == "reduced" or verb.head not in PLANNED) and _bare_passive(clause, verb):
        written[verb.first] = f"{'were' if plural(parse, clause.subject) else 'was'} {parse.tokens[verb.first].low}"
    return words, written


def _with_report(
    draft: Draft, words: list[int], written: dict[int, str], is_name: Callable[[int], bool]
) -> tuple[list[int], dict[int, str]]:
    """Who says it, then what is said, whichever the text gives first ("The road is closed, police said")."""
    parse, verb = draft.parse, draft.clause.verb
    assert verb is not None
    said = [k for c in reported(parse, draft.clause) for k in c.tokens]
    if said and said[0] < verb.first:
        said = [k for k in said if parse.low(k) not in QUOTING]
        said = said[next((n for n, k in enumerate(said) if parse.tokens[k].kind != "mark"), 0) :]
        while words and parse.tokens[words[-1]].kind == "mark":
            words = words[:-1]
        if any(parse.low(k) in FIRST_PERSON for k in said):  # his own words
            written[said[0]] = f": {written.get(said[0]) or parse.tokens[said[0]].text}"
        else:
            written[said[0]] = f"that {written.get(said[0]) or _decapitalised(parse, said[0], is_name)}"
        return words + said, written
    joints = [k for k in words if said and k > said[0]]  # the "and" between two things that were said
    return [*(k for k in words if k not in joints), *sorted([*joints, *said])], written


def _far(parse: Parse, clause: Clause, told: Clause) -> bool:
    """Whether a "what" is too far from the verb to be what is told: "was confirmed by the wish to spoil what ought to be easy"."""
    verb = clause.verb
    return told.link in ("what", "how", "why") and verb is not None and told.tokens[0] > verb.last + 3


def _cleft(parse: Parse, clause: Clause) -> list[int] | None:
    """ "It was Ida Moe who paid": the words of "Ida Moe paid"."""
    verb = clause.verb
    if verb is None or verb.head != "be" or not clause.subject or len(clause.subject) > 1 or parse.low(clause.subject[0]) != "it":
        return None
    told = next((c for c in parse.clauses if c.parent is clause and c.role == "relative" and c.link in ("who", "that") and c.verb), None)
    if told is None or not told.subject or told.subject[0] < verb.last:
        return None
    said = [k for c in reported(parse, told) for k in c.tokens]
    return [*told.subject, *(k for k in told.tokens[1:] if k not in told.subject), *said]


def _bare_passive(clause: Clause, verb: Verb) -> bool:
    """Whether a clause leaves out its "was": "Ida Moe, elected in 1990, ...", "Paul (born 1893)", "built in 1901 and sold in 1950"."""
    if clause.role == "coordinate" and clause.sharer is not None:
        bare = clause.sharer.role in ("reduced", "participial") and not clause.auxiliary
        return bare and verb.form == "participle" and verb.passive and verb.head not in UNSHARED
    if clause.role in ("reduced", "participial"):
        return verb.form == "participle" and verb.passive
    return clause.role == "aside" and verb.loose and verb.last - verb.first == 1 and verb.head not in UNSHARED


def _quotation(parse: Parse, clause: Clause, words: list[int]) -> int | None:
    """The quotation that follows a clause of saying behind a colon, or with which it opens ('"It is over," said Ida Moe')."""
    mark, first = clause.tokens[-1] + 1, next((k for k in clause.tokens if parse.tokens[k].kind != "mark"), 0)
    if parse.tokens[first].kind == "quote" and first not in words and clause.subject and clause.subject[0] > first:
        return first
    follows = mark + 1 < len(parse.tokens) and parse.low(mark) == ":" and parse.tokens[mark + 1].kind == "quote"
    return mark + 1 if follows and mark + 1 not in words else None


def _is_particle(parse: Parse, k: int) -> bool:
    """Whether a word behind a verb belongs to it and not to what follows: "that Moe set up in 1987", "was called in"."""
    ends = k + 1 >= len(parse.tokens) or parse.tokens[k + 1].kind != "word" or parse.low(k + 1) in PREPOSITIONS
    return (parse.low(k) in PREPOSITIONS and stands_bare(parse, k + 1)) or (parse.low(k) in PARTICLES and ends)


def _decapitalised(parse: Parse, k: int, is_name: Callable[[int], bool]) -> str:
    token = parse.tokens[k]
    return token.text if is_name(token.start) or (token.text.isupper() and token.text != "A") else token.text[:1].lower() + token.text[1:]


def reported(parse: Parse, clause: Clause) -> list[Clause]:
    """What a clause of saying reports, clause by clause, what is reported in it included."""
    found = [c for c in parse.clauses if c.role == "reported" and c.parent is clause and not _far(parse, clause, c)]
    return [d for c in found for d in [c, *reported(parse, c)]]


def _plain_subject(parse: Parse, clause: Clause, words: list[int]) -> list[int]:
    """The words without what stands between commas in the subject."""
    subject = set(clause.subject or ())
    commas = [k for k in words if k in subject and parse.low(k) == ","]
    last = commas[-1] if len(commas) > 1 else max(subject, default=0)
    closed = parse.low(max(subject, default=-1)) == ","  # "Ida Moe, his aide and friend, left" is no list
    listed = not closed and any(parse.low(k) in ("and", "or") for k in subject if not commas or k > commas[0])
    if not commas or listed:
        return words
    return [k for k in words if not (k in subject and commas[0] <= k <= last)]


def _bare_subject(parse: Parse, clause: Clause, words: list[int]) -> list[int]:
    """The words without what is added to the subject with a preposition ("the talks in Lima between the two")."""
    subject = set(clause.subject or ())
    joint = next((k for k in sorted(subject)[1:] if parse.low(k) in NOT_OF and not _is_doing(parse.tokens[k - 1])), None)
    return words if joint is None else [k for k in words if not (k in subject and k >= joint)]


def _acts(parse: Parse, clause: Clause) -> bool:
    """Whether a verb in -ing tells what its subject did: "..., killing two", "before leaving", "with Orrin reporting a loss"."""
    above = clause.parent.verb if clause.parent is not None else None
    if above is None or above.form not in ("past", "perfect") or clause.role not in ("participial", "adverbial"):
        return False
    first = parse.low((clause.sharer or clause).tokens[0])
    return clause.role == "adverbial" or first == "," or (clause.subject is not None and parse.low(clause.subject[0] - 1) == "with")


def _is_doing(token: Token) -> bool:
    """Whether a noun's qualifier begins here that it is nothing without: "events leading to the fall"."""
    return token.low.endswith("ing") and not is_happening(token)


def _written(parse: Parse, words: list[int], names: Mapping[int, str]) -> str:
    """The words as the text spaces them, pronouns replaced."""
    parts: list[str] = []
    last = None
    for k in words:
        token = parse.tokens[k]
        if token.text == "," and last is not None and last < k - 1 and parse.tokens[last].text == ",":
            del parts[-2:]  # the commas around what was left out
            last = None
            continue
        if parts:
            parts.append(parse.text[parse.tokens[last].end : token.start] if last is not None and last == k - 1 else " ")
        parts.append(names.get(k, token.text))
        last = k
    return "".join(parts)
