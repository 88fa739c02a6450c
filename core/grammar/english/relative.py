"""Dates that count from another one: from the document's date, or from the date named before."""

import re
from dataclasses import replace
from typing import Any

from core.grammar.english.compose import one_unit, same, shift, with_mod
from core.grammar.english.parts import YEARS, year_named
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Length, Meaning, Nearest, Reference, Same, Shift, Unit, Within
from core.when import Mod

EARLIER_MODS: dict[str, Any] = {
    "MORE_THAN": "BEFORE",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
EARLY_LATE: dict[str, Mod] = {"early": "START", "late": "END"}
LETTER_UNITS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def counted(s: Reading, sign: int, base: Any) -> Meaning | None:
    """So many units back or on; hours and minutes are told to the day."""
    if s.unit in ("second", "minute", "hour"):
        if s.number is not None and base == "previous" and s.number <= 3:
            return Same("day")
        return Reference("PAST_REF" if sign < 0 else "FUTURE_REF")
    mod = s.get("mod")
    about = mod == "APPROX" or re.search(r" or so\b", s.text)
    return shift(s.number, s.unit, sign, base, "APPROX" if about else EARLIER_MODS.get(mod))


def ago_today(s: Reading) -> Meaning | None:
    """ "a year ago today": to the day."""
    day = {"today": 0, "yesterday": -1, "tomorrow": 1}[s.text.split()[-1]]
    meaning = shift(s.number, s.unit, -1, Shift(day, "day") if day else "published")
    return replace(meaning, exact=True) if isinstance(meaning, Shift) else meaning


def after_all(s: Reading) -> Meaning | None:
    """ "two days before.", where no event follows that it would count from."""
    if s.text.endswith(("before", "after")) and not re.match(r"[.,;:!?)\"]|$", s.after):
        return None
    return counted(s, -1 if s.text.endswith(("earlier", "before", "previously", "prior", "beforehand")) else 1, "previous")


def this_unit(s: Reading, number: int, base: Any) -> Meaning | None:
    if re.match(r"[- ]?(?:long|old)\b|-", s.after) or s.singular == "second" or s.text == "last day":
        return None
    return one_unit(s.singular, number, base)


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


def bound_of_unit(s: Reading) -> Meaning | None:
    """ "the end of the month": of the one that the text is in."""
    return one_unit(s.singular, 0, "either", s.bound)


def weekday_near(s: Reading) -> Meaning | None:
    return Nearest(Calendar(weekday=s.weekday), s.which)


def weekday_alone(s: Reading) -> Meaning | None:
    if not s.raw[0].isupper() or re.match(
        r"(?:'s)?[ \n](?:Night Live|Evening Post|[A-Z][a-z]+ (?:Post|Times|Club))", s.document[s.end : s.end + 30]
    ):
        return None
    if re.search(r"\b(?:man|girl|his girl|black|good|ash|easter|palm|bloody|whit|cyber|super|my|joe) $", s.before):
        return None
    return Calendar(weekday=s.weekday)


def short_weekday(s: Reading) -> Meaning | None:
    return None


def from_date(s: Reading) -> Meaning | None:
    """ "two weeks before Christmas": the date reckoned from another."""
    counted = re.fullmatch(r"P([0-9]+)([DWMY])", s.length.value)
    if not counted:
        return None
    sign = -1 if s.relation in ("before", "prior to", "ahead of") else 1
    return Shift(sign * int(counted[1]), LETTER_UNITS[counted[2]], s.when)


def next_to_date(s: Reading) -> Meaning | None:
    """ "the day before Christmas", but not "the week following last month's crash"."""
    return None if s.after.startswith("'s") else Shift(-1 if "before" in s.text else 1, s.singular, s.when)


def about_date(s: Reading) -> Meaning | None:
    """ "about 183 BC", but not "get around Wednesday's ruling"."""
    if not isinstance(s.date, Calendar) or s.date.weekday is not None or s.after.startswith("'s"):
        return None
    return replace(s.date, approximate=True, mod="APPROX")


DEICTIC = [
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
        "this-unit",
        "(this|the current|this very|this past|this coming) {singular}",
        lambda s: this_unit(s, -1 if "past" in s.text else 1 if "coming" in s.text else 0, "either"),
        {"this year": "2024", "this week": "2024-W11", "this month": "2024-03", "this quarter": "2024-Q1", "this century": "20"},
        never=["this second", "these years"],
    ),
    Rule(
        "last-unit",
        "(last|past) {singular}",
        lambda s: this_unit(s, -1, "either") if s.text.startswith("last") or s.singular == "decade" else None,
        {"last year": "2023", "last week": "2024-W10", "last weekend": "2024-W10-WE"},
    ),
    Rule("next-unit", "next {singular}", lambda s: this_unit(s, 1, "either"), {"next month": "2024-04", "next decade": "203"}),
    Rule(
        "the-last-unit",
        "the (last|past) (decade|century|weekend)",
        lambda s: (
            Shift(-1, "decade" if "decade" in s.text else "century") if "weekend" not in s.text else Nearest(Calendar(weekend=True), -1)
        ),
        {"the last decade": "201", "the past weekend": "2024-W10-WE"},
    ),
    Rule(
        "the-previous-unit",
        "the (previous|preceding|prior) {singular}",
        lambda s: this_unit(s, -1, "previous"),
        {"the previous year": "2023", "the preceding day": "2024-03-12"},
    ),
    Rule(
        "the-unit-before",
        "the {singular} (before|earlier|after|following)",
        lambda s: (
            this_unit(s, -1 if s.text.endswith(("before", "earlier")) else 1, "previous")
            if re.match(r"[.,;:)]|$|[ \n](?:the|he|she|they|it)\b", s.after)
            and not (s.text.endswith(("before", "after")) and not re.match(r"[.,;:)]|$", s.after))
            else None
        ),
        {"the day before": "2024-03-12", "the year after": "2025"},
        never=["the day before the attack"],
    ),
    Rule(
        "the-next-unit",
        "the (next|following|ensuing|subsequent|succeeding|very next) {singular}",
        lambda s: this_unit(s, 1, "previous"),
        {"the following year": "2025", "the next day": "2024-03-14"},
    ),
    Rule(
        "same-unit",
        "(that|that same|the same|the very same|the selfsame) {singular}",
        lambda s: same(s.singular) if not re.match(r"-", s.after) else None,
        {"that day": "2024-03-13", "the same year": "2024"},
    ),
    Rule(
        "which-weekday",
        "{which} {weekday}",
        weekday_near,
        {"last Friday": "2024-03-08", "next Monday": "2024-03-18", "this Thursday": "2024-03-14"},
    ),
    Rule(
        "weekday-of-which-week",
        "{weekday}[ of] (last|next|this) week",
        lambda s: Within(Calendar(weekday=s.weekday), Shift(-1 if " last" in s.text else 1 if " next" in s.text else 0, "week")),
        {"Tuesday of last week": "2024-03-05", "Friday next week": "2024-03-22"},
    ),
    Rule(
        "week-from-weekday",
        "(a week from|a week after|a week before) {weekday}",
        lambda s: Shift(-7 if "before" in s.text else 7, "day", Calendar(weekday=s.weekday)),
        {"a week from Friday": "2024-03-15"},
    ),
    Rule(
        "which-month",
        "{which} {fullmonth}",
        lambda s: Nearest(Calendar(month=s.fullmonth), s.which) if s.document[s.end - len(s.text.split()[-1])].isupper() else None,
        {"last August": "2023-08", "next June": "2024-06", "this March": "2024-03"},
        never=["this march on the capital"],
    ),
    Rule(
        "which-month-day",
        "{which} {month} {day:dayofmonth}",
        lambda s: Nearest(Calendar(month=s.month, day=s.day), s.which),
        {"last August 5": "2023-08-05"},
    ),
    Rule(
        "which-season",
        "{which} {season}",
        lambda s: Nearest(Calendar(part=s.season), s.which),
        {"last summer": "2023-SU", "this spring": "2024-SP", "this past winter": "2023-WI"},
    ),
    Rule(
        "the-next-season",
        "the (following|next|previous|ensuing|preceding|same) {season}",
        lambda s: Nearest(Calendar(part=s.season), -1 if "pre" in s.text else 0 if "same" in s.text else 1, "previous"),
        {"the following spring": "2025-SP", "the previous autumn": "2023-FA"},
    ),
    Rule(
        "that-season",
        "(that|that same) {season}",
        lambda s: Nearest(Calendar(part=s.season), 0, "previous"),
        {"that summer": "2024-SU"},
    ),
    Rule(
        "that-month-name",
        "that {fullmonth}",
        lambda s: Nearest(Calendar(month=s.fullmonth), 0, "previous") if s.raw[5].isupper() else None,
        {"that October": "2024-10"},
        never=["that march"],
    ),
    Rule(
        "the-next-month-name",
        "the (following|next|previous|preceding) {fullmonth}",
        lambda s: Nearest(Calendar(month=s.fullmonth), -1 if "pre" in s.text else 1, "previous"),
        {"the following January": "2025-01"},
    ),
    Rule(
        "the-next-weekday",
        "(the following|the next|the previous|the preceding|that|that same|the same) {weekday}",
        lambda s: Nearest(Calendar(weekday=s.weekday), -1 if "pre" in s.text else 0 if re.search("that|same", s.text) else 1, "previous"),
        {"the following Tuesday": "2024-03-19"},
    ),
    Rule(
        "month-of-which-year",
        f"{{month}}[,] [of |in |]{YEARS} year",
        lambda s: Within(Calendar(month=s.month), year_named(s.text)),
        {"March last year": "2023-03", "January of next year": "2025-01", "October of that year": "2024-10"},
    ),
    Rule(
        "month-day-of-which-year",
        f"({{month}} {{day:dayofmonth}}|{{day2:dayofmonth}} {{month2:month}})[,] [of |in |]{YEARS} year",
        lambda s: Within(Calendar(month=s.month or s.month2, day=s.day or s.day2), year_named(s.text)),
        {"March 12 of that year": "2024-03-12", "5 June last year": "2023-06-05"},
    ),
    Rule(
        "day-of-which-month",
        "the ({nth}|{nthword}) of (this|last|next|that|the same|the following|the previous) month",
        lambda s: Within(Calendar(day=s.nth or s.nthword), month_named(s.text)),
        {"the 25th of last month": "2024-02-25", "the first of next month": "2024-04-01"},
    ),
]


