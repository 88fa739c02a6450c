"""From one date to another: one expression with two ends."""

import re
from dataclasses import replace

from core.grammar.english.years import EARLY_ENDS, EARLY_LED, NUMBERED, TITLED
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning, Range, Reference

COUNTED = re.compile(
    r"[ \n](?:percent|per|people|points|million|billion|thousand|hundred|cents|men|women|years|months|"
    r"weeks|days|hours|minutes|a\.?m|p\.?m|o'clock|"
    r"degrees|miles|percentage|dollars|votes|seats|times|inches|feet|pounds|tons|[a-z]+s\b)|[%.][0-9]|%|,[0-9]"
)
ISO_DAYS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}")
KEPT = re.compile(r"\b(?:stay(?:ed|s)?|remain(?:ed|s)?|kept|keeps?|rang(?:ed|es|ing)|vari(?:ed|es)|cost(?:s|ing)?)\b[^.]{0,20}$")
CHANGE = re.compile(
    r"\b(?:rise|rose|risen|fell|fall|fallen|grew|grown|increased?|decreased?|dropped|up|down|climbed|raised?|cut|reduced?|lowered|"
    r"expanded|number|ages?|aged|scale|score|won|lost|vote[ds]?|moved|widened|range[ds]?)\b[^.]{0,30}$"
)


def bare_days(s: Reading) -> Meaning | None:
    """ "from 9 to 10" where days are meant: nothing is counted and nothing changes."""
    if COUNTED.match(s.after) or CHANGE.search(s.before) or s.first >= s.last:
        return None
    return Range(Calendar(day=s.first), Calendar(day=s.last))


def days_of(s: Reading) -> Meaning | None:
    """ "3-5 May 2003", "May 3-5": days of one month."""
    if s.first >= s.last or re.match(r"[,.]?[0-9]|%", s.after) or (s.month in (3, 5) and not re.search("M", s.raw)):
        return None
    return Range(Calendar(year=s.year, month=s.month, day=s.first), Calendar(year=s.year, month=s.month, day=s.last))


def months_of(s: Reading) -> Meaning | None:
    return (
        Range(
            Calendar(year=s.year if s.first <= s.last else s.year - 1 if s.year else None, month=s.first),
            Calendar(year=s.year, month=s.last),
        )
        if s.year or re.match(r"[.,;)]|$| [a-z]", s.after)
        else None
    )


def seasons_of(s: Reading) -> Meaning | None:
    """ "from spring to autumn 1943"; a winter at the beginning is that of the year before."""
    if (" and " in s.text and s.text[0] != "b") or s.first == s.last:
        return None
    return Range(Calendar(year=s.year - (s.first == "WI"), part=s.first), Calendar(year=s.year, part=s.last))


def quarters_in_words(s: Reading) -> Meaning | None:
    """ "the second and third quarters of 2009": two that follow each other, of a year and not of a match."""
    if s.last != s.first + 1 or re.match(r"[ \n]of[ \n]", s.after):
        return None
    return Range(Calendar(year=s.year, part=f"Q{s.first}"), Calendar(year=s.year, part=f"Q{s.last}"))


def years_bc(s: Reading) -> Meaning | None:
    """Years that count down; "c." before one makes it approximate."""
    if not s.first > s.last > 0 or (" and " in s.text and s.text[0] != "b"):
        return None
    first, last = Calendar(year=1 - s.first), Calendar(year=1 - s.last)
    if s.text[0] == "c":
        first = replace(first, approximate=True, mod="APPROX")
    if re.search(r"[0-9].*\bc", s.text.partition(" b")[0]):
        last = replace(last, approximate=True, mod="APPROX")
    return Range(first, last)


def year_of_two(s: Reading) -> Meaning | None:
    """A year of Athens or Rome, which began in one of ours and ended in the next: "428/7 BC"; the era may be that of the dates before."""
    last, _, era = s.text.partition("/")[2].partition(" ")
    if s.first < 10 or (s.first - 1) % 10 ** len(last) != s.last % 10 ** len(last):
        return None
    if era:
        return Range(Calendar(year=1 - s.first), Calendar(year=2 - s.first))
    if not s.led_by(EARLY_LED, 8) or not s.goes_on(EARLY_ENDS):
        return None
    return Range(Calendar(year=s.first, short=True), Calendar(year=s.first - 1, short=True))


def centuries(s: Reading) -> Meaning | None:
    """ "the 14th to the 16th century", "the 9th and 10th centuries"."""
    bc = s.era is not None
    if not 0 < s.first <= 30 or not 0 < s.last <= 30 or (s.first > s.last) != bc:
        return None
    return Range(Calendar(century=s.first - 1, bc=bc, mod=s.phase), Calendar(century=s.last - 1, bc=bc, mod=s.late))


