"""How long: durations."""

from fractions import Fraction
from typing import Any

from core.grammar.rule import Reading, Rule
from core.meaning import Length, Meaning

LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "C",
}


def iso(number: Fraction | None, unit: str) -> str | None:
    """An ISO 8601 duration, X for a number that is not told.

    >>> iso(Fraction(20), "year"), iso(Fraction(1, 2), "hour"), iso(None, "week"), iso(Fraction(3, 2), "year")
    ('P20Y', 'PT30M', 'PXW', 'P18M')
    """
    if unit == "fortnight":
        number, unit = None if number is None else 2 * number, "week"
    if number is not None and unit == "decade":
        number, unit = 10 * number, "year"
    if number is not None and unit in ("century", "millennium"):
        number, unit = (100 if unit == "century" else 1000) * number, "year"
    if number is not None and number.denominator != 1:
        finer = {"year": (12, "month"), "hour": (60, "minute"), "minute": (60, "second"), "day": (24, "hour"), "week": (7, "day")}.get(unit)
        if finer and (number * finer[0]).denominator == 1:
            number, unit = number * finer[0], finer[1]
    letter = LETTERS.get(unit)
    if letter is None:
        return None
    amount = "X" if number is None else str(number) if number.denominator == 1 else f"{float(number):g}"
    return f"PT{amount}{letter[1:]}" if letter[0] == "T" else f"P{amount}{letter}"


def length(number: Fraction | None, unit: str, mod: Any = None) -> Meaning | None:
    value = iso(number, unit)
    return Length(value, mod) if value else None


def counted(s: Reading) -> Meaning | None:
    return length(s.number, s.unit, s.mod)


RULES = [
    Rule(
        "length",
        "[{mod} ]{number} [more |additional |full |whole ]{unit}",
        counted,
        {
            "20 years": "P20Y",
            "more than three weeks": "P3W",
            "a few days": "PXD",
            "half an hour": "PT30M",
            "two decades": "P20Y",
            "an hour": "PT1H",
        },
        never=["a second opinion", "two"],
    ),
    Rule(
        "length-adjective",
        "[{mod} ]{several}-{unit}[-(long|old)]",
        lambda s: length(s.several, s.unit, s.mod) if not s.text.endswith("s") else None,
        {"20-year": "P20Y", "three-day": "P3D", "a [two-hour] talk": "PT2H"},
    ),
    Rule(
        "units",
        "{plural}",
        lambda s: length(None, s.plural),
        {"months": "PXM", "for [years]": "PXY"},
    ),
    Rule(
        "span-to-now",
        "[the ](past|last|next|coming|first|previous|recent) [{number} ]{plural}",
        lambda s: length(s.number, s.plural),
        {"the past two months": "P2M", "the next few years": "PXY", "recent weeks": "PXW"},
    ),
]
