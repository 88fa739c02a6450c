"""The verb groups among the words of a sentence: "would have been signed", "to leave", "opened"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from core.events.tokens import ADVERBS, CLOSED, DETERMINERS, NOT_OF, PREPOSITIONS, PRONOUNS, VERBAL, Token, root
from core.events.verbs import (
    BASE,
    BE,
    DO,
    FINITE,
    HAVE,
    IRREGULAR,
    MODAL,
    NOT_PAST,
    NOT_VERBS,
    NOUNS_TOO,
    ONLY_PAST,
    PARTICIPLES,
    PAST,
    PAST_OF,
    PRESENT,
    SAY,
    SOMETIMES_VERBS,
)

Form = Literal["past", "present", "future", "modal", "perfect", "participle", "gerund", "infinitive"]
OPENED_BY = PREPOSITIONS | DETERMINERS | {"to"}
"""What follows a participle that opens a sentence."""
COPULAS = frozenset("is are was were be been has had have".split())
OBJECTS = frozenset("to that from into out up off down back him them it".split())
NO_INFINITIVE = (
    DETERMINERS
    | PRONOUNS
    | frozenset(
        "power court prison jail parliament office town war date death peace work about more least fewer what where which whom".split()
    )
)
PRESENT_AUXILIARIES = frozenset("is are am has have do does isn't aren't hasn't haven't don't doesn't 's 're 'm 've".split())
NEVER_GERUNDS = frozenset(
    "during king ring spring morning evening nothing something anything everything including according following thing wing string"
    " beijing being regarding concerning sterling peking ceiling sibling pudding"
    " outstanding remaining existing leading ongoing neighbouring neighboring surrounding upcoming forthcoming".split()
)
NOT_GERUNDS = NEVER_GERUNDS | frozenset(
    "building bring meeting hearing briefing ruling opening beginning filing landing wedding bombing shooting killing fighting offering"
    " warning uprising housing funding banking manufacturing engineering".split()
)
"""Words in -ing that are nouns, unless a comma goes before."""
ONLY_PARTICIPLES = PARTICIPLES - PAST - set(IRREGULAR)
"""Forms that are no verb of their own ("known", "taken"), but where an auxiliary is left out ("were shot and their bodies thrown")."""
WHICH = frozenset(("which", "whom"))
UNTIL_THEN = frozenset("when while if though although once unless".split())
"""What a participle without a subject follows: "said when asked"."""
SUBJECTS = frozenset("he she they we i".split())
MADE = frozenset(root(word) for word in "appoint rename elect crown name".split())
"""Verbs of what one becomes: "was elected in 2001, appointed minister in 2003"."""
VERDICTS = frozenset("guilty dead innocent bankrupt insolvent unfit alive".split())
"""What one may be found or declared."""
NUMBERS = frozenset("one two three four five six seven eight nine ten twelve".split())
BEFORE_PAST = PRONOUNS | ADVERBS | {",", "and", "but"}
"""What can stand before a verb in the past that is more often something else."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group: the half-open range of its tokens, its form, the root of its head, and whether it is negated or passive."""

    first: int
    last: int
    form: Form
    head: str
    negated: bool = False
    passive: bool = False
    loose: bool = False
    """Whether it may as well be a participle that belongs to the noun before it ("the agreement reached in Doha")."""

    @property
    def finite(self) -> bool:
        """Whether it makes a clause of its own."""
        return self.form not in ("participle", "gerund", "infinitive")


