"""From one date to another: one expression with two ends."""

import re

from core.grammar.rule import Reading, Rule
from core.meaning import Calendar, Meaning, Range

COUNTED = re.compile(
    r"[ \n](?:percent|per|people|points|million|billion|cents|men|women|years|months|weeks|days|hours|minutes|a\.?m|p\.?m|o'clock|degrees|"
    r"miles|percentage)\b|[%.][0-9]|%"
)
CHANGE = re.compile(
    r"\b(?:rise|rose|risen|fell|fall|fallen|grew|grown|increased?|decreased?|dropped|up|down|climbed|raised?|cut|reduced?|lowered|"
    r"expanded|number|ages?|aged)\b[^.]{0,30}$"
)


def bare_days(s: Reading) -> Meaning | None:
    if COUNTED.match(s.after) or CHANGE.search(s.before) or s.first >= s.last:
        return None
    return Range(Calendar(day=s.first), Calendar(day=s.last))


RULES = [
    Rule(
        "from-day-to-day",
        "from [the ]{first:dayofmonth} to [the ]{last:dayofmonth}",
        bare_days,
        {"from 9 to 10": "2024-03-09/2024-03-10"},
        never=["rose from 9 to 10", "from 9 to 10 percent", "from 5 to 12 people"],
    ),
    Rule(
        "from-date-to-date",
        "(from|between) {first:when} (to|until|till|through|and) {last:when}",
        lambda s: Range(s.first, s.last),
        {"between June 2018 and January 2019": "2018-06/2019-01", "from 1914 to 1918": "1914/1918"},
    ),
]
