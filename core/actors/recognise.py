"""Document -> mentions: the capitalised runs of a text, cut into names, each with the evidence for its kind.

One pass finds the capitalised words; all that follows looks at those alone. How a run is cut is in `cut.py`. The document has the last
word on what opens a sentence: a lone word there counts only if something else says that it is a name.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from core.actors.cut import Piece, cut
from core.actors.lexicon import Known, common_words, english, given_names, known
from core.model import ActorKind, Document

UPPER = "".join(c for c in map(chr, range(0x20, 0x2000)) if c.isupper() or c.istitle())
COMPOUND = (
    "(?:(?:based|led|born|backed|owned|run|made|style|era|wide|old|like|held|wing|bound|ruled|funded|built|trained|educated|type|level|class"
    "|elect|to|and|in|on|the|of|by|for|friendly|ups?|offs?|day|week|month|year|long|mail|shirts?|ray(?:s|ed|ing)?|right|left|town|city|side|share|"
    "strong|free|only|size|time|scale|cents?|point|hour|minute|page|foot|pound|men|man|war|law|laws|line|state|party|power|plan|trade)\\b)"
)
NAME = re.compile(
    rf"[{UPPER}](?<![\w'’].)"
    rf"(?:(?:\.[{UPPER}])+(?:\.|\b)|\w*(?:['’](?![sS]\b)\w+|(?:-[a-z]{{1,4}})?-(?=[{UPPER}0-9])\w+|-op(?:eratives?)?(?![\w-])|-(?!{COMPOUND})[a-z]{{2,6}}(?![\w-])|&[{UPPER}]\w*)*)"
)
PREFIX = re.compile(r"(?<![\w'’])(?:al|el|an|ad|as|ul|at)-")
"""The articles that a name may begin with ("al-Shabab")."""
LINKS = frozenset(["'s", "'", "’s", "’", "in", "of", "of the", "for", "for the", "on", "and", "&", "to", "against"])
LONGEST_RUN = 14
BESIDE = 80
"""So many characters before and after a name tell whether its line is all in capitals."""
LONGEST_GAP = 12
"""How many words a name has at most, and how many characters between two of them."""
NAMELESS = ("ing", "ly", "ers", "ion", "ions", "ists", "ors", "ments", "ership", "ities")
NAME_AFTER = re.compile(
    rf" and | of [{UPPER}]|,? (?:who|whose|(?:son|daughter|wife|widow|brother|sister) of|\d\d, )|, (?:an?|the) \w"
    rf"|,? (?:{'|'.join(sorted(english.NOBLE))}) of "
)
ALNUM = re.compile(r"[^\W_]")


def at_words(*words: str) -> str:
    r"""A pattern of words, from their beginnings on, that is looked for by their first letters; `\b` in front has every character tried."""
    return "|".join(rf"{word[0]}(?<!\w.){word[1:]}" for word in words)


THE = f"(?:{at_words('the', 'The')})"
SPEAKS_FOR = ("spokesman", "spokeswoman", "spokesperson", "minister", "ambassador", "envoy")
SLIP = re.compile(rf"(?<!\w)(?i:{'|'.join(SPEAKS_FOR)}) ([a-z][a-z'’-]{{2,}})(?= (\w+))")
BODY = re.compile(
    r" (?:(?:interim|transitional|provisional|caretaker|puppet|exiled) (?:government|administration|authorities)"
    r"|((?:(?:[a-z]+ )?ministry(?: of (?!the\b)[a-z]+)?"
    r"|(?:(?!(?:and|or|of|in|at|by|to|for|with|from|the|an?|news|travel|intelligence)\b)[a-z]+ ){1,2}"
    r"(?:agency|authority|inspectorate|directorate|regulator|watchdog)(?! [A-Z])"
    r"|parliament|senate|(?:supreme|high|constitutional|appeals) court|(?:central|reserve) bank|embassy"
    r"|police|(?:election|electoral) commission|health department|intelligence (?:service|agency)|coast ?guard|stock exchange)))\b"
)
UNION = re.compile(
    r"(?: [A-Z][\w'’-]+)? (?:Union|Guild|League|Association|Federation|Society|Council|Board|Commission|Committee|Company)\b"
)
EPONYM = re.compile(rf"(?:['’]s?)? (?:{'|'.join(sorted(english.EPONYMS))})\b")
"""What makes a name no longer somebody's: "Parkinson's disease"."""
NUMBERED = re.compile(r" \d+\b(?! [A-Z])")
PARTNERS = frozenset(
    "auditors accountants lawyers solicitors barristers brokers architects contractors builders publishers printers agents owners advisers"
    " advisors bankers consultants surveyors insurers brewers".split()
)
"""After several who work together stands what their firm is called: "the auditors, Colby Marsh"."""
ACRONYM = re.compile(r" \([A-Z]{2,}")
DATELINE = re.compile(rf"^[ \t]*[{UPPER}][^\n(]{{2,60}}\((?:AP|AFP|Reuters|Xinhua|UPI|dpa|CNN|[A-Z]{{2,8}})\) ?(?:--?|_|—|–)", re.MULTILINE)
GOVERNING = ("government", "administration")
GOVERNMENT = re.compile(rf"{THE} ((?:interim|transitional|provisional|caretaker) (?:{'|'.join(GOVERNING)}))\b")
BODIES_OF = ("court", "bank", "parliament", "senate", "ministry", "commission", "guard", "exchange")
BODY_OF = re.compile(
    rf"{THE} ((?:(?:supreme|high|constitutional|appeals) court|(?:central|reserve|national) bank|parliament|senate|(?:[a-z]+ )?ministry"
    r"|(?:election|electoral) commission|coast ?guard|stock exchange) of (?:the )?)(?=[A-Z])"
)
NICKNAMED = (' "', '" ', " “", "” ")
NICKNAME = re.compile(rf"[\"“][{UPPER}]\w+[\"”] [{UPPER}]")
"""Inside a name: 'Rosa "Rosie" Tate'."""
SLIP_BEFORE = frozenset(("of", "as", "from", "in", "at", "also")) | english.SPEAKING


