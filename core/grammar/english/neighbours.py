"""What lies beside a date: the last, this, that and the next of a unit or of a name. And weekdays, the nearest of their name."""

import re
from fractions import Fraction
from typing import Any

from core.grammar.english.compose import length, one_unit, same
from core.grammar.english.parts import YEARS, year_named
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning, Nearest, Reference, Repeat, Same, Shift, Within

OWNED = re.compile(r"\b(?:his|her|their|my|our|your)[ \n]$")
"""What makes of "last year" the end of something: "his last year as mayor"."""


IN_A_YEAR = ("day", "week", "month")
OF = re.compile(r"[ \n]of\b")
THE = re.compile(r"\bthe[ \n]$")
BESIDE_ENDS = re.compile(r"[.,;:)]|$")
BESIDE_GOES_ON = re.compile(r"[.,;:)]|$|[ \n](?:the|he|she|they|it|saw|was|were|had|came|brought)\b")
TO = re.compile(r"\bto[ \n]$")


def this_unit(s: Reading, number: int, base: Any) -> Meaning | None:
    if re.match(r"[- ]?(?:long|old)\b|-", s.after) or s.singular == "second" or s.text == "last day":
        return None
    if s.text == "this day" and s.led_by(TO, 4):
        return Reference("PRESENT_REF")
    return one_unit(s.singular, number, base)


def last_of(s: Reading) -> bool:
    """Whether it is the last one of something: "the last month of the war"."""
    return s.goes_on(OF) is not None and (s.singular == "quarter" or s.led_by(THE, 5))


def the_next_unit(s: Reading) -> Meaning | None:
    """ "the next year", but "for the next year" tells how long."""
    if " next " in s.text and re.search(r"\bfor[ \n]$", s.before):
        return length(Fraction(1), s.singular)
    return this_unit(s, 1, "previous")


def last_or_past(s: Reading) -> Meaning | None:
    """ "the last decade", but "the past decade" is ten years up to now."""
    if s.singular == "weekend":
        return Nearest(Calendar(weekend=True), -1)
    return length(Fraction(1), s.singular) if " past " in s.text else this_unit(s, -1, "published")


def daypart_beside(s: Reading) -> Meaning | None:
    """ "the night before", "the night before last"."""
    if s.text.endswith("last"):
        return Within(Calendar(time=s.daypart), Shift(-2, "day"))
    if not re.match(r"[.,;:!?)]|$", s.after):
        return None
    return Within(Calendar(time=s.daypart), Shift(-1 if s.text.endswith("before") else 1, "day", "previous"))


def this_time(s: Reading) -> Meaning | None:
    """ "this time last year": a year from now, as exactly as it is said."""
    sign = -1 if " last " in s.text else 1
    match s.text.split()[1]:
        case "day":
            return Shift(sign, "year", exact=True)
        case "week":
            return Shift(0, "week", Shift(sign, "year", exact=True))
    return Shift(12 * sign, "month", "either", "APPROX" if "time" in s.text else None)


def weekday_near(s: Reading) -> Meaning | None:
    return Nearest(Calendar(weekday=s.weekday), s.which)


PAPERS = re.compile(
    r"(?:'s)?[ \n](?:Night Live|Night Football|Evening Post|(?:[A-Z][a-z]+ )?(?:Post|Times|Club|Telegraph|Mirror|Mail|Express|Herald|"
    r"Tribune|Independent|Mercury|Sun|World|Sport|Market|Street|Road|Lane|Square|Hill|Labs|Records|Books|Group|Island|Movement|Addams)\b|(?:[Ss]chool|[Bb]est)\b)"
)
"""What a weekday gives its name to."""
LISTED = re.compile(r"\b(every|each) (?:[a-z]+day,? (?:and |or )?){1,6}$")
ONE_OF_MANY = re.compile(r" (?:in|of) (?:the |[12][0-9]{3}|[a-z]+ [12][0-9]{3})")
NICKNAMED = re.compile(r"\b(?:man|girl|black|good|ash|easter|palm|bloody|whit|cyber|super|my|joe|ruby|sheffield) $")
ACTED = re.compile(
    r"[ \n](?:helped|said|asked|told|replied|answered|nodded|smiled|laughed|cried|looked|walked|ran|stood|sat|"
    r"thought|knew|wanted|loved|lived|agreed)\b"
)
CLAUSE = re.compile(r"(?:^|[.!?;\n][\"']?[ \n]?|[,.] (?:and|but)[ \n])$")
"""Where a weekday that acts like a person is one: "Friday helped Robinson"."""


