"""Axis labels as a person would write them: "44 BC", "Jan / 2021", "9 / Oct 2021", "14:00 / 9 Oct 2021".

Instants are float milliseconds since 1970-01-01T00:00:00, years astronomical, as in core.when. Ticks are found by calendar, not by number,
so that a tick is the first instant of a year, month or day at any distance from today.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from core.when import DAY, HOUR, MINUTE, SECOND, days_from_civil
from dashboard.timeline.text import text_width
from dashboard.words.short import MONTH, MONTHS, YEAR, civil, clock, day_words, year_words

Unit = Literal["year", "month", "day", "clock"]

STEPS: tuple[tuple[Unit, int, float], ...] = (
    *(("clock", step, float(step)) for step in (SECOND, 5 * SECOND, 15 * SECOND, 30 * SECOND)),
    *(("clock", step, float(step)) for step in (MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE)),
    *(("clock", step, float(step)) for step in (HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR)),
    *(("day", step, float(step * DAY)) for step in (1, 2, 5, 10)),
    *(("month", step, step * MONTH) for step in (1, 3, 6)),
    *(("year", lead * 10**zeros, lead * 10**zeros * YEAR) for zeros in range(10) for lead in (1, 2, 5)),
)
"""Unit, step (milliseconds, days, months or years) and its length in milliseconds, from fine to coarse."""

ROOM: dict[Unit, float] = {"clock": 58, "day": 40, "month": 60}
"""Pixels that a label of the unit needs, at least; a year needs what its digits take."""
LEAST_YEAR = 46.0
AIR = 10.0
SIZE = 12.0
"""Font size of the labels."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A grid line `at` an instant, and the text that stands at `label_at`: the middle of its period where each period has a tick."""

    at: float
    label_at: float
    text: str
    context: str


def _year_start(k: int, step: int) -> int:
    """The year of the k-th tick: before Christ the round years are counted backwards from 1 BC, and there is no year nought."""
    if step == 1:
        return k
    return k * step if k > 0 else 1 + k * step


def _starts(unit: Unit, step: int, start: float, end: float) -> Iterator[float]:
    """The tick before `start` and on past `end`."""
    year, month, _ = civil(start)
    if unit == "year":
        k = (year - 1) // step - 1
        while (at := float(days_from_civil(_year_start(k, step), 1, 1) * DAY)) <= end:
            yield at
            k += 1
    elif unit == "month":
        k = (year * 12 + month - 1) // step
        while (at := float(days_from_civil(k * step // 12, k * step % 12 + 1, 1) * DAY)) <= end:
            yield at
            k += 1
    elif unit == "day" and step > 1:
        month -= 1
        while (first := days_from_civil(year, month + 1, 1)) * DAY <= end:
            # 1, 11, 21 and not 31: the last tick of a month stays clear of the first of the next
            yield from (
                float((first + day) * DAY) for day in range(0, 31 - step // 2, step) if civil((first + day) * DAY)[1] == month % 12 + 1
            )
            month += 1
    else:
        length = DAY if unit == "day" else step
        yield from (k * float(length) for k in range(math.floor(start / length), math.floor(end / length) + 1))


def _words(unit: Unit, at: float) -> tuple[str, str]:
    """The label of a tick and the context that it leaves out."""
    year, month, day = civil(at)
    if unit == "year":
        return year_words(year), ""
    if unit == "month":
        return MONTHS[month - 1], year_words(year)
    if unit == "day":
        return str(day), f"{MONTHS[month - 1]} {year_words(year)}"
    return clock(at), day_words(at)


def ticks(start: float, end: float, width: float, *, around: float = 0.0, margin: float = math.inf) -> list[Tick]:
    """The ticks of a view of `width` pixels from `start` to `end`, and `around` views to either side of it for the hand that pans.

    The context stands at the first tick of the view that has room for it, with a `margin` of so many pixels beside the view, and where it
    changes.

    >>> [tick.text for tick in ticks(-64e12, -60e12, 400)]
    ['40 BC', '20 BC', 'AD 1', 'AD 20', 'AD 40', 'AD 60']
    """
    scale = (end - start) / max(width, 1.0)
    years = max(LEAST_YEAR, *(text_width(year_words(civil(at)[0]), SIZE) for at in (start, end))) + AIR
    unit, step, length = next(((u, s, ms) for u, s, ms in STEPS if ms >= ROOM.get(u, years) * scale), STEPS[-1])
    single = (unit in ("year", "month", "day") and step == 1) and length > 0
    low, high = start - around * (end - start), end + around * (end - start)
    starts = list(_starts(unit, step, low - length, high + length))
    made: list[Tick] = []
    said, inside = None, False
    for at, following in pairwise(starts):
        label_at = (at + following) / 2 if single else at
        if not low <= label_at <= high:
            continue
        text, context = _words(unit, at)
        half = max(text_width(text, SIZE), text_width(context, SIZE)) / 2
        begun = label_at >= max(start, start + (half - margin) * scale)
        first, inside = begun and not inside, begun
        told = first or (context != said and (begun or label_at < start))
        made.append(Tick(at, label_at, text, context if told else ""))
        said = context
    return [_short_of(tick, following, scale) for tick, following in zip(made, [*made[1:], None], strict=True)]


def _short_of(tick: Tick, following: Tick | None, scale: float) -> Tick:
    """The tick, without its context where the next one's would run into it."""
    if following is None or not (tick.context and following.context):
        return tick
    room = (following.label_at - tick.label_at) / scale
    needed = (text_width(tick.context, SIZE) + text_width(following.context, SIZE)) / 2 + AIR / 2
    return tick if room >= needed else replace(tick, context="")