BODIES_OR_TITLES = (english.ORGANISATION_WORDS - english.TRADES) | english.TITLES
NAMING = english.PERIODICALS | english.FOUNDING
"""What stands before the name of a body."""
GIVEN_MONTHS = frozenset("Jan April May June August".split())
MONTH_SURNAMES = frozenset("May March".split())
"""Months that are names of people too."""
DATING = frozenset("in on of since by until till from to for last this next early late mid through during before after between".split())
"""Words before a month that is one: "in April Jones left"."""
DAY_NEXT = re.compile(r"[ \n]\d")


class Word(NamedTuple):
    """A word of a run and where it stands; a link ("of the") is one word."""

    text: str
    start: int
    end: int


class Mention(NamedTuple):
    """A name in the text: half-open offsets, its verbatim text, the kind that its shape gives away, and the lexicon's word on it.

    `titled` marks a person named with a title, `slip` one whose name the text does not capitalise.
    """

    start: int
    end: int
    text: str
    kind: ActorKind
    known: Known | None = None
    titled: bool = False
    slip: bool = False
    of: str | None = None
    """The country in the name of a body ("Chilean central bank")."""


START = itemgetter(0)
"""Where a mention begins, to sort by."""


def mentions(document: Document, sentences: Sequence[tuple[int, int]]) -> list[Mention]:
    """The names in a document's body, in order, not overlapping."""
    text = document.text
    starts = [start for start, _ in sentences]
    words = list(_words(text, document.body))
    sure: list[Mention] = []
    doubtful: list[Mention] = []
    things: list[Sequence[Word]] = []
    for run, sentence in _runs(text, words, starts):
        before = run[0].start
        opening = _opens(text, before, sentence)
        if _is_work(text, before):
            continue
        titled = not opening and _word_before(text, before) in english.TITLES
        pieces = cut(tuple([w.text for w in run]), opening, titled)
        if not pieces and not opening and _word_before(text, before) in NAMING:
            pieces = (Piece(0, len(run), "organisation"),)  # "the newsletter Build Notes"
        if not pieces and len(run) > 1:
            things.append(run)
        for piece in (_with_month(text, run, piece) for piece in pieces):
            start = run[piece.first].start if piece.known else _with_particles(text, run[piece.first].start)
            end = run[piece.last - 1].end
            if _names_partners(text, start, end, piece):
                piece = replace(piece, kind="organisation")
            if piece.kind == "unknown" and piece.last - piece.first == 1 and (NUMBERED.match(text, end) or EPONYM.match(text, end)):
                continue
            if not piece.known and piece.last - piece.first > 1 and _shouted(text, start, end):
                continue
            if text.startswith(" plc", end):
                piece, end = replace(piece, kind="organisation"), end + 4
            mention = Mention(start, end, text[start:end], piece.kind, piece.known, piece.titled, of=piece.of)
            (doubtful if piece.doubtful and start == run[piece.first].start else sure).append(mention)
    if doubtful:
        named = {part for m in sure for part in m.text.split()}
        sure += [m for m in doubtful if m.text in named or _acts(text, m)]
        sure.sort(key=START)
    sure = _with_firms(text, sure, things)
    found = [_body(text, m) if m.kind == "country" else m for m in sure]
    return _with_slips(text, document.body, _with_governments(text, document.body, found))


