"""Days that go by a name, fixed and movable."""

import re
from itertools import product

from core.grammar.english.parts import YEARS, year_named
from core.grammar.rule import Reading, Rule, Words
from core.meaning import Calendar, Meaning, Nearest, Range, Shift, Within

EID = tuple(product(("eid", "id"), (" ", "-"), ("al", "ul"), ("-", " ")))
SAINTS = {
    f"{saint} {name}": f"st-{name.split()[0]}"
    for saint in ("st.", "st", "saint")
    for name in (
        "bartholomew",
        "john the baptist",
        "michael",
        "martin",
        "nicholas",
        "stephen",
        "david",
        "luke",
        "matthew",
        "mark",
        "james",
        "peter and st. paul",
        "peter and paul",
        "lawrence",
        "laurence",
        "crispin",
        "lucy",
        "swithin",
        "swithun",
        "thomas",
        "edmund",
        "catherine",
        "barnabas",
        "mary magdalene",
        "vitus",
        "george",
        "andrew",
        "valentine",
        "patrick",
    )
}
"""Saints whose day is the same in every calendar that a chronicle is likely to follow."""
HOLIDAYS = {
    **dict.fromkeys(("new year's day", "new year's", "new year day"), "new-year"),
    **dict.fromkeys(("new year's eve", "new years eve"), "new-years-eve"),
    **dict.fromkeys(("christmas", "christmas day", "xmas", "christmas time", "christmastime"), "christmas"),
    "christmas eve": "christmas-eve",
    "boxing day": "boxing-day",
    **dict.fromkeys(("easter", "easter sunday"), "easter"),
    "easter monday": "easter-monday",
    "good friday": "good-friday",
    "palm sunday": "palm-sunday",
    "ash wednesday": "ash-wednesday",
    "maundy thursday": "maundy-thursday",
    "mardi gras": "mardi-gras",
    "ascension day": "ascension",
    **dict.fromkeys(("pentecost", "whit sunday"), "pentecost"),
    "whit monday": "whit-monday",
    **dict.fromkeys(("all saints' day", "all saints day", "all-saints' day", "all-saints day"), "all-saints"),
    "all souls' day": "all-souls",
    **dict.fromkeys(("halloween", "hallowe'en"), "halloween"),
    **dict.fromkeys(("thanksgiving", "thanksgiving day"), "thanksgiving"),
    "black friday": "black-friday",
    "cyber monday": "cyber-monday",
    "election day": "election-day",
    "labor day": "labor-day",
    "labour day": "may-day",
    "may day": "may-day",
    "memorial day": "memorial-day",
    "veterans day": "veterans-day",
    "armistice day": "veterans-day",
    "remembrance day": "veterans-day",
    "columbus day": "columbus-day",
    "presidents day": "presidents-day",
    "presidents' day": "presidents-day",
    "martin luther king day": "king-day",
    "martin luther king jr. day": "king-day",
    "valentine's day": "valentines",
    "st. valentine's day": "valentines",
    "st. patrick's day": "st-patrick",
    "april fools' day": "april-fools",
    "april fool's day": "april-fools",
    "groundhog day": "groundhog",
    "independence day": "independence-day",
    "the fourth of july": "independence-day",
    "bastille day": "bastille-day",
    "earth day": "earth-day",
    "mother's day": "mothers-day",
    "father's day": "fathers-day",
    **dict.fromkeys(("guy fawkes night", "bonfire night"), "guy-fawkes"),
    **dict.fromkeys(("shrove tuesday", "pancake day"), "mardi-gras"),
    "whitsun": "pentecost",
    "trinity sunday": "trinity",
    "corpus christi": "corpus-christi",
    **dict.fromkeys(("st patrick's day", "saint patrick's day"), "st-patrick"),
    **dict.fromkeys(("st. george's day", "st george's day"), "st-george"),
    **dict.fromkeys(("st. andrew's day", "st andrew's day"), "st-andrew"),
    "burns night": "burns-night",
    "candlemas": "candlemas",
    "lady day": "lady-day",
    "midsummer day": "midsummer",
    **dict.fromkeys(("midsummer eve", "midsummer's eve"), "midsummer-eve"),
    "lammas": "lammas",
    "michaelmas": "michaelmas",
    "martinmas": "veterans-day",
    "waitangi day": "waitangi-day",
    "cinco de mayo": "cinco-de-mayo",
    "orthodox christmas": "orthodox-christmas",
    "d-day": "d-day",
    "v-e day": "ve-day",
    "ve day": "ve-day",
    "v-j day": "vj-day",
    "vj day": "vj-day",
    "pearl harbor day": "pearl-harbor",
    "inauguration day": "inauguration",
    "twelfth night": "twelfth-night",
    "epiphany": "epiphany",
    "midsummer's day": "midsummer",
    "the ides of march": "ides",
    **dict.fromkeys(("mlk day", "martin luther king, jr. day"), "king-day"),
    "juneteenth": "juneteenth",
    "canada day": "canada-day",
    "australia day": "australia-day",
    "anzac day": "anzac-day",
    "remembrance sunday": "remembrance-sunday",
    **dict.fromkeys(("orthodox easter", "greek easter"), "orthodox-easter"),
    **dict.fromkeys(("passover", "pesach"), "passover"),
    "rosh hashanah": "rosh-hashanah",
    "yom kippur": "yom-kippur",
    **dict.fromkeys(("hanukkah", "chanukah"), "hanukkah"),
    "sukkot": "sukkot",
    **dict.fromkeys(("lunar new year", "chinese new year", "the lunar new year", "the chinese new year"), "lunar-new-year"),
    **dict.fromkeys(("lunar new year's day", "chinese new year's day"), "lunar-new-year"),
    "purim": "purim",
    **dict.fromkeys(("shavuot", "shavuos"), "shavuot"),
    **dict.fromkeys(("tisha b'av", "tishah b'av"), "tisha-b-av"),
    **dict.fromkeys(("the islamic new year", "islamic new year"), "islamic-new-year"),
    "ashura": "ashura",
    **dict.fromkeys(("mawlid", "mawlid al-nabi"), "mawlid"),
    **dict.fromkeys(("the first day of ramadan", "the start of ramadan", "the beginning of ramadan"), "first-of-ramadan"),
    "indigenous peoples' day": "indigenous-day",
    "holocaust memorial day": "holocaust-day",
    "world aids day": "aids-day",
    **{f"{eid}{joint}{article}{dash}fitr": "eid-al-fitr" for eid, joint, article, dash in EID},
    **{f"{eid}{joint}{article}{dash}adha": "eid-al-adha" for eid, joint, article, dash in EID},
    **dict.fromkeys(("nowruz", "norouz", "nowrouz", "newroz", "persian new year", "the persian new year"), "nowruz"),
    **dict.fromkeys(("diwali", "deepavali", "divali"), "diwali"),
    **dict.fromkeys(("the spring festival", "spring festival"), "lunar-new-year"),
    **dict.fromkeys(("the mid-autumn festival", "mid-autumn festival"), "mid-autumn"),
    **dict.fromkeys(("the dragon boat festival", "dragon boat festival"), "dragon-boat"),
    **dict.fromkeys(("hogmanay", "new year's eve night"), "new-years-eve"),
    "songkran": "songkran",
    "victory day": "victory-day",
    "flag day": "flag-day",
    "kwanzaa": "kwanzaa",
    **dict.fromkeys(("holy saturday", "easter saturday", "easter eve"), "holy-saturday"),
    "holy thursday": "maundy-thursday",
    "easter tuesday": "easter-tuesday",
    "dominion day": "canada-day",
    **dict.fromkeys(("rosh hashana", "rosh ha-shanah"), "rosh-hashanah"),
    **dict.fromkeys(("sukkoth", "succoth"), "sukkot"),
    "hanukah": "hanukkah",
    "new year": "new-year",
    **{f"{saint}'s day": name for saint, name in SAINTS.items()},
    **dict.fromkeys(("holy innocents' day", "holy innocents day", "childermas"), "st-innocents"),
}
FEASTS = {
    **SAINTS,
    **{
        name.removesuffix(" day").removesuffix("'"): HOLIDAYS[name]
        for name in (
            "all saints' day",
            "all souls' day",
            "corpus christi",
            "pentecost",
            "purim",
            "epiphany",
            "michaelmas",
            "christmas",
            "easter",
        )
    },
    **dict.fromkeys(("the assumption", "the assumption of the virgin"), "assumption"),
    **dict.fromkeys(("the annunciation", "the annunciation of the virgin"), "lady-day"),
    **dict.fromkeys(("the purification", "the purification of the virgin"), "candlemas"),
    **dict.fromkeys(("the nativity of the virgin", "the birth of the virgin"), "nativity-of-mary"),
    **dict.fromkeys(("the exaltation of the cross", "the holy cross"), "holy-cross"),
    **dict.fromkeys(("the holy innocents", "the innocents"), "st-innocents"),
    "the epiphany": "epiphany",
    "the ascension": "ascension",
    "the trinity": "trinity",
    "tabernacles": "sukkot",
    "weeks": "shavuot",
}
SLOT = Words(HOLIDAYS)
FEAST = Words(FEASTS)
FASTS = {
    **dict.fromkeys(("ramadan", "ramadhan", "ramazan"), ("first-of-ramadan", 29)),
    "lent": ("ash-wednesday", 45),
    "holy week": ("palm-sunday", 6),
    "advent": ("advent", None),
}
"""Stretches that go by a name: their first day, and how many days later the last is; Advent ends with Christmas Eve."""
FAST = Words(FASTS)
SIGHTED = frozenset({"eid-al-fitr", "eid-al-adha", "islamic-new-year", "ashura", "mawlid", "first-of-ramadan", "diwali"})
"""Days that begin when the new moon is seen, or by local custom: reckoned, they are about right."""
ONCE = {"d-day": (1944, 6, 6), "ve-day": (1945, 5, 8), "vj-day": (1945, 8, 15)}
"""Days of which there was one."""


