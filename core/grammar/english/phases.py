"""The beginning, the middle and the end of what is named: "early in 1914", "the end of the month", "later that year"."""

import re
from dataclasses import replace
from typing import Any

from core.grammar.english.compose import one_unit, same, with_mod
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning, Shift
from core.when import Mod

EARLY_LATE: dict[str, Mod] = {"early": "START", "late": "END"}


NEW_YEAR_LED = re.compile(r"\b(?:in|by|until|till|before|into|after|early in|since)[ \n]$")
NEW_YEAR_DAY = re.compile(r"'|[ \n](?:holidays?|celebrations?|party|parties|eve|day|break|weekend)\b")


def phase(s: Reading) -> Meaning | None:
    return with_mod(s.when, s.phase)


def earlier_later(s: Reading) -> Meaning | None:
    """ "earlier this year", "later that month", "sometime next week"."""
    word = s.text.split()[0]
    mod: Any = {"earlier": "START", "early": "START", "late": "END", "mid": "MID", "mid-": "MID"}.get(word)
    if re.search(r"\b(?:that|same|the)\b", s.text):
        meaning = same(s.singular, mod)
        return one_unit(s.singular, 1, "previous", mod) if re.search(r"the (?:next|following) ", s.text) else meaning
    return one_unit(s.singular, -1 if " last " in s.text else 1 if " next " in s.text else 0, "either", mod)


END_LED = re.compile(r"\b(?:at|by|from|to|since|until|till|of|in|before|after|between|and|through|for)[ \n]$")


def end_of_month(s: Reading) -> Meaning | None:
    """ "by end-March": the end of a month or a year, as accounts write it."""
    c = s.when
    coarse = (
        isinstance(c, Calendar) and c.day is None and c.weekday is None and (c.month is not None or c.year is not None) and c.part is None
    )
    return with_mod(c, "END" if s.text.startswith("end") else "START") if coarse and s.led_by(END_LED, 8) else None


def unit_of_date(s: Reading) -> Meaning | None:
    """ "the week of March 4", "the week ending 8 March"."""
    unit, word = s.text.split()[1:3]
    if unit == "day":
        return s.date if word == "of" else None
    if word == "to" and (unit != "week" or s.before.endswith("from ")):
        return None
    return Shift(0, unit, s.date)  # type: ignore[arg-type]  # the words are units


def bound_of_unit(s: Reading) -> Meaning | None:
    """ "the end of the month": of the one that the text is in."""
    return one_unit(s.singular, 0, "running", s.bound)


