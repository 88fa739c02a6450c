"""What is known of names before a document is opened: countries, bodies and cities of the world, and the words of a language.

`countries.csv` follows babel's territories and countryinfo's demonyms and capitals, mended and completed with states of the past;
`bodies.csv` holds world bodies, news agencies and large cities; `places.txt` countryinfo's provinces, babel's cities and old lands; the
files of given names follow Faker (MIT licence), without what is an everyday word as well. They are read when first needed, in a few
milliseconds.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from core.aliases import Alias, Aliases
from core.model import ActorKind

HERE = Path(__file__).parent
Form = Literal["name", "demonym", "capital"]


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the lexicon: whom it names, of what kind, in what form, and the country that it belongs to."""

    name: str
    kind: ActorKind
    form: Form = "name"
    of: str | None = None


@cache
def known() -> dict[str, Known]:
    """Every surface form of the lexicon and whom it names.

    >>> known()["U.S."]
    Known(name='United States', kind='country', form='name', of=None)
    >>> known()["Danes"].name, known()["Lima"]
    ('Denmark', Known(name='Lima', kind='place', form='capital', of='Peru'))
    """
    found: dict[str, Known] = {}
    for row in _rows("countries.csv"):
        country = Known(row["name"], "country")
        for surface in [row["name"], *_parts(row["also"])]:
            found.setdefault(surface, country)
        for surface in _parts(row["demonyms"]):
            found.setdefault(surface, Known(row["name"], "country", "demonym"))
        for surface in _parts(row["capitals"]):
            found.setdefault(surface, Known(surface, "place", "capital", row["name"]))
    for row in _rows("bodies.csv"):
        body = Known(row["name"], cast(ActorKind, row["kind"]), of=row["of"] or None)
        for surface in [row["name"], *_parts(row["also"])]:
            found[surface] = body
    return found


@cache
def bodies() -> Aliases:
    """The bodies whose names have several words, to be found in a text whatever their case ("the associated press")."""
    rows = [row for row in _rows("bodies.csv") if row["kind"] == "organisation"]
    surfaces = [(row["name"], surface) for row in rows for surface in [row["name"], *_parts(row["also"])] if " " in surface]
    return Aliases(Alias(name, surface, "organisation") for name, surface in surfaces)


@cache
def given_names() -> frozenset[str]:
    """Given names in Latin script from some forty languages, in lower case."""
    return women() | men() | _words("given.txt")


@cache
def women() -> frozenset[str]:
    """Given names that only women bear as a rule, in lower case."""
    return _words("given_women.txt")


@cache
def men() -> frozenset[str]:
    """Given names that only men bear as a rule, in lower case."""
    return _words("given_men.txt")


@cache
def places() -> frozenset[str]:
    """Cities, provinces, rivers and old lands: a name found here is a place unless the text says otherwise."""
    return frozenset((HERE / "places.txt").read_text(encoding="utf-8").splitlines())


@cache
def common_words() -> frozenset[str]:
    """Common words that open sentences, in lower case: capitalised there, they name nobody."""
    return _words("english_common.txt")


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _parts(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _words(name: str) -> frozenset[str]:
    return frozenset((HERE / name).read_text(encoding="utf-8").split())