def named(name: str, year: int | None = None) -> Calendar:
    """The day of a name, approximate where it hangs on the moon."""
    return Calendar(year=year, holiday=name, approximate=name in SIGHTED)


def holiday(s: Reading) -> Meaning | None:
    """A day's name, but not the name of a person or of something else that has it in it."""
    if not re.search(r"(?<![A-Za-z])[A-Z]", re.sub("^[Tt]he ", "", s.raw)):
        return None
    if re.match(
        r"[ \n](?:island|carol|tree|present|gift|card|party|parade|dinner|shopping|rush|decoration|song|movie|"
        r"story|massacre|agreement|accords?|egg|rising|bunny|lights|market|sale)",
        s.after,
    ):
        return None
    if s.holiday in ("lunar-new-year", "new-year") and s.goes_on(DAYS_OFF):
        return None
    if s.text == "new year" and not (s.led_by(NEW_YEAR_LED, 16) and "Year" in s.raw):
        return None
    if s.goes_on(TERM):
        return None
    once = ONCE.get(s.holiday)
    return Calendar(*once) if once else named(s.holiday)


def of_feast(s: Reading) -> Meaning | None:
    """ "the feast of St John in 1314", "the vigil of All Saints": on it, the day before, after, or a week after it."""
    day = named(s.feast or s.holiday, s.year)
    days = next(n for word, n in BESIDE.items() if word in s.text)
    if not days:
        return day
    return Shift(days, "day", day) if s.year is not None or s.feast is not None else None


