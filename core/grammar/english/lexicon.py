"""The words of English time expressions: slots for the patterns, and the words that never make a time by themselves."""

from fractions import Fraction

from core.grammar.rule import Either, Number, Slot, Words
from core.grammar.tokens import DECADE, FOUR, LONG, NTH, ORDINAL, OTHER, SHORT_DECADE, THREE, YEAR, small


def listed(text: str) -> list[str]:
    """Words written one after the other."""
    return text.split()


def grouped(*alternatives: str) -> str:
    """One regular expression for words and phrases, grouped by their first letters: so only few of them are tried at each word.

    >>> grouped("will", "won't", "is to", "(?<!had )due")
    "\\\\b(?:w(?:ill|on't)|i(?:s to)|(?<!had )due)\\\\b"
    """
    groups: dict[str, list[str]] = {}
    for each in alternatives:
        groups.setdefault(each[0] if each[0].isalpha() else each, []).append(each[1:])
    pieces = [f"{head}(?:{'|'.join(rests)})" if len(head) == 1 else head for head, rests in groups.items()]
    return rf"\b(?:{'|'.join(pieces)})\b"


FULL_MONTHS = {
    name: i + 1 for i, name in enumerate(listed("january february march april may june july august september october november december"))
}
SHORT_MONTHS = {
    short + dot: i + 1
    for i, names in enumerate(listed("jan feb mar apr - jun jul aug sep/sept oct nov dec"))
    for short in names.split("/")
    for dot in (".", "")
    if short != "-"
}
WEEKDAYS = {name: i for i, name in enumerate(listed("monday tuesday wednesday thursday friday saturday sunday"))}
SHORT_WEEKDAYS = {
    short + dot: i
    for i, names in enumerate(listed("mon tue/tues wed thu/thur/thurs fri sat sun"))
    for short in names.split("/")
    for dot in (".", "")
}
SINGULAR = {unit: unit for unit in listed("second minute hour day week weekend fortnight month quarter year decade century millennium")}
PLURAL = {
    **{unit + "s": unit for unit in SINGULAR},
    "centuries": "century",
    "millennia": "millennium",
    "mins": "minute",
    "hrs": "hour",
    "yrs": "year",
}
SEASONS = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}

