"""Small pieces that the rules' meanings are put together from."""

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any, cast

from core.grammar.rule import Reading
from core.meaning import Base, Calendar, Length, Meaning, Nearest, Reference, Same, Shift, Unit, Within

CLOCK_UNITS = ("second", "minute", "hour")
LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "C",
}
COARSER = {
    "fortnight": (2, "week"),
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1000, "year"),
    "quarter": (3, "month"),
}
YEAR_ENDS = re.compile(
    r"[.,:](?![0-9]|[ \n][0-9$])|[;!?)\"']|[ \n]*$|[ \t]*\n[ \t]*\n|[ \n](?:the|an?|and|but|or|when|while|as|after|before|until|by|in|at|"
    r"on|to|from|for|with|under|he|she|it|they|his|her|its|their|was|is|had|has)\b(?![ \n][0-9]|[ \n](?:more|fewer|less|most|least|all)\b)"
)
"""What may follow a year that is written like a count."""
FAR = range(2200, 100_000)
"""The years that lie far ahead."""
FINER = {"year": (12, "month"), "hour": (60, "minute"), "minute": (60, "second"), "day": (24, "hour"), "week": (7, "day")}


def far(year: int | None, s: Reading) -> int | None:
    """A year from 2200 on, where nothing follows that may be counted."""
    return year if year in FAR and s.goes_on(YEAR_ENDS) else None


def iso(number: Fraction | None, unit: str) -> str | None:
    """An ISO 8601 duration, X for a number that is not told.

    >>> iso(Fraction(20), "year"), iso(Fraction(1, 2), "hour"), iso(None, "week"), iso(Fraction(3, 2), "year")
    ('P20Y', 'PT30M', 'PXW', 'P1Y6M')
    """
    if number is None:
        amount, unit = "X", "week" if unit == "fortnight" else "century" if unit == "millennium" else unit
    else:
        factor, unit = COARSER.get(unit, (1, unit))
        number *= factor
        whole, rest = divmod(number, 1)
        if rest and unit in FINER and (rest * FINER[unit][0]).denominator == 1:
            finer = iso(rest * FINER[unit][0], FINER[unit][1]) or ""
            coarse = iso(Fraction(whole), unit) if whole else "PT" if finer.startswith("PT") and unit in CLOCK_UNITS else "P"
            return (coarse or "P") + finer.removeprefix("PT" if unit in CLOCK_UNITS else "P")
        amount = str(number) if number.denominator == 1 else f"{float(number):g}"
    letter = LETTERS.get(unit)
    if letter is None:
        return None
    return f"PT{amount}{letter[1:]}" if letter[0] == "T" else f"P{amount}{letter}"


def length(number: Fraction | None, unit: str, mod: Any = None) -> Meaning | None:
    """A duration."""
    value = iso(number, unit)
    return Length(value, mod) if value else None


def shift(number: Fraction | None, unit: str, sign: int, base: Base | Meaning, mod: Any = None) -> Meaning | None:
    """So many units back (-1) or on (+1); without a number it is only the past or the future."""
    if number is None:
        return Reference("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit == "fortnight":
        number, unit = number * 2, "week"
    if unit == "decade":
        number, unit = number * 10, "year"
    while number.denominator != 1:
        factor, unit = {"century": (100, "year"), **FINER}.get(unit, (0, ""))
        if not factor:
            return None
        number *= factor
    return Shift(sign * int(number), cast(Unit, unit), base, mod)


def one_unit(unit: str, number: int, base: Base, mod: Any = None) -> Meaning | None:
    """The unit that lies so many further than the base: this week, last year, the next weekend. Hours are too fine to name."""
    if unit in CLOCK_UNITS or unit == "fortnight":
        return None
    if unit == "weekend":
        return Nearest(Calendar(weekend=True), number, base, mod)
    return Shift(number, cast(Unit, unit), base, mod)


def same(unit: str, mod: Any = None, time: str | None = None) -> Meaning | None:
    """The unit that the date named before lies in."""
    return None if unit in CLOCK_UNITS or unit == "fortnight" else Same(cast(Unit, unit), time, mod)


def with_mod(meaning: Meaning, mod: Any) -> Meaning | None:
    """The same with a TIMEX3 mod, where it can have one."""
    return replace(meaning, mod=mod) if isinstance(meaning, Calendar | Shift | Nearest | Within | Same) else None


def at_time(meaning: Meaning, time: str) -> Meaning | None:
    """A clock time or part of a day within a day."""
    if isinstance(meaning, Calendar) and (meaning.day is not None or meaning.weekday is not None or meaning.holiday is not None):
        return replace(meaning, time=time)
    if isinstance(meaning, Shift | Nearest | Same | Within):
        return Within(Calendar(time=time), meaning)
    return None