def decades(s: Reading) -> Meaning | None:
    """ "the 1920s and 30s": the second decade stands in the century of the first."""
    first, last = s.first, s.last
    if not isinstance(first, Calendar) or not isinstance(last, Calendar) or first.decade is None or last.decade is None:
        return None
    return Range(first, last) if last.short and last.decade % 10 > first.decade % 10 else None


def same_day(s: Reading) -> Meaning | None:
    """ "from 9 a.m. to 5 p.m. on 3 May": both on that day."""
    last = s.last
    if not isinstance(last, Calendar) or last.time is None or s.text.rstrip().endswith(last.time):
        return None
    return Range(replace(last, time=s.first.time), last)


AFTER_CHRIST = re.compile(r"\b(?:ad|a\.d|ce|c\.e)\b")


def dates(s: Reading) -> Meaning | None:
    first, last = s.first, s.last
    if first is None or last is None:
        return None
    if isinstance(first, Calendar) and isinstance(last, Calendar) and first.month is None and first.part is None and KEPT.search(s.before):
        return None
    if isinstance(first, Calendar) and isinstance(last, Calendar) and not first.bc and first.year is None and first.month is None:
        ends_before = last.bc or (last.year is not None and last.year <= 0)
        coarse = (first.decade, first.century, first.millennium) != (None, None, None)
        if ends_before and coarse and not AFTER_CHRIST.search(s.text):
            first = replace(first, bc=True)
    return Range(first, last)


RULES = [
    Rule(
        "from-day-to-day",
        "(from|between) [the ]{first:dayofmonth} (to|until|through|and) [the ]{last:dayofmonth}",
        lambda s: bare_days(s) if s.text.startswith("from") or re.search(r"[0-9](?:st|nd|rd|th)", s.text) else None,
        {"from 9 to 10": "2024-03-09/2024-03-10"},
        never=["rose from 9 to 10", "from 9 to 10 percent", "from 5 to 12 people", "between 5 and 10"],
    ),
    Rule(
        "days-of-month",
        "[from |between ][the ]{first:dayofmonth}[ ](-|/|to|and|until|through)[ ][the ]{last:dayofmonth} [of ]{month}[(, | ){year}]",
        lambda s: days_of(s) if " and " not in s.text or s.text.startswith("between") else None,
        {
            "3-5 May 2003": "2003-05-03/2003-05-05",
            "from 9 to 12 February": "2024-02-09/2024-02-12",
            "3/4 May 1942": "1942-05-03/1942-05-04",
        },
        never=["3-5 may", "24/7 May"],
    ),
    Rule(
        "month-days",
        "[from |between ]{month} {first:dayofmonth}[ ](-|to|and|until|through)[ ]{last:dayofmonth}[, {year}]",
        lambda s: days_of(s) if " and " not in s.text or s.text.startswith("between") else None,
        {"May 3-5, 2003": "2003-05-03/2003-05-05", "from February 9 to 12": "2024-02-09/2024-02-12"},
    ),
    Rule(
        "years",
        "[from (about|around|c.|circa) |from |the years |the |c.[ ]|ca.[ ]|circa ]"
        "{first:year}[ |-](-|/|to|until|through)[ |-]{last:lastyear}",
        lambda s: years_or_short(s),
        {"1914-18": "1914/1918", "1941-1945": "1941/1945", "from 1861 to 1865": "1861/1865", "c. 1850-1860": "1850/1860"}
        | {"[the 1914-to-1918] war": "1914/1918", "from about 1810 to 1815": "1810/1815"},
        never=["1500-2000 people", "2019-03", "from 1000 to 2000 euros", "Directive 2004/38", "pp. 1990-95"],
    ),
    Rule(
        "years-bc",
        "[from |between |c. |ca. |circa ]{first:bcyear}[ ](-|to|until|and)[ ][c. |ca. |circa ]{last:bcyear} {era}",
        years_bc,
        {"from 264 to 241 BC": "BC0264/BC0241", "490-479 BC": "BC0490/BC0479", "c. 428 - c. 348 BC": "BC0428/BC0348"},
    ),
    Rule(
        "year-of-two-bc",
        "{first:bcyear}/{last:bcyear} {era}",
        year_of_two,
        {"428/7 BC": "BC0428/BC0427", "in [401/400 B.C.]": "BC0401/BC0400", "480/79 BC": "BC0480/BC0479"},
        never=["3/4 BC"],
    ),
    Rule(
        "year-of-two",
        "{first:threedigits}/{last:bcyear}",
        year_of_two,
        {"490 BC and again in [480/79]": "BC0480/BC0479"},
        never=["in 480/79 cases", "Route 480/79"],
        beside=("in", "since", "until", "till", "by", "during", "of", "from", "after", "before"),
    ),
    Rule(
        "centuries",
        "[from |between ][the ][{phase}(-| )]{first:ordinal}[ century][ ](-|to|until|through|and|or|- and)[ ][the ][{late:phase}(-| )]"
        "{last:ordinal}(-| )(century|centuries)[ ({era}|ad|ce|a.d.|c.e.)]",
        centuries,
        {
            "from the 14th to the 16th century": "13/15",
            "the 9th and 10th centuries": "08/09",
            "the fifth and fourth centuries BC": "BC04/BC03",
            "14th-16th centuries": "13/15",
            "the late 19th and early 20th centuries": "18/19",
            "the first and second centuries AD": "00/01",
        },
        never=["the 16th and 14th centuries"],
    ),
    Rule(
        "seasons-of-year",
        "[from |between ][the ]{first:season}[ ](-|/|to|through|until|and)[ ][the ]{last:season}( of |, | ){year}",
        lambda s: seasons_of(s),
        {
            "from spring to autumn 1943": "1943-SP/1943-FA",
            "Spring/Summer 2020": "2020-SP/2020-SU",
            "between the summer and autumn of 1916": "1916-SU/1916-FA",
        },
        never=["the spring and summer of 1943"],
    ),
    Rule(
        "quarters-in-words",
        "[the ]{first:quarternth} and {last:quarternth} quarters[(,| of| in) {year}]",
        lambda s: quarters_in_words(s),
        {"the second and third quarters of 2009": "2009-Q2/2009-Q3", "[the third and fourth quarters], sales fell": "2023-Q3/2023-Q4"},
        never=["the second and fourth quarters of 2009", "the first and second quarters of the game"],
    ),
    Rule(
        "quarters-of-year",
        "[from ]{first:quartercode}[ ](-|to|through)[ ]{last:quartercode}[,][ of] {year}",
        lambda s: (
            Range(Calendar(year=s.year, part=s.first), Calendar(year=s.year, part=s.last)) if s.first < s.last and s.raw.isupper() else None
        ),
        {"Q1-Q3 2020": "2020-Q1/2020-Q3"},
        never=["Q3-Q1 2020"],
    ),
    Rule(
        "months-of-year",
        "[from |between |in ]{first:month}[ |-](-|to|through|until|/)[ |-]{last:month}[(, | | of ){year}]",
        months_of,
        {"January-March 1999": "1999-01/1999-03", "from May to August 2001": "2001-05/2001-08"}
        | {"the [January-to-September] deficit": "2023-01/2023-09"},
        never=["they may march"],
    ),
]

