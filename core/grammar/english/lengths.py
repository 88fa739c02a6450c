"""How long: durations."""

import re
from fractions import Fraction

from core.grammar.english.compose import length
from core.grammar.english.lexicon import SINGULAR
from core.grammar.english.references import FUTURE
from core.grammar.rule import Reading, Rule
from core.meaning import Length, Meaning, Range

EVENT = re.compile(
    r"[ \n](after|before|following|since|prior to)[ \n]((?:the|a|an|his|her|their|its|this|that|these|"
    r"those|[a-z]+'s)[ \n][a-z'-]+|[a-z]+ing\b|[a-z]+)"
)
ALWAYS = re.compile(r"(?:24 hours|twenty-four hours) a day|(?:7|seven) days a week|365 days a year")
"""What means "always" and counts nothing."""
DAY_THING = re.compile(r"[ \n](?:nurser|care\b|school|trader|job\b|centre|center|bed\b|pass\b|return\b|ticket|labou?rer|spa\b|room\b)")
BROADCAST = re.compile(r"[ \n](?:Minutes|Hours)$")
SHOWN = re.compile(r"\b(?:on|cbs's|cbs|show|programme|program|host of|for)[ \n][\"']?$")
WORD_NEXT = re.compile(r"[\"']?[ \n](?:aired|reported|said|interview|episode|correspondent|reporter|show|segment|crew|team|was|is)\b")
"""The broadcast "60 Minutes"."""
SCORED = re.compile(r"\b(?:scored?|hits?|made|struck|notched|his|her|maiden|unbeaten)[ \n]$")
STORY = re.compile(r"(?:^|[.!?\"'][ \n]+|\n),? (?:the|a|an|he|she|it|they|when|while|in|my|his|her|we|i)\b")
"""What makes of "one day" the beginning of a story."""
BY_EVENTS = ("day", "week", "month", "year")
BESIDE = re.compile(
    r"[ \n](?:before|after|following)[ \n](?:the|an?|his|her|their|its)[ \n](?!first|second|third|fourth|last|next|end)[a-z][a-z'-]+\b"
)
"""What a day stands beside that only an event can place."""
NOT_TIME = re.compile(
    r"[ \n](?:guards?|hand|opinion|thoughts?|choice|floor|place|quarters? of|half|base|amendment|lady|"
    r"language|chance|largest|time|round|class|world)\b"
)


MILITARY = re.compile(r"\b0[0-9]{3}\b")
"""A clock time of four digits, not a number: "0600 hours"."""


def counted(s: Reading) -> Meaning | None:
    """A counted unit; "two days after the attack" keeps what it is measured from."""
    unit, number = s.unit, s.number
    if unit == "second" and (not s.text.endswith("s") or NOT_TIME.match(s.after)):
        return None
    if unit == "quarter" and (number is None or number.denominator != 1 or number == 1 or re.match(r"[ \n]of\b", s.after)):
        return None
    words = re.sub(r" or so$", "", s.text).split()
    if unit == "hour" and MILITARY.search(s.text):
        return None
    if s.text.startswith("many ") and s.before.endswith("as "):
        return None
    if always(s) or (s.text == "one day" and (FUTURE.search(s.before) or STORY.search(s.before + s.after))):
        return None
    if s.text in ("a day", "one day") and s.goes_on(DAY_THING):
        return None
    if BROADCAST.search(s.raw) and (s.goes_on(WORD_NEXT) or s.led_by(SHOWN, 14)):
        return None
    if unit == "century" and SCORED.search(s.before):
        return None
    plural = words[-1] not in SINGULAR
    if number is None and not plural:
        return None
    if (number is not None and number > 1 and not plural) or (plural and words[0] in ("a", "an") and number == 1):
        return None
    if re.match(r"-[a-z]", s.after) and not plural:
        return None
    return measured(length(number, unit, mod_of(s)), s.after)


def always(s: Reading) -> bool:
    """Whether an expression is part of "24 hours a day" and the like."""
    before = s.before[-20:]
    low, high = len(before), len(before) + len(s.text)
    return any(m.start() < high and m.end() > low for m in ALWAYS.finditer(f"{before}{s.text}{s.after[:20]}"))


def mod_of(s: Reading) -> object:
    return "APPROX" if re.search(r"\bor so$|\bcouple\b", s.text) else s.mod