def _with_month(text: str, run: Sequence[Word], piece: Piece) -> Piece:
    """A name with the given name before it or the surname after it that is a month's too ("April Jones", "Theresa May")."""
    if piece.known or piece.kind not in ("unknown", "person"):
        return piece
    first = piece.first - 1
    if first >= 0 and run[first].text in GIVEN_MONTHS and text[run[first].end : run[piece.first].start] == " ":
        lead = run[first - 1].text.lower() if first else _word_before(text, run[first].start)
        if lead not in DATING and not lead[:1].isdigit():
            return replace(piece, first=first, kind="person", doubtful=False)
    alone = piece.last - piece.first == 1 and run[piece.first].text.lower() in given_names()
    if alone and piece.last < len(run) and run[piece.last].text in MONTH_SURNAMES and not DAY_NEXT.match(text, run[piece.last].end):
        return replace(piece, last=piece.last + 1, kind="person", doubtful=False)
    return piece


def _names_partners(text: str, start: int, end: int, piece: Piece) -> bool:
    """Is a name what several who work together are called ("the auditors, Colby Marsh"), and not that of one of them?"""
    shaped = piece.kind in ("unknown", "place") and not piece.known and piece.last - piece.first > 1
    return shaped and _word_before(text, start).rstrip(",") in PARTNERS and not text.startswith((" and ", ", and ", " ("), end)


def _with_firms(text: str, found: list[Mention], things: Sequence[Sequence[Word]]) -> list[Mention]:
    """Adds the names that end as a thing's does ("Orrin Line"), but that the text once gives as a company's ("Orrin Line plc")."""
    plain = [m.text.rpartition(" ") for m in found if m.kind == "organisation"]
    firms = {name for name, _, suffix in plain if suffix.lower().rstrip(".") in english.COMPANY_SUFFIXES}
    spans = [(run[0].start, run[-1].end, text.startswith(" plc", run[-1].end)) for run in things]
    firms |= {text[start:end] for start, end, public in spans if public}
    new = [(start, end + 4 * public) for start, end, public in spans if text[start:end] in firms]
    return sorted([*found, *(Mention(a, b, text[a:b], "organisation") for a, b in new)], key=START) if new else found


def datelines(document: Document) -> list[tuple[int, int]]:
    """Where lines open with the place, date and agency of a dispatch ("LIMA, Peru, May 4 (AP) --"), whose names take part in nothing."""
    return [match.span() for match in DATELINE.finditer(document.text, document.body)]


def _words(text: str, body: int) -> Iterator[Word]:
    """The capitalised words of a text, with the articles that belong to them."""
    for match in NAME.finditer(text, body):
        start, end = match.span()
        if start - 3 >= body and text[start - 1] == "-" and PREFIX.match(text, start - 3):
            start -= 3
        yield Word(sys.intern(text[start:end]), start, end)


def _runs(text: str, words: Sequence[Word], starts: Sequence[int]) -> Iterator[tuple[list[Word], int]]:
    """Capitalised words that stand together, across "of", "and" and particles where the words before ask for it, and where their sentence
    begins."""
    run: list[Word] = []
    edges = iter(starts)
    edge, sentence, of_run = next(edges, sys.maxsize), 0, 0
    for word in words:
        crossed = False
        while edge <= word.start:
            crossed, sentence, edge = True, edge, next(edges, sys.maxsize)
        if run:
            last = run[-1].end
            near = not crossed and word.start - last <= LONGEST_GAP and len(run) < LONGEST_RUN
            if near and _joins(text, text[last : word.start], run, word):
                if link := text[last : word.start].strip(" \n.,"):
                    run.append(Word(link, last, word.start))
                run.append(word)
                continue
            yield run, of_run
        run, of_run = [word], sentence
    if run:
        yield run, of_run


