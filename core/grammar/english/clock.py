"""Clock times and parts of the day, alone and with their day."""

import re
from dataclasses import replace
from typing import Any

from core.grammar.english.compose import at_time
from core.grammar.english.lexicon import DAY_PARTS
from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning, Range, Same, Shift, Within
from core.when import Mod

PHASE_LETTERS: dict[str, Mod] = {"m": "MID", "l": "END", "e": "START"}
IN_THE = {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}


def clock(hour: int, minute: int | None, half: str | None, zone: str | None = None, second: int | None = None) -> str | None:
    """What TIMEX3 writes after the T, None where there is no such time.

    >>> clock(9, None, "pm"), clock(14, 30, None, "Z"), clock(13, 0, "am")
    ('21:00', '14:30Z', None)
    """
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 24 or (minute or 0) > 59 or (hour == 24 and minute):
        return None
    seconds = "" if second is None else f":{second:02d}"
    return f"{hour:02d}:{minute or 0:02d}{seconds}{zone or ''}"


def offset(s: Reading) -> str | None:
    """ "UTC+3", "GMT-05:00": so far from universal time."""
    if s.get("ahead") is None:
        return None
    return f"{'-' if re.search('-[0-9:]+$', s.text) else '+'}{s.ahead:02d}" + (f":{s.ahead_by:02d}" if s.ahead_by else "")


def read_clock(s: Reading) -> str | None:
    """The clock time that the slots of a pattern hold."""
    half = "am" if re.search(r"a\.?m\.?", s.text) else "pm" if re.search(r"p\.?m\.?", s.text) else None
    if half is None and (led := re.search(r"in the (morning|afternoon|evening)|at (night)", s.text)):
        half = IN_THE[led[1] or led[2]]
    given = None if s.get("zh") is None else f"{'-' if ' -' in s.text else '+'}{s.zh:02d}:{s.zm:02d}"
    return clock(s.hour, s.sixty, half, offset(s) or s.get("zone") or given, s.get("seconds"))


def dotted(s: Reading) -> bool:
    """Whether a time is written with a dot: "by 06.52 they had come"."""
    return s.raw[0] == "0" and s.raw[2:3] == "." and s.led_by(DOTTED_LED, 8) is not None and s.goes_on(DOTTED_ENDS) is not None


def clock_alone(s: Reading) -> Meaning | None:
    time = read_clock(s)
    return Calendar(time=time) if time else None


def hour_minute(s: Reading) -> Meaning | None:
    """ "at 10:57", but not a score, a ratio or a verse."""
    if not re.search(r"[:.][0-9]{2}", s.text) or re.match(r"[:.,]?[0-9]", s.after) or re.search(r"[0-9:.$]$", s.before):
        return None
    if s.goes_on(LISTED) and s.zone is None:
        return listed_clock(s) or clock_alone(s)
    if re.match(r"[0-9]{1,2}:[0-9]{2}(?![0-9:])", s.after.lstrip(" -")) or re.search(r"\b[0-9]{1,2}:[0-9]{2} ?- ?$", s.before):
        return clock_alone(s)
    if re.match(r"-[0-9]", s.after):
        return None
    if not (
        s.zone
        or re.search(
            r"\b(?:at|by|until|till|from|to|about|around|before|after|since|and|between|nearly|almost|shortly after"
            r"|[0-9]{1,2},|[0-9]{4},?|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?,) $",
            s.before,
        )
    ):
        return None
    return clock_alone(s)


