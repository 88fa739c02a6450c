"""Dates counted in units: "two days ago", "a year later", "ten days after 3 May"."""

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

from core.grammar.english.compose import CLOCK_UNITS, one_unit, shift
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning, Nearest, Reference, Shift, Unit, Within

EARLIER_MODS: dict[str, Any] = {
    "MORE_THAN": "BEFORE",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
LETTER_UNITS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def counted(s: Reading, sign: int, base: Any) -> Meaning | None:
    """So many units back or on. A week after a day is a day, and so is what is told exactly."""
    if s.unit == "hour" and s.number is not None and s.number % 24 == 0 and s.get("mod") is None:
        return Shift(sign * int(s.number / 24), "day", base)
    mod = s.get("mod")
    if s.unit in CLOCK_UNITS:
        return shift(s.number if base == "previous" else None, s.unit, sign, base, "APPROX" if mod == "APPROX" else None)
    about = mod == "APPROX" or re.search(r" or so\b", s.text)
    meaning = shift(s.number, s.unit, sign, base, "APPROX" if about else EARLIER_MODS.get(mod))
    weeks = base == "previous" and s.unit in ("week", "fortnight") and not about and mod is None
    exact = weeks or s.led_by(EXACTLY, 12) or s.goes_on(TO_THE_DAY) is not None
    return replace(meaning, exact=True) if exact and isinstance(meaning, Shift) else meaning


THAN = re.compile(r"[ \n]than\b")
"""What compares two times: "two years earlier than planned"."""
EXACTLY = re.compile(r"\b(?:exactly|precisely)[ \n]$")
TO_THE_DAY = re.compile(r"[ \n]to[ \n]the[ \n]day\b")


def ago_today(s: Reading) -> Meaning | None:
    """ "a year ago today": to the day."""
    day = {"today": 0, "yesterday": -1, "tomorrow": 1}[s.text.split()[-1]]
    meaning = shift(s.number, s.unit, -1, Shift(day, "day") if day else "published")
    return replace(meaning, exact=True) if isinstance(meaning, Shift) else meaning


def years_ago_this(s: Reading) -> Meaning | None:
    """ "three years ago this month": the month of that year."""
    if s.number is None or s.number.denominator != 1 or s.singular not in ("week", "month", "quarter"):
        return None
    if s.singular == "week":
        return Shift(0, "week", Shift(-int(s.number), "year", Shift(0, "day"), exact=True))
    return Shift(-int(s.number) * (12 if s.singular == "month" else 4), s.singular)


def weekday_ago(s: Reading) -> Meaning | None:
    """ "a week ago Tuesday", "two Fridays ago"."""
    count, name = (s.number, s.day) if s.named is None else (s.named, s.weekdays if s.weekday is None else s.weekday)
    if count is None or count.denominator != 1 or name is None or (s.named is not None and s.day is not None):
        return None
    return Shift(-7 * int(count - (s.named is not None)), "day", Nearest(Calendar(weekday=name), -1))


def half_more(s: Reading) -> Meaning | None:
    """ "a year and a half ago": one and a half of a unit that has a half."""
    word = s.text.split()[-1]
    if word == "before" and not re.match(r"[.,;:!?)\"]|$", s.after):
        return None
    sign, base = (1 if word == "later" else -1), "published" if word == "ago" else "previous"
    mod = "APPROX" if s.mod == "APPROX" else EARLIER_MODS.get(s.mod)
    match s.singular:
        case "month":
            return Shift(6 * sign, "week", base, mod)  # type: ignore[arg-type]  # one of the two
        case "year" | "decade" | "century":
            return shift(Fraction(3, 2), s.singular, sign, base, mod)  # type: ignore[arg-type]  # one of the two
    return None


def before_last(s: Reading) -> Meaning | None:
    """ "the year before last", "the week after next"."""
    sign = -1 if s.text.endswith("last") else 1
    if s.weekday is not None:
        return Shift(7 * sign, "day", Nearest(Calendar(weekday=s.weekday), sign))
    return one_unit(s.singular, 2 * sign, "either") if s.singular != "day" else None


def after_all(s: Reading) -> Meaning | None:
    """ "two days before.", where no event follows that it would count from."""
    if s.text.endswith(("before", "after", "that")) and not re.match(r"[.,;:!?)\"]|$", s.after):
        return None
    if s.goes_on(THAN):
        return None
    if s.text.endswith("that"):
        return counted(s, -1 if "before" in s.text else 1, "previous")
    return counted(s, -1 if s.text.endswith(("earlier", "before", "previously", "prior", "beforehand")) else 1, "previous")


def from_date(s: Reading) -> Meaning | None:
    """ "two weeks before Christmas": the date reckoned from another."""
    counted = re.fullmatch(r"P([0-9]+)([DWMY])", s.length.value)
    if not counted:
        return None
    sign = -1 if s.relation in ("before", "prior to", "ahead of") else 1
    return Shift(sign * int(counted[1]), LETTER_UNITS[counted[2]], s.when, exact=counted[2] == "W" and s.length.mod is None)


def years_and_months(s: Reading) -> Meaning | None:
    """ "two years and three months later": to the month."""
    counted = re.fullmatch(r"P([0-9]+)Y([0-9]+)M", s.length.value)
    word = s.text.split()[-1]
    if not counted or s.length.relation is not None:
        return None
    number = 12 * int(counted[1]) + int(counted[2])
    return Shift(-number if word in ("ago", "earlier") else number, "month", "published" if word == "ago" else "previous")


def from_day(s: Reading) -> Meaning | None:
    """ "two weeks from Friday": counted from a day that is named by its weekday or by today's."""
    counted = re.fullmatch(r"P([0-9]+)([DW])", s.length.value)
    when = s.when
    if isinstance(when, Calendar) and when.weekday is not None and when.day is None:
        when = Nearest(when, 1)
    if not counted or not isinstance(when, Nearest | Shift) or re.match(r"[ \n](?:to|until|till|through)\b|-", s.after):
        return None
    return Shift(int(counted[1]) * (7 if counted[2] == "W" else 1), "day", when)


def next_to_date(s: Reading) -> Meaning | None:
    """ "the day before Christmas", but not "the week following last month's crash"."""
    return None if s.after.startswith("'s") else Shift(-1 if "before" in s.text else 1, s.singular, s.when)


RULES = [
    Rule("today", "today", lambda s: Shift(0, "day"), {"today": "2024-03-13"}),
    Rule("yesterday", "yesterday", lambda s: Shift(-1, "day"), {"yesterday": "2024-03-12"}),
    Rule("tomorrow", "tomorrow", lambda s: Shift(1, "day"), {"tomorrow": "2024-03-14"}),
    Rule("before-yesterday", "the day before yesterday", lambda s: Shift(-2, "day"), {"the day before yesterday": "2024-03-11"}),
    Rule("after-tomorrow", "the day after tomorrow", lambda s: Shift(2, "day"), {"the day after tomorrow": "2024-03-15"}),
    Rule(
        "units-ago",
        "[{mod} ]{number} [{modifier} ]{unit}[ or so] ago",
        lambda s: counted(s, -1, "published"),
        {
            "two days ago": "2024-03-11",
            "a month ago": "2024-02",
            "about 30 years ago": "1994",
            "six weeks ago": "2024-W05",
            "a few days ago": "PAST_REF",
            "two years or so ago": "2022",
        },
        never=["long ago"],
    ),
    Rule(
        "ago-today",
        "{number} {unit} ago (today|yesterday|tomorrow)",
        ago_today,
        {"two weeks ago today": "2024-02-28", "a year ago tomorrow": "2023-03-14"},
    ),
    Rule(
        "half-more-ago",
        "[{mod} ](a|an|one) {singular} and a half (ago|earlier|later|before)",
        lambda s: half_more(s),
        {"a year and a half ago": "2022-09", "a month and a half ago": "2024-W05", "a decade and a half later": "2039"},
        never=["a second and a half ago", "a week and a half ago"],
    ),
    Rule(
        "ages-ago",
        "[{mod} ]{number} {described} years ago",
        lambda s: Reference("PAST_REF") if s.described in ("million", "billion", "thousand") else None,
        {"65 million years ago": "PAST_REF"},
        never=["ten long years ago"],
    ),
    Rule(
        "ago-this",
        "{number} (year|years) ago this {singular}",
        lambda s: years_ago_this(s),
        {"three years ago this month": "2021-03", "a year ago this week": "2023-W11"},
        never=["two years ago this second"],
    ),
    Rule(
        "ago-weekday",
        "({number} (week|weeks)|{named:number} ({weekday}|{weekdays})) ago[(,|) [on |last |this past ]{day:weekday}]",
        lambda s: weekday_ago(s),
        {"a week ago Tuesday": "2024-03-05", "two weeks ago on Monday": "2024-02-26", "two Fridays ago": "2024-03-01"},
    ),
    Rule(
        "before-last",
        "the ({singular}|{weekday}) (before last|after next)",
        lambda s: before_last(s),
        {"the year before last": "2022", "the week after next": "2024-W13", "the Friday before last": "2024-03-01"},
        never=["the day before last"],
    ),
    Rule(
        "vague-ago",
        "({plural}|ages|[quite ]a long time|a long while|a short time|a short while|a while) ago",
        lambda s: Reference("PAST_REF") if s.plural not in ("second", "weekend", "fortnight", "millennium") else None,
        {"years ago": "PAST_REF", "a long time ago": "PAST_REF", "ages ago": "PAST_REF"},
        never=["weekends ago"],
    ),
    Rule(
        "units-back",
        "{number} {unit} back",
        lambda s: counted(s, -1, "published") if re.match(r"[.,;:!?)]|$", s.after) else None,
        {"two years back": "2022"},
        never=["won two years back pay"],
    ),
    Rule(
        "units-on",
        "{number} {unit} on",
        lambda s: counted(s, 1, "previous") if s.after.startswith(",") and re.search(r"(?:^|[.!?\"';]|\n)[ \n]*$", s.before) else None,
        {"[Two years on], they returned.": "2026", "In 1983 it fell; [four years on], it rose.": "1987"},
        never=["spent two years on the farm", "He worked two hours on, two hours off."],
    ),
    Rule(
        "inst-ult",
        "[the ]{nth} (inst|ult|prox)[.]",
        lambda s: Within(Calendar(day=s.nth), Shift({"i": 0, "u": -1, "p": 1}[s.text.rstrip(".")[-4]], "month", "either")),
        {"[the 4th inst] he wrote": "2024-03-04"},
    ),
    Rule(
        "units-from-now",
        "{number} {unit} from (now|today)",
        lambda s: counted(s, 1, "published"),
        {"three weeks from now": "2024-W14", "a year from today": "2025"},
    ),
    Rule(
        "in-units-time",
        "{number} {unit}(s'|'s|') time",
        lambda s: counted(s, 1, "published"),
        {"in [two weeks' time]": "2024-W13", "in [a month's time]": "2024-04"},
    ),
    Rule(
        "units-later",
        "[{mod} ]{number} [{modifier} ]{unit}[ or so] ((after|before) that|later|afterwards|afterward|after|thereafter|hence|"
        "earlier|before|previously|prior|beforehand)",
        after_all,
        {
            "two days earlier": "2024-03-11",
            "a year earlier": "2023",
            "two days later": "2024-03-15",
            "three years later": "2027",
            "a few weeks later": "FUTURE_REF",
            "a week later": "2024-03-20",
            "about two weeks later": "2024-W13",
            "48 hours later": "2024-03-15",
            "[eight years after that].": "2032",
            "exactly [a year later]": "2025-03-13",
            "half an hour later": "2024-03-13",
            "At 23:50 it rang; [twenty minutes later] it fell silent.": "2024-03-14T00:10",
            "seven hours later": "FUTURE_REF",
            "three days before": "2024-03-10",
        },
        never=["two days after the attack", "three weeks before they left", "two years earlier than planned"],
    ),
    Rule(
        "vague-later",
        "(weeks|months|years|days|hours|minutes|decades|moments|shortly|soon) (later|earlier|afterwards|before|thereafter|afterward)",
        lambda s: (
            Reference("PAST_REF" if s.text.endswith(("earlier", "before")) else "FUTURE_REF")
            if not (s.text.endswith("before") and not re.match(r"[.,;:!?)\"]|$", s.after)) and not s.text.startswith(("shortly", "soon"))
            else None
        ),
        {"weeks later": "FUTURE_REF", "years earlier": "PAST_REF"},
    ),
]
COMPOSED = [
    Rule(
        "units-from-date",
        "{length} {relation} {when}",
        from_date,
        {"two weeks before Easter": "2024-03-17", "ten days after 3 May 1999": "1999-05-13", "a year after May 2001": "2002"},
    ),
    Rule(
        "the-day-before-date",
        "the {singular} (before|after|following) {when}",
        lambda s: next_to_date(s) if s.singular in ("day", "week", "month", "year", "weekend") and s.singular != "weekend" else None,
        {"the day before Christmas 1914": "1914-12-24", "the day after 3 May 1999": "1999-05-04"},
    ),
    Rule(
        "units-from-day",
        "{length} from {when}",
        lambda s: from_day(s),
        {"two weeks from Friday": "2024-03-29", "ten days from tomorrow": "2024-03-24"},
        never=["for two years from 1990", "two weeks from May 2020", "two weeks from Monday to Friday"],
    ),
    Rule(
        "length-later",
        "{length} (ago|later|earlier|thereafter|afterwards|hence)",
        lambda s: years_and_months(s),
        {"two years and three months later": "2026-06", "a year and six months ago": "2022-09"},
        never=["two hours and ten minutes later"],
    ),
    Rule(
        "day-before-which",
        "(day|night) before {when}",
        lambda s: Shift(-1, "day", s.when),
        {"on [day before last Monday]": "2024-03-10"},
    ),
]
