"""Dates in digits alone: ISO 8601, numeric dates in their two orders, time stamps."""

import re

from core.grammar.english.clock import clock
from core.grammar.english.compose import far
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning, Within


def numeric(year: int, first: int, second: int, *, dotted: bool = False) -> Meaning | None:
    """Two numbers that are a day and a month in whichever order."""
    if first > 12 >= second >= 1 and first <= 31:
        return Calendar(year=year, month=second, day=first, order="day")
    if second > 12 >= first >= 1 and second <= 31:
        return Calendar(year=year, month=first, day=second, order="month")
    if 1 <= first <= 12 and 1 <= second <= 12:
        return Calendar(year=year, month=first, day=second, order=None if first == second else "dotted" if dotted else "unknown")
    return None


def short_year(yy: int) -> int:
    """The year of two digits in a numeric date: 70 to 99 are of the twentieth century, as in POSIX."""
    return yy + (1900 if yy > 68 else 2000)


NUMBER_ON = re.compile(r"[.-][0-9]")
VERSIONED = re.compile(
    r"[0-9./-]$|\b(?:version|ver\.|v|v\.|release|build|firmware|kernel|ios|android|macos|ip|address|section|sections|chapter|rule|clause|"
    r"paragraph|art\.|article|no\.)[ \n]?$"
)
"""What makes of numbers with dots a version, an address or a place in a text."""


def short_numeric(s: Reading) -> Meaning | None:
    """A numeric date with a year of two digits; not a version, an address or a part of a longer number."""
    numbered = s.led_by(VERSIONED, 14)
    if numbered or re.match(r"[/.-]?[0-9]|[.,][0-9]", s.after):
        return None
    dotted = s.b is None
    if dotted and not re.search(r"\b(?:on|by|until|till|since|from|before|after|of|dated|between|and|to) $", s.before):
        return None
    return numeric(short_year(s.yy), s.a, s.b2 if dotted else s.b, dotted=dotted)


def stamp(s: Reading) -> Meaning | None:
    """A day with its clock time and zone."""
    time = clock(s.hour, s.minute, None, zone_of(s), s.second)
    return Calendar(year=s.year, month=s.month, day=s.dd, time=time) if time else None


def zone_of(s: Reading) -> str | None:
    """The offset from UTC that a time stamp ends with."""
    if s.zh is None and s.get("zhm") is None:
        return "Z" if s.text.endswith(("z", "utc", "gmt")) else None
    hours, minutes = divmod(s.zhm, 100) if s.get("zhm") is not None else (s.zh, s.zm or 0)
    sign = re.search(r"([+-])[0-9:]+$", s.text)
    return f"{sign[1]}{hours:02d}:{minutes:02d}" if sign and hours < 15 and minutes < 60 else None


FAR_LED = re.compile(r"\b(?:in|on|by|since|until|till|from|to|before|after)[ \n]$")
WEEK_LED = re.compile(r"\b(?:in|by|from|until|till|since|before|after|during|of|for|to|and)[ \n]$")
WEEK_ENDS = re.compile(r"[.,;:!?)]|$|[ \n](?:at|and|or|to|the|they|we|he|she|it|will|was|were|is|are|has|had)\b")
COURSE = re.compile(r"pregnan|gestation|trial|season|treatment|course|semester|term\b|diet|training|chemo|therapy|league|round|syllabus")
"""What counts weeks of its own."""


def week_led(s: Reading) -> bool:
    """ "by week 12.", but not a week of a season or a pregnancy."""
    return s.led_by(WEEK_LED, 8) and s.goes_on(WEEK_ENDS) is not None and s.raw[0].islower() and not COURSE.search(s.before + s.after)


OFFSET = "[ ](+|-)({zhm:fourdigits}|{zh:hour}[:{zm:sixty}])"
MONTH_LED = re.compile(r"\b(?:in|since|until|till|from|by|of|to|before|after)[ \n]$")

