"""How often: sets."""

import re
from fractions import Fraction

from core.grammar.english.compose import LETTERS, iso
from core.grammar.english.lengths import always
from core.grammar.english.lexicon import DAY_PARTS
from core.grammar.rule import Reading, Rule
from core.meaning import Meaning, Repeat
from core.when import days_in_month

VAGUE = re.compile(r"\b(?:few|several|many)\b")
TIMES = re.compile(
    r"(?:\b(?:once|twice|times|hours|days|dollars|cents|barrels|percent|people|tons|gallons|shares|pounds|meals|visits|votes|hour|week|month|year|"
    r"dollar|men|cases|flights|euros|calls|interviews|km|mph|"
    r"(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|hundred|thousand|million|several|few) [a-z]+s|[0-9]+|"
    r"million|billion|thousand|hundred|hundreds of [a-z]+)|\$[0-9.,]+(?: [mb]illion)?|[0-9]%?)[ \n]$"
)


def every(s: Reading) -> Meaning | None:
    if s.text == "per second":
        return None
    vague = s.number is None and VAGUE.search(s.text)
    value = iso(None if vague else s.number or Fraction(1), s.singular or s.plural)
    return Repeat(value, quant_of(s.text)) if value else None


def quant_of(text: str) -> str | None:
    return "EVERY" if text.startswith("every") else "EACH" if text.startswith("each") else None


def a_unit(s: Reading) -> Meaning | None:
    """ "five dollars a day", "twice a year"."""
    if not TIMES.search(s.before) or always(s) or re.match(r"[ \n](?:ago|later|earlier|before|after|from)\b|-", s.after):
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


def opens(s: Reading) -> bool:
    """Whether an adverb has its capital from the sentence that it opens."""
    return (
        re.match(r",? [a-z]", s.document[s.end : s.end + 3]) is not None
        and re.search(r"(?:^|[.!?][\"')]*[ \n]+|\n)$", s.before) is not None
    )


def paper(s: Reading) -> bool:
    """Whether "daily" or "weekly" is a newspaper, or "quarterly" what is reported."""
    if s.text == "quarterly":
        return re.match(r"[.,;:!?)]|$|[ \n](?:in|to|by|from|since|and|on|at|for|until|basis)\b", s.after) is None
    if s.text not in ("daily", "weekly", "monthly"):
        return False
    named = re.match(r"[ \n]+[A-Z]", s.document[s.end : s.end + 3]) and re.search(
        r"\b(?:the|an?|party|government|[a-z]+'s)[ \n](?:[a-z-]+[ \n]){0,3}$", s.before
    )
    return bool(
        named
        or (
            re.search(r"\b(?:the|an?)[ \n][a-z-]+[ \n]$", s.before)
            and re.match(r"[ \n](?:said|says|reported|wrote|quoted|published)\b", s.after)
        )
    )


def units_a_unit(s: Reading) -> Meaning | None:
    """ "five days a week": how many of the smaller unit in each larger one."""
    value = iso(Fraction(1), s.singular)
    if value is None or s.number is None or s.number.denominator != 1 or always(s):
        return None
    return Repeat(value, "EVERY" if "every" in s.text else "EACH" if "each" in s.text else None, f"{s.number}{LETTERS[s.plural][-1]}")


def yearly(s: Reading) -> Meaning | None:
    """ "every 3 May": the same day of each year."""
    month, day = s.month or s.month2, s.day or s.day2 or s.nth
    capital = re.search(r"[ \n0-9](?:of )?[A-Z]", s.raw) is not None
    return Repeat(f"XXXX-{month:02d}-{day:02d}", quant_of(s.text)) if capital and day <= days_in_month(2000, month) else None


def year_by_year(s: Reading) -> Meaning | None:
    """ "every year on 25 April", "in May each year": the same day, month or season of each year."""
    month, day = s.month or s.month2 or s.fullmonth, s.day or s.day2 or s.nth
    if s.season:
        value = f"XXXX-{s.season}"
    elif not re.search(MONTH_CAPITAL, s.raw) or (day and day > days_in_month(2000, month)):
        return None
    else:
        value = f"XXXX-{month:02d}-{day:02d}" if day else f"XXXX-{month:02d}"
    return Repeat(value, "EVERY" if "every" in s.text else "EACH" if "each" in s.text else None)


def working_days(s: Reading) -> Meaning | None:
    """ "on weekdays": five days of each week."""
    if not quant_of(s.text) and not s.led_by(re.compile(r"(?:\b(?:on|and|during|at|or)|^|[.;:!?(\n])[ \n]?$"), 8):
        return None
    return Repeat("P1W", quant_of(s.text), "5D")


MONTH_CAPITAL = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)")
YEARLY = "({month} {day:dayofmonth}|({day2:day}|{nth})( | of ){month2:month}|{fullmonth}|{season})"