COMPOSED = [
    Rule(
        "from-date-to-date",
        "(from|between|from and including) {first:when}[,] (to|until|till|through|and|up to|up until|into|to and including) {last:when}",
        dates,
        {
            "between June 2018 and January 2019": "2018-06/2019-01",
            "between about 1810 and 1815": "1810/1815",
            "from the 5th millennium to about 3200 BC": "BC4/BC3200",
            "from Monday to Tuesday": "2024-03-11/2024-03-12",
        }
        | {"from and including 1 May 2018 to and including 31 August 2023": "2018-05-01/2023-08-31"}
        | {"from 14 August 1945 until 2 September": "1945-08-14/1945-09-02", "from November 1950 to March": "1950-11/1951-03"},
    ),
    Rule(
        "date-to-date",
        "{first:date}[ ](-|to|through|until)[ ]{last:date}",
        lambda s: dates(s) if both_whole(s) else None,
        {
            "June 1915 to May 1916": "1915-06/1916-05",
            "30 May - 2 June 1999": "1999-05-30/1999-06-02",
            "27 BC - AD 14": "BC0027/0014",
            "the 1960s-70s": "196/197",
        },
        never=["went on Monday to Tuesday"],
    ),
    Rule(
        "iso-interval",
        "{first:date}/{last:date}",
        lambda s: dates(s) if ISO_DAYS.fullmatch(s.text) else None,
        {"2020-05-03/2020-05-05": "2020-05-03/2020-05-05"},
        never=["May 3/May 5"],
    ),
    Rule(
        "date-to-present",
        "[from ]{first:date}([ ](-|to|through|until|up to)[ ](present|date|{reference})| {to_date:reference})",
        lambda s: Range(s.first, None) if since(s) and to_now(s) else None,
        {"from 2019 to the present": "2019", "1950-present": "1950", "from 2010 to date": "2010"},
        never=["from Monday to date", "in 2010 now"],
    ),
    Rule(
        "date-onwards",
        "from {first:date} (onwards|onward|on)",
        lambda s: Range(s.first, None) if since(s) and not re.match(r"[ \n](?:the|a|[0-9])", s.after) else None,
        {"from 2019 onwards": "2019", "[from May 2020 on], it": "2020-05"},
        never=["from 2019 on the coast"],
    ),
    Rule(
        "from-time-to-time",
        "[from ]{first:clock}[ ](-|to|until|till)[ ]{last:clock}",
        lambda s: Range(s.first, s.last),
        {
            "from 9 a.m. to 5 p.m.": "2024-03-13T09:00/2024-03-13T17:00",
            "14:00-16:00": "2024-03-13T14:00/2024-03-13T16:00",
            "9-11 a.m.": "2024-03-13T09:00/2024-03-13T11:00",
        },
    ),
    Rule(
        "between-times",
        "between {first:clock} and {last:clock}",
        lambda s: Range(s.first, s.last),
        {"between 0215 and 0240 hours": "2024-03-13T02:15/2024-03-13T02:40"}
        | {"between 9 and 11 p.m.": "2024-03-13T21:00/2024-03-13T23:00", "between 2:00 and 4:30 p.m.": "2024-03-13T14:00/2024-03-13T16:30"},
    ),
    Rule(
        "times-of-a-day",
        "[from |between ]{first:clock}[ ](-|to|until|till|and)[ ]{last:date}",
        same_day,
        {"from 9am to 5pm on 3 May 2023": "2023-05-03T09:00/2023-05-03T17:00", "9-11 a.m. Monday": "2024-03-11T09:00/2024-03-11T11:00"},
        never=["at 9 a.m. and 3 May"],
    ),
    Rule(
        "decades",
        "{first:date} (and|to|through) [the ]{last:date}",
        decades,
        {"the 1920s and 30s": "192/193", "the 1960s and '70s": "196/197"},
        never=["the 1980s and the 1990s"],
    ),
    Rule(
        "weekdays-through",
        "{first:date}(-| through ){last:date}",
        lambda s: Range(s.first, s.last) if both_weekdays(s) else None,
        {"Tuesday through Friday": "2024-03-05/2024-03-08", "will be open [Monday-Wednesday]": "2024-03-18/2024-03-20"},
    ),
]


