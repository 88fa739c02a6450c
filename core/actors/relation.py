"""A mention and the words beside it -> how it hangs on them: as subject, object, party, one who is represented, a place, or not at all.

No parse: what stands before a mention (a preposition, a verb, nothing) and after it (a possessive, a noun that it qualifies) decides.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from core.actors.lexicon import english, known
from core.model import Actor, Span

TOKEN = re.compile(r"[\w$][\w'’.-]*|[^\w\s]")
LOOK_BACK = 120
LOOK_AHEAD = 48
NO_NOUNS = english.PREPOSITIONS | english.CLAUSE_OPENERS | english.CALENDAR | english.TIME_WORDS | english.TERRITORIAL | english.FUNCTION
APPOSED = english.TITLES | english.RELATIVES | (english.GROUPS - english.ORGANISATION_WORDS)
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve twenty dozen hundred".split())
COMING = frozenset("back came come comes returned returns fled arrived arrives home escaped sailed flew travelled out".split())
SETTING_OUT = frozenset("left leave leaves leaving sailed sails departed departs headed heading bound".split())
BELONGING = frozenset("taught teaches studied worked works served serves trained played lectured enrolled graduated".split())
"""Verbs of what somebody does as one of a body ("taught at Orrin College")."""
APPOSED_NAME = re.compile(r",? [A-Z]")
SEATS = frozenset("office offices headquarters door gates board staff desk".split())
"""What is brought or sent to these, is to the body itself ("a letter to Orrin's office")."""
CREWS = frozenset("crew team four eight pair trio quartet quintet duo band panel partnership line-up".split())
"""Nouns whose "of" names those who make them up."""
LINKED = re.compile(r"(?:On the (?:other|one) hand|At the same time),? $")
"""What leads from one sentence to the next and so to its subject."""
LED = english.COLLECTIVES | CREWS | frozenset("group men rebels peasants expedition inquiry commission".split())
"""Those whose "under" names who leads them: "a rival group under Ida Moe"."""
LONGEST_NOUN = 6
DESCRIBING = frozenset(("the", "a", "an", "his", "her", "its", "their"))
Relation = Literal["subject", "object", "party", "represented", "place", "none"]


@dataclass(frozen=True, slots=True)
class Part:
    """A mention in a clause: its actor, where it stands, and how it hangs on its neighbours."""

    actor: Actor
    span: Span
    relation: Relation


def parts(text: str, low: int, found: Iterable[tuple[Span, Actor]]) -> Iterator[Part]:
    """The mentions of a stretch, in order, with their relations; nothing before `low` is looked at."""
    before: Part | None = None
    for span, actor in found:
        before = Part(actor, span, _relation(text, low, span, actor, before))
        yield before


def is_verb(word: str) -> bool:
    """Could a lower-case word be a finite verb? ("signed", "withdrew", "said")"""
    return word in english.PAST or word in english.SPEAKING or (word.islower() and word.endswith("ed") and len(word) > 4)


def _relation(text: str, low: int, span: Span, actor: Actor, before: Part | None) -> Relation:
    head, possessive = _follower(text, span.end)
    acting = not possessive and head in english.COLLECTIVES
    lead = _lead(text, low, span)
    relation = _before(text, low, span, lead, actor, before, land=actor.kind in ("country", "place") and not acting)
    if LINKED.search(text, low, span.start) and lead:
        relation = "subject"
    if relation == "represented" and actor.kind in ("unknown", "place") and not possessive and _vacant(text, lead, span, before):
        return "none"
    if lead and _counted(text, lead, span):
        return "none"
    if head in english.ARMS:
        return relation if relation != "none" or not possessive else _arm(text, low, span)
    if head in english.COLLECTIVES and head not in english.TITLES:
        return relation
    if possessive:
        return _possessor(relation, head, actor, text, span, before)
    if head in english.TRADES_OF_PEOPLE and _adjective(span.text):
        return "none"
    if head in english.TITLES:
        return "represented" if relation != "none" and actor.kind != "place" else "none"
    if head in english.DEEDS and relation in ("subject", "object"):
        return "subject"
    if actor.kind in ("unknown", "place") and not possessive and not span.text.isupper() and _qualifies_a_thing(lead, head, text, span.end):
        return "none"
    if _adjective(span.text) and head and head not in english.FUNCTION and not is_verb(head):
        return "none"
    return relation


def _qualifies_a_thing(lead: Sequence[str], head: str, text: str, end: int) -> bool:
    """Does a name between an article and a noun only say which thing is meant? ("the Marn ferry terminal", "a Roman grave")"""
    noun = head.isalpha() and head.islower() and head not in NO_NOUNS and not is_verb(head) and head not in english.PAST
    people = head in english.TITLES or head in english.COLLECTIVES or head in english.ARMS or head in english.DEEDS
    return bool(lead) and lead[-1].lower() in ("the", "a", "an") and text[end : end + 1] == " " and noun and not people


def _vacant(text: str, lead: Sequence[str], span: Span, before: Part | None) -> bool:
    """Is an office named without its holder, so that its "of" may name anything? ("elected mayor of Marn", "the Head of the Charles")"""
    last = lead[-1].lower() if lead else ""
    if last != "of" and not (last == "the" and lead[-2:-1] == ["of"]):
        return False
    held = before is not None and before.actor.kind == "person" and text[before.span.end : before.span.end + 1] == ","
    return not held and APPOSED_NAME.match(text, span.end) is None


def _lead(text: str, low: int, span: Span) -> list[str]:
    """The words before a mention, as far back as they are looked at."""
    return TOKEN.findall(text, max(low, span.start - LOOK_BACK), span.start)


def _possessor(relation: Relation, head: str, actor: Actor, text: str, span: Span, before: Part | None) -> Relation:
    """What "Iran's" makes of Iran: of its president the country behind, of its attack the doer, of its coast nothing."""
    if head in english.TRADES_OF_PEOPLE and _adjective(span.text):
        return "none"
    if head in english.KIN:
        return "none"
    if head in english.TITLES:
        return "represented" if relation != "none" else "none"
    apposed = before is not None and text[before.span.end : span.start] in (", ", ", the ")
    if actor.kind == "place" or apposed or head in english.RELATIVES or head.endswith("-in-law"):
        return "none"
    if head in english.DEEDS:
        return "subject"
    if relation == "object" or (relation == "party" and actor.kind == "organisation" and head in SEATS):
        return "party"
    return "subject" if relation == "subject" and actor.kind != "country" else "none"


def _arm(text: str, low: int, span: Span) -> Relation:
    """ "a bomber of the group's eastern branch": those whose arm acts are behind the deed."""
    return "represented" if TOKEN.findall(text[max(low, span.start - 24) : span.start])[-2:-1] == ["of"] else "none"


def _follower(text: str, end: int) -> tuple[str, bool]:
    """The word that a mention qualifies, or just the next one, and whether a possessive stands between."""
    rest = text[end : end + LOOK_AHEAD]
    possessive = rest[:2].lower() in ("'s", "’s") or rest[:2] in ("' ", "’ ")
    rest = rest[2:] if rest[:2].lower() in ("'s", "’s") else rest[1:] if possessive else rest
    if not rest.startswith((" ", "\n")):
        return "", possessive
    words: list[str] = []
    for token in rest.split()[:4]:
        word = token.strip(",.;:\"”'’)(")
        if word.lower() in english.TITLES:
            return word.lower(), possessive
        if not word or not (word[0].islower() or word.lower() in english.TITLE_PARTS) or word in english.FUNCTION or is_verb(word):
            break
        if word in english.COLLECTIVES or word in english.DEEDS or word in english.TITLES or word in english.ARMS:
            return word, possessive
        words.append(word)
        if word != token:
            break
    first = rest.split()[0].strip(",.;:\"”'’)(") if rest.split() else ""
    return first, possessive


def _adjective(name: str) -> bool:
    """Does the word qualify a noun that follows it? Demonyms and a country's initials do ("Danish farmers", "US farmers")."""
    entry = known().get(" ".join(name.split()))
    if entry is None:
        return name.endswith(("ian", "ean", "ish", "ese"))
    return entry.form == "demonym" or (entry.kind == "country" and name.replace(".", "").isupper())