def weekday_alone(s: Reading) -> Meaning | None:
    if not s.raw[0].isupper() or PAPERS.match(s.document, s.end):
        return None
    if s.plain.endswith(("day and ", "day or ", "day, "), 0, s.start) and (listed := LISTED.search(s.before)):
        return Repeat(f"XXXX-WXX-{s.weekday + 1}", listed[1].upper())
    if s.before.endswith((" a ", " an ")) and s.goes_on(ONE_OF_MANY):
        return None
    if s.led_by(NICKNAMED, 10) or (s.goes_on(ACTED) and s.led_by(CLAUSE, 8)):
        return None
    return Calendar(weekday=s.weekday)


def weeks_beside(s: Reading) -> Meaning | None:
    """ "a week on Friday", "two weeks tomorrow", "a week last Monday": so many weeks beyond that day."""
    if s.led_by(LASTING, 12) or not s.goes_on(ENDS):
        return None
    weeks = {"fortnight": 2, "two": 2, "three": 3}.get(next(w for w in s.text.split() if w != "a"), 1)
    sign = -1 if s.text.endswith("yesterday") or " last " in s.text else 1
    if s.weekday is not None:
        return Shift(7 * weeks * sign, "day", Nearest(Calendar(weekday=s.weekday), sign))
    return Shift(7 * weeks * sign + {"today": 0, "tomorrow": 1, "yesterday": -1}[s.text.split()[-1]], "day")


LASTING = re.compile(
    r"\b(?:for|after|of|in|within|than|about|another|lasts?|lasted|takes?|took|spends?|spent|stay|stayed|stays|waits?|waited|runs?|ran|by|"
    r"over|worked|only|just|not|whole)[ \n]$"
)
ENDS = re.compile(r"[.,;:!?)]|$|[ \n](?:he|she|they|it|we|i|at|by|and|to|for|when|with)\b")


def weekday_then(s: Reading) -> Meaning | None:
    """ "Friday last", "Friday week": the weekday before or after, or a week or two after the next."""
    if not s.raw[0].isupper() or not s.goes_on(ENDS):
        return None
    word = s.text.split()[-1]
    if word in ("last", "next"):
        return Nearest(Calendar(weekday=s.weekday), -1 if word == "last" else 1)
    return Shift(7 if word == "week" else 14, "day", Nearest(Calendar(weekday=s.weekday), 1))


def month_named(text: str) -> Meaning:
    """The month of "last month", "that month" inside an expression."""
    if re.search(r"\b(?:that|the same) month", text):
        return Same("month")
    number = -1 if re.search(r"\b(?:last|previous) month", text) else 1 if re.search(r"\b(?:next|following) month", text) else 0
    return Shift(number, "month", "previous" if re.search(r"\b(?:previous|following)\b", text) else "either")