def years_or_short(s: Reading) -> Meaning | None:
    """ "1914-18": the second year's missing digits are the first one's."""
    if (s.text[0].isdigit() and NUMBERED.search(s.before)) or TITLED.search(s.before):
        return None
    short = s.last < 100
    last = s.first // 100 * 100 + s.last if short else s.last
    counted = re.match(r"[ \n](?:people|men|women|(?!was\b|is\b|his\b|wars?\b|years\b|campaigns\b|seasons?\b|series\b)[a-z]+s)\b", s.after)
    if counted and (short or s.first % 100 == 0) and not s.text.startswith("the years"):
        return None
    if last <= s.first or re.match(r"-?[0-9]|[,.][0-9]|%", s.after) or re.search(r"[0-9][-,.]?$|[$-]$", s.before):
        return None
    about = re.match(r"(?:from )?(?:c|about|around)", s.text) is not None
    return Range(Calendar(year=s.first, approximate=about, mod="APPROX" if about else None), Calendar(year=last))


def both_weekdays(s: Reading) -> bool:
    """Whether both ends are weekdays and nothing more."""
    return all(isinstance(d, Calendar) and d.weekday is not None and d.day is None and d.time is None for d in (s.first, s.last))


def since(s: Reading) -> bool:
    """Whether a range begins with a year or finer, by its place and not by its name, and ends there."""
    whole = isinstance(s.first, Calendar) and (s.first.year is not None or s.first.decade is not None or s.first.month is not None)
    return whole and re.match(r"[.,;:!?)]|$|[ \n](?!think|know)[a-z]", s.after) is not None


def to_now(s: Reading) -> bool:
    """Whether a range leads to the present, in whatever words."""
    if s.to_date is not None:
        return s.text.endswith(" to date")
    return s.reference is None or s.reference == Reference("PRESENT_REF")


def both_whole(s: Reading) -> bool:
    """Whether both ends are dates that cannot be something else."""
    return all(
        isinstance(d, Calendar)
        and (
            (d.year is not None and (d.year <= 0 or (isinstance(s.first, Calendar) and s.first.year is not None and s.first.year <= 0)))
            or (d.day is not None and d.month is not None)
            or (d.month is not None and d.year is not None)
            or d.decade is not None
        )
        for d in (s.first, s.last)
    )
