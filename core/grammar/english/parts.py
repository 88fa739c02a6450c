"""Parts of a year: seasons, quarters, halves, fiscal years; and holidays."""

import re

from core.grammar.english.compose import far
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning, Same, Shift, Within

LED = re.compile(
    r"(?:^|[^a-z])(?:in|by|during|of|until|till|since|through|early|mid|late|last|next|this|that|from|to|and|or|between|before|after|following|each|"
    r"every|for|over|middle of|all|as of)[ \n-](?:the[ \n])?(?:early[ \n]|late[ \n])?$"
)


# What a season names the time of: "the summer offensive", where the article is the noun's.
SEASONAL = re.compile(r"[ \n](?:counter-?)?(?:offensives?|campaigns?|sessions?|terms?|harvests?|holidays|vacation|months|season)\b")
LATER_YEAR = re.compile(r" and (?:the )?(?:early |mid-?|late )?(?:spring|summer|autumn|fall|winter)(?: of|,)? ([12][0-9]{3})\b")


TITLE = re.compile(r"\b(?:mr|mrs|ms|dr)\.?[ \n]$|\bmiss[ \n]$")
ADJECTIVE = re.compile(
    r"\b(?!in |by |during |of |until |till |since |through |early |mid |late |last |next |this |that |from |to |and |or )[a-z]+ $"
)
NAMED = re.compile(r"(?<![.!?] )\b[A-Z][a-z]+ $")
"""What makes a season of "the Prague Spring" a movement's name."""


def season(s: Reading) -> Meaning | None:
    """A season's name alone, but not "spring to mind", "the fall of the city", "a fall in prices"."""
    if s.led_by(TITLE, 6):
        return None
    if SEASONAL.match(s.after):
        return None if s.text.startswith("the ") else Calendar(part=s.season)
    if re.match(
        r" of (?!the year|that year|this year|last year|next year|[12][0-9]{3}|'[0-9])|-[a-z]|'s [a-z]+ to |"
        r"[ \n](?:break|olympics?|games|school|palace|semester)\b",
        s.after,
    ):
        return None
    if s.raw[0].isupper() and s.led_by(ADJECTIVE, 20) and NAMED.search(s.document, max(0, s.start - 20), s.start):
        return None
    capital = s.raw.lstrip("the ")[:1].isupper() and s.before.rstrip(" \n")[-1:] not in ("", ".", '"')
    if (
        s.text in ("spring", "fall", "the fall")
        and not (LED.search(s.before) and not re.search(r"\b(?:to|and|or|for|may|that|of|from)[ \n](?:the[ \n])?$", s.before))
        and not capital
    ):
        return None
    if s.text.startswith("the fall") and re.match(r" (?:in|from) ", s.after) and not re.match(r" in [12][0-9]{3}", s.after):
        return None
    if (
        not LED.search(s.before)
        and not s.text.startswith("the ")
        and not re.match(r"[,.;]| (?:and|was|were)\b", s.after)
        and not re.search(r"(?:^|[.!?]\"?[ \n]|\n)$", s.before)
    ):
        return None
    later = LATER_YEAR.match(s.after)
    return Calendar(part=s.season, year=int(later[1]) if later else None)


def season_year(s: Reading) -> Meaning | None:
    if "fall in" in s.text and s.before.endswith(("a ", "to ", "will ")):
        return None
    year = s.year or far(s.fourdigits or s.longyear, s)
    return Calendar(year=year, part=s.season) if year else None


def season_bc(s: Reading) -> Meaning | None:
    return Calendar(year=1 - s.bcyear, part=s.season)


def season_of_two(s: Reading) -> Meaning | None:
    """A season of a year of Athens or Rome: it begins in the first of the two."""
    if s.last != (s.first - 1) % 10 ** len(str(s.last)):
        return None
    return Calendar(year=1 - s.first, part=s.season) if s.text[-1] in "ce." else Calendar(year=s.first, part=s.season, short=True)


SCORED = re.compile(r"\b(?:scored|touchdowns?|rebounds|baskets?|yards|goals?)\b[^.;]{0,30}$")
"""What is played in quarters."""
QUARTER_MONTHS = {3: "Q1", 6: "Q2", 9: "Q3", 12: "Q4"}


def quarter(s: Reading) -> Meaning | None:
    """A quarter of the year, but not of a match."""
    if s.hyphened is not None:
        return Calendar(part=f"Q{s.hyphened}")
    if s.led_by(SCORED, 40):
        return None
    if re.match(
        r"[ \n](?:of (?:the|a) (?:game|match|century|way|[a-z]+ game|[a-z0-9]+[ -]century)|mile|inch|touchdown|field goal|century)",
        s.after,
    ):
        return None
    return Calendar(part=f"Q{quarter_number(s)}") if quarter_number(s) else None


