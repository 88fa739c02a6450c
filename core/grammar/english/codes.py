"""Times written as codes of letters and digits: "Q3 2019", "3Q19", "H1 2020", "14h30", "20110303"."""

import re

from core.grammar.english.clock import clock
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning
from core.when import days_in_month

STARTED = re.compile(r"\b(?:took|takes?|lasted|lasts?|for|of|in|after|within|than|about|time|record)[ \n]$")
"""What makes a length of "14h30"."""
NUMBERED = re.compile(
    r"[\w.,:;/$#@&=+*-]$|\b(?:no|nos|nr|ref|id|code|number|numbers|order|invoice|account|case|file|ticket|patent|call|phone|tel|isbn|"
    r"serial|dial|than|about|over)[.:#]?[ \n]?$"
)
"""What makes of eight digits a number."""


def quarter_later(s: Reading) -> int | None:
    """The year that a list of quarters writes only once, after its last."""
    later = re.match(r"(?:(?:,|,? and|,? or) q[1-4]){1,3},? (?:of )?([12][0-9]{3})\b", s.after)
    return int(later[1]) if later else None


def part_of_year(s: Reading, part: str | None) -> Meaning | None:
    """A quarter or half of a year that is written with four digits or two, its letter a capital."""
    if part is None or not re.search("[QH]", s.raw) or re.match(r"[.,/-]?[0-9]|%", s.after):
        return None
    year, yy = s.get("year") or s.get("year2"), next((s.get(name) for name in ("yy", "yy2", "glued") if s.get(name) is not None), None)
    return Calendar(year=year or yy, part=part, short=year is None)


def numbered(s: Reading, letter: str, many: int) -> str | None:
    """The quarter or half that is written with its number first: "3Q", "2H"."""
    number = s.number or s.get("number2")
    return f"{letter}{number}" if number is not None and number <= many else None


def hour_of(s: Reading) -> Meaning | None:
    """ "at 14h30", but not "took 14h30"."""
    if "H" in s.raw or s.led_by(STARTED, 12) or re.search(r"[0-9$.,:/-]$", s.before) or re.match(r"[-/.:]?[0-9]|[ \n]?m\b", s.after):
        return None
    if s.minutes is None and not s.led_by(re.compile(r"\b(?:at|by|until|till|from|since|before|around|about|to|between|and)[ \n]$"), 8):
        return None
    time = clock(s.hour, s.minutes, None)
    return Calendar(time=time) if time else None


DAY_AND_TIME = re.compile(r"(19[0-9]{2}|20[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?:t([0-9]{2})([0-5][0-9])?([0-5][0-9])?(z)?)?")


HALF_LED = re.compile(r"\b(?:in|for|during|since|by|of|from|until|and)[ \n]$")
NO_HALF = re.compile(r"[- \n](?:visas?|tags?|headings?|elements?|receptors?|blockers?)\b|[0-9a-z]")


def compact(s: Reading) -> Meaning | None:
    """Eight digits that are a day of our time, alone and not the number of something; with a clock time they need no proof."""
    match = DAY_AND_TIME.fullmatch(s.text)
    if not match or s.led_by(NUMBERED, 12) or not re.match(r"[.,;:!?)]?(?:[ \n]|$)", s.after):
        return None
    year, month, day = (int(match[number]) for number in (1, 2, 3))
    hour, minute, second = (int(match[number]) if match[number] else None for number in (4, 5, 6))
    time = None if hour is None else clock(hour, minute, None, match[7] and "Z", second)
    if day > days_in_month(year, month) or (time is None and hour is not None):
        return None
    return Calendar(year=year, month=month, day=day, time=time)


RULES = [
    Rule(
        "quarter-code",
        "({quartercode}[,][ of| in]( |/){year}|{number:daynumber}q[ ]{year2:year}|{year3:year}[-| ]{code:quartercode})",
        lambda s: Calendar(year=s.year3, part=s.code) if s.code is not None else part_of_year(s, s.quartercode or numbered(s, "Q", 4)),
        {"2020-Q1": "2020-Q1", "2020 Q1": "2020-Q1", "Q3 2019": "2019-Q3", "Q2/2020": "2020-Q2", "3Q 2019": "2019-Q3"},
        never=["5Q 2019"],
    ),
    Rule(
        "quarter-code-short",
        "({quartercode}[ ](fy[ ][']|'){yy}|{number:daynumber}q[ ]'{yy2:yy}|{number2:daynumber}{glued:quarteryear})",
        lambda s: part_of_year(s, s.quartercode or numbered(s, "Q", 4)),
        {"Q3'19": "2019-Q3", "Q1 FY21": "2021-Q1", "3Q19": "2019-Q3", "2Q '08": "2008-Q2"},
        never=["3q19", "7Q19"],
    ),
    Rule(
        "quarter-code-alone",
        "{quartercode}",
        lambda s: Calendar(part=s.quartercode, year=quarter_later(s)) if s.raw[0] == "Q" else None,
        {"Q4": "2023-Q4", "in [Q1] and Q2 2020": "2020-Q1"},
        never=["q4"],
    ),
    Rule(
        "half-code",
        "({halfcode}[,][ of| in]( |/)[fy[ ]]{year}|{number:daynumber}h[ ]{year2:year})",
        lambda s: part_of_year(s, s.halfcode or numbered(s, "H", 2)),
        {"H1 2020": "2020-H1", "H2/2021": "2021-H2", "2H 2019": "2019-H2", "H1 FY2024": "2024-H1"},
        never=["3H 2019", "h1 2020"],
    ),
    Rule(
        "half-code-short",
        "({halfcode}[ ](fy[ ][']|'){yy}|{number:daynumber}h[ ]'{yy2:yy}|{number2:daynumber}{glued:hdigits})",
        lambda s: part_of_year(s, s.halfcode or numbered(s, "H", 2)),
        {"H2'19": "2019-H2", "H1 FY20": "2020-H1", "1H20": "2020-H1"},
        never=["3H20"],
    ),
    Rule(
        "half-code-alone",
        "{halfcode}",
        lambda s: Calendar(part=s.halfcode) if s.raw[0] == "H" and s.led_by(HALF_LED, 8) and not s.goes_on(NO_HALF) else None,
        {"growth in [H1]": "2024-H1", "by [H2]": "2024-H2"},
        never=["H1", "an H1 heading", "in h2 tags", "for H1 visas"],
    ),
    Rule(
        "hour-code",
        "{hour}({minutes:hdigits}|h)",
        hour_of,
        {"at [14h30]": "2024-03-13T14:30", "[9h05] the ship left": "2024-03-13T09:05", "by [18h]": "2024-03-13T18:00"},
        never=["It took 14h30.", "at 25h30", "14h", "lasted 2h15", "9h75"],
    ),
    Rule(
        "compact-date",
        "{longyear}[t{anydigits}[z]]",
        compact,
        {"dated [20110303]": "2011-03-03", "20110303T1430Z": "2011-03-03T14:30Z", "20240313T091500": "2024-03-13T09:15:00"},
        never=["20111303", "No. 20110303", "IMG_20110303.jpg", "20110303-4", "call 20110303", "20230230", "20230100"],
    ),
]
