"""Lengths that have a place on the calendar, as they are cut from a date that is named with them: "the first nine months of 2023"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.meaning import Length, Unit
from core.model import Timex
from core.resolve.reckon import edtf, moved, of_day, size_of
from core.when import DAY, When

EDGE = re.compile(r"(?:the )?(first|opening|last|final|closing) ", re.IGNORECASE)
SIZE = re.compile(r"P(\d{1,3})([DWMY])")
UNITS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def with_places(timexes: Sequence[Timex], text: str) -> list[Timex]:
    """The expressions, those lengths with their place that begin or end a date which follows with "of"."""
    out = list(timexes)
    for number, (length, whole) in enumerate(pairwise(timexes)):
        if isinstance(length.meaning, Length) and text[length.span.end : whole.span.start].split() == ["of"]:
            when = _cut(length, whole)
            if when is not None:
                out[number] = replace(length, when=when, anchor=str(whole.when), anchor_source="the date named after it")
    return out


def _cut(length: Timex, whole: Timex) -> When | None:
    edge, size, when = EDGE.match(length.span.text), SIZE.fullmatch(length.value), whole.when
    if edge is None or size is None or when is None or when.start is None or when.end is None or whole.type != "DATE":
        return None
    number, unit = int(size[1]), UNITS[size[2]]
    if not number or number * size_of(unit) * DAY > when.end - when.start:
        return None
    if edge[1].lower() in ("first", "opening"):
        first = of_day(when.start // DAY)
        last = moved(first, number - 1, unit)
    else:
        last = of_day(when.end // DAY - 1)
        first = moved(last, 1 - number, unit)
    low, high = (edtf(moved(piece, 0, unit))[0] for piece in (first, last))
    return When(low if number == 1 else f"{low.partition('/')[0]}/{high.rpartition('/')[2]}")