def qualifies(text: str, span: Span) -> bool:
    """Does a country's adjective only describe what is no part of the country ("the Dutch group Orrin")?"""
    head, possessive = _follower(text, span.end)
    return _adjective(span.text) and not possessive and head.islower() and head not in english.COLLECTIVES and head not in english.FUNCTION


def _counted(text: str, lead: Sequence[str], span: Span) -> bool:
    """ "some 170 Danes", "5,000 Danish prisoners", "a Danish soldier": people who are no actor."""
    words = lead[-2:]
    word = words[-1].lower()
    if word.replace(",", "").isdigit():
        return not (len(word) == 4 and word.isdigit()) and words[0] != ":" and words[0].lower() not in english.CALENDAR  # "at 06:50"
    if span.text.endswith("s") and " " not in span.text and word in NUMBERS and span.text not in known():
        return True  # "bought three Viscounts"
    if " " not in span.text and _one_of_many(words) and _like_a_make(text, span):
        return True
    demonym = (entry := known().get(span.text)) is not None and entry.form == "demonym"
    if demonym and word in ("a", "an", "another", "one"):
        return text[span.end :].lstrip().split(" ", 1)[0].strip(".,") in english.ARMS
    if demonym and span.text.endswith("s") and is_verb(word):
        return True
    return demonym and (word in english.QUANTITIES or word in ("among", "other")) and not _official(text, span.end)


