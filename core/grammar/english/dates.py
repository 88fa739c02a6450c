"""Dates that name their place on the calendar: days, months, years, and what is written with digits."""

import re

from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning

OPENERS = (
    "in|on|by|of|since|until|till|before|after|during|through|from|to|for|and|or|between|late|early|mid|last|next|this|that|every|each|the"
)
PREPOSITION = re.compile(rf"(?:^|[^a-z])(?:{OPENERS})[ \n-]$")
NAME = re.compile(rf"(?!(?i:{OPENERS})\b)[A-Z][\w'.-]*[ \n]$")
WORDY_MONTHS = {"may", "march", "august", "april", "june"}
COUNTED = re.compile(
    r"[,.:][0-9]|%|[-/][0-9]|-[a-z]| (?:people|men|women|troops|soldiers|dollars|percent|miles|feet|points|shares|jobs|pounds|meters|"
    r"kilometers|others|were killed)"
)
NUMBERED = re.compile(
    r"[0-9][,.:/-]$|[$#]$|-$|no\. $|\b(?:flight|room|page|article|section|number|route|channel|about|than|nearly|least|some|over|almost) $"
)


def bare_month(s: Reading) -> Meaning | None:
    """A month's name alone, but not the name of a person, a verb or an adjective."""
    if not s.raw[0].isupper() or NAME.search(s.document, max(0, s.start - 30), s.start):
        return None
    if s.text in WORDY_MONTHS and not PREPOSITION.search(s.before):
        return None
    return Calendar(month=s.fullmonth)


def month_and_day(s: Reading) -> Meaning | None:
    """A month and a day of it; "may 1" may be a verb, "March 3,000" a count."""
    if re.match(r"[,.][0-9]|[0-9]", s.after) or (s.month == 5 and not re.search("M", s.raw)):
        return None
    return Calendar(month=s.month, day=s.day)


def year_alone(s: Reading) -> Meaning | None:
    """Four digits alone, but not a count, a price or the number of a page."""
    return None if NUMBERED.search(s.before) or COUNTED.match(s.after) else Calendar(year=s.year)


RULES = [
    Rule(
        "month-day-year",
        "[{anyweekday}(, | )]{month} {day:dayofmonth}(, |,| ){year}",
        lambda s: Calendar(year=s.year, month=s.month, day=s.day),
        {"March 3, 2011": "2011-03-03", "Thursday, Aug. 19, 2004": "2004-08-19", "June 1st, 1999": "1999-06-01"},
    ),
    Rule(
        "day-month-year",
        "[{anyweekday}(, | )][the ]{day:dayofmonth} [of ]{month}(, | ){year}",
        lambda s: Calendar(year=s.year, month=s.month, day=s.day),
        {"3 March 2011": "2011-03-03", "the 19th of August 2004": "2004-08-19", "Friday 1 May, 2015": "2015-05-01"},
    ),
    Rule(
        "month-day",
        "[{anyweekday}(, | )]{month} {day:dayofmonth}",
        month_and_day,
        {"March 3": "2024-03-03", "Dec. 30": "2023-12-30", "May 1st": "2024-05-01"},
        never=["March 3,000 troops", "She may 1 day return"],
    ),
    Rule(
        "day-month",
        "[{anyweekday}(, | )][the ]{day:dayofmonth} [of ]{month}",
        month_and_day,
        {"3 March": "2024-03-03", "the 30th of December": "2023-12-30"},
    ),
    Rule(
        "month-year",
        "{month}[,][ of] {year}",
        lambda s: Calendar(year=s.year, month=s.month),
        {"March 2011": "2011-03", "Sept. 1998": "1998-09", "May, 1940": "1940-05"},
    ),
    Rule(
        "month",
        "{fullmonth}",
        bare_month,
        {"in [March]": "2024-03", "The bridge opened in [July].": "2023-07"},
        never=["They may march on.", "Theresa May spoke.", "March on!"],
    ),
    Rule(
        "weekday",
        "{weekday}",
        lambda s: Calendar(weekday=s.weekday) if s.raw[0].isupper() else None,
        {"on [Monday]": "2024-03-11"},
    ),
    Rule(
        "day-of-month",
        "the {nth}",
        lambda s: (
            Calendar(day=s.nth)
            if re.match(r"[.,;:!?)\"']|$| (?:in|at|that|and|or|when|of (?:the|this|that|last|next) )|[ \n][a-z]+ed\b", s.after)
            or re.search(r"\b(?:on|by|until|till|since|from|before|after) $", s.before)
            else None
        ),
        {"on [the 10th]": "2024-03-10"},
        never=["the 10th regiment", "the 3rd time"],
    ),
    Rule(
        "year",
        "{year}",
        year_alone,
        {"in [1999]": "1999", "since [2001]": "2001"},
        never=["$1990", "between 1500 and 2000 people", "1,999 votes", "page 1999", "1998.5"],
    ),
    Rule(
        "nine-eleven",
        "9(/|.|-)11",
        lambda s: (
            Calendar(year=2001, month=9, day=11)
            if "/" in s.text or re.match(r"[\"'?]*[ \n](?:[a-z]+[ \n])?(?:attack|terror|hijack|era|commission)", s.after)
            else None
        ),
        {"9/11": "2001-09-11", "the [9.11] attacks": "2001-09-11"},
        never=["a rise of 9.11 per cent"],
    ),
    Rule(
        "iso-date",
        "{year}-{mm:twodigits}-{dd:twodigits}",
        lambda s: Calendar(year=s.year, month=s.mm, day=s.dd) if 1 <= s.mm <= 12 and 1 <= s.dd <= 31 else None,
        {"2011-03-03": "2011-03-03"},
        never=["2011-30-03"],
    ),
]