DOTTED = re.compile(r"[0-2][0-9]\.[0-5][0-9] ?h(?:ours|rs)")
DOTTED_LED = re.compile(r"\b(?:at|by|until|till|around|about)[ \n]$")
DOTTED_ENDS = re.compile(
    r",?[ \n](?:the|a|an|he|she|it|they|we|i|on|and|that|his|her)\b(?![ \n](?:per|metres|miles))|[,;](?![0-9])|\.(?:[ \n]|$)"
)
"""What a time stands between that is written with a dot and a nought ahead: "at 06.40 the alarm rang"."""
ENTRY = re.compile(r"^[^\S\n]*(?:[-*•|\[(][^\S\n]*)?[0-2][0-9][:.][0-5][0-9](?![0-9])", re.MULTILINE)
ENTRY_GOES_ON = re.compile(r"(?: ?(?:hours|hrs|h|utc|gmt|z))?\)?\]?(?:[ \t]*[-–—:|]|[ \t]+[\w\"'“(])")
LEAD, NEXT_ENTRY = 12, 600
"""Characters that may stand before the time of an entry, and those within which another line of the log begins with its time."""


def logged(s: Reading) -> Meaning | None:
    """The time with which a line of a log begins, where a line near it begins so too."""
    lead = s.document[max(0, s.start - LEAD) : s.start]
    if not s.raw[:2].isdigit() or ("\n" not in lead and s.start > LEAD) or not ENTRY_GOES_ON.match(s.after):
        return None
    if lead.rpartition("\n")[2].strip(" \t-*•|[("):
        return None
    first = max(0, s.start - LEAD - NEXT_ENTRY)
    window = s.document[s.document.find("\n", first, s.start) + 1 if first else 0 : s.end + NEXT_ENTRY]
    return clock_alone(s) if sum(1 for _ in ENTRY.finditer(window)) > 1 else None


def noon(s: Reading) -> Meaning | None:
    return Calendar(time=("00:00" if "midnight" in s.text else "12:00") + (s.zone or ""))


LISTED = re.compile(r"(?:[ \n]?-[ \n]?|[ \n](?:to|and|until|till|or)[ \n])([0-9]{1,2})(?:[:.][0-9]{2})?[ \n]?([ap])\.?m\b")


def listed_clock(s: Reading) -> Meaning | None:
    """The first hour of "9 to 11 p.m.", which has its half of the day from the last."""
    last = s.goes_on(LISTED)
    if last is None or re.search(r"[0-9$:.,/-]$", s.before) or not 1 <= s.hour <= 12 or not 1 <= int(last[1]) <= 12:
        return None
    crosses = s.hour % 12 > int(last[1]) % 12 or int(last[1]) == 12
    time = clock(s.hour, s.sixty, "am" if (last[2] == "a") != crosses else "pm")
    return Calendar(time=time) if time else None


CLOCK_LED = re.compile(r"\b(?:at|by|until|till|about|around|it was|it is)[ \n]$")
CLOCK_ENDS = re.compile(r"[.,;:!?)]|$|[ \n](?:the|he|she|it|they|in|on)\b")


def spoken(s: Reading) -> Meaning | None:
    """ "half past nine", "at ten to five"; not "ten to five people"."""
    hour, minutes, words = s.hour or int(s.quantity or 0), s.minutes, s.text.split()
    plain = minutes is not None and not {"o'clock", "minutes", "past"} & set(words)
    if plain and not (CLOCK_LED.search(s.before) and CLOCK_ENDS.match(s.after)):
        return None
    to, half = "to" in words, "half" in words
    if not 0 < hour <= 12 or (to and half):
        return None
    past = minutes or (30 if half else 15)
    named = re.search(r"in the (morning|afternoon|evening)|at (night)", s.text)
    time = clock((hour - 2) % 12 + 1 if to else hour, 60 - past if to else past, IN_THE[named[1] or named[2]] if named else None)
    return Calendar(time=time) if time else None