def _one_of_many(words: Sequence[str]) -> bool:
    """Do the words before a name speak of one of its kind? ("a blue" Fiat)"""
    word = words[-1].lower()
    plain = word.islower() and word not in NO_NOUNS and word not in english.TITLES
    return word in ("a", "an") or (words[0].lower() in ("a", "an") and plain)


def _like_a_make(text: str, span: Span) -> bool:
    """Is a lone name that follows an article no person's or body's by what comes after it? ("stopped a Fiat on the road")"""
    shaped = span.text not in known() and not span.text.isupper() and text[span.end : span.end + 1] in (" ", ".", ",", ";")
    if not shaped:
        return False
    follower = _follower(text, span.end)[0]
    return not follower or follower in english.FUNCTION


def _official(text: str, end: int) -> bool:
    """Are those counted people who act for the country? ("some Danish officials")"""
    return _follower(text, end)[0] in english.COLLECTIVES


def _before(text: str, low: int, span: Span, lead: list[str], actor: Actor, before: Part | None, land: bool) -> Relation:
    """The relation that the words before a mention give it; `lead` are they."""
    low = max(low, span.start - LOOK_BACK)
    if before and before.span.start >= low:
        gap = [t.lower() for t in TOKEN.findall(text[before.span.end : span.start])]
        if _coordinated(gap, text, span) and not (before.relation == "place" and actor.kind == "person"):
            return before.relation
        if gap and all(t in english.TITLES or t in english.TITLE_PARTS or t in english.COLLECTIVES for t in gap):
            return _before(text, low, before.span, _lead(text, low, before.span), actor, None, land)
        if gap in (["of"], ["of", "the"]) and before.actor.kind == "person":
            return "represented"
    tokens, office = list(lead), False
    if tokens[-1:] == [","] and len(tokens) > 1 and (tokens[-2].lower() in APPOSED or _apposed(tokens, text, span.end)):
        tokens = _noun_phrase(tokens[:-1])
    while tokens and (_skipped(tokens[-1]) or _office(tokens[-1].lower(), office)):
        office |= tokens.pop().lower() in english.TITLES
    if _describes(tokens, text, span.end):
        tokens = _noun_phrase(tokens)
        while tokens and _skipped(tokens[-1]):
            tokens.pop()
    if not tokens:
        return "subject"
    word = tokens[-1].lower()
    if word in english.SAYS and (len(tokens) == 1 or not tokens[-2][0].isalnum()):
        return "subject"
    if word == "from" and actor.kind in ("unknown", "place", "country") and text.startswith(" to ", span.end):
        return "place"  # "moved its office from Marn to Lorne"
    if word in english.PREPOSITIONS:
        return _after_preposition(word, tokens, actor, land)
    opens = word in english.CLAUSE_OPENERS or word == "whom" or word in english.CALENDAR or word in english.TIME_WORDS
    if opens or not word[0].isalnum() or word[0].isdigit():
        return "subject"
    if word in ("took", "retook", "stormed", "sacked") and actor.kind in ("unknown", "place") and " " not in span.text:
        return "place"  # "took Marn"
    return "place" if word in english.TERRITORIAL and (land or actor.kind == "unknown") else "object"


