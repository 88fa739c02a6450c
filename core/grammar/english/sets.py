"""How often: sets."""

import re
from fractions import Fraction

from core.grammar.english.compose import iso
from core.grammar.rule import Reading, Rule
from core.meaning import Meaning, Repeat

TIMES = re.compile(
    r"(?:\b(?:once|twice|times|hours|days|dollars|cents|barrels|percent|people|tons|gallons|shares|pounds|meals|visits|votes|hour|week|month|year|"
    r"dollar|men|cases|flights|euros|calls|interviews|[0-9]+ [a-z]+s|[0-9]+|million|billion|thousand|"
    r"hundred|hundreds of [a-z]+)|\$[0-9.,]+(?: [mb]illion)?|[0-9]%?)[ \n]$"
)


def every(s: Reading) -> Meaning | None:
    if s.text == "per second":
        return None
    number = Fraction(1) if s.number is None else s.number
    value = iso(number, s.singular or s.plural)
    return Repeat(value, quant_of(s.text)) if value else None


def quant_of(text: str) -> str | None:
    return "EVERY" if text.startswith("every") else "EACH" if text.startswith("each") else None


def a_unit(s: Reading) -> Meaning | None:
    """ "five dollars a day", "twice a year"."""
    if not TIMES.search(s.before) or re.match(r"[ \n](?:ago|later|earlier|before|after|from)\b|-", s.after):
        return None
    freq = re.search(r"(once|twice|(?:[a-z]+|[0-9]+) times)[ \n]$", s.before)
    value = iso(Fraction(1), s.singular)
    return Repeat(value, None, frequency(freq[1]) if freq else None) if value else None


def frequency(words: str) -> str | None:
    """TIMEX3's freq: how many times in the unit."""
    numbers = {"once": "1X", "twice": "2X", "three times": "3X", "four times": "4X", "five times": "5X", "six times": "6X"}
    return numbers.get(words, f"{words.split()[0]}X" if words[0].isdigit() else None)


def times_a_unit(s: Reading) -> Meaning | None:
    value = iso(Fraction(1), s.singular)
    return (
        Repeat(
            value,
            "EVERY" if "every" in s.text else None,
            frequency(" ".join(s.text.split()[: 1 if s.text[0] in "ot" and "times" not in s.text else 2])),
        )
        if value
        else None
    )


RULES = [
    Rule(
        "every-unit",
        "(every|each|per|every single|every other) [{number} ]({singular}|{plural})",
        lambda s: every(s) if "other" not in s.text else Repeat(iso(Fraction(2), s.singular or s.plural) or "PX", "EVERY"),
        {"every day": "P1D", "each year": "P1Y", "per month": "P1M", "every two weeks": "P2W", "every other day": "P2D"},
        never=["per second", "per cent"],
    ),
    Rule(
        "adverb",
        "{setadverb}",
        lambda s: Repeat(s.setadverb) if s.raw[0].islower() and not re.match(r"-", s.after) else None,
        {"daily": "P1D", "annually": "P1Y", "paid [weekly]": "P1W"},
        never=["the Daily News"],
    ),
    Rule(
        "every-weekday",
        "(every|each) {weekday}[ {daypart}]",
        lambda s: Repeat(f"XXXX-WXX-{s.weekday + 1}" + (f"T{s.daypart}" if s.daypart else ""), quant_of(s.text)),
        {"every Tuesday": "XXXX-WXX-2", "each Friday night": "XXXX-WXX-5TNI"},
    ),
    Rule(
        "every-other-weekday",
        "every (other|second) {weekday}",
        lambda s: Repeat(f"XXXX-WXX-{s.weekday + 1}", "EVERY OTHER"),
        {"every other Tuesday": "XXXX-WXX-2"},
    ),
    Rule(
        "times-adverb",
        "(once|twice|thrice)(-| ){setadverb}",
        lambda s: Repeat(s.setadverb, None, {"once": "1X", "twice": "2X"}.get(s.text.split("-")[0].split()[0], "3X")),
        {"twice-weekly": "P1W", "once daily": "P1D"},
    ),
    Rule(
        "per-annum",
        "per annum",
        lambda s: Repeat("P1Y"),
        {"three per cent [per annum]": "P1Y"},
    ),
    Rule(
        "weekends",
        "weekends",
        lambda s: Repeat("XXXX-WXX-WE") if re.search(r"\b(?:on|at|most|all|and|during)[ \n]$", s.before) else None,
        {"open on [weekends]": "XXXX-WXX-WE"},
        never=["two weekends"],
    ),
    Rule(
        "weekdays",
        "{weekdays}",
        lambda s: Repeat(f"XXXX-WXX-{s.weekdays + 1}"),
        {"on [Tuesdays]": "XXXX-WXX-2"},
    ),
    Rule(
        "weekday-nights",
        "{weekday} (nights|mornings|evenings|afternoons)",
        lambda s: Repeat(f"XXXX-WXX-{s.weekday + 1}T" + {"n": "NI", "m": "MO", "e": "EV", "a": "AF"}[s.text.split()[-1][0]]),
        {"Sunday nights": "XXXX-WXX-7TNI"},
    ),
    Rule(
        "every-daypart",
        "(every|each) {daypart}",
        lambda s: Repeat(f"XXXX-XX-XXT{s.daypart}", quant_of(s.text)),
        {"every morning": "XXXX-XX-XXTMO"},
    ),
    Rule(
        "night-raid",
        "night",
        lambda s: Repeat("XXXX-XX-XXTNI") if re.match(r"[- \n](?:attack|raid|march|patrol|bombing|shift)s?\b", s.after) else None,
        {"[night] raids": "XXXX-XX-XXTNI"},
        never=["a night out"],
    ),
    Rule(
        "every-month",
        "(every|each) {fullmonth}",
        lambda s: Repeat(f"XXXX-{s.fullmonth:02d}", quant_of(s.text)),
        {"each October": "XXXX-10"},
    ),
    Rule(
        "every-season",
        "(every|each) {season}",
        lambda s: Repeat(f"XXXX-{s.season}", quant_of(s.text)),
        {"every summer": "XXXX-SU"},
    ),
    Rule(
        "a-unit",
        "(a|an) {singular}",
        a_unit,
        {"five dollars [a day]": "P1D", "300 barrels [an hour]": "PT1H"},
        never=["it took a year"],
    ),
    Rule(
        "times-a-unit",
        "(once|twice|(three|four|five|six|ten|several|many) times|{number} times) (a|an|every|each|per) {singular}",
        times_a_unit,
        {"twice a year": "P1Y", "three times a week": "P1W"},
    ),
]
