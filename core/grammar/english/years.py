"""Years and what is coarser: before and after Christ, decades, centuries, millennia, about when."""

import re
from dataclasses import replace

from core.grammar.english.compose import far
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning

COUNTED = re.compile(
    r"(?:[ \n](?:and|to|or)[ \n][0-9,]+)?(?:[,.:][0-9]|%|[-/][0-9]|-(?!present\b|date\b)[a-z]|"
    r"[ \n](?:(?!they|we|you|there|these|those|the|some|many|both|an?\b)[a-z]+[ \n])?(?:people|"
    r"men|women|troops|soldiers|dollars|percent|miles|feet|points|shares|jobs|pounds|meters|"
    r"metres|kilometers|kilometres|km|kg|hours|minutes|years|days|weeks|months|others|were|euros|tons|tonnes|barrels|copies|words|times|degrees|workers|"
    r"students|members|units|votes|seats|homes|houses|cases|deaths|casualties|prisoners|acres|million|billion|yards|francs|yen|marks)\b)"
)
NUMBERED = re.compile(
    r"[0-9][,.:/-]$|[$#@&=]$|\b(?!mid|early|late|pre|post|in|of|the)[a-z]+-$|no\. $|\b(?:flight|room|page|"
    r"pages|article|section|number|route|channel|than|nearly|least|some|almost|chapter|resolution|"
    r"highway|interstate|model|boeing|airbus|suite|box|gate|platform|locker|cell|ward|volume|code|law|lot|line|act|pin|unit|over|exactly|pp\.|p\.|"
    r"lines|build|sheet|ticket|extension|serial|gauge|version|batch|verse|"
    r"[a-z]?\$|us\$|rs\.?|eur|usd|only)[ \n]?$"
)
LED = re.compile(
    r"(?:^|[^a-z])(?:in|of|since|until|till|by|before|after|during|from|to|through|and|or|early|mid|late|circa|c\.|ca\.|between|around|about|the|"
    r"year|years|pre-|post-|as of|for|was|spring|summer|autumn|fall|winter|fiscal|election)[ \n-]$"
)


OF = re.compile(r"\bof[ \n]$")
MANY = re.compile(r"[ \n](?!was\b|is\b|has\b|as\b|its\b|his\b|this\b)[a-z]+s\b")
"""A house of 1000 windows, tales of 1001 nights."""
NO_YEAR = re.compile(r"[,.][0-9]{3}|%|: a space odyssey|[\"']?[ \n](?:is|was) an? (?:[a-z]+ )?(?:novel|film|book|album|song|movie|play)\b")
"""What goes on from a count, a share or a title, not from a year."""
DIALLED = re.compile(r"[0-9]{3,5}[ \n]$")
DATED = re.compile(r"\b[12][0-9]{3}[ \n]$")
"""Digits in groups, as of a telephone; not a year beside another."""
SURELY = re.compile(r"\b(?:since|until|till|during|by|in) $")
ABOUT_WHEN = re.compile(
    r"\b(?:(since|until|till)|in|by|from|before|after)[ \n](?:or[ \n])?(?:about|around|roughly|approximately|at least|perhaps)[ \n]$|"
    r"\b(?:no|not)[ \n]((?:later|earlier)[ \n]than)[ \n]$"
)
SURELY_ROUND = re.compile(r"\b(?:since|until|till|during|by) $")
"""What makes a year even of what could be counted."""
TITLED = re.compile(
    r"\b(?:novels?|film|movie|album|song|book|sitcom|titled|entitled|orwell's|read|rereading|reading|windows|office|excel|bmw|runner|odyssey|"
    r"isbn|directive|regulation|apartment|apt\.?|unit)[ \n][\"']?$"
)
"""What makes of four digits a title, a product or a number."""
STREET = re.compile(
    r"(?:[ \n](?:[A-Z][\w.'-]*|of)){1,3}[ \n](?:Street|St\.|Avenue|Ave\.?|Road|Rd\.|Boulevard|Blvd\.?|Drive|Lane|Highway)\b|"
    r"[ \n]block of\b|[ \n](?:Chevrolet|Chevy|Ford|Toyota|Honda|Buick|Cadillac|Pontiac|Oldsmobile|Dodge|Chrysler|Plymouth|Jeep|Nissan|"
    r"Mazda|Subaru|Volkswagen|Volvo|Mercedes|BMW|Audi|Porsche|Jaguar|Hyundai|Kia|Mitsubishi|Lexus|Acura|Saab|Fiat|Renault|Peugeot)\b"
)
"""A house number's street, and the car whose model a year is."""