RULES = [
    Rule(
        "this-unit",
        "(this|the current|this very|this past|this coming) {singular}",
        lambda s: this_unit(s, -1 if "past" in s.text else 1 if "coming" in s.text else 0, "either"),
        {"this year": "2024", "this week": "2024-W11", "this month": "2024-03", "this quarter": "2024-Q1", "this century": "20"}
        | {"to [this day] nobody knows": "PRESENT_REF"},
        never=["this second", "these years"],
    ),
    Rule(
        "last-unit",
        "last {singular}",
        lambda s: this_unit(s, -1, "either") if not s.led_by(OWNED, 8) and not last_of(s) else None,
        {"last year": "2023", "last week": "2024-W10", "last weekend": "2024-W10-WE"},
        never=[
            "her last decade",
            "in his last year as mayor",
            "their last day",
            "the last quarter of the game",
            "the last month of the war",
        ],
    ),
    Rule("next-unit", "next {singular}", lambda s: this_unit(s, 1, "either"), {"next month": "2024-04", "next decade": "203"}),
    Rule(
        "the-last-unit",
        "the (last|past) {singular}",
        lambda s: last_or_past(s) if s.singular in ("decade", "century", "weekend") else None,
        {"the last decade": "201", "the past decade": "P10Y", "the past weekend": "2024-W10-WE"},
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
            if s.goes_on(BESIDE_ENDS if s.text.endswith(("before", "after")) else BESIDE_GOES_ON)
            else None
        ),
        {"the day before": "2024-03-12", "the year after": "2025", "[the day following] saw more of it": "2024-03-14"},
        never=["the day before the attack", "the day following them"],
    ),
    Rule(
        "the-daypart-before",
        "the {daypart} (before last|before|after)",
        lambda s: daypart_beside(s),
        {"[The night before], they drank.": "2024-03-12TNI", "the night before last": "2024-03-11TNI"},
        never=["the morning after the battle"],
    ),
    Rule(
        "this-time-last-year",
        "this (time|day|week|month) (last|next) year",
        lambda s: this_time(s),
        {"this time last year": "2023-03", "this day next year": "2025-03-13", "this week last year": "2023-W11"},
    ),
    Rule(
        "the-next-unit",
        "the (next|following|ensuing|subsequent|succeeding|very next) {singular}",
        the_next_unit,
        {"the following year": "2025", "the next day": "2024-03-14", "for [the next year]": "P1Y"},
    ),
    Rule(
        "same-unit",
        "(that|that same|the same|the very same|the selfsame) {singular}",
        lambda s: same(s.singular) if not re.match(r"-", s.after) else None,
        {"that day": "2024-03-13", "the same year": "2024"},
    ),
    Rule(
        "this-day-in-year",
        "(this|that|this very|that same|the same) ({singular}|date)[,] (in|of) {year}",
        lambda s: Same(s.singular or "day", year=s.year, now=s.text.startswith("this")) if s.singular in (None, *IN_A_YEAR) else None,
        {"On [this day in 1963] it was signed.": "1963-03-13", "in [the same month of 2022]": "2022-03"},
    ),
    Rule(
        "which-weekday",
        "{which} {weekday}",
        weekday_near,
        {"last Friday": "2024-03-08", "next Monday": "2024-03-18", "this Thursday": "2024-03-14"},
    ),
    Rule(
        "weekday-last",
        "{weekday} (last|next|week|fortnight)",
        lambda s: weekday_then(s),
        {"on [Friday last]": "2024-03-08", "on [Friday week]": "2024-03-22"},
        never=["left Friday last in the race", "the Monday next door"],
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
        lambda s: (
            Shift(7, "day", Nearest(Calendar(weekday=s.weekday), 1))
            if "from" in s.text
            else Shift(-7 if "before" in s.text else 7, "day", Calendar(weekday=s.weekday))
        ),
        {"a week from Friday": "2024-03-22"},
    ),
    Rule(
        "weeks-on-weekday",
        "(a week|two weeks|a fortnight|three weeks) ((on|next|last) {weekday}|today|tomorrow|yesterday)",
        lambda s: weeks_beside(s),
        {"[a week on Friday]": "2024-03-22", "[a fortnight next Tuesday]": "2024-04-02", "[two weeks tomorrow]": "2024-03-28"}
        | {"It was [two weeks last Monday].": "2024-02-26"},
        never=["closed for a week on Friday", "It lasted a week on Friday", "ended after a week today", "a week on Friday night"],
    ),
    Rule(
        "day-week",
        "(today|tomorrow) week",
        lambda s: Shift(8 if "m" in s.text else 7, "day") if s.goes_on(ENDS) else None,
        {"[tomorrow week]": "2024-03-21"},
        never=["today week two began"],
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
        {"March last year": "2023-03", "January of next year": "2025-01", "October of that year": "2024-10"}
        | {"April of the next year": "2025-04"},
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
    Rule(
        "weekday",
        "{weekday}",
        weekday_alone,
        {"on [Monday]": "2024-03-11", "will leave on [Thursday]": "2024-03-14", "every Tuesday and [Friday]": "XXXX-WXX-5"},
        never=[
            "sunday best",
            "Saturday Night Live",
            "born on a Tuesday in 1970",
            "The Sunday Times said",
            "at Sunday school",
            "Friday helped Robinson.",
            "the Friday Market",
            "the reservoir at Friday Street",
            "sent out by Sunday Labs",
            "Sheffield Wednesday lost.",
            "Man Friday",
        ],
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
        lambda s: Calendar(weekend=True) if not re.search(r"\bof $", s.before) and not re.match(r"[ \n]of[ \n]", s.after) else None,
        {"over [the weekend]": "2024-W10-WE"},
        never=["the weekend of 4 May"],
    ),
]
