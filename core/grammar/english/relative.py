"""Dates that count from another one: from the document's date, or from the date named before."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from core.grammar.rule import Reading, Rule
from core.meaning import Base, Calendar, Meaning, Nearest, Reference, Same, Shift, Unit, Within


def shift(number: Fraction | None, unit: str, sign: int, base: Base, mod: Any = None) -> Meaning | None:
    """So many units back (-1) or on (+1); without a number it is only the past or the future."""
    if number is None:
        return Reference("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit == "fortnight":
        number, unit = number * 2, "week"
    if number.denominator != 1:
        smaller: dict[str, tuple[Unit, int]] = {
            "year": ("month", 12),
            "decade": ("year", 10),
            "century": ("year", 100),
            "day": ("hour", 24),
            "week": ("day", 7),
        }
        if unit not in smaller:
            return None
        unit, factor = smaller[unit]
        number *= factor
    return Shift(sign * int(number), unit, base, mod)  # type: ignore[arg-type]  # the lexicon's units are those of Unit


def ago(s: Reading) -> Meaning | None:
    return shift(s.number, s.unit, -1, "published", s.mod)


def earlier(s: Reading) -> Meaning | None:
    return shift(s.number, s.unit, -1, "previous", s.mod)


def later(s: Reading) -> Meaning | None:
    return shift(s.number, s.unit, 1, "previous", s.mod)


def clock_unit(s: Reading, number: int, base: Base) -> Meaning | None:
    if s.unit in ("second", "minute", "hour", "fortnight") or s.text.endswith("s"):
        return None
    if s.unit == "weekend":
        return Nearest(Calendar(weekend=True), number, base)
    return Shift(number, s.unit, base)


def with_mod(meaning: Meaning, mod: Any) -> Meaning | None:
    """The same with a TIMEX3 mod, where it can have one."""
    if isinstance(meaning, Calendar | Shift | Nearest | Within | Same):
        return replace(meaning, mod=mod)
    return None


DEICTIC = [
    Rule("today", "today", lambda s: Shift(0, "day"), {"today": "2024-03-13"}),
    Rule("yesterday", "yesterday", lambda s: Shift(-1, "day"), {"yesterday": "2024-03-12"}),
    Rule("tomorrow", "tomorrow", lambda s: Shift(1, "day"), {"tomorrow": "2024-03-14"}),
    Rule(
        "units-ago",
        "[{mod} ]{number} {unit} ago",
        ago,
        {
            "two days ago": "2024-03-11",
            "a month ago": "2024-02",
            "about 30 years ago": "1994",
            "six weeks ago": "2024-W05",
            "a few days ago": "PAST_REF",
        },
        never=["long ago"],
    ),
    Rule(
        "units-earlier",
        "[{mod} ]{number} {unit} (earlier|before|previously)",
        earlier,
        {"two days earlier": "2024-03-11", "a year earlier": "2023"},
    ),
    Rule(
        "units-later",
        "[{mod} ]{number} {unit} (later|afterwards|after|thereafter|hence)",
        later,
        {"two days later": "2024-03-15", "three years later": "2027", "a few weeks later": "FUTURE_REF"},
    ),
    Rule(
        "this-unit",
        "(this|the current) {unit}",
        lambda s: clock_unit(s, 0, "either"),
        {"this year": "2024", "this week": "2024-W11", "this month": "2024-03"},
        never=["this second", "these years"],
    ),
    Rule("last-unit", "last {unit}", lambda s: clock_unit(s, -1, "either"), {"last year": "2023", "last week": "2024-W10"}),
    Rule("next-unit", "next {unit}", lambda s: clock_unit(s, 1, "either"), {"next month": "2024-04", "next decade": "203"}),
    Rule(
        "the-previous-unit",
        "the (previous|preceding|prior) {unit}",
        lambda s: clock_unit(s, -1, "previous"),
        {"the previous year": "2023", "the preceding day": "2024-03-12"},
    ),
    Rule(
        "the-next-unit",
        "the (next|following|ensuing|subsequent) {unit}",
        lambda s: clock_unit(s, 1, "previous"),
        {"the following year": "2025", "the next day": "2024-03-14"},
    ),
    Rule(
        "same-unit",
        "(that|that same|the same|the very same) {unit}",
        lambda s: Same(s.unit) if s.unit not in ("second", "minute", "hour", "fortnight") and not s.text.endswith("s") else None,
        {"that day": "2024-03-13", "the same year": "2024"},
    ),
    Rule(
        "which-weekday",
        "(this|{which}) {weekday}",
        lambda s: Nearest(Calendar(weekday=s.weekday), s.which or 0),
        {"last Friday": "2024-03-08", "next Monday": "2024-03-18", "this Thursday": "2024-03-14"},
    ),
    Rule(
        "which-month",
        "(this|{which}) {fullmonth}",
        lambda s: Nearest(Calendar(month=s.fullmonth), s.which or 0),
        {"last August": "2023-08", "next June": "2024-06", "this March": "2024-03"},
    ),
    Rule(
        "which-season",
        "(this|{which}) {season}",
        lambda s: Nearest(Calendar(part=s.season), s.which or 0),
        {"last summer": "2023-SU", "this spring": "2024-SP"},
    ),
    Rule(
        "month-of-which-year",
        "{month}[ of] (last|this|next|that|the same|the following|the previous) year",
        lambda s: Within(Calendar(month=s.month), _year_of(s.text)),
        {"March last year": "2023-03", "January of next year": "2025-01"},
    ),
]


def _year_of(text: str) -> Meaning:
    if text.endswith(("that year", "same year")):
        return Same("year")
    number = -1 if text.endswith(("last year", "previous year")) else 1 if text.endswith(("next year", "following year")) else 0
    return Shift(number, "year", "previous" if "the " in text else "either")


RULES = [
    *DEICTIC,
    Rule(
        "phase",
        "[the ]{phase}(-| | in | in the ){when}",
        lambda s: with_mod(s.when, s.phase),
        {"early March 2011": "2011-03", "mid-May 1999": "1999-05", "late last year": "2023", "late in 1914": "1914"},
    ),
    Rule(
        "bound",
        "[the ][very ]{bound} of {when}",
        lambda s: with_mod(s.when, s.bound),
        {"the end of February": "2024-02", "the beginning of 1999": "1999", "the middle of next week": "2024-W12"},
    ),
    Rule(
        "earlier-later",
        "(earlier|later|sometime|late|early)[ in] (this|that|last|next|the same) {unit}",
        lambda s: _earlier_later(s),
        {"earlier this year": "2024", "later that month": "2024-03"},
    ),
    Rule(
        "daypart-of-date",
        "the [early |late ]{daypart} of [the ]{when}",
        lambda s: Within(Calendar(time=s.daypart), s.when),
        {"the evening of January 30": "2024-01-30TEV", "the early morning of 3 May 1999": "1999-05-03TMO"},
    ),
    Rule(
        "date-daypart",
        "{when}[,] [in the |at ]{daypart}",
        lambda s: Within(Calendar(time=s.daypart), s.when),
        {"Monday morning": "2024-03-11TMO", "yesterday afternoon": "2024-03-12TAF"},
    ),
    Rule(
        "this-daypart",
        "(this|that|last|the next|the following|the same) {daypart}",
        lambda s: _this_daypart(s),
        {"this morning": "2024-03-13TMO", "last night": "2024-03-12TNI", "the next morning": "2024-03-14TMO"},
    ),
    Rule("tonight", "tonight", lambda s: Within(Calendar(time="NI"), Shift(0, "day")), {"tonight": "2024-03-13TNI"}),
]


def _earlier_later(s: Reading) -> Meaning | None:
    if s.unit in ("second", "minute", "hour", "fortnight", "weekend") or s.text.endswith("s"):
        return None
    mod = {"ear": "START", "lat": None, "som": None}[s.text[:3]] if not s.text.startswith("late ") else "END"
    if " that " in s.text or " same " in s.text:
        return Same(s.unit, mod=mod)  # type: ignore[arg-type]  # a TIMEX3 mod
    number = -1 if " last " in s.text else 1 if " next " in s.text else 0
    return Shift(number, s.unit, "either", mod)  # type: ignore[arg-type]  # a TIMEX3 mod


def _this_daypart(s: Reading) -> Meaning:
    if s.text.startswith(("that", "the same")):
        return Same("day", s.daypart)
    if s.text.startswith("the"):
        return Within(Calendar(time=s.daypart), Shift(1, "day", "previous"))
    return Within(Calendar(time=s.daypart), Shift(-1 if s.text.startswith("last") else 0, "day"))
