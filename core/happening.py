"""A happening: what the events of one or several documents tell of, with all their dates and sources."""

from dataclasses import dataclass
from typing import Literal

Disputed = Literal["date", "count"]


@dataclass(frozen=True, slots=True)
class Version:
    """One way to date or to count a thing, and the events that do so: `value` is EDTF for a date, words for a count."""

    value: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a happening matters in its collection, and why, in words."""

    value: float
    why: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What somebody decided where sources differ: on what, for which value (EDTF for a date, words for a count), in which decision, why."""

    on: Disputed
    value: str
    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Happening:
    """The thing itself, across documents.

    `when` is the date that the sources agree on, the finest of those that agree, in EDTF; the range from the earliest to the latest where
    they do not. `dates` are all versions in order of time, `counts` those of a disputed number. `disputed` says what the sources differ in.
    `events` and `documents` are ids in order of publication, so the first document is the one that reported it first, on `first_reported`
    (EDTF, None where no document is dated). `sources` is the number of independent ones: a text that is printed twice counts once.
    `actors` are named by most of the sources first. What people have `settled` is no longer disputed; all versions stay.
    """

    id: str
    label: str
    when: str
    dates: tuple[Version, ...]
    counts: tuple[Version, ...]
    disputed: tuple[Disputed, ...]
    events: tuple[str, ...]
    documents: tuple[str, ...]
    first_reported: str | None
    sources: int
    actors: tuple[str, ...]
    weight: Weight
    settled: tuple[Settled, ...] = ()