def year_alone(s: Reading) -> Meaning | None:
    """Four digits alone, but not a count, a price or the number of a page."""
    if s.led_by(NUMBERED, 14) or s.led_by(TITLED, 14) or STREET.match(s.document, s.end):
        return Calendar(year=s.year) if told_about(s) else None
    if s.goes_on(COUNTED) and not s.led_by(SURELY if s.year % 50 else SURELY_ROUND, 8):
        return None
    if s.year % 100 < 2 and s.year <= 1500 and s.led_by(OF, 4) and s.goes_on(MANY):
        return None
    if s.goes_on(NO_YEAR) or tallied(s) or (s.led_by(DIALLED, 6) and not s.led_by(DATED, 8)):
        return None
    if s.year > 2100 and not LED.search(s.before):
        return None
    if s.plain.endswith("about ", 0, s.start) and not (ABOUT_ENDS.match(s.after) or s.goes_on(TO_YEAR) or s.led_by(YEAR_TO, 20)):
        return Calendar(year=s.year) if told_about(s) else None
    return Calendar(year=s.year)


ABOUT_ENDS = re.compile(r"[,.;)]| when| the| a | by | and (?:re[a-z]+|[a-z]+ed)\b")
TO_YEAR = re.compile(r" (?:and|to|until|till) (?:about |around )?[12][0-9]{3}(?![0-9,.%]*[0-9%])(?! [a-z]+s\b)")
YEAR_TO = re.compile(r"\b[12][0-9]{3} (?:and|to|until|till) about $")
"""What makes of "about 1810" the end of a stretch: "between about 1810 and 1815", "from 1810 to about 1815"."""


def tallied(s: Reading) -> bool:
    """Whether two numbers count votes or points: "carried by 1998 to 1204"."""
    after, before = s.goes_on(TO_NUMBER), NUMBER_TO.search(s.before)
    return (after is not None and int(after[1]) < s.year) or (before is not None and int(before[1]) > s.year)


TO_NUMBER, NUMBER_TO = re.compile(r" to ([0-9]{4})(?![0-9])(?! bc)"), re.compile(r"(?<![0-9])([0-9]{4}) to $")


def told_about(s: Reading) -> bool:
    """Whether a number that is not told exactly is a year all the same: "until about 1750", "no later than 2030"."""
    led = ABOUT_WHEN.search(s.before)
    return led is not None and not s.goes_on(COUNTED) and not s.goes_on(NO_YEAR) and bool(led[1] or led[2] or not s.goes_on(MANY))


EARLY_LED = re.compile(r"\b(?:in|since|until|till|by|during|of|from|after|before)[ \n]$")
EARLY_ENDS = re.compile(
    r"[.,;:)](?![0-9])|$|[ \n](?:the|a|an|he|she|they|it|when|with|and|as|after|by|to|at|his|under|was|were|for|but|on)\b"
)

EARLY_NAME = re.compile(r"[ \n](?:[A-Z][a-z]+[ \n]){1,3}(?:[IVX]+[ \n])?(?:of[ \n][A-Z][a-z]+[ \n])?(?:[a-z]+ed|[a-z]{3,}(?<!s))\b")
"""Who acts in a year that stands before a clause, not what is counted: "in 215 Philip V of Macedon made", not "in 300 Greek towns"."""


