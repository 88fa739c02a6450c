"""The words around a name -> its kind: a person, a body, a country or a place; else unknown."""

import re
from collections.abc import Sequence

from core.actors.callings import beside
from core.actors.lexicon import english, known
from core.actors.recognise import Mention
from core.model import ActorKind

PERSON_AFTER = re.compile(
    r", (?:who|aged \d|\d\d,)|, (?:an?|the|its|his|her) ([\w' -]+)|, (\w+) (?:of|for) "
    r"| was (?:born|arrested|convicted|sentenced|acquitted)\b"
)
LAND_AFTER = re.compile(r"(?:,| in)(?: (?:north|south|east|west|central)\w*)? ([A-Z]\w+)\b")
PRONOUN = re.compile(r"\b(he|she|his|her|him|it|its|they|their|them|who|we|our|[A-Z]\w+)\b", re.ASCII)
STATE_OF = re.compile(
    r"['’]s? (?:[a-z]+ )?(?:(?:prime|foreign|defen[cs]e|interior|finance) minister|foreign ministry|parliament|armed forces|air force|navy"
    r"|government|army|ambassador|envoy|embassy|independence)\b"
)
"""What only a state has."""
STATE_BEFORE = re.compile(
    r"\b(?:(?:prime|foreign|defen[cs]e|interior|finance) minister|king|queen|emperor|sultan|tsar|government|parliament|ambassador|consul"
    r"|armed forces|army|navy|independence|people) of $|\bambassador to $",
    re.IGNORECASE,
)
FIRM_OF = re.compile(
    r"['’]s? (?:[a-z]+ )?(?:chief executive|chair(?:man|woman)|board|directors?|shareholders|customers|employees|staff|headquarters|factory"
    r"|founders?|engineers|spokes(?:man|woman|person)|members|profits?|shares|offices|parent company|subsidiary)\b"
)
FOUNDED = re.compile(
    r"(?:, (?:founded|set up|incorporated) (?:in|by)\b| was (?:founded|set up|incorporated|nationalised|wound up|listed)\b| filed for\b"
    r"| employ(?:s|ed) (?:some |about )?[\d,]+| went (?:bankrupt|public)\b)"
)
"""What only a body has, or what happens to bodies alone."""
PLACE_OF = re.compile(
    r"\b(?:town|city|village|island|port|province|district|region|suburb|county|hamlet|outskirts|harbou?r|airport|museum|castle|cathedral|mayor)"
    r" of $"
)
PLAYING = re.compile(
    r" (?:(?:have|had|were|are|have been|had been|also|then|again|narrowly|only|duly) )?(?:beat|lost|drew|won|thrashed|were|have|are"
    r"|(?:went|go) (?:top|down|up)|relegated|promoted|hosted|equalised|lose|win|draw)\b"
    r"|['’]s? (?:manager|coach|captain|striker|goalkeeper|midfielder|defender|supporters|fans|ground|chairman)\b"
)
"""What only a club does or has; a club is spoken of as several ("Marn were second")."""
GOING = english.MOVING | {"travel", "moved", "fled"}
MANAGED = re.compile(r"\b(?:manager|coach|captain|striker|goalkeeper|midfielder|defender|supporters|fans|chairman) of $")


def kind_of(text: str, name: str, mentions: Sequence[Mention]) -> ActorKind:
    """What the words around an unknown name say of it: a person's apposition or pronoun, a place's preposition; else unknown."""
    places = people = 0
    several = " " in name
    if " & " in name:
        return "organisation"
    for mention in mentions[:5]:
        after, led = text[mention.end : mention.end + 60], text[max(0, mention.start - 32) : mention.start]
        owned = led.endswith((" of ", " to "))
        if not several and (STATE_OF.match(after) or (owned and STATE_BEFORE.search(led))):
            return "country"
        lead = text[max(0, mention.start - 24) : mention.start].lower().split()
        if lead[-1:] == ["at"] and len(lead) > 1 and lead[-2] in english.TITLES:
            return "organisation"  # "a partner at Orrin Holt"
        if lead and lead[-1] in english.FOUNDING:
            return "organisation"
        if FIRM_OF.match(after) or FOUNDED.match(after) or not english.FIRM_NOUNS.isdisjoint(beside(text, mention)):
            return "organisation"
        if owned and PLACE_OF.search(led):
            return "place"
        m = PERSON_AFTER.match(after)
        if m and (m.lastindex is None or any(w in english.TITLES for w in m[m.lastindex].lower().split()[:6])):
            return "person"
        if (m := LAND_AFTER.match(after)) and (land := known().get(m[1])) and land.kind == "country" and land.form == "name":
            return "place"
        if several and after[:1] == " " and after.split()[:1] and after.split()[0] in english.PERSONAL:
            return "person"
        before = text[max(0, mention.start - 16) : mention.start].lower().split()
        if before and before[-1].endswith(",") and before[-1][:-1] in english.TITLES:
            return "person"
        opens = text[max(0, mention.start - 2) : mention.start].strip() in ("", ".")
        if opens and (m := PRONOUN.search(text, mention.end, mention.end + 160)) and m[1].lower() in english.PEOPLE_PRONOUNS:
            people += 1
        there = before[-1:] == ["to"] and len(before) > 1 and before[-2] in GOING
        places += bool(before) and (there or before[-1] in ("in", "at", "near", "outside", "towards"))
    if people > places and name[-1:] != "s" and not name.isupper():
        return "person"
    where = sum(is_where(text, m) for m in mentions[:5])  # "at Marn", "a piece of Marn"
    return "place" if places and where == len(mentions[:5]) and not several else "unknown"


def is_a_club(text: str, name: str, mentions: Sequence[Mention]) -> bool:
    """Does a name that may be a town's play in a league? ("Marn Town were relegated", "the manager of Marn Town")"""
    if " " not in name:
        return False
    found = [m for m in mentions[:6] if PLAYING.match(text, m.end) or MANAGED.search(text[max(0, m.start - 20) : m.start])]
    return len(found) > (0 if name.casefold().split()[-1] in ("town", "city", "county", "park", "forest", "villa") else 1)


def is_where(text: str, mention: Mention) -> bool:
    """Does a name stand where only a place does? ("born in Harrow")"""
    before = text[max(0, mention.start - 12) : mention.start].rpartition(" ")[0].rpartition(" ")[2].lower()
    return before in english.LOCATIVES or before in ("from", "to", "of")