def quarter_number(s: Reading) -> int | None:
    n: int | None = s.quarternth or s.nth
    return n if n and n <= 4 else None


def quarter_year(s: Reading) -> Meaning | None:
    n = quarter_number(s)
    return Calendar(year=s.year or s.year2, part=f"Q{n}") if n else None


def quarter_of(s: Reading) -> Meaning | None:
    """ "last year's third quarter", "the first quarter of next year"."""
    n = quarter_number(s)
    inner = Calendar(part=f"Q{n}")
    return Within(inner, year_named(s.text)) if n else None


def year_named(text: str) -> Meaning:
    """The year of "last year", "that year", "the following year" inside an expression."""
    if re.search(r"\b(?:that|the same) year", text):
        return Same("year")
    number = (
        -1
        if re.search(r"\b(?:last|past|previous|year-ago|year-earlier|preceding|year ago)\b", text)
        else 1
        if re.search(r"\b(?:next|following|coming)\b", text)
        else 0
    )
    return Shift(number, "year", "previous" if re.search(r"\b(?:previous|following|preceding|the next)\b", text) else "either")


def fiscal_years(s: Reading) -> Meaning | None:
    """A fiscal year that two calendar years share is named by the first."""
    last = s.last
    if s.year is None:
        return Calendar(year=last) if last > 99 else None
    return Calendar(year=s.year) if last % 100 == (s.year + 1) % 100 else None


YEARS = "(last|next|this|that|the same|the previous|the next|the following|the preceding|the current|the past|the coming)"