def _joins(text: str, gap: str, run: Sequence[Word], word: Word) -> bool:
    """Does a capitalised word belong to the run before it, across the gap between them?"""
    if gap in (" ", "\n"):
        return True
    last = run[-1].text
    if gap == ". ":
        return last.lower() in english.ABBREVIATIONS or (len(last) == 1 and last != "I")
    if gap == ", ":
        return word.text.lower() in english.COMPANY_SUFFIXES or word.text in ("Jr", "Sr")
    if gap in NICKNAMED:
        return NICKNAME.match(text, word.start - 1) is not None if gap[0] == " " else len(run) > 2 and run[-2].text in ('"', "“")
    if gap[-1:] not in (" ", "-", "'"):
        return False
    if gap == " and " and _names_a_union(text, run, word):
        return True
    if gap.strip() in LINKS:
        return _links(gap.strip(), run, word, text[word.end : word.end + 8])
    if gap[0] != " ":
        return False
    return all(part.rstrip("-'") in english.PARTICLES for part in gap.split())


def _names_a_union(text: str, run: Sequence[Word], word: Word) -> bool:
    """Does an "and" stand inside the name of a body of two trades? ("the Foundry and Metal Union")"""
    led = run[0].text == "The" or text[max(0, run[0].start - 4) : run[0].start].lower() == "the "
    own = [w.text.lower() for w in run if w.text != "The"]
    plain = own and BODIES_OR_TITLES.isdisjoint(own) and run[-1].text not in known()
    return bool(led and plain and word.text not in known() and UNION.match(text, word.end))


def _links(link: str, run: Sequence[Word], word: Word, after: str) -> bool:
    """Does this "of", "and" or "for" stand inside one name?"""
    last = run[-1].text.lower()
    if link[0] in "'’" and run[0].text.rstrip(".") in ("St", "Saint") and word.text.lower() in english.ORGANISATION_WORDS:
        return True  # "St Luke's Hospital"
    if link[0] in "'’":
        return (last.endswith("s") and len(link) == 1) or last in english.TITLES or last in ("people", "women", "men", "children")
    if link == "in":
        return last in english.STATE_BODIES and ACRONYM.match(after) is not None
    if link == "&" or f"{' '.join(w.text for w in run)} {link} {word.text}" in known() or f"{run[-1].text} {link} {word.text}" in known():
        return True
    if link == "and" and _common(last) and _common(word.text.lower()):
        return True
    if link == "and":
        return (
            word.text not in known() and any(w.text in LINKS and w.text != "and" for w in run) and run[0].text.lower() not in english.TITLES
        )
    if link == "of" and len(run) > 1 and run[0].text.lower() in english.NOBLE and word.text not in known():
        return True
    if link in ("of", "of the"):
        return last in english.NAMES_OF or last in english.THING_WORDS
    return link in ("for", "for the", "on", "against", "to") and last in english.NAMES_FOR


def _common(word: str) -> bool:
    """Is this an everyday word, capitalised for the sake of a longer name?"""
    return word in common_words() or word in english.TITLE_PARTS or word in english.THING_WORDS or word in ("securities", "exchange")


def _opens(text: str, start: int, sentence: int) -> bool:
    """Does a word here open its sentence, a line or a quotation, where any word is capitalised?"""
    if start - 2 >= sentence and text[start - 1] == " " and text[start - 2].isalnum():
        return False  # so it is with most words
    lead = text[max(sentence, start - 8) : start]
    lead = lead[lead.rfind("\n") + 1 :]
    return ALNUM.search(lead) is None or lead.rstrip(" ")[-1:] in ('"', "“", "`", ":", "«", "•")


