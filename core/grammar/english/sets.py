"""How often: sets."""

from fractions import Fraction

from core.grammar.english.lengths import iso
from core.grammar.rule import Rule
from core.meaning import Repeat

RULES = [
    Rule(
        "every-unit",
        "(every|each|per) {singular}",
        lambda s: Repeat(iso(Fraction(1), s.singular) or "PX", "EVERY" if not s.text.startswith("per") else None),
        {"every day": "P1D", "each year": "P1Y", "per month": "P1M"},
    ),
    Rule("adverb", "{setadverb}", lambda s: Repeat(s.setadverb), {"daily": "P1D", "annually": "P1Y"}),
    Rule(
        "every-weekday", "(every|each) {weekday}", lambda s: Repeat(f"XXXX-WXX-{s.weekday + 1}", "EVERY"), {"every Tuesday": "XXXX-WXX-2"}
    ),
]