SEASONS = [
    Rule(
        "season-year",
        "[the ]{season}( of | in |, | | of the year |-)({year}|{fourdigits}|{longyear})",
        season_year,
        {"summer 1942": "1942-SU", "the spring of 1943": "1943-SP", "fall 2008": "2008-FA", "spring 12021": "12021-SP"},
        never=["a fall in 2008", "In summer 12021 people came.", "the fall of 2500 men"],
    ),
    Rule(
        "season-short-year",
        "[the ]{season}[ of] '{yy}",
        lambda s: Calendar(year=s.yy, part=s.season, short=True),
        {"summer of '69": "1969-SU"},
    ),
    Rule(
        "season-years",
        "[the ]winter[ of] {year}(-|/){yy}",
        lambda s: Calendar(year=s.year, part="WI"),
        {"the winter of 1941-42": "1941-WI"},
    ),
    Rule(
        "season-bc",
        "[the ]{season}[ of] {bcyear} (bc|bce|b.c.|b.c.e.)",
        season_bc,
        {"the spring of 480 BC": "BC0480-SP"},
    ),
    Rule(
        "season-of-two-years",
        "[the ]{season}[ of] {first:threedigits}/{last:bcyear}[ (bc|bce|b.c.|b.c.e.)]",
        season_of_two,
        {"the winter of 425/4 BC": "BC0425-WI", "490 BC and [the winter of 480/79]": "BC0480-WI"},
    ),
    Rule(
        "season-of-early-year",
        "[the ]{season} of {threedigits}",
        lambda s: Calendar(year=s.threedigits, part=s.season, short=True),
        {"490 BC and [the spring of 480]": "BC0480-SP"},
    ),
    Rule(
        "season-of-year",
        f"[the ]{{season}} [of |in ]{YEARS} year",
        lambda s: Within(Calendar(part=s.season), year_named(s.text)),
        {"the summer of last year": "2023-SU", "autumn next year": "2024-FA"} | {"autumn next year": "2025-FA"},
    ),
    Rule(
        "season-unled",
        "[the ]{season}",
        season,
        {
            "in [the spring]": "2024-SP",
            "by [summer]": "2024-SU",
            "since [the fall]": "2023-FA",
            "the [summer] offensive": "2024-SU",
            "They spent [the spring] and early summer of 1943 there.": "1943-SP",
        },
        never=[
            "after the Prague Spring",
            "spring to mind",
            "the fall of the city",
            "a fall in prices",
            "they fall",
            "for fall protection gear",
            "Winter Palace",
            "Mr. Winter spoke.",
            "was blamed for the fall.",
        ],
    ),
]
QUARTERS = [
    Rule(
        "quarter-year",
        "[the ][fiscal ](({quarternth}|{nth})(-| )quarter[ of| in] [fiscal ]{year}|{year2:year}[']['s] {fiscal:quarternth}(-| )quarter)",
        lambda s: (
            Calendar(year=s.year, part=f"Q{quarter_number(s)}")
            if s.year and quarter_number(s)
            else Calendar(year=s.year2, part=f"Q{s.fiscal}")
            if s.year2
            else None
        ),
        {"the third quarter of 1998": "1998-Q3", "fourth-quarter 2019": "2019-Q4", "the 2001 second quarter": "2001-Q2"},
    ),
    Rule(
        "last-quarter-of-year",
        "[the ](last|final) quarter of ({year}|(this|last|next|that|the same) year)",
        lambda s: Calendar(year=s.year, part="Q4") if s.year else Within(Calendar(part="Q4"), year_named(s.text.partition(" of ")[2])),
        {"the last quarter of 2008": "2008-Q4", "the final quarter of last year": "2023-Q4"},
    ),
    Rule(
        "quarter-of-year",
        f"([the ][fiscal ]({{quarternth}}|{{nth}})(-| )quarter [of ]{YEARS} [fiscal ]year|"
        f"{YEARS} year's [fiscal ]{{late:quarternth}}(-| )quarter|[the |a ](year-ago|"
        f"year-earlier) {{ago:quarternth}}(-| )quarter)",
        lambda s: (
            Within(Calendar(part=f"Q{s.late or s.ago or quarter_number(s)}"), year_named(s.text))
            if s.late or s.ago or quarter_number(s)
            else None
        ),
        {"the first quarter of last year": "2023-Q1", "last year's third quarter": "2023-Q3", "the year-ago second quarter": "2023-Q2"},
    ),
    Rule(
        "quarter",
        "([the ][fiscal(-| )][current |latest ]({quarternth}|{nth}) quarter|[fiscal ]{hyphened:quarternth}-quarter)",
        quarter,
        {"third-quarter": "2023-Q3", "the first quarter": "2024-Q1", "its [fourth quarter]": "2023-Q4", "fiscal third-quarter": "2023-Q3"},
        never=["the fourth quarter of the game", "a third quarter mile", "scored 20 points in the first quarter"],
    ),
    Rule(
        "month-quarter",
        "{fullmonth}(-| )quarter[( of | |, ){year}]",
        lambda s: Calendar(year=s.year, part=QUARTER_MONTHS[s.fullmonth]) if s.fullmonth in QUARTER_MONTHS and s.raw[0].isupper() else None,
        {"the [September quarter]": "2023-Q3", "in the [June-quarter 2021]": "2021-Q2"},
        never=["a May quarter", "they march quarter by quarter"],
    ),
    Rule(
        "half-year",
        "[the ]{half}(-| )half[ of] {year}",
        lambda s: Calendar(year=s.year, part=f"H{s.half}"),
        {"the second half of 2008": "2008-H2", "first-half 2019": "2019-H1"},
    ),
    Rule(
        "half-of-year",
        f"[the ]{{half}}(-| )half [of ]({YEARS}|the) year",
        lambda s: Within(Calendar(part=f"H{s.half}"), year_named(s.text)),
        {"the first half of this year": "2024-H1", "the second half of last year": "2023-H2"},
    ),
    Rule(
        "first-two-quarters",
        "[the ](first two|last two) quarters of {year}",
        lambda s: Calendar(year=s.year, part="H1" if "first" in s.text else "H2"),
        {"the first two quarters of 1990": "1990-H1"},
    ),
    Rule(
        "fiscal-year",
        "[the ](fiscal [year ]|financial year |fy |fy){year}",
        lambda s: Calendar(year=s.year),
        {"fiscal 1998": "1998", "fiscal year 2019": "2019", "FY2023": "2023", "FY 2023": "2023"},
    ),
    Rule(
        "fiscal-short-year",
        "(fiscal |fy |fy)[']{yy}",
        lambda s: Calendar(year=s.yy, short=True) if s.raw.startswith("FY") or "'" in s.text else None,
        {"FY23": "2023", "FY '22": "2022", "fiscal '21": "2021"},
        never=["fiscal 10 percent"],
    ),
    Rule(
        "fiscal-years",
        "([the ](fiscal|financial) year |fy |fy){year}(/|-){last:lastyear}",
        lambda s: fiscal_years(s),
        {"financial year 2019/20": "2019", "FY2019-20": "2019", "FY2019/2020": "2019"},
        never=["FY2019-25"],
    ),
    Rule(
        "year-fiscal",
        "[the ][{year}(-|/)]{last:lastyear} (fiscal|financial) year",
        lambda s: fiscal_years(s),
        {"the 2023 fiscal year": "2023", "the 2019-20 financial year": "2019", "the 1999-00 fiscal year": "1999"},
        never=["15 fiscal year ends"],
    ),
    Rule(
        "this-fiscal-year",
        f"{YEARS} (fiscal|financial) year",
        lambda s: year_named(s.text),
        {"last fiscal year": "2023", "the current fiscal year": "2024"},
    ),
]
RULES = [*SEASONS, *QUARTERS]
