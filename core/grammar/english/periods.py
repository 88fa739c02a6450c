"""The stretches that reports count in: "for the year", "the year-ago quarter"."""

import re

from core.grammar.english.dates import MONTH, MONTH_NUMBERS
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Length, Meaning, Same, Shift

LED_UNIT = re.compile(r"\b(?:in|for|of|during|through|throughout|within|by|over|at|on|earlier in|later in)[ \n]$")
NOT_A_DATE = re.compile(
    r"\b(?:man|woman|person|time|part|player|coach|book|team|end|rookie|film|movie|song|one|order|rest|most|day) of[ \n]$"
)
GOES_ON = re.compile(r"[ \n](?:of(?! \$)|before|after|he|she|they|that|when|i|we|you|ahead|to come|it|just)\b|-|'(?!s results)")

ENDED = re.compile(rf"[ \n](?:ended|ending)[ \n]({MONTH})[ \n]([0-9]{{1,2}})\b(?:,? ([12][0-9]{{3}}))?")
RUNS_TO = re.compile(rf"[ \n](?:ended|ending|to [0-9]|to [a-z]+ [0-9]|to (?:end-|the end of )?(?:{MONTH})\b)")
"""What makes of the year the twelve months up to a day."""
LED_WEEK = re.compile(r"\b(?:during|in|for|earlier in|later in)[ \n]$")
BOUNDED = re.compile(r"[ \n](?:beginning|starting|commencing|ending|ended|to)\b")
"""What tells by its first or last day which week is meant."""
HALF_A_QUARTER = 45
"""Days: a quarter that ends on 31 July has most of its days in the calendar's second one."""


def the_unit(s: Reading) -> Meaning | None:
    """ "for the year", but not "the year of the cat": the one that the text is about."""
    words = s.text.split()
    led = LED_UNIT.search(s.before) or "latest" in words or "full" in words
    if not led or NOT_A_DATE.search(s.before) or (GOES_ON.match(s.after) and "latest" not in words):
        return None
    unit = words[-1]
    if unit == "year" and s.goes_on(RUNS_TO):
        return Length("P1Y")
    if unit in ("period", "quarter"):
        ended = ENDED.match(s.after)
        if not ended or "latest" in words:
            return Same("quarter")
        ended_on = Calendar(year=int(ended[3]) if ended[3] else None, month=MONTH_NUMBERS[ended[1]], day=int(ended[2]))
        return Shift(0, "quarter", Shift(-HALF_A_QUARTER, "day", ended_on))
    if unit in ("week", "month") and (not s.led_by(LED_WEEK, 12) or s.goes_on(BOUNDED)):
        return None
    return Same(unit) if unit != "year" else Shift(0, "year", "either")  # type: ignore[arg-type]  # the words are units


RULES = [
    Rule(
        "the-unit",
        "the (year|quarter|month|week|fiscal year|full year|latest quarter|latest period|latest fiscal year)",
        lambda s: the_unit(s),
        {"for [the year]": "2024", "in [the latest quarter]": "2023-Q4", "in [the quarter] ended March 31, 2023,": "2023-Q1"}
        | {"in [the year] to September": "P1Y"},
        never=["the year of the cat", "man of the year", "the day after"],
    ),
    Rule(
        "year-ago-period",
        "([the ][comparable |corresponding |same ](year-ago|year-earlier|year earlier|prior-year) (quarter|period)|"
        "year-ago|year-earlier|prior-year)",
        lambda s: Shift(-1, "year", Same("quarter") if s.text.endswith("quarter") else "previous"),
        {"the year-ago period": "2023", "year-earlier": "2023", "the year-ago quarter": "2022-Q4"},
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
