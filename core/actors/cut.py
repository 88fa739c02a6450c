"""A run of capitalised words -> the names in it. Pure and remembered by the words, since names repeat."""

from dataclasses import dataclass
from functools import lru_cache

from core.actors.lexicon import Known, common_words, english, given_names, known, places
from core.model import ActorKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A name within a run, by word numbers. `doubtful` asks the document whether the word is a name at all."""

    first: int
    last: int
    kind: ActorKind
    known: Known | None = None
    titled: bool = False
    doubtful: bool = False
    of: str | None = None


JOINED = frozenset("united allied associated federated confederated consolidated combined".split())
"""Past participles with which names begin ("Associated British Mills")."""


@lru_cache(maxsize=1 << 14)
def cut(words: tuple[str, ...], opening: bool, titled: bool) -> tuple[Piece, ...]:
    """The names in a run of capitalised words. `opening` says that it opens a sentence, `titled` that a title stands before it.

    >>> [(p.first, p.last, p.kind) for p in cut(("On", "Thursday", "Norwegian", "Prime", "Minister", "Kari", "Moe"), True, False)]
    [(2, 3, 'country'), (5, 7, 'person')]
    """
    lower = [w.lower().rstrip(".") for w in words]
    pieces: list[Piece] = []
    first = 0
    while first < len(words):
        if _idle(words, lower, first, opening and first == 0):
            first += 1
            continue
        last = first + 1
        while last < len(words) and not (lower[last] in english.CALENDAR or (words[last] != lower[last] and lower[last] == "the")):
            last += 1
        end = last
        while end > first + 1 and words[end - 1] == lower[end - 1]:
            end -= 1  # "the Supreme Court on" Friday
        pieces += _names(words, lower, first, end, opening and first == 0, titled and first == 0)
        first = last
        opening = opening and bool(first == 0)
    return tuple(pieces)


def _idle(words: tuple[str, ...], lower: list[str], at: int, opening: bool) -> bool:
    """A word that names nobody where it stands: "The", a month, a word that is capitalised only because it opens the sentence."""
    word = lower[at]
    if _longest(words, at, len(words)) or word.replace(".", "") == "us":
        return False
    if word in ("sun", "sat", "wed") and at + 2 < len(words) and lower[-1] in english.COMPANY_SUFFIXES:
        return False  # "Sun Harbour Inc."
    if word in english.CALENDAR or words[at] == word or (word in english.GENERIC and at + 1 == len(words)):
        return True
    if word in english.FUNCTION:
        alone = opening or at + 1 == len(words) or lower[at + 1] in english.FUNCTION
        return alone or not (word in english.GIVEN_TOO or _numbers(lower, at))
    keeps = word in english.ORGANISATION_WORDS or word in english.TITLES or word in english.TITLE_PARTS or word in given_names()
    titled = at + 2 < len(words) and lower[at + 1] in common_words()  # "Human Rights Monitor"
    verb = opening and word in english.PAST and at + 1 < len(words) and words[at + 1] != lower[at + 1]  # "Found Moe at noon"
    past = opening and word.endswith("ed") and len(word) > 5 and word not in JOINED and at + 1 < len(words)
    verb = verb or (past and (words[at + 1] in places() or _longest(words, at + 1, len(words)) > 0))  # "Reached Lima on 22 March"
    return verb or (opening and at + 1 < len(words) and word in common_words() and not keeps and not titled)


def _numbers(lower: list[str], at: int) -> bool:
    """Does an ordinal number a body ("the Third Ward School"), and no office ("First Minister Ida Moe")?"""
    return lower[at] in english.ORDINALS and lower[-1] in english.ORGANISATION_WORDS and english.TITLES.isdisjoint(lower[at:])


def _longest(words: tuple[str, ...], first: int, last: int) -> int:
    """Where the longest name of the lexicon that starts at `first` ends, or 0."""
    table = known()
    return next((end for end in range(min(last, first + 6), first, -1) if " ".join(words[first:end]) in table), 0)


def _names(words: tuple[str, ...], lower: list[str], first: int, last: int, opening: bool, titled: bool) -> list[Piece]:
    """The names from one word number to another."""
    end = _longest(words, first, last)
    if end == last:
        return [_known(words, first, last)]
    if _institution(lower, first, last):
        return _of_kind("organisation", words, first, last, opening)
    if last - first > 1 and (words[first] in english.CLUBS or words[last - 1] in english.CLUBS):
        return _of_kind("organisation", words, first, last, False)
    if any(_title(lower, i, last) for i in range(first, last)):
        return _around_titles(words, lower, first, last, opening)
    if kind := _headed(lower, first, last):
        return _of_kind(kind, words, first, last, opening)
    if end and _splits(words, lower, first, end, last):
        return [_known(words, first, end), *_names(words, lower, end, last, False, False)]
    return _plain(words, lower, first, last, opening, titled)


def _known(words: tuple[str, ...], first: int, last: int) -> Piece:
    entry = known()[" ".join(words[first:last])]
    return Piece(first, last, entry.kind, entry)


def _headed(lower: list[str], first: int, last: int) -> str | None:
    """What the head of a name makes of it: its last word, or the word before its first "of"."""
    head = next((i - 1 for i in range(first + 1, last) if lower[i] in ("of", "of the", "for", "for the", "on", "in")), last - 1)
    word = lower[head]
    if last - first == 2 and word in english.SURNAMES_TOO and _given(lower[first]):
        return None  # "Grace Hall" may be a woman
    if head < last - 1 and word in english.STATE_WORDS:
        return "country"
    if lower[first] in english.ORGANISATION_BEFORE and last - first > 1 and word not in english.PLACE_WORDS:
        return "organisation"
    if lower[first] in english.THING_BEFORE and last - first > 1:
        return "thing"
    if word in english.THING_WORDS and word not in english.ORGANISATION_WORDS:
        return "thing"
    if word in english.ORGANISATION_WORDS:
        return "organisation"
    if word in english.PLACE_WORDS or (lower[first] in english.PLACE_BEFORE and last - first > 1):
        return "place"
    return None


def _institution(lower: list[str], first: int, last: int) -> bool:
    """Is this the name of a body although a title stands in it? ("Ashby General Hospital", "Prime Minister's Office")"""
    if lower[first] == "general" and lower[last - 1] in english.ORGANISATION_WORDS:
        return True
    titled = any(lower[i] in english.TITLES for i in range(first, last - 1))
    return (
        titled
        and lower[last - 1] in english.INSTITUTIONS
        and not any(w in given_names() or w in ("of", "of the") for w in lower[first:last])
    )


def _of_kind(kind: str, words: tuple[str, ...], first: int, last: int, opening: bool) -> list[Piece]:
    alone = last - first == 1
    if kind == "thing":
        return []
    if kind == "organisation":
        return [Piece(first, last, "organisation", doubtful=alone and opening, of=_country(words, first, last))]
    if kind == "country":
        return [Piece(first, last, "country")]
    return [] if alone and opening else [Piece(first, last, "place")]


def _country(words: tuple[str, ...], first: int, last: int) -> str | None:
    """The country whose state a body belongs to: the one that its name begins with, where it is an office of state."""
    end = _longest(words, first, last)
    entry = known()[" ".join(words[first:end])] if end else None
    state = any(w.lower() in english.STATE_BODIES for w in words[first:last])
    return entry.name if entry and entry.kind == "country" and state else None


def _title(lower: list[str], at: int, last: int) -> bool:
    """Is this word a title before a name or at the end of the run? ("President", but not in "President Hotel")"""
    if at == last - 1 and at and lower[at] in english.TITLES_TOO and _given(lower[at - 1]):
        return False  # "Ruth Dean"
    return lower[at] in english.TITLES and not (at == last - 1 and at > 0 and lower[at] in english.ORGANISATION_WORDS)


def _around_titles(words: tuple[str, ...], lower: list[str], first: int, last: int, opening: bool) -> list[Piece]:
    """The body or country before the titles and the person after them ("US Secretary of State Ann Poe")."""
    numbers = [i for i in range(first, last) if _title(lower, i, last)]
    begin = numbers[0]
    while begin > first and lower[begin - 1] in english.TITLE_PARTS and not _longest(words, begin - 1, begin):
        begin -= 1
    end = numbers[-1] + 1
    if end < last and lower[end] in ("of", "of the", "for", "for the"):
        return _office(words, lower, first, begin, end, last)
    while end < last and lower[end] in english.TITLE_PARTS:
        end += 1
    pieces = _names(words, lower, first, begin, opening, False) if begin > first else []
    if end == last:
        return pieces
    if lower[end - 1] == "general" and lower[end] in english.GENERAL_THINGS:
        return [piece for piece in pieces if piece.known]  # "the Annual General Meeting"
    if (kind := _headed(lower, end, last)) and kind != "place" and last - end > 1:
        return [*pieces, *_of_kind(kind, words, end, last, False)]
    return [*pieces, Piece(end, last, "person", titled=True)]


def _office(words: tuple[str, ...], lower: list[str], first: int, begin: int, end: int, last: int) -> list[Piece]:
    """An office with its "of" ("Secretary of State Ann Poe", "President of the United States", "Archbishop of Canterbury")."""
    pieces = _names(words, lower, first, begin, False, False) if begin > first else []
    after = end + 1
    while after < last and lower[after] in english.OFFICES:
        after += 1
    if after == last:
        return pieces
    if after > end + 1:
        return [*pieces, Piece(after, last, "person", titled=True)]
    return [*pieces, *_names(words, lower, after, last, False, False)]


def _splits(words: tuple[str, ...], lower: list[str], first: int, end: int, last: int) -> bool:
    """Does a country at the head stand apart from what follows? "Afghan Amir Khan" does, "Jordan Smith" does not."""
    entry = known()[" ".join(words[first:end])]
    if lower[end] in english.PARTICLES or lower[end] in ("of", "and", "&"):
        return lower[end] == "and"
    return entry.form == "demonym" or words[first].isupper() or entry.kind == "organisation" or "." in words[first] or last - end > 1


def _plain(words: tuple[str, ...], lower: list[str], first: int, last: int, opening: bool, titled: bool) -> list[Piece]:
    """A name that only its shape tells."""
    while last > first and words[last - 1] == lower[last - 1]:
        last -= 1
    count = last - first
    if not count:
        return []
    if count == 1:
        word = lower[first]
        if word in english.TITLES or word in english.TITLE_PARTS or word in english.GENERIC:
            return []
        if titled:
            return [Piece(first, last, "person", titled=True)]
        if len(word) == 1 or any(c.isdigit() for c in word) or (opening and word in english.KIN):
            return []
        if words[first] in places():
            return [Piece(first, last, "place")]
        return [Piece(first, last, "unknown", doubtful=opening or word in common_words())]
    if lower[first] in english.GENERIC and _longest(words, first + 1, last) == last and _known(words, first + 1, last).kind == "place":
        return [Piece(first, last, "place")]
    if not titled and " ".join(words[first:last]) in places():
        return [Piece(first, last, "place")]
    if (
        count > 2
        and lower[first + 1] in given_names()
        and lower[first].endswith(english.AGENT_ENDINGS)
        and lower[first] not in given_names()
    ):
        if lower[first] in english.LIKE_TRADES:
            return [Piece(first, last, "person", titled=titled)]  # "Hester Ann Moe"
        return [Piece(first + 1, last, "person", titled=True)]
    if count > 1 and opening and _people(lower[first]):
        return [Piece(first + 1, last, "person", titled=True)]  # "Brothers Karl and Emil Moe"
    if titled or _given(lower[first]) or (count > 2 and any(len(lower[i]) == 1 for i in range(first, last))):
        return [Piece(first, last, "person", titled=titled)]
    if count > 5 or all(_everyday(w) for w in lower[first:last]):
        return []
    return [Piece(first, last, "unknown")]


def _given(word: str) -> bool:
    """Is this a given name, or two of them with a hyphen? ("Jean-Baptiste")"""
    return word in given_names() or word in english.GIVEN_TOO or ("-" in word and all(part in given_names() for part in word.split("-")))


def _people(word: str) -> bool:
    """Is this a plural of what people are, as it opens a sentence before their names? ("Astronomers", "Brothers")"""
    one = word.removesuffix("s")
    return one != word and (one in english.TITLES or (one.endswith(english.AGENT_ENDINGS) and len(one) > 5))


def _everyday(word: str) -> bool:
    return word in common_words() or word in english.FUNCTION or word in english.GENERIC