def _skipped(token: str) -> bool:
    """A determiner, an owner ("Lima's"), a quotation mark, or an adjective that tells by its shape ("Lima-based")."""
    shaped = token.endswith(("'s", "’s", "-based", "-led", "-owned", "-backed", "-born", "-run"))
    return shaped or token.lower() in english.SKIPPED or token in "\"“'`*_"


def _describes(tokens: list[str], text: str, end: int) -> bool:
    """Does a noun before a name say who that is? ("the exporter Orrin warned", "geologist Hanna Vik, who had ...")"""
    word = tokens[-1] if tokens else ""
    if len(word) < 3 or not word.isalpha() or not word.islower() or is_verb(word) or word in NO_NOUNS or word.endswith(("ly", "ing", "ed")):
        return False
    if len(tokens) > 1 and tokens[-2].lower() in english.SAYS:
        return True  # "said geologist Hanna Vik"
    following = TOKEN.findall(text[end : end + LOOK_AHEAD])[:2]
    if following and following[0].lower() in ("also", "later", "then", "now", "never", "first", "once", "again", "himself", "herself"):
        following = following[1:]
    if not following or following[0] in ".,":
        return len(tokens) > 1 and tokens[-2].lower() in DESCRIBING
    return is_verb(following[0]) or following[0] in ("has", "have", "had", "is", "was", "will", "would")


def _apposed(tokens: list[str], text: str, end: int) -> bool:
    """Does a name between commas say who the object before it is? ("arrested the cook, Amado Rey, on Monday")"""
    noun = next((at for at in range(len(tokens) - 2, max(-1, len(tokens) - LONGEST_NOUN), -1) if tokens[at].lower() in DESCRIBING), 0)
    return noun > 0 and tokens[-2].islower() and is_verb(tokens[noun - 1].lower()) and text[end : end + 1] in (",", ".", ";", "")


def _noun_phrase(tokens: list[str]) -> list[str]:
    """What stands before the noun phrase at the end of the tokens, to which a name is apposed ("her deputy, Ida Moe")."""
    for at in range(len(tokens) - 1, max(-1, len(tokens) - LONGEST_NOUN), -1):
        dated = at > 1 and tokens[at - 1] == "and" and (tokens[at - 2].lower() in english.CALENDAR or tokens[at - 2].isdigit())
        if tokens[at].lower() in DESCRIBING and not dated:  # but "will see Moe on Friday and the mayor, Ida Roe, on Monday"
            return tokens[:at]
        if tokens[at].lower() in english.PREPOSITIONS or not tokens[at][0].isalnum() or is_verb(tokens[at]):
            break
    while tokens and tokens[-1].lower() not in english.PREPOSITIONS and tokens[-1][0].isalnum() and not is_verb(tokens[-1]):
        dated = tokens[-1].isdigit() or tokens[-1].lower() in english.CALENDAR
        if dated and len(tokens) < LONGEST_NOUN and tokens[0].lower() in english.PREPOSITIONS:
            break  # "In June 2019 Orrin's founder, Ida Moe, ..."
        tokens = tokens[:-1]
    return tokens