def early_year(s: Reading) -> Meaning | None:
    """ "in 490", where the dates before are of that time."""
    if not s.led_by(EARLY_LED, 8) or not (s.goes_on(EARLY_ENDS) or EARLY_NAME.match(s.document, s.end)):
        return None
    return Calendar(year=s.threedigits, short=True)


def far_year(s: Reading) -> Meaning | None:
    """ "by 2300", "in 12025"."""
    year = s.farfour or s.longyear
    led = re.search(r"(?<!code )\b(?:in|by|until|till|since|after|before)[ \n]$", s.before)
    return Calendar(year=year) if led and far(year, s) else None


def two_digits(s: Reading) -> Meaning | None:
    """ "'99", but not the end of a quotation."""
    if not re.search(r"(?:^|[ \n(,-])$", s.before) or re.match(r"[0-9%']", s.after):
        return None
    return Calendar(year=s.yy, short=True)


def anno_domini(s: Reading) -> Meaning | None:
    """ "AD 79", "12,000 AD", but not "an ad 30 seconds long"."""
    year = s.year or s.year2
    if not year or s.raw[:2] in ("ad", "Ad") or re.match(r"[ \n]seconds?\b", s.after):
        return None
    return Calendar(year=year)


def before_christ(s: Reading) -> Meaning | None:
    return Calendar(year=1 - s.bcyear) if s.bcyear and not re.search("[0-9]/$", s.before) else None


def century(s: Reading) -> Meaning | None:
    """The 20th century is written 19, as the years of it begin."""
    return Calendar(century=s.ordinal - 1) if 0 < s.ordinal <= 30 else None


def about_date(s: Reading) -> Meaning | None:
    """ "about 183 BC", but not "get around Wednesday's ruling"."""
    if not isinstance(s.date, Calendar) or s.date.weekday is not None or s.after.startswith("'s"):
        return None
    return replace(s.date, approximate=True, mod="APPROX")