RULES = [
    Rule(
        "iso-date",
        "{year}(-{month:monthnumber}-{dd:day}|/{month2:monthnumber}/{dd2:day}|.{month3:monthnumber}.{dd3:day})",
        lambda s: Calendar(year=s.year, month=s.month or s.month2 or s.month3, day=s.dd or s.dd2 or s.dd3),
        {"2011-03-03": "2011-03-03", "2011/03/25": "2011-03-25"},
        never=["2011-30-03"],
    ),
    Rule(
        "iso-far-date",
        "{longyear}-{month:monthnumber}[-{dd:day}]",
        lambda s: (
            Calendar(year=s.longyear, month=s.month, day=s.dd)
            if far(s.longyear, s) and s.led_by(FAR_LED, 8) and re.search(r"-[0-9]{2}(?:-[0-9]{2})?$", s.text)
            else None
        ),
        {"from [12021-05]": "12021-05", "on [12021-05-03]": "12021-05-03"},
        never=["12021-05", "in 12021-5 cases", "of 12021-05 parts"],
    ),
    Rule(
        "iso-week",
        "{year}(-|){isoweek}[-{weekday:daynumber}]",
        lambda s: iso_week(s),
        {"2023-W14": "2023-W14", "2023-W14-3": "2023-04-05", "2024W02": "2024-W02"},
        never=["2023-W54"],
    ),
    Rule(
        "week-of-year",
        "[iso |calendar ](week|wk[.]|cw)[ (no.|number)] {week}(, | of | in | |/){year}",
        lambda s: Calendar(year=s.year, week=s.week),
        {"in [week 14 of 2023]": "2023-W14", "calendar week 2, 2024": "2024-W02", "CW 12/2020": "2020-W12"},
        never=["week 14 of the season"],
    ),
    Rule(
        "calendar-week",
        "(calendar week|iso week|cw|week|wk[.])[ (no.|number)] {week}",
        lambda s: Calendar(week=s.week) if s.text[0] in "ci" or week_led(s) else None,
        {"in [calendar week 9]": "2024-W09", "by [week 12]": "2024-W12", "until [week no. 14]": "2024-W14"},
        never=["in week 9 of her pregnancy", "In Week 9 they lost.", "pregnant women in week 9.", "in week 5 of it", "week 12"],
    ),
    Rule(
        "numeric-date",
        "{a:day}(/{b:day}/|.{b2:day}.|-{b3:day}-){year}",
        lambda s: (
            numeric(s.year, s.a, s.b or s.b2 or s.b3, dotted=s.b2 is not None)
            if not s.led_by(VERSIONED, 14) and not s.goes_on(NUMBER_ON)
            else None
        ),
        {
            "25/3/2011": "2011-03-25",
            "3/25/2011": "2011-03-25",
            "25.03.2011": "2011-03-25",
            "1.2.2024": "2024-02-01",
        },
        never=["31/31/2011", "version 10.4.2020", "iOS 10.3.2014", "section 4.5.2010", "10.4.2020.1"],
    ),
    Rule(
        "numeric-short-date",
        "{a:day}(/{b:day}/|.{b2:day}.){yy}",
        short_numeric,
        {"3/25/11": "2011-03-25", "25/3/98": "1998-03-25", "on [13.03.24]": "2024-03-13"},
        never=["version 1.2.24", "10.10.10.10", "1.2.24"],
    ),
    Rule(
        "month-slash-year",
        "{a:day}/{year}",
        lambda s: Calendar(year=s.year, month=s.a) if s.a <= 12 and s.raw[1] != "/" and s.led_by(MONTH_LED, 8) else None,
        {"in [05/2020]": "2020-05", "since [12/2019]": "2019-12"},
        never=["regulation 12/2019", "in 5/2020", "in 13/2020"],
    ),
    Rule(
        "nine-eleven",
        "9(/|.|-)11",
        lambda s: (
            Calendar(year=2001, month=9, day=11)
            if s.text == "9/11" or re.match(r"[\"'?]*[ \n](?:[a-z]+[ \n])?(?:attack|terror|hijack|era\b|commission)", s.after)
            else None
        ),
        {"9/11": "2001-09-11", "the [9.11] attacks": "2001-09-11"},
        never=["a rise of 9.11 per cent", "chapter 9-11"],
    ),
    Rule(
        "stamp",
        "{year}-{month:monthnumber}-{dd:day}(t| ){hour}:{minute:sixty}[:{second:sixty}[(.|,){fraction:anydigits}]]"
        f"[[ ](z|utc|gmt)|{OFFSET}]",
        stamp,
        {
            "2011-03-03 14:30": "2011-03-03T14:30",
            "2011-03-03 14:30:05": "2011-03-03T14:30:05",
            "2011-03-03T14:30:05Z": "2011-03-03T14:30:05Z",
            "2011-03-03 14:30:05,123": "2011-03-03T14:30:05",
            "2011-03-03 14:30 UTC": "2011-03-03T14:30Z",
            "2011-03-03 14:30+02:00": "2011-03-03T14:30+02:00",
            "2011-03-03T14:30:00.5-0530": "2011-03-03T14:30:00-05:30",
        },
        never=["2011-03-03 14:61"],
    ),
    Rule(
        "server-stamp",
        f"{{dd:day}}/{{month}}/{{year}}:{{hour}}:{{minute:sixty}}:{{second:sixty}}[{OFFSET}]",
        stamp,
        {"03/Mar/2011:14:30:05 +0000": "2011-03-03T14:30:05+00:00"},
    ),
]


def iso_week(s: Reading) -> Meaning:
    """A week of ISO 8601, or a day of it."""
    week = Calendar(year=s.year, week=s.isoweek)
    return week if s.weekday is None else Within(Calendar(weekday=s.weekday - 1), week)
