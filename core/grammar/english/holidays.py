"""Days that go by a name, fixed and movable."""

import re

from core.grammar.english.parts import YEARS, year_named
from core.grammar.rule import Reading, Rule, Words
from core.meaning import Calendar, Meaning, Nearest, Within

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
    **dict.fromkeys(("eid al-fitr", "eid ul-fitr"), "eid-al-fitr"),
    **dict.fromkeys(("eid al-adha", "eid ul-adha"), "eid-al-adha"),
}
SLOT = Words(HOLIDAYS)
SIGHTED = frozenset({"eid-al-fitr", "eid-al-adha", "islamic-new-year", "ashura", "mawlid", "first-of-ramadan"})
"""Days that begin when the new moon is seen: reckoned, they are about right."""


def named(name: str, year: int | None = None) -> Calendar:
    """The day of a name, approximate where it hangs on the moon."""
    return Calendar(year=year, holiday=name, approximate=name in SIGHTED)


def holiday(s: Reading) -> Meaning | None:
    """A day's name, but not the name of a person or of something else that has it in it."""
    if not re.search(r"(?<![A-Za-z])[A-Z]", re.sub("^[Tt]he ", "", s.raw)):
        return None
    if re.match(
        r"[ \n](?:island|carol|tree|present|gift|card|party|parade|dinner|shopping|rush|decoration|song|movie|"
        r"story|massacre|egg|rising|bunny|lights|market|sale)",
        s.after,
    ):
        return None
    return named(s.holiday) if s.holiday != "lunar-new-year" or not s.goes_on(DAYS_OFF) else None


DAYS_OFF = re.compile(r"\)?[ \n](?:holidays?|break|week|season|period|travel)\b")
"""What lasts for days around one with a name."""
NAMED = [
    Rule(
        "holiday-year",
        "{holiday}[,][ of| in] {year}",
        lambda s: named(s.holiday, s.year),
        {
            "Yom Kippur 1973": "1973-10-06",
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
        "holiday",
        "{holiday}",
        holiday,
        {"on [New Year's Eve]": "2023-12-31", "before [Good Friday]": "2024-03-29", "until [Easter]": "2024-03-31"}
        | {"on [Shrove Tuesday]": "2024-02-13", "at [Michaelmas]": "2023-09-29", "on [Orthodox Christmas]": "2024-01-07"}
        | {"since [the first day of Ramadan]": "2024-03-11"},
        never=["on Easter Island", "the Lunar New Year holiday", "a christmas present", "the Christmas tree"],
    ),
]
RULES = NAMED
