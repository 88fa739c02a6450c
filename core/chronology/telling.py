"""An event made ready to be compared with those of other documents: its date, and its words as what they name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.aliases import fold
from core.chronology.counts import TOLL, Count, counts, tolls
from core.chronology.kinds import PRONOUNS
from core.chronology.words import around, country_keys, is_place, name_keys, named_things, names_in, says, words
from core.model import Status
from core.table import Row, when
from core.when import DAY, GRANULARITIES, When

NAME, HALF_NAME, DEED, THING, NUMBER = 1.0, 0.6, 1.0, 0.8, 0.8
"""How much a name, each of two words that make a name, a deed, another word and a number weigh, before it counts how common they are."""

LONGEST = 200
"""Of the sentence that follows so many characters are read."""


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What one document tells of a happening: an event, ready to be compared.

    `day` is that on which it is dated, in days since 1970-01-01, None where its date is no day. `terms` are what its label and its actors
    name, with their weights; `places`, `countries` and `others` are the names in its label, `deeds` the terms that are kinds of deeds, and
    `context` is what else its sentences name. `pointing` tells of a label that names nobody and begins with a pronoun. `position` is where
    it stands in its document, from 0 at the top to 1 at the end.
    """

    id: str
    document: str
    published: str | None
    label: str
    when: When
    day: int | None
    status: Status
    terms: Mapping[str, float]
    places: frozenset[str]
    countries: frozenset[str]
    others: frozenset[str]
    deeds: frozenset[str]
    context: frozenset[str]
    counts: tuple[Count, ...]
    lasted: bool
    saying: bool
    pointing: bool
    excerpt: str
    actors: tuple[str, ...]
    mentions: int
    position: float

    @property
    def fineness(self) -> int:
        """How finely it is dated; higher is finer."""
        return GRANULARITIES.index(self.when.granularity)


def telling(row: Row, length: int, after: str = "", title: str | None = None) -> Telling:
    """The telling of an event's row; `length` is that of its document in code points, `after` the sentence that follows it there.

    What the document's `title` names all that it tells has to do with.
    """
    given = (*row["actors"], *row["places"])
    covered = {part for name in given for part in fold(name).split()}
    told, sentence = words(row["label"]), " ".join(mention["text"] for mention in row["mentions"])
    named = names_in(told, covered, sentence)
    terms = named_things(told, covered | {fold(name) for name in named})
    terms = {concept: share * (DEED if concept[0] == "!" else THING) for concept, share in terms.items()}
    names = {key: NAME if len(name_keys(name)) == 1 else HALF_NAME for name in given for key in name_keys(name)}
    names |= dict.fromkeys(named.values(), NAME)
    dates = [t["text"] for t in row["timexes"]]
    counted = counts(sentence, dates)
    numbers = {f"#{count.value:g}" for count in counts(row["label"], dates)}
    terms |= names | dict.fromkeys(numbers, NUMBER)
    spelt = {fold(word) for word in told}
    visible = {key for key in names if not spelt.isdisjoint(key[1:].split())} | set(named.values())
    where = visible & ({key for name in row["places"] for key in name_keys(name)} | {key for name, key in named.items() if is_place(name)})
    things, others = around(sentence)
    beside = things | {key for word, key in others.items() if not covered.issuperset(fold(word).split())}
    beside |= _title_names(title or "", covered) | {f"#{count.value:g}" for count in counted}
    return Telling(
        id=row["id"],
        document=row["document"],
        published=row["published"],
        label=row["label"],
        when=(date := when(row)),
        day=_day(date),
        status=row["status"],
        terms=terms,
        places=frozenset(where),
        countries=frozenset(visible & country_keys()),
        others=frozenset(visible - where - country_keys()),
        deeds=frozenset(c for c in terms if c[0] == "!"),
        context=frozenset(beside - terms.keys()),
        counts=counted if any(count.deeds & TOLL for count in counted) else (*counted, *tolls(after)),
        lasted=row["extent"] == "span",
        saying=says(told),
        pointing=not names and bool(told) and told[0].lower() in PRONOUNS,
        excerpt=row["excerpt"],
        actors=tuple(row["actors"]),
        mentions=len(row["mentions"]),
        position=min(1.0, row["excerpt_start"] / max(1, length)),
    )


def _day(date: When) -> int | None:
    if date.start is None or date.end is None or date.end - date.start > DAY:
        return None
    return date.start // DAY if (date.end - 1) // DAY == date.start // DAY else None


def _title_names(title: str, covered: Collection[str]) -> set[str]:
    """The keys of the names in a title; none where All Words of It Are Capitalised, which tells no names."""
    told = words(title)
    return set(names_in(told, covered).values()) if any(word.islower() and len(word) > 3 for word in told) else set()


def after(text: str, end: int) -> str:
    """The sentence that follows in a text, as far as a full stop tells.

    >>> after("It fell. Eleven people are dead. The mayor wept.", 8)
    'Eleven people are dead'
    """
    return text[end : end + LONGEST].lstrip().partition("\n\n")[0].partition(". ")[0]