def measured(meaning: Meaning | None, after: str) -> Meaning | None:
    """The duration with the event that it is measured from, where the text goes on with one."""
    match = EVENT.match(after)
    if not isinstance(meaning, Length) or not match:
        return meaning
    return Length(meaning.value, meaning.mod, "before" if match[1] in ("before", "prior to") else "after", match[2])


NAMED = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+ [A-Z]$")
"""The Hundred Years War."""
HALF_ENDS = re.compile(r"-|[ \n]ends?\b|'")
FROM_EVENT = re.compile(r"[ \n](?:after|before|into)\b")


def alone(s: Reading) -> Meaning | None:
    """ "for years", "weeks of talks"; not the plural of the ordinal."""
    if always(s) or (
        s.plural == "hour"
        and re.search(r"(?:small|early|morning|evening|night|afternoon|office|working|business|rush|daylight) $", s.before)
    ):
        return None
    if (
        s.plural in ("weekend", "quarter")
        or NAMED.search(s.document, max(0, s.start - 12), s.end + 2)
        or s.plural == "second"
        or (s.plural == "minute" and not s.goes_on(FROM_EVENT))
        or re.match(r"'|-", s.after)
        or re.search(r"[0-9$-]$|\b(?:the|these|those|many|his|her|their|our|in|its|light|man|person|most) $", s.before)
    ):
        return None
    return measured(length(None, s.plural), s.after)


def hyphened(s: Reading) -> Meaning | None:
    """ "20-year", but not the age in "20-year-old"."""
    if (
        re.match(r"-old\b|s\b| old\b", s.after)
        or s.text == "one day"
        or (s.several is None and " " in s.text)
        or s.singular == "quarter"
        or (s.singular == "second" and s.several is None)
    ):
        return None
    return length(s.several, s.singular, s.mod)


TO_LAST = re.compile(r"\b(?:to|will|would|could|can|may|might|must|should)[ \n]$")
"""What makes a verb of "last": "is expected to last ten weeks"."""


def recent(s: Reading) -> Meaning | None:
    """ "the past two months", "recent weeks", "the coming years"."""
    number = s.number
    if s.plural == "hour" and re.search(r"\b(?:early|closing) hours", s.text):
        return None
    if s.plural == "quarter" and s.leading is not None and re.match(r"[ \n]of[ \n][12][0-9]{3}\b", s.after):
        return None
    if s.leading is not None and s.text.startswith(("over", "within", "under")):
        return None
    if s.text.startswith("last ") and s.led_by(TO_LAST, 8):
        return None
    if s.plural in ("second", "quarter", "minute") and number is None and s.text.split()[0] not in ("recent", "coming"):
        return None
    return length(number, s.plural, "APPROX" if re.search(r"\bor so$|\bcouple\b", s.text) else s.mod)


RECENT = (
    "(past|last|next|coming|first|previous|preceding|following|recent|intervening|latest|final|opening|"
    "initial|early|succeeding|remaining|subsequent|ensuing|closing|other|upcoming|prior)"
)

LASTING = "over|during|in|within|for|throughout|through|of"