def decade_word(s: Reading) -> Meaning | None:
    """ "the nineties", but not "his nineties" or "temperatures in the nineties"."""
    if re.search(r"(?:temperatures?|degrees|shot|highs|lows)\b[^.]*$", s.before):
        return None
    if "roaring" in s.text or "swinging" in s.text:
        return Calendar(decade=190 + s.decadeword // 10, mod=s.phase)
    return Calendar(decade=s.decadeword // 10, short=True, mod=s.phase)


ERA = "( |)(bc|b.c.|bce|b.c.e.|b.c)"

EXACT = [
    Rule(
        "year-bc",
        "[year ]{bcyear} (bc|bce|b.c.|b.c.e.|b.c)",
        before_christ,
        {"490 BC": "BC0490", "44 B.C.": "BC0044", "1,200 BCE": "BC1200"},
        never=["9/10 BC"],
    ),
    Rule(
        "year-ad",
        "((ad|a.d.) {year:bcyear}|{year2:bcyear} (ad|ce|a.d.|c.e.))",
        anno_domini,
        {"AD 79": "0079", "410 AD": "0410", "1066 CE": "1066", "AD 12000": "12000", "12,000 AD": "12000"},
        never=["an ad 30 seconds long", "000 AD"],
    ),
    Rule(
        "month-bc",
        "{month}[,] {bcyear} (bc|bce|b.c.|b.c.e.)",
        lambda s: Calendar(year=1 - s.bcyear, month=s.month),
        {"August 480 BC": "BC0480-08"},
    ),
    Rule(
        "month-day-bc",
        "({day:dayofmonth} {month}|{month2:month} {day2:dayofmonth},) {bcyear} (bc|bce|b.c.|b.c.e.)",
        lambda s: Calendar(year=1 - s.bcyear, month=s.month or s.month2, day=s.day or s.day2),
        {"15 March 44 BC": "BC0044-03-15"},
    ),
    Rule(
        "the-year",
        "[the ]year ({year}|{other:fourdigits}|{long:longyear})",
        lambda s: Calendar(year=s.year or s.other or s.long) if not re.match(r"[,./][0-9]|-", s.after) and s.before[-1:] != "-" else None,
        {"the year 1999": "1999", "the year 2525": "2525", "the year 12025": "12025"},
        never=["the year 10000-pound bombs fell", "full-year 2022 sales"],
    ),
    Rule(
        "spelled-year",
        "[the year ]({hundreds:centuryword} {yearword}|{millenniumword}|{hundreds2:centuryword}-{yearword2:yearword})",
        lambda s: spelled_year(s),
        {
            "nineteen ninety-seven": "1997",
            "the year two thousand": "2000",
            "in [nineteen hundred]": "1900",
            "eighteen twelve": "1812",
            "In [nineteen ninety-one] Jones left.": "1991",
        },
        never=["two thousand people", "fifteen twenty-dollar notes", "about two thousand"],
    ),
    Rule(
        "month-spelled-year",
        "{month} ({hundreds:centuryword} {yearword}|{millenniumword})",
        lambda s: month_spelled_year(s),
        {"July nineteen ninety-seven": "1997-07"},
    ),
]
DECADES = [
    Rule(
        "decade",
        "[the ]{decade}[ (bc|bce|b.c.)]",
        lambda s: (
            None
            if re.match("-(?:style|inspired|themed)", s.after)
            else Calendar(decade=s.decade // 10, bc=s.text.endswith(("c", "e", ".")))
            if s.decade % 100 or s.text.endswith(("c", "e", "."))
            else hundreds(s)
        ),
        {"the 1990s": "199", "1920s": "192", "the 470s BC": "BC047", "the 1800s": "18", "the 2000s": "200"},
        never=["1990s-style drawings", "a 1920s-themed party"],
    ),
    Rule(
        "short-decade",
        "[the ]['|mid-']{shortdecade}",
        lambda s: (
            Calendar(decade=s.shortdecade // 10, short=True)
            if "'" in s.text
            or (
                re.search(r"(?:[0-9]0'?s (?:and|or|to|through) (?:the )?|[0-9]0s-|\b(?:early|mid|late)[- ]|\bin the |of the )$", s.before)
                and not re.match(r"[ \n](?:age|,? and (?:in )?h(?:is|er))", s.after)
                and ("the" in s.before + s.text or s.before.endswith("s-"))
                and not re.search(r"\b(?:temperatures?|aged?|people|women|men|highs|lows)\b", s.before)
            )
            else None
        ),
        {"the '90s": "199", "the 1920s or [the 30s]": "193"},
        never=["in his 30s", "temperatures in the 80s"],
    ),
    Rule(
        "decade-apostrophe",
        "[the ]{year}'s",
        lambda s: decade_apostrophe(s),
        {"the 1880's": "188", "the 1800's": "18"},
        never=["1990's biggest hit", "the 1995's"],
    ),
    Rule(
        "spelled-decade",
        "[the ]({hundreds:centuryword}(-| ){decadeword}|noughties|naughties|aughts|twenty-tens|twenty tens)",
        lambda s: Calendar(decade=10 * s.hundreds + s.decadeword // 10 if s.hundreds else 201 if s.text.endswith("tens") else 200),
        {"the nineteen-sixties": "196", "the noughties": "200", "the twenty-tens": "201"},
    ),
    Rule(
        "decade-word",
        "the [{phase}(-| )][(roaring|swinging) ]{decadeword}",
        decade_word,
        {"the nineties": "199", "the roaring twenties": "192", "the mid-eighties": "198"},
        never=["his nineties", "temperatures in the nineties", "in their mid-eighties"],
    ),
    Rule(
        "century",
        "[the ]{ordinal}(-| )century",
        lambda s: (
            century(s)
            if not re.search(r"Century$", s.raw)
            or not re.match(r" (?:Fox|Fund|Insurance|Studios|Pictures)", s.document[s.end : s.end + 12])
            else None
        ),
        {"the 20th century": "19", "nineteenth-century": "18", "18th century": "17"},
        never=["sold to 20th Century Fox"],
    ),
    Rule(
        "century-ad",
        "[the ]{ordinal}(-| )century (ad|ce|a.d.|c.e.)",
        lambda s: century(s) if re.search(r"[AC]\.?[DE]\.?$", s.raw) else None,
        {"the third century CE": "02", "2nd century A.D.": "01"},
        never=["a 20th century ad campaign"],
    ),
    Rule(
        "century-bc",
        "[the ]{ordinal}(-| )century (bc|bce|b.c.|b.c.e.)",
        lambda s: Calendar(century=s.ordinal - 1, bc=True) if s.ordinal else None,
        {"the 4th century BC": "BC03"},
    ),
    Rule(
        "millennium",
        "[the ]{ordinal} millennium[ (bc|bce|b.c.|b.c.e.)]",
        lambda s: Calendar(millennium=s.ordinal - 1, bc=not s.text.endswith("m")) if 0 < s.ordinal < 10 else None,
        {"the third millennium": "2", "the 2nd millennium BC": "BC1"},
    ),
    Rule(
        "turn-of-century",
        "the turn of the {ordinal} century",
        lambda s: Calendar(year=(s.ordinal - 1) * 100, approximate=True, mod="APPROX") if 1 < s.ordinal < 30 else None,
        {"the turn of the 20th century": "1900"},
    ),
    Rule(
        "turn-of-the-century",
        "the turn of the [last ](century|millennium)",
        lambda s: (
            Calendar(year=2000, approximate=True, mod="APPROX")
            if s.text.endswith("millennium")
            else Calendar(year=1900, approximate=True, mod="APPROX")
        ),
        {"the turn of the millennium": "2000", "the turn of the century": "1900"},
    ),
]
RULES = [
    *EXACT,
    *DECADES,
    Rule(
        "year",
        "{year}",
        year_alone,
        {"in [1999]": "1999", "since [2001]": "2001", "the [1789] revolution": "1789", "In [1970] foreign troops left.": "1970"}
        | {
            "In [1817] they were rebuilt": "1817",
            "lived there since at least [1830]": "1830",
            "No later than [2030] they must go.": "2030",
        },
        never=[
            "$1990",
            "between 1500 and 2000 people",
            "1,999 votes",
            "page 1999",
            "1998.5",
            "flight 1549",
            "1600 Pennsylvania Avenue",
            "his 1987 Chevrolet",
            "Orwell's 1984 sold.",
            "read the novel 1984",
            "Windows 2000",
            "about 1500 people",
            "Call 020 7946 2001.",
            "boarding at Gate 1945",
            "the House of 1000 Corpses",
            "1984 is a novel.",
            "Resolution 1483",
            "in build 1984",
            "on Sheet 1812",
            "ring extension 2001",
            "closed ticket 1999",
            "gauge 1998 showed",
            "in about 1500 villages",
            "carried by 1998 to 1204",
            "no more than 1500",
        ],
    ),
    Rule(
        "far-year",
        "({farfour}|{longyear})",
        far_year,
        {"In [2525] it will be gone.": "2525", "In [12025], the comet returns.": "12025", "by [2300].": "2300"},
        never=["In 2525 cases", "in 12025 homes", "in 0735", "ZIP code in 90210", "by 10000 to 1", "By 2300 people had come."],
    ),
    Rule(
        "year-of-the-time",
        "{threedigits}",
        early_year,
        {"490 BC and again in [480]": "BC0480", "490 BC. In [480] Xerxes crossed": "BC0480"},
        never=["in 300 cases", "Until 490 people came", "490 BC. In 300 Greek towns"],
        beside=("in", "since", "until", "till", "by", "during", "of", "from", "after", "before"),
    ),
    Rule(
        "phase-of-early-year",
        "{phase}(-| ){threedigits}",
        lambda s: Calendar(year=s.threedigits, short=True, mod=s.phase) if s.led_by(EARLY_LED, 8) else None,
        {"490 BC and in [early 480]": "BC0480"},
        never=["in early 300 cases"],
    ),
    Rule(
        "two-digit-year",
        "'{yy}",
        two_digits,
        {"in [’99]": "1999"},
        never=["the '90s"],
    ),
    Rule(
        "pre-post",
        "(pre|post)-{year}",
        lambda s: Calendar(year=s.year, mod="BEFORE" if s.text.startswith("pre") else "AFTER"),
        {"pre-1945": "1945", "post-1989": "1989"},
    ),
    Rule(
        "and-later",
        "{year} (and|or) (later|beyond|after|onwards|onward)",
        lambda s: Calendar(year=s.year, mod="ON_OR_AFTER") if not re.match(r"[ \n](?:[0-9]|the|that|a)", s.after) else None,
        {"1999 and beyond": "1999"},
        never=["before 1914 and after 1945"],
    ),
]

COMPOSED = [
    Rule(
        "circa",
        "(circa |ca.[ ]|c.[ ]|ca ){date}",
        lambda s: (
            replace(s.date, approximate=True, mod="APPROX") if isinstance(s.date, Calendar) and (s.date.year or s.date.decade) else None
        ),
        {"circa 1850": "1850", "c. 1100": "1100", "ca. 466 BC": "BC0466", "built [c.1850]": "1850"},
        never=["a c. 5 mm"],
    ),
    Rule(
        "about-date",
        "(about|around|approximately|roughly) {date}",
        about_date,
        {"about 183 BC": "BC0183", "around 3 May 1999": "1999-05-03"},
    ),
    Rule(
        "on-or-about",
        "(on or about|on or around) {date}",
        lambda s: replace(s.date, approximate=True, mod="APPROX") if isinstance(s.date, Calendar) else None,
        {"on or about 3 March 2019": "2019-03-03"},
    ),
]


def hundreds(s: Reading) -> Meaning:
    """ "the 1800s" are a century, but "the 2000s" are ten years."""
    return Calendar(decade=200) if s.decade == 2000 else Calendar(century=s.decade // 100)


def decade_apostrophe(s: Reading) -> Meaning | None:
    """ "the 1880's" as it was long written, but not "1990's biggest hit"."""
    if s.year % 10 or not (s.text.startswith("the ") or re.search(r"\bthe (?:early|mid|late)[- ]$", s.before)):
        return None
    return (
        Calendar(decade=200) if s.year == 2000 else Calendar(century=s.year // 100) if s.year % 100 == 0 else Calendar(decade=s.year // 10)
    )


def spelled_year(s: Reading) -> Meaning | None:
    sure = s.text.startswith("the year") or (s.hundreds == 19 and s.before.endswith("in "))
    if not sure and re.match(
        r"[ \n-](?!was|were|and|when|the|to|in|until|as|is|had|he|she|they|it|but|by|for|with|at|on|or|will|we|i)[a-z]", s.after
    ):
        return None
    if s.millenniumword is not None:
        led = re.search(r"\b(?:in|since|until|by|of|from|to|after|before|for) $", s.before) or s.text.startswith("the year")
        return Calendar(year=s.millenniumword) if led or s.millenniumword > 2000 else None
    high, low = s.hundreds or s.hundreds2, s.yearword if s.yearword is not None else s.yearword2
    return Calendar(year=high * 100 + low) if low is not None and high > 10 else None


def month_spelled_year(s: Reading) -> Meaning | None:
    return Calendar(year=s.millenniumword or s.hundreds * 100 + s.yearword, month=s.month)