ONES = listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
ORDINAL_ONES = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth"
)
ORDINAL_TENS = listed("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
DECADES = {word: 20 + 10 * i for i, word in enumerate(listed("twenties thirties forties fifties sixties seventies eighties nineties"))}

CARDINALS: dict[str, int] = {word: i + 1 for i, word in enumerate(ONES)}
CARDINALS |= {word: 10 * i + 20 for i, word in enumerate(TENS)}
COMPOUND = {f"{ten}{dash}{one}": 10 * i + 21 + j for i, ten in enumerate(TENS) for j, one in enumerate(ONES[:9]) for dash in "- "}
CARDINALS |= COMPOUND
ORDINALS: dict[str, int] = {word: i + 1 for i, word in enumerate(ORDINAL_ONES)}
ORDINALS |= {word: 10 * i + 20 for i, word in enumerate(ORDINAL_TENS)}
ORDINALS |= {f"{ten}{dash}{one}": 10 * i + 21 + j for i, ten in enumerate(TENS) for j, one in enumerate(ORDINAL_ONES[:9]) for dash in "- "}
# "nineteen ninety-seven", "nineteen hundred", "twenty twenty": the century, and what follows it.
CENTURY_WORDS = {word: n for word, n in CARDINALS.items() if 11 <= n <= 20}
YEAR_WORDS = (
    {w: n for w, n in CARDINALS.items() if n >= 10}
    | {f"{zero} {w}": i + 1 for i, w in enumerate(ONES[:9]) for zero in ("oh", "o")}
    | {"hundred": 0}
)
MILLENNIUM_WORDS = {f"two thousand{joint}{word}": 2000 + n for word, n in CARDINALS.items() if n < 40 for joint in (" ", " and ")} | {
    "two thousand": 2000
}


def _nth(text: str) -> int:
    return int(text.rstrip("dhnrst"))


def _count(text: str) -> Fraction:
    """ "1,200", "2.5", "5 1/2"."""
    whole, _, part = text.replace(",", "").partition(" ")
    return Fraction(whole) + (Fraction(part) if part else 0)


def _decade(text: str) -> int:
    return int(text.rstrip("s"))


_N = small(0, 99)
_COUNT = "|".join(
    (
        f"[{_N}{THREE}],{THREE},{THREE}",
        f"[{_N}{THREE}],{THREE}",
        rf"[{_N}{THREE}]\.[{_N}]",
        f"[{_N}] [{small(1, 3, padded=False)}]/[{small(2, 4, padded=False)}]",
        f"[{_N}{THREE}{FOUR}{YEAR}]",
    )
)
QUANTITIES: dict[str, Fraction | None] = {word: Fraction(n) for word, n in CARDINALS.items()}
QUANTITIES |= {"a": Fraction(1), "an": Fraction(1), "a single": Fraction(1), "half a": Fraction(1, 2), "half an": Fraction(1, 2)}
QUANTITIES |= {f"{one} hundred": Fraction(100 * n) for one, n in {"a": 1, **dict(list(CARDINALS.items())[:9])}.items()}
QUANTITIES |= {f"{one} thousand": Fraction(1000 * n) for one, n in {"a": 1, **dict(list(CARDINALS.items())[:9])}.items()}
QUANTITIES |= {f"{word}{half}": n + Fraction(1, 2) for word, n in CARDINALS.items() if n < 20 for half in (" and a half", "-and-a-half")}
QUANTITIES |= {
    "a dozen": Fraction(12),
    "two dozen": Fraction(24),
    "half a dozen": Fraction(6),
    "a half": Fraction(1, 2),
    "half of a": Fraction(1, 2),
}
QUANTITIES |= {f"{part} of {one}": Fraction(n, 4) for part, n in (("a quarter", 1), ("three quarters", 3)) for one in ("a", "an")}
QUANTITIES |= {"a couple of": Fraction(2), "a couple": Fraction(2), "couple of": Fraction(2), "a pair of": Fraction(2), "both": Fraction(2)}
VAGUE = listed("few several some many numerous various countless")
QUANTITIES |= dict.fromkeys(("a few", "a number of", "dozens of", "hundreds of", "thousands of", "a good many", "quite a few", *VAGUE))
QUANTITIES |= dict.fromkeys(f"{some} {many}" for some in ("a few", "several", "many") for many in ("dozen", "hundred", "thousand"))
QUANTITIES |= dict.fromkeys(("millions of", "tens of thousands of", "hundreds of thousands of", "many hundreds of", "many thousands of"))
QUANTITIES |= dict.fromkeys(("just a few", "only a few", "a great many", "the many", "untold"))
COUNTED = {w: n for w, n in QUANTITIES.items() if w not in ("a", "an") and " a" not in w} | dict.fromkeys(("several", "multi", "many"))

MODS = {
    **dict.fromkeys(("about", "around", "approximately", "roughly", "some", "circa", "just about", "an estimated"), "APPROX"),
    **dict.fromkeys(("nearly", "almost", "less than", "fewer than", "under", "not quite", "barely", "close to"), "LESS_THAN"),
    **dict.fromkeys(("more than", "over", "well over", "a little over", "a little more than", "longer than"), "MORE_THAN"),
    **dict.fromkeys(("at least", "no less than", "no fewer than", "not less than", "a minimum of"), "EQUAL_OR_MORE"),
    **dict.fromkeys(("at most", "up to", "no more than", "no longer than", "not more than", "as many as", "a maximum of"), "EQUAL_OR_LESS"),
    **dict.fromkeys(("another", "a further", "an additional", "an entire", "the entire")),
}
PHASES = {"early": "START", "mid": "MID", "late": "END", "very early": "START", "very late": "END"} | dict.fromkeys(
    f"{first}{dash}{joint}{second}"
    for first, second in (("early", "mid"), ("mid", "late"), ("early", "late"))
    for dash, joint in (("", " to "), ("-", " to "), ("", "-to-"), ("", " or "), ("-", " or "), ("-", " and "))
)
BOUNDS = {
    **dict.fromkeys(
        ("start", "beginning", "opening", "outset", "dawn", "first days", "first weeks", "early part", "first part", "onset"), "START"
    ),
    **dict.fromkeys(("middle", "midst", "height", "midpoint"), "MID"),
    **dict.fromkeys(("end", "close", "conclusion", "last days", "last weeks", "latter part", "last part", "late part"), "END"),
    **dict.fromkeys(("rest", "remainder", "better part", "good part")),
}
DAY_PARTS = {
    "morning": "MO",
    "small hours": "NI",
    "early hours": "MO",
    "morning hours": "MO",
    "evening hours": "EV",
    "mornings": "MO",
    "forenoon": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "midday": "MI",
    "noon": "MI",
    "lunchtime": "MI",
    "daybreak": "MO",
    "sunrise": "MO",
    "sunset": "EV",
    "nightfall": "EV",
    "midnight": "00:00",
}
SET_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "bimonthly": "P2M",
    "yearly": "P1Y",
    "annually": "P1Y",
    **dict.fromkeys(("biannually", "semiannually", "semi-annually"), "P6M"),
    **dict.fromkeys(("semiannual", "semi-annual", "biannual"), "P6M"),
    **dict.fromkeys(("biennial", "biennially"), "P2Y"),
    **dict.fromkeys(("triennial", "triennially"), "P3Y"),
}
ZONES = {
    **dict.fromkeys(("gmt", "utc", "z", "zulu"), "Z"),
    "est": "-05",
    "edt": "-04",
    "cst": "-06",
    "cdt": "-05",
    "mst": "-07",
    "mdt": "-06",
    "pst": "-08",
    "pdt": "-07",
    "bst": "+01",
    "cet": "+01",
    "cest": "+02",
    "eet": "+02",
    "eest": "+03",
    "msk": "+03",
    "ist": "+05:30",
    "jst": "+09",
    "hkt": "+08",
    "aest": "+10",
    **dict.fromkeys(
        ("et", "eastern time", "ct", "pt", "central european time", "pacific time", "mountain time", "central time", "local time")
    ),
}
WHICH = {
    **dict.fromkeys(("last", "past", "this past", "this last"), -1),
    **dict.fromkeys(("next", "coming", "this coming", "this next", "the coming", "the next"), 1),
    **dict.fromkeys(("this", "this very"), 0),
}
MODIFIERS = listed(
    "more additional full whole entire long consecutive straight successive short whole solid extra further calendar working business"
)

