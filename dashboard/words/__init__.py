"""The interface's words, all in one place: `english` has the phrases by name, `dates` and `short` say dates and stretches of time.

Another language is another module of phrases with the same names and its own `plural`, and another pair of modules about dates.
Whatever else is shown came from a document, or from a person.
"""

from dashboard.words.dates import (
    MODS,
    MONTHS,
    PRECISIONS,
    in_words,
    instant,
    length,
    listed,
    names_a_day,
    ordinal,
    source,
    weekday,
    year,
)
from dashboard.words.say import SAY, phrases, say, term

__all__ = [
    "MODS",
    "MONTHS",
    "PRECISIONS",
    "SAY",
    "in_words",
    "instant",
    "length",
    "listed",
    "names_a_day",
    "ordinal",
    "phrases",
    "say",
    "source",
    "term",
    "weekday",
    "year",
]
