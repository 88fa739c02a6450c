"""Dates as a person would say them, in English. Every word about time on the screen comes from here."""

from core.when import DAY, EDTF, HOUR, MINUTE, PARTS, Granularity, When, civil_from_days, days_from_civil

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
GREGORIAN = days_from_civil(1582, 10, 15)
"""The first day of the Gregorian calendar: before it nobody called a day by the weekday that is reckoned back to it."""
SEASONS = ("spring", "summer", "autumn", "winter")
ORDINALS = ("first", "second", "third", "fourth")
MODS = {
    "START": "early {}",
    "MID": "mid-{}",
    "END": "the end of {}",
    "APPROX": "around {}",
    "BEFORE": "before {}",
    "AFTER": "after {}",
    "ON_OR_BEFORE": "{} or earlier",
    "ON_OR_AFTER": "{} or later",
    "MORE_THAN": "more than {}",
    "LESS_THAN": "less than {}",
    "EQUAL_OR_MORE": "{} or more",
    "EQUAL_OR_LESS": "{} or less",
}
PRECISIONS: dict[Granularity, str] = {
    "millennium": "to the millennium",
    "century": "to the century",
    "decade": "to the decade",
    "year": "to the year",
    "half": "to the half year",
    "season": "to the season",
    "quarter": "to the quarter",
    "month": "to the month",
    "week": "to the week",
    "day": "to the day",
    "hour": "to the hour",
    "minute": "to the minute",
    "second": "to the second",
}


SURE = {"likely": "likely", "guess": "a guess"}
"""How sure an inferred date is, as a person would say it."""


def ordinal(number: int) -> str:
    """A number in order.

    >>> [ordinal(n) for n in (1, 2, 3, 11, 21)]
    ['1st', '2nd', '3rd', '11th', '21st']
    """
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def year(number: int) -> str:
    """An astronomical year as it is called: 0 is 1 BC.

    >>> year(2021), year(-43), year(79), year(12000), year(-16999)
    ('2021', '44 BC', 'AD 79', '12,000', '17,000 BC')
    """
    if number <= 0:
        return f"{_grouped(1 - number)} BC"
    return f"AD {number}" if number < 1000 else _grouped(number)


def _grouped(number: int) -> str:
    return f"{number:,}" if number >= 10_000 else str(number)