RULES = [
    Rule(
        "length",
        "[{mod} ]{number} [{modifier} ]{unit}[ or so]",
        counted,
        {
            "20 years": "P20Y",
            "more than three weeks": "P3W",
            "a few days": "PXD",
            "half an hour": "PT30M",
            "two decades": "P20Y",
            "an hour": "PT1H",
            "two years or so": "P2Y",
            "[two days] after the attack": "P2D",
        },
        never=[
            "a second opinion",
            "a second time",
            "the five-day-old truce",
            "60 Minutes aired it",
            "a day nursery",
            "some day we shall",
            "the third in as many days",
        ],
    ),
    Rule(
        "age",
        "[{mod} ]{several} {unit} (old|of age)",
        lambda s: length(s.several, s.unit, s.mod),
        {"26 years old": "P26Y", "nineteen years of age": "P19Y"},
        never=["a 26-year-old"],
    ),
    Rule(
        "age-of-a-thing",
        "({several}-{singular}|{plural})-old",
        lambda s: age_of_a_thing(s),
        {"the [five-day-old] truce": "P5D", "a [decades-old] feud": "PXDE", "the [two-year-old] war": "P2Y"},
        never=["a 26-year-old", "a six-week-old baby", "the 8-month-old Ann Moe", "a 12-year-old girl", "six-month-olds"],
    ),
    Rule(
        "aged",
        "(aged|age|the age of) {several}",
        lambda s: length(s.several, "year") if s.several and s.several < 130 and not re.match(r"[-.,][0-9]|%| to ", s.after) else None,
        {"a man [aged 26]": "P26Y", "at [the age of nineteen]": "P19Y"},
        never=["aged 18-25", "the age of 1000 lights", "the age of steam"],
    ),
    Rule(
        "length-to-length",
        "[between |from ]{first:number}[ ](-|to|or|and)[ ]{last:number} [{modifier} ]{unit}",
        lambda s: between_lengths(s),
        {"two to three weeks": "P2W/P3W", "ten or fifteen years": "P10Y/P15Y", "between 18 and 24 months": "P18M/P24M"},
        never=["five and six weeks", "in 1990 or 10 weeks", "10 to 9 days", "from 1914 to 18 months"],
    ),
    Rule(
        "hours-and-minutes",
        "{hour:digits}(h| h | hr | hrs )[ ]{sixty}[ ](m|min|mins)",
        lambda s: Length(f"PT{s.hour}H{s.sixty}M"),
        {"lasted [4h 37m]": "PT4H37M", "ran for [2h 05min]": "PT2H5M"},
        never=["4h 72m", "at 37m"],
    ),
    Rule(
        "length-and-sign",
        "[{mod} ][{digits}[-| ]]z(-| ){unit}",
        lambda s: with_sign(s),
        {"1½ hours": "PT1H30M", "2 ½ years": "P2Y6M", "a [3½-year] term": "P3Y6M", "¼ hour": "PT15M"},
        never=["20 z hours", "½ the hours"],
    ),
    Rule(
        "length-twice",
        "{quantity} {open}{digits}{close} [{modifier} ]{unit}",
        lambda s: length(s.digits, s.unit) if s.digits == s.quantity and s.unit != "second" else None,
        {"thirty (30) days": "P30D", "within [five (5) business days]": "P5D"},
        never=["thirty (20) days"],
    ),
    Rule(
        "length-or-two",
        "[{mod} ](a|an) {singular} or (two|three|so)",
        lambda s: length(Fraction(1), s.singular, "APPROX") if s.singular != "second" else None,
        {"in [a year or two]": "P1Y", "for [an hour or two]": "PT1H"},
        never=["a second or two"],
    ),
    Rule(
        "length-described",
        "[{mod} ]{number} {described} {plural}",
        lambda s: measured(length(multiplied(s), s.plural, s.mod), s.after) if s.plural not in ("second", "quarter") else None,
        {"two bloody weeks": "P2W", "nine difficult months": "P9M", "65 million years": "P65000000Y"},
        never=["one of days"],
    ),
    Rule(
        "half-a-year",
        "[the ]half(-| )year",
        lambda s: length(Fraction(1, 2), "year") if not s.goes_on(HALF_ENDS) else None,
        {"profit for [the half year] to June": "P6M", "[half-year] results": "P6M"},
        never=["the half-year-old", "at half year end"],
    ),
    Rule(
        "length-and-half",
        "[{mod} ](a|an|one) {singular} and a half",
        lambda s: half_more(s),
        {"a year and a half": "P1Y6M", "a minute and a half": "PT1M30S"},
    ),
    Rule(
        "the-units-before",
        "{plural}",
        lambda s: (
            measured(length(None, s.plural), s.after)
            if re.search(r"\bthe $", s.before)
            and re.match(r"[ \n](?:before|after|since|following|leading up|that followed|preceding)\b", s.after)
            and s.plural not in ("second", "quarter", "hour", "minute")
            else None
        ),
        {"the [weeks] before the vote": "PXW"},
        never=["the years"],
    ),
    Rule(
        "the-unit-after-event",
        "the {singular}",
        lambda s: (
            measured(length(Fraction(1), s.singular), s.after)
            if s.singular in BY_EVENTS and BESIDE.match(s.after) and not s.before.endswith("to ")
            else None
        ),
        {"[the day] after the attack": "P1D", "[the year] before the war": "P1Y"},
        never=[
            "a year to the day after the attack",
            "the day after the 3rd",
            "the day after tomorrow",
            "the day before Christmas",
            "the day after",
        ],
    ),
    Rule(
        "two-lengths",
        "[{mod} ]{number} {unit}[,] and {number2:number} {unit2:unit}",
        lambda s: two_lengths(s),
        {"two years and three months": "P2Y3M", "1 hour and 20 minutes": "PT1H20M"},
        never=["an hour and six weeks"],
    ),
    Rule(
        "three-lengths",
        "{number} {unit}, {number2:number} {unit2:unit}[,] and {number3:number} {unit3:unit}",
        lambda s: joined(length(s.number, s.unit), length(s.number2, s.unit2), length(s.number3, s.unit3)),
        {"five years, three months and two days": "P5Y3M2D", "2 hours, 5 minutes and 10 seconds": "PT2H5M10S"},
        never=["two days, three weeks and four hours"],
    ),
    Rule(
        "adjectives",
        "{first:several}(- | )(to|or) {last:several}(-| ){singular}",
        lambda s: between_adjectives(s),
        {"a [10- to 15-year] sentence": "P10Y/P15Y", "a [three- or four-day] trip": "P3D/P4D", "a [two to three week] delay": "P2W/P3W"},
        never=["a 15- to 10-year term", "ten to 15-year-olds"],
    ),
    Rule(
        "length-adjective",
        "[{mod} ]{several}(-| ){singular}[-long| long]",
        hyphened,
        {"20-year": "P20Y", "three-day": "P3D", "a [two-hour] talk": "PT2H", "six year": "P6Y"},
        never=["a 6-year-old boy"],
    ),
    Rule(
        "long",
        "{singular}(-| )long",
        lambda s: length_one(s),
        {"a [year-long] siege": "P1Y", "a [day-long] visit": "P1D"},
    ),
    Rule(
        "plural-long",
        "{plural}(-| )long",
        lambda s: length(None, s.plural),
        {"a [decades-long] war": "PXDE"},
    ),
    Rule(
        "units",
        "{plural}",
        alone,
        {"months": "PXM", "for [years]": "PXY", "[minutes] after the blast": "PTXM"},
        never=["seconds", "in minutes", "years'", "the minutes after", "the minutes of the meeting", "most days", "the Hundred Years War"],
    ),
    Rule(
        "units-and-units",
        "{plural} (and|or) {other:plural}",
        lambda s: length(None, s.plural),
        {"weeks or months": "PXW"},
    ),
    Rule(
        "span-to-now",
        f"[{{leading:mod}} ][the |these |those |its |his |their |a ]{RECENT} [{{mod}} ][{{number}} ][{{modifier}} ]{{plural}}[ or so]",
        recent,
        {
            "the past two months": "P2M",
            "the next few years": "PXY",
            "recent weeks": "PXW",
            "the coming days": "PXD",
            "the first nine months": "P9M",
        },
        never=["last seconds", "due to last three years"],
    ),
    Rule(
        "past-unit",
        "the (past|coming) {singular}",
        lambda s: (
            length(Fraction(1), s.singular)
            if s.singular not in ("weekend", "second", "minute", "decade") and re.search(rf"\b(?:{LASTING})[ \n]$", s.before)
            else None
        ),
        {"over [the past year]": "P1Y", "in [the coming month]": "P1M"},
        never=["the coming month", "past year 9"],
    ),
    Rule(
        "number-past",
        "the {number} (previous|preceding|following|past|last|next|coming|intervening) {plural}",
        lambda s: length(s.number, s.plural),
        {"the four previous weeks": "P4W"},
    ),
    Rule(
        "the-number",
        "(the|these|those|all|its|his|her|their) [same |full |entire |long |early |late ][{number} ]{plural}[ ahead]",
        lambda s: length(s.number, s.plural) if s.number is not None or s.text.endswith("ahead") else None,
        {"the nine months": "P9M", "the weeks ahead": "PXW"},
    ),
    Rule(
        "period",
        "(a|the|this|that|the same|an) {several}(-| ){singular}(-| )(period|term|span|stretch)",
        lambda s: length(s.several, s.singular),
        {"a three-year period": "P3Y"},
    ),
]