def day_of(s: Reading) -> Meaning:
    """The day of a holiday, or the last or next one: "last Thanksgiving"."""
    return named(s.holiday) if s.which is None else Nearest(named(s.holiday), s.which)


def weekend_of(s: Reading) -> Meaning:
    """The weekend of a holiday: the one before a Monday or a Tuesday, the one after a Thursday."""
    return Shift(0, "weekend", Shift(-3, "day", day_of(s)))


def fast(s: Reading) -> Meaning | None:
    """Ramadan, Lent: from its first day to the last."""
    if not s.raw[s.text.index(next(w for w in FASTS if w in s.text))].isupper():
        return None
    first, days = s.fast
    year = s.get("year")
    which = re.search(r" year$", s.text)
    if year is None and not which and not (s.led_by(DURING, 12) and not s.goes_on(NAMED_SO)):
        return None
    start: Meaning = Within(named(first), year_named(s.text)) if which else named(first, year)
    if days is None:
        eve = named("christmas-eve", year)
        return Range(start, Within(eve, year_named(s.text)) if which else eve)
    return Range(start, Shift(days, "day", start))


def weekday_beside(s: Reading) -> Meaning | None:
    """ "the Tuesday after Easter", "the Sunday before 3 May 1381"."""
    day, when = s.day, s.when
    if not isinstance(day, Calendar) or day.weekday is None or day.day is not None or not isinstance(when, Calendar):
        return None
    if when.holiday is None and not (s.text.startswith("the ") and when.day is not None and when.month is not None):
        return None
    return Nearest(day, -1 if " before " in s.text else 1, when)


