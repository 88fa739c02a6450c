"""Dates that are measured from something said: "two days after the attack"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.events.joining import Told, kind_of, kind_of_root
from core.events.tokens import root
from core.meaning import Length, Unit
from core.model import Event, Timex
from core.resolve.reckon import calendar_of, moved, when_of
from core.when import When

WORD = re.compile(r"[^\W\d_]+")
SIZE = re.compile(r"P(\d+)([DWMY])")
UNITS: dict[str, Unit] = {"D": "day", "W": "day", "M": "month", "Y": "year"}
FINE_ENOUGH = {"D": ("day", "hour", "minute", "second"), "M": ("day", "hour", "minute", "second", "month")}
FINE_ENOUGH["W"] = FINE_ENOUGH["D"]


def measured(timex: Timex, told: Iterable[Told]) -> Timex | None:
    """A length with the date that it gives, where the text has dated what it is measured from; else None.

    Days from a day are a day, months a month, years a year.
    """
    meaning = timex.meaning
    if not isinstance(meaning, Length) or meaning.relation is None or not meaning.event:
        return None
    named = [w.lower() for w in WORD.findall(meaning.event)]
    base = _named(named[-1], tuple(told)) if named else None
    when = None if base is None else _reckon(meaning, base.when)
    if base is None or when is None:
        return None
    source = f"'{meaning.event}' ({base.deciding.span.text})"
    return replace(timex, when=when, anchor=str(base.when), anchor_source=source)


def _named(word: str, told: Sequence[Told]) -> Event | None:
    """The event that a word names: the first of its kind that says the word itself, else the first, else the only one that speaks of it."""
    kind = kind_of(word)
    alike = [one for one in told if kind in one.head]
    if alike:
        return next((one for one in alike if root(word) in one.content), alike[0]).event
    speaking = [t.event for t in told if kind in {kind_of_root(w) for w in t.content}]
    return speaking[0] if len({e.when for e in speaking}) == 1 else None


def _reckon(length: Length, base: When) -> When | None:
    size = SIZE.fullmatch(length.value)
    start = calendar_of(base)
    if size is None or start is None or base.is_interval:
        return None
    unit = size[2]
    if unit in FINE_ENOUGH and base.granularity not in FINE_ENOUGH[unit]:
        return None
    number = int(size[1]) * (7 if unit == "W" else 1) * (1 if length.relation == "after" else -1)
    return when_of(moved(start, number, UNITS[unit]))
