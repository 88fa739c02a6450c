"""Who is quoted where a sentence does not say so itself: '"It closed," said Ida Moe. "It opened again in May."'"""

from collections.abc import Iterator

from core.events.clauses import Parse
from core.events.phrases import SPEAKING

FARTHEST = 4
"""So many sentences at most lie between the words of a quotation and whoever said them."""


def in_quotes(text: str, low: int, at: int) -> bool:
    """Whether an offset stands inside a quotation that was opened behind `low`, the beginning of its paragraph.

    >>> text = 'He said: "I left in May." She stayed.'
    >>> in_quotes(text, 0, text.index("May")), in_quotes(text, 0, text.index("She"))
    (True, False)
    """
    curly = text.count("“", low, at) - text.count("”", low, at)
    return curly > 0 or text.count('"', low, at) % 2 == 1


def speakers(parse: Parse, low: int) -> Iterator[range]:
    """The subjects of a sentence's verbs of saying that stand outside its quotations, the last one first."""
    for clause in reversed(parse.clauses):
        verb = clause.verb
        if verb is None or verb.head not in SPEAKING or not clause.subject:
            continue
        if not in_quotes(parse.text, low, parse.tokens[verb.first].start):
            yield clause.subject
