"""English: the rules of its modules in layers, and its slots."""

from core.grammar.english import (
    clock,
    codes,
    counting,
    dates,
    digits,
    holidays,
    lengths,
    neighbours,
    parts,
    periods,
    phases,
    ranges,
    references,
    sets,
    within,
    years,
)
from core.grammar.english.lexicon import FILLERS, FUTURE, PAST, SLOTS
from core.grammar.rule import Earlier, Grammar
from core.grammar.tokens import CLOCK, DATE, DEICTIC, FIXED, LENGTH

WORDS = [
    *dates.RULES,
    *digits.RULES,
    *years.RULES,
    *parts.RULES,
    *codes.RULES,
    *holidays.RULES,
    *clock.RULES,
    *counting.RULES,
    *neighbours.RULES,
    *phases.RULES,
    *within.RULES,
    *periods.RULES,
    *sets.RULES,
    *lengths.RULES,
    *references.RULES,
    *ranges.RULES,
]
"""What is made of words and numbers alone."""

ENGLISH = Grammar(
    language="en",
    layers=(
        WORDS,
        clock.COMPOSED,
        [*years.COMPOSED, *counting.COMPOSED, *phases.COMPOSED, *within.COMPOSED, *holidays.COMPOSED],
        ranges.COMPOSED,
    ),
    slots={
        **SLOTS,
        "holiday": holidays.SLOT,
        "feast": holidays.FEAST,
        "fast": holidays.FAST,
        "date": Earlier(DATE),
        "when": Earlier(DATE + DEICTIC),
        "clock": Earlier(CLOCK),
        "length": Earlier(LENGTH),
        "reference": Earlier(FIXED),
    },
    fillers=FILLERS,
    future=FUTURE,
    past=PAST,
)