def _of_years(first: int, granularity: Granularity) -> str:
    """A decade, century or millennium by its first astronomical year."""
    if granularity == "decade":
        return f"the {first}s" if first >= 0 else f"the {-first}s BC"
    length = 100 if granularity == "century" else 1000
    # EDTF's -04XX runs from -0499 to -0400, the 5th century BC but for a year.
    before, count = (True, (-first) // length + 1) if first < 0 else (False, first // length + 1)
    return f"the {ordinal(count)} {granularity}{' BC' if before else ''}"


def _date(edtf: str) -> str:
    """One EDTF date, without its qualifiers."""
    match = EDTF.fullmatch(edtf)
    if not match:
        return edtf
    if match["long"] is not None:
        return year(int(match["long"]) * 10 ** int(match["exponent"] or 0))
    digits = match["year"]
    if "X" in digits:
        granularity: Granularity = ("decade", "century", "millennium", "millennium")[digits.count("X") - 1]
        first = int(digits.replace("X", "0"))
        return _of_years(-first if match["sign"] else first, granularity)
    words = year(-int(digits) if match["sign"] else int(digits))
    month = match["month"]
    if month in (None, "XX"):
        return words
    if int(month) in PARTS:
        return _part(int(month), words)
    words = f"{MONTHS[int(month) - 1]} {words}"
    if match["day"] in (None, "XX"):
        return words
    words = f"{int(match['day'])} {words}"
    if match["hour"] is None:
        return words
    clock = ":".join(part for part in (match["hour"], match["minute"], match["second"]) if part)
    zone = {None: "", "Z": " UTC"}.get(match["zone"], f" UTC{match['zone']}")
    return f"{words}, {clock}{zone}"


def _part(month: int, words: str) -> str:
    """A part of a year by EDTF's number for it."""
    if month <= 32:
        return f"{SEASONS[(month - 21) % 4]} {words}"
    if month <= 36:
        return f"the {ORDINALS[month - 33]} quarter of {words}"
    if month <= 39:
        return f"the {ORDINALS[month - 37]} third of {words}"
    return f"the {ORDINALS[month - 40]} half of {words}"


def _joined(first: str, last: str) -> str:
    """Two dates as a range that says a shared month or year once.

    >>> _joined("9 October 2021", "10 October 2021"), _joined("15 August 2021", "7 September 2021"), _joined("2001", "2021")
    ('9 to 10 October 2021', '15 August to 7 September 2021', '2001 to 2021')
    """
    if "," in first + last:
        return f"{first} to {last}"
    one, two = first.split(), last.split()
    if {one[-1], two[-1]} == {"BC"} or one[:1] == ["AD"]:
        return f"{first} to {last}"
    shared = 0
    while shared < min(len(one), len(two)) - 1 and one[-1 - shared] == two[-1 - shared]:
        shared += 1
    return f"{' '.join(one[: len(one) - shared])} to {last}"


def _interval(edtf: str) -> str:
    first, _, last = edtf.partition("/")
    if first in ("", ".."):
        return f"until {_date(last.strip('?~%'))}"
    if last in ("", ".."):
        return f"from {_date(first.strip('?~%'))} on"
    return _joined(_date(first.strip("?~%")), _date(last.strip("?~%")))


def _members(edtf: str) -> str:
    names = [_interval(m.strip().replace("..", "/")) if ".." in m else _date(m.strip().strip("?~%")) for m in edtf[1:-1].split(",")]
    link = " or " if edtf[0] == "[" else " and "
    return link.join(names) if len(names) < 3 else f"{', '.join(names[:-1])}{link}{names[-1]}"


def in_words(when: When) -> str:
    """A When as a person would say it.

    >>> [in_words(When(e)) for e in ("2021-10-09", "2020-02", "199X", "-0043", "2021-10-09/2021-10-10", "1985/..")]
    ['9 October 2021', 'February 2020', 'the 1990s', '44 BC', '9 to 10 October 2021', 'from 1985 on']
    >>> in_words(When("2021-08", mod="END")), in_words(When("1850~")), in_words(When("2021-10-04/2021-10-10", "week"))
    ('the end of August 2021', 'around 1850', 'the week of 4 October 2021')
    """
    edtf = when.edtf
    if edtf[0] in "[{":
        words = _members(edtf)
    elif when.granularity == "week":
        words = f"the week of {_date(edtf.partition('/')[0].strip('?~%'))}"
    elif "/" in edtf:
        words = _interval(edtf)
    else:
        words = _date(edtf.strip("?~%"))
    if when.mod in ("START", "MID") and words.startswith("the "):
        words = "the " + MODS[when.mod].format(words.removeprefix("the "))
    elif when.mod:
        words = MODS[when.mod].format(words)
    elif when.approximate:
        words = f"around {words}"
    return f"{words} (uncertain)" if when.uncertain and edtf[0] != "[" else words


def names_a_day(when: When) -> bool:
    """Whether a When is one day, or a time of it.

    >>> names_a_day(When("2021-10-09T14:03")), names_a_day(When("2021-10")), names_a_day(When("2021-10-09", mod="BEFORE"))
    (True, False, False)
    """
    match = EDTF.fullmatch(when.edtf)
    return match is not None and match["day"] not in (None, "XX") and when.mod is None


def weekday(when: When) -> str:
    """The name of that day; empty where it is none, and before the Gregorian calendar.

    >>> weekday(When("2021-10-09")), weekday(When("2021-10")), weekday(When("-0043-03-15"))
    ('Saturday', '', '')
    """
    match = EDTF.fullmatch(when.edtf)
    if not match or not names_a_day(when):
        return ""
    day = days_from_civil(int(f"{match['sign'] or ''}{match['year']}"), int(match["month"]), int(match["day"]))
    return WEEKDAYS[(day + 3) % 7] if day >= GREGORIAN else ""


def source(told: str) -> str:
    """Where a document's date comes from, as it follows a colon.

    >>> source("front matter"), source("page metadata")
    ('stated in its front matter', 'page metadata')
    >>> source("inferred, guess: the latest year named is that of 'May 2010'")
    "a guess, as nobody says so: the latest year named is that of 'May 2010'"
    """
    for certainty, meant in SURE.items():
        if told.startswith(f"inferred, {certainty}: "):
            return f"{meant}, as nobody says so: {told.partition(': ')[2]}"
    return "stated in its front matter" if told == "front matter" else told


def instant(milliseconds: float) -> str:
    """An instant to the day, or to the minute where it is not midnight.

    >>> instant(0), instant(86_400_000 * 1.5)
    ('1 January 1970', '2 January 1970, 12:00')
    """
    days, rest = divmod(int(milliseconds), DAY)
    number, month, day = civil_from_days(days)
    words = f"{day} {MONTHS[month - 1]} {year(number)}"
    return f"{words}, {rest // HOUR:02d}:{rest % HOUR // MINUTE:02d}" if rest else words


def length(start: float, end: float) -> str:
    """How long it is from one instant to another: in years and months, or in days where it is less than a month.

    >>> from core.when import When
    >>> [length(When(a).start, When(b).start) for a, b in (("2021-08-15", "2021-09-14"), ("2001-12-07", "2003-01-06"), ("2019", "2021"))]
    ['30 days', '12 months', '2 years']
    >>> length(When("-0043").start, When("0001-04").start)
    '44 years, 3 months'
    """
    (one_year, one_month, one_day), (year_, month, day) = (civil_from_days(int(at // DAY)) for at in (start, end))
    months = (year_ - one_year) * 12 + month - one_month - (day < one_day)
    if months < 1:
        return _counted(int((end - start) // DAY), "day")
    if months < 24:
        return _counted(months, "month")
    years, rest = divmod(months, 12)
    return _counted(years, "year") + (f", {_counted(rest, 'month')}" if rest else "")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else f'{noun}s'}"


def listed(names: list[str], link: str = "and") -> str:
    """Names in a row.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return f" {link} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