BESIDE = {"vigil": -1, "eve": -1, "morrow": 1, "octave": 7, "feast": 0, "festival": 0}
DURING = re.compile(r"\b(?:during|in|of|before|after|since|until|till|for|throughout|by|through|from|to|and|over)[ \n]$")
NAMED_SO = re.compile(r"[ \n](?:of|[a-z]+ed[ \n](?:him|her|it|them))\b|-|'s\b")
TERM = re.compile(r"[ \n](?:terms?|sittings|daisy|daisies)\b")
NEW_YEAR_LED = re.compile(r"\b(?:christmas and|christmas to|at|before|after|until|till|by|since|over)[ \n]$")
DAYS_OFF = re.compile(
    r"\)?[ \n](?:holidays?|break|week|season|period|travel|celebrations?|parties|party|hono[u]?rs|message|speech|address|greetings?)\b"
)
"""What lasts for days around one with a name."""
NAMED = [
    Rule(
        "holiday-year",
        "{holiday}[,][ of| in] {year}",
        lambda s: named(s.holiday, s.year),
        {
            "Yom Kippur 1973": "1973-10-06",
            "Nowruz 2020": "2020-03-20",
            "Diwali 2019": "2019-10-27",
            "St. Bartholomew's Day 1572": "1572-08-24",
            "Easter 1204": "1204-04-25",
            "Hogmanay 1999": "1999-12-31",
            "the Mid-Autumn Festival 2020": "2020-10-01",
            "Passover 2023": "2023-04-06",
            "Hanukkah 2022": "2022-12-19",
            "Eid al-Fitr 2024": "2024-04-10",
            "Juneteenth 2023": "2023-06-19",
            "Lunar New Year 2024": "2024-02-10",
            "Purim 2023": "2023-03-07",
            "Tisha B'Av 2022": "2022-08-07",
            "Orthodox Easter 2023": "2023-04-16",
            "Christmas 1914": "1914-12-25",
            "Easter 1916": "1916-04-23",
            "Election Day, 2016": "2016-11-08",
        },
    ),
    Rule(
        "holiday-of-year",
        f"{{holiday}} (of )?{YEARS} year".replace("(of )?", "[of ]"),
        lambda s: Within(named(s.holiday), year_named(s.text)),
        {"Christmas last year": "2023-12-25"},
    ),
    Rule(
        "which-holiday",
        "{which} {holiday}",
        lambda s: Nearest(named(s.holiday), s.which),
        {"last Thanksgiving": "2023-11-23", "next Easter": "2024-03-31"},
    ),
    Rule(
        "following-holiday",
        "the (following|previous) {holiday}",
        lambda s: Nearest(named(s.holiday), 1 if "following" in s.text else -1, "previous"),
        {"On 3 May 2019 it opened; [the following Christmas] it closed.": "2019-12-25", "[The previous Easter] it was shut.": "2023-04-09"},
    ),
    Rule(
        "holiday",
        "{holiday}",
        holiday,
        {"on [New Year's Eve]": "2023-12-31", "before [Good Friday]": "2024-03-29", "until [Easter]": "2024-03-31"}
        | {"on [Shrove Tuesday]": "2024-02-13", "at [Michaelmas]": "2023-09-29", "on [Orthodox Christmas]": "2024-01-07"}
        | {"since [the first day of Ramadan]": "2024-03-11", "closed until [New Year]": "2024-01-01", "landed on [D-Day]": "1944-06-06"},
        never=[
            "on Easter Island",
            "the Lunar New Year holiday",
            "a christmas present",
            "the Christmas tree",
            "in Michaelmas term",
            "the Good Friday Agreement",
            "a Happy New Year",
            "at New Year celebrations",
        ],
    ),
    Rule(
        "holiday-weekend",
        "[(the|{which}) ]{holiday} (weekend|week)",
        lambda s: (
            None
            if not re.search(r"(?<![A-Za-z])[A-Z]", re.sub("^[Tt]he ", "", s.raw)) or s.holiday == "new-year"
            else weekend_of(s)
            if s.text.endswith("d")
            else Shift(0, "week", day_of(s))
        ),
        {"over [the Easter weekend]": "2024-W13-WE", "on [Thanksgiving weekend]": "2023-W47-WE", "[Labor Day weekend]": "2023-W35-WE"}
        | {"in [Christmas week]": "2023-W52", "[last Thanksgiving weekend]": "2023-W47-WE"},
        never=["the new year week", "a christmas week"],
    ),
    Rule(
        "feast",
        "[the ](vigil|eve|morrow|octave|feast|feast day|festival) of ({feast}|{holiday})[[,][ of| in] {year}]",
        of_feast,
        {"on [the feast of St John the Baptist in 1314]": "1314-06-24", "[the vigil of All Saints 1272]": "1272-10-31"}
        | {"on [the eve of Passover in 1946]": "1946-04-15", "[the octave of Easter 1300]": "1300-04-17"}
        | {"[the feast of the Assumption], 15 August": "2023-08-15"},
        never=["on the eve of the war", "the festival of lights"],
    ),
    Rule(
        "fast",
        "[the ][(holy|fasting) ][month of ]{fast}[[,][ of| in] {year}]",
        fast,
        {
            "during [Ramadan 2023]": "2023-03-23/2023-04-21",
            "in [Lent 1204]": "1204-03-10/1204-04-24",
            "throughout [Holy Week]": "2024-03-24/2024-03-30",
        }
        | {"fasted during [Ramadan]": "2024-03-11/2024-04-09", "in [Advent 1170]": "1170-11-29/1170-12-24"},
        never=["said Tariq Ramadan", "Lent by a friend", "the Advent of Islam", "lent 2000 books"],
    ),
    Rule(
        "fast-of-year",
        f"[the ][(holy|fasting) ][month of ]{{fast}} [of |in ]{YEARS} year",
        fast,
        {"throughout [Ramadan last year]": "2023-03-23/2023-04-21"},
    ),
]
COMPOSED = [
    Rule(
        "weekday-beside",
        "[the ]{day:date} (after|before|following) {when}",
        weekday_beside,
        {"on [the Tuesday after Easter 1282]": "1282-03-31", "[the Sunday before 3 May 2023]": "2023-04-30"}
        | {"on [the Monday before Christmas]": "2023-12-18"},
        never=["on Tuesday before 3 May", "the Friday after Monday"],
    ),
]
RULES = NAMED
