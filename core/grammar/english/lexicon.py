"""The words of English time expressions: slots for the patterns, and the words that never make a time by themselves."""

from fractions import Fraction

from core.grammar.rule import Either, Number, Slot, Words
from core.grammar.tokens import FOUR, NTH, ORDINAL, THREE, YEAR, small


def listed(text: str) -> list[str]:
    return text.split()


MONTHS = {
    name: i + 1
    for i, names in enumerate(
        (
            "january jan. jan",
            "february feb. feb",
            "march mar. mar",
            "april apr. apr",
            "may",
            "june jun. jun",
            "july jul. jul",
            "august aug. aug",
            "september sept. sept sep. sep",
            "october oct. oct",
            "november nov. nov",
            "december dec. dec",
        )
    )
    for name in names.split()
}
FULL_MONTHS = {name: n for name, n in MONTHS.items() if len(name.rstrip(".")) > 4 or name in ("may", "june", "july")}
SHORT_MONTHS = {name: n for name, n in MONTHS.items() if name not in FULL_MONTHS}
WEEKDAYS = {name: i for i, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
SHORT_WEEKDAYS = {
    short + dot: i
    for i, names in enumerate(("mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun"))
    for short in names.split()
    for dot in (".", "")
}
UNITS = {
    form: unit
    for unit in ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "weekend")
    for form in (unit, unit + "s")
} | {
    "century": "century",
    "centuries": "century",
    "millennium": "millennium",
    "millennia": "millennium",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

ONES = listed("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
""")
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINAL_ONES = listed("""
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
    seventeenth eighteenth nineteenth
""")
ORDINAL_TENS = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"]

CARDINALS: dict[str, int] = {word: i + 1 for i, word in enumerate(ONES)}
CARDINALS |= {word: 10 * i + 20 for i, word in enumerate(TENS)}
CARDINALS |= {f"{ten}{dash}{one}": 10 * i + 21 + j for i, ten in enumerate(TENS) for j, one in enumerate(ONES[:9]) for dash in "- "}
ORDINALS: dict[str, int] = {word: i + 1 for i, word in enumerate(ORDINAL_ONES)}
ORDINALS |= {word: 10 * i + 20 for i, word in enumerate(ORDINAL_TENS)}
ORDINALS |= {f"{ten}{dash}{one}": 10 * i + 21 + j for i, ten in enumerate(TENS) for j, one in enumerate(ORDINAL_ONES[:9]) for dash in "- "}
VAGUE = listed("""
    few several some many couple dozens hundreds thousands numerous various countless
""")


def _nth(text: str) -> int:
    return int(text[:-2])


def _count(text: str) -> Fraction:
    """ "1,200", "2.5", "5 1/2"."""
    whole, _, part = text.replace(",", "").partition(" ")
    return Fraction(whole) + (Fraction(part) if part else 0)


_N = small(0, 99)
COUNT = (
    rf"(?:[{_N}{THREE}],{THREE}(?:,{THREE})?|[{_N}]\.[{_N}]|[{_N}] {small(1, 1, padded=False)}/[{small(2, 4)}]"
    rf"|[{_N}{THREE}{FOUR}{YEAR}])"
)
QUANTITIES: dict[str, Fraction | None] = {word: Fraction(n) for word, n in CARDINALS.items()}
QUANTITIES |= {
    "a": Fraction(1),
    "an": Fraction(1),
    "a single": Fraction(1),
    "half a": Fraction(1, 2),
    "half an": Fraction(1, 2),
    "a half": Fraction(1, 2),
}
QUANTITIES |= {"a hundred": Fraction(100), "one hundred": Fraction(100), "a thousand": Fraction(1000), "one thousand": Fraction(1000)}
QUANTITIES |= {f"{one} hundred": Fraction(100 * (i + 1)) for i, one in enumerate(ONES[:9])}
QUANTITIES |= {f"{one} thousand": Fraction(1000 * (i + 1)) for i, one in enumerate(ONES[:9])}
QUANTITIES |= {"a dozen": Fraction(12), "two dozen": Fraction(24), "half a dozen": Fraction(6)}
QUANTITIES |= {"a couple of": Fraction(2), "a couple": Fraction(2), "couple of": Fraction(2), "a pair of": Fraction(2)}
QUANTITIES |= dict.fromkeys(
    ("a few", "few", "several", "some", "many", "a number of", "numerous", "various", "dozens of", "hundreds of", "thousands of")
)
COUNTED = {w: n for w, n in QUANTITIES.items() if n is not None and w not in ("a", "an")}

MODS = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "under": "LESS_THAN",
    "just under": "LESS_THAN",
    "more than": "MORE_THAN",
    "over": "MORE_THAN",
    "well over": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
}
PHASES = {
    "early": "START",
    "mid": "MID",
    "late": "END",
}
BOUNDS = {
    "start": "START",
    "beginning": "START",
    "opening": "START",
    "outset": "START",
    "middle": "MID",
    "end": "END",
    "close": "END",
}
DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI"}


ADVERBS = {"hourly": "PT1H", "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y"}

SLOTS: dict[str, Slot] = {
    "month": Words(MONTHS),
    "fullmonth": Words(FULL_MONTHS),
    "weekday": Words(WEEKDAYS),
    "anyweekday": Words(WEEKDAYS | SHORT_WEEKDAYS),
    "season": Words(SEASONS),
    "unit": Words(UNITS),
    "day": Number(f"[{small(1, 31)}]", int),
    "nth": Number(f"{NTH}", _nth),
    "nthword": Words({w: n for w, n in ORDINALS.items() if n < 32}),
    "ordinal": Number(f"[{NTH}{ORDINAL}]", _nth),
    "ordinalword": Words(ORDINALS),
    "year": Number(YEAR, int),
    "anyyear": Number(f"[{YEAR}{FOUR}{THREE}]", int),
    "twodigits": Number(f"[{small(10, 99)}{small(0, 9)}]", int),
    "digits": Number(COUNT, _count),
    "quantity": Words(QUANTITIES),
    "counted": Words(COUNTED),
    "number": Either(("digits", "quantity")),
    "several": Either(("digits", "counted")),
    "anynth": Either(("nth", "nthword")),
    "dayofmonth": Either(("day", "nth", "nthword")),
    "singular": Words({w: u for w, u in UNITS.items() if w == u}),
    "plural": Words({w: u for w, u in UNITS.items() if w != u}),
    "which": Words({"last": -1, "past": -1, "this past": -1, "next": 1, "coming": 1, "this coming": 1}),
    "setadverb": Words(ADVERBS),
    "mod": Words(MODS),
    "phase": Words(PHASES),
    "bound": Words(BOUNDS),
    "daypart": Words(DAY_PARTS),
}

FILLERS = frozenset(
    [
        *listed("""
    the a an of in on at by to from and or between through until till this that these those last next past previous following same
    early mid late end start beginning middle close opening outset more than less least most about around approximately roughly some
    nearly almost over under just up no fewer well first second third half few several many couple pair number numerous various dozen
    dozens hundred hundreds thousand thousands single st nd rd th s
"""),
        *ONES,
        *TENS,
        *ORDINAL_ONES,
        *ORDINAL_TENS,
    ]
)

FUTURE = (
    r"\b(?:will|shall|wo|'ll|going to|plans?|planned|planning|expects?|expected|scheduled|due|hopes?|intends?|is to|are to|"
    r"set to|slated|expires?|until|"
    r"upcoming|may|might|could|can|should|must|deadline|begins|starts|ends|opens|matures?|payable)\b"
)
PAST = r"\b(?:was|were|had|did|said|[a-z]{3,}ed)\b"