def between_lengths(s: Reading) -> Meaning | None:
    """ "two to three weeks": a length that lies between two others."""
    first, last = s.first, s.last
    if (
        first is None
        or last is None
        or not first < last < 1000
        or (" and " in s.text and s.text[0] != "b")
        or s.unit in ("second", "quarter")
        or (s.unit == "hour" and MILITARY.search(s.text))
    ):
        return None
    low, high = length(first, s.unit), length(last, s.unit)
    return Range(low, high) if low and high and not re.match(r"-[a-z]", s.after) and s.text.split()[-1] not in SINGULAR else None


PARTS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


def with_sign(s: Reading) -> Meaning | None:
    """ "1½ hours": the signs for a half and a quarter are letters to the tokens."""
    part = next((PARTS[sign] for sign in s.raw if sign in PARTS), None)
    return None if part is None or s.unit == "second" else length((s.digits or 0) + part, s.unit, s.mod)


def multiplied(s: Reading) -> Fraction | None:
    """The number of "65 million years", or as it stands where the word between only describes."""
    many = {"thousand": 1000, "million": 10**6, "billion": 10**9}
    return None if s.number is None else Fraction(s.number * many.get(s.described, 1))


def length_one(s: Reading) -> Meaning | None:
    return length(Fraction(1), s.singular)