def verbs(tokens: Sequence[Token]) -> dict[int, Verb]:
    """The verb groups by their first token."""
    groups: dict[int, Verb] = {}
    done, finite = 0, False
    for i, token in enumerate(tokens):
        if not token.verbal or i < done:
            continue
        verb: Verb | None
        if token.low == "never":
            after = _verb(tokens, i + 1) if i + 1 < len(tokens) and tokens[i + 1].kind == "word" else None
            verb = replace(after, first=i, negated=True) if after else None  # "never opened"
        else:
            verb = _verb(tokens, i)
        if verb:
            groups[i] = verb
            done = verb.last
            finite = finite or verb.finite
    if (closing := _behind_commas(tokens, groups)) is not None:
        return groups | {closing.first: closing}
    if not finite and (opening := _telegraphic(tokens, groups.get(0))) is not None:
        return groups | {0: opening}
    if not finite and (verb := _present(tokens)) is not None and verb.first not in groups:
        groups[verb.first] = verb
    elif finite and (relative := _only_relative(tokens, groups)) is not None:
        verb = _present(tokens, relative.last + 1)
        if verb is not None and verb.first not in groups:
            groups[verb.first] = verb
    return groups


def _only_relative(tokens: Sequence[Token], groups: Mapping[int, Verb]) -> Verb | None:
    """The only finite verb of a sentence, where that is of a relative clause ("The deal that ended the strike runs until May")."""
    found = [v for v in groups.values() if v.finite]
    return found[0] if len(found) == 1 and found[0].first > 1 and tokens[found[0].first - 1].low in ("who", "which", "that") else None


def _telegraphic(tokens: Sequence[Token], first: Verb | None) -> Verb | None:
    """The verb of a note without a subject: "Arrested the cook on 3 May."."""
    if first is None or first.form != "participle" or first.last >= len(tokens):
        return None
    after = tokens[first.last]
    return replace(first, form="past", passive=False) if after.capital or after.low in DETERMINERS else None


def _present(tokens: Sequence[Token], start: int = 1) -> Verb | None:
    """The verb of a sentence told in the present ("Crowds overrun the runway"): the first plain word between a noun and its object."""
    for i in range(start, len(tokens)):
        word, before = tokens[i], tokens[i - 1]
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        plain = word.kind == "word" and word.text.isalpha() and word.text.islower() and word.low not in CLOSED and not _ly(word.low)
        if not plain or before.kind != "word" or before.low in CLOSED or before.low in NUMBERS or after is None:
            continue
        third = word.low.endswith("s") and not word.low.endswith("ss") and not before.low.endswith("s")
        object_follows = after.low in DETERMINERS or after.low in OBJECTS or after.capital or after.text[0].isdigit()
        ends = after.kind in ("time", "mark") and after.text not in "-–'’"
        noun = before.capital or i == 1 or tokens[i - 2].low in DETERMINERS
        if object_follows or (third and noun and (ends or after.low in PREPOSITIONS)):
            return Verb(i, i + 1, "present", root(word.low))
    return None


def _behind_commas(tokens: Sequence[Token], groups: Mapping[int, Verb]) -> Verb | None:
    """The word in -s behind the second comma of a sentence that has no verb but between the two: "Orrin, founded in 1988, employs 900"."""
    commas = [k for k, t in enumerate(tokens) if t.low == ","][:2]
    i = commas[-1] + 1 if len(commas) == 2 else len(tokens)
    if i + 1 >= len(tokens) or any(t.low in ("and", "or") for t in tokens[commas[0] : i]):
        return None
    word, after = tokens[i], tokens[i + 1]
    third = word.text.islower() and word.low.endswith("s") and not word.low.endswith(("ss", "us", "is")) and word.low not in CLOSED
    goes_on = after.low in DETERMINERS or after.low in PREPOSITIONS or after.text[0].isdigit()
    alone = all(commas[0] < k < i for k, verb in groups.items() if verb.finite)
    return Verb(i, i + 1, "present", root(word.low)) if third and goes_on and alone else None