def month_named(text: str) -> Meaning:
    """The month of "last month", "that month" inside an expression."""
    if re.search(r"\b(?:that|the same) month", text):
        return Same("month")
    number = -1 if re.search(r"\b(?:last|previous) month", text) else 1 if re.search(r"\b(?:next|following) month", text) else 0
    return Shift(number, "month", "previous" if re.search(r"\b(?:previous|following)\b", text) else "either")


COUNTING = [
    Rule(
        "units-later",
        "[{mod} ]{number} [{modifier} ]{unit}[ or so] (later|afterwards|afterward|after|thereafter|hence|"
        "earlier|before|previously|prior|beforehand)",
        after_all,
        {
            "two days earlier": "2024-03-11",
            "a year earlier": "2023",
            "two days later": "2024-03-15",
            "three years later": "2027",
            "a few weeks later": "FUTURE_REF",
            "three days before": "2024-03-10",
        },
        never=["two days after the attack", "three weeks before they left"],
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
RULES = [
    *DEICTIC,
    *COUNTING,
    Rule(
        "weekday",
        "{weekday}",
        weekday_alone,
        {"on [Monday]": "2024-03-11", "will leave on [Thursday]": "2024-03-14"},
        never=["sunday best", "Saturday Night Live"],
    ),
    Rule(
        "later-in-season",
        "(later|early|late|earlier) in the {season}",
        lambda s: Calendar(part=s.season, mod=EARLY_LATE.get(s.text.split()[0])),
        {"later in the summer": "2024-SU"},
    ),
    Rule(
        "phase-season",
        "[the ]{phase}(-| ){season}[ of {year}]",
        lambda s: (
            Calendar(year=s.year, part=s.season, mod=s.phase)
            if s.year or not re.match(r" of (?:[0-9]|the year|that|this|next|last)", s.after)
            else None
        ),
        {"the early summer": "2024-SU", "late autumn of 1941": "1941-FA", "mid-winter": "2023-WI"},
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
    Rule(
        "at-the-same-time",
        "(that|that same) (time|date)",
        lambda s: (
            Same("day")
            if re.search(r"\b(?:at|by|until|since|from|around|about|on|before|after|till|to) $", s.before)
            and not re.match(r" as |[,]? (?:he|she|they|it)\b", s.after)
            else None
        ),
        {"by [that time]": "2024-03-13"},
        never=["that time is money", "all the same time flies"],
    ),
    Rule(
        "the-weekend",
        "the weekend",
        lambda s: Calendar(weekend=True) if not re.search(r"\bof $", s.before) else None,
        {"over [the weekend]": "2024-W10-WE"},
    ),
    Rule(
        "the-unit",
        "the (year|quarter|month|week|fiscal year|full year|latest quarter|latest period|latest fiscal year)",
        lambda s: the_unit(s),
        {"for [the year]": "2024", "in [the latest quarter]": "2023-Q4"},
        never=["the year of the cat", "man of the year", "the day after"],
    ),
    Rule(
        "year-ago-period",
        "[the ][comparable |corresponding |same ](year-ago|year-earlier|year earlier|prior-year)[ (quarter|period)]",
        lambda s: Shift(-1, "year", "previous"),
        {"the year-ago period": "2023", "year-earlier": "2023"},
    ),
    Rule(
        "period-of-year",
        "the (same |corresponding |comparable |like |similar )(quarter|period)[ of| in] {year}",
        lambda s: Same("quarter", year=s.year),
        {"the same quarter of 2022": "2022-Q4"},
    ),
    Rule(
        "year-period",
        "the {year}(-| )(quarter|period)",
        lambda s: Same("quarter", year=s.year),
        {"the 2021 period": "2021-Q4"},
    ),
    Rule(
        "period-last-year",
        "the [same |corresponding |comparable |like |similar ](period|quarter|time|day|month|"
        "week) (last year|a year ago|a year earlier|of last year|in the previous year|one year ago|"
        "the previous year|the year before)",
        lambda s: Shift(-1, "year", "previous"),
        {"the corresponding period last year": "2023"},
    ),
]


COMPOSED = [
    Rule(
        "about-date",
        "(about|around|approximately|roughly) {date}",
        about_date,
        {"about 183 BC": "BC0183", "around 3 May 1999": "1999-05-03"},
    ),
    Rule(
        "unit-of-which",
        "the (day|week|month) of {date}",
        lambda s: s.date if s.text.startswith("the day") else Shift(0, "week" if "week" in s.text else "month", s.date),
        {"the week of March 4": "2024-W10"},
    ),
    Rule(
        "last-of-month",
        "the last day of {date}",
        lambda s: with_mod(s.date, "END"),
        {"the last day of February 2024": "2024-02"},
    ),
    Rule(
        "units-from-date",
        "{length} {relation} {when}",
        from_date,
        {"two weeks before Easter": "2024-W11", "ten days after 3 May 1999": "1999-05-13", "a year after May 2001": "2002"},
    ),
    Rule(
        "the-day-before-date",
        "the {singular} (before|after|following) {when}",
        lambda s: next_to_date(s) if s.singular in ("day", "week", "month", "year", "weekend") and s.singular != "weekend" else None,
        {"the day before Christmas 1914": "1914-12-24", "the day after 3 May 1999": "1999-05-04"},
    ),
    Rule(
        "day-before-which",
        "(day|night) before {when}",
        lambda s: Shift(-1, "day", s.when),
        {"on [day before last Monday]": "2024-03-10"},
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
        "bound",
        "[the ][very ]{bound} (of|to) {when}",
        lambda s: with_mod(s.when, s.bound),
        {"the end of February": "2024-02", "the beginning of 1999": "1999", "the middle of next week": "2024-W12"},
    ),
]


LED_UNIT = re.compile(r"\b(?:in|for|of|during|through|throughout|within|by|over|at|on|earlier in|later in)[ \n]$")
NOT_A_DATE = re.compile(
    r"\b(?:man|woman|person|time|part|player|coach|book|team|end|rookie|film|movie|song|one|order|rest|most|day) of[ \n]$"
)
GOES_ON = re.compile(r"[ \n](?:of(?! \$)|before|after|he|she|they|that|when|i|we|you|ahead|to come|it|just)\b|-|'(?!s results)")


def the_unit(s: Reading) -> Meaning | None:
    """ "for the year", but not "the year of the cat": the one that the text is about."""
    words = s.text.split()
    led = LED_UNIT.search(s.before) or "latest" in words or "full" in words
    if not led or NOT_A_DATE.search(s.before) or (GOES_ON.match(s.after) and "latest" not in words):
        return None
    unit = words[-1]
    if unit == "year" and re.match(r"[ \n](?:ended|ending|to [0-9]|to [a-z]+ [0-9])", s.after):
        return Length("P1Y")
    if unit in ("period", "quarter"):
        return Same("quarter")
    if unit in ("week", "month") and not re.search(r"\b(?:during|in|for|earlier in|later in)[ \n]$", s.before):
        return None
    return Same(unit) if unit != "year" else Shift(0, "year", "either")  # type: ignore[arg-type]  # the words are units
