"""Who is quoted where a sentence does not say so itself: '"It closed," said Ida Moe. "It opened again in May."'"""

from collections.abc import Iterator

from core.events.clauses import Parse
from core.events.phrases import SPEAKING
from core.resolve.passage import quoted

FARTHEST = 4
"""So many sentences at most lie between the words of a quotation and whoever said them."""


def speakers(parse: Parse) -> Iterator[range]:
    """The subjects of a sentence's verbs of saying that stand outside its quotations, the last one first."""
    for clause in reversed(parse.clauses):
        verb = clause.verb
        if verb is None or verb.head not in SPEAKING or not clause.subject:
            continue
        if not quoted(parse.text, parse.tokens[verb.first].start):
            yield clause.subject