def _ly(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4


def _verb(tokens: Sequence[Token], i: int) -> Verb | None:
    word = tokens[i]
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    low = word.low
    if i > 1 and before is not None and before.kind == "time" and low.endswith("ing") and tokens[i - 2].low in DETERMINERS:
        return None  # "the Oct. 23 slaying"
    if low == "to":
        return _infinitive(i, after)
    if low in FINITE or low in BE or low in HAVE or low in DO:
        name = word.capital and low in ("will", "may", "can", "am") and i > 0
        testament = low == "will" and _is(before, DETERMINERS)  # "the will of Ivo Holm was read"
        over = low in BE and after is not None and after.low in ("out", "over") and before is not None and before.kind == "time"
        return None if name or testament or over else _auxiliary(tokens, i)
    if word.capital:
        return _opening_participle(tokens, i, after)
    if low in ("ended", "ending") and before is not None and before.kind == "time" and after is not None and after.kind == "time":
        return None  # "the quarter ended 30 June"
    if low == "retired" and before is not None and before.low == "," and after is not None and after.low in NOT_OF:
        return Verb(i, i + 1, "past", root(low), loose=True)  # "Ida Moe, once mayor, retired in May"
    joined = (
        before is not None and (before.low in ("and", ",") or before.low in ADVERBS) and after is not None and after.low == "to"
    )  # "and hopes to win"
    if low in NOUNS_TOO and not joined and not _has_subject(tokens, i):
        return None
    if (low in PRESENT or (low in SAY and after is not None and after.low == "that")) and not (
        _is(before, DETERMINERS) or _is(before, PREPOSITIONS)
    ):
        return Verb(i, i + 1, "past" if low in PAST or low.endswith("ed") else "present", root(low))
    if (
        before is not None
        and before.low in ("who", "which", "he", "she", "it")
        and low.endswith("s")
        and not low.endswith("ss")
        and low not in CLOSED
    ):
        return Verb(i, i + 1, "present", root(low))
    if low in BASE and before is not None and before.low in ("who", "which"):
        return Verb(i, i + 1, "present", root(low))
    if low.endswith("s") and (_conditional(tokens, i) or _of_which(tokens, i)):
        return Verb(i, i + 1, "present", root(low))
    if i > 1 and before is not None and before.low == "s" and tokens[i - 2].low == "'" and low.endswith("ing"):
        return None  # "over Thursday's closing price"
    if low.endswith("ing") and after is not None and after.low == "of" and i > 1 and tokens[i - 2].low in DETERMINERS:
        return None  # "the military planning of the alliance"
    if low == "missing" and before is not None and before.low not in BE and not _is(before, DETERMINERS):
        return Verb(i, i + 1, "participle", root(low), passive=True)  # "Ida Moe, missing since May, was found"
    nouns = NEVER_GERUNDS if before is not None and before.low == "," else NOT_GERUNDS
    if low.endswith("ing") and low not in nouns and len(low) > 4 and not _is(before, DETERMINERS) and not _ends_compound(before, after):
        return Verb(i, i + 1, "gerund", root(low))
    if low in ONLY_PAST or (low in SOMETIMES_VERBS and (_is(before, PRONOUNS) or _intransitive(before, after))):
        return Verb(i, i + 1, "past", root(low))
    if _past(low) and not _is(before, DETERMINERS) and not (_is(before, PREPOSITIONS) and low != "said"):
        named = low in ("left", "found", "lay", "saw") and i > 1 and tokens[i - 2].low in DETERMINERS  # "the president left"
        if i > 1 and tokens[i - 2].low in ("a", "an") and before is not None and before.low in NUMBERS:
            return None  # "a three pronged attack"
        if low in NOT_PAST and not _after_subject(before) and not (named and before is not None and before.low not in CLOSED):
            return None
        at = i + 2 if after is not None and after.kind == "time" else i + 1  # "announced on Monday by", "announced today by"
        only = low in ONLY_PARTICIPLES and not any(t.low in ("and", "(") for t in tokens[max(0, i - 4) : i])
        only = only or (before is not None and before.low in UNTIL_THEN)
        passive = only or (
            before is not None
            and before.low not in SUBJECTS
            and at < len(tokens)
            and tokens[at].low == "by"
            and not _number(tokens, at + 1)
        )
        return Verb(i, i + 1, "participle" if passive else "past", root(low), passive=passive, loose=True)
    return None


def past(word: str) -> str:
    """The past of a verb that is written in -ing, or plainly.

    >>> past("capturing"), past("taking"), past("carrying"), past("playing"), past("stopping"), past("cutting"), past("bring")
    ('captured', 'took', 'carried', 'played', 'stopped', 'cut', 'brought')
    """
    if word in IRREGULAR:
        return IRREGULAR[word].split()[0]
    stem = word.removesuffix("ing") if word.endswith("ing") else word.removesuffix("e")
    single = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    if (irregular := PAST_OF.get(stem) or PAST_OF.get(single)) is not None:
        return irregular
    return stem[:-1] + "ied" if stem.endswith("y") and stem[-2:-1] not in "aeou" else stem + "ed"


def _of_which(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word in -s is the verb of a short relative clause: "the act, on which the court relies, came into force"."""
    if i < 3 or not (tokens[i - 2].low in WHICH or tokens[i - 3].low in WHICH) or i + 1 >= len(tokens):
        return False
    low, after = tokens[i].low, tokens[i + 1]
    subject = tokens[i - 1].capital if tokens[i - 2].low in WHICH else tokens[i - 2].low in DETERMINERS
    return subject and not low.endswith("ss") and low not in CLOSED and (after.kind != "word" or after.low in PREPOSITIONS)


def _conditional(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word in -s is the verb of a short condition: "if the bank fails in June", "unless Orrin pays"."""
    low = tokens[i].low
    if low.endswith("ss") or i < 2 or tokens[i - 1].kind != "word" or tokens[i - 1].low in CLOSED:
        return False
    opens = tokens[i - 2] if tokens[i - 1].capital else tokens[i - 3] if i > 2 and tokens[i - 2].low in DETERMINERS else None
    return opens is not None and opens.low in ("if", "unless")


def _intransitive(before: Token | None, after: Token | None) -> bool:
    """Whether a word stands between a noun and a preposition ("the column advanced on the town")."""
    noun = before is not None and before.kind == "word" and before.low not in CLOSED and before.low not in VERBAL
    return noun and after is not None and after.low in NOT_OF


def _has_subject(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands before a word can be its subject: a name, a pronoun, a date, or a noun with its article."""
    before = tokens[i - 1] if i else None
    if before is None or before.kind == "mark":
        return False
    return (
        before.kind == "time"
        or before.capital
        or before.text.isdigit()
        or before.low in PRONOUNS
        or (i > 1 and tokens[i - 2].low in DETERMINERS)
    )


def _ends_compound(before: Token | None, after: Token | None) -> bool:
    """Whether a word in -ing closes a noun phrase ("of blood poisoning.", "a Picasso drawing.")."""
    closed = after is None or after.kind in ("mark", "time") or after.low in COPULAS or after.low in ("and", "or")
    return closed and before is not None and before.kind == "word" and before.low not in CLOSED and not _past(before.low)


def _opening_participle(tokens: Sequence[Token], i: int, after: Token | None) -> Verb | None:
    """A sentence that begins "Speaking in Paris, ...", "Asked about the strike, ..." or "Unveiled last April, ..."."""
    low = tokens[i].low
    leads = after is not None and (after.low in OPENED_BY or after.kind == "time" or after.low.endswith("ing"))
    leads = leads or (after is not None and after.text.islower() and (root(low) in MADE or after.low in VERDICTS) and _comma_first(tokens))
    if i or not leads:
        return None
    if low.endswith("ing") and low not in NOT_GERUNDS and len(low) > 4:
        return None if _is_subject(tokens) else Verb(i, i + 1, "gerund", root(low))
    return Verb(i, i + 1, "participle", root(low), passive=True) if _past(low) else None


def _comma_first(tokens: Sequence[Token]) -> bool:
    """Whether a sentence has a comma before its first verb: "Elected mayor in 2001, Moe left", but "Elected officials warned ..."."""
    return next((t.low for t in tokens[1:] if t.low in FINITE or t.low == "," or _past(t.low)), "") == ","


def _is_subject(tokens: Sequence[Token]) -> bool:
    """Whether the word in -ing that opens a sentence is what its verb is about: "Trading in the shares was halted"."""
    ends = next((t for t in tokens[1:] if t.low == "," or t.low in PRONOUNS or t.low in BE or t.low in HAVE or t.low in FINITE), None)
    return ends is not None and ends.low != "," and ends.low not in PRONOUNS


def _is(token: Token | None, words: frozenset[str]) -> bool:
    return token is not None and token.kind == "word" and (token.low in words or token.low.endswith("'s"))


def _past(low: str) -> bool:
    return low in PAST or low in PARTICIPLES or (low.endswith("ed") and len(low) > 3 and low not in NOT_VERBS)


def _after_subject(before: Token | None) -> bool:
    if before is None:
        return False
    return before.low in BEFORE_PAST or (before.kind == "word" and (before.capital or before.low.endswith("s")))


def _number(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and (
        tokens[i].text[0].isdigit() or tokens[i].kind == "time" or tokens[i].low in ("about", "nearly", "more", "half")
    )


def _infinitive(i: int, after: Token | None) -> Verb | None:
    if (
        after is None
        or after.kind != "word"
        or after.capital
        or after.low in NO_INFINITIVE
        or after.low in NUMBERS
        or not after.low[0].isalpha()
    ):
        return None
    if after.low.endswith("s") and not after.low.endswith("ss") and after.low not in ("focus",):
        return None
    if after.low.endswith(("ing", "ed")) and after.low not in ("bring", "need", "proceed", "succeed", "feed", "sing"):
        return None
    return Verb(i, i + 2, "infinitive", root(after.low))


REFLEXIVES = frozenset("himself herself itself themselves".split())
"""What may stand between an auxiliary and its participle: "she was herself arrested"."""


def _auxiliary(tokens: Sequence[Token], i: int) -> Verb:
    """A group that begins with an auxiliary: through adverbs to the participle, infinitive or further auxiliary that it governs."""
    low = tokens[i].low
    be, have = low in BE, low in HAVE
    if be and i + 1 < len(tokens) and tokens[i + 1].low == "to" and i + 2 < len(tokens) and tokens[i + 2].low not in NO_INFINITIVE:
        rest = _auxiliary(tokens, i + 2)  # "was to be opened"
        return Verb(i, rest.last, "future", rest.head, rest.negated, rest.passive)
    form: Form = "past"
    if low in MODAL:
        form = "future" if low in ("will", "shall", "won't", "'ll") else "modal"
    elif low in PRESENT_AUXILIARIES:
        form = "present"
    elif low in ("be", "been"):
        form = "participle"
    elif low in ("being", "having"):
        form = "gerund"
    negated = low.endswith("n't") or low == "cannot"
    head, last, passive = low, i + 1, False
    j = i + 1
    while j < len(tokens) and tokens[j].kind == "word":
        word = tokens[j].low
        if word in ADVERBS or word in REFLEXIVES or _ly(word) or (word == "last" and j + 1 < len(tokens) and _past(tokens[j + 1].low)):
            negated = negated or word in ("not", "never", "n't")
            j += 1
            continue
        if word in BE or word in HAVE:
            be, have = word in BE, have or word in HAVE
            head = word
        elif be and word.endswith("ing") and word not in NOT_GERUNDS:
            head = root(word)
        elif (be or have) and (_past(word) or word in PARTICIPLES) and not tokens[j].capital:
            head, passive = root(word), be
        elif (low in MODAL or low in DO) and word[0].isalpha() and word not in DETERMINERS and not tokens[j].capital and head == low:
            head = root(word)
        else:
            break
        j += 1
        last = j
        if head not in BE and head not in HAVE:
            break
    if negated and last == i + 1:
        last = j if j <= len(tokens) and tokens[j - 1].low in ("not", "never") else last
    if form == "present" and low in HAVE and head != low:
        form = "perfect"
    return Verb(i, last, form, "be" if head in BE else "have" if head in HAVE else head, negated, passive)