def _coordinated(gap: Sequence[str], text: str, span: Span) -> bool:
    """Do the words between two mentions only join them? ("the Taliban and the United States", "Chad, Mali and Niger")"""
    words = [t for t in gap if t not in english.COLLECTIVES and t not in ("the", "both")]
    if words in (["and"], ["or"], [",", "and"], ["and", "of"]):
        return True
    return words == [","] and text[span.end : span.end + 5].startswith((", ", " and ", " or "))


def _office(word: str, within: bool) -> bool:
    """Is this a title, or inside one a word of it? ("foreign ministry spokesman")"""
    return word in english.TITLES or (within and (word in english.TITLE_PARTS or word in english.ORGANISATION_WORDS))


def _undated(tokens: Sequence[str]) -> Sequence[str]:
    """The words before a date that stands at their end ("the death on 9 January" of ...)."""
    kept = len(tokens)
    while kept and (tokens[kept - 1].isdigit() or tokens[kept - 1].lower() in english.CALENDAR):
        kept -= 1
    return tokens[: kept - 1] if 1 < kept < len(tokens) and tokens[kept - 1].lower() in ("on", "in") else tokens


def _after_preposition(word: str, tokens: Sequence[str], actor: Actor, land: bool) -> Relation:
    if word == "of":
        tokens = [*_undated(tokens[:-1]), word]
    noun = tokens[-2].lower() if len(tokens) > 1 else ""
    if noun in ("and", "or") and word in (earlier := [t.lower() for t in tokens[-14:-2]]):
        noun = earlier[len(earlier) - 2 - earlier[::-1].index(word)]
    if word in ("from", "at", "of", "with") and actor.kind == "organisation" and noun in english.PARTS:
        return "represented"
    if word == "at" and actor.kind == "organisation" and noun in BELONGING:
        return "party"
    if word in english.TAKING_PART:
        return "none" if actor.kind == "place" else "subject" if word in ("by", "between") else "party"
    if word in english.LOCATIVES:
        return "place" if land or (actor.kind == "unknown" and word in ("in", "at", "near")) else "none"
    match word:
        case "of":
            return _of(noun, actor)
        case "for":
            if actor.kind in ("unknown", "place") and not SETTING_OUT.isdisjoint(t.lower() for t in tokens[-4:-1]):
                return "place"  # "left on Monday for Marn"
            return "represented" if noun in english.TITLES else "none" if land else "party"
        case "on" | "upon":
            return "party" if noun in english.TARGETED else "none"
        case "to":
            if noun == "according":
                return "subject"
            if land or actor.kind == "unknown":
                return "place" if noun not in english.GIVING else "party"
            return "none" if noun in english.MOVING else "party"
        case "from":
            if actor.kind == "unknown" and noun in COMING:
                return "place"
            return "place" if land else "party"
        case "over":
            return "place" if land else "object" if noun in ("took", "take", "taken", "takes", "taking") else "none"
        case "under":
            return "subject" if noun in LED and actor.kind == "person" else "none"
        case "after" | "before" | "since" | "until":
            return "subject"
        case _:
            return "none"


def _of(noun: str, actor: Actor) -> Relation:
    if noun in ("city", "town", "county", "village") and actor.kind in ("place", "unknown"):
        return "subject"  # "the city of Porto sued"
    if noun in english.NOBLE and actor.kind != "country":
        return "none"
    if noun in english.REPRESENTATIVES or noun in english.ARMS:
        return "subject" if noun in english.COLLECTIVES and noun not in english.TITLES else "represented"
    if noun in CREWS and actor.kind in ("person", "unknown"):
        return "subject"  # "the women's four of Ida Moe, Ana Roe and Kim Lund"
    if noun in ("siege", "blockade", "bombardment", "shelling", "bombing") and actor.kind == "unknown":
        return "none"
    return "party" if noun in english.DEEDS and actor.kind != "place" else "none"