def _shouted(text: str, start: int, end: int) -> bool:
    """Does a line say everything in capitals, so that they tell no name? ("THE DAM BROKE ON 3 MAY")"""
    if not text[start:end].isupper():
        return False
    line = text[max(0, start - BESIDE) : start].rpartition("\n")[2] + text[end : end + BESIDE].partition("\n")[0]
    return any(c.isupper() for c in line) and not any(c.islower() for c in line)


def _word_before(text: str, start: int) -> str:
    lead = text[max(0, start - 24) : start]
    return lead[:-1].rpartition(" ")[2].lower() if lead.endswith(" ") else ""


def _is_work(text: str, start: int) -> bool:
    """Is a name the title of a work ("her memoir, The Long Road")?"""
    lead = text[max(0, start - 40) : start].removesuffix("The ").removesuffix("the ")
    return lead.rstrip(' "“').rstrip(",").rpartition(" ")[2].lower() in english.WORKS


def _with_particles(text: str, start: int) -> int:
    """A name begins with the small words before it ("bin Laden", "de Gaulle")."""
    while (before := _word_before(text, start)) in english.PARTICLES and text.startswith(before, start - 1 - len(before)):
        start -= len(before) + 1
    return start


def _acts(text: str, mention: Mention) -> bool:
    """Is a doubtful lone word at the head of a sentence followed by what only follows a name?"""
    word = mention.text.lower()
    if word in common_words() or (word.endswith(NAMELESS) and len(word) > 6):
        return False
    after = text[mention.end : mention.end + 24]
    if NAME_AFTER.match(after):
        return True
    verb = next((w for w in after.split() if w not in ("also", "then", "later", "himself", "herself", "again")), "")
    return (
        after[:1] == " "
        and verb.islower()
        and (verb in english.SPEAKING or verb in english.PAST or (verb.endswith("ed") and len(verb) > 4))
    )


def _body(text: str, mention: Mention) -> Mention:
    """A country's name with the lower-case name of its body: "Chilean central bank", "Afghan interim government"."""
    if body := BODY.match(text, mention.end):
        end = body.end()
        return Mention(
            mention.start, end, text[mention.start : end], "organisation", of=mention.known.name if body[1] and mention.known else None
        )
    return mention


def _places(text: str, start: int, words: str) -> Iterator[int]:
    """Where some words stand in a text; far faster than a pattern that begins with a common letter."""
    at = text.find(words, start)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _with_governments(text: str, body: int, found: list[Mention]) -> list[Mention]:
    """Adds "the interim government" and its like, which need no country's name to be one body."""
    governs = any(noun in text for noun in GOVERNING)
    new = [Mention(*m.span(1), m[1], "organisation") for m in GOVERNMENT.finditer(text, body)] if governs else []
    if new:
        covered = {m.end for m in found}
        new = [m for m in new if m.end not in covered]
    for match in BODY_OF.finditer(text, body) if any(f"{noun} of " in text for noun in BODIES_OF) else ():
        if (named := {m.start: m for m in found}.get(match.end())) is not None and named.kind == "country":
            found = [m for m in found if m is not named]
            of = named.known.name if named.known else None
            new.append(Mention(match.start(1), named.end, text[match.start(1) : named.end], "organisation", of=of))
    return sorted([*found, *new], key=START) if new else found


def _with_slips(text: str, body: int, found: list[Mention]) -> list[Mention]:
    """Adds names that the text does not capitalise after a title ("spokesman ned Price", "spokesman arno of the ministry said")."""
    places = sorted(at - 1 for word in SPEAKS_FOR for at in _places(text, body + 1, word[1:] + " "))
    slips = [slip for at in places if (slip := SLIP.match(text, at))]
    at = {m.start: i for i, m in enumerate(found)} if slips else {}
    for match in slips:
        word, following = match[1], match[2]
        if word in english.FUNCTION or word in english.SPEAKING or word in english.TITLES or word in common_words():
            continue
        start, end = match.span(1)
        if (i := at.get(end + 1)) is not None and found[i].kind in ("person", "unknown") and not found[i].known:
            name = found[i]
            found[i] = name._replace(start=start, text=text[start : name.end], kind="person", titled=True)
        elif following in SLIP_BEFORE and not word.endswith(("ly", "ing", "ed")):
            found.append(Mention(start, end, word, "person", titled=True, slip=True))
    return sorted(found, key=START) if slips else found