RULES = [
    Rule(
        "later-in-season",
        "(later|early|late|earlier) in the {season}",
        lambda s: Calendar(part=s.season, mod=EARLY_LATE.get(s.text.split()[0])),
        {"later in the summer": "2024-SU"},
    ),
    Rule(
        "phase-season",
        "[the ]{phase}(-| ){season}[( of | in |, | ){year}]",
        lambda s: (
            Calendar(year=s.year, part=s.season, mod=s.phase)
            if s.year or not re.match(r" of (?:[0-9]|the year|that|this|next|last)", s.after)
            else None
        ),
        {"the early summer": "2024-SU", "late autumn of 1941": "1941-FA", "late summer 1942": "1942-SU", "mid-winter": "2023-WI"},
    ),
    Rule(
        "bound-of-season",
        "[the ][very ]{bound} of [the ]{season}",
        lambda s: Calendar(part=s.season, mod=s.bound),
        {"the end of the summer": "2024-SU", "the middle of winter": "2023-WI"},
    ),
    Rule(
        "bound-of-the-unit",
        "[the ][very ]{bound} of the {singular}",
        bound_of_unit,
        {"the end of the month": "2024-03", "the beginning of the year": "2024"},
        never=["the end of the second half"],
    ),
    Rule(
        "latter-part-of-unit",
        "(later|earlier|early|late) in the {singular}",
        lambda s: (
            same(s.singular, {"early": "START", "late": "END", "earlier": "START"}.get(s.text.split()[0]))
            if s.singular not in ("second",)
            else None
        ),
        {"later in the year": "2024"},
    ),
    Rule(
        "the-new-year",
        "the new year",
        lambda s: Shift(0, "year", Calendar(holiday="new-year")) if s.led_by(NEW_YEAR_LED, 10) and not s.goes_on(NEW_YEAR_DAY) else None,
        {"in [the new year]": "2024", "by [the New Year]": "2024"},
        never=["the New Year's party", "on the new year holiday", "toasted the new year"],
    ),
    Rule(
        "year-end",
        "[the ](year-end|year end|year's end|end-year|end of year)",
        lambda s: Shift(0, "year", "either", "END") if not re.match(r"[ \n](?:[12][0-9]{3})", s.after) else None,
        {"by [year-end]": "2024", "before [year's end]": "2024"},
    ),
    Rule(
        "year-end-of",
        "(year-end|year end|end) {year}",
        lambda s: (
            Calendar(year=s.year, mod="END")
            if not s.text.startswith("end") or re.search(r"\b(?:by|at|until|in|of|the) $", s.before)
            else None
        ),
        {"by [year-end 1999]": "1999", "by [end 2021]": "2021"},
    ),
    Rule(
        "earlier-later",
        "(earlier|later|sometime|late|early|mid|mid-)( |)[in ](this|that|last|next|the same|the next|the following|that same) {singular}",
        earlier_later,
        {"earlier this year": "2024", "later that month": "2024-03", "early next week": "2024-W12", "early the next year": "2025"},
    ),
    Rule(
        "early-weekday",
        "(early|late|later|earlier) (on |)({weekday}|today|yesterday|tomorrow)",
        lambda s: (
            replace(Calendar(weekday=s.weekday), mod="START" if s.text.startswith("ear") else "END")
            if s.weekday is not None
            else Shift(
                {"today": 0, "yesterday": -1, "tomorrow": 1}[s.text.split()[-1]], "day", mod="START" if s.text.startswith("ear") else "END"
            )
        ),
        {"early Monday": "2024-03-11", "late yesterday": "2024-03-12"},
    ),
]
COMPOSED = [
    Rule(
        "unit-of-which",
        "the (day|week|weekend|month) (of|beginning|starting|ending|ended|commencing|to) {date}",
        lambda s: unit_of_date(s),
        {"the week of March 4": "2024-W10", "the weekend of 4 May": "2024-W18-WE", "the week ending 8 March": "2024-W10"}
        | {"in [the week beginning 9 May 2022]": "2022-W19", "for [the week to 8 March]": "2024-W10"},
        never=["from the month to 3 May", "from the day to Friday"],
    ),
    Rule(
        "phase",
        "[the ]{phase}(-| | in | in the | part of | days of | months of | weeks of | years of ){when}",
        phase,
        {
            "early March 2011": "2011-03",
            "mid-May 1999": "1999-05",
            "late in 1914": "1914",
            "the late 1920s": "192",
        },
    ),
    Rule(
        "later-in",
        "(later|earlier|sometime|some time) (in |on |)[the ]{when}",
        lambda s: with_mod(s.when, "START" if s.text.startswith("earlier") else None),
        {"later in 1946": "1946", "sometime in May 2025": "2025-05"},
    ),
    Rule(
        "end-month",
        "(end|start)(-| ){when}",
        lambda s: end_of_month(s),
        {"by [end-March]": "2024-03", "in the year to [end June 2020]": "2020-06"},
        never=["in the end March left", "at the start June came"],
    ),
    Rule(
        "bound",
        "[the ][very ]{bound} (of|to) {when}",
        lambda s: with_mod(s.when, s.bound),
        {"the end of February": "2024-02", "the beginning of 1999": "1999", "the middle of next week": "2024-W12"},
    ),
]
