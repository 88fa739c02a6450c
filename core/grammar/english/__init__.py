"""English: the rules in the order of their modules, one list."""

from core.grammar.english import dates, lengths, ranges, references, relative, sets
from core.grammar.english.lexicon import FILLERS, FUTURE, PAST, SLOTS
from core.grammar.rule import Either, Grammar, Rules

ENGLISH = Grammar(
    language="en",
    rules=(*dates.RULES, *relative.RULES, *lengths.RULES, *sets.RULES, *references.RULES, *ranges.RULES),
    slots={**SLOTS, "date": Rules(dates.RULES), "deictic": Rules(relative.DEICTIC), "when": Either(("date", "deictic"))},
    fillers=FILLERS,
    future=FUTURE,
    past=PAST,
)
