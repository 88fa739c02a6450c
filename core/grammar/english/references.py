"""The past, the present and the future without a place on the calendar."""

from core.grammar.rule import Rule
from core.meaning import Reference

RULES = [
    Rule(
        "present",
        "(right now|now|currently|current|nowadays|at present|the time being)",
        lambda s: Reference("PRESENT_REF"),
        {"now": "PRESENT_REF", "currently": "PRESENT_REF"},
    ),
    Rule(
        "past", "(recently|recent|the recent past|the past|previously|formerly)", lambda s: Reference("PAST_REF"), {"recently": "PAST_REF"}
    ),
    Rule(
        "future", "(soon|the [near ]future|future)", lambda s: Reference("FUTURE_REF"), {"soon": "FUTURE_REF", "the future": "FUTURE_REF"}
    ),
]