def half_more(s: Reading) -> Meaning | None:
    return length(Fraction(3, 2), s.singular, s.mod)


THING = re.compile(
    r"[ \n](?:[a-z-]+[ \n])?(?:wars?|conflict|feud|dispute|truce|ceasefire|cease-fire|law|rules?|policy|company|firm|"
    r"programme|program|strike|siege|ban|embargo|blockade|treaty|agreement|accord|pact|deal|rebellion|insurgency|uprising|revolt|crisis|campaign|government|coalition|regime|case|"
    r"record|tradition|practice|custom|building|church|bridge|mystery|statute|investigation|standoff|stalemate|slump|drought)\b"
)
PERSON = re.compile(
    r"s?\b(?:[ \n](?:[a-z-]+[ \n])?(?:boys?|girls?|sons?|daughters?|babies|baby|infants?|child|children|twins?|m[ae]n|wom[ae]n|"
    r"brothers?|sisters?|puppy|puppies|kittens?|calf|calves|lambs?|foals?|toddlers?|grandsons?|granddaughters?|nephew|niece|cub)\b|[.,;:!?)]|$)"
)


def age_of_a_thing(s: Reading) -> Meaning | None:
    """ "the five-day-old truce"; of years only where what is named is no person."""
    if s.singular in ("second", "minute") or s.plural in ("seconds", "minutes"):
        return None
    if s.singular == "year":
        return length(s.several, "year") if s.goes_on(THING) else None
    if s.goes_on(PERSON) or s.document[s.end + 1 : s.end + 2].isupper():
        return None
    return length(s.several if s.plural is None else None, s.singular or s.plural)


DESCENDING = re.compile(r"P(?:[\d.]+Y)?(?:[\d.]+M)?(?:[\d.]+W)?(?:[\d.]+D)?(?:T(?:[\d.]+H)?(?:[\d.]+M)?(?:[\d.]+S)?)?")
"""ISO 8601 has the larger unit first: "an hour and six weeks" is two lengths."""


def two_lengths(s: Reading) -> Meaning | None:
    return joined(length(s.number, s.unit, s.mod), length(s.number2, s.unit2))


def joined(first: Meaning | None, *others: Meaning | None) -> Meaning | None:
    """Lengths one after the other as one, where each unit is finer than the one before."""
    if not isinstance(first, Length):
        return None
    value = first.value
    for other in others:
        if not isinstance(other, Length):
            return None
        rest = other.value[1:]
        value += rest[1:] if rest.startswith("T") and "T" in value else rest
    return Length(value, first.mod) if "X" not in value and DESCENDING.fullmatch(value) else None


def between_adjectives(s: Reading) -> Meaning | None:
    """ "a 10- to 15-year sentence"."""
    if s.first is None or s.last is None or not s.first < s.last < 1000 or s.singular in ("second", "quarter") or s.goes_on(OLD):
        return None
    low, high = length(s.first, s.singular), length(s.last, s.singular)
    return Range(low, high) if low and high else None


OLD = re.compile(r"-?[ ]?olds?\b|s\b")