RULES = [
    Rule(
        "every-unit",
        "(every|each|per|every single|every other) [{number} ]({singular}|{plural})",
        lambda s: every(s) if "other" not in s.text else Repeat(iso(Fraction(2), s.singular or s.plural) or "PX", "EVERY"),
        {"every day": "P1D", "each year": "P1Y", "per month": "P1M", "every two weeks": "P2W", "every other day": "P2D"}
        | {"every few days": "PXD"},
        never=["per second", "per cent"],
    ),
    Rule(
        "every-half-hour",
        "(every|each) (half|quarter)(-| )hour",
        lambda s: Repeat("PT30M" if "half" in s.text else "PT15M", quant_of(s.text)),
        {"every half hour": "PT30M"},
    ),
    Rule(
        "unit-after-unit",
        "{singular} (after|by) {again:singular}",
        lambda s: Repeat(iso(Fraction(1), s.singular) or "P1D", "EVERY") if s.singular == s.again and s.singular != "second" else None,
        {"day after day": "P1D", "year by year": "P1Y"},
        never=["a day after week two", "second by second"],
    ),
    Rule(
        "nth-weekday-of-every",
        "([the ]({nth}|{nthword}|last) {weekday} (of|in) (every|each) month|"
        "(every|each) ({nth2:nth}|{word:nthword}) {day:weekday}[ of the month])",
        lambda s: Repeat("P1M", "EVERY") if (s.nth2 or s.word) != 2 or s.text.endswith("month") else None,
        {"the first Monday of every month": "P1M", "every third Friday": "P1M"},
        never=["every second Tuesday"],
    ),
    Rule(
        "units-a-unit",
        "{number} {plural} (a|an|per|each|every) {singular}",
        lambda s: units_a_unit(s),
        {"five days a week": "P1W", "eight hours per day": "P1D"},
        never=["24 hours a day", "seven days a week", "dozens of years a day"],
    ),
    Rule(
        "adverb",
        "{setadverb}",
        lambda s: Repeat(s.setadverb) if (s.raw[0].islower() or opens(s)) and not re.match(r"-", s.after) and not paper(s) else None,
        {"daily": "P1D", "annually": "P1Y", "paid [weekly]": "P1W", "paid [quarterly]": "P3M", "[Annually] since then it met.": "P1Y"},
        never=["the Daily News", "the Moscow daily Izvestia", "the Israeli daily reported", "a quarterly dividend"],
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
        "most-days",
        "most (days|nights|mornings|afternoons|evenings|weeks)",
        lambda s: Repeat({"d": "P1D", "w": "P1W"}.get(s.text[5]) or f"XXXX-XX-XXT{DAY_PARTS[s.text[5:-1]]}", "MOST"),
        {"rose at six on [most days]": "P1D", "on [most mornings]": "XXXX-XX-XXTMO"},
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
        "every-month-day",
        "(every|each) ({month} {day:dayofmonth}|({day2:day}|{nth})( | of ){month2:month})",
        lambda s: yearly(s),
        {"every 3 May": "XXXX-05-03", "each December 25th": "XXXX-12-25", "every 1st of April": "XXXX-04-01"},
        never=["every second March", "every 3 may fall", "every 31 June"],
    ),
    Rule(
        "every-year-on",
        f"((every|each) year|annually|yearly)[,] (on|in|every|each) [the ]{YEARLY}",
        lambda s: year_by_year(s),
        {"every year on 25 April": "XXXX-04-25", "annually in May": "XXXX-05", "each year, in the spring": "XXXX-SP"},
        never=["every year on may"],
    ),
    Rule(
        "on-every-year",
        f"[the ]{YEARLY}[,] ([of |in |of the |in the ](every|each) year|annually)",
        lambda s: year_by_year(s),
        {"on [25 April every year]": "XXXX-04-25", "in [May of each year]": "XXXX-05", "on [the 1st of July annually]": "XXXX-07-01"},
        never=["they may each year"],
    ),
    Rule(
        "every-holiday",
        "(every|each) {holiday}",
        lambda s: Repeat("P1Y", quant_of(s.text)) if re.search(r"[ \n][A-Z]", s.raw) else None,
        {"every Christmas": "P1Y", "each Good Friday": "P1Y"},
        never=["every easter egg"],
    ),
    Rule(
        "working-days",
        "((every|each) (weekday|working day|business day)|weekdays|working days|weekday (mornings|afternoons|evenings|nights))",
        lambda s: working_days(s),
        {"every weekday": "P1W", "on [weekdays]": "P1W", "on [weekday evenings]": "P1W"},
        never=["two weekdays", "these weekdays", "within working days"],
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
        {"five dollars [a day]": "P1D", "300 barrels [an hour]": "PT1H", "three nights [a week]": "P1W", "at 50 km [an hour]": "PT1H"},
        never=["it took a year"],
    ),
    Rule(
        "times-a-unit",
        "(once|twice|(three|four|five|six|ten|several|many) times|{number} times) (a|an|every|each|per) {singular}",
        times_a_unit,
        {"twice a year": "P1Y", "three times a week": "P1W"},
    ),
]
