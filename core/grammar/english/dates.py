"""Days and months: with a year or without, in words or in digits."""

import re
from dataclasses import replace

from core.grammar.english.compose import YEAR_ENDS, far
from core.grammar.english.lexicon import FULL_MONTHS, SHORT_MONTHS
from core.grammar.english.parts import year_named
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning, Within

MONTH = "|".join(re.escape(m) for m in sorted(FULL_MONTHS | SHORT_MONTHS, key=len, reverse=True))
MONTH_NUMBERS = FULL_MONTHS | SHORT_MONTHS
OPENERS = (
    "in|on|by|of|since|until|till|before|after|during|through|from|to|for|and|or|between|late|early|mid|last|next|this|that|every|each|the|"
    "a|an|its|his|as|around|about|beginning|starting|ending|effective|with|but|so|if|when|while|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
PREPOSITION = re.compile(rf"(?:^|[^a-z])(?:{OPENERS})[ \n-]$|\b(?:end|start)-$")
NAME = re.compile(rf"\b(?=[A-Z])(?!(?i:{OPENERS})\b)[A-Z][\w'.-]*[ \n]$")
PEOPLE = re.compile(r"[ \n](?:people|men|women|troops|soldiers|workers|students|votes|shares|dollars)\b")
LIST_REST = re.compile(r"^(?:(?:, ?|,? (?:and|or) )[0-9]{1,2}(?![0-9])(?:st|nd|rd|th)?){0,3}")
HEADING = re.compile(r"(?:^|\n)[*#_> \t-]*$")
SUPERLATIVE = re.compile(r"\b(?:[a-z]{2,}est|worst|best)[ \n]$")
EVER = re.compile(r"[ \n](?:since|on record|ever|in|for)\b")
"""The wettest May since 1987."""
WORDY_MONTHS = {"may", "march", "august", "april", "june"}
# "March and April 2003", "June 3 and July 4, 1999": what follows gives the year.
LATER_YEAR = re.compile(
    rf"(?:(?:,? (?:and|or|to|through|until) |/|-|, )(?:(?:early|mid|late)[- ])?(?:{MONTH})(?: [0-9]{{1,2}}(?:st|nd|rd|th)?)?){{1,4}}"
    rf"(?:,? | of )(1[0-9]{{3}}|20[0-9]{{2}})\b|(?:(?:,|,? and|,? or| &) [0-9]{{1,2}}(?:st|nd|rd|th)?){{1,4}}, (1[0-9]{{3}}|20[0-9]{{2}})\b"
)
# "on 3, 5 and 9 May": the rest of a list of days after its first ones.
LIST_AFTER = re.compile(
    rf"(?:,? (?:and|or|&) |, ?)(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? (?:and|or|&) |, ?|"
    rf"-))?(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? (?:and|or|&) |, ?|-))?"
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?({MONTH})\b(?:,? (1[0-9]{{3}}|20[0-9]{{2}})\b)?"
)
# "May 3, 5 and 9": its beginning before its later ones.
LIST_BEFORE = re.compile(
    rf"\b({MONTH}) [0-9]{{1,2}}(?:st|nd|rd|th)?(?:(?:,| and| or| &|-) ?[0-9]{{1,2}}(?:st|nd|rd|th)?){{0,3}}(?:,|,? and|,? or| &) $"
)
LATER_WHICH = re.compile(rf"(?:(?:,? (?:and|or) |, )(?:{MONTH})){{1,4}} ((?:of )?(?:last|this|next|that|the same|the following) year)\b")
IN_LIST = re.compile(rf"\b(?:in|since|between|of|from|and|or) (?:(?:{MONTH}), ){{1,3}}$")
NOT_COUNTED = re.compile(r"[.,;:!?)\"']|$|[ \n](?:and|or|in|at|the|that|when|a|he|she|they|it|to|with|of|was|were)\b|-[0-9]|[ \n]-")


NUMBER_ON = re.compile(r"[,.][0-9]|[0-9]|%| percent| million| billion|, [12][0-9]{3}\b")


def full_date(s: Reading) -> Meaning | None:
    """Month, day and year; "March 3, 2000 men" is no year."""
    return None if PEOPLE.match(s.after) else Calendar(year=s.year, month=s.month, day=s.day)


def old_style(s: Reading) -> Meaning | None:
    """A day before Lady Day, with the year that was counted from then and the one that we count: "12 February 1689/90"."""
    month, year = s.month or s.month2, s.year + 1
    return Calendar(year=year, month=month, day=s.day or s.day2) if month <= 3 and s.yy in (year % 100, year % 10) else None


def other_year(s: Reading) -> Meaning | None:
    """A day, its month and a year outside 1000 to 2199, unless what follows may be counted: "18 July 64 people"."""
    if s.longyear is not None:
        return Calendar(year=s.longyear, month=s.month or s.month2, day=s.day or s.day2) if far(s.longyear, s) else None
    era = s.text.endswith(("d", "e", "."))
    if not s.otheryear or not (era or YEAR_ENDS.match(s.after)):
        return None
    short = s.otheryear < 100 and not era
    return Calendar(year=s.otheryear, month=s.month or s.month2, day=s.day or s.day2, short=short, uncertain=short)


def month_other_year(s: Reading) -> Meaning | None:
    """A month and a year outside 1000 to 2199: "in May 330", but not "in May 330 men" nor "the high for January of 114"."""
    if s.longyear is not None:
        return Calendar(year=s.longyear, month=s.month) if far(s.longyear, s) else None
    era = s.text.endswith(("d", "e", "."))
    told = s.otheryear >= 100 and " of " not in s.text and YEAR_ENDS.match(s.after)
    return Calendar(year=s.otheryear, month=s.month) if era or told else None


def later_year(s: Reading) -> int | None:
    """The year that a list or range writes only once, after its last member."""
    match = LATER_YEAR.match(s.after)
    return int(match[1] or match[2]) if match else None


NAMED_AFTER = re.compile(
    r"[ \n](?:(?:War|Accords|Surprise|Revolution|Monarchy|Coup|Pogrom|Massacres?|Theses|Crisis|Uprising|Rising|Plot|Manifesto|Laws|"
    r"Ordinances|Days|Rebellion|Insurrection|Movement|Street|Lane|Road|Avenue|Drive|Close|Terrace)\b)"
)
"""What bears the name of a month: a revolution, a street."""
ARTICLE = re.compile(r"\b(?:the|a|this|that|long|salt|'s)[ \n]$")
MARCHING = re.compile(r"[ \n](?:on|for|of|to|against|through|across|from)\b")
BY_WHOM = re.compile(
    r"\b(?:with|mr\.|ms\.|miss|mrs\.|dr\.|(?:[a-z]{2,}ed|[a-z]+wn|written|sung|made|built|led|play|song|book|novel|film|photographs?|pictures?|poem|"
    r"essay|article|story|music|words|album|painting|portrait)[ \n](?:by|of|for))[ \n]$"
)
BY = re.compile(r"\b(?:by|from|of|for|to|and)[ \n]$")
SURNAME = re.compile(r"[ \n][A-Z][a-z'-]+[a-zA-Z'-]*")
SURNAME_ENDS = re.compile(r"[ \n][A-Z][a-z'-]+[a-zA-Z-]*(?:[.,;:!?)]|'s|$)")


def person(s: Reading) -> bool:
    """Whether a month's name is somebody's: "a play by May Okonjo", not "in May Iraq", "by June Germany had"."""
    if s.led_by(BY_WHOM, 24):
        return SURNAME.match(s.document, s.end) is not None
    return s.led_by(BY, 8) and SURNAME_ENDS.match(s.document, s.end) is not None


def bare_month(s: Reading) -> Meaning | None:
    """A month's name alone, but not the name of a person, a verb or an adjective."""
    if not s.raw[0].isupper() or NAME.search(s.document, max(0, s.start - 30), s.start):
        return None
    if NAMED_AFTER.match(s.document, s.end) or (s.fullmonth == 3 and s.led_by(ARTICLE, 12) and s.goes_on(MARCHING)):
        return None
    if s.text in WORDY_MONTHS and person(s):
        return None
    listed = later_year(s) or LATER_WHICH.match(s.after)
    if s.text in WORDY_MONTHS and not listed and not (HEADING.search(s.before) and re.match(r"[.:,\n]|$", s.after)):
        if (
            not PREPOSITION.search(s.before[-20:])
            and not s.led_by(IN_LIST, 20)
            and not (s.led_by(SUPERLATIVE, 20) and s.goes_on(EVER))
            and not re.match(r"[ \n](?:and|or|to) (?:april|june|july|august)|'s? |[.,;] *$", s.after)
        ):
            return None
        if re.match(r" (?:day\b|madness|fools)", s.after):
            return None
    if which := LATER_WHICH.match(s.after):
        return Within(Calendar(month=s.fullmonth), year_named(which[1]))
    return Calendar(month=s.fullmonth, year=later_year(s))


STREET = re.compile(r"[ \n](?:Street|Lane|Road|Avenue|Drive|Close|Terrace|Movement)\b")


def month_and_day(s: Reading) -> Meaning | None:
    """A month and a day of it; "may 1" may be a verb, "March 3,000" a count."""
    if (
        STREET.match(s.document, s.end)
        or re.match(r"[,.][0-9]|[0-9]|%| percent| million| billion", s.after)
        or (s.month == 5 and not re.search("M", s.raw))
    ):
        return None
    return Calendar(month=s.month, day=s.day, year=later_year(s))


def listed_day(s: Reading) -> Meaning | None:
    """A day in a list that names its month once: "3, 5 and 9 May", "May 3, 5 and 9"."""
    listed = s.plain.startswith((",", " and", " or", " &"), s.end) or s.plain.endswith((", ", "and ", "or ", "& ", "-"), 0, s.start)
    if not listed:
        return None
    before, after, day = s.before, s.after, s.number or s.nth
    if re.search(r"[0-9$][.,]?$|[0-9]-$", before):
        return None
    if match := LIST_AFTER.match(after):
        return Calendar(month=MONTH_NUMBERS[match[1]], day=day, year=int(match[2]) if match[2] else None)
    if (match := LIST_BEFORE.search(before)) and NOT_COUNTED.match(LIST_REST.sub("", after, count=1)):
        return Calendar(month=MONTH_NUMBERS[match[1]], day=day, year=s.year or later_year(s))
    return None


ON = re.compile(r"\bon[ \n]$")
NAME_DID = re.compile(r"[ \n][a-z]+[ \n](?:[a-z]{2,}ed|fell|was|were|had|took|came|went|left|won|lost|began|died|met|rose|sank)\b")
OPENS_WITH = re.compile(r"(?:^|[.!?][\"']?[ \n]|\n)on[ \n]$")
NAME_NEXT = re.compile(
    r"[ \n](?![^.,;]{0,40}\b(?:Avenue|Street|Regiment|Division|Army|Corps|Floor|Amendment|Congress|Infantry|Cavalry|Brigade|Battalion)\b)"
    r"[A-Z][a-z]+(?:[ \n][A-Z][\w'-]*){0,3}(?:,|[ \n][a-z])"
)
"""Whoever did something on the day that opens the sentence: "On the 28th William landed"."""


def day_alone(s: Reading) -> Meaning | None:
    """ "the 10th", but not "the 10th regiment"."""
    if NAME_NEXT.match(s.document, s.end) and (s.led_by(OPENS_WITH, 8) or (s.led_by(ON, 4) and s.goes_on(NAME_DID))):
        return Calendar(day=s.nth)
    led = re.search(r"\b(?:on|by|until|till|since|from|before|after|through|of|between|to)[ \n](?:[a-z]+day,?[ \n])?$", s.before)
    ended = re.match(r"[.,;:!?)\"']|$|[ \n](?:at|that|and|or|when|of (?:the|this|that|last|next) (?:month|same)|[a-z]{3,}ed\b|,)", s.after)
    if not ((led and re.match(r"[.,;:!?)\"'-]|$|[ \n][a-z]+", s.after)) or ended):
        return None
    if re.match(
        r"[ \n](?:century|anniversary|regiment|division|army|corps|battalion|brigade|congress|parallel|floor|"
        r"time|place|century|day|birthday|[a-z]+ (?:century|division|regiment))\b",
        s.after,
    ):
        return None
    if not led and re.match(r" of [a-z]", s.after) and not re.match(r" of (?:the|this|that|last|next) month", s.after):
        return None
    if (
        led
        and re.match(
            r"[ \n](?!(?:the|a|an|in|at|when|and|or|that|with|by|for|to|he|she|it|they|we|as|but|after|before)\b)[a-z]+\b(?<!ed)", s.after
        )
        and not re.match(r"[ \n](?:[a-z]+ed|was|were|had|has|is|said)\b", s.after)
    ):
        return None
    return Calendar(day=s.nth, weekday=None)


def weekday_and_day(s: Reading) -> Meaning | None:
    """ "Saturday the 13th": that of a month in which it is a Saturday."""
    day = day_alone(s)
    return replace(day, weekday=s.anyweekday) if isinstance(day, Calendar) else None


POINT = re.compile(r"[0-9]\. ")
DATE_LED = re.compile(r"(?:\b(?:on|from|until|till|by|since|dated|to|before|after)[ \n]|\n|^)$")
"""What stands before "3. March 2011" where it is a day, not the end of a sentence and another one's month."""
ABSOLUTE = [
    Rule(
        "month-day-year",
        "[{anyweekday}(, | )]{month} [the ]{day:dayofmonth}(, |,| ){year}",
        full_date,
        {"March 3, 2011": "2011-03-03", "Thursday, Aug. 19, 2004": "2004-08-19", "June 1st, 1999": "1999-06-01"},
        never=["March 3, 2000 men came"],
    ),
    Rule(
        "day-month-year",
        "[{anyweekday}(, | )[the ]]{day:dayofmonth}( | of |-|. ){month}(, | |-|,){year}",
        lambda s: Calendar(year=s.year, month=s.month, day=s.day) if not POINT.search(s.text) or s.led_by(DATE_LED, 8) else None,
        {"3 March 2011": "2011-03-03", "19th of August 2004": "2004-08-19", "Friday 1 May, 2015": "2015-05-01", "3-Mar-2011": "2011-03-03"}
        | {"on [3. March 2011]": "2011-03-03"},
        never=["in section 3. March 2011 was wet"],
    ),
    Rule(
        "day-month-short-year",
        "[{anyweekday}(, | )]{day:dayofmonth}(-{month}-| {month2:month} '){yy}",
        lambda s: Calendar(year=s.yy, month=s.month or s.month2, day=s.day, short=True),
        {"3-May-20": "2020-05-03", "12 March '98": "1998-03-12"},
        never=["3-may-200"],
    ),
    Rule(
        "old-style",
        "[the ]({day:dayofmonth}( | of ){month}|{month2:month} {day2:dayofmonth})(, | ){year}/{yy}",
        lambda s: old_style(s),
        {"12 February 1689/90": "1690-02-12", "January 30th, 1648/9": "1649-01-30"},
        never=["12 July 1689/90", "3 March 1999/01"],
    ),
    Rule(
        "the-day-month-year",
        "the {day:dayofmonth}( | of ){month}(, | ){year}",
        lambda s: Calendar(year=s.year, month=s.month, day=s.day),
        {"the 19th of August 2004": "2004-08-19"},
    ),
    Rule(
        "month-other-year",
        "{month}( |, | of )({otheryear}[ (ad|ce|a.d.|c.e.)]|{longyear})",
        month_other_year,
        {
            "He moved in [May 330].": "0330-05",
            "in [May 12021]": "12021-05",
            "in [March 973], when": "0973-03",
            "by [June of 64 AD]": "0064-06",
        },
        never=["The march 300 men began", "In may 45.", "a high of 300"],
    ),
    Rule(
        "day-month-other-year",
        "[{anyweekday}(, | )][the ]({day:dayofmonth}( | of ){month}(, | )|{month2:month} [the ]{day2:dayofmonth}, )"
        "({otheryear}[ (ad|ce|a.d.|c.e.)]|{longyear})",
        other_year,
        {
            "Rome burned on [18 July 364].": "0364-07-18",
            "On [24 August 410] the city fell.": "0410-08-24",
            "on [June 2, 455], again": "0455-06-02",
            "[18 July 64 AD]": "0064-07-18",
            "until [31 December 9999].": "9999-12-31",
            "on [3 May 12021]": "12021-05-03",
        },
        never=[
            "On 18 July 64 people came.",
            "on 5 May 300 men came",
            "July 18, 64 of them",
            "By March 3, 300,000 came.",
            "On May 3, 40 and 50 came.",
            "15 March 44 BC",
            "On 3 March 4500 troops left.",
            "On May 3, 45 percent agreed.",
            "On May 3, 12000 voted.",
        ],
    ),
    Rule(
        "year-month-day",
        "{year}(-| |, ){month}(-| ){day:dayofmonth}",
        lambda s: (
            Calendar(year=s.year, month=s.month, day=s.day) if s.raw[5:].lstrip()[0].isupper() and not NUMBER_ON.match(s.after) else None
        ),
        {"2011-Mar-03": "2011-03-03", "2011 March 3": "2011-03-03"},
        never=["In 1999 May 3,000 men", "2011-mar-03 code"],
    ),
    Rule(
        "month-year",
        "{month}(, | | of |/|-|,){year}",
        lambda s: Calendar(year=s.year, month=s.month),
        {"March 2011": "2011-03", "Sept. 1998": "1998-09", "May, 1940": "1940-05", "June of 1967": "1967-06"},
    ),
    Rule(
        "month-short-year",
        "{month}[ {dayofmonth}[,]] '{yy}",
        lambda s: Calendar(year=s.yy, month=s.month, day=s.dayofmonth, short=True),
        {"May '68": "1968-05", "March 3rd '11": "2011-03-03"},
    ),
]
PARTIAL = [
    Rule(
        "month-day",
        "[{anyweekday}(, | )]{month} [the ]{day:dayofmonth}",
        month_and_day,
        {
            "March 3": "2024-03-03",
            "Dec. 30": "2023-12-30",
            "May 1st": "2024-05-01",
            "[February 3], 5 and 9, 2003": "2003-02-03",
            "Monday, March 11": "2024-03-11",
        },
        never=["March 3,000 troops", "She may 1 day return", "the May Fourth Movement"],
    ),
    Rule(
        "which-weekday-month-day",
        "{which} {weekday}[,] {month} {day:dayofmonth}",
        month_and_day,
        {"this coming Friday, March 15": "2024-03-15", "last Monday, March eleventh": "2024-03-11"},
    ),
    Rule(
        "day-month",
        "[{anyweekday}(, | )[the ]]{day:dayofmonth}( | of |-){month}",
        month_and_day,
        {"3 March": "2024-03-03", "30th of December": "2023-12-30"},
        never=["3 may fall", "the second March", "at 3 March Lane"],
    ),
    Rule(
        "the-day-month",
        "the {day:dayofmonth}( | of ){month}",
        month_and_day,
        {"the 30th of December": "2023-12-30"},
    ),
]
MONTHS = [
    Rule(
        "month",
        "{fullmonth}",
        bare_month,
        {
            "in [March]": "2024-03",
            "[March] and April 2003": "2003-03",
            "[January], February and July of 1999": "1999-01",
            "in March, [June] and September of last year": "2023-06",
            "bombings in January, [March] and this week": "2024-03",
            "The bridge opened in [January].": "2024-01",
            "It was the coldest [March] since 1987.": "2024-03",
        },
        never=[
            "They may march on.",
            "Theresa May spoke.",
            "March on!",
            "April Jones spoke.",
            "in May Day style",
            "after the October Revolution",
            "since the October War",
            "the March on Washington",
            "a play by May Okonjo",
            "with June Carter on the banjo",
            "on June Street",
        ],
    ),
    Rule(
        "short-month",
        "{shortmonth}",
        lambda s: (
            Calendar(month=s.shortmonth, year=later_year(s))
            if s.raw[0].isupper() and s.shortmonth and s.text.endswith(".") and PREPOSITION.search(s.before)
            else None
        ),
        {"in [Jan.]": "2024-01"},
        never=["Jan. Smith", "the Dec"],
    ),
    Rule(
        "month-abroad",
        "month of {month}",
        lambda s: Calendar(month=s.month),
        {"month of February": "2024-02"},
    ),
]
RULES = [
    *ABSOLUTE,
    *PARTIAL,
    *MONTHS,
    Rule(
        "listed-day",
        "[the ]({number:day}|{nth})[, {year}]",
        listed_day,
        {
            "on [3], 5 and 9 May 1999": "1999-05-03",
            "February 3, 5 and [9]": "2024-02-09",
            "February 3, [5th] and 9th, 2003": "2003-02-05",
            "May 3 and [9, 2003]": "2003-05-09",
        },
        never=["In May 3, 5 or 9 people", "May 3, 2000"],
        beside=(",", "-", "and", "or", "&"),
    ),
    Rule(
        "weekday-nth",
        "{anyweekday}(, | )the {nth}",
        weekday_and_day,
        {"on [Friday the 8th]": "2024-03-08", "on [Thursday the 15th]": "2024-02-15", "[Sunday, the 31st], and": "2024-03-31"},
        never=["On Friday the 3rd regiment"],
    ),
    Rule(
        "day-of-month",
        "the {nth}",
        day_alone,
        {
            "on [the 10th]": "2024-03-10",
            "On [the 8th] William landed.": "2024-03-08",
            "They left, and on [the 9th] Ostend fell.": "2024-03-09",
        },
        never=["the 10th regiment", "the 3rd time", "on the 3rd floor", "On the 5th Avenue side", "the 9th of his paintings"],
    ),
]