SLOTS: dict[str, Slot] = {
    "month": Words(FULL_MONTHS | SHORT_MONTHS),
    "fullmonth": Words(FULL_MONTHS),
    "shortmonth": Words(SHORT_MONTHS),
    "weekday": Words(WEEKDAYS),
    "weekdays": Words({day + "s": n for day, n in WEEKDAYS.items()}),
    "anyweekday": Words(WEEKDAYS | SHORT_WEEKDAYS),
    "season": Words(SEASONS),
    "unit": Words(SINGULAR | PLURAL),
    "singular": Words(SINGULAR),
    "plural": Words(PLURAL),
    "day": Number(f"[{small(1, 31)}]", int),
    "monthnumber": Number(f"[{small(1, 12)}]", int),
    "nth": Number(NTH, _nth),
    "nthword": Words({w: n for w, n in ORDINALS.items() if n < 32}),
    "dayofmonth": Either(("day", "nth", "nthword")),
    "ordinaldigits": Number(f"[{NTH}{ORDINAL}]", _nth),
    "ordinalword": Words(ORDINALS),
    "ordinal": Either(("ordinaldigits", "ordinalword")),
    "year": Number(YEAR, int),
    "anyyear": Number(f"[{small(10, 99, padded=False)}{THREE}{FOUR}{YEAR}]", int),
    "otheryear": Number(f"[{small(32, 99)}{THREE}{FOUR}]", int),
    "longyear": Number(LONG, int),
    "bcyear": Number(f"[{_N}],{THREE}|[{_N}{THREE}{FOUR}{YEAR}{LONG}]", lambda t: int(t.replace(",", ""))),
    "threedigits": Number(THREE, int),
    "yy": Number(f"[{small(0, 9)}{small(10, 99)}]", int),
    "isoweek": Words({f"w{n:02d}": n for n in range(1, 54)}),
    "week": Number(f"[{small(1, 53)}]", int),
    "daynumber": Number(f"[{small(1, 7, padded=False)}]", int),
    "anydigits": Number(f"[{_N}{THREE}{FOUR}{YEAR}{LONG}]", int),
    "lastyear": Either(("year", "yy")),
    "minuteword": Words({w: n for w, n in CARDINALS.items() if n in (5, 10, 20, 25) and "-" not in w} | {"twenty-five": 25}),
    "hour": Number(f"[{small(0, 24)}]", int),
    "sixty": Number(f"[{small(0, 59)}]", int),
    "farfour": Number(FOUR, int),
    "fourdigits": Number(f"[{YEAR}{FOUR}]", int),
    "decade": Number(DECADE, _decade),
    "shortdecade": Number(SHORT_DECADE, _decade),
    "decadeword": Words(DECADES),
    "centuryword": Words(CENTURY_WORDS),
    "yearword": Words(YEAR_WORDS),
    "millenniumword": Words(MILLENNIUM_WORDS),
    "digits": Number(_COUNT, _count),
    "quantity": Words(QUANTITIES),
    "open": Number(r"\(", str),
    "close": Number(r"\)", str),
    "number": Either(("digits", "quantity")),
    "counted": Words(COUNTED),
    "several": Either(("digits", "counted")),
    "which": Words(WHICH),
    "setadverb": Words(SET_ADVERBS),
    "zone": Words(ZONES),
    "mod": Words(MODS),
    "phase": Words(PHASES),
    "bound": Words(BOUNDS),
    "daypart": Words(DAY_PARTS),
    "modifier": Words({word: word for word in MODIFIERS}),
    "relation": Words({w: w for w in ("before", "after", "prior to", "following", "ahead of")}),
    "described": Number(OTHER, str),
    "quartercode": Words({f"q{n}": f"Q{n}" for n in range(1, 5)}),
    "halfcode": Words({f"h{n}": f"H{n}" for n in (1, 2)}),
    "quarteryear": Words({f"q{n:02d}": n for n in range(100)}),
    "hdigits": Words({f"h{n:02d}": n for n in range(100)}),
    "era": Words(dict.fromkeys(("bc", "bce", "b.c.", "b.c.e."), True)),
    "half": Words({"first": 1, "second": 2, "latter": 2, "last": 2, "opening": 1}),
    "quarternth": Words({"first": 1, "second": 2, "third": 3, "fourth": 4}),
}