def military(s: Reading) -> Meaning | None:
    """ "0735 GMT", "at 0600 hours", but not "1200 hours of work"."""
    zone = "" if s.text.endswith("rs") else "Z"
    counted = not zone and s.document[s.start] != "0" and not re.search(r"\b(?:at|by|until|about|around|from|to|since|and)[ \n]$", s.before)
    time = clock(s.fourdigits // 100, s.fourdigits % 100, None)
    return Calendar(time=time + zone) if time and not counted else None


MILITARY = re.compile(r"[ \n]?(?:-|and|to|until|till)[ \n]?[0-2][0-9][0-5][0-9] ?(?:hours|hrs)\b")


def military_listed(s: Reading) -> Meaning | None:
    """The first time of "between 0215 and 0240 hours"."""
    time = clock(s.fourdigits // 100, s.fourdigits % 100, None) if s.goes_on(MILITARY) and s.raw[0] in "012" else None
    led = s.raw[0] == "0" or re.search(r"\b(?:between|from)[ \n]$", s.before)
    return Calendar(time=time) if time and led else None


ON_A_DAY = re.compile(
    r"[ \n]on[ \n](?:the[ \n])?(?:[0-9]{1,2}(?:st|nd|rd|th)?\b|[a-z]+day\b|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ \n][0-9])"
)
WATCH_ENDS = re.compile(r",? (?:the|a|he|she|it|they|we|i|and)\b|,? [a-z]+ (?:was|were|had)\b")


def on_the_watch(s: Reading) -> Meaning | None:
    """ "At 2200 he landed", "at 0735, the ship left": a clock of 24 hours without a colon."""
    led = re.search(r"\b[Aa]t[ \n]$", s.document[max(0, s.start - 4) : s.start])
    dated = s.raw[0] == "0" and s.goes_on(ON_A_DAY)
    if not dated and (not led or not (s.raw[0] == "0" or led[0][0] == "A") or not WATCH_ENDS.match(s.after)):
        return None
    time = clock(s.fourdigits // 100, s.fourdigits % 100, None)
    return Calendar(time=time) if time else None


OFFSET = "[(+|-){ahead:hour}[:{ahead_by:sixty}]]"
HALF = "(a.m.|p.m.|am|pm|a.m|p.m)"
CLOCK = [
    Rule(
        "clock-half",
        f"{{hour}}[(:|.){{sixty}}[:{{seconds:sixty}}]]( |){HALF}[ {{zone}}{OFFSET}]",
        clock_alone,
        {"10:35 a.m.": "2024-03-13T10:35", "9 pm": "2024-03-13T21:00", "5 p.m. EST": "2024-03-13T17:00-05"},
        never=["13 a.m."],
    ),
    Rule(
        "clock-in-the",
        "{hour}[(:|.){sixty}][ o'clock] (in the (morning|afternoon|evening)|at night)",
        lambda s: clock_alone(s) if not re.match(r"[ \n](?:papers?|news|post)", s.after) else None,
        {"5 o'clock in the morning": "2024-03-13T05:00", "9:30 in the evening": "2024-03-13T21:30"},
        never=["5 in the morning papers"],
    ),
    Rule(
        "clock-minutes",
        f"{{hour}}(:|.){{sixty}}[:{{seconds:sixty}}][( |){{zone}}{OFFSET}][ (+|-){{zh:hour}}:{{zm:sixty}}][( |)(hours|hrs)]",
        lambda s: hour_minute(s) if ":" in s.text or s.zone or DOTTED.match(s.text) or dotted(s) else None,
        {"at [10:57]": "2024-03-13T10:57", "14:30 GMT": "2024-03-13T14:30Z", "at [14:30 +02:00]": "2024-03-13T14:30+02:00"}
        | {"at [14:30 UTC+3]": "2024-03-13T14:30+03", "14:30 GMT-05:30": "2024-03-13T14:30-05:30"}
        | {"at [17.00 hours]": "2024-03-13T17:00", "At [23:30hrs] she sank.": "2024-03-13T23:30"}
        | {"14:03:22 UTC": "2024-03-13T14:03:22Z", "at [03:12:45] it rang": "2024-03-13T03:12:45"}
        | {"At [06.40] the alarm rang.": "2024-03-13T06:40"},
        never=[
            "won in 2:05:30",
            "stood at 06.40 per cent",
            "at 16.40 metres",
            "won 3:2",
            "John 3:16",
            "a ratio of 10:15",
            "took 17.00 hours",
        ],
    ),
    Rule(
        "clock-logged",
        "{hour}(:|.){sixty}",
        logged,
        {"[02:14] - The alarm rings.\n02:17 - Moe calls in.": "2024-03-13T02:14"},
        never=["10:15 - 20:15", "3:16 For God\n3:17 For he", "02:14 - The alarm rings."],
    ),
    Rule(
        "clock-spoken",
        "(half|quarter|a quarter|{minutes:minuteword}[ minutes]) (past|to|after) ({hour}|{quantity})[ o'clock]"
        "[ in the (morning|afternoon|evening)| at night]",
        spoken,
        {
            "at [half past nine]": "2024-03-13T09:30",
            "at [a quarter to five in the afternoon]": "2024-03-13T16:45",
            "by [ten to five]": "2024-03-13T04:50",
            "around [twenty past two]": "2024-03-13T02:20",
        },
        never=["ten to five people", "voted ten to five", "from ten to twelve", "half past the post", "from ten to five miles"],
    ),
    Rule(
        "clock-watch",
        "{fourdigits}",
        on_the_watch,
        {"at [0735], the ship left": "2024-03-13T07:35", "At [2200] he landed.": "2024-03-13T22:00"},
        never=["at 0735 metres", "The index closed at 1800.", "at 2500, the plane", "At 1500 feet he fell.", "in 0735"],
        beside=("at", "on"),
    ),
    Rule(
        "clock-oclock",
        "({hour}|{quantity}) o'clock",
        lambda s: (
            Calendar(time=clock(s.hour or int(s.quantity), 0, None))
            if (s.hour or s.quantity) and (s.hour or int(s.quantity)) < 25
            else None
        ),
        {"11 o'clock": "2024-03-13T11:00", "at [five o'clock]": "2024-03-13T05:00"},
    ),
    Rule(
        "clock-listed",
        "{hour}[(:|.){sixty}]",
        listed_clock,
        {"at [9] or 11 p.m.": "2024-03-13T21:00", "at [11] or 1 p.m.": "2024-03-13T11:00"},
        never=["between 9 and 11", "3, 11 p.m. and"],
        beside=("-", "to", "and", "until", "till", "or"),
    ),
    Rule(
        "clock-military",
        "{fourdigits}( |)(hours|hrs|gmt|utc|z)",
        military,
        {"0735 GMT": "2024-03-13T07:35Z", "at [0600 hours]": "2024-03-13T06:00", "at about [0530 hours]": "2024-03-13T05:30"},
        never=["1980 hours", "1200 hours of work", "for 1500 hours"],
    ),
    Rule(
        "clock-military-between",
        "{fourdigits}",
        lambda s: military_listed(s),
        {"[0215] and 0240 hours": "2024-03-13T02:15"},
        never=["between 1990 and 1995 hours were cut", "0215 and 0240 litres"],
        beside=("and", "to", "until", "till", "-"),
    ),
    Rule(
        "noon",
        "[12 ](noon|midday|midnight)[ {zone}]",
        lambda s: noon(s) if not re.search(r"\bhigh[ \n]$", s.before) else None,
        {"at [noon]": "2024-03-13T12:00", "midnight": "2024-03-13T00:00", "noon EST": "2024-03-13T12:00-05"},
    ),
]


def timed(meaning: Meaning | None, clock_meaning: Any, words: str = "", part: str | None = None) -> Meaning | None:
    """A day with a clock time; "nine o'clock tonight" is in its second half."""
    if meaning is None:
        return None
    if ":" not in clock_meaning.time:
        return at_time(meaning, clock_meaning.time)
    if isinstance(meaning, Calendar) and meaning.holiday == "new-years-eve" and clock_meaning.time == "00:00":
        meaning = replace(meaning, holiday="new-year", year=meaning.year + 1 if meaning.year is not None else None)
    part = part or (meaning.inner.time if isinstance(meaning, Within) else meaning.time if isinstance(meaning, Calendar | Same) else None)
    hour = int(clock_meaning.time[:2])
    if part in ("AF", "EV", "NI") and (5 if part == "NI" else 1) <= hour < 12 and not re.search(r"[ap]\.?m\b|0[0-9]:", words):
        return at_time(meaning, f"{hour + 12}{clock_meaning.time[2:]}")
    return at_time(meaning, clock_meaning.time)


def night_of(meaning: Meaning) -> Meaning | None:
    """The night between two days: it is named by the first."""
    match meaning:
        case Range(Calendar(day=int() as first) as day, Calendar(day=int() as last) as next_day) if day.month == next_day.month:
            return replace(day, time="NI") if last == first + 1 else None
        case Range(Calendar(day=int()) as day, Calendar(day=1)):
            return replace(day, time="NI")
    return None


COUNTED_PART = re.compile(r"(?:[a-z]+(?:th|rst|nd|rd)|another|[0-9](?:st|nd|rd|th))[ \n]$")
"""One of several nights or mornings: "for a fifth night"."""


def part_of(s: Reading) -> Meaning | None:
    return at_time(s.when, s.daypart)


def led_daypart(s: Reading) -> Meaning | None:
    """ "in the morning", "that night": of the day that was named, or of no day."""
    return Same("day", s.daypart)


def this_daypart(s: Reading) -> Meaning | None:
    if re.match(r"[ \n](?:watch|shift|club|show|school|vision|court)", s.after):
        return None
    part = s.daypart
    if s.text.startswith(("that", "the same")):
        return Same("day", part)
    if re.search(r"\bthe\b", s.text):
        return Within(Calendar(time=part), Shift(-1 if "previous" in s.text or "before" in s.text else 1, "day", "previous"))
    return Within(Calendar(time=part), Shift(-1 if s.text.startswith(("last", "earlier")) else 0, "day"))


def dayparts_later(s: Reading) -> Meaning | None:
    """ "two nights later", but not "two nights later than planned"."""
    if s.number is None or s.number.denominator != 1 or re.match(r"[ \n]than\b", s.after):
        return None
    days = int(s.number) * (-1 if s.text.endswith(("earlier", "before that")) else 1)
    return Within(Calendar(time=DAY_PARTS[s.text.split()[1].rstrip("s")]), Shift(days, "day", "previous"))


RULES = [
    *CLOCK,
    Rule(
        "dayparts-later",
        "{number} (morning|mornings|afternoon|afternoons|evening|evenings|night|nights) (later|earlier|afterwards|(before|after) that)",
        dayparts_later,
        {"two nights later": "2024-03-15TNI", "one morning later": "2024-03-14TMO", "three evenings earlier": "2024-03-10TEV"},
        never=["two nights later than planned"],
    ),
    Rule(
        "this-daypart",
        "(early |late |later |earlier |)(this|that|last|the next|the following|the same|the previous|that same) {daypart}",
        this_daypart,
        {
            "this morning": "2024-03-13TMO",
            "last night": "2024-03-12TNI",
            "early the next morning": "2024-03-14TMO",
            "later this afternoon": "2024-03-13TAF",
        },
    ),
    Rule(
        "the-daypart",
        "the {daypart}",
        lambda s: (
            Same("day", s.daypart)
            if re.search(r"\b(?:in|by|during|throughout|until|since|late in|early in)[ \n]$", s.before)
            and not re.match(r"[ \n]of\b|-", s.after)
            else None
        ),
        {"in [the morning]": "2024-03-13TMO", "by [the evening]": "2024-03-13TEV"},
        never=["the morning papers", "in the night of the long knives"],
    ),
    Rule(
        "at-night",
        "(night|nightfall|dawn|dusk|daybreak|sunrise|sunset)",
        lambda s: Calendar(time=DAY_PARTS[s.text]) if re.search(r"\b(?:at|by)[ \n]$", s.before) else None,
        {"at [night]": "XXXX-XX-XXTNI", "by [nightfall]": "XXXX-XX-XXTEV"},
        never=["a night"],
    ),
    Rule("tonight", "tonight", lambda s: Within(Calendar(time="NI"), Shift(0, "day")), {"tonight": "2024-03-13TNI"}),
    Rule(
        "mid-daypart",
        "(mid|late|early)(-| )(morning|{daypart})",
        lambda s: Same("day", s.daypart or "MO", PHASE_LETTERS[s.text[0]]) if not re.match(r"[ \n](?:of|on|hours)\b", s.after) else None,
        {"mid afternoon": "2024-03-13TAF", "late evening": "2024-03-13TEV"},
    ),
]
COMPOSED = [
    Rule(
        "date-clock",
        "{when}(,|) (at |){clock}",
        lambda s: timed(s.when, s.clock),
        {"March 3 at 10 p.m.": "2024-03-03T22:00", "3 March 2011, 14:30 GMT": "2011-03-03T14:30Z", "July 4 at night": "2024-07-04TNI"}
        | {"**[3 March 2011, 14:30]**: it broke": "2011-03-03T14:30"},
        never=["March 2, 3:2"],
    ),
    Rule(
        "clock-date",
        "{clock}(,|) (on |){when}[ {daypart}]",
        lambda s: timed(s.when, s.clock, s.text, s.daypart),
        {"9 a.m. Tuesday": "2024-03-12T09:00", "5 p.m. EST Nov. 9": "2023-11-09T17:00-05", "noon on Friday": "2024-03-08T12:00"}
        | {
            "0630 on 6 June 1944": "1944-06-06T06:30",
            "sailed at [0600 on the 9th]": "2024-03-09T06:00",
            "midnight on New Year's Eve 1999": "2000-01-01T00:00",
            "nine o'clock tonight": "2024-03-13T21:00",
            "at [10:30 Friday night]": "2024-03-08T22:30",
        },
    ),
    Rule(
        "clock-date-zone",
        "{clock}, {when} {zone}",
        lambda s: timed(s.when, Calendar(time=s.clock.time + (s.zone or ""))) if ":" in s.clock.time else None,
        {"9:34 p.m., March 9 EST": "2024-03-09T21:34-05"},
    ),
    Rule(
        "night-of-two-days",
        "[the ]night of {range:reference}",
        lambda s: night_of(s.range),
        {"on [the night of 9-10 November 1938]": "1938-11-09TNI", "during [the night of 5/6 June 1944]": "1944-06-05TNI"},
        never=["the night of 9-12 November 1938", "the night of every day"],
    ),
    Rule(
        "daypart-of-date",
        "[the ][early |late ]{daypart}[ hours] (of|on) [the ]{when}[ {again:daypart}]",
        lambda s: part_of(s) if not s.led_by(COUNTED_PART, 14) else None,
        {
            "the evening of August 30": "2023-08-30TEV",
            "the early morning of 3 May 1999": "1999-05-03TMO",
            "early morning hours of May 1, 2003": "2003-05-01TMO",
            "the early hours of Sunday morning": "2024-03-10TMO",
        },
        never=["for a fifth night on Sunday", "a second morning of 3 May"],
    ),
    Rule(
        "early-in-the-daypart",
        "(early|late) [in the |that |in ]{daypart}[ of] {when}",
        part_of,
        {"early in the morning of 15 August 1945": "1945-08-15TMO"},
    ),
    Rule(
        "date-daypart",
        "{when}[,] [in the |at |early |late ]{daypart}",
        lambda s: part_of(s) if not re.match(r"[ \n](?:show|club|school|live|news|football|fever|star)\b", s.after) else None,
        {"Monday morning": "2024-03-11TMO", "yesterday afternoon": "2024-03-12TAF", "Friday night": "2024-03-08TNI"},
        never=["Friday Night Live"],
    ),
]
