"""What lies within something larger by its number: "the first Monday in May", "the last week of 1999", "the second half of May"."""

import re

from core.grammar.english.compose import with_mod
from core.grammar.english.neighbours import month_named
from core.grammar.english.parts import YEARS, year_named
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Length, Meaning, Nth, Shift
from core.when import Mod

QUARTERS: dict[int, Mod] = {1: "START", 2: "MID", 3: "MID", 4: "END"}
EDGES = re.compile(r"(?:the )?(first|opening|early|initial|last|final|closing|latter)\b")


def nth(s: Reading) -> Meaning | None:
    """The nth weekday or unit of a month, a year, a decade or a century."""
    number = -1 if re.match(r"(?:the )?(?:very )?(?:last|final)\b", s.text) else 1 if "opening" in s.text else s.nth or s.nthword
    inner = s.singular if s.weekday is None else Calendar(weekday=s.weekday)
    if inner in ("second", "minute", "hour", "quarter", "fortnight", "century", "millennium") or not number:
        return None
    outer = outer_of(s)
    if inner == "year" and isinstance(outer, Calendar) and outer.year is not None:
        return None
    return Nth(number, inner, outer) if outer is not None else None


def outer_of(s: Reading) -> Meaning | None:
    """The month, year, decade or century that an expression ends with."""
    if s.month is not None:
        return Calendar(year=s.year, month=s.month)
    if s.alone is not None:
        return Calendar(year=s.alone)
    if s.decade is not None:
        return Calendar(decade=s.decade // 10) if s.decade % 100 else Calendar(century=s.decade // 100)
    if s.ordinal is not None:
        return Calendar(century=s.ordinal - 1) if 0 < s.ordinal <= 30 else None
    if s.text.endswith("month"):
        return Shift(0, "month", "either") if s.text.endswith("the month") else month_named(s.text)
    return Shift(0, "year", "either") if s.text.endswith("the year") else year_named(s.text)


def edge_of(s: Reading) -> Meaning | None:
    """ "the first days of August 1914": its beginning."""
    edge = EDGES.match(s.text)
    if edge is None or not isinstance(s.length, Length) or "X" not in s.length.value:
        return None
    return with_mod(s.when, "END" if edge[1] in ("last", "final", "closing", "latter") else "START")


def half_of(s: Reading) -> Meaning | None:
    """ "the second half of May", "the first half of the 19th century"."""
    return with_mod(s.when, "START" if s.half == 1 else "END")


MONTHS = f"{{month}}[[,] [of ]{{year}}]|(this|that|last|next|the same|the following|the previous|the) month|({YEARS}|the) year"
RULES = [
    Rule(
        "nth-of",
        "[the ][very ]({nth}|{nthword}|last|final|opening) ({singular}|{weekday}) (of|in) "
        f"({MONTHS}|{{alone:year}}|the {{decade}}|the {{ordinal}} century)",
        nth,
        {
            "the first Monday in May 2023": "2023-05-01",
            "the last Friday of the month": "2024-03-29",
            "the third Thursday in November": "2023-11-16",
            "the 2nd Sunday of March 2024": "2024-03-10",
            "the first week of May 2003": "2003-W18",
            "the last week of February": "2024-W09",
            "the last day of 1999": "1999-12-31",
            "the final month of that year": "2024-12",
            "the last decade of the 19th century": "189",
            "the first year of the 1990s": "1990",
        },
        never=["the fifth Monday in February 2023", "the last second of 1999", "the first year of the war"],
    ),
]
COMPOSED = [
    Rule(
        "edge-of",
        "{length} (of|in) {when}",
        edge_of,
        {"the first days of August 1914": "1914-08", "the last weeks of 1999": "1999", "the closing years of the 19th century": "18"},
        never=["in the next few weeks of 1999", "the 12 days of Christmas"],
    ),
    Rule(
        "half-of",
        "[the ]{half}(-| )half of {when}",
        half_of,
        {"the second half of May": "2024-05", "the first half of the 19th century": "18", "the latter half of the 1990s": "199"},
    ),
    Rule(
        "quarter-of",
        "[the ]({quarternth}|last|final) quarter of {when}",
        lambda s: with_mod(s.when, QUARTERS[s.quarternth or 4]) if isinstance(s.when, Calendar) and s.when.century is not None else None,
        {"the first quarter of the 20th century": "19", "the last quarter of the nineteenth century": "18"},
    ),
]