FILLERS = frozenset(
    [
        *listed(
            "the a an of in on at by to from and or between through until till this that these those last next previous following same "
            "early late end start beginning middle close opening outset more than less least most about around approximately roughly some "
            "nearly almost over under just up no fewer well half few several many couple pair number numerous various dozen dozens "
            "hundreds thousand thousands single only up another entire whole full additional further long short very as is not quite both "
            "first rest course good part height local o oh which it its their his her our your my all any other since before after later "
            "extra solid straight consecutive working business ahead coming old close both exactly conclusion z et ct pt "
            "central"
        ),
        *ONES[:9],
        *ORDINAL_ONES,
        *ORDINAL_TENS,
    ]
)

TAKEN_UP = r"(?:office|over|effect|place)(?= )"
PUT_OFF = listed("extension postponement mov postpon deferr delay suspend extend remand reschedul adjourn prolong renew push continu put")
TO_A_DAY = (
    "(?:e|ed|es|s|ing|ting)?(?: [a-z']+){0,5}? (?:until|till|to|for)"
    "(?= (?:early |late |next |the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? )?"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b))"
)
"""What follows the verb of what is put off, up to its new day."""
MEANT = listed("planned agreed decided vowed promised hoped ordered asked urged intended wanted likely ready able")
OFFERED = listed("agreement plan proposal deal decision intention bid offer pact")
GOING = "takes|goes|flies|leaves|meets|returns|moves|starts|opens|arrives|begins|heads|comes|plays|faces|travels|votes|closes"
"""Verbs in the present that tell behind "before" of what is still to come: "before a plane takes them home on Saturday"."""
FUTURE = grouped(
    *(f"{who}'ll" for who in listed("i we you he she it they that there who")),
    r"(?<!\bthe )(?<!\bhis )(?<!\bher )(?<!\ba )will",
    *listed("shall won't plans? planning expects? hopes? intends? slated expires upcoming deadline begins starts ends"),
    *listed("opens meets? matures? payable scheduled expected effective runs closes resumes hosts departs arrives"),
    *(
        "would(?! have)",
        "must(?! have)",
        "(?<!had been )due",
        "going to",
        "is to",
        "are to",
        "set to",
        "set for",
        "ahead of",
        "as soon as",
        "as early as",
        "up for",
        r"(?<=\bis )(?:closed|open|held|away|back)(?= )(?! as of| since)",
        r"(?<=\bare )(?:closed|open|held|away|back)(?= )(?! as of| since)",
        "supposed to",
        "to be",
        f"before (?:they|(?:it|he|she|(?:an?|the|its|his|her)(?: [a-z'-]+){{1,3}}?) (?:{GOING}))(?= )",
        "takes? effect",
        "comes? into",
    ),
    *(
        "goes (?:on sale|to the polls|on trial)(?= )",
        "goes to",
        "go to",
        "returns to",
        "kicks off",
        "polls (?:open|close)",
        "doors open",
        "(?<!the )close at",
        "(?:open|start|begin|end|resume)s? at(?= [0-9n])",
        r"(?<=\bis )forecast",
        r"(?<=\bare )forecast",
        "by (?:the )?(?:close|end) of (?:play|business)",
        "see you",
        "join us",
        "don't miss",
        "tune in",
        r"(?<=[a-z0-9,)\"'][ \n])until",
        r"(?<=[a-z0-9,)\"'][ \n])till",
    ),
    *(
        f"{verb}(?= )"
        for verb in ("faces", "votes? on", "turns [0-9]+", "retires", "comes into force", "hears", "leaves for", "stands trial")
    ),
    *(f"takes {TAKEN_UP}", "holds (?:an|its|a|talks|elections)(?= )"),
    *(
        f"{verb}(?= (?:mon|tues|wednes|thurs|fri|satur|sun)day)"
        for verb in listed(
            "votes leaves travels visits convenes reconvenes reopens appears testifies speaks decides unveils debates returns"
        )
    ),
    *(f"{what}s? to" for what in OFFERED),
    *(verb + TO_A_DAY for verb in PUT_OFF),
    *("planned (?:for|in|on)", "proposed (?:for|in|on)"),
    *(f"{verb} to" for verb in MEANT),
)
PAST = grouped(
    *listed("was were had did said took made began came went gave got left met saw won lost fell rose grew sold bought brought told found"),
    *listed(
        "tore sank rang hid shook stole rode drove swore fled swept lent meant dealt felt caught taught sought swung hung dug blew laid sat"
    ),
    *listed("kept led sent spent became ran struck shot broke wrote spoke chose drew flew knew thought built paid stood threw wore fought"),
    *listed(
        "died lied tied heard withdrew underwent overthrew overtook retook overcame upheld withheld arose awoke woke froze fed slept wept"
    ),
    *listed("swam sprang shone slid stuck bore bit bred clung crept forbade forgot knelt leapt lit rebuilt slew hurt misled foresaw"),
    "(?:said|alleged|believed|thought|reported|known|claimed|accused|suspected|found|understood|seems?|appears?) to have",
    r"(?<!\bbe )held",
    r"(?=[a-z]{5,}+(?<=ed))(?<!\bbe )(?<!\bto )(?<!\ban )(?<!\ba )(?<!\bthe )(?!united|un[a-z]+ed\b|indeed\b)[a-z]++(?! to)",
)
